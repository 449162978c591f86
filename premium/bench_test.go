// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

var (
	handSales  = [...]int64{4e8, 9e8, 20e8, 30e8, 40e8, 50e8, 60e8, 70e8, 80e8, 90e8, 100e8}
	handAnnual = [...]int64{1_000_000, 1_430_000, 2_150_000, 2_870_000, 3_260_000, 3_640_000, 4_030_000, 4_410_000, 4_800_000, 5_080_000, 5_350_000}
)

// benchTariff returns a tariff of eleven rows, a discount, and months of twelve.
func benchTariff(b testing.TB) premium.Tariff {
	b.Helper()
	ten := yen.HalfUp.To(10)
	table := premium.Table{
		Clause: clause.Clause{ID: "TABLE"}, To: ten,
		Between: premium.Interpolated, BetweenClause: clause.Clause{ID: "BETWEEN"},
	}
	for i, sales := range handSales {
		table.Rows = append(table.Rows, premium.Row{At: yen.Amount(sales), Annual: yen.Amount(handAnnual[i]), Clause: "ROW"})
	}
	tariff, err := premium.New(premium.Rules{Tables: []premium.Table{table}, Steps: []premium.Step{
		{Clause: clause.Clause{ID: "DISCOUNT"}, Kind: premium.Discount, Most: yen.Percent(30), To: ten},
		{Clause: clause.Clause{ID: "TERM"}, Kind: premium.ByMonths, To: ten},
	}}, nil)
	if err != nil {
		b.Fatal(err)
	}
	return tariff
}

// someSales returns sales all over the table, so that no branch is learnt.
func someSales() []yen.Amount {
	all := make([]yen.Amount, 1<<16)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range all {
		all[i] = yen.Amount(handSales[0] + r.Int64N(handSales[10]-handSales[0]))
	}
	return all
}

func BenchmarkAnnual(b *testing.B) {
	tariff, sales := benchTariff(b), someSales()
	b.ReportAllocs()
	var sum yen.Amount
	for i := 0; b.Loop(); i++ {
		p, err := tariff.Annual(sales[i%len(sales)])
		if err != nil {
			b.Fatal(err)
		}
		sum += p.Annual
	}
	if sum == 0 {
		b.Fatal("no premium")
	}
}

// BenchmarkAnnualByHand finds the row, multiplies in 128 bits and divides once.
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
	tariff := benchTariff(t)
	for _, sales := range someSales() {
		p, err := tariff.Annual(sales)
		hand, ok := annualByHand(int64(sales))
		if err != nil || !ok || p.Annual != yen.Amount(hand) {
			t.Fatalf("%v: %v and %d", sales, p.Annual, hand)
		}
		q, err := tariff.Quote(benchRisk(sales, 9))
		if want := quoteByHand(int64(sales), 9); err != nil || q.Total != yen.Amount(want) {
			t.Fatalf("%v: %v and %d", sales, q.Total, want)
		}
	}
}

// benchRisk returns a risk of a mid-term joiner with a discount of 10%.
func benchRisk(sales yen.Amount, months int) premium.Risk {
	return premium.Risk{
		Sales:  premium.Sales{Amount: sales},
		Term:   premium.Term{Months: months, Days: 30 * months, YearDays: 365},
		Adjust: []premium.Adjustment{{Clause: "DISCOUNT", Rate: yen.Percent(10)}},
	}
}

// BenchmarkQuote quotes a discount and a term.
func BenchmarkQuote(b *testing.B) {
	tariff, sales := benchTariff(b), someSales()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		months := 1 + i%11
		q, err := tariff.Quote(premium.Risk{
			Sales:  premium.Sales{Amount: sales[i%len(sales)]},
			Term:   premium.Term{Months: months, Days: 30 * months, YearDays: 365},
			Adjust: []premium.Adjustment{{Clause: "DISCOUNT", Rate: yen.Percent(10)}},
		})
		if err != nil || q.Total == 0 {
			b.Fatal(q, err)
		}
	}
}

// BenchmarkQuoteByHand is the same on whole numbers.
func BenchmarkQuoteByHand(b *testing.B) {
	sales := someSales()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if quoteByHand(int64(sales[i%len(sales)]), int64(1+i%11)) == 0 {
			b.Fatal("no premium")
		}
	}
}

//go:noinline
func quoteByHand(sales, months int64) int64 {
	p, _ := annualByHand(sales)
	p = (p*9 + 50) / 100 * 10
	return (p*months + 60) / 120 * 10
}

func BenchmarkSheet(b *testing.B) {
	tariff := benchTariff(b)
	risk := benchRisk(7*yen.Oku, 9)
	b.ReportAllocs()
	for b.Loop() {
		if s, err := tariff.Sheet(risk); err != nil || s.Total() == 0 {
			b.Fatal(err)
		}
	}
}

// BenchmarkSheetByHand writes the same lines, in one language.
func BenchmarkSheetByHand(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if len(sheetByHand(7e8, 9)) == 0 {
			b.Fatal("no lines")
		}
	}
}

func sheetByHand(sales, months int64) []string {
	p, _ := annualByHand(sales)
	lines := []string{fmt.Sprintf("ROW annual premium, sales %d: %d", handSales[0], handAnnual[0])}
	lines = append(lines, fmt.Sprintf("BETWEEN interpolated for %d above the %d row: %d", sales-handSales[0], handSales[0], p))
	discounted := (p*9 + 50) / 100 * 10
	lines = append(lines, fmt.Sprintf("DISCOUNT 10%%: %d", discounted))
	return append(lines, fmt.Sprintf("TERM pro rata by month %d/12: %d", months, quoteByHand(sales, months)))
}
