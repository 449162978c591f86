// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// Readings returns the readings that shaped an assessment: those of a clause
// that denied an item, is open, lifted another one, cut something or makes a
// condition of the payment, of a rule that came into question, of the incident
// response period, and of the heads of loss; and those that are not the default
// and have an item in their scope.
func (a Assessment) Readings() OpenPoints {
	if a.policy == nil {
		return nil
	}
	cited := a.cited()
	var all OpenPoints
	for _, r := range a.policy.scheme.rules.Points {
		about := slices.ContainsFunc(a.items, func(x Result) bool { return r.Scope.Meets(x.head.Scope) })
		if about && !r.isDefault() || slices.ContainsFunc(r.Clauses, func(id clause.ID) bool { return cited[id] }) {
			all = append(all, r)
		}
	}
	return all.clone()
}

// Readings returns the open points of the scheme with the choices that were made.
func (s Scheme) Readings() OpenPoints {
	return s.data().rules.Points.clone()
}

// cited returns the clauses that shaped an assessment.
func (a Assessment) cited() map[clause.ID]bool {
	cited := map[clause.ID]bool{}
	cite := func(ids ...clause.ID) {
		for _, id := range ids {
			cited[id] = true
		}
	}
	s := a.policy.scheme
	reputational := a.reputational || !a.incident.reputational.IsZero()
	for i := range a.items {
		r := &a.items[i]
		cite(r.head.Clause.ID, r.head.Consent.ID)
		for _, x := range r.head.timed {
			if x.row.Anchor == Discovery {
				cite(x.rule)
			}
		}
		cite(r.By...) // none of a covered item
		cite(s.questioned(r)...)
		for k := range r.instead {
			cite(r.instead[k].By...)
			cite(s.questioned(&r.instead[k])...)
		}
		for _, d := range s.derived { // the reputational incident may date the other one
			if d.Date == "reputational" && !r.head.Reputational && reputational {
				for id, n := range s.nodes {
					cited[id] = cited[id] || slices.Contains(n.facts, d.Fact)
				}
			}
		}
	}
	for _, c := range a.Cuts() {
		cite(c.Clause)
	}
	rules := &s.rules
	if a.Combined() != a.Payment.Now {
		cite(rules.Beside)
	}
	first := a.claim.Dates.First
	if a.claim.Series != "" || !first.IsZero() && first != a.claim.Dates.Made || len(a.parts) > 1 {
		cite(rules.Series.ID)
	}
	if by := a.policy.terms.Reduction; by.ActualPremium > 0 {
		cite(rules.Reduction)
		if by.BetweenRows {
			cite(rules.Between)
		}
	}
	cite(a.Unstated)
	for _, name := range a.Undivided {
		cite(clause.ID(name))
	}
	delete(cited, "")
	return cited
}

// questioned returns the rules about an item that apply or are open, those that
// one of their facts speaks for, and the exceptions by which one does not apply.
func (s *scheme) questioned(r *Result) []clause.ID {
	var all []clause.ID
	for f := range r.bound.Findings() {
		id, required := f.Rule.ID, s.requires(f.Rule.ID)
		so := func(f fact.Name) bool { return r.bound.Of(f) == fact.Yes }
		switch {
		case !f.Scope.Meets(r.head.Scope):
		case f.Applies != fact.No:
			all = append(append(all, f.Chain...), exceptions(r, id)...)
		case len(f.Chain) > 1:
			all = append(all, f.Chain[1:]...)
			if !required {
				all = append(all, id)
			}
		case !required && slices.ContainsFunc(s.nodes[id].facts, so):
			all = append(all, id)
		}
	}
	return all
}

// exceptions returns the endorsements attached that add exceptions to a rule.
func exceptions(r *Result, id clause.ID) []clause.ID {
	var all []clause.ID
	s := r.bound.Schedule()
	for x := range s.Rules() {
		if x.Under == id && slices.Contains(s.Attached(), x.With) {
			all = append(all, x.With)
		}
	}
	return all
}
