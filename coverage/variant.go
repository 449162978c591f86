// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

// A variant is the schedule of a policy from a time on, until the next variant.
type variant struct {
	from     tick
	schedule exclusions.Schedule
	new      []clause.ID // the endorsements that act from then on
}

// variants returns the schedules of the terms, first that of the start.
func (s Scheme) variants(by string, t *Terms) ([]variant, error) {
	all := []variant{{from: ever}}
	for _, id := range t.Attached {
		if t.Since[id].IsZero() {
			all[0].new = append(all[0].new, id)
		}
	}
	for id, since := range t.Since {
		fail := func(why *fault.Reason) error {
			path := "since[" + string(id) + "]"
			return &fault.Error{Op: "coverage." + by, Path: path, Input: since.String(), Reason: why}
		}
		switch {
		case !slices.Contains(t.Attached, id):
			return nil, fail(fault.ErrMisplaced)
		case since.Compare(t.Period.Start()) <= 0 || since.Compare(t.Period.End()) >= 0:
			return nil, fail(fault.ErrRange)
		}
		all = append(all, variant{from: tickOf(since), new: []clause.ID{id}})
	}
	slices.SortFunc(all, func(a, b variant) int {
		return cmp.Or(cmp.Compare(a.from, b.from), slices.Compare(a.new, b.new))
	})
	schedule := s.schedule
	for k := range all {
		v := &all[k]
		var err error
		if schedule, err = schedule.With(v.new...); err != nil {
			return nil, fault.In("coverage."+by, "attached", err)
		}
		v.schedule = schedule
	}
	return all, nil
}

// at returns the first and the last variant that a time can fall in.
func (p *policy) at(w when) (first, last int) {
	for k, v := range p.variants {
		if v.from <= w.from {
			first = k
		}
		if v.from <= w.to {
			last = k
		}
	}
	return first, last
}

// triggered returns what is known of the time that decides which terms an item has: the
// earliest of those that must lie in the policy period.
func (a *Assessment) triggered(r *Result) when {
	t := a.calendar(&r.Item, r.head)
	w := when{noTime, noTime}
	for _, e := range r.head.triggers {
		w = first(w, t.at[e])
	}
	return w
}

// settle gives an item the verdict that all variants which it can have agree on. If they
// do not, it is open until the time is known.
func (a *Assessment) settle(all []bench, r *Result, i int) error {
	from, to := 0, 0
	if len(all) > 1 {
		from, to = a.policy.at(a.triggered(r))
	}
	if err := a.settleUnder(&all[to], r, i); err != nil {
		return err
	}
	r.first = to
	for k := from; k < to; k++ {
		x := Result{Item: r.Item, head: r.head, scheme: r.scheme}
		if err := a.settleUnder(&all[k], &x, i); err != nil {
			return err
		}
		r.first, r.earlier = from, append(r.earlier, x.bound)
		if x.Verdict == r.Verdict && x.Least == r.Least && x.Most == r.Most && slices.Equal(x.By, r.By) {
			continue
		}
		r.Verdict, r.Least, r.Most = Open, min(r.Least, x.Least), max(r.Most, x.Most)
		r.By, r.open = union(r.By, x.By...), true
	}
	return nil
}

// triggerQuestions are those about the times that decide which terms an item has.
func (s *scheme) triggerQuestions(h *head) (all []fact.Question) {
	for _, q := range s.questions {
		d := s.dateFact(q.Fact)
		if d.Anchor == PolicyPeriod && d.Is == Within && slices.Contains(h.triggers, eventOf(d.Date)) {
			all = append(all, q)
		}
	}
	return all
}
