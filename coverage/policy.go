// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// Terms are the terms of a policy as the certificate (加入者証) states them. They
// are plain data with a JSON form. To restore a stored policy, make the Scheme of the
// edition with the Readings, and give the Terms to [Scheme.Record]. The zero Terms
// name no edition: Record returns [fault.ErrScheme].
type Terms struct {
	Edition  clause.ID      `json:"edition,omitzero"`  // of the scheme
	Readings []Reading      `json:"readings,omitzero"` // of the scheme, those that are not the default
	Number   string         `json:"number,omitzero"`   // of the policy: 1 to 64 bytes without spaces
	Company  string         `json:"company,omitzero"`  // the named insured (記名被保険者)
	Business string         `json:"business,omitzero"` // as stated in the quotation request
	Applied  period.Date    `json:"applied,omitzero"`  // the day of the application, for information
	Period   period.Period  `json:"period,omitzero"`   // the member's own policy period
	First    period.Instant `json:"first,omitzero"`    // the start of continuous cover; zero for that of Period
	Sales    premium.Sales  `json:"sales,omitzero"`    // as declared

	// Retroactive is the retroactive date (遡及日): what arose before it is not covered. It
	// is not after the start of the period. If it is zero, or the scheme has no rule about
	// it, there is none.
	Retroactive period.Instant `json:"retroactive,omitzero"`

	Options  option.Values `json:"options,omitzero"`  // the limits and the other options that are stated
	Attached []clause.ID   `json:"attached,omitzero"` // the endorsements, without those that every policy has

	// Since are the times from which endorsements act that were attached during the
	// period: after its start and before its end. An endorsement that is not here acts
	// from the start. A third-party claim that was made, or an incident that was
	// discovered, before that time keeps the terms that it had.
	Since map[clause.ID]period.Instant `json:"since,omitzero"`

	// Reduction reduces payments for under-declared sales, in place of an option
	// that states the ratio. The zero Reduction means that it does not.
	Reduction premium.Reduction `json:"reduction,omitzero"`
}

// A Policy records the terms of one member under a scheme, ready to assess
// claims. Recording the terms of a certificate does not create or change a
// contract. A Policy is an immutable value, safe for concurrent use. The zero
// Policy is not usable: Assess returns [fault.ErrScheme].
type Policy struct{ *policy }

type policy struct {
	scheme   *scheme
	terms    Terms
	program  limits.Program
	schedule exclusions.Schedule
	attached []clause.ID // to the schedule: those of the terms, and those that every policy has
	variants []variant   // of the schedule, in the order in which endorsements were attached

	key               string // what a history says of the policy
	start, end, first tick   // of the period, and of the member's continuous cover
	retroactive       tick   // ever if there is no retroactive date
}

// Record returns the policy of the terms. It records the limits of a certificate
// as they are, also those that the tariff does not price; only the deductible of
// the 2024 edition has an upper bound.
//
// Record returns a [*fault.Error] whose Path is that of the field in t, with
//   - [fault.ErrScheme] for the zero Scheme, and at edition or readings if the terms
//     are those of another edition or of other readings,
//   - [fault.ErrMissing] at number or period if there is none,
//   - [fault.ErrSyntax] at number if the number is not 1 to 64 bytes of printable
//     characters without spaces,
//   - [fault.ErrRange] at period if no application leads to the period; see
//     [period.Schedule.Grants],
//   - [fault.ErrOrder] at first or retroactive if it is after the start of the period, and
//     [fault.ErrMisplaced] at retroactive if the scheme has no rule about it,
//   - [fault.ErrUnknown] at attached[i] if the scheme does not offer the endorsement,
//   - [fault.ErrMisplaced] at since[id] if the endorsement is not attached, and
//     [fault.ErrRange] if the time is not within the period,
//   - an error of [option.Table.Settle] at the option, such as [fault.ErrRange] at
//     options.deductible, or [fault.ErrMisplaced] for a limit whose endorsement is
//     not attached,
//   - [fault.ErrMisplaced] at reduction if the scheme does not have one.
func (s Scheme) Record(t Terms) (Policy, error) { return s.record("Record", t) }

// record is Record for the function that is named in errors.
func (s Scheme) record(by string, t Terms) (Policy, error) {
	fail := func(path, input string, why *fault.Reason) (Policy, error) {
		return Policy{}, &fault.Error{Op: "coverage." + by, Path: path, Input: input, Reason: why}
	}
	if s.scheme == nil {
		return fail("", "", fault.ErrScheme)
	}
	switch {
	case t.Edition != s.rules.Edition.ID:
		return fail("edition", string(t.Edition), fault.ErrScheme)
	case !slices.Equal(t.Readings, s.rules.Points.Readings()):
		return fail("readings", fmt.Sprint(t.Readings), fault.ErrScheme)
	case t.Number == "":
		return fail("number", "", fault.ErrMissing)
	case !isWord(t.Number):
		return fail("number", t.Number, fault.ErrSyntax)
	case t.Period.IsZero():
		return fail("period", "", fault.ErrMissing)
	case !s.joining.Grants(t.Period):
		return fail("period", t.Period.String(), fault.ErrRange)
	case t.First.Compare(t.Period.Start()) > 0:
		return fail("first", t.First.String(), fault.ErrOrder)
	case t.Retroactive.Compare(t.Period.Start()) > 0:
		return fail("retroactive", t.Retroactive.String(), fault.ErrOrder)
	case !t.Retroactive.IsZero() && !s.isRetroactive():
		return fail("retroactive", t.Retroactive.String(), fault.ErrMisplaced)
	}
	declared, reduced := s.rules.Declared, t.Reduction.Ratio != yen.Ratio{}
	if reduced && declared == "" {
		return fail("reduction", t.Reduction.Ratio.String(), fault.ErrMisplaced)
	}
	schedule, err := s.attach(by, "attached", t.Attached)
	if err != nil {
		return Policy{}, err
	}
	attached := schedule.Attached()
	settled, err := s.rules.Options.Settle(t.stated(declared), attached...)
	if err != nil {
		err = fault.In("coverage."+by, "", err)
		for _, f := range fault.All(err) {
			if reduced && f.Path == "options."+string(declared) {
				f.Path = "reduction.ratio"
			}
		}
		return Policy{}, err
	}
	program, err := s.limits.With(settled)
	if err != nil {
		return Policy{}, fault.In("coverage."+by, "options", err)
	}
	stated := t.Attached
	t.Attached = slices.DeleteFunc(slices.Clone(attached), func(id clause.ID) bool {
		return !slices.Contains(stated, id)
	})
	variants, err := s.variants(by, &t)
	if err != nil {
		return Policy{}, err
	}
	p := &policy{
		variants: variants, attached: attached,
		scheme: s.scheme, terms: t.clone(), program: program, schedule: schedule, key: t.key(),
		start: tickOf(t.Period.Start()), end: tickOf(t.Period.End()), first: tickOf(cmp.Or(t.First, t.Period.Start())),
	}
	if p.retroactive = ever; !t.Retroactive.IsZero() {
		p.retroactive = tickOf(t.Retroactive)
	}
	return Policy{p}, nil
}

// isRetroactive reports whether a rule of the scheme depends on the retroactive date.
func (s *scheme) isRetroactive() bool {
	return slices.ContainsFunc(s.derived, func(d derived) bool { return d.Anchor == RetroactiveDate })
}

// key returns what makes a history that of the policy: the number, the edition, the
// period and the readings.
func (t *Terms) key() string {
	words := []string{t.Number, string(t.Edition), strings.ReplaceAll(t.Period.String(), " ", "_")}
	for _, r := range t.Readings {
		words = append(words, string(r))
	}
	return strings.Join(words, " ")
}

// stated returns the options with the ratio of the reduction as one of them.
func (t *Terms) stated(declared option.ID) option.Values {
	if t.Reduction.Ratio == (yen.Ratio{}) {
		return t.Options
	}
	return t.Options.With(declared, option.Ratio(t.Reduction.Ratio))
}

func (t Terms) clone() Terms {
	t.Readings, t.Attached, t.Options = slices.Clone(t.Readings), slices.Clone(t.Attached), maps.Clone(t.Options)
	t.Since = maps.Clone(t.Since)
	return t
}

// data returns the data of the policy, and none for the zero Policy.
func (p Policy) data() *policy {
	if p.policy == nil {
		return &policy{}
	}
	return p.policy
}

// Terms returns the terms. The endorsements are in the order of the wording. One that
// every policy of the scheme has is among them only if it was stated.
func (p Policy) Terms() Terms { return p.data().terms.clone() }

// Scheme returns the scheme under which the policy is recorded.
func (p Policy) Scheme() Scheme { return Scheme{p.data().scheme} }

// Attach returns the policy with an endorsement that acts from a time within the policy
// period on, and with the options that it adds, if there are any; see Terms.Since. The
// history goes on. Attach returns the errors of [Scheme.Record], with its own name,
// [fault.ErrDuplicate] if the endorsement is attached, and [fault.ErrMisplaced] for an
// option that the endorsement does not add: it would change earlier claims.
func (p Policy) Attach(id clause.ID, since period.Instant, options option.Values) (Policy, error) {
	t := p.Terms()
	if slices.Contains(p.data().attached, id) {
		return Policy{}, &fault.Error{Op: "coverage.Attach", Input: string(id), Reason: fault.ErrDuplicate}
	}
	if t.Attached = append(t.Attached, id); t.Since == nil {
		t.Since = map[clause.ID]period.Instant{}
	}
	t.Since[id] = since
	for option, value := range options {
		if row, ok := p.Scheme().data().rules.Options.Row(option); ok && row.With != id {
			return Policy{}, &fault.Error{
				Op: "coverage.Attach", Path: "options." + string(option), Input: value.String(),
				Want: "an option that the endorsement adds", Reason: fault.ErrMisplaced,
			}
		}
		t.Options = t.Options.With(option, value)
	}
	return p.Scheme().record("Attach", t)
}

// UnderDeclared returns the policy with its payments reduced for under-declared
// sales. [premium.Tariff.Reduction] and [premium.NewReduction] return the
// reduction. UnderDeclared returns a [*fault.Error] with [fault.ErrScheme] for the
// zero Policy, [fault.ErrMissing] for the zero Reduction, and [fault.ErrRange] for a
// ratio outside 0 to 1.
func (p Policy) UnderDeclared(by premium.Reduction) (Policy, error) {
	if p.policy != nil && by.Ratio == (yen.Ratio{}) {
		return Policy{}, &fault.Error{Op: "coverage.UnderDeclared", Path: "reduction", Reason: fault.ErrMissing}
	}
	t := p.Terms()
	t.Reduction = by
	return p.Scheme().record("UnderDeclared", t)
}

// Carry returns the history with a claim that another system has decided: what was
// paid under each head of loss counts as claimed, due and paid. When the claim is
// assessed here, the difference is payable. A claim of a series or of an incident, of
// which others are to come, is assessed here like any other instead: they depend on its
// losses and its dates. Then [History.Disbursed] states what was paid.
//
// Carry returns a [*fault.Error] with
//   - [fault.ErrScheme] for the zero Policy, and [fault.ErrPolicy] at history for the
//     history of a different policy,
//   - [fault.ErrMissing] or [fault.ErrSyntax] at number as [Policy.Assess] does, and
//     [fault.ErrDuplicate] if the history has the claim,
//   - [fault.ErrUnknown] at paid[i].head for a head that the policy does not have,
//   - [fault.ErrRange] at paid[i].amount for an amount below zero or above [yen.Max],
//     and [fault.ErrOverflow] if the sum exceeds it.
func (p Policy) Carry(h History, number string, paid ...limits.Loss) (History, error) {
	fail := func(path, input string, why *fault.Reason) (History, error) {
		return History{}, &fault.Error{Op: "coverage.Carry", Path: path, Input: input, Reason: why}
	}
	_, known := h.Claim(number)
	switch {
	case p.policy == nil:
		return fail("", "", fault.ErrScheme)
	case !p.owns(h):
		return fail("history", h.policy, fault.ErrPolicy)
	case number == "":
		return fail("number", "", fault.ErrMissing)
	case !isName(number):
		return fail("number", number, fault.ErrSyntax)
	case known:
		return fail("number", number, fault.ErrDuplicate)
	}
	s, err := p.program.Series(paid...)
	if err != nil {
		f := fault.All(err)[0]
		return fail(strings.Replace(f.Path, "losses", "paid", 1), f.Input, f.Reason)
	}
	s = s.Settled()
	all, err := h.Paid().With(limits.Series{}, s)
	if err != nil {
		return fail("paid", "", fault.ErrOverflow)
	}
	e := entry{
		Record: Record{Number: number, Decision: Payable, Claimed: s.Paid(), Due: s.Paid(), Paid: s.Paid()},
		parts:  []part{{"", s}},
	}
	return h.with(p.key, all, e, nil), nil
}

// owns reports whether a history is that of the policy, or of none yet.
func (p *policy) owns(h History) bool { return h.IsZero() || h.policy == p.key }
