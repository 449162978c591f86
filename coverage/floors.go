// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

// floors are the times before which the third-party claims and the discovery
// that a claim dates cannot have come, because of the causes and the awareness
// that it dates, and the times after which its own cause and awareness cannot.
type floors struct {
	made                            map[demandDate]tick
	first, discovered, cause, aware tick
}

// A demandDate is the date of a third-party claim that its items give. The zero
// one is that of the whole claim.
type demandDate struct {
	demand string
	made   Moment
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
	least := whole.Cause.when().floor(whole.Aware.when())
	f := floors{
		map[demandDate]tick{{}: least},
		least, ever, lastOf(d.Made, a.entered, d.Discovered), lastOf(d.Made, a.entered),
	}
	if !d.Cause.IsZero() {
		f.discovered = d.Cause.when().from
	}
	for i := range a.Items {
		it := &a.Items[i].Item
		given := a.given(it, a.Items[i].head)
		own, of := given.of(d), a.demandDate(it, given)
		least := own.Cause.when().floor(own.Aware.when())
		f.first = max(f.first, least)
		if was, ok := f.made[of]; !ok || was < least {
			f.made[of] = least
		}
		if !own.Cause.IsZero() {
			f.discovered = max(f.discovered, own.Cause.when().from)
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
func lastOf(all ...Moment) tick {
	t := noTime
	for _, m := range all {
		if !m.IsZero() && !m.IsNever() {
			t = min(t, m.when().to)
		}
	}
	return t
}
