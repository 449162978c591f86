// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

func TestErrorTexts(t *testing.T) {
	_, under := exclusions.New(exclusions.Wording{Rules: []exclusions.Rule{{Clause: one("N-1"), Under: "M-9"}}})
	_, with := exclusions.Schedule{}.With("N-9")
	_, bind := exclusions.Schedule{}.Bind(fact.Set{}.Yes("war"))
	for _, c := range []struct {
		err  error
		want string
	}{
		{under, `exclusions.New: rules[N-1].under: "M-9": unknown name`},
		{with, `exclusions.Schedule.With: "N-9": unknown name`},
		{bind, `fact.Set: war: unknown name`},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("%v, want %s", c.err, c.want)
		}
	}
}

func TestBindRefusesWhatIsMisspelt(t *testing.T) {
	s := machines(t)
	for f, want := range map[fact.Name]error{
		"wra": fault.ErrUnknown, "a": fault.ErrUnknown, "zzz": fault.ErrUnknown,
		"war-": fault.ErrSyntax, "": fault.ErrSyntax, "War": fault.ErrSyntax, "戦争": fault.ErrSyntax,
	} {
		for _, facts := range []fact.Set{fact.Set{}.Yes(f), fact.Set{}.No(f).Else(s.Defaults()), fact.Set{}.With(fact.NotKnown, f)} {
			var e *fault.Error
			if b, err := s.Bind(facts); !errors.Is(err, want) || !errors.As(err, &e) || e.Path != string(f) || b != (exclusions.Bound{}) {
				t.Errorf("Bind(%q): %v", f, err)
			}
		}
		if b, err := s.Bind(s.Facts().Yes("war", f)); !errors.Is(err, fault.ErrUnknown) || b != (exclusions.Bound{}) {
			t.Errorf("Bind(%q): %v", f, err)
		}
	}
}

func TestWith(t *testing.T) {
	s := machines(t)
	a, err := s.With("N-4", "N-1")
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.With("N-1")
	if err != nil {
		t.Fatal(err)
	}
	if b, err = b.With("N-4", "N-1"); err != nil {
		t.Fatal(err)
	}
	if a != b || a == s {
		t.Error("the order of attaching matters, or attaching does nothing")
	}
	if got := a.Attached(); !slices.Equal(got, []clause.ID{"N-1", "N-4"}) {
		t.Errorf("attached: %v", got)
	}
	if got := s.Attached(); got != nil {
		t.Errorf("attached to the schedule before: %v", got)
	}
	bound, err := s.Bind(fact.Set{}.Yes("war"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := bound.With("N-4", "N-1"); err != nil || got.Schedule() != a {
		t.Errorf("attached to what is bound: %v", err)
	}
	if got, err := bound.With("N-4", "N-9"); !errors.Is(err, fault.ErrUnknown) || got != (exclusions.Bound{}) {
		t.Errorf("a Bound beside the error: %v", err)
	}
}

// The zero values answer, and nothing that is returned can alter a schedule.
func TestZeroAndImmutable(t *testing.T) {
	var s exclusions.Schedule
	if s.Wording().Rules != nil || s.Facts() != (fact.Set{}) || s.Attached() != nil || s.Defaults().String() != "" || len(slices.Collect(s.Rules())) != 0 {
		t.Error("the zero Schedule is not empty")
	}
	if _, ok := s.Text("X", language.English); ok {
		t.Error("the zero Schedule has a rule")
	}
	var b exclusions.Bound
	if got := b.Settle(""); got.Truth != fact.No || !got.Exact {
		t.Errorf("zero Bound: %+v", got)
	}
	if _, ok := b.SettleRule("X"); ok {
		t.Error("the zero Bound has a rule")
	}
	for range b.Findings() {
		t.Error("the zero Bound has a finding")
	}
	if _, ok := b.Finding("X"); ok || len(slices.Collect(b.Applying())) != 0 {
		t.Error("the zero Bound has a rule")
	}
	if b.In("costs") != b || b.Schedule() != s || b.Lifted("X") != nil {
		t.Error("the zero Bound is not empty")
	}
	if _, ok := b.Met("X"); ok {
		t.Error("the zero Bound has a condition")
	}
	if got, err := b.With("X"); !errors.Is(err, fault.ErrUnknown) || got != b {
		t.Errorf("the zero Bound has an endorsement: %v", err)
	}
	if got := (exclusions.Finding{}).String(); got != "" {
		t.Errorf("zero Finding: %q", got)
	}

	in := exclusions.Wording{
		Rules: []exclusions.Rule{
			{Clause: one("X"), When: exclusions.Is("a")},
			{Clause: one("Y"), Under: "X", When: exclusions.Is("b")},
			{With: "E", Under: "X", In: []exclusions.Scope{"costs"}, When: exclusions.Is("c")},
			{Clause: one("Z"), Under: "E"},
		},
		Endorsements: []clause.Clause{one("E")},
		Questions:    []fact.Question{{Fact: "a", JA: "問", EN: "Q"}, {Fact: "b", JA: "問", EN: "Q"}, {Fact: "c", JA: "問", EN: "Q"}},
	}
	s, err := exclusions.New(in)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprint(s.Wording(), slices.Collect(s.Rules()))
	for r := range s.Rules() {
		if len(r.In) > 0 {
			r.In[0] = "changed"
		}
	}
	for _, w := range []exclusions.Wording{in, s.Wording()} {
		w.Rules[0].Clause.ID = "changed"
		w.Rules[2].Under = "changed"
		w.Rules[2].In[0] = "changed"
		w.Endorsements[0].ID = "changed"
		w.Questions[0].Fact = "changed"
	}
	if got := fmt.Sprint(s.Wording(), slices.Collect(s.Rules())); got != want {
		t.Errorf("changed from outside:\n%s\n%s", got, want)
	}
}

// The parts of an exception stay as they were, also in a part that nobody asked for yet.
func TestPartsStay(t *testing.T) {
	parts := []exclusions.Scope{"costs"}
	s, err := exclusions.New(exclusions.Wording{
		Rules:        []exclusions.Rule{{Clause: one("X")}, {With: "E", Under: "X", In: parts}},
		Endorsements: []clause.Clause{one("E")},
	})
	if err != nil {
		t.Fatal(err)
	}
	parts[0] = "changed"
	if s, err = s.With("E"); err != nil {
		t.Fatal(err)
	}
	b, err := s.Bind(fact.Set{})
	if err != nil {
		t.Fatal(err)
	}
	for part, want := range map[exclusions.Scope]fact.Truth{"costs/x": fact.No, "changed/x": fact.Yes} {
		if got := b.Settle(part); got.Truth != want {
			t.Errorf("in %s: %v, want %v", part, got.Truth, want)
		}
	}
}

func TestScopeMeets(t *testing.T) {
	const costs, liability = exclusions.Scope("costs"), exclusions.Scope("liability")
	for _, c := range []struct {
		s, t exclusions.Scope
		want bool
	}{
		{"", "", true},
		{"", "costs/x", true},
		{costs, costs, true},
		{costs, costs.Head("x"), true},
		{costs, liability, false},
		{costs.Head("x"), costs.Head("y"), false},
		{"cost", "costs", false},
		{"costs/x", "costs/xy", false},
		{"costs", exclusions.Scope("").Head("costs"), true},
	} {
		if c.s.Meets(c.t) != c.want || c.t.Meets(c.s) != c.want {
			t.Errorf("%q meets %q: %v", c.s, c.t, !c.want)
		}
	}
}
