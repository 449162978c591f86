// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// narrow returns whether an attached endorsement of the world adds an exception in
// parts of the scope of its rule only.
func (w world) narrow() bool {
	var has func([]*tree) bool
	has = func(all []*tree) bool {
		return slices.ContainsFunc(all, func(n *tree) bool {
			return len(n.in) > 0 && w.attached[n.moved] || has(n.unless)
		})
	}
	return has(w.rules)
}

// What exceptions that act in parts of the cover restore and restrict is, in every
// part, what trying every completion says, with those exceptions acting only in the
// parts that they name and in what lies within them.
func TestSettleInParts(t *testing.T) {
	n := rounds(t, 600)
	worlds, decisive := 0, 0
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 8))
		w := newWorld(t, r, 1+r.IntN(6))
		if !w.narrow() {
			continue
		}
		worlds++
		known, so := uint(r.Uint64()), uint(r.Uint64())
		differs := false
		for _, part := range scopes() {
			checkSettle(t, w, known, so, part, fmt.Sprint("seed ", seed))
			for x := range uint(1) << w.facts {
				differs = differs || w.excluded(x, part) != w.everywhere().excluded(x, part)
			}
		}
		if differs {
			decisive++
		}
	}
	if worlds < n/4 || decisive < worlds/10 {
		t.Errorf("of %d wordings, %d have such exceptions, and in %d it matters where", n, worlds, decisive)
	}
}

// everywhere returns the world with every exception acting in the whole scope of its
// rule, for the oracle alone.
func (w world) everywhere() world {
	var wide func([]*tree) []*tree
	wide = func(all []*tree) []*tree {
		all = slices.Clone(all)
		for i, n := range all {
			m := *n
			m.in, m.unless = nil, wide(n.unless)
			all[i] = &m
		}
		return all
	}
	w.rules = wide(w.rules)
	return w
}

// The last part that was asked for counts, and neither facts nor endorsements
// that come after it change that.
func TestInKeepsThePart(t *testing.T) {
	for seed := range rounds(t, 200) {
		r := rand.New(rand.NewPCG(uint64(seed), 9))
		w := newWorld(t, r, 4)
		b := w.bind(t, 0, 0)
		one, other := scopes()[r.IntN(len(scopes()))], scopes()[r.IntN(len(scopes()))]
		f := w.given(uint(r.Uint64()), uint(r.Uint64()))
		if b.In(other).In(one) != b.In(one) {
			t.Fatalf("seed %d: %q after %q", seed, one, other)
		}
		if b.In("") != b {
			t.Fatalf("seed %d: the whole cover is not the part at first", seed)
		}
		first, err := b.In(one).Under(f)
		if err != nil {
			t.Fatal(err)
		}
		last, err := b.Under(f)
		if err != nil {
			t.Fatal(err)
		}
		if first != last.In(one) {
			t.Fatalf("seed %d: facts change the part", seed)
		}
		if first.Settle(other).Truth != last.Settle(other).Truth {
			t.Fatalf("seed %d: Settle asks for another part", seed)
		}
		for _, e := range w.schedule.Wording().Endorsements {
			if first, err = first.With(e.ID); err != nil {
				t.Fatal(err)
			}
			if last, err = last.With(e.ID); err != nil {
				t.Fatal(err)
			}
		}
		if first != last.In(one) {
			t.Fatalf("seed %d: endorsements change the part", seed)
		}
	}
}

// Lifted and Met are what the oracle says when every fact is known.
func TestLiftedAndMet(t *testing.T) {
	lifted := 0
	for seed := range rounds(t, 300) {
		r := rand.New(rand.NewPCG(uint64(seed), 10))
		w := newWorld(t, r, 5)
		so, part := uint(r.Uint64())&31, scopes()[r.IntN(len(scopes()))]
		b := w.bind(t, 31, so).In(part)
		var check func([]*tree)
		check = func(all []*tree) {
			for _, n := range all {
				var want []clause.ID
				for _, x := range n.unless {
					if x.holds(so, w.attached, part) {
						want = append(want, x.id)
					}
				}
				lifted += len(want)
				if got := b.Lifted(n.id); !slices.Equal(got, want) {
					t.Fatalf("seed %d: in %q: Lifted(%s) = %v, want %v", seed, part, n.id, got, want)
				}
				met := fact.No
				if n.when.met(so) {
					met = fact.Yes
				}
				if got, ok := b.Met(n.id); !ok || got != met {
					t.Fatalf("seed %d: Met(%s) = %v, %v, want %v", seed, n.id, got, ok, met)
				}
				check(n.unless)
			}
		}
		check(w.rules)
		if _, ok := b.Met("X"); ok || b.Lifted("X") != nil {
			t.Fatal("there is no X")
		}
	}
	if lifted == 0 {
		t.Error("no exception applies")
	}
}

// Facts that come later count, also if they are not known or disputed: it is as if
// they had been laid over the earlier ones.
func TestUnder(t *testing.T) {
	for seed := range rounds(t, 200) {
		r := rand.New(rand.NewPCG(uint64(seed), 12))
		w := newWorld(t, r, 6)
		var f [2]fact.Set
		for range 8 {
			i := r.IntN(2)
			f[i] = f[i].With(fact.Answer(r.IntN(7)), nth(r.IntN(w.facts)))
		}
		first, err := w.schedule.Bind(f[0])
		if err != nil {
			t.Fatal(err)
		}
		under, err := first.Under(f[1])
		if err != nil {
			t.Fatal(err)
		}
		if over, err := w.schedule.Bind(f[1].Over(f[0])); err != nil || under != over {
			t.Fatalf("seed %d: %v under %v: %v", seed, f[0], f[1], err)
		}
	}
}

// Of returns what is bound, whatever the part of the cover.
func TestBoundOf(t *testing.T) {
	for seed := range rounds(t, 100) {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		w := newWorld(t, r, 6)
		f := w.given(uint(r.Uint64()), uint(r.Uint64()))
		b, err := w.schedule.Bind(f)
		if err != nil {
			t.Fatal(err)
		}
		for i := range w.facts {
			if got := b.In("costs").Of(nth(i)); got != f.Of(nth(i)).Truth() {
				t.Fatalf("seed %d: %s is %v", seed, nth(i), got)
			}
		}
		if b.Of("x") != fact.Unknown || (exclusions.Bound{}).Of("x") != fact.Unknown {
			t.Fatal("a fact outside the vocabulary is known")
		}
	}
}

// An exception in parts reaches what lies within them and nothing else, its own
// exceptions as it does itself.
func TestExceptionInParts(t *testing.T) {
	rules, err := exclusions.New(exclusions.Wording{
		Rules: []exclusions.Rule{
			{Clause: one("A"), Scope: "a", When: exclusions.Is("x")},
			{Clause: one("B"), When: exclusions.Is("x")},
			{Clause: one("E1"), With: "E", Under: "A", In: []exclusions.Scope{"a/b", "a/c/d"}},
			{Clause: one("E1a"), Under: "E1", When: exclusions.Is("y")},
			{Clause: one("E2"), With: "E", Under: "E1", In: []exclusions.Scope{"a/b/c"}},
			{Clause: one("E3"), With: "E", Under: "B", In: []exclusions.Scope{""}},
		},
		Endorsements: []clause.Clause{one("E")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if rules, err = rules.With("E"); err != nil {
		t.Fatal(err)
	}
	b, err := rules.Bind(fact.Set{}.Yes("x").No("y"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		part exclusions.Scope
		want string // the rules and exceptions that hold
	}{
		{"", "A E3"}, {"a", "A E3"}, {"a/b", "E1 E3"}, {"a/bc", "A E3"}, {"a/b/x", "E1 E3"}, {"a/b/c", "A E2 E3"}, {"a/b/c/d", "A E2 E3"},
		{"a/c", "A E3"}, {"a/c/d", "E1 E3"}, {"a/c/d/e", "E1 E3"}, {"b", "A E3"}, {"a/d", "A E3"},
	} {
		in, got := b.In(c.part), ""
		for _, id := range []clause.ID{"A", "B", "E1", "E2", "E3"} {
			if s, _ := in.SettleRule(id); s.Truth == fact.Yes {
				if got != "" {
					got += " "
				}
				got += string(id)
			}
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.part, got, c.want)
		}
	}
	// An exception of the exception acts where that one does.
	if b, err = b.Under(fact.Set{}.Yes("y")); err != nil {
		t.Fatal(err)
	}
	for part, want := range map[exclusions.Scope]fact.Truth{"a": fact.No, "a/b": fact.Yes, "a/c/d/e": fact.Yes} {
		if s, _ := b.In(part).SettleRule("E1a"); s.Truth != want {
			t.Errorf("%q: E1a: %v, want %v", part, s.Truth, want)
		}
	}
	for n := range rules.Rules() {
		want := map[clause.ID]string{"A": "[]", "B": "[]", "E1": `["a/b" "a/c/d"]`, "E1a": `["a/b" "a/c/d"]`, "E2": `["a/b/c"]`, "E3": `[""]`}[n.Clause.ID]
		if got := fmt.Sprintf("%q", n.In); got != want {
			t.Errorf("%s acts in %s, want %s", n.Clause.ID, got, want)
		}
	}
}
