// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
)

// weigh bounds the payment, and each item, by the answers that can come together. If every
// answer pays the same, the payment is that of some of them.
func (a *Assessment) weigh() error {
	d := a.doubt()
	a.asking = &asking{doubt: d}
	before := slices.Clone(a.items)
	if d.space.Exceeded() {
		return a.boundLoosely()
	}
	most := slices.Clone(d.base)
	for _, p := range d.pieces {
		most[p.item].Most += p.high
	}
	for i := range a.items {
		if r := &a.items[i]; r.mayPay() {
			if r.Least, r.Most = most[i].Least, most[i].Most; d.index[r] > 0 {
				d.decide(r)
			}
		}
	}
	if d.space.Exceeded() {
		copy(a.items, before)
		return a.boundLoosely()
	}
	a.fill(a.parts, most)
	if len(d.pieces) == 0 {
		return a.bound()
	}
	b, ok := d.bound()
	if !ok {
		return a.boundLoosely()
	}
	if a.Least, a.Most, a.Exact = b.Least, b.Most, b.Exact || b.Least == b.Most; a.Least != a.Most {
		_, err := a.run(a.program, a.parts, certainly)
		if a.Unstated = openLimit(err); a.Unstated != "" {
			return nil
		}
		return err
	}
	a.divided = d.divides()
	c, some := d.may, slices.Clone(d.base)
	for _, p := range d.pieces {
		if not := d.space.And(d.space.Not(p.when), c); not != diagram.Never {
			c = not
			continue
		}
		c = d.space.And(p.when, c)
		some[p.item].Least += p.low
	}
	if d.space.Exceeded() {
		a.divided = fact.Unknown
		return a.boundLoosely()
	}
	for i := range some {
		some[i].Most = most[i].Most
	}
	a.fill(a.parts, some)
	var err error
	a.Payment, err = a.run(a.program, a.parts, certainly)
	if a.Unstated = openLimit(err); a.Unstated != "" {
		return a.sum()
	}
	return err
}

// boundLoosely bounds the payment of a claim that is too large to weigh the answers.
func (a *Assessment) boundLoosely() error {
	err := a.bound()
	a.Exact = a.Least == a.Most
	return err
}

// decide gives an open item the verdict that all answers come to.
func (d *doubter) decide(r *Result) {
	s := &d.subjects[d.index[r]-1]
	if r.Verdict == Covered { // and a part of it may be in excess
		r.open = r.Least != r.Most && slices.ContainsFunc(d.pieces, func(p piece) bool { return p.item == s.of })
		return
	}
	switch d.space.And(d.may, d.coveredIf(s)) {
	case d.may:
		r.Verdict, r.By = Covered, nil
		r.open = slices.ContainsFunc(d.pieces, func(p piece) bool { return p.item == s.of })
	case diagram.Never:
		always := slices.DeleteFunc(slices.Clone(r.By), func(id clause.ID) bool {
			c, ok := d.applies(s, id)
			return !ok || c != d.may
		})
		if len(always) > 0 { // deny it whatever the answers are
			r.By = always
		}
		r.Verdict, r.open = d.a.policy.scheme.verdict(r.By[0]), false
	default:
		r.By = slices.DeleteFunc(slices.Clone(r.By), func(id clause.ID) bool {
			c, ok := d.applies(s, id)
			return ok && c == diagram.Never
		})
	}
}

// applies returns the answers that can come together with which a rule applies to a
// subject, under any of the terms that it can have. It returns false for a clause that is
// no rule of the wording.
func (d *doubter) applies(s *subject, id clause.ID) (applies diagram.Diagram, ok bool) {
	for b := range s.bounds() {
		c, is := exclusions.AppliesIf(b, id, logic{d.space, s.vars})
		applies, ok = d.space.Or(applies, c), is
	}
	return d.space.And(d.may, applies), ok
}
