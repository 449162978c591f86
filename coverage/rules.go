// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// Rules are the data of an edition of a scheme, each value with the clause that
// states it. Fill them in for another scheme and give them to [New].
type Rules struct {
	Edition clause.Clause // the name of the edition

	Year   period.Year
	Tariff premium.Tariff

	// Standard is the setting that the tariff prices, and Settings are its limits
	// and its deductible, as they are shown beside a premium.
	Standard limits.Choices
	Settings []Setting

	// Refer returns a referral for each choice that the tariff does not price, and
	// a note for choices that can change the premium. If Refer is nil, choices
	// other than Standard are one referral.
	Refer func(limits.Choices) ([]Referral, []clause.Note)

	// Program returns the program of limits for the choices of a policy and the
	// endorsements that are attached, and Limits are the clauses it cites. The
	// Path of an [*Error] that it returns is that of a choice, such as
	// choices.deductible, or attached.
	Program func(c limits.Choices, attached []clause.ID) (limits.Program, error)
	Limits  []clause.Clause

	// Agreements say when nothing is covered in the first place; they come
	// before the exclusions. Wording holds the exclusions, the endorsements and
	// the questions, and Attached the endorsements that every policy has.
	//
	// Cover that an endorsement adds is an exception to the AddedCover agreement
	// with the same scope. An insured that an endorsement adds is an exception to
	// the Insured agreement.
	Agreements []Agreement
	Wording    exclusions.Wording
	Attached   []clause.ID

	// Heads are the heads of loss, in the order in which they are shown.
	Heads []Head

	// Reputational is the fact that there is a reputational incident.
	Reputational exclusions.Fact

	// Related says whether claims of a series are dated by their first, and
	// Incidents whether a reputational incident is dated by the security
	// incident.
	Related   limits.Related
	Incidents Incidents

	Readings []Reading // that were chosen, in the order in which they are shown

	// SameDay is the question whether a cost of the day of discovery arose after
	// the discovery, and Dates are those that ask for a date.
	SameDay exclusions.Question
	Dates   []DateQuestion

	// The other fields are clauses that are printed or cited.
	Recognized clause.Clause   // amounts are paid as far as they are recognized
	Follows    clause.Clause   // what follows another head is paid with it
	Series     clause.Clause   // what a series was paid is not paid again
	Undecided  clause.Clause   // nothing is paid while a claim is open
	Assumed    clause.Clause   // the assumptions of an assessment
	Notice     clause.Clause   // notice is to be given without delay
	Recourse   clause.Clause   // subrogation against the parties that a claim names
	Setting    clause.Clause   // the tariff prices only the standard setting
	Request    []clause.Clause // what a request for a quotation states
	Notes      []clause.Clause // the sentences printed at the end of every assessment
	Caveat     clause.Clause   // a sentence printed only when something is payable
	Reduction  clause.ID       // the reduction for under-declared sales
	Beside     clause.ID       // the combined aggregate limit that is shown for comparison
	Between    clause.ID       // the premium between two rows of the table
	Sales      clause.ID       // the sales basis of the tariff
}

// An Agreement (補償条項) is a rule about what is covered. The item is denied if the
// condition of the rule is met and none of its exceptions holds.
type Agreement struct {
	Rule   exclusions.Rule
	Denies Verdict // OutsideTrigger or NotCovered; Open if Restores is set
	About  About

	// Endorsement is the endorsement with which the agreement acts. An agreement
	// with "" always acts.
	Endorsement clause.ID

	// Restores is the agreement to which the rule adds an exception while
	// Endorsement is attached. It is "" for an agreement of its own.
	Restores clause.ID

	// SetsAside is an exception of another agreement that alone does not grant an
	// item in the scope of this one, so that a covered item in this scope does not
	// cite it. For example, a suspected attack grants only the attack response
	// costs: an investigation cost after a suspected attack that is also a leak is
	// granted by the leak and does not cite the suspected attack.
	SetsAside clause.ID
}

// About is the subject of an agreement. The zero About is Cover.
type About uint8

const (
	Cover      About = iota // what is covered, and when: a covered item cites it
	AddedCover              // cover that only an endorsement adds
	Insured                 // who is insured
	LeftOut                 // what cover leaves out: a covered item does not cite it
)

// A Head is a head of loss of a scheme.
type Head struct {
	Head   limits.Head
	Clause clause.Clause
	Scope  exclusions.Scope // the scope in which rules apply to it

	// Incident is the kind of incident that the head responds to, if it does.
	Incident Incident

	// Follows are heads of which an item about the same third-party claim must be
	// covered. They must not follow others. If the claim has no such item, the
	// head is judged as if there were one. If Follows is empty, there is no such
	// condition.
	Follows []limits.Head

	// Alone says that the head needs no item to follow if the claim has none.
	Alone bool

	// Consent is a condition of the payment, as a sentence, such as the insurer's
	// prior consent. Consented is the fact that the condition is met. While the
	// fact is unknown, the condition is printed. If it is No, an item is
	// NotCovered by the clause Without or, if Without is zero, its amount is left
	// to the adjuster. The zero Consent is no condition.
	Consent   clause.Clause
	Consented exclusions.Fact
	Without   clause.Clause

	// Asked are facts of which one is needed for the head to cover anything. At
	// least one must be Yes; until one is, their default answers are ignored.
	Asked []exclusions.Fact
}

// An Incident is a kind of incident that costs respond to. The zero Incident is a
// security incident (セキュリティ事故).
type Incident uint8

const (
	SecurityIncident     Incident = iota // セキュリティ事故
	ReputationalIncident                 // 風評被害事故, which follows one
)
