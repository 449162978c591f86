// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// TestZero demands of every zero value that it is none, empty or unknown, and
// that what is asked of it answers.
func TestZero(t *testing.T) {
	var s coverage.Scheme
	for name, err := range map[string]error{
		"Quote":    second(s.Quote(coverage.Application{})),
		"Record":   second(s.Record(coverage.Terms{})),
		"Assess":   second(coverage.Policy{}.Assess(coverage.Claim{}, coverage.History{})),
		"Reserves": second(coverage.Policy{}.Reserves(coverage.History{})),
		"under":    second(coverage.Policy{}.UnderDeclared(premium.Reduction{})),
		"quote":    second(coverage.Quote{}.Record("1")),
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

// sealed returns the text of a history with its check value, which the text lacks.
func sealed(s string) string {
	sum := fnv.New64a()
	sum.Write([]byte(s))
	return s + fmt.Sprintf("check %016x\n", sum.Sum64())
}

// TestLongHistory reads histories of many claims. Twice the claims take twice the
// allocations.
func TestLongHistory(t *testing.T) {
	long := func(claims int) string {
		var b strings.Builder
		b.WriteString("history 1 P-1 X 2025-04-01_12:00_-_2026-04-01_12:00\nheads damages 0; defence 0\n")
		for i := range claims {
			fmt.Fprintf(&b, "claim C-%d series=S-%06d incident=I-%d decision=payable claimed=7 due=5 paid=5 made=2025-06-01\npart - damages 7 0\n", i, i, i)
		}
		for i := range claims {
			fmt.Fprintf(&b, "series S-%06d made=2025-06-01 damages 7 5\n", i)
		}
		return sealed(b.String())
	}
	read := func(s string) float64 {
		return testing.AllocsPerRun(1, func() {
			if h, err := coverage.ParseHistory(s); err != nil || h.Paid().Total() == 0 {
				t.Fatal(err)
			}
		})
	}
	few, many := read(long(2_000)), read(long(4_000))
	if many > 2.2*few {
		t.Errorf("%.0f allocations for twice what takes %.0f", many, few)
	}
}
