// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
)

// A plan is the order in which the times are placed: each after those on which it depends.
type plan struct {
	w     *worlds
	times []int
	place []int       // of each time
	near  []uint64    // of each time, those with which it is compared
	apart []uint64    // of each place, those before on which it and its followers depend
	below []uint64    // of each place, its time and those of its followers
	after [][]int     // the places that follow it
	rows  [][]int     // the rows that are decided there
	along [][]profile // of each place that depends on one other, what can be so from there on
	known map[placed]diagram.Diagram
}

// A profile is what can be so from a place on while the time on which that depends lies at a
// tick or later, up to the next one.
type profile struct {
	from tick
	may  diagram.Diagram
}

// A placed is a place with the times on which it depends.
type placed struct {
	place int
	at    [4]tick
}

// plan returns the plan that starts with a time or, for -1, with any. The fewer others a
// time depends on, beside those that depend on it, the later it is placed.
func (w *worlds) plan(first int) *plan {
	p := &plan{w: w, known: map[placed]diagram.Diagram{}}
	near := make([]uint64, len(w.times))
	p.near = near
	join := func(x, y int) {
		if x >= 0 && y >= 0 && x != y {
			near[x] |= 1 << y
			near[y] |= 1 << x
		}
	}
	for i := range w.rows {
		join(w.rows[i].date, w.rows[i].from)
	}
	for _, o := range w.orders {
		join(o.lo, o.hi)
	}
	p.times = make([]int, len(w.times))
	left, beside := uint64(1)<<len(w.times)-1, slices.Clone(near)
	for k := len(p.times) - 1; k >= 0; k-- {
		last := -1
		for x := range w.times {
			switch {
			case left>>x&1 == 0 || x == first && k > 0:
			case last < 0 || cmp.Or(cmp.Compare(bits.OnesCount64(beside[x]), bits.OnesCount64(beside[last])),
				cmp.Compare(bits.OnesCount64(near[x]), bits.OnesCount64(near[last]))) < 0:
				last = x
			}
		}
		p.times[k] = last
		left &^= 1 << last
		for y := range w.times {
			if beside[last]>>y&1 == 1 {
				beside[y] = (beside[y] | beside[last]) &^ (1<<y | 1<<last)
			}
		}
	}
	place := make([]int, len(w.times))
	for k, x := range p.times {
		place[x] = k
	}
	p.place = place
	p.apart, p.below = make([]uint64, len(p.times)), make([]uint64, len(p.times))
	p.after, p.rows, p.along = make([][]int, len(p.times)), make([][]int, len(p.times)), make([][]profile, len(p.times))
	for k := len(p.times) - 1; k >= 0; k-- {
		p.below[k] |= 1 << p.times[k]
		for y := range w.times {
			if near[p.times[k]]>>y&1 == 1 && place[y] < k {
				p.apart[k] |= 1 << place[y]
			}
		}
		for _, f := range p.after[k] {
			p.apart[k] |= p.apart[f] &^ (1 << k)
		}
		if before := p.apart[k]; before != 0 {
			up := bits.Len64(before) - 1
			p.after[up] = append(p.after[up], k)
			p.below[up] |= p.below[k]
		}
	}
	for i := range w.rows {
		c, k := &w.rows[i], 0
		if c.date >= 0 {
			k = place[c.date]
		}
		if c.from >= 0 {
			k = max(k, place[c.from])
		}
		p.rows[k] = append(p.rows[k], i)
	}
	for k := range p.rows { // so that diagrams grow at their top
		slices.SortFunc(p.rows[k], func(i, j int) int { return w.rows[j].variable - w.rows[i].variable })
	}
	return p
}

// all returns which facts can be so together.
func (p *plan) all() diagram.Diagram {
	d := diagram.Always
	for k := range p.times {
		if p.apart[k] == 0 {
			d = p.w.space.And(d, p.try(k))
		}
	}
	return d
}

// alone reports whether a place with its followers depends on one other only.
func (p *plan) alone(k int) bool { return bits.OnesCount64(p.apart[k]) == 1 }

// solve returns what can be so from a place on, beside the times that are placed.
func (p *plan) solve(k int) diagram.Diagram {
	w := p.w
	if p.alone(k) {
		all, at := p.profile(k), w.at[p.times[bits.TrailingZeros64(p.apart[k])]]
		i, found := slices.BinarySearchFunc(all, at, func(c profile, at tick) int { return cmp.Compare(c.from, at) })
		if !found {
			i--
		}
		return all[i].may
	}
	key, n := placed{place: k}, 0
	for set := p.apart[k]; set != 0; set &= set - 1 {
		if n == len(key.at) {
			w.exact, w.steps = false, -1
			return diagram.Always
		}
		key.at[n] = w.at[p.times[bits.TrailingZeros64(set)]]
		n++
	}
	d, ok := p.known[key]
	if !ok {
		d = p.try(k)
		p.known[key] = d
	}
	return d
}

// profile returns what can be so from a place on that depends on one other time, along that.
func (p *plan) profile(k int) []profile {
	if p.along[k] != nil {
		return p.along[k]
	}
	w, x := p.w, p.times[bits.TrailingZeros64(p.apart[k])]
	at, done := w.at[x], w.done[x]
	all := []profile{}
	for _, c := range w.times[x].cells(p.through(x, 0, p.below[k], nil)) {
		w.at[x], w.done[x] = c.at, true
		if d := p.try(k); len(all) == 0 || all[len(all)-1].may != d {
			all = append(all, profile{c.from, d})
		}
	}
	w.at[x], w.done[x] = at, done
	p.along[k] = all
	return all
}

// try returns what can be so from a place on, wherever its time is.
func (p *plan) try(k int) diagram.Diagram {
	w, d := p.w, diagram.Never
	for _, c := range p.cells(k) {
		d = w.space.Or(d, p.put(k, c.at))
		if w.steps < 0 || d == diagram.Always {
			break
		}
	}
	return d
}

// cells returns the cells of the time at a place beside those that are placed.
func (p *plan) cells(k int) []cell {
	x := p.times[k]
	return p.w.times[x].cells(p.changes(x, 0, p.below[k], make([]tick, 0, 16)))
}

// put returns what can be so if the time at a place is at a tick.
func (p *plan) put(k int, at tick) diagram.Diagram {
	w, x := p.w, p.times[k]
	if w.steps--; w.steps < 0 {
		w.exact = false
		return diagram.Always
	}
	w.at[x], w.done[x] = at, true
	defer func() { w.done[x] = false }()
	for _, o := range w.orders {
		if w.done[o.lo] && w.done[o.hi] && (o.lo == x || o.hi == x) {
			if lo, hi := w.at[o.lo], w.at[o.hi]; hi < o.below && lo > hi {
				return diagram.Never
			}
		}
	}
	d := diagram.Always
	for _, i := range p.rows[k] {
		c := &w.rows[i]
		switch t := w.truth(c); {
		case t == fact.Unknown:
		case c.variable < 0:
			if t != c.stated {
				return diagram.Never
			}
		case t == fact.Yes:
			d = w.space.And(w.space.Var(c.variable), d)
		default:
			d = w.space.And(w.space.Not(w.space.Var(c.variable)), d)
		}
	}
	for _, f := range p.after[k] {
		if d == diagram.Never {
			break
		}
		d = w.space.And(d, p.solve(f))
	}
	return d
}
