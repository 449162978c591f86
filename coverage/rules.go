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
	Edition clause.Clause // the name of the edition

	Calendar period.Calendar
	Tariff   premium.Rules // without a table, quotes have no premium

	// Options are what a policy can state, and Limits is the tree of deductibles and
	// limits, whose figures name options. LimitClauses are the clauses of its terms.
	Options      option.Table
	Limits       limits.Node
	LimitClauses []clause.Clause

	// Declared is the option that a reduction for under-declared sales states, or ""
	// if the scheme has no such reduction.
	Declared option.ID

	// Standard is the setting that the tariff prices, and Settings are its limits
	// and its deductible, as they are shown beside a premium.
	Standard option.Values
	Settings []Setting

	// Wording holds the requirements of the cover and the exclusions, in the order of
	// assessment, with the endorsements and the questions. The classes of its rules
	// are those of this package and of package exclusions. Attached are the
	// endorsements that every policy has. New fills in Wording.Parts.
	Wording  exclusions.Wording
	Attached []clause.ID

	// Heads are the heads of loss, in the order in which they are shown.
	Heads []Head

	// DateFacts are the facts that follow from dates. Heavier is the fact that an
	// agreement makes the liability heavier than the law does, which follows from an
	// [Item].Excess above zero. Reputational is the fact that there is a reputational
	// incident. All three may be left out.
	DateFacts    []DateFact
	Heavier      fact.Name
	Reputational fact.Name

	// TwoIncidents says that a security incident and the reputational incident that
	// follows it are two, each dated by its own discovery, and not one that is dated by
	// the first discovery of either.
	TwoIncidents bool

	Points OpenPoints // what the source leaves open, with the choices that were made

	// SameDay is the question whether a cost of the day of discovery arose after
	// the discovery. Dates are those that ask for a date; their Fact is its name, one of
	// those that are listed at [Need].
	SameDay fact.Question
	Dates   []fact.Question

	// The other fields are clauses that are printed or cited.
	Accepted    clause.Clause   // amounts are paid as far as they are accepted
	Follows     clause.Clause   // what follows another head is paid with it
	Series      clause.Clause   // what a series was paid is not paid again
	Restated    clause.Clause   // the same, for a claim that is assessed anew
	Undecided   clause.Clause   // nothing is paid while a claim is open
	Assumed     clause.Clause   // the assumptions of an assessment
	Notice      clause.Clause   // notice is to be given without delay
	Subrogation clause.Clause   // subrogation against the parties that a claim names
	Setting     clause.Clause   // the tariff prices only the standard setting
	Request     []Request       // what a request for a quotation states
	Notes       []clause.Clause // the sentences printed at the end of every assessment
	Reduction   clause.ID       // the reduction for under-declared sales
	Beside      clause.ID       // the combined aggregate limit that is shown for comparison
	Between     clause.ID       // the premium between two rows of the table
	Sales       clause.ID       // the sales basis of the tariff
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
	Head   limits.Head
	Clause clause.Clause
	Scope  exclusions.Scope // the scope in which rules apply to it

	// Reputational says that the head responds to a reputational incident (風評被害事故),
	// and not to the security incident that it follows.
	Reputational bool

	// Follows are heads of which an item about the same third-party claim must be
	// covered. They must not follow others. If the claim has no such item, the
	// head is judged as if there were one. If Follows is empty, there is no such
	// condition.
	Follows []limits.Head

	// Alone says that an item of the head needs no item in Follows: it is judged by
	// itself if the claim has none.
	Alone bool

	// Consent is a condition of the payment, as a sentence, such as the insurer's
	// prior consent. Consented is the fact that the condition is met. While the
	// fact is unknown, the condition is printed. If it is No, an item is
	// NotCovered by the clause Without or, if Without is zero, its amount is left
	// to the adjuster. The zero Consent is no condition.
	Consent   clause.Clause
	Consented fact.Name
	Without   clause.Clause

	// Asked are facts of which one is needed for the head to cover anything. At
	// least one must be Yes; until one is, their default answers are ignored.
	Asked []fact.Name
}

// A Request is one part of a request for a quotation (お見積もり依頼書).
type Request struct {
	Clause clause.Clause

	// Field is the field of an [Application] that states it: business, sales,
	// certifications, security, legal or losses. A part without a field is never
	// missing.
	Field string
}
