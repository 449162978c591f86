// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"github.com/baiseki/baiseki/yen"
)

// finish turns the amounts into whole yen: one rounding on the total, and the
// yen that are left after cutting every head to the yen go to the heads with
// the largest fractions, ties to the earlier head, as far as limits allow.
func (r *run) finish() {
	if r.unit == (wide{0, 1}) {
		for s := r.live; s != 0; s = s.rest() {
			h := s.first()
			r.e.due[h] = yen.Amount(r.amount[h].lo)
			r.e.total += r.e.due[h]
		}
		return
	}
	var fraction [mostHeads]wide // of a yen, in the unit
	var left wide
	for s := r.live; s != 0; s = s.rest() {
		h := s.first()
		r.e.due[h], fraction[h] = r.yen(r.amount[h])
		r.e.total += r.e.due[h]
		left = left.plus(fraction[h])
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
		h, found := r.largest(&fraction, true)
		if !found {
			break // a relaxed program passes its limits; only its total is asked for
		}
		r.e.due[h]++
		fraction[h] = wide{}
	}
	if r.t != nil {
		r.t.round(r, &fraction, left)
	}
}

// yen splits an amount into whole yen and the fraction of one.
func (r *run) yen(a wide) (yen.Amount, wide) {
	q, low := a.over(r.p.whole)
	q, high := q.over(r.gross)
	fraction, _ := wide{0, high}.times(r.p.whole)
	return yen.Amount(q.lo), fraction.plus(wide{0, low})
}

// up reports whether the fraction left above a number of yen becomes a yen.
func (r *run) up(left wide, below yen.Amount) bool {
	if r.p.round < 0 || left == (wide{}) {
		return false
	}
	rest := r.unit.minus(left)
	switch r.p.ops[r.p.round].mode {
	case yen.Down:
	case yen.HalfUp:
		return !left.less(rest)
	case yen.HalfEven:
		return rest.less(left) || left == rest && below%2 == 1
	case yen.Up:
		return true
	}
	return false
}

// largest returns the head with the largest fraction, the earlier of equals,
// among those that may have one more yen under their limits.
func (r *run) largest(fraction *[mostHeads]wide, limited bool) (int, bool) {
	best, found := 0, false
	for s := r.live; s != 0; s = s.rest() {
		h := s.first()
		if fraction[h] == (wide{}) || found && !fraction[best].less(fraction[h]) {
			continue
		}
		if !limited || r.room(h) {
			best, found = h, true
		}
	}
	return best, found
}

// room reports whether every limit over a head allows one more yen. Limits set
// beside move the total alone.
func (r *run) room(h int) bool {
	for i := range r.p.ops {
		o := &r.p.ops[i]
		if r.p.on[i]&(1<<h) == 0 || !o.limit() {
			continue
		}
		left := r.p.left(o, r.c, r.v.most)
		for s := r.p.on[i]; s != 0; s = s.rest() {
			left -= r.e.due[s.first()]
		}
		if left <= 0 {
			return false
		}
	}
	return true
}
