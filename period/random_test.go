// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// TestRandomCalendars joins scheme years of all shapes on every day around them,
// and holds the schedule against a walk over the days of the time package.
func TestRandomCalendars(t *testing.T) {
	r, valid := rand.New(rand.NewPCG(2024, 2025)), 0
	for range cases.Rounds(t) / 50 {
		c := randomCalendar(t, r)
		s, err := period.NewSchedule(c)
		if err != nil {
			continue
		}
		valid++
		var joined []join
		granted := map[period.Period]bool{}
		from, to := add(t, c.Opens, -3), add(t, c.Base.End().Date(), 3)
		for day := from; day.Compare(to) <= 0; day = add(t, day, 1) {
			m, err := s.Join(day)
			got, want := "", walk(c, day)
			if f, ok := errors.AsType[*fault.Error](err); ok {
				got = f.Reason.Code() + " " + f.Want
			} else {
				got = fmt.Sprint(m.Period.Start(), " ", m.Entry)
				joined, granted[m.Period] = append(joined, join{day, m}), true
			}
			if got != want {
				t.Fatalf("%+v, on %v: got %s, want %s", c, day, got, want)
			}
			if err == nil && (m.Period.End() != c.Base.End() || m.Months < 1 || m.Days < 1 || m.Days > m.YearDays) {
				t.Fatalf("%+v, on %v: %+v", c, day, m)
			}
		}
		for day := from; day.Compare(to) <= 0; day = add(t, day, 1) {
			checkDay(t, s, day, joined, granted)
			if t.Failed() {
				t.Fatalf("%+v, on %v", c, day)
			}
		}
		if n := len(maps.Collect(s.Offers())); n < len(granted) {
			t.Fatalf("%+v: %d offers for %d periods", c, n, len(granted))
		}
	}
	if valid*4 < cases.Rounds(t)/50 {
		t.Errorf("only %d calendars are valid", valid)
	}
}

type join struct {
	applied period.Date
	member  period.Membership
}

// checkDay holds ApplyBy, JoinOn and Grants for one wanted day against all joins.
func checkDay(t *testing.T, s period.Schedule, wanted period.Date, joined []join, granted map[period.Period]bool) {
	t.Helper()
	var sure period.Date
	for _, j := range joined {
		if j.member.Period.Start().Date().Compare(wanted) <= 0 && j.member.Entry != period.AfterWindow {
			sure = j.applied
		}
	}
	if by, err := s.ApplyBy(wanted); by != sure && err == nil || errors.Is(err, fault.ErrNotStarted) != sure.IsZero() {
		t.Errorf("apply by %v, %v; want %v", by, err, sure)
	}
	for _, hour := range []int{0, 16} {
		p, err := period.New(at(wanted, hour), s.Calendar().Base.End())
		if err == nil && s.Grants(p) != granted[p] {
			t.Errorf("%v: %v", p, s.Grants(p))
		}
	}
}

// walk returns what a day of application leads to: it looks at every start of the
// months around the base period.
func walk(c period.Calendar, applied period.Date) string {
	utc := func(d period.Date) time.Time { return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC) }
	wall := func(i period.Instant) time.Time { return i.Time().UTC().Add(9 * time.Hour) }
	day, from, to := utc(applied), wall(c.Base.Start()), wall(c.Base.End())
	last := to.Add(-time.Second).Truncate(24 * time.Hour)
	if applied.Compare(c.Opens) < 0 {
		return "not-open " + c.Opens.String()
	}
	if applied.Compare(c.Closes) <= 0 {
		return c.Base.Start().String() + " in-window"
	}
	late := c.Closes.String()
	var again time.Time
	for month := time.Date(from.Year(), from.Month()-1, 1, 0, 0, 0, 0, time.UTC); month.Before(to); month = month.AddDate(0, 1, 0) {
		for _, s := range c.Starts {
			start := month.AddDate(0, 0, s.Day-1).Add(time.Duration(s.Hour) * time.Hour)
			until := month.AddDate(0, -s.Before, 0)
			for until.Day() < s.Until && until.AddDate(0, 0, 1).Month() == until.Month() {
				until = until.AddDate(0, 0, 1)
			}
			switch inTime := !day.After(until); {
			case !start.After(from):
				if inTime {
					again = until
				}
			case start.After(utc(c.Last).Add(24*time.Hour)) || !start.Before(to):
			case !again.IsZero() && c.GapWithBase:
				return c.Base.Start().String() + " after-window"
			case !again.IsZero():
				return "closed " + again.AddDate(0, 0, 1).Format(time.DateOnly)
			case inTime && start.Truncate(24*time.Hour).Equal(last):
				return start.Format("2006-01-02 15:04") + " last-day"
			case inTime:
				return start.Format("2006-01-02 15:04") + " mid-term"
			default:
				late = until.Format(time.DateOnly)
			}
		}
	}
	if !day.Before(last) {
		return "ended " + last.Format(time.DateOnly)
	}
	return "too-late " + late
}

func randomCalendar(t *testing.T, r *rand.Rand) period.Calendar {
	t.Helper()
	hours := [...]int{0, 0, 16}
	clock := func(d period.Date) period.Instant { return at(d, hours[r.IntN(len(hours))]) }
	first := add(t, date("2024-06-01"), r.IntN(62))
	if r.IntN(2) == 0 {
		first = date("2024-07-01")
	}
	base, err := period.New(clock(first), clock(add(t, first, []int{30, 62, 365, 366}[r.IntN(4)])))
	if err != nil {
		t.Fatal(err)
	}
	closes := add(t, first, -1-r.IntN(70))
	c := period.Calendar{
		Base: base, Opens: add(t, closes, -r.IntN(40)), Closes: closes, GapWithBase: r.IntN(2) == 1,
	}
	until := 15 + r.IntN(17)
	if c.Starts = []period.Start{{Day: 1, Hour: hours[r.IntN(3)], Until: until, Before: 1}}; r.IntN(3) == 0 {
		c.Starts = append(c.Starts, period.Start{Day: 16, Until: 1 + r.IntN(14)})
	}
	start := c.Starts[len(c.Starts)-1]
	for day := first; day.Compare(base.End().Date()) <= 0; day = add(t, day, 1) {
		if day.Day() == start.Day && at(day, start.Hour).Compare(base.End()) < 0 && r.IntN(8) > 0 {
			c.Last = day
		}
	}
	return c
}

func add(t *testing.T, d period.Date, n int) period.Date {
	t.Helper()
	sum, err := d.AddDays(n)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}
