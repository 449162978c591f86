// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A dossier is an open claim of a property: a series, to which losses are added in steps,
// or parts that are paid anew as one claim each, with what was paid for all of them set off.
type dossier struct {
	series bool
	parts  []*demand
}

type demand struct {
	held, had limits.Series // in the history, and as it is paid anew
	steps     []losses
}

type losses struct {
	certain, possible []limits.Loss
	reduced           yen.Amount // as long as no later step has another reduction
}

func (x *dossier) open() (o limits.Open) {
	for _, d := range x.parts {
		u := limits.Uncertain{Series: d.had}
		for _, step := range d.steps {
			u.Certain, u.Possible = append(u.Certain, step.certain...), append(u.Possible, step.possible...)
			if step.reduced > 0 {
				u.Reduced = step.reduced
			}
		}
		if len(d.steps) == 1 {
			u.Series = u.Series.Reduce(u.Reduced)
		} else {
			o.Steps = true
		}
		o.Held, o.Parts = append(o.Held, d.held), append(o.Parts, u)
		if !x.series {
			o.SetOff += d.held.Paid()
		} else {
			o.SetOff = x.owed()
		}
	}
	return o
}

// owed returns what is due for other claims of a series, and is not paid for it.
func (x *dossier) owed() yen.Amount {
	d := x.parts[0]
	return max(d.held.Due()-d.held.Paid(), 0)
}

// alike reports whether a series is paid as it is, with no reduction in any step.
func (x *dossier) alike() bool {
	d := x.parts[0]
	return d.had == d.held && !slices.ContainsFunc(d.steps, func(l losses) bool { return l.reduced > 0 })
}

// decide returns what is paid now for the claim with the losses of each part.
func (x *dossier) decide(p limits.Program, paid limits.Paid, losses [][]limits.Loss) (now yen.Amount, _ limits.Paid, err error) {
	var pool limits.Series
	for _, d := range x.parts {
		pool = pool.Join(d.held)
		if paid, err = paid.With(d.held, d.had); err != nil {
			return 0, paid, err
		}
	}
	after := make([]limits.Series, len(x.parts))
	for k, d := range x.parts {
		pay, err := p.Pay(paid, d.had.Reduce(d.steps[0].reduced), losses[k]...)
		if err != nil {
			return 0, paid, err
		}
		now, paid, after[k] = now+pay.Now, pay.Paid, pay.Series
	}
	excess := max(pool.Paid()-now, 0) // stays where it was paid
	for head, part := range pool.All() {
		over := part.Paid
		for k := range after {
			over -= after[k].Of(head).Paid
		}
		if over = min(max(over, 0), excess); over == 0 {
			continue
		}
		was := after[0]
		after[0] = was.PaidMore(head, over)
		if paid, err = paid.With(was, after[0]); err != nil {
			return 0, paid, err
		}
		excess -= over
	}
	return max(now-pool.Paid(), 0), paid, nil
}

// A desk has claims under a random tree.
type desk struct {
	*planter
	root     limits.Node
	template limits.Program
	paid     limits.Paid
	open     []*dossier
}

// under returns the program of the tree with options.
func (d *desk) under(v option.Values) limits.Program {
	settled, err := d.options.Settle(v)
	check(err)
	program, err := d.template.With(settled)
	check(err)
	return program
}

// newDesk makes claims that are closed, and some that are open: new ones, some that were
// decided before, and series. Some of them were paid more or less than they are due.
func newDesk(round int) (d *desk, ok bool) {
	d = &desk{planter: newPlanter(round, round%4 == 0)}
	d.root = d.node(3)
	var err error
	if d.template, err = limits.New(d.root, d.options); err != nil {
		return d, false // terms that stand twice
	}
	program := d.under(d.state(3, d.dice))
	pay := func() limits.Series {
		pay, err := program.Pay(d.paid, limits.Series{}, d.within(d.losses(), 2)...)
		check(err)
		d.paid = pay.Paid
		return pay.Series
	}
	for range d.IntN(3) {
		pay()
	}
	for range 1 + d.IntN(3) {
		x := &dossier{series: d.one(3)}
		for range 1 + d.IntN(2) {
			part := &demand{}
			if d.one(3) {
				part.held = pay()
			}
			for range 1 + d.IntN(2) {
				step := d.losses()
				if _, err := program.Pay(limits.Paid{}, limits.Series{}.Reduce(1)); err == nil && d.one(3) {
					step.reduced = yen.Amount(1 + d.IntN(5))
				}
				if part.steps = append(part.steps, step); !x.series {
					break
				}
			}
			if x.parts = append(x.parts, part); x.series {
				break
			}
		}
		d.open = append(d.open, x)
	}
	for _, x := range d.open {
		for _, part := range x.parts {
			if due := part.held.Due(); due > 0 && d.one(2) && !(x.series && d.one(2)) {
				was := part.held
				if part.held = was.Disbursed(yen.Amount(d.IntN(int(due) + 4))); x.series && len(part.steps) > 1 {
					part.held = was.Disbursed(due + yen.Amount(d.IntN(4)))
				}
				d.paid, err = d.paid.With(was, part.held)
				check(err)
			}
			switch part.had = part.held; {
			case part.held.IsZero():
				part.held, part.had = limits.Series{}, limits.Series{}
			case !x.series:
				part.had = part.held.Less(part.held).Disbursed(0)
			case d.one(2):
				part.had = part.held.Less(part.held)
			}
		}
	}
	return d, true
}

// losses returns losses of a part: certain ones, and possible ones.
func (p *planter) losses() (of losses) {
	for i, h := range p.heads {
		if p.one(2) {
			continue
		}
		of.certain = append(of.certain, p.count(i, limits.Loss{Head: h, Amount: yen.Amount(p.IntN(12) * p.IntN(2))}, 0, 3))
		of.possible = append(of.possible, p.count(i, limits.Loss{Head: h, Amount: yen.Amount(p.IntN(12) * p.IntN(3))}, 0, 3))
	}
	return of
}

// within returns losses between the certain and the possible ones.
func (p *planter) within(of losses, end int) []limits.Loss {
	all := slices.Clone(of.certain)
	for i := range all {
		l, more := &all[i], of.possible[i].Amount
		switch {
		case end == 0, end == 3 && p.one(2):
			more = 0
		case end == 2, end == 3:
			more = yen.Amount(p.Int64N(int64(more) + 1))
		}
		l.Amount += more
		switch {
		case l.Amount == 0:
			l.Count = 0
		case p.waits[l.Head]:
			l.Count = max(l.Count, of.possible[i].Count)
		case p.counts[l.Head] && more > 0:
			l.Count = max(l.Count+p.Int64N(of.possible[i].Count+1), 1)
		}
	}
	return all
}

// headsOf returns the heads of each term of a tree.
func headsOf(n limits.Node) (all map[clause.ID][]limits.Head, heads []limits.Head) {
	all = map[clause.ID][]limits.Head{}
	if n.Head != "" {
		heads = append(heads, n.Head)
	}
	for _, child := range n.Nodes {
		inside, of := headsOf(child)
		heads = append(heads, of...)
		maps.Copy(all, inside)
	}
	for _, t := range n.Terms {
		if all[t.Clause] = heads; t.Heads != nil {
			all[t.Clause] = t.Heads
		}
	}
	return all, heads
}

// took returns what is held more under some heads, or borne more of deductibles.
func took(before, after limits.Paid, heads []limits.Head) (held, bears yen.Amount) {
	for h, a := range after.All() {
		if slices.Contains(heads, h) {
			held += a
		}
	}
	for h, a := range before.All() {
		if slices.Contains(heads, h) {
			held -= a
		}
	}
	was, is := borne(before), borne(after)
	for _, h := range heads {
		if is[h] != nil {
			bears += yen.Amount(is[h].Num().Int64())
		}
		if was[h] != nil {
			bears -= yen.Amount(was[h].Num().Int64())
		}
	}
	return max(held, 0), max(bears, 0)
}

// A course is one way in which the open claims of a desk are decided.
type course struct {
	paid  limits.Paid
	now   []yen.Amount // for each claim
	added []added
	story string
}

// An added is what is paid for losses that are added to a series.
type added struct {
	claim     int
	now, lost yen.Amount
}

// decide decides the open claims in a random order, with losses and unstated amounts as
// the dice say: all at one of their ends, or anything.
func (d *desk) decide(dice dice, view int) course {
	program := d.under(d.state(view, dice))
	c := course{paid: d.paid, now: make([]yen.Amount, len(d.open))}
	series, done := make([]limits.Series, len(d.open)), make([]int, len(d.open))
	var order [][2]int // the claim, and the step
	for i, x := range d.open {
		for j := range x.parts[0].steps {
			order = append(order, [2]int{i, j})
		}
		series[i] = x.parts[0].had
	}
	dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	for end, at := dice.IntN(5), order; len(at) > 0; at = at[1:] {
		i, j := at[0][0], at[0][1]
		x := d.open[i]
		var all [][]limits.Loss
		for _, part := range x.parts {
			all = append(all, d.within(part.steps[j], end))
		}
		var now yen.Amount
		var err error
		if x.series {
			if step := x.parts[0].steps[j]; step.reduced > 0 && j+1 > done[i] {
				series[i], done[i] = series[i].Reduce(step.reduced), j+1
			}
			pay, err := program.Pay(c.paid, series[i], all[0]...)
			check(err)
			now, c.paid, series[i] = max(pay.Now-x.owed(), 0), pay.Paid, pay.Series
			a := added{claim: i, now: now}
			for _, l := range all[0] {
				a.lost += l.Amount
			}
			c.added = append(c.added, a)
		} else if now, c.paid, err = x.decide(program, c.paid, all); err != nil {
			check(err)
		}
		c.now[i] += now
		c.story += fmt.Sprintf("\n%v: %v pays %d: %v", at[0], all, now, c.paid)
	}
	return c
}

// TestOutstandingOfTrees decides open claims under random trees in random orders, with
// losses and unstated amounts at and between their ends. All is paid, and taken of the
// limits, within the bounds.
func TestOutstandingOfTrees(t *testing.T) {
	t.Parallel()
	tried, ends, adds := 0, 0, 0
	for round := range cases.Rounds(t) {
		d, ok := newDesk(round)
		if !ok {
			continue
		}
		var open []limits.Open
		for _, x := range d.open {
			open = append(open, x.open())
		}
		program := d.under(nil)
		o, err := program.Outstanding(d.paid, open...)
		if errors.Is(err, fault.ErrConflict) {
			continue // a series with losses of other hours
		}
		check(err)
		tried++
		heads, _ := headsOf(d.root)
		left, err := program.Remaining(d.paid)
		check(err)
		least, most := yen.Max, yen.Amount(0)
		for try := range 12 {
			c := d.decide(newDice(round+try), try%4)
			inside := func(what string, got yen.Amount, b limits.Bounds) {
				if got < b.Least || got > b.Most {
					t.Fatalf("round %d: %+v\nopen %+v\npaid %v%s\n%s: %d is outside %+v", round, d.root, open, d.paid, c.story, what, got, b)
				}
			}
			sum := yen.Amount(0)
			for i, b := range o.Claims {
				inside(fmt.Sprint("claim ", i), c.now[i], b)
				sum += c.now[i]
			}
			inside("all", sum, o.Bounds)
			least, most = min(least, sum), max(most, sum)
			for _, a := range c.added {
				if x := d.open[a.claim]; o.Additive && x.alike() {
					due, err := program.Range(d.paid, x.parts[0].had, nil, nil)
					check(err)
					inside("losses of "+fmt.Sprint(a.claim), a.now, limits.Bounds{Most: due.Most + a.lost})
					adds++
				}
			}
			k := 0
			for id := range left {
				held, bears := took(d.paid, c.paid, heads[id])
				if kindOf(d.root, id) == "aggregate-deductible" {
					held = bears
				}
				inside(string(id), held, o.Limits[k])
				k++
			}
		}
		if least == o.Least {
			ends++
		}
		if most == o.Most {
			ends++
		}
	}
	if n := cases.Rounds(t); tried < n/2 || ends < tried || adds < n/20 {
		t.Errorf("only %d trees, %d ends reached, %d losses added", tried, ends, adds)
	}
}

// kindOf returns the kind of a term of a tree.
func kindOf(n limits.Node, id clause.ID) string {
	for _, t := range n.Terms {
		if t.Clause == id {
			return t.Kind
		}
	}
	for _, child := range n.Nodes {
		if kind := kindOf(child, id); kind != "" {
			return kind
		}
	}
	return ""
}
