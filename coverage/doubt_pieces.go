// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
	"github.com/baiseki/baiseki/limits"
)

// A logic has the variables of a subject.
type logic struct {
	*diagram.Space
	vars []int32
}

// Known returns a condition without variables.
func (l logic) Known(t fact.Truth) diagram.Diagram { return l.If(t == fact.Yes) }

// Fact returns the variable of a fact.
func (l logic) Fact(i int) diagram.Diagram { return l.Var(int(l.vars[i])) }

// cut cuts the items into pieces.
func (d *doubter) cut() {
	a := d.a
	d.base, d.amounts = make([]limits.Bounds, len(a.items)), make([]limits.Bounds, len(a.items))
	known := a.policy.scheme.schedule.Facts().Vocabulary().Len()
	for k := range d.subjects {
		s := &d.subjects[k]
		v := s.first + len(s.earlier)
		s.covered = diagram.Never
		for b := range s.bounds() {
			c := d.space.Not(exclusions.ExcludedIf(b, s.head.Scope, logic{d.space, s.vars}))
			if v == s.first+len(s.earlier) {
				s.covered = c
			} else {
				s.covered = d.space.Choose(d.space.Var(int(s.vars[known+v+1])), c, s.covered)
			}
			v--
		}
	}
	for i := range a.items {
		r := &a.items[i]
		if d.index[r] == 0 { // nothing about it is open
			d.base[i] = limits.Bounds{Least: r.Least, Most: r.Most}
			continue
		}
		s, heavier := &d.subjects[d.index[r]-1], diagram.Never
		if excess, stated := r.Item.Excess.Amount(); !stated || excess > 0 {
			for _, id := range r.head.excess {
				c, _ := exclusions.AppliesIf(s.bound, id, logic{d.space, s.vars})
				heavier = d.space.Or(heavier, c)
			}
		}
		d.add(r, i, d.coveredIf(s), heavier)
	}
}

// coveredIf returns the answers with which an item is covered.
func (d *doubter) coveredIf(s *subject) diagram.Diagram {
	return d.space.And(s.covered, d.followed(s.of))
}

// followed returns the answers with which one of those is covered that an item follows, if
// it follows any.
func (d *doubter) followed(i int) diagram.Diagram {
	a, r, best := d.a, &d.a.items[i], diagram.Never
	alone := len(r.head.Follows) == 0 || r.head.Alone
	as := func(x *Result) {
		alone = false
		switch k := d.index[x]; {
		case k > 0:
			best = d.space.Or(best, d.subjects[k-1].covered)
		case x.Verdict == Covered:
			best = diagram.Always
		}
	}
	for k := range a.items {
		if x := &a.items[k]; a.follows(r, x) {
			as(x)
		}
	}
	for k := range r.instead {
		as(&r.instead[k])
	}
	if alone {
		return diagram.Always
	}
	return best
}

// add adds the pieces of an item: what is paid of it even if an agreement is heavier than
// the law, and what is paid more if it is not.
func (d *doubter) add(r *Result, i int, covered, heavier diagram.Diagram) {
	low, known := r.Item.Accepted.Amount()
	high := low
	if !known {
		low, high = 0, r.Item.Claimed
	}
	all := piece{i, low, high, covered}
	if d.space.And(d.may, heavier) == diagram.Never {
		d.put(all)
		return
	}
	part := all
	for range r.head.excess { // each takes it, if several do
		excess, stated := r.Item.Excess.Amount()
		if stated {
			part.high = max(part.high-excess, 0)
		} else {
			excess = part.low
		}
		part.low = max(part.low-excess, 0)
	}
	d.worlds.exact = d.worlds.exact && len(r.head.excess) == 1
	d.put(part)
	d.put(piece{i, all.low - part.low, all.high - part.high, d.space.And(covered, d.space.Not(heavier))})
}

func (d *doubter) put(p piece) {
	switch may := d.space.And(d.may, p.when); {
	case may == diagram.Never || p.low == 0 && p.high == 0:
	case may == d.may:
		d.base[p.item].Least += p.low
		d.base[p.item].Most += p.high
	default:
		p.when = d.space.Restrict(p.when, d.may)
		d.pieces = append(d.pieces, p)
	}
}
