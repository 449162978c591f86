// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "strconv"

// A Span is a length of time in whole calendar months, or in whole days. The
// zero Span is none.
type Span struct {
	months, days int
}

// Years returns a span of n calendar years, which is that of 12 n months.
func Years(n int) Span { return Months(12 * min(max(n, -1), longest)) }

// Months returns a span of n calendar months.
func Months(n int) Span { return Span{months: n} }

// Days returns a span of n days.
func Days(n int) Span { return Span{days: n} }

// String returns the span in English, such as 12 months or 180 days.
func (s Span) String() string {
	if s.days != 0 {
		return strconv.Itoa(s.days) + " days"
	}
	return strconv.Itoa(s.months) + " months"
}

// longest is the longest span, in months or days: far longer than any in a
// policy, and far from where a sum could wrap.
const longest = 100_000

func (s Span) valid() bool {
	return s != Span{} && 0 <= s.months && s.months <= longest && 0 <= s.days && s.days <= longest
}

// Expiry returns the instant at which a span that begins with an event on the
// day from is over, as the Civil Code (民法) reckons it: the day of the event
// does not count (article 140), the span ends with the end of its last day
// (article 141), and a span of months ends with the day before the one that
// corresponds to its first day, or with the last day of the month if that has
// no such day (article 143). The day of the event does not count even if it
// happens at 00:00, and a last day that is a holiday does not put off the end
// (article 142): a cover is no act to be done on that day.
//
// What is returned is 00:00 of the next day, the first instant that no longer
// belongs to the span:
//
//	one year from 2024-08-10: counted from 08-11, until 2025-08-11 00:00
//	one year from 2023-02-28: counted from 03-01, until 2024-03-01 00:00
//	one month from 2025-01-30: counted from 01-31, until 2025-03-01 00:00
//
// It returns an [*Error] with [ErrRange] if from is none, if the span is none,
// negative or over 100,000 months or days, or if the end is after the year
// 9999.
func Expiry(from Date, s Span) (Instant, error) {
	first, err := from.AddDays(1)
	if err != nil || !s.valid() {
		return Instant{}, expiryError(from, s)
	}
	end, ok := first.after(s)
	if !ok {
		return Instant{}, expiryError(from, s)
	}
	return end.Start(), nil
}

func expiryError(from Date, s Span) *Error {
	return &Error{"Expiry", from.String() + " + " + s.String(), ErrRange}
}

// after returns the day that corresponds to d a valid span later, or the first
// day of the month after where that month has no such day.
func (d Date) after(s Span) (Date, bool) {
	if s.days != 0 {
		sum, err := d.AddDays(s.days)
		return sum, err == nil
	}
	month, ok := d.addMonths(s.months)
	if !ok {
		return Date{}, false
	}
	if d.Day() > daysIn(month.Year(), month.Month()) {
		return month.firstOfNextMonth()
	}
	return pack(month.Year(), month.Month(), d.Day()), true
}
