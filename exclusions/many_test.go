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

// crossed returns a condition that is made to be hard: a diagram of it doubles with
// each pair of facts, as the two of a pair are far apart in the vocabulary, and it
// names two facts twice.
func crossed(pairs int) exclusions.Cond {
	var firsts []exclusions.Cond
	either := []exclusions.Cond{exclusions.All(exclusions.Is(nth(0)), exclusions.Is(nth(1)))}
	for i := range pairs {
		firsts = append(firsts, exclusions.Is(nth(i)))
		either = append(either, exclusions.All(exclusions.Is(nth(i)), exclusions.Is(nth(pairs+i))))
	}
	never := exclusions.All(exclusions.Any(), exclusions.Any(firsts...)) // numbers the first of each pair
	return exclusions.Any(append([]exclusions.Cond{never}, either...)...)
}

// However many facts are unknown, the answer is exact but for wordings that are
// made to be hard: there it is marked, and what it says holds.
func TestManyUnknown(t *testing.T) {
	var parity exclusions.Cond // turns on each of its facts whatever the others are
	for i := range 4 {
		parity = exclusions.Any(
			exclusions.All(parity, exclusions.Not(exclusions.Is(nth(i)))),
			exclusions.All(exclusions.Not(parity), exclusions.Is(nth(i))))
	}
	var many []exclusions.Cond
	for i := range 200 {
		many = append(many, exclusions.Is(nth(i)))
	}
	rule := func(id string, when exclusions.Cond) exclusions.Rule {
		return exclusions.Rule{Clause: one(id), When: when}
	}
	either := exclusions.Any(exclusions.Is("x"), exclusions.Not(exclusions.Is("x")))
	for _, c := range []struct {
		name   string
		rules  []exclusions.Rule
		want   fact.Truth
		exact  bool
		needed int
	}{
		{"16 facts", []exclusions.Rule{rule("A", exclusions.All(many[:16]...))}, fact.Unknown, true, 16},
		{"17 facts, each once", []exclusions.Rule{rule("A", exclusions.All(many[:17]...))}, fact.Unknown, true, 17},
		{"16 facts, one twice", []exclusions.Rule{
			rule("A", exclusions.All(exclusions.All(many[:16]...), exclusions.Any(many[:2]...))),
		}, fact.Unknown, true, 16},
		{"17 facts, one twice", []exclusions.Rule{
			rule("A", exclusions.All(exclusions.All(many[:17]...), exclusions.Any(many[:2]...))),
		}, fact.Unknown, true, 17},
		{"17 facts, one a second time without weight", []exclusions.Rule{
			rule("A", exclusions.All(many[:17]...)), rule("B", exclusions.All(many[0], exclusions.Not(many[0]))),
		}, fact.Unknown, true, 17},
		{"17 facts in two rules", []exclusions.Rule{
			rule("A", exclusions.All(many[:9]...)), rule("B", exclusions.All(many[8:17]...)),
		}, fact.Unknown, true, 17},
		{"17 facts in two rules that share none", []exclusions.Rule{
			rule("A", exclusions.All(many[:9]...)), rule("B", exclusions.All(many[9:17]...)),
		}, fact.Unknown, true, 17},
		{"17 facts beside a rule that always applies", []exclusions.Rule{
			rule("A", exclusions.All(many[:17]...)), rule("B", either),
		}, fact.Yes, true, 0},
		{"17 facts of which one rule turns on none", []exclusions.Rule{
			rule("A", exclusions.All(many[:9]...)),
			rule("B", exclusions.All(exclusions.All(many[8:17]...), exclusions.Not(either))),
		}, fact.Unknown, true, 9},
		{"parity", []exclusions.Rule{rule("A", parity)}, fact.Unknown, true, 4},
		{"200 facts in 199 rules, each but two of them twice", pairs(many), fact.Unknown, true, 200},
		{"200 facts that one rule makes sure of", append(pairs(many),
			rule("Z", exclusions.Not(exclusions.Any(many...))), rule("Y", exclusions.Any(many...))), fact.Yes, true, 0},
		{"10 crossed pairs", []exclusions.Rule{rule("A", crossed(10))}, fact.Unknown, true, 20},
		{"10 crossed pairs, both ways", []exclusions.Rule{
			rule("A", crossed(10)), rule("B", exclusions.Not(crossed(10)))}, fact.Yes, true, 0},
		{"40 crossed pairs", []exclusions.Rule{rule("A", crossed(40))}, fact.Unknown, false, 80},
		{"40 crossed pairs, both ways", []exclusions.Rule{
			rule("A", crossed(40)), rule("B", exclusions.Not(crossed(40)))}, fact.Unknown, false, 80},
		{"40 crossed pairs beside a rule that always applies", []exclusions.Rule{
			rule("A", crossed(40)), rule("B", exclusions.Cond{})}, fact.Yes, true, 0},
	} {
		got := bind(t, fact.Set{}, c.rules...).Settle("")
		if got.Truth != c.want || got.Exact != c.exact || len(got.Questions) != c.needed {
			t.Errorf("%s: %v, exact %v, %d needed", c.name, got.Truth, got.Exact, len(got.Questions))
		}
	}
}

// pairs returns a rule for each condition with the next one.
func pairs(of []exclusions.Cond) (rules []exclusions.Rule) {
	for i := range len(of) - 1 {
		rules = append(rules, exclusions.Rule{Clause: one(fmt.Sprint("P", i)), When: exclusions.All(of[i], of[i+1])})
	}
	return rules
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
		{"two share nothing but a third", []exclusions.Rule{
			rule("A", exclusions.Any(x, y)), rule("B", exclusions.All(y, z)), rule("C", exclusions.Not(x)),
		}, "yes [A B C]"},
		{"one rule applies anyway", []exclusions.Rule{rule("A", x), rule("B", exclusions.Any(y, exclusions.Not(y))), rule("C", exclusions.All(z, exclusions.Not(z)))},
			"yes [B]"},
		{"none can", []exclusions.Rule{rule("C", exclusions.All(z, exclusions.Not(z)))}, "no []"},
	} {
		settled := bind(t, fact.Set{}, c.rules...).Settle("")
		got := fmt.Sprint(settled.Truth, " ", settled.By)
		for _, n := range settled.Questions {
			got += fmt.Sprint(" ", n.Question.Text(language.English), n.By)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
