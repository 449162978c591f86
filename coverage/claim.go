// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A Claim (保険金請求) is what a member asks to be paid for one matter: facts,
// dates, and items with amounts. It is plain data. A person decides intent,
// knowledge, consent, what is reasonable and what belongs together, and enters
// that as facts, amounts and names.
type Claim struct {
	// Number identifies the claim under its policy: 1 to 64 bytes of printable
	// characters without spaces. A claim with a number that the history holds is that
	// claim, assessed anew: what is payable now is the difference to what was paid for
	// it, and nothing if nothing has changed.
	Number string `json:"number,omitzero"`

	// Policy is the number of the policy. If it is "", any policy may assess the
	// claim.
	Policy string `json:"policy,omitzero"`

	// Series names the related third-party claims (一連の損害賠償請求) to which
	// those of this claim belong. All claims with the name are one claim, made
	// when the first was made, however late they come, and history keeps what
	// they were paid. "" belongs to no series. A valid name has at most 64 bytes
	// of printable characters without spaces, and is not "-".
	Series string `json:"series,omitzero"`

	// Incident names the incident to which the costs respond. All claims with
	// the name share its first discovery, however late they come. "" is an
	// incident of its own. A valid name has at most 64 bytes of printable
	// characters without spaces.
	Incident string `json:"incident,omitzero"`

	// Facts holds the answers for the whole claim. The names of the facts are
	// those of Scheme.Schedule().Wording().Questions. A fact without an answer is
	// unknown; facts.Else(scheme.Defaults()) fills in the default answers.
	Facts fact.Set `json:"facts,omitzero"`

	Dates Dates  `json:"dates,omitzero"`
	Items []Item `json:"items,omitzero"`

	// LateNotice is the amount in yen by which an adjuster reduces the costs of
	// the whole claim to date because notice was late. For a series, that of the last
	// claim with an amount above 0 acts, in the order in which the claims came. A claim
	// that is assessed anew states it anew.
	LateNotice yen.Amount `json:"lateNotice,omitzero"`

	// Reserve (支払備金) is the amount in yen that an adjuster expects to be payable, beyond
	// what was paid, while the claim is open. It changes no payment. [Policy.Reserves] shows
	// it beside the least and the most that can be payable.
	Reserve yen.Figure `json:"reserve,omitzero"`

	// Persons are the parties who may have to answer for the loss.
	Persons []Person `json:"persons,omitzero"`
}

// Dates are the times of a claim, or of an item that has times of its own. The zero
// Moment is unknown; [period.Never] says that something has not happened.
//
// A third-party claim is made when the insured receives it. Aware is when an
// insured first knew that it was likely, or when there were first reasonable grounds to
// conclude so: if never before, when it was made. AttackPublished and LeakPublished are
// when the event became objectively apparent, by publication or otherwise.
type Dates struct {
	Made            period.Moment `json:"made,omitzero"`            // of the third-party claim
	Cause           period.Moment `json:"cause,omitzero"`           // of the circumstances that led to the event
	Aware           period.Moment `json:"aware,omitzero"`           // since when a third-party claim was known likely
	Delivered       period.Moment `json:"delivered,omitzero"`       // of the work; finally, if a trial comes first
	AttackPublished period.Moment `json:"attackPublished,omitzero"` // of the attack, or its suspicion
	LeakPublished   period.Moment `json:"leakPublished,omitzero"`   // of the leak of personal data, or its suspicion

	// The following are those of the whole claim, and not of an item.

	First        period.Moment `json:"first,omitzero"`        // of the series; if zero, the earliest that is known
	Discovered   period.Moment `json:"discovered,omitzero"`   // an insured first discovered the security incident
	Reputational period.Moment `json:"reputational,omitzero"` // an insured discovered the reputational incident
	Measure      period.Moment `json:"measure,omitzero"`      // the regulator's action was received
}

// An Item (明細) is one amount of a claim under one head of loss.
type Item struct {
	Head limits.Head `json:"head,omitzero"`

	// Demand names the third-party claim that a liability item is about, or that
	// a cost item answers. Items with the same name are about one third-party
	// claim. Several that are not a series bear a deductible each. "" is the only
	// third-party claim of the claim, or none. A valid name has at most 64 bytes
	// of printable characters without spaces, and is not "-".
	Demand string `json:"demand,omitzero"`

	// Claimed is the amount claimed, in yen, above zero. Accepted is the
	// amount that an adjuster accepts; while it is
	// unknown, it is anything from nothing to the amount claimed.
	Claimed  yen.Amount `json:"claimed,omitzero"`
	Accepted yen.Figure `json:"accepted,omitzero"`

	// Count is the number of persons, pieces or hours of the item, for a head of which a
	// term needs it; see [limits.PerUnit] and [limits.Waiting]. Elsewhere it has no effect.
	Count int64 `json:"count,omitzero"`

	// Excess is the part of the accepted amount by which an agreement makes the
	// liability heavier than the law does. An Excess above zero says that there
	// is such an agreement.
	Excess yen.Figure `json:"excess,omitzero"`

	// Incurred is when a cost arose: the work was done, or the duty to pay for
	// it came about.
	Incurred period.Moment `json:"incurred,omitzero"`

	// Spent is when a cost was paid. If it is zero, it is Incurred.
	Spent period.Moment `json:"spent,omitzero"`

	// Dates and Facts take the place of those of the claim.
	Dates Dates    `json:"dates,omitzero"`
	Facts fact.Set `json:"facts,omitzero"`
}

// A Person is a party outside the insureds who may have to answer for a loss.
type Person struct {
	Name  string   `json:"name,omitzero"`  // as people know the party
	Facts fact.Set `json:"facts,omitzero"` // in place of the facts of the claim
}
