// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
)

// wordingOf returns the exclusions of the edition under the readings, as Wording
// has them under the default ones, and with what the readings attach.
func wordingOf(t testing.TB, readings ...coverage.Reading) exclusions.Schedule {
	t.Helper()
	r, err := jisa2024.Rules(readings...)
	if err != nil {
		t.Fatal(err)
	}
	s, err := exclusions.New(withoutCover(r.Wording))
	if err != nil {
		t.Fatal(err)
	}
	if s, err = s.With(r.Attached...); err != nil {
		t.Fatal(err)
	}
	return s
}

// wholeOf returns the wording with the requirements of the cover.
func wholeOf(t testing.TB, readings ...coverage.Reading) exclusions.Schedule {
	t.Helper()
	return readEdition(t, readings...).Schedule()
}

// withoutCover returns the wording without the requirements of the cover, their
// exceptions and their questions.
func withoutCover(w exclusions.Wording) exclusions.Wording {
	covers := map[clause.ID]bool{}
	w.Rules = slices.DeleteFunc(w.Rules, func(r exclusions.Rule) bool {
		switch r.Class {
		case coverage.Insured, coverage.Trigger, coverage.Cover, coverage.AddedCover, coverage.LeftOut:
			covers[r.Clause.ID] = true
			return true
		}
		if r.Under != "" && covers[r.Under] {
			covers[r.Clause.ID] = true
			return true
		}
		return false
	})
	w.Questions = jisa2024.Wording().Questions
	return w
}

// Nothing that a person must judge is usual, and an assumption is marked.
func TestUsual(t *testing.T) {
	s := wordingOf(t)
	usual := s.Defaults()
	for _, q := range s.Wording().Questions {
		a := usual.Of(q.Fact)
		if a.Truth() != q.Default || a != fact.NotAsked && !a.Assumed() {
			t.Errorf("%s: %v", q.Fact, a)
		}
		if q.Judged && a != fact.NotAsked {
			t.Errorf("%s is for a person to judge, and usually %v", q.Fact, a)
		}
	}
	// What speaks of intent or knowledge is for a person to judge.
	for _, q := range s.Wording().Questions {
		if english := strings.ToLower(q.EN); !q.Judged &&
			(strings.Contains(english, "know") || strings.Contains(english, "purpose") || strings.Contains(english, "crime")) {
			t.Errorf("%s is not marked as judged: %s", q.Fact, q.EN)
		}
	}
}

// Every clause and question has both languages and every clause a source.
func TestEditionIsWhole(t *testing.T) {
	s := wholeOf(t)
	japanese := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) })
	}
	for r := range s.Rules() {
		c := r.Clause
		if !japanese(c.JA) || c.EN == "" || japanese(c.EN) || c.Source == "" {
			t.Errorf("%+v", c)
		}
		for _, tag := range []language.Tag{language.Japanese, language.English} {
			if text, ok := s.Text(c.ID, tag); !ok || text == "" || japanese(text) != (tag == language.Japanese) {
				t.Errorf("%s in %v: %s", c.ID, tag, text)
			}
		}
	}
	s = wordingOf(t)
	used := map[fact.Name]bool{}
	for _, r := range [][]coverage.Reading{{}, {jisa2024.KnownAtFirstStart}, {jisa2024.RightsExcluded}} {
		for n := range wholeOf(t, r...).Rules() {
			for _, f := range n.When.Facts() {
				used[f] = true
			}
		}
	}
	for _, q := range s.Wording().Questions {
		asks, _, _ := strings.Cut(q.JA, "か（") // and a note may follow
		if !japanese(q.JA) || japanese(q.EN) || !strings.HasSuffix(q.EN, "?") || asks == q.JA && !strings.HasSuffix(q.JA, "か") {
			t.Errorf("%+v", q)
		}
		if !used[q.Fact] {
			t.Errorf("no rule asks for %s", q.Fact)
		}
	}
}

// everyReading returns every combination of the readings that shape the
// exclusions.
func everyReading() [][]coverage.Reading {
	all := [][]coverage.Reading{nil}
	for _, choices := range [][]coverage.Reading{
		{jisa2024.KnownAtOwnStart, jisa2024.KnownAtFirstStart},
		{jisa2024.InsuredsAttached, jisa2024.InsuredsBuiltIn},
		{jisa2024.DeliveryWithinMonth, jisa2024.DeliveryUntilMonthUp},
		{jisa2024.DeliveryForAll, jisa2024.DeliveryForLiability},
		{jisa2024.PropertyOpen, jisa2024.PropertyExcluded, jisa2024.PropertyCovered},
		{jisa2024.RightsAsCopyright, jisa2024.RightsExcluded},
	} {
		var more [][]coverage.Reading
		for _, r := range all {
			for _, choice := range choices {
				more = append(more, append(slices.Clone(r), choice))
			}
		}
		all = more
	}
	return all
}

// wordingWhole returns the edition with every endorsement attached.
func wordingWhole(t *testing.T, r []coverage.Reading) exclusions.Schedule {
	t.Helper()
	s := wholeOf(t, r...)
	for _, e := range s.Wording().Endorsements {
		var err error
		if s, err = s.With(e.ID); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// Every rule and exception can hold and can fail to, in every combination of
// readings, with every endorsement attached: none is dead. One that acts in
// parts of the cover does so in each of them, and never in the whole cover.
func TestNoDeadRule(t *testing.T) {
	for _, r := range everyReading() {
		s := wordingWhole(t, r)
		b, err := s.Bind(fact.Set{})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range wordingNodes(t, r...) {
			parts := n.In
			if len(parts) == 0 {
				parts = []exclusions.Scope{""}
			} else if got, _ := b.SettleRule(n.Clause.ID); got.Truth != fact.No {
				t.Errorf("%+v: %s in the whole cover: %v", r, n.Clause, got.Truth)
			}
			for _, part := range parts {
				if got, ok := b.In(part).SettleRule(n.Clause.ID); !ok || got.Truth != fact.Unknown || !got.Exact {
					t.Errorf("%+v: %s in %q: %v", r, n.Clause, part, got.Truth)
				}
			}
		}
	}
}

// What an endorsement adds to a rule acts where the rule does.
func TestExceptionsActWithTheirRule(t *testing.T) {
	for r := range wordingOf(t, jisa2024.DeliveryForLiability).Rules() {
		if r.Clause.ID == jisa2024.PostDeliveryEndorsement && (r.Scope != "liability" || r.Under != "EXC-17" || r.With != jisa2024.PostDeliveryEndorsement) {
			t.Errorf("%+v", r)
		}
	}
}

// A question that follows another one is not needed once the answer to that is
// no, but for those that are put after it only to be asked in a good order.
func TestFollowUps(t *testing.T) {
	ordered := []fact.Name{
		"copyright", "design-right", "domain-name", "leak-in-attack", "mixed-ip-excluded", "personality-right", "property-left-out", "trademark",
	}
	needed := map[fact.Name]bool{}
	follow := 0
	for _, r := range everyReading() {
		s := wordingWhole(t, r)
		for _, q := range s.Wording().Questions {
			if q.After == "" {
				continue
			}
			follow++
			b, err := s.Bind(fact.Set{}.No(q.After))
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range wordingNodes(t, r...) {
				if n.Under != "" && wordingEffect(n) == "" {
					continue
				}
				for _, part := range []exclusions.Scope{"", n.Scope, exclusions.Scope("liability").Head("malfunction")} {
					got, _ := b.In(part).SettleRule(n.Clause.ID)
					for _, need := range got.Questions {
						needed[need.Question.Fact] = needed[need.Question.Fact] || need.Question.Fact == q.Fact
					}
				}
			}
		}
	}
	maps.DeleteFunc(needed, func(_ fact.Name, follows bool) bool { return !follows })
	if got := slices.Sorted(maps.Keys(needed)); !slices.Equal(got, ordered) || follow == 0 {
		t.Errorf("needed though what they follow is not so: %v, want %v", got, ordered)
	}
}

// TestFindingText holds what a finding says of the rules of the edition.
func TestFindingText(t *testing.T) {
	rules, err := wordingOf(t).With(jisa2024.CopyrightEndorsement, jisa2024.PostDeliveryEndorsement)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		facts  fact.Set
		rule   clause.ID
		ja, en string
	}{
		{fact.Set{}.Yes("war"), "EXC-02", "免責事由に該当（EXC-02）", "excluded by EXC-02"},
		{fact.Set{}.No("crime"), "EXC-06", "免責事由に該当しない（EXC-06）", "EXC-06 does not apply"},
		{fact.Set{}.Yes("crime"), "EXC-06", "確認中（EXC-06、EXC-06a）", "open: EXC-06, EXC-06a"},
		{fact.Set{}.Yes("crime", "crime-of-negligence"), "EXC-06",
			"免責事由に該当（EXC-06）、免責事由の例外に該当（EXC-06a）", "excluded by EXC-06, exception EXC-06a applies"},
		{fact.Set{}.Yes("copyright").No("other-ip", "personality-right", "design-right", "trademark", "domain-name", "leak-in-attack"), "EXC-10",
			"免責事由に該当（EXC-10）、免責事由の例外に該当（EXC-10a）、特約による補償の縮小（END-06）",
			"excluded by EXC-10, exception EXC-10a applies, cover restricted by END-06"},
		{fact.Set{}.Yes("software-development", "in-japan", "claim-within-month").No("claim-before-delivery", "known-before-delivery"), "EXC-17",
			"免責事由に該当（EXC-17）、特約による免責の不適用（END-02）", "excluded by EXC-17, cover restored by END-02"},
		{fact.Set{}.Yes("crime-of-negligence"), "EXC-06",
			"EXC-06aにより、事実のいかんにかかわらず免責事由に該当しない（EXC-06）", "EXC-06 does not apply whatever the facts, because of EXC-06a"},
	} {
		b, err := rules.Bind(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		f, ok := b.Finding(c.rule)
		if !ok || f.Text(language.Japanese) != c.ja || f.String() != c.en {
			t.Errorf("%v: %s, %s", c.facts, f.Text(language.Japanese), f)
		}
	}
}
