// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

func TestScheduleRefuses(t *testing.T) {
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
		w.Rules[0].Scope = exclusions.Costs
		return w
	}
	inParts := func(n int) []move {
		var all []move
		for i := range n {
			all = append(all, move{Kind: exclusions.GivesBack, Target: "X-1", In: []exclusions.Scope{"costs"}, Rule: rule{Clause: one(fmt.Sprint("M", i))}})
		}
		return all
	}
	asks := func(q ...exclusions.Question) exclusions.Wording {
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
			all = append(all, rule{Clause: one(fmt.Sprint("R", i)), When: is(exclusions.Fact(fmt.Sprint("f", i)))})
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
	wide := func(n int) exclusions.Cond {
		parts := []exclusions.Cond{}
		for range n - 1 {
			parts = append(parts, is("a"))
		}
		return exclusions.All(parts...)
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
	connectives := func(rules, each int) []rule {
		var parts []exclusions.Cond
		for range each {
			parts = append(parts, exclusions.Not(exclusions.All(is("a"), is("b"))))
		}
		all := many(rules)
		for i := range all {
			all[i].When = exclusions.All(parts...)
		}
		return all
	}
	for _, c := range []struct {
		name           string
		wording        exclusions.Wording
		want           error // nil: accepted
		clause, target clause.ID
		input          string
	}{
		{"nothing", exclusions.Wording{}, nil, "", "", ""},
		{"a rule", exclusions.Wording{Rules: base}, nil, "", "", ""},
		{"no id", exclusions.Wording{Rules: []rule{{}}}, exclusions.ErrClause, "", "", ""},
		{"exception without id", exclusions.Wording{Rules: []rule{{Clause: one("X"), Unless: []rule{{}}}}}, exclusions.ErrClause, "X", "", ""},
		{"id twice", exclusions.Wording{Rules: append(base, base...)}, exclusions.ErrDuplicate, "X-1", "", ""},
		{"scope of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X"), Unless: []rule{{Clause: one("Y"), Scope: "costs"}}}}}, exclusions.ErrScope, "Y", "", ""},
		{"extent of an exception", exclusions.Wording{Rules: []rule{{Clause: one("X"), Unless: []rule{{Clause: one("Y"), Extent: exclusions.Excess}}}}}, exclusions.ErrScope, "Y", "", ""},
		{"unknown extent", exclusions.Wording{Rules: []rule{{Clause: one("X"), Extent: 2}}}, exclusions.ErrScope, "X", "", ""},

		{"gives back", with(move{Kind: exclusions.GivesBack, Target: "X-1"}), nil, "", "", ""},
		{"takes back", with(move{Kind: exclusions.TakesBack, Target: "X-1a"}), nil, "", "", ""},
		{"target unknown", with(move{Kind: exclusions.GivesBack, Target: "X-9"}), exclusions.ErrTarget, "E-1", "X-9", ""},
		{"no target", with(move{Kind: exclusions.TakesBack}), exclusions.ErrTarget, "E-1", "", ""},
		{"gives back an exception", with(move{Kind: exclusions.GivesBack, Target: "X-1a"}), exclusions.ErrLevel, "E-1", "X-1a", ""},
		{"takes back a rule", with(move{Kind: exclusions.TakesBack, Target: "X-1"}), exclusions.ErrLevel, "E-1", "X-1", ""},
		{"excludes with a target", with(move{Target: "X-1"}), exclusions.ErrLevel, "E-1", "X-1", ""},
		{"unknown kind", with(move{Kind: 6}), exclusions.ErrMove, "E-1", "", ""},
		{"two moves with the id of the endorsement", with(move{}, move{}), exclusions.ErrDuplicate, "E-1", "E-1", ""},
		{"move with the id of a rule", with(move{Rule: rule{Clause: one("X-1a")}}), exclusions.ErrDuplicate, "E-1", "X-1a", ""},
		{"two moves with their own ids", with(move{}, move{Rule: rule{Clause: one("E-1a")}}), nil, "", "", ""},
		{"endorsement without id", exclusions.Wording{Endorsements: make([]exclusions.Endorsement, 1)}, exclusions.ErrClause, "", "", ""},
		{"endorsement with the id of a rule", exclusions.Wording{Rules: base, Endorsements: []exclusions.Endorsement{{Clause: one("X-1")}}}, exclusions.ErrDuplicate, "X-1", "", ""},
		{"endorsement twice", exclusions.Wording{Endorsements: []exclusions.Endorsement{{Clause: one("E")}, {Clause: one("E")}}}, exclusions.ErrDuplicate, "E", "", ""},
		{"move with the id of another endorsement", exclusions.Wording{Endorsements: []exclusions.Endorsement{
			{Clause: one("E")}, {Clause: one("F"), Moves: []move{{Rule: rule{Clause: one("E")}}}},
		}}, exclusions.ErrDuplicate, "F", "E", ""},
		{"moves a later endorsement", exclusions.Wording{Rules: base, Endorsements: []exclusions.Endorsement{
			{Clause: one("E"), Moves: []move{{Kind: exclusions.TakesBack, Target: "F"}}},
			{Clause: one("F"), Moves: []move{{Kind: exclusions.GivesBack, Target: "X-1"}}},
		}}, exclusions.ErrTarget, "E", "F", ""},
		{"gives back in a part", with(move{Kind: exclusions.GivesBack, Target: "X-1", In: []exclusions.Scope{"costs/a", ""}}), nil, "", "", ""},
		{"gives back in a part of the target", inCosts(move{Kind: exclusions.GivesBack, Target: "X-1", In: []exclusions.Scope{"costs", "costs/a"}}), nil, "", "", ""},
		{"gives back outside the target", inCosts(move{Kind: exclusions.GivesBack, Target: "X-1", In: []exclusions.Scope{"costs/a", "liability"}}), exclusions.ErrScope, "E-1", "X-1", ""},
		{"gives back in more than the target", inCosts(move{Kind: exclusions.GivesBack, Target: "X-1", In: []exclusions.Scope{""}}), exclusions.ErrScope, "E-1", "X-1", ""},
		{"gives back in a part whose name only begins alike", inCosts(move{Kind: exclusions.GivesBack, Target: "X-1", In: []exclusions.Scope{"costs2"}}), exclusions.ErrScope, "E-1", "X-1", ""},
		{"takes back in a part of the rule", inCosts(move{Kind: exclusions.TakesBack, Target: "X-1a", In: []exclusions.Scope{"costs/a"}}), nil, "", "", ""},
		{"takes back outside the rule", inCosts(move{Kind: exclusions.TakesBack, Target: "X-1a", In: []exclusions.Scope{"cost"}}), exclusions.ErrScope, "E-1", "X-1a", ""},
		{"excludes in a part", with(move{In: []exclusions.Scope{"costs"}}), exclusions.ErrScope, "E-1", "", ""},
		{"adds cover in a part", with(move{Kind: exclusions.AddsCover, In: []exclusions.Scope{"costs"}}), exclusions.ErrScope, "E-1", "", ""},
		{"adds an insured in a part", with(move{Kind: exclusions.AddsPerson, In: []exclusions.Scope{""}}), exclusions.ErrScope, "E-1", "", ""},
		{"waives in a part", with(move{Kind: exclusions.Waives, In: []exclusions.Scope{"costs"}}), exclusions.ErrScope, "E-1", "", ""},
		{"64 moves in parts", with(inParts(64)...), nil, "", "", ""},
		{"65 moves in parts", with(inParts(65)...), exclusions.ErrSize, "E-1", "X-1", ""},
		{"bad fact in a move", with(move{Rule: rule{When: is("B")}}), exclusions.ErrFact, "E-1", "E-1", "B"},

		{"questions", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q"}, exclusions.Question{Fact: "b", JA: "問", EN: "Q"}, exclusions.Question{Fact: "c", JA: "問", EN: "Q", Usual: exclusions.No}), nil, "", "", ""},
		{"fact without a question", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q"}), exclusions.ErrFact, "", "", "b"},
		{"question twice", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q"}, exclusions.Question{Fact: "a", JA: "問", EN: "Q"}), exclusions.ErrDuplicate, "", "", "a"},
		{"question in one language", asks(exclusions.Question{Fact: "a", JA: "問"}), exclusions.ErrQuestion, "", "", "a"},
		{"question in the other", asks(exclusions.Question{Fact: "a", EN: "Q"}), exclusions.ErrQuestion, "", "", "a"},
		{"question about no fact", asks(exclusions.Question{JA: "問", EN: "Q"}), exclusions.ErrFact, "", "", ""},
		{"usual answer to what is judged", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q", Nature: exclusions.Judged, Usual: exclusions.No}), exclusions.ErrJudged, "", "", "a"},
		{"256 questions", asks(questions(256)...), nil, "", "", ""},
		{"257 questions", asks(questions(257)...), exclusions.ErrSize, "", "", "q254"},
		{"after its parent", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q"}, exclusions.Question{Fact: "b", JA: "問", EN: "Q", After: "a"}), nil, "", "", ""},
		{"before its parent", asks(exclusions.Question{Fact: "b", JA: "問", EN: "Q", After: "a"}, exclusions.Question{Fact: "a", JA: "問", EN: "Q"}), exclusions.ErrQuestion, "", "", "b"},
		{"after itself", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q", After: "a"}), exclusions.ErrQuestion, "", "", "a"},
		{"after a fact without a question", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q", After: "c"}), exclusions.ErrQuestion, "", "", "a"},
		{"unknown truth", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q", Usual: 3}), exclusions.ErrQuestion, "", "", "a"},
		{"unknown nature", asks(exclusions.Question{Fact: "a", JA: "問", EN: "Q", Nature: 2}), exclusions.ErrQuestion, "", "", "a"},

		{"bad fact", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: exclusions.All(exclusions.Not(is("No such")))}}}, exclusions.ErrFact, "X", "", "No such"},
		{"no fact", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: is("")}}}, exclusions.ErrFact, "X", "", ""},
		{"32 levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(32)}}}, nil, "", "", ""},
		{"33 levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(33)}}}, exclusions.ErrDepth, "X", "", ""},
		{"a million levels", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: deep(1_000_000)}}}, exclusions.ErrDepth, "X", "", ""},
		{"1,024 parts", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: wide(1024)}}}, nil, "", "", ""},
		{"1,025 parts", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: wide(1025)}}}, exclusions.ErrSize, "X", "", ""},
		{"doubled 40 times", exclusions.Wording{Rules: []rule{{Clause: one("X"), When: double}}}, exclusions.ErrSize, "X", "", ""},
		{"16 levels of exceptions", exclusions.Wording{Rules: levels(16)}, nil, "", "", ""},
		{"17 levels of exceptions", exclusions.Wording{Rules: levels(17)}, exclusions.ErrDepth, "deepest", "", ""},
		{"100,000 levels of exceptions", exclusions.Wording{Rules: levels(100_000)}, exclusions.ErrDepth, "L99982", "", ""},
		{"256 rules on 256 facts", exclusions.Wording{Rules: many(256)}, nil, "", "", ""},
		{"257 rules", exclusions.Wording{Rules: many(257)}, exclusions.ErrSize, "R256", "", ""},
		{"257 facts", exclusions.Wording{Rules: append(many(200), rule{Clause: one("X"), When: exclusions.Any(whens(many(257))...)})}, exclusions.ErrSize, "X", "", ""},
		{"4,096 parts and more", exclusions.Wording{Rules: connectives(200, 20)}, exclusions.ErrSize, "R97", "", ""},
		{"10,000 rules", exclusions.Wording{Rules: many(10_000)}, exclusions.ErrSize, "R4096", "", ""},
		{"64 endorsements", endorsements(64), nil, "", "", ""},
		{"65 endorsements", endorsements(65), exclusions.ErrSize, "E64", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := c.wording.Schedule()
			if c.want == nil {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			var e *exclusions.Error
			if !errors.Is(err, c.want) || !errors.As(err, &e) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
			if e.Func != "Wording.Schedule" || e.Clause != c.clause || e.Target != c.target || e.Input != c.input {
				t.Errorf("%+v, want clause %q, target %q, input %q", e, c.clause, c.target, c.input)
			}
			if s != (exclusions.Schedule{}) {
				t.Error("a schedule beside the error")
			}
		})
	}
}

// questions returns n questions: about a, about b, about q0 and so on.
func questions(n int) []exclusions.Question {
	all := []exclusions.Question{{Fact: "a", JA: "問", EN: "Q"}, {Fact: "b", JA: "問", EN: "Q"}}
	for i := range n - len(all) {
		all = append(all, exclusions.Question{Fact: exclusions.Fact(fmt.Sprint("q", i)), JA: "問", EN: "Q"})
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

func TestErrorTexts(t *testing.T) {
	_, target := exclusions.Wording{Endorsements: []exclusions.Endorsement{{
		Clause: one("END-02"), Moves: []exclusions.Move{{Kind: exclusions.GivesBack, Target: "EXC-99"}},
	}}}.Schedule()
	_, with := exclusions.Schedule{}.With("END-99")
	_, bind := exclusions.Schedule{}.Bind(exclusions.Know("war"))
	_, syntax := exclusions.ParseFacts("war")
	_, empty := exclusions.ParseTruth("")
	_, long := exclusions.ParseTruth(strings.Repeat("x", 1000))
	_, reading := exclusions.JISA2024(exclusions.Readings{Property: 3})
	for _, c := range []struct {
		err  error
		want string
	}{
		{target, `exclusions.Wording.Schedule: "END-02": target "EXC-99": unknown clause`},
		{with, `exclusions.Schedule.With: "END-99": unknown endorsement`},
		{bind, `exclusions.Schedule.Bind: "war": unknown fact`},
		{syntax, `exclusions.ParseFacts: "war": invalid syntax`},
		{empty, `exclusions.ParseTruth: "": invalid syntax`},
		{long, `exclusions.ParseTruth: "` + strings.Repeat("x", 64) + `"...: invalid syntax`},
		{&exclusions.Error{}, `exclusions.: "": <nil>`},
		{reading, `exclusions.JISA2024: "A20 %!reading(3)": unknown reading`},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("%v, want %s", c.err, c.want)
		}
	}
}

func TestBindRefusesWhatIsMisspelt(t *testing.T) {
	s, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []exclusions.Fact{"wra", "war-", "", "a", "zzz", "War", "戦争"} {
		var e *exclusions.Error
		if _, err := s.Bind(exclusions.Know(f).Else(s.Usual())); !errors.Is(err, exclusions.ErrFact) || !errors.As(err, &e) || e.Input != string(f) {
			t.Errorf("Bind(%q): %v", f, err)
		}
		if found, err := s.Find(exclusions.Know(f)); !errors.Is(err, exclusions.ErrFact) || len(slices.Collect(found.All())) != 0 {
			t.Errorf("Find(%q): %v", f, err)
		}
	}
}

func TestWith(t *testing.T) {
	s, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := s.With(exclusions.Copyright, exclusions.PostDelivery)
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.With(exclusions.PostDelivery)
	if err != nil {
		t.Fatal(err)
	}
	if b, err = b.With(exclusions.Copyright, exclusions.PostDelivery); err != nil {
		t.Fatal(err)
	}
	if a != b || a == s {
		t.Error("the order of attaching matters, or attaching does nothing")
	}
	if got := slices.Collect(a.Attached()); !slices.Equal(got, []clause.ID{"END-02", "END-06"}) {
		t.Errorf("attached: %v", got)
	}
	if got := slices.Collect(s.Attached()); got != nil {
		t.Errorf("attached to the schedule before: %v", got)
	}
	bound, err := s.Bind(exclusions.Know("war"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := bound.With(exclusions.Copyright, exclusions.PostDelivery); err != nil || got.Schedule() != a {
		t.Errorf("attached to what is bound: %v", err)
	}
	if got, err := bound.With(exclusions.Copyright, "END-99"); !errors.Is(err, exclusions.ErrEndorsement) || got != (exclusions.Bound{}) {
		t.Errorf("a Bound beside the error: %v", err)
	}
}

// The zero values answer, and nothing that is returned can alter a schedule.
func TestZeroAndImmutable(t *testing.T) {
	var s exclusions.Schedule
	if s.Wording().Rules != nil || s.Usual().String() != "" || len(slices.Collect(s.Nodes())) != 0 {
		t.Error("the zero Schedule is not empty")
	}
	if _, ok := s.Text("X", language.English); ok {
		t.Error("the zero Schedule has a rule")
	}
	var b exclusions.Bound
	if got := b.Settle(""); got.Truth != exclusions.No || !got.Exact {
		t.Errorf("zero Bound: %+v", got)
	}
	if _, ok := b.SettleRule("X"); ok {
		t.Error("the zero Bound has a rule")
	}
	for range b.Find().All() {
		t.Error("the zero Bound has a finding")
	}
	if b.In("costs") != b || b.Schedule() != s || b.Lifted("X") != nil {
		t.Error("the zero Bound is not empty")
	}
	if _, ok := b.Met("X"); ok {
		t.Error("the zero Bound has a condition")
	}
	if got, err := b.With("X"); !errors.Is(err, exclusions.ErrEndorsement) || got != b {
		t.Errorf("the zero Bound has an endorsement: %v", err)
	}
	var f exclusions.Findings
	if _, ok := f.Of("X"); ok || len(slices.Collect(f.Effects())) != 0 {
		t.Error("the zero Findings has a finding")
	}
	if got := (exclusions.Finding{}).String(); got != "" {
		t.Errorf("zero Finding: %q", got)
	}

	in := exclusions.Wording{
		Rules: []exclusions.Rule{{Clause: one("X"), When: exclusions.Is("a"), Unless: []exclusions.Rule{{Clause: one("Y"), When: exclusions.Is("b")}}}},
		Endorsements: []exclusions.Endorsement{{Clause: one("E"), Moves: []exclusions.Move{
			{Kind: exclusions.GivesBack, Target: "X", In: []exclusions.Scope{"costs"}, Rule: exclusions.Rule{When: exclusions.Is("c"), Unless: []exclusions.Rule{{Clause: one("Z")}}}}}}},
		Questions: []exclusions.Question{{Fact: "a", JA: "問", EN: "Q"}, {Fact: "b", JA: "問", EN: "Q"}, {Fact: "c", JA: "問", EN: "Q"}},
	}
	s, err := in.Schedule()
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprint(s.Wording(), slices.Collect(s.Nodes()))
	for n := range s.Nodes() {
		if len(n.In) > 0 {
			n.In[0] = "changed"
		}
	}
	for _, w := range []exclusions.Wording{in, s.Wording()} {
		w.Rules[0].Unless[0].Clause.ID = "changed"
		w.Rules[0].Clause.ID = "changed"
		w.Endorsements[0].Moves[0].Rule.Unless[0].Clause.ID = "changed"
		w.Endorsements[0].Moves[0].Target = "changed"
		w.Endorsements[0].Moves[0].In[0] = "changed"
		w.Endorsements[0].Clause.ID = "changed"
		w.Questions[0].Fact = "changed"
	}
	if got := fmt.Sprint(s.Wording(), slices.Collect(s.Nodes())); got != want {
		t.Errorf("changed from outside:\n%s\n%s", got, want)
	}
}

func TestScopeMeets(t *testing.T) {
	for _, c := range []struct {
		s, t exclusions.Scope
		want bool
	}{
		{"", "", true},
		{"", "costs/x", true},
		{exclusions.Costs, exclusions.Costs, true},
		{exclusions.Costs, exclusions.Costs.Head("x"), true},
		{exclusions.Costs, exclusions.Liability, false},
		{exclusions.Costs.Head("x"), exclusions.Costs.Head("y"), false},
		{"cost", "costs", false},
		{"costs/x", "costs/xy", false},
		{"costs", exclusions.Scope("").Head("costs"), true},
	} {
		if c.s.Meets(c.t) != c.want || c.t.Meets(c.s) != c.want {
			t.Errorf("%q meets %q: %v", c.s, c.t, !c.want)
		}
	}
}
