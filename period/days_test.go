// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"testing"
	"time"

	"github.com/baiseki/baiseki/period"
)

// TestEveryDayOfManyYears holds dates, instants and spans against the time
// package for every day of eight years and of the ends of the calendar.
func TestEveryDayOfManyYears(t *testing.T) {
	years := []int{1, 1899, 1900, 1999, 2000, 2023, 2024, 2025, 9998, 9999}
	if !testing.Short() {
		everyDay(t)
	}
	for _, year := range years {
		for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
			d, err := period.NewDate(day.Date())
			if err != nil || d.String() != day.Format(time.DateOnly) {
				t.Fatalf("%v: got %v, %v", day, d, err)
			}
			if got := d.Start().Time(); !got.Equal(day.Add(-9*time.Hour)) || got.Format(time.DateTime) != day.Format(time.DateTime) {
				t.Fatalf("%v starts at %v", d, got)
			}
			if i, err := period.InstantOf(day.Add(-time.Hour * 9).Add(86_399 * time.Second)); err != nil || i.Date() != d {
				t.Fatalf("the last second of %v lies on %v, %v", d, i, err)
			}
			for months := 1; months <= 24; months++ {
				got, err := period.Expiry(period.On(d), period.Months(months))
				want, ok := slowExpiry(day, months)
				if ok != (err == nil) || ok && got.Date().String() != want.Format(time.DateOnly) {
					t.Fatalf("%d months from %v: got %v, %v; want %v", months, d, got, err, want)
				}
			}
		}
	}
}

// everyDay counts through the whole calendar.
func everyDay(t *testing.T) {
	t.Helper()
	d, i := date("0001-01-01"), period.Instant{}
	for n := 0; ; n++ {
		if sum, err := date("0001-01-01").AddDays(n); err != nil || sum != d {
			t.Fatal(n, d, sum, err)
		}
		if i = d.Start(); i.Date() != d {
			t.Fatalf("%v is the day %d and lies on %v", d, n, i.Date())
		}
		next, err := d.AddDays(1)
		if err != nil {
			if d != date("9999-12-31") {
				t.Fatal(d, err)
			}
			return
		}
		if next.Compare(d) != 1 || next.Day() != d.Day()+1 && next.Day() != 1 {
			t.Fatalf("%v follows %v", next, d)
		}
		d = next
	}
}

// slowExpiry walks from the next day to the corresponding one, a day at a time
// within the month where that would be.
func slowExpiry(day time.Time, months int) (time.Time, bool) {
	first := day.AddDate(0, 0, 1)
	month := time.Date(first.Year(), first.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	for at := month; ; at = at.AddDate(0, 0, 1) {
		if at.Day() == first.Day() && at.Month() == month.Month() || at.Month() != month.Month() {
			return at, at.Year() <= 9999
		}
	}
}
