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
	for k := range d.subjects {
		s := &d.subjects[k]
		s.covered = d.underTerms(s, func(b exclusions.Bound) diagram.Diagram {
			return d.space.Not(exclusions.ExcludedIf(b, s.head.Scope, logic{d.space, s.vars}))
		})
	}
	for i := range a.items {
		r := &a.items[i]
		if d.index[r] == 0 { // nothing about it is open
			d.base[i] = limits.Bounds{Least: r.Least, Most: r.Most}
			continue
		}
		s, heavier := &d.subjects[d.index[r]-1], []diagram.Diagram(nil)
		if excess, stated := r.Item.Excess.Amount(); !stated || excess > 0 {
			for _, id := range r.head.excess {
				c := d.underTerms(s, func(b exclusions.Bound) diagram.Diagram {
					c, _ := exclusions.AppliesIf(b, id, logic{d.space, s.vars})
					return c
				})
				if d.space.And(d.may, c) != diagram.Never {
					heavier = append(heavier, c)
				}
			}
		}
		d.add(r, i, d.coveredIf(s), heavier)
	}
}

// underTerms returns the answers with which something is so of a subject, by the terms that it
// can have.
func (d *doubter) underTerms(s *subject, so func(exclusions.Bound) diagram.Diagram) (c diagram.Diagram) {
	known := d.a.policy.scheme.schedule.Facts().Vocabulary().Len()
	v := s.first + len(s.earlier)
	for b := range s.bounds() {
		if x := so(b); v == s.first+len(s.earlier) {
			c = x
		} else {
			c = d.space.Choose(d.space.Var(int(s.vars[known+v+1])), x, c)
		}
		v--
	}
	return c
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

// add adds the pieces of an item: what is paid of it even if every rule about an excess takes
// that, and what is paid more the fewer of them do.
func (d *doubter) add(r *Result, i int, covered diagram.Diagram, heavier []diagram.Diagram) {
	low, known := r.Item.Accepted.Amount()
	high := low
	if !known {
		low, high = 0, r.Item.Claimed
	}
	fewer := make([]diagram.Diagram, len(heavier)) // by how many, that at most so many take it
	for k := range fewer {
		fewer[k] = diagram.Always
	}
	for _, c := range heavier {
		for k := len(fewer) - 1; k >= 0; k-- {
			less := diagram.Never
			if k > 0 {
				less = fewer[k-1]
			}
			fewer[k] = d.space.Choose(c, less, fewer[k])
		}
	}
	for _, more := range fewer {
		most := high
		excess, stated := r.Item.Excess.Amount()
		if stated {
			most = max(high-excess, 0)
		} else {
			excess = low
		}
		less := max(low-excess, 0)
		d.put(piece{i, low - less, high - most, d.space.And(covered, more)})
		low, high = less, most
	}
	d.put(piece{i, low, high, covered})
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
