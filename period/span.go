// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Span is a length of time in whole calendar months or in whole days, with the
// way in which its end is found; see [Expiry]. Spans are comparable with ==. The
// zero Span has no length: Expiry returns [fault.ErrRange] for it.
type Span struct {
	months, days int
	toMoment     bool
}

// Years returns a span of n calendar years. It equals the span of 12 × n months.
func Years(n int) Span { return Months(12 * min(max(n, -1), longest)) }

// Months returns a span of n calendar months, to the end of its last day.
func Months(n int) Span { return Span{months: n} }

// Days returns a span of n days, to the end of its last day.
func Days(n int) Span { return Span{days: n} }

// ToMoment returns the span of the same length that ends at the time of day at
// which it begins.
func (s Span) ToMoment() Span {
	s.toMoment = true
	return s
}

const toMoment = " to the moment"

// ParseSpan parses a span in the form of [Span.String]: 12 months, 180 days or
// 12 months to the moment, from 1 to 100,000. An empty text gives the zero Span.
// ParseSpan returns a [*fault.Error] with [fault.ErrSyntax] if s has any other
// form or is longer than 256 bytes, and with [fault.ErrRange] if the number is out of range.
func ParseSpan(s string) (Span, error) {
	if len(s) > longestText {
		return Span{}, fail("ParseSpan", s, "such as 12 months or 180 days", fault.ErrSyntax)
	}
	length, moment := strings.CutSuffix(s, toMoment)
	number, unit, _ := strings.Cut(length, " ")
	n, err := strconv.Atoi(number)
	span := Span{months: n, toMoment: moment}
	if unit == "days" {
		span = Span{days: n, toMoment: moment}
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

// String returns the span in English, such as 12 months, 180 days or 12 months to
// the moment, and "" for the zero Span. The unit is always in the plural.
func (s Span) String() string {
	length := strconv.Itoa(s.months) + " months"
	switch {
	case s.months == 0 && s.days == 0:
		return ""
	case s.days != 0:
		length = strconv.Itoa(s.days) + " days"
	}
	if s.toMoment {
		length += toMoment
	}
	return length
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
func (s *Span) UnmarshalText(b []byte) error {
	parsed, err := ParseSpan(text.Head(b, longestText))
	if err == nil {
		*s = parsed
	}
	return err
}

// longest is the longest span, in months or days: far longer than any in a
// policy, and far from where a sum could wrap.
const (
	longest = 100_000
	spans   = "1 to 100000 months or days"
)

func (s Span) valid() bool {
	n := s.months + s.days // of which one is 0
	return 0 < n && n <= longest
}

// Expiry returns the end of a span that begins with an event at the moment from:
// the first moment after the span.
//
// The Civil Code (民法) reckons to the end of the last day:
//   - The day of the event does not count (article 140), even if the event
//     happens at 00:00.
//   - The span ends at the end of its last day (article 141).
//   - The last day of a span of months is the day before the day that
//     corresponds to the first day. If the last month has no such day, it is
//     the last day of that month (article 143).
//   - A last day that is a holiday does not extend the span: article 142 is
//     about acts to be done on that day.
//
// So the result is 00:00 of the day after the last day:
//
//	event             span       first day   last day    result
//	2024-08-10 10:00  one year   2024-08-11  2025-08-10  2025-08-11 00:00
//	2023-02-28        one year   2023-03-01  2024-02-29  2024-03-01 00:00
//	2025-01-30        one month  2025-01-31  2025-02-28  2025-03-01 00:00
//
// A span [Span.ToMoment] ends at the time of day of the event on the day that
// corresponds to that of the event, at no hour if that is unknown, and at the end
// of the last month if it has no such day:
//
//	2024-08-10 10:00  one year   2025-08-10 10:00
//	2024-08-10        one year   2025-08-10
//	2024-02-29 10:00  one year   2025-03-01 00:00
//
// A time that begins with the end of another, such as an extended reporting period
// (延長報告期間) after the policy period, has a span to the moment: there is no hour
// between them, and an end at 00:00 counts the day that it starts.
//
// The end of an unknown moment is unknown, and that of [Never] is Never. Expiry
// returns a [*fault.Error] with [fault.ErrRange] if the span is not from 1 to
// 100,000 months or days, or the end is after the year 9999.
func Expiry(from Moment, s Span) (Moment, error) {
	fail := func(path, input, want string) (Moment, error) {
		return Moment{}, &fault.Error{Op: "period.Expiry", Path: path, Input: input, Want: want, Reason: fault.ErrRange}
	}
	switch {
	case !s.valid():
		return fail("span", s.String(), spans)
	case from.IsZero() || from.IsNever():
		return from, nil
	}
	day := from.day
	if !s.toMoment {
		day.day++
	}
	end := day.after(s)
	switch {
	case !day.exists() || !end.exists():
		return fail("", from.String()+" + "+s.String(), "up to the year 9999")
	case !s.toMoment || s.months != 0 && end.Day() != day.Day(): // or the last month has no such day
		return At(end.Start()), nil
	case from.instant.IsZero():
		return On(end), nil
	}
	return At(Instant{from.instant.seconds + int64(end.day-day.day)*secondsOfDay}), nil
}

// after returns the day that corresponds to d a valid span later, or the first
// day of the next month if that month has no such day.
func (d Date) after(s Span) Date {
	if s.days != 0 {
		return Date{d.day + int32(s.days)}
	}
	return Date{min(d.month(s.months).day+int32(d.Day())-1, d.month(s.months+1).day)}
}
