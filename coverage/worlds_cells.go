// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// endOf returns the end of the period that an event begins.
func (w *worlds) endOf(row *derived, from tick) tick {
	if w.ends == nil {
		w.ends = make([]expiry, mostEnds)
	}
	e := &w.ends[uint64(from.day())%mostEnds]
	if e.row != row || e.from != from {
		*e = expiry{row, from, row.endOf(from)}
	}
	return e.at
}

// truth returns what follows for a row from times that are placed or known.
func (w *worlds) truth(c *comparison) fact.Truth {
	date, from := c.dateAt, c.fromAt
	if c.date >= 0 {
		date = when{w.at[c.date], w.at[c.date]}
	}
	if c.from >= 0 {
		from = when{w.at[c.from], w.at[c.from]}
	}
	until := c.end
	if c.Is == Within {
		until = w.until(c, from)
	}
	return c.truth(&date, &from, &date, &until)
}

// until returns the end of the period of a row.
func (w *worlds) until(c *comparison, from when) when {
	switch {
	case !c.lasts():
		return c.end
	case from.exact() && c.Span != (period.Span{}) && c.Anchor != PolicyEnd:
		at := w.endOf(c.derived, from.from)
		return when{at, at}
	}
	return c.derived.end(from)
}

// cuts adds the ticks at which a row changes as a time moves: where the other one is
// known or placed, by that; and otherwise by those at which the other one changes.
func (w *worlds) cuts(c *comparison, x int, others, to []tick) []tick {
	other, _ := c.links(x)
	if other < 0 || w.done[other] {
		date, from := c.dateAt, c.fromAt
		if c.date >= 0 && c.date != x {
			date = when{w.at[c.date], w.at[c.date]}
		}
		if c.from >= 0 && c.from != x {
			from = when{w.at[c.from], w.at[c.from]}
		}
		if x == c.date {
			return w.cutsOfDate(c, from, to)
		}
		return w.cutsOfAnchor(c, date, to)
	}
	for _, t := range others {
		to = append(to, t, t+second)
		switch {
		case c.Is != Within || c.Span == (period.Span{}):
		case x == c.date:
			end := w.endOf(c.derived, t)
			to = append(to, end, end+second)
		default:
			to = append(to, w.beginOf(c.derived, t))
		}
	}
	return to
}

func (w *worlds) cutsOfDate(c *comparison, from when, to []tick) []tick {
	switch c.Is {
	case Within:
		until := w.until(c, from)
		return append(to, from.from, until.from)
	case Before:
		return append(to, from.from)
	case KnownBy:
		return append(to, from.from+second)
	case ByDay:
		return append(to, (from.from-from.from%dayLong)+dayLong)
	case Happened, NeverHappened:
	}
	return to
}

func (w *worlds) cutsOfAnchor(c *comparison, date when, to []tick) []tick {
	switch c.Is {
	case Within:
		to = append(to, date.from+second)
		if c.Span != (period.Span{}) {
			to = append(to, w.beginOf(c.derived, date.from))
		}
	case Before:
		to = append(to, date.from+second)
	case ByDay:
		to = append(to, date.from-date.from%dayLong)
	case KnownBy, Happened, NeverHappened:
	}
	return to
}

// beginOf returns the first tick of an event with which the period that it begins ends
// after a tick.
func (w *worlds) beginOf(row *derived, t tick) tick {
	if t == ever || t >= w.far.to {
		return ever
	}
	for i := range w.begins {
		if b := &w.begins[i]; b.row == row && b.at == t {
			return b.from
		}
	}
	after := func(day tick) bool { return row.endOf(day+dayLong-second) > t }
	low, back := t-t%dayLong, tick(32*dayLong) // the last day with which it does not
	for low > 0 && after(low) {
		low, back = low-back, 2*back
	}
	high := t - t%dayLong + dayLong
	for low+dayLong < high {
		if mid := (low + (high-low)/2) / dayLong * dayLong; after(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	from := high
	if early := row.endOf(high); early <= t {
		from += t - early + second
	}
	w.begins = append(w.begins, expiry{row, from, t})
	return from
}

// changes adds the ticks at which something changes as a time moves that is not placed,
// because of the others, except for one of them.
func (w *worlds) changes(x, except, depth int, to []tick) []tick {
	t := w.times[x].reach
	if t.from != ever {
		to = append(to, t.from)
	}
	if t.to != noTime {
		to = append(to, nextSecond(t.to))
	}
	for i := range w.rows {
		c := &w.rows[i]
		other, is := c.links(x)
		if !is || other == except && other >= 0 {
			continue
		}
		var others []tick
		if other >= 0 && !w.done[other] {
			if depth == 0 {
				continue
			}
			others = w.changes(other, x, depth-1, nil)
		}
		to = w.cuts(c, x, others, to)
	}
	for _, o := range w.orders {
		other := o.lo
		if other == x {
			other = o.hi
		} else if o.hi != x {
			continue
		}
		switch {
		case w.done[other]:
			to = append(to, w.at[other], w.at[other]+second)
		case other != except && depth > 0:
			for _, t := range w.changes(other, x, depth-1, nil) {
				to = append(to, t, t+second)
			}
		}
		if o.hi == x && o.below != noTime && o.below != ever {
			to = append(to, o.below)
		}
	}
	return to
}

// A cell is a span of time, both ends included, in which nothing changes, and a tick in it.
type cell struct{ from, to, at tick }

// cells returns the cells of a time beside those that are placed, and that in which it
// never comes.
func (w *worlds) cells(x, depth int) []cell {
	t := &w.times[x]
	reach := t.reach
	if reach.from == ever {
		reach.from = w.far.from
	}
	if reach.to == noTime {
		reach.to = max(w.far.to, reach.from)
	}
	cuts := w.changes(x, -1, depth, make([]tick, 0, 16))
	lowest, highest := w.extremes(x)
	cuts = slices.DeleteFunc(cuts, func(c tick) bool { return c <= reach.from || c > reach.to })
	slices.Sort(cuts)
	cuts = append(slices.Compact(cuts), nextSecond(reach.to))
	all := make([]cell, 0, len(cuts)+1)
	from := reach.from
	for _, c := range cuts {
		last := c - second
		at := from + (last-from)/(2*second)*second
		if lowest {
			at = from
		} else if highest {
			at = last
		}
		all = append(all, cell{from, last, at})
		from = c
	}
	if t.reach.to == noTime && t.of != cause {
		all = append(all, cell{noTime, noTime, noTime})
	}
	return all
}

// extremes reports whether the first or the last tick of a cell leaves most room to the
// times that are not placed: where they are only to be not before, or not after it.
func (w *worlds) extremes(x int) (lowest, highest bool) {
	lowest, highest = true, true
	for i := range w.rows {
		if other, is := w.rows[i].links(x); is && other >= 0 && !w.done[other] {
			return false, false
		}
	}
	for _, o := range w.orders {
		lowest = lowest && o.hi != x
		highest = highest && o.lo != x
	}
	return lowest, highest && !lowest
}
