// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/yen"
)

// A Member is a member (加入者) whose premium and claims are computed under two schemes.
// It is plain data. The zero Member has no number of a policy, so its claims are refused.
type Member struct {
	Number      string      `json:"number,omitzero"` // of the policy
	Application Application `json:"application,omitzero"`
	Claims      []Claim     `json:"claims,omitzero"` // in the order of decision
}

// An Impact is what members pay and get under two schemes, such as an edition and a draft
// of the next one. The zero Impact has no members.
type Impact struct {
	Was     clause.Clause  `json:"was,omitzero"` // the edition before
	Is      clause.Clause  `json:"is,omitzero"`  // the edition after
	Members []MemberImpact `json:"members,omitzero"`
}

// A MemberImpact is the part of an [Impact] about one member.
type MemberImpact struct {
	Number  string   `json:"number,omitzero"`  // of the policy
	Premium Effect   `json:"premium,omitzero"` // the indicative premium (概算保険料)
	Claims  []Effect `json:"claims,omitzero"`  // in the order of decision
}

// An Effect is a premium, or the payment for a claim, under two schemes or two policies.
type Effect struct {
	Claim string  `json:"claim,omitzero"` // the number of the claim; "" for a premium
	Was   Outcome `json:"was,omitzero"`   // under the first
	Is    Outcome `json:"is,omitzero"`    // under the second

	// By lists the clauses that explain a difference: those of the verdicts, the referrals
	// and the lines of the worksheet that only one of the two has, or that take or add another
	// amount. It is empty if the outcomes are the same.
	By []clause.ID `json:"by,omitzero"`
}

// An Outcome is a premium, or the payment for a claim, under one scheme. The zero Outcome
// is a premium of 0円.
type Outcome struct {
	Decision Verdict `json:"decision,omitzero"` // of a claim; Open for a premium

	// Least and Most bound the amount in yen, and both are 0 if there is none. They are
	// equal unless the claim is open.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`

	// Overpaid is the amount in yen that was paid for the claim, or its series, beyond what is
	// due, so that nothing is payable now. It is 0 for a premium, and while the claim is open.
	Overpaid yen.Amount `json:"overpaid,omitzero"`

	// Why says why there is no amount: the referrals to the agent, or what the scheme
	// refuses, with the field. It is empty if there is an amount.
	Why []clause.Note `json:"why,omitzero"`
}

// Text returns the amount, or the bounds between which it is, in the language. It returns
// "-" if there is none.
func (o Outcome) Text(tag language.Tag) string {
	switch {
	case len(o.Why) > 0:
		return "-"
	case o.Overpaid > 0:
		return note("", "{}、既払額の超過 {}", "{}, overpaid {}", digits(o.Most), digits(o.Overpaid)).Text(tag)
	case o.Least == o.Most:
		return digits(o.Least).Text(tag)
	}
	return note("", "{}〜{}", "{} to {}", digits(o.Least), digits(o.Most)).Text(tag)
}

// same reports whether two outcomes do not differ.
func (o Outcome) same(p Outcome) bool {
	return o.Decision == p.Decision && o.Least == p.Least && o.Most == p.Most && o.Overpaid == p.Overpaid &&
		slices.Equal(o.Why, p.Why)
}

// Difference returns by how much the least and the most amount of Is are above those of
// Was, and whether both have an amount.
func (e Effect) Difference() (least, most yen.Amount, ok bool) {
	if len(e.Was.Why)+len(e.Is.Why) > 0 {
		return 0, 0, false
	}
	return e.Is.Least - e.Was.Least, e.Is.Most - e.Was.Most, true
}

// Totals returns the sums of the premiums and of the payments, over those that have an
// amount under both schemes. A sum beyond [yen.Max] has no amount, and says so.
func (i Impact) Totals() (premiums, payments Effect) {
	for _, m := range i.Members {
		premiums.and(m.Premium)
		for _, e := range m.Claims {
			payments.and(e)
		}
	}
	return premiums, payments
}

// and adds an effect to a total, if it has both amounts.
func (e *Effect) and(x Effect) {
	if _, _, ok := x.Difference(); ok {
		e.Was.and(x.Was)
		e.Is.and(x.Is)
	}
}

func (o *Outcome) and(x Outcome) {
	beyond := func(a yen.Amount) bool { return a < -yen.Max || a > yen.Max }
	if beyond(x.Least) || beyond(x.Most) || beyond(o.Least+x.Least) || beyond(o.Most+x.Most) {
		*o = refused(&fault.Error{Reason: fault.ErrOverflow})
	}
	if len(o.Why) == 0 {
		o.Least, o.Most = o.Least+x.Least, o.Most+x.Most
	}
}

// Compare returns what the members pay and get under two schemes. Each member is quoted
// and recorded under each scheme, and its claims are assessed there one after the other.
// Compare returns no error: if a scheme refuses an application or a claim, its [Outcome]
// says why. A claim that is refused is left out of the history.
//
// The application and the claims are the same under both schemes, with their dates. The
// default answers of each scheme stand for what a claim leaves unanswered. To
// compare the editions of two years, give the rules of one the calendar of the other.
func Compare(was, is Scheme, members []Member) Impact {
	all := Impact{Was: was.Edition(), Is: is.Edition()}
	for i := range members {
		all.Members = append(all.Members, compare(was, is, &members[i]))
	}
	return all
}

func compare(was, is Scheme, m *Member) MemberImpact {
	before, after := was.enrol(m), is.enrol(m)
	r := MemberImpact{Number: m.Number, Premium: effect("", before.premium, after.premium)}
	for _, c := range m.Claims {
		r.Claims = append(r.Claims, effect(c.Number, before.assess(c), after.assess(c)))
	}
	return r
}

// An enrolled is a member under one scheme.
type enrolled struct {
	policy  Policy
	refusal error // why there is no policy
	history History
	premium reasoned
}

// A reasoned is an outcome with what it came of: a quote or an assessment.
type reasoned struct {
	Outcome
	quote      Quote
	assessment Assessment
	worksheet  *worksheet // of the assessment, once it is needed
}

// lines returns the lines of the worksheet.
func (r *reasoned) lines() []clause.Line {
	if r.assessment.policy == nil {
		return slices.Collect(r.quote.Sheet().Lines())
	}
	if r.worksheet == nil {
		r.worksheet = r.assessment.worksheet()
	}
	return slices.Collect(r.worksheet.sheet.Lines())
}

// enrol quotes for a member and records the policy.
func (s Scheme) enrol(m *Member) enrolled {
	q, err := s.Quote(m.Application)
	if err != nil {
		return enrolled{refusal: err, premium: reasoned{Outcome: refused(err)}}
	}
	total := q.Premium.Total
	e := enrolled{premium: reasoned{Outcome: Outcome{Least: total, Most: total, Why: q.Referrals}, quote: q}}
	e.policy, e.refusal = q.Record(m.Number)
	return e
}

// assess assesses the next claim of a member.
func (e *enrolled) assess(c Claim) reasoned {
	if e.refusal != nil {
		return reasoned{Outcome: refused(e.refusal)}
	}
	c.Facts = c.Facts.Else(e.policy.Scheme().Defaults())
	a, err := e.policy.Assess(c, e.history)
	if err != nil {
		return reasoned{Outcome: refused(err)}
	}
	e.history = a.History
	return reasoned{Outcome: a.outcome(), assessment: a}
}

// outcome returns the outcome of the claim.
func (a *Assessment) outcome() Outcome {
	return Outcome{Decision: a.Decision, Least: a.Least, Most: a.Most, Overpaid: a.Payment.Overpaid}
}

// now returns the outcome without what was paid before, which was paid under what was chosen.
func (o Outcome) now() Outcome {
	o.Overpaid = 0
	return o
}

// refused returns the outcome where there is an error.
func refused(err error) (o Outcome) {
	for _, f := range fault.All(err) {
		n := note(clause.ID(f.Clause), "{}", "{}", f)
		if f.Path != "" {
			n = note(n.Clause, "{}：{}", "{}: {}", literal(f.Path), n)
		}
		o.Why = append(o.Why, n)
	}
	return o
}

// effect returns the effect of a claim or, without a number, of a premium.
func effect(claim string, was, is reasoned) Effect {
	e := Effect{Claim: claim, Was: was.Outcome, Is: is.Outcome}
	if !was.same(is.Outcome) {
		e.By = explain(&was, &is)
	}
	return e
}

// explain returns the clauses that explain why two outcomes differ.
func explain(was, is *reasoned) []clause.ID {
	var all []clause.ID
	apart := func(a, b []clause.ID) {
		for _, two := range [...][2][]clause.ID{{a, b}, {b, a}} {
			for _, id := range two[0] {
				if id != "" && !slices.Contains(two[1], id) {
					all = union(all, id)
				}
			}
		}
	}
	if _, _, ok := (Effect{Was: was.Outcome, Is: is.Outcome}).Difference(); !ok {
		apart(clausesOf(was.Why), clausesOf(is.Why))
		return all
	}
	for i := range was.assessment.items {
		a, b := &was.assessment.items[i], &is.assessment.items[i]
		apart(a.against(b), b.against(a))
	}
	before, after := was.lines(), is.lines()
	amounts := map[clause.ID]yen.Amount{}
	for _, l := range before {
		amounts[l.Clause] -= l.Change
	}
	for _, l := range after {
		amounts[l.Clause] += l.Change
	}
	for _, l := range slices.Concat(before, after) {
		if amounts[l.Clause] != 0 {
			apart([]clause.ID{l.Clause}, nil)
		}
	}
	if len(all) == 0 && was.Overpaid != is.Overpaid {
		all = union(all, was.assessment.past().ID, is.assessment.past().ID)
	}
	return all
}

// against returns the clauses of a verdict, for a comparison with another one: what
// grants an item does not explain why the other scheme denies it.
func (r *Result) against(other *Result) []clause.ID {
	switch {
	case r.Verdict != Covered:
		return r.By
	case other.Verdict != Covered:
		return nil
	}
	return r.granted()
}

func clausesOf(all []clause.Note) (ids []clause.ID) {
	for _, n := range all {
		ids = append(ids, n.Clause)
	}
	return ids
}

// UnmarshalJSON sets m to a JSON form of it. It returns a [*fault.Error] with the path
// of the first fault. On error m is unchanged.
func (m *Member) UnmarshalJSON(b []byte) error { return strict.Unmarshal("coverage.Member", b, m) }

// UnmarshalJSON sets i to a JSON form of it. It returns a [*fault.Error] with the path
// of the first fault. On error i is unchanged.
func (i *Impact) UnmarshalJSON(b []byte) error { return strict.Unmarshal("coverage.Impact", b, i) }
