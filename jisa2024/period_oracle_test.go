// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"maps"
	"testing"
	"time"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
)

// TestPeriodEveryApplicationDate holds the calendar of the edition under the four
// combinations of readings A6 and A7 against the rule on the time package, for
// every date of four years.
func TestPeriodEveryApplicationDate(t *testing.T) {
	for n, readings := range [][]coverage.Reading{
		{}, {jisa2024.AfterWindowRefused}, {jisa2024.LastDayCovered}, {jisa2024.AfterWindowRefused, jisa2024.LastDayCovered},
	} {
		_, s := periodRules(t, readings...)
		oracle := periodOracle{n&1 != 0, n&2 != 0}
		joined := 0
		for day := periodDay(2023, 1, 1); day.Year() <= 2026; day = day.AddDate(0, 0, 1) {
			date := period.MustParseDate(day.Format(time.DateOnly))
			m, err := s.Join(date)
			got := ""
			if err != nil {
				got = periodReason(err)
			} else {
				joined++
				got = fmt.Sprintf("%v %v %s %d/%d/%d", m.Period, m.Entry, m.Clause, m.Months, m.Days, m.YearDays)
			}
			if want := oracle.join(day); got != want {
				t.Errorf("%v: %v: got %s, want %s", readings, date, got, want)
			}
			by, err := s.ApplyBy(date)
			if got = by.String(); err != nil {
				got = periodReason(err)
			}
			if want := oracle.applyBy(day); got != want {
				t.Errorf("%v: to be covered on %v: got %s, want %s", readings, date, got, want)
			}
		}
		if want := [...]int{390, 374, 420, 404}[n]; joined != want {
			t.Errorf("%v: %d days lead to a period, want %d", readings, joined, want)
		}
	}
}

func periodDay(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// A periodOracle is the rule of the brochure on the time package.
type periodOracle struct{ afterWindowRefused, lastDayCovered bool }

func (o periodOracle) join(day time.Time) string {
	end := periodDay(2025, 7, 1)
	next := periodDay(day.Year(), day.Month()+1, 1)
	late := periodDay(2025, 5, 31)
	if o.lastDayCovered {
		late = periodDay(2025, 6, 30)
	}
	switch {
	case day.Before(periodDay(2024, 5, 7)):
		return "not open, 2024-05-07"
	case !day.After(periodDay(2024, 6, 14)):
		return "2024-07-01 16:00 - 2025-07-01 16:00 in-window PER-01 12/365/365"
	case next.Equal(periodDay(2024, 7, 1)) && o.afterWindowRefused:
		return "closed, 2024-07-01"
	case next.Equal(periodDay(2024, 7, 1)):
		return "2024-07-01 16:00 - 2025-07-01 16:00 after-window PER-02 12/365/365"
	case !day.Before(end):
		return "ended, 2025-07-01"
	case day.After(late):
		return "too late, " + late.Format(time.DateOnly)
	}
	entry, months, days := "mid-term", 0, int(end.Sub(next)/(24*time.Hour))
	for at := next; at.Before(end); at = at.AddDate(0, 1, 0) {
		months++
	}
	if next.Equal(end) {
		entry, months, days = "last-day", 1, 1
	}
	return fmt.Sprintf("%s 00:00 - 2025-07-01 16:00 %s PER-03 %d/%d/365", next.Format(time.DateOnly), entry, months, days)
}

// applyBy tries every day of application that needs nobody's agreement.
func (o periodOracle) applyBy(wanted time.Time) string {
	switch {
	case wanted.Before(periodDay(2024, 7, 1)):
		return "not started, 2024-07-01"
	case wanted.After(periodDay(2025, 7, 1)):
		return "ended, 2025-07-01"
	}
	by := ""
	for day := periodDay(2024, 5, 7); day.Before(wanted); day = day.AddDate(0, 0, 1) {
		var start, clock, dash, to, clock2, entry string
		n, _ := fmt.Sscan(o.join(day), &start, &clock, &dash, &to, &clock2, &entry)
		if n == 6 && dash == "-" && entry != "after-window" && start <= wanted.Format(time.DateOnly) {
			by = day.Format(time.DateOnly)
		}
	}
	return by
}

// TestPeriodCalendar demands that the front door is the calendar of the rules.
func TestPeriodCalendar(t *testing.T) {
	rules, s := periodRules(t)
	if got, want := fmt.Sprint(maps.Collect(jisa2024.Calendar().Offers())), fmt.Sprint(maps.Collect(s.Offers())); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := fmt.Sprint(jisa2024.Calendar().Calendar()); got != fmt.Sprint(rules.Calendar) {
		t.Error(got)
	}
}
