// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// plainTree returns a tree in which deductibles and per-claim limits of heads come before
// aggregate limits, which are the heads' own and around them.
func plainTree(d dice) (limits.Node, []limits.Head) {
	n := 0
	id := func() clause.ID { n++; return clause.ID(fmt.Sprint("T", n)) }
	amount := func(most int) option.Value { return option.Yen(yen.Amount(d.IntN(most))) }
	var heads []limits.Head
	var groups []limits.Node
	for g := range 1 + d.IntN(2) {
		var nodes []limits.Node
		for h := range 1 + d.IntN(3) {
			head := limits.Head(fmt.Sprintf("h%d%d", g, h))
			heads = append(heads, head)
			node := limits.On(head)
			if d.one(2) {
				node = node.Then(limits.Deductible(id(), amount(6)))
			}
			if d.one(2) {
				node = node.Then(limits.PerClaim(id(), amount(30)))
			}
			if d.one(2) {
				node = node.Then(limits.Aggregate(id(), amount(40)))
			}
			nodes = append(nodes, node)
		}
		groups = append(groups, limits.Group(nodes...).Then(limits.Aggregate(id(), amount(80))))
	}
	return limits.Group(groups...), heads
}

// TestOutstandingExact reaches both ends of the sum and of each claim, where only limits
// follow a limit that claims share: the ends of the sum with all that is certain or
// possible in any order, the most of a claim as the first, and its least as the last.
func TestOutstandingExact(t *testing.T) {
	t.Parallel()
	shared := 0
	for round := range cases.Rounds(t) {
		d := newDice(round)
		root, heads := plainTree(d)
		p, err := program(root, nil)
		check(err)
		loss := func(most int) []limits.Loss {
			return []limits.Loss{{Head: heads[d.IntN(len(heads))], Amount: yen.Amount(d.IntN(most))}}
		}
		closed, err := p.Pay(limits.Paid{}, limits.Series{}, loss(30)...)
		check(err)
		var open []limits.Open
		for range 1 + d.IntN(4) {
			certain := loss(40)
			more := slices.Clone(certain)
			more[0].Amount = yen.Amount(d.IntN(40))
			open = append(open, limits.Open{Parts: []limits.Uncertain{{Certain: certain, Possible: more}}})
		}
		o, err := p.Outstanding(closed.Paid, open...)
		check(err)
		// pays returns what claims are paid in an order, and the last of them.
		pays := func(order []int, possible func(i int) bool) (sum, last yen.Amount) {
			paid := closed.Paid
			for _, i := range order {
				losses := open[i].Parts[0].Certain
				if possible(i) {
					losses = slices.Concat(losses, open[i].Parts[0].Possible)
				}
				pay, err := p.Pay(paid, limits.Series{}, losses...)
				check(err)
				sum, last, paid = sum+pay.Now, pay.Now, pay.Paid
			}
			return sum, last
		}
		order := d.Perm(len(open))
		least, _ := pays(order, func(int) bool { return false })
		most, _ := pays(order, func(int) bool { return true })
		if got := (limits.Bounds{Least: least, Most: most}); got != o.Bounds {
			t.Fatalf("round %d: %+v\n%+v\n%v\npaid %+v, want %+v", round, root, open, closed.Paid, got, o.Bounds)
		}
		var leasts, mosts yen.Amount
		for i, b := range o.Claims {
			_, first := pays([]int{i}, func(int) bool { return true })
			last := yen.Max
			for range 8 { // the others in any order
				others := slices.DeleteFunc(d.Perm(len(open)), func(j int) bool { return j == i })
				_, now := pays(append(others, i), func(j int) bool { return j != i })
				last = min(last, now)
			}
			if b.Most != first || b.Least != last {
				t.Fatalf("round %d: %+v\n%+v\n%v\nclaim %d is paid %v to %v, want %+v", round, root, open, closed.Paid, i, last, first, b)
			}
			leasts, mosts = leasts+b.Least, mosts+b.Most
		}
		if leasts < o.Least && mosts > o.Most {
			shared++
		}
	}
	if shared < cases.Rounds(t)/20 {
		t.Errorf("claims shared a limit %d times", shared)
	}
}

// TestOutstandingHeld bounds claims of which what they hold matters.
func TestOutstandingHeld(t *testing.T) {
	tree := func(root limits.Node) limits.Program {
		p, err := program(root, nil)
		check(err)
		return p
	}
	abc := limits.Group(limits.On("b"), limits.On("a"), limits.On("c"))
	loss := func(h limits.Head, a yen.Amount) []limits.Loss { return []limits.Loss{{Head: h, Amount: a}} }
	part := func(certain, possible []limits.Loss) limits.Uncertain {
		return limits.Uncertain{Certain: certain, Possible: possible}
	}
	bounds := func(p limits.Program, paid limits.Paid, open ...limits.Open) limits.Outstanding {
		o, err := p.Outstanding(paid, open...)
		check(err)
		return o
	}
	expect := func(what string, got limits.Bounds, least, most yen.Amount) {
		t.Helper()
		if want := (limits.Bounds{Least: least, Most: most}); got != want {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}

	// 3 were due and paid for the second part. The first is paid before that is given back:
	// it finds 2 of the 5, and 3 are set off.
	p := tree(abc.Then(limits.Aggregate("A", option.Yen(5))))
	pay, err := p.Pay(limits.Paid{}, limits.Series{}, loss("a", 3)...)
	check(err)
	was := limits.Uncertain{Series: pay.Series.Less(pay.Series).Disbursed(0)}
	o := bounds(p, pay.Paid, limits.Open{Held: []limits.Series{pay.Series}, SetOff: 3, Parts: []limits.Uncertain{part(loss("a", 6), nil), was}})
	expect("a part that holds", o.Claims[0], 0, 2)

	// A and B share a head: what the second claim takes of B is not less for what the first
	// can take of A.
	p = tree(abc.Then(limits.Aggregate("A", option.Yen(10)).For("a", "b"), limits.Aggregate("B", option.Yen(10)).For("b", "c")))
	one := func(h limits.Head, certain, possible yen.Amount) limits.Open {
		return limits.Open{Parts: []limits.Uncertain{part(loss(h, certain), loss(h, possible))}}
	}
	o = bounds(p, limits.Paid{}, one("a", 0, 10), one("b", 0, 10), one("c", 10, 0))
	expect("limits across", o.Claims[2], 0, 10)

	// First 10 are paid for b. Then a is 10 and takes them, and 5 are taken off a: 5 are due,
	// and 10 stay where they were paid.
	p = tree(limits.Group(limits.On("a"), limits.On("b")).Then(limits.Aggregate("A", option.Yen(10)), limits.Reduction("R")))
	steps := limits.Open{Steps: true, Parts: []limits.Uncertain{{Possible: append(loss("a", 10), loss("b", 10)...), Reduced: 5}}}
	o = bounds(p, limits.Paid{}, steps)
	expect("overpaid between two steps", o.Bounds, 0, 10)
	expect("the limit then", o.Limits[0], 0, 20)

	// The first claim has 10 at most, under a and b together, 8 of them under a; the others
	// share a limit of 5.
	p = tree(limits.Group(
		limits.Group(limits.On("a", limits.Aggregate("S", option.Yen(8))), limits.On("b")).Then(limits.PerClaim("K", option.Yen(10)), limits.Aggregate("A", option.Yen(100))),
		limits.On("c", limits.Aggregate("C", option.Yen(5)))))
	two := limits.Open{Parts: []limits.Uncertain{part(nil, append(loss("a", 10), loss("b", 10)...))}}
	o = bounds(p, limits.Paid{}, two, one("c", 0, 50), one("c", 0, 50))
	expect("a per-claim limit beside another limit", o.Bounds, 0, 15)
	expect("under it", o.Limits[1], 0, 10)
}

// TestOutstandingRefused is refused claims that the history does not hold.
func TestOutstandingRefused(t *testing.T) {
	p, err := program(limits.On("a", limits.Aggregate("A", option.Yen(100))), nil)
	check(err)
	other, err := program(limits.On("b"), nil)
	check(err)
	pay, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "a", Amount: 10})
	check(err)
	strange, err := other.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "b", Amount: 10})
	check(err)
	held := limits.Open{Held: []limits.Series{pay.Series}}
	part := func(u limits.Uncertain) limits.Open { return limits.Open{Parts: []limits.Uncertain{u}} }
	loss := func(h limits.Head, a yen.Amount) []limits.Loss { return []limits.Loss{{Head: h, Amount: a}} }
	for name, x := range map[string]struct {
		p    limits.Program
		paid limits.Paid
		open []limits.Open
		path string
		want error
	}{
		"no program":       {limits.Program{}, limits.Paid{}, nil, "", fault.ErrMissing},
		"another history":  {p, strange.Paid, nil, "paid", fault.ErrPolicy},
		"held by none":     {p, limits.Paid{}, []limits.Open{held}, "open[0].held", fault.ErrPolicy},
		"held twice":       {p, pay.Paid, []limits.Open{held, held}, "open[1].held", fault.ErrPolicy},
		"of another tree":  {p, pay.Paid, []limits.Open{{Held: []limits.Series{strange.Series}}}, "open[0].held", fault.ErrPolicy},
		"a part of one":    {p, pay.Paid, []limits.Open{part(limits.Uncertain{Series: strange.Series})}, "open[0].parts[0]", fault.ErrPolicy},
		"below zero":       {p, pay.Paid, []limits.Open{{SetOff: -1}}, "open[0].setOff", fault.ErrRange},
		"too much":         {p, pay.Paid, []limits.Open{{SetOff: yen.Max + 1}}, "open[0].setOff", fault.ErrRange},
		"an unknown head":  {p, pay.Paid, []limits.Open{{}, part(limits.Uncertain{Certain: loss("c", 1)})}, "open[1].parts[0].certain[0].head", fault.ErrUnknown},
		"an amount":        {p, pay.Paid, []limits.Open{part(limits.Uncertain{Possible: loss("a", -1)})}, "open[0].parts[0].possible[0].amount", fault.ErrRange},
		"a reduction":      {p, pay.Paid, []limits.Open{part(limits.Uncertain{Reduced: 1})}, "open[0].parts[0].reduction", fault.ErrMisplaced},
		"more than fits":   {p, pay.Paid, []limits.Open{part(limits.Uncertain{Certain: loss("a", yen.Max), Possible: loss("a", 1)})}, "open[0].parts[0].possible[0].amount", fault.ErrOverflow},
		"all that is held": {p, pay.Paid, []limits.Open{held}, "", nil},
	} {
		o, err := x.p.Outstanding(x.paid, x.open...)
		if x.want == nil {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		var f *fault.Error
		if !errors.As(err, &f) || f.Op != "limits.Outstanding" || f.Path != x.path || !errors.Is(err, x.want) || len(o.Claims) > 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	o, err := p.Outstanding(pay.Paid)
	if err != nil || o.Bounds != (limits.Bounds{}) || len(o.Claims) > 0 || len(o.Limits) != 1 || o.Limits[0] != o.Bounds {
		t.Errorf("%+v %v", o, err)
	}
}

// TestOutstandingLarge bounds claims of which the sum passes the largest amount.
func TestOutstandingLarge(t *testing.T) {
	p, err := program(limits.On("a", limits.Pays("R", option.Ratio(yen.Percent(50))), limits.Aggregate("A", option.Yen(yen.Max))), nil)
	check(err)
	large := limits.Open{Parts: []limits.Uncertain{{Certain: []limits.Loss{{Head: "a", Amount: yen.Max}}}}}
	o, err := p.Outstanding(limits.Paid{}, slices.Repeat([]limits.Open{large}, 4)...)
	if err != nil || o.Most != yen.Max || o.Least > yen.Max || o.Claims[3] != (limits.Bounds{Most: yen.Max / 2}) {
		t.Errorf("%+v %v", o, err)
	}
}
