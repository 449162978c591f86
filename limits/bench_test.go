// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
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
		all[i] = limits.Loss{Head: "damages", Amount: yen.Amount(d.Int64N(200_000_000))}
	}
	return all
}

func BenchmarkOneHead(b *testing.B) {
	p, err := program(limits.On("damages",
		limits.Deductible("D", option.Yen(100*yen.Man)), limits.PerClaim("L", option.Yen(1*yen.Oku)), limits.Aggregate("A", option.Yen(3*yen.Oku))), nil)
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

// BenchmarkWith makes the program of a policy from the template of its edition.
func BenchmarkWith(b *testing.B) {
	t := template(b)
	settled, err := options().Settle(stated())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := t.With(settled); err != nil {
			b.Fatal(err)
		}
	}
}
