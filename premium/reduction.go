// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import "github.com/baiseki/baiseki/yen"

// A Reduction is the reduction of payments for under-declared sales (ご申告売上高の
// 不足): the premium for the declared sales divided by the premium for the actual
// sales of the same fiscal year (reading A25). The zero Reduction is not usable:
// its ratio is 0.
type Reduction struct {
	Ratio           yen.Ratio  // the part of a payment that remains, exact, above 0 and at most 1
	DeclaredPremium yen.Amount // for a full year, before discounts; 0円 if the sales are not under-declared
	ActualPremium   yen.Amount // for a full year, before discounts; 0円 if the sales are not under-declared
	Indicative      bool       // whether the premiums come from an indicative table
	// BetweenRows reports whether the declared or the actual sales are between
	// two rows of the table, so that the ratio depends on reading A26. It is false
	// for the premiums of [NewReduction].
	BetweenRows bool
}

// Reduction returns the reduction for the declared and the actual sales, from
// the annual premiums of the table. If the declared sales are at least the actual
// sales, the ratio is 1 and the table is not used.
//
// Reduction returns an [*Error] with
//   - [ErrTariff] for the zero Tariff,
//   - [ErrBasis] if the basis of either is not that of the tariff, or if the
//     fiscal years differ (two unknown fiscal years are equal),
//   - [ErrSales] if either amount is below zero or beyond [yen.Max].
//
// It returns a [*Referral] with [ErrNotStated] if only one of the amounts is
// 0円, and with the reason of [Table.Annual] if the table has no premium for one
// of them. The insurer then states both premiums; see [NewReduction].
func (t Tariff) Reduction(declared, actual Sales) (Reduction, error) {
	if t.rules == nil {
		return Reduction{}, &Error{"Reduction", "no tariff", ErrTariff}
	}
	if declared.Basis != t.rules.Basis || actual.Basis != t.rules.Basis || declared.FiscalYear != actual.FiscalYear {
		return Reduction{}, &Error{"Reduction", declared.Amount.String() + ", " + actual.Amount.String(), ErrBasis}
	}
	for _, s := range [...]yen.Amount{declared.Amount, actual.Amount} {
		if s < 0 || s > yen.Max {
			return Reduction{}, &Error{"Reduction", s.String(), ErrSales}
		}
	}
	if (declared.Amount == 0) != (actual.Amount == 0) {
		return Reduction{}, t.notStated()
	}
	if declared.Amount >= actual.Amount {
		return Reduction{Ratio: yen.Percent(100)}, nil
	}
	low, err := t.rules.Table.Annual(declared.Amount)
	if err != nil {
		return Reduction{}, err
	}
	high, err := t.rules.Table.Annual(actual.Amount)
	if err != nil {
		return Reduction{}, err
	}
	r, err := NewReduction(low.Annual, high.Annual)
	r.Indicative = t.rules.Indicative.ID != ""
	r.BetweenRows = low.Origin != Published || high.Origin != Published
	return r, err // which is nil: a table's premiums are above zero
}

// NewReduction returns the reduction for two annual premiums that the insurer
// states, for the declared and for the actual sales. The ratio is at most 1. It
// returns an [*Error] with [ErrPremium] if a premium is not above zero or is
// beyond [yen.Max].
func NewReduction(declaredPremium, actualPremium yen.Amount) (Reduction, error) {
	if declaredPremium <= 0 || actualPremium <= 0 || declaredPremium > yen.Max || actualPremium > yen.Max {
		return Reduction{}, &Error{"NewReduction", declaredPremium.String() + ", " + actualPremium.String(), ErrPremium}
	}
	ratio, err := yen.NewRatio(int64(min(declaredPremium, actualPremium)), int64(actualPremium))
	return Reduction{Ratio: ratio, DeclaredPremium: declaredPremium, ActualPremium: actualPremium}, err
}
