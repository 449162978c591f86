// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A wording is a tree that a test writes twice: as a program, and as steps in
// exact fractions.
type wording struct {
	head  limits.Head
	nodes []wording
	steps []step
}

// A step is one term of a wording.
type step struct {
	term  limits.Term
	limit func(other map[limits.Head]*big.Rat, heads []limits.Head) *big.Rat // of a limit
	act   func(v map[limits.Head]*big.Rat, heads []limits.Head, limit *big.Rat)
}

func (w wording) node() limits.Node {
	n := limits.On(w.head)
	if w.head == "" {
		var nodes []limits.Node
		for _, child := range w.nodes {
			nodes = append(nodes, child.node())
		}
		n = limits.Group(nodes...)
	}
	for _, s := range w.steps {
		n = n.Then(s.term)
	}
	return n
}

func (w wording) heads() []limits.Head {
	if w.head != "" {
		return []limits.Head{w.head}
	}
	var all []limits.Head
	for _, child := range w.nodes {
		all = append(all, child.heads()...)
	}
	return all
}

func (w wording) act(v, other map[limits.Head]*big.Rat) {
	for _, child := range w.nodes {
		child.act(v, other)
	}
	heads := w.heads()
	for _, s := range w.steps {
		var limit *big.Rat
		if s.limit != nil {
			limit = s.limit(other, heads)
		}
		s.act(v, heads, limit)
	}
}

// rooms checks that what is due is within every limit.
func (w wording) rooms(due map[limits.Head]yen.Amount, other map[limits.Head]*big.Rat) error {
	heads := w.heads()
	for _, s := range w.steps {
		if s.limit == nil {
			continue
		}
		sum := new(big.Rat)
		for _, h := range heads {
			sum.Add(sum, rat(due[h]))
		}
		if sum.Cmp(s.limit(other, heads)) > 0 {
			return fmt.Errorf("%v are due %v", heads, sum)
		}
	}
	for _, child := range w.nodes {
		if err := child.rooms(due, other); err != nil {
			return err
		}
	}
	return nil
}

// A dice makes what a property is tried on, the same in every run.
type dice struct{ *rand.Rand }

func newDice(round int) dice { return dice{rand.New(rand.NewPCG(uint64(round), 2024))} }

func (d dice) one(of int) bool { return d.IntN(of) == 0 }

func rat(a yen.Amount) *big.Rat { return new(big.Rat).SetInt64(int64(a)) }

// A writer makes wordings with amounts of a few yen, so that every boundary is
// met often.
type writer struct {
	dice
	heads, terms int
}

func (w *writer) wording(depth int) wording {
	var n wording
	if depth == 0 || w.heads > 4 || w.one(3) {
		w.heads++
		n.head = limits.Head(fmt.Sprintf("h%d", w.heads))
	} else {
		for range 1 + w.IntN(3) {
			n.nodes = append(n.nodes, w.wording(depth-1))
		}
	}
	for range w.IntN(3) {
		n.steps = append(n.steps, w.step())
	}
	return n
}

func (w *writer) step() step {
	w.terms++
	id := clause.ID(fmt.Sprintf("T%d", w.terms))
	a := yen.Amount(w.IntN(40))
	ratio, _ := yen.NewRatio(int64(w.IntN(8)), 7)
	exact := big.NewRat(ratio.Num(), ratio.Den())
	take := func(v map[limits.Head]*big.Rat, heads []limits.Head, cut *big.Rat) {
		rest := new(big.Rat).Set(cut)
		for _, h := range heads {
			part := least(rest, v[h])
			v[h] = new(big.Rat).Sub(v[h], part)
			rest.Sub(rest, part)
		}
	}
	fill := func(v map[limits.Head]*big.Rat, heads []limits.Head, room *big.Rat) {
		rest := new(big.Rat).Set(room)
		for _, h := range heads {
			v[h] = least(rest, v[h])
			rest.Sub(rest, v[h])
		}
	}
	switch w.IntN(6) {
	case 0:
		return step{term: limits.Deductible(id, option.Yen(a)), act: func(v map[limits.Head]*big.Rat, heads []limits.Head, _ *big.Rat) {
			take(v, heads, rat(a))
		}}
	case 1:
		return step{term: limits.Franchise(id, option.Yen(a)), act: func(v map[limits.Head]*big.Rat, heads []limits.Head, _ *big.Rat) {
			if sum(v, heads).Cmp(rat(a)) < 0 {
				take(v, heads, sum(v, heads))
			}
		}}
	case 2:
		most := a + yen.Amount(w.IntN(10))
		return step{term: limits.ShareDeductible(id, option.Ratio(ratio), option.Yen(a), option.Yen(most)), act: func(v map[limits.Head]*big.Rat, heads []limits.Head, _ *big.Rat) {
			cut := new(big.Rat).Mul(sum(v, heads), exact)
			if cut.Cmp(rat(a)) < 0 {
				cut = rat(a)
			}
			take(v, heads, least(cut, rat(most)))
		}}
	case 3:
		return step{term: limits.Pays(id, option.Ratio(ratio)), act: func(v map[limits.Head]*big.Rat, heads []limits.Head, _ *big.Rat) {
			for _, h := range heads {
				v[h] = new(big.Rat).Mul(v[h], exact)
			}
		}}
	case 4:
		return step{term: limits.PerClaim(id, option.Yen(a)), act: fill, limit: func(map[limits.Head]*big.Rat, []limits.Head) *big.Rat { return rat(a) }}
	default:
		return step{term: limits.Aggregate(id, option.Yen(a)), act: fill, limit: func(other map[limits.Head]*big.Rat, heads []limits.Head) *big.Rat {
			left := new(big.Rat).Sub(rat(a), sum(other, heads))
			if left.Sign() < 0 {
				return new(big.Rat)
			}
			return left
		}}
	}
}

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return new(big.Rat).Set(a)
	}
	return new(big.Rat).Set(b)
}

func sum(v map[limits.Head]*big.Rat, heads []limits.Head) *big.Rat {
	total := new(big.Rat)
	for _, h := range heads {
		total.Add(total, v[h])
	}
	return total
}

// TestTrees pays claims under random wordings and compares each head to exact
// fractions.
func TestTrees(t *testing.T) {
	t.Parallel()
	for round := range cases.Rounds(t) {
		w := &writer{dice: newDice(round)}
		tree := w.wording(3)
		mode := yen.Mode(w.IntN(4))
		pays, err := program(limits.Group(tree.node()).Then(limits.Round("R", mode)), nil)
		if err != nil {
			t.Fatal(round, err)
		}
		heads := tree.heads()
		var paid limits.Paid
		var series limits.Series
		loss, other := map[limits.Head]*big.Rat{}, map[limits.Head]*big.Rat{}
		for _, h := range heads {
			loss[h], other[h] = new(big.Rat), new(big.Rat)
		}
		for step := range 4 {
			at := fmt.Sprintf("round %d step %d: %+v", round, step, tree)
			if w.one(3) { // another claim
				for h, a := range paid.All() {
					other[h] = rat(a)
				}
				for _, h := range heads {
					loss[h] = new(big.Rat)
				}
				series = limits.Series{}
			}
			var losses []limits.Loss
			for _, h := range heads {
				if w.one(2) {
					a := yen.Amount(w.IntN(50))
					losses = append(losses, limits.Loss{Head: h, Amount: a})
					loss[h] = new(big.Rat).Add(loss[h], rat(a))
				}
			}
			want := maps.Clone(loss)
			tree.act(want, other)
			pay, cuts, err := pays.Explain(paid, series, losses...)
			if err != nil {
				t.Fatal(at, err)
			}
			if pay.Due != rounded(sum(want, heads), mode) {
				t.Fatalf("%s\ndue %d, want %s by %v", at, pay.Due, sum(want, heads).FloatString(4), mode)
			}
			due := map[limits.Head]yen.Amount{}
			split := shares(pay.Due, want, heads, func(due map[limits.Head]yen.Amount) bool { return tree.rooms(due, other) == nil })
			for h, part := range pay.Parts() {
				due[h] = part.Due
				cut := yen.Amount(0)
				for _, c := range cuts {
					if c.Head == h {
						cut += c.Amount
					}
				}
				if rat(part.Loss).Cmp(loss[h]) != 0 || part.Due+cut != part.Loss || part.Due < 0 {
					t.Fatalf("%s: %s: %+v cut %d", at, h, part, cut)
				}
				if part.Due != split[h] {
					t.Fatalf("%s: %s is due %d of %s, want %d", at, h, part.Due, want[h].FloatString(3), split[h])
				}
			}
			if err := tree.rooms(due, other); err != nil {
				t.Fatal(at, err)
			}
			if i := slices.IndexFunc(cuts, func(c limits.Cut) bool { return c.Amount <= 0 || c.Clause == "R" && c.Amount != 1 }); i >= 0 {
				t.Fatal(at, cuts[i])
			}
			paid, series = pay.Paid, pay.Series
		}
	}
}

// rounded rounds a sum to whole yen.
func rounded(sum *big.Rat, mode yen.Mode) yen.Amount {
	down := new(big.Int).Div(sum.Num(), sum.Denom())
	n := yen.Amount(down.Int64())
	rest := new(big.Rat).Sub(sum, rat(n))
	middle := rest.Cmp(big.NewRat(1, 2))
	if mode == yen.Up && rest.Sign() > 0 || mode == yen.HalfUp && middle >= 0 || mode == yen.HalfEven && (middle > 0 || middle == 0 && n%2 == 1) {
		n++
	}
	return n
}

// shares cuts each head to the yen and gives what is left of the total to the
// heads with the largest fractions, the earlier of equals, one yen each, where
// the limits allow it.
func shares(total yen.Amount, exact map[limits.Head]*big.Rat, order []limits.Head, allowed func(map[limits.Head]yen.Amount) bool) map[limits.Head]yen.Amount {
	due := map[limits.Head]yen.Amount{}
	rest := map[limits.Head]*big.Rat{}
	var byRest []limits.Head
	for _, h := range order {
		due[h] = yen.Amount(new(big.Int).Div(exact[h].Num(), exact[h].Denom()).Int64())
		total -= due[h]
		if rest[h] = new(big.Rat).Sub(exact[h], rat(due[h])); rest[h].Sign() > 0 {
			byRest = append(byRest, h)
		}
	}
	slices.SortStableFunc(byRest, func(a, b limits.Head) int { return rest[b].Cmp(rest[a]) })
	for _, h := range byRest {
		if total == 0 {
			break
		}
		if due[h]++; allowed(due) {
			total--
		} else {
			due[h]--
		}
	}
	return due
}
