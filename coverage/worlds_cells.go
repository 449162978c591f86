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

// cuts adds the ticks at which a row changes as one of its times moves and the other one is
// known or placed.
func (w *worlds) cuts(c *comparison, x int, to []tick) []tick {
	if x == c.date {
		from := c.fromAt
		if c.from >= 0 {
			from = when{w.at[c.from], w.at[c.from]}
		}
		return w.cutsOfDate(c, from, to)
	}
	date := c.dateAt
	if c.date >= 0 {
		date = when{w.at[c.date], w.at[c.date]}
	}
	return w.cutsOfAnchor(c, date, to)
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
	if t <= firstTick || t >= lastTick {
		return ever
	}
	if from, ok := w.begins[expiry{row: row, at: t}]; ok {
		return from
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
	if w.begins == nil {
		w.begins = map[expiry]tick{}
	}
	w.begins[expiry{row: row, at: t}] = from
	return from
}

// changes adds the ticks at which something changes as a time moves: because of what is
// known or placed, and because of those within a set that are neither, but for those on the
// way to it.
func (p *plan) changes(x int, way, within uint64, to []tick) []tick {
	w := p.w
	if w.steps--; w.steps < 0 {
		return to
	}
	reach := w.times[x].reach
	if reach.from != ever {
		to = append(to, reach.from)
	}
	if reach.to != noTime {
		to = append(to, nextSecond(reach.to))
	}
	for i := range w.rows {
		c := &w.rows[i]
		if other, is := c.links(x); is && (other < 0 || way>>other&1 == 0 && w.done[other]) {
			to = w.cuts(c, x, to)
		}
	}
	for _, o := range w.orders {
		switch {
		case o.hi == x:
			if o.below != noTime {
				to = append(to, o.below)
			}
			if way>>o.lo&1 == 0 && w.done[o.lo] {
				to = append(to, w.at[o.lo])
			}
		case o.lo == x && way>>o.hi&1 == 0 && w.done[o.hi]:
			to = append(to, w.at[o.hi]+second)
		}
	}
	for _, f := range p.after[p.place[x]] {
		if p.alone(f) && within>>p.times[f]&1 == 1 {
			for _, c := range p.profile(f) {
				to = append(to, c.from)
			}
			within &^= p.below[f]
		}
	}
	return p.through(x, way, within, to)
}

// through adds the ticks at which something changes as a time moves because of those within a
// set that are not placed, but for those on the way to it. While such a one is between two
// changes of its own, only the first and the last second there matter.
func (p *plan) through(x int, way, within uint64, to []tick) []tick {
	w := p.w
	way |= 1 << x
	within &^= way
	for other := range w.times {
		if (p.near[x]&within)>>other&1 == 0 || w.done[other] {
			continue
		}
		all := p.changes(other, way, within, make([]tick, 0, 16))
		slices.Sort(all)
		all = slices.Compact(all)
		for i := range w.rows {
			if y, is := w.rows[i].links(x); !is || y != other {
				continue
			}
			for _, t := range all {
				for _, w.at[other] = range [...]tick{t - second, t} {
					to = w.cuts(&w.rows[i], x, to)
				}
			}
		}
		for _, o := range w.orders {
			if o.lo == x && o.hi == other || o.hi == x && o.lo == other {
				to = append(to, all...)
			}
		}
	}
	return to
}

// A cell is a span of time, both ends included, in which nothing changes, and a tick in it.
type cell struct{ from, to, at tick }

// cells returns the cells of a time that changes at some ticks, and that in which it never
// comes.
func (t *openTime) cells(changes []tick) []cell {
	from, to := t.reach.from, t.reach.to
	if from == ever {
		from = firstTick
	}
	if to == noTime {
		to = max(lastTick, from)
	}
	slices.Sort(changes)
	all := make([]cell, 0, len(changes)+2)
	add := func(next tick) {
		last := next - second
		all = append(all, cell{from, last, from + (last-from)/(2*second)*second})
		from = next
	}
	for _, c := range changes {
		if from < c && c <= to {
			add(c)
		}
	}
	add(nextSecond(to))
	if t.reach.to == noTime && t.of != cause || t.never {
		all = append(all, cell{noTime, noTime, noTime})
	}
	return all
}
