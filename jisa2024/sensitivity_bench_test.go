// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/yen"
)

// BenchmarkSensitivity assesses five items, of which everything is known, under every
// other reading of the edition.
func BenchmarkSensitivity(b *testing.B) {
	p, c := fiveItems(b)
	c.Facts = c.Facts.With(fact.StatedNo, "cause-before-first-start")
	schemes, err := jisa2024.Alternatives()
	if err != nil {
		b.Fatal(err)
	}
	others, err := p.Alternatives(schemes...)
	if err != nil {
		b.Fatal(err)
	}
	a, err := p.Assess(c, coverage.History{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if effects, err := a.Sensitivity(others...); err != nil || len(effects) > 0 {
			b.Fatal(effects, err)
		}
	}
}

// BenchmarkSensitivityByHand pays the same five amounts in whole numbers under as many
// readings, each of which is a switch on its name.
func BenchmarkSensitivityByHand(b *testing.B) {
	p, c := fiveItems(b)
	schemes, err := jisa2024.Alternatives()
	if err != nil {
		b.Fatal(err)
	}
	others, err := p.Alternatives(schemes...)
	if err != nil {
		b.Fatal(err)
	}
	readings := make([]coverage.Reading, len(others))
	for i, o := range others {
		readings[i] = o.Terms().Readings[0]
	}
	facts := map[string]bool{}
	for f, a := range c.Facts.All() {
		facts[string(f)] = a.Truth() == fact.Yes
	}
	b.ReportAllocs()
	for b.Loop() {
		was := fiveByHand(c.Items, facts, "")
		for _, r := range readings {
			if is := fiveByHand(c.Items, facts, r); is != was {
				b.Fatal(r, is)
			}
		}
	}
}

// fiveByHand pays the items under a reading.
func fiveByHand(items []coverage.Item, facts map[string]bool, r coverage.Reading) yen.Amount {
	var damages, defence, costs, own yen.Amount
	for _, it := range items {
		if facts["wilful-act"] || facts["war"] || facts["bodily-injury"] || facts["late-completion"] && !facts["fire"] {
			continue
		}
		switch amount, _ := it.Accepted.Amount(); it.Head {
		case jisa2024.Damages:
			if facts["it-services"] && facts["unforeseen-accident"] || r == jisa2024.ActivityForLiabilityToo && facts["it-user-activity"] {
				damages += amount
			}
		case jisa2024.Defence:
			if facts["with-consent"] {
				defence += amount
			}
		default:
			if facts["leak"] || facts["cyber-attack"] && facts["managed-system"] {
				costs += amount
				own += min(amount, 2_000*yen.Man)
			}
		}
	}
	limit, most := yen.Oku, yen.Oku
	paid := min(max(damages-100*yen.Man, 0), limit)
	switch r {
	case jisa2024.DefenceInside:
		paid, defence = min(max(damages+defence-100*yen.Man, 0), limit), 0
	case jisa2024.DefenceClassical:
		most = yen.Max
	}
	if damages > limit {
		defence = defence * limit / damages
	}
	switch r {
	case jisa2024.CostsOverallOnly:
		costs = min(costs, yen.Oku)
	case jisa2024.CostsOwnOnly:
		costs = own
	default:
		costs = min(own, yen.Oku)
	}
	total := min(paid+defence, most) + costs
	if r == jisa2024.CapAtLiability {
		total = min(total, yen.Oku)
	}
	return total
}
