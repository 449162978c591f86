// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/internal/diagram"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
)

// dateCases returns what a date would leave, by spans of time.
func (x *asker) dateCases(n *asked) (all []Case) {
	d, w, time := x.doubter, &x.worlds, n.time
	if len(w.times) > mostTimes || w.steps < 0 {
		return nil
	}
	exact := w.exact
	defer func() { w.exact = exact }()
	p := w.plan(time)
	lasting := p.cells(0)
	var last cell
	left := map[diagram.Diagram]limits.Bounds{}
	for _, c := range lasting {
		if w.times[time].of == aware && c.at == noTime {
			continue
		}
		with := d.space.And(d.may, p.put(0, c.at))
		if w.steps < 0 {
			return nil
		}
		if with == diagram.Never {
			continue
		}
		b, ok := left[with]
		if !ok {
			b = d.under(with)
			left[with] = b
		}
		x := Case{Least: b.Least, Most: b.Most, Exact: b.Exact, From: c.from.moment(), Until: (c.to + second).moment()}
		if c.at == noTime {
			x.From, x.Until = period.Never(), period.Moment{}
		}
		if n := len(all) - 1; n >= 0 && c.from == last.to+second && c.at != noTime &&
			all[n].Least == x.Least && all[n].Most == x.Most && all[n].Exact == x.Exact {
			all[n].Until = x.Until
		} else {
			all = append(all, x)
		}
		last = c
	}
	if t := w.times[time].reach; len(all) > 0 {
		first, end := lasting[0].from.moment(), (lastTick + second).moment()
		if t.from == ever && all[0].From == first {
			all[0].From = period.Moment{}
		}
		for k := range all {
			if t.to == noTime && all[k].Until == end {
				all[k].Until = period.Moment{}
			}
		}
		if last := &all[len(all)-1]; t.to != noTime && last.Until == nextSecond(t.to).moment() {
			last.Until = x.until(n)
		}
	}
	if w.times[time].of == aware { // whoever never was before learns of the third-party claim when it is made
		if b, ok := d.a.with(n.Need, period.Never()); ok {
			all = append(all, Case{From: period.Never(), Least: b.Least, Most: b.Most, Exact: b.Exact})
		}
	}
	return all
}

// until returns the end of the last span of a date. A cause and an awareness count as come by
// the third-party claim and the discovery that the history has, also if the claim dates them
// later: the span contains what it may date them.
func (x *asker) until(n *asked) period.Moment {
	t := x.worlds.times[n.time]
	last := t.reach.to
	for k := range x.subjects {
		r := &x.subjects[k]
		if r.times == nil || x.worlds.find(t.of, r, r.times) != n.time {
			continue
		}
		switch t.of {
		case cause:
			last = max(last, r.times.latest)
		case aware:
			last = max(last, r.times.learnt)
		}
	}
	if last == noTime {
		return period.Moment{}
	}
	return nextSecond(last).moment()
}

// with returns the assessment of the claim with a date, if it is accepted.
func (a *Assessment) with(n Need, at period.Moment) (Assessment, bool) {
	c := a.claim
	c.Dates.First = a.entered
	for i := range a.items {
		c.Items = append(c.Items, a.items[i].Item)
	}
	b, err := Policy{a.policy}.Assess(c.WithDate(n, at), a.before)
	return b, err == nil
}
