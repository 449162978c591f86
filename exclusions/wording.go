// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// A Wording consists of rules, endorsements that can be attached, and questions
// that declare the vocabulary. It is plain data: [New] makes a [Schedule] of it. The
// zero Wording excludes nothing.
type Wording struct {
	Rules        []Rule          `json:"rules,omitzero"`        // as in the source, each before its exceptions
	Endorsements []clause.Clause `json:"endorsements,omitzero"` // the endorsements (特約) that Rule.With can name
	Questions    []fact.Question `json:"questions,omitzero"`    // without any, every fact that the rules name is valid
	Parts        []Scope         `json:"parts,omitzero"`        // the parts asked about most; may be left out
}

// A Rule is one clause: a rule of its own, or an exception to an earlier rule or
// exception. It applies if its condition is met and none of its exceptions applies.
// Counted from 0, the exceptions on odd levels restore cover (免責の例外) if their
// rule excludes, and those on even levels restrict it. The zero Rule has no clause
// and is invalid.
//
// A rule can express an exclusion (免責事由), which denies cover unless an exception
// applies. It can also express insuring agreements, as the exceptions to a rule
// that always denies cover.
type Rule struct {
	Clause clause.Clause `json:"clause,omitzero"` // without it, the rule has that of its endorsement
	Scope  Scope         `json:"scope,omitzero"`  // the part of the cover; an exception has that of its rule
	In     []Scope       `json:"in,omitzero"`     // of an exception, where in Scope it acts; if empty, as its rule does
	When   Cond          `json:"when"`            // the zero Cond is always met
	Under  clause.ID     `json:"under,omitzero"`  // the rule or exception to which it is an exception; "" if it is none
	With   clause.ID     `json:"with,omitzero"`   // the endorsement that adds it; "" if none does, or that of its rule
	Class  Class         `json:"class,omitzero"`  // what it means if it applies; an exception has that of its rule

	// Aside is an exception to another rule that does not grant anything in Scope by
	// itself. It changes no result: a caller who cites what grants cover leaves out
	// the exception in Scope.
	Aside clause.ID `json:"aside,omitzero"`
}

// A Class says what a rule means if it applies. The constants are those that matter
// here; a caller may use others, to which [Bound.Settle] gives no meaning beyond
// that of the zero Class. The zero Class is an exclusion.
type Class string

const (
	Excess Class = "excess" // only the amount above the liability that the law imposes is excluded
	Waiver Class = "waiver" // the insurer waives subrogation (求償権不行使); nothing is excluded
)

// clone returns a copy of the wording, without what a caller could change.
func (w Wording) clone() Wording {
	w = Wording{slices.Clone(w.Rules), slices.Clone(w.Endorsements), slices.Clone(w.Questions), slices.Clone(w.Parts)}
	for i := range w.Rules {
		w.Rules[i].In = slices.Clone(w.Rules[i].In)
	}
	return w
}
