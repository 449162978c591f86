// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// oracle reads the rules as a person would, in fractions of any size. It returns
// nil for a risk that is referred. The rules and the risk are valid.
func oracle(rules premium.Rules, r premium.Risk) *big.Rat {
	x, between := priceOf(rules.Tables[0], int64(r.Sales.Amount))
	if x == nil {
		return nil
	}
	if between && !rules.Tables[0].Exact { // a printed premium is not rounded
		x = roundOf(x, rules.Tables[0].To)
	}
	for _, s := range rules.Steps {
		switch s.Kind {
		case premium.ByMonths, premium.ByDays, premium.ByShortRate, premium.ByFullYear:
			part := partOf(s, r.Term)
			if part == nil {
				continue
			}
			x = new(big.Rat).Mul(x, part)
		case premium.Discount, premium.Loading:
			i := slices.IndexFunc(r.Adjust, func(a premium.Adjustment) bool { return a.Clause == s.Clause.ID })
			if i < 0 || r.Adjust[i].Rate.Num() == 0 {
				continue
			}
			rate := ratOf(r.Adjust[i].Rate)
			if s.Kind == premium.Discount {
				rate.Neg(rate)
			}
			x = new(big.Rat).Mul(x, rate.Add(rate, big.NewRat(1, 1)))
		}
		if !s.Exact {
			x = roundOf(x, s.To)
		}
	}
	return x
}

// priceOf returns the premium of a table and whether it is computed between two
// rows.
func priceOf(t premium.Table, sales int64) (*big.Rat, bool) {
	for i, row := range t.Rows {
		annual := big.NewRat(int64(row.Annual), 1)
		if int64(row.At) == sales {
			return annual, false
		}
		if i == 0 || int64(row.At) < sales || int64(t.Rows[0].At) > sales {
			continue
		}
		low := t.Rows[i-1]
		switch t.Between {
		case premium.NextRow:
			return annual, false
		case premium.OnRow:
			return nil, false
		}
		share := big.NewRat(sales-int64(low.At), int64(row.At-low.At))
		more := share.Mul(share, big.NewRat(int64(row.Annual-low.Annual), 1))
		return more.Add(more, big.NewRat(int64(low.Annual), 1)), true
	}
	return nil, false
}

// partOf returns the part of the year, or nil if all of it is charged.
func partOf(s premium.Step, t premium.Term) *big.Rat {
	if t == (premium.Term{}) || t.Days == t.YearDays {
		return nil
	}
	switch s.Kind {
	case premium.ByMonths:
		return big.NewRat(int64(t.Months), 12)
	case premium.ByDays:
		return big.NewRat(int64(t.Days), int64(t.YearDays))
	case premium.ByShortRate:
		for _, row := range s.ShortRates {
			if t.Days <= row.Days || t.Months <= row.Months {
				return ratOf(row.Rate)
			}
		}
	}
	return nil
}

func ratOf(r yen.Ratio) *big.Rat { return big.NewRat(r.Num(), r.Den()) }

func roundOf(x *big.Rat, to yen.Rounding) *big.Rat {
	unit := big.NewRat(int64(to.Unit()), 1)
	x = new(big.Rat).Quo(x, unit)
	whole := new(big.Int).Quo(x.Num(), x.Denom())
	rest := new(big.Rat).Sub(x, new(big.Rat).SetInt(whole))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch to.Mode() {
	case yen.Up:
		up = rest.Sign() > 0
	case yen.HalfUp:
		up = half >= 0
	case yen.HalfEven:
		up = half > 0 || half == 0 && whole.Bit(0) == 1
	}
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	return unit.Mul(unit, new(big.Rat).SetInt(whole))
}

func randomRounding(r *rand.Rand) yen.Rounding {
	mode := []yen.Mode{yen.Down, yen.HalfUp, yen.HalfEven, yen.Up}[r.IntN(4)]
	return mode.To([]yen.Amount{1, 2, 10, 25, 1000}[r.IntN(5)])
}

func randomRate(r *rand.Rand, most int64) yen.Ratio {
	den := []int64{4, 100, 1000, 999_983}[r.IntN(4)]
	rate, _ := yen.NewRatio(r.Int64N(most*den+1), den)
	return rate
}

func randomRules(r *rand.Rand) premium.Rules {
	rules := premium.Rules{Tables: []premium.Table{{
		Clause:  clause.Clause{ID: "table"},
		Between: []premium.Origin{premium.Interpolated, premium.NextRow, premium.OnRow}[r.IntN(3)],
		To:      randomRounding(r),
	}}}
	first, row := &rules.Tables[0], premium.Row{}
	unit := first.To.Unit()
	if r.IntN(3) == 0 {
		first.Exact, first.To = true, yen.Rounding{}
	}
	scale := []int64{1, 1_000, 100_000_000}[r.IntN(3)]
	for range 1 + r.IntN(5) {
		row.At += yen.Amount(1 + r.Int64N(30*scale))
		row.Annual += unit * yen.Amount(1+r.Int64N(2_000))
		first.Rows = append(first.Rows, row)
	}
	term := false
	for i := range r.IntN(6) {
		s := premium.Step{Clause: clause.Clause{ID: clause.ID("step-" + strconv.Itoa(i))}, To: randomRounding(r)}
		switch kind := r.IntN(4); {
		case kind == 0:
			s.Kind, s.Most = premium.Discount, yen.Percent(100)
		case kind == 1:
			s.Kind, s.Most = premium.Loading, yen.Percent(200)
		case kind == 2 && !term:
			term = true
			s.Kind = []premium.Kind{premium.ByMonths, premium.ByDays, premium.ByShortRate, premium.ByFullYear}[r.IntN(4)]
			if s.Kind == premium.ByShortRate {
				s.ShortRates = shortRates()
			}
		}
		if r.IntN(3) == 0 {
			s.Exact, s.To = true, yen.Rounding{}
		}
		rules.Steps = append(rules.Steps, s)
	}
	rules.Steps = append(rules.Steps, premium.Step{Clause: clause.Clause{ID: "end"}, To: randomRounding(r)})
	return rules
}

func shortRates() []premium.ShortRow {
	return []premium.ShortRow{
		{Days: 7, Rate: yen.Percent(10)}, {Days: 15, Rate: yen.Percent(20)},
		{Months: 1, Rate: yen.Percent(25)}, {Months: 6, Rate: yen.Percent(70)}, {Months: 12, Rate: yen.Percent(100)},
	}
}

func randomRisk(r *rand.Rand, rules premium.Rules) premium.Risk {
	rows := rules.Tables[0].Rows
	first, last := rows[0].At, rows[len(rows)-1].At
	risk := premium.Risk{Sales: premium.Sales{Amount: first + yen.Amount(r.Int64N(int64(last-first)+2))}}
	switch r.IntN(4) {
	case 0:
		risk.Sales.Amount = rows[r.IntN(len(rows))].At
	case 1:
		risk.Term = premium.Term{Months: 12, Days: 365, YearDays: 365}
	case 2, 3:
		months := 1 + r.IntN(12)
		risk.Term = premium.Term{Months: months, Days: 1 + 30*(months-1) + r.IntN(30), YearDays: 365 + r.IntN(2)}
	}
	for _, s := range rules.Steps {
		switch {
		case r.IntN(2) == 0:
		case s.Kind == premium.Discount:
			risk.Adjust = append(risk.Adjust, premium.Adjustment{Clause: s.Clause.ID, Rate: randomRate(r, 1)})
		case s.Kind == premium.Loading:
			risk.Adjust = append(risk.Adjust, premium.Adjustment{Clause: s.Clause.ID, Rate: randomRate(r, 2)})
		}
	}
	r.Shuffle(len(risk.Adjust), func(i, j int) { risk.Adjust[i], risk.Adjust[j] = risk.Adjust[j], risk.Adjust[i] })
	return risk
}

// TestRandomRules holds quotes and worksheets of random rules against the oracle.
func TestRandomRules(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	premiums, tooFine := 0, 0
	for range cases.Rounds(t) {
		rules := randomRules(r)
		tariff, err := premium.New(rules, nil)
		if err != nil {
			t.Fatalf("%+v: %v", rules, err)
		}
		for range 4 {
			risk := randomRisk(r, rules)
			want := oracle(rules, risk)
			q, err := tariff.Quote(risk)
			sheet, sheetErr := tariff.Sheet(risk)
			if f, is := errors.AsType[*fault.Error](err); (is && f.JA != "") != (want == nil) {
				t.Fatalf("%+v\n%+v: %v, want %v", rules, risk, err, want)
			}
			if want == nil {
				continue
			}
			if errors.Is(err, fault.ErrOverflow) && errors.Is(sheetErr, fault.ErrOverflow) {
				tooFine++
				continue
			}
			if err != nil || want.Cmp(big.NewRat(int64(q.Total), 1)) != 0 {
				t.Fatalf("%+v\n%+v: %v, %v, want %v", rules, risk, q, err, want)
			}
			sum := yen.Amount(0)
			for l := range sheet.Lines() {
				if sum += l.Change; sum != l.Total {
					t.Fatalf("%+v\n%+v: %v", rules, risk, sheet)
				}
			}
			if sheetErr != nil || sum != q.Total {
				t.Fatalf("%+v\n%+v: the sheet adds up to %v of %v", rules, risk, sum, q.Total)
			}
			premiums++
		}
	}
	if premiums < 20*tooFine || premiums < cases.Rounds(t) {
		t.Errorf("%d premiums, %d too fine", premiums, tooFine)
	}
}

// TestPremiumNeverFalls walks through rising sales with every way between rows
// and tables at random.
func TestPremiumNeverFalls(t *testing.T) {
	r := rand.New(rand.NewPCG(109, 152))
	for range cases.Rounds(t) / 100 {
		to := yen.HalfUp.To(yen.Amount(1 + r.IntN(3)*500))
		between := []premium.Origin{premium.Interpolated, premium.NextRow}[r.IntN(2)]
		row := premium.Row{Annual: to.Unit()}
		var rows []premium.Row
		for range r.IntN(5) + 2 {
			row.At += yen.Amount(r.Int64N(10_000) + 1)
			row.Annual += yen.Amount(r.Int64N(4)) * to.Unit()
			rows = append(rows, row)
		}
		tariff, err := premium.New(premium.Rules{Tables: []premium.Table{{Rows: rows, Between: between, To: to}}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		last := yen.Amount(0)
		for sales := rows[0].At; sales <= row.At; sales += yen.Amount(r.Int64N(40) + 1) {
			p, err := tariff.Annual(sales)
			if err != nil || p.Annual < last || p.Annual < rows[0].Annual || p.Annual > row.Annual {
				t.Fatalf("%v: %v at %v after %v, %v", rows, p, sales, last, err)
			}
			last = p.Annual
		}
	}
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
