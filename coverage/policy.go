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

// Terms are the terms of a policy as they stand on a certificate. They are plain
// data with a JSON form that a host stores and gives back to [Scheme.Record].
type Terms struct {
	Edition  clause.ID      `json:"edition"`  // of the scheme
	Number   string         `json:"number"`   // of the policy: at most 64 bytes without spaces
	Company  string         `json:"company"`  // the named insured (記名被保険者)
	Business string         `json:"business"` // as stated in the request
	Applied  period.Date    `json:"applied"`  // the day of the application
	Period   period.Period  `json:"period"`   // of this member
	First    period.Instant `json:"first"`    // the start of the first of the unbroken periods; none is that of Period
	Sales    premium.Sales  `json:"sales"`    // as declared
	Choices  limits.Choices `json:"choices"`
	Attached []clause.ID    `json:"attached"` // endorsements

	// Reduction reduces payments because the sales declared were too low; the
	// zero Reduction is none. It takes the place of Choices.Declared.
	Reduction premium.Reduction `json:"reduction"`
}

// A Policy is the terms of one member under a scheme, recorded and ready to
// assess claims. It records what a certificate says and binds nobody. It is an
// immutable value, safe for concurrent use. The zero Policy is none and refuses
// with [ErrScheme].
type Policy struct{ *policy }

type policy struct {
	scheme   *scheme
	terms    Terms
	program  limits.Program
	schedule exclusions.Schedule
}

// Record returns the policy of the terms. It returns an [*Error] with
//   - [ErrScheme] for the zero Scheme,
//   - [ErrTerms] for the terms of another edition, a number that is none, and a
//     period that does not lie in that of the edition or starts before First,
//   - [ErrEndorsement] for an endorsement that the scheme does not offer, and
//     for one that is attached without the limit of its cover or the other way
//     round,
//   - an error of limits for choices that are none.
func (s Scheme) Record(t Terms) (Policy, error) { return s.record("Record", t) }

// record is Record for the function that is named in errors.
func (s Scheme) record(by string, t Terms) (Policy, error) {
	fail := func(path, input string, err error) (Policy, error) {
		if e := (*Error)(nil); errors.As(err, &e) { // of the program
			path, input, err = e.Path, e.Input, e.Err
		}
		return Policy{}, &Error{Func: by, Path: path, Input: input, Err: err}
	}
	if s.scheme == nil {
		return fail("", "", ErrScheme)
	}
	base := s.rules.Year.Base
	switch {
	case t.Edition != s.rules.Edition.ID:
		return fail("edition", string(t.Edition), ErrTerms)
	case t.Number == "" || !word(t.Number):
		return fail("number", t.Number, ErrTerms)
	case t.Period.IsZero() || t.Period.Start().Compare(base.Start()) < 0 || t.Period.End().Compare(base.End()) > 0:
		return fail("period", t.Period.String(), ErrTerms)
	case t.First.Compare(t.Period.Start()) > 0:
		return fail("first", t.First.String(), ErrTerms)
	}
	schedule, err := s.schedule.With(t.Attached...)
	if err != nil {
		return fail("attached", "", err)
	}
	t.Attached = slices.Collect(schedule.Attached())
	choices := t.Choices
	if t.Reduction.Ratio != (yen.Ratio{}) {
		choices.Declared = t.Reduction.Ratio
	}
	program, err := s.rules.Program(choices, t.Attached)
	if err != nil {
		return fail("choices", "", err)
	}
	return Policy{&policy{s.scheme, t, program, schedule}}, nil
}

// Terms returns the terms. The endorsements stand in the order of the wording,
// with those that every policy has.
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

// UnderDeclared returns the policy with its payments reduced because the sales
// declared were too low, by the ratio of the premiums. See
// [premium.Tariff.Reduction] and [premium.NewReduction]. It returns an [*Error]
// with [ErrScheme] for the zero Policy and [ErrTerms] for the zero Reduction,
// which is none, and an error of limits for a ratio that is none.
func (p Policy) UnderDeclared(by premium.Reduction) (Policy, error) {
	if p.policy != nil && by.Ratio == (yen.Ratio{}) {
		return Policy{}, &Error{Func: "UnderDeclared", Path: "reduction", Err: ErrTerms}
	}
	t := p.Terms()
	t.Reduction = by
	return p.Scheme().record("UnderDeclared", t)
}

// Left returns what is left of each limit for the period after the payments of
// a history, by the clause of the limit. It returns an [*Error] with
// [ErrHistory] for the history of another policy.
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

// MarshalJSON returns the terms.
func (p Policy) MarshalJSON() ([]byte, error) { return json.Marshal(p.Terms()) }
