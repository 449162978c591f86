// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/exclusions"
)

func scopes() []exclusions.Scope {
	x := exclusions.Costs.Head("x")
	return []exclusions.Scope{"", exclusions.Liability, exclusions.Liability.Head("x"), exclusions.Costs, x, x.Head("x"), exclusions.Costs.Head("y")}
}

// Settle and Needed are what trying every completion says, and so is
// SettleRule for every rule and exception.
func TestSettleIsExact(t *testing.T) {
	for seed := range rounds(t, 1500) {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		w := newWorld(t, r, 1+r.IntN(10))
		checkExact(t, w, r, fmt.Sprint("seed ", seed))
	}
}

// The same with up to 16 unknown facts, which fill 1,024 words.
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
	if (len(got.By) == 0) != (want == exclusions.No) {
		t.Fatalf("%s: %v by %v", name, got.Truth, got.By)
	}
	checkNeeded(t, w, got, turning, name)
}

// checkNeeded demands the facts that turn the outcome, in the order in which
// the wording first names them, each wanted by a rule or exception.
func checkNeeded(t *testing.T, w world, got exclusions.Settlement, turning uint, name string) {
	t.Helper()
	var order []exclusions.Fact
	for n := range w.schedule.Nodes() {
		order = append(order, n.When.Facts()...)
	}
	last := -1
	for _, n := range got.Needed {
		for i := range w.facts {
			if fact(i) == n.Question.Fact {
				if turning>>i&1 == 0 {
					t.Fatalf("%s: %s is needed and turns nothing", name, fact(i))
				}
				turning &^= 1 << i
			}
		}
		place := slices.Index(order, n.Question.Fact)
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
		found := w.bind(t, 0, so).Find()
		for _, i := range r.Perm(w.facts) {
			known |= 1 << i
			b := w.bind(t, known, so)
			after := b.Settle("")
			if before.Truth != exclusions.Unknown && after.Truth != before.Truth {
				t.Fatalf("seed %d: %v became %v with %s", seed, before.Truth, after.Truth, fact(i))
			}
			now := b.Find()
			for f := range found.All() {
				if g, _ := now.Of(f.Rule.ID); f.Applies != exclusions.Unknown && g.Applies != f.Applies {
					t.Fatalf("seed %d: %s: %v became %v", seed, f.Rule.ID, f.Applies, g.Applies)
				}
			}
			before, found = after, now
		}
		if before.Truth == exclusions.Unknown {
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
		found := w.bind(t, known, so).In(part).Find()
		stand := 0
		for _, n := range w.rules {
			f, ok := found.Of(n.id)
			if stands := n.moved == "" || w.attached[n.moved]; ok != stands {
				t.Fatalf("seed %d: Of(%s) = %v", seed, n.id, ok)
			} else if !stands {
				continue
			}
			stand++
			want, _ := w.completions(known, so, func(x uint) bool { return n.holds(x, w.attached, part) })
			if f.Applies != exclusions.Unknown && f.Applies != want {
				t.Fatalf("seed %d: %s applies: %v, want %v", seed, n.id, f.Applies, want)
			}
			if len(f.Chain) == 0 || f.Chain[0] != n.id {
				t.Fatalf("seed %d: chain %v of %s", seed, f.Chain, n.id)
			}
			for _, e := range w.schedule.Wording().Endorsements {
				with := maps.Clone(w.attached)
				with[e.Clause.ID] = true
				then, _ := w.completions(known, so, func(x uint) bool { return n.holds(x, with, part) })
				if lifts := f.Applies == exclusions.Yes && then != exclusions.Yes; lifts != slices.Contains(f.Remedies, e.Clause.ID) {
					t.Fatalf("seed %d: %s: remedies %v, with %s it holds: %v", seed, n.id, f.Remedies, e.Clause.ID, then)
				}
			}
		}
		if n := len(slices.Collect(found.All())); n != stand {
			t.Fatalf("seed %d: %d findings for %d rules", seed, n, stand)
		}
	}
}

// The condition alone, the rule compiled and the oracle agree.
func TestCondAgreesWithRule(t *testing.T) {
	for seed := range rounds(t, 1000) {
		r := rand.New(rand.NewPCG(uint64(seed), 6))
		w := world{facts: 5}
		e := randomExpr(r, w.facts, 4)
		var err error
		if w.schedule, err = exclusions.NewSchedule(exclusions.Rule{Clause: one("X"), When: e.cond()}); err != nil {
			t.Fatal(err)
		}
		known, so := uint(r.Uint64()), uint(r.Uint64())
		f := w.given(known, so)
		for known := range f.All() {
			if !slices.Contains(e.cond().Facts(), known) {
				f = f.Unclear(exclusions.NotAsked, known)
			}
		}
		found, err := w.schedule.Find(f)
		if err != nil {
			t.Fatal(err)
		}
		x, _ := found.Of("X")
		want, _ := w.completions(known, so, e.met)
		got := e.cond().In(f)
		if got != x.Applies || got != exclusions.Unknown && got != want {
			t.Fatalf("seed %d: %v with %v: alone %v, in a rule %v, want %v", seed, e.cond(), f, got, x.Applies, want)
		}
	}
}

// Beyond 16 facts in one group the answer is marked, and what it says holds.
func TestBeyond16(t *testing.T) {
	var parity exclusions.Cond // turns on each of its facts whatever the others are
	for i := range 4 {
		parity = exclusions.Any(
			exclusions.All(parity, exclusions.Not(exclusions.Is(fact(i)))),
			exclusions.All(exclusions.Not(parity), exclusions.Is(fact(i))))
	}
	var many []exclusions.Cond
	for i := range 17 {
		many = append(many, exclusions.Is(fact(i)))
	}
	rule := func(id string, when exclusions.Cond) exclusions.Rule {
		return exclusions.Rule{Clause: one(id), When: when}
	}
	either := exclusions.Any(exclusions.Is("x"), exclusions.Not(exclusions.Is("x")))
	for _, c := range []struct {
		name   string
		rules  []exclusions.Rule
		want   exclusions.Truth
		exact  bool
		needed int
	}{
		{"16 facts", []exclusions.Rule{rule("A", exclusions.All(many[:16]...))}, exclusions.Unknown, true, 16},
		{"17 facts, each once", []exclusions.Rule{rule("A", exclusions.All(many...))}, exclusions.Unknown, true, 17},
		{"16 facts, one twice", []exclusions.Rule{
			rule("A", exclusions.All(exclusions.All(many[:16]...), exclusions.Any(many[:2]...))),
		}, exclusions.Unknown, true, 16},
		{"17 facts, one twice", []exclusions.Rule{
			rule("A", exclusions.All(exclusions.All(many...), exclusions.Any(many[:2]...))),
		}, exclusions.Unknown, false, 17},
		{"17 facts, one a second time without weight", []exclusions.Rule{
			rule("A", exclusions.All(many...)), rule("B", exclusions.All(many[0], exclusions.Not(many[0]))),
		}, exclusions.Unknown, true, 17},
		{"17 facts in two rules", []exclusions.Rule{
			rule("A", exclusions.All(many[:9]...)), rule("B", exclusions.All(many[8:]...)),
		}, exclusions.Unknown, false, 17},
		{"17 facts in two rules that share none", []exclusions.Rule{
			rule("A", exclusions.All(many[:9]...)), rule("B", exclusions.All(many[9:]...)),
		}, exclusions.Unknown, true, 17},
		{"17 facts beside a rule that always applies", []exclusions.Rule{
			rule("A", exclusions.All(many...)), rule("B", either),
		}, exclusions.Yes, true, 0},
		{"17 facts of which one rule turns on none", []exclusions.Rule{
			rule("A", exclusions.All(many[:9]...)),
			rule("B", exclusions.All(exclusions.All(many[8:]...), exclusions.Not(either))),
		}, exclusions.Unknown, true, 9},
		{"parity", []exclusions.Rule{rule("A", parity)}, exclusions.Unknown, true, 4},
	} {
		s, err := exclusions.NewSchedule(c.rules...)
		if err != nil {
			t.Fatal(err)
		}
		b, err := s.Bind(exclusions.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		got := b.Settle("")
		if got.Truth != c.want || got.Exact != c.exact || len(got.Needed) != c.needed {
			t.Errorf("%s: %v, exact %v, %d needed", c.name, got.Truth, got.Exact, len(got.Needed))
		}
	}
}

// Settlements name rules in the order of the wording, and only those that
// turn on a fact want it.
func TestSettlementOrder(t *testing.T) {
	x, y, z := exclusions.Is("x"), exclusions.Is("y"), exclusions.Is("z")
	rule := func(id string, when exclusions.Cond) exclusions.Rule {
		return exclusions.Rule{Clause: one(id), When: when}
	}
	for _, c := range []struct {
		name  string
		rules []exclusions.Rule
		want  string
	}{
		{"two share, one between", []exclusions.Rule{rule("A", exclusions.All(x, y)), rule("B", z), rule("C", x)},
			"unknown [A B C] x[A C] z[B]"},
		{"one joins two", []exclusions.Rule{rule("A", x), rule("B", z), rule("C", exclusions.Not(exclusions.Any(x, z)))},
			"yes [A B C]"},
		{"one names a fact and does not turn on it", []exclusions.Rule{
			rule("A", x), rule("B", exclusions.Any(exclusions.All(y, x), exclusions.All(y, exclusions.Not(x)))),
		}, "unknown [A B] x[A] y[B]"},
		{"one rule applies anyway", []exclusions.Rule{rule("A", x), rule("B", exclusions.Any(y, exclusions.Not(y))), rule("C", exclusions.All(z, exclusions.Not(z)))},
			"yes [B]"},
		{"none can", []exclusions.Rule{rule("C", exclusions.All(z, exclusions.Not(z)))}, "no []"},
	} {
		s, err := exclusions.NewSchedule(c.rules...)
		if err != nil {
			t.Fatal(err)
		}
		b, err := s.Bind(exclusions.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		settled := b.Settle("")
		got := fmt.Sprint(settled.Truth, " ", settled.By)
		for _, n := range settled.Needed {
			got += fmt.Sprint(" ", n.Question.Text(language.English), n.By)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
