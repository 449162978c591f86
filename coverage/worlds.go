// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
	"github.com/baiseki/baiseki/period"
)

// Facts that follow from one date are not independent: no third-party claim is made both
// before the delivery and in the month after it. Worlds hold the times of a claim that
// are not known to the second, and find which facts can be so together: each time is
// tried once in every span in which nothing changes.
//
//	start of the policy period            delivery           its month ends
//	          |                              |                     |
//	  tried --x------------ tried -----------x------- tried -------x------ tried
type worlds struct {
	space  *diagram.Space
	times  []openTime
	rows   []comparison
	orders []order
	exact  bool     // every world is looked at, and none that cannot be
	steps  int      // that are left
	ends   []expiry // of periods that were looked up last, by the days on which they start
	begins map[expiry]tick

	timeAt  map[openTime]int // the index of each, without its reach
	rowAt   map[comparison]int
	ordered map[order]bool

	at   []tick // of the times that are placed
	done []bool // whether they are
}

// mostTimes is how many open times are looked at together, and mostPlacings how often
// one is placed or followed. Beyond it, what follows from the times is taken as independent.
const (
	mostTimes    = 64
	mostPlacings = 1 << 15
	mostEnds     = 256
)

// A time of which nothing is known lies in the calendar.
const (
	firstTick tick = 400 * dayLong
	lastTick  tick = 3_652_000 * dayLong
)

// An openTime is a time of which the hour, or everything, is unknown.
type openTime struct {
	of    event
	at    when
	item  int  // the first item with the time, or -1 if it is that of the whole claim
	reach when // where it can lie beside the times that are known
	never bool // it may not come, although it would lie within its reach
}

// A comparison is a fact that follows from two times, of which one at least is open. The
// index of a time that is known is -1.
type comparison struct {
	*derived
	date, from     int
	dateAt, fromAt when
	end            when       // of the policy period
	variable       int        // its number, or -1 if it is stated
	stated         fact.Truth // what is stated of the fact
}

// An order is that one time is not after another one, if that comes before a tick.
type order struct {
	lo, hi int
	below  tick
}

type expiry struct {
	row      *derived
	from, at tick
}

const second = ticks

func nextSecond(t tick) tick { return t - t%second + second }

// lookUp compares the times of a row of a subject. A time that is not one of those that are
// open already is taken as known.
func (w *worlds) lookUp(row *derived, x *subject, t *calendar) comparison {
	return comparison{
		derived: row, date: w.find(row.date, x, t), from: w.find(row.from, x, t),
		dateAt: t.at[row.date], fromAt: t.at[row.from], end: t.at[end],
	}
}

// compare compares the times of a row of a subject, and adds those that are open.
func (w *worlds) compare(row *derived, x *subject, t *calendar) comparison {
	for _, e := range [...]event{row.date, row.from} {
		if row.from == start && e == start || t.at[e].exact() || w.find(e, x, t) >= 0 {
			continue
		}
		of, item := t.openTime(e, x)
		if w.timeAt == nil {
			w.timeAt = map[openTime]int{}
		}
		w.timeAt[openTime{of: of, at: t.at[e], item: item, never: t.mayLack(of)}] = len(w.times)
		w.times = append(w.times, openTime{of, t.at[e], item, t.at[e], t.mayLack(of)})
	}
	return w.lookUp(row, x, t)
}

// openTime returns the event that a time is of, and the first item that has it, or -1 if it is
// that of the whole claim. A cost of which nothing else is said was paid when it was incurred.
func (t *calendar) openTime(e event, x *subject) (of event, item int) {
	switch {
	case t.one && (e == discovered || e == reputational):
		return t.both, -1
	case e == spent && x.Item.Spent.IsZero() && !x.Item.Incurred.IsZero():
		return incurred, x.of
	case e == aware && t.unaware:
		return t.openTime(made, x)
	case e == incurred || e == spent:
		return e, x.of
	case e < discovered && t.apart[e]:
		return e, t.demand
	}
	return e, -1
}

// mayLack reports whether an event may never come, although one is dated in its place.
func (t *calendar) mayLack(e event) bool { return e == discovered && t.absent }

// find returns the index of the time of an event, or -1 if it is known.
func (w *worlds) find(e event, x *subject, t *calendar) int {
	at := t.at[e]
	if at.exact() {
		return -1
	}
	of, item := t.openTime(e, x)
	if k, ok := w.timeAt[openTime{of: of, at: at, item: item, never: t.mayLack(of)}]; ok {
		return k
	}
	return -1
}

// bounds reports whether a time of a subject is in an order with one of those that are open.
func (w *worlds) bounds(e event, x *subject, t *calendar) bool {
	if t.at[e].exact() {
		return false
	}
	switch e {
	case aware:
		return w.find(made, x, t) >= 0
	case cause:
		return w.find(made, x, t) >= 0 || w.find(discovered, x, t) >= 0
	case made:
		return w.find(aware, x, t) >= 0 || w.find(cause, x, t) >= 0
	case discovered:
		return w.find(cause, x, t) >= 0
	}
	return false
}

// inOrder notes that one time of a subject is not after another one, if that comes before
// a tick.
func (w *worlds) inOrder(x *subject, lo, hi event, below tick) {
	o := order{w.find(lo, x, x.times), w.find(hi, x, x.times), below}
	before, after := x.times.at[lo], x.times.at[hi]
	switch {
	case below == ever || o.lo < 0 && o.hi < 0:
	case o.lo < 0:
		if at := min(before.from, below); !before.never() {
			t := &w.times[o.hi].reach
			t.from = max(t.from, min(at, t.to))
		}
	case o.hi < 0:
		if after.to < below {
			t := &w.times[o.lo].reach
			t.to = min(t.to, max(after.to, t.from))
		}
	case !w.ordered[o]:
		if w.ordered == nil {
			w.ordered = map[order]bool{}
		}
		w.ordered[o], w.orders = true, append(w.orders, o)
	}
}

// row returns the index of a comparison.
func (w *worlds) row(c comparison) int {
	i, ok := w.rowAt[c]
	if !ok {
		if w.rowAt == nil {
			w.rowAt = map[comparison]int{}
		}
		i = len(w.rows)
		w.rowAt[c], w.rows = i, append(w.rows, c)
	}
	return i
}

// uneven reports whether periods of months meet periods of days, so that what the times can be
// together changes with the lengths of the months: where they can be reached on two ways.
func (w *worlds) uneven() bool {
	type pair struct{ x, y int }
	seen, round := map[pair]*derived{}, make([]bool, len(w.times))
	group := make([]int, len(w.times)) // of times that are compared with each other, by one of them
	for x := range group {
		group[x] = x
	}
	of := func(x int) int {
		for group[x] != x {
			x = group[x]
		}
		return x
	}
	join := func(x, y int, by *derived) {
		if x < 0 || y < 0 {
			return
		}
		p, one, other := pair{min(x, y), max(x, y)}, of(x), of(y)
		was, again := seen[p]
		round[other] = round[other] || round[one] || !again && one == other || again && was != by
		group[one], seen[p] = other, by
	}
	for i := range w.rows {
		c := &w.rows[i]
		join(c.date, c.from, c.derived)
	}
	for _, o := range w.orders {
		join(o.lo, o.hi, nil)
	}
	months, days := make([]bool, len(w.times)), make([]bool, len(w.times))
	for i := range w.rows {
		c := &w.rows[i]
		if c.date < 0 || c.from < 0 || !c.lasts() || c.Span == (period.Span{}) {
			continue
		}
		g, even := of(c.date), c.even()
		months[g], days[g] = months[g] || !even, days[g] || even
		if round[g] && months[g] && days[g] {
			return true
		}
	}
	return false
}

// even reports whether the period that an event begins is as long whenever that is.
func (d *DateFact) even() bool {
	at := func(s string) tick { return whenOf(period.MustParseMoment(s)).from }
	february, march := at("2023-02-01"), at("2023-03-01") // 2024 has a 29 February
	return d.endOf(february)-february == d.endOf(march)-march
}

// links reports whether a row is about a time, and returns the other one: -1 if that is
// known.
func (c *comparison) links(x int) (other int, is bool) {
	switch x {
	case c.date:
		return c.from, true
	case c.from:
		return c.date, true
	}
	return -1, false
}
