// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"errors"
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
	for _, r := range []exclusions.Readings{{}, {Start: exclusions.FirstStart}} {
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

// Every rule and exception can hold and can fail to, in every combination of
// readings, with every endorsement attached: none is dead. But where the
// post-delivery endorsement gives back all of the delivery exclusion, it lifts
// that rule whatever the facts.
func TestNoDeadRule(t *testing.T) {
	for start := range exclusions.FirstStart + 1 {
		for insureds := range exclusions.BuiltIn + 1 {
			for delivery := range exclusions.UntilMonthUp + 1 {
				for reach := range exclusions.LiabilityOnly + 1 {
					for property := range exclusions.Included + 1 {
						r := exclusions.Readings{Start: start, Insureds: insureds, Delivery: delivery, Reach: reach, Property: property}
						s, err := exclusions.JISA2024(r)
						if err != nil {
							t.Fatalf("%+v: %v", r, err)
						}
						for _, e := range s.Wording().Endorsements {
							if s, err = s.With(e.Clause.ID); err != nil {
								t.Fatal(err)
							}
						}
						b, err := s.Bind(exclusions.Facts{})
						if err != nil {
							t.Fatal(err)
						}
						for n := range s.Nodes() {
							want := exclusions.Unknown
							switch {
							case delivery == exclusions.WithinMonth:
							case n.Clause.ID == "EXC-17":
								want = exclusions.No
							case n.Clause.ID == exclusions.PostDelivery:
								want = exclusions.Yes
							}
							if got, ok := b.SettleRule(n.Clause.ID); !ok || got.Truth != want || !got.Exact {
								t.Errorf("%+v: %s: %v", r, n.Clause, got.Truth)
							}
						}
					}
				}
			}
		}
	}
}

func TestReadingsRefused(t *testing.T) {
	for _, r := range []exclusions.Readings{
		{Start: 2}, {Insureds: 2}, {Delivery: 2}, {Reach: 2}, {Property: 3},
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
