// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "github.com/baiseki/baiseki/clause"

// A Membership is the policy period of one member and how it was reached. The
// zero Membership has no period.
type Membership struct {
	Period Period `json:"period"` // the member's own policy period
	Entry  Entry  `json:"entry"`  // how the member joined
	// Clause is the clause that grants the period.
	Clause clause.ID `json:"clause"`
	// Months is the length of the period in calendar months, at least 1. A part of
	// a month counts as a month; the hours of the last day do not count. A base
	// period of a year has 12 months.
	Months int `json:"months"`
	// Days is the number of days from the first day to the last day, which does
	// not count. It is at least 1.
	Days int `json:"days"`
	// YearDays is the number of days of the base period, counted as Days is.
	YearDays int `json:"yearDays"`
}

// String returns the period, as [Period.String] does.
func (m Membership) String() string { return m.Period.String() }

// Join returns the membership of a member who applies on the day applied, a
// date in Japan. Schemes differ in which date counts as that of the application:
// the form, its receipt or the payment.
//
//	window opens    closes      base period starts          ends
//	 | base period    | after window   | mid-term             |
//
// An application in the enrolment window, first and last day included, leads to
// the base period. A later application leads to a period that starts at 00:00 on
// the first of the next month and ends with the base period. If that start is
// before the base period or on its last day, the readings decide.
//
// Join returns a [*Refusal] with
//   - [ErrNotOpen] before the window,
//   - [ErrClosed] after the window, if it is too early to join mid-term,
//   - [ErrTooLate] if no start before the end of the base period is left,
//   - [ErrEnded] on the last day of the base period and later.
//
// It returns an [*Error] with [ErrYear] if [Year.Check] fails, and with
// [ErrRange] if applied is zero.
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

// ApplyBy returns the last day of application for a period that starts on the
// wanted day or before it. That is the last day of the enrolment window for the
// base period, and the last day of the month before for a later start.
//
// ApplyBy returns a [*Refusal] with [ErrNotStarted] if the wanted day is before
// the base period, and with [ErrEnded] if it is after it. It returns an [*Error]
// with [ErrYear] if [Year.Check] fails, and with [ErrRange] if wanted is zero.
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

// Grants reports whether Join returns the period p for some day of application
// under the readings of the year: the base period, or a mid-term period from
// 00:00 on the first of a month to the end of the base period. It is false for
// every other period, for the zero Period, and if [Year.Check] fails.
func (y Year) Grants(p Period) bool {
	if p == y.Base {
		return y.check() == nil // the window has a day, which leads to the base period
	}
	applied, err := p.start.Date().AddDays(-1)
	if err != nil {
		return false
	}
	m, err := y.Join(applied)
	return err == nil && m.Period == p
}
