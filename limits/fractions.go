// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "math/bits"

// fractions follows the denominators that the amounts under each head can have,
// and returns how many units a yen has if all of them are whole, or 0 if that is
// beyond 63 bits. The denominator of a scaled
// term depends on the losses, so it multiplies the unit in each payment.
func fractions(ops []op) uint64 {
	var den [mostHeads]uint64
	for i := range den {
		den[i] = 1
	}
	for i := range ops {
		o := &ops[i]
		switch o.kind {
		case franchise, scaled, round, separate:
		case pays:
			for s := o.node; s != 0; s = s.rest() {
				den[s.first()] = leastCommon(den[s.first()], 1, o.den)
			}
		default: // moves yen between heads, and with them their fractions
			common := uint64(1)
			for s := o.node; s != 0; s = s.rest() {
				common = leastCommon(common, den[s.first()], 1)
			}
			common = leastCommon(common, 1, o.den)
			for s := o.node; s != 0; s = s.rest() {
				den[s.first()] = common
			}
		}
	}
	whole := uint64(1)
	for _, d := range den {
		whole = leastCommon(whole, d, 1)
	}
	return whole
}

// leastCommon returns the least common multiple of a and b, times n, or 0 if
// that is beyond 63 bits or if one of them is 0.
func leastCommon(a, b, n uint64) uint64 {
	if a == 0 || b == 0 {
		return 0
	}
	x, y := a, b
	for y != 0 {
		x, y = y, x%y
	}
	hi, lo := bits.Mul64(a/x, b)
	if hi != 0 || lo>>63 != 0 {
		return 0
	}
	hi, lo = bits.Mul64(lo, n)
	if hi != 0 || lo>>63 != 0 {
		return 0
	}
	return lo
}
