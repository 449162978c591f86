// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strconv"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// An Assessment is what a claim comes to: the decision with its reasons, for the
// facts entered. It is an indication (概算) that decides nothing for anybody. The
// zero Assessment is none.
type Assessment struct {
	Decision Verdict
	Items    []Result // in the order of the claim

	// Least and Most bound what is paid now, in yen, while something is not
	// known. They are equal unless the claim is open.
	Least, Most yen.Amount

	// Payment is what is paid, and zero while the claim is open.
	Payment limits.Payment

	// Needed are the facts that a person is to be asked, by rising name: those
	// that an open item or its amount turns on, also where the claim is settled
	// without it. Unstated is the first limit that the policy does not state and
	// the payment turns on.
	Needed   []exclusions.Need
	Unstated clause.ID

	// History is that after the claim. A claim that is open or denied leaves it
	// as it was.
	History History

	policy  *policy
	claim   Claim
	before  History
	series  matter        // to date, before the claim
	had     limits.Series // the same with what is taken off for late notice
	certain []limits.Loss

	recourse []Recourse
}

// mostItems is how many items a claim may have.
const mostItems = 1_000

// Assess returns what the claim comes to after what history has. In order:
//
//   - who is insured, whether the claim, the discovery or the cost falls in its
//     time, and whether an agreement grants the item, an endorsement's included;
//   - exclusions with their exceptions and what endorsements give back, item by
//     item; what exceeds the liability of the law;
//   - what is recognized of the amounts;
//   - deductible, ratio, own limits, limits per claim, overall and for the
//     period, late notice, under-declared sales and rounding: the program of the
//     policy;
//   - what the series has had before.
//
// It returns an [*Error] whose path names the part of the claim, with
//   - [ErrScheme] for the zero Policy,
//   - [ErrPolicy] for a claim and [ErrHistory] for a history of another policy,
//   - [ErrSyntax] for the name of a series that is none,
//   - [ErrItems] for a claim of no items or more than 1,000, [ErrHead] for a
//     head that the scheme has not,
//   - [ErrAmount] for an item without an amount, and an amount below zero,
//     beyond [yen.Max] or beyond what it is a part of,
//   - [ErrDate] for a first claim after the claim itself or after the one that
//     history has, and a cause after the claim, the first one or the discovery,
//   - [ErrFact] for a fact that is stated and contradicts the dates or the
//     amounts,
//   - an error of exclusions for a fact that the scheme does not know, and an
//     error of limits for amounts that are too large in all.
func (p Policy) Assess(c Claim, h History) (Assessment, error) {
	if p.policy == nil {
		return Assessment{}, &Error{Func: "Assess", Err: ErrScheme}
	}
	a := Assessment{History: h, policy: p.policy, before: h}
	a.claim = c
	if err := a.assess(); err != nil {
		return Assessment{}, err
	}
	return a, nil
}

func (a *Assessment) assess() error {
	if err := a.check(); err != nil {
		return err
	}
	a.Items = make([]Result, len(a.claim.Items))
	for i, it := range a.claim.Items {
		a.Items[i].Item, a.Items[i].head = it, a.policy.scheme.heads[it.Head]
	}
	a.claim.Items = nil // the caller may change what it gave
	if err := a.date(); err != nil {
		return err
	}
	if err := a.judge(); err != nil {
		return err
	}
	certain, possible := losses(a.Items)
	a.certain = certain
	if err := a.pay(certain, possible); err != nil {
		return refuse("items", "", err)
	}
	a.need()
	if err := a.pursue(); err != nil {
		return err
	}
	a.claim.Persons = nil
	return nil
}

func refuse(path, input string, err error) error {
	return &Error{Func: "Assess", Path: path, Input: input, Err: err}
}

// check refuses what cannot be assessed.
func (a *Assessment) check() error {
	c := &a.claim
	if c.Policy != "" && c.Policy != a.policy.terms.Number {
		return refuse("policy", c.Policy, ErrPolicy)
	}
	if err := a.policy.owns(a.before); err != nil {
		return refuse("history", a.before.policy, err)
	}
	if !word(c.Series) {
		return refuse("series", c.Series, ErrSyntax)
	}
	if len(c.Items) == 0 || len(c.Items) > mostItems {
		return refuse("items", "", ErrItems)
	}
	if c.LateNotice < 0 || c.LateNotice > yen.Max {
		return refuse("lateNotice", c.LateNotice.Grouped(), ErrAmount)
	}
	for i := range c.Items {
		it := &c.Items[i]
		recognized, known := it.Recognized.Amount()
		if !known {
			recognized = it.Claimed
		}
		excess, _ := it.Excess.Amount()
		bad, what := "", yen.Amount(0)
		switch {
		case a.policy.scheme.heads[it.Head] == nil:
			return refuse(path(i, "head"), string(it.Head), ErrHead)
		case it.Claimed <= 0 || it.Claimed > yen.Max:
			bad, what = "claimed", it.Claimed
		case recognized < 0 || recognized > it.Claimed:
			bad, what = "recognized", recognized
		case excess < 0 || excess > recognized:
			bad, what = "excess", excess
		default:
			continue
		}
		return refuse(path(i, bad), what.Grouped(), ErrAmount)
	}
	return nil
}

func path(i int, field string) string { return "items[" + strconv.Itoa(i) + "]." + field }
