// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"math/bits"
	"slices"

	"github.com/baiseki/baiseki/yen"
)

// A claim is the input of a program: one claim with all its losses to date.
type claim struct {
	paid    *Paid
	series  *Series               // before
	late    bool                  // later claims count among the others
	loss    [mostHeads]yen.Amount // to date, by position
	far     *apart                // nil if there is nothing of it
	live    set                   // heads with a loss
	used    set                   // heads that other claims hold
	crowded set                   // heads that claims hold that came after this one was paid first
	had     set                   // heads under which the claim was due or paid something before
	total   yen.Amount            // of the losses
	divisor yen.Amount            // of the losses that a scaled term divides by
	reduce  yen.Amount            // by an adjuster
}

// An apart is what few claims have, by position.
type apart struct {
	count [mostHeads]int64
	hours set                   // heads of which the count is the hours of each loss
	borne [mostHeads]yen.Amount // by other claims under aggregate deductibles
	bears [mostHeads]yen.Amount // by the claim: a result
}

// clone returns a claim to which losses can be added.
func (c *claim) clone() claim {
	d := *c
	if c.far != nil {
		far := *c.far
		d.far = &far
	}
	return d
}

// bears reports whether the claim bears the same as another one.
func (c *claim) bears(as *claim) bool { return c.far == nil || c.far.bears == as.far.bears }

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
	amount  [mostHeads]wide
	e       *entitlement
	took    []wide // by each deductible; nil if none counts others
	most    *op    // the term that kept the deductible that acts from taking more, or nil
}

// entitle computes the amount payable for the claim into e, which is zero, and
// reports whether the fractions fit. That depends only on the claim, not on the
// view.
func (p *Program) entitle(e *entitlement, c *claim, t *trace) bool {
	var r run
	r.p, r.c, r.e, r.gross, r.scaleTo, r.live = p, c, e, 1, 1, c.live
	if c.far != nil {
		c.far.bears = [mostHeads]yen.Amount{}
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
			t.before = r.amount
		}
		r.act(o, on)
		if t != nil {
			t.cut(&r, o, on)
		}
	}
	if r.finish(t); c.crowded != 0 {
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

// act applies one term to heads that have an amount.
func (r *run) act(o *op, on set) {
	if o.open {
		r.e.open = true
	}
	amount := r.p.at(o, o.amount)
	switch o.kind {
	case deductible:
		r.deduct(o, on, r.in(amount))
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
		share := r.sum(on).part(o.num, o.den)
		if least := r.in(r.p.at(o, o.least)); share.less(least) {
			share = least
		}
		if most := r.in(amount); most.less(share) {
			share = most
		}
		r.deduct(o, on, share)
	case pays:
		r.multiply(on, o.num, o.den)
	case scaled:
		if r.scaleTo < r.gross {
			r.multiply(on, r.scaleTo, r.gross)
		}
	case perClaim, aggregate, perUnit:
		if !r.p.limits(o) {
			break
		}
		if left := r.p.left(o, r.c); left < r.c.total {
			r.fill(on, r.in(left))
		}
	}
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
	was := r.amount
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
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if cut.less(r.amount[h]) {
			r.amount[h] = r.amount[h].minus(cut)
			return
		}
		cut = cut.minus(r.amount[h])
		r.set(h, wide{})
	}
}

// fill cuts the excess over the room, from the last head first.
func (r *run) fill(on set, room wide) {
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if room.less(r.amount[h]) {
			r.set(h, room)
		}
		room = room.minus(r.amount[h])
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

// finish turns the amounts into whole yen: one rounding on the total, and the
// yen that are left after cutting every head to the yen go to the heads with
// the largest fractions, ties to the earlier head, as far as limits allow.
func (r *run) finish(t *trace) {
	if r.unit == (wide{0, 1}) {
		for s := r.live; s != 0; s = s.rest() {
			h := s.first()
			r.e.due[h] = yen.Amount(r.amount[h].lo)
			r.e.total += r.e.due[h]
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
