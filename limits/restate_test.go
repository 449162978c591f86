// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"

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
