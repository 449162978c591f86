// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package yendecimal converts amounts and ratios from and to the decimals of
// github.com/shopspring/decimal, for programs that keep money in them. Only this
// package imports decimals: no rule computes in them, because their results depend
// on variables that any package may set.
package yendecimal

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// The bounds of a decimal are checked before any computation, because a decimal
// with a large exponent takes gigabytes.
const (
	maxExponent = 18  // on both sides of zero: 10^18 is the largest that an int64 holds
	maxBits     = 128 // of the coefficient
	maxPlaces   = 30  // of RatioTo
)

// From returns the amount of d. Decimal places must be zero (1000.00). It returns
// a [*fault.Error] with
//   - [fault.ErrFraction] if d is not a whole number,
//   - [fault.ErrRange] if d is outside -[yen.Max] to yen.Max, its exponent is
//     outside -18 to 18, or its coefficient has more than 128 bits.
func From(d decimal.Decimal) (yen.Amount, error) {
	const op = "yendecimal.From"
	r, err := rational(d)
	switch {
	case err != nil:
		return 0, fault.In(op, "", err)
	case !r.IsInt():
		return 0, &fault.Error{Op: op, Input: digits(d), Reason: fault.ErrFraction}
	case r.Num().CmpAbs(big.NewInt(int64(yen.Max))) > 0:
		return 0, &fault.Error{Op: op, Input: digits(d), Want: "±" + yen.Max.String(), Reason: fault.ErrRange}
	}
	return yen.Amount(r.Num().Int64()), nil
}

// To returns the amount as a decimal with exponent 0.
func To(a yen.Amount) decimal.Decimal { return decimal.NewFromInt(int64(a)) }

// RatioFrom returns the exact ratio of d. It returns a [*fault.Error] with
// [fault.ErrRange] if the exponent of d is outside -18 to 18, its coefficient has
// more than 128 bits, or the numerator does not fit an int64.
func RatioFrom(d decimal.Decimal) (yen.Ratio, error) {
	const op = "yendecimal.RatioFrom"
	r, err := rational(d)
	switch {
	case err != nil:
		return yen.Ratio{}, fault.In(op, "", err)
	case !r.Num().IsInt64():
		return yen.Ratio{}, &fault.Error{Op: op, Input: digits(d), Reason: fault.ErrRange}
	}
	return yen.NewRatio(r.Num().Int64(), r.Denom().Int64())
}

// RatioTo returns the ratio rounded half away from zero to a number of decimal
// places. A number of places below 0 counts as 0, and one above 30 as 30. Most
// ratios, such as 109/152, have no exact decimal.
func RatioTo(r yen.Ratio, places int32) decimal.Decimal {
	places = min(max(places, 0), maxPlaces)
	return decimal.NewFromInt(r.Num()).DivRound(decimal.NewFromInt(r.Den()), places)
}

// rational returns the exact value of d, or an error if d is out of bounds, whose
// digits could take gigabytes and are not repeated in it.
func rational(d decimal.Decimal) (*big.Rat, error) {
	if e := d.Exponent(); e < -maxExponent || e > maxExponent || d.Coefficient().BitLen() > maxBits {
		return nil, &fault.Error{Want: "10^-18 - 10^18, 128 bits", Reason: fault.ErrRange}
	}
	return d.Rat(), nil
}

// digits returns d, which is within the bounds, in plain digits.
func digits(d decimal.Decimal) string { return d.StringFixed(-d.Exponent()) }
