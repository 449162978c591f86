// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// TestToMoment reckons to the same time: with the hour of the event, without one
// if it is unknown, and to the end of a month that has no such day.
func TestToMoment(t *testing.T) {
	for _, c := range []struct {
		from string
		span period.Span
		want string
	}{
		{"2024-08-10 10:00", period.Years(1), "2025-08-10 10:00"},
		{"2024-08-10 23:59:59", period.Years(1), "2025-08-10 23:59:59"},
		{"2024-08-10", period.Years(1), "2025-08-10"},
		{"2024-02-29 10:00", period.Years(1), "2025-03-01 00:00"},
		{"2024-02-29", period.Years(1), "2025-03-01 00:00"},
		{"2023-02-28 10:00", period.Years(1), "2024-02-28 10:00"},
		{"2025-01-31 00:00", period.Months(1), "2025-03-01 00:00"},
		{"2024-12-31 10:00", period.Days(1), "2025-01-01 10:00"},
		{"9998-12-31 10:00", period.Years(1), "9999-12-31 10:00"},
		{"never", period.Years(1), "never"},
		{"", period.Years(1), ""},
	} {
		if got, err := period.Expiry(period.MustParseMoment(c.from), c.span.ToMoment()); err != nil || got.String() != c.want {
			t.Errorf("%s + %v: got %v, %v; want %s", c.from, c.span, got, err, c.want)
		}
	}
}

func TestExpiryRefuses(t *testing.T) {
	day := period.MustParseMoment("2024-07-01")
	for _, s := range []period.Span{
		{}, period.Days(math.MaxInt), period.Months(math.MaxInt), period.Years(math.MinInt), period.Years(math.MaxInt/12 + 2),
		period.Days(-1), period.Days(100_001),
	} {
		_, err := period.Expiry(day, s)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Reason != fault.ErrRange || e.Path != "span" {
			t.Errorf("%v: %v", s, err)
		}
	}
	for _, s := range []period.Span{period.Days(1), period.Months(1), period.Days(1).ToMoment(), period.Months(1).ToMoment()} {
		if _, err := period.Expiry(period.MustParseMoment("9999-12-31 10:00"), s); !errors.Is(err, fault.ErrRange) {
			t.Errorf("%v: %v", s, err)
		}
	}
}

// TestCodes writes and reads what has a text.
func TestSpanTexts(t *testing.T) {
	for want, s := range map[string]period.Span{
		"": {}, "12 months": period.Years(1), "12 months to the moment": period.Years(1).ToMoment(),
		"180 days": period.Days(180), "1 days to the moment": period.Days(1).ToMoment(),
	} {
		b, err := json.Marshal(s)
		var back period.Span
		if err != nil || string(b) != strconv.Quote(want) || json.Unmarshal(b, &back) != nil || back != s {
			t.Errorf("%v: written %s, %v, and read as %v", s, b, err, back)
		}
	}
	for _, bad := range []period.Span{period.Days(-1), period.Months(100_001), period.Days(100_001).ToMoment()} {
		if b, err := bad.MarshalText(); !errors.Is(err, fault.ErrRange) {
			t.Errorf("%v: %s, %v", bad, b, err)
		}
	}
	s := period.Days(1)
	for text, want := range map[string]error{
		"1 day": fault.ErrSyntax, "0 days": fault.ErrSyntax, " to the moment": fault.ErrSyntax, "1 days to the end": fault.ErrSyntax,
		"100001 days": fault.ErrRange, "-1 months to the moment": fault.ErrRange,
	} {
		if err := s.UnmarshalText([]byte(text)); !errors.Is(err, want) || s != period.Days(1) {
			t.Errorf("%q: %v, %v", text, s, err)
		}
	}
}
