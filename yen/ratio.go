// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"errors"
	"math"
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
		if r.num < 0 {
			return -1
		}
		return 1
	}
	rHigh, rLow := bits.Mul64(Amount(r.num).magnitude(), uint64(s.Den()))
	sHigh, sLow := bits.Mul64(Amount(s.num).magnitude(), uint64(r.Den()))
	c := compare(rHigh, sHigh)
	if c == 0 {
		c = compare(rLow, sLow)
	}
	if r.num < 0 {
		return -c
	}
	return c
}

// String returns a percentage where two decimals of one hold the ratio
// exactly, such as 90% or 12.5%, and the fraction otherwise, such as 109/152.
// [ParseRatio] reads both.
func (r Ratio) String() string {
	const largest = 1_000_000_000_000 // far below where the hundredfold would wrap
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
// count as their half-width ones. It returns an [*Error] with [ErrRange] for a
// fraction over zero and for terms beyond an int64, and with [ErrSyntax] for
// everything else.
func ParseRatio(s string) (Ratio, error) {
	r, err := parseRatio(s)
	if err != nil {
		return Ratio{}, &Error{"ParseRatio", s, err}
	}
	return r, nil
}

func parseRatio(s string) (Ratio, error) {
	if len(s) > longestAmount {
		return Ratio{}, ErrSyntax
	}
	s, negative := cutMinus(width.Fold.String(s))
	sign := ""
	if negative {
		sign = "-"
	}
	den := int64(1)
	if n, d, ok := strings.Cut(s, "/"); ok {
		var err error
		if den, err = digits("", d); err != nil {
			return Ratio{}, err
		}
		s = n
	} else {
		if s, ok = strings.CutSuffix(s, "%"); ok {
			den = 100
		}
		whole, fraction, ok := strings.Cut(s, ".")
		if ok && (whole == "" || fraction == "") {
			return Ratio{}, ErrSyntax
		}
		for range fraction {
			if den > math.MaxInt64/10 {
				return Ratio{}, ErrRange
			}
			den *= 10
		}
		s = whole + fraction
	}
	num, err := digits(sign, s)
	if err != nil {
		return Ratio{}, err
	}
	if den == 0 {
		return Ratio{}, ErrRange
	}
	return NewRatio(num, den)
}

// digits reads a number of digits and nothing else, with a sign from before.
func digits(sign, s string) (int64, error) {
	if strings.Trim(s, "0123456789") != "" {
		return 0, ErrSyntax
	}
	n, err := strconv.ParseInt(sign+s, 10, 64)
	if errors.Is(err, strconv.ErrRange) {
		return 0, ErrRange
	}
	if err != nil {
		return 0, ErrSyntax
	}
	return n, nil
}
