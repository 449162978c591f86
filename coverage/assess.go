// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"strconv"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// An Assessment is the result of assessing a claim: a decision with its reasons,
// for the facts entered. It is an estimate; the insurer decides. The zero
// Assessment has no items, and its texts are empty.
type Assessment struct {
	Decision Verdict
	Items    []Result // in the order of the claim

	// Least and Most bound the amount payable now, in yen. They are equal if the
	// claim is decided.
	Least, Most yen.Amount

	// Payment is the payment. It is the zero Payment while the claim is open.
	Payment Payment

	// Needed are the questions on which an open item or its amount depends, in
	// the order in which to ask them. They are listed even if the claim can be
	// decided without the answers. Amounts are not among them: an item whose
	// Recognized or Excess is unknown, and a limit named in Unstated, can keep a
	// claim open too.
	Needed []Need

	// Unstated is the first limit that the policy does not state and on which the
	// payment depends, or "" if there is none.
	Unstated clause.ID

	// Undivided are the facts, and the clauses of limits, on which the split of a
	// certain payment over the heads of loss, or over third-party claims, depends.
	// See [History.Undivided].
	Undivided []string

	// History is the history after the claim. A claim that is open or denied
	// erodes no limit; its dates are recorded for its series and its incident.
	// Store it once: the same claim assessed again with it is a further claim.
	History History

	policy       *policy
	claim        Claim
	before       History
	series       matter        // to date, before the claim
	incident     occurrence    // the same of the incident
	seen, rumour when          // when it was discovered, and the reputational incident
	had          limits.Series // what the series had, with the reduction for late notice
	reputational bool          // there is a reputational incident, of whatever date
	entered      period.Moment // the first claim of the series, as it was entered
	first        when          // the first third-party claim of the series
	parts        []demand
	program      limits.Program       // of the policy, with the limits that it does not state at their least if the sum is certain
	several      bool                 // the items name several third-party claims
	lent         map[string]ItemDates // what the items about each of them lend to those that answer it
	floors       floors
	responded    struct{ from, end when } // the last incident response period

	recourse []Recourse
}

// mostItems is how many items a claim may have.
const mostItems = 1_000

// Assess returns the result of assessing the claim after the claims in the
// history. The order of assessment is:
//   - the insured, the trigger and the insuring agreements, with those that
//     endorsements add,
//   - the exclusions with their exceptions and write-backs, item by item, and the
//     amount of contractually assumed liability,
//   - the accepted amounts,
//   - the deductible, limits, reductions and rounding of the policy,
//   - the amount paid to the series before.
//
// Assess returns a [*fault.Error] whose Path is that of the field in c, with
//   - [fault.ErrScheme] for the zero Policy,
//   - [fault.ErrPolicy] at policy or history if it is that of a different policy,
//   - [fault.ErrSyntax] if Series, Incident or the Demand of an item is not a valid
//     name,
//   - [fault.ErrMissing] at items if there are none, and [fault.ErrSize] if there are
//     more than 1,000,
//   - [fault.ErrUnknown] if an item names a head of loss that the scheme does not
//     define,
//   - [fault.ErrMisplaced] at demand for a head that neither is nor answers a
//     third-party claim; if the liability items name several third-party claims,
//     [fault.ErrMissing] and [fault.ErrUnknown] for an item that is about or answers
//     one and names none of them,
//   - [fault.ErrRange] if Claimed is not above zero, or the total exceeds [yen.Max];
//     if Recognized is below zero or above Claimed; if Excess is below zero or above
//     the accepted amount, or is above zero for a head to which no rule about an
//     excess applies; if LateNotice is below zero or above [yen.Max],
//   - [fault.ErrMisplaced] if First is set without Series, or a cause never arose,
//   - [fault.ErrOrder] if First is after Made, or after the date that the history has
//     for the series; if Cause is after Made, First or Discovered; if Aware is after
//     Made or First,
//   - [fault.ErrConflict] at facts if a stated fact contradicts the dates or amounts,
//     and [fault.ErrUnknown] if the scheme does not have the fact,
//   - [fault.ErrOverflow] at items if amounts are too large in total.
func (p Policy) Assess(c Claim, h History) (Assessment, error) {
	if p.policy == nil {
		return Assessment{}, refuse("", "", fault.ErrScheme)
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
		a.Items[i].Item, a.Items[i].head, a.Items[i].scheme = it, a.policy.scheme.heads[it.Head], a.policy.scheme
		a.reputational = a.reputational || a.Items[i].head.Reputational
	}
	a.several = several(a.Items)
	if f := a.policy.scheme.rules.Reputational; f != "" && a.claim.Facts.Of(f).Truth() == fact.Yes {
		a.reputational = true
	}
	a.claim.Items = nil // the caller may change what it gave
	if err := a.date(); err != nil {
		return err
	}
	if err := a.judge(); err != nil {
		return err
	}
	if err := a.pay(); err != nil {
		return overLimits(err)
	}
	a.need()
	if err := a.pursue(); err != nil {
		return err
	}
	a.claim.Persons = nil
	return nil
}

// check refuses what cannot be assessed.
func (a *Assessment) check() error {
	c := &a.claim
	if c.Policy != "" && c.Policy != a.policy.terms.Number {
		return refuse("policy", c.Policy, fault.ErrPolicy)
	}
	if !a.policy.owns(a.before) {
		return refuse("history", a.before.policy, fault.ErrPolicy)
	}
	switch {
	case !word(c.Series) || c.Series == "-":
		return refuse("series", c.Series, fault.ErrSyntax)
	case !word(c.Incident):
		return refuse("incident", c.Incident, fault.ErrSyntax)
	}
	switch {
	case len(c.Items) == 0:
		return refuse("items", "", fault.ErrMissing)
	case len(c.Items) > mostItems:
		return refuse("items", strconv.Itoa(len(c.Items)), fault.ErrSize)
	}
	if c.LateNotice < 0 || c.LateNotice > yen.Max {
		return refuse("lateNotice", c.LateNotice.Grouped(), fault.ErrRange)
	}
	total := yen.Amount(0)
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
			return refuse(path(i, "head"), string(it.Head), fault.ErrUnknown)
		case it.Claimed <= 0 || it.Claimed > yen.Max-total:
			bad, what = "claimed", it.Claimed
		case recognized < 0 || recognized > it.Claimed:
			bad, what = "recognized", recognized
		case excess < 0 || excess > recognized || excess > 0 && len(a.policy.scheme.heads[it.Head].excess) == 0:
			bad, what = "excess", excess
		default:
			total += it.Claimed
			continue
		}
		return refuse(path(i, bad), what.Grouped(), fault.ErrRange)
	}
	return a.checkDemands()
}

// checkDemands refuses items of which it is not known which third-party claim
// they are about or answer.
func (a *Assessment) checkDemands() error {
	items := a.claim.Items
	named := map[string]bool{}
	for i := range items {
		if h := a.policy.scheme.heads[items[i].Head]; h.answers && len(h.Follows) == 0 {
			named[items[i].Demand] = true
		}
	}
	for i := range items {
		h, name := a.policy.scheme.heads[items[i].Head], items[i].Demand
		switch {
		case !word(name):
			return refuse(path(i, "demand"), name, fault.ErrSyntax)
		case !h.answers && name != "":
			return refuse(path(i, "demand"), name, fault.ErrMisplaced)
		case len(named) > 1 && h.answers && name == "":
			return refuse(path(i, "demand"), "", fault.ErrMissing)
		case len(named) > 1 && h.answers && !named[name]:
			return refuse(path(i, "demand"), name, fault.ErrUnknown)
		}
	}
	return nil
}

// several reports whether the items name several third-party claims.
func several(items []Result) bool {
	name := ""
	for i := range items {
		switch d := items[i].Item.Demand; {
		case d == "":
		case name == "":
			name = d
		case d != name:
			return true
		}
	}
	return false
}

// overLimits returns a fault that the limits found with the part of the claim that it
// is about.
func overLimits(err error) error {
	var f *fault.Error
	switch {
	case !errors.As(err, &f):
		return err
	case f.Path == "reduction":
		return refuse("lateNotice", f.Input, f.Reason)
	case f.Reason == fault.ErrPolicy:
		return refuse("history", f.Input, f.Reason)
	}
	return refuse("items", f.Input, f.Reason)
}
