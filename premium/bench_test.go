// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
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

// rateTariff returns a tariff of two exposures and two classes: sales by industry and
// plan, and a premium for each person.
func rateTariff(b testing.TB) premium.Tariff {
	b.Helper()
	ten := yen.HalfUp.To(10)
	class := func(id option.ID) option.Row {
		return option.Row{ID: id, Unit: option.ByClass, Classes: []option.Class{{Code: "a"}, {Code: "b"}, {Code: "c"}}}
	}
	r := premium.Rules{Steps: []premium.Step{
		{Clause: clause.Clause{ID: "STAFF"}, Kind: premium.Add, Tables: []premium.Table{{
			Exposure: "staff", Between: premium.Stepped, Per: 1, Rows: []premium.Row{{Annual: 300}},
		}}},
		{Clause: clause.Clause{ID: "DISCOUNT"}, Kind: premium.Discount, Most: yen.Percent(30), To: ten},
		{Clause: clause.Clause{ID: "LEAST"}, Kind: premium.Minimum, Amount: 50_000},
		{Clause: clause.Clause{ID: "TERM"}, Kind: premium.ByMonths, To: ten},
	}}
	for i, industry := range []option.ID{"a", "b", "c"} {
		for j, plan := range []option.ID{"a", "b", "c"} {
			t := premium.Table{To: ten, Between: premium.Interpolated, When: []premium.Choice{
				{Option: "industry", Is: []option.Value{option.Of(industry)}}, {Option: "plan", Is: []option.Value{option.Of(plan)}},
			}}
			for k, sales := range handSales {
				annual := handAnnual[k] * int64(1+i) * int64(1+j)
				t.Rows = append(t.Rows, premium.Row{At: yen.Amount(sales), Annual: yen.Amount(annual), Clause: "ROW"})
			}
			r.Tables = append(r.Tables, t)
		}
	}
	tariff, err := premium.New(r, option.Table{class("industry"), class("plan"), {ID: "staff", Unit: option.People}})
	if err != nil {
		b.Fatal(err)
	}
	return tariff
}

var (
	rateCodes  = [...]option.ID{"a", "b", "c"}
	rateAdjust = []premium.Adjustment{{Clause: "DISCOUNT", Rate: yen.Percent(10)}}
)

// someOptions returns what members state: nine combinations of classes, and staff.
func someOptions() (all []option.Values) {
	for i := range 9 {
		all = append(all, option.Values{
			"industry": option.Of(rateCodes[i/3]), "plan": option.Of(rateCodes[i%3]), "staff": option.Number(int64(10 + 7*i)),
		})
	}
	return all
}

// BenchmarkRate quotes two exposures, two classes, a discount, a minimum and a term.
func BenchmarkRate(b *testing.B) {
	tariff, sales, options := rateTariff(b), someSales(), someOptions()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		months := 1 + i%11
		q, err := tariff.Quote(premium.Risk{
			Sales: premium.Sales{Amount: sales[i%len(sales)]}, Options: options[i%9], Adjust: rateAdjust,
			Term: premium.Term{Months: months, Days: 30 * months, YearDays: 365},
		})
		if err != nil || q.Total == 0 {
			b.Fatal(q, err)
		}
	}
}

// BenchmarkRateByHand is the same on whole numbers, with the same look-ups in the map of
// what is stated.
func BenchmarkRateByHand(b *testing.B) {
	sales, options := someSales(), someOptions()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if rateByHand(int64(sales[i%len(sales)]), options[i%9], int64(1+i%11)) == 0 {
			b.Fatal("no premium")
		}
	}
}

//go:noinline
func rateByHand(sales int64, stated option.Values, months int64) int64 {
	place := func(v option.Value) int64 {
		for i, code := range rateCodes {
			if v == option.Of(code) {
				return int64(i)
			}
		}
		return -1
	}
	staff, _ := stated["staff"].Amount()
	times := (1 + place(stated["industry"])) * (1 + place(stated["plan"]))
	i := len(handSales) - 1
	for _, row := range handSales {
		i -= int(uint64(sales-row) >> 63)
	}
	p := handAnnual[i] * times
	if i < len(handSales)-1 {
		high, low := bits.Mul64(uint64(sales-handSales[i]), uint64((handAnnual[i+1]-handAnnual[i])*times))
		step := uint64(handSales[i+1]-handSales[i]) * 10
		low, carry := bits.Add64(low, step/2, 0)
		tens, _ := bits.Div64(high+carry, low, step)
		p += int64(tens) * 10
	}
	p += int64(staff) * 300
	p = (p*9 + 50) / 100 * 10
	p = max(p, 50_000)
	return (p*months + 60) / 120 * 10
}

func TestRateByHandAgrees(t *testing.T) {
	tariff, options := rateTariff(t), someOptions()
	for i, sales := range someSales()[:4_000] {
		months := 1 + i%11
		r := benchRisk(sales, months)
		r.Options = options[i%9]
		q, err := tariff.Quote(r)
		if want := rateByHand(int64(sales), options[i%9], int64(months)); err != nil || q.Total != yen.Amount(want) {
			t.Fatalf("%v %v: %v and %d, %v", sales, r.Options, q.Total, want, err)
		}
		if n := testing.AllocsPerRun(1, func() { _, _ = tariff.Quote(r) }); i < 20 && n != 0 {
			t.Fatalf("a quote with options allocates %v times", n)
		}
	}
}
