// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// TestParts adds up the parts of two third-party claims.
func TestParts(t *testing.T) {
	a := told(t, "", "facts: it-services=yes unforeseen-accident=yes", "made: 2024-09-10",
		"item: damages 5,000,000 accepted=all demand=A", "item: damages 5,000,000 accepted=all demand=B")
	for h, part := range a.Payment.Parts() {
		want := limits.Part{}
		if h == jisa2024.Damages {
			want = limits.Part{Loss: 1_000 * yen.Man, Due: 800 * yen.Man, Paid: 800 * yen.Man, Held: 800 * yen.Man, Now: 800 * yen.Man}
		}
		if part != want {
			t.Errorf("%s: %+v, want %+v", h, part, want)
		}
	}
	if a.Payment.Now != 800*yen.Man || a.Payment.Due != 800*yen.Man {
		t.Errorf("%+v", a.Payment)
	}
}

// TestEachClaimKeepsUndivided demands that a claim of a series, where every claim
// is a claim of its own, leaves what is undivided of another one.
func TestEachClaimKeepsUndivided(t *testing.T) {
	f := caseFile{terms: fields{{"assume", "usual clear"}, {"readings", "A5=each-claim"}, {"limits", "overall=20,000,000 restoration=100,000,000"}}}
	p := f.policy(t)
	assess := func(h coverage.History, number, item string) coverage.Assessment {
		a, err := p.Assess(f.claimOf(t, p.Scheme(), fields{{"number", number}, {"series", "S"}, {"facts", "it-services=yes leak=yes"}, {"discovered", "2024-09-10 10:00"}, {"item", item},
			{"item", "restoration 30,000,000 accepted=all incurred=2024-09-12"}}), h)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	first := assess(coverage.History{}, "C-1", "investigation 15,000,000 accepted=all incurred=2024-09-12")
	if len(first.Undivided) == 0 || len(first.History.Undivided()) == 0 {
		t.Fatalf("%v, %q", first.Undivided, first.History)
	}
	if second := assess(first.History, "C-2", "restoration 1 accepted=all incurred=2024-09-12"); len(second.History.Undivided()) == 0 {
		t.Errorf("%q", second.History)
	}
}
