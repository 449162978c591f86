// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/clause"
)

// A Kind says what a [Move] of an endorsement does. The zero Kind is Excludes.
type Kind uint8

const (
	Excludes   Kind = iota // adds an exclusion
	GivesBack              // restores cover: adds an exception to an exclusion
	TakesBack              // restricts cover: adds an exception to an exception
	AddsCover              // adds cover (担保) in the scope of its rule
	AddsPerson             // adds an insured (被保険者)
	Waives                 // waives subrogation (求償権不行使); payments stay the same
)

// String returns the English name of the kind.
func (k Kind) String() string {
	switch k {
	case Excludes:
		return "excludes"
	case GivesBack:
		return "restores cover"
	case TakesBack:
		return "restricts cover"
	case AddsCover:
		return "adds cover"
	case AddsPerson:
		return "adds an insured"
	case Waives:
		return "waives subrogation"
	}
	return "%!Kind(" + strconv.Itoa(int(k)) + ")"
}

// A Move is one change that an endorsement makes to a wording. Each move is a
// [Node] with a clause of its own. The zero Move adds an exclusion that always
// applies, under the clause of the endorsement.
type Move struct {
	Kind   Kind
	Target clause.ID // for GivesBack the exclusion, for TakesBack the exception, to which Rule is an exception
	Rule   Rule      // the rule that is added; without a clause, it has the clause of the endorsement

	// In lists the parts of the cover in which GivesBack or TakesBack acts. Each
	// lies in the scope of the target. If In is empty, the move acts in the whole
	// scope of the target. The other kinds have the scope of Rule instead.
	In []Scope
}

// An Endorsement (特約) changes the rules of a wording by its moves. The zero
// Endorsement has no clause and is invalid: [Wording.Schedule] returns
// [ErrClause].
type Endorsement struct {
	Clause clause.Clause
	Moves  []Move
}

func cloneEndorsements(e []Endorsement) []Endorsement {
	c := slices.Clone(e)
	for i := range c {
		c[i].Moves = slices.Clone(c[i].Moves)
		for j := range c[i].Moves {
			c[i].Moves[j].Rule.Unless = clone(c[i].Moves[j].Rule.Unless)
			c[i].Moves[j].In = slices.Clone(c[i].Moves[j].In)
		}
	}
	return c
}
