// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

func TestNewRefuses(t *testing.T) {
	type (
		rule = exclusions.Rule
		move = exclusions.Move
	)
	is := exclusions.Is
	base := []rule{{Clause: one("X-1"), When: is("a"), Unless: []rule{{Clause: one("X-1a"), When: is("b")}}}}
	with := func(moves ...move) exclusions.Wording {
		return exclusions.Wording{Rules: base, Endorsements: []exclusions.Endorsement{{Clause: one("E-1"), Moves: moves}}}
	}
	inCosts := func(m move) exclusions.Wording {
		w := with(m)
		w.Rules = slices.Clone(w.Rules)
		w.Rules[0].Scope = "costs"
		return w
	}
	inParts := func(n int) []move {
		var all []move
		for i := range n {
			all = append(all, move{Kind: exclusions.Restores, Target: "X-1", In: []exclusions.Scope{"costs"}, Rule: rule{Clause: one(fmt.Sprint("M", i))}})
		}
		return all
	}
	asks := func(q ...fact.Question) exclusions.Wording {
		return exclusions.Wording{Rules: base, Questions: q}
	}
	levels := func(n int) []rule {
		r := rule{Clause: one("deepest")}
		for i := range n {
			r = rule{Clause: one(fmt.Sprint("L", i)), Unless: []rule{r}}
		}
		return []rule{r}
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
			w.Endorsements = append(w.Endorsements, exclusions.Endorsement{Clause: one(fmt.Sprint("E", i))})
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
		{"exception without id", exclusions.Wording{Rules: []rule{{Clause: one("X"), Unless: []rule{{}}}}}, "rules[X].unless[0] missing"},
		{"id twice", exclusions.Wording{Rules: append(base, base...)}, `rules[X-1] "X-1" duplicate, rules[X-1].unless[X-1a] "X-1a" duplicate`},
		{"scope of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X"), Unless: []rule{{Clause: one("Y"), Scope: "costs"}}}}}, "rules[X].unless[Y] misplaced"},
		{"extent of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X"), Unless: []rule{{Clause: one("Y"), Extent: exclusions.Excess}}}}}, "rules[X].unless[Y] misplaced"},
		{"unknown extent", exclusions.Wording{Rules: []rule{{Clause: one("X"), Extent: 2}}}, `rules[X].extent "%!Extent(2)" unknown`},

		{"restores", with(move{Kind: exclusions.Restores, Target: "X-1"}), ""},
		{"restricts", with(move{Kind: exclusions.Restricts, Target: "X-1a"}), ""},
		{"target unknown", with(move{Kind: exclusions.Restores, Target: "X-9"}), `endorsements[E-1].moves[0].target "X-9" unknown`},
		{"no target", with(move{Kind: exclusions.Restricts}), "endorsements[E-1].moves[0].target unknown"},
		{"the endorsement as the target", with(move{Kind: exclusions.Restores, Target: "E-1"}), `endorsements[E-1].moves[0].target "E-1" unknown`},
		{"restores an exception", with(move{Kind: exclusions.Restores, Target: "X-1a"}), `endorsements[E-1].moves[0].target "X-1a" misplaced`},
		{"restricts a rule", with(move{Kind: exclusions.Restricts, Target: "X-1"}), `endorsements[E-1].moves[0].target "X-1" misplaced`},
		{"excludes with a target", with(move{Target: "X-1"}), `endorsements[E-1].moves[0].target "X-1" misplaced`},
		{"unknown kind", with(move{Kind: 6}), `endorsements[E-1].moves[0].kind "%!Kind(6)" unknown`},
		{"two moves with the id of the endorsement", with(move{}, move{}), `endorsements[E-1].moves[1].rule "E-1" duplicate`},
		{"move with the id of a rule", with(move{Rule: rule{Clause: one("X-1a")}}), `endorsements[E-1].moves[0].rule "X-1a" duplicate`},
		{"two moves with their own ids", with(move{}, move{Rule: rule{Clause: one("E-1a")}}), ""},
		{"endorsement without id", exclusions.Wording{Endorsements: make([]exclusions.Endorsement, 1)}, "endorsements[0] missing"},
		{"endorsement with the id of a rule", exclusions.Wording{Rules: base, Endorsements: []exclusions.Endorsement{{Clause: one("X-1")}}}, "endorsements[X-1] duplicate"},
		{"endorsement twice", exclusions.Wording{Endorsements: []exclusions.Endorsement{{Clause: one("E")}, {Clause: one("E")}}}, "endorsements[E] duplicate"},
		{"move with the id of another endorsement", exclusions.Wording{Endorsements: []exclusions.Endorsement{
			{Clause: one("E")}, {Clause: one("F"), Moves: []move{{Rule: rule{Clause: one("E")}}}},
		}}, `endorsements[F].moves[0].rule "E" duplicate`},
		{"moves a later endorsement", exclusions.Wording{Rules: base, Endorsements: []exclusions.Endorsement{
			{Clause: one("E"), Moves: []move{{Kind: exclusions.Restricts, Target: "F"}}},
			{Clause: one("F"), Moves: []move{{Kind: exclusions.Restores, Target: "X-1"}}},
		}}, `endorsements[E].moves[0].target "F" unknown`},
		{"restores in a part", with(move{Kind: exclusions.Restores, Target: "X-1", In: []exclusions.Scope{"costs/a", ""}}), ""},
		{"restores in a part of the target", inCosts(move{Kind: exclusions.Restores, Target: "X-1", In: []exclusions.Scope{"costs", "costs/a"}}), ""},
		{"restores outside the target", inCosts(move{Kind: exclusions.Restores, Target: "X-1", In: []exclusions.Scope{"costs/a", "liability"}}), `endorsements[E-1].moves[0].in "liability" misplaced`},
		{"restores in more than the target", inCosts(move{Kind: exclusions.Restores, Target: "X-1", In: []exclusions.Scope{""}}), `endorsements[E-1].moves[0].in misplaced`},
		{"restores in a part whose name only begins alike", inCosts(move{Kind: exclusions.Restores, Target: "X-1", In: []exclusions.Scope{"costs2"}}), `endorsements[E-1].moves[0].in "costs2" misplaced`},
		{"restricts in a part of the rule", inCosts(move{Kind: exclusions.Restricts, Target: "X-1a", In: []exclusions.Scope{"costs/a"}}), ""},
		{"restricts outside the rule", inCosts(move{Kind: exclusions.Restricts, Target: "X-1a", In: []exclusions.Scope{"cost"}}), `endorsements[E-1].moves[0].in "cost" misplaced`},
		{"excludes in a part", with(move{In: []exclusions.Scope{"costs"}}), `endorsements[E-1].moves[0].in "costs" misplaced`},
		{"adds cover in a part", with(move{Kind: exclusions.AddsCover, In: []exclusions.Scope{"costs"}}), `endorsements[E-1].moves[0].in "costs" misplaced`},
		{"adds an insured in a part", with(move{Kind: exclusions.AddsPerson, In: []exclusions.Scope{""}}), "endorsements[E-1].moves[0].in misplaced"},
		{"waives in a part", with(move{Kind: exclusions.Waives, In: []exclusions.Scope{"costs"}}), `endorsements[E-1].moves[0].in "costs" misplaced`},
		{"64 moves in parts", with(inParts(64)...), ""},
		{"65 moves in parts", with(inParts(65)...), "endorsements[E-1].moves[64].in size"},
		{"bad fact in a move", with(move{Rule: rule{When: is("B")}}), `endorsements[E-1].moves[0].rule.when "B" syntax`},

		{"questions", asks(fact.Question{Fact: "a", JA: "問", EN: "Q"}, fact.Question{Fact: "b", JA: "問", EN: "Q"}, fact.Question{Fact: "c", JA: "問", EN: "Q", Default: fact.No}), ""},
		{"fact without a question", asks(fact.Question{Fact: "a", JA: "問", EN: "Q"}), `rules[X-1].unless[X-1a].when "b" unknown`},
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
		{"bad fact of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X"), Unless: []rule{{Clause: one("Y"), When: is("B")}}}}}, `rules[X].unless[Y].when "B" syntax`},
		{"no fact", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: is("")}}}, "rules[X].when syntax"},
		{"32 levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(32)}}}, ""},
		{"33 levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(33)}}}, "rules[X].when size"},
		{"a million levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(1_000_000)}}}, "rules[X].when size"},
		{"1,024 parts", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: wide(1023)}}}, ""},
		{"1,025 parts", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: wide(1024)}}}, "rules[X].when size"},
		{"1,024 conditions that are always met", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: exclusions.All(make([]exclusions.Cond, 1024)...)}}}, "rules[X].when size"},
		{"doubled 40 times", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: double}}}, "rules[X].when size"},
		{"16 levels of exceptions", exclusions.Wording{Rules: levels(16)}, ""},
		{"17 levels of exceptions", exclusions.Wording{Rules: levels(17)}, nested(17) + ".unless[deepest] size"},
		{"100,000 levels of exceptions", exclusions.Wording{Rules: levels(100_000)}, nested(100_000) + ".unless[L99982] size"},
		{"256 rules on 256 facts", exclusions.Wording{Rules: many(256)}, ""},
		{"257 rules", exclusions.Wording{Rules: append(many(256), rule{Clause: one("X")})}, " size"},
		{"257 facts", exclusions.Wording{Rules: append(many(200), rule{Clause: one("X"), When: exclusions.Any(whens(many(257))...)})}, `rules[X].when "f256" size`},
		{"4,096 parts", exclusions.Wording{Rules: full}, ""},
		{"4,097 parts", exclusions.Wording{Rules: append(full, rule{Clause: one("X"), When: is("a")})}, " size"},
		{"10,000 rules", exclusions.Wording{Rules: many(10_000)}, `rules[R4096] size, rules[R256].when "f256" size,  size`},
		{"64 endorsements", endorsements(64), ""},
		{"65 endorsements", endorsements(65), "endorsements[64] size"},

		{"many faults", exclusions.Wording{
			Rules: []rule{{}, {Clause: one("X"), Extent: 2, When: is("war"), Unless: []rule{{Clause: one("X"), Scope: "costs", When: is("b")}}}},
			Endorsements: []exclusions.Endorsement{{Clause: one("E"), Moves: []move{
				{Kind: exclusions.Restores, Target: "Y"},
				{Target: "X", In: []exclusions.Scope{"costs"}, Rule: rule{Clause: one("E1"), Unless: []rule{{Clause: one("E1")}}}}}}},
			Questions: []fact.Question{{Fact: "war", JA: "問", Default: fact.No}, {Fact: "war", JA: "問", EN: "Q"}},
		}, `rules[0] missing, rules[X].extent "%!Extent(2)" unknown, rules[X].unless[X] "X" duplicate, rules[X].unless[X] misplaced, ` +
			`endorsements[E].moves[0].target "Y" unknown, endorsements[E].moves[1].target "X" misplaced, endorsements[E].moves[1].in "costs" misplaced, ` +
			`endorsements[E].moves[1].rule.unless[E1] "E1" duplicate, questions[war] missing, questions[war] duplicate, rules[X].unless[X].when "b" unknown`},
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

// nested returns the path of the rule on level 16 of n levels.
func nested(n int) string {
	path := fmt.Sprintf("rules[L%d]", n-1)
	for i := range 16 {
		path += fmt.Sprintf(".unless[L%d]", n-2-i)
	}
	return path
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
