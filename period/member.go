// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

// member returns the membership from start, on the day from, to the end of the
// base period.
func (y *Year) member(start Instant, from Date, entry Entry) Membership {
	to := y.Base.end.Date()
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

// lastDay returns the day of the last second of the base period.
func (y *Year) lastDay() Date { return Instant{y.Base.end.seconds - 1}.Date() }

// starts reports whether the cover of a mid-term joiner may start on the first
// of a month.
func (y *Year) starts(first, last Date) bool {
	return first.Start().Compare(y.Base.start) >= 0 && first.Start().Compare(y.Base.end) < 0 &&
		(first != last || y.Readings.LastDay == LastDayCovered)
}

// lastToApply returns the last day of application that leads to a start on the
// day or before it, for a day of the base period.
func (y *Year) lastToApply(day Date) Date {
	first := pack(day.Year(), day.Month(), 1)
	if first == y.lastDay() && y.Readings.LastDay == LastDayRefused {
		first, _ = first.addMonths(-1)
	}
	if first.Start().Compare(y.Base.start) < 0 {
		return y.Closes
	}
	before, _ := first.AddDays(-1)
	return before
}

// closed refuses an application after the window that comes too early for
// joining mid-term. Applications are taken again in the month before the first
// one that starts in the base period, if cover may start then at all.
func (y *Year) closed(applied Date) *Refusal {
	start := y.Base.start.Date()
	month := pack(start.Year(), start.Month(), 1)
	if month.Start() == y.Base.start {
		month, _ = month.addMonths(-1)
	}
	if first, ok := month.firstOfNextMonth(); !ok || !y.starts(first, y.lastDay()) {
		return &Refusal{ErrTooLate, applied, y.Closes, y.WindowClause.ID}
	}
	return &Refusal{ErrClosed, applied, month, y.WindowClause.ID}
}
