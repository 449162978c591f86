// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
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
		acts := !r.isDefault() && slices.ContainsFunc(a.Items, func(x Result) bool { return r.Scope.Meets(x.head.Scope) })
		if acts || slices.ContainsFunc(r.Clauses, func(id clause.ID) bool { return cited[id] }) {
			all = append(all, r)
		}
	}
	return all.clone()
}

// Readings returns the open points of the scheme with the choices that were made.
func (s Scheme) Readings() OpenPoints {
	if s.scheme == nil {
		return nil
	}
	return s.rules.Points.clone()
}

// cited returns the clauses that shaped an assessment.
func (a Assessment) cited() map[clause.ID]bool {
	cited := map[clause.ID]bool{}
	cite := func(ids ...clause.ID) {
		for _, id := range ids {
			cited[id] = true
		}
	}
	for i := range a.Items {
		r := &a.Items[i]
		cite(r.head.Clause.ID, r.head.Consent.ID)
		cite(r.head.responds...)
		if r.Verdict != Covered {
			cite(r.By...)
		}
		cite(a.policy.scheme.questioned(r)...)
		if !r.head.Reputational && (a.reputational || !a.incident.reputational.IsZero()) {
			for _, d := range a.policy.scheme.derived { // it may date the incident
				if d.Date == "reputational" {
					cite(a.policy.scheme.about(d.Fact)...)
				}
			}
		}
		for k := range r.instead {
			x := &r.instead[k]
			cite(x.By...)
			cite(a.policy.scheme.questioned(x)...)
		}
	}
	for _, c := range a.Cuts() {
		cite(c.Clause)
	}
	rules := &a.policy.scheme.rules
	if a.Payment.Beside != a.Payment.Now {
		cite(rules.Beside)
	}
	if a.claim.Series != "" || !a.claim.Dates.First.IsZero() && a.claim.Dates.First != a.claim.Dates.Made || len(a.parts) > 1 {
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

// about returns the rules and agreements that name a fact.
func (s *scheme) about(f fact.Name) []clause.ID {
	var all []clause.ID
	for id, n := range s.nodes {
		if slices.Contains(n.facts, f) {
			all = append(all, id)
		}
	}
	return all
}

// questioned returns the rules about an item that apply or are open, those that
// one of their facts speaks for, and the exceptions by which one does not apply.
func (s *scheme) questioned(r *Result) []clause.ID {
	var all []clause.ID
	for f := range r.bound.Findings() {
		if !f.Scope.Meets(r.head.Scope) {
			continue
		}
		_, agreement := s.denies[f.Rule.ID]
		switch {
		case f.Applies != fact.No:
			all = append(all, f.Chain...)
			all = append(all, exceptions(r, f.Rule.ID)...)
		case len(f.Chain) > 1:
			all = append(all, f.Chain[1:]...)
			if !agreement {
				all = append(all, f.Rule.ID)
			}
		case !agreement && s.speaks(r, f.Rule.ID):
			all = append(all, f.Rule.ID)
		}
	}
	return all
}

// exceptions returns the endorsements attached that give back of a rule, or take
// back of it.
func exceptions(r *Result, id clause.ID) []clause.ID {
	var all []clause.ID
	s := r.bound.Schedule()
	attached := s.Attached()
	for _, e := range s.Wording().Endorsements {
		if slices.Contains(attached, e.Clause.ID) && slices.ContainsFunc(e.Moves, func(m exclusions.Move) bool { return m.Target == id }) {
			all = append(all, e.Clause.ID)
		}
	}
	return all
}

// speaks reports whether a fact that a rule names was found to be so.
func (s *scheme) speaks(r *Result, id clause.ID) bool {
	return slices.ContainsFunc(s.nodes[id].facts, func(f fact.Name) bool { return r.bound.Of(f) == fact.Yes })
}
