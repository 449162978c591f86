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

func (a *Assessment) demandDate(it *Item, given Dates) demandDate {
	if given.Made.IsZero() {
		return demandDate{}
	}
	return demandDate{a.demandOf(it), given.Made}
}

// limit finds the floors: those of the claim as of an item without dates, and of each
// item.
func (a *Assessment) limit() {
	d, f := &a.claim.Dates, &a.floors
	*f = floors{
		made: ever, first: ever, discovered: ever,
		cause: soonest(d.Made, a.entered, d.Discovered).to, aware: soonest(d.Made, a.entered).to,
	}
	for i := -1; i < len(a.items); i++ {
		given, of := Dates{}, demandDate{}
		if i >= 0 {
			given = a.given(&a.items[i].Item, a.items[i].head)
			of = a.demandDate(&a.items[i].Item, given)
			if given == (Dates{}) { // as the claim
				continue
			}
		}
		own := given.or(a.shared)
		least, last := own.least(), soonest(own.Made).to
		f.first = max(f.first, least)
		f.discovered = max(f.discovered, whenOf(own.Cause).from)
		if of == (demandDate{}) {
			f.made = max(f.made, least)
		} else {
			if f.own == nil {
				f.own = map[demandDate]tick{}
			}
			f.own[of] = max(f.own[of], least)
		}
		if given.Cause.IsZero() {
			f.cause = min(f.cause, last)
		}
		if given.Aware.IsZero() {
			f.aware = min(f.aware, last)
		}
	}
}
