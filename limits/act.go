// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"github.com/baiseki/baiseki/yen"
)

// act applies one term to heads that have an amount.
func (r *run) act(o *op, on set) {
	if o.open {
		r.e.open = true
	}
	amount := r.p.at(o, o.amount)
	switch o.kind {
	case deductible:
		if r.took != nil {
			r.deduct(o, on, r.in(amount))
			break
		}
		r.take(on, r.in(amount))
	case aggregateDeductible:
		r.bear(o, on)
	case togetherAtLeast:
		if least, had := r.in(amount), r.taken(int(o.place)); had.less(least) {
			r.deduct(o, on, least.minus(had))
		}
	case waiting:
		r.hours(o, on, uint64(amount))
	case reduction:
		r.take(on, r.in(r.c.reduce))
	case franchise:
		if amount > r.c.total || r.sum(on).less(r.in(amount)) {
			r.fill(on, wide{})
		}
	case shareDeductible:
		r.deduct(o, on, r.share(o, r.sum(on)))
	case pays:
		r.multiply(on, o.num, o.den)
	case scaled:
		if r.scaleTo < r.gross {
			r.multiply(on, r.scaleTo, r.gross)
		}
	case perClaim, aggregate, perUnit:
		if o.beside && !r.p.acting {
			break
		}
		if left := r.p.left(o, r.c); left < r.c.total {
			r.fill(on, r.in(left))
		}
	}
}

// share returns what a share deductible takes of a sum.
func (r *run) share(o *op, sum wide) wide {
	share := sum.part(o.num, o.den)
	if least := r.in(r.p.at(o, o.least)); share.less(least) {
		share = least
	}
	return least(r.in(r.p.at(o, o.amount)), share)
}

// deduct takes a deductible, as far as those that count it together allow.
func (r *run) deduct(o *op, on set, cut wide) {
	if r.took == nil {
		r.take(on, cut)
		return
	}
	r.most = nil
	for i := int(o.place) + 1; i < len(r.p.ops); i++ {
		most := &r.p.ops[i]
		if most.kind != togetherAtMost || !r.counts(i, int(o.place)) {
			continue
		}
		r.e.open = r.e.open || most.open
		room, had := r.in(r.p.at(most, most.amount)), r.taken(i)
		if room = room.minus(least(room, had)); room.less(cut) {
			cut, r.most = room, most
		}
	}
	r.took[o.place] = least(cut, r.sum(on))
	r.take(on, cut)
}

// taken returns what the deductibles have taken that a term counts.
func (r *run) taken(by int) wide {
	var sum wide
	for i := range by {
		if r.counts(by, i) {
			sum = sum.plus(r.took[i])
		}
	}
	return sum
}

// counts reports whether a term counts what an earlier one takes.
func (r *run) counts(by, i int) bool {
	on := r.p.on[i]
	return on != 0 && on&^r.p.on[by] == 0 && r.p.ops[i].kind.deducts()
}

// bear takes an aggregate deductible and notes what each head bears, so that all together
// bear the next whole yen.
func (r *run) bear(o *op, on set) {
	before := r.sum(on)
	var was [mostHeads]wide
	copy(was[:], r.amount)
	r.deduct(o, on, r.in(r.p.bearing(o, r.c)))
	if before == r.sum(on) {
		return
	}
	var borne wide
	var whole yen.Amount
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		borne = borne.plus(was[h].minus(r.amount[h]))
		n := r.ceil(borne)
		r.c.far.bears[h], whole = n-whole, n
	}
}

// hours takes off what falls into a waiting period.
func (r *run) hours(o *op, on set, wait uint64) {
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		switch hours := uint64(r.c.far.count[h]); {
		case hours <= wait:
			r.set(h, wide{})
		case o.term.Wait == FirstHours:
			r.set(h, r.amount[h].part(hours-wait, hours))
		}
	}
}

// take cuts an amount, from the first head first.
func (r *run) take(on set, cut wide) {
	amount := r.amount
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if cut.less(amount[h]) {
			amount[h] = amount[h].minus(cut)
			return
		}
		cut = cut.minus(amount[h])
		r.set(h, wide{})
	}
}

// fill cuts the excess over the room, from the last head first.
func (r *run) fill(on set, room wide) {
	amount := r.amount
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if room.less(amount[h]) {
			r.set(h, room)
		}
		room = room.minus(amount[h])
	}
}

// multiply multiplies the heads by a fraction of at most 1.
func (r *run) multiply(on set, num, den uint64) {
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		r.set(h, r.amount[h].part(num, den))
	}
}

func (r *run) set(h int, amount wide) {
	if r.amount[h] = amount; amount == (wide{}) {
		r.live &^= 1 << h
	}
}

func (r *run) sum(on set) wide {
	var sum wide
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		sum = sum.plus(r.amount[h])
	}
	return sum
}
