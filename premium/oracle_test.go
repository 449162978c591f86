// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// printed is the table of the brochure in 億 and 万, copied by hand a second
// time.
var printed = [...][2]int64{
	{5, 109}, {10, 152}, {20, 223}, {30, 294}, {40, 332}, {50, 370}, {60, 409}, {70, 447}, {80, 486}, {90, 513}, {100, 540},
}

// shortRates is the percentage for months 1 to 12.
var shortRates = [...]int64{25, 35, 45, 55, 65, 70, 75, 80, 85, 90, 95, 100}

// oracle computes a premium in big fractions: the two roundings of the table
// and of the term, and that of a discount in per mille between them.
func oracle(sales, discount int64, part *big.Rat) (int64, bool) {
	for i := 1; i < len(printed); i++ {
		low, high := printed[i-1], printed[i]
		if sales < low[0]*1e8 || sales > high[0]*1e8 {
			continue
		}
		share := big.NewRat(sales-low[0]*1e8, (high[0]-low[0])*1e8)
		more := new(big.Rat).Mul(share, big.NewRat((high[1]-low[1])*1e4, 1))
		premium := toTen(more.Add(more, big.NewRat(low[1]*1e4, 1)))
		if discount > 0 {
			premium = toTen(premium.Mul(premium, big.NewRat(1000-discount, 1000)))
		}
		premium = toTen(premium.Mul(premium, part))
		return premium.Num().Int64(), true
	}
	return 0, false
}

// toTen rounds a positive fraction to tens, half up: floor(x/10 + 1/2) × 10.
func toTen(x *big.Rat) *big.Rat {
	x = new(big.Rat).Mul(x, big.NewRat(1, 10))
	x.Add(x, big.NewRat(1, 2))
	whole := new(big.Int).Div(x.Num(), x.Denom())
	return new(big.Rat).SetInt(whole.Mul(whole, big.NewInt(10)))
}

func TestQuoteAgainstOracle(t *testing.T) {
	edition := premium.JISA2024(premium.Readings{})
	r := rand.New(rand.NewPCG(2024, 7))
	for range cases.Rounds(t) {
		sales := randomSales(r)
		discount := max(0, r.Int64N(1_200)-200)
		var term premium.Term
		part := big.NewRat(1, 1)
		switch n := r.IntN(12) + 1; r.IntN(4) {
		case 0:
			term, part = premium.Months(n), big.NewRat(int64(n), 12)
		case 1:
			days := r.IntN(365) + 1
			term, part = premium.Days(days, 365), big.NewRat(int64(days), 365)
		case 2:
			term, part = premium.ShortRate(n, 0), big.NewRat(shortRates[n-1], 100)
		}
		rate, err := yen.NewRatio(discount, 1000)
		if err != nil {
			t.Fatal(err)
		}
		q, err := edition.Quote(yen.Amount(sales), term, premium.RiskDiscount(rate))
		want, ok := oracle(sales, discount, part)
		if ok != (err == nil) || q.Total != yen.Amount(want) {
			t.Fatalf("%v, %v, %v: got %v, %v; want %d", yen.Amount(sales), term, rate, q.Total, err, want)
		}
		if err == nil && q.Sheet().Total() != q.Total {
			t.Fatalf("%v: the total of the worksheet is %v, of the quote %v", yen.Amount(sales), q.Sheet().Total(), q.Total)
		}
	}
}

// randomSales lies in the table, near a row, or a little outside.
func randomSales(r *rand.Rand) int64 {
	if r.IntN(4) == 0 {
		return printed[r.IntN(len(printed))][0]*1e8 + r.Int64N(20_001) - 10_000
	}
	return 4e8 + r.Int64N(97e8)
}

// TestPremiumNeverFalls walks through rising sales with every way between rows
// and tables at random.
func TestPremiumNeverFalls(t *testing.T) {
	r := rand.New(rand.NewPCG(109, 152))
	for range cases.Rounds(t) / 100 {
		to := yen.HalfUp.To(yen.Amount(1 + r.IntN(3)*500))
		between := premium.Between(r.IntN(2))
		row := premium.Row{Annual: to.Unit()}
		var rows []premium.Row
		for range r.IntN(5) + 2 {
			row.Sales += yen.Amount(r.Int64N(10_000) + 1)
			row.Annual += yen.Amount(r.Int64N(4)) * to.Unit()
			rows = append(rows, row)
		}
		table, err := premium.NewTable(between, to, rows...)
		if err != nil {
			t.Fatal(err)
		}
		last := yen.Amount(0)
		for sales := rows[0].Sales; sales <= row.Sales; sales += yen.Amount(r.Int64N(40) + 1) {
			p, err := table.Annual(sales)
			if err != nil || p.Annual < last || p.Annual < rows[0].Annual || p.Annual > row.Annual {
				t.Fatalf("%v: %v at %v after %v, %v", rows, p, sales, last, err)
			}
			last = p.Annual
		}
	}
}

// TestReductionAgainstOracle holds the ratio against the premiums of the
// oracle; a lower declaration never has a higher ratio.
func TestReductionAgainstOracle(t *testing.T) {
	edition := premium.JISA2024(premium.Readings{})
	whole := big.NewRat(1, 1)
	r := rand.New(rand.NewPCG(7, 2025))
	for range cases.Rounds(t) {
		declared, actual := randomSales(r), randomSales(r)
		if r.IntN(8) == 0 { // both on a row, or nearly
			declared, actual = printed[r.IntN(len(printed))][0]*1e8, printed[r.IntN(len(printed))][0]*1e8+r.Int64N(2)
		}
		got, err := edition.Reduction(premium.Sales{Amount: yen.Amount(declared)}, premium.Sales{Amount: yen.Amount(actual)})
		low, ok1 := oracle(declared, 0, whole)
		high, ok2 := oracle(actual, 0, whole)
		switch {
		case declared >= actual:
			if err != nil || got.Ratio != yen.Percent(100) {
				t.Fatalf("%d of %d: %v, %v", declared, actual, got, err)
			}
		case !ok1 || !ok2:
			if _, referred := errors.AsType[*premium.Referral](err); !referred {
				t.Fatalf("%d of %d: %v, %v", declared, actual, got, err)
			}
		default:
			want := big.NewRat(low, high)
			if err != nil || big.NewRat(got.Ratio.Num(), got.Ratio.Den()).Cmp(want) != 0 || got.Ratio.Compare(yen.Percent(100)) > 0 {
				t.Fatalf("%d of %d: %v, %v; want %v", declared, actual, got, err, want)
			}
			if between := !onRow(declared) || !onRow(actual); got.BetweenRows != between {
				t.Fatalf("%d of %d: between rows %v", declared, actual, got.BetweenRows)
			}
		}
	}
}

func onRow(sales int64) bool {
	for _, row := range printed {
		if sales == row[0]*1e8 {
			return true
		}
	}
	return false
}

// TestCanBeLatestAgainstOracle tries every month in which a fiscal year can end:
// it must have ended by the month of the application, and the next one, which is
// confirmed in the third month after its end, must not be confirmed before it.
func TestCanBeLatestAgainstOracle(t *testing.T) {
	can := 0
	for year := 2020; year <= 2026; year++ {
		for month := time.January; month <= time.December; month++ {
			applied := year*12 + int(month)
			for fiscal := 2010; fiscal <= 2036; fiscal++ {
				want := false
				for end := fiscal*12 + 1; end <= fiscal*12+12; end++ {
					nextConfirmed := end + 12 + 3
					want = want || end <= applied && nextConfirmed >= applied
				}
				if got := (premium.Sales{FiscalYear: fiscal}).CanBeLatest(year, month); got != want {
					t.Errorf("%d at %d-%d: %v", fiscal, year, month, got)
				}
				if want {
					can++
				}
			}
		}
	}
	if want := 7 * (12*2 + 3); can != want {
		t.Errorf("%d can be, want %d", can, want)
	}
}
