// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
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
	Decision Verdict `json:"decision,omitzero"`

	// Least and Most bound the amount payable now, in yen. They are equal if the
	// claim is decided. Exact says that some answers and amounts lead to Least, and some to
	// Most. If it is false, the payment cannot be outside them, and may never reach them.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`
	Exact bool       `json:"exact,omitzero"`

	// Payment is the payment. It is the zero Payment while the claim is open.
	Payment Payment `json:"payment,omitzero"`

	// Unstated is a limit that the policy does not state and on which the payment
	// depends: the first for what is certain or, without one, the first for what is
	// possible. It is "" if there is none.
	Unstated clause.ID `json:"unstated,omitzero"`

	// Undivided are the facts, and the clauses of limits, on which the split of a
	// certain payment over the heads of loss, or over third-party claims, depends.
	// See [History.Undivided].
	Undivided []string `json:"undivided,omitzero"`

	// History is the history after the claim. A claim that is open or denied
	// erodes no limit; it is recorded with its dates, for its series and its incident.
	History History `json:"history,omitzero"`

	policy       *policy
	claim        Claim
	again        *entry         // what the history holds of the claim, if it is assessed anew
	base         limits.Paid    // what all claims take of the limits before it
	pool         *limits.Series // what was paid for the claim before, if it is assessed anew
	owed         yen.Amount     // what is due for the other claims of its series, and was not paid
	items        []Result
	asking       *asking // for an open claim
	before       History
	shared       Dates         // of the claim, which its items have where they have none
	series       matter        // to date, before the claim
	own          period.Moment // the first of the series that the claim itself gives
	incident     occurrence    // the same of the incident
	seen, rumour when          // when it was discovered, and the reputational incident
	began        period.Moment // when the first third-party claim of the series was made that the history has
	undatedMade  bool          // a third-party claim without a date may have been the first of the series
	reputational bool          // there is a reputational incident or may be one, of whatever date
	entered      period.Moment // the first claim of the series, as it was entered
	first        when          // the first third-party claim of the series
	parts        []demand
	renamed      map[string]string // the third-party claims in the history by what they are called now
	program      limits.Program    // of the policy; for a sum that is certain, with unstated limits at their least
	several      bool              // the items name several third-party claims
	itemsMade    bool              // items date third-party claims by themselves
	lent         map[string]loan   // what the items about each of them lend to those that answer it
	floors       floors
	divided      fact.Truth // whether answers divide a payment that they do not change; Unknown if none is open

	subrogation []Subrogation

	weighed bool            // the effects of other readings are known
	effects []ReadingEffect // those that change the result
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
//   - [fault.ErrMissing] at number if there is none, and [fault.ErrSyntax] if the
//     number, Series, Incident or the Demand of an item is not a valid name,
//   - [fault.ErrConflict] at series if the history has the claim with payments in
//     another series,
//   - [fault.ErrMissing] at items if there are none, and [fault.ErrSize] if there are
//     more than 1,000,
//   - [fault.ErrUnknown] if an item names a head of loss that the scheme does not
//     define,
//   - [fault.ErrMisplaced] at demand for a head that neither is nor answers a
//     third-party claim; if the liability items name several third-party claims,
//     [fault.ErrMissing] and [fault.ErrUnknown] for an item that is about or answers
//     one and names none of them,
//   - [fault.ErrRange], for each item, if Claimed is not above zero, or the total exceeds [yen.Max];
//     if Accepted is below zero or above Claimed; if Excess is below zero or above
//     the accepted amount, or is above zero for a head to which no rule about an
//     excess applies; if Count, LateNotice or Reserve is below zero or above [yen.Max],
//   - [fault.ErrMissing] at count for an item under a head of which a term needs the
//     count, and [fault.ErrConflict] for one with other hours than another item of the
//     claim or its series under the head,
//   - [fault.ErrMisplaced] if First is set without Series, a cause never arose, or an
//     item has a date of the whole claim,
//   - [fault.ErrOrder] if First is after Made, or after the date that the history has
//     for the series; if Cause is after Made, First or Discovered; if Aware is after
//     Made or First, and not never,
//   - [fault.ErrConflict] at facts if a stated fact contradicts the dates or amounts,
//     and [fault.ErrUnknown] if the scheme does not have the fact,
//   - [fault.ErrOverflow] at items if amounts are too large in total.
func (p Policy) Assess(c Claim, h History) (Assessment, error) {
	if p.policy == nil {
		return Assessment{}, refuse("", "", fault.ErrScheme)
	}
	a := Assessment{History: h, policy: p.policy, before: h, claim: c, base: h.Paid()}
	if err := a.assess(); err != nil {
		return Assessment{}, err
	}
	return a, nil
}

func (a *Assessment) assess() error {
	c, s := &a.claim, a.policy.scheme
	if err := a.check(); err != nil {
		return err
	}
	if err := a.checkDemands(); err != nil {
		return err
	}
	f := s.rules.Reputational
	a.reputational = f != "" && c.Facts.Of(f) != fact.NotAsked && c.Facts.Of(f).Truth() != fact.No
	demand := ""
	for i := range a.items {
		r, it := &a.items[i], &a.items[i].Item
		a.reputational = a.reputational || r.head.Reputational
		a.several = a.several || it.Demand != "" && demand != "" && it.Demand != demand
		a.itemsMade = a.itemsMade || !it.Dates.Made.IsZero()
		demand = cmp.Or(it.Demand, demand)
	}
	if err := a.recall(); err != nil {
		return err
	}
	if err := a.date(); err != nil {
		return err
	}
	if err := a.judge(); err != nil {
		return err
	}
	if err := a.pay(); err != nil {
		return a.overLimits(err)
	}
	err := a.pursue()
	c.Persons = nil
	return err
}

// check takes the items of the claim, and refuses what cannot be assessed.
func (a *Assessment) check() error {
	c, s := &a.claim, a.policy.scheme
	switch {
	case c.Number == "":
		return refuse("number", "", fault.ErrMissing)
	case !isName(c.Number):
		return refuse("number", c.Number, fault.ErrSyntax)
	case c.Policy != "" && c.Policy != a.policy.terms.Number:
		return refuse("policy", c.Policy, fault.ErrPolicy)
	case !a.policy.owns(a.before):
		return refuse("history", a.before.policy, fault.ErrPolicy)
	case !isWord(c.Series) || c.Series == "-":
		return refuse("series", c.Series, fault.ErrSyntax)
	case !isWord(c.Incident):
		return refuse("incident", c.Incident, fault.ErrSyntax)
	case len(c.Items) == 0:
		return refuse("items", "", fault.ErrMissing)
	case len(c.Items) > mostItems:
		return refuse("items", strconv.Itoa(len(c.Items)), fault.ErrSize)
	case c.LateNotice < 0 || c.LateNotice > yen.Max:
		return refuse("lateNotice", c.LateNotice.Grouped(), fault.ErrRange)
	}
	if reserve, _ := c.Reserve.Amount(); reserve < 0 || reserve > yen.Max {
		return refuse("reserve", reserve.Grouped(), fault.ErrRange)
	}
	var faults []error
	total := yen.Amount(0)
	a.items = make([]Result, len(c.Items))
	for i := range a.items {
		r, it, h := &a.items[i], &c.Items[i], s.heads[c.Items[i].Head]
		r.Item, r.head, r.scheme = *it, h, s
		accepted, known := it.Accepted.Amount()
		if !known {
			accepted = it.Claimed
		}
		excess, _ := it.Excess.Amount()
		if h == nil {
			faults = append(faults, refuse(path(i, "head"), string(it.Head), fault.ErrUnknown))
			continue
		}
		most := accepted
		if len(h.excess) == 0 {
			most = 0
		}
		if it.Count < 0 || it.Count > int64(yen.Max) {
			faults = append(faults, refuse(path(i, "count"), strconv.FormatInt(it.Count, 10), fault.ErrRange))
			continue
		}
		err := cmp.Or(outside(i, "claimed", it.Claimed, 1, yen.Max-total),
			outside(i, "accepted", accepted, 0, it.Claimed), outside(i, "excess", excess, 0, most))
		if err != nil {
			faults = append(faults, err)
			continue
		}
		total += it.Claimed
	}
	c.Items = nil // the caller may change what it gave
	return errors.Join(faults...)
}

// checkDemands refuses items of which it is not known which third-party claim
// they are about or answer.
func (a *Assessment) checkDemands() error {
	named := map[string]bool{}
	for i := range a.items {
		if r := &a.items[i]; r.head.answers && len(r.head.Follows) == 0 {
			named[r.Item.Demand] = true
		}
	}
	for i := range a.items {
		h, name, why := a.items[i].head, a.items[i].Item.Demand, (*fault.Reason)(nil)
		switch several := len(named) > 1 && h.answers; {
		case !isWord(name) || name == "-":
			why = fault.ErrSyntax
		case !h.answers && name != "":
			why = fault.ErrMisplaced
		case several && name == "":
			why = fault.ErrMissing
		case several && !named[name]:
			why = fault.ErrUnknown
		}
		if why != nil {
			return refuse(path(i, "demand"), name, why)
		}
	}
	return nil
}

// overLimits returns a fault that the limits found with the part of the claim that it
// is about.
func (a *Assessment) overLimits(err error) error {
	f := fault.All(err)[0]
	switch {
	case f.Reason == fault.ErrMissing, f.Reason == fault.ErrConflict:
		i := a.miscounted(f.Reason)
		return refuse(path(i, "count"), strconv.FormatInt(a.items[i].Item.Count, 10), f.Reason)
	case f.Path == "reduction":
		return refuse("lateNotice", f.Input, f.Reason)
	case f.Reason == fault.ErrPolicy:
		return refuse("history", f.Input, f.Reason)
	}
	return refuse("items", f.Input, f.Reason)
}

// miscounted returns the first item of which the count is missing, or has other hours
// than one before it.
func (a *Assessment) miscounted(why *fault.Reason) int {
	hours := map[limits.Head]int64{}
	for i := range a.items {
		it := &a.items[i].Item
		_, err := a.policy.program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: it.Head, Amount: 1})
		f, needs := errors.AsType[*fault.Error](err)
		needs = needs && f.Reason == fault.ErrMissing
		before, had := hours[it.Head]
		switch {
		case !needs:
		case why == fault.ErrMissing && it.Count == 0, why == fault.ErrConflict && had && before != it.Count:
			return i
		default:
			hours[it.Head] = it.Count
		}
	}
	for i := range a.items { // the series has other hours
		if _, is := hours[a.items[i].Item.Head]; is {
			return i
		}
	}
	return 0
}
