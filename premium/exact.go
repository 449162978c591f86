// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"math"
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
	hi, lo, ok := wide(x.hi, x.lo, num)
	over, den := bits.Mul64(x.den, den)
	x = exact{hi, lo, den}
	return x, ok && over == 0 && x.fits()
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

// plus returns x + y and whether it fits.
func (x exact) plus(y exact) (exact, bool) {
	if x.den == 1 && y.den == 1 { // most of the time
		sum := whole(yen.Amount(x.lo + y.lo))
		return sum, sum.lo <= uint64(yen.Max)
	}
	by := x.den / gcd(x.den, y.den)
	over, den := bits.Mul64(y.den, by)
	xHi, xLo, xOK := wide(x.hi, x.lo, den/x.den)
	yHi, yLo, yOK := wide(y.hi, y.lo, by)
	lo, carry := bits.Add64(xLo, yLo, 0)
	hi, carry := bits.Add64(xHi, yHi, carry)
	sum := exact{hi, lo, den}
	return sum, over == 0 && xOK && yOK && carry == 0 && sum.fits()
}

// cut returns x + y without its fraction of a yen. If the sum is too fine, the fraction
// of y is cut before.
func (x exact) cut(y exact) yen.Amount {
	sum, ok := x.plus(y)
	if !ok {
		sum, _ = x.plus(whole(y.floor()))
	}
	return sum.floor()
}

// wide returns hi:lo × by and whether it fits into 128 bits.
func wide(hi, lo, by uint64) (_, _ uint64, ok bool) {
	over, hi := bits.Mul64(hi, by)
	more, lo := bits.Mul64(lo, by)
	hi, carry := bits.Add64(hi, more, 0)
	return hi, lo, over|carry == 0
}

// fits reports whether x is below yen.Max+1.
func (x exact) fits() bool {
	hi, lo := bits.Mul64(x.den, uint64(yen.Max)+1)
	_, below := bits.Sub64(x.lo, lo, 0)
	_, below = bits.Sub64(x.hi, hi, below)
	return below == 1
}

// less returns x - y, or 0 if y is larger, for a whole x.
func (x exact) less(y exact) exact {
	hi, lo := bits.Mul64(x.lo, y.den)
	lo, below := bits.Sub64(lo, y.lo, 0)
	hi, below = bits.Sub64(hi, y.hi, below)
	if below == 1 {
		return whole(0)
	}
	return exact{hi, lo, y.den}
}

// plus returns the sum of rates so far with one more, taken off for a discount, and
// whether it fits.
func plus(sum, rate yen.Ratio, kind Kind) (yen.Ratio, bool) {
	num, den := rate.Num(), rate.Den()
	if kind == Discount {
		num = -num
	}
	by := int64(gcd(uint64(sum.Den()), uint64(den)))
	a, okA := product(sum.Num(), den/by)
	b, okB := product(num, sum.Den()/by)
	all, ok := product(sum.Den(), den/by)
	total := a + b
	if !okA || !okB || !ok || (total > a) != (b > 0) {
		return sum, false
	}
	sum, _ = yen.NewRatio(total, all)
	return sum, true
}

// product returns a × b for b above 0, and whether it fits.
func product(a, b int64) (int64, bool) {
	p := a * b
	return p, p/b == a && p != math.MinInt64
}

// changed returns the factor by which a sum of rates changes a premium.
func changed(sum yen.Ratio) (num, den uint64) {
	if sum.Num() < -sum.Den() {
		return 0, uint64(sum.Den())
	}
	return uint64(sum.Den()) + uint64(sum.Num()), uint64(sum.Den())
}
