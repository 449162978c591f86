// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"math/bits"

	"github.com/baiseki/baiseki/yen"
)

// A claim is the input of a program: one claim with all its losses to date.
type claim struct {
	loss    [mostHeads]yen.Amount // to date, by position
	other   [mostHeads]yen.Amount // held by all other claims, by position
	live    set                   // heads with a loss
	used    set                   // heads that other claims hold
	total   yen.Amount            // of the losses
	divisor yen.Amount            // of the losses that a scaled term divides by
	reduce  yen.Amount            // by an adjuster
}

// A view selects the limits of an evaluation.
type view struct {
	beside bool // limits set beside act
	most   int  // open figures before this place are at their best for the insured, the others at their worst
}

// An entitlement is the amount payable for a claim, in whole yen.
type entitlement struct {
	due    [mostHeads]yen.Amount // by position
	total  yen.Amount
	beside bool // a limit set beside would cut
	open   bool // an open figure cuts
}

// A run is one evaluation. Amounts are numbers of a unit that makes every
// fraction whole: 1/(whole × gross) yen. Whole is the common denominator of the
// ratios of the program, and gross the losses that a scaled term divides by, or 1.
type run struct {
	p       *program
	c       *claim
	v       view
	t       *trace // of the cuts, or nil
	unit    wide
	gross   uint64
	scaleTo uint64 // the limit of the scaled term
	scale   bool   // the losses exceed it
	live    set    // heads with an amount
	amount  [mostHeads]wide
	e       *entitlement
}

// entitle computes the amount payable for the claim into e, which is zero, and
// reports whether the fractions fit. That depends only on the claim, not on the
// view.
func (p *program) entitle(e *entitlement, c *claim, v view, t *trace) bool {
	var r run
	r.p, r.c, r.v, r.t, r.e, r.gross, r.live = p, c, v, t, e, 1, c.live
	if !r.start() {
		return false
	}
	for i, heads := range p.on {
		on := heads & r.live
		if on == 0 {
			continue
		}
		o := &p.ops[i]
		if t == nil {
			r.act(o, on)
			continue
		}
		t.before = r.amount
		r.act(o, on)
		t.cut(&r, o, on)
	}
	r.finish()
	return true
}

// start finds the unit and the amounts of the losses in it, and reports
// whether they fit.
func (r *run) start() bool {
	if s := r.p.scaled; s >= 0 && r.p.on[s]&r.live != 0 {
		limit := r.p.scaleLimit(r.c)
		if r.scale = r.c.divisor > limit; r.scale && limit > 0 {
			r.gross, r.scaleTo = uint64(r.c.divisor), uint64(limit)
		}
	}
	hi, lo := bits.Mul64(r.p.whole, r.gross)
	r.unit = wide{hi, lo}
	if _, fits := r.unit.times(uint64(r.c.total)); !fits {
		return false
	}
	for s := r.live; s != 0; s = s.rest() {
		h := s.first()
		r.amount[h] = r.in(r.c.loss[h])
	}
	return true
}

// in returns an amount of at most the total in the unit.
func (r *run) in(a yen.Amount) wide {
	if r.unit == (wide{0, 1}) {
		return wide{0, uint64(a)}
	}
	w, _ := r.unit.times(uint64(a))
	return w
}
