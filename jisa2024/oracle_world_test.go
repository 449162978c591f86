// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The random policies, histories and claims that the oracle judges. They are
// drawn so that the rules meet: that claims come at the edges of the period, on
// one day or in the month after delivery, that what belongs together is named
// alike, and that what is rare comes in company.

// readingSets is how many sets of readings there are, so that a scheme is made
// once for many policies.
const readingSets = 1_500

func randomWorld(r *rand.Rand) *world {
	w := &world{
		read: map[string]bool{}, attached: map[string]bool{}, own: map[string]int64{},
		held: map[string]int64{}, series: map[string]*record{}, incident: map[string]*discovery{},
		start: time.Date(2024, 7, 1, 16, 0, 0, 0, time.UTC), end: time.Date(2025, 7, 1, 16, 0, 0, 0, time.UTC),
		liability: 100_000_000, deductible: pick(r, 0, 300_000, 1_000_000), litigation: 10_000_000,
		overall: pick(r, 100_000_000, 20_000_000, 60_000_000),
	}
	if r.IntN(4) == 0 {
		w.start = time.Date(2024, 7+time.Month(1+r.IntN(11)), 1, 0, 0, 0, 0, time.UTC)
	}
	w.first = w.start
	if r.IntN(2) == 0 {
		w.first = time.Date(2024-r.IntN(3), 7, 1, 16, 0, 0, 0, time.UTC).AddDate(0, -3*r.IntN(2), 0)
	}
	if w.first.After(w.start) {
		w.first = w.start
	}
	set := rand.New(rand.NewPCG(uint64(r.IntN(readingSets)), 17))
	for range set.IntN(6) {
		word := allReadings[set.IntN(len(allReadings))]
		id, _, _ := strings.Cut(word, "=")
		again := word == ""
		for other := range w.read {
			again = again || strings.HasPrefix(other, id+"=")
		}
		if !again {
			w.read[word] = true
		}
	}
	for _, h := range append(slices.Clone(costHeads), "reputational") {
		w.own[h] = pick(r, 5_000_000, 20_000_000, 100_000_000)
	}
	for i := 1; i <= 7; i++ {
		if r.IntN(5) < 2 {
			w.attached[fmt.Sprintf("END-%02d", i)] = true
		}
	}
	if w.attached["END-03"] {
		w.custody = pick(r, 0, 7_000_000)
	}
	if w.attached["END-04"] {
		w.malfunction = pick(r, 0, 9_000_000)
	}
	if w.attached["END-05"] {
		w.regulatory = 12_345_678
	}
	if r.IntN(3) == 0 {
		w.declared, w.actual = pick(r, 109, 152, 2_230_000), pick(r, 152, 223, 2_940_000)
	}
	return w
}

func pick(r *rand.Rand, of ...int64) int64 { return of[r.IntN(len(of))] }

// chance is how often each fact is so, in percent.
const chance = `named-insured 97 data-centre-contractor 60 named-insured-services 70
it-services 90 it-user-activity 30 unforeseen-accident 96 with-consent 90 consent-to-admit 70 at-insurers-request 90
requirements-met 93 business-interference 35 data-loss 20 tangible-damage 40 unforeseen-loss 10 leak 35 suspected-leak 20
cyber-attack 40 suspected-attack 40 managed-system 60 may-cause-incident 60 shutdown-outsourced 50
attack-verification 50 outside-body 60 external-report 60 directly-necessary 93 necessary-for-suit 93
under-another-head 6 investigation-or-advice 6
consolation 20 personal-data 70 necessary-and-useful 90 ordinary-spending 5 suit-filed 85
reputational-incident 85 fine-itself 20 regulatory-measure 92
wilful-act 1 war 1 flood 1 crime 4 crime-of-negligence 60 knew-unlawful 1 others-reputation 1 licence-fee 1
product-defect 1 sales-forecast 1 re-performance-cost 3 crypto-exchange 1 prepaid-issuer 5 wrongful-transfer 30
known-at-start 15 known-at-first-start 15
bodily-injury 5 copyright 8 personality-right 6 other-ip 4 design-right 2 trademark 2 domain-name 2
leak-in-attack 50 attacker-in-business 40 mixed-ip-excluded 50
late-completion 5 fire 30 sudden-accident 60 system-stopped 60 software-development 35 in-japan 80
property-damage 6 property-left-out 50 custody-property 6 malfunction 20 device-itself 30 aggravated-liability 20
riot 0 labour-dispute 0 earthquake 0 eruption 0 tsunami 0 storm-surge 0 knew-harmful 0 sales-analysis 0
financial-analysis 0 cure-cost 0 recall-cost 0 funds-transfer-operator 0 prepaid-misuse 0`

// company is what makes other facts likelier: matters of one kind.
var company = []string{
	"", "", "", "", "", "", "", "",
	"copyright 50 personality-right 35 other-ip 35 design-right 25 trademark 20 domain-name 20",
	"property-damage 55 custody-property 60 malfunction 10",
	"property-damage 60 custody-property 25 malfunction 75 bodily-injury 30 device-itself 35",
	"software-development 97 in-japan 95 re-performance-cost 0 property-damage 0 copyright 0 other-ip 0 bodily-injury 0",
	"cyber-attack 55 suspected-attack 60 business-interference 4 data-loss 4 unforeseen-loss 2 leak 4 suspected-leak 4 managed-system 92 may-cause-incident 25",
	"it-services 10 it-user-activity 35 named-insured 100 leak 50 cyber-attack 60 managed-system 90",
}

func randomFacts(r *rand.Rand) map[string]bool {
	words := strings.Fields(chance + " " + company[r.IntN(len(company))])
	all := map[string]bool{}
	for i := 0; i < len(words); i += 2 {
		n, _ := strconv.Atoi(words[i+1])
		all[words[i]] = r.IntN(100) < n
	}
	return all
}

// around is an instant that is mostly in the period, and often at its edges.
func (w *world) around(r *rand.Rand) time.Time {
	edge := []time.Time{w.start, w.end}[r.IntN(2)]
	switch r.IntN(12) {
	case 0:
		return edge.Add(time.Duration(r.IntN(3)-1) * time.Minute)
	case 1:
		return edge.AddDate(0, 0, r.IntN(60)-30).Add(time.Duration(r.IntN(1440)) * time.Minute)
	}
	return w.start.Add(time.Duration(r.Int64N(int64(w.end.Sub(w.start)))).Truncate(time.Minute))
}

// near is an instant a minute from t or at it, or some days later.
func near(r *rand.Rand, t time.Time, days int) time.Time {
	if r.IntN(3) == 0 {
		return t.Add(time.Duration(r.IntN(3)-1) * time.Minute)
	}
	return t.AddDate(0, 0, r.IntN(days)).Add(time.Duration(r.IntN(1440)) * time.Minute)
}

func (w *world) randomMatter(r *rand.Rand) *matter {
	w.numbered++
	m := &matter{
		number:   fmt.Sprint("C-", w.numbered),
		series:   []string{"", "", "S-1", "S-2"}[r.IntN(4)],
		incident: []string{"", "", "I-1", "I-2"}[r.IntN(4)],
		dates:    dates{made: w.around(r), cause: w.around(r), aware: w.around(r)}, discovered: w.around(r), reputational: w.around(r), measure: w.around(r),
		fact: randomFacts(r),
	}
	if r.IntN(2) == 0 { // a cause that no start lies after
		m.dates.cause = near(r, w.start, 30)
	}
	m.dates.delivered, m.dates.attackOut, m.dates.leakOut = w.around(r), w.around(r), near(r, m.discovered, 30)
	if r.IntN(2) == 0 {
		m.dates.made, m.dates.aware = w.delivering(r, m.dates.delivered)
	}
	for _, t := range []*time.Time{&m.dates.delivered, &m.dates.attackOut, &m.dates.leakOut} {
		if r.IntN(4) == 0 {
			*t = never
		}
	}
	switch r.IntN(12) {
	case 0:
		m.dates.made = never
		if r.IntN(2) == 0 {
			m.dates.aware = never
		}
	case 1:
		m.reputational = never
	case 2:
		m.measure = never
	case 3, 4:
		if m.series != "" {
			m.first = w.around(r)
		}
	}
	if r.IntN(6) == 0 {
		m.late = r.Int64N(3_000_000)
	}
	demands := []string{"D-1", "D-2", "D-3"}[:r.IntN(4)]
	if len(demands) == 0 {
		demands = []string{""}
	}
	facts := slices.Sorted(maps.Keys(m.fact))
	for range 1 + r.IntN(6) {
		m.items = append(m.items, w.randomThing(r, m, demands, facts))
	}
	m.name(r)
	w.possible(r, m)
	w.count(m)
	return m
}

// delivering is a demand and an awareness around a delivery and the month after.
func (w *world) delivering(r *rand.Rand, delivered time.Time) (made, aware time.Time) {
	made = delivered.AddDate(0, 0, r.IntN(40)-5)
	switch r.IntN(4) {
	case 0:
		made = monthFrom(delivered).Add(time.Duration(r.IntN(3)-1) * time.Minute)
	case 1:
		made = delivered.AddDate(0, 0, 40+r.IntN(100))
	}
	if r.IntN(3) == 0 {
		return made, near(r, []time.Time{delivered, monthFrom(delivered)}[r.IntN(2)], 20)
	}
	return made, made.AddDate(0, 0, -r.IntN(5))
}

// randomHead is mostly one that the policy has, and often the one that fits.
func (w *world) randomHead(r *rand.Rand, m *matter) string {
	switch r.IntN(9) {
	case 0, 1:
		return "damages"
	case 2:
		switch {
		case m.fact["malfunction"] && (m.fact["property-damage"] || m.fact["bodily-injury"]) && r.IntN(3) > 0:
			return "malfunction"
		case m.fact["custody-property"]:
			return "custody"
		case m.fact["cyber-attack"] || m.fact["suspected-attack"]:
			return "attack-response"
		}
	}
	head := everyHead[r.IntN(len(everyHead))]
	by, added := map[string]string{"custody": "END-03", "malfunction": "END-04", "regulatory": "END-05"}[head]
	if added && !w.attached[by] && r.IntN(3) > 0 {
		return "damages"
	}
	return head
}

func (w *world) randomThing(r *rand.Rand, m *matter, demands, facts []string) thing {
	it := thing{head: w.randomHead(r, m), fact: map[string]bool{}}
	if slices.Contains(liable, it.head) || it.head == "litigation-response" {
		it.demand = demands[r.IntN(len(demands))]
	}
	it.accepted = r.Int64N(pick(r, 2_000_000, 20_000_000, 160_000_000))
	it.incurred = sooner(m.discovered, m.reputational).AddDate(0, 0, r.IntN(380)-3)
	switch r.IntN(5) {
	case 0:
		it.incurred = yearFrom(m.discovered).Add(time.Duration(r.IntN(3)-1) * time.Minute)
	case 1:
		it.incurred = m.discovered.AddDate(1, 0, r.IntN(2)).Add(time.Duration(r.IntN(3)-1) * time.Minute)
	}
	if r.IntN(3) == 0 {
		for range 1 + r.IntN(3) {
			it.fact[facts[r.IntN(len(facts))]] = r.IntN(3) == 0
		}
	}
	if slices.Contains(damaging, it.head) && m.is(&it, "aggravated-liability") && r.IntN(2) == 0 { // an excess says that there is such an agreement
		it.excess = r.Int64N(it.accepted + 1)
	}
	it.spent = it.incurred
	switch r.IntN(4) {
	case 0:
		it.spent = it.incurred.AddDate(0, 0, r.IntN(20))
	case 1:
		if !m.dates.leakOut.Equal(never) {
			it.spent = day(m.dates.leakOut).AddDate(0, 0, r.IntN(3)-1).Add(time.Duration(r.IntN(1440)) * time.Minute)
		}
	}
	if r.IntN(3) == 0 {
		switch r.IntN(6) {
		case 0:
			it.dates.made = w.around(r)
		case 1:
			it.dates.cause = w.around(r)
		case 2:
			it.dates.aware = w.around(r)
		case 3:
			it.dates.delivered = w.around(r)
			if it.dates.made, it.dates.aware = w.delivering(r, it.dates.delivered); r.IntN(4) == 0 {
				it.dates.delivered = never
			}
		case 4:
			it.dates.attackOut = []time.Time{w.around(r), never}[r.IntN(2)]
		case 5:
			it.dates.leakOut = []time.Time{near(r, it.spent, 3), never}[r.IntN(2)]
		}
	}
	return it
}

// name lets whatever answers a demand name one that is there, where several are.
func (m *matter) name(r *rand.Rand) {
	choose := func(from, among []string) {
		var names []string
		for _, it := range m.items {
			if slices.Contains(from, it.head) && !slices.Contains(names, it.demand) {
				names = append(names, it.demand)
			}
		}
		for i := range m.items {
			if it := &m.items[i]; len(names) > 1 && slices.Contains(among, it.head) && !slices.Contains(names, it.demand) {
				it.demand = names[r.IntN(len(names))]
			}
		}
	}
	choose(damaging, []string{"defence", "cooperation", "litigation-response"})
	choose(liable, []string{"litigation-response"})
}

// possible makes dates that contradict each other possible ones: the first
// demand is the first, a demand that was made is known, and a cause comes before
// what it causes. What is known at a start follows.
func (w *world) possible(r *rand.Rand, m *matter) {
	begun := never // the series, in history
	if rec := w.series[m.series]; rec != nil && m.series != "" {
		begun = rec.made
	}
	if m.dates.made.Equal(never) && (!m.first.IsZero() || !begun.Equal(never)) {
		m.dates.made = w.around(r)
	}
	first := never
	if !m.first.IsZero() {
		m.first = sooner(m.first, sooner(m.firstMade(), begun))
		first = m.first
	}
	if m.series != "" {
		first = sooner(m.firstMade(), begun)
	}
	known := func(made time.Time) time.Time { return sooner(made, first) }
	caused := func(made time.Time) time.Time {
		return sooner(sooner(made, first), sooner(m.discovered, m.reputational))
	}
	m.dates.aware = sooner(m.dates.aware, known(m.dates.made))
	m.dates.cause = sooner(m.dates.cause, caused(m.dates.made))
	starts := func(fact map[string]bool, is func(string) bool, aware time.Time) {
		for name, start := range map[string]time.Time{"known-at-start": w.start, "known-at-first-start": w.first} {
			if !aware.After(start) && !is(name) {
				fact[name] = true
			}
		}
	}
	starts(m.fact, func(name string) bool { return m.fact[name] }, m.dates.aware)
	for i := range 2 * len(m.items) { // what takes the dates of others after them
		it := &m.items[i%len(m.items)]
		on := m.of(it, when{})
		if on.aware.After(known(on.made)) {
			it.dates.aware = known(on.made)
		}
		if on.cause.After(caused(on.made)) {
			it.dates.cause = caused(on.made)
		}
		starts(it.fact, func(name string) bool { return m.is(it, name) }, m.of(it, when{}).aware)
	}
}

// count counts what the claim has.
func (w *world) count(m *matter) {
	if m.series != "" && m.incident != "" {
		w.reach("a series and an incident")
	}
	names := map[string]bool{}
	for _, all := range append([]dates{m.dates}, datesOf(m)...) {
		for name, t := range map[string]time.Time{"made": all.made, "aware": all.aware, "delivered": all.delivered, "attack published": all.attackOut, "leak published": all.leakOut} {
			if t.Equal(never) {
				w.reach("never " + name)
			}
		}
	}
	for _, it := range m.items {
		names[it.demand] = true
		for name, t := range map[string]time.Time{
			"made": it.dates.made, "cause": it.dates.cause, "aware": it.dates.aware,
			"delivered": it.dates.delivered, "attack published": it.dates.attackOut, "leak published": it.dates.leakOut,
		} {
			if !t.IsZero() {
				w.reach("an item of its own " + name)
			}
		}
	}
	if len(names) > 2 && m.series != "" && !w.read["A5=each-claim"] {
		w.reach("several demands in a series")
	}
}

func datesOf(m *matter) []dates {
	all := make([]dates, len(m.items))
	for i, it := range m.items {
		all[i] = it.dates
	}
	return all
}
