// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/fault"
)

// A Span is a length of time in whole calendar months or in whole days. Spans
// are comparable with ==. The zero Span has no length, and nothing can be
// reckoned with it.
type Span struct {
	months, days int
}

// Years returns a span of n calendar years. It equals the span of 12 × n months.
func Years(n int) Span { return Months(12 * min(max(n, -1), longest)) }

// Months returns a span of n calendar months.
func Months(n int) Span { return Span{months: n} }

// Days returns a span of n days.
func Days(n int) Span { return Span{days: n} }

// ParseSpan parses a span in the form of [Span.String]: 12 months or 180 days,
// from 1 to 100,000. An empty text gives the zero Span. ParseSpan returns a
// [*fault.Error] with [fault.ErrSyntax] if s has any other form, and with
// [fault.ErrRange] if the number is out of range.
func ParseSpan(s string) (Span, error) {
	number, unit, _ := strings.Cut(s, " ")
	n, err := strconv.Atoi(number)
	span := Months(n)
	if unit == "days" {
		span = Days(n)
	}
	switch {
	case s == "":
		return Span{}, nil
	case err != nil || span.String() != s:
		return Span{}, fail("ParseSpan", s, "such as 12 months or 180 days", fault.ErrSyntax)
	case !span.valid():
		return Span{}, fail("ParseSpan", s, spans, fault.ErrRange)
	}
	return span, nil
}

// String returns the span in English, such as 12 months or 180 days, and "" for
// the zero Span. The unit is always in the plural.
func (s Span) String() string {
	switch {
	case s == Span{}:
		return ""
	case s.days != 0:
		return strconv.Itoa(s.days) + " days"
	}
	return strconv.Itoa(s.months) + " months"
}

// MarshalText returns [Span.String]. It returns a [*fault.Error] with
// [fault.ErrRange] if the span is not from 1 to 100,000 months or days.
func (s Span) MarshalText() ([]byte, error) {
	if s != (Span{}) && !s.valid() {
		return nil, fail("Span.MarshalText", s.String(), spans, fault.ErrRange)
	}
	return []byte(s.String()), nil
}

// UnmarshalText parses b as [ParseSpan] does. On error it leaves s unchanged.
func (s *Span) UnmarshalText(b []byte) error { return unmarshal(s, b, ParseSpan) }

// longest is the longest span, in months or days: far longer than any in a
// policy, and far from where a sum could wrap.
const (
	longest = 100_000
	spans   = "1 to 100000 months or days"
)

func (s Span) valid() bool {
	return s != Span{} && 0 <= s.months && s.months <= longest && 0 <= s.days && s.days <= longest
}

// A Reckoning is how the end of a span that begins with an event is found. The
// zero Reckoning is ToEndOfDay.
type Reckoning uint8

const (
	// ToEndOfDay reckons by the Civil Code (民法):
	//   - The day of the event does not count (article 140), even if the event
	//     happens at 00:00.
	//   - The span ends at the end of its last day (article 141).
	//   - The last day of a span of months is the day before the day that
	//     corresponds to the first day. If the last month has no such day, it is
	//     the last day of that month (article 143).
	//   - A last day that is a holiday does not extend the span: article 142 is
	//     about acts to be done on that day.
	ToEndOfDay Reckoning = iota
	// ToMoment reckons from the moment of the event to the same time of the day
	// that corresponds to it. If the last month has no such day, the span ends at
	// the end of that month.
	ToMoment
)

func reckoningCodes() []string { return []string{"end-of-day", "moment"} }

// String returns a stable code: end-of-day or moment.
func (r Reckoning) String() string { return codeOf("Reckoning", r, reckoningCodes()) }

// MarshalText returns [Reckoning.String]. It returns a [*fault.Error] with
// [fault.ErrRange] if r is neither constant.
func (r Reckoning) MarshalText() ([]byte, error) {
	return marshalCode("Reckoning", r, reckoningCodes())
}

// UnmarshalText sets r to the reckoning with the code b. It returns a
// [*fault.Error] with [fault.ErrSyntax], and leaves r unchanged, if b is not a
// code.
func (r *Reckoning) UnmarshalText(b []byte) error {
	return unmarshalCode("Reckoning", r, b, reckoningCodes())
}

// Expiry returns the end of a span that begins with an event at the moment from:
// the first moment after the span. By [ToEndOfDay] it is 00:00 of the day after
// the last day:
//
//	event             span       first day   last day    result
//	2024-08-10 10:00  one year   2024-08-11  2025-08-10  2025-08-11 00:00
//	2023-02-28        one year   2023-03-01  2024-02-29  2024-03-01 00:00
//	2025-01-30        one month  2025-01-31  2025-02-28  2025-03-01 00:00
//
// By [ToMoment] it has the time of day of the event, and no hour if that is
// unknown:
//
//	2024-08-10 10:00  one year   2025-08-10 10:00
//	2024-08-10        one year   2025-08-10
//	2024-02-29 10:00  one year   2025-03-01 00:00
//
// The end of an unknown moment is unknown, and that of [Never] is Never. Expiry
// returns a [*fault.Error] with
//   - [fault.ErrRange] if the span is not from 1 to 100,000 months or days, or
//     the end is after the year 9999,
//   - [fault.ErrUnknown] if the reckoning is unknown.
func Expiry(from Moment, s Span, by Reckoning) (Moment, error) {
	switch {
	case !s.valid():
		return Moment{}, &fault.Error{Op: "period.Expiry", Path: "span", Input: s.String(), Want: spans, Reason: fault.ErrRange}
	case by > ToMoment:
		return Moment{}, &fault.Error{Op: "period.Expiry", Path: "by", Input: by.String(), Reason: fault.ErrUnknown}
	case from.IsZero() || from.IsNever():
		return from, nil
	}
	day, ok := from.day, true
	if by == ToEndOfDay {
		day, ok = ofNumber(day.number() + 1)
	}
	end, found := day.after(s)
	switch {
	case !ok || !found:
		return Moment{}, &fault.Error{
			Op: "period.Expiry", Input: from.String() + " + " + s.String(), Want: "up to the year 9999", Reason: fault.ErrRange,
		}
	case by == ToEndOfDay || s.months != 0 && end.Day() != day.Day(): // or the last month has no such day
		return At(end.Start()), nil
	case from.instant.IsZero():
		return On(end), nil
	}
	return At(Instant{from.instant.seconds + (end.number()-day.number())*secondsOfDay}), nil
}

// after returns the day that corresponds to d a valid span later, or the first
// day of the next month if that month has no such day.
func (d Date) after(s Span) (Date, bool) {
	if s.days != 0 {
		return ofNumber(d.number() + int64(s.days))
	}
	month, ok := d.addMonths(s.months)
	if !ok {
		return Date{}, false
	}
	if d.Day() > daysIn(month.Year(), month.Month()) {
		return month.addMonths(1)
	}
	return pack(month.Year(), month.Month(), d.Day()), true
}
