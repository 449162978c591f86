// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A Claim is what a member asks to be paid for one matter: what is known of it,
// and items with amounts. It is plain data. Intent, knowledge, consent, what is
// reasonable and what belongs together are decided by a person, who enters them
// as facts, amounts and a series.
type Claim struct {
	// Policy is the number of the policy; "" is whichever assesses the claim.
	Policy string

	// Series names what counts as one claim (一連の損害賠償請求), or one incident:
	// whatever bears the same name is one, however late it comes, and history
	// keeps what it had. "" is a claim of its own that nothing will be added to.
	Series string

	// Facts is what is known of the whole claim. Silence is never read as an
	// answer; facts.Else(scheme.Usual()) fills it with the usual ones.
	Facts exclusions.Facts

	Dates Dates
	Items []Item

	// LateNotice is what an adjuster takes off the costs of the whole claim to
	// date because notice came late, in yen; 0 leaves what was taken off a
	// series before.
	LateNotice yen.Amount

	// Persons are those who may have to answer for the loss.
	Persons []Person
}

// Dates are the times of a claim that are known. The zero Moment is not known.
type Dates struct {
	Made         Moment // the claim for damages was made against the insured
	First        Moment // the first claim of the series was made; by default, Made
	Discovered   Moment // the security incident was first discovered
	Reputational Moment // the reputational incident was discovered; one incident with the security incident counts by the first of both
	Cause        Moment // the cause arose
	Aware        Moment // an insured knew, or can be taken to have known, that a claim was likely
	Delivered    Moment // the results were delivered, finally where a trial comes first
	Published    Moment // the fact became objectively clear through publication
	Measure      Moment // the authority's measure was received
}

// An Item is one amount of a claim under one head of loss.
type Item struct {
	Head limits.Head

	// Claimed is the amount that is asked for, in yen, above zero. Recognized is
	// what an adjuster finds owed and reasonable of it; while that is not known
	// it is anything from nothing to what is claimed.
	Claimed    yen.Amount
	Recognized Figure

	// Excess is the part of what is recognized by which an agreement makes the
	// liability heavier than the law does. Above zero, it says that there is
	// such an agreement.
	Excess Figure

	// Incurred is when a cost arose: the work was done, or the duty to pay it
	// came about.
	Incurred Moment

	// Spent is when a cost was spent; by default, when it arose.
	Spent Moment

	// Facts is what is known of the item, over the facts of the claim.
	Facts exclusions.Facts
}

// A Person is somebody outside who may have to answer for a loss, with what is
// known of him over the facts of the claim.
type Person struct {
	Name  string // as people know the person
	Facts exclusions.Facts
}

// A Figure is an amount in yen that may not be known yet. The zero Figure is not
// known. Figures are comparable.
type Figure struct {
	amount yen.Amount
	known  bool
}

// Exactly returns the figure of the amount.
func Exactly(a yen.Amount) Figure { return Figure{a, true} }

// Amount returns the amount, and false if it is not known.
func (f Figure) Amount() (yen.Amount, bool) { return f.amount, f.known }

// String returns the amount, and "" if it is not known.
func (f Figure) String() string {
	if !f.known {
		return ""
	}
	return f.amount.String()
}
