// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"testing"

	"github.com/baiseki/baiseki/period"
)

// benchmarked is a scheme year with a start on the first of each month.
func benchmarked(b *testing.B) period.Schedule {
	b.Helper()
	return schedule(b, period.Calendar{
		Base:  period.MustParse("2026-07-01 16:00 - 2027-07-01 16:00"),
		Opens: date("2026-05-07"), Closes: date("2026-06-14"), GapWithBase: true,
		Starts: []period.Start{{Day: 1, Until: 31, Before: 1}}, Last: date("2027-06-01"),
	})
}

func BenchmarkJoin(b *testing.B) {
	s, applied := benchmarked(b), date("2026-09-10")
	b.ReportAllocs()
	for b.Loop() {
		if m, err := s.Join(applied); err != nil || m.Months != 9 {
			b.Fatal(m, err)
		}
	}
}

// BenchmarkJoinByHand is the same rule on whole numbers, for one scheme year and
// one day of application.
func BenchmarkJoinByHand(b *testing.B) {
	year, month, day := 2026, 9, 10
	b.ReportAllocs()
	for b.Loop() {
		at := year*10_000 + month*100 + day
		months := 0
		switch {
		case at < 2026_05_07 || at >= 2027_06_01:
		case at <= 2026_06_30:
			months = 12
		default:
			months = (2027-year)*12 + 7 - month - 1
		}
		if months != 9 {
			b.Fatal(months)
		}
	}
}

func BenchmarkJoinOn(b *testing.B) {
	s, applied, wanted := benchmarked(b), date("2026-09-10"), date("2027-02-01")
	b.ReportAllocs()
	for b.Loop() {
		if m, err := s.JoinOn(applied, wanted); err != nil || m.Months != 5 {
			b.Fatal(m, err)
		}
	}
}

// BenchmarkJoinOnByHand is the first of a month that begins after the day of
// application, for one scheme year and no window.
func BenchmarkJoinOnByHand(b *testing.B) {
	applied, wanted := 2026_09_10, 2027_02_01
	b.ReportAllocs()
	for b.Loop() {
		months := 0
		if wanted > applied && wanted%100 == 1 && wanted > 2026_07_01 && wanted < 2027_07_01 {
			months = 2027*12 + 7 - wanted/10_000*12 - wanted/100%100
		}
		if months != 5 {
			b.Fatal(months)
		}
	}
}

func BenchmarkApplyBy(b *testing.B) {
	s, wanted, want := benchmarked(b), date("2026-10-15"), date("2026-09-30")
	b.ReportAllocs()
	for b.Loop() {
		if by, err := s.ApplyBy(wanted); err != nil || by != want {
			b.Fatal(by, err)
		}
	}
}

// BenchmarkApplyByByHand is the last day of the month before the wanted day, for
// one scheme year.
func BenchmarkApplyByByHand(b *testing.B) {
	year, month, day := 2026, 10, 15
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	b.ReportAllocs()
	for b.Loop() {
		at := year*10_000 + month*100 + day
		last := 0
		switch {
		case at < 2026_07_01 || at > 2027_07_01:
		case at < 2026_08_01:
			last = 14
		default:
			last = days[(month+10)%12]
		}
		if last != 30 {
			b.Fatal(last)
		}
	}
}

func BenchmarkNewSchedule(b *testing.B) {
	c := benchmarked(b).Calendar()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := period.NewSchedule(c); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkContains(b *testing.B) {
	p, i := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"), period.MustParseInstant("2024-12-24 09:30")
	b.ReportAllocs()
	for b.Loop() {
		if !p.Contains(i) {
			b.Fatal()
		}
	}
}

func BenchmarkParseDate(b *testing.B)    { parses(b, "2024-09-10", period.ParseDate) }
func BenchmarkParseInstant(b *testing.B) { parses(b, "2024-09-10 16:00", period.ParseInstant) }

// BenchmarkParseWritten reads a date as a person writes it.
func BenchmarkParseWritten(b *testing.B) { parses(b, "令和６年９月１０日", period.ParseDate) }

func parses[V any](b *testing.B, s string, parse func(string) (V, error)) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(s); err != nil {
			b.Fatal(err)
		}
	}
}
