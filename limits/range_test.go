// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A planter grows a small tree with terms of every kind, some of them for some
// heads only, and with options that a policy can leave unstated.
type planter struct {
	dice
	heads   []limits.Head
	terms   int
	limits  []clause.ID
	simple  bool // without what can make more loss pay less
	options option.Table
	deducts map[option.ID]bool // the options of which more pays less
	waits   map[limits.Head]bool
	counts  map[limits.Head]bool // need a count
}

func newPlanter(round int, simple bool) *planter {
	return &planter{dice: newDice(round), simple: simple, deducts: map[option.ID]bool{},
		waits: map[limits.Head]bool{}, counts: map[limits.Head]bool{}}
}

// count returns a loss with a count from one number to another, if it needs one.
func (p *planter) count(i int, l limits.Loss, from, to int64) limits.Loss {
	switch {
	case p.waits[l.Head]:
		l.Count = int64(i) + 2
	case l.Amount > 0 && p.counts[l.Head]:
		from = max(1, from)
		l.Count = from + p.Int64N(to-from+1)
	}
	return l
}

func (p *planter) node(depth int) limits.Node {
	var n limits.Node
	from := len(p.heads)
	if depth == 0 || len(p.heads) == 3 || p.one(3) {
		p.heads = append(p.heads, limits.Head(fmt.Sprintf("h%d", len(p.heads))))
		n = limits.On(p.heads[from])
	} else {
		var nodes []limits.Node
		for range 1 + p.IntN(3) {
			if len(p.heads) < 4 {
				nodes = append(nodes, p.node(depth-1))
			}
		}
		n = limits.Group(nodes...)
	}
	for range p.IntN(4) {
		t := p.term()
		if p.one(2) && !p.simple {
			for _, h := range p.heads[from:] {
				if p.one(2) {
					t = t.For(h)
				}
			}
		}
		for _, h := range p.heads[from:] {
			if (t.Kind == "waiting" || t.Kind == "per-unit") && (t.Heads == nil || slices.Contains(t.Heads, h)) {
				p.counts[h], p.waits[h] = true, p.waits[h] || t.Kind == "waiting"
			}
		}
		n = n.Then(t)
	}
	return n
}

func (p *planter) term() limits.Term {
	p.terms++
	id := clause.ID(fmt.Sprintf("T%d", p.terms))
	a, b := yen.Amount(p.IntN(12)), yen.Amount(p.IntN(6))
	ratio, _ := yen.NewRatio(int64(p.IntN(4)), 3)
	kinds := 14
	if p.simple {
		kinds = 10
	}
	switch p.IntN(kinds) {
	case 0:
		return limits.Deductible(id, option.Yen(b))
	case 1:
		return limits.Franchise(id, option.Yen(b))
	case 2:
		return limits.ShareDeductible(id, option.Ratio(ratio), option.Yen(b), option.Yen(a+b))
	case 3:
		return limits.Pays(id, option.Ratio(ratio))
	case 4:
		p.limits = append(p.limits, id)
		return limits.PerClaim(id, option.Yen(a))
	case 5:
		p.limits = append(p.limits, id)
		return limits.Aggregate(id, option.Yen(a))
	case 6:
		return p.open(id, a, a+b)
	case 7:
		return limits.Reduction(id)
	case 8:
		return limits.PerUnit(id, option.Yen(yen.Amount(p.IntN(4))))
	case 9:
		return limits.AggregateDeductible(id, option.Yen(b))
	case 10:
		return limits.Waiting(id, option.Yen(yen.Amount(p.IntN(5))), []limits.Wait{limits.FirstHours, limits.WholeLoss}[p.IntN(2)])
	case 11:
		return limits.TogetherAtLeast(id, option.Yen(b))
	case 12:
		return limits.TogetherAtMost(id, option.Yen(b))
	default:
		if len(p.limits) == 0 {
			return limits.Pays(id, option.Ratio(ratio))
		}
		return limits.Scaled(id, p.limits[0])
	}
}

// open returns a term with an amount that a policy can leave unstated.
func (p *planter) open(id clause.ID, least, most yen.Amount) limits.Term {
	row := option.Row{ID: option.ID(strings.ToLower(string(id))), Printed: option.Range{Least: least, Most: most}}
	if row.Printed == (option.Range{}) {
		row.Standard = option.Yen(0)
	}
	p.options = append(p.options, row)
	figure := option.Of(row.ID)
	forms := 5
	if !p.simple {
		forms = 9
	}
	switch p.IntN(forms) {
	case 5:
		return limits.PerUnit(id, figure)
	case 6:
		p.deducts[row.ID] = true
		return limits.Waiting(id, figure, limits.FirstHours)
	case 7:
		p.deducts[row.ID] = true
		return limits.TogetherAtLeast(id, figure)
	case 8:
		p.deducts[row.ID] = true
		return limits.TogetherAtMost(id, figure)
	case 0:
		return limits.PerClaim(id, figure)
	case 1:
		p.deducts[row.ID] = true
		return limits.Deductible(id, figure)
	case 2:
		p.deducts[row.ID] = true
		return limits.Franchise(id, figure)
	case 3:
		p.deducts[row.ID] = true
		return limits.ShareDeductible(id, option.Ratio(yen.Percent(40)), option.Yen(0), figure)
	}
	return limits.Aggregate(id, figure)
}

// state returns the options in a view: all at their worst, all at their best, or
// each at some amount.
func (p *planter) state(view int, d dice) option.Values {
	v := option.Values{}
	for _, row := range p.options {
		a := row.Printed.Least
		switch {
		case view > 1:
			a += yen.Amount(d.Int64N(int64(row.Printed.Most-row.Printed.Least) + 1))
		case p.deducts[row.ID] == (view == 0):
			a = row.Printed.Most
		}
		v[row.ID] = option.Yen(a)
	}
	return v
}

// A ranging is a claim of which losses and options are uncertain, under a random tree.
type ranging struct {
	*planter
	settle            func(option.Values) limits.Program
	program           limits.Program
	history           limits.Paid
	claim             limits.Series
	certain, possible []limits.Loss
}

// growRange returns a random claim, and false if the tree is refused.
func growRange(round int) (w ranging, ok bool) {
	p := newPlanter(round, round%4 == 0)
	w.planter = p
	root := p.node(3)
	template, err := limits.New(root, p.options)
	if err != nil {
		return w, false // limits that overlap, or terms that stand twice
	}
	w.settle = func(v option.Values) limits.Program {
		settled, err := p.options.Settle(v)
		check(err)
		program, err := template.With(settled)
		check(err)
		return program
	}
	w.program = w.settle(nil)
	var paid, series []string
	for i, h := range p.heads {
		loss := p.IntN(4)
		had := p.IntN(loss + 1)
		held := had
		text := fmt.Sprintf("%s %d %d", h, loss, had)
		if held += p.IntN(loss - had + 1); held > had {
			text += fmt.Sprintf(" %d", held)
		}
		period := fmt.Sprintf("%s %d", h, held+p.IntN(3))
		if bears := p.IntN(3); bears > 0 {
			text += fmt.Sprintf(" bears %d", bears)
			period += fmt.Sprintf(" bears %d", bears+p.IntN(3))
		}
		switch l := p.count(i, limits.Loss{Head: h, Amount: yen.Amount(loss)}, 0, 3); {
		case loss > 0 && p.waits[h]:
			text += fmt.Sprintf(" hours %d", l.Count)
		case loss > 0 && l.Count > 0:
			text += fmt.Sprintf(" count %d", l.Count)
		}
		series, paid = append(series, text), append(paid, period)
	}
	if p.one(2) {
		w.history, err = limits.ParsePaid(strings.Join(paid, "; "))
		check(err)
		if p.one(2) {
			w.claim, err = limits.ParseSeries(strings.Join(series, "; "))
			check(err)
		}
	}
	reduce := yen.Amount(p.IntN(6))
	if _, err := w.program.Pay(w.history, w.claim.Reduce(1)); err == nil {
		w.claim = w.claim.Reduce(reduce)
	}
	for i, h := range p.heads {
		w.certain = append(w.certain, p.count(i, limits.Loss{Head: h, Amount: yen.Amount(p.IntN(12) * p.IntN(2))}, 0, 3))
		w.possible = append(w.possible, p.count(i, limits.Loss{Head: h, Amount: yen.Amount(p.IntN(12) * p.IntN(2))}, 0, 3))
	}
	return w, true
}

// completions goes through losses from the certain to the possible ones, with unstated
// amounts at and between their ends.
func (w *ranging) completions(round int) iter.Seq2[limits.Program, []limits.Loss] {
	return func(yield func(limits.Program, []limits.Loss) bool) {
		for view := range 4 {
			d := newDice(round + view)
			settled := w.settle(w.state(view, d))
			for losses := range w.between(d, w.certain, w.possible) {
				if !yield(settled, losses) {
					return
				}
			}
		}
	}
}

// TestRangeOfTrees tries every loss between the certain and the possible ones,
// and unstated amounts at and between their ends. Where more loss never pays
// less, the least and the most are among what is paid.
func TestRangeOfTrees(t *testing.T) {
	t.Parallel()
	tried, exact := 0, 0
	for round := range cases.Rounds(t) {
		w, ok := growRange(round)
		if !ok {
			continue
		}
		bounds, err := w.program.Range(w.history, w.claim, w.certain, w.possible)
		if err != nil {
			t.Fatal(round, err)
		}
		tried++
		least, most := yen.Max, yen.Amount(0)
		for settled, losses := range w.completions(round) {
			pay, err := settled.Pay(w.history, w.claim, losses...)
			check(err)
			if least, most = min(least, pay.Now), max(most, pay.Now); pay.Now < bounds.Least || pay.Now > bounds.Most {
				t.Fatalf("round %d: %v of %v and %v pays %d, outside %v", round, losses, w.certain, w.possible, pay.Now, bounds)
			}
		}
		if want := (limits.Bounds{Least: least, Most: most, Exact: true}); (bounds.Exact || w.simple) && bounds != want {
			t.Fatalf("round %d: %v and %v: %v, not %v", round, w.certain, w.possible, bounds, want)
		}
		if bounds.Exact && !w.simple {
			exact++
		}
	}
	if exact == 0 {
		t.Error("only simple trees are exact")
	}
	if tried < cases.Rounds(t)/2 {
		t.Errorf("only %d trees", tried)
	}
}

// TestRisesOfTrees compares any two payments of which one has all the losses of the other.
func TestRisesOfTrees(t *testing.T) {
	t.Parallel()
	rising, falling := 0, 0
	for round := range cases.Rounds(t) / 4 {
		w, ok := growRange(round)
		if !ok {
			continue
		}
		rises, err := w.program.Rises(w.history, w.claim, w.certain, w.possible)
		if err != nil {
			t.Fatal(round, err)
		}
		type paid struct {
			losses []limits.Loss
			now    yen.Amount
		}
		var all []paid
		for settled, losses := range w.completions(round) {
			if len(all) > 0 && slices.Equal(losses, all[0].losses) {
				all = nil // with other amounts for the options
			}
			pay, err := settled.Pay(w.history, w.claim, losses...)
			check(err)
			x := paid{slices.Clone(losses), pay.Now}
			for _, y := range all {
				less := func(a, b []limits.Loss) bool {
					return !slices.ContainsFunc(a, func(l limits.Loss) bool {
						return slices.ContainsFunc(b, func(m limits.Loss) bool {
							return m.Head == l.Head && (l.Amount > m.Amount || l.Count > m.Count)
						})
					})
				}
				if less(x.losses, y.losses) && x.now > y.now || less(y.losses, x.losses) && y.now > x.now {
					if falling++; rises {
						t.Fatalf("round %d: %v pays %d and %v pays %d", round, x.losses, x.now, y.losses, y.now)
					}
				}
			}
			all = append(all, x)
		}
		if rises {
			rising++
		}
	}
	if rising == 0 || falling == 0 {
		t.Errorf("%d rise, %d fall", rising, falling)
	}
}

// between goes through losses from the certain to the possible ones: for each
// head both ends and an amount between them, with some count that it can have.
func (p *planter) between(d dice, certain, possible []limits.Loss) func(func([]limits.Loss) bool) {
	return func(yield func([]limits.Loss) bool) {
		losses := make([]limits.Loss, len(certain))
		var head func(i int) bool
		head = func(i int) bool {
			if i == len(losses) {
				return yield(losses)
			}
			losses[i] = certain[i]
			for _, more := range []yen.Amount{0, 1 + yen.Amount(d.IntN(10)), possible[i].Amount} {
				if losses[i].Amount = certain[i].Amount + more; more > possible[i].Amount {
					continue
				}
				losses[i].Count = 0
				if c, n := certain[i].Count, possible[i].Count; more > 0 && more < possible[i].Amount {
					losses[i] = p.count(i, losses[i], c, c+n)
				} else if losses[i].Count = c; more > 0 && !p.waits[losses[i].Head] {
					losses[i].Count = c + n
				} else if p.waits[losses[i].Head] {
					losses[i].Count = max(c, n)
				}
				if !head(i + 1) {
					return false
				}
				if possible[i].Amount == 0 {
					break
				}
			}
			return true
		}
		head(0)
	}
}
