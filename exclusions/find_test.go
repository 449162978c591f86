// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// What a finding says, in both languages.
func TestFindingText(t *testing.T) {
	rules := machines(t, "N-1", "N-2")
	for _, c := range []struct {
		facts  fact.Set
		rule   clause.ID
		ja, en string
	}{
		{fact.Set{}.Yes("war"), "M-2", "免責事由に該当（M-2）", "excluded by M-2"},
		{fact.Set{}.No("wear"), "M-4", "免責事由に該当しない（M-4）", "M-4 does not apply"},
		{fact.Set{}.Yes("wear").No("sudden"), "M-4", "確認中（M-4、M-4a、M-4b）", "open: M-4, M-4a, M-4b"},
		{fact.Set{}.Yes("wear", "fire", "inspected").No("sudden"), "M-4",
			"免責事由に該当（M-4）、免責事由の例外に該当（M-4a）", "excluded by M-4, exception M-4a applies"},
		{fact.Set{}.Yes("wear", "fire", "inspection-due").No("inspected", "sudden"), "M-4",
			"免責事由に該当（M-4）、免責事由の例外に該当（M-4a）、例外の不適用（M-4b）",
			"excluded by M-4, exception M-4a applies, M-4b overrides the exception"},
		{fact.Set{}.Yes("wear", "sudden", "stopped", "old").No("fire"), "M-4",
			"免責事由に該当（M-4）、免責事由の例外に該当（M-4c）、特約による補償の縮小（N-2）",
			"excluded by M-4, exception M-4c applies, cover restricted by N-2"},
		{fact.Set{}.Yes("flood").No("basement"), "M-3",
			"免責事由に該当（M-3）、特約による免責の不適用（N-1）", "excluded by M-3, cover restored by N-1"},
		{fact.Set{}.Yes("fire", "inspected"), "M-4",
			"M-4aにより、事実のいかんにかかわらず免責事由に該当しない（M-4）", "M-4 does not apply whatever the facts, because of M-4a"},
	} {
		bound, err := rules.Bind(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		f, ok := bound.In(property.Head("indoors")).Finding(c.rule)
		if !ok || f.Text(japanese) != c.ja || f.String() != c.en {
			t.Errorf("%v: %s, %s", c.facts, f.Text(japanese), f)
		}
	}
}

// An endorsement is a remedy only if some completion of the facts frees the
// rule: one whose condition cannot be met is none, though a fact in it is
// unknown.
func TestRemedies(t *testing.T) {
	x := exclusions.Is("x")
	rules, err := exclusions.New(exclusions.Wording{
		Rules: []exclusions.Rule{
			{Clause: one("A"), When: exclusions.Is("a")},
			{With: "E-met", Under: "A", When: exclusions.Is("a")},
			{With: "E-open", Under: "A", When: x},
			{With: "E-never", Under: "A", When: exclusions.All(x, exclusions.Not(x))},
			{With: "E-always", Under: "A", When: exclusions.Any(x, exclusions.Not(x))},
			{With: "E-not-met", Under: "A", When: exclusions.Not(exclusions.Is("a"))},
		},
		Endorsements: []clause.Clause{one("E-met"), one("E-open"), one("E-never"), one("E-always"), one("E-not-met")},
	})
	if err != nil {
		t.Fatal(err)
	}
	found, err := rules.Bind(fact.Set{}.Yes("a"))
	if err != nil {
		t.Fatal(err)
	}
	f, _ := found.Finding("A")
	if want := []clause.ID{"E-met", "E-open", "E-always"}; !slices.Equal(f.Remedies, want) {
		t.Errorf("%v, want %v", f.Remedies, want)
	}
}

// Findings come in the order of the wording and a loop may end at any of them.
func TestLoopsMayEnd(t *testing.T) {
	rules := machines(t, "N-5", "N-3", "N-2")
	found, err := rules.Bind(fact.Set{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []clause.ID
	for f := range found.Findings() {
		ids = append(ids, f.Rule.ID)
		if f.Rule.ID == "M-3" {
			break
		}
	}
	if !slices.Equal(ids, []clause.ID{"M-1", "M-2", "M-3"}) {
		t.Error(ids)
	}
	for range rules.Rules() {
		break
	}
	all, err := rules.Bind(rules.Facts().Yes("war", "intent", "in-transit"))
	if err != nil {
		t.Fatal(err)
	}
	for id := range all.Applying() {
		if id != "M-1" {
			t.Error(id)
		}
		break
	}
}

// TestApplyingDoesNotAllocate goes from a form to the IDs of the rules that apply,
// without an allocation.
func TestApplyingDoesNotAllocate(t *testing.T) {
	rules := machines(t, "N-1", "N-2", "N-3")
	form, err := rules.Facts().Vocabulary().Form("war", "wear", "fire", "sudden", "stopped", "in-transit")
	if err != nil {
		t.Fatal(err)
	}
	yes := true
	if n := testing.AllocsPerRun(100, func() {
		so := fact.Stated(yes)
		bound, err := rules.Bind(form.Set(so, so, fact.StatedNo, fact.NotKnown, fact.Disputed, so))
		if err != nil {
			t.Fatal(err)
		}
		for id := range bound.In("property/indoors").Applying() {
			yes = yes && id == "M-2"
		}
	}); n != 0 || !yes {
		t.Errorf("%v allocations; only M-2 applies: %v", n, yes)
	}
}

// One schedule may be asked by many at once.
func TestConcurrentUse(t *testing.T) {
	rules := machines(t)
	done := make(chan exclusions.Settlement)
	for range 8 {
		go func() {
			bound, _ := rules.Bind(rules.Defaults())
			s := bound.Settle(third)
			for range bound.Findings() {
			}
			done <- s
		}()
	}
	for range 8 {
		if s := <-done; s.Truth != fact.Unknown || !s.Exact {
			t.Errorf("%+v", s)
		}
	}
}
