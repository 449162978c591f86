// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

func scopes() []exclusions.Scope {
	const costs, liability = exclusions.Scope("costs"), exclusions.Scope("liability")
	x := costs.Head("x")
	return []exclusions.Scope{"", liability, liability.Head("x"), costs, x, x.Head("x"), costs.Head("y")}
}

// Settle and Questions are what trying every completion says, and so is
// SettleRule for every rule and exception.
func TestSettleIsExact(t *testing.T) {
	for seed := range rounds(t, 1500) {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		w := newWorld(t, r, 1+r.IntN(10))
		checkExact(t, w, r, fmt.Sprint("seed ", seed))
	}
}

// The same with up to 16 unknown facts.
func TestSettleIsExactTo16(t *testing.T) {
	for seed := range rounds(t, 10) {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		w := newWorld(t, r, 11+r.IntN(6))
		checkSettle(t, w, 0, 0, "", fmt.Sprint("seed ", seed))
	}
}

// Every way to know some of four facts, for many wordings.
func TestSettleIsExactWhateverIsKnown(t *testing.T) {
	for seed := range rounds(t, 100) {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		w := newWorld(t, r, 4)
		for known := range uint(1) << 4 {
			for so := range uint(1) << 4 {
				if so&^known == 0 {
					checkSettle(t, w, known, so, "", fmt.Sprint("seed ", seed))
				}
			}
		}
	}
}

func checkExact(t *testing.T, w world, r *rand.Rand, name string) {
	t.Helper()
	known, so := uint(r.Uint64())&uint(r.Uint64()), uint(r.Uint64())
	for _, in := range scopes() {
		checkSettle(t, w, known, so, in, name)
	}
	part := scopes()[r.IntN(len(scopes()))]
	b := w.bind(t, known, so)
	if part != "" { // for the whole cover it is as it comes
		b = b.In(part)
	}
	var nodes func([]*tree)
	nodes = func(all []*tree) {
		for _, n := range all {
			want, turning := w.completions(known, so, func(x uint) bool { return n.holds(x, w.attached, part) })
			got, ok := b.SettleRule(n.id)
			if !ok || got.Truth != want || !got.Exact {
				t.Fatalf("%s: in %q: SettleRule(%s) = %v, %v, want %v", name, part, n.id, got.Truth, ok, want)
			}
			checkNeeded(t, w, got, turning, name)
			nodes(n.unless)
		}
	}
	nodes(w.rules)
}

func checkSettle(t *testing.T, w world, known, so uint, in exclusions.Scope, name string) {
	t.Helper()
	want, turning := w.completions(known, so, func(x uint) bool { return w.excluded(x, in) })
	got := w.bind(t, known, so).Settle(in)
	if got.Truth != want || !got.Exact {
		t.Fatalf("%s: Settle(%q) with %v = %v, exact %v; want %v", name, in, w.given(known, so), got.Truth, got.Exact, want)
	}
	checkBy(t, w, got, known, so, in, name)
	checkNeeded(t, w, got, turning, name)
}

// checkBy demands of what excludes that one of the rules named applies in every
// completion, and of what is open that the rules named are those that are open.
func checkBy(t *testing.T, w world, got exclusions.Settlement, known, so uint, in exclusions.Scope, name string) {
	t.Helper()
	var open []clause.ID
	var by []*tree
	for _, n := range w.rules {
		if n.excess || !n.scope.Meets(in) {
			continue
		}
		applies, _ := w.completions(known, so, func(x uint) bool { return n.holds(x, w.attached, in) })
		if applies == fact.Unknown {
			open = append(open, n.id)
		}
		if slices.Contains(got.By, n.id) {
			by = append(by, n)
		}
	}
	if got.Truth != fact.Yes {
		if got.Truth == fact.No && got.By != nil || got.Truth == fact.Unknown && !slices.Equal(got.By, open) {
			t.Fatalf("%s: %v by %v, open are %v", name, got.Truth, got.By, open)
		}
		return
	}
	w.rules = by
	all, _ := w.completions(known, so, func(x uint) bool { return w.excluded(x, in) })
	if all != fact.Yes || len(by) != len(got.By) {
		t.Fatalf("%s: the rules %v exclude: %v", name, got.By, all)
	}
}

// checkNeeded demands the facts that turn the outcome, in the order of the
// vocabulary, each wanted by a rule or exception.
func checkNeeded(t *testing.T, w world, got exclusions.Settlement, turning uint, name string) {
	t.Helper()
	last := -1
	for _, n := range got.Questions {
		turns := false
		for i := range w.facts {
			if nth(i) == n.Question.Fact {
				turns = turning>>i&1 == 1
				turning &^= 1 << i
			}
		}
		if !turns {
			t.Fatalf("%s: %s is needed and turns nothing", name, n.Question.Fact)
		}
		place, _ := w.schedule.Facts().Vocabulary().Index(n.Question.Fact)
		if place <= last {
			t.Fatalf("%s: %s is out of order", name, n.Question.Fact)
		}
		last = place
		if len(n.By) == 0 {
			t.Fatalf("%s: no rule wants %s", name, n.Question.Fact)
		}
	}
	if turning != 0 {
		t.Fatalf("%s: facts %b turn the outcome and are not needed", name, turning)
	}
}

// A fact that is learnt settles or leaves open, and never reverses.
func TestLearningNeverReverses(t *testing.T) {
	for seed := range rounds(t, 300) {
		r := rand.New(rand.NewPCG(uint64(seed), 4))
		w := newWorld(t, r, 8)
		so, known := uint(r.Uint64()), uint(0)
		before := w.bind(t, 0, so).Settle("")
		found := w.bind(t, 0, so)
		for _, i := range r.Perm(w.facts) {
			known |= 1 << i
			b := w.bind(t, known, so)
			after := b.Settle("")
			if before.Truth != fact.Unknown && after.Truth != before.Truth {
				t.Fatalf("seed %d: %v became %v with %s", seed, before.Truth, after.Truth, nth(i))
			}
			now := b
			for f := range found.Findings() {
				if g, _ := now.Finding(f.Rule.ID); f.Applies != fact.Unknown && g.Applies != f.Applies {
					t.Fatalf("seed %d: %s: %v became %v", seed, f.Rule.ID, f.Applies, g.Applies)
				}
			}
			before, found = after, now
		}
		if before.Truth == fact.Unknown {
			t.Fatalf("seed %d: open with every fact known", seed)
		}
	}
}

// What Find says holds in every completion, its chain begins with the rule,
// and with a remedy attached some completion frees it.
func TestFindIsSound(t *testing.T) {
	for seed := range rounds(t, 500) {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		w := newWorld(t, r, 1+r.IntN(8))
		known, so := uint(r.Uint64()), uint(r.Uint64())
		part := scopes()[r.IntN(len(scopes()))]
		found := w.bind(t, known, so).In(part)
		stand := 0
		for _, n := range w.rules {
			f, ok := found.Finding(n.id)
			if stands := n.moved == "" || w.attached[n.moved]; ok != stands {
				t.Fatalf("seed %d: Of(%s) = %v", seed, n.id, ok)
			} else if !stands {
				continue
			}
			stand++
			want, _ := w.completions(known, so, func(x uint) bool { return n.holds(x, w.attached, part) })
			if f.Applies != fact.Unknown && f.Applies != want {
				t.Fatalf("seed %d: %s applies: %v, want %v", seed, n.id, f.Applies, want)
			}
			if len(f.Chain) == 0 || f.Chain[0] != n.id {
				t.Fatalf("seed %d: chain %v of %s", seed, f.Chain, n.id)
			}
			for _, e := range w.schedule.Wording().Endorsements {
				with := maps.Clone(w.attached)
				with[e.ID] = true
				then, _ := w.completions(known, so, func(x uint) bool { return n.holds(x, with, part) })
				if lifts := f.Applies == fact.Yes && then != fact.Yes; lifts != slices.Contains(f.Remedies, e.ID) {
					t.Fatalf("seed %d: %s: remedies %v, with %s it holds: %v", seed, n.id, f.Remedies, e.ID, then)
				}
			}
		}
		var applying []clause.ID
		for f := range found.Findings() {
			if f.Applies == fact.Yes {
				applying = append(applying, f.Rule.ID)
			}
		}
		if got := slices.Collect(found.Applying()); !slices.Equal(got, applying) {
			t.Fatalf("seed %d: applying %v, findings %v", seed, got, applying)
		}
		if n := len(slices.Collect(found.Findings())); n != stand {
			t.Fatalf("seed %d: %d findings for %d rules", seed, n, stand)
		}
	}
}

// The condition of a rule, the rule and the oracle agree, in Kleene's logic and
// with every fact known.
func TestCondAgreesWithRule(t *testing.T) {
	for seed := range rounds(t, 1000) {
		r := rand.New(rand.NewPCG(uint64(seed), 6))
		w := world{facts: 5}
		e := randomExpr(r, w.facts, 4)
		known, so := uint(r.Uint64()), uint(r.Uint64())
		f := w.given(known, so)
		for known := range f.All() {
			if !slices.Contains(e.cond().Facts(), known) {
				f = f.With(fact.NotAsked, known)
			}
		}
		b := bind(t, f, exclusions.Rule{Clause: one("X"), When: e.cond()})
		x, _ := b.Finding("X")
		met, _ := b.Met("X")
		want, _ := w.completions(known, so, e.met)
		got := e.kleene(known, so)
		if met != got || x.Applies != got || got != fact.Unknown && got != want {
			t.Fatalf("seed %d: %v with %v: met %v, applies %v, want %v, completed %v",
				seed, e.cond(), f, met, x.Applies, got, want)
		}
	}
}

// bind returns the rules with facts.
func bind(t testing.TB, f fact.Set, rules ...exclusions.Rule) exclusions.Bound {
	t.Helper()
	s, err := exclusions.New(exclusions.Wording{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Bind(f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
