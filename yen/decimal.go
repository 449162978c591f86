// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// The bridge to programs that keep amounts and rates in decimals. A decimal is
// bounded before anything is computed with it, because one with a large
// exponent takes gigabytes; and no rule computes in decimals, because their
// results depend on variables that any package may set.
const (
	maxExponent = 18  // on both sides of zero: 10^18 is the largest that an int64 holds
	maxBits     = 128 // of the coefficient
	maxPlaces   = 30  // of Ratio.Decimal
)

// FromDecimal returns the amount of d, which may have decimal places as long
// as they are zero (1000.00). It returns an [*Error] with [ErrFraction] if d is
// not a whole number, and with [ErrRange] if it lies beyond [Max], has an
// exponent beyond ±18 or a coefficient of more than 128 bits.
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
// [ErrRange] if d has an exponent beyond ±18, a coefficient of more than 128
// bits or a numerator beyond an int64.
func RatioFromDecimal(d decimal.Decimal) (Ratio, error) {
	r, ok := rational(d)
	if !ok || !r.Num().IsInt64() {
		return Ratio{}, &Error{"RatioFromDecimal", describe(d), ErrRange}
	}
	return NewRatio(r.Num().Int64(), r.Denom().Int64())
}

// Decimal returns the ratio rounded to a number of decimal places between 0
// and 30, half away from zero; a number outside that counts as the nearer
// end. Most ratios, such as 109/152, have no exact decimal.
func (r Ratio) Decimal(places int32) decimal.Decimal {
	places = min(max(places, 0), maxPlaces)
	return decimal.NewFromInt(r.num).DivRound(decimal.NewFromInt(r.Den()), places)
}

// rational returns the exact value of d if it is bounded.
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

// describe returns d for an error text, and does not write out a large one.
func describe(d decimal.Decimal) string {
	if _, ok := rational(d); ok {
		return d.StringFixed(-d.Exponent())
	}
	return "a decimal out of bounds"
}
