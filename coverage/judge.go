// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// A bench holds what is bound for items without facts and dates of their own.
type bench struct {
	claim exclusions.Bound // the facts of the claim
	last  truths           // what follows from the dates of the last item
	bound exclusions.Bound // both
	is    bool             // whether there was such an item

	room [1]truths // for what follows from the dates of an item with no hour unknown
}

// judge gives each item its verdict.
func (a *Assessment) judge() error {
	var one [1]bench
	all, facts := one[:], a.policy.scheme.schedule.Facts().Vocabulary()
	if n := len(a.policy.variants); n > 1 {
		all = make([]bench, n)
	}
	for k := range all {
		claim, err := a.policy.variants[k].schedule.Bind(a.claim.Facts)
		if err != nil {
			return within("facts", err)
		}
		all[k].claim = claim
	}
	a.claim.Facts = a.claim.Facts.In(facts)
	for i := range a.items {
		a.items[i].Item.Facts = a.items[i].Item.Facts.In(facts)
		if err := a.settle(all, &a.items[i], i); err != nil {
			return err
		}
	}
	for i := range a.items {
		if err := a.follow(all, &a.items[i], i); err != nil {
			return err
		}
	}
	return nil
}

// settleUnder gives an item its verdict, by the rules about its head and what the
// head requires.
func (a *Assessment) settleUnder(b *bench, r *Result, i int) error {
	all, err := a.fromDates(r, i, b.room[:0])
	if err != nil {
		return err
	}
	of := merge(all)
	if err := a.bind(b, r, of, i); err != nil {
		return err
	}
	s := a.policy.scheme
	r.Verdict, r.By = s.judge(&r.bound, r.head.Scope)
	if r.Verdict == Open && len(all) > 1 {
		r.orders = slices.Clone(all)
	}
	if h := r.head; h.Without.ID != "" && a.answer(r, h.Consented).Truth() == fact.No {
		switch {
		case r.mayPay():
			r.Verdict, r.By = NotCovered, []clause.ID{h.Without.ID}
		case r.Verdict == Excluded: // requirements come before exclusions
			r.Verdict, r.By = NotCovered, slices.Insert(r.By, 0, h.Without.ID)
		}
	}
	if r.mayPay() {
		r.amounts()
	}
	return nil
}

// fromDates returns what follows from the dates and amounts of an item, for each
// order of the unknown hours. It appends to a slice without elements.
func (a *Assessment) fromDates(r *Result, i int, to []truths) ([]truths, error) {
	t := a.times(r)
	return a.consistent(r, a.policy.scheme.orders(&t, to), i)
}

// times returns the times of an item, with a delivery that is stated never to have come.
func (a *Assessment) times(r *Result) calendar {
	t := a.calendar(&r.Item, r.head)
	derived := a.policy.scheme.derived
	for k := range derived {
		if d := &derived[k]; d.date == delivered && d.Is == NeverHappened &&
			t.at[delivered] == anyTime() && cmp.Or(r.Item.Facts.At(d.at), a.claim.Facts.At(d.at)) == fact.StatedYes {
			t.at[delivered] = whenOf(period.Never())
		}
	}
	return t
}

// answer returns what is known of a fact for an item.
func (a *Assessment) answer(r *Result, f fact.Name) fact.Answer {
	if own := r.Item.Facts.Of(f); own != (fact.NotAsked) {
		return own
	}
	return a.claim.Facts.Of(f)
}

// consistent returns those results that agree with what was stated, and refuses
// a statement with which none does.
func (a *Assessment) consistent(r *Result, all []truths, i int) ([]truths, error) {
	facts, where, derived := a.claim.Facts, "facts", a.policy.scheme.derived
	if !r.Item.Facts.IsZero() {
		facts, where = r.Item.Facts.Over(facts), path(i, "facts")
	}
	var wrong fact.Name
	asked := facts.Asked()
	excess, _ := r.Item.Excess.Amount()
	kept := all[:0]
	for _, of := range all {
		agrees := true
		for k := range derived {
			d := &derived[k]
			if d.Date == "" {
				of[k] = truth(excess > 0, false)
			}
			if of[k] == fact.Unknown || !asked.Has(d.at) {
				continue
			}
			switch was := facts.At(d.at); {
			case was.Stated() && was.Truth() != of[k]:
				agrees, wrong = false, cmp.Or(wrong, d.Fact)
			case d.Date == "" && nobodyKnows(was):
				of[k] = fact.Unknown // the excess is that of an agreement of which nobody knows
			}
		}
		if agrees {
			kept = append(kept, of)
		}
	}
	if len(kept) == 0 {
		return nil, refuse(where+"."+string(wrong), "", fault.ErrConflict)
	}
	return kept, nil
}

// bind binds the facts of an item over those of the claim, and what follows from
// its dates over both.
func (a *Assessment) bind(b *bench, r *Result, of truths, i int) (err error) {
	alone := r.Item.Facts.IsZero() && len(r.head.Asked) == 0
	if alone && b.is && of == b.last {
		r.bound = b.bound.In(r.head.Scope)
		return nil
	}
	r.bound = b.claim
	for k, f := range [...]fact.Set{a.assumed(r), r.Item.Facts, a.policy.scheme.follows(of)} {
		if f.IsZero() {
			continue
		}
		if r.bound, err = r.bound.Under(f); err != nil {
			if k == 1 {
				return within(path(i, "facts"), err)
			}
			return within("facts", err)
		}
	}
	if alone {
		b.bound, b.last, b.is = r.bound, of, true
	}
	r.bound = r.bound.In(r.head.Scope)
	return nil
}

// assumed returns the facts that the head asks about and that nobody answered, as not
// known, unless one of them is so.
func (a *Assessment) assumed(r *Result) (all fact.Set) {
	for _, f := range r.head.Asked {
		switch own := a.answer(r, f); {
		case own.Truth() == fact.Yes:
			return fact.Set{}
		case own.Assumed():
			all = all.With(fact.NotKnown, f)
		}
	}
	return all
}

// follows returns what follows from dates and amounts as facts.
func (s *scheme) follows(of truths) fact.Set {
	f := s.schedule.Facts()
	for i := range s.derived {
		if of[i] != fact.Unknown {
			f = f.Put(s.derived[i].at, fact.Stated(of[i] == fact.Yes))
		}
	}
	return f
}

// judge returns the verdict on the facts that are bound.
func (s *scheme) judge(b *exclusions.Bound, in exclusions.Scope) (Verdict, []clause.ID) {
	t, by := b.Decide(in)
	switch by = s.inOrder(by); t {
	case fact.No:
		return Covered, nil
	case fact.Yes:
		return s.verdict(by[0]), s.because(b, by)
	}
	return Open, by
}

// because returns clauses that deny, each requirement with the conditions for
// which none of its exceptions grants.
func (s *scheme) because(b *exclusions.Bound, by []clause.ID) []clause.ID {
	for i := 0; i < len(by); i++ {
		if !s.requires(by[i]) {
			continue
		}
		if f, ok := b.Finding(by[i]); ok && len(f.Chain) > 2 {
			for _, id := range f.Chain[1:] {
				if s.nodes[id].level == 2 {
					by = slices.Insert(by, i+1, id)
					i++
				}
			}
		}
	}
	return by
}

// inOrder puts the clauses in the order of assessment: requirements first.
func (s *scheme) inOrder(ids []clause.ID) []clause.ID {
	slices.SortStableFunc(ids, func(x, y clause.ID) int {
		switch first, second := s.requires(x), s.requires(y); {
		case first == second:
			return 0
		case first:
			return -1
		}
		return 1
	})
	return ids
}

// verdict returns the verdict that a rule which applies names.
func (s *scheme) verdict(id clause.ID) Verdict { return cmp.Or(s.nodes[id].denies, Excluded) }
