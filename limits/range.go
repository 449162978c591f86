// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"math/bits"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// Range returns the least and the most that can be payable now for a claim with
// uncertain losses: a certain loss has its amount, and a possible loss any amount
// from 0 to its amount. An option that the policy does not state is any amount in its
// range.
//
// Both are reached if more loss never pays less. More loss can pay less if a
// [Scaled] term may act, or if a term for some heads of its node may act after a
// limit or a [ShareDeductible] that those heads share with others. Then least and
// most are bounds that no payment passes. Range returns the errors of
// [Program.Pay] other than [fault.ErrOpen], with the paths certain[i] and
// possible[i] in place of losses[i].
func (p Program) Range(paid Paid, s Series, certain, possible []Loss) (least, most yen.Amount, err error) {
	least, most, err = p.bounds(&paid, &s, certain, possible)
	return least, most, fault.In("limits.Range", "", err)
}

func (p Program) bounds(paid *Paid, s *Series, certain, possible []Loss) (least, most yen.Amount, err error) {
	if p.program == nil {
		return 0, 0, &fault.Error{Reason: fault.ErrMissing}
	}
	var low claim
	if err := p.load(&low, paid, s); err != nil {
		return 0, 0, err
	}
	if err := p.add(&low, "certain", certain); err != nil {
		return 0, 0, err
	}
	high := low
	if err := p.add(&high, "possible", possible); err != nil {
		return 0, 0, err
	}
	var had yen.Amount
	if !p.apart {
		had = total(&s.paid)
	}
	least, most = yen.Max, 0
	for _, c := range p.cases(low, high) {
		bottom, top, err := p.ends(&c[0], &c[1])
		if err != nil {
			return 0, 0, err
		}
		least, most = min(least, bottom), max(most, top)
	}
	return max(least-had, 0), max(most-had, 0), nil
}

// ends returns the least and the most that is payable for a claim between two
// claims.
func (p *program) ends(low, high *claim) (least, most yen.Amount, err error) {
	var bottom, top entitlement
	below, above := p.relax(high)
	if !below.entitle(&bottom, low, view{}, nil) || !above.entitle(&top, high, view{most: mostTerms}, nil) {
		return 0, 0, &fault.Error{Reason: fault.ErrOverflow}
	}
	return bottom.total, top.total, nil
}

// cases splits the claims between two claims by whether the losses that a scaled
// term divides by exceed its limit.
//
//	low.divisor       limit           high.divisor
//	     |--------------|------------------|
//	       not scaled      scaled, least by the most losses
//	                       and most by the least
func (p *program) cases(low, high claim) [][2]claim {
	if p.scaled < 0 || p.on[p.scaled] == 0 {
		return [][2]claim{{low, high}}
	}
	limit := p.scaleLimit(&low)
	first, last := low.divisor, high.divisor
	if last <= limit || p.on[p.scaled]&high.live == 0 {
		return [][2]claim{{low, high}}
	}
	var all [][2]claim
	if first <= limit {
		plain := [2]claim{low, high}
		p.move(&low, &high, &plain[1], limit)
		plain[1].divisor = limit
		all = append(all, plain)
	}
	above := max(first, limit+1)
	beyond := [2]claim{low, high}
	p.move(&low, &high, &beyond[0], above)
	beyond[0].divisor, beyond[1].divisor = last, above
	return append(all, beyond)
}

// move sets the sum of the losses that a scaled term divides by, if exactly one
// of them is uncertain, so that there is one way to do it.
func (p *program) move(low, high, c *claim, sum yen.Amount) {
	var uncertain set
	for s := p.divide; s != 0; s = s.rest() {
		if h := s.first(); low.loss[h] != high.loss[h] {
			uncertain |= 1 << h
		}
	}
	if bits.OnesCount16(uint16(uncertain)) != 1 {
		return
	}
	h := uncertain.first()
	c.total += sum - c.divisor
	c.loss[h] += sum - c.divisor
	if c.live &^= 1 << h; c.loss[h] > 0 {
		c.live |= 1 << h
	}
}
