// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"github.com/baiseki/baiseki/yen"
)

// finish turns the amounts into whole yen: one rounding on the total, and the
// yen that are left after cutting every head to the yen go to the heads with
// the largest fractions, ties to the earlier head, as far as limits allow.
func (r *run) finish(t *trace) {
	if r.unit == (wide{0, 1}) {
		amount, due := r.amount, r.e.due
		for s := r.live; s != 0; s = s.rest() {
			h := s.first()
			due[h] = yen.Amount(amount[h].lo)
			r.e.total += due[h]
		}
		return
	}
	var left wide
	for s := r.live; s != 0; s = s.rest() { // the fractions stay
		h := s.first()
		r.e.due[h], r.amount[h] = r.yen(r.amount[h])
		r.e.total += r.e.due[h]
		left = left.plus(r.amount[h])
	}
	share := 0
	for ; !left.less(r.unit); share++ {
		left = left.minus(r.unit)
	}
	if r.up(left, r.e.total+yen.Amount(share)) {
		share++
		left = wide{}
	}
	r.e.total += yen.Amount(share)
	for ; share > 0; share-- {
		h := r.largest(true)
		if h < 0 {
			if !r.p.relaxed { // a relaxed program passes its limits; only its total is asked for
				r.e.total -= yen.Amount(share)
			}
			break
		}
		r.e.due[h]++
		r.amount[h] = wide{}
	}
	if t != nil {
		t.round(r, left)
	}
}

// yen splits an amount into whole yen and the fraction of one.
func (r *run) yen(a wide) (yen.Amount, wide) {
	q, low := a.over(r.whole)
	q, high := q.over(r.gross)
	fraction, _ := wide{0, high}.times(r.whole)
	return yen.Amount(q.lo), fraction.plus(wide{0, low})
}

// up reports whether the fraction left above a number of yen becomes a yen.
func (r *run) up(left wide, below yen.Amount) bool {
	o, on := r.p.the(round)
	if on == 0 || left == (wide{}) {
		return false
	}
	rest := r.unit.minus(left)
	switch o.term.To.Mode() {
	case yen.HalfUp:
		return !left.less(rest)
	case yen.HalfEven:
		return rest.less(left) || left == rest && below%2 == 1
	case yen.Up:
		return true
	case yen.Down:
	}
	return false
}

// largest returns the head with the largest fraction, the earlier of equals, or -1.
// If limits apply, it is one of the heads that may have one more yen under them.
func (r *run) largest(limited bool) int {
	for among := r.live; among != 0; {
		best := among.first()
		for s := among.rest(); s != 0; s = s.rest() {
			if h := s.first(); r.amount[best].less(r.amount[h]) {
				best = h
			}
		}
		switch {
		case r.amount[best] == wide{}:
			return -1
		case !limited || r.room(best):
			return best
		}
		among &^= 1 << best
	}
	return -1
}

// room reports whether every limit over a head allows one more yen.
func (r *run) room(h int) bool {
	for i, on := range r.p.on {
		o := &r.p.ops[i]
		if on&(1<<h) == 0 || !r.p.limits(o) {
			continue
		}
		left := r.p.left(o, r.c)
		for s := on; s != 0; s = s.rest() {
			other := s.first()
			left -= r.e.due[other]
		}
		if left <= 0 {
			return false
		}
	}
	return true
}
