// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/internal/text"
)

// A Reading (解釈) is the interpretation that a scheme chose where its source is
// open: the question, the choices, and the clauses that they shape.
type Reading struct {
	ID      string   // such as A4
	JA, EN  string   // the question
	Choices []Choice // the first is the default of the scheme
	Chosen  int      // the index of the choice

	// Clauses are those that the choice shapes. A choice that is not the default
	// may remove a clause, so it is reported for every item in Scope. The zero
	// Scope is the whole cover.
	Clauses []clause.ID
	Scope   exclusions.Scope
}

// A Choice is one way to read the source.
type Choice struct {
	JA, EN string // in words
}

// Text returns the choice, in the language.
func (c Choice) Text(tag language.Tag) string { return text.In(tag, c.JA, c.EN) }

// Choice returns the choice that was made; the zero Choice if there is none.
func (r Reading) Choice() Choice {
	if r.Chosen < 0 || r.Chosen >= len(r.Choices) {
		return Choice{}
	}
	return r.Choices[r.Chosen]
}

// Text returns the question and the choice, in the language.
func (r Reading) Text(tag language.Tag) string {
	return r.ID + " " + text.In(tag, r.JA+"："+r.Choice().JA, r.EN+": "+r.Choice().EN)
}

// Readings returns the readings that shaped an assessment: those of a clause
// that denied an item, is open, lifted another one, cut something or makes a
// condition of the payment, of a rule that came into question, of the incident
// response period, and of the heads of loss; and those that are not the default
// and have an item in their scope.
func (a Assessment) Readings() []Reading {
	if a.policy == nil {
		return nil
	}
	cited := a.cited()
	var all []Reading
	for _, r := range a.policy.scheme.rules.Readings {
		acts := r.Chosen != 0 && slices.ContainsFunc(a.Items, func(x Result) bool { return r.Scope.Meets(x.head.Scope) })
		if acts || slices.ContainsFunc(r.Clauses, func(id clause.ID) bool { return cited[id] }) {
			all = append(all, r.clone())
		}
	}
	return all
}

// Readings returns the readings of the scheme with the choices that were made,
// in the order of their ids.
func (s Scheme) Readings() []Reading {
	if s.scheme == nil {
		return nil
	}
	all := slices.Clone(s.rules.Readings)
	for i := range all {
		all[i] = all[i].clone()
	}
	return all
}

func (r Reading) clone() Reading {
	r.Choices, r.Clauses = slices.Clone(r.Choices), slices.Clone(r.Clauses)
	return r
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
		if r.head.Incident == SecurityIncident && (a.reputational || !a.incident.reputational.IsZero()) {
			cite(a.policy.scheme.about(ReputationalInPeriod)...) // it may date the incident
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
func (s *scheme) about(f exclusions.Fact) []clause.ID {
	var all []clause.ID
	for id, facts := range s.named {
		if slices.Contains(facts, f) {
			all = append(all, id)
		}
	}
	return all
}

// questioned returns the rules about an item that apply or are open, those that
// one of their facts speaks for, and the exceptions by which one does not apply.
func (s *scheme) questioned(r *Result) []clause.ID {
	var all []clause.ID
	for f := range r.bound.Find().All() {
		if !f.Scope.Meets(r.head.Scope) {
			continue
		}
		_, agreement := s.denies[f.Rule.ID]
		switch {
		case f.Applies != exclusions.No:
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
	attached := slices.Collect(s.Attached())
	for _, e := range s.Wording().Endorsements {
		if slices.Contains(attached, e.Clause.ID) && slices.ContainsFunc(e.Moves, func(m exclusions.Move) bool { return m.Target == id }) {
			all = append(all, e.Clause.ID)
		}
	}
	return all
}

// speaks reports whether a fact that a rule names was found to be so.
func (s *scheme) speaks(r *Result, id clause.ID) bool {
	return slices.ContainsFunc(s.named[id], func(f exclusions.Fact) bool { return r.bound.Of(f) == exclusions.Yes })
}
