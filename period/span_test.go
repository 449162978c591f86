// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
	"math"
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
		if got, err := period.Expiry(period.MustParseMoment(c.from), c.span, period.ToMoment); err != nil || got.String() != c.want {
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
		_, err := period.Expiry(day, s, period.ToMoment)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Reason != fault.ErrRange || e.Path != "span" {
			t.Errorf("%v: %v", s, err)
		}
	}
	if _, err := period.Expiry(day, period.Days(1), 2); !errors.Is(err, fault.ErrUnknown) {
		t.Error(err)
	}
	for _, by := range []period.Reckoning{period.ToEndOfDay, period.ToMoment} {
		for _, s := range []period.Span{period.Days(1), period.Months(1)} {
			if _, err := period.Expiry(period.MustParseMoment("9999-12-31 10:00"), s, by); !errors.Is(err, fault.ErrRange) {
				t.Errorf("%v, %v: %v", s, by, err)
			}
		}
	}
}

// TestCodes writes and reads what has a text.
func TestCodes(t *testing.T) {
	type record struct {
		S period.Span
		R period.Reckoning
		G period.Gap
		E period.Entry
	}
	for want, in := range map[string]record{
		`{"S":"","R":"end-of-day","G":"","E":""}`:                              {},
		`{"S":"12 months","R":"moment","G":"refused","E":"in-window"}`:         {period.Years(1), period.ToMoment, period.GapRefused, period.InWindow},
		`{"S":"180 days","R":"end-of-day","G":"with-base","E":"after-window"}`: {period.Days(180), 0, period.GapWithBase, period.AfterWindow},
	} {
		b, err := json.Marshal(in)
		var out record
		if err != nil || string(b) != want || json.Unmarshal(b, &out) != nil || out != in {
			t.Errorf("%+v: written %s, %v, and read as %+v", in, b, err, out)
		}
	}
	for _, bad := range []interface{ MarshalText() ([]byte, error) }{
		period.Days(-1), period.Months(100_001), period.Reckoning(2), period.Gap(3), period.Entry(5),
	} {
		if b, err := bad.MarshalText(); !errors.Is(err, fault.ErrRange) {
			t.Errorf("%v: %s, %v", bad, b, err)
		}
	}
	r := record{period.Days(1), 1, 1, 1}
	for _, err := range []error{
		r.S.UnmarshalText([]byte("1 day")), r.R.UnmarshalText(nil), r.G.UnmarshalText([]byte("base")), r.E.UnmarshalText([]byte("x")),
	} {
		if !errors.Is(err, fault.ErrSyntax) {
			t.Error(err)
		}
	}
	if err := r.S.UnmarshalText([]byte("0 days")); !errors.Is(err, fault.ErrSyntax) {
		t.Error(err)
	}
	if err := r.S.UnmarshalText([]byte("100001 days")); !errors.Is(err, fault.ErrRange) {
		t.Error(err)
	}
	if r != (record{period.Days(1), 1, 1, 1}) {
		t.Errorf("changed to %+v", r)
	}
}
