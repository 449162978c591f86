// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// A Wording consists of rules, endorsements that can be attached, and questions
// that declare the vocabulary. It is plain data: [New] makes a [Schedule] of it. The
// zero Wording excludes nothing.
type Wording struct {
	Rules        []Rule
	Endorsements []Endorsement
	Questions    []fact.Question // if empty, the vocabulary is the facts that the rules name
	Parts        []Scope         // the parts of the cover that are asked about most; may be left out
}

// A Rule is one clause with its exceptions. It applies if its condition is met and
// none of its exceptions applies. An exception is a rule with exceptions of its
// own: counted from 0, the rules on even levels exclude and those on odd levels
// restore cover. The zero Rule has no clause and is invalid.
//
// A rule can express an exclusion (免責事由), which denies cover unless an exception
// applies. It can also express insuring agreements, as the exceptions to a rule
// that always denies cover.
type Rule struct {
	Clause clause.Clause
	Scope  Scope  // the part of the cover to which the rule applies; the zero Scope is the whole cover
	Extent Extent // how much of an item the rule excludes
	When   Cond   // the zero Cond is always met
	Unless []Rule // the exceptions, with zero Scope and Extent: they have those of the rule
}

// An Extent says how much of an item a rule excludes if it applies. The zero
// Extent is Whole.
type Extent uint8

const (
	Whole  Extent = iota // the whole item
	Excess               // only the amount above the liability that the law imposes
)

// String returns whole or excess.
func (e Extent) String() string {
	switch e {
	case Whole:
		return "whole"
	case Excess:
		return "excess"
	}
	return "%!Extent(" + strconv.Itoa(int(e)) + ")"
}

// An Endorsement (特約) changes the rules of a wording by its moves. The zero
// Endorsement has no clause and is invalid.
type Endorsement struct {
	Clause clause.Clause
	Moves  []Move
}

// A Move is one change that an endorsement makes to a wording. Each move is a
// [Node] with a clause of its own. The zero Move adds an exclusion that always
// applies, under the clause of the endorsement.
type Move struct {
	Kind   Kind
	Target clause.ID // for Restores the exclusion, for Restricts the exception, to which Rule is an exception
	Rule   Rule      // the rule that is added; without a clause, it has the clause of the endorsement

	// In lists the parts of the cover in which Restores or Restricts acts. Each
	// lies in the scope of the target. If In is empty, the move acts in the whole
	// scope of the target. The other kinds have the scope of Rule instead.
	In []Scope
}

// A Kind says what a [Move] of an endorsement does. The zero Kind is Excludes.
type Kind uint8

const (
	Excludes   Kind = iota // adds an exclusion
	Restores               // restores cover: adds an exception to an exclusion
	Restricts              // restricts cover: adds an exception to an exception
	AddsCover              // adds cover (担保) in the scope of its rule
	AddsPerson             // adds an insured (被保険者)
	Waives                 // waives subrogation (求償権不行使); payments stay the same
)

// String returns the English name of the kind.
func (k Kind) String() string {
	names := [...]string{
		"excludes", "restores cover", "restricts cover", "adds cover", "adds an insured", "waives subrogation",
	}
	if int(k) < len(names) {
		return names[k]
	}
	return "%!Kind(" + strconv.Itoa(int(k)) + ")"
}

// clone returns a copy of the wording, without what a caller could change.
func (w Wording) clone() Wording {
	w = Wording{cloneRules(w.Rules), slices.Clone(w.Endorsements), slices.Clone(w.Questions), slices.Clone(w.Parts)}
	for i := range w.Endorsements {
		moves := slices.Clone(w.Endorsements[i].Moves)
		for j := range moves {
			moves[j].Rule.Unless = cloneRules(moves[j].Rule.Unless)
			moves[j].In = slices.Clone(moves[j].In)
		}
		w.Endorsements[i].Moves = moves
	}
	return w
}

func cloneRules(rules []Rule) []Rule {
	rules = slices.Clone(rules)
	for i := range rules {
		rules[i].Unless = cloneRules(rules[i].Unless)
	}
	return rules
}
