// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"cmp"
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Date is a day of the Gregorian calendar in Japan, in the years 1 to 9999.
// A Date cannot hold a day that does not exist, such as 30 February. Dates are
// comparable with ==. The zero Date represents no date and sorts before all
// dates.
type Date struct {
	day int32 // 1 is the first day of the year 1
}

const (
	secondsOfDay = 24 * 60 * 60
	unixOfYear1  = -62_135_596_800 // of 0001-01-01 00:00 UTC
	lastDay      = 3_652_059       // 9999-12-31
)

// dateOf returns the day of a time in UTC, which the calendar may not have.
func dateOf(t time.Time) Date { return Date{int32((t.Unix()-unixOfYear1)/secondsOfDay + 1)} }

func (d Date) exists() bool { return 1 <= d.day && d.day <= lastDay }

// month returns the first day of the month n months after that of d.
func (d Date) month(n int) Date {
	year, month, _ := d.Start().civil().Date()
	return dateOf(time.Date(year, month+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
}

// NewDate returns the date with the given year, month and day. It returns a
// [*fault.Error] with [fault.ErrDate] if there is no such day.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if y, m, d := t.Date(); y != year || m != month || d != day || y < 1 || y > 9999 {
		return Date{}, fail("NewDate", fmt.Sprintf("%d-%d-%d", year, month, day), "", fault.ErrDate)
	}
	return dateOf(t), nil
}

// ParseDate parses a date in the form 2024-07-01. It returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s has any other form,
//   - [fault.ErrDate] if the day does not exist.
func ParseDate(s string) (Date, error) {
	n, ok := numbers(s, "0000-00-00")
	if !ok {
		return Date{}, fail("ParseDate", s, "", fault.ErrSyntax)
	}
	d, err := NewDate(n[0], time.Month(n[1]), n[2])
	return d, whole("ParseDate", s, err)
}

// MustParseDate is like [ParseDate] but panics if s cannot be parsed. It is
// intended for dates written in source code.
func MustParseDate(s string) Date { return must(ParseDate(s)) }

// Year returns the year, or 0 for the zero Date.
func (d Date) Year() int { return d.Start().civil().Year() }

// Month returns the month, or 0 for the zero Date.
func (d Date) Month() time.Month {
	if d.IsZero() {
		return 0
	}
	return d.Start().civil().Month()
}

// Day returns the day of the month, or 0 for the zero Date.
func (d Date) Day() int {
	if d.IsZero() {
		return 0
	}
	return d.Start().civil().Day()
}

// IsZero reports whether d is the zero Date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, equal to or after e.
func (d Date) Compare(e Date) int { return cmp.Compare(d.day, e.day) }

// AddDays returns the date n days after d. It returns a [*fault.Error] with
// [fault.ErrDate] if d is zero or the result is outside the years 1 to 9999.
func (d Date) AddDays(n int) (Date, error) {
	if sum := int64(d.day) + int64(n); !d.IsZero() && 1 <= sum && sum <= lastDay {
		return Date{int32(sum)}, nil
	}
	return Date{}, fail("AddDays", fmt.Sprintf("%v %+d days", d, n), "", fault.ErrDate)
}

// Start returns the first instant of the day, 00:00, or the zero Instant for the
// zero Date.
func (d Date) Start() Instant { return Instant{max(0, int64(d.day-1)*secondsOfDay+1)} }

// String returns the date in the form 2024-07-01, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Start().civil().Format(time.DateOnly)
}

// Text returns the date in the language: 2024年7月1日 in Japanese, 1 July 2024
// in English, and "" for the zero Date.
func (d Date) Text(tag language.Tag) string {
	if d.IsZero() {
		return ""
	}
	year, month, day := d.Start().civil().Date()
	return text.In(tag, fmt.Sprintf("%d年%d月%d日", year, month, day), fmt.Sprintf("%d %v %d", day, month, year))
}

// MarshalText returns [Date.String].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText parses b as [ParseDate] does; an empty text gives the zero Date.
// On error it leaves d unchanged.
func (d *Date) UnmarshalText(b []byte) error { return unmarshal(d, b, ParseDate) }
