// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/fact"
)

// mostOrders is how many placings of unknown hours are looked at. Beyond it,
// what the hours decide is left unknown.
const mostOrders = 4096

// orders returns what follows from the times of an item for every order in
// which the unknown hours of a day may come, each result once, after to. Days without
// hours on which nothing else falls need no order: there is one result then.
func (p *policy) orders(t *calendar, to []truths) []truths {
	plain := p.derive(t)
	hourless, places := p.places(t)
	if len(hourless) == 0 {
		return append(to, plain)
	}
	count := 1
	for _, at := range places {
		if count *= len(at); count > mostOrders {
			return append(to, plain)
		}
	}
	all := to
	for n := range count {
		placed := *t
		for i, w := range placed.hours() {
			if k := slices.Index(hourless, i); k >= 0 {
				at := places[k][n%len(places[k])]
				n /= len(places[k])
				*w = when{at, at}
			}
		}
		if !placed.agree() {
			continue
		}
		of := p.derive(&placed)
		if !slices.Contains(all, of) {
			all = append(all, of)
		}
	}
	if len(all) == 0 {
		return append(all, plain)
	}
	return all
}

// hours returns the times of which the hour may decide.
func (t *calendar) hours() [8]*when {
	all := [...]*when{&t.first, &t.discovered, &t.measure, &t.cause, &t.aware, &t.delivered, &t.incurred, &t.reputational}
	if t.one {
		all[7] = &when{} // it is the discovery
	}
	return all
}

// near returns, for each of hours, those with which its order decides something:
// a claim with its cause, the awareness of it and the delivery, a discovery with
// its cause and the cost.
func near() [8][]int {
	const first, discovered, cause, aware, delivered, incurred = 0, 1, 3, 4, 5, 6
	return [...][]int{
		first: {cause, aware, delivered}, discovered: {cause, incurred}, cause: {first, discovered},
		aware: {first, delivered}, delivered: {first, aware}, incurred: {discovered}, 7: nil,
	}
}

// places returns the times whose day is known and whose hour is not, by their
// index in hours, where something falls on that day that is near them or near
// one that is; and for each the ticks at which it may be: at and right after
// each known point of the day, with room for the others.
func (p *policy) places(t *calendar) (hourless []int, places [][]tick) {
	all, near := t.hours(), near()
	var done [8]bool
	for i, w := range all {
		if done[i] || !w.hourless() {
			continue
		}
		group, points, alone := []int{i}, []tick{}, true
		done[i] = true
		for k := 0; k < len(group); k++ {
			at := all[group[k]]
			points = append(points, at.from)
			if last := at.to + 1; last.day() == at.to.day() { // something else came then
				points = append(points, at.to)
			}
			for _, x := range []tick{p.start, p.end, p.first} {
				if at.from < x && x <= at.to {
					points, alone = append(points, x), false
				}
			}
			for _, j := range near[group[k]] {
				switch v := all[j]; {
				case v.hourless() && v.from.day() == w.from.day():
					if alone = false; !done[j] {
						done[j], group = true, append(group, j)
					}
				case v.exact() && !v.never() && v.from.day() == w.from.day():
					points, alone = append(points, v.from), false
				}
			}
		}
		if alone {
			continue
		}
		slices.Sort(points)
		points = slices.Compact(points)
		for _, k := range group {
			var at []tick
			for _, x := range points {
				for after := range min(len(group)-1, ticks-2) + 2 {
					if x := x + tick(after); all[k].from <= x && x <= all[k].to {
						at = append(at, x)
					}
				}
			}
			hourless, places = append(hourless, k), append(places, at)
		}
	}
	return hourless, places
}

// merge returns what all of the results have in common.
func merge(all []truths) truths {
	of := all[0]
	for _, x := range all[1:] {
		for i, t := range x {
			if of[i] != t {
				of[i] = fact.Unknown
			}
		}
	}
	return of
}
