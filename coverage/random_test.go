// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestOracle compares random policies, histories and claims of which everything
// is known with the oracle: each verdict, the decision, the payment of each head,
// the figure under one cap, and, through the claims that follow, the history.
func TestOracle(t *testing.T) {
	r, known := rand.New(rand.NewPCG(7, 11)), schemes{}
	for round := 0; round < cases.Rounds(t); {
		w := randomWorld(r)
		p := w.policy(t, known)
		var h coverage.History
		for range 1 + r.IntN(12) {
			round++
			m := w.randomMatter(r)
			c := m.claim(p.Scheme(), w)
			want := w.assess(m)
			a, err := p.Assess(c, h)
			if err != nil {
				t.Fatalf("%v\n%+v\n%+v", err, w, m)
			}
			if got := plain(a); got != want.String() {
				t.Fatalf("round %d\n got %s\nwant %s\nworld %+v\nclaim %+v\nfacts %v\n%s", round, got, want, *w, m.items, trueFacts(m.fact), a.Sheet().Text(english))
			}
			if round%8 == 0 {
				checkSheet(t, a)
			}
			stored, err := coverage.ParseHistory(a.History.String())
			if err != nil || stored != a.History {
				t.Fatalf("%v: history read back as\n%s\nfrom\n%s", err, stored, a.History)
			}
			h = stored
		}
	}
}

// TestUnknown hides facts, figures and hours of random claims. What is said of a
// claim with less known holds of the claim with all of it known: its payment
// lies between the bounds, and a verdict or decision that is settled stays one.
func TestUnknown(t *testing.T) {
	r, known := rand.New(rand.NewPCG(3, 5)), schemes{}
	open := 0
	for range cases.Rounds(t) / 8 {
		w := randomWorld(r)
		p := w.policy(t, known)
		var h coverage.History
		for range r.IntN(3) {
			if a, err := p.Assess(w.randomMatter(r).claim(p.Scheme(), w), h); err == nil {
				h = a.History
			}
		}
		m := w.randomMatter(r)
		c := m.claim(p.Scheme(), w)
		full, err := p.Assess(c, h)
		if err != nil {
			t.Fatal(err)
		}
		hidden := hide(r, c)
		part, err := p.Assess(hidden, h)
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range part.Items {
			if granted(x.Verdict) != granted(full.Items[i].Verdict) && x.Verdict != coverage.Open {
				t.Fatalf("item %d: %v with less known, %v with all\n%v", i, x.Verdict, full.Items[i].Verdict, hidden.Facts)
			}
		}
		if now := full.Payment.Now; now < part.Least || now > part.Most {
			t.Fatalf("%v is not between %v and %v\nworld %+v\nclaim %+v", now, part.Least, part.Most, w, *m)
		}
		switch {
		case part.Decision == coverage.Open:
			open++
			if part.History != h || part.Payment.Now != 0 {
				t.Fatal("an open claim pays, or has a history")
			}
			if len(part.Needed) == 0 && !slices.ContainsFunc(hidden.Items, func(it coverage.Item) bool {
				_, known := it.Recognized.Amount()
				_, excess := it.Excess.Amount()
				return !known || !excess
			}) {
				t.Fatalf("open, and nothing is needed: %v to %v", part.Least, part.Most)
			}
		case part.Payment.Now != full.Payment.Now:
			t.Fatalf("settled at %v, then %v", part.Payment.Now, full.Payment.Now)
		}
	}
	if open == 0 {
		t.Error("no claim was open")
	}
}

func granted(v coverage.Verdict) bool { return v == coverage.Covered }

// hide takes back some of what is known of a claim.
func hide(r *rand.Rand, c coverage.Claim) coverage.Claim {
	c.Items = slices.Clone(c.Items)
	for range r.IntN(5) {
		c.Facts = c.Facts.Unclear(exclusions.NotKnown, exclusions.Fact(notDerived[r.IntN(len(notDerived))]))
	}
	for i := range c.Items {
		switch r.IntN(8) {
		case 0:
			c.Items[i].Recognized = coverage.Figure{}
		case 1:
			c.Items[i].Incurred = coverage.Moment{}
		case 2:
			c.Items[i].Incurred = coverage.On(c.Items[i].Incurred.Date())
		case 3:
			c.Items[i].Excess = coverage.Figure{}
		}
	}
	for _, m := range []*coverage.Moment{&c.Dates.Made, &c.Dates.Discovered, &c.Dates.Aware, &c.Dates.Delivered, &c.Dates.Measure} {
		if r.IntN(6) == 0 && !m.IsZero() {
			*m = coverage.On(m.Date())
		}
	}
	return c
}

// String writes the verdict as plain does an assessment.
func (v verdictOf) String() string {
	parts := make([]string, 0, len(v.parts))
	for h, n := range v.parts {
		parts = append(parts, fmt.Sprint(h, "=", n))
	}
	slices.Sort(parts)
	return fmt.Sprint(v.items, " ", v.decision, " ", v.now, " beside ", v.beside, " over ", v.overpaid, " ", parts)
}

func plain(a coverage.Assessment) string {
	v := verdictOf{decision: a.Decision.String(), now: int64(a.Payment.Now), beside: int64(a.Payment.Beside), overpaid: int64(a.Payment.Overpaid), parts: map[string]int64{}}
	for _, x := range a.Items {
		v.items = append(v.items, x.Verdict.String())
	}
	for h, part := range a.Payment.Parts() {
		if part.Now != 0 {
			v.parts[string(h)] = int64(part.Now)
		}
	}
	return v.String()
}

func trueFacts(m map[string]bool) []string {
	var all []string
	for f, b := range m {
		if b {
			all = append(all, f)
		}
	}
	slices.Sort(all)
	return all
}

func randomWorld(r *rand.Rand) *world {
	w := &world{
		read: map[string]bool{}, attached: map[string]bool{}, own: map[string]int64{},
		paid: map[string]int64{}, series: map[string]*record{},
		start: time.Date(2024, 7, 1, 16, 0, 0, 0, time.UTC), end: time.Date(2025, 7, 1, 16, 0, 0, 0, time.UTC),
		liability: 100_000_000, deductible: pick(r, 0, 300_000, 1_000_000), litigation: 10_000_000,
		overall: pick(r, 0, 20_000_000, 60_000_000),
	}
	if r.IntN(4) == 0 {
		w.start = time.Date(2024, 7+time.Month(1+r.IntN(11)), 1, 0, 0, 0, 0, time.UTC)
	}
	for range r.IntN(4) {
		word := allReadings[r.IntN(len(allReadings))]
		id, _, _ := strings.Cut(word, "=")
		again := word == "" || id == "A9" || id == "A10"
		for other := range w.read {
			again = again || strings.HasPrefix(other, id+"=")
		}
		if !again {
			w.read[word] = true
		}
	}
	if w.overall == 0 {
		w.overall = 100_000_000
	}
	for _, h := range append(slices.Clone(costHeads), "reputational") {
		w.own[h] = pick(r, 5_000_000, 20_000_000, 100_000_000)
	}
	for i := 1; i <= 7; i++ {
		if r.IntN(3) == 0 {
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

// schemes are those that were made before, by their readings.
type schemes map[string]coverage.Scheme

func (w *world) policy(t *testing.T, known schemes) coverage.Policy {
	t.Helper()
	var err error
	key := strings.Join(slices.Sorted(maps.Keys(w.read)), " ")
	scheme, ok := known[key]
	if !ok {
		if scheme, err = coverage.JISA2024(readings(t, key)); err != nil {
			t.Fatal(err)
		}
		known[key] = scheme
	}
	terms := coverage.Terms{
		Edition: "JISA-2024", Number: "P-1", Company: "C", Period: span(w.start, w.end),
		Choices: limits.Choices{
			Liability: yen.Amount(w.liability), Deductible: yen.Amount(w.deductible), Litigation: yen.Amount(w.litigation),
			Custody: yen.Amount(w.custody), Malfunction: yen.Amount(w.malfunction), Regulatory: yen.Amount(w.regulatory),
			Costs: limits.Costs{
				AttackResponse: yen.Amount(w.own["attack-response"]), Investigation: yen.Amount(w.own["investigation"]),
				Advisory: yen.Amount(w.own["advisory"]), Restoration: yen.Amount(w.own["restoration"]),
				OtherResponse: yen.Amount(w.own["other-response"]), RecurrencePrevention: yen.Amount(w.own["recurrence-prevention"]),
				Reputational: yen.Amount(w.own["reputational"]), Overall: yen.Amount(w.overall),
			},
		},
	}
	for id := range w.attached {
		terms.Attached = append(terms.Attached, clause.ID(id))
	}
	p, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	if w.declared > 0 {
		by, err := premium.NewReduction(yen.Amount(w.declared), yen.Amount(w.actual))
		if err != nil {
			t.Fatal(err)
		}
		if p, err = p.UnderDeclared(by); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// chance is how often each fact is so, in percent.
const chance = `named-insured 97 data-centre-contractor 60 named-insured-services 70
it-services 92 it-user-activity 30 unforeseen-accident 96 with-consent 90 at-insurers-request 90
business-interference 40 data-loss 20 tangible-damage 40 unforeseen-loss 10 leak 40 suspected-leak 20
cyber-attack 40 suspected-attack 40 managed-system 60 may-cause-incident 60 shutdown-outsourced 50
attack-verification 50 outside-body 60 external-report 60 directly-necessary 93 of-another-type 5
consolation 20 personal-data 70 necessary-and-useful 90 ordinary-spending 5 suit-filed 85
reputational-incident 85 fine-itself 20 regulatory-measure 92
wilful-act 1 war 1 flood 1 crime 4 crime-of-negligence 60 knew-unlawful 1 others-reputation 1 licence-fee 1
product-defect 1 sales-forecast 1 re-performance-cost 3 crypto-exchange 1 prepaid-issuer 5 wrongful-transfer 30
bodily-injury 8 copyright 10 personality-right 8 other-ip 6 leak-in-attack 50 attacker-in-business 40
late-completion 6 fire 30 sudden-accident 60 system-stopped 60 software-development 35 in-japan 80
property-damage 10 property-left-out 50 custody-property 60 malfunction 40 device-itself 30 aggravated-liability 20
riot 0 labour-dispute 0 earthquake 0 eruption 0 tsunami 0 storm-surge 0 knew-harmful 0 sales-analysis 0
financial-analysis 0 cure-cost 0 recall-cost 0 funds-transfer-operator 0 prepaid-misuse 0`

func randomFacts(r *rand.Rand) map[string]bool {
	words := strings.Fields(chance)
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
	switch r.IntN(8) {
	case 0:
		return edge.Add(time.Duration(r.IntN(3)-1) * time.Minute)
	case 1:
		return edge.AddDate(0, 0, r.IntN(60)-30).Add(time.Duration(r.IntN(1440)) * time.Minute)
	}
	return w.start.Add(time.Duration(r.Int64N(int64(w.end.Sub(w.start)))).Truncate(time.Minute))
}

func (w *world) randomMatter(r *rand.Rand) *matter {
	m := &matter{
		series: []string{"", "", "S-1", "S-2"}[r.IntN(4)],
		made:   w.around(r), discovered: w.around(r), reputational: w.around(r), measure: w.around(r),
		cause: w.around(r), aware: w.around(r), fact: randomFacts(r),
	}
	for _, later := range []time.Time{m.made, m.discovered} {
		if later.Before(m.cause) {
			m.cause = later
		}
	}
	if r.IntN(3) > 0 {
		m.delivered = w.around(r)
		if r.IntN(2) == 0 {
			m.made = m.delivered.AddDate(0, 0, r.IntN(40)-5)
			if m.made.Before(m.cause) {
				m.cause = m.made
			}
			m.aware = m.made.AddDate(0, 0, -r.IntN(5))
		}
	}
	if r.IntN(2) == 0 {
		m.published = m.discovered.AddDate(0, 0, r.IntN(20))
	}
	if r.IntN(6) == 0 {
		m.late = r.Int64N(3_000_000)
	}
	facts := slices.Sorted(maps.Keys(m.fact))
	for range 1 + r.IntN(6) {
		it := thing{head: everyHead[r.IntN(len(everyHead))], fact: map[string]bool{}}
		if r.IntN(3) == 0 {
			it.head = "damages"
		}
		most := pick(r, 2_000_000, 20_000_000, 160_000_000)
		it.recognized = r.Int64N(most)
		it.incurred = m.discovered.AddDate(0, 0, r.IntN(380)-3)
		if r.IntN(4) == 0 {
			it.incurred = yearFrom(m.discovered).Add(time.Duration(r.IntN(3)-1) * time.Minute)
		}
		if r.IntN(3) == 0 {
			for range 1 + r.IntN(3) {
				it.fact[facts[r.IntN(len(facts))]] = r.IntN(3) == 0
			}
		}
		if m.is(it, "aggravated-liability") && r.IntN(2) == 0 { // an excess says that there is such an agreement
			it.excess = r.Int64N(it.recognized + 1)
		}
		if it.spent = it.incurred; r.IntN(4) == 0 {
			it.spent = it.incurred.AddDate(0, 0, r.IntN(20))
		}
		m.items = append(m.items, it)
	}
	return m
}

// claim writes a matter as a claim in which everything is known.
func (m *matter) claim(s coverage.Scheme, w *world) coverage.Claim {
	if w.known == nil {
		w.known = map[string]bool{}
		for _, q := range s.Schedule().Wording().Questions {
			w.known[string(q.Fact)] = true
		}
	}
	stated := func(all map[string]bool) (f exclusions.Facts) {
		var yes, no []exclusions.Fact
		for name, b := range all {
			if w.known[name] {
				if b {
					yes = append(yes, exclusions.Fact(name))
				} else {
					no = append(no, exclusions.Fact(name))
				}
			}
		}
		return f.Yes(yes...).No(no...)
	}
	c := coverage.Claim{
		Series: m.series, Facts: stated(m.fact), LateNotice: yen.Amount(m.late),
		Dates: coverage.Dates{
			Made: at(m.made), Discovered: at(m.discovered), Reputational: at(m.reputational), Measure: at(m.measure),
			Cause: at(m.cause), Aware: at(m.aware),
		},
	}
	if m.delivered.IsZero() {
		c.Facts = c.Facts.Yes("never-delivered").No("claim-before-delivery", "claim-within-month", "known-before-delivery", "known-within-month")
	} else {
		c.Dates.Delivered = at(m.delivered)
	}
	if m.published.IsZero() {
		c.Facts = c.Facts.No("publicly-clear", "clear-when-spent")
	} else {
		c.Dates.Published = at(m.published)
	}
	for _, it := range m.items {
		c.Items = append(c.Items, coverage.Item{
			Head: limits.Head(it.head), Claimed: yen.Amount(it.recognized + 1), Recognized: coverage.Exactly(yen.Amount(it.recognized)),
			Excess: coverage.Exactly(yen.Amount(it.excess)), Incurred: at(it.incurred), Spent: at(it.spent), Facts: stated(it.fact),
		})
	}
	return c
}

func at(t time.Time) coverage.Moment {
	return coverage.At(period.MustParseInstant(t.Format("2006-01-02 15:04")))
}

func span(start, end time.Time) period.Period {
	return period.MustParse(start.Format("2006-01-02 15:04") + " - " + end.Format("2006-01-02 15:04"))
}
