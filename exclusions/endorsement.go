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
	Excludes   Kind = iota // adds a rule that excludes
	GivesBack              // adds an exception under a rule that excludes
	TakesBack              // adds an exception under an exception
	AddsCover              // adds a cover (担保), in the scope of its rule
	AddsPerson             // adds an insured (被保険者)
	Waives                 // waives recourse (求償権不行使); no payment moves
)

// String returns the English name of the kind.
func (k Kind) String() string {
	switch k {
	case Excludes:
		return "excludes"
	case GivesBack:
		return "gives back"
	case TakesBack:
		return "takes back"
	case AddsCover:
		return "adds cover"
	case AddsPerson:
		return "adds an insured"
	case Waives:
		return "waives recourse"
	}
	return "%!Kind(" + strconv.Itoa(int(k)) + ")"
}

// A Move is one effect of an endorsement: a node of its own among the rules,
// with a clause of its own. The zero Move adds a rule without a clause.
type Move struct {
	Kind   Kind
	Target clause.ID // the rule or exception that is moved, for GivesBack and TakesBack
	Rule   Rule      // a rule without a clause has that of the endorsement
}

// An Endorsement (特約) alters the rules of a wording by its moves. The zero
// Endorsement has no clause and is refused.
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
		}
	}
	return c
}
