// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// claim writes a matter as a claim in which everything is known. What never
// happened is said by its date or, in some claims, by the fact.
func (m *matter) claim(s coverage.Scheme, w *world) coverage.Claim {
	if w.known == nil {
		w.known = map[string]bool{}
		for _, q := range s.Schedule().Wording().Questions {
			w.known[string(q.Fact)] = true
		}
	}
	stated := func(all map[string]bool) (f fact.Set) {
		var yes, no []fact.Name
		for name, b := range all {
			if w.known[name] {
				if b {
					yes = append(yes, fact.Name(name))
				} else {
					no = append(no, fact.Name(name))
				}
			}
		}
		return f.Yes(yes...).No(no...)
	}
	c := coverage.Claim{
		Number: m.number, Series: m.series, Incident: m.incident, Facts: stated(m.fact), LateNotice: yen.Amount(m.late),
	}
	for _, it := range m.items {
		c.Items = append(c.Items, coverage.Item{
			Head: limits.Head(it.head), Demand: it.demand, Claimed: yen.Amount(it.accepted + 1), Accepted: yen.Exactly(yen.Amount(it.accepted)),
			Excess: yen.Exactly(yen.Amount(it.excess)), Facts: stated(it.fact),
		})
	}
	for _, d := range moments(m, &c) {
		*d.said = at(*d.is)
	}
	for _, by := range []struct {
		fact fact.Name
		so   bool
		said *period.Moment
		own  func(dates) time.Time
	}{
		{"never-delivered", true, &c.Dates.Delivered, func(d dates) time.Time { return d.delivered }},
		{"publicly-clear", false, &c.Dates.AttackPublished, func(d dates) time.Time { return d.attackOut }},
		{"clear-when-spent", false, &c.Dates.LeakPublished, func(d dates) time.Time { return d.leakOut }},
	} {
		own := slices.ContainsFunc(m.items, func(it thing) bool { return !by.own(it.dates).IsZero() })
		if *by.said != period.Never() || own || len(m.items)%2 == 0 {
			continue
		}
		*by.said = period.Moment{}
		if by.so {
			c.Facts = c.Facts.Yes(by.fact)
		} else {
			c.Facts = c.Facts.No(by.fact)
		}
	}
	return c
}

// A date is one time in a matter, and as a claim says it.
type date struct {
	is      *time.Time
	said    *period.Moment
	dayOnly bool // no rule asks for its hour
}

// moments are the times of a matter beside those of its claim.
func moments(m *matter, c *coverage.Claim) []date {
	all := []date{
		{&m.dates.made, &c.Dates.Made, false}, {&m.first, &c.Dates.First, false},
		{&m.dates.cause, &c.Dates.Cause, false}, {&m.dates.aware, &c.Dates.Aware, false}, {&m.dates.delivered, &c.Dates.Delivered, false},
		{&m.discovered, &c.Dates.Discovered, false}, {&m.reputational, &c.Dates.Reputational, false}, {&m.measure, &c.Dates.Measure, false},
		{&m.dates.attackOut, &c.Dates.AttackPublished, true}, {&m.dates.leakOut, &c.Dates.LeakPublished, true},
	}
	for i := range m.items {
		own, said := &m.items[i].dates, &c.Items[i].Dates
		all = append(all,
			date{&m.items[i].incurred, &c.Items[i].Incurred, false}, date{&m.items[i].spent, &c.Items[i].Spent, true},
			date{&own.made, &said.Made, false}, date{&own.cause, &said.Cause, false}, date{&own.aware, &said.Aware, false},
			date{&own.delivered, &said.Delivered, false}, date{&own.attackOut, &said.AttackPublished, true}, date{&own.leakOut, &said.LeakPublished, true})
	}
	return all
}

// says writes what a claim says of its times, and what it leaves open.
func says(c coverage.Claim) string {
	var b strings.Builder
	fmt.Fprintf(&b, "said %+v\n", c.Dates)
	unclear := func(f fact.Set) (all []string) {
		for fact, a := range f.All() {
			if !a.Stated() {
				all = append(all, string(fact))
			}
		}
		return all
	}
	fmt.Fprintln(&b, "not known", unclear(c.Facts))
	for _, it := range c.Items {
		fmt.Fprintf(&b, "said of %s: accepted %q excess %q incurred %v spent %v %+v\n", it.Head, it.Accepted, it.Excess, it.Incurred, it.Spent, it.Dates)
	}
	return b.String()
}
