// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"math/bits"
	"slices"
	"strings"
	"unique"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// The bounds of a program keep a payment free of allocation.
const (
	mostHeads = 16
	mostTerms = 128
	mostDepth = 32
)

// A Program computes payments under a tree of heads and terms. It is an immutable
// value. Programs are comparable by identity: two calls of [New] return
// different programs. The zero Program is empty: Pay, Explain, Range and Left
// return [ErrProgram].
type Program struct{ *program }

// program holds the terms as a flat list in the order in which they act. A
// head is known by its position in the order written.
type program struct {
	heads  []Head
	names  names
	slot   [mostHeads]uint8 // from the position of a head to its place in names
	ops    []op
	on     []set  // the heads of each op, side by side for speed
	whole  uint64 // unit: the least one in which every ratio leaves whole numbers
	scaled *op
	divide set // heads whose losses a scaled term divides by
	round  *op
	apart  bool // related claims are not aggregated
	reduce bool // there is a reduction
}

// An op is a term in place.
type op struct {
	on       set // heads it acts on
	node     set // heads of its node
	kind     kind
	place    int // in the order of terms
	beside   bool
	mode     yen.Mode
	amount   yen.Amount
	least    yen.Amount
	num, den uint64
	limits   []int // of a scaled term, as indexes of ops
	term     *Term
}

// limit reports whether the term is a limit that acts.
func (o *op) limit() bool {
	return !o.beside && (o.kind == perClaim || o.kind == perPeriod || o.kind == unstated)
}

// A set holds heads by position, one a bit.
type set uint16

func (s set) first() int { return bits.TrailingZeros16(uint16(s)) & (mostHeads - 1) }
func (s set) rest() set  { return s & (s - 1) }
func (s set) many() bool { return s.rest() != 0 }

// names are the heads of a program in order of name, separated by spaces.
// Programs with the same names share histories.
type names = unique.Handle[string]

// New returns the program of a tree. It returns an [*Error] with
//   - [ErrProgram] if a group has no heads, or the tree has more than 16 heads,
//     128 terms or 32 levels,
//   - [ErrHead] if a head is not valid or appears twice, or a term is for no head
//     or for a head outside its node,
//   - [ErrClause] if a clause ID is missing or appears twice,
//   - [ErrAmount] if an amount is below zero or above [yen.Max], or the least of
//     a term is above its most,
//   - [ErrRatio] if a ratio is outside 0 to 1,
//   - [ErrTerm] if a term is the zero Term, a [Scaled], [Reduction], [Round] or
//     [Separate] term appears twice, a Round or Separate term is not at the root
//     or is for some of its heads, or the mode of a Round term is unknown,
//   - [ErrTerm] if a Scaled term names no limit of the program, an [Unstated]
//     limit or a limit with [Term.Beside], or scales a head that it divides by,
//   - [ErrTerm] if a term with Beside is not a stated limit, or two limits share
//     some of their heads and neither lies within the other,
//   - [ErrRange] if the denominators of the ratios multiply beyond 63 bits.
func New(root Node) (Program, error) {
	b := builder{program: &program{whole: 1}}
	if _, err := b.node(root, 0); err != nil {
		return Program{}, err
	}
	if err := b.link(); err != nil {
		return Program{}, err
	}
	if err := b.fractions(); err != nil {
		return Program{}, err
	}
	sorted := slices.Sorted(slices.Values(b.heads))
	text := make([]string, len(sorted))
	for i, h := range sorted {
		text[i] = string(h)
		b.slot[slices.Index(b.heads, h)] = uint8(i)
	}
	b.names = unique.Make(strings.Join(text, " "))
	return Program(b), nil
}

// Heads returns the heads in the order in which limits fill them.
func (p Program) Heads() iter.Seq[Head] {
	if p.program == nil {
		return func(func(Head) bool) {}
	}
	return slices.Values(p.heads)
}

// Clauses returns the clause IDs of the terms in the order in which they act.
func (p Program) Clauses() iter.Seq[clause.ID] {
	return func(yield func(clause.ID) bool) {
		if p.program == nil {
			return
		}
		for i := range p.ops {
			if !yield(p.ops[i].term.clause) {
				return
			}
		}
	}
}

// position returns the position of a head, or -1.
func (p *program) position(h Head) int {
	for i := range p.heads {
		if p.heads[i] == h {
			return i
		}
	}
	return -1
}
