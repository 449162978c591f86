// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/period"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

func TestZeroValues(t *testing.T) {
	var (
		d period.Date
		i period.Instant
		p period.Period
	)
	if !d.IsZero() || !i.IsZero() || !p.IsZero() {
		t.Error("a zero value is not none")
	}
	for _, s := range []string{d.String(), i.String(), p.String(), d.Text(language.English), i.Text(language.Japanese), p.Text(language.English), p.Text(language.Japanese), i.EndText(language.Japanese), i.EndText(language.English), period.Entry("").Text(language.English)} {
		if s != "" {
			t.Errorf("a zero value prints as %q", s)
		}
	}
	if d.Year() != 0 || d.Month() != 0 || d.Day() != 0 || d.Start() != i || i.Date() != d || !i.Time().IsZero() || i.LastWholeDay() != d {
		t.Error("the parts of none are not none")
	}
	day := date("2024-07-01")
	if p.Contains(day.Start()) {
		t.Error("the zero period contains something")
	}
	if _, err := d.AddDays(1); !errors.Is(err, fault.ErrDate) {
		t.Error(err)
	}
	base := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	if base.Contains(i) || p.Contains(i) {
		t.Error("a period contains none")
	}
}

func second[V any](_ V, err error) error { return err }

func TestInstantOf(t *testing.T) {
	at := func(s string) time.Time {
		at, err := time.Parse(time.RFC3339Nano, s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for in, want := range map[string]string{
		"2026-09-30T15:00:00Z":           "2026-10-01 00:00",
		"2026-09-30T14:59:59.999999999Z": "2026-09-30 23:59:59",
		"2024-07-01T15:59:59.9+09:00":    "2024-07-01 15:59:59",
		"2024-06-30T23:00:00-08:00":      "2024-07-01 16:00",
		"0000-12-31T15:00:00Z":           "0001-01-01 00:00",
		"9999-12-31T14:59:59Z":           "9999-12-31 23:59:59",
	} {
		i, err := period.InstantOf(at(in))
		if err != nil || i.String() != want {
			t.Errorf("%s: got %v, %v; want %s", in, i, err, want)
		}
		if i.Unix() != at(in).Unix() {
			t.Errorf("%v: %d seconds", i, i.Unix())
		}
		if again, err := period.InstantOf(i.Time()); err != nil || again != i {
			t.Errorf("%v is read back as %v, %v", i, again, err)
		}
	}
	for _, bad := range []time.Time{
		at("0000-12-31T14:59:59Z"), at("9999-12-31T15:00:00Z"),
		time.Unix(math.MaxInt64, 0), time.Unix(math.MinInt64, 0),
	} {
		if i, err := period.InstantOf(bad); !errors.Is(err, fault.ErrDate) {
			t.Errorf("%v: got %v, %v", bad, i, err)
		}
	}
}

func TestOrder(t *testing.T) {
	days := []period.Date{{}, date("0001-01-01"), date("2023-12-31"), date("2024-01-01"), date("2024-01-31"), date("2024-02-01"), date("9999-12-31")}
	if !slices.IsSortedFunc(days, period.Date.Compare) {
		t.Error("dates do not compare in the order of time")
	}
	for i, d := range days {
		for j, e := range days {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := d.Compare(e); got != want {
				t.Errorf("%v to %v: %d", d, e, got)
			}
			if got := d.Start().Compare(e.Start()); got != want {
				t.Errorf("start of %v to that of %v: %d", d, e, got)
			}
		}
	}
}

func TestErrorTexts(t *testing.T) {
	_, err := period.ParseDate(strings.Repeat("二", 100))
	if e, ok := errors.AsType[*fault.Error](err); !ok || len(e.Error()) > 200 || e.Op != "period.ParseDate" {
		t.Errorf("%v", err)
	}
	if _, err := period.ParseDate("2024-0a-01"); !errors.Is(err, fault.ErrSyntax) {
		t.Error(err)
	}
	if got := period.Entry("guess").Text(language.Korean); got != "guess" {
		t.Error(got)
	}
	for _, e := range []period.Entry{period.InWindow, period.AfterWindow, period.MidTerm, period.LastDay} {
		if ja, en := e.Text(language.Japanese), e.Text(language.English); ja == "" || en == "" || ja == en {
			t.Errorf("%v: %q, %q", e, ja, en)
		}
	}
	for _, n := range []int{math.MaxInt, math.MinInt, 4_000_000, -4_000_000, 3_000_000, -3_000_000} {
		if _, err := date("2024-07-01").AddDays(n); !errors.Is(err, fault.ErrDate) {
			t.Errorf("%d: %v", n, err)
		}
	}
}

func TestMustPanics(t *testing.T) {
	for name, must := range map[string]func(){
		"date":    func() { period.MustParseDate("x") },
		"instant": func() { period.MustParseInstant("x") },
		"moment":  func() { period.MustParseMoment("x") },
		"period":  func() { period.MustParse("x") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			must()
		})
	}
}
