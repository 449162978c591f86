// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "github.com/baiseki/baiseki/clause"

// A Membership is the cover of one member in time. The zero Membership is
// none.
type Membership struct {
	Period Period `json:"period"` // the member's own policy period
	Entry  Entry  `json:"entry"`  // how the member joined
	// Clause is the one that the period rests on.
	Clause clause.ID `json:"clause"`
	// Months is the length of the period in calendar months; a part of a month
	// counts as one, the hours of the last day do not count. A base period of a
	// year has 12.
	Months int `json:"months"`
	// Days is the number of days from the first day to the last, which does not
	// count itself; at least 1.
	Days int `json:"days"`
	// YearDays is the same for the base period.
	YearDays int `json:"yearDays"`
}

// String returns the period, as [Period.String] does.
func (m Membership) String() string { return m.Period.String() }

// Join returns the cover of a member who applies on the day applied, a date in
// Japan. What fixes that day, whether the form, its receipt or the payment,
// differs from scheme to scheme, so the caller says it.
//
//	window opens    closes      base period starts          ends
//	 | base period    | after window   | mid-term             |
//
// Within the window, which contains its first and its last day, the member
// gets the base period. Later the period starts at 00:00 on the first of the
// next month and ends with the base period; the readings decide what happens
// where that start lies before the base period or on its last day.
//
// Where there is no cover to join, Join returns a [*Refusal]: [ErrNotOpen]
// before the window; [ErrClosed] after it, as long as it is too early for
// joining mid-term; [ErrTooLate] where no start is left, and [ErrEnded] from
// the last day of the edition on. For a year that does not pass [Year.Check] it
// returns an [*Error] with [ErrYear], and for the zero Date one with
// [ErrRange].
func (y Year) Join(applied Date) (Membership, error) {
	if err := y.check(); err != nil {
		return Membership{}, err
	}
	if applied.IsZero() {
		return Membership{}, &Error{"Join", "", ErrRange}
	}
	if applied.Compare(y.Opens) < 0 {
		return Membership{}, &Refusal{ErrNotOpen, applied, y.Opens, y.WindowClause.ID}
	}
	end, last := y.ends()
	if applied.Compare(y.Closes) <= 0 {
		return y.member(y.Base.start, y.Base.start.Date(), end, InWindow), nil
	}
	first, ok := applied.firstOfNextMonth()
	start := first.Start()
	switch {
	case !ok || applied.Compare(last) >= 0:
		return Membership{}, &Refusal{ErrEnded, applied, last, y.BaseClause.ID}
	case start.Compare(y.Base.start) < 0:
		if y.Readings.AfterWindow == AfterWindowRefused {
			return Membership{}, y.closed(applied)
		}
		return y.member(y.Base.start, y.Base.start.Date(), end, AfterWindow), nil
	case start.Compare(y.Base.end) >= 0 || first == last && y.Readings.LastDay == LastDayRefused:
		return Membership{}, &Refusal{ErrTooLate, applied, y.lastToApply(last), y.MidTermClause.ID}
	case first == last:
		return y.member(start, first, end, LastDay), nil
	}
	return y.member(start, first, end, MidTerm), nil
}

// ApplyBy returns the last day on which to apply so that cover starts on the
// wanted day or before it. For the base period that is the last day of the
// enrolment window; for a later start, the last day of the month before. It
// returns a [*Refusal] with [ErrNotStarted] for a day before the base period
// and [ErrEnded] for one after it, and an [*Error] as Join does.
func (y Year) ApplyBy(wanted Date) (Date, error) {
	if err := y.check(); err != nil {
		return Date{}, err
	}
	first := y.Base.start.Date()
	_, last := y.ends()
	switch {
	case wanted.IsZero():
		return Date{}, &Error{"ApplyBy", "", ErrRange}
	case wanted.Compare(first) < 0:
		return Date{}, &Refusal{ErrNotStarted, wanted, first, y.BaseClause.ID}
	case wanted.Compare(last) > 0:
		return Date{}, &Refusal{ErrEnded, wanted, last, y.BaseClause.ID}
	}
	return y.lastToApply(wanted), nil
}
