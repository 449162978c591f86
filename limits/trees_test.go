// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
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
	kind         string
	term         limits.Term
	heads        []limits.Head // of the node, on which it acts
	amount, most yen.Amount
	ratio        *big.Rat
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

// acts returns the steps in the order in which they act.
func (w wording) acts() []step {
	var all []step
	for _, child := range w.nodes {
		all = append(all, child.acts()...)
	}
	return append(all, w.steps...)
}

// about returns the heads that steps of some kinds are about.
func (w wording) about(kinds ...string) map[limits.Head]bool {
	all := map[limits.Head]bool{}
	for _, s := range w.acts() {
		for _, h := range s.heads {
			if slices.Contains(kinds, s.kind) {
				all[h] = true
			}
		}
	}
	return all
}

// A matter is a claim in exact fractions.
type matter struct {
	loss, other, borne map[limits.Head]*big.Rat // other and borne by other claims
	count              map[limits.Head]int64
}

func newMatter(heads []limits.Head) matter {
	m := matter{map[limits.Head]*big.Rat{}, map[limits.Head]*big.Rat{}, map[limits.Head]*big.Rat{}, map[limits.Head]int64{}}
	for _, h := range heads {
		m.loss[h], m.other[h], m.borne[h] = new(big.Rat), new(big.Rat), new(big.Rat)
	}
	return m
}

// limit returns what a limit allows the heads of a step, or nil.
func (m matter) limit(s step) *big.Rat {
	switch s.kind {
	case "per-claim":
		return rat(s.amount)
	case "aggregate":
		return positive(new(big.Rat).Sub(rat(s.amount), sum(m.other, s.heads)))
	case "per-unit":
		n := int64(0)
		for _, h := range s.heads {
			n += m.count[h]
		}
		return new(big.Rat).Mul(rat(s.amount), big.NewRat(n, 1))
	}
	return nil
}

// act returns what each head is due, and what is borne of aggregate deductibles in all.
func (w wording) act(m matter) (v map[limits.Head]*big.Rat, borne *big.Rat) {
	v, borne = maps.Clone(m.loss), new(big.Rat)
	steps := w.acts()
	took := make([]*big.Rat, len(steps))
	// counted returns what the deductibles before a place have taken that the step counts.
	counted := func(by step, before int) *big.Rat {
		all := new(big.Rat)
		for i := range before {
			if took[i] != nil && within(steps[i].heads, by.heads) {
				all.Add(all, took[i])
			}
		}
		return all
	}
	for i, s := range steps {
		total := sum(v, s.heads)
		take := func(cut *big.Rat) {
			rest := least(cut, total)
			took[i] = new(big.Rat).Set(rest)
			for _, h := range s.heads {
				part := least(rest, v[h])
				v[h] = new(big.Rat).Sub(v[h], part)
				rest = new(big.Rat).Sub(rest, part)
			}
		}
		deduct := func(cut *big.Rat) {
			for j := i + 1; j < len(steps); j++ {
				if by := steps[j]; by.kind == "together-at-most" && within(s.heads, by.heads) {
					cut = least(cut, positive(new(big.Rat).Sub(rat(by.amount), counted(by, i))))
				}
			}
			take(cut)
		}
		switch s.kind {
		case "deductible":
			deduct(rat(s.amount))
		case "aggregate-deductible":
			deduct(positive(new(big.Rat).Sub(rat(s.amount), sum(m.borne, s.heads))))
			borne.Add(borne, rat(rounded(took[i], yen.Up)))
		case "together-at-least":
			deduct(positive(new(big.Rat).Sub(rat(s.amount), counted(s, i))))
		case "share-deductible":
			cut := new(big.Rat).Mul(total, s.ratio)
			if cut.Cmp(rat(s.amount)) < 0 {
				cut = rat(s.amount)
			}
			deduct(least(cut, rat(s.most)))
		case "franchise":
			if total.Cmp(rat(s.amount)) < 0 {
				take(total)
				took[i] = nil
			}
		case "pays":
			for _, h := range s.heads {
				v[h] = new(big.Rat).Mul(v[h], s.ratio)
			}
		case "waiting":
			for _, h := range s.heads {
				hours, wait := m.count[h], int64(s.amount)
				switch {
				case hours <= wait:
					v[h] = new(big.Rat)
				case s.term.Wait == limits.FirstHours:
					v[h] = new(big.Rat).Mul(v[h], big.NewRat(hours-wait, hours))
				}
			}
		case "per-claim", "aggregate", "per-unit":
			rest := m.limit(s)
			for _, h := range s.heads {
				v[h] = least(rest, v[h])
				rest = new(big.Rat).Sub(rest, v[h])
			}
		}
	}
	return v, borne
}

func within(some, all []limits.Head) bool {
	return !slices.ContainsFunc(some, func(h limits.Head) bool { return !slices.Contains(all, h) })
}

func positive(a *big.Rat) *big.Rat {
	if a.Sign() < 0 {
		return new(big.Rat)
	}
	return a
}

// rooms checks that what is due is within every limit.
func (w wording) rooms(due map[limits.Head]yen.Amount, m matter) error {
	for _, s := range w.acts() {
		limit, all := m.limit(s), new(big.Rat)
		for _, h := range s.heads {
			all.Add(all, rat(due[h]))
		}
		if limit != nil && all.Cmp(limit) > 0 {
			return fmt.Errorf("%v are due %v", s.heads, all)
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
	bears        map[limits.Head]bool // an aggregate deductible
}

func newWriter(round int) *writer {
	return &writer{dice: newDice(round), bears: map[limits.Head]bool{}}
}

// losses returns losses of a claim under some heads of a wording, to which it adds them.
func (w *writer) losses(tree wording, m matter) (all []limits.Loss) {
	waits, counts := tree.about("waiting"), tree.about("per-unit", "waiting")
	for _, h := range tree.heads() {
		if w.one(2) {
			continue
		}
		l := limits.Loss{Head: h, Amount: yen.Amount(w.IntN(50))}
		switch {
		case waits[h] && m.count[h] > 0:
			l.Count = m.count[h]
		case counts[h]:
			l.Count = 1 + w.Int64N(8)
		case w.one(3):
			l.Count = w.Int64N(8)
		}
		if m.loss[h] = new(big.Rat).Add(m.loss[h], rat(l.Amount)); l.Amount > 0 {
			if m.count[h] += l.Count; waits[h] {
				m.count[h] = l.Count
			}
		}
		all = append(all, l)
	}
	return all
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
		n.steps = append(n.steps, w.step(n.heads()))
	}
	return n
}

// step returns a term of a node, sometimes for some of its heads.
func (w *writer) step(heads []limits.Head) step {
	w.terms++
	id := clause.ID(fmt.Sprintf("T%d", w.terms))
	a := yen.Amount(w.IntN(40))
	ratio, _ := yen.NewRatio(int64(w.IntN(8)), 7)
	s := step{amount: a, ratio: big.NewRat(ratio.Num(), ratio.Den()), heads: heads}
	switch w.IntN(11) {
	case 0:
		s.term = limits.Deductible(id, option.Yen(a))
	case 1:
		s.term = limits.Franchise(id, option.Yen(a))
	case 2:
		s.most = a + yen.Amount(w.IntN(10))
		s.term = limits.ShareDeductible(id, option.Ratio(ratio), option.Yen(a), option.Yen(s.most))
	case 3:
		s.term = limits.Pays(id, option.Ratio(ratio))
	case 4:
		s.term = limits.PerClaim(id, option.Yen(a))
	case 5:
		s.term = limits.Aggregate(id, option.Yen(a))
	case 6:
		s.amount = yen.Amount(w.IntN(6))
		s.term = limits.PerUnit(id, option.Yen(s.amount))
	case 7:
		s.amount = yen.Amount(w.IntN(6))
		s.term = limits.Waiting(id, option.Yen(s.amount), []limits.Wait{limits.FirstHours, limits.WholeLoss}[w.IntN(2)])
	case 8:
		s.term = limits.TogetherAtLeast(id, option.Yen(a))
	case 9:
		s.term = limits.TogetherAtMost(id, option.Yen(a))
	default:
		if !slices.ContainsFunc(heads, func(h limits.Head) bool { return w.bears[h] }) {
			for _, h := range heads {
				w.bears[h] = true
			}
			s.term = limits.AggregateDeductible(id, option.Yen(a))
			s.kind = s.term.Kind
			return s
		}
		s.term = limits.Deductible(id, option.Yen(a))
	}
	if s.kind = s.term.Kind; w.one(4) {
		var some []limits.Head
		for _, h := range heads {
			if w.one(2) {
				some = append(some, h)
			}
		}
		if len(some) > 0 {
			s.heads, s.term = some, s.term.For(some...)
		}
	}
	return s
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
		w := newWriter(round)
		tree := w.wording(3)
		mode := yen.Mode(w.IntN(4))
		pays, err := program(limits.Group(tree.node()).Then(limits.Round("R", mode)), nil)
		if err != nil {
			t.Fatal(round, err)
		}
		heads := tree.heads()
		var paid limits.Paid
		var series limits.Series
		m := newMatter(heads)
		for step := range 4 {
			at := fmt.Sprintf("round %d step %d: %+v", round, step, tree)
			if w.one(3) { // another claim
				m = newMatter(heads)
				for h, a := range paid.All() {
					m.other[h] = rat(a)
				}
				for h, a := range borne(paid) {
					m.borne[h] = a
				}
				series = limits.Series{}
			}
			losses := w.losses(tree, m)
			want, bears := tree.act(m)
			pay, cuts, err := pays.Explain(paid, series, losses...)
			if err != nil {
				t.Fatal(at, err)
			}
			due := map[limits.Head]yen.Amount{}
			split, lost := shares(rounded(sum(want, heads), mode), want, heads, func(due map[limits.Head]yen.Amount) bool { return tree.rooms(due, m) == nil })
			if pay.Due != rounded(sum(want, heads), mode)-lost {
				t.Fatalf("%s\ndue %d, want %s by %v, less %d", at, pay.Due, sum(want, heads).FloatString(4), mode, lost)
			}
			for h, part := range pay.Parts() {
				due[h] = part.Due
				cut := yen.Amount(0)
				for _, c := range cuts {
					if c.Head == h {
						cut += c.Amount
					}
				}
				if rat(part.Loss).Cmp(m.loss[h]) != 0 || part.Count != m.count[h] || part.Due+cut != part.Loss || part.Due < 0 {
					t.Fatalf("%s: %s: %+v cut %d", at, h, part, cut)
				}
				if part.Due != split[h] {
					t.Fatalf("%s: %s is due %d of %s, want %d", at, h, part.Due, want[h].FloatString(3), split[h])
				}
			}
			if err := tree.rooms(due, m); err != nil {
				t.Fatal(at, err)
			}
			now := new(big.Rat).Neg(sum(m.borne, heads))
			for _, a := range borne(pay.Paid) {
				now.Add(now, a)
			}
			if now.Cmp(bears) != 0 {
				t.Fatalf("%s\nbears %v, want %v: %v", at, now, bears, pay.Paid)
			}
			if i := slices.IndexFunc(cuts, func(c limits.Cut) bool { return c.Amount <= 0 || c.Clause == "R" && c.Amount != 1 }); i >= 0 {
				t.Fatal(at, cuts[i])
			}
			paid, series = pay.Paid, pay.Series
			if again, err := limits.ParseSeries(series.String()); err != nil || again != series {
				t.Fatal(at, series, again, err)
			}
			if again, err := limits.ParsePaid(paid.String()); err != nil || again != paid {
				t.Fatal(at, paid, again, err)
			}
		}
	}
}

// borne reads from the text of a period what is borne of aggregate deductibles.
func borne(p limits.Paid) map[limits.Head]*big.Rat {
	all := map[limits.Head]*big.Rat{}
	for line := range strings.SplitSeq(p.String(), "; ") {
		if words := strings.Fields(line); len(words) == 4 {
			all[limits.Head(words[0])] = rat(parse(words[3]))
		}
	}
	return all
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
// the limits allow it. It returns what they do not allow any head.
func shares(total yen.Amount, exact map[limits.Head]*big.Rat, order []limits.Head, allowed func(map[limits.Head]yen.Amount) bool) (due map[limits.Head]yen.Amount, lost yen.Amount) {
	due = map[limits.Head]yen.Amount{}
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
	return due, total
}
