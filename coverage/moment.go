// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/period"
)

// A Moment is a time as people know it: to the second, only to the day, or the
// knowledge that something never happened. It is a comparable value in Japan
// Standard Time. The zero Moment is unknown.
//
// No hour is ever assumed. Where a boundary lies inside a day that is known
// without its hour, what follows from it is unknown.
type Moment struct {
	day     period.Date
	instant period.Instant // zero for a day without an hour
	never   bool
}

// On returns the moment somewhere in the day.
func On(d period.Date) Moment { return Moment{day: d} }

// At returns the moment of the instant.
func At(i period.Instant) Moment { return Moment{day: i.Date(), instant: i} }

// Never returns the moment of what has not happened: no third-party claim was
// made, the work was not delivered, nothing was published. It is after every
// time and in no period.
func Never() Moment { return Moment{never: true} }

// ParseMoment reads what Moment.String writes: 2024-07-01 16:00, 2024-07-01 for
// a day without an hour, or never. The empty text is the zero Moment. It returns
// an [*Error] with [ErrSyntax] for another form and [ErrDate] for a time that
// does not exist.
func ParseMoment(s string) (Moment, error) {
	switch s {
	case "":
		return Moment{}, nil
	case never:
		return Never(), nil
	}
	d, notDay := period.ParseDate(s)
	i, notInstant := period.ParseInstant(s)
	switch {
	case notDay == nil:
		return On(d), nil
	case notInstant == nil:
		return At(i), nil
	case errors.Is(notDay, period.ErrRange) || errors.Is(notInstant, period.ErrRange):
		return Moment{}, &Error{Func: "ParseMoment", Input: s, Err: ErrDate}
	}
	return Moment{}, &Error{Func: "ParseMoment", Input: s, Err: ErrSyntax}
}

const never = "never"

// MustParseMoment is [ParseMoment] for moments written in source code, and
// panics on error.
func MustParseMoment(s string) Moment {
	m, err := ParseMoment(s)
	if err != nil {
		panic(err)
	}
	return m
}

// Date returns the day. It is the zero Date for the zero Moment and for
// [Never].
func (m Moment) Date() period.Date { return m.day }

// Instant returns the instant, and false if the hour is unknown.
func (m Moment) Instant() (period.Instant, bool) { return m.instant, !m.instant.IsZero() }

// IsZero reports whether the moment is unknown.
func (m Moment) IsZero() bool { return m == Moment{} }

// IsNever reports whether the moment is [Never].
func (m Moment) IsNever() bool { return m.never }

// Before returns whether m is before n. It is Unknown if one of them is, and
// for two moments of one day if the hour of either decides and is unknown.
func (m Moment) Before(n Moment) exclusions.Truth {
	if m.IsZero() || n.IsZero() {
		return exclusions.Unknown
	}
	return m.when().before(n.when())
}

// In returns whether m lies in the period, which contains its start and not its
// end. It is Unknown if the moment is, and for a day without an hour that a
// boundary divides.
func (m Moment) In(p period.Period) exclusions.Truth {
	if m.IsZero() {
		return exclusions.Unknown
	}
	return m.when().in(tickOf(p.Start()), tickOf(p.End()))
}

// String returns the moment in the form 2024-07-01 16:00, 2024-07-01 for a day
// without an hour, "never", and "" for the zero Moment.
func (m Moment) String() string {
	switch {
	case m.never:
		return never
	case m.instant.IsZero():
		return m.day.String()
	}
	return m.instant.String()
}

// Text returns the moment for people who read the language.
func (m Moment) Text(tag language.Tag) string {
	switch {
	case m.never:
		return text.In(tag, "なし", never)
	case m.instant.IsZero():
		return m.day.Text(tag)
	}
	return m.instant.Text(tag)
}

// MarshalText returns Moment.String.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText sets m to the result of [ParseMoment]. On error, m is unchanged.
func (m *Moment) UnmarshalText(b []byte) error {
	n, err := ParseMoment(string(b))
	if err == nil {
		*m = n
	}
	return err
}
