// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// RangeHeads returns the heads of the policy in the order in which limits fill them, each
// with the least and the most that its part of what is payable now can be, for the claim of
// [Program.Range]; see [Part]. The losses of one head can displace those of another, so that
// the leasts do not add up to the Least of Range, nor the mosts to its Most.
//
// Bounds that are Exact are reached. Others are bounds that no payment passes. They are wide,
// down to 0, after a term that counts other deductibles or scales, and for a claim of which
// later claims hold what it could have. RangeHeads returns the errors of Range.
func (p Program) RangeHeads(paid Paid, s Series, certain, possible []Loss) (iter.Seq2[Head, Bounds], error) {
	all, err := p.rangeHeads(&paid, &s, certain, possible)
	if err != nil {
		return nil, fault.In("limits.RangeHeads", "", err)
	}
	return func(yield func(Head, Bounds) bool) {
		for i := range p.present.all() {
			if !yield(p.heads[i], all[i]) {
				return
			}
		}
	}, nil
}

func (p *Program) rangeHeads(paid *Paid, s *Series, certain, possible []Loss) (all [mostHeads]Bounds, err error) {
	sum, _, err := p.bounds(paid, s, certain, possible)
	if err != nil {
		return all, err
	}
	low, high, err := p.ends(paid, s, certain, possible)
	if err != nil {
		return all, err
	}
	r, ok := p.ranges(&low, &high)
	if !ok {
		return all, &fault.Error{Reason: fault.ErrOverflow}
	}
	had, here := s.Paid(), yen.Amount(0)
	for h := range p.present.all() {
		e := s.at(int(p.slot[h]))
		here += e.paid
		all[h] = r.part(h)
		all[h].Least, all[h].Most = all[h].Least-e.paid, all[h].Most-e.paid
		if had > 0 && sum.Least == 0 { // if too much was paid, nothing is payable now under any head
			all[h].Least, all[h].Most = min(all[h].Least, 0), max(all[h].Most, 0)
		}
	}
	if here != had { // some was paid under heads that the policy no longer has
		for h := range p.present.all() {
			all[h].Exact = all[h].Least == all[h].Most
		}
		return all, nil
	}
	return sum.within(all, p.present, had), nil
}

// within bounds parts of a sum by what the other parts leave of it.
func (b Bounds) within(parts [mostHeads]Bounds, on set, had yen.Amount) [mostHeads]Bounds {
	var least, most yen.Amount
	for h := range on.all() {
		least, most = least+parts[h].Least, most+parts[h].Most
	}
	all := parts
	for h := range on.all() {
		x := &all[h]
		x.Least = max(x.Least, b.Least-(most-parts[h].Most))
		x.Most = min(x.Most, b.Most-(least-parts[h].Least))
		x.Exact = x.Least == x.Most || x.Exact && had == 0
	}
	return all
}

// ranges are two runs of a claim at once: of the least and of the most that a head can have
// after each term, whatever the others have.
type ranges struct {
	low, high run
	loose     set // heads of which an end may not be reached
}

// ranges evaluates a claim between two others, and reports whether the fractions fit.
func (p *Program) ranges(low, high *claim) (r ranges, ok bool) {
	below, above := *p, *p
	if !p.settled {
		below, above = p.AtLeast(), p.AtMost()
	}
	start := func(to *run, p *Program, c *claim) {
		to.p, to.c, to.gross, to.live, to.amount = p, c, 1, high.live, make([]wide, mostHeads)
	}
	start(&r.high, &above, high)
	if r.high.whole = p.whole; p.acts.has(waiting) && !r.high.wait() {
		return r, false
	}
	r.high.unit = wide{0, r.high.whole} // a scaled term leaves no fraction here
	if _, ok = r.high.unit.times(uint64(high.total)); !ok {
		return r, false
	}
	bottom := *low
	bottom.total = high.total // so that no figure is cut short
	start(&r.low, &below, &bottom)
	r.low.whole, r.low.unit = r.high.whole, r.high.unit
	for h := range high.live.all() {
		r.low.amount[h], r.high.amount[h] = r.low.in(low.loss[h]), r.high.in(high.loss[h])
	}
	if high.crowded != 0 {
		r.cut(high.live)
		return r, ok
	}
	for i, heads := range p.on {
		if on := heads & high.live; on != 0 {
			r.act(&p.ops[i], on)
		}
	}
	return r, ok
}

// cut leaves between nothing and all of heads.
func (r *ranges) cut(on set) {
	for h := range on.all() {
		r.low.amount[h] = wide{}
	}
	r.loose |= on
}

// act applies a term to both ends.
func (r *ranges) act(o *op, on set) {
	low, high := &r.low, &r.high
	together := low.p.acts.has(togetherAtLeast) || low.p.acts.has(togetherAtMost)
	switch o.kind {
	case round, separate, togetherAtMost:
	case deductible, aggregateDeductible, shareDeductible, togetherAtLeast:
		if together {
			r.cut(on)
			break
		}
		r.deduct(o, on)
	case reduction:
		r.take(on, low.in(low.c.reduce), high.in(high.c.reduce))
	case waiting:
		wait, least := uint64(low.p.at(o, o.amount)), uint64(high.p.at(o, o.amount))
		low.hours(o, on, wait)
		high.hours(o, on, least)
	case franchise:
		below := func(r *run) bool {
			amount := r.p.at(o, o.amount)
			return amount > r.c.total || r.sum(on).less(r.in(amount))
		}
		if below(high) {
			high.fill(on, wide{})
		}
		if below(low) {
			if on.rest() != 0 && !below(high) {
				r.loose |= on
			}
			low.fill(on, wide{})
		}
	case pays:
		low.multiply(on, o.num, o.den)
		high.multiply(on, o.num, o.den)
	case perClaim, aggregate, perUnit:
		if !o.beside || low.p.acting {
			r.fill(on, low.in(low.p.left(o, low.c)), high.in(high.p.left(o, high.c)))
		}
	case scaled:
		if high.c.divisor > low.p.scaleLimit(high.c) {
			r.cut(on)
		}
	}
}

// deduct takes a deductible that no other one counts.
func (r *ranges) deduct(o *op, on set) {
	low, high := &r.low, &r.high
	most, least := low.p.at(o, o.amount), high.p.at(o, o.amount)
	switch o.kind {
	case aggregateDeductible:
		most, least = low.p.bearing(o, low.c), high.p.bearing(o, high.c)
	case shareDeductible:
		little, much := low.sum(on), high.sum(on)
		if on.rest() == 0 { // more loss never leaves less
			r.take(on, low.share(o, little), high.share(o, much))
			return
		}
		if little != much {
			r.loose |= on
		}
		r.take(on, low.share(o, much), high.share(o, little))
		return
	}
	r.take(on, low.in(most), high.in(least))
}

// take takes one amount from the lows and another from the highs.
func (r *ranges) take(on set, low, high wide) {
	r.cross(on)
	r.low.take(on, low)
	r.high.take(on, high)
}

// cross notes that what is left of the later ones of some heads hangs on the earlier ones, of
// which not both ends may be there together with both of theirs.
func (r *ranges) cross(on set) {
	uncertain := false
	for h := range on.all() {
		if uncertain {
			r.loose |= 1 << h
		}
		uncertain = uncertain || r.low.amount[h] != r.high.amount[h] || r.loose>>h&1 == 1
	}
}

// fill leaves the least of a head what the mosts of those before it leave, and the other way
// round.
func (r *ranges) fill(on set, low, high wide) {
	if low.less(r.high.sum(on)) {
		r.cross(on)
	}
	for h := range on.all() {
		a, b := r.low.amount[h], r.high.amount[h]
		r.low.amount[h], r.high.amount[h] = least(a, low), least(b, high)
		low, high = low.minus(least(low, b)), high.minus(least(high, a))
	}
}

// part returns the bounds of what is due under a head. An end in whole yen is not rounded.
func (r *ranges) part(h int) Bounds {
	if r.high.unit == (wide{0, 1}) {
		low, high := yen.Amount(r.low.amount[h].lo), yen.Amount(r.high.amount[h].lo)
		return Bounds{low, high, low == high || r.loose>>h&1 == 0}
	}
	low, less := r.low.yen(r.low.amount[h])
	high, more := r.high.yen(r.high.amount[h])
	if more != (wide{}) {
		high++
	}
	return Bounds{low, high, low == high || r.loose>>h&1 == 0 && less == more && less == (wide{})}
}
