// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"cmp"
	"strings"

	"github.com/baiseki/baiseki/fault"
)

// A Period is the time from its start up to its end. It contains its start and
// does not contain its end. Periods are comparable with ==. The zero Period
// contains no instant.
type Period struct{ start, end Instant }

// New returns the period from start up to end. It returns a [*fault.Error] with
// [fault.ErrOrder] if start is zero or end is not after start.
func New(start, end Instant) (Period, error) {
	if start.IsZero() || end.Compare(start) <= 0 {
		return Period{}, fail("New", start.String()+separator+end.String(), "", fault.ErrOrder)
	}
	return Period{start, end}, nil
}

// Parse parses a period as people write it: two instants for [ParseInstant] with -,
// 〜, ～, から or to between them, and まで at the end or not,
//
//	2024-07-01 16:00 - 2025-07-01 16:00   2024年7月1日午後4時から2025年7月1日午後4時まで
//	1 July 2024 16:00 to the end of 30 June 2025
//
// The end may be 24時, 24:00 or "the end of" a day, which is 00:00 of the next day.
// Parse accepts every text that the methods of Period return for a period. It returns
// a [*fault.Error] with
//   - [fault.ErrDate] if the start or the end does not exist,
//   - [fault.ErrOrder] if the end is not after the start,
//   - [fault.ErrSyntax] if s has any other form, such as a start or an end without a
//     time of day, or is longer than 256 bytes.
func Parse(s string) (Period, error) {
	return parse("Parse", s, exactPeriod, (*reader).period, notPeriod)
}

// exactPeriod parses the text of [Period.String].
func exactPeriod(s string) (Period, *fault.Reason) {
	from, to, ok := strings.Cut(s, separator)
	start, why := exactInstant(from)
	end, whyEnd := exactInstant(to)
	switch {
	case !ok:
		return Period{}, fault.ErrSyntax
	case why != nil || whyEnd != nil:
		return Period{}, cmp.Or(why, whyEnd)
	case end.Compare(start) <= 0:
		return Period{}, fault.ErrOrder
	}
	return Period{start, end}, nil
}

const separator = " - "

// MustParse is like [Parse] but panics if s cannot be parsed. It is intended for
// periods written in source code.
func MustParse(s string) Period { return must(Parse(s)) }

// Start returns the first instant of the period, or the zero Instant for the
// zero Period.
func (p Period) Start() Instant { return p.start }

// End returns the first instant after the period, or the zero Instant for the
// zero Period.
func (p Period) End() Instant { return p.end }

// IsZero reports whether p is the zero Period.
func (p Period) IsZero() bool { return p == Period{} }

// Contains reports whether i is in the period. The period contains its start and
// does not contain its end or the zero Instant. [Moment.In] is for a day of which
// the hour is unknown.
func (p Period) Contains(i Instant) bool { return i.Compare(p.start) >= 0 && i.Compare(p.end) < 0 }

// String returns the period in the form 2024-07-01 16:00 - 2025-07-01 16:00, or
// "" for the zero Period.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return p.start.String() + separator + p.end.String()
}

// MarshalText returns [Period.String].
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText parses the text of [Period.String], and no other form: what people
// write is for [Parse]. An empty text gives the zero Period. UnmarshalText returns the
// reasons of Parse. On error it leaves p unchanged.
func (p *Period) UnmarshalText(b []byte) error {
	return unmarshal(p, b, "Period.UnmarshalText", "2024-07-01 16:00 - 2025-07-01 16:00", exactPeriod)
}
