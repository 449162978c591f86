// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// policy returns the program of a made-up policy: damages and defence under a
// deductible and a limit, forensics and hotline costs under limits of their own,
// and recall costs by endorsement.
func policy(t testing.TB, v option.Values, attached ...clause.ID) limits.Program {
	t.Helper()
	settled, err := options().Settle(v, attached...)
	if err != nil {
		t.Fatal(err)
	}
	p, err := template(t).With(settled)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func options() option.Table {
	return option.Table{
		{ID: "deductible", Standard: option.Yen(100 * yen.Man)},
		{ID: "limit", Standard: option.Yen(1 * yen.Oku)},
		{ID: "forensics", Printed: option.Range{Least: 500 * yen.Man, Most: 1 * yen.Oku}},
		{ID: "recall", Standard: option.Of("limit"), With: "RECALL"},
		{ID: "declared", Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(100))},
	}
}

func template(t testing.TB) limits.Program {
	t.Helper()
	recall := limits.Aggregate("RC", option.Of("recall")).For("recall")
	recall.Below = option.Of("limit")
	p, err := limits.New(limits.Group(
		limits.Group(
			limits.Group(limits.On("damages"), limits.Node{Head: "recall", With: "RECALL"}).
				Then(limits.Deductible("D", option.Of("deductible")), recall, limits.PerClaim("L", option.Of("limit"))),
			limits.On("defence", limits.Scaled("Q", "L", "A")),
		).Then(limits.Aggregate("A", option.Of("limit")).For("damages", "recall")),
		limits.Group(
			limits.On("forensics", limits.Aggregate("F", option.Of("forensics"))),
			limits.On("hotline", limits.Aggregate("H", option.Yen(1_000*yen.Man))),
		).Then(limits.Aggregate("C", option.Yen(1*yen.Oku))),
	).Then(limits.Reduction("N").For("forensics", "hotline"), limits.Pays("U", option.Of("declared")),
		limits.Round("R", yen.Down)), options())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// stated states every option.
func stated() option.Values {
	return option.Values{"deductible": option.Yen(100 * yen.Man), "limit": option.Yen(1 * yen.Oku), "forensics": option.Yen(2_000 * yen.Man)}
}

// TestEndorsement attaches an endorsement in the middle of a period: the history
// goes on, the new head shares the deductible and the limits, and a sublimit that
// is not below the limit does not act.
func TestEndorsement(t *testing.T) {
	before, after := policy(t, stated()), policy(t, stated(), "RECALL")
	recall := limits.Loss{Head: "recall", Amount: 5_000 * yen.Man}
	if _, err := before.Pay(limits.Paid{}, limits.Series{}, recall); !errors.Is(err, fault.ErrUnknown) {
		t.Error(err)
	}
	first, err := before.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 7_000 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	second, err := after.Pay(first.Paid, limits.Series{}, recall)
	if err != nil || second.Now != 3_100*yen.Man {
		t.Errorf("%v %v, want what is left of the limit", second.Now, err)
	}
	parts := 0
	for range second.Parts() {
		parts++
	}
	if heads := slices.Collect(after.Heads()); parts != 5 || len(heads) != 5 || slices.Contains(slices.Collect(before.Heads()), "recall") {
		t.Errorf("%d parts, heads %v", parts, heads)
	}
	// Without the endorsement what was paid under it still counts, and the claim
	// under it cannot go on.
	third, err := before.Pay(second.Paid, limits.Series{}, limits.Loss{Head: "damages", Amount: 7_000 * yen.Man})
	if err != nil || third.Now != 0 {
		t.Error(third.Now, err)
	}
	if _, err := before.Pay(second.Paid, second.Series); !errors.Is(err, fault.ErrPolicy) {
		t.Error(err)
	}
	for limit, acts := range map[yen.Amount]bool{1*yen.Oku - 1: true, 1 * yen.Oku: false, 2 * yen.Oku: false} {
		p := policy(t, stated().With("recall", option.Yen(limit)), "RECALL")
		if slices.Contains(slices.Collect(p.Clauses()), "RC") != acts {
			t.Errorf("a sublimit of %v acts: %v, want %v", limit, !acts, acts)
		}
	}
	if all := slices.Collect(template(t).Clauses()); len(all) != 11 || slices.Contains(slices.Collect(after.Clauses()), "U") {
		t.Errorf("clauses %v, and those of a policy %v", all, slices.Collect(after.Clauses()))
	}
}

// TestAnotherTable gives a template values that were settled for other options.
func TestAnotherTable(t *testing.T) {
	if _, err := template(t).With(option.Settled{}); !errors.Is(err, fault.ErrScheme) {
		t.Error(err)
	}
	ratios := option.Table{{ID: "a", Unit: option.AsRatio}, {ID: "b", Unit: option.AsRatio}, {ID: "c", Unit: option.AsRatio}}
	fine, err := limits.New(limits.On("a", limits.Pays("A", option.Of("a")), limits.Pays("B", option.Of("b")), limits.Pays("C", option.Of("c"))), ratios)
	if err != nil {
		t.Fatal(err)
	}
	v := option.Values{}
	for i, id := range []option.ID{"a", "b", "c"} {
		r, err := yen.NewRatio(1, []int64{999_999_937, 999_999_929, 999_999_893}[i])
		if err != nil {
			t.Fatal(err)
		}
		v[id] = option.Ratio(r)
	}
	settled, err := ratios.Settle(v)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fine.With(settled); !errors.Is(err, fault.ErrOverflow) {
		t.Error(err)
	}
}

// pruned returns a tree without some of its heads, and whether anything is left.
func pruned(n limits.Node, gone func(limits.Head) bool) (limits.Node, bool) {
	if n.Head != "" && gone(n.Head) {
		return n, false
	}
	var nodes []limits.Node
	for _, child := range n.Nodes {
		if child, ok := pruned(child, gone); ok {
			nodes = append(nodes, child)
		}
	}
	var terms []limits.Term
	for _, t := range n.Terms {
		if t.Heads != nil {
			if t.Heads = slices.DeleteFunc(slices.Clone(t.Heads), gone); len(t.Heads) == 0 {
				continue
			}
		}
		terms = append(terms, t)
	}
	n.With, n.Nodes, n.Terms = "", nodes, terms
	return n, n.Head != "" || len(nodes) > 0
}

// endorsed returns a tree in which some heads need an endorsement.
func endorsed(n limits.Node, some func(limits.Head) bool) limits.Node {
	if n.Head != "" && some(n.Head) {
		n.With = "E"
	}
	n.Nodes = slices.Clone(n.Nodes)
	for i := range n.Nodes {
		n.Nodes[i] = endorsed(n.Nodes[i], some)
	}
	return n
}

// TestEndorsedTrees pays under random trees of which some heads need an
// endorsement. Without it, a policy pays what a tree without these heads pays,
// cut by cut; with it, what the tree pays that needs none.
func TestEndorsedTrees(t *testing.T) {
	t.Parallel()
	tried := 0
	for round := range cases.Rounds(t) {
		p := newPlanter(round, false)
		root := p.node(3)
		by := p.IntN(15)
		gone := func(h limits.Head) bool { return by>>(h[1]-'0')&1 == 1 }
		less, ok := pruned(root, gone)
		v := p.state(2, p.dice)
		settled, err := p.options.Settle(v)
		check(err)
		attached, err := p.options.Settle(v, "E")
		check(err)
		made := func(n limits.Node, s option.Settled) (limits.Program, error) {
			template, err := limits.New(n, p.options)
			if err != nil {
				return limits.Program{}, err
			}
			return template.With(s)
		}
		whole, err := made(root, settled)
		part, wrong := made(less, settled)
		if err != nil || wrong != nil || !ok {
			continue // limits that overlap, or a scaled term without its limit
		}
		tree := endorsed(root, gone)
		without, err := made(tree, settled)
		check(err)
		with, err := made(tree, attached)
		check(err)
		for _, c := range []struct{ got, want limits.Program }{{without, part}, {with, whole}} {
			if !slices.Equal(slices.Collect(c.got.Heads()), slices.Collect(c.want.Heads())) {
				t.Fatalf("round %d: heads %v, want %v", round, slices.Collect(c.got.Heads()), slices.Collect(c.want.Heads()))
			}
			var paid, other limits.Paid
			for range 3 {
				var losses []limits.Loss
				for h := range c.want.Heads() {
					losses = append(losses, limits.Loss{Head: h, Amount: yen.Amount(p.IntN(15)), Count: 1 + p.Int64N(6)})
				}
				got, cuts, err := c.got.Explain(paid, limits.Series{}, losses...)
				check(err)
				want, others, err := c.want.Explain(other, limits.Series{}, losses...)
				check(err)
				if got.Due != want.Due || !slices.Equal(cuts, others) {
					t.Fatalf("round %d: %v pays %d by %+v, want %d by %+v", round, losses, got.Due, cuts, want.Due, others)
				}
				paid, other = got.Paid, want.Paid
			}
		}
		tried++
	}
	if tried < cases.Rounds(t)/4 {
		t.Errorf("only %d trees", tried)
	}
}
