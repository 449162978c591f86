// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestZero demands of every zero value that it is none, empty or unknown, and
// that what is asked of it answers.
func TestZero(t *testing.T) {
	var s coverage.Scheme
	for name, err := range map[string]error{
		"Quote":     second(s.Quote(coverage.Application{})),
		"Record":    second(s.Record(coverage.Terms{})),
		"Check":     s.Check(),
		"Assess":    second(coverage.Policy{}.Assess(coverage.Claim{}, coverage.History{})),
		"Remaining": second(coverage.Policy{}.Remaining(coverage.History{})),
		"under":     second(coverage.Policy{}.UnderDeclared(premium.Reduction{})),
		"quote":     second(coverage.Quote{}.Record("1")),
	} {
		var e *fault.Error
		if !errors.As(err, &e) || !errors.Is(err, fault.ErrScheme) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := second(coverage.New(coverage.Rules{})); !errors.Is(err, fault.ErrMissing) {
		t.Errorf("New: %v", err)
	}
	for range s.Heads() {
		t.Error("the zero scheme has a head")
	}
	if len(s.Clauses()) > 0 || s.Edition().ID != "" || s.Standard() != nil || !s.Defaults().Equal(fact.Set{}) {
		t.Error("the zero scheme has something")
	}
	var a coverage.Assessment
	if a.Sheet().Total() != 0 || len(a.Notes())+len(a.Cuts())+len(a.Readings())+len(a.Consents())+len(a.Subrogation())+len(a.Deadlines()) > 0 {
		t.Error("the zero assessment says something")
	}
	if a.Decision != coverage.Open || len(coverage.Result{}.Findings())+len(coverage.Result{}.Remedies()) > 0 {
		t.Error("the zero result says something")
	}
	if (period.Moment{}).String() != "" || (coverage.History{}).String() != "" {
		t.Error("a zero value has a text")
	}
	for range (coverage.History{}).Series() {
		t.Error("the zero history has a series")
	}
}

func second[T any](_ T, err error) error { return err }

// TestLongHistory reads a history of many incidents, whose cost grows with its
// length, and refuses one that is damaged.
func TestLongHistory(t *testing.T) {
	var b strings.Builder
	b.WriteString("P-1\n\n")
	for i := range 20_000 {
		b.WriteString("incident " + yen.Amount(i).Grouped() + " 2024-09-10 -\n")
	}
	h, err := coverage.ParseHistory(b.String())
	if err != nil || h.String() != b.String() {
		t.Fatal(err)
	}
	for _, s := range []string{b.String()[:b.Len()-1], b.String() + "incident 7円 2024-09-10 -\n", b.String() + "insident a 2024-09-10 -\n"} {
		if _, err := coverage.ParseHistory(s); err == nil {
			t.Errorf("read: …%s", s[len(s)-30:])
		}
	}
}
