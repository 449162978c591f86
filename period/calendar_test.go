// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
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
		"opens missing":                               func(c *period.Calendar) { c.Opens = period.Date{} },
		"closes missing":                              func(c *period.Calendar) { c.Closes = period.Date{} },
		"closes order":                                func(c *period.Calendar) { c.Closes = date("2026-01-31") },
		"closes order, ":                              func(c *period.Calendar) { c.Closes = date("2026-04-01"); c.Starts, c.Last = nil, period.Date{} },
		"starts[0].day range":                         func(c *period.Calendar) { c.Starts[0].Day = 0 },
		"starts[1].day range":                         func(c *period.Calendar) { c.Starts[1].Day = 29 },
		"starts[0].hour range":                        func(c *period.Calendar) { c.Starts[0].Hour = 24 },
		"starts[1].hour range":                        func(c *period.Calendar) { c.Starts[1].Hour = -1 },
		"starts[0].before range":                      func(c *period.Calendar) { c.Starts[0].Before = 13 },
		"starts[0].until range":                       func(c *period.Calendar) { c.Starts[0].Until = 32 },
		"starts[1].until order":                       func(c *period.Calendar) { c.Starts[1].Until = 16 },
		"starts[1].day order":                         func(c *period.Calendar) { c.Starts[0].Day = 16 },
		"starts[0].hour conflict":                     func(c *period.Calendar) { c.Starts[0].Hour = 17 },
		"last missing":                                func(c *period.Calendar) { c.Last = period.Date{} },
		"last range":                                  func(c *period.Calendar) { c.Last = date("2027-03-15") },
		"last misplaced":                              func(c *period.Calendar) { c.Starts = nil },
		"opens range, last range":                     func(c *period.Calendar) { c.Base = period.MustParse("2027-04-01 16:00 - 2028-04-01 16:00") }, // copied
		"closes order, opens range":                   func(c *period.Calendar) { c.Opens, c.Closes = date("2025-03-31"), date("2025-03-01") },
		"starts[0].until order":                       func(c *period.Calendar) { c.Starts[0].Until, c.Starts[0].Before = 31, 2 },
		"ownMonths range":                             func(c *period.Calendar) { c.OwnMonths = 61 },
		"base missing, opens missing, closes missing": func(c *period.Calendar) { *c = period.Calendar{} },
		"starts[1].every range":                       func(c *period.Calendar) { c.Starts[1].Every = 13 },
		"starts[0].lead range":                        func(c *period.Calendar) { c.Starts[0] = period.Start{Day: 1, Lead: 367} },
		"starts[1].before conflict": func(c *period.Calendar) {
			c.Starts[1] = period.Start{Day: 16, Lead: 11, Before: 1}
		},
		"starts[1].until conflict": func(c *period.Calendar) { c.Starts[1].Lead = 11 },
		"starts[1].lead order":     func(c *period.Calendar) { c.Starts[1] = period.Start{Day: 16, Lead: 28} },
		// without a window, and without a start on the first day, or with one last day for it and that before
		"closes missing, opens missing": func(c *period.Calendar) {
			c.Opens, c.Closes, c.Starts = period.Date{}, period.Date{}, c.Starts[1:]
		},
		"starts[1].until order, ": func(c *period.Calendar) {
			c.Base, c.Opens, c.Closes = period.MustParse("2026-04-16 16:00 - 2027-04-16 16:00"), period.Date{}, period.Date{}
			c.Starts[1].Until, c.Starts[1].Before = 20, 1
		},
		"except[0].start missing": func(c *period.Calendar) { except(c, "") },
		"except[1].start order":   func(c *period.Calendar) { except(c, "2026-05-01", "2026-05-01") },
		"except[1].start range":   func(c *period.Calendar) { except(c, "2026-05-01", "2026-05-02") },
		"except[0].start range":   func(c *period.Calendar) { except(c, "2026-05-02", "2026-05-16") },
		"except[0].until order":   func(c *period.Calendar) { except(c, "2026-05-01"); c.Except[0].Until = date("2026-05-01") },
		"except[1].until order": func(c *period.Calendar) { // before that of the start before
			except(c, "2026-05-01", "2026-06-01")
			c.Except[1].Until = date("2026-05-04")
		},
		"except[0].until order, ": func(c *period.Calendar) { // after that of the start after
			c.Starts[1].Until, c.Starts[1].Before = 28, 1
			except(c, "2026-05-01")
			c.Except[0].Until = date("2026-04-29")
		},
		"last range, ":            func(c *period.Calendar) { except(c, "2027-03-16") },
		"except[0].start range, ": func(c *period.Calendar) { except(c, "2027-04-16") },
		"ownMonths range, ":       func(c *period.Calendar) { c.OwnMonths = 200_000 },
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
		want = strings.TrimSuffix(want, ", ")
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

// except adds exceptions, for starts that are not offered.
func except(c *period.Calendar, starts ...string) {
	for _, s := range starts {
		e := period.Exception{}
		if s != "" {
			e.Start = date(s)
		}
		c.Except = append(c.Except, e)
	}
}

// TestNewScheduleBounds holds the last day to apply for the first start after the base
// period against the window and the gap after it, on both sides.
func TestNewScheduleBounds(t *testing.T) {
	second := func(s period.Start) func(*period.Calendar) {
		return func(c *period.Calendar) { c.Starts[1] = s }
	}
	only := func(s period.Start) func(*period.Calendar) {
		return func(c *period.Calendar) { c.Starts = []period.Start{s} }
	}
	years := func(base, last string, own int) func(*period.Calendar) {
		return func(c *period.Calendar) {
			*c = period.Calendar{
				Base: period.MustParse(base), OwnMonths: own, Last: date(last), Starts: []period.Start{{Day: 1, Lead: 1}},
			}
		}
	}
	for name, c := range map[string]struct {
		change func(*period.Calendar)
		want   string
	}{
		"opens a year before": {func(c *period.Calendar) { c.Opens = date("2025-04-01") }, ""},
		"last of two starts":  {func(c *period.Calendar) { c.Last = date("2027-03-01") }, ""},
		"starts as it ends": {func(c *period.Calendar) {
			c.Starts[0].Hour, c.Last = 16, date("2027-04-01")
		}, "a start in the base period"},
		"a minute before": {func(c *period.Calendar) {
			c.Base = period.MustParse("2026-04-01 16:00 - 2027-04-01 16:01")
			c.Starts[0].Hour, c.Last = 16, date("2027-04-01")
		}, ""},
		"base alone": {years("2026-04-01 00:00 - 2027-04-01 00:00", "2026-04-01", 0), ""},
		"base alone in a window": {func(c *period.Calendar) {
			c.Starts, c.Last = c.Starts[:1], date("2026-04-01")
		}, "a start in the base period"},
		"in the gap":        {second(period.Start{Day: 16, Until: 20, Before: 1}), "not before|after 2026-03-20"},
		"after the gap":     {second(period.Start{Day: 16, Until: 21, Before: 1}), ""},
		"in the window":     {only(period.Start{Day: 16, Until: 9, Before: 1}), "not before 2026-03-10"},
		"with the window":   {only(period.Start{Day: 16, Until: 10, Before: 1}), ""},
		"up to 9999":        {years("9998-01-01 00:00 - 9999-01-01 00:00", "9998-12-01", 11), ""},
		"after 9999":        {years("9998-01-01 00:00 - 9999-01-01 00:00", "9998-12-01", 12), "up to the year 9999"},
		"before the year 1": {years("0001-01-01 00:00 - 0002-01-01 00:00", "0001-12-01", 0), ""},
		"in the year 1":     {years("0001-02-01 00:00 - 0002-01-01 00:00", "0001-12-01", 0), ""},
	} {
		cal := association()
		c.change(&cal)
		_, err := period.NewSchedule(cal)
		f, _ := errors.AsType[*fault.Error](err)
		switch {
		case name == "before the year 1": // where nobody can apply
			if fmt.Sprint(len(fault.All(err))) != "2" || !errors.Is(err, fault.ErrMissing) {
				t.Errorf("%s: %v", name, err)
			}
		case c.want == "" && err != nil, c.want != "" && (f == nil || !strings.Contains(c.want, f.Want)):
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCalendarJSON reads back what is written, and demands that neither the
// caller of NewSchedule nor that of Calendar can change a schedule.
func TestCalendarJSON(t *testing.T) {
	c := association()
	except(&c, "2026-05-16")
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var back period.Calendar
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, c) {
		t.Errorf("%s reads as %+v, %v", b, back, err)
	}
	s := schedule(t, c)
	c.Starts[0].Day, c.Except[0].Until = 2, date("2026-05-03")
	s.Calendar().Starts[0].Day, s.Calendar().Except[0].Until = 3, date("2026-05-04")
	if got := s.Calendar(); got.Starts[0].Day != 1 || got.Except[0].Until != (period.Date{}) {
		t.Errorf("a schedule has changed to %+v", got)
	}
	if got := fmt.Sprint(association().Clauses()); got != "[B clause W clause M clause]" {
		t.Error(got)
	}
	if got := (period.Calendar{BaseClause: clause.Clause{ID: "B"}}).Clauses(); len(got) != 1 {
		t.Error(got)
	}
}
