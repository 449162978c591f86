// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// restated is a program with two heads under one deductible and one limit, worked by
// hand: a deductible of 10, an own limit of 40 for b, 100 in the period.
func restated(t *testing.T) limits.Program {
	t.Helper()
	p, err := program(limits.Group(limits.On("a"), limits.On("b", limits.Aggregate("B", option.Yen(40)))).Then(
		limits.Deductible("D", option.Yen(10)), limits.Aggregate("L", option.Yen(100))), nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// pays pays losses of a and b, and demands what is paid now, due and overpaid.
func pays(t *testing.T, paid *limits.Paid, s *limits.Series, a, b, now, due, over yen.Amount) {
	t.Helper()
	p, err := restated(t).Pay(*paid, *s, limits.Loss{Head: "a", Amount: a}, limits.Loss{Head: "b", Amount: b})
	if err != nil {
		t.Fatal(err)
	}
	if p.Now != now || p.Due != due || p.Overpaid != over {
		t.Errorf("now %d due %d overpaid %d, want %d %d %d", p.Now, p.Due, p.Overpaid, now, due, over)
	}
	*paid, *s = p.Paid, p.Series
}

// TestRestated assesses a claim anew: as it was, with less, after a recovery, with
// more. What the other claim takes stays out of its reach.
func TestRestated(t *testing.T) {
	var paid limits.Paid
	var one, two limits.Series
	pays(t, &paid, &one, 50, 20, 60, 60, 0) // 50 - 10 + 20
	pays(t, &paid, &two, 60, 0, 40, 40, 0)  // 60 - 10, and 40 are left
	again := func(a, b, now, due, over yen.Amount) {
		t.Helper()
		one = one.Less(one)
		pays(t, &paid, &one, a, b, now, due, over)
	}
	again(50, 20, 0, 60, 0)
	again(30, 0, 0, 20, 40) // 30 - 10; 60 are still held
	two = two.Less(two)
	pays(t, &paid, &two, 60, 0, 0, 40, 0)

	recover := func(total yen.Amount) {
		t.Helper()
		before := one
		one = one.Disbursed(total)
		var err error
		if paid, err = paid.With(before, one); err != nil || one.Paid() != total {
			t.Fatal(one, err)
		}
	}
	recover(35) // 25 of the 40 come back
	two = two.Less(two)
	pays(t, &paid, &two, 70, 0, 20, 60, 0) // 70 - 10, of 100 - 35
	again(30, 0, 0, 20, 15)
	again(48, 0, 3, 38, 0) // 48 - 10, of 100 - 60
	if one.Paid() != 38 || one.Due() != 38 {
		t.Error(one)
	}
	again(100, 0, 2, 40, 0)
	again(0, 0, 0, 0, 40)
	if got := paid.Total(); got != 100 {
		t.Error(got)
	}
	recover(0)
	if got := paid.Total(); got != 60 {
		t.Error(got)
	}
}

// TestDisbursed states what was really paid.
func TestDisbursed(t *testing.T) {
	for _, c := range []struct {
		series string
		amount yen.Amount
		want   string
	}{
		{"a 50 40; b 20 20", 60, "a 50 40; b 20 20"},
		{"a 50 40; b 20 20", 50, "a 50 30 40; b 20 20"},   // the first head, if none has too much
		{"a 50 40; b 20 20", 10, "a 50 0 40; b 20 10 20"}, // then the next
		{"a 50 40; b 20 20", 0, "a 50 0 40; b 20 0 20"},
		{"a 50 40; b 20 20", 75, "a 50 55 40; b 20 20"},    // beyond what is due: the first head
		{"a 50 30 40; b 20 20", 55, "a 50 35 40; b 20 20"}, // what is due and not paid
		{"a 50 40; b 20 10 20", 55, "a 50 40; b 20 15 20"},
		{"a 30 40 20; b 0 20 0", 45, "a 30 25 20; b 0 20 0"}, // what was paid and is not due
		{"a 30 40 20; b 0 20 0", 25, "a 30 20; b 0 5 0"},
		{"a 30 40 20; b 0 20 0", 5, "a 30 5 20; b 0 0"},
		{"", 0, ""},
	} {
		s, err := limits.ParseSeries(c.series)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Disbursed(c.amount); got.String() != c.want || got.Paid() != c.amount {
			t.Errorf("%s, %d: %s, want %s", c.series, c.amount, got, c.want)
		}
	}
}

// TestPaidWith refuses what the period does not hold.
func TestPaidWith(t *testing.T) {
	series := func(s string) limits.Series {
		series, err := limits.ParseSeries(s)
		if err != nil {
			t.Fatal(err)
		}
		return series
	}
	paid, err := limits.Paid{}.With(limits.Series{}, series("a 50 40 30; b 20 10 20"))
	if err != nil || paid.String() != "a 40; b 20" {
		t.Error(paid, err)
	}
	for _, c := range []struct {
		before, after string
		want          error
	}{
		{"a 50 41; b 0 0", "", fault.ErrPolicy},
		{"c 1 1", "", fault.ErrPolicy},
		{"", "a 1 1", fault.ErrPolicy},
		{"", "a 1000000000000000 1000000000000000; b 0 0", fault.ErrOverflow},
	} {
		if got, err := paid.With(series(c.before), series(c.after)); !errors.Is(err, c.want) || got != (limits.Paid{}) {
			t.Errorf("%q %q: %v", c.before, c.after, err)
		}
	}
	parts := maps.Collect(series("a 50 40 30; b 20 10 20").All())
	want := map[limits.Head]limits.Part{"a": {Loss: 50, Due: 30, Paid: 40, Held: 40}, "b": {Loss: 20, Due: 20, Paid: 10, Held: 20}}
	if diff := cmp.Diff(want, parts); diff != "" {
		t.Error(diff)
	}
}

// TestAgain assesses claims of random programs again, at any time: nothing more is
// paid while nothing has changed, and what all take never passes a limit.
func TestAgain(t *testing.T) {
	t.Parallel()
	for round := range cases.Rounds(t) {
		w := newWriter(round)
		tree := w.wording(3)
		p, err := program(limits.Group(tree.node()), nil)
		if err != nil {
			t.Fatal(round, err)
		}
		var paid limits.Paid
		var claims []limits.Series
		for range 4 {
			losses := w.losses(tree, newMatter(tree.heads()))
			pay, err := p.Pay(paid, limits.Series{}, losses...)
			if err != nil {
				t.Fatal(round, err)
			}
			claims, paid = append(claims, pay.Series), pay.Paid
			k := w.IntN(len(claims))
			again, err := p.Pay(paid, claims[k].Less(claims[k]), lost(claims[k])...)
			if err != nil || again.Now != 0 || again.Overpaid != 0 || again.Paid != paid || again.Series != claims[k] {
				t.Fatalf("round %d, claim %d of %d: %+v %v\n%+v", round, k, len(claims), again, err, tree)
			}
		}
	}
}

// lost returns the losses of a series.
func lost(s limits.Series) (all []limits.Loss) {
	for h, part := range s.All() {
		all = append(all, limits.Loss{Head: h, Amount: part.Loss, Count: part.Count})
	}
	return all
}

// TestCrowded assesses a claim anew whose head a later claim fills: its other head has
// the room of the limit around both. Worked by hand: 100 for a in the period, 150 a claim.
func TestCrowded(t *testing.T) {
	p, err := program(limits.Group(limits.On("a", limits.Aggregate("A", option.Yen(100))), limits.On("b")).Then(
		limits.PerClaim("P", option.Yen(150))), nil)
	if err != nil {
		t.Fatal(err)
	}
	a := func(n yen.Amount) limits.Loss { return limits.Loss{Head: "a", Amount: n} }
	b := func(n yen.Amount) limits.Loss { return limits.Loss{Head: "b", Amount: n} }
	one, err := p.Pay(limits.Paid{}, limits.Series{}, b(10))
	if err != nil {
		t.Fatal(err)
	}
	two, err := p.Pay(one.Paid, limits.Series{}, a(100))
	if err != nil {
		t.Fatal(err)
	}
	own := one.Series.Less(one.Series)
	for _, c := range []struct {
		losses []limits.Loss
		due    yen.Amount
	}{
		{[]limits.Loss{b(150)}, 150},
		{[]limits.Loss{b(150), a(100)}, 150}, // nothing is left of a
		{[]limits.Loss{b(120), a(100)}, 120},
		{[]limits.Loss{a(100)}, 0},
	} {
		pay, cuts, err := p.Explain(two.Paid, own, c.losses...)
		sum := pay.Due
		for _, x := range cuts {
			sum += x.Amount
		}
		for _, l := range c.losses {
			sum -= l.Amount
		}
		if err != nil || pay.Due != c.due || sum != 0 {
			t.Errorf("%v: %v, %d beyond the losses, %v", c.losses, pay.Due, sum, err)
		}
	}
	bounds, err := p.Range(two.Paid, own, []limits.Loss{b(150)}, []limits.Loss{a(100)})
	if err != nil || bounds != (limits.Bounds{Least: 140, Most: 140, Exact: true}) { // 10 were paid
		t.Error(bounds, err)
	}
}

// TestCrowdedAtRandom holds that a claim assessed anew has at least what a new claim would
// have, and that its bounds contain every payment between.
func TestCrowdedAtRandom(t *testing.T) {
	m := rand.New(rand.NewPCG(7, 11))
	heads := []limits.Head{"a", "b", "c"}
	crowded := 0
	for range cases.Rounds(t) {
		amount := func(n int) yen.Amount { return yen.Amount(m.IntN(n)) }
		root := limits.Group()
		for i, h := range heads {
			n := limits.On(h)
			if m.IntN(2) == 0 {
				n = n.Then(limits.Aggregate(clause.ID("A"+strconv.Itoa(i)), option.Yen(20+amount(100))))
			}
			if m.IntN(4) == 0 {
				n = n.Then(limits.Pays(clause.ID("R"+strconv.Itoa(i)), option.Ratio(yen.Percent(50+m.IntN(50)))))
			}
			root.Nodes = append(root.Nodes, n)
		}
		if m.IntN(2) == 0 {
			root = root.Then(limits.Deductible("D", option.Yen(amount(30))))
		}
		root = root.Then(limits.PerClaim("P", option.Yen(50+amount(100))), limits.Aggregate("L", option.Yen(80+amount(200))))
		p, err := program(root, nil)
		if err != nil {
			t.Fatal(err)
		}
		losses := func() (all []limits.Loss) {
			for _, h := range heads {
				if m.IntN(2) == 0 {
					all = append(all, limits.Loss{Head: h, Amount: 1 + amount(120)})
				}
			}
			return all
		}
		pay := func(paid limits.Paid, s limits.Series, l []limits.Loss) limits.Payment {
			x, err := p.Pay(paid, s, l...)
			if err != nil {
				t.Fatal(err)
			}
			return x
		}
		one := pay(limits.Paid{}, limits.Series{}, losses())
		after := pay(one.Paid, limits.Series{}, losses())
		own := one.Series.Less(one.Series)
		without, err := after.Paid.With(one.Series, limits.Series{})
		if err != nil {
			t.Fatal(err)
		}
		certain, possible := losses(), losses()
		again := pay(after.Paid, own, certain)
		if fresh := pay(without, limits.Series{}, certain); again.Due < fresh.Due {
			t.Fatalf("%+v\n%v after %v and %v: %d, and a new claim has %d", root, certain, one.Series, after.Series, again.Due, fresh.Due)
		}
		bounds, err := p.Range(after.Paid, own, certain, possible)
		if err != nil || bounds.Least > bounds.Most {
			t.Fatalf("%+v\n%v, %v", root, bounds, err)
		}
		for range 4 {
			some := slices.Clone(certain)
			for _, l := range possible {
				l.Amount = amount(int(l.Amount) + 1)
				some = append(some, l)
			}
			if x := pay(after.Paid, own, some); x.Now < bounds.Least || x.Now > bounds.Most {
				t.Fatalf("%+v\n%v: %d, not within %v", root, some, x.Now, bounds)
			}
		}
		if again.Due < pay(limits.Paid{}, limits.Series{}, certain).Due {
			crowded++
		}
	}
	if crowded == 0 {
		t.Error("no claim is crowded")
	}
}
