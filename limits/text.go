// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/yen"
)

// String returns the heads in order of name, each with its amount in yen:
// "damages 69000000; defence 0". For the zero Paid it returns "".
func (p Paid) String() string {
	var b strings.Builder
	for i, h := range heads(p.names) {
		next(&b, string(h), p.amount[i])
	}
	return b.String()
}

// String returns the reduction, if there is one, and the heads in order of name,
// each with its losses and payments in yen, and with the amount by which it
// erodes the limits if that is larger:
// "reduced 500000; damages 150000000 99500000 100000000; defence 0 0". For the
// zero Series it returns "".
func (s Series) String() string {
	var b strings.Builder
	if s.reduce != 0 {
		next(&b, reduced, s.reduce)
	}
	for i, h := range heads(s.names) {
		if s.held[i] > s.paid[i] {
			next(&b, string(h), s.loss[i], s.paid[i], s.held[i])
		} else {
			next(&b, string(h), s.loss[i], s.paid[i])
		}
	}
	return b.String()
}

const reduced = "reduced"

func next(b *strings.Builder, name string, amounts ...yen.Amount) {
	if b.Len() > 0 {
		b.WriteString("; ")
	}
	b.WriteString(name)
	for _, a := range amounts {
		b.WriteString(" " + strconv.FormatInt(int64(a), 10))
	}
}

// MarshalText returns [Paid.String]. It returns no error.
func (p Paid) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText sets p to the result of [ParsePaid]. On error p is unchanged.
func (p *Paid) UnmarshalText(b []byte) error {
	parsed, err := ParsePaid(string(b))
	if err == nil {
		*p = parsed
	}
	return err
}

// MarshalText returns [Series.String]. It returns no error.
func (s Series) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText sets s to the result of [ParseSeries]. On error s is unchanged.
func (s *Series) UnmarshalText(b []byte) error {
	parsed, err := ParseSeries(string(b))
	if err == nil {
		*s = parsed
	}
	return err
}
