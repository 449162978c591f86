// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/yen"
)

// String returns the heads in the order of their names, each with its amount
// in yen: "damages 69000000; defence 0". It is empty for the zero Paid.
func (p Paid) String() string {
	var b strings.Builder
	for i, h := range heads(p.names) {
		next(&b, string(h), p.amount[i])
	}
	return b.String()
}

// String returns the reduction, if there is one, and the heads in the order of
// their names, each with its losses and payments in yen:
// "reduced 500000; damages 70000000 69000000; defence 0 0". It is empty for
// the zero Series.
func (s Series) String() string {
	var b strings.Builder
	if s.reduce != 0 {
		next(&b, reduced, s.reduce)
	}
	for i, h := range heads(s.names) {
		next(&b, string(h), s.loss[i], s.paid[i])
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

// MarshalText returns [Paid.String], so that a history is a text in JSON.
func (p Paid) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText sets p to what [ParsePaid] reads, and leaves it alone on error.
func (p *Paid) UnmarshalText(b []byte) error {
	parsed, err := ParsePaid(string(b))
	if err == nil {
		*p = parsed
	}
	return err
}

// MarshalText returns [Series.String], so that a series is a text in JSON.
func (s Series) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText sets s to what [ParseSeries] reads, and leaves it alone on
// error.
func (s *Series) UnmarshalText(b []byte) error {
	parsed, err := ParseSeries(string(b))
	if err == nil {
		*s = parsed
	}
	return err
}
