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
	calendar    Calendar
	first, last Date    // of the base period
	untils      []int32 // the packed days of the rows
	rows        []row   // in the order of the day of application
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
	// period of a year has 12 months. With [Calendar.OwnMonths], Months is that number.
	Months int `json:"months"`
	// Days is the number of days from the first day to the last day, which does
	// not count. It is at least 1.
	Days int `json:"days"`
	// YearDays is the number of days of the base period, counted as Days is. With
	// [Calendar.OwnMonths] it is that of the twelve months from the first day, so that
	// 12 months of one's own are a full year, which has as many Days as YearDays.
	YearDays int `json:"yearDays"`
}

// String returns the period, as [Period.String] does.
func (m Membership) String() string { return m.Period.String() }

// NewSchedule returns the schedule of the calendar, of which it keeps a copy. It
// returns a [*fault.Error] for each of these faults, joined, with the path of the
// field, such as starts[0].until:
//   - [fault.ErrMissing]: base or the start of an exception is zero; opens or closes
//     is zero, and not both are or no start is on the first day of base; last is zero
//     and there are starts,
//   - [fault.ErrRange]: base or ownMonths is longer than five years, or a period ends
//     after the year 9999; opens is more than a year before base; a number of a start
//     is out of bounds; last is not one of the starts in the base period; the start of
//     an exception is not one of the starts from a year before base to last,
//   - [fault.ErrOrder]: closes is before opens or not before base; the starts are
//     not in the order of the month, or the exceptions not in that of their starts; a
//     last day to apply is not before its start, is before that of the start before or
//     of the window, or is in the gap after the window,
//   - [fault.ErrConflict]: a start is on the first day of base, after its hour; a start
//     has lead, and until or before,
//   - [fault.ErrMisplaced]: there is a last start and there are no starts.
func NewSchedule(c Calendar) (Schedule, error) {
	if err := c.check(); err != nil {
		return Schedule{}, err
	}
	rows, err := c.rows()
	if err != nil {
		return Schedule{}, err
	}
	s := &schedule{calendar: c.clone(), rows: rows, untils: make([]int32, 0, len(rows))}
	s.first, s.last = c.Base.days()
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
	return s.s.calendar.clone()
}

// Offers returns the memberships with the last day to apply for each, in the order
// of these days, to be reviewed. An application after the last day of the one before
// leads to it. With [Calendar.GapWithBase], the base period appears twice: until the
// end of the window, and until the end of the gap. If two starts have one last day,
// Join leads to the first, and [Schedule.JoinOn] to either.
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
// first period for which it is in time. [Schedule.JoinOn] is for a later one.
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

// JoinOn returns the membership of a member who applies on the day applied for a
// period that starts on the wanted day. For the start to which [Schedule.Join] leads, it
// returns the same. A later start can be applied for at any time until its last day.
//
// JoinOn returns the errors of Join at applied, [fault.ErrMissing] at wanted if wanted is
// zero, and, with the clause, the sentence for the applicant and a date in Want:
//   - [fault.ErrTooLate] at applied after the last day to apply for the wanted start: that
//     day; the sentence also has the first start that the application is in time for,
//   - [fault.ErrRange] at wanted if no period starts on that day: the next start that
//     the application is in time for,
//   - [fault.ErrNotStarted] at wanted before the base period: its first day,
//   - [fault.ErrEnded] at wanted after the last start: the last day of the base period.
func (s Schedule) JoinOn(applied, wanted Date) (Membership, error) {
	switch {
	case s.s == nil || applied.IsZero():
		return Membership{}, s.unusable("JoinOn", "applied")
	case wanted.IsZero():
		return Membership{}, s.unusable("JoinOn", "wanted")
	}
	at, _ := slices.BinarySearch(s.s.untils, applied.day)
	rows := s.s.rows
	in := &rows[at]
	if in.refusal.reason != nil {
		return Membership{}, in.refusal.of("JoinOn", "applied", applied)
	}
	if wanted.Compare(s.s.first) < 0 || wanted.Compare(s.s.last) > 0 {
		return Membership{}, s.s.outside("JoinOn", wanted)
	}
	next := at // the first that is not before the wanted day
	for rows[next].start.Compare(wanted) < 0 {
		if next++; next == len(rows)-noStart {
			return Membership{}, s.s.outside("JoinOn", wanted)
		}
	}
	if rows[next].start == wanted {
		return rows[next].member, nil
	}
	if was := &rows[s.s.sure(wanted)]; was.start == wanted {
		late := refusal{fault.ErrTooLate, Date{was.until}, in.start, was.member.Clause}
		return Membership{}, late.of("JoinOn", "applied", applied)
	}
	none := refusal{reason: fault.ErrRange, date: rows[next].start, by: rows[next].member.Clause}
	return Membership{}, none.of("JoinOn", "wanted", wanted)
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
	if wanted.Compare(s.s.first) < 0 || wanted.Compare(s.s.last) > 0 {
		return Date{}, s.s.outside("ApplyBy", wanted)
	}
	return Date{s.s.rows[s.s.sure(wanted)].until}, nil
}

// noStart is how many rows after the last start have none.
const noStart = 2

// outside returns the refusal of a wanted day that is before the base period or after
// every start.
func (s *schedule) outside(op string, wanted Date) error {
	no := refusal{reason: fault.ErrEnded, date: s.last, by: s.calendar.BaseClause.ID}
	if wanted.Compare(s.first) < 0 {
		no.reason, no.date = fault.ErrNotStarted, s.first
	}
	return no.of(op, "wanted", wanted)
}

// sure returns the index of the last row for which nobody has to agree and whose
// period starts on a wanted day in the base period or before it.
func (s *schedule) sure(wanted Date) int {
	rows, at := s.rows, len(s.rows)-noStart-1
	for rows[at].start.day > wanted.day || rows[at].refusal.reason != nil || rows[at].member.Entry == AfterWindow {
		at--
	}
	return at
}

// Grants reports whether Join or JoinOn returns the period p for some application.
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
