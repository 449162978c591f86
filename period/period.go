// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Period is the time from its start up to its end: it contains its start and
// not its end. Periods are comparable with ==. The zero Period is none and
// contains nothing.
type Period struct{ start, end Instant }

// New returns the period from start up to end. It returns an [*Error] with
// [ErrOrder] unless start is a time and end is after it.
func New(start, end Instant) (Period, error) {
	if start.IsZero() || end.Compare(start) <= 0 {
		return Period{}, &Error{"New", start.String() + separator + end.String(), ErrOrder}
	}
	return Period{start, end}, nil
}

// Parse reads a period such as 2024-07-01 16:00 - 2025-07-01 16:00. It returns
// an [*Error] with [ErrSyntax], [ErrRange] or [ErrOrder].
func Parse(s string) (Period, error) {
	from, to, ok := strings.Cut(s, separator)
	if !ok {
		return Period{}, &Error{"Parse", s, ErrSyntax}
	}
	start, err := ParseInstant(from)
	if err != nil {
		return Period{}, &Error{"Parse", s, errors.Unwrap(err)}
	}
	end, err := ParseInstant(to)
	if err != nil {
		return Period{}, &Error{"Parse", s, errors.Unwrap(err)}
	}
	p, err := New(start, end)
	if err != nil {
		return Period{}, &Error{"Parse", s, ErrOrder}
	}
	return p, nil
}

const separator = " - "

// MustParse is [Parse] for periods written in source code, and panics on
// error.
func MustParse(s string) Period {
	p, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Start returns the first instant of the period.
func (p Period) Start() Instant { return p.start }

// End returns the first instant after the period.
func (p Period) End() Instant { return p.end }

// IsZero reports whether p is none.
func (p Period) IsZero() bool { return p == Period{} }

// Compare orders periods by start, then by end.
func (p Period) Compare(q Period) int {
	return cmp.Or(p.start.Compare(q.start), p.end.Compare(q.end))
}

// Contains reports whether i lies in the period: at its start it does, at its
// end it does not.
func (p Period) Contains(i Instant) bool { return p.At(i) == Inside }

// A Position says where an instant or a day lies beside a period. The zero
// Position is Unclear.
type Position uint8

const (
	Unclear Position = iota // not known, or a day that a boundary of the period divides
	Before                  // before the start
	Inside                  // at the start or after it, and before the end
	After                   // at the end or after it
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

// Text returns the position for people who read the language.
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

// At returns where the instant lies. None, as an instant or as a period, is
// Unclear.
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

// On returns where the whole day lies, for a time that is known to the day
// only. A day that a boundary divides is Unclear, and the hour has to be asked
// for: a period from 16:00 divides its first day, one from 00:00 contains it.
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

// String returns the period in the form
// 2024-07-01 16:00 - 2025-07-01 16:00, and "" for the zero Period.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return p.start.String() + separator + p.end.String()
}

// Text returns the period for people who read the language, such as
// 2024年7月1日 16:00から2025年7月1日 16:00まで.
func (p Period) Text(tag language.Tag) string {
	if p.IsZero() {
		return ""
	}
	start, end := p.start.Text(tag), p.end.Text(tag)
	return text.In(tag, start+"から"+end+"まで", "from "+start+" to "+end+" (JST)")
}

// MarshalText returns [Period.String].
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText sets p to what [Parse] reads, or to none for an empty text.
func (p *Period) UnmarshalText(b []byte) error { return unmarshal(p, b, Parse) }
