// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/exclusions"
)

// The tables of Kleene's strong logic, worked by hand.
func TestKleene(t *testing.T) {
	const u, n, y = exclusions.Unknown, exclusions.No, exclusions.Yes
	and := [3][3]exclusions.Truth{{u, n, u}, {n, n, n}, {u, n, y}}
	or := [3][3]exclusions.Truth{{u, u, y}, {u, n, y}, {y, y, y}}
	given := func(f exclusions.Facts, name exclusions.Fact, a exclusions.Truth) exclusions.Facts {
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
			f := given(given(exclusions.Facts{}, "a", i), "b", j)
			if got := exclusions.All(a, b).In(f); got != and[i][j] {
				t.Errorf("%v and %v: %v", i, j, got)
			}
			if got := exclusions.Any(a, b).In(f); got != or[i][j] {
				t.Errorf("%v or %v: %v", i, j, got)
			}
		}
		if got, want := exclusions.Not(a).In(given(exclusions.Facts{}, "a", i)), [3]exclusions.Truth{u, y, n}[i]; got != want {
			t.Errorf("not %v: %v", i, got)
		}
	}
	var zero exclusions.Cond
	for _, c := range []struct {
		cond exclusions.Cond
		want exclusions.Truth
	}{
		{zero, y}, {exclusions.All(), y}, {exclusions.Any(), n}, {exclusions.Not(zero), n}, {exclusions.All(zero, zero), y},
		{exclusions.Is("Bad name"), u}, {exclusions.Not(exclusions.Is("Bad name")), u},
	} {
		if got := c.cond.In(exclusions.Know("Bad name")); got != c.want {
			t.Errorf("%v: %v", c.cond, got)
		}
	}
}

func TestCondText(t *testing.T) {
	a, b, c := exclusions.Is("a"), exclusions.Is("b"), exclusions.Is("c")
	deep := a
	for range 40 {
		deep = exclusions.Not(deep)
	}
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
		{exclusions.Is("No"), "%!Cond(unknown fact)", "%!Cond(unknown fact)"},
		{deep, "%!Cond(nested too deeply)", "%!Cond(nested too deeply)"},
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
		{deep, "[]"},
	} {
		if got := fmt.Sprint(c.cond.Facts()); got != c.want {
			t.Errorf("%v: %s, want %s", c.cond, got, c.want)
		}
	}
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
