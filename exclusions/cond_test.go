// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// The tables of Kleene's strong logic, worked by hand.
func TestKleene(t *testing.T) {
	const u, n, y = fact.Unknown, fact.No, fact.Yes
	and := [3][3]fact.Truth{{u, n, u}, {n, n, n}, {u, n, y}}
	or := [3][3]fact.Truth{{u, u, y}, {u, n, y}, {y, y, y}}
	given := func(f fact.Set, name fact.Name, a fact.Truth) fact.Set {
		switch a {
		case y:
			return f.Yes(name)
		case n:
			return f.No(name)
		}
		return f
	}
	a, b := exclusions.Is("a"), exclusions.Is("b")
	for i := range y + 1 {
		for j := range y + 1 {
			f := given(given(fact.Set{}, "a", i), "b", j)
			if got := truth(t, exclusions.All(a, b), f); got != and[i][j] {
				t.Errorf("%v and %v: %v", i, j, got)
			}
			if got := truth(t, exclusions.Any(a, b), f); got != or[i][j] {
				t.Errorf("%v or %v: %v", i, j, got)
			}
		}
		if got, want := truth(t, exclusions.Not(a), given(fact.Set{}, "a", i)), [3]fact.Truth{u, y, n}[i]; got != want {
			t.Errorf("not %v: %v", i, got)
		}
	}
	var zero exclusions.Cond
	for _, c := range []struct {
		cond exclusions.Cond
		want fact.Truth
	}{
		{zero, y}, {exclusions.All(), y}, {exclusions.Any(), n}, {exclusions.Not(zero), n}, {exclusions.All(zero, zero), y},
	} {
		if got := truth(t, c.cond, fact.Set{}); got != c.want {
			t.Errorf("%v: %v", c.cond, got)
		}
	}
}

// truth returns whether a rule with the condition applies. Its exception is never
// met, and names the facts that the condition does not.
func truth(t *testing.T, c exclusions.Cond, f fact.Set) fact.Truth {
	t.Helper()
	never := exclusions.All(exclusions.Any(), exclusions.Is("a"), exclusions.Is("b"))
	b := bind(t, f, exclusions.Rule{Clause: one("X"), When: c}, exclusions.Rule{Clause: one("Y"), Under: "X", When: never})
	x, _ := b.Finding("X")
	if s, _ := b.SettleRule("X"); x.Applies != fact.Unknown && s.Truth != x.Applies {
		t.Errorf("%v is %v, and settled %v", c, x.Applies, s.Truth)
	}
	return x.Applies
}

func TestCondText(t *testing.T) {
	a, b, c := exclusions.Is("a"), exclusions.Is("b"), exclusions.Is("c")
	for _, x := range []struct {
		cond   exclusions.Cond
		ja, en string
	}{
		{exclusions.Cond{}, "常に", "always"},
		{exclusions.All(), "常に", "always"},
		{exclusions.Any(), "該当なし", "never"},
		{a, "a", "a"},
		{exclusions.Not(a), "aでない", "not a"},
		{exclusions.All(a, b), "a かつ b", "a and b"},
		{exclusions.Any(a, exclusions.All(b, c)), "a または （b かつ c）", "a or (b and c)"},
		{exclusions.All(a, exclusions.Not(exclusions.Any(b, c))), "a かつ （b または c）でない", "a and not (b or c)"},
		{exclusions.Not(exclusions.Not(a)), "aでないでない", "not not a"},
		{exclusions.All(exclusions.Any(a)), "a", "a"},
		{wide(1024), "...", "..."},
		{exclusions.Any(a, wide(1024)), "...", "..."},
	} {
		if got := x.cond.Text(language.Japanese); got != x.ja {
			t.Errorf("%s, want %s", got, x.ja)
		}
		if got := x.cond.String(); got != x.en {
			t.Errorf("%s, want %s", got, x.en)
		}
	}
}

func TestCondFacts(t *testing.T) {
	is := exclusions.Is
	deep := is("a")
	for range 40 {
		deep = exclusions.Not(deep)
	}
	for _, c := range []struct {
		cond exclusions.Cond
		want string
	}{
		{exclusions.Cond{}, "[]"},
		{exclusions.Any(), "[]"},
		{is("b"), "[b]"},
		{exclusions.Not(is("b")), "[b]"},
		{exclusions.All(is("b"), exclusions.Any(is("c"), is("a")), exclusions.Not(is("b")), is("a"), is("d")), "[b c a d]"},
		{deep, "[a]"},
		{wide(1023), "[a]"},
		{wide(1024), "[]"},
		{exclusions.Not(wide(1023)), "[]"},
		{exclusions.Any(is("b"), wide(1024)), "[]"},
	} {
		if got := fmt.Sprint(c.cond.Facts()); got != c.want {
			t.Errorf("%v: %s, want %s", c.cond, got, c.want)
		}
	}
}

// wide returns a condition with n parts beside itself.
func wide(n int) exclusions.Cond {
	parts := make([]exclusions.Cond, n)
	for i := range parts {
		parts[i] = exclusions.Is("a")
	}
	return exclusions.All(parts...)
}

func TestCondIsImmutable(t *testing.T) {
	parts := []exclusions.Cond{exclusions.Is("a"), exclusions.Is("b")}
	c := exclusions.All(parts...)
	parts[0] = exclusions.Is("changed")
	c.Facts()[0] = "changed"
	if got := c.String(); got != "a and b" {
		t.Error(got)
	}
}
