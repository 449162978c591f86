// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// sink keeps what a benchmark computes.
var sink yen.Amount

func byHand(loss, deductible, perClaim, left int64) int64 {
	return min(max(loss-deductible, 0), perClaim, left)
}

func lossesOf(n int) []limits.Loss {
	d := rand.New(rand.NewPCG(1, 2))
	all := make([]limits.Loss, n)
	for i := range all {
		all[i] = limits.Loss{Head: limits.Damages, Amount: yen.Amount(d.Int64N(200_000_000))}
	}
	return all
}

func BenchmarkOneHead(b *testing.B) {
	p, err := limits.New(limits.On(limits.Damages, limits.Deductible("D", 100*yen.Man), limits.PerClaim("L", 1*yen.Oku), limits.PerPeriod("A", 3*yen.Oku)))
	if err != nil {
		b.Fatal(err)
	}
	losses := lossesOf(1_024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, losses[i%1_024])
		if err != nil {
			b.Fatal(err)
		}
		sink += pay.Now
	}
}

func BenchmarkOneHeadByHand(b *testing.B) {
	losses := lossesOf(1_024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sink += yen.Amount(byHand(int64(losses[i%1_024].Amount), 1_000_000, 100_000_000, 300_000_000))
	}
}

func BenchmarkJISA2024(b *testing.B) {
	p := jisa(b, stated(), limits.Readings{})
	losses := lossesOf(1_024)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, losses[i%1_024])
		if err != nil {
			b.Fatal(err)
		}
		sink += pay.Now
	}
}

func BenchmarkJISA2024ByHand(b *testing.B) { BenchmarkOneHeadByHand(b) }

func fiveHeads() []limits.Loss {
	return []limits.Loss{
		{Head: limits.Damages, Amount: 7_000 * yen.Man}, {Head: limits.Defence, Amount: 700 * yen.Man},
		{Head: limits.Cooperation, Amount: 50 * yen.Man}, {Head: limits.Investigation, Amount: 1_100 * yen.Man},
		{Head: limits.Restoration, Amount: 900 * yen.Man},
	}
}

func BenchmarkFiveHeads(b *testing.B) {
	p := jisa(b, stated(), limits.Readings{})
	losses := fiveHeads()
	b.ReportAllocs()
	for b.Loop() {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, losses...)
		if err != nil {
			b.Fatal(err)
		}
		sink += pay.Now
	}
}

func BenchmarkFiveHeadsByHand(b *testing.B) {
	losses := fiveHeads()
	b.ReportAllocs()
	for b.Loop() {
		const limit, overall = 100_000_000, 100_000_000
		gross := int64(losses[0].Amount)
		damages := byHand(gross, 1_000_000, limit, limit)
		defence := int64(losses[1].Amount)
		if gross > limit {
			defence = defence * limit / gross
		}
		cooperation := int64(losses[2].Amount)
		liability := min(damages+defence+cooperation, limit)
		costs := min(min(int64(losses[3].Amount), 20_000_000)+min(int64(losses[4].Amount), 30_000_000), overall)
		sink += yen.Amount(liability + costs)
	}
}

// BenchmarkFractions pays with defence pro rata and under-declared sales, in
// exact fractions.
func BenchmarkFractions(b *testing.B) {
	c := stated()
	c.Declared, _ = yen.NewRatio(109, 152)
	p := jisa(b, c, limits.Readings{Defence: limits.Classical})
	losses := fiveHeads()
	losses[0].Amount = 15_000 * yen.Man
	b.ReportAllocs()
	for b.Loop() {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, losses...)
		if err != nil {
			b.Fatal(err)
		}
		sink += pay.Now
	}
}

func BenchmarkExplain(b *testing.B) {
	p := jisa(b, stated(), limits.Readings{})
	losses := fiveHeads()
	b.ReportAllocs()
	for b.Loop() {
		pay, _, err := p.Explain(limits.Paid{}, limits.Series{}, losses...)
		if err != nil {
			b.Fatal(err)
		}
		sink += pay.Now
	}
}

// BenchmarkYear pays a million losses, one year of a hundred thousand members
// with ten claims each on their own aggregates.
func BenchmarkYear(b *testing.B) {
	p := jisa(b, stated(), limits.Readings{})
	losses := lossesOf(1_000_000)
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
			sink += pay.Now
		}
	}
	b.ReportMetric(float64(len(losses))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mlosses/s")
}

func BenchmarkYearByHand(b *testing.B) {
	losses := lossesOf(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		var left int64
		for i := range losses {
			if i%10 == 0 {
				left = 100_000_000
			}
			pay := byHand(int64(losses[i].Amount), 1_000_000, 100_000_000, left)
			left -= pay
			sink += yen.Amount(pay)
		}
	}
	b.ReportMetric(float64(len(losses))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mlosses/s")
}
