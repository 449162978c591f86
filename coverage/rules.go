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

	// Standard is the setting that the tariff prices.
	Standard limits.Choices

	// Program returns the program of limits for the choices of a policy and the
	// endorsements that are attached, and Limits are the clauses it cites.
	Program func(c limits.Choices, attached []clause.ID) (limits.Program, error)
	Limits  []clause.Clause

	// Agreements say when nothing is covered in the first place; they come
	// before the exclusions. Wording holds the exclusions, the endorsements and
	// the questions, and Attached the endorsements that every policy has.
	//
	// A cover that an endorsement adds is an exception to the agreement about an
	// added cover with its scope, and an insured that it adds one to the
	// agreement about the insured.
	Agreements []Agreement
	Wording    exclusions.Wording
	Attached   []clause.ID

	// Heads are the heads of loss, in the order in which they are shown.
	Heads []Head

	// Related says whether claims of a series are dated by their first, and
	// Incidents whether a reputational incident is dated by the security
	// incident.
	Related   limits.Related
	Incidents Incidents

	Readings []Reading // that were chosen, in the order in which they are shown

	// The rest is what people are told.
	Recognized clause.Clause   // amounts are paid as far as they are recognized
	Follows    clause.Clause   // what follows another head is paid with it
	Series     clause.Clause   // what a series has had is not paid again
	Undecided  clause.Clause   // nothing is paid while a claim is open
	Assumed    clause.Clause   // what an assessment takes for granted
	Notice     clause.Clause   // notice is to be given without delay
	Recourse   clause.Clause   // who may still be pursued
	Setting    clause.Clause   // the tariff prices the standard setting alone
	Request    []clause.Clause // what a request for a quotation states
	Notes      []clause.Clause // the sentences that stand on every assessment
	Caveat     clause.Clause   // the sentence on those under which something is due
	Reduction  clause.ID       // the cut for under-declared sales
	Beside     clause.ID       // the limit over all payments that acts beside the program
}

// An Agreement is a rule under which an item is not covered unless granted: its
// exceptions grant.
type Agreement struct {
	Rule   exclusions.Rule
	Denies Verdict // OutsideTrigger or NotCovered
	About  About
}

// About says what an agreement is about. The zero About is the cover.
type About uint8

const (
	Cover      About = iota // what is covered, and when
	AddedCover              // a cover that there is only if an endorsement adds it
	Insured                 // who is insured
)

// A Head is a head of loss of a scheme.
type Head struct {
	Head   limits.Head
	Clause clause.Clause
	Scope  exclusions.Scope // where the rules find it

	// Incident is the incident that the head responds to, if it does.
	Incident Incident

	// Follows are the heads of which one must be covered, in this claim or if it
	// were claimed on the same facts. None is no such condition.
	Follows []limits.Head

	// Consent is what the insured must have the insurer's consent to, as a
	// sentence, and Consented the fact that there is. The zero Clause is nothing.
	Consent   clause.Clause
	Consented exclusions.Fact
}

// An Incident is a kind of incident that costs respond to. The zero Incident is a
// security incident (セキュリティ事故).
type Incident uint8

const (
	SecurityIncident     Incident = iota // セキュリティ事故
	ReputationalIncident                 // 風評被害事故, which follows one
)
