// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
)

// An entry is what is known of a claim, or of its reputational incident where
// that is dated by itself: its dates, what follows from them, and the facts as
// they were bound for items without facts of their own.
type entry struct {
	dates    Dates
	response [2]Moment
	follows  [claimFacts]exclusions.Truth

	claim exclusions.Bound            // the facts of the claim, bound
	last  [itemFacts]exclusions.Truth // what follows from the items that are bound
	bound exclusions.Bound
	is    bool // whether it is bound
}

// enter returns the entry for the dates.
func (a *Assessment) enter(d Dates, claim exclusions.Bound) entry {
	return entry{dates: d, claim: claim, response: a.policy.response(d.Discovered), follows: a.policy.derive(d)}
}

// judge gives each item its verdict.
func (a *Assessment) judge() error {
	p := a.policy
	claim, err := p.schedule.Bind(a.claim.Facts)
	if err != nil {
		return refuse("facts", "", err)
	}
	whole := a.enter(a.claim.Dates, claim)
	apart := &whole
	if p.scheme.rules.Incidents == TwoIncidents {
		d := a.claim.Dates
		d.Discovered = d.Reputational
		own := a.enter(d, claim)
		apart = &own
	}
	for _, dated := range []bool{true, false} { // what is bound for a day serves items without one, too
		for i := range a.Items {
			r := &a.Items[i]
			h := r.head
			if h.dated != dated {
				continue
			}
			e := &whole
			if h.Incident == ReputationalIncident {
				e = apart
			}
			if err := a.bind(e, r, h, i); err != nil {
				return err
			}
			r.Verdict, r.By, r.Needed = p.scheme.judge(&r.bound, h.Scope)
			if r.Verdict == Covered || r.Verdict == Open {
				r.amounts()
			}
		}
	}
	for i := range a.Items {
		r := &a.Items[i]
		if h := r.head; len(h.Follows) > 0 && (r.Verdict == Covered || r.Verdict == Open) {
			best, err := a.best(h.Follows, &whole)
			if err != nil {
				return err
			}
			p.scheme.follow(r, &best)
		}
	}
	return nil
}

// bind binds the facts of an item over those of the claim. Items without facts
// of their own share what is bound where the same follows from them, or nothing
// about them turns on it.
func (a *Assessment) bind(e *entry, r *Result, h *head, i int) (err error) {
	of := a.policy.deriveItem(e.dates, &r.Item, e.response)
	alone := r.Item.Facts.Equal(exclusions.Facts{})
	if alone && e.is && (of == e.last || !h.dated) {
		r.bound = e.bound
		return nil
	}
	facts, where := a.claim.Facts, "facts"
	r.bound = e.claim
	if !alone {
		facts, where = r.Item.Facts.Over(facts), path(i, "facts")
		if r.bound, err = r.bound.Under(r.Item.Facts); err != nil {
			return refuse(where, "", err)
		}
	}
	follows, err := a.policy.scheme.follows(e.follows[:], of[:], facts, where)
	if err != nil {
		return err
	}
	if r.bound, err = r.bound.Under(follows); err != nil {
		return refuse(where, "", err)
	}
	if alone {
		e.bound, e.last, e.is = r.bound, of, true
	}
	return nil
}

// follows returns what follows from dates and amounts as facts, and refuses what
// was stated otherwise.
func (s *scheme) follows(claim, item []exclusions.Truth, stated exclusions.Facts, where string) (f exclusions.Facts, err error) {
	var yes, no [claimFacts + itemFacts]exclusions.Fact
	y, n := yes[:0], no[:0]
	for i, name := range s.derived {
		of := claim
		if i >= claimFacts {
			of, i = item, i-claimFacts
		}
		t := of[i]
		if t == exclusions.Unknown || name == "" {
			continue
		}
		switch was := stated.Of(name); {
		case was.Basis == exclusions.Stated && was.Truth != t:
			return f, refuse(where, string(name), ErrFact)
		case name == AggravatedLiability && (was.Basis == exclusions.NotKnown || was.Basis == exclusions.Disputed):
			continue // the excess is that of an agreement of which nobody knows
		}
		if t == exclusions.Yes {
			y = append(y, name)
		} else {
			n = append(n, name)
		}
	}
	return f.Yes(y...).No(n...), nil
}

// best returns the best result of the items of some heads or, without such an
// item, what one would come to on the facts of the claim.
func (a *Assessment) best(heads []limits.Head, e *entry) (Result, error) {
	best := Result{Verdict: NotCovered}
	better := func(r *Result) {
		if r.Verdict == Covered || r.Verdict == Open && best.Verdict != Covered {
			best.Verdict, best.By, best.Needed = r.Verdict, r.By, r.Needed
		}
	}
	found := false
	for i := range a.Items {
		if r := &a.Items[i]; slices.Contains(heads, r.Item.Head) {
			found = true
			better(r)
		}
	}
	if found {
		return best, nil
	}
	for i, h := range heads {
		var r Result
		if err := a.bind(e, &r, a.policy.scheme.heads[h], i); err != nil {
			return best, err
		}
		r.Verdict, r.By, r.Needed = a.policy.scheme.judge(&r.bound, a.policy.scheme.heads[h].Scope)
		better(&r)
	}
	return best, nil
}
