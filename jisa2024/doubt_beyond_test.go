// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// TestDoubtBeyond bounds claims with more amounts than can be looked at together, each item
// with unknown facts of its own: what completions pay lies between the bounds, and bounds of
// which not all is known are not said to be exact.
func TestDoubtBeyond(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 1))
	policy, claim := fiveItems(t)
	classical := caseFile{terms: fields{
		{"readings", "A4=classical"}, {"limits", "attack-response=20,000,000 investigation=20,000,000 advisory=20,000,000"},
	}}.policy(t)
	own := []fact.Name{"wilful-act", "directly-necessary", "unforeseen-accident", "re-performance-cost", "leak", "bodily-injury"}
	tried, open, beyond, exact := 0, 0, 0, 0
	for tried < max(cases.Rounds(t)/50, 20) {
		d, full := doubt{policy: policy}, claim
		if r.IntN(2) == 0 {
			d.policy = classical
		}
		full.Items = nil
		for range 11 + r.IntN(190) {
			it := claim.Items[r.IntN(len(claim.Items))]
			it.Claimed = yen.Amount(1 + r.Int64N(20_000_000))
			it.Accepted = yen.Exactly(it.Claimed)
			full.Items = append(full.Items, it)
		}
		part := full
		part.Items = slices.Clone(full.Items)
		for i := range part.Items {
			for range r.IntN(3) {
				part.Items[i].Facts = part.Items[i].Facts.With(fact.NotKnown, own[r.IntN(len(own))])
			}
			if r.IntN(12) == 0 {
				part.Items[i].Accepted = yen.Figure{}
			}
		}
		a, err := d.policy.Assess(part, d.history)
		if err != nil {
			t.Fatal(err)
		}
		tried++
		if a.Decision == coverage.Open {
			open++
		}
		unsettled := 0
		for _, x := range a.Items() {
			if x.Verdict == coverage.Open && x.Most > 0 {
				unsettled++
			}
		}
		switch {
		case unsettled > 64 && a.Least < a.Most:
			if beyond++; a.Exact {
				t.Fatalf("round %d: %d items are open, and the bounds are exact", tried, unsettled)
			}
		case a.Exact && a.Least < a.Most:
			exact++
		}
		heads := a.Bounds()
		for range 3 {
			some := part
			some.Items = slices.Clone(part.Items)
			for i := range some.Items {
				it := &some.Items[i]
				for f, answer := range it.Facts.All() {
					if answer == fact.NotKnown {
						it.Facts = it.Facts.With(fact.Stated(r.IntN(2) == 0), f)
					}
				}
				if _, known := it.Accepted.Amount(); !known {
					excess, _ := it.Excess.Amount()
					it.Accepted = yen.Exactly(excess + yen.Amount(r.Int64N(int64(it.Claimed-excess)+1)))
				}
			}
			b, err := d.policy.Assess(some, d.history)
			if err != nil {
				t.Fatal(err)
			}
			if b.Least < a.Least || b.Most > a.Most {
				t.Fatalf("round %d: %v is not within %v - %v exact %v", tried, b.Payment.Now, a.Least, a.Most, a.Exact)
			}
			paid := map[string]yen.Amount{}
			for h, p := range b.Payment.Parts() {
				paid[string(h)] = p.Now
			}
			for h, x := range heads {
				if now := paid[string(h)]; b.Decision != coverage.Open && (now < x.Least || now > x.Most) {
					t.Fatalf("round %d: %s %v is not within %v", tried, h, now, x)
				}
			}
		}
	}
	t.Logf("%d claims, %d open, %d beyond the caps, %d exact", tried, open, beyond, exact)
	if open < tried/2 || beyond == 0 || exact == 0 {
		t.Error("too few are open, beyond the caps or exact")
	}
}
