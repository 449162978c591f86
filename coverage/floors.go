// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

// floors are the times before which the third-party claims and the discovery
// that a claim dates cannot have come, because of the causes and the awareness
// that it dates, and the times after which its own cause and awareness cannot.
type floors struct{ made, first, discovered, cause, aware tick }

func (a *Assessment) floorsOf() floors {
	d := &a.claim.Dates
	f := floors{ever, ever, ever, lastOf(d.Made, a.entered, d.Discovered), lastOf(d.Made, a.entered)}
	add := func(own ItemDates, made bool) {
		cause, floor := own.Cause.when(), own.Cause.when().floor(own.Aware.when())
		f.first = max(f.first, floor)
		if made {
			f.made = max(f.made, floor)
		}
		if !own.Cause.IsZero() {
			f.discovered = max(f.discovered, cause.from)
		}
	}
	add(ItemDates{}.of(d), true)
	for i := range a.Items {
		it := &a.Items[i].Item
		given := a.given(it, a.Items[i].head)
		own := given.of(d)
		add(own, given.Made.IsZero())
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
