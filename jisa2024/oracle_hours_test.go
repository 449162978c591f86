// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// TestHours takes the hours from some times of claims in which much falls on one
// day, and lets the oracle judge every order in which that day can have gone.
// Where an item comes out the same in all of them it is settled, where it does
// not it is open, and the payment of each order lies between the bounds.
func TestHours(t *testing.T) {
	r, known := rand.New(rand.NewPCG(13, 17)), schemes{}
	settled, open := 0, 0
	for range cases.Rounds(t) / 16 {
		w := randomWorld(r)
		p := w.policy(t, known)
		var h coverage.History
		on := w.someDay(r)
		for range r.IntN(3) {
			m := w.matterOn(r, on)
			w.assess(m)
			a, err := p.Assess(m.claim(p.Scheme(), w), h)
			if err != nil {
				t.Fatalf("%v\n%s", err, w.tell(m))
			}
			h = a.History
		}
		m := w.matterOn(r, on)
		c := m.claim(p.Scheme(), w)
		hidden := m.withoutHours(r, &c)
		a, err := p.Assess(c, h)
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, w.tell(m), says(c))
		}
		days := w.orders(m, hidden)
		fail := func(format string, args ...any) {
			t.Helper()
			t.Fatalf(format+"\n%s\n%s\nhistory\n%v", append(args, w.tell(m), says(c), h)...)
		}
		for i, x := range a.Items() {
			switch is := days.items[i]; {
			case is.strict != is.listed: // it turns on an order that no date by itself rules out
			case is.strict == both && x.Verdict != coverage.Open:
				fail("item %d is %v, and turns on the hour", i, x.Verdict)
			case is.strict != both && x.Verdict == coverage.Open:
				fail("item %d is open, and whatever the hour %s", i, is.strict)
			case is.strict != both && granted(x.Verdict) != (is.strict == always):
				fail("item %d is %v, and whatever the hour %s", i, x.Verdict, is.strict)
			case is.strict == both:
				open++
			default:
				settled++
			}
		}
		for now, order := range days.now {
			if int64(a.Least) > now || now > int64(a.Most) || a.Decision != coverage.Open && int64(a.Payment.Now) != now {
				fail("%v, %v to %v, and %d where %s", a.Decision, a.Least, a.Most, now, order)
			}
		}
	}
	if settled == 0 || open == 0 {
		t.Errorf("%d items settled, %d open", settled, open)
	}
}

// someDay is a day on which much happens: that of a boundary, or any.
func (w *world) someDay(r *rand.Rand) time.Time {
	switch r.IntN(4) {
	case 0:
		return day(w.start)
	case 1:
		return day(w.end)
	}
	return day(w.around(r))
}

// matterOn is a matter that turns on its dates, many of which fall on one day.
func (w *world) matterOn(r *rand.Rand, on time.Time) *matter {
	m := w.randomMatter(r)
	m.fact = benign(r)
	if r.IntN(3) == 0 {
		m.series, m.incident, m.first = "", "", time.Time{}
	}
	if r.IntN(3) == 0 && !m.dates.delivered.Equal(never) {
		on = monthFrom(m.dates.delivered).AddDate(0, 0, -r.IntN(2))
	}
	hours := []int{0, 1, 9 * 60, 16*60 - 1, 16 * 60, 16*60 + 1, 24*60 - 1, r.IntN(24 * 60)}
	none := coverage.Claim{Number: "C-1", Items: make([]coverage.Item, len(m.items))}
	for _, d := range moments(m, &none) {
		if !d.is.IsZero() && r.IntN(2) == 0 {
			*d.is = on.Add(time.Duration(hours[r.IntN(len(hours))]) * time.Minute)
		}
	}
	for i := range m.items {
		it := &m.items[i]
		it.fact, it.excess = map[string]bool{}, 0
		if seen := sooner(m.discovered, m.reputational); it.incurred.Before(seen) && r.IntN(3) > 0 {
			it.incurred = seen.Add(time.Duration(r.IntN(3)) * time.Hour)
		}
		if slices.Contains(damaging, it.head) && r.IntN(3) > 0 {
			it.head = "damages"
		}
	}
	w.possible(r, m)
	return m
}

// benign are facts on which items are covered unless a date says otherwise.
func benign(r *rand.Rand) map[string]bool {
	all := map[string]bool{}
	for i, word := range strings.Fields(chance) {
		if i%2 == 0 {
			all[word] = false
		}
	}
	for _, so := range strings.Fields(`named-insured it-services unforeseen-accident with-consent at-insurers-request requirements-met
		leak cyber-attack managed-system shutdown-outsourced directly-necessary necessary-for-suit personal-data necessary-and-useful
		suit-filed reputational-incident regulatory-measure in-japan`) {
		all[so] = true
	}
	all["software-development"], all["consolation"] = r.IntN(3) > 0, r.IntN(3) == 0
	all["known-at-start"], all["known-at-first-start"] = r.IntN(3) == 0, r.IntN(3) == 0
	all["custody-property"], all["malfunction"], all["property-damage"] = r.IntN(4) == 0, r.IntN(4) == 0, r.IntN(4) == 0
	return all
}

// withoutHours takes the hours of up to three times from a claim, rather on a day
// on which much happens, and any that no rule asks for. It returns those that
// count.
func (m *matter) withoutHours(r *rand.Rand, c *coverage.Claim) (hidden []*time.Time) {
	all := moments(m, c)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	crowd := map[time.Time]int{}
	for _, d := range all {
		if !d.dayOnly {
			crowd[day(*d.is)]++
		}
	}
	slices.SortStableFunc(all, func(a, b date) int { return crowd[day(*b.is)] - crowd[day(*a.is)] })
	most := 1 + r.IntN(3)
	for _, d := range all {
		if d.is.IsZero() || d.is.Equal(never) || d.said.IsZero() {
			continue
		}
		switch {
		case d.dayOnly && r.IntN(2) == 0:
			*d.said = period.On(d.said.Date())
		case !d.dayOnly && len(hidden) < most && r.IntN(2) == 0:
			*d.said = period.On(d.said.Date())
			hidden = append(hidden, d.is)
		}
	}
	return hidden
}

// What an item is, whatever the hour.
const (
	unseen = iota
	always
	not
	both = always | not
)

type granting int

func (g granting) String() string {
	return []string{"impossible", "granted", "not granted", "either"}[g]
}

// outcomes are what a claim comes to over the orders that its days can have
// gone in. Listed leaves out what two dates beside each other rule out, strict
// also what follows from the facts and the series.
type outcomes struct {
	items []struct{ listed, strict granting }
	now   map[int64]string
}

// orders judges every order of the hidden times among all that is known of their
// days.
func (w *world) orders(m *matter, hidden []*time.Time) (o outcomes) {
	o.items = make([]struct{ listed, strict granting }, len(m.items))
	o.now = map[int64]string{}
	was := make([]time.Time, len(hidden))
	for i, t := range hidden {
		was[i] = *t
	}
	paid := map[string]int64{}
	visit := func() {
		listed, strict := w.can(m)
		if !listed {
			return
		}
		verdicts := w.verdicts(m)
		for i, v := range verdicts {
			g := granting(not)
			if v == "covered" {
				g = always
			}
			o.items[i].listed |= g
			if strict {
				o.items[i].strict |= g
			}
		}
		if key := strings.Join(verdicts, " "); strict {
			now, ok := paid[key]
			if !ok {
				now = w.clone().assess(m).now
				paid[key] = now
			}
			if _, ok := o.now[now]; !ok {
				o.now[now] = w.tell(m)
			}
		}
	}
	w.place(hidden, w.points(m, hidden), visit)
	for i, t := range hidden {
		*t = was[i]
	}
	return o
}

// points are the hours of what is known, by the day of the year: an hour counts
// on the same day of the next year, too, when a period runs to the moment.
func (w *world) points(m *matter, hidden []*time.Time) map[string][]time.Duration {
	all := map[string][]time.Duration{}
	add := func(t time.Time) {
		if !t.IsZero() && !t.Equal(never) {
			all[dayOfYear(t)] = append(all[dayOfYear(t)], t.Sub(day(t)))
		}
	}
	add(w.start)
	add(w.end)
	add(w.first)
	if rec := w.series[m.series]; rec != nil {
		add(rec.made)
	}
	if inc := w.incident[m.incident]; inc != nil {
		add(inc.seen)
		add(inc.rumour)
	}
	none := coverage.Claim{Number: "C-1", Items: make([]coverage.Item, len(m.items))}
	for _, d := range moments(m, &none) {
		if !d.dayOnly && !slices.Contains(hidden, d.is) {
			add(*d.is)
		}
	}
	return all
}

func dayOfYear(t time.Time) string { return t.Format("01-02") }

// place puts the hidden times, one after the other, at every point of their days
// and between them.
func (w *world) place(hidden []*time.Time, points map[string][]time.Duration, visit func()) {
	if len(hidden) == 0 {
		visit()
		return
	}
	t := hidden[0]
	on, key := day(*t), dayOfYear(*t)
	taken := points[key]
	sorted := slices.Compact(slices.Sorted(slices.Values(taken)))
	tries := slices.Clone(sorted)
	from := time.Duration(0)
	for _, p := range append(sorted, 24*time.Hour) {
		if p > from {
			tries = append(tries, from+(p-from)/2)
		}
		from = p
	}
	for _, p := range tries {
		*t = on.Add(p)
		points[key] = append(slices.Clone(taken), p)
		w.place(hidden[1:], points, visit)
	}
	points[key] = taken
}

// can says whether the dates of a matter can be. Listed asks what two dates of
// one claim or item say; strict asks for the rest, too.
func (w *world) can(m *matter) (listed, strict bool) {
	first, begun := never, never
	if !m.first.IsZero() {
		first = m.first
	}
	if rec := w.series[m.series]; rec != nil && m.series != "" {
		begun = rec.made
	}
	fits := func(d dates) bool {
		return !d.aware.After(sooner(d.made, first)) && !d.cause.After(sooner(sooner(d.made, first), m.discovered))
	}
	listed = fits(m.dates) && (m.first.IsZero() || !first.After(sooner(m.dates.made, begun)))
	strict = m.first.IsZero() || !first.After(m.firstMade())
	known := first // of the series
	if m.series != "" {
		known = sooner(m.firstMade(), begun)
	}
	told := func(d dates, is func(string) bool) bool {
		return (is("known-at-start") || d.aware.After(w.start)) && (is("known-at-first-start") || d.aware.After(w.first)) && !d.aware.After(known)
	}
	strict = strict && told(m.dates, func(f string) bool { return m.fact[f] })
	for i := range m.items {
		it := &m.items[i]
		on := m.of(it, when{})
		listed = listed && fits(on)
		strict = strict && told(on, func(f string) bool { return m.is(it, f) })
	}
	return listed, listed && strict
}
