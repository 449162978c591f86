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

// The bounds of a program keep a payment free of allocation and any input
// cheap to refuse.
const (
	mostHeads = 16
	mostTerms = 128
	mostDepth = 32
)

// A Program is a tree of heads and terms, ready to pay. It is an immutable
// value, comparable by identity: two that [New] makes of one tree differ. The
// zero Program is empty and refuses every loss.
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
	apart  bool // every payment is a claim of its own
	reduce bool // there is a reduction
}

// An op is a term in place.
type op struct {
	on       set // heads it acts on
	node     set // heads of the node where it stands
	kind     kind
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

// names are the heads of a program in the order of their names, separated by
// spaces: what makes histories of two programs the same kind of history.
type names = unique.Handle[string]

// New returns the program of a tree. It returns an [*Error] with
//   - [ErrProgram] for a group without heads, and for a tree of more than 16
//     heads, 128 terms or 32 levels,
//   - [ErrHead] for a head that is not one or stands twice, for one that a term
//     names and its node has not, and for a term for no head,
//   - [ErrClause] for a clause id that is missing or stands twice,
//   - [ErrAmount] for a term below zero, beyond [yen.Max] or with a least above
//     its most,
//   - [ErrRatio] for a ratio outside 0 to 1,
//   - [ErrTerm] for the zero Term, a scaled term, reduction, rounding or
//     separation that stands twice, the last two away from the root or for some
//     of its heads, a rounding by a mode that there is not, a scaled term that
//     names no limit of the program, one that is unstated or set beside, or
//     scales what it divides by, a term set beside that is no stated limit, and
//     limits whose heads overlap in part,
//   - [ErrRange] where the denominators of the ratios multiply beyond 63 bits.
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

// Heads returns the heads in the order in which they are filled.
func (p Program) Heads() iter.Seq[Head] {
	if p.program == nil {
		return func(func(Head) bool) {}
	}
	return slices.Values(p.heads)
}

// Clauses returns the clause ids of the terms in the order in which they act.
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

// position returns where a head stands, or -1.
func (p *program) position(h Head) int {
	for i := range p.heads {
		if p.heads[i] == h {
			return i
		}
	}
	return -1
}
