// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"cmp"
	"math/bits"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Ratio is an exact fraction in lowest terms, such as 9/10 or 109/152. Equal
// ratios are ==. The zero Ratio is 0.
type Ratio struct {
	num  int64
	less int64 // the denominator less one, so that the zero value is 0/1
}

// NewRatio returns num/den in lowest terms. It returns a [*fault.Error] with
// [fault.ErrRange] if den is zero or negative.
func NewRatio(num, den int64) (Ratio, error) {
	if den <= 0 {
		input := strconv.FormatInt(num, 10) + "/" + strconv.FormatInt(den, 10)
		return Ratio{}, &fault.Error{Op: "yen.NewRatio", Input: input, Reason: fault.ErrRange}
	}
	return lowest(num, den), nil
}

// lowest returns num/den. The denominator is at least 1.
func lowest(num, den int64) Ratio {
	a, b := Amount(num).magnitude(), uint64(den)
	for a != 0 {
		a, b = b%a, a
	}
	// b divides den, so it fits an int64, and the quotients do too.
	return Ratio{num / int64(b), den/int64(b) - 1}
}

// Percent returns n/100.
func Percent(n int) Ratio { return lowest(int64(n), 100) }

// Num returns the numerator in lowest terms. It has the sign of the ratio.
func (r Ratio) Num() int64 { return r.num }

// Den returns the denominator in lowest terms, at least 1.
func (r Ratio) Den() int64 { return r.less + 1 }

// Compare returns -1 if r is below s, 0 if they are equal and +1 if r is above s.
func (r Ratio) Compare(s Ratio) int {
	if (r.num < 0) != (s.num < 0) {
		return cmp.Compare(r.num, s.num)
	}
	rHigh, rLow := bits.Mul64(Amount(r.num).magnitude(), uint64(s.Den()))
	sHigh, sLow := bits.Mul64(Amount(s.num).magnitude(), uint64(r.Den()))
	c := cmp.Or(cmp.Compare(rHigh, sHigh), cmp.Compare(rLow, sLow))
	if r.num < 0 {
		return -c
	}
	return c
}

// String returns the ratio as a percentage if two decimal places are exact, such
// as 100%, 90% or 12.5%. Otherwise, and if the numerator is outside
// ±1,000,000,000,000, it returns the fraction, such as 109/152. [ParseRatio]
// accepts both.
func (r Ratio) String() string {
	const largest = 1_000_000_000_000
	if r.num < -largest || r.num > largest || 10_000%r.Den() != 0 {
		return strconv.FormatInt(r.num, 10) + "/" + strconv.FormatInt(r.Den(), 10)
	}
	hundredths := Amount(r.num * (10_000 / r.Den()))
	n := hundredths.magnitude()
	s := strconv.FormatUint(n/100, 10)
	if n%100 != 0 {
		s += "." + strings.TrimSuffix(strconv.FormatUint(100+n%100, 10)[1:], "0")
	}
	if hundredths < 0 {
		s = "-" + s
	}
	return s + "%"
}

// MarshalText returns [Ratio.String], which is also the JSON form of a ratio. It
// returns no error.
func (r Ratio) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText sets r to the result of [ParseRatio]. On error r is unchanged.
func (r *Ratio) UnmarshalText(b []byte) error {
	parsed, err := ParseRatio(text.Head(b, longest))
	if err == nil {
		*r = parsed
	}
	return err
}

// ParseRatio parses a percentage (90%, 12.5%), a fraction (109/152) or a decimal
// below one (0.9). A minus sign before it, as [Parse] reads it, makes the ratio
// negative. Full-width characters count as their half-width forms, leading zeros are
// ignored, and there may be spaces around the ratio and its signs.
//
// A number whose distance from zero is one or more needs a unit, because 10 can
// mean 10% or ten times: write 10%, 100% or 3/2. The number 0 needs none.
//
// ParseRatio accepts every text that [Ratio.String] returns. It returns a
// [*fault.Error] with
//   - [fault.ErrRange] if the denominator is zero or a term does not fit an int64,
//   - [fault.ErrSyntax] if s has another form, such as 1 or 12.5 without a unit, or
//     is longer than 128 bytes.
func ParseRatio(s string) (Ratio, error) {
	r, why := parseRatio(s)
	if why != nil {
		why.Op, why.Input = "yen.ParseRatio", text.Cut(s)
		return Ratio{}, why
	}
	return r, nil
}

func parseRatio(s string) (Ratio, *fault.Error) {
	if len(s) > longest {
		return Ratio{}, notRatio()
	}
	r := reader{Reader: text.NewReader(s)}
	minus := r.minus()
	num, den, ok := strings.Cut(r.Rest, "/")
	num, den = strings.TrimRight(num, " "), strings.TrimLeft(den, " ")
	if !ok {
		num, den, ok = decimalTerms(num)
	}
	switch {
	case !ok:
		return Ratio{}, noUnit()
	case !isDigits(num) || !isDigits(den):
		return Ratio{}, notRatio()
	case minus:
		num = "-" + num
	}
	n, numErr := strconv.ParseInt(num, 10, 64)
	d, denErr := strconv.ParseInt(den, 10, 64)
	if numErr != nil || denErr != nil || d == 0 {
		return Ratio{}, &fault.Error{Reason: fault.ErrRange}
	}
	return lowest(n, d), nil
}

// decimalTerms returns the terms of a percentage or of a decimal below one, 125
// and 1000 of 12.5%. The terms of a text that has no such form are not digits. It
// returns false for a number of one or more without a unit.
func decimalTerms(s string) (num, den string, ok bool) {
	den = "1"
	num, percent := strings.CutSuffix(s, "%")
	if percent {
		num, den = strings.TrimRight(num, " "), "100"
	}
	whole, places, point := strings.Cut(num, ".")
	switch {
	case !isDigits(whole) || point && !isDigits(places):
		return "", "", true
	case !percent && strings.Trim(whole, "0") != "":
		return "", "", false
	}
	places = strings.TrimRight(places, "0")
	return whole + places, den + strings.Repeat("0", len(places)), true
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
