// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"math/bits"
	"slices"

	"github.com/baiseki/baiseki/yen"
)

// An entitlement is the amount payable for a claim, in whole yen.
type entitlement struct {
	due   []yen.Amount // by position
	total yen.Amount
	open  bool // an open figure acts
}

// splits reports whether another entitlement has the same heads.
func (e *entitlement) splits(as *entitlement) bool {
	return slices.Equal(e.due[:len(as.due)], as.due)
}

// A run is one evaluation. Amounts are numbers of a unit that makes every
// fraction whole: 1/(whole × gross) yen. Whole is the common denominator of the
// ratios of the program and of the hours of losses that wait, and gross the losses that
// a scaled term divides by, or 1.
type run struct {
	p       *Program
	c       *claim
	unit    wide
	whole   uint64 // the denominators of the program, and of what waits
	gross   uint64
	scaleTo uint64 // the limit of the scaled term if the losses exceed it, or 1
	live    set    // heads with an amount
	amount  []wide
	e       *entitlement
	took    []wide // by each deductible; nil if none counts others
	most    *op    // the term that kept the deductible that acts from taking more, or nil
}

// entitle computes the amount payable for the claim into e, which is zero, and
// reports whether the fractions fit. That depends only on the claim, not on the
// view.
//
// A claim that later claims crowd has the better of two: what it would have in its old
// place, less what would pass a limit beside them; or what limits leave that they took
// part in. The first keeps what it had, and the second has room for its other heads.
func (p *Program) entitle(e *entitlement, c *claim, t *trace) bool {
	if c.crowded == 0 {
		return p.evaluate(e, c, t)
	}
	kept := entitlement{due: make([]yen.Amount, mostHeads)}
	anew := entitlement{due: make([]yen.Amount, mostHeads)}
	if !p.evaluate(&kept, c, nil) {
		return false
	}
	c.late = true
	defer func() { c.late = false }()
	if fits := p.evaluate(&anew, c, nil); !fits || anew.total <= kept.total {
		c.late = false
	}
	return p.evaluate(e, c, t)
}

// evaluate computes the amount payable for a claim in its old place or, if it is late,
// after all others.
func (p *Program) evaluate(e *entitlement, c *claim, t *trace) bool {
	var r run
	r.p, r.c, r.e, r.gross, r.scaleTo, r.live = p, c, e, 1, 1, c.live
	if c.far != nil {
		c.far.bears = [mostHeads]yen.Amount{}
	}
	if r.amount = make([]wide, few); len(p.heads) > few {
		r.amount = make([]wide, mostHeads)
	}
	if p.acts.has(togetherAtLeast) || p.acts.has(togetherAtMost) {
		r.took = make([]wide, mostTerms)
	}
	if !r.start() {
		return false
	}
	for i, heads := range p.on {
		on := heads & r.live
		if on == 0 {
			continue
		}
		o := &p.ops[i]
		if t != nil {
			copy(t.before[:], r.amount)
		}
		r.act(o, on)
		if t != nil {
			t.cut(&r, o, on)
		}
	}
	if r.finish(t); c.crowded != 0 && !c.late && !p.relaxed {
		r.crowd(t)
	}
	return true
}

// crowd cuts what would pass a limit beside what later claims take, from the last
// head first, but nothing that the claim held before. It is in whole yen: what they
// take is what they are paid.
func (r *run) crowd(t *trace) {
	r.c.late = true
	defer func() { r.c.late = false }()
	for i, on := range r.p.on {
		o := &r.p.ops[i]
		if on&r.live == 0 || o.kind != aggregate || !r.p.limits(o) {
			continue
		}
		over := -r.p.left(o, r.c)
		for s := on; s != 0; s = s.rest() {
			over += r.e.due[s.first()]
		}
		for h := len(r.p.heads) - 1; h >= 0; h-- {
			if on&(1<<h) == 0 {
				continue
			}
			if cut := min(over, r.e.due[h]-r.own(h)); cut > 0 {
				r.e.due[h], r.e.total, over = r.e.due[h]-cut, r.e.total-cut, over-cut
				if t != nil {
					t.add(r, o, h, cut)
				}
			}
		}
	}
}

// own returns what the claim held under a head before.
func (r *run) own(h int) yen.Amount {
	e := r.c.series.at(int(r.p.slot[h]))
	return e.held()
}

// start finds the unit and the amounts of the losses in it, and reports
// whether they fit.
func (r *run) start() bool {
	if _, on := r.p.the(scaled); on&r.live != 0 {
		if limit := r.p.scaleLimit(r.c); r.c.divisor > limit {
			if r.scaleTo = uint64(limit); limit > 0 {
				r.gross = uint64(r.c.divisor)
			}
		}
	}
	if r.whole = r.p.whole; r.p.acts.has(waiting) && !r.wait() {
		return false
	}
	hi, lo := bits.Mul64(r.whole, r.gross)
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

// wait makes the hours of losses that wait a part of the unit, and reports whether they
// fit.
func (r *run) wait() bool {
	for i, on := range r.p.on {
		o := &r.p.ops[i]
		if o.kind != waiting || o.term.Wait != FirstHours {
			continue
		}
		all := uint64(1)
		for s := on & r.live; s != 0 && all != 0; s = s.rest() {
			all = common(all, uint64(max(r.c.far.count[s.first()], 1)))
		}
		if r.whole = product(r.whole, all); r.whole == 0 {
			return false
		}
	}
	return true
}

// in returns an amount in the unit, or the total if that is smaller.
func (r *run) in(a yen.Amount) wide {
	if a = min(a, r.c.total); r.unit == (wide{0, 1}) {
		return wide{0, uint64(a)}
	}
	w, _ := r.unit.times(uint64(a))
	return w
}

// left returns the amount of a limit that the other claims leave.
func (p *Program) left(o *op, c *claim) yen.Amount {
	if o.kind == perUnit || o.kind == aggregate && c.used|c.crowded != 0 {
		return p.rest(o, c)
	}
	return p.at(o, o.amount)
}

func (p *Program) rest(o *op, c *claim) yen.Amount {
	left, heads := p.at(o, o.amount), c.used
	if o.kind == perUnit {
		hi, lo := bits.Mul64(uint64(left), uint64(c.units(o)))
		if hi != 0 || lo > uint64(yen.Max) {
			return yen.Max
		}
		return yen.Amount(lo)
	}
	if c.late {
		heads |= c.crowded
	}
	for s := o.on & heads; s != 0; s = s.rest() {
		left -= p.other(c, s.first())
	}
	return max(left, 0)
}

// units returns the count of the losses under the heads of a term.
func (c *claim) units(o *op) (n int64) {
	for s := o.on & c.live; s != 0; s = s.rest() {
		n += c.far.count[s.first()]
	}
	return n
}

// bearing returns what other claims leave of an aggregate deductible.
func (p *Program) bearing(o *op, c *claim) yen.Amount {
	if p.elsewhere == atMost {
		return 0
	}
	left := p.at(o, o.amount)
	for s := o.on; s != 0; s = s.rest() {
		left -= c.far.borne[s.first()]
	}
	return max(left, 0)
}

// scaleLimit returns the limit of the scaled term.
func (p *Program) scaleLimit(c *claim) yen.Amount {
	limit := yen.Max
	o, _ := p.the(scaled)
	for _, i := range o.limits {
		if p.on[i] != 0 {
			limit = min(limit, p.left(&p.ops[i], c))
		}
	}
	return limit
}
