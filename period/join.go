// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

// A Membership is the cover of one member in time. The zero Membership is
// none.
type Membership struct {
	Period Period `json:"period"` // the member's own policy period
	Entry  Entry  `json:"entry"`  // how the member joined
	// Months is the length of the period in calendar months; a part of a month
	// counts as one, the hours of the last day do not count.
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
// Where there is no cover to join, Join returns a [*Refusal] with [ErrNotOpen],
// [ErrClosed], [ErrLastDay] or [ErrEnded]. For a year that does not pass
// [Year.Check] it returns an [*Error] with [ErrYear], and for the zero Date one
// with [ErrRange].
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
	first, last := y.Base.Start(), y.Base.End().Date()
	if applied.Compare(y.Closes) <= 0 {
		return y.member(first, first.Date(), last, InWindow), nil
	}
	day, ok := applied.firstOfNextMonth()
	start := day.Start()
	switch {
	case !ok || day.Compare(last) > 0 || start == y.Base.End():
		return Membership{}, &Refusal{ErrEnded, applied, last, y.BaseClause.ID}
	case start.Compare(first) < 0:
		if y.Readings.AfterWindow == AfterWindowRefused {
			return Membership{}, &Refusal{ErrClosed, applied, y.reopens(), y.WindowClause.ID}
		}
		return y.member(first, first.Date(), last, AfterWindow), nil
	case day == last:
		if y.Readings.LastDay == LastDayRefused {
			return Membership{}, &Refusal{ErrLastDay, applied, y.lastDay(), y.MidTermClause.ID}
		}
		return y.member(start, day, last, LastDay), nil
	}
	return y.member(start, day, last, MidTerm), nil
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
	first, last := y.Base.Start().Date(), y.Base.End().Date()
	switch {
	case wanted.IsZero():
		return Date{}, &Error{"ApplyBy", "", ErrRange}
	case wanted.Compare(first) < 0:
		return Date{}, &Refusal{ErrNotStarted, wanted, first, y.BaseClause.ID}
	case wanted.Compare(last) > 0 || wanted.Start() == y.Base.End():
		return Date{}, &Refusal{ErrEnded, wanted, last, y.BaseClause.ID}
	}
	start := pack(wanted.Year(), wanted.Month(), 1)
	if start.Start().Compare(y.Base.Start()) < 0 {
		return y.Closes, nil
	}
	if start == last && y.Readings.LastDay == LastDayRefused {
		return y.lastDay(), nil
	}
	return start.AddDays(-1)
}

// member returns the membership from start, on the day from, to the end of the
// base period, on the day to.
func (y *Year) member(start Instant, from, to Date, entry Entry) Membership {
	months := (to.Year()-from.Year())*12 + int(to.Month()-from.Month())
	if to.Day() > from.Day() {
		months++
	}
	last := y.Base.end.day()
	return Membership{
		Period:   Period{start, y.Base.end},
		Entry:    entry,
		Months:   max(1, months),
		Days:     int(max(1, last-start.day())),
		YearDays: int(max(1, last-y.Base.start.day())),
	}
}

// reopens returns the first day after the window on which an application leads
// to a start within the base period: the first of the month in which that
// starts.
func (y *Year) reopens() Date {
	start := y.Base.Start().Date()
	return pack(start.Year(), start.Month(), 1)
}

// lastDay returns the last day of application that leads to a start before the
// last day of the base period, which is the first of a month.
func (y *Year) lastDay() Date {
	end := y.Base.End().Date()
	month, _ := end.addMonths(-1)
	day, _ := month.AddDays(-1)
	return day
}
