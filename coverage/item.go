// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A Result is the result of assessing one item of a claim.
type Result struct {
	Item    Item    `json:"item,omitzero"`
	Verdict Verdict `json:"verdict,omitzero"`

	// By lists the clauses that determine the verdict. Of a covered item, they
	// are the clauses that grant it: who is insured, the trigger, the agreement
	// and the incident. Of a denied item, they are those that deny it, of which
	// the first in the order of assessment names the verdict. Of an open item,
	// they are those that are open.
	By []clause.ID `json:"by,omitzero"`

	// Least and Most bound what of the item is covered and accepted, in yen,
	// before deductible and limits. Both are 0 for an item that is denied, and
	// Least is 0 for one that is open.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`

	// Questions are the facts that the verdict or the amount depends on.
	Questions []exclusions.Need `json:"questions,omitzero"`

	bound    exclusions.Bound
	head     *head
	part     int                // the demand to which it belongs
	earlier  []exclusions.Bound // under the terms before, from the first that it can have
	first    int                // of the variants that it can have
	followed bool               // what it follows is covered
	instead  []Result           // what it would follow, where the claim has no such item
	orders   []truths           // what follows from the orders of unknown hours that settle it
	scheme   *scheme
	open     bool // facts are unknown on which the verdict or the amount depends
}

// Items returns the results of the items, in the order of the claim.
func (a Assessment) Items() []Result {
	all := slices.Clone(a.items)
	for i := range all {
		r := &all[i]
		if r.By, r.Questions = slices.Clone(r.By), a.questionsOf(i); r.Verdict == Covered {
			r.By = r.granted()
		}
	}
	return all
}

// Findings returns the rules about the item that apply, are open, or are lifted
// by an exception or an endorsement.
func (r Result) Findings() []exclusions.Finding {
	var all []exclusions.Finding
	for f := range r.bound.Findings() {
		if f.Scope.Meets(r.head.Scope) && (f.Applies != fact.No || len(f.Chain) > 1) {
			all = append(all, f)
		}
	}
	return all
}

// WantsExcess reports whether the payment of an item depends on its [Item.Excess], and that is
// unknown: a rule about an excess applies to the item, or can apply once open questions are
// answered. It is false for an item that is denied. A claim that is decided pays the same
// whatever the amount is.
func (r Result) WantsExcess() bool {
	if _, known := r.Item.Excess.Amount(); known || r.head == nil || !r.mayPay() {
		return false
	}
	for _, b := range append(slices.Clip(r.earlier), r.bound) {
		for _, id := range r.head.excess {
			if applies, ok := b.Applies(id); ok && applies != fact.No {
				return true
			}
		}
	}
	return false
}

// Remedies returns the endorsements on offer that could have answered for an
// item that is denied or open: with one of them, no rule would be known to deny
// it, or another head could answer for the loss.
func (r Result) Remedies() []clause.ID {
	if r.Verdict == Covered || r.head == nil {
		return nil
	}
	var all []clause.ID
	if r.denied(r.bound) {
		s := r.bound.Schedule()
		for _, e := range s.Wording().Endorsements {
			if with, err := r.bound.With(e.ID); err == nil && !r.denied(with) {
				all = append(all, e.ID)
			}
		}
	}
	for _, x := range r.elsewhere(false) {
		all = union(all, x.by)
	}
	return all
}

// denied reports whether a rule is known to deny the item, in every order of the
// hours that are unknown.
func (r *Result) denied(b exclusions.Bound) bool {
	if len(r.orders) == 0 {
		return b.Settle(r.head.Scope).Truth == fact.Yes
	}
	for _, of := range r.orders {
		if in, err := b.Under(r.scheme.follows(of)); err != nil || in.Settle(r.head.Scope).Truth != fact.Yes {
			return false
		}
	}
	return true
}

// Elsewhere returns the heads under which an endorsement that is attached could
// answer for an item that is denied or open.
func (r Result) Elsewhere() []limits.Head {
	var heads []limits.Head
	for _, x := range r.elsewhere(true) {
		heads = append(heads, x.head)
	}
	return heads
}

// elsewhere returns the other heads of the same part of the cover that could
// answer for the loss of a denied or open item, those that an endorsement adds that is
// attached or is not: the facts meet what they cover, and with the endorsement nothing
// is known to deny it there.
func (r *Result) elsewhere(attached bool) []addition {
	if r.Verdict == Covered || r.head == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.head.added), func(x addition) bool {
		is := slices.Contains(r.bound.Schedule().Attached(), x.by)
		met, _ := r.bound.Met(x.node)
		with, err := r.bound.With(x.by)
		return is != attached || met != fact.Yes || err != nil || with.Settle(x.scope).Truth == fact.Yes
	})
}

// mayPay reports whether an item is covered or may be.
func (r *Result) mayPay() bool { return r.Verdict == Covered || r.Verdict == Open }

// granted returns the clauses that grant a covered item, for those who look: to judge
// it, By is left empty.
func (r *Result) granted() []clause.ID {
	by := make([]clause.ID, 0, len(r.head.grants)+1)
	for _, g := range r.head.grants {
		before := len(by)
		if !g.excepted {
			by = append(by, g.id)
			continue
		}
		if met, _ := r.bound.Met(g.id); met != fact.No {
			for _, id := range r.bound.Lifted(g.id) {
				if !slices.Contains(r.head.aside, id) {
					by = append(by, id)
				}
			}
		}
		if len(by) == before {
			by = append(by, g.id)
		}
	}
	if r.followed {
		by = append(by, r.scheme.rules.Follows.ID)
	}
	return by
}

// amounts bounds what of an item is accepted and not in excess.
func (r *Result) amounts() {
	least, known := r.Item.Accepted.Amount()
	most := least
	if !known {
		least, most = 0, r.Item.Claimed
	}
	for _, id := range r.head.excess {
		excess, known := r.Item.Excess.Amount()
		if known && excess == 0 {
			continue // whatever the rule says
		}
		applies, _ := r.bound.Applies(id)
		if applies == fact.No {
			continue
		}
		if known && applies == fact.Yes {
			most = max(most-excess, 0)
		}
		if !known {
			excess = least
		}
		least = max(least-excess, 0)
		r.open = r.open || applies == fact.Unknown
	}
	if r.Verdict == Open {
		least, r.open = 0, true
	}
	r.Least, r.Most = least, most
}

// follows reports whether an item follows another one: one under a head that its own
// follows, about the same third-party claim.
func (a *Assessment) follows(r, x *Result) bool {
	return slices.Contains(r.head.Follows, x.Item.Head) && a.demandOf(&x.Item) == a.demandOf(&r.Item)
}

// follow gives an item that follows others the verdict of the best of them,
// unless it is denied already: those about the same third-party claim or, if the
// claim has none and the head does not stand alone, what such an item would be
// on the facts and dates of this one.
func (a *Assessment) follow(all []bench, r *Result, i int) error {
	h := r.head
	if len(h.Follows) == 0 || !r.mayPay() {
		return nil
	}
	best, found := Result{Verdict: NotCovered}, false
	better := func(x *Result) {
		found = true
		if x.Verdict == Covered || x.Verdict == Open && best.Verdict != Covered {
			best.Verdict = x.Verdict
		}
	}
	for k := range a.items {
		if x := &a.items[k]; a.follows(r, x) {
			better(x)
		}
	}
	if !found && !h.Alone {
		for _, f := range h.Follows {
			own := &r.Item
			item := Item{Head: f, Incurred: own.Incurred, Spent: own.Spent, Dates: own.Dates, Facts: own.Facts}
			x := Result{scheme: r.scheme, head: r.scheme.heads[f], Item: item}
			if err := a.settle(all, &x, i); err != nil {
				return err
			}
			better(&x)
			r.instead = append(r.instead, x)
		}
	}
	rule := a.policy.scheme.rules.Follows.ID
	switch {
	case !found:
	case best.Verdict == Covered:
		r.followed = true
	case best.Verdict == Open:
		r.Verdict, r.Least, r.open = Open, 0, true
		r.By = append(r.By, rule)
	default:
		r.Verdict, r.By = NotCovered, []clause.ID{rule}
		r.Least, r.Most, r.open = 0, 0, false
	}
	return nil
}
