// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// TestTreeAsJSON stores a tree and reads back an equal one, and demands that a
// program does not change with the tree that it was made of.
func TestTreeAsJSON(t *testing.T) {
	node := limits.Group(limits.On("a", limits.PerClaim("L", option.Of("limit").Times("declared"))),
		limits.Node{Head: "b", With: "E", Terms: []limits.Term{limits.Scaled("S", "L")}}).
		Then(limits.Aggregate("A", option.Yen(5)).For("a"), limits.Waiting("W", option.Yen(12), limits.WholeLoss), limits.Pays("P", option.Ratio(yen.Percent(90))), limits.Round("R", yen.HalfUp))
	b, err := json.Marshal(node)
	if err != nil {
		t.Fatal(err)
	}
	var back limits.Node
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, node) {
		t.Errorf("%v\n%s\n%+v", err, b, back)
	}
	p, err := limits.New(node, options())
	if err != nil {
		t.Fatal(err)
	}
	node.Nodes[0].Terms[0].Clause, node.Terms[0].Heads[0] = "changed", "changed"
	if got := slices.Collect(p.Clauses()); got[0] != "L" {
		t.Error(got)
	}
}

// TestFaults demands the path and the reason of each fault of a tree, all at once.
func TestFaults(t *testing.T) {
	term := func(change func(*limits.Term)) limits.Node {
		x := limits.PerClaim("L", option.Yen(1))
		change(&x)
		return limits.Group(limits.On("a", x), limits.Node{Head: "b", With: "RECALL", Terms: []limits.Term{limits.PerClaim("M", option.Of("recall"))}})
	}
	at := func(path string, node limits.Node, want ...string) {
		t.Helper()
		_, err := limits.New(node, options())
		var got []string
		for _, e := range fault.All(err) {
			if e.Op != "limits.New" {
				t.Errorf("%v: operation %s", e, e.Op)
			}
			got = append(got, strings.TrimPrefix(e.Path, path)+" "+e.Reason.Code())
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	const path = "nodes[0].terms[0]"
	at(path, term(func(x *limits.Term) {}))
	at(path, term(func(x *limits.Term) { x.Kind = "limit" }), ".kind unknown")
	at(path, term(func(x *limits.Term) { x.Clause = "" }), ".clause missing")
	at(path, term(func(x *limits.Term) { x.Amount = option.Value{} }), ".amount missing")
	at(path, term(func(x *limits.Term) { x.Amount = option.Ratio(yen.Percent(1)) }), ".amount misplaced")
	at(path, term(func(x *limits.Term) { x.Amount = option.Of("declared") }), ".amount misplaced")
	at(path, term(func(x *limits.Term) { x.Amount = option.Of("limit").Times("limit") }), ".amount misplaced")
	at(path, term(func(x *limits.Term) { x.Amount = option.Of("recall") }), ".amount misplaced")
	at(path, term(func(x *limits.Term) { x.Amount, x.With = option.Of("recall"), "RECALL" }))
	at(path, term(func(x *limits.Term) { x.Amount = option.Of("none") }), ".amount unknown")
	at(path, term(func(x *limits.Term) { x.Below = option.Yen(-1) }), ".below range")
	at(path, term(func(x *limits.Term) { x.Below = option.Of("forensics") }), ".amount open")
	at(path, term(func(x *limits.Term) { x.Amount, x.Beside = option.Of("forensics"), true }), ".amount open")
	at(path, term(func(x *limits.Term) { x.Ratio = option.Yen(1) }), ".ratio misplaced")
	at(path, term(func(x *limits.Term) { x.Limits = []clause.ID{"M"} }), ".limits misplaced")
	at(path, term(func(x *limits.Term) { x.To = yen.Up.To(1) }), ".to misplaced")
	at(path, term(func(x *limits.Term) { x.Heads = []limits.Head{"b", "c"} }), ".heads unknown", ".heads unknown")
	at(path, term(func(x *limits.Term) { *x = limits.Scaled("L") }), ".limits missing")
	at(path, term(func(x *limits.Term) { x.Kind, x.Clause, x.Beside = "deductible", "", true }), ".clause missing", ".beside misplaced")
	at(path, term(func(x *limits.Term) { x.Wait = limits.FirstHours }), ".wait misplaced")
	at(path, term(func(x *limits.Term) { *x = limits.Waiting("L", option.Yen(1), "") }), ".wait unknown")
	at(path, term(func(x *limits.Term) { *x = limits.Waiting("L", option.Value{}, limits.WholeLoss) }), ".amount missing")
	at(path, term(func(x *limits.Term) { *x = limits.PerUnit("L", option.Ratio(yen.Percent(1))) }), ".amount misplaced")
	at(path, term(func(x *limits.Term) { *x = limits.PerUnit("L", option.Yen(1)); x.Beside = true }))
	at(path, term(func(x *limits.Term) { *x = limits.TogetherAtLeast("L", option.Yen(1)); x.Beside = true }), ".beside misplaced")
	at(path, term(func(x *limits.Term) { *x = limits.TogetherAtMost("L", option.Yen(-1)) }), ".amount range")
	at(path, term(func(x *limits.Term) { *x = limits.AggregateDeductible("L", option.Of("forensics")) }), ".amount open")
	at(path, limits.Group(limits.On("a", limits.PerClaim("L", option.Yen(1)).For("a"), limits.Deductible("L", option.Yen(1)))), "nodes[0].terms[1].clause duplicate")
	for _, x := range []limits.Term{limits.Deductible("L", option.Of("forensics")), limits.TogetherAtMost("L", option.Of("forensics")),
		limits.ShareDeductible("L", option.Ratio(yen.Percent(1)), option.Of("forensics"), option.Yen(yen.Max))} {
		at("", limits.On("a", x, limits.TogetherAtLeast("T", option.Yen(1))), "terms[0].amount open")
		at("", limits.On("a", limits.TogetherAtMost("T", option.Yen(1)), x))
	}
	most := limits.TogetherAtMost("L", option.Of("forensics"))
	at("", limits.On("a", limits.TogetherAtLeast("T", option.Yen(1)), most), "terms[1].amount open")
	at("", limits.Group(limits.On("a", limits.TogetherAtMost("T", option.Yen(1))), limits.On("b")).Then(most), "terms[0].amount open")
	at("nodes", limits.Group(limits.On("a"), limits.Node{Head: "b", Nodes: []limits.Node{limits.On("a")}}), "[1].head misplaced", "[1].nodes[0].head duplicate")
	at("", limits.On(""), " missing")
	at("", limits.On("a b"), "head syntax")
	rows := option.Table{{ID: "A"}}
	_, err := limits.New(limits.On("a", limits.PerClaim("", option.Yen(-1))), rows)
	var paths []string
	for _, e := range fault.All(err) {
		paths = append(paths, e.Path)
	}
	if want := []string{"options[0].id", "terms[0].clause", "terms[0].amount"}; !slices.Equal(paths, want) {
		t.Errorf("paths %q, want %q", paths, want)
	}
}

// A node and a term that are too large take no more, so that a long list costs in
// proportion.
func TestThenIsLinear(t *testing.T) {
	limit := option.Yen(1)
	cases.Linear(t, 20_000, func(n int) {
		node := limits.On("damages")
		for range n {
			node = node.Then(limits.PerClaim("L", limit))
		}
		if _, err := limits.New(node, nil); !errors.Is(err, fault.ErrSize) {
			t.Error(err)
		}
	})
	cases.Linear(t, 20_000, func(n int) {
		term := limits.PerClaim("L", limit)
		for range n {
			term = term.For("damages")
		}
		if _, err := limits.New(limits.On("damages", term), nil); !errors.Is(err, fault.ErrSize) {
			t.Error(err)
		}
	})
	// Two that go on from one share nothing.
	one := limits.On("damages").Then(limits.PerClaim("A", limit))
	two, three := one.Then(limits.PerClaim("B", limit)), one.Then(limits.PerClaim("C", limit))
	if len(one.Terms) != 1 || two.Terms[1].Clause != "B" || three.Terms[1].Clause != "C" {
		t.Error(one, two, three)
	}
}
