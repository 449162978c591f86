// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import "github.com/baiseki/baiseki/yen"

// A Reduction is the part of a payment that remains when the declared sales
// (申告売上高) were below the actual ones of the same fiscal year: the premium on
// the declared sales over the premium on the actual ones (reading A25). The
// zero Reduction is none, and its ratio 0 is not one to apply.
type Reduction struct {
	Ratio           yen.Ratio  // exact, above 0 and at most 1
	DeclaredPremium yen.Amount // a full year's, before discounts; 0 if none was needed
	ActualPremium   yen.Amount // the same on the actual sales
	Indicative      bool       // whether the premiums come from an indicative table
}

// Reduction returns the reduction for declared and actual sales by the annual
// premiums of the table. Who declared as much as the actual sales or more has
// the ratio 1, whether or not the table prices them.
//
// It returns an [*Error] with [ErrBasis] unless both are sales of the tariff's
// basis and of one fiscal year (two that are not said count as one), with
// [ErrSales] for sales below zero or beyond [yen.Max], with [ErrTariff] for the
// zero Tariff, and a [*Referral] for sales that the table does not price; the
// premiums then come from the insurer, see [NewReduction].
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
	return r, err // which is nil: a table's premiums are above zero
}

// NewReduction returns the reduction by two annual premiums of the insurer, on
// the declared and on the actual sales. The ratio is never above 1. It returns
// an [*Error] with [ErrPremium] unless both are above zero and within
// [yen.Max].
func NewReduction(declaredPremium, actualPremium yen.Amount) (Reduction, error) {
	if declaredPremium <= 0 || actualPremium <= 0 || declaredPremium > yen.Max || actualPremium > yen.Max {
		return Reduction{}, &Error{"NewReduction", declaredPremium.String() + ", " + actualPremium.String(), ErrPremium}
	}
	ratio, err := yen.NewRatio(int64(min(declaredPremium, actualPremium)), int64(actualPremium))
	return Reduction{Ratio: ratio, DeclaredPremium: declaredPremium, ActualPremium: actualPremium}, err
}
