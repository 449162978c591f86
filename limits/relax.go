// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "slices"

// relax returns two programs that pay at most and at least as much as p for any
// claim up to high. The sum under one head can shrink as losses grow, because a
// term that heads share lets one displace another; the sum under all heads of
// such a block cannot. A term for a part of a block therefore acts on the whole block
// in the first, where it cuts no less, and on nothing in the second.
func (p *program) relax(high *claim) (below, above *program) {
	below, above = p, p
	var block [mostHeads]set
	for h := range block {
		block[h] = 1 << h
	}
	for i := range p.ops {
		o := &p.ops[i]
		on := p.on[i] & high.live
		if !p.mayCut(o, high, on) {
			continue
		}
		var wide set
		alone := true
		for s := on; s != 0; s = s.rest() {
			b := block[s.first()]
			wide |= b
			alone = alone && !b.many()
		}
		if wide != on {
			below, above = below.widen(p, i, wide), above.widen(p, i, 0)
		}
		if wide != on || o.displaces(alone) {
			for s := wide; s != 0; s = s.rest() {
				block[s.first()] = wide
			}
		}
	}
	return below, above
}

// mayCut reports whether a term cuts heads of any claim up to high.
func (p *program) mayCut(o *op, high *claim, on set) bool {
	switch o.kind {
	case round, separate:
		return false
	case reduction:
		return high.reduce > 0
	case scaled:
		return high.divisor > p.scaleLimit(high)
	case perClaim, aggregate:
		left := p.left(o, high, 0)
		for s := on; s != 0; s = s.rest() {
			left -= high.loss[s.first()]
		}
		return !o.beside && left < 0
	}
	return true
}

// displaces reports whether more loss under one head can leave less under
// another. Where each head is a block alone, an amount that is taken from the
// first head first cannot.
func (o *op) displaces(alone bool) bool {
	switch o.kind {
	case deductible, reduction:
		return !alone
	case franchise, pays, scaled:
		return false
	}
	return true
}

// widen returns the program with one term taken for other heads, in a copy if
// it is still the original. A franchise cuts less than its amount, but may cut
// a part of a block that as a whole is not below it: it is taken as a
// deductible.
func (p *program) widen(original *program, i int, on set) *program {
	if p == original {
		c := *p
		c.on, c.ops = slices.Clone(c.on), slices.Clone(c.ops)
		p = &c
	}
	p.on[i] = on
	if o := &p.ops[i]; o.kind == franchise {
		o.kind = deductible
	}
	return p
}
