// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"math"
	"time"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// A tick is a point of time in eighths of a second, in Japan Standard Time. The
// parts of a second put in order what fell, at unknown hours, between two known
// times.
type tick int64

const (
	ticks   = 8                          // in a second
	dayLong = 24 * 60 * 60 * ticks       // the ticks of a day
	ever    = tick(math.MinInt64)        // before every time
	noTime  = tick(math.MaxInt64)        // that of what never happened
	ahead   = 9*60*60 + 719_162*24*60*60 // from the start of the year 1 in Japan to the zero of Unix time, in seconds
)

func tickOf(i period.Instant) tick { return tick(i.Unix()+ahead) * ticks }

// day returns the number of the day in which the tick lies.
func (t tick) day() int64 { return int64(t) / dayLong }

// A when is what is known of a time: it is one of those from the one tick to
// the other, both included.
type when struct{ from, to tick }

// anyTime is all that is known of a moment that is unknown: it may never come.
func anyTime() when { return when{ever, noTime} }

// whenOf returns what is known of the time of a moment.
func whenOf(m period.Moment) when {
	i, known := m.Instant()
	switch {
	case m.IsZero():
		return anyTime()
	case m.IsNever():
		return when{noTime, noTime}
	case known:
		return when{tickOf(i), tickOf(i)}
	}
	start := tickOf(m.Date().Start())
	return when{start, start + dayLong - 1}
}

// exact reports whether the time is known, or known never to come.
func (w when) exact() bool { return w.from == w.to }

// never reports whether the time is known never to come.
func (w when) never() bool { return w.from == noTime }

// hourless reports whether the day of a time is known and its hour is not.
func (w when) hourless() bool { return !w.exact() && w.from.day() == w.to.day() }

// before returns whether the time is before another one.
func (w when) before(v when) fact.Truth { return truth(w.to < v.from, w.from >= v.to) }

// happened returns whether the time comes at all.
func (w when) happened() fact.Truth { return truth(w.to != noTime, w.never()) }

// byDay returns whether the time falls on the day of another one or before it.
func (w when) byDay(v when) fact.Truth {
	return truth(w.to != noTime && w.to.day() <= v.from.day(), w.never() || w.from.day() > v.to.day())
}

// truth returns the answer to a question that is settled by either.
func truth(yes, no bool) fact.Truth {
	switch {
	case yes:
		return fact.Yes
	case no:
		return fact.No
	}
	return fact.Unknown
}

// first returns the earlier of two times.
func first(v, w when) when { return when{min(v.from, w.from), min(v.to, w.to)} }

// date returns the date of the tick, and moment the moment of the second in which it
// lies.
func (t tick) date() period.Date { return (t - t%dayLong).moment().Date() }

func (t tick) moment() period.Moment {
	i, err := period.InstantOf(time.Unix(int64(t)/ticks-ahead, 0))
	if err != nil {
		return period.Moment{}
	}
	return period.At(i)
}
