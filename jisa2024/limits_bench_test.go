// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// limitsSink keeps what a benchmark computes.
var limitsSink yen.Amount

func limitsByHand(loss, deductible, perClaim, left int64) int64 {
	return min(max(loss-deductible, 0), perClaim, left)
}

func limitsLosses(n int) []limits.Loss {
	d := rand.New(rand.NewPCG(1, 2))
	all := make([]limits.Loss, n)
	for i := range all {
		all[i] = limits.Loss{Head: jisa2024.Damages, Amount: yen.Amount(d.Int64N(200_000_000))}
	}
	return all
}

func BenchmarkLimitsOneHead(b *testing.B) {
	p := limitsEdition{}.must(b, limitsStated(), limitsUnder())
	losses := limitsLosses(1_024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, losses[i%1_024])
		if err != nil {
			b.Fatal(err)
		}
		limitsSink += pay.Now
	}
}

func BenchmarkLimitsOneHeadByHand(b *testing.B) {
	losses := limitsLosses(1_024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		limitsSink += yen.Amount(limitsByHand(int64(losses[i%1_024].Amount), 1_000_000, 100_000_000, 100_000_000))
	}
}

func limitsFiveHeads() []limits.Loss {
	return []limits.Loss{
		{Head: jisa2024.Damages, Amount: 7_000 * yen.Man}, {Head: jisa2024.Defence, Amount: 700 * yen.Man},
		{Head: jisa2024.Cooperation, Amount: 50 * yen.Man}, {Head: jisa2024.Investigation, Amount: 1_100 * yen.Man},
		{Head: jisa2024.Restoration, Amount: 900 * yen.Man},
	}
}

func BenchmarkLimitsFiveHeads(b *testing.B) {
	p := limitsEdition{}.must(b, limitsStated(), limitsUnder())
	losses := limitsFiveHeads()
	b.ReportAllocs()
	for b.Loop() {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, losses...)
		if err != nil {
			b.Fatal(err)
		}
		limitsSink += pay.Now
	}
}

func BenchmarkLimitsFiveHeadsByHand(b *testing.B) {
	losses := limitsFiveHeads()
	b.ReportAllocs()
	for b.Loop() {
		const limit, overall = 100_000_000, 100_000_000
		gross := int64(losses[0].Amount)
		damages := limitsByHand(gross, 1_000_000, limit, limit)
		defence := int64(losses[1].Amount)
		if gross > limit {
			defence = defence * limit / gross
		}
		cooperation := int64(losses[2].Amount)
		liability := min(damages+defence+cooperation, limit)
		costs := min(min(int64(losses[3].Amount), 20_000_000)+min(int64(losses[4].Amount), 30_000_000), overall)
		limitsSink += yen.Amount(liability + costs)
	}
}

// BenchmarkLimitsFractions pays with defence pro rata and under-declared sales, in
// exact fractions.
func BenchmarkLimitsFractions(b *testing.B) {
	c := limitsStated()
	c.Declared, _ = yen.NewRatio(109, 152)
	p := limitsEdition{}.must(b, c, limitsUnder(jisa2024.DefenceClassical))
	losses := limitsFiveHeads()
	losses[0].Amount = 15_000 * yen.Man
	b.ReportAllocs()
	for b.Loop() {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, losses...)
		if err != nil {
			b.Fatal(err)
		}
		limitsSink += pay.Now
	}
}

func BenchmarkLimitsExplain(b *testing.B) {
	p := limitsEdition{}.must(b, limitsStated(), limitsUnder())
	losses := limitsFiveHeads()
	b.ReportAllocs()
	for b.Loop() {
		pay, _, err := p.Explain(limits.Paid{}, limits.Series{}, losses...)
		if err != nil {
			b.Fatal(err)
		}
		limitsSink += pay.Now
	}
}

// BenchmarkLimitsYear pays a million losses, one year of a hundred thousand members
// with ten claims each on their own aggregates.
func BenchmarkLimitsYear(b *testing.B) {
	p := limitsEdition{}.must(b, limitsStated(), limitsUnder())
	losses := limitsLosses(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		var paid limits.Paid
		for i := range losses {
			if i%10 == 0 {
				paid = limits.Paid{}
			}
			pay, err := p.Pay(paid, limits.Series{}, losses[i])
			if err != nil {
				b.Fatal(err)
			}
			paid = pay.Paid
			limitsSink += pay.Now
		}
	}
	b.ReportMetric(float64(len(losses))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mlosses/s")
}

func BenchmarkLimitsYearByHand(b *testing.B) {
	losses := limitsLosses(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		var left int64
		for i := range losses {
			if i%10 == 0 {
				left = 100_000_000
			}
			pay := limitsByHand(int64(losses[i].Amount), 1_000_000, 100_000_000, left)
			left -= pay
			limitsSink += yen.Amount(pay)
		}
	}
	b.ReportMetric(float64(len(losses))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mlosses/s")
}

// BenchmarkLimitsWith settles what a policy states and makes its program.
func BenchmarkLimitsWith(b *testing.B) {
	template, options := jisa2024.Limits(), jisa2024.Options()
	v, attached := limitsStated().values()
	b.ReportAllocs()
	for b.Loop() {
		settled, err := options.Settle(v, attached...)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := template.With(settled); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLimitsProgram makes the program of a policy from options that are settled.
func BenchmarkLimitsProgram(b *testing.B) {
	template := jisa2024.Limits()
	v, attached := limitsStated().values()
	settled, err := jisa2024.Options().Settle(v, attached...)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := template.With(settled); err != nil {
			b.Fatal(err)
		}
	}
}
