// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// The bounds of a decimal are checked before any computation, because a decimal
// with a large exponent takes gigabytes. No rule computes in decimals, because
// their results depend on variables that any package may set.
const (
	maxExponent = 18  // on both sides of zero: 10^18 is the largest that an int64 holds
	maxBits     = 128 // of the coefficient
	maxPlaces   = 30  // of Ratio.Decimal
)

// FromDecimal returns the amount of d. Decimal places must be zero (1000.00). It
// returns an [*Error] with
//   - [ErrFraction] if d is not a whole number,
//   - [ErrRange] if d is outside -[Max] to [Max], its exponent is outside -18 to
//     18, or its coefficient has more than 128 bits.
func FromDecimal(d decimal.Decimal) (Amount, error) {
	r, ok := rational(d)
	switch {
	case !ok:
		return 0, &Error{"FromDecimal", describe(d), ErrRange}
	case !r.IsInt():
		return 0, &Error{"FromDecimal", describe(d), ErrFraction}
	case !r.Num().IsInt64() || !Amount(r.Num().Int64()).inRange():
		return 0, &Error{"FromDecimal", describe(d), ErrRange}
	}
	return Amount(r.Num().Int64()), nil
}

// Decimal returns the amount as a decimal with exponent 0.
func (a Amount) Decimal() decimal.Decimal { return decimal.NewFromInt(int64(a)) }

// RatioFromDecimal returns the exact ratio of d. It returns an [*Error] with
// [ErrRange] if the exponent of d is outside -18 to 18, its coefficient has more
// than 128 bits, or the numerator does not fit an int64.
func RatioFromDecimal(d decimal.Decimal) (Ratio, error) {
	r, ok := rational(d)
	if !ok || !r.Num().IsInt64() {
		return Ratio{}, &Error{"RatioFromDecimal", describe(d), ErrRange}
	}
	return NewRatio(r.Num().Int64(), r.Denom().Int64())
}

// Decimal returns the ratio rounded half away from zero to a number of decimal
// places. A number of places below 0 counts as 0, and one above 30 as 30. Most
// ratios, such as 109/152, have no exact decimal.
func (r Ratio) Decimal(places int32) decimal.Decimal {
	places = min(max(places, 0), maxPlaces)
	return decimal.NewFromInt(r.num).DivRound(decimal.NewFromInt(r.Den()), places)
}

// rational returns the exact value of d, and whether d is within the bounds.
func rational(d decimal.Decimal) (*big.Rat, bool) {
	exponent, coefficient := d.Exponent(), d.Coefficient()
	if exponent < -maxExponent || exponent > maxExponent || coefficient.BitLen() > maxBits {
		return nil, false
	}
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exponent, -exponent))), nil)
	if exponent < 0 {
		return new(big.Rat).SetFrac(coefficient, power), true
	}
	return new(big.Rat).SetInt(power.Mul(power, coefficient)), true
}

// describe returns d for an error text, or a short text if d is out of bounds.
func describe(d decimal.Decimal) string {
	if _, ok := rational(d); ok {
		return d.StringFixed(-d.Exponent())
	}
	return "a decimal out of bounds"
}
