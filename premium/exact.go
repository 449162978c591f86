// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"math/bits"

	"github.com/baiseki/baiseki/yen"
)

// An exact is a premium with its fraction of a yen: hi:lo / den, from 0 to below
// yen.Max+1. A result that does not fit is refused, not rounded.
type exact struct{ hi, lo, den uint64 }

func whole(a yen.Amount) exact { return exact{0, uint64(a), 1} }

// times returns x × num/den and whether it fits, for den above 0.
func (x exact) times(num, den uint64) (exact, bool) {
	if x.den > 1 {
		common := gcd(num, x.den)
		num, x.den = num/common, x.den/common
	}
	over, hi := bits.Mul64(x.hi, num)
	more, lo := bits.Mul64(x.lo, num)
	hi, carry := bits.Add64(hi, more, 0)
	overDen, den := bits.Mul64(x.den, den)
	beyondHi, beyondLo := bits.Mul64(den, uint64(yen.Max)+1)
	_, below := bits.Sub64(lo, beyondLo, 0)
	_, below = bits.Sub64(hi, beyondHi, below)
	return exact{hi, lo, den}, over|carry|overDen == 0 && below == 1
}

// gcd returns the greatest common divisor of a and b, of which b is not 0.
func gcd(a, b uint64) uint64 {
	for a != 0 {
		a, b = b%a, a
	}
	return b
}

// floor returns x without its fraction of a yen.
func (x exact) floor() yen.Amount {
	n, _ := bits.Div64(x.hi, x.lo, x.den)
	return yen.Amount(n)
}

// round returns x rounded, which can be beyond [yen.Max].
func (x exact) round(to yen.Rounding) yen.Amount {
	unit, half := uint64(to.Unit()), false
	stepHigh, step := bits.Mul64(x.den, unit)
	// A division cuts. So what a mode adds first, nothing, half a step or a step less
	// one, decides where the next step of den × unit begins.
	var addHigh, add, carry uint64
	switch to.Mode() {
	case yen.HalfUp, yen.HalfEven:
		half = to.Mode() == yen.HalfEven && step%2 == 0
		addHigh, add = stepHigh>>1, stepHigh<<63|step>>1
	case yen.Up:
		add, carry = bits.Sub64(step, 1, 0)
		addHigh = stepHigh - carry
	default:
	}
	add, carry = bits.Add64(x.lo, add, 0)
	if stepHigh > 0 {
		step = x.den
	}
	units, left := bits.Div64(x.hi+addHigh+carry, add, step)
	if stepHigh > 0 {
		units, left = units/unit, left|units%unit
	}
	if half && left == 0 {
		units &^= 1 // it was in the middle
	}
	return yen.Amount(units * unit) // at most twice yen.Max
}
