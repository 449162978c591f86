// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

func TestFindingText(t *testing.T) {
	rules, err := jisa(t).With(exclusions.Copyright, exclusions.PostDelivery)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		facts  exclusions.Facts
		rule   clause.ID
		ja, en string
	}{
		{exclusions.Know("war"), "EXC-02", "免責事由に該当（EXC-02）", "excluded by EXC-02"},
		{exclusions.Facts{}.No("crime"), "EXC-06", "免責事由に該当しない（EXC-06）", "EXC-06 does not apply"},
		{exclusions.Know("crime"), "EXC-06", "確認中（EXC-06、EXC-06a）", "open: EXC-06, EXC-06a"},
		{exclusions.Know("crime", "crime-of-negligence"), "EXC-06",
			"免責事由に該当（EXC-06）、免責事由の例外に該当（EXC-06a）", "excluded by EXC-06, exception EXC-06a applies"},
		{exclusions.Know("copyright").No("other-ip", "personality-right", "design-right", "trademark", "domain-name", "leak-in-attack"), "EXC-10",
			"免責事由に該当（EXC-10）、免責事由の例外に該当（EXC-10a）、特約による補償の縮小（END-06）",
			"excluded by EXC-10, exception EXC-10a applies, cover restricted by END-06"},
		{exclusions.Know("software-development", "in-japan", "claim-within-month").No("claim-before-delivery", "known-before-delivery"), "EXC-17",
			"免責事由に該当（EXC-17）、特約による免責の不適用（END-02）", "excluded by EXC-17, cover restored by END-02"},
		{exclusions.Know("crime-of-negligence"), "EXC-06",
			"EXC-06aにより、事実のいかんにかかわらず免責事由に該当しない（EXC-06）", "EXC-06 does not apply whatever the facts, because of EXC-06a"},
	} {
		found, err := rules.Find(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		f, ok := found.Of(c.rule)
		if !ok || f.Text(language.Japanese) != c.ja || f.String() != c.en {
			t.Errorf("%v: %s, %s", c.facts, f.Text(language.Japanese), f)
		}
	}
}

// An endorsement is a remedy only if some completion of the facts frees the
// rule: one whose condition cannot be met is none, though a fact in it is
// unknown.
func TestRemedies(t *testing.T) {
	x := exclusions.Is("x")
	offer := func(id string, when exclusions.Cond) exclusions.Endorsement {
		return exclusions.Endorsement{Clause: one(id), Moves: []exclusions.Move{
			{Kind: exclusions.GivesBack, Target: "A", Rule: exclusions.Rule{When: when}}}}
	}
	rules, err := exclusions.Wording{
		Rules: []exclusions.Rule{{Clause: one("A"), When: exclusions.Is("a")}},
		Endorsements: []exclusions.Endorsement{
			offer("E-met", exclusions.Is("a")),
			offer("E-open", x),
			offer("E-never", exclusions.All(x, exclusions.Not(x))),
			offer("E-always", exclusions.Any(x, exclusions.Not(x))),
			offer("E-not-met", exclusions.Not(exclusions.Is("a"))),
		},
	}.Schedule()
	if err != nil {
		t.Fatal(err)
	}
	found, err := rules.Find(exclusions.Know("a"))
	if err != nil {
		t.Fatal(err)
	}
	f, _ := found.Of("A")
	if want := []clause.ID{"E-met", "E-open", "E-always"}; !slices.Equal(f.Remedies, want) {
		t.Errorf("%v, want %v", f.Remedies, want)
	}
}

// Findings come in the order of the wording and a loop may end at any of them.
func TestLoopsMayEnd(t *testing.T) {
	rules, err := jisa(t).With(exclusions.RecourseWaiver, exclusions.Malfunction, exclusions.Copyright)
	if err != nil {
		t.Fatal(err)
	}
	found, err := rules.Find(exclusions.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []clause.ID
	for f := range found.All() {
		ids = append(ids, f.Rule.ID)
		if f.Rule.ID == "EXC-03" {
			break
		}
	}
	if !slices.Equal(ids, []clause.ID{"EXC-01", "EXC-02", "EXC-03"}) {
		t.Error(ids)
	}
	for range found.Effects() {
		break
	}
	for range rules.Nodes() {
		break
	}
	for range rules.Attached() {
		break
	}
}

// The known figures of a schedule: no allocation once facts are bound.
func TestFindDoesNotAllocate(t *testing.T) {
	rules := jisa(t)
	facts := rules.Usual()
	bound, err := rules.Bind(facts)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { bound.Find() }); n != 0 {
		t.Errorf("Find allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = rules.Find(facts) }); n > 1 {
		t.Errorf("Schedule.Find allocates %v times", n)
	}
}

// One schedule may be asked by many at once.
func TestConcurrentUse(t *testing.T) {
	rules := jisa(t)
	done := make(chan exclusions.Settlement)
	for range 8 {
		go func() {
			bound, _ := rules.Bind(rules.Usual())
			s := bound.Settle("")
			for range bound.Find().All() {
			}
			done <- s
		}()
	}
	for range 8 {
		if s := <-done; s.Truth != exclusions.Unknown || !s.Exact {
			t.Errorf("%+v", s)
		}
	}
}
