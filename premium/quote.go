// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import "github.com/baiseki/baiseki/yen"

// A Quote is the premium of a member with its steps. It is a plain value; Sheet
// builds its worksheet. The zero Quote has no premium and an empty worksheet.
type Quote struct {
	Sales    yen.Amount `json:"sales"`    // the sales of a year, of the basis of the tariff
	Price    Price      `json:"price"`    // the annual premium of the table
	Adjusted yen.Amount `json:"adjusted"` // the annual premium after discounts and loadings
	Term     Term       `json:"term"`     // the part of a year that is charged
	Total    yen.Amount `json:"total"`    // the premium for the term
	// Indicative reports whether the premium is indicative (概算保険料) and not
	// a quotation.
	Indicative bool `json:"indicative"`

	tariff  Tariff
	applied uint8 // a bit for each adjustment of the tariff
	rates   [maxAdjustments]yen.Ratio
}

// Quote returns the premium for the sales of a year and a term. It takes the
// annual premium of the table, applies the adjustments in the order of the rules,
// whatever their order in the call, and then the term. Each step is rounded by
// its rule. [Tariff.Term] returns the term that the tariff charges.
//
// Quote returns a [*Referral] if the table has no premium for the sales, and with
// [ErrNotStated] if sales is 0円; see [Table.Annual]. It returns an [*Error] with
//   - [ErrTariff] for the zero Tariff,
//   - [ErrSales] if sales is below zero,
//   - [ErrTerm] if the term has no length, is longer than a year or is beyond the
//     short-rate table,
//   - [ErrAdjustment] if an adjustment is not one of the tariff or is repeated,
//   - [ErrRate] if the rate of an adjustment is out of bounds,
//   - [ErrPremium] if the premium is beyond [yen.Max].
func (t Tariff) Quote(sales yen.Amount, term Term, adjustments ...Adjustment) (q Quote, err error) {
	r := t.rules
	if r == nil {
		return Quote{}, &Error{"Quote", "no tariff", ErrTariff}
	}
	if q.Price, err = r.Table.Annual(sales); err != nil {
		if sales == 0 {
			return Quote{}, t.notStated()
		}
		return Quote{}, err
	}
	part, ok := r.part(term)
	if !ok {
		return Quote{}, &Error{"Quote", term.String(), ErrTerm}
	}
	q.Sales, q.Term, q.Indicative, q.tariff = sales, term, r.Indicative.ID != "", t
	for _, a := range adjustments {
		if reason := q.apply(a); reason != nil {
			return Quote{}, &Error{"Quote", string(a.Clause) + " " + a.Rate.String(), reason}
		}
	}
	q.Adjusted = q.Price.Annual
	for i := range r.Adjustments {
		if q.applied>>i&1 == 0 {
			continue
		}
		if q.Adjusted, err = q.Adjusted.Times(r.Adjustments[i].factor(q.rates[i]), r.AdjustedTo); err != nil {
			return Quote{}, &Error{"Quote", sales.String(), ErrPremium}
		}
	}
	if q.Total, err = q.Adjusted.Times(part, r.TermTo); err != nil {
		return Quote{}, &Error{"Quote", sales.String(), ErrPremium}
	}
	return q, nil
}

// apply records the rate of an adjustment, or returns ErrAdjustment or ErrRate.
func (q *Quote) apply(a Adjustment) error {
	for i := range q.tariff.rules.Adjustments {
		rule := &q.tariff.rules.Adjustments[i]
		if rule.Clause.ID != a.Clause || q.applied>>i&1 == 1 {
			continue
		}
		if !rule.allows(a.Rate) {
			return ErrRate
		}
		q.applied |= 1 << i
		q.rates[i] = a.Rate
		return nil
	}
	return ErrAdjustment
}
