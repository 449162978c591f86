// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
)

// TestRulesText demands that the text of rules has every clause, fact, option and head,
// each with its words.
func TestRulesText(t *testing.T) {
	edition, err := jisa2024.Rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []coverage.Rules{madeRules(t), edition} {
		s, err := coverage.New(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range []language.Tag{language.Japanese, language.English} {
			text := strings.ReplaceAll(r.Text(tag), "\n", "")
			lacks := func(of ...string) {
				for _, x := range of {
					if !strings.Contains(text, x) {
						t.Errorf("%v: no %q", tag, x)
					}
				}
			}
			for h := range s.Heads() {
				lacks(string(h.Head), string(h.Scope), string(h.Clause.ID), string(h.Consent.ID))
			}
			for x := range s.Schedule().Rules() {
				lacks(string(x.Clause.ID), string(x.Class))
			}
			for _, q := range r.Wording.Questions {
				lacks(string(q.Fact))
			}
			for _, d := range r.DateFacts {
				lacks(d.Date+" "+string(d.Is)+" "+string(d.Anchor), string(d.Clause.ID))
			}
			for _, row := range r.Options {
				lacks(string(row.ID), string(row.With))
			}
			for _, p := range r.Points {
				for _, c := range p.Choices {
					lacks(c.Code)
				}
			}
			for _, c := range append(r.Calendar.Clauses(), r.Wording.Endorsements...) {
				lacks(string(c.ID))
			}
			for line := range strings.Lines(r.Text(tag)) {
				if strings.Contains(line, "{}") || strings.TrimRight(line, " ") != line {
					t.Errorf("%v: %q", tag, line)
				}
			}
		}
	}
	if got := (coverage.Rules{}).Text(language.English); !strings.Contains(got, "# Policy period") {
		t.Error(got)
	}
}

// TestFaultyText prints documents that are refused.
func TestFaultyText(t *testing.T) {
	files, err := filepath.Glob("../testdata/faulty/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var r coverage.Rules
		if json.Unmarshal(b, &r) == nil && !strings.Contains(r.Text(language.Japanese), string(clause.ID("C1"))) {
			t.Errorf("%s has no C1", file)
		}
	}
}

// TestLongText prints rules that no document can have: a tree of 10,000 levels and as many
// exceptions to exceptions. Twice as many take twice the text.
func TestLongText(t *testing.T) {
	long := func(n int) int {
		r := small()
		for range n {
			r.Limits = limits.Group(r.Limits)
		}
		under := clause.ID("X")
		for i := range n {
			id := clause.ID("X" + strconv.Itoa(10_000+i))
			r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
				Clause: clause.Clause{ID: id, JA: "例外", EN: "exception"}, Under: under, When: exclusions.Is("child"),
			})
			under = id
		}
		return len(r.Text(language.English))
	}
	if once, twice := long(5_000), long(10_000); twice > 2*once+once/10 {
		t.Errorf("%d and %d bytes", once, twice)
	}
}
