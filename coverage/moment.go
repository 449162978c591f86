// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/period"
)

// A Moment is a time as people know it: to the second, or only to the day. It
// is a comparable value in Japan Standard Time; the zero Moment is not known.
//
// No hour is ever assumed. Where a boundary lies inside a day that is known
// without its hour, what follows from it is unknown.
type Moment struct {
	day     period.Date
	instant period.Instant // none for a day without an hour
}

// On returns the moment somewhere in the day.
func On(d period.Date) Moment { return Moment{day: d} }

// At returns the moment of the instant.
func At(i period.Instant) Moment { return Moment{i.Date(), i} }

// ParseMoment reads what Moment.String writes: 2024-07-01 16:00, or 2024-07-01
// for a day without an hour. The empty text is the zero Moment. It returns an
// [*Error] with [ErrSyntax] for another form and [ErrDate] for a time that does
// not exist.
func ParseMoment(s string) (Moment, error) {
	if s == "" {
		return Moment{}, nil
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

// MustParseMoment is [ParseMoment] for moments written in source code, and
// panics on error.
func MustParseMoment(s string) Moment {
	m, err := ParseMoment(s)
	if err != nil {
		panic(err)
	}
	return m
}

// Date returns the day, none for the zero Moment.
func (m Moment) Date() period.Date { return m.day }

// Instant returns the instant, and false if the hour is not known.
func (m Moment) Instant() (period.Instant, bool) { return m.instant, !m.instant.IsZero() }

// IsZero reports whether the moment is not known.
func (m Moment) IsZero() bool { return m == Moment{} }

// Before returns whether m is before n. It is Unknown where one of them is, and
// for one day of which an hour is missing.
func (m Moment) Before(n Moment) exclusions.Truth {
	switch {
	case m.IsZero() || n.IsZero():
		return exclusions.Unknown
	case m.day != n.day:
		return truth(m.day.Compare(n.day) < 0)
	case m.instant.IsZero() || n.instant.IsZero():
		if n.instant == n.day.Start() {
			return exclusions.No // no part of a day is before its start
		}
		return exclusions.Unknown
	}
	return truth(m.instant.Compare(n.instant) < 0)
}

// In returns whether m lies in the period, which contains its start and not its
// end. It is Unknown where one of them is, and for a day without an hour that a
// boundary divides.
func (m Moment) In(p period.Period) exclusions.Truth {
	at := p.On(m.day)
	if !m.instant.IsZero() {
		at = p.At(m.instant)
	}
	if at == period.Unclear {
		return exclusions.Unknown
	}
	return truth(at == period.Inside)
}

// String returns the moment in the form 2024-07-01 16:00, or 2024-07-01 for a
// day without an hour, and "" for the zero Moment.
func (m Moment) String() string {
	if m.instant.IsZero() {
		return m.day.String()
	}
	return m.instant.String()
}

// Text returns the moment for people who read the language.
func (m Moment) Text(tag language.Tag) string {
	if m.instant.IsZero() {
		return m.day.Text(tag)
	}
	return m.instant.Text(tag)
}

// MarshalText returns Moment.String.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText sets m to what [ParseMoment] reads, and leaves it alone on
// error.
func (m *Moment) UnmarshalText(b []byte) error {
	n, err := ParseMoment(string(b))
	if err == nil {
		*m = n
	}
	return err
}

func truth(b bool) exclusions.Truth {
	if b {
		return exclusions.Yes
	}
	return exclusions.No
}
