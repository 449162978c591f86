// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/yen"
)

// A Comparison is the payment for one claim under two policies, after the same history.
// [Assessment.Under] returns it. The zero Comparison has no lines.
type Comparison struct {
	Effect // Was is the outcome under the first policy, Is that under the second

	// Changed says what differs between the policies, as sentences: the edition, the
	// readings, the sales, the options, the endorsements, the reduction and the dates.
	Changed []clause.Note `json:"changed,omitzero"`

	// Lines are the lines of both worksheets, in their order; see [Assessment.Sheet]. The sum
	// of their differences is the difference of Most.
	Lines []ComparedLine `json:"lines,omitzero"`
}

// A ComparedLine is a line of the worksheets of a [Comparison], with the clause and the
// text of the note. If the texts of the two worksheets differ, the line has both: above
// the per-claim limit of ¥100,000,000 → ¥50,000,000.
type ComparedLine struct {
	clause.Note

	// Was and Is are the amounts in yen that the line adds, below zero if it takes them off,
	// and 0 if only the other worksheet has the line.
	Was yen.Amount `json:"was,omitzero"`
	Is  yen.Amount `json:"is,omitzero"`
}

// Difference returns by how much Is is above Was: 0円 if the line is the same in both
// worksheets.
func (l ComparedLine) Difference() yen.Amount { return l.Is - l.Was }

// In returns the policy with the same terms under another scheme: another edition, or
// other readings. The endorsements that every policy has are those of the other scheme.
// A reduction for under-declared sales keeps its ratio, also if the scheme has other
// premiums; see [Policy.UnderDeclared].
//
// In returns [fault.ErrScheme] for the zero Policy or the zero Scheme, and the errors of
// [Scheme.Record] if the terms do not fit the scheme, with its own name.
func (p Policy) In(s Scheme) (Policy, error) {
	if p.policy == nil {
		return Policy{}, &fault.Error{Op: "coverage.In", Reason: fault.ErrScheme}
	}
	t := p.Terms()
	t.Edition, t.Readings = s.Edition().ID, s.data().rules.Points.Readings()
	return s.record("In", t)
}

// Under assesses the same claim under another policy, after the same history, and compares
// the two results. The policy can have other options, endorsements or declared sales,
// other readings, or another edition; see [Policy.UnderDeclared], [Policy.In] and
// [Scheme.Record]. The claims before are not assessed again: an amount paid under a head of
// loss counts under the head of the same name. The assessment and its history do not
// change.
//
// The answers and the dates are those of the claim. If it has default answers, a fact that
// only the scheme of p has gets its default answer, and a default answer about a fact that
// the scheme of p does not have is left out.
//
// Under returns a [*fault.Error] with
//   - [fault.ErrScheme] for the zero Assessment or the zero Policy,
//   - [fault.ErrUnknown] at history if a head that p does not have holds a part of a limit,
//     with the head as the Input,
//   - an error of [Policy.Assess] if the claim cannot be assessed under p.
func (a Assessment) Under(p Policy) (Comparison, error) {
	if a.policy == nil || p.policy == nil {
		return Comparison{}, &fault.Error{Op: "coverage.Under", Reason: fault.ErrScheme}
	}
	b, err := a.under(p.policy, a.restate())
	if err != nil {
		return Comparison{}, fault.In("coverage.Under", "", err)
	}
	was := reasoned{Outcome: a.outcome(), assessment: a, worksheet: a.worksheet()}
	is := reasoned{Outcome: b.outcome(), assessment: b, worksheet: b.worksheet()}
	return Comparison{
		Effect:  effect(a.claim.Number, was, is),
		Changed: a.policy.differences(p.policy),
		Lines:   align(was.worksheet, is.worksheet),
	}, nil
}

// restate returns the claim as it was entered, without the parties, who change no payment.
func (a *Assessment) restate() Claim {
	c := a.claim
	c.Dates.First = a.entered
	c.Items = make([]Item, len(a.items))
	for i := range c.Items {
		c.Items[i] = a.items[i].Item
	}
	return c
}

// under assesses a claim under another policy after the history that it had.
func (a *Assessment) under(p *policy, c Claim) (Assessment, error) {
	h, err := p.adopt(a.before)
	if err != nil {
		return Assessment{}, err
	}
	if was := a.policy.scheme.vocabulary(); !was.Equal(p.scheme.vocabulary()) {
		c = p.scheme.translate(c, was)
	}
	return Policy{p}.Assess(c, h)
}

func (s *scheme) vocabulary() fact.Vocabulary { return s.schedule.Facts().Vocabulary() }

// translate returns the claim for the scheme, which has other facts: without default
// answers about facts that it does not have and, if there are default answers, with those
// about facts that only it has.
func (s *scheme) translate(c Claim, was fact.Vocabulary) Claim {
	is, assumed := s.vocabulary(), false
	keep := func(f fact.Set) fact.Set {
		for name, answer := range f.All() {
			assumed = assumed || answer.Assumed()
			if _, ok := is.Index(name); !ok && answer.Assumed() {
				f = f.With(fact.NotAsked, name)
			}
		}
		return f.In(is)
	}
	c.Facts, c.Items = keep(c.Facts), slices.Clone(c.Items)
	for i := range c.Items {
		c.Items[i].Facts = keep(c.Items[i].Facts)
	}
	if !assumed {
		return c
	}
	fresh := s.schedule.Defaults()
	for name := range fresh.All() {
		if _, had := was.Index(name); had {
			fresh = fresh.With(fact.NotAsked, name)
		}
	}
	c.Facts = c.Facts.Else(fresh)
	return c
}

// UnmarshalJSON sets c to a JSON form of it. It returns a [*fault.Error] with the path
// of the first fault. On error c is unchanged.
func (c *Comparison) UnmarshalJSON(b []byte) error {
	return strict.Unmarshal("coverage.Comparison", b, c)
}
