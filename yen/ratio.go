// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"cmp"
	"math/bits"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// A Ratio is an exact fraction, such as 9/10 or 109/152. It is held in lowest
// terms, so equal ratios are ==. The zero Ratio is 0.
type Ratio struct {
	num  int64
	less int64 // the denominator less one, so that the zero value is 0/1
}

// NewRatio returns num/den in lowest terms. It returns an [*Error] with
// [ErrRange] unless den is above zero.
func NewRatio(num, den int64) (Ratio, error) {
	if den <= 0 {
		return Ratio{}, &Error{"NewRatio", strconv.FormatInt(num, 10) + "/" + strconv.FormatInt(den, 10), ErrRange}
	}
	a, b := Amount(num).magnitude(), uint64(den)
	for a != 0 {
		a, b = b%a, a
	}
	// b divides den, so it fits an int64, and the quotients do too.
	return Ratio{num / int64(b), den/int64(b) - 1}, nil
}

// Percent returns n/100.
func Percent(n int) Ratio {
	r, _ := NewRatio(int64(n), 100)
	return r
}

// Num returns the numerator in lowest terms; it carries the sign.
func (r Ratio) Num() int64 { return r.num }

// Den returns the denominator in lowest terms, at least 1.
func (r Ratio) Den() int64 { return r.less + 1 }

// Compare returns -1, 0 or +1 as r is below, equal to or above s.
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

// String returns a percentage where two decimals of one hold the ratio
// exactly, such as 90% or 12.5%, and the fraction otherwise, such as 109/152,
// or where its numerator is beyond 1,000,000,000,000. [ParseRatio] reads both.
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

// MarshalText returns [Ratio.String], so that a ratio is a text in JSON.
func (r Ratio) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText sets r to what [ParseRatio] reads, and leaves it alone on
// error.
func (r *Ratio) UnmarshalText(b []byte) error {
	parsed, err := ParseRatio(string(b))
	if err == nil {
		*r = parsed
	}
	return err
}

// ParseRatio reads a percentage (90%, 12.5%), a decimal (0.9) or a fraction
// (109/152), with a minus before it if it is below zero. Full-width characters
// count as their half-width ones, and leading zeros do no harm.
//
// It returns an [*Error] with [ErrRange] for a fraction over zero and for terms
// beyond an int64, and with [ErrSyntax] for everything else, which includes
// texts of more than 128 bytes.
func ParseRatio(s string) (Ratio, error) {
	r, err := parseRatio(s)
	if err != nil {
		return Ratio{}, &Error{"ParseRatio", s, err}
	}
	return r, nil
}

func parseRatio(s string) (Ratio, error) {
	if len(s) > longest {
		return Ratio{}, ErrSyntax
	}
	s, sign := cutMinus(width.Fold.String(s))
	num, den, ok := strings.Cut(s, "/")
	if !ok {
		num, den, ok = decimalTerms(s)
	}
	if !ok || !isDigits(num) || !isDigits(den) {
		return Ratio{}, ErrSyntax
	}
	n, numErr := strconv.ParseInt(sign+num, 10, 64)
	d, denErr := strconv.ParseInt(den, 10, 64)
	if numErr != nil || denErr != nil || d == 0 {
		return Ratio{}, ErrRange
	}
	return NewRatio(n, d)
}

// decimalTerms returns the terms of a decimal or percentage, 125 and 1000 of
// 12.5%, and whether there are digits on both sides of the point.
func decimalTerms(s string) (num, den string, ok bool) {
	den = "1"
	num, percent := strings.CutSuffix(s, "%")
	if percent {
		den = "100"
	}
	whole, places, point := strings.Cut(num, ".")
	if point && (whole == "" || places == "") {
		return "", "", false
	}
	places = strings.TrimRight(places, "0")
	return whole + places, den + strings.Repeat("0", len(places)), true
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
