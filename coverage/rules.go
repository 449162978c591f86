// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// Rules are the data of an edition of a scheme, each value with the clause that
// states it. Fill them in for another scheme and give them to [New].
type Rules struct {
	Edition clause.Clause `json:"edition,omitzero"` // the name of the edition

	Calendar period.Calendar `json:"calendar,omitzero"`
	Tariff   premium.Rules   `json:"tariff,omitzero"` // without a table, quotes have no premium

	// Options are what a policy can state, and Limits is the tree of deductibles and
	// limits, whose figures name options. LimitClauses are the clauses of its terms.
	Options      option.Table    `json:"options,omitzero"`
	Limits       limits.Node     `json:"limits,omitzero"`
	LimitClauses []clause.Clause `json:"limitClauses,omitzero"`

	// Declared is the option that a reduction for under-declared sales states, or ""
	// if the scheme has no such reduction.
	Declared option.ID `json:"declared,omitzero"`

	// Standard is the setting that the tariff prices, and Settings are its limits
	// and its deductible, as they are shown beside a premium.
	Standard option.Values `json:"standard,omitzero"`
	Settings []Setting     `json:"settings,omitzero"`

	// Wording holds the requirements of the cover and the exclusions, in the order of
	// assessment, with the endorsements and the questions. The classes of its rules
	// are those of this package and of package exclusions. Attached are the
	// endorsements that every policy has. New fills in Wording.Parts.
	Wording  exclusions.Wording `json:"wording,omitzero"`
	Attached []clause.ID        `json:"attached,omitzero"`

	// Heads are the heads of loss, in the order in which they are shown.
	Heads []Head `json:"heads,omitzero"`

	// DateFacts are the facts that follow from dates. Heavier is the fact that an
	// agreement makes the liability heavier than the law does, which follows from an
	// [Item].Excess above zero. Reputational is the fact that there is a reputational
	// incident. All three may be left out.
	DateFacts    []DateFact `json:"dateFacts,omitzero"`
	Heavier      fact.Name  `json:"heavier,omitzero"`
	Reputational fact.Name  `json:"reputational,omitzero"`

	// TwoIncidents says that a security incident and the reputational incident that
	// follows it are two, each dated by its own discovery, and not one that is dated by
	// the first discovery of either.
	TwoIncidents bool `json:"twoIncidents,omitzero"`

	Points OpenPoints `json:"points,omitzero"` // what the source leaves open, with the choices that were made

	// SameDay is the question whether a cost of the day of discovery arose after
	// the discovery. Dates are those that ask for a date; their Fact is its name, one of
	// those that are listed at [Need].
	SameDay fact.Question   `json:"sameDay,omitzero"`
	Dates   []fact.Question `json:"dates,omitzero"`

	// The other fields are clauses that are printed or cited. Accepted, Series, Restated and
	// Undecided must be there, and Follows if a head follows another one.
	Accepted    clause.Clause   `json:"accepted,omitzero"`    // amounts are paid as far as they are accepted
	Follows     clause.Clause   `json:"follows,omitzero"`     // what follows another head is paid with it
	Series      clause.Clause   `json:"series,omitzero"`      // what a series was paid is not paid again
	Restated    clause.Clause   `json:"restated,omitzero"`    // the same, for a claim that is assessed anew
	Undecided   clause.Clause   `json:"undecided,omitzero"`   // nothing is paid while a claim is open
	Assumed     clause.Clause   `json:"assumed,omitzero"`     // the assumptions of an assessment
	Notice      clause.Clause   `json:"notice,omitzero"`      // notice is to be given without delay
	Subrogation clause.Clause   `json:"subrogation,omitzero"` // subrogation against the parties that a claim names
	Setting     clause.Clause   `json:"setting,omitzero"`     // the tariff prices only the standard setting
	Request     []Request       `json:"request,omitzero"`     // what a request for a quotation states
	Notes       []clause.Clause `json:"notes,omitzero"`       // the sentences printed at the end of every assessment
	Reduction   clause.ID       `json:"reduction,omitzero"`   // the reduction for under-declared sales
	Beside      clause.ID       `json:"beside,omitzero"`      // the combined limit that is shown for comparison
	Between     clause.ID       `json:"between,omitzero"`     // the premium between two rows of the table
	Sales       clause.ID       `json:"sales,omitzero"`       // the sales basis of the tariff
}

// The classes of the rules that say what is covered (補償条項). Such a rule denies an
// item if it applies: its condition is that a requirement of the cover is not met.
// It goes before the exclusions. A covered item cites the requirements that it meets
// or, of a requirement with exceptions, the exceptions that apply, except for those
// that the Aside of a rule about the item names. For example, a suspected attack by
// itself grants only the attack response costs.
const (
	Insured    exclusions.Class = "insured"     // who is insured; an item that does not meet it is NotCovered
	Trigger    exclusions.Class = "trigger"     // what must lie in the policy period; OutsidePeriod
	Cover      exclusions.Class = "cover"       // what is covered; NotCovered
	AddedCover exclusions.Class = "added-cover" // cover that only the exceptions of endorsements add; NotCovered
	LeftOut    exclusions.Class = "left-out"    // what cover leaves out; NotCovered, and no covered item cites it
)

// A Head is a head of loss of a scheme.
type Head struct {
	Head   limits.Head      `json:"head,omitzero"`
	Clause clause.Clause    `json:"clause,omitzero"`
	Scope  exclusions.Scope `json:"scope,omitzero"` // the scope in which rules apply to it

	// Reputational says that the head responds to a reputational incident (風評被害事故),
	// and not to the security incident that it follows.
	Reputational bool `json:"reputational,omitzero"`

	// Follows are heads of which an item about the same third-party claim must be
	// covered. They must not follow others. If the claim has no such item, the
	// head is judged as if there were one. If Follows is empty, there is no such
	// condition.
	Follows []limits.Head `json:"follows,omitzero"`

	// Alone says that an item of the head needs no item in Follows: it is judged by
	// itself if the claim has none.
	Alone bool `json:"alone,omitzero"`

	// Consent is a condition of the payment, as a sentence, such as the insurer's
	// prior consent. Consented is the fact that the condition is met. While the
	// fact is unknown, the condition is printed. If it is No, an item is
	// NotCovered by the clause Without or, if Without is zero, its amount is left
	// to the adjuster. The zero Consent is no condition.
	Consent   clause.Clause `json:"consent,omitzero"`
	Consented fact.Name     `json:"consented,omitzero"`
	Without   clause.Clause `json:"without,omitzero"`

	// Asked are facts of which one is needed for the head to cover anything. At
	// least one must be Yes; until one is, their default answers are ignored.
	Asked []fact.Name `json:"asked,omitzero"`
}

// A Request is one part of a request for a quotation (お見積もり依頼書).
type Request struct {
	Clause clause.Clause `json:"clause,omitzero"`

	// Field is the field of an [Application] that states it: business, sales,
	// certifications, security, legal or losses. A part without a field is never
	// missing.
	Field string `json:"field,omitzero"`
}
