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

// A Reading is a choice that a scheme made where its source can be read in more
// than one way: the question, the answer, and the clauses that it shapes.
type Reading struct {
	ID       string      // such as A4
	JA, EN   string      // the question
	ChoiceJA string      // the answer
	ChoiceEN string      // the same in English
	Clauses  []clause.ID // that it shapes

	// Default says whether the answer is the default of the scheme. Another one
	// may act by what does not stand: every item in its Scope rests on it. The
	// zero Scope is the whole cover.
	Default bool
	Scope   exclusions.Scope
}

// Text returns the question and the answer for people who read the language.
func (r Reading) Text(tag language.Tag) string {
	return text.In(tag, r.ID+" "+r.JA+"："+r.ChoiceJA, r.ID+" "+r.EN+": "+r.ChoiceEN)
}

// Readings returns the readings that an assessment rests on: those that shape a
// clause which denied an item, is open, granted or cut something, the trigger of
// the incident response period where it stands over an item, or one of the heads
// of loss; and those that are not the default and have an item in their scope.
func (a Assessment) Readings() []Reading {
	if a.policy == nil {
		return nil
	}
	cited := a.cited()
	var all []Reading
	for _, r := range a.policy.scheme.rules.Readings {
		acts := !r.Default && slices.ContainsFunc(a.Items, func(x Result) bool { return r.Scope.Meets(x.head.Scope) })
		if acts || slices.ContainsFunc(r.Clauses, func(id clause.ID) bool { return cited[id] }) {
			r.Clauses = slices.Clone(r.Clauses)
			all = append(all, r)
		}
	}
	return all
}

// cited returns the clauses that an assessment rests on.
func (a Assessment) cited() map[clause.ID]bool {
	cited := map[clause.ID]bool{}
	for _, r := range a.Items {
		h := r.head
		cited[h.Clause.ID] = true
		for _, id := range h.responds {
			cited[id] = true
		}
		for _, id := range r.By {
			cited[id] = true
		}
		for _, f := range r.Findings() {
			for _, id := range f.Chain {
				cited[id] = true
			}
		}
	}
	for _, c := range a.Cuts() {
		cited[c.Clause] = true
	}
	if a.Payment.Beside != a.Payment.Now {
		cited[a.policy.scheme.rules.Beside] = true
	}
	if a.claim.Series != "" || a.claim.Dates.First != a.claim.Dates.Made {
		cited[a.policy.scheme.rules.Series.ID] = true
	}
	if a.Unstated != "" {
		cited[a.Unstated] = true
	}
	return cited
}
