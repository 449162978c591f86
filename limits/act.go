// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"github.com/baiseki/baiseki/yen"
)

// act applies one term to heads that have an amount.
func (r *run) act(o *op, on set) {
	switch o.kind {
	case deductible:
		r.take(on, r.in(min(r.figure(o, o.amount), r.c.total)))
	case reduction:
		r.take(on, r.in(min(r.c.reduce, r.c.total)))
	case franchise:
		if a := r.figure(o, o.amount); a > r.c.total || r.sum(on).less(r.in(a)) {
			r.take(on, r.in(r.c.total))
		}
	case shareDeductible:
		share := r.sum(on).part(o.num, o.den)
		if least := r.in(min(r.figure(o, o.least), r.c.total)); share.less(least) {
			share = least
		}
		if most := r.in(min(r.figure(o, o.amount), r.c.total)); most.less(share) {
			share = most
		}
		r.take(on, share)
	case pays:
		r.multiply(on, o.num, o.den)
	case scaled:
		if r.scale {
			r.multiply(on, r.scaleTo, r.gross)
		}
	case perClaim, aggregate:
		r.limit(o, on)
	}
}

// figure returns a figure of a deduction in the view, and notes one that is open.
func (r *run) figure(o *op, f figure) yen.Amount {
	if f.open() {
		r.e.open = true
	}
	return f.at(o.place, r.v.most)
}

// limit fills the heads up to the remaining limit.
func (r *run) limit(o *op, on set) {
	left := r.p.left(o, r.c, r.v.most)
	if left >= r.c.total || !r.fill(on, r.in(left), o.beside && !r.v.beside) {
		return
	}
	switch {
	case o.beside && !r.v.beside:
		r.e.beside = true
	case o.amount.open():
		r.e.open = true
	}
}

// take cuts an amount, from the first head first.
func (r *run) take(on set, cut wide) {
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if cut.less(r.amount[h]) {
			r.amount[h] = r.amount[h].minus(cut)
			return
		}
		cut = cut.minus(r.amount[h])
		r.empty(h)
	}
}

// fill cuts the excess over the room, from the last head first, and reports
// whether there is one. A trial cuts nothing.
func (r *run) fill(on set, room wide, trial bool) bool {
	exceeds := false
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if !room.less(r.amount[h]) {
			room = room.minus(r.amount[h])
			continue
		}
		if trial {
			return true
		}
		exceeds = true
		r.amount[h] = room
		if room == (wide{}) {
			r.empty(h)
		}
		room = wide{}
	}
	return exceeds
}

// multiply multiplies the heads by a fraction of at most 1.
func (r *run) multiply(on set, num, den uint64) {
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if r.amount[h] = r.amount[h].part(num, den); num == 0 {
			r.empty(h)
		}
	}
}

func (r *run) empty(h int) {
	r.amount[h] = wide{}
	r.live &^= 1 << h
}

func (r *run) sum(on set) wide {
	var sum wide
	for s := on; s != 0; s = s.rest() {
		sum = sum.plus(r.amount[s.first()])
	}
	return sum
}

// left returns the amount of a limit that the other claims leave. Open limits
// before a place in the order of terms are at their best, the others at their
// worst.
func (p *program) left(o *op, c *claim, before int) yen.Amount {
	left := o.amount.at(o.place, before)
	if o.kind == perClaim {
		return left
	}
	for s := o.on & c.used; s != 0; s = s.rest() {
		left -= c.other[s.first()]
	}
	return max(left, 0)
}

// scaleLimit returns the limit of the scaled term.
func (p *program) scaleLimit(c *claim) yen.Amount {
	limit := yen.Max
	for _, i := range p.ops[p.scaled].limits {
		if p.on[i] != 0 {
			limit = min(limit, p.left(&p.ops[i], c, 0))
		}
	}
	return limit
}
