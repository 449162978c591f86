// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import "github.com/baiseki/baiseki/period"

// floors are the times before which the third-party claims and the discovery
// that a claim dates cannot have come, because of the causes and the awareness
// that it dates, and the times after which its own cause and awareness cannot.
type floors struct {
	made, first, discovered, cause, aware tick
	own                                   map[demandDate]tick // of the dates that items give
}

// of returns the floor of a date.
func (f *floors) of(d demandDate) tick {
	if d == (demandDate{}) {
		return f.made
	}
	return f.own[d]
}

// A demandDate is the date of a third-party claim that its items give. The zero
// one is that of the whole claim.
type demandDate struct {
	demand string
	made   period.Moment
}

func (a *Assessment) demandDate(it *Item, given ItemDates) demandDate {
	if given.Made.IsZero() {
		return demandDate{}
	}
	return demandDate{a.demandOf(it), given.Made}
}

func (a *Assessment) floorsOf() floors {
	d := &a.claim.Dates
	whole := ItemDates{}.of(d)
	least := whenOf(whole.Cause).floor(whenOf(whole.Aware))
	f := floors{
		made: least, first: least, discovered: ever,
		cause: lastOf(d.Made, a.entered, d.Discovered), aware: lastOf(d.Made, a.entered),
	}
	if !d.Cause.IsZero() {
		f.discovered = whenOf(d.Cause).from
	}
	for i := range a.Items {
		it := &a.Items[i].Item
		given := a.given(it, a.Items[i].head)
		own, of := given.of(d), a.demandDate(it, given)
		least := whenOf(own.Cause).floor(whenOf(own.Aware))
		f.first = max(f.first, least)
		if of == (demandDate{}) {
			f.made = max(f.made, least)
		} else if was, ok := f.own[of]; !ok || was < least {
			if f.own == nil {
				f.own = map[demandDate]tick{}
			}
			f.own[of] = least
		}
		if !own.Cause.IsZero() {
			f.discovered = max(f.discovered, whenOf(own.Cause).from)
		}
		if given.Cause.IsZero() {
			f.cause = min(f.cause, lastOf(own.Made))
		}
		if given.Aware.IsZero() {
			f.aware = min(f.aware, lastOf(own.Made))
		}
	}
	return f
}

// floor returns the later of the starts of two times, so far as they come.
func (w when) floor(v when) tick {
	f := ever
	for _, x := range []when{w, v} {
		if !x.never() {
			f = max(f, x.from)
		}
	}
	return f
}

// lastOf returns the last tick of the earliest of the moments that are known and
// came.
func lastOf(all ...period.Moment) tick {
	t := noTime
	for _, m := range all {
		if !m.IsZero() && !m.IsNever() {
			t = min(t, whenOf(m).to)
		}
	}
	return t
}
