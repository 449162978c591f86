// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"maps"
	"slices"
	"time"
)

// The oracle assesses a claim by itself, in plain booleans and exact rationals,
// the way the order of assessment reads, without anything of this module. It
// stands in three files: claims and their history here, the verdict of an item
// in oracle_item_test.go, and the money in oracle_pay_test.go.

// A world is a policy and its history, with nothing unknown.
type world struct {
	known    map[string]bool // the vocabulary of the edition
	read     map[string]bool // readings that are not the default, such as A4=classical
	attached map[string]bool // endorsements

	start, end time.Time // of the period
	first      time.Time // start of the first of the unbroken periods

	liability, deductible, litigation int64
	custody, malfunction, regulatory  int64 // own limits
	own                               map[string]int64
	overall                           int64
	declared, actual                  int64 // premiums; 0 is no reduction

	numbered int                   // claims so far
	held     map[string]int64      // what claims take of the limits
	series   map[string]*record    // claims that are one
	incident map[string]*discovery // claims that respond to one incident

	reached map[string]int // how often a rule was what decided; nil counts nothing
}

// A record is what a series has had. What it holds of the limits is the larger
// of what it is due and what it was paid, head by head.
type record struct {
	made             time.Time
	by               string // the decision of the claim that gave the date
	loss, paid, held map[string]int64
	late             int64
}

// A discovery is the first one of an incident.
type discovery struct {
	seen, rumour time.Time // of the security and of the reputational incident
	by           string
}

// never is the time of what did not happen: after every other.
var never = time.Date(9000, 1, 1, 0, 0, 0, 0, time.UTC)

// dates are those that an item may have over the claim; zero is that of the
// claim.
type dates struct{ made, cause, aware, delivered, attackOut, leakOut time.Time }

// A matter is a claim with nothing unknown.
type matter struct {
	number                            string
	series, incident                  string
	dates                             dates
	first                             time.Time // zero where it is not said
	discovered, reputational, measure time.Time
	fact                              map[string]bool
	items                             []thing
	late                              int64
}

type thing struct {
	head, demand     string
	accepted, excess int64
	incurred, spent  time.Time
	dates            dates
	fact             map[string]bool // over those of the claim
}

// A verdictOf is what the oracle says of a claim.
type verdictOf struct {
	items    []string
	decision string
	now      int64
	beside   int64
	overpaid int64
	parts    map[string]int64
}

var (
	damaging  = []string{"damages", "custody", "malfunction"}
	liable    = append(slices.Clone(damaging), "defence", "cooperation")
	costHeads = []string{"attack-response", "investigation", "advisory", "restoration", "other-response", "recurrence-prevention"}
	everyHead = append(append(slices.Clone(liable), costHeads...), "litigation-response", "reputational", "regulatory")
)

// reach counts that a rule was reached; under what, that it decided.
func (w *world) reach(what string) {
	if w.reached != nil {
		w.reached[what]++
	}
}

// when is the dates that claims share.
type when struct {
	series time.Time // of the first demand; zero where every demand counts by itself
	seen   time.Time // first discovery of the incident
	rumour time.Time // of the reputational incident, as far as it counts by itself
}

func (w *world) when(m *matter) (d when) {
	if !w.read["A5=each-claim"] {
		d.series = m.first
		if m.series != "" {
			d.series = m.firstMade()
			if rec := w.series[m.series]; rec != nil && rec.made.Before(d.series) {
				d.series = rec.made
			}
		}
	}
	d.seen, d.rumour = m.discovered, m.reputational
	if inc := w.incident[m.incident]; inc != nil {
		d.seen, d.rumour = sooner(d.seen, inc.seen), sooner(d.rumour, inc.rumour)
	}
	if !w.read["A5b=two"] && !d.rumour.Equal(never) { // what was not discovered has no date
		d.seen = sooner(d.seen, d.rumour)
		d.rumour = d.seen
	}
	return d
}

// firstMade is the first demand that the claim itself knows of.
func (m *matter) firstMade() time.Time {
	t := m.dates.made
	if !m.first.IsZero() {
		t = sooner(t, m.first)
	}
	for _, it := range m.items {
		if !it.dates.made.IsZero() {
			t = sooner(t, it.dates.made)
		}
	}
	return t
}

func sooner(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// of returns the dates of an item, with those of the claim where it has none.
func (m *matter) of(it *thing, d when) dates {
	all := m.dates
	to, own := all.each(), it.dates.each()
	for i := range to {
		if t := m.agreed(it, i); !t.IsZero() {
			*to[i] = t
		}
		if !own[i].IsZero() {
			*to[i] = *own[i]
		}
	}
	if !d.series.IsZero() {
		all.made = d.series
	}
	return all
}

// each returns the dates in an order.
func (d *dates) each() [6]*time.Time {
	return [...]*time.Time{&d.made, &d.cause, &d.aware, &d.delivered, &d.attackOut, &d.leakOut}
}

// agreed is the date, by its place, that the damages of a demand have as their
// own, if they agree on it: it is that of what answers the demand, too.
func (m *matter) agreed(it *thing, place int) (t time.Time) {
	if it.head != "defence" && it.head != "cooperation" && it.head != "litigation-response" {
		return t
	}
	for i := range m.items {
		other := &m.items[i]
		if !slices.Contains(damaging, other.head) || other.demand != it.demand {
			continue
		}
		theirs := *other.dates.each()[place]
		if !theirs.IsZero() && !t.IsZero() && !theirs.Equal(t) {
			return time.Time{}
		}
		if !theirs.IsZero() {
			t = theirs
		}
	}
	return t
}

func (m *matter) is(it *thing, fact string) bool {
	if b, ok := it.fact[fact]; ok {
		return b
	}
	return m.fact[fact]
}

// verdicts judges the items, each by itself and then those that follow others.
func (w *world) verdicts(m *matter) []string {
	d := w.when(m)
	all := make([]string, len(m.items))
	for i := range m.items {
		all[i] = w.item(m, &m.items[i], d)
	}
	judged := slices.Clone(all)
	for i := range m.items {
		it := &m.items[i]
		if all[i] != "covered" {
			continue
		}
		found, granted := false, false
		for j, other := range m.items {
			if slices.Contains(damaging, other.head) && other.demand == it.demand {
				found = true
				granted = granted || judged[j] == "covered"
			}
		}
		switch it.head {
		case "defence", "cooperation":
			if !found {
				for _, h := range damaging {
					granted = granted || w.item(m, &thing{head: h, dates: it.dates, fact: it.fact}, d) == "covered"
				}
				w.reach(it.head + " alone, granted " + yes(granted))
			} else {
				w.reach(it.head + " of a demand, granted " + yes(granted))
			}
		case "litigation-response":
			w.reach("suit beside its demand " + yes(found) + ", granted " + yes(granted || !found))
			granted = granted || !found
		default:
			continue
		}
		if !granted {
			all[i] = "not-covered"
		}
	}
	return all
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// assess judges a claim, pays it, and adds it to the history.
func (w *world) assess(m *matter) verdictOf {
	v := verdictOf{items: w.verdicts(m), parts: map[string]int64{}}
	rec := &record{}
	series := m.series != "" && !w.read["A5=each-claim"]
	if series && w.series[m.series] != nil {
		rec = w.series[m.series]
	}
	parts := w.claims(m, v.items, series)
	some := false
	for _, p := range parts {
		some = some || sum(p.loss) > 0
	}
	due, last := w.pay(rec, parts, false)
	capped, _ := w.pay(rec, parts, true)

	had, total := sum(rec.paid), sum(due)
	v.now, v.overpaid = max(total-had, 0), max(had-total, 0)
	v.beside = max(sum(capped)-had, 0)
	all := v.items[0]
	for _, x := range v.items {
		if x != all {
			all = ""
		}
	}
	switch {
	case v.now > 0:
		v.decision = "payable"
	case all == "excluded" || all == "outside-period":
		v.decision = all
	default:
		v.decision = "nothing-payable"
	}
	d := w.when(m)
	w.date(m, d, v.decision)
	if v.overpaid == 0 {
		for h := range everyOf(rec.paid, due) {
			if now := due[h] - rec.paid[h]; now != 0 {
				v.parts[h] = now
				if now < 0 {
					w.reach("set off")
				}
			}
		}
	}
	if v.now == 0 && (!series || !some && m.late == 0) {
		return v
	}
	paid := due
	if v.overpaid > 0 {
		paid = rec.paid
		w.reach("overpaid")
	}
	held := map[string]int64{}
	for h := range everyOf(paid, due) {
		held[h] = max(paid[h], due[h])
		if held[h] > due[h] {
			w.reach("held more than due")
		}
		w.held[h] += held[h] - rec.held[h]
	}
	if series {
		next := w.series[m.series]
		next.loss, next.late, next.paid, next.held = last.loss, last.late, paid, held
	}
	return v
}

// date records when the series and the incident of a claim began. A claim that
// is denied or open dates them, too.
func (w *world) date(m *matter, d when, by string) {
	if m.series != "" && !w.read["A5=each-claim"] {
		rec := w.series[m.series]
		if rec == nil {
			rec = &record{made: never}
			w.series[m.series] = rec
		}
		if d.series.Before(rec.made) {
			rec.made, rec.by = d.series, by
		}
	}
	if m.incident != "" {
		seen := d.seen
		inc := w.incident[m.incident]
		if inc == nil {
			inc = &discovery{seen: never, rumour: never}
			w.incident[m.incident] = inc
		}
		inc.rumour = sooner(inc.rumour, d.rumour)
		if seen.Before(inc.seen) {
			inc.seen, inc.by = seen, by
		}
	}
}

// A part is what is paid as one claim: a series to date, or a demand.
type part struct {
	loss map[string]int64
	late int64
}

// claims returns the covered losses by the claims that they are.
func (w *world) claims(m *matter, verdicts []string, series bool) []part {
	all := []part{{map[string]int64{}, m.late}}
	of := map[string]int{}
	for i := range m.items {
		it := &m.items[i]
		to := 0
		if !series && (slices.Contains(liable, it.head) || it.head == "litigation-response") {
			n, ok := of[it.demand]
			if !ok {
				if n = len(of); n > 0 {
					all = append(all, part{map[string]int64{}, 0})
				}
				of[it.demand] = n
			}
			to = n
		}
		if verdicts[i] != "covered" {
			continue
		}
		amount := it.accepted
		if slices.Contains(damaging, it.head) && m.is(it, "aggravated-liability") {
			amount -= it.excess
		}
		all[to].loss[it.head] += amount
	}
	if len(all) > 1 {
		w.reach("several demands, claims of their own")
		if m.series != "" {
			w.reach("several demands of a series, each a claim")
		}
	}
	return all
}

func everyOf(all ...map[string]int64) map[string]bool {
	heads := map[string]bool{}
	for _, m := range all {
		for h := range m {
			heads[h] = true
		}
	}
	return heads
}

func sum(m map[string]int64) (n int64) {
	for _, x := range m {
		n += x
	}
	return n
}

// clone returns a world with a history of its own.
func (w *world) clone() *world {
	c := *w
	c.held, c.own = maps.Clone(w.held), maps.Clone(w.own)
	c.series, c.incident = map[string]*record{}, map[string]*discovery{}
	for name, rec := range w.series {
		r := *rec
		c.series[name] = &r
	}
	for name, inc := range w.incident {
		i := *inc
		c.incident[name] = &i
	}
	return &c
}
