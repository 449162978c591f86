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
	mostHeads = 32
	mostTerms = 128
	mostDepth = 32
	mostNodes = mostHeads * mostDepth
)

// A Program is a tree, checked by [New] and made ready. New returns the Program of
// all policies; only a Program from [Program.With], for one policy, can pay. It is
// an immutable value. Programs are comparable by identity: two calls of With return
// different programs. The zero Program is empty. Without a policy, Pay, Explain,
// Range, Outstanding and Remaining return [fault.ErrMissing].
type Program struct {
	*program
	view
}

// A view selects the limits and the figures that act.
type view struct {
	acting    bool // limits set beside act
	settled   bool // open figures are taken as they are in the view
	relaxed   bool // some terms act on other heads than theirs
	joint     bool // terms after an aggregate limit act on several claims as on one
	elsewhere borne

	// best is a place: open figures of the terms before it are at their best for the
	// insured, the others at their worst.
	best int
}

// A borne is what other claims bear of aggregate deductibles.
type borne uint8

const (
	stated  borne = iota // as the history has it
	atLeast              // that, or more
	atMost               // all of it, or less
)

// A program holds the terms as a flat list in the order in which they act. A head
// is known by its position in the order written.
type program struct {
	heads  []Head
	needs  [][]clause.ID // the endorsements that each head needs
	names  names
	slot   [mostHeads]uint8 // from the position of a head to its place in names
	ops    []op
	place  [separate + 1]uint8 // of a term of each kind, counted from 1; 0 if there is none
	divide set                 // heads whose losses a scaled term divides by

	hours set // heads with a waiting period, in some policy

	present set     // the heads of the policy
	counts  set     // those of them whose losses need a count
	acts    kindSet // of the terms that act
	on      []set   // the heads of the policy on which each op acts, if it acts
	whole   uint64  // the common denominator of the ratios; 0 without a policy
}

// An op is a term in place, with the figures of a policy.
type op struct {
	*fixed
	kind     kind
	place    uint8 // in the order of terms
	beside   bool
	open     bool // a figure is not stated
	on       set  // heads it acts on in some policy
	amount   figure
	least    figure
	num, den uint64
}

// A fixed is what a term has for all policies.
type fixed struct {
	term   *Term
	node   set   // heads of its node
	limits []int // of a scaled term, as indexes of ops
	needs  []clause.ID
}

// A figure is an amount at its worst and at its best for the insured. The two
// differ if the policy does not state it.
type figure struct{ worst, best yen.Amount }

func (v view) at(o *op, f figure) yen.Amount {
	if int(o.place) < v.best {
		return f.best
	}
	return f.worst
}

// limits reports whether a term is a limit that acts in the view.
func (v view) limits(o *op) bool {
	return o.kind.limit() && (!o.beside || v.acting)
}

// A set holds heads by position, one a bit.
type set uint32

func (s set) first() int { return bits.TrailingZeros32(uint32(s)) & (mostHeads - 1) }
func (s set) rest() set  { return s & (s - 1) }

// all goes through the positions.
func (s set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(bits.TrailingZeros32(uint32(s)) & (mostHeads - 1)) {
				return
			}
		}
	}
}

// names are the heads of a tree in order of name, separated by spaces. Programs
// with the same names share histories.
type names = unique.Handle[string]

// With returns the program of a policy: the tree with the values that the policy
// has for the options, and with the heads and terms of the endorsements that are
// attached. All programs of a tree share histories. With returns a [*fault.Error]
// with
//   - [fault.ErrMissing] for the zero Program,
//   - [fault.ErrScheme] if a term names an option that the policy does not have,
//     because v was settled by another table,
//   - [fault.ErrOverflow] if the denominators of the ratios multiply beyond 63
//     bits.
func (p Program) With(v option.Settled) (Program, error) {
	fail := func(input string, why *fault.Reason) (Program, error) {
		return Program{}, &fault.Error{Op: "limits.With", Input: input, Reason: why}
	}
	if p.program == nil {
		return fail("", fault.ErrMissing)
	}
	q := *p.program
	q.ops, q.on, q.present, q.counts, q.acts = slices.Clone(q.ops), make([]set, len(q.ops)), 0, 0, 0
	for i, needs := range q.needs {
		if attached(v, needs) {
			q.present |= 1 << i
		}
	}
	for i := range q.ops {
		o := &q.ops[i]
		if o.on&q.present == 0 || !attached(v, o.needs) {
			continue
		}
		acts, err := o.settle(v)
		if err != nil {
			return fail(string(o.term.Clause), fault.ErrScheme)
		}
		if acts {
			q.on[i] = o.on & q.present
			if q.acts |= 1 << o.kind; o.kind == waiting || o.kind == perUnit {
				q.counts |= q.on[i]
			}
		}
	}
	if q.whole = fractions(q.ops); q.whole == 0 {
		return fail("", fault.ErrOverflow)
	}
	return Program{program: &q}, nil
}

func attached(v option.Settled, needs []clause.ID) bool {
	return !slices.ContainsFunc(needs, func(id clause.ID) bool { return !v.Attached(id) })
}

// settle sets the figures of an op for a policy, and reports whether it has an
// effect.
func (o *op) settle(v option.Settled) (acts bool, err error) {
	amountOf := func(x option.Value) (r option.Range) {
		if err == nil && !x.IsZero() {
			r, err = v.Number(x, o.kind.unit())
		}
		return r
	}
	t := o.term
	amount, least, below := amountOf(t.Amount), amountOf(t.Least), amountOf(t.Below)
	o.amount, o.least = figure{amount.Most, amount.Least}, figure{least.Most, least.Least}
	if o.kind.limit() { // the more, the better for the insured
		o.amount = figure{amount.Least, amount.Most}
	}
	o.open = amount.Least != amount.Most || least.Least != least.Most
	if err == nil && !t.Ratio.IsZero() {
		var ratio yen.Ratio
		ratio, err = v.Ratio(t.Ratio)
		o.num, o.den = uint64(ratio.Num()), uint64(ratio.Den())
	}
	return (t.Below.IsZero() || amount.Least < below.Least) && (o.kind != pays || o.num != o.den), err
}

// fractions follows the denominators that the amounts under each head can have,
// and returns how many units a yen has if all of them are whole, or 0 if that is
// beyond 63 bits. A term can move yen between the heads of its node, and with them
// their fractions. The denominator of a scaled term depends on the losses, so it
// multiplies the unit in each payment.
func fractions(ops []op) uint64 {
	var den [mostHeads]uint64
	whole := uint64(1)
	for i := range den {
		den[i] = 1
	}
	for i := range ops {
		if whole == 1 && ops[i].den == 1 {
			continue
		}
		all := uint64(1)
		for h := range ops[i].node.all() {
			all = common(all, den[h])
		}
		all = product(all, ops[i].den)
		for h := range ops[i].node.all() {
			den[h] = all
		}
		whole = common(whole, all)
	}
	return whole
}

// Acting returns the program in which the limits set beside it act too. It has
// the same heads, so it goes on from the same history. See [Term].
func (p Program) Acting() Program {
	p.acting = true
	return p
}

// AtLeast returns the program in which every option that the policy does not
// state has the end of its range for which a payment is least, and AtMost that in
// which it has the other end.
func (p Program) AtLeast() Program {
	p.settled, p.best = true, 0
	return p
}

// AtMost is described with [Program.AtLeast].
func (p Program) AtMost() Program {
	p.settled, p.best = true, mostTerms
	return p
}

// Separate reports whether related claims are not aggregated; see [Separate].
func (p Program) Separate() bool { return p.program != nil && p.has(separate) }

// Heads returns the heads of the policy, or of all policies, in the order in which
// limits fill them.
func (p Program) Heads() iter.Seq[Head] {
	return func(yield func(Head) bool) {
		if p.program == nil {
			return
		}
		for i := range p.present.all() {
			if !yield(p.heads[i]) {
				return
			}
		}
	}
}

// Clauses returns the clause IDs of the terms of the policy, or of all policies, in
// the order in which they act.
func (p Program) Clauses() iter.Seq[clause.ID] {
	return func(yield func(clause.ID) bool) {
		if p.program == nil {
			return
		}
		for i, on := range p.on {
			if on != 0 && !yield(p.ops[i].term.Clause) {
				return
			}
		}
	}
}

// Remaining returns the remaining amount of each aggregate limit and of each
// [AggregateDeductible] after the claims of a history, with the clause of the term, in
// the order in which the terms act. Of a deductible that is the amount still to be
// borne. That of a limit is never above the remaining amount of a limit around it. A
// limit that the policy does not state counts with the least of its range. Remaining
// returns a [*fault.Error] with [fault.ErrPolicy] if the history belongs to a
// program with other heads, and with [fault.ErrMissing] without a policy.
func (p Program) Remaining(paid Paid) (iter.Seq2[clause.ID, yen.Amount], error) {
	c := claim{paid: &paid, series: &Series{}}
	if err := p.load(&c); err != nil {
		return nil, fault.In("limits.Remaining", "", err)
	}
	counts := func(i int) bool { return p.on[i] != 0 && p.limits(&p.ops[i]) && p.ops[i].kind == aggregate }
	return func(yield func(clause.ID, yen.Amount) bool) {
		for i := range p.ops {
			o := &p.ops[i]
			if o.kind == aggregateDeductible && p.on[i] != 0 {
				if !yield(o.term.Clause, p.bearing(o, &c)) {
					return
				}
			}
			if !counts(i) {
				continue
			}
			left := yen.Max
			for j := range p.ops {
				if counts(j) && p.ops[i].on&^p.ops[j].on == 0 {
					left = min(left, p.left(&p.ops[j], &c))
				}
			}
			if !yield(o.term.Clause, left) {
				return
			}
		}
	}, nil
}

// the returns the term of a kind that a tree has once, and the heads on which it
// acts, if it does.
func (p *program) the(k kind) (o *op, on set) {
	if i := p.place[k]; i > 0 {
		return &p.ops[i-1], p.on[i-1]
	}
	return nil, 0
}

func (p *program) has(k kind) bool {
	_, on := p.the(k)
	return on != 0
}

// position returns the position of a head, or -1. It is fastest if the head is at the
// place where the search begins, or soon after.
func (p *program) position(h Head, from int) int {
	for i := from; i < len(p.heads); i++ {
		if p.heads[i] == h {
			return i
		}
	}
	for i := range p.heads[:min(from, len(p.heads))] {
		if p.heads[i] == h {
			return i
		}
	}
	return -1
}
