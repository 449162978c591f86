// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// someSales returns sales all over the table, so that no branch is learnt.
func someSales() []yen.Amount {
	all := make([]yen.Amount, 1<<16)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range all {
		all[i] = 5*yen.Oku + yen.Amount(r.Int64N(int64(95*yen.Oku)))
	}
	return all
}

func BenchmarkAnnual(b *testing.B) {
	table := premium.JISA2024(premium.Readings{}).Table()
	sales := someSales()
	b.ReportAllocs()
	var sum yen.Amount
	for i := 0; b.Loop(); i++ {
		p, err := table.Annual(sales[i%len(sales)])
		if err != nil {
			b.Fatal(err)
		}
		sum += p.Annual
	}
	if sum == 0 {
		b.Fatal("no premium")
	}
}

// BenchmarkAnnualByHand finds the segment, multiplies in 128 bits and divides
// once.
func BenchmarkAnnualByHand(b *testing.B) {
	sales := someSales()
	b.ReportAllocs()
	var sum int64
	for i := 0; b.Loop(); i++ {
		p, ok := annualByHand(int64(sales[i%len(sales)]))
		if !ok {
			b.Fatal("no premium")
		}
		sum += p
	}
	if sum == 0 {
		b.Fatal("no premium")
	}
}

var (
	handSales  = [...]int64{5e8, 10e8, 20e8, 30e8, 40e8, 50e8, 60e8, 70e8, 80e8, 90e8, 100e8}
	handAnnual = [...]int64{1_090_000, 1_520_000, 2_230_000, 2_940_000, 3_320_000, 3_700_000, 4_090_000, 4_470_000, 4_860_000, 5_130_000, 5_400_000}
)

//go:noinline
func annualByHand(sales int64) (int64, bool) {
	if sales < handSales[0] || sales > handSales[10] {
		return 0, false
	}
	i := len(handSales) - 1
	for _, row := range handSales {
		i -= int(uint64(sales-row) >> 63)
	}
	if i == len(handSales)-1 {
		return handAnnual[i], true
	}
	high, low := bits.Mul64(uint64(sales-handSales[i]), uint64(handAnnual[i+1]-handAnnual[i]))
	step := uint64(handSales[i+1]-handSales[i]) * 10
	low, carry := bits.Add64(low, step/2, 0)
	tens, _ := bits.Div64(high+carry, low, step)
	return handAnnual[i] + int64(tens)*10, true
}

func TestByHandAgrees(t *testing.T) {
	table := premium.JISA2024(premium.Readings{}).Table()
	for _, sales := range someSales() {
		p, err := table.Annual(sales)
		if hand, ok := annualByHand(int64(sales)); err != nil || !ok || p.Annual != yen.Amount(hand) {
			t.Errorf("%v: %v and %d", sales, p.Annual, hand)
		}
	}
}

// BenchmarkQuote joins a member, and quotes the term with a discount.
func BenchmarkQuote(b *testing.B) {
	edition, tariff := period.JISA2024(period.Readings{}), premium.JISA2024(premium.Readings{})
	applied, discount := period.MustParseDate("2024-09-10"), premium.RiskDiscount(yen.Percent(10))
	sales := someSales()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m, err := edition.Join(applied)
		if err != nil {
			b.Fatal(err)
		}
		q, err := tariff.Quote(sales[i%len(sales)], tariff.Term(m.Months, m.Days, m.YearDays), discount)
		if err != nil || q.Total == 0 {
			b.Fatal(q, err)
		}
	}
}

// BenchmarkQuoteByHand is the same on whole numbers: a day of application as
// 20240910, a tenth off.
func BenchmarkQuoteByHand(b *testing.B) {
	sales := someSales()
	applied := [...]int64{2024_09_10, 2024_10_31}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p, ok := annualByHand(int64(sales[i%len(sales)]))
		months := monthsByHand(applied[i%2])
		p = (p*9 + 50) / 100 * 10
		p = (p*months + 60) / 120 * 10
		if !ok || p == 0 {
			b.Fatal(p)
		}
	}
}

//go:noinline
func monthsByHand(applied int64) int64 {
	switch {
	case applied < 2024_05_07 || applied >= 2025_06_01:
		return 0
	case applied <= 2024_06_30:
		return 12
	}
	return 12*(2025-applied/10_000) + 6 - applied/100%100
}

func BenchmarkSheet(b *testing.B) {
	q, err := premium.JISA2024(premium.Readings{}).Quote(7*yen.Oku, premium.Months(9), premium.RiskDiscount(yen.Percent(10)))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if q.Sheet().Total() != q.Total {
			b.Fatal()
		}
	}
}
