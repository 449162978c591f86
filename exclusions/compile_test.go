// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

func TestNewRefuses(t *testing.T) {
	type rule = exclusions.Rule
	is := exclusions.Is
	base := []rule{{Clause: one("X-1"), When: is("a")}, {Clause: one("X-1a"), Under: "X-1", When: is("b")}}
	with := func(rules ...rule) exclusions.Wording {
		return exclusions.Wording{Rules: append(slices.Clone(base), rules...), Endorsements: []clause.Clause{one("E-1")}}
	}
	inCosts := func(r rule) exclusions.Wording {
		w := with(r)
		w.Rules[0].Scope = "costs"
		return w
	}
	inParts := func(n int) []rule {
		var all []rule
		for i := range n {
			all = append(all, rule{With: "E-1", Under: "X-1", In: []exclusions.Scope{"costs"}, Clause: one(fmt.Sprint("M", i))})
		}
		return all
	}
	asks := func(q ...fact.Question) exclusions.Wording {
		return exclusions.Wording{Rules: base, Questions: q}
	}
	levels := func(n int) []rule {
		all := []rule{{Clause: one("L0")}}
		for i := range n {
			all = append(all, rule{Clause: one(fmt.Sprint("L", i+1)), Under: all[i].Clause.ID})
		}
		return all
	}
	many := func(n int) []rule {
		var all []rule
		for i := range n {
			all = append(all, rule{Clause: one(fmt.Sprint("R", i)), When: is(fact.Name(fmt.Sprint("f", i)))})
		}
		return all
	}
	deep := func(n int) exclusions.Cond {
		c := is("a")
		for range n - 1 {
			c = exclusions.Not(c)
		}
		return c
	}
	double := is("a")
	for range 40 { // a million million parts, if it were written out
		double = exclusions.All(double, double)
	}
	endorsements := func(n int) exclusions.Wording {
		var w exclusions.Wording
		for i := range n {
			w.Endorsements = append(w.Endorsements, one(fmt.Sprint("E", i)))
		}
		return w
	}
	full := []rule{ // of 4,096 parts
		{Clause: one("W0"), When: wide(1023)}, {Clause: one("W1"), When: wide(1023)},
		{Clause: one("W2"), When: wide(1023)}, {Clause: one("W3"), When: wide(1023)},
	}
	for _, c := range []struct {
		name    string
		wording exclusions.Wording
		want    string // of each fault the path, the input in quotes if there is one, and the code
	}{
		{"nothing", exclusions.Wording{}, ""},
		{"a rule", exclusions.Wording{Rules: base}, ""},
		{"no id", exclusions.Wording{Rules: []rule{{}}}, "rules[0] missing"},
		{"exception without id", exclusions.Wording{Rules: []rule{{Clause: one("X")}, {Under: "X"}}}, "rules[1] missing"},
		{"id twice", exclusions.Wording{Rules: append(base, base...)}, `rules[X-1] "X-1" duplicate, rules[X-1a] "X-1a" duplicate`},
		{"scope of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X")}, {Clause: one("Y"), Under: "X", Scope: "costs"}}}, "rules[Y] misplaced"},
		{"class of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X")}, {Clause: one("Y"), Under: "X", Class: exclusions.Excess}}}, "rules[Y] misplaced"},
		{"exception with the scope and the class of its rule", exclusions.Wording{Rules: []rule{
			{Clause: one("X"), Scope: "costs", Class: "c"}, {Clause: one("Y"), Under: "X", Scope: "costs", Class: "c"}}}, ""},
		{"exception before its rule", exclusions.Wording{Rules: []rule{{Clause: one("Y"), Under: "X"}, {Clause: one("X")}}}, `rules[Y].under "X" unknown`},
		{"exception to itself", exclusions.Wording{Rules: []rule{{Clause: one("Y"), Under: "Y"}}}, `rules[Y].under "Y" unknown`},
		{"exception to an exception to nothing", exclusions.Wording{Rules: []rule{{Clause: one("Y"), Under: "X"}, {Clause: one("Z"), Under: "Y"}}}, `rules[Y].under "X" unknown`},
		{"aside", with(rule{Clause: one("Y"), Aside: "X-1a"}), ""},
		{"aside that is unknown", with(rule{Clause: one("Y"), Aside: "X-9"}), `rules[Y].aside "X-9" unknown`},
		{"aside that is no exception", with(rule{Clause: one("Y"), Aside: "X-1"}), `rules[Y].aside "X-1" misplaced`},

		{"restores", with(rule{With: "E-1", Under: "X-1"}), ""},
		{"restricts", with(rule{With: "E-1", Under: "X-1a"}), ""},
		{"exception to a rule that is unknown", with(rule{With: "E-1", Under: "X-9"}), `rules[E-1].under "X-9" unknown`},
		{"exception to the endorsement", with(rule{With: "E-1", Under: "E-1"}), `rules[E-1].under "E-1" unknown`},
		{"exception to the rule of the endorsement", with(rule{With: "E-1"}, rule{Clause: one("E-1a"), Under: "E-1"}), ""},
		{"unknown endorsement", with(rule{Clause: one("X"), With: "E-9"}), `rules[X].with "E-9" unknown`},
		{"unknown endorsement without a clause", with(rule{With: "E-9"}), `rules[2].with "E-9" unknown, rules[2] missing`},
		{"two rules with the id of the endorsement", with(rule{With: "E-1"}, rule{With: "E-1"}), `rules[E-1] "E-1" duplicate`},
		{"rule of an endorsement with the id of a rule", with(rule{With: "E-1", Clause: one("X-1a")}), `rules[X-1a] "X-1a" duplicate`},
		{"two rules with their own ids", with(rule{With: "E-1"}, rule{With: "E-1", Clause: one("E-1a")}), ""},
		{"endorsement without id", exclusions.Wording{Endorsements: make([]clause.Clause, 1)}, "endorsements[0] missing"},
		{"endorsement with the id of a rule", exclusions.Wording{Rules: base, Endorsements: []clause.Clause{one("X-1")}}, `rules[X-1] "X-1" duplicate`},
		{"endorsement twice", exclusions.Wording{Endorsements: []clause.Clause{one("E"), one("E")}}, `endorsements[E] "E" duplicate`},
		{"rule with the id of another endorsement", exclusions.Wording{
			Rules: []rule{{With: "F", Clause: one("E")}}, Endorsements: []clause.Clause{one("E"), one("F")}}, `rules[E] "E" duplicate`},
		{"restores in a part", with(rule{With: "E-1", Under: "X-1", In: []exclusions.Scope{"costs/a", ""}}), ""},
		{"restores in a part of the rule", inCosts(rule{With: "E-1", Under: "X-1", In: []exclusions.Scope{"costs", "costs/a"}}), ""},
		{"restores outside the rule", inCosts(rule{With: "E-1", Under: "X-1", In: []exclusions.Scope{"costs/a", "liability"}}), `rules[E-1].in "liability" misplaced`},
		{"restores in more than the rule", inCosts(rule{With: "E-1", Under: "X-1", In: []exclusions.Scope{""}}), "rules[E-1].in misplaced"},
		{"restores in a part whose name only begins alike", inCosts(rule{With: "E-1", Under: "X-1", In: []exclusions.Scope{"costs2"}}), `rules[E-1].in "costs2" misplaced`},
		{"restricts in a part of the rule", inCosts(rule{With: "E-1", Under: "X-1a", In: []exclusions.Scope{"costs/a"}}), ""},
		{"restricts outside the rule", inCosts(rule{With: "E-1", Under: "X-1a", In: []exclusions.Scope{"cost"}}), `rules[E-1].in "cost" misplaced`},
		{"an exception of the wording itself in a part", inCosts(rule{Clause: one("X-1b"), Under: "X-1", In: []exclusions.Scope{"costs/a"}}), ""},
		{"excludes in a part", with(rule{With: "E-1", In: []exclusions.Scope{"costs"}}), `rules[E-1].in "costs" misplaced`},
		{"waives in a part", with(rule{With: "E-1", Class: exclusions.Waiver, In: []exclusions.Scope{"costs"}}), `rules[E-1].in "costs" misplaced`},
		{"64 exceptions in parts", with(inParts(64)...), ""},
		{"65 exceptions in parts", with(inParts(65)...), "rules[M64].in size"},
		{"bad fact in a rule of an endorsement", with(rule{With: "E-1", When: is("B")}), `rules[E-1].when "B" syntax`},

		{"questions", asks(fact.Question{Fact: "a", JA: "問", EN: "Q"}, fact.Question{Fact: "b", JA: "問", EN: "Q"}, fact.Question{Fact: "c", JA: "問", EN: "Q", Default: fact.No}), ""},
		{"fact without a question", asks(fact.Question{Fact: "a", JA: "問", EN: "Q"}), `rules[X-1a].when "b" unknown`},
		{"question twice", asks(append(questions(2), fact.Question{Fact: "a", JA: "問", EN: "Q"})...), "questions[a] duplicate"},
		{"question in one language", asks(fact.Question{Fact: "a", JA: "問"}, fact.Question{Fact: "b", JA: "問", EN: "Q"}), "questions[a] missing"},
		{"question in the other", asks(fact.Question{Fact: "a", EN: "Q"}, fact.Question{Fact: "b", JA: "問", EN: "Q"}), "questions[a] missing"},
		{"question about no fact", asks(append(questions(2), fact.Question{JA: "問", EN: "Q"})...), "questions[2] syntax"},
		{"question about a bad fact", asks(append(questions(2), fact.Question{Fact: "B", JA: "問", EN: "Q"})...), `questions[B] "B" syntax`},
		{"default answer to what is judged", asks(append(questions(2), fact.Question{Fact: "c", JA: "問", EN: "Q", Judged: true, Default: fact.No})...), `questions[c].default "no" judged`},
		{"256 questions", asks(questions(256)...), ""},
		{"257 questions", asks(questions(257)...), `questions[q254] "q254" size`},
		{"after its parent", asks(fact.Question{Fact: "a", JA: "問", EN: "Q"}, fact.Question{Fact: "b", JA: "問", EN: "Q", After: "a"}), ""},
		{"before its parent", asks(fact.Question{Fact: "b", JA: "問", EN: "Q", After: "a"}, fact.Question{Fact: "a", JA: "問", EN: "Q"}), `questions[b].after "a" unknown`},
		{"after itself", asks(fact.Question{Fact: "a", JA: "問", EN: "Q", After: "a"}, fact.Question{Fact: "b", JA: "問", EN: "Q"}), `questions[a].after "a" unknown`},
		{"after a fact without a question", asks(fact.Question{Fact: "a", JA: "問", EN: "Q", After: "c"}, fact.Question{Fact: "b", JA: "問", EN: "Q"}), `questions[a].after "c" unknown`},
		{"unknown truth", asks(append(questions(2), fact.Question{Fact: "c", JA: "問", EN: "Q", Default: 3})...), `questions[c].default "%!Truth(3)" unknown`},

		{"bad fact", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: exclusions.All(exclusions.Not(is("No such")))}}}, `rules[X].when "No such" syntax`},
		{"bad fact of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X")}, {Clause: one("Y"), Under: "X", When: is("B")}}}, `rules[Y].when "B" syntax`},
		{"no fact", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: is("")}}}, "rules[X].when syntax"},
		{"32 levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(32)}}}, ""},
		{"33 levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(33)}}}, "rules[X].when size"},
		{"a million levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(1_000_000)}}}, "rules[X].when size"},
		{"1,024 parts", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: wide(1023)}}}, ""},
		{"1,025 parts", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: wide(1024)}}}, "rules[X].when size"},
		{"1,024 conditions that are always met", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: exclusions.All(make([]exclusions.Cond, 1024)...)}}}, "rules[X].when size"},
		{"doubled 40 times", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: double}}}, "rules[X].when size"},
		{"16 levels of exceptions", exclusions.Wording{Rules: levels(16)}, ""},
		{"17 levels of exceptions", exclusions.Wording{Rules: levels(17)}, "rules[L17] size"},
		{"4,095 levels of exceptions", exclusions.Wording{Rules: levels(4095)}, "rules[L17] size"},
		{"4,096 levels of exceptions", exclusions.Wording{Rules: levels(4096)}, "rules[L17] size, rules[L4096] size"},
		{"256 rules on 256 facts", exclusions.Wording{Rules: many(256)}, ""},
		{"257 rules", exclusions.Wording{Rules: append(many(256), rule{Clause: one("X")})}, " size"},
		{"257 facts", exclusions.Wording{Rules: append(many(200), rule{Clause: one("X"), When: exclusions.Any(whens(many(257))...)})}, `rules[X].when "f256" size`},
		{"4,096 parts", exclusions.Wording{Rules: full}, ""},
		{"4,097 parts", exclusions.Wording{Rules: append(full, rule{Clause: one("X"), When: is("a")})}, " size"},
		{"10,000 rules", exclusions.Wording{Rules: many(10_000)}, `rules[R4096] size, rules[R256].when "f256" size,  size`},
		{"64 endorsements", endorsements(64), ""},
		{"65 endorsements", endorsements(65), "endorsements[E64] size"},

		{"many faults", exclusions.Wording{
			Rules: []rule{
				{}, {Clause: one("X"), When: is("war")}, {Clause: one("X"), Under: "X", Scope: "costs", When: is("b")},
				{With: "E", Under: "Y"}, {With: "E", In: []exclusions.Scope{"costs"}, Clause: one("E1")}, {With: "F", Under: "E1", Clause: one("E1")},
			},
			Endorsements: []clause.Clause{one("E")},
			Questions:    []fact.Question{{Fact: "war", JA: "問", Default: fact.No}, {Fact: "war", JA: "問", EN: "Q"}},
		}, `rules[0] missing, rules[X] misplaced, rules[X] "X" duplicate, rules[E].under "Y" unknown, rules[E1].in "costs" misplaced, ` +
			`rules[E1].with "F" unknown, rules[E1] "E1" duplicate, questions[war] missing, questions[war] duplicate, rules[X].when "b" unknown`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := exclusions.New(c.wording)
			if got := faults(t, err); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
			if err != nil && s != (exclusions.Schedule{}) {
				t.Error("a schedule beside the error")
			}
		})
	}
}

// faults returns the faults of [exclusions.New], each with its path, its input in
// quotes if there is one, and the code of its reason.
func faults(t *testing.T, err error) string {
	t.Helper()
	var all []string
	for _, e := range fault.All(err) {
		if e.Op != "exclusions.New" {
			t.Errorf("fault of %s", e.Op)
		}
		said := e.Path
		if e.Input != "" {
			said += fmt.Sprintf(" %q", e.Input)
		}
		all = append(all, said+" "+e.Reason.Code())
	}
	return strings.Join(all, ", ")
}

// questions returns n questions: about a, about b, about q0 and so on.
func questions(n int) []fact.Question {
	all := []fact.Question{{Fact: "a", JA: "問", EN: "Q"}, {Fact: "b", JA: "問", EN: "Q"}}
	for i := range n - len(all) {
		all = append(all, fact.Question{Fact: fact.Name(fmt.Sprint("q", i)), JA: "問", EN: "Q"})
	}
	return all
}

func whens(rules []exclusions.Rule) []exclusions.Cond {
	var all []exclusions.Cond
	for _, r := range rules {
		all = append(all, r.When)
	}
	return all
}
