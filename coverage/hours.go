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
func (s *scheme) orders(t *calendar, to []truths) []truths {
	plain := s.derive(t, t)
	places, count := s.places(t), 1
	for i := range places {
		if count *= len(places[i].at); count > mostOrders {
			return append(to, plain)
		}
	}
	if len(places) == 0 {
		return append(to, plain)
	}
	for n := range count {
		placed := *t
		for _, p := range places {
			at := p.at[n%len(p.at)]
			placed.at[p.of] = when{at, at}
			n /= len(p.at)
		}
		if !placed.agree() {
			continue
		}
		if of := s.derive(t, &placed); !slices.Contains(to, of) {
			to = append(to, of)
		}
	}
	if len(to) == 0 {
		to = append(to, plain)
	}
	return to
}

// A nearness says for each time with which others its order decides something.
type nearness [events][]event

// addNear finds what is near: of a claim, its cause and the awareness of it; of a
// discovery, its cause; and what a row compares with a time, and not with its day.
func (s *scheme) addNear() {
	add := func(e, of event) {
		if !slices.Contains(s.near[e], of) {
			s.near[e] = append(s.near[e], of)
		}
	}
	for _, pair := range [][2]event{{made, cause}, {made, aware}, {cause, discovered}} {
		add(pair[0], pair[1])
		add(pair[1], pair[0])
	}
	for e := made; e < start; e++ {
		s.hours = append(s.hours, e)
	}
	for i := range s.derived {
		if d := &s.derived[i]; d.from < start && (d.Is == Before || d.Is == Within) {
			add(d.date, d.from)
			add(d.from, d.date)
		}
	}
	s.hours = slices.DeleteFunc(s.hours, func(e event) bool {
		return len(s.near[e]) == 0 && !slices.ContainsFunc(s.derived, func(d derived) bool {
			return d.date == e && (d.from >= start && d.Is != Happened && d.Is != NeverHappened)
		})
	})
}

// A place is a time of which the hour is unknown, and the ticks at which it may be.
type place struct {
	of event
	at []tick
}

// places returns the times whose day is known and whose hour is not, where something
// falls on that day that is near them or near one that is; and for each the ticks at
// which it may be: at and right after each known point of the day, with room for the
// others.
func (s *scheme) places(t *calendar) (all []place) {
	var done [events]bool
	done[reputational] = t.one // it is the discovery
	for _, e := range s.hours {
		day := t.at[e]
		if done[e] || !day.hourless() {
			continue
		}
		group, points, alone := append(make([]event, 0, 8), e), make([]tick, 0, 32), true
		done[e] = true
		for k := 0; k < len(group); k++ {
			w := t.at[group[k]]
			points = append(points, w.from)
			if last := w.to + 1; last.day() == w.to.day() { // something else came then
				points = append(points, w.to)
			}
			for _, x := range []event{start, end, continuous, retroactive} {
				if at := t.at[x].from; w.from < at && at <= w.to {
					points, alone = append(points, at), false
				}
			}
			for _, j := range s.near[group[k]] {
				v := t.at[j]
				if v.never() || v.from.day() != day.from.day() {
					continue
				}
				switch {
				case v.exact():
					points, alone = append(points, v.from), false
				case v.hourless():
					if alone = false; !done[j] {
						done[j], group = true, append(group, j)
					}
				}
			}
		}
		if alone {
			continue
		}
		slices.Sort(points)
		points = slices.Compact(points)
		for _, e := range group {
			p := place{of: e}
			for _, x := range points {
				for after := range tick(min(len(group)-1, ticks-2) + 2) {
					if x := x + after; t.at[e].from <= x && x <= t.at[e].to {
						p.at = append(p.at, x)
					}
				}
			}
			all = append(all, p)
		}
	}
	return all
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
