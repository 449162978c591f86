// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"math/bits"

	"github.com/baiseki/baiseki/yen"
)

// An exact is a premium with its fraction of a yen: hi:lo / den, from 0 to below
// 2^64. A result that does not fit is refused, not rounded.
type exact struct{ hi, lo, den uint64 }

func whole(a yen.Amount) exact { return exact{0, uint64(a), 1} }

// times returns x × num/den and whether it fits, for den above 0.
func (x exact) times(num, den uint64) (exact, bool) {
	if x.den == 1 {
		hi, lo := bits.Mul64(x.lo, num)
		return exact{hi, lo, den}, hi < den
	}
	common := gcd(num, x.den)
	num, x.den = num/common, x.den/common
	over, hi := bits.Mul64(x.hi, num)
	more, lo := bits.Mul64(x.lo, num)
	hi, carry := bits.Add64(hi, more, 0)
	overDen, den := bits.Mul64(x.den, den)
	return exact{hi, lo, den}, over|carry|overDen == 0 && hi < den
}

// gcd returns the greatest common divisor of a and b, of which b is not 0.
func gcd(a, b uint64) uint64 {
	for a != 0 {
		a, b = b%a, a
	}
	return b
}

// cut returns x without its fraction of a yen.
func (x exact) cut() uint64 {
	if x.den == 1 {
		return x.lo
	}
	n, _ := bits.Div64(x.hi, x.lo, x.den)
	return n
}

func (x exact) fits() bool { return x.cut() <= uint64(yen.Max) }

// floor returns x without its fraction of a yen, or [yen.Max] if that is less.
func (x exact) floor() yen.Amount { return yen.Amount(min(x.cut(), uint64(yen.Max))) }

// round returns x rounded, and whether that is at most [yen.Max].
func (x exact) round(to yen.Rounding) (exact, bool) {
	unit := uint64(to.Unit())
	n, part := bits.Div64(x.hi, x.lo, x.den)
	units, rest := n/unit, n%unit // x is units × unit + rest + part/den

	up := false
	switch to.Mode() {
	case yen.Up:
		up = rest|part != 0
	case yen.HalfUp, yen.HalfEven:
		half := x.half(unit, rest, part)
		up = half > 0 || half == 0 && (to.Mode() == yen.HalfUp || units%2 == 1)
	default:
	}
	if up {
		units++
	}
	over, sum := bits.Mul64(units, unit)
	return exact{0, sum, 1}, over == 0 && sum <= uint64(yen.Max)
}

// half compares rest + part/den with half of the unit.
func (x exact) half(unit, rest, part uint64) int {
	switch twice := 2 * rest; {
	case twice+1 < unit: // twice the part is below 2
		return -1
	case twice+1 == unit:
		return cmp.Compare(part, x.den-part)
	case twice == unit && part == 0:
		return 0
	}
	return 1
}
