// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// TestRandomCalendars joins years of all shapes on every day around them. What
// a refusal tells must be true: the day that it names is taken or is one of
// cover, and the day on its other side is not.
func TestRandomCalendars(t *testing.T) {
	r := rand.New(rand.NewPCG(2024, 2025))
	for range cases.Rounds(t) / 100 {
		y := randomYear(t, r)
		for day := add(t, y.Opens, -3); day.Start().Compare(add(t, y.Base.End().Date(), 3).Start()) <= 0; day = add(t, day, 1) {
			checkJoin(t, y, day)
			checkApplyBy(t, y, day)
			if t.Failed() {
				t.Fatalf("%+v, on %v", y, day)
			}
		}
		checkGrants(t, y)
		if t.Failed() {
			t.Fatalf("%+v", y)
		}
	}
}

func randomYear(t *testing.T, r *rand.Rand) period.Year {
	t.Helper()
	hours := [...]int{0, 0, 16}
	clock := func(d period.Date) period.Instant {
		i, err := d.Clock(hours[r.IntN(len(hours))], 0)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	first := add(t, date("2024-06-01"), r.IntN(62))
	if r.IntN(2) == 0 {
		first = date("2024-07-01")
	}
	base, err := period.New(clock(first), clock(add(t, first, []int{15, 30, 62, 365, 366}[r.IntN(5)])))
	if err != nil {
		t.Fatal(err)
	}
	closes := add(t, first, -1-r.IntN(70))
	return period.Year{
		Base: base, Opens: add(t, closes, -r.IntN(40)), Closes: closes,
		Readings: period.Readings{
			AfterWindow: period.AfterWindowReading(r.IntN(2)), LastDay: period.LastDayReading(r.IntN(2)),
		},
	}
}

func add(t *testing.T, d period.Date, n int) period.Date {
	t.Helper()
	sum, err := d.AddDays(n)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func checkJoin(t *testing.T, y period.Year, day period.Date) {
	t.Helper()
	m, err := y.Join(day)
	if err == nil {
		if m.Period.End() != y.Base.End() || m.Period.Start().Compare(y.Base.Start()) < 0 || m.Months < 1 || m.Days < 1 || m.Days > m.YearDays {
			t.Errorf("joined %+v", m)
		}
		return
	}
	refusal, ok := errors.AsType[*period.Refusal](err)
	if !ok || m != (period.Membership{}) {
		t.Fatalf("%v, %v", m, err)
	}
	joins := func(d period.Date) bool { _, err := y.Join(d); return err == nil }
	before, after := add(t, refusal.Date, -1), add(t, refusal.Date, 1)
	switch refusal.Reason {
	case period.ErrNotOpen, period.ErrClosed:
		if !joins(refusal.Date) || joins(before) || day.Compare(refusal.Date) >= 0 {
			t.Error(err)
		}
	case period.ErrTooLate:
		if !joins(refusal.Date) || joins(after) && after.Compare(day) > 0 || day.Compare(refusal.Date) <= 0 {
			t.Error(err)
		}
	case period.ErrEnded:
		if y.Base.On(refusal.Date) == period.After || y.Base.On(after) != period.After || day.Compare(refusal.Date) < 0 {
			t.Error(err)
		}
	default:
		t.Error(err)
	}
}

// checkGrants holds Grants against the periods that Join returns for every day
// around the year, for periods from every day at two hours to several ends.
func checkGrants(t *testing.T, y period.Year) {
	t.Helper()
	from, to := add(t, y.Opens, -40), add(t, y.Base.End().Date(), 40)
	joined := map[period.Period]bool{}
	for day := from; day.Compare(to) <= 0; day = add(t, day, 1) {
		if m, err := y.Join(day); err == nil {
			joined[m.Period] = true
		}
	}
	if !joined[y.Base] {
		t.Error("nobody joins for the base period")
	}
	end := y.Base.End()
	second := func(s int64) period.Instant {
		i, err := period.InstantOf(end.Time().Add(time.Duration(s) * time.Second))
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	ends := []period.Instant{end, second(-1), second(1), end.Date().Start(), add(t, end.Date(), 1).Start(), add(t, end.Date(), 31).Start()}
	granted := map[period.Period]bool{}
	for day := from; day.Compare(to) <= 0; day = add(t, day, 1) {
		at16, err := day.Clock(16, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, start := range []period.Instant{day.Start(), at16} {
			for _, end := range ends {
				p, err := period.New(start, end)
				if err != nil {
					continue
				}
				if got := y.Grants(p); got != joined[p] {
					t.Errorf("%v: %v", p, got)
				} else if got {
					granted[p] = true
				}
			}
		}
	}
	if len(granted) != len(joined) {
		t.Errorf("%d periods are granted and %d joined", len(granted), len(joined))
	}
}

// checkApplyBy demands that the last day to apply gives cover by the wanted
// day, and that no later day does but one that the agent must accept.
func checkApplyBy(t *testing.T, y period.Year, wanted period.Date) {
	t.Helper()
	by, err := y.ApplyBy(wanted)
	if err != nil {
		if on := y.Base.On(wanted); on == period.Inside || on == period.Unclear && wanted.Start() != y.Base.End() {
			t.Error(wanted, on, err)
		}
		return
	}
	if m, err := y.Join(by); err != nil || m.Period.Start().Date().Compare(wanted) > 0 {
		t.Error(wanted, by, m, err)
	}
	for late := add(t, by, 1); late.Compare(wanted) <= 0; late = add(t, late, 1) {
		if m, err := y.Join(late); err == nil && m.Entry != period.AfterWindow && m.Period.Start().Date().Compare(wanted) <= 0 {
			t.Error(wanted, by, "but", late, "gives", m)
			return
		}
	}
}
