// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"encoding/json"
	"errors"
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// Terms are the terms of a policy as the certificate (加入者証) states them. They
// are plain data with a JSON form. The readings are not among the terms: to
// restore a stored policy, build the Scheme with the same [Readings], read the
// JSON into Terms and give them to [Scheme.Record]. The zero Terms name no
// edition: Record returns [ErrTerms].
type Terms struct {
	Edition  clause.ID      `json:"edition"`  // of the scheme
	Number   string         `json:"number"`   // of the policy: 1 to 64 bytes without spaces
	Company  string         `json:"company"`  // the named insured (記名被保険者)
	Business string         `json:"business"` // as stated in the quotation request
	Applied  period.Date    `json:"applied"`  // the day of the application, for information
	Period   period.Period  `json:"period"`   // the member's own policy period
	First    period.Instant `json:"first"`    // the start of the member's continuous cover; if zero, the start of Period
	Sales    premium.Sales  `json:"sales"`    // as declared
	Choices  limits.Choices `json:"choices"`  // the limits and the deductible
	Attached []clause.ID    `json:"attached"` // the endorsements

	// Reduction reduces payments for under-declared sales, in place of
	// Choices.Declared. The zero Reduction means that it does not.
	Reduction premium.Reduction `json:"reduction"`
}

// A Policy records the terms of one member under a scheme, ready to assess
// claims. Recording the terms of a certificate does not create or change a
// contract. A Policy is an immutable value, safe for concurrent use. The zero
// Policy is not usable: Assess returns [ErrScheme].
type Policy struct{ *policy }

type policy struct {
	scheme   *scheme
	terms    Terms
	program  limits.Program
	schedule exclusions.Schedule

	start, end, first tick // of the period, and of the member's continuous cover
}

// Record returns the policy of the terms. It records the limits of a certificate
// as they are, also those that the tariff does not price; only the deductible of
// the 2024 edition has an upper bound.
//
// Record returns an [*Error] whose Path is that of the field in t, with
//   - [ErrScheme] for the zero Scheme,
//   - [ErrTerms] at edition if the terms are those of another edition,
//   - [ErrTerms] at number if the number is not 1 to 64 bytes of printable
//     characters without spaces,
//   - [ErrTerms] at period if no application leads to the period; see
//     [period.Year.Grants],
//   - [ErrTerms] at first if First is after the start of the period,
//   - [ErrEndorsement] at attached[i] if the scheme does not offer the endorsement,
//   - [ErrEndorsement] if an endorsement and a limit do not match,
//   - an error of package limits for a choice that is out of range, such as
//     [limits.ErrAmount] at choices.deductible.
func (s Scheme) Record(t Terms) (Policy, error) { return s.record("Record", t) }

// record is Record for the function that is named in errors.
func (s Scheme) record(by string, t Terms) (Policy, error) {
	fail := func(path, input string, err error) (Policy, error) {
		return Policy{}, &Error{Func: by, Path: path, Input: input, Err: err}
	}
	if s.scheme == nil {
		return fail("", "", ErrScheme)
	}
	switch {
	case t.Edition != s.rules.Edition.ID:
		return fail("edition", string(t.Edition), ErrTerms)
	case t.Number == "" || !word(t.Number):
		return fail("number", t.Number, ErrTerms)
	case !s.rules.Year.Grants(t.Period):
		return fail("period", t.Period.String(), ErrTerms)
	case t.First.Compare(t.Period.Start()) > 0:
		return fail("first", t.First.String(), ErrTerms)
	}
	choices := t.Choices
	if t.Reduction.Ratio != (yen.Ratio{}) {
		choices.Declared = t.Reduction.Ratio
	}
	schedule, program, err := s.build(by, attachedPath, t.Attached, choices)
	if e := (*Error)(nil); errors.As(err, &e) {
		if e.Path == "choices.declared" && choices.Declared == t.Reduction.Ratio {
			e.Path = "reduction.ratio"
		}
		return Policy{}, e
	}
	t.Attached = slices.Collect(schedule.Attached())
	p := &policy{scheme: s.scheme, terms: t, program: program, schedule: schedule,
		start: tickOf(t.Period.Start()), end: tickOf(t.Period.End())}
	if p.first = p.start; !t.First.IsZero() {
		p.first = tickOf(t.First)
	}
	return Policy{p}, nil
}

// Terms returns the terms. The endorsements are in the order of the wording and
// include those that every policy has.
func (p Policy) Terms() Terms {
	if p.policy == nil {
		return Terms{}
	}
	t := p.terms
	t.Attached = slices.Clone(t.Attached)
	return t
}

// Scheme returns the scheme under which the policy is recorded.
func (p Policy) Scheme() Scheme {
	if p.policy == nil {
		return Scheme{}
	}
	return Scheme{p.scheme}
}

// UnderDeclared returns the policy with its payments reduced for under-declared
// sales. [premium.Tariff.Reduction] and [premium.NewReduction] return the
// reduction. UnderDeclared returns an [*Error] with [ErrScheme] for the zero
// Policy, [ErrTerms] for the zero Reduction, and [limits.ErrRatio] for a ratio
// outside 0 to 1.
func (p Policy) UnderDeclared(by premium.Reduction) (Policy, error) {
	if p.policy != nil && by.Ratio == (yen.Ratio{}) {
		return Policy{}, &Error{Func: "UnderDeclared", Path: "reduction", Err: ErrTerms}
	}
	t := p.Terms()
	t.Reduction = by
	return p.Scheme().record("UnderDeclared", t)
}

// Left returns the remaining amount of each aggregate limit after the payments of
// a history, by the clause of the limit. It returns an [*Error] with [ErrScheme]
// for the zero Policy, and with [ErrHistory] for the history of another policy.
func (p Policy) Left(h History) (iter.Seq2[clause.ID, yen.Amount], error) {
	if p.policy == nil {
		return nil, &Error{Func: "Left", Err: ErrScheme}
	}
	if err := p.owns(h); err != nil {
		return nil, &Error{Func: "Left", Path: "history", Input: h.policy, Err: err}
	}
	return p.program.Left(h.paid)
}

func (p *policy) owns(h History) error {
	if h.policy != "" && h.policy != p.terms.Number {
		return ErrHistory
	}
	return nil
}

// MarshalJSON returns the JSON of p.Terms(). The readings are not in it. A Policy
// is not read from JSON: build the Scheme with the same [Readings], read the JSON
// into [Terms] and give them to [Scheme.Record].
func (p Policy) MarshalJSON() ([]byte, error) { return json.Marshal(p.Terms()) }
