// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
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

// Parse parses a period in the form 2024-07-01 16:00 - 2025-07-01 16:00. It
// returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s has any other form,
//   - [fault.ErrDate] if the start or the end does not exist,
//   - [fault.ErrOrder] if the end is not after the start.
func Parse(s string) (Period, error) {
	from, to, ok := strings.Cut(s, separator)
	if !ok {
		return Period{}, fail("Parse", s, "", fault.ErrSyntax)
	}
	start, err := ParseInstant(from)
	if err != nil {
		return Period{}, whole("Parse", s, err)
	}
	end, err := ParseInstant(to)
	if err != nil {
		return Period{}, whole("Parse", s, err)
	}
	p, err := New(start, end)
	if err != nil {
		return Period{}, whole("Parse", s, err)
	}
	return p, nil
}

const separator = " - "

// MustParse is like [Parse] but panics if s cannot be parsed. It is intended for
// periods written in source code.
func MustParse(s string) Period {
	p, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Start returns the first instant of the period, or the zero Instant for the
// zero Period.
func (p Period) Start() Instant { return p.start }

// End returns the first instant after the period, or the zero Instant for the
// zero Period.
func (p Period) End() Instant { return p.end }

// IsZero reports whether p is the zero Period.
func (p Period) IsZero() bool { return p == Period{} }

// Compare orders periods by start, then by end.
func (p Period) Compare(q Period) int {
	return cmp.Or(p.start.Compare(q.start), p.end.Compare(q.end))
}

// Contains reports whether i is in the period. The period contains its start and
// does not contain its end or the zero Instant.
func (p Period) Contains(i Instant) bool { return p.At(i) == Inside }

// A Position is the place of an instant or a day relative to a period. The zero
// Position is Unclear.
type Position uint8

const (
	Unclear Position = iota // unknown, or a day that a boundary of the period divides
	Before                  // before the start
	Inside                  // at or after the start, and before the end
	After                   // at or after the end
)

// String returns the English name of the position.
func (p Position) String() string {
	switch p {
	case Unclear:
		return "unclear"
	case Before:
		return "before"
	case Inside:
		return "inside"
	case After:
		return "after"
	}
	return "%!Position(" + strconv.Itoa(int(p)) + ")"
}

// Text returns the position in the language.
func (p Position) Text(tag language.Tag) string {
	switch p {
	case Unclear:
		return text.In(tag, "不明", p.String())
	case Before:
		return text.In(tag, "期間前", p.String())
	case Inside:
		return text.In(tag, "期間内", p.String())
	case After:
		return text.In(tag, "期間後", p.String())
	}
	return p.String()
}

// At returns the position of the instant. It is Unclear if p or i is zero.
func (p Period) At(i Instant) Position {
	//        start          end
	//  Before  [   Inside    )  After
	switch {
	case p.IsZero() || i.IsZero():
		return Unclear
	case i.Compare(p.start) < 0:
		return Before
	case i.Compare(p.end) < 0:
		return Inside
	}
	return After
}

// On returns the position of the whole day, for a time of which only the day is
// known. It is Unclear if a boundary divides the day, so that the hour decides: a
// period that starts at 16:00 divides its first day, a period that starts at
// 00:00 contains it. It is also Unclear if p or d is zero.
func (p Period) On(d Date) Position {
	//           start               end
	//  |--d--|    [                  )            Before
	//          |--[--|               )            Unclear
	//             [     |--d--|      )            Inside
	//             [               |--)--|         Unclear
	//             [                  ) |--d--|    After
	first := d.Start()
	last := Instant{first.seconds + secondsOfDay - 1}
	if at := p.At(first); !d.IsZero() && at == p.At(last) {
		return at
	}
	return Unclear
}

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

// UnmarshalText parses b as [Parse] does; an empty text gives the zero Period.
// On error it leaves p unchanged.
func (p *Period) UnmarshalText(b []byte) error { return unmarshal(p, b, Parse) }
