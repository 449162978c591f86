// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Reduction is the reduction of payments for under-declared sales (ご申告売上高の
// 不足): the premium for the declared sales divided by the premium for the actual
// sales of the same fiscal year. The zero Reduction is not usable: its ratio is 0.
type Reduction struct {
	Ratio yen.Ratio `json:"ratio"` // the part of a payment that remains, exact, above 0 and at most 1
	// DeclaredPremium and ActualPremium are for a full year, before discounts. They are
	// 0円 if the sales are not under-declared.
	DeclaredPremium yen.Amount `json:"declaredPremium"`
	ActualPremium   yen.Amount `json:"actualPremium"`
	Indicative      bool       `json:"indicative"` // whether the premiums come from an indicative table
	// BetweenRows reports whether the declared or the actual sales are between
	// two rows of the table, so that the ratio depends on how the table is read
	// there. It is false for the premiums of [NewReduction].
	BetweenRows bool `json:"betweenRows"`
}

// Reduction returns the reduction for the declared and the actual sales, from
// the annual premiums of the table. If the declared sales are at least the actual
// sales, the ratio is 1 and the table is not used. An unknown basis of sales is
// taken to be that of the tariff.
//
// Reduction returns a [*fault.Error], or several joined, with
//   - [fault.ErrMissing] for the zero Tariff,
//   - [fault.ErrConflict] at declared.basis or actual.basis for another basis than
//     that of the tariff, and at actual.fiscalYear if the fiscal years differ (two
//     unknown fiscal years are equal),
//   - [fault.ErrRange] at declared.amount or actual.amount if the amount is below
//     zero or beyond [yen.Max].
//
// It refers to the agent with [fault.ErrNotStated] if only one of the amounts is
// 0円, and as [Tariff.Annual] does if the table has no premium for one of them. The
// insurer then states both premiums; see [NewReduction].
func (t Tariff) Reduction(declared, actual Sales) (Reduction, error) {
	if t.t == nil {
		return Reduction{}, noTariff("premium.Reduction")
	}
	if err := t.t.checkReduction(declared, actual); err != nil {
		return Reduction{}, err
	}
	if (declared.Amount == 0) != (actual.Amount == 0) {
		path := "declared.amount"
		if actual.Amount == 0 {
			path = "actual.amount"
		}
		return Reduction{}, fault.In("premium.Reduction", path, t.t.outside("", 0))
	}
	if declared.Amount >= actual.Amount {
		return Reduction{Ratio: yen.Percent(100)}, nil
	}
	low, err := t.t.price("", declared.Amount)
	if err != nil {
		return Reduction{}, fault.In("premium.Reduction", "declared.amount", err)
	}
	high, err := t.t.price("", actual.Amount)
	if err != nil {
		return Reduction{}, fault.In("premium.Reduction", "actual.amount", err)
	}
	r, err := NewReduction(low.Annual, high.Annual)
	r.Indicative = t.t.rules.Indicative.ID != ""
	r.BetweenRows = low.Origin != Published || high.Origin != Published
	return r, err // which is nil: a table's premiums are above zero
}

func (t *tariff) checkReduction(declared, actual Sales) error {
	f := faults{op: "premium.Reduction"}
	for i, s := range []Sales{declared, actual} {
		path := []string{"declared", "actual"}[i]
		if !t.hasBasis(s) {
			f.add(path+".basis", s.Basis, t.rules.Basis, fault.ErrConflict)
		}
		if s.Amount < 0 || s.Amount > yen.Max {
			f.add(path+".amount", s.Amount.String(), "0円-"+yen.Max.String(), fault.ErrRange)
		}
	}
	if got, want := actual.FiscalYear, declared.FiscalYear; got != want {
		f.add("actual.fiscalYear", strconv.Itoa(got), strconv.Itoa(want), fault.ErrConflict)
	}
	return f.err()
}

// NewReduction returns the reduction for two annual premiums that the insurer
// states, for the declared and for the actual sales. The ratio is at most 1. It
// returns a [*fault.Error], or two joined, with [fault.ErrRange] at declaredPremium
// or actualPremium if the premium is not above zero or is beyond [yen.Max].
func NewReduction(declaredPremium, actualPremium yen.Amount) (Reduction, error) {
	f := faults{op: "premium.NewReduction"}
	for i, p := range []yen.Amount{declaredPremium, actualPremium} {
		if p <= 0 || p > yen.Max {
			path := []string{"declaredPremium", "actualPremium"}[i]
			f.add(path, p.String(), "1円-"+yen.Max.String(), fault.ErrRange)
		}
	}
	if err := f.err(); err != nil {
		return Reduction{}, err
	}
	ratio, err := yen.NewRatio(int64(min(declaredPremium, actualPremium)), int64(actualPremium))
	return Reduction{Ratio: ratio, DeclaredPremium: declaredPremium, ActualPremium: actualPremium}, err
}
