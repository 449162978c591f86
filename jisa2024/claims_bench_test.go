// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/yen"
)

// fiveItems is a policy and a claim of five items of which everything is known.
func fiveItems(tb testing.TB) (coverage.Policy, coverage.Claim) {
	tb.Helper()
	f := caseFile{terms: fields{
		{"limits", "attack-response=20,000,000 investigation=20,000,000 advisory=20,000,000"},
		{"facts", "it-services=yes unforeseen-accident=yes cyber-attack=yes managed-system=yes leak=yes with-consent=yes directly-necessary=yes shutdown-outsourced=yes"},
		{"assume", "usual clear"},
	}}
	p := f.policy(tb)
	c := f.claimOf(tb, p.Scheme(), fields{
		{"made", "2024-11-10"}, {"discovered", "2024-09-10 10:00"},
		{"item", "damages 20,000,000 accepted=all excess=0"},
		{"item", "defence 3,000,000 accepted=all excess=0"},
		{"item", "attack-response 2,000,000 accepted=all incurred=2024-09-11"},
		{"item", "investigation 1,000,000 accepted=all incurred=2024-09-12"},
		{"item", "advisory 500,000 accepted=all incurred=2024-09-13"},
	})
	return p, c
}

func BenchmarkAssess(b *testing.B) {
	p, c := fiveItems(b)
	b.ReportAllocs()
	for b.Loop() {
		if a, err := p.Assess(c, coverage.History{}); err != nil || a.Payment.Now != 2_550*yen.Man {
			b.Fatal(a.Payment.Now, err)
		}
	}
}

// BenchmarkAssessByHand settles the same five amounts in whole numbers, with the
// questions of the liability and the costs asked as plain booleans.
func BenchmarkAssessByHand(b *testing.B) {
	_, c := fiveItems(b)
	facts := map[string]bool{}
	for f, a := range c.Facts.All() {
		facts[string(f)] = a.Truth().String() == "yes"
	}
	b.ReportAllocs()
	for b.Loop() {
		var damages, other yen.Amount
		for _, it := range c.Items {
			if facts["wilful-act"] || facts["war"] || facts["bodily-injury"] || facts["late-completion"] && !facts["fire"] {
				continue
			}
			amount, _ := it.Accepted.Amount()
			switch it.Head {
			case jisa2024.Damages:
				if facts["it-services"] && facts["unforeseen-accident"] {
					damages += amount
				}
			case jisa2024.Defence:
				if facts["with-consent"] {
					other += amount
				}
			default:
				if facts["leak"] || facts["cyber-attack"] && facts["managed-system"] {
					other += min(amount, 2_000*yen.Man)
				}
			}
		}
		if now := min(max(damages-100*yen.Man, 0), yen.Oku) + other; now != 2_550*yen.Man {
			b.Fatal(now)
		}
	}
}

func BenchmarkSheet(b *testing.B) {
	p, c := fiveItems(b)
	a, err := p.Assess(c, coverage.History{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if a.Sheet().Total() != 2_550*yen.Man {
			b.Fatal("the sheet ends elsewhere")
		}
	}
}

func BenchmarkJISA2024(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := jisa2024.New(); err != nil {
			b.Fatal(err)
		}
	}
}
