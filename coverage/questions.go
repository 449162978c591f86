// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"
	"sync"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// Questions returns the questions on which the amount payable for an open claim depends,
// and what each answer would leave. It returns none if the claim is decided. Questions are
// in the order of the difference between the most and the least that their worst answer
// leaves, the smallest first; then dates come before what the cover requires, and that
// before the exclusions; then the smallest average difference comes first. A question that
// follows another one appears once that is answered. One that nobody can answer stays: its
// Answer says so.
//
// Amounts are not among the questions: an item whose Accepted is unknown, or whose Excess is
// and that [Result.WantsExcess], and a limit named in Unstated, can keep a claim open too.
func (a Assessment) Questions() []Need {
	if a.Decision != Open || a.asking == nil {
		return nil
	}
	return cloneNeeds(a.asking.needs())
}

// An asking keeps the doubt of an open claim until somebody asks for the questions or for
// the bounds by head, and then these.
type asking struct {
	mu    sync.Mutex
	doubt *doubter
	all   []Need
	asked bool
	heads map[limits.Head]limits.Bounds
}

func (q *asking) needs() []Need {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.asked {
		q.all, q.asked = q.doubt.questions(), true
	}
	return q.all
}

func (q *asking) bounds() map[limits.Head]limits.Bounds {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.heads == nil {
		q.heads = q.doubt.a.doubt().heads() // whether or not the questions come first
	}
	return q.heads
}

func cloneNeeds(all []Need) []Need {
	all = slices.Clone(all)
	var facts, by, items, cases int
	for i := range all {
		n := &all[i]
		facts, by, items, cases = facts+len(n.Facts), by+len(n.By), items+len(n.Items), cases+len(n.Cases)
	}
	f, b, it, c := make([]fact.Name, 0, facts), make([]clause.ID, 0, by), make([]int, 0, items), make([]Case, 0, cases)
	for i := range all {
		n := &all[i]
		n.Facts, n.By, n.Items, n.Cases = kept(&f, n.Facts), kept(&b, n.By), kept(&it, n.Items), kept(&c, n.Cases)
	}
	return all
}

// kept appends values to others, and returns them there.
func kept[T any](to *[]T, all []T) []T {
	if len(all) == 0 {
		return nil
	}
	from := len(*to)
	*to = append(*to, all...)
	return slices.Clip((*to)[from:])
}

// questions returns the questions in their order.
func (d *doubter) questions() []Need {
	if d.exceeded() || d.is == nil || d.a.Least == d.a.Most {
		return d.a.openQuestions()
	}
	out := make([]limits.Bounds, 2*len(d.vars))
	d.answers(out)
	d.worlds.steps = 4 * mostPlacings // for all dates
	x := asker{doubter: d, out: out, turns: d.turns(), possible: d.space.Answers(d.may, len(d.vars))}
	x.ask()
	if d.exceeded() {
		return d.a.openQuestions()
	}
	slices.SortStableFunc(x.all, func(m, n *asked) int {
		return cmp.Or(cmp.Compare(m.worst, n.worst), cmp.Compare(m.rank, n.rank), cmp.Compare(m.mean, n.mean),
			cmp.Compare(m.order, n.order))
	})
	needs := make([]Need, len(x.all))
	for i := range needs {
		needs[i] = x.all[i].Need
	}
	return needs
}

// An asker makes the questions of a claim.
type asker struct {
	*doubter
	out      []limits.Bounds // what no and yes to each variable would leave
	turns    []bool          // the variables that matter
	possible []uint8         // the answers to each that there can be
	all      []*asked
}

// An asked is a question with what it is ordered by.
type asked struct {
	Need
	variable, time int // the variable, or the date; the other one is -1
	worst, mean    yen.Amount
	rank, order    int
}

// The ranks of questions that leave as much in their worst case.
const (
	rankDate = iota
	rankRequired
	rankExcluded
)

// turns returns the variables on which the payment depends: those on which it depends
// with which answers just this or that amount is paid.
func (d *doubter) turns() []bool {
	on := make([]bool, len(d.vars))
	mark := func(c diagram.Diagram) { d.space.Turns(c, func(v int) { on[v] = true }) }
	if len(d.pieces) > mostTried {
		for _, p := range d.pieces {
			mark(p.when)
		}
		return on
	}
	with, all := map[limits.Bounds]diagram.Diagram{}, []limits.Bounds{}
	d.combinations(d.may, func(mask uint64, c diagram.Diagram) bool {
		b := d.pay(mask)
		if _, ok := with[b]; !ok {
			all = append(all, b)
		}
		with[b] = d.space.Or(c, with[b])
		return true
	})
	if len(with) > 1 {
		for _, b := range all {
			mark(d.space.Restrict(with[b], d.may))
		}
	}
	return on
}

// ask adds the questions about the variables that matter. A question that follows another
// one comes once that is answered.
func (x *asker) ask() {
	s := x.a.policy.scheme
	known := s.schedule.Facts().Vocabulary().Len()
	later, asking := x.later(), make([][]clause.ID, known)
	for k := range x.subjects {
		r := &x.subjects[k]
		clear(asking)
		for f, by := range r.bound.Asking(append(slices.Clip(r.By), r.head.excess...)...) {
			asking[f] = by
		}
		for f := range known {
			if r.open.Has(f) && x.turns[r.vars[f]] && !later[r.vars[f]] {
				x.put(r, s.questionAt(f), int(r.vars[f]), asking[f])
			}
		}
		for v := r.first + 1; v <= r.first+len(r.earlier); v++ {
			if n := int(r.vars[known+v]); x.turns[n] {
				for _, q := range s.triggerQuestions(r.head) {
					f, _ := s.schedule.Facts().Vocabulary().Index(q.Fact)
					x.put(r, q, n, slices.Concat(x.a.policy.variants[v].new, asking[f]))
				}
			}
		}
	}
	for _, n := range x.all {
		x.finish(n)
	}
}

// later returns the variables that are asked about once others are answered: those of which the
// question follows another one for one of the subjects.
func (x *asker) later() []bool {
	s := x.a.policy.scheme
	later := make([]bool, len(x.turns))
	for k := range x.subjects {
		r := &x.subjects[k]
		for f := range s.schedule.Facts().Vocabulary().Len() {
			if r.open.Has(f) && x.turns[r.vars[f]] && x.follows(r, s.questionAt(f)) {
				later[r.vars[f]] = true
			}
		}
	}
	return later
}

// follows reports whether the question after which another one comes is still to be asked.
func (x *asker) follows(r *subject, q fact.Question) bool {
	s := x.a.policy.scheme
	for q.After != "" {
		f, _ := s.schedule.Facts().Vocabulary().Index(q.After)
		if r.open.Has(f) && x.turns[r.vars[f]] {
			return true
		}
		q = s.question(q.After)
	}
	return false
}

// put adds a question about a subject, because of a variable.
func (x *asker) put(r *subject, q fact.Question, v int, by []clause.ID) {
	a, words := x.a, x.a.policy.scheme.schedule.Facts().Vocabulary()
	n := asked{Need: a.questionOf(r.Result, q), variable: v, time: -1}
	switch {
	case n.Date != "":
		n.time, n.variable = x.timeOf(r, n.Date), -1
	case x.vars[v].fact >= words.Len(): // the scheme does not ask for the date
		f, ok := words.Index(n.Fact)
		if !ok || !r.open.Has(f) {
			return
		}
		n.variable = int(r.vars[f])
	}
	i := slices.IndexFunc(x.all, func(m *asked) bool {
		return m.variable == n.variable && m.time == n.time && m.Fact == n.Fact && m.Date == n.Date && m.JA == n.JA
	})
	known := a.known(r.Result, n.Need, q.Fact)
	if i < 0 {
		if i, n.Known = len(x.all), known; n.Date == "" {
			n.Answer = a.answer(r.Result, n.Fact)
		}
		one := n
		x.all = append(x.all, &one)
	}
	m := x.all[i]
	if m.Known != known { // the items have dates of their own
		m.Known = clause.Note{}
	}
	m.Facts, m.Items = union(m.Facts, q.Fact), union(m.Items, r.of)
	if m.By == nil {
		m.By = by
	} else {
		m.By = union(m.By, by...)
	}
}

// timeOf returns the index of the open time of a subject that a date is, or -1.
func (x *asker) timeOf(r *subject, date string) int {
	e := eventOf(date)
	if r.times == nil || r.times.given[e] {
		return -1
	}
	return x.worlds.find(e, r, r.times)
}

// complete adds the items that have the date of a question too, although other questions about
// them come first.
func (x *asker) complete(n *asked) {
	for k := range x.subjects {
		r := &x.subjects[k]
		if n.time >= 0 && r.times != nil && x.worlds.find(x.worlds.times[n.time].of, r, r.times) == n.time {
			n.Items = union(n.Items, r.of)
		}
	}
}

// finish fills in what the answers to a question would leave, and its place.
func (x *asker) finish(n *asked) {
	s := x.a.policy.scheme
	slices.SortFunc(n.By, func(x, y clause.ID) int { return s.nodes[x].order - s.nodes[y].order })
	x.complete(n)
	slices.Sort(n.Items)
	n.order, _ = s.schedule.Facts().Vocabulary().Index(n.Facts[0])
	switch n.rank = rankExcluded; {
	case n.Date != "":
		n.rank = rankDate
	case slices.ContainsFunc(n.By, s.requires):
		n.rank = rankRequired
	}
	switch {
	case n.time >= 0:
		n.Cases = x.dateCases(n)
	case n.variable >= 0:
		possible := x.possible[n.variable]
		for _, answer := range [...]fact.Answer{fact.StatedYes, fact.StatedNo} {
			q := 0
			if answer == fact.StatedYes {
				q = 1
			}
			if b := x.out[2*n.variable+q]; possible>>q&1 == 1 {
				n.Cases = append(n.Cases, Case{Answer: answer, Least: b.Least, Most: b.Most, Exact: b.Exact})
			}
		}
	}
	if n.worst = x.a.Most - x.a.Least; len(n.Cases) == 0 {
		n.mean = n.worst
		return
	}
	n.worst = 0
	for _, c := range n.Cases {
		n.worst, n.mean = max(n.worst, c.Most-c.Least), n.mean+(c.Most-c.Least)/yen.Amount(len(n.Cases))
	}
}
