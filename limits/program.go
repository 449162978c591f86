// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"math/bits"
	"slices"
	"unique"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// The bounds of a tree keep a payment free of allocation.
const (
	mostHeads = 16
	mostTerms = 128
	mostDepth = 32
	mostNodes = mostHeads * mostDepth
)

// A Template is the tree of an edition, checked by [New] and made ready for all
// its policies. It is an immutable value. The zero Template is empty: With returns
// [fault.ErrMissing].
type Template struct{ *template }

// template holds the terms as a flat list in the order in which they act.
type template struct {
	layout
	needs [mostHeads][]clause.ID // the endorsements that a head needs
}

// A layout is what a template and its programs share. A head is known by its
// position in the order written.
type layout struct {
	heads  []Head
	names  names
	slot   [mostHeads]uint8 // from the position of a head to its place in names
	ops    []op
	scaled int  // the op that is scaled, or -1
	round  int  // the op that rounds, or -1
	divide set  // heads whose losses a scaled term divides by
	apart  bool // related claims are not aggregated
}

// A Program computes the payments of one policy. It is an immutable value.
// Programs are comparable by identity: two calls of [Template.With] return
// different programs. The zero Program is empty: Pay, Explain, Range and Remaining
// return [fault.ErrMissing].
type Program struct{ *program }

// program is a template with the figures of a policy.
type program struct {
	layout
	on      []set // the heads of the policy on which each op acts, if it acts
	present set   // the heads that the policy has
	whole   uint64
}

// An op is a term in place.
type op struct {
	on       set // heads it acts on in some policy
	node     set // heads of its node
	kind     kind
	place    int // in the order of terms
	beside   bool
	mode     yen.Mode
	amount   figure
	least    figure
	num, den uint64
	limits   []int // of a scaled term, as indexes of ops
	term     *Term
	needs    []clause.ID
}

// A figure is an amount at its worst and at its best for the insured. The two
// differ if the policy does not state it.
type figure struct{ worst, best yen.Amount }

func (f figure) open() bool { return f.worst != f.best }

// at returns the figure of an op in a view.
func (f figure) at(place, most int) yen.Amount {
	if place < most {
		return f.best
	}
	return f.worst
}

// limit reports whether the term is a limit that acts.
func (o *op) limit() bool { return !o.beside && (o.kind == perClaim || o.kind == aggregate) }

// A set holds heads by position, one a bit.
type set uint16

func (s set) first() int { return bits.TrailingZeros16(uint16(s)) & (mostHeads - 1) }
func (s set) rest() set  { return s & (s - 1) }
func (s set) many() bool { return s.rest() != 0 }

// names are the heads of a template in order of name, separated by spaces.
// Programs with the same names share histories.
type names = unique.Handle[string]

// With returns the program of a policy: the template with the values that the
// policy has for the options, and with the heads and terms of the endorsements
// that are attached. All programs of a template share histories. With returns a
// [*fault.Error] with
//   - [fault.ErrMissing] for the zero Template,
//   - [fault.ErrScheme] if a term names an option that the policy does not have,
//     because v was settled by another table,
//   - [fault.ErrOverflow] if the denominators of the ratios multiply beyond 63
//     bits.
func (t Template) With(v option.Settled) (Program, error) {
	fail := func(input string, why *fault.Reason) (Program, error) {
		return Program{}, &fault.Error{Op: "limits.With", Input: input, Reason: why}
	}
	if t.template == nil {
		return fail("", fault.ErrMissing)
	}
	p := &program{layout: t.layout, on: make([]set, len(t.ops))}
	p.ops = slices.Clone(t.ops)
	for i, needs := range t.needs[:len(t.heads)] {
		if attached(v, needs) {
			p.present |= 1 << i
		}
	}
	for i := range p.ops {
		o := &p.ops[i]
		if o.on&p.present == 0 || !attached(v, o.needs) {
			continue
		}
		acts, err := o.settle(v)
		if err != nil {
			return fail(string(o.term.Clause), fault.ErrScheme)
		}
		if acts {
			p.on[i] = o.on & p.present
		}
	}
	if p.whole = fractions(p.ops); p.whole == 0 {
		return fail("", fault.ErrOverflow)
	}
	return Program{p}, nil
}

func attached(v option.Settled, needs []clause.ID) bool {
	return !slices.ContainsFunc(needs, func(id clause.ID) bool { return !v.Attached(id) })
}

// settle sets the figures of an op for a policy, and reports whether it has an
// effect.
func (o *op) settle(v option.Settled) (acts bool, err error) {
	figureOf := func(x option.Value) option.Figure {
		if x.IsZero() || err != nil {
			return option.Figure{}
		}
		var f option.Figure
		f, err = v.Figure(x)
		return f
	}
	t := o.term
	amount, least, ratio, below := figureOf(t.Amount), figureOf(t.Least), figureOf(t.Ratio), figureOf(t.Below)
	o.amount, o.least = figure{amount.Most, amount.Least}, figure{least.Most, least.Least}
	if o.kind == perClaim || o.kind == aggregate { // the more, the better for the insured
		o.amount = figure{amount.Least, amount.Most}
	}
	if !t.Ratio.IsZero() {
		o.num, o.den = uint64(ratio.Ratio.Num()), uint64(ratio.Ratio.Den())
	}
	acts = (t.Below.IsZero() || amount.Least < below.Least) && (o.kind != pays || o.num != o.den)
	return acts, err
}

// Heads returns the heads of all policies in the order in which limits fill them.
func (t Template) Heads() iter.Seq[Head] {
	if t.template == nil {
		return func(func(Head) bool) {}
	}
	return slices.Values(t.heads)
}

// Clauses returns the clause IDs of all terms in the order in which they act.
func (t Template) Clauses() iter.Seq[clause.ID] {
	return func(yield func(clause.ID) bool) {
		if t.template == nil {
			return
		}
		for i := range t.ops {
			if !yield(t.ops[i].term.Clause) {
				return
			}
		}
	}
}

// Heads returns the heads of the policy in the order in which limits fill them.
func (p Program) Heads() iter.Seq[Head] {
	return func(yield func(Head) bool) {
		if p.program == nil {
			return
		}
		for s := p.present; s != 0; s = s.rest() {
			if !yield(p.heads[s.first()]) {
				return
			}
		}
	}
}

// Clauses returns the clause IDs of the terms of the policy in the order in which
// they act.
func (p Program) Clauses() iter.Seq[clause.ID] {
	return func(yield func(clause.ID) bool) {
		if p.program == nil {
			return
		}
		for i := range p.ops {
			if p.on[i] != 0 && !yield(p.ops[i].term.Clause) {
				return
			}
		}
	}
}

// position returns the position of a head, or -1.
func (l *layout) position(h Head) int {
	for i := range l.heads {
		if l.heads[i] == h {
			return i
		}
	}
	return -1
}
