// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// TestRandomCalendars joins scheme years of all shapes on every day around them, and
// holds the schedule against the definition.
func TestRandomCalendars(t *testing.T) {
	r, seen := rand.New(rand.NewPCG(2024, 2025)), map[string]int{}
	for range cases.Rounds(t) / 20 {
		c := randomCalendar(t, r)
		s, err := period.NewSchedule(c)
		if err != nil {
			continue
		}
		for shape, is := range map[string]bool{
			"valid": true, "no window": c.Closes.IsZero(), "own": c.OwnMonths > 0, "lead": c.Starts[0].Lead > 0,
			"every": c.Starts[0].Every > 1, "moved": len(c.Except) > 0 && !c.Except[0].Until.IsZero(),
			"not offered": len(c.Except) > 0 && c.Except[0].Until.IsZero(), "shared": shares(s),
		} {
			if is {
				seen[shape]++
			}
		}
		if holdSchedule(t, s, r.Uint64()); t.Failed() {
			t.Fatalf("%+v", c)
		}
	}
	for _, shape := range []string{"valid", "no window", "own", "lead", "every", "moved", "not offered", "shared"} {
		if seen[shape] < cases.Rounds(t)/1_000 {
			t.Errorf("only %d calendars of the shape %s: %v", seen[shape], shape, seen)
		}
	}
}

// shares reports whether two starts have one last day to apply.
func shares(s period.Schedule) bool {
	var last period.Date
	for until := range s.Offers() {
		if until == last {
			return true
		}
		last = until
	}
	return false
}

// holdSchedule holds all methods of a schedule against the definition for every day around
// its base period. The seed chooses wanted days.
func holdSchedule(t *testing.T, s period.Schedule, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	d := define(s.Calendar())
	var sure []join
	granted := map[period.Period]bool{}
	from, to := d.first.AddDate(0, -6, 0), d.last.AddDate(0, 0, 3)
	for day := from; !day.After(to) && !t.Failed(); day = day.AddDate(0, 0, 1) {
		applied := dateOf(t, day)
		m, err := s.Join(applied)
		if got, want := outcomeOf(m, err), d.join(day); got != want {
			t.Errorf("on %v: got %s, want %s", applied, got, want)
		}
		wanted := []time.Time{d.first, d.last.AddDate(0, 0, r.IntN(3)-1), day.AddDate(0, 0, r.IntN(90)), d.first.AddDate(0, 0, r.IntN(400)-5)}
		if err == nil {
			granted[m.Period] = true
			if wanted = append(wanted, civilOf(m.Period.Start().Date())); m.Entry != period.AfterWindow {
				sure = append(sure, join{applied, m})
			}
		} else {
			checkTold(t, s, err)
		}
		for _, w := range wanted {
			m, err := s.JoinOn(applied, dateOf(t, w))
			if got, want := outcomeOf(m, err), d.joinOn(day, w); got != want {
				t.Errorf("on %v for %v: got %s, want %s", applied, dateOf(t, w), got, want)
			}
			if err == nil {
				granted[m.Period] = true
			}
			if f, ok := errors.AsType[*fault.Error](err); ok && f.Reason == fault.ErrRange {
				if _, err := s.JoinOn(applied, date(f.Want)); err != nil {
					t.Errorf("on %v for %v: told %s, and then %v", applied, dateOf(t, w), f.Want, err)
				}
			}
		}
	}
	for until, m := range s.Offers() {
		if granted[m.Period] = true; m.Entry == period.AfterWindow && until.Compare(s.Calendar().Closes) <= 0 {
			t.Errorf("until %v after the window", until)
		}
	}
	for p := range granted {
		if !s.Grants(p) {
			t.Errorf("%v is not granted", p)
		}
	}
	for day := d.first.AddDate(0, 0, -3); !day.After(to) && !t.Failed(); day = day.AddDate(0, 0, 1) {
		checkDay(t, s, dateOf(t, day), sure, granted)
	}
}

// checkTold demands that what a refusal tells is so.
func checkTold(t *testing.T, s period.Schedule, err error) {
	t.Helper()
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.JA == "" {
		t.Fatal(err)
	}
	told := date(f.Want)
	before, after := second(s.Join(add(t, told, -1))), second(s.Join(add(t, told, 1)))
	switch on := second(s.Join(told)); f.Reason {
	case fault.ErrNotOpen, fault.ErrClosed:
		if on != nil || before == nil {
			t.Errorf("%v: %v, and the day before %v", err, on, before)
		}
	case fault.ErrTooLate:
		if on != nil || after == nil {
			t.Errorf("%v: %v, and the day after %v", err, on, after)
		}
	default:
		if !errors.Is(on, fault.ErrEnded) || errors.Is(before, fault.ErrEnded) {
			t.Errorf("%v: %v, and the day before %v", err, on, before)
		}
	}
}

type join struct {
	applied period.Date
	member  period.Membership
}

// checkDay holds ApplyBy and Grants for one wanted day against all joins for which nobody
// has to agree.
func checkDay(t *testing.T, s period.Schedule, wanted period.Date, sure []join, granted map[period.Period]bool) {
	t.Helper()
	var want period.Date
	for _, j := range sure {
		if j.member.Period.Start().Date().Compare(wanted) <= 0 {
			want = j.applied
		}
	}
	if by, err := s.ApplyBy(wanted); by != want && err == nil || errors.Is(err, fault.ErrNotStarted) != want.IsZero() {
		t.Errorf("for %v: apply by %v, %v; want %v", wanted, by, err, want)
	}
	for _, hour := range []int{0, 16} {
		p, err := period.New(at(wanted, hour), s.Calendar().Base.End())
		if err == nil && s.Calendar().OwnMonths == 0 && s.Grants(p) != granted[p] {
			t.Errorf("%v: %v", p, s.Grants(p))
		}
	}
}

// outcomeOf returns a membership, or the code of a refusal and the date that it tells.
func outcomeOf(m period.Membership, err error) string {
	if err != nil {
		return refused(err)
	}
	return fmt.Sprintf("%v %v %d/%d/%d", m.Period, m.Entry, m.Months, m.Days, m.YearDays)
}

// A definition says what a calendar means, day by day on the time package: whether a
// period starts on a day, and whether an application is in time for it. It lists
// nothing and computes no last day to apply.
type definition struct {
	c           period.Calendar
	from, to    time.Time // the base period
	first, last time.Time // its days
	at, prior   time.Time // the last day not after the base period on which one starts, and that before first
	late        string    // the last day on which somebody joins
	begun       map[time.Time]time.Time
	joined      map[time.Time]joining
}

// A joining is what member returns for a day.
type joining struct {
	start time.Time
	entry period.Entry
}

func civilOf(d period.Date) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

func dateOf(t testing.TB, day time.Time) period.Date {
	t.Helper()
	d, err := period.NewDate(day.Date())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func define(c period.Calendar) *definition {
	wall := func(i period.Instant) time.Time { return i.Time().UTC().Add(9 * time.Hour) }
	d := &definition{
		c: c, from: wall(c.Base.Start()), to: wall(c.Base.End()),
		begun: map[time.Time]time.Time{}, joined: map[time.Time]joining{},
	}
	d.first, d.last = d.from.Truncate(24*time.Hour), d.to.Add(-time.Second).Truncate(24*time.Hour)
	d.prior = d.before(d.first)
	if d.at = d.prior; !d.begins(d.first).IsZero() && !d.begins(d.first).After(d.from) {
		d.at = d.first
	}
	for day := d.last; d.late == ""; day = day.AddDate(0, 0, -1) {
		if start, _ := d.member(day); !start.IsZero() {
			d.late = day.Format(time.DateOnly)
		}
	}
	return d
}

// starts returns when a period starts on a day, and the rule for it; zero if none does.
func (d *definition) starts(day time.Time) (time.Time, period.Start, period.Exception) {
	for _, s := range d.c.Starts {
		apart := (day.Year()-d.first.Year())*12 + int(day.Month()-d.first.Month())
		start := day.Add(time.Duration(s.Hour) * time.Hour)
		if day.Day() != s.Day || s.Every > 1 && apart%s.Every != 0 || day.After(civilOf(d.c.Last)) || !start.Before(d.to) {
			continue
		}
		for _, e := range d.c.Except {
			if civilOf(e.Start).Equal(day) {
				if e.Until.IsZero() {
					return time.Time{}, s, e
				}
				return start, s, e
			}
		}
		return start, s, period.Exception{}
	}
	return time.Time{}, period.Start{}, period.Exception{}
}

// begins returns when a period starts on a day.
func (d *definition) begins(day time.Time) time.Time {
	start, ok := d.begun[day]
	if !ok {
		start, _, _ = d.starts(day)
		d.begun[day] = start
	}
	return start
}

// inTime reports whether a period starts on the day, and an application is in time for it.
func (d *definition) inTime(applied, day time.Time) bool {
	if d.begins(day).IsZero() {
		return false
	}
	_, s, e := d.starts(day)
	apart := (day.Year()-applied.Year())*12 + int(day.Month()-applied.Month())
	switch {
	case !e.Until.IsZero():
		return !applied.After(civilOf(e.Until))
	case s.Lead > 0:
		return !applied.AddDate(0, 0, s.Lead).After(day)
	}
	return apart > s.Before || apart == s.Before && applied.Day() <= s.Until
}

// before returns the last day before one on which a period starts, up to a year before
// the base period.
func (d *definition) before(day time.Time) time.Time {
	least := time.Date(d.first.Year()-1, d.first.Month(), 1, 0, 0, 0, 0, time.UTC)
	for day = day.AddDate(0, 0, -1); !day.Before(least); day = day.AddDate(0, 0, -1) {
		if !d.begins(day).IsZero() {
			return day
		}
	}
	return time.Time{}
}

// opens reports whether the window has opened.
func (d *definition) opens(applied time.Time) bool {
	if !d.c.Closes.IsZero() {
		return !applied.Before(civilOf(d.c.Opens))
	}
	if !d.prior.IsZero() {
		return !d.inTime(applied, d.prior)
	}
	return !applied.Before(d.first.AddDate(-1, 0, 0))
}

// member returns the first start that an application leads to, and the entry.
func (d *definition) member(applied time.Time) (time.Time, period.Entry) {
	j, ok := d.joined[applied]
	if !ok {
		j.start, j.entry = d.earliest(applied)
		d.joined[applied] = j
	}
	return j.start, j.entry
}

func (d *definition) earliest(applied time.Time) (time.Time, period.Entry) {
	switch window, base := !d.c.Closes.IsZero(), d.at; {
	case !d.opens(applied):
		return time.Time{}, ""
	case window && !applied.After(civilOf(d.c.Closes)), !window && d.inTime(applied, base):
		return d.from, period.InWindow
	case d.inTime(applied, base) && d.c.GapWithBase:
		return d.from, period.AfterWindow
	case d.inTime(applied, base):
		return time.Time{}, ""
	}
	day := d.first
	if applied.After(day) { // for what starts before it, it is too late
		day = applied
	}
	for ; !day.After(d.last); day = day.AddDate(0, 0, 1) {
		if start, entry := d.later(applied, day); !start.IsZero() {
			return start, entry
		}
	}
	return time.Time{}, ""
}

// later returns the mid-term start on a day, if the application is in time for it.
func (d *definition) later(applied, day time.Time) (time.Time, period.Entry) {
	start := d.begins(day)
	if !start.After(d.from) || !d.inTime(applied, day) {
		return time.Time{}, ""
	}
	if day.Equal(d.last) && d.c.OwnMonths == 0 {
		return start, period.LastDay
	}
	return start, period.MidTerm
}

// join returns what a day of application leads to.
func (d *definition) join(applied time.Time) string {
	if start, entry := d.member(applied); !start.IsZero() {
		return d.text(start, entry)
	}
	code, until := "not-open ", d.opens
	switch {
	case !d.opens(applied):
	case d.inTime(applied, d.at):
		code, until = "closed ", func(day time.Time) bool { return !d.inTime(day, d.at) }
	case !applied.Before(d.last):
		return "ended " + d.last.Format(time.DateOnly)
	default:
		return "too-late " + d.late
	}
	for !until(applied) {
		applied = applied.AddDate(0, 0, 1)
	}
	return code + applied.Format(time.DateOnly)
}

// joinOn returns what a day of application leads to for a wanted day.
func (d *definition) joinOn(applied, wanted time.Time) string {
	earliest, entry := d.member(applied)
	switch {
	case earliest.IsZero():
		return d.join(applied)
	case wanted.Before(d.first):
		return "not-started " + d.first.Format(time.DateOnly)
	case wanted.Equal(d.first) && earliest.Equal(d.from):
		return d.text(earliest, entry)
	}
	if start, entry := d.later(applied, wanted); !start.IsZero() {
		return d.text(start, entry)
	}
	if wanted.Equal(d.first) || d.begins(wanted).After(d.from) { // too late for it
		for day := applied; ; day = day.AddDate(0, 0, -1) {
			_, entry := d.member(day)
			if wanted.Equal(d.first) && entry == period.InWindow || !wanted.Equal(d.first) && d.inTime(day, wanted) {
				return "too-late " + day.Format(time.DateOnly)
			}
		}
	}
	for day := wanted; !day.After(d.last); day = day.AddDate(0, 0, 1) {
		if start, _ := d.later(applied, day); !start.IsZero() {
			return "range " + day.Format(time.DateOnly)
		}
	}
	return "ended " + d.last.Format(time.DateOnly)
}

// text returns the membership from a start.
func (d *definition) text(start time.Time, entry period.Entry) string {
	end, year := d.to, d.from
	if d.c.OwnMonths > 0 {
		end, year = monthsLater(start, d.c.OwnMonths), start
	}
	full := end
	if d.c.OwnMonths > 0 {
		full = monthsLater(start, 12)
	}
	days := func(from, to time.Time) int {
		return max(1, int(to.Truncate(24*time.Hour).Sub(from.Truncate(24*time.Hour))/(24*time.Hour)))
	}
	months := max(1, d.c.OwnMonths)
	for n := 0; d.c.OwnMonths == 0; n++ {
		at := time.Date(start.Year(), start.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		if at.Year() == end.Year() && at.Month() == end.Month() {
			if end.Day() > start.Day() {
				n++
			}
			months = max(1, n)
			break
		}
	}
	return fmt.Sprintf("%s - %s %s %d/%d/%d", start.Format("2006-01-02 15:04"), end.Format("2006-01-02 15:04"), entry,
		months, days(start, end), days(year, full))
}

// monthsLater returns the same time of day months later, or the end of a month that has
// no such day.
func monthsLater(t time.Time, n int) time.Time {
	month := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	next := month.AddDate(0, 1, 0)
	if at := month.AddDate(0, 0, t.Day()-1).Add(t.Sub(t.Truncate(24 * time.Hour))); at.Before(next) {
		return at
	}
	return next
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
	c := period.Calendar{Base: base}
	if r.IntN(3) > 0 {
		c.Closes = add(t, first, -1-r.IntN(70))
		c.Opens, c.GapWithBase = add(t, c.Closes, -r.IntN(40)), r.IntN(2) == 1
	}
	if r.IntN(3) == 0 {
		c.OwnMonths = []int{1, 6, 12, 12, 24}[r.IntN(5)]
	}
	every := []int{0, 0, 1, 2, 3}[r.IntN(5)]
	c.Starts = []period.Start{{Day: 1, Hour: hours[r.IntN(3)], Every: every}}
	if r.IntN(3) == 0 {
		c.Starts[0].Day = first.Day() % 28
	}
	switch c.Starts[0].Day = max(1, c.Starts[0].Day); r.IntN(4) {
	case 0:
		c.Starts[0].Lead = 1 + r.IntN(40)
	case 1:
		c.Starts[0].Until, c.Starts[0].Before = 1+r.IntN(31), 1+r.IntN(3)
	default:
		c.Starts[0].Until, c.Starts[0].Before = 15+r.IntN(17), 1
	}
	if day := c.Starts[0].Day + 1 + r.IntN(15); day <= 28 && r.IntN(2) == 0 {
		more := c.Starts[0]
		if more.Day = day; r.IntN(2) == 0 {
			more.Until, more.Before, more.Lead = max(1, day-1-r.IntN(14)), 0, 0
		}
		if more.Before == 0 && more.Lead == 0 && more.Until >= more.Day {
			more.Until, more.Lead = 0, 1
		}
		c.Starts = append(c.Starts, more)
	}
	var days []period.Date
	for day := first; day.Compare(base.End().Date()) <= 0; day = add(t, day, 1) {
		if slices.ContainsFunc(c.Starts, func(s period.Start) bool { return s.Day == day.Day() }) {
			days = append(days, day)
		}
	}
	if len(days) == 0 {
		return c
	}
	c.Last = days[len(days)-1-r.IntN((len(days)+2)/3)]
	if day := days[r.IntN(len(days))]; r.IntN(2) == 0 {
		e := period.Exception{Start: day}
		if r.IntN(3) > 0 {
			e.Until = add(t, day, -1-r.IntN(45))
		}
		c.Except = []period.Exception{e}
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
