// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/internal/diagram"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// exceeded reports whether the claim is too large: then its bounds are those of Kleene's
// logic, which are sound.
func (d *doubter) exceeded() bool {
	return d.space.Exceeded() || len(d.pieces) > mostPieces || d.failed
}

// between returns what is paid if the pieces of low are paid, and those of high may be.
func (d *doubter) between(low, high uint64) limits.Bounds {
	b, err := d.a.bounds(d.demands(low, high))
	d.failed = d.failed || err != nil
	return b
}

// demands returns the third-party claims if the pieces of low are paid, and those of high may
// be.
func (d *doubter) demands(low, high uint64) []demand {
	a := d.a
	if d.parts == nil {
		d.parts = a.bare()
	}
	copy(d.amounts, d.base)
	for k, p := range d.pieces {
		if high>>k&1 == 1 {
			d.amounts[p.item].Most += p.high
		}
		if low>>k&1 == 1 {
			d.amounts[p.item].Least += p.low
		}
	}
	a.fill(d.parts, d.amounts)
	return d.parts
}

// combinations goes through the pieces that are paid together with some answers: every
// combination, with those of the answers that come to just it, until one returns false.
func (d *doubter) combinations(answers diagram.Diagram, yield func(mask uint64, c diagram.Diagram) bool) bool {
	var try func(i int, c diagram.Diagram, mask uint64) bool
	try = func(i int, c diagram.Diagram, mask uint64) bool {
		switch {
		case c == diagram.Never || d.space.Exceeded():
			return true
		case i == len(d.pieces):
			return yield(mask, c)
		}
		w := d.pieces[i].when
		return try(i+1, d.space.And(w, c), mask|1<<i) && try(i+1, d.space.And(d.space.Not(w), c), mask)
	}
	return try(0, answers, 0)
}

// pay returns what is paid if just those pieces are.
func (d *doubter) pay(mask uint64) limits.Bounds {
	b, ok := d.paid[mask]
	if !ok {
		b = d.between(mask, mask)
		d.paid[mask] = b
	}
	return b
}

// prepare finds, once, which answers each piece can have.
func (d *doubter) prepare() {
	d.paid, d.just = map[uint64]limits.Bounds{}, map[uint64]verdicts{}
	rises, err := d.a.rises(d.demands(0, d.whole()))
	d.monotone, d.failed = rises, d.failed || err != nil
	for _, p := range d.pieces {
		d.is = append(d.is, d.of(p.when))
		d.not = append(d.not, d.of(d.space.Not(p.when)))
	}
}

// whole is the mask of all pieces.
func (d *doubter) whole() uint64 { return 1<<len(d.pieces) - 1 }

func (d *doubter) of(when diagram.Diagram) verdicts {
	when = d.space.And(d.may, when)
	return verdicts{when, d.space.Answers(when, len(d.vars))}
}

// only returns the answers with which just those pieces are paid.
func (d *doubter) only(mask uint64) verdicts {
	v, ok := d.just[mask]
	if !ok {
		v = d.of(d.when(mask))
		d.just[mask] = v
	}
	return v
}

func (d *doubter) when(mask uint64) diagram.Diagram {
	c := diagram.Always
	for i, p := range slices.Backward(d.pieces) {
		w := p.when
		if mask>>i&1 == 0 {
			w = d.space.Not(w)
		}
		c = d.space.And(w, c)
	}
	return c
}

// reach bounds what is paid with some answers, by the pieces that can be paid with them
// and those that must be. It is exact if more loss never pays less, and some answers come
// to just these. Has tells whether one of the answers is among others.
func (d *doubter) reach(has func(verdicts) bool) limits.Bounds {
	var low, high uint64
	for i := range d.pieces {
		if has(d.is[i]) {
			high |= 1 << i
		}
		if !has(d.not[i]) {
			low |= 1 << i
		}
	}
	var b limits.Bounds
	if least, most := d.pay(low), d.pay(high); d.monotone || low == high {
		b = limits.Bounds{Least: least.Least, Most: most.Most, Exact: least.Exact && most.Exact}
	} else {
		b = d.between(low, high)
	}
	b.Exact = b.Exact && d.worlds.exact && has(d.only(low)) && has(d.only(high))
	return b
}

// every bounds what is paid with some answers, by every combination of pieces that they
// come to, and for each answer to a variable by those that it comes to.
func (d *doubter) every(answers diagram.Diagram, out []limits.Bounds) limits.Bounds {
	all := limits.Bounds{Least: yen.Max}
	for k := range out {
		out[k] = all
	}
	widen := func(to *limits.Bounds, by limits.Bounds, first bool) {
		exact := by.Exact && (first || to.Exact)
		*to = limits.Bounds{Least: min(to.Least, by.Least), Most: max(to.Most, by.Most), Exact: exact}
	}
	first := true
	d.combinations(answers, func(mask uint64, c diagram.Diagram) bool {
		b := d.pay(mask)
		b.Exact = b.Exact && d.worlds.exact
		widen(&all, b, first)
		first = false
		if out == nil {
			return true
		}
		for v, can := range d.space.Answers(c, len(d.vars)) {
			for q := range 2 {
				if o := &out[2*v+q]; can>>q&1 == 1 {
					widen(o, b, o.Least == yen.Max)
				}
			}
		}
		return true
	})
	return all
}

// bound bounds the claim.
func (d *doubter) bound() (all limits.Bounds, ok bool) {
	if d.exceeded() {
		return all, false
	}
	d.prepare()
	all = d.reach(func(v verdicts) bool { return v.when != diagram.Never })
	if !all.Exact && len(d.pieces) <= mostTried {
		all = d.every(d.may, nil)
	}
	return all, !d.exceeded()
}

// answers bounds for each variable what no and yes would leave.
func (d *doubter) answers(out []limits.Bounds) {
	exact := true
	for q := range out {
		bit := uint8(1) << (q % 2)
		out[q] = d.reach(func(v verdicts) bool { return v.can[q/2]&bit != 0 })
		exact = exact && out[q].Exact
	}
	if !exact && len(d.pieces) <= mostTried {
		d.every(d.may, out)
	}
}

// under bounds the claim with some answers.
func (d *doubter) under(c diagram.Diagram) limits.Bounds {
	b := d.reach(func(v verdicts) bool { return d.space.Meet(v.when, c) })
	if !b.Exact && len(d.pieces) <= mostTried {
		b = d.every(d.space.And(d.may, c), nil)
	}
	return b
}
