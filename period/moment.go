// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"math"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Moment is a time as people know it: to the second, only to the day, or as
// never, if it is known that something has not happened. It is in Japan Standard
// Time. Moments are comparable with ==. The zero Moment represents an unknown
// time.
//
// No hour is ever assumed: if the hour of a day decides and is unknown, the
// result is [fact.Unknown].
type Moment struct {
	instant Instant // zero if the hour is unknown
	day     Date
	never   bool
}

// On returns the moment somewhere in the day, and the zero Moment for the zero
// Date.
func On(d Date) Moment { return Moment{day: d} }

// At returns the moment of the instant, and the zero Moment for the zero
// Instant.
func At(i Instant) Moment { return Moment{day: i.Date(), instant: i} }

// Never returns the moment of an event that is known not to have happened, such
// as work that has not been delivered. It is after every time and in no period.
func Never() Moment { return Moment{never: true} }

// ParseMoment parses a moment as people write it: an instant for [ParseInstant], a
// day for [ParseDate], or never or なし, or with what it is about: 請求なし, 発見なし,
// 認識なし, 公表なし, 措置なし, 未引渡し, 未発生 or 未支出. A text of spaces or an empty text
// gives the zero Moment. ParseMoment accepts every text that the methods of Moment return. It
// returns a [*fault.Error] with the reasons of ParseInstant and ParseDate.
func ParseMoment(s string) (Moment, error) {
	return parse("ParseMoment", s, exactMoment, (*reader).moment, notMoment)
}

// exactMoment parses the text of [Moment.String].
func exactMoment(s string) (Moment, *fault.Reason) {
	switch {
	case s == "":
		return Moment{}, nil
	case s == never:
		return Never(), nil
	case len(s) == len(time.DateOnly):
		d, why := exactDate(s)
		return On(d), why
	}
	i, why := exactInstant(s)
	return At(i), why
}

const never = "never"

// MustParseMoment is like [ParseMoment] but panics if s cannot be parsed. It is
// intended for moments written in source code.
func MustParseMoment(s string) Moment { return must(ParseMoment(s)) }

// Date returns the day. It is the zero Date for the zero Moment and for
// [Never].
func (m Moment) Date() Date { return m.day }

// Instant returns the instant, and false if the hour is unknown.
func (m Moment) Instant() (Instant, bool) { return m.instant, !m.instant.IsZero() }

// IsZero reports whether the moment is unknown.
func (m Moment) IsZero() bool { return m == Moment{} }

// IsNever reports whether the moment is [Never].
func (m Moment) IsNever() bool { return m.never }

// Before returns whether m is before n. The result is Unknown if m or n is
// unknown, and for two moments of one day if an unknown hour decides. Never is
// not before anything.
func (m Moment) Before(n Moment) fact.Truth {
	first, last := m.span()
	otherFirst, otherLast := n.span()
	switch {
	case m.IsZero() || n.IsZero():
		return fact.Unknown
	case last < otherFirst:
		return fact.Yes
	case first >= otherLast:
		return fact.No
	}
	return fact.Unknown
}

// In returns whether m is in the period, which contains its start and does not
// contain its end. The result is Unknown if m is unknown, and for a day without
// an hour that a boundary of the period divides. Nothing is in the zero Period.
func (m Moment) In(p Period) fact.Truth {
	first, last := m.span()
	switch start, end := 2*p.start.seconds, 2*p.end.seconds; {
	case m.IsZero():
		return fact.Unknown
	case last < start || first >= end:
		return fact.No
	case first >= start && last < end:
		return fact.Yes
	}
	return fact.Unknown
}

// span returns the first and the last point of time of a known moment, in half
// seconds. A day ends with the half second after its last second, so that its
// unknown hour is never taken for that second.
func (m Moment) span() (first, last int64) {
	switch {
	case m.never:
		return math.MaxInt64, math.MaxInt64
	case m.instant.IsZero():
		first = 2 * m.day.Start().seconds
		return first, first + 2*secondsOfDay - 1
	}
	return 2 * m.instant.seconds, 2 * m.instant.seconds
}

// String returns the moment in the form 2024-07-01 16:00, 2024-07-01 if the hour
// is unknown, never, or "" for the zero Moment.
func (m Moment) String() string {
	switch {
	case m.never:
		return never
	case m.instant.IsZero():
		return m.day.String()
	}
	return m.instant.String()
}

// Text returns the moment in the language, as [Instant.Text] or [Date.Text] do;
// なし or never for [Never]; and "" for the zero Moment.
func (m Moment) Text(tag language.Tag) string {
	switch {
	case m.never:
		return text.In(tag, "なし", never)
	case m.instant.IsZero():
		return m.day.Text(tag)
	}
	return m.instant.Text(tag)
}

// MarshalText returns [Moment.String].
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText parses the text of [Moment.String], and no other form: what people
// write is for [ParseMoment], whose reasons it returns. On error it leaves m
// unchanged.
func (m *Moment) UnmarshalText(b []byte) error {
	return unmarshal(m, b, "Moment.UnmarshalText", "2024-07-01, 2024-07-01 16:00, never", exactMoment)
}
