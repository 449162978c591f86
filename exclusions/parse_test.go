// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
)

// randomCond returns a condition of at most so many levels.
func randomCond(r *rand.Rand, levels int) exclusions.Cond {
	kind := r.IntN(4)
	if levels == 1 {
		kind = 0
	}
	parts := make([]exclusions.Cond, r.IntN(4))
	switch kind {
	case 1:
		return exclusions.Not(randomCond(r, levels-1))
	case 2, 3:
		for i := range parts {
			parts[i] = randomCond(r, levels-1)
		}
		if kind == 2 {
			return exclusions.All(parts...)
		}
		return exclusions.Any(parts...)
	}
	return exclusions.Is(fact.Name([]string{"fire", "late-completion", "x1", "nothing"}[r.IntN(4)]))
}

// Every condition that a wording can have reads back from its text as it was.
func TestCondReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 2024))
	for range cases.Rounds(t) {
		want := randomCond(r, 6)
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		got := exclusions.Is("old")
		if err := json.Unmarshal(b, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%s reads back as %v %v", b, got, err)
		}
	}
	for _, want := range []exclusions.Cond{{}, nots(31), wide(1023)} {
		b, err := want.MarshalText()
		got := exclusions.Is("old")
		if err != nil || got.UnmarshalText(b) != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%.80s reads back as %.80v %v", b, got, err)
		}
	}
}

func TestParseCond(t *testing.T) {
	for in, want := range map[string]string{
		"a":                  "a",
		" a\tand\nnot b ":    "a and not b",
		"((a))":              "a",
		"not(a or(b and c)":  "",
		"not(a or(b and c))": "not (a or (b and c))",
		"(a and b) and c":    "(a and b) and c",
		"always or never":    "always or never",
		"a or not not b":     "a or not not b",
	} {
		got, err := exclusions.ParseCond(in)
		if (err == nil) != (want != "") || err == nil && got.String() != want {
			t.Errorf("%q is read as %v %v, want %s", in, got, err, want)
		}
	}
	times := func(n int, s string) string { return strings.Repeat(s, n) }
	long := times(65, "a")
	const bad = ": invalid syntax (such as: late-completion and not (fire or explosion))"
	const size = ": too many parts, or nested too deeply"
	for _, c := range []struct{ in, want string }{
		{"", bad}, {"fire and", bad}, {"not", bad}, {"fire or or", `: "or"` + bad}, {"()", `: ")"` + bad}, {"a and Fire", `: "Fire"` + bad},
		{"a and 火災 or a", `: "火災"` + bad}, {"not " + long, `: "` + long[:64] + `"...` + bad}, {"and", `: "and"` + bad},
		{"fire explosion", `: "explosion"` + bad}, {"a and b or c", `: "or c"` + bad}, {"a)", `: ")"` + bad}, {"(a", `: "("` + bad},
		{"(a b) or c", `: "("` + bad}, {times(32, "not ") + "a", size}, {times(60_000, "("), size},
		{"a" + times(1024, " and a"), size}, {times(30_000, "a and "), size},
	} {
		if _, err := exclusions.ParseCond(c.in); err == nil || err.Error() != "exclusions.ParseCond"+c.want {
			t.Errorf("%.40s: %v, want %s", c.in, err, c.want)
		}
		got := exclusions.Is("old")
		if err := got.UnmarshalText([]byte(c.in)); err == nil || got.String() != "old" {
			t.Errorf("%.40s is read as %v", c.in, got)
		}
	}
}

func nots(n int) exclusions.Cond {
	c := exclusions.Is("a")
	for range n {
		c = exclusions.Not(c)
	}
	return c
}

// What is no fact, or too large, is not written.
func TestCondIsNotWritten(t *testing.T) {
	bad := map[string]*fault.Reason{"a and b": fault.ErrSyntax, "...": fault.ErrSyntax}
	for _, name := range []fact.Name{"", "and", "or", "not", "always", "never", "(", "a)", "a b", " a", "A", "a=no", "not a"} {
		bad[fmt.Sprint(name)] = fault.ErrSyntax
	}
	for name, why := range bad {
		c := exclusions.Any(exclusions.Is("fire"), exclusions.Not(exclusions.Is(fact.Name(name))))
		if b, err := c.MarshalText(); !errors.Is(err, why) || b != nil {
			t.Errorf("%q is written as %s %v", name, b, err)
		}
		_, err := exclusions.New(exclusions.Wording{Rules: []exclusions.Rule{{Clause: one("X"), When: c}}})
		var e *fault.Error
		if !errors.As(err, &e) || e.Path != "rules[X].when" || e.Reason != why {
			t.Errorf("%q is accepted: %v", name, err)
		}
	}
	for _, c := range []exclusions.Cond{nots(32), wide(1024)} {
		if b, err := c.MarshalText(); !errors.Is(err, fault.ErrSize) || b != nil {
			t.Errorf("written as %.80s %v", b, err)
		}
	}
}

func FuzzParseCond(f *testing.F) {
	for _, s := range []string{"late-completion and not (fire or explosion)", "always", "never or not not a", "a and b or c", "((", "x\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := exclusions.ParseCond(s)
		var e *fault.Error
		if err != nil {
			if !errors.As(err, &e) || len(e.Input) > 70 {
				t.Errorf("%q: %v", s, err)
			}
			return
		}
		b, err := c.MarshalText()
		if back, again := exclusions.ParseCond(string(b)); err != nil || again != nil || !reflect.DeepEqual(back, c) {
			t.Errorf("%q is %s, which reads back as %v %v %v", s, b, back, err, again)
		}
	})
}
