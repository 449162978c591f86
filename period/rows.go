// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"errors"
	"math"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
)

// A row holds for applications up to a day, after that of the row before. Of two rows
// with the same day, Join takes the first.
type row struct {
	until   int32 // the last day of application, packed
	start   Date  // on which the period starts; zero before the window and after the last start
	member  Membership
	refusal refusal // if it has a reason, there is no member
}

// An offer is a start that the calendar lists, with its last day to apply.
type offer struct {
	start  Instant
	until  Date
	from   int // the index of its Start, or of its Exception
	except bool
}

// rows lists the days of application of a calendar whose fields are in order.
func (c *Calendar) rows() ([]row, error) {
	var f faults
	first, last := c.Base.days()
	offers := c.offers(&f)
	n := 0 // how many are not after the start of the base period
	for n < len(offers) && offers[n].start.Compare(c.Base.start) <= 0 {
		n++
	}
	w := c.window(&f, offers[:n])
	c.rising(&f, offers, n, w)
	if len(f) > 0 {
		return nil, errors.Join(f...)
	}
	all := make([]row, 0, len(offers)-n+5)
	all = append(all,
		row{until: w.opens.day - 1, refusal: refusal{reason: fault.ErrNotOpen, date: w.opens, by: w.by}},
		row{until: w.closes.day, start: first, member: c.member(c.Base.start, InWindow, c.BaseClause.ID)})
	switch {
	case w.gap.Compare(w.closes) <= 0:
	case c.GapWithBase:
		all = append(all, row{until: w.gap.day, start: first, member: c.member(c.Base.start, AfterWindow, w.by)})
	default:
		again := refusal{reason: fault.ErrClosed, date: Date{w.gap.day + 1}, by: w.by}
		all = append(all, row{until: w.gap.day, start: first, refusal: again})
	}
	late := refusal{reason: fault.ErrTooLate, date: w.closes, by: w.by}
	for _, o := range offers[n:] {
		entry := MidTerm
		if o.start.Date() == last && c.OwnMonths == 0 {
			entry = LastDay
		}
		all = append(all, row{
			until: o.until.day, start: o.start.Date(), member: c.member(o.start, entry, c.MidTermClause.ID),
		})
		late.date, late.by = o.until, c.MidTermClause.ID
	}
	ended := refusal{reason: fault.ErrEnded, date: last, by: c.BaseClause.ID}
	return append(all, row{until: last.day - 1, refusal: late}, row{until: math.MaxInt32, refusal: ended}), nil
}

// offers lists the starts up to the last one, from a year before the base period: those
// before it say from when to apply for it.
func (c *Calendar) offers(f *faults) (all []offer) {
	first := c.Base.start.Date()
	except := 0 // how many exceptions are done
	for n := -yearMonths; ; n++ {
		month := first.month(n)
		if month.Compare(c.Last) > 0 {
			break
		}
		for i, s := range c.Starts {
			day := Date{month.day + int32(s.Day) - 1}
			start := Instant{day.Start().seconds + int64(s.Hour)*60*60}
			if n%max(1, s.Every) != 0 || !month.exists() || day.Compare(c.Last) > 0 || start.Compare(c.Base.end) >= 0 {
				continue
			}
			o := offer{start: start, until: s.until(day), from: i}
			if except = c.unmatched(f, except, day); except < len(c.Except) && c.Except[except].Start == day {
				o = offer{start: start, until: c.Except[except].Until, from: except, except: true}
				except++
			}
			if !o.until.exists() {
				continue
			}
			if day == first && start.Compare(c.Base.start) > 0 {
				f.add(s.path(i)+".hour", start.String(), "not after "+c.Base.start.String(), fault.ErrConflict)
			}
			all = append(all, o)
		}
	}
	c.unmatched(f, except, Date{math.MaxInt32})
	return all
}

// unmatched adds a fault for the exceptions from an index on whose starts are before
// the day, and returns the index of the next.
func (c *Calendar) unmatched(f *faults, except int, day Date) int {
	for ; except < len(c.Except) && c.Except[except].Start.Compare(day) < 0; except++ {
		e := c.Except[except]
		f.add(e.path(except)+".start", e.Start.String(), "the day of a start", fault.ErrRange)
	}
	return except
}

// A window is when to apply for the base period.
type window struct {
	opens, closes Date
	gap           Date // up to this day an application is in time for a start that is not after that of the base period
	by            clause.ID
}

// window returns the window of the calendar, or that which follows from the starts that
// are not after that of the base period.
func (c *Calendar) window(f *faults, before []offer) window {
	w := window{opens: c.Opens, closes: c.Closes, by: c.WindowClause.ID}
	n := len(before)
	if n > 0 {
		w.gap = before[n-1].until
	}
	if !c.Closes.IsZero() {
		return w
	}
	first := c.Base.start.Date()
	if n == 0 || before[n-1].start.Date() != first {
		f.missing("opens", c.Opens)
		f.missing("closes", c.Closes)
		return w
	}
	w.opens, w.closes, w.by = first.yearBefore(), w.gap, c.MidTermClause.ID
	if n > 1 {
		w.opens = Date{before[n-2].until.day + 1}
	}
	if w.closes.Compare(w.opens) < 0 {
		f.add(c.untilPath(before[n-1]), w.closes.String(), "not before "+w.opens.String(), fault.ErrOrder)
	}
	return w
}

// rising checks the order of the last days to apply, of which n are for starts that are
// not after that of the base period, and the last start.
func (c *Calendar) rising(f *faults, offers []offer, n int, w window) {
	for i := 1; i < len(offers) && len(*f) == 0; i++ {
		switch o, p := offers[i], offers[i-1]; {
		case o.until.Compare(p.until) >= 0:
		case p.except && !o.except:
			f.add(c.untilPath(p), p.until.String(), "not after "+o.until.String(), fault.ErrOrder)
		default:
			f.add(c.untilPath(o), o.until.String(), "not before "+p.until.String(), fault.ErrOrder)
		}
	}
	if n < len(offers) && len(*f) == 0 {
		switch o := offers[n]; {
		case w.gap.Compare(w.closes) > 0 && o.until.Compare(w.gap) <= 0:
			f.add(c.untilPath(o), o.until.String(), "after "+w.gap.String(), fault.ErrOrder)
		case o.until.Compare(w.closes) < 0:
			f.add(c.untilPath(o), o.until.String(), "not before "+w.closes.String(), fault.ErrOrder)
		}
	}
	if len(c.Starts) == 0 {
		return
	}
	if late := len(offers); late == 0 || late == n && !c.Closes.IsZero() || offers[late-1].start.Date() != c.Last {
		f.add("last", c.Last.String(), "a start in the base period", fault.ErrRange)
	}
}

// own returns the length of every policy period if it does not end with the base
// period.
func (c *Calendar) own() Span { return Months(c.OwnMonths).ToMoment() }

// member returns the membership from start.
func (c *Calendar) member(start Instant, entry Entry, by clause.ID) Membership {
	if c.OwnMonths == 0 {
		from, end := start.Date(), c.Base.end.Date()
		return Membership{
			Period: Period{start, c.Base.end}, Entry: entry, Clause: by,
			Months: max(1, months(from, end)), Days: days(from, end), YearDays: days(c.Base.start.Date(), end),
		}
	}
	end, _ := Expiry(At(start), c.own())
	day := start.Date()
	return Membership{
		Period: Period{start, end.instant}, Entry: entry, Clause: by,
		Months: c.OwnMonths, Days: days(day, end.day), YearDays: days(day, day.after(Years(1))),
	}
}

// months returns the length from one day to another in calendar months, of which
// a part counts as one.
func months(from, to Date) int {
	year, month, day := from.Start().civil().Date()
	toYear, toMonth, toDay := to.Start().civil().Date()
	n := (toYear-year)*yearMonths + int(toMonth-month)
	if toDay > day {
		n++
	}
	return n
}

// days returns the number of days from one day to another, at least 1.
func days(from, to Date) int { return int(max(1, to.day-from.day)) }

// days returns the first and the last day with an instant of the period.
func (p Period) days() (first, last Date) {
	return p.start.Date(), Instant{max(0, p.end.seconds-1)}.Date()
}

// yearBefore returns the day a year before d, which the calendar may not have.
func (d Date) yearBefore() Date { return Date{d.month(-yearMonths).day + int32(d.Day()) - 1} }
