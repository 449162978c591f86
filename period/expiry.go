// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "strconv"

// A Span is a length of time in whole calendar months or in whole days. The
// zero Span has no length: Expiry returns ErrRange.
type Span struct {
	months, days int
}

// Years returns a span of n calendar years. It equals the span of 12 × n months.
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

// Expiry returns the end of a span that begins with an event on the day from,
// by the Civil Code (民法):
//   - The day of the event does not count (article 140), even if the event
//     happens at 00:00.
//   - The span ends at the end of its last day (article 141).
//   - The last day of a span of months is the day before the day that
//     corresponds to the first day. If the last month has no such day, it is the
//     last day of that month (article 143).
//   - A last day that is a holiday does not extend the span: article 142 is
//     about acts to be done on that day.
//
// The result is the first instant after the span, 00:00 of the day after its
// last day:
//
//	event       span       first day   last day    result
//	2024-08-10  one year   2024-08-11  2025-08-10  2025-08-11 00:00
//	2023-02-28  one year   2023-03-01  2024-02-29  2024-03-01 00:00
//	2025-01-30  one month  2025-01-31  2025-02-28  2025-03-01 00:00
//
// It returns an [*Error] with [ErrRange] if from is zero, if the span is not
// between 1 and 100,000 months or days, or if the end is after the year 9999.
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
// day of the next month if that month has no such day.
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
