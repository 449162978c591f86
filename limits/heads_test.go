// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// TestRangeHeadsOfTrees pays losses between the certain and the possible ones: each head is
// paid within its bounds, and those that are exact are reached.
func TestRangeHeadsOfTrees(t *testing.T) {
	t.Parallel()
	var tried, exact, loose, wide int
	for round := range cases.Rounds(t) {
		w, ok := growRange(round)
		if !ok {
			continue
		}
		parts, err := w.program.RangeHeads(w.history, w.claim, w.certain, w.possible)
		if err != nil {
			t.Fatal(round, err)
		}
		bounds, paid := map[limits.Head]limits.Bounds{}, map[limits.Head]limits.Bounds{}
		for h, b := range parts {
			bounds[h], paid[h] = b, limits.Bounds{Least: yen.Max, Most: -yen.Max, Exact: true}
		}
		tried++
		for settled, losses := range w.completions(round) {
			pay, err := settled.Pay(w.history, w.claim, losses...)
			check(err)
			for h, x := range pay.Parts() {
				now := x.Now
				if pay.Overpaid > 0 {
					now = 0
				}
				b := bounds[h]
				if now < b.Least || now > b.Most {
					t.Fatalf("round %d: %v of %v and %v pays %d under %s, outside %v", round, losses, w.certain, w.possible, now, h, b)
				}
				p := paid[h]
				p.Least, p.Most = min(p.Least, now), max(p.Most, now)
				paid[h] = p
			}
		}
		for h, b := range bounds {
			switch {
			case b.Exact && b != paid[h]:
				t.Fatalf("round %d: %v and %v: %s: %v, not %v", round, w.certain, w.possible, h, b, paid[h])
			case b.Exact:
				exact++
			case b.Least == paid[h].Least && b.Most == paid[h].Most:
				loose++
			default:
				wide++
			}
		}
	}
	t.Logf("%d trees: %d heads exact, %d reached, %d wide", tried, exact, loose, wide)
	if exact < wide {
		t.Errorf("%d exact, %d wide", exact, wide)
	}
}

// TestRangeHeadsOfAnotherPolicy bounds a claim of which something was paid under a head that the
// policy has no more: 50 under b and none under c are what they were.
func TestRangeHeadsOfAnotherPolicy(t *testing.T) {
	template, err := limits.New(limits.Group(limits.Node{Head: "a", With: "E"}, limits.On("b"), limits.On("c")), nil)
	check(err)
	with, err := option.Table(nil).Settle(nil, "E")
	check(err)
	program, err := template.With(with)
	check(err)
	first, err := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "a", Amount: 100})
	check(err)
	without, err := template.With(option.Settled{})
	check(err)
	lost, err := program.Series(limits.Loss{Head: "a", Amount: 100})
	check(err)
	series := first.Series.Less(lost)
	certain, possible := []limits.Loss{{Head: "b", Amount: 150}}, []limits.Loss{{Head: "c", Amount: 10}}
	heads, err := without.RangeHeads(first.Paid, series, certain, possible)
	check(err)
	for h, b := range heads {
		for _, losses := range [][]limits.Loss{certain, append(certain, possible...)} {
			pay, err := without.Pay(first.Paid, series, losses...)
			check(err)
			for head, x := range pay.Parts() {
				if head == h && pay.Overpaid == 0 && (x.Now < b.Least || x.Now > b.Most) {
					t.Errorf("%s: %v is not within %v", h, x.Now, b)
				}
			}
		}
	}
}
