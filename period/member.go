// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

// member returns the membership from start, on the day from, to the end of the
// base period, on the day to.
func (y *Year) member(start Instant, from, to Date, entry Entry) Membership {
	months := (to.Year()-from.Year())*12 + int(to.Month()-from.Month())
	if to.Day() > from.Day() {
		months++
	}
	id := y.MidTermClause.ID
	switch entry {
	case InWindow:
		id = y.BaseClause.ID
	case AfterWindow:
		id = y.WindowClause.ID
	default:
	}
	last := y.Base.end.day()
	return Membership{
		Period:   Period{start, y.Base.end},
		Entry:    entry,
		Clause:   id,
		Months:   max(1, months),
		Days:     int(max(1, last-start.day())),
		YearDays: int(max(1, last-y.Base.start.day())),
	}
}

// ends returns the day of the end of the base period, and the last day with an
// instant of the base period: the day before, if the end is at 00:00.
func (y *Year) ends() (end, last Date) {
	end = y.Base.end.Date()
	if (y.Base.end.seconds-1)%secondsOfDay != 0 {
		return end, end
	}
	last, _ = end.AddDays(-1)
	return end, last
}

// lastToApply returns the last day of application for a start on the day or
// before it, for a day of the base period.
func (y *Year) lastToApply(day Date) Date {
	first := pack(day.Year(), day.Month(), 1)
	if _, last := y.ends(); first == last && y.Readings.LastDay == LastDayRefused {
		first, _ = first.addMonths(-1)
	}
	if first.Start().Compare(y.Base.start) < 0 {
		return y.Closes
	}
	before, _ := first.AddDays(-1)
	return before
}

// closed returns the refusal of an application after the window that is too
// early to join mid-term. Applications are accepted again in the month before
// the first month that starts in the base period, if they lead to a period.
func (y *Year) closed(applied Date) *Refusal {
	start := y.Base.start.Date()
	month := pack(start.Year(), start.Month(), 1)
	if month.Start() == y.Base.start {
		month, _ = month.addMonths(-1)
	}
	if _, err := y.Join(month); err != nil {
		return &Refusal{ErrTooLate, applied, y.Closes, y.WindowClause.ID}
	}
	return &Refusal{ErrClosed, applied, month, y.WindowClause.ID}
}
