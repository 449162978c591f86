// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// premiumPrinted is the table of the brochure in 億 and 万, copied by hand a second
// time.
var premiumPrinted = [...][2]int64{
	{5, 109}, {10, 152}, {20, 223}, {30, 294}, {40, 332}, {50, 370}, {60, 409}, {70, 447}, {80, 486}, {90, 513}, {100, 540},
}

// premiumShortRates is the percentage for months 1 to 12.
var premiumShortRates = [...]int64{25, 35, 45, 55, 65, 70, 75, 80, 85, 90, 95, 100}

// premiumOracle computes a premium in big fractions: the two roundings of the table
// and of the term, and that of a discount in per mille between them.
func premiumOracle(sales, discount int64, part *big.Rat) (int64, bool) {
	for i := 1; i < len(premiumPrinted); i++ {
		low, high := premiumPrinted[i-1], premiumPrinted[i]
		if sales < low[0]*1e8 || sales > high[0]*1e8 {
			continue
		}
		share := big.NewRat(sales-low[0]*1e8, (high[0]-low[0])*1e8)
		more := new(big.Rat).Mul(share, big.NewRat((high[1]-low[1])*1e4, 1))
		premium := premiumToTen(more.Add(more, big.NewRat(low[1]*1e4, 1)))
		if discount > 0 {
			premium = premiumToTen(premium.Mul(premium, big.NewRat(1000-discount, 1000)))
		}
		premium = premiumToTen(premium.Mul(premium, part))
		return premium.Num().Int64(), true
	}
	return 0, false
}

// premiumToTen rounds a positive fraction to tens, half up: floor(x/10 + 1/2) × 10.
func premiumToTen(x *big.Rat) *big.Rat {
	x = new(big.Rat).Mul(x, big.NewRat(1, 10))
	x.Add(x, big.NewRat(1, 2))
	whole := new(big.Int).Div(x.Num(), x.Denom())
	return new(big.Rat).SetInt(whole.Mul(whole, big.NewInt(10)))
}

func TestPremiumAgainstOracle(t *testing.T) {
	monthly, daily := premiumTariff(t), premiumTariff(t, jisa2024.MidTermByDays)
	short, annual := premiumTariff(t, jisa2024.MidTermByShortRate), premiumTariff(t, jisa2024.MidTermFullYear)
	r := rand.New(rand.NewPCG(2024, 7))
	for range cases.Rounds(t) {
		sales := premiumSales(r)
		discount := max(0, r.Int64N(1_200)-200)
		tariff, part := annual, big.NewRat(1, 1)
		months := r.IntN(12) + 1
		length := premium.Term{Months: months, Days: months*30 - r.IntN(29), YearDays: 365}
		switch r.IntN(4) {
		case 0:
			tariff, part = monthly, big.NewRat(int64(months), 12)
		case 1:
			tariff, part = daily, big.NewRat(int64(length.Days), 365)
		case 2:
			tariff, part = short, big.NewRat(premiumShortRates[months-1], 100)
			switch {
			case length.Days <= 7:
				part = big.NewRat(10, 100)
			case length.Days <= 15:
				part = big.NewRat(15, 100)
			}
		}
		rate, err := yen.NewRatio(discount, 1000)
		if err != nil {
			t.Fatal(err)
		}
		risk := premium.Risk{Sales: premium.Sales{Amount: yen.Amount(sales)}, Term: length, Adjust: []premium.Adjustment{jisa2024.RiskDiscount(rate)}}
		q, err := tariff.Quote(risk)
		want, ok := premiumOracle(sales, discount, part)
		if ok != (err == nil) || q.Total != yen.Amount(want) {
			t.Fatalf("%+v: got %v, %v; want %d", risk, q.Total, err, want)
		}
		if s, _ := tariff.Sheet(risk); s.Total() != q.Total {
			t.Fatalf("%+v: the total of the worksheet is %v, of the quote %v", risk, s.Total(), q.Total)
		}
	}
}

// premiumSales lies in the table, near a row, or a little outside.
func premiumSales(r *rand.Rand) int64 {
	if r.IntN(4) == 0 {
		return premiumPrinted[r.IntN(len(premiumPrinted))][0]*1e8 + r.Int64N(20_001) - 10_000
	}
	return 4e8 + r.Int64N(97e8)
}

// TestPremiumReductionAgainstOracle holds the ratio against the premiums of the
// premiumOracle; a lower declaration never has a higher ratio.
func TestPremiumReductionAgainstOracle(t *testing.T) {
	edition := jisa2024.Tariff()
	whole := big.NewRat(1, 1)
	r := rand.New(rand.NewPCG(7, 2025))
	for range cases.Rounds(t) {
		declared, actual := premiumSales(r), premiumSales(r)
		if r.IntN(8) == 0 { // both on a row, or nearly
			declared, actual = premiumPrinted[r.IntN(len(premiumPrinted))][0]*1e8, premiumPrinted[r.IntN(len(premiumPrinted))][0]*1e8+r.Int64N(2)
		}
		got, err := edition.Reduction(premium.Risk{Sales: premium.Sales{Amount: yen.Amount(declared)}}, premium.Risk{Sales: premium.Sales{Amount: yen.Amount(actual)}})
		low, ok1 := premiumOracle(declared, 0, whole)
		high, ok2 := premiumOracle(actual, 0, whole)
		switch {
		case declared >= actual:
			if err != nil || got.Ratio != yen.Percent(100) {
				t.Fatalf("%d of %d: %v, %v", declared, actual, got, err)
			}
		case !ok1 || !ok2:
			if f, ok := errors.AsType[*fault.Error](err); !ok || f.JA == "" {
				t.Fatalf("%d of %d: %v, %v", declared, actual, got, err)
			}
		default:
			want := big.NewRat(low, high)
			if err != nil || big.NewRat(got.Ratio.Num(), got.Ratio.Den()).Cmp(want) != 0 || got.Ratio.Compare(yen.Percent(100)) > 0 {
				t.Fatalf("%d of %d: %v, %v; want %v", declared, actual, got, err, want)
			}
			if between := !premiumOnRow(declared) || !premiumOnRow(actual); got.BetweenRows != between {
				t.Fatalf("%d of %d: between rows %v", declared, actual, got.BetweenRows)
			}
		}
	}
}

func premiumOnRow(sales int64) bool {
	for _, row := range premiumPrinted {
		if sales == row[0]*1e8 {
			return true
		}
	}
	return false
}
