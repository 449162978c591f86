// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/exclusions"
)

func jisa(t testing.TB) exclusions.Schedule {
	t.Helper()
	s, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Nothing that a person must judge is usual, and an assumption is marked.
func TestUsual(t *testing.T) {
	s := jisa(t)
	usual := s.Usual()
	for _, q := range s.Wording().Questions {
		a := usual.Of(q.Fact)
		if a.Truth != q.Usual || a.Truth != exclusions.Unknown && a.Basis != exclusions.Assumed {
			t.Errorf("%s: %v", q.Fact, a)
		}
		if q.Nature == exclusions.Judged && a != (exclusions.Answer{}) {
			t.Errorf("%s is for a person to judge, and usually %v", q.Fact, a)
		}
	}
	// What speaks of intent or knowledge is for a person to judge.
	for _, q := range s.Wording().Questions {
		if english := strings.ToLower(q.EN); q.Nature != exclusions.Judged &&
			(strings.Contains(english, "know") || strings.Contains(english, "purpose") || strings.Contains(english, "crime")) {
			t.Errorf("%s is not marked as judged: %s", q.Fact, q.EN)
		}
	}
}

// Every clause and question has both languages and every clause a source.
func TestEditionIsWhole(t *testing.T) {
	s := jisa(t)
	japanese := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) })
	}
	for n := range s.Nodes() {
		c := n.Clause
		if !japanese(c.JA) || c.EN == "" || japanese(c.EN) || c.Source == "" {
			t.Errorf("%+v", c)
		}
		for _, tag := range []language.Tag{language.Japanese, language.English} {
			if text, ok := s.Text(c.ID, tag); !ok || text == "" || japanese(text) != (tag == language.Japanese) {
				t.Errorf("%s in %v: %s", c.ID, tag, text)
			}
		}
	}
	used := map[exclusions.Fact]bool{}
	for _, r := range []exclusions.Readings{{}, {Start: exclusions.FirstStart}, {Rights: exclusions.OtherProperty}} {
		s, err := exclusions.JISA2024(r)
		if err != nil {
			t.Fatal(err)
		}
		for n := range s.Nodes() {
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

// everyReading returns every combination of readings.
func everyReading() []exclusions.Readings {
	var all []exclusions.Readings
	for start := range exclusions.FirstStart + 1 {
		for insureds := range exclusions.BuiltIn + 1 {
			for delivery := range exclusions.UntilMonthUp + 1 {
				for reach := range exclusions.LiabilityOnly + 1 {
					for property := range exclusions.Included + 1 {
						for rights := range exclusions.OtherProperty + 1 {
							all = append(all, exclusions.Readings{Start: start, Insureds: insureds, Delivery: delivery, Reach: reach, Property: property, Rights: rights})
						}
					}
				}
			}
		}
	}
	return all
}

// whole returns the edition with every endorsement attached.
func whole(t *testing.T, r exclusions.Readings) exclusions.Schedule {
	t.Helper()
	s, err := exclusions.JISA2024(r)
	if err != nil {
		t.Fatalf("%+v: %v", r, err)
	}
	for _, e := range s.Wording().Endorsements {
		if s, err = s.With(e.Clause.ID); err != nil {
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
		s := whole(t, r)
		b, err := s.Bind(exclusions.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		for n := range s.Nodes() {
			parts := n.In
			if len(parts) == 0 {
				parts = []exclusions.Scope{""}
			} else if got, _ := b.SettleRule(n.Clause.ID); got.Truth != exclusions.No {
				t.Errorf("%+v: %s in the whole cover: %v", r, n.Clause, got.Truth)
			}
			for _, part := range parts {
				if got, ok := b.In(part).SettleRule(n.Clause.ID); !ok || got.Truth != exclusions.Unknown || !got.Exact {
					t.Errorf("%+v: %s in %q: %v", r, n.Clause, part, got.Truth)
				}
			}
		}
	}
}

func TestReadingsRefused(t *testing.T) {
	for _, r := range []exclusions.Readings{
		{Start: 2}, {Insureds: 2}, {Delivery: 2}, {Reach: 2}, {Property: 3}, {Rights: 2},
	} {
		s, err := exclusions.JISA2024(r)
		var e *exclusions.Error
		if !errors.Is(err, exclusions.ErrReading) || !errors.As(err, &e) || e.Func != "JISA2024" || !strings.Contains(e.Input, "%!reading") {
			t.Errorf("%+v: %v", r, err)
		}
		if s != (exclusions.Schedule{}) {
			t.Errorf("%+v: a schedule beside the error", r)
		}
	}
}

// What an endorsement moves stands where its target stands.
func TestMovesStandWithTheirTarget(t *testing.T) {
	s, err := exclusions.JISA2024(exclusions.Readings{Reach: exclusions.LiabilityOnly})
	if err != nil {
		t.Fatal(err)
	}
	for n := range s.Nodes() {
		if n.Clause.ID == exclusions.PostDelivery && (n.Scope != exclusions.Liability || n.Under != "EXC-17" || n.Endorsement != exclusions.PostDelivery) {
			t.Errorf("%+v", n)
		}
	}
}

// A question that follows another one is not needed once the answer to that is
// no, but for those that are put after it only to be asked in a good order.
func TestFollowUps(t *testing.T) {
	ordered := []exclusions.Fact{
		"copyright", "design-right", "domain-name", "leak-in-attack", "mixed-ip-excluded", "personality-right", "property-left-out", "trademark",
	}
	needed := map[exclusions.Fact]bool{}
	follow := 0
	for _, r := range everyReading() {
		s := whole(t, r)
		for _, q := range s.Wording().Questions {
			if q.After == "" {
				continue
			}
			follow++
			b, err := s.Bind(exclusions.Facts{}.No(q.After))
			if err != nil {
				t.Fatal(err)
			}
			for n := range s.Nodes() {
				if n.Level > 0 {
					continue
				}
				for _, part := range []exclusions.Scope{"", n.Scope, exclusions.Liability.Head("malfunction")} {
					got, _ := b.In(part).SettleRule(n.Clause.ID)
					for _, need := range got.Needed {
						needed[need.Question.Fact] = needed[need.Question.Fact] || need.Question.Fact == q.Fact
					}
				}
			}
		}
	}
	maps.DeleteFunc(needed, func(_ exclusions.Fact, follows bool) bool { return !follows })
	if got := slices.Sorted(maps.Keys(needed)); !slices.Equal(got, ordered) || follow == 0 {
		t.Errorf("needed though what they follow is not so: %v, want %v", got, ordered)
	}
}
