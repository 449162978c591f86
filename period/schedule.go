// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
)

// A Schedule is the list of the starts of a [Calendar], each with the last day to
// apply for it. It is immutable and safe for concurrent use. The zero Schedule
// has no starts: Join and ApplyBy return [fault.ErrScheme].
type Schedule struct{ s *schedule }

type schedule struct {
	calendar Calendar
	untils   []int32 // the packed days of the rows
	rows     []row   // in the order of the day of application
}

// A row holds for applications up to a day, after that of the row before.
type row struct {
	until   int32 // the last day of application, packed
	start   Date  // on which the period starts; zero before the window and after the last start
	from    int   // the index of its Start, for a mid-term period
	member  Membership
	refusal refusal // if it has a reason, there is no member
}

// A Membership is the policy period of one member and how it was reached. The
// zero Membership has no period.
type Membership struct {
	Period Period `json:"period"` // the member's own policy period
	Entry  Entry  `json:"entry"`  // how the member joined
	// Clause is the clause that states the period.
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

// NewSchedule returns the schedule of the calendar, of which it keeps a copy. It
// returns a [*fault.Error] for each of these faults, joined, with the path of the
// field, such as starts[0].until:
//   - [fault.ErrMissing]: base, opens or closes is zero; last is zero and there
//     are starts,
//   - [fault.ErrRange]: base is longer than five years; opens is more than a year
//     before it; a number of a start is out of bounds; last is not one of the
//     starts in the base period,
//   - [fault.ErrOrder]: closes is before opens or not before base; the starts are
//     not in the order of the month; a last day to apply is not before its start,
//     or not after that of the start before,
//   - [fault.ErrConflict]: a start is on the first day of base, after its hour,
//   - [fault.ErrMisplaced]: there is a last start and there are no starts.
func NewSchedule(c Calendar) (Schedule, error) {
	if err := c.check(); err != nil {
		return Schedule{}, err
	}
	c.Starts = slices.Clone(c.Starts)
	rows, err := c.rows()
	if err != nil {
		return Schedule{}, err
	}
	s := &schedule{calendar: c, rows: rows}
	for _, r := range rows {
		s.untils = append(s.untils, r.until)
	}
	return Schedule{s}, nil
}

// Calendar returns the calendar of the schedule, or the zero Calendar for the
// zero Schedule.
func (s Schedule) Calendar() Calendar {
	if s.s == nil {
		return Calendar{}
	}
	c := s.s.calendar
	c.Starts = slices.Clone(c.Starts)
	return c
}

// Offers returns the memberships with the last day to apply for each, in the order
// of these days, to be reviewed. An application after the last day of the one before
// leads to it. With [Calendar.GapWithBase], the base period appears twice: until the
// end of the window, and until the end of the gap.
func (s Schedule) Offers() iter.Seq2[Date, Membership] {
	return func(yield func(Date, Membership) bool) {
		if s.s == nil {
			return
		}
		for _, r := range s.s.rows {
			if r.refusal.reason == nil && !yield(Date{r.until}, r.member) {
				return
			}
		}
	}
}

// Join returns the membership of a member who applies on the day applied, a
// date in Japan. Schemes differ in which date counts as that of the application:
// the form, its receipt or the payment.
//
//	window opens    closes      base period starts          ends
//	 | base period    | gap            | mid-term             |
//
// An application in the enrolment window leads to the base period. One in the gap
// after it leads to what [Calendar.GapWithBase] says. A later application leads to the
// first period for which it is in time, which ends with the base period.
//
// Join returns a [*fault.Error] at applied with [fault.ErrMissing] if applied is
// zero. For an application that is refused, it returns one with the clause, the
// sentence for the applicant and, in Want, a date:
//   - [fault.ErrNotOpen] before the window: the first day of the window,
//   - [fault.ErrClosed] in a gap that is refused: the first day on which
//     applications are accepted again,
//   - [fault.ErrTooLate] after the last day to apply for the last start: that day,
//   - [fault.ErrEnded] on the last day of the base period and later: that day.
func (s Schedule) Join(applied Date) (Membership, error) {
	if s.s == nil || applied.IsZero() {
		return Membership{}, s.unusable("Join", "applied")
	}
	at, _ := slices.BinarySearch(s.s.untils, applied.day)
	r := &s.s.rows[at]
	if r.refusal.reason != nil {
		return Membership{}, r.refusal.of("Join", "applied", applied)
	}
	return r.member, nil
}

// ApplyBy returns the last day of application for a period that starts on the
// wanted day or before it, for which nobody has to agree: the last day on which
// [Schedule.Join] returns such a period with another entry than [AfterWindow].
//
// ApplyBy returns a [*fault.Error] at wanted, as [Schedule.Join] does at applied:
//   - [fault.ErrMissing] if wanted is zero,
//   - [fault.ErrNotStarted] before the base period, with its first day,
//   - [fault.ErrEnded] after the base period, with its last day.
func (s Schedule) ApplyBy(wanted Date) (Date, error) {
	if s.s == nil || wanted.IsZero() {
		return Date{}, s.unusable("ApplyBy", "wanted")
	}
	rows, by := s.s.rows, s.s.calendar.BaseClause.ID
	first, last := rows[1].start, rows[len(rows)-1].refusal.date
	switch {
	case wanted.Compare(first) < 0:
		return Date{}, refusal{fault.ErrNotStarted, first, by}.of("ApplyBy", "wanted", wanted)
	case wanted.Compare(last) > 0:
		return Date{}, refusal{fault.ErrEnded, last, by}.of("ApplyBy", "wanted", wanted)
	}
	at := len(rows) - 3
	for rows[at].start.Compare(wanted) > 0 || rows[at].refusal.reason != nil || rows[at].member.Entry == AfterWindow {
		at--
	}
	return Date{rows[at].until}, nil
}

// Grants reports whether Join returns the period p for some day of application.
// It is false for the zero Period and for the zero Schedule.
func (s Schedule) Grants(p Period) bool {
	return !p.IsZero() && s.s != nil && slices.ContainsFunc(s.s.rows, func(r row) bool { return r.member.Period == p })
}

// unusable returns the error of a method for the zero Schedule, or for a zero
// Date at the path.
func (s Schedule) unusable(op, path string) error {
	if s.s == nil {
		return &fault.Error{Op: "period." + op, Reason: fault.ErrScheme}
	}
	return &fault.Error{Op: "period." + op, Path: path, Reason: fault.ErrMissing}
}
