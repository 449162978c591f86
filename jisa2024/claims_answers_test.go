// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// TestAnswers answers the questions of each open claim under testdata one after the
// other: each answer takes its question off the list, the bounds never widen, and
// the list comes to an end.
func TestAnswers(t *testing.T) {
	answered := 0
	for _, f := range readClaims(t) {
		p := f.policy(t)
		var h coverage.History
		for i, block := range f.claim {
			c := f.claimOf(t, p.Scheme(), block)
			a, err := p.Assess(c, h)
			if err != nil {
				continue
			}
			next := a.History
			for n := 0; len(a.Questions()) > 0; n++ {
				if n > 60 {
					t.Fatalf("%s, claim %d: there is always a question: %v", f.name, i+1, a.Questions()[0].Name())
				}
				asked := a.Questions()[0]
				b, changed := answer(t, p, h, c, asked)
				if b.Least < a.Least || b.Most > a.Most {
					t.Errorf("%s, claim %d, %s: from %v - %v to %v - %v", f.name, i+1, asked.Name(), a.Least, a.Most, b.Least, b.Most)
				}
				for _, q := range b.Questions() {
					if q.Name() == asked.Name() && q.JA == asked.JA {
						t.Fatalf("%s, claim %d: %s is asked again", f.name, i+1, asked.Name())
					}
				}
				a, c = b, changed
				answered++
			}
			h = next
		}
	}
	if answered < 100 {
		t.Errorf("%d questions answered", answered)
	}
}

// answer gives the first of some answers that agrees with what the claim says already.
func answer(t *testing.T, p coverage.Policy, h coverage.History, c coverage.Claim, n coverage.Need) (coverage.Assessment, coverage.Claim) {
	t.Helper()
	var ways []coverage.Claim
	if n.Date == "" {
		ways = []coverage.Claim{c.WithFact(n, fact.StatedNo), c.WithFact(n, fact.StatedYes)}
	} else {
		for _, m := range []period.Moment{
			period.Never(), period.MustParseMoment("2024-09-10 12:00"), period.MustParseMoment("2023-01-10 12:00"), period.MustParseMoment("2026-12-10 12:00"),
		} {
			ways = append(ways, c.WithDate(n, m))
		}
	}
	var last error
	for _, way := range ways {
		a, err := p.Assess(way, h)
		if err == nil {
			return a, way
		}
		if !errors.Is(err, fault.ErrConflict) && !errors.Is(err, fault.ErrOrder) && !errors.Is(err, fault.ErrMisplaced) {
			t.Fatal(err)
		}
		last = err
	}
	t.Fatalf("no answer to %s is accepted: %v", n.Name(), last)
	return coverage.Assessment{}, c
}
