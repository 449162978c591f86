// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// randomWording replaces the wording and what follows from dates.
func randomWording(r *rand.Rand, x *coverage.Rules) {
	x.Points, x.SameDay, x.DateFacts = nil, fact.Question{}, nil
	x.Heavier, x.Reputational = oneOf(r, "", penalty), oneOf(r, "", posts)
	x.TwoIncidents = r.IntN(3) == 0
	names := []fact.Name{"a", "b", "c", "d", "e", penalty, posts}
	for i := range 3 + r.IntN(6) {
		row := randomDateFact(r)
		row.Fact = fact.Name(fmt.Sprint("dated-", i))
		x.DateFacts, names = append(x.DateFacts, row), append(names, row.Fact)
	}
	for i := range x.Heads {
		h := &x.Heads[i]
		h.Consent, h.Consented, h.Without, h.Asked = clause.Clause{}, "", clause.Clause{}, nil
		if h.Follows != nil {
			h.Alone = r.IntN(2) == 0
		}
	}
	x.Wording = exclusions.Wording{Endorsements: madeEndorsements()[:4]}
	x.Wording.Rules = randomRules(r, x, names)
	if x.Dates = madeDates(); r.IntN(4) == 0 {
		x.Dates = nil
	}
	if r.IntN(4) > 0 {
		for i, f := range names {
			q := fact.Question{Fact: f, JA: string(f), EN: string(f)}
			if i > 0 && r.IntN(4) == 0 {
				q.After = names[r.IntN(i)]
			}
			x.Wording.Questions = append(x.Wording.Questions, q)
		}
	}
}

// randomDateFact returns a row about dates. None says that a discovery came: whether there was a
// security incident says little of two that count as one.
func randomDateFact(r *rand.Rand) (row coverage.DateFact) {
	for {
		row = coverage.DateFact{Date: oneOf(r, madeEvents()...), Is: oneOf(r, coverage.Within, coverage.Within, coverage.Before, coverage.KnownBy,
			coverage.ByDay, coverage.Happened, coverage.NeverHappened)}
		event := coverage.Anchor(oneOf(r, madeEvents()...))
		fixed := oneOf(r, coverage.PolicyPeriod, coverage.ContinuousCover, coverage.RetroactiveDate)
		switch row.Is {
		case coverage.Within:
			row.Anchor = oneOf(r, event, fixed, coverage.PolicyEnd)
		case coverage.Before:
			row.Anchor = oneOf(r, event, fixed, coverage.PolicyEnd)
		case coverage.KnownBy:
			row.Anchor = fixed
		case coverage.ByDay:
			row.Anchor = event
		case coverage.Happened, coverage.NeverHappened:
			if row.Date == "discovered" || row.Date == "reputational" || row.Date == "delivered" { // an item says of its own work
				continue
			}
		}
		if row.Anchor == coverage.Anchor(row.Date) {
			continue
		}
		if row.Is == coverage.Within && row.Anchor != fixed && r.IntN(8) > 0 {
			row.Span = oneOf(r, period.Months(1), period.Days(10), period.Days(1), period.Years(1))
			if r.IntN(3) == 0 {
				row.Span = row.Span.ToMoment()
			}
		}
		return row
	}
}

// randomRules returns rules about facts: each is in one of them.
func randomRules(r *rand.Rand, x *coverage.Rules, names []fact.Name) (all []exclusions.Rule) {
	left := slices.Clone(names)
	r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
	cond := func() exclusions.Cond {
		rest := slices.Clone(names)
		leaf := func() exclusions.Cond {
			f := oneOf(r, rest...)
			if len(left) > 0 {
				f, left = left[0], left[1:]
			}
			rest = slices.DeleteFunc(rest, func(x fact.Name) bool { return x == f })
			if r.IntN(2) == 0 {
				return not(is(f))
			}
			return is(f)
		}
		switch r.IntN(4) {
		case 0:
			return both(leaf(), leaf())
		case 1:
			return some(leaf(), leaf())
		case 2:
			return some(leaf(), both(leaf(), leaf()))
		}
		return leaf()
	}
	add := func(rule exclusions.Rule) {
		id := clause.ID(fmt.Sprint("W", len(all)))
		rule.Clause = clause.Clause{ID: id, JA: string(id), EN: string(id)}
		if rule.Class != coverage.Trigger {
			rule.When = cond()
		}
		all = append(all, rule)
	}
	scopes := []exclusions.Scope{"", flight, cyber, incident, response}
	for _, h := range x.Heads {
		scopes = append(scopes, h.Scope)
	}
	add(exclusions.Rule{Class: coverage.Cover}) // each head requires something
	for k := range x.DateFacts {
		if d := &x.DateFacts[k]; d.Is == coverage.Within && d.Anchor == coverage.PolicyPeriod {
			add(exclusions.Rule{Class: coverage.Trigger, Scope: oneOf(r, scopes...), When: not(is(d.Fact))})
			left = slices.DeleteFunc(left, func(f fact.Name) bool { return f == d.Fact })
		}
	}
	for range r.IntN(3) {
		add(exclusions.Rule{Class: exclusions.Excess, Scope: oneOf(r, flight, scopes[5], cyber, "")})
	}
	for range 3 {
		add(exclusions.Rule{Class: oneOf(r, coverage.Cover, "", ""), Scope: oneOf(r, scopes...)})
	}
	for k := 0; k < 8 || len(left) > 0; k++ {
		rule := exclusions.Rule{Scope: oneOf(r, scopes...)}
		if r.IntN(2) == 0 {
			rule = exclusions.Rule{Under: all[r.IntN(len(all))].Clause.ID}
		}
		if k < 4 || r.IntN(3) == 0 {
			rule.With = clause.ID(fmt.Sprint("E", 1+k%4))
		}
		add(rule)
	}
	return all
}
