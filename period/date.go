// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"fmt"
	"strconv"
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
	packed int32 // year, month and day, so that dates compare as numbers do
}

func pack(year int, month time.Month, day int) Date {
	return Date{int32(year<<9 | int(month)<<5 | day)}
}

// NewDate returns the date with the given year, month and day. It returns a
// [*fault.Error] with [fault.ErrDate] if there is no such day.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < time.January || month > time.December ||
		day < 1 || day > daysIn(year, month) {
		return Date{}, fail("NewDate", fmt.Sprintf("%d-%d-%d", year, month, day), "", fault.ErrDate)
	}
	return pack(year, month, day), nil
}

// ParseDate parses a date in the form 2024-07-01. It returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s has any other form,
//   - [fault.ErrDate] if the day does not exist.
func ParseDate(s string) (Date, error) {
	const form = "0000-00-00"
	if len(s) != len(form) || s[4] != '-' || s[7] != '-' {
		return Date{}, fail("ParseDate", s, "", fault.ErrSyntax)
	}
	year, ok1 := digits(s[:4])
	month, ok2 := digits(s[5:7])
	day, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return Date{}, fail("ParseDate", s, "", fault.ErrSyntax)
	}
	d, err := NewDate(year, time.Month(month), day)
	if err != nil {
		return Date{}, whole("ParseDate", s, err)
	}
	return d, nil
}

// MustParseDate is like [ParseDate] but panics if s cannot be parsed. It is
// intended for dates written in source code.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Year returns the year, or 0 for the zero Date.
func (d Date) Year() int { return int(d.packed >> 9) }

// Month returns the month, or 0 for the zero Date.
func (d Date) Month() time.Month { return time.Month(d.packed >> 5 & 15) }

// Day returns the day of the month, or 0 for the zero Date.
func (d Date) Day() int { return int(d.packed & 31) }

// IsZero reports whether d is the zero Date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, equal to or after e.
func (d Date) Compare(e Date) int { return int(min(1, max(-1, d.packed-e.packed))) }

// DaysUntil returns the number of days from d to e. It is negative if e is
// before d, and 0 if d or e is zero.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(e.number() - d.number())
}

// AddDays returns the date n days after d. It returns a [*fault.Error] with
// [fault.ErrDate] if d is zero or the result is outside the years 1 to 9999.
func (d Date) AddDays(n int) (Date, error) {
	const more = 10_000 * 366
	if !d.IsZero() && -more < n && n < more {
		if sum, ok := ofNumber(d.number() + int64(n)); ok {
			return sum, nil
		}
	}
	return Date{}, fail("AddDays", fmt.Sprintf("%v %+d days", d, n), "", fault.ErrDate)
}

// Start returns the first instant of the day, 00:00, or the zero Instant for the
// zero Date.
func (d Date) Start() Instant {
	if d.IsZero() {
		return Instant{}
	}
	return instant(d, 0)
}

// Clock returns the instant at the given hour and minute of the day. It returns
// a [*fault.Error] with [fault.ErrDate] if d is zero, hour is outside 0 to 23 or minute is
// outside 0 to 59.
func (d Date) Clock(hour, minute int) (Instant, error) {
	if d.IsZero() || hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return Instant{}, fail("Clock", fmt.Sprintf("%v %02d:%02d", d, hour, minute), "", fault.ErrDate)
	}
	return instant(d, int64(hour*60+minute)*60), nil
}

// String returns the date in the form 2024-07-01, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return string(d.append(nil))
}

// Text returns the date in the language: 2024年7月1日 in Japanese, 1 July 2024
// in English, and "" for the zero Date.
func (d Date) Text(tag language.Tag) string {
	if d.IsZero() {
		return ""
	}
	year, day := strconv.Itoa(d.Year()), strconv.Itoa(d.Day())
	return text.In(tag,
		year+"年"+strconv.Itoa(int(d.Month()))+"月"+day+"日",
		day+" "+d.Month().String()+" "+year)
}

// MarshalText returns [Date.String].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText parses b as [ParseDate] does; an empty text gives the zero Date.
// On error it leaves d unchanged.
func (d *Date) UnmarshalText(b []byte) error { return unmarshal(d, b, ParseDate) }

func (d Date) append(b []byte) []byte {
	b = appendPadded(b, d.Year(), 4)
	b = appendPadded(append(b, '-'), int(d.Month()), 2)
	return appendPadded(append(b, '-'), d.Day(), 2)
}
