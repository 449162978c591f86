// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"math/bits"
	"slices"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// Bounds are the least and the most that can be payable, in yen. The zero Bounds are
// those of a claim of which it is not known whether nothing is payable.
type Bounds struct {
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`
	Exact bool       `json:"exact,omitzero"` // some payment reaches each of them
}

// Range returns the least and the most that can be payable now for a claim with
// uncertain losses: a certain loss has its amount, and a possible loss any amount
// from 0 to its amount and any count from 0 to its count; its hours are certain. An
// option that the policy does not state is any amount in its range.
//
// Both are reached, and the bounds are Exact, if more loss never pays less; see
// [Program.Rises]. More loss can pay less if a [Scaled] term may act, or if a term for some
// heads of its node, a [Waiting] term, or a deductible that counts others may act after a
// limit or a [ShareDeductible] that its heads share; or if later claims hold what a claim
// that is assessed anew could have.
// Limits that share some of their heads can leave a yen of a rounding unpaid.
// Then they are bounds that no payment passes. Range returns the errors of
// [Program.Pay] other than [fault.ErrOpen], with the paths certain[i] and
// possible[i] in place of losses[i].
func (p Program) Range(paid Paid, s Series, certain, possible []Loss) (Bounds, error) {
	b, _, err := p.bounds(&paid, &s, certain, possible)
	return b, fault.In("limits.Range", "", err)
}

// Rises reports whether more loss never pays less, for the claim of [Program.Range]: then all
// certain losses alone pay the least, and with all possible ones the most. It returns the
// errors of Range.
func (p Program) Rises(paid Paid, s Series, certain, possible []Loss) (bool, error) {
	_, rises, err := p.bounds(&paid, &s, certain, possible)
	return rises, fault.In("limits.Rises", "", err)
}

func (p *Program) bounds(paid *Paid, s *Series, certain, possible []Loss) (b Bounds, rises bool, err error) {
	low, high, err := p.ends(paid, s, certain, possible)
	if err != nil {
		return b, false, err
	}
	had := s.Paid()
	if len(possible) == 0 {
		var due [mostHeads]yen.Amount
		e := entitlement{due: due[:]}
		if !p.entitle(&e, &low, nil) {
			return b, false, &fault.Error{Reason: fault.ErrOverflow}
		}
		if now := max(e.total-had, 0); p.settled || !e.open {
			return Bounds{now, now, true}, true, nil
		}
	}
	exact := low.crowded == 0
	least, most := yen.Max, yen.Amount(0)
	spans := p.cases(low, high)
	for _, c := range spans {
		exact = exact && c.low.divisor == low.divisor && c.high.divisor == high.divisor
		bottom, top := entitlement{due: make([]yen.Amount, mostHeads)}, entitlement{due: make([]yen.Amount, mostHeads)}
		below, above, _, same := p.relax(&c.high)
		exact = exact && same
		if c.low.crowded != 0 { // at least what is left after all others
			late := c.high.clone()
			c.low.late, late.late = true, true
			below, _, _, _ = p.relax(&late)
		}
		if !below.evaluate(&bottom, &c.low, nil) || !above.evaluate(&top, &c.high, nil) {
			return b, false, &fault.Error{Reason: fault.ErrOverflow}
		}
		least, most = min(least, bottom.total), max(most, min(top.total, p.AtMost().beside(&c.high)))
	}
	lost := p.lost(&high)
	exact = exact && lost == 0
	b = Bounds{Least: max(least-lost-had, 0), Most: max(most-had, 0)}
	b.Exact = b.Least == b.Most || exact
	return b, exact && len(spans) == 1, nil
}

// ends returns a claim with the losses that are certain, and with those that are possible
// too.
func (p *Program) ends(paid *Paid, s *Series, certain, possible []Loss) (low, high claim, err error) {
	low = claim{paid: paid, series: s}
	if err := p.load(&low); err != nil {
		return low, high, err
	}
	if err := p.add(&low, "certain", certain); err != nil {
		return low, high, err
	}
	high = low.clone()
	if err := p.add(&high, "possible", possible); err != nil {
		return low, high, err
	}
	low.within(&high)
	return low, high, nil
}

// within gives a claim the hours of one with more losses. Those of its own are the same.
func (c *claim) within(high *claim) {
	if high.far == nil {
		return
	}
	if c.far == nil {
		c.far = new(apart)
	}
	c.far.hours = high.far.hours
	for h := range high.far.hours.all() {
		c.far.count[h] = high.far.count[h]
	}
}

// lost returns the most yen of a rounding that no head of a claim can have because limits
// share some of their heads.
func (p *Program) lost(c *claim) yen.Amount {
	if p.whole == 1 && !p.acts.has(scaled) && !p.acts.has(waiting) {
		return 0
	}
	for i := range p.ops {
		for j := range i {
			a, b := p.on[i]&c.live, p.on[j]&c.live
			if p.limits(&p.ops[i]) && p.limits(&p.ops[j]) && a&b != 0 && a&^b != 0 && b&^a != 0 {
				return yen.Amount(bits.OnesCount32(uint32(c.live)))
			}
		}
	}
	return 0
}

// A span is all claims between two claims.
type span struct{ low, high claim }

// cases splits the claims between two claims by whether the losses that a scaled
// term divides by exceed its limit.
//
//	low.divisor       limit           high.divisor
//	     |--------------|------------------|
//	       not scaled      scaled, least by the most losses
//	                       and most by the least
func (p *Program) cases(low, high claim) []span {
	whole := span{low, high}
	if _, on := p.the(scaled); on&high.live == 0 {
		return []span{whole}
	}
	limit := p.scaleLimit(&low)
	first, last := low.divisor, high.divisor
	if last <= limit {
		return []span{whole}
	}
	var all []span
	if first <= limit {
		plain := whole
		p.move(&whole, &plain.high, limit)
		plain.high.divisor = limit
		all = append(all, plain)
	}
	above := max(first, limit+1)
	beyond := whole
	p.move(&whole, &beyond.low, above)
	beyond.low.divisor, beyond.high.divisor = last, above
	return append(all, beyond)
}

// move sets the sum of the losses that a scaled term divides by, if exactly one
// of them is uncertain, so that there is one way to do it.
func (p *program) move(whole *span, c *claim, sum yen.Amount) {
	var uncertain set
	for h := range p.divide.all() {
		if whole.low.loss[h] != whole.high.loss[h] {
			uncertain |= 1 << h
		}
	}
	if bits.OnesCount32(uint32(uncertain)) != 1 {
		return
	}
	for h := range uncertain.all() {
		c.total += sum - c.divisor
		c.loss[h] += sum - c.divisor
		if c.live &^= uncertain; c.loss[h] > 0 {
			c.live |= uncertain
		}
	}
}

// relax returns two programs that pay at most and at least as much as p for any
// claim up to high. The sum under one head can shrink as losses grow, because a
// term that heads share lets one displace another; the sum under all heads of
// such a block cannot. A term for a part of a block therefore acts on the whole block
// in the first, where it cuts no less, and on nothing in the second. So does a
// waiting period, which cuts another share of each head. Deductibles that count others
// all do or none, as one takes what another one leaves. The blocks are those after all
// terms. It reports whether both pay the same as p, so that more loss never pays less.
func (p Program) relax(high *claim) (below, above Program, b blocks, same bool) {
	below, above, same = p, p, true
	if !p.settled {
		below, above = p.AtLeast(), p.AtMost()
	}
	below.relaxed, above.relaxed = true, true
	apart := p.elsewhere == stated && p.apart(high)
	b = newBlocks()
	var joint set // heads of which the amounts of several claims are one
	for i := range p.ops {
		o := &p.ops[i]
		on := p.on[i] & high.live
		switch {
		case apart:
		case o.kind == togetherAtMost:
			same = false
			below.widen(p, i, 0)
		case o.kind == togetherAtLeast:
			same = false
			below.widen(p, i, on)
			above.widen(p, i, 0)
		case o.kind.deducts() && p.kept(i):
			same = false
			above.widen(p, i, 0)
		}
		if !p.mayCut(o, high, on) {
			continue
		}
		wide, alone := b.over(on)
		if wide != on || o.kind == waiting && !alone {
			same = false
			below.widen(p, i, wide)
			above.widen(p, i, 0)
		}
		if p.joint && o.kind != pays && (o.kind == aggregate || o.kind == aggregateDeductible || wide&joint != 0) {
			joint |= wide
			b.unite(wide) // what one claim loses under one head, another one may under another
		}
		b.share(o, on)
	}
	return below, above, b, same
}

// apart reports whether all deductibles that count others act on heads that no other term
// has made one block, and none of them takes more because another one takes less.
func (p *Program) apart(high *claim) bool {
	b := newBlocks()
	for i := range p.ops {
		o := &p.ops[i]
		on := p.on[i] & high.live
		if _, alone := b.over(on); o.kind.together() && !(alone && p.agrees(o, high.live)) {
			return false
		}
		if p.mayCut(o, high, on) {
			b.share(o, on)
		}
	}
	return true
}

// agrees reports whether a deductible that takes less because of a term leaves no more to
// take elsewhere: every other term that counts it counts all that the term counts, or is
// about its head alone, or is counted by the term.
func (p *Program) agrees(o *op, live set) bool {
	on := p.on[o.place]
	return o.kind != togetherAtMost || !slices.ContainsFunc(p.ops, func(by op) bool {
		also := p.on[by.place]
		switch {
		case on&also&live == 0 || on&^also == 0:
			return false
		case by.kind == togetherAtMost:
			return also&^on != 0
		}
		return by.kind == togetherAtLeast && (also&live).rest() != 0
	})
}

// kept reports whether another term can keep a deductible from taking its amount.
func (p *Program) kept(i int) bool {
	r := run{p: p}
	for j := i + 1; j < len(p.ops); j++ {
		if p.ops[j].kind == togetherAtMost && r.counts(j, i) {
			return true
		}
	}
	return false
}

// blocks has the block of each head.
type blocks [mostHeads]set

func newBlocks() (b blocks) {
	for h := range b {
		b[h] = 1 << h
	}
	return b
}

// over returns the blocks of heads, and whether each head is a block alone.
func (b *blocks) over(on set) (wide set, alone bool) {
	alone = true
	for h := range on.all() {
		wide |= b[h]
		alone = alone && b[h] == 1<<h
	}
	return wide, alone
}

// share makes one block of the heads of a term, if it lets one displace another.
func (b *blocks) share(o *op, on set) {
	if wide, alone := b.over(on); wide != on || o.displaces(alone) {
		b.unite(wide)
	}
}

func (b *blocks) unite(heads set) {
	for h := range heads.all() {
		b[h] = heads
	}
}

// mayCut reports whether a term cuts heads of any claim up to high.
func (p *Program) mayCut(o *op, high *claim, on set) bool {
	switch o.kind {
	case round, separate, togetherAtMost:
		return false
	case perUnit:
		return p.limits(o)
	case reduction:
		return high.reduce > 0
	case scaled:
		return on != 0 && high.divisor > p.scaleLimit(high)
	case perClaim, aggregate:
		left := p.left(o, high)
		for h := range on.all() {
			left -= high.loss[h]
		}
		return p.limits(o) && left < 0
	}
	return true
}

// displaces reports whether more loss under one head can leave less under
// another. Where each head is a block alone, an amount that is taken from the
// first head first cannot.
func (o *op) displaces(alone bool) bool {
	switch o.kind {
	case deductible, aggregateDeductible, togetherAtLeast, reduction:
		return !alone
	case franchise, waiting, pays, scaled:
		return false
	}
	return true
}

// widen takes one term for other heads, in a copy of the program if it is still
// the original. A franchise cuts less than its amount, but may cut a part of a block
// that as a whole is not below it: it is taken as a deductible. So is a deductible that
// takes less for what others have taken, and a waiting period is taken as longer than
// any loss.
func (p *Program) widen(original Program, i int, on set) {
	if p.program == original.program {
		c := *p.program
		c.on, c.ops = slices.Clone(c.on), slices.Clone(c.ops)
		p.program = &c
	}
	p.on[i] = on
	switch o := &p.ops[i]; o.kind {
	case franchise, togetherAtLeast:
		o.kind = deductible
	case waiting:
		o.kind, o.num, o.den = pays, 0, 1
	}
}
