// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// rounds returns how often a property is tried: n times, fewer with -short,
// more with BAISEKI_ROUNDS.
func rounds(t *testing.T, n int) int {
	if s := os.Getenv("BAISEKI_ROUNDS"); s != "" {
		more, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return more
	}
	if testing.Short() {
		return max(1, n/10)
	}
	return n
}

// An expr is a condition as the oracle sees it: over facts numbered from 0,
// each so or not so.
type expr struct {
	op   byte // 'f', '!', '&' or '|'
	fact int
	of   []expr
}

func nth(i int) fact.Name { return fact.Name(fmt.Sprintf("fact-%02d", i)) }

func randomExpr(r *rand.Rand, facts, deep int) expr {
	if deep == 0 || r.IntN(3) == 0 {
		return expr{op: 'f', fact: r.IntN(facts)}
	}
	e := expr{op: "!&&||"[r.IntN(5)]}
	n := 1
	if e.op != '!' {
		n = r.IntN(4)
	}
	for range n {
		e.of = append(e.of, randomExpr(r, facts, deep-1))
	}
	return e
}

func (e expr) cond() exclusions.Cond {
	var of []exclusions.Cond
	for _, x := range e.of {
		of = append(of, x.cond())
	}
	switch e.op {
	case 'f':
		return exclusions.Is(nth(e.fact))
	case '!':
		return exclusions.Not(of[0])
	case '&':
		return exclusions.All(of...)
	}
	return exclusions.Any(of...)
}

func (e expr) met(so uint) bool {
	switch e.op {
	case 'f':
		return so>>e.fact&1 == 1
	case '!':
		return !e.of[0].met(so)
	case '&':
		return !slices.ContainsFunc(e.of, func(x expr) bool { return !x.met(so) })
	}
	return slices.ContainsFunc(e.of, func(x expr) bool { return x.met(so) })
}

// kleene is met in three values, of facts of which some are known.
func (e expr) kleene(known, so uint) fact.Truth {
	if e.op == 'f' {
		return [2][2]fact.Truth{{}, {fact.No, fact.Yes}}[known>>e.fact&1][so>>e.fact&1]
	}
	var has [3]bool
	for _, x := range e.of {
		has[x.kleene(known, so)] = true
	}
	switch {
	case e.op == '!':
		return [3]fact.Truth{fact.Unknown, fact.Yes, fact.No}[e.of[0].kleene(known, so)]
	case e.op == '&' && has[fact.No], e.op == '|' && !has[fact.Yes] && !has[fact.Unknown]:
		return fact.No
	case e.op == '|' && has[fact.Yes], e.op == '&' && !has[fact.Unknown]:
		return fact.Yes
	}
	return fact.Unknown
}

// A tree is a rule as the oracle sees it.
type tree struct {
	id     clause.ID
	when   expr
	unless []*tree
	moved  clause.ID          // the endorsement that brings it
	in     []exclusions.Scope // the parts in which it acts
	scope  exclusions.Scope
	excess bool
}

// holds is asked for a part of the cover.
func (n *tree) holds(so uint, attached map[clause.ID]bool, part exclusions.Scope) bool {
	return (n.moved == "" || attached[n.moved]) && n.acts(part) && n.when.met(so) &&
		!slices.ContainsFunc(n.unless, func(x *tree) bool { return x.holds(so, attached, part) })
}

func (n *tree) acts(part exclusions.Scope) bool {
	return len(n.in) == 0 || slices.ContainsFunc(n.in, func(s exclusions.Scope) bool { return within(part, s) })
}

// within reports whether a part of the cover lies in another one, step by step.
func within(part, whole exclusions.Scope) bool {
	steps := func(s exclusions.Scope) []string {
		return strings.FieldsFunc(string(s), func(r rune) bool { return r == '/' })
	}
	p, w := steps(part), steps(whole)
	return len(p) >= len(w) && slices.Equal(p[:len(w)], w)
}

// bring marks what an endorsement adds. An exception without parts of its own has
// those of its rule.
func (n *tree) bring(by clause.ID, in []exclusions.Scope) {
	n.moved, n.in = by, in
	for _, x := range n.unless {
		x.bring(by, in)
	}
}

// A world is a random wording, twice: as a schedule and for the oracle.
type world struct {
	facts    int
	rules    []*tree
	schedule exclusions.Schedule
	attached map[clause.ID]bool
}

func newWorld(t *testing.T, r *rand.Rand, facts int) world {
	w := world{facts: facts, attached: map[clause.ID]bool{}}
	var wording exclusions.Wording
	var nodes []*tree
	level := map[*tree]int{}
	root := map[*tree]*tree{}
	var grow func(deep int, under *tree) (*tree, int)
	grow = func(deep int, under *tree) (*tree, int) {
		n := &tree{id: clause.ID(fmt.Sprint("N", len(nodes))), when: randomExpr(r, facts, 3)}
		nodes, level[n], root[n] = append(nodes, n), deep, n
		rule := exclusions.Rule{Clause: clause.Clause{ID: n.id}, When: n.when.cond()}
		if under != nil {
			root[n], rule.Under = root[under], under.id
		}
		at := len(wording.Rules)
		wording.Rules = append(wording.Rules, rule)
		for range r.IntN([]int{3, 3, 2, 1}[min(deep, 3)]) { // at most three levels below a rule
			x, _ := grow(deep+1, n)
			n.unless = append(n.unless, x)
		}
		return n, at
	}
	top := func() (*tree, int) {
		n, at := grow(0, nil)
		n.scope = []exclusions.Scope{"", "", "", "liability", "costs/x"}[r.IntN(5)]
		n.excess = r.IntN(8) == 0
		wording.Rules[at].Scope = n.scope
		if n.excess {
			wording.Rules[at].Class = exclusions.Excess
		}
		w.rules = append(w.rules, n)
		return n, at
	}
	for range 1 + r.IntN(4) {
		top()
	}
	// Facts on which nothing turns stand first, so that the others lie in one
	// word or in two.
	first := &wording.Rules[0]
	pads := []exclusions.Cond{exclusions.Any()}
	for i := range []int{0, 60, 125}[r.IntN(3)] {
		pad := fact.Name(fmt.Sprint("pad-", i))
		pads = append(pads, exclusions.Is(pad))
		wording.Questions = append(wording.Questions, fact.Question{Fact: pad, JA: "問", EN: "Q"})
	}
	first.When = exclusions.Any(exclusions.All(pads...), first.When)
	for i := range r.IntN(4) {
		e := clause.Clause{ID: clause.ID(fmt.Sprint("E", i))}
		for range 1 + r.IntN(2) {
			if r.IntN(4) == 0 {
				n, at := top()
				n.bring(e.ID, nil)
				wording.Rules[at].With = e.ID
				continue
			}
			target := nodes[r.IntN(len(nodes))]
			n, at := grow(level[target]+1, target)
			in := randomParts(r, root[target].scope)
			wording.Rules[at].With, wording.Rules[at].In = e.ID, in
			if len(in) == 0 {
				in = target.in
			}
			n.bring(e.ID, in)
			target.unless = append(target.unless, n)
		}
		wording.Endorsements = append(wording.Endorsements, e)
	}
	for i := range facts {
		wording.Questions = append(wording.Questions, fact.Question{Fact: nth(i), JA: "問", EN: "Q"})
	}
	s, err := exclusions.New(wording)
	if err != nil {
		t.Fatal(err)
	}
	w.schedule = s
	for _, e := range wording.Endorsements {
		if r.IntN(2) == 0 {
			w.attached[e.ID] = true
			if w.schedule, err = w.schedule.With(e.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	return w
}

// randomParts returns parts of a scope in which a move acts, or none for all.
func randomParts(r *rand.Rand, of exclusions.Scope) []exclusions.Scope {
	var in []exclusions.Scope
	for _, part := range scopes() {
		if within(part, of) && r.IntN(4) == 0 {
			in = append(in, part)
		}
	}
	return in
}

// excluded is the oracle: whether a rule excludes in whole in the scope.
func (w world) excluded(so uint, in exclusions.Scope) bool {
	return slices.ContainsFunc(w.rules, func(n *tree) bool {
		return !n.excess && n.scope.Meets(in) && n.holds(so, w.attached, in)
	})
}

// completions returns what f says for every completion of facts of which some
// are known, whether two completions differ, and the facts that turn it.
func (w world) completions(known, so uint, f func(uint) bool) (fact.Truth, uint) {
	var yes, no bool
	var turning uint
	known &= 1<<w.facts - 1
	for x := range uint(1) << w.facts {
		if x&known != so&known {
			continue
		}
		met := f(x)
		yes, no = yes || met, no || !met
		for i := range w.facts {
			if bit := uint(1) << i; known&bit == 0 && x&bit == 0 && f(x|bit) != met {
				turning |= bit
			}
		}
	}
	switch {
	case yes && no:
		return fact.Unknown, turning
	case yes:
		return fact.Yes, turning
	}
	return fact.No, turning
}

func (w world) given(known, so uint) fact.Set {
	var f fact.Set
	for i := range w.facts {
		switch {
		case known>>i&1 == 0:
		case so>>i&1 == 1:
			f = f.Yes(nth(i))
		default:
			f = f.No(nth(i))
		}
	}
	return f
}

func (w world) bind(t *testing.T, known, so uint) exclusions.Bound {
	t.Helper()
	b, err := w.schedule.Bind(w.given(known, so))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
