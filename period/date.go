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
	d, ok := civil(year, month, day)
	if !ok {
		return Date{}, fail("NewDate", fmt.Sprintf("%d-%d-%d", year, month, day), "", fault.ErrDate)
	}
	return d, nil
}

// civil returns the date, and whether there is such a day.
func civil(year int, month time.Month, day int) (Date, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	y, m, d := t.Date()
	if y != year || m != month || d != day || y < 1 || y > 9999 {
		return Date{}, false
	}
	return dateOf(t), true
}

// ParseDate parses a date as people write it:
//
//	2024-07-01   2024-7-1   2024/7/1   2024.7.1   2024年7月1日   令和6年7月1日   令和元年5月1日
//	R6.7.1   令和6/7/1   1 July 2024   1 Jul 2024   July 1, 2024
//
// A year has four digits, or one or two and an era: 令和 or R from 2019-05-01, 平成 or
// H from 1989-01-08 to 2019-04-30, 昭和 or S from 1926-12-25 to 1989-01-07, of which
// the first year may be 元. Full-width characters count as their half-width forms.
// There may be spaces around the date and between its parts.
//
// ParseDate accepts every text that the methods of Date return for a date. It refuses
// what can be read in two ways. It returns a [*fault.Error], which says what to write
// instead, with
//   - [fault.ErrDate] if the day does not exist or is not in its era, such as
//     2024-02-30 or 平成31年5月1日,
//   - [fault.ErrSyntax] if the year has two digits and no era (24/7/1, 24年7月1日) or
//     does not come first (7/1/2024, 1.7.24), or s has any other form, such as
//     20240701, 7月1日 or 2024-7/1, or is longer than 256 bytes.
func ParseDate(s string) (Date, error) {
	return parse("ParseDate", s, exactDate, (*reader).date, notDate)
}

// exactDate parses the text of [Date.String].
func exactDate(s string) (Date, *fault.Reason) {
	n, ok := numbers(s, "0000-00-00")
	if !ok {
		return Date{}, fault.ErrSyntax
	}
	d, ok := civil(n[0], time.Month(n[1]), n[2])
	if !ok {
		return Date{}, fault.ErrDate
	}
	return d, nil
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

// DaysTo returns the number of days from d to e, below zero if e is before d. It is 0 if d
// or e is the zero Date.
func (d Date) DaysTo(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(e.day - d.day)
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
// in English, and "" for the zero Date. The year has four digits: 0024年7月1日 is in
// the year 24. [ParseDate] accepts the text.
func (d Date) Text(tag language.Tag) string {
	if d.IsZero() {
		return ""
	}
	year, month, day := d.Start().civil().Date()
	return text.In(tag, fmt.Sprintf("%04d年%d月%d日", year, month, day), fmt.Sprintf("%d %v %04d", day, month, year))
}

// MarshalText returns [Date.String].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText parses the text of [Date.String], and no other form: what people
// write is for [ParseDate]. An empty text gives the zero Date. UnmarshalText returns
// the reasons of ParseDate. On error it leaves d unchanged.
func (d *Date) UnmarshalText(b []byte) error {
	return unmarshal(d, b, "Date.UnmarshalText", "2024-07-01", exactDate)
}
