// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// association is a scheme year made up for these tests: later members apply by
// the 20th for the first of the next month, and by the 5th for the 16th.
func association() period.Calendar {
	one := func(id clause.ID) clause.Clause { return clause.Clause{ID: id, JA: "条項", EN: "clause"} }
	return period.Calendar{
		Base: period.MustParse("2026-04-01 16:00 - 2027-04-01 16:00"), BaseClause: one("B"),
		Opens: date("2026-02-01"), Closes: date("2026-03-10"), GapWithBase: true, WindowClause: one("W"),
		Starts: []period.Start{
			{Day: 1, Until: 20, Before: 1},
			{Day: 16, Until: 5},
		},
		Last: date("2027-03-16"), MidTermClause: one("M"),
	}
}

func schedule(t testing.TB, c period.Calendar) period.Schedule {
	t.Helper()
	s, err := period.NewSchedule(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestNewScheduleRefuses breaks a calendar and demands all faults, each with its
// path and its reason.
func TestNewScheduleRefuses(t *testing.T) {
	for want, breaks := range map[string]func(*period.Calendar){
		"base missing": func(c *period.Calendar) { c.Base = period.Period{} },
		"base range, last range": func(c *period.Calendar) {
			c.Base = period.MustParse("2026-04-01 16:00 - 2031-04-02 16:00")
			c.Last = date("2031-04-03")
		},
		"opens missing":             func(c *period.Calendar) { c.Opens = period.Date{} },
		"closes missing":            func(c *period.Calendar) { c.Closes = period.Date{} },
		"closes order":              func(c *period.Calendar) { c.Closes = date("2026-01-31") },
		"starts[0].day range":       func(c *period.Calendar) { c.Starts[0].Day = 0 },
		"starts[1].day range":       func(c *period.Calendar) { c.Starts[1].Day = 29 },
		"starts[0].hour range":      func(c *period.Calendar) { c.Starts[0].Hour = 24 },
		"starts[1].hour range":      func(c *period.Calendar) { c.Starts[1].Hour = -1 },
		"starts[0].before range":    func(c *period.Calendar) { c.Starts[0].Before = 13 },
		"starts[0].until range":     func(c *period.Calendar) { c.Starts[0].Until = 32 },
		"starts[1].until order":     func(c *period.Calendar) { c.Starts[1].Until = 16 },
		"starts[1].day order":       func(c *period.Calendar) { c.Starts[0].Day = 16 },
		"starts[0].hour conflict":   func(c *period.Calendar) { c.Starts[0].Hour = 17 },
		"last missing":              func(c *period.Calendar) { c.Last = period.Date{} },
		"last range":                func(c *period.Calendar) { c.Last = date("2027-03-15") },
		"last misplaced":            func(c *period.Calendar) { c.Starts = nil },
		"opens range, last range":   func(c *period.Calendar) { c.Base = period.MustParse("2027-04-01 16:00 - 2028-04-01 16:00") }, // copied
		"closes order, opens range": func(c *period.Calendar) { c.Opens, c.Closes = date("2025-03-31"), date("2025-03-01") },
		"starts[0].until order":     func(c *period.Calendar) { c.Starts[0].Until, c.Starts[0].Before = 31, 2 },
	} {
		c := association()
		breaks(&c)
		s, err := period.NewSchedule(c)
		got := []string{}
		for _, e := range fault.All(err) {
			got = append(got, e.Path+" "+e.Reason.Code())
			if e.Op != "period.NewSchedule" {
				t.Error(e)
			}
		}
		for _, w := range strings.Split(want, ", ") {
			if !strings.Contains(strings.Join(got, ", "), w) {
				t.Errorf("%s: got %v", want, err)
			}
		}
		if s != (period.Schedule{}) || len(got) != strings.Count(want, ",")+1 {
			t.Errorf("%s: got %s", want, got)
		}
	}
}

// TestCalendarJSON reads back what is written, and demands that neither the
// caller of NewSchedule nor that of Calendar can change a schedule.
func TestCalendarJSON(t *testing.T) {
	c := association()
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var back period.Calendar
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, c) {
		t.Errorf("%s reads as %+v, %v", b, back, err)
	}
	s := schedule(t, c)
	c.Starts[0].Day = 2
	s.Calendar().Starts[0].Day = 3
	if got := s.Calendar().Starts[0].Day; got != 1 {
		t.Errorf("a schedule has changed to the day %d", got)
	}
	if got := fmt.Sprint(association().Clauses()); got != "[B clause W clause M clause]" {
		t.Error(got)
	}
	if got := (period.Calendar{BaseClause: clause.Clause{ID: "B"}}).Clauses(); len(got) != 1 {
		t.Error(got)
	}
}
