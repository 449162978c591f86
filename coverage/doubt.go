// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

const (
	mostSteps  = 1 << 17 // of the diagrams of one claim: at most some tens of milliseconds
	mostPieces = 64      // the amounts of a claim that may be paid
	mostTried  = 10      // those of which every combination is paid, if more loss can pay less
)

// A doubter works out what a claim can pay while facts and dates are unknown. It branches
// on amounts and not on facts: each amount that may be paid has a diagram of the answers
// with which it is. If more loss never pays less, the most is what is paid for all the
// amounts that can be paid, and the least for those that must be, if some answers come to
// just these. Otherwise every combination of amounts is paid that some answers come to.
type doubter struct {
	a        *Assessment
	space    *diagram.Space
	worlds   worlds
	since    []*derived // that what decides the terms came before a variant
	subjects []subject
	index    map[*Result]int // of each subject, from 1
	vars     []variable      // by their numbers
	may      diagram.Diagram // the answers that can come together
	pieces   []piece
	base     []limits.Bounds // of each item, what is paid whatever the answers are

	parts    []demand // room for what is paid at a time
	amounts  []limits.Bounds
	paid     map[uint64]limits.Bounds
	monotone bool
	failed   bool
	is, not  []verdicts // of each piece, that it is paid and that it is not
	just     map[uint64]verdicts
}

// A subject is an item of the claim or, if it follows heads of which the claim has no item,
// one of those as it would be.
type subject struct {
	*Result
	of      int // the item, or that which follows it
	times   *calendar
	open    fact.Bits       // the facts on which it can still depend
	vars    []int32         // of each fact, the number of its variable
	covered diagram.Diagram // by itself
}

// A variable is an unknown fact. What follows from dates is one for all items with the same
// dates; what an item says for itself is its own; and all else is one for the whole claim.
type variable struct{ fact, of int }

const (
	ofClaim = -1
	ofDates = mostItems // and the index of the comparison
)

// A piece is an amount of an item that is paid with some answers, between bounds.
type piece struct {
	item      int
	low, high yen.Amount
	when      diagram.Diagram
}

// verdicts are the answers with which something is so. Bit 0 of can is set if one of them
// is no to the variable, and bit 1 if one is yes.
type verdicts struct {
	when diagram.Diagram
	can  []uint8
}

// doubtful reports whether the payment may depend on answers.
func (a *Assessment) doubtful() bool {
	return slices.ContainsFunc(a.items, func(r Result) bool { return r.open })
}

// doubt works out the doubt of a claim.
func (a *Assessment) doubt() *doubter {
	d := &doubter{a: a, space: diagram.New(mostSteps), may: diagram.Always, index: map[*Result]int{}}
	d.worlds = worlds{space: d.space, steps: mostPlacings, exact: true}
	d.gather()
	d.number()
	if len(d.worlds.times) > 0 {
		d.date()
	}
	d.cut()
	return d
}

// gather gathers the subjects with the facts on which they can still depend.
func (d *doubter) gather() {
	for i := range d.a.items {
		r := &d.a.items[i]
		if !r.mayPay() || !r.open {
			continue
		}
		d.subject(r, i)
		for k := range r.instead {
			if x := &r.instead[k]; x.Verdict == Open {
				d.subject(x, i)
			}
		}
	}
	for k := range d.subjects {
		s := &d.subjects[k]
		in := gatherer{&s.open}
		for b := range s.bounds() {
			exclusions.ExcludedIf(b, s.head.Scope, in)
			for _, id := range s.head.excess {
				exclusions.AppliesIf(b, id, in)
			}
		}
	}
}

func (d *doubter) subject(r *Result, of int) {
	d.subjects = append(d.subjects, subject{Result: r, of: of})
	d.index[r] = len(d.subjects)
}

// bounds goes through the facts of a subject, bound under the terms that it can have: the
// last ones first.
func (s *subject) bounds() func(func(exclusions.Bound) bool) {
	return func(yield func(exclusions.Bound) bool) {
		if !yield(s.bound) {
			return
		}
		for _, b := range slices.Backward(s.earlier) {
			if !yield(b) {
				return
			}
		}
	}
}

// A gatherer gathers the unknown facts of a condition.
type gatherer struct{ open *fact.Bits }

// Known returns what is known; see [exclusions.Logic].
func (g gatherer) Known(t fact.Truth) fact.Truth { return t }

// Not returns Unknown, as And and Or do: only the facts are of interest.
func (g gatherer) Not(fact.Truth) fact.Truth { return fact.Unknown }

// And is described with Not.
func (g gatherer) And(_, _ fact.Truth) fact.Truth { return fact.Unknown }

// Or is described with Not.
func (g gatherer) Or(_, _ fact.Truth) fact.Truth { return fact.Unknown }

// Fact gathers a fact.
func (g gatherer) Fact(i int) fact.Truth {
	g.open.Put(i)
	return fact.Unknown
}

// number numbers the unknown facts, in the order of the wording.
func (d *doubter) number() {
	s := d.a.policy.scheme
	known := s.schedule.Facts().Vocabulary().Len()
	width := known + len(d.a.policy.variants)
	room := make([]int32, width*len(d.subjects))
	for k := range d.subjects {
		x := &d.subjects[k]
		x.vars = room[k*width : (k+1)*width]
		for f := range known {
			if x.vars[f] = -1; x.open.Has(f) {
				x.vars[f] = int32(d.about(x, f))
				d.vars = append(d.vars, variable{f, int(x.vars[f])})
			}
		}
		for v := x.first + 1; v <= x.first+len(x.earlier); v++ {
			x.vars[known+v] = int32(d.aboutTerms(x, v))
			d.vars = append(d.vars, variable{known + v, int(x.vars[known+v])})
		}
	}
	slices.SortFunc(d.vars, variable.compare)
	d.vars = slices.Compact(d.vars)
	for k := range d.subjects {
		x := &d.subjects[k]
		for f := range x.vars {
			if f < known && x.open.Has(f) || f >= known && x.first < f-known && f-known <= x.first+len(x.earlier) {
				x.vars[f] = int32(d.numberOf(variable{f, int(x.vars[f])}))
			}
		}
	}
}

func (v variable) compare(w variable) int {
	return cmp.Or(cmp.Compare(v.fact, w.fact), cmp.Compare(v.of, w.of))
}

func (d *doubter) numberOf(v variable) int {
	n, _ := slices.BinarySearchFunc(d.vars, v, variable.compare)
	return n
}

// about returns what an unknown fact of a subject is about.
func (d *doubter) about(x *subject, f int) int {
	s := d.a.policy.scheme
	for i := range s.derived {
		switch row := &s.derived[i]; {
		case row.at != f:
		case row.Date == "":
			if _, known := d.a.items[x.of].Item.Excess.Amount(); !known { // also what it follows is asked of it
				return x.of
			}
		default:
			t := d.calendar(x)
			if (t.absent || t.quiet) && row.compares(reputational) {
				d.worlds.exact = false
				return x.of
			}
			if c := d.worlds.compare(row, x, t); c.date >= 0 || c.from >= 0 {
				return ofDates + d.worlds.row(c)
			}
		}
	}
	if x.Item.Facts.At(f) != fact.NotAsked {
		return x.of
	}
	return ofClaim
}

// aboutTerms returns what decides whether a subject has the terms from a variant on.
func (d *doubter) aboutTerms(x *subject, v int) int {
	if len(x.head.triggers) != 1 {
		d.worlds.exact = false
		return x.of
	}
	row := derived{at: d.a.policy.scheme.schedule.Facts().Vocabulary().Len() + v, date: x.head.triggers[0], from: start}
	k := slices.IndexFunc(d.since, func(y *derived) bool { return y.at == row.at && y.date == row.date })
	if k < 0 {
		k, row.DateFact = len(d.since), &DateFact{Is: Before}
		d.since = append(d.since, &row)
	}
	t := d.calendar(x)
	c := d.worlds.compare(d.since[k], x, t)
	c.fromAt = when{d.a.policy.variants[v].from, d.a.policy.variants[v].from}
	return ofDates + d.worlds.row(c)
}

// calendar returns the times of a subject.
func (d *doubter) calendar(x *subject) *calendar {
	if x.times != nil {
		return x.times
	}
	t := d.a.times(x.Result)
	if d.a.one() { // one time for all items
		t.at[made] = d.a.first
	}
	own, one := d.a.datesOf(&x.Item, x.head), d.a.one()
	c, in := &d.a.claim.Dates, &d.a.incident
	t.given = [spent + 1]bool{
		made: !own.Made.IsZero() || one, cause: !own.Cause.IsZero(), aware: !own.Aware.IsZero(),
		delivered:       !own.Delivered.IsZero(),
		attackPublished: !own.AttackPublished.IsZero(), leakPublished: !own.LeakPublished.IsZero(),
		discovered:   !in.discovered.IsZero() || t.one && (d.a.reputational || !in.reputational.IsZero()),
		reputational: t.one || !in.reputational.IsZero(), measure: !c.Measure.IsZero(),
		incurred: !x.Item.Incurred.IsZero(), spent: !x.Item.Spent.IsZero() || !x.Item.Incurred.IsZero(),
	}
	if given := d.a.given(&x.Item, x.head); d.a.several && given != (Dates{}) {
		for e, m := range given.moments() {
			if e == int(discovered) {
				break
			}
			t.apart[e] = !m.IsZero() && (event(e) != made || !one)
		}
		t.demand = slices.IndexFunc(d.a.items, func(r Result) bool { return r.Item.Demand == x.Item.Demand })
	}
	if !t.given[made] { // whenever it was, it was not before these
		t.caused[0] = noTime
	}
	if !t.given[discovered] {
		t.caused[1] = noTime
	}
	x.times = &t
	return x.times
}

// date finds which answers can come together.
func (d *doubter) date() {
	w := &d.worlds
	all := make([]*subject, 0, len(d.subjects)+len(d.a.items))
	for k := range d.subjects {
		all = append(all, &d.subjects[k])
	}
	for i := range d.a.items { // what is stated of them is about the same dates
		if r := &d.a.items[i]; d.index[r] == 0 {
			all = append(all, &subject{Result: r, of: i})
		}
	}
	for n := -1; n < len(w.times); { // what is stated can bring in a time, and what is stated of that
		n = len(w.times)
		for _, x := range all {
			d.state(x)
		}
	}
	for _, x := range all {
		w.inOrder(x, cause, made, x.times.caused[0])
		w.inOrder(x, cause, discovered, x.times.caused[1])
		if !x.times.otherFirst {
			w.inOrder(x, aware, made, noTime)
		}
	}
	w.at, w.done = make([]tick, len(w.times)), make([]bool, len(w.times))
	for i := range w.rows {
		c := &w.rows[i]
		if c.variable = -1; c.stated == fact.Unknown {
			c.variable = d.numberOf(variable{c.at, ofDates + i})
		}
	}
	if len(w.times) > mostTimes || w.uneven() {
		w.exact = false
		return
	}
	may := w.plan(-1).all()
	switch {
	case w.steps < 0: // taken as independent
	case may == diagram.Never: // what is stated contradicts itself: it holds as stated
		w.exact = false
	default:
		d.may = may
	}
}

// state adds what is stated of an item and follows from its times.
func (d *doubter) state(x *subject) {
	w, t, derived := &d.worlds, d.calendar(x), d.a.policy.scheme.derived
	for i := range derived {
		row := &derived[i]
		if row.Date == "" || x.open.Has(row.at) {
			continue
		}
		answer := cmp.Or(x.Item.Facts.At(row.at), d.a.claim.Facts.At(row.at))
		if t.one && d.apart(x, row, answer.Truth()) {
			continue
		}
		if d.a.several && x.Item.Facts.At(row.at) != fact.NotAsked {
			continue // another third-party claim may be about other dates
		}
		c := w.lookUp(row, x, t)
		if answer.Stated() && (c.date >= 0 || c.from >= 0 || w.bounds(row.date, x, t) || w.bounds(row.from, x, t)) {
			c = w.compare(row, x, t)
			c.stated = answer.Truth()
			w.row(c)
		}
	}
}

// apart reports whether what is stated and follows from one of the two discoveries may be so
// because that never came: then it says nothing about the other one.
func (d *doubter) apart(x *subject, row *derived, stated fact.Truth) bool {
	in := &d.a.incident
	dated := !in.reputational.IsZero() && !in.reputational.IsNever() // then it was discovered
	for _, e := range [...]event{row.date, row.from} {
		never := fact.No
		if row.Is == NeverHappened || e == row.from && row.Is != Within {
			never = fact.Yes
		}
		switch {
		case e == reputational && in.reputational.IsZero(),
			e == discovered && in.discovered.IsZero() && !x.head.Reputational && !dated:
			if stated == never {
				return true
			}
		case e == reputational && in.discovered.IsZero() && !x.head.Reputational:
			d.worlds.exact = d.worlds.exact && !in.reputational.IsZero()
			return true
		}
	}
	return false
}
