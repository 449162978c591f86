// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Tariff computes premiums by its rules. It is an immutable value. Two tariffs
// are equal with == only if one is a copy of the other. The zero Tariff is not
// usable: Quote and Reduction return [ErrTariff].
type Tariff struct{ rules *Rules }

// maxAdjustments is the number of adjustments that a quote has room for.
const maxAdjustments = 8

// New returns the tariff of the rules, of which it keeps a copy. It returns an
// [*Error] with [ErrTariff] if
//   - there is no table, or TermBy or Basis is unknown,
//   - a rounding has a unit below 1円,
//   - there are more than 8 adjustments, or two with the same ID,
//   - the largest rate of an adjustment is below 0, or above 1 for a discount,
//   - the rows of ShortRates do not get longer, or their rates fall or are
//     outside 0 to 1.
func New(r Rules) (Tariff, error) {
	refuse := func(what string) (Tariff, error) { return Tariff{}, &Error{"New", what, ErrTariff} }
	whole := yen.Percent(100)
	if r.Table == (Table{}) || r.TermBy > ByFullYear || r.Basis > TotalSales {
		return refuse("table or reading")
	}
	for _, to := range []yen.Rounding{r.AdjustedTo, r.TermTo} {
		if _, err := yen.Yen.Times(whole, to); err != nil {
			return refuse(to.String())
		}
	}
	if len(r.Adjustments) > maxAdjustments {
		return refuse("too many adjustments")
	}
	ids := map[clause.ID]bool{}
	for _, a := range r.Adjustments {
		if ids[a.Clause.ID] || a.Kind > Loading || a.Most.Num() < 0 || a.Kind == Discount && a.Most.Compare(whole) > 0 {
			return refuse(string(a.Clause.ID))
		}
		ids[a.Clause.ID] = true
	}
	last := ShortRow{}
	for _, s := range r.ShortRates {
		longer := cmp.Or(cmp.Compare(s.Months, last.Months), cmp.Compare(s.Days, last.Days)) > 0
		if !longer || s.Days < 0 || s.Days > longestMonth || s.Rate.Compare(last.Rate) < 0 || s.Rate.Compare(whole) > 0 {
			return refuse(s.Rate.String())
		}
		last = s
	}
	r.Adjustments = slices.Clone(r.Adjustments)
	r.ShortRates = slices.Clone(r.ShortRates)
	r.Notes = slices.Clone(r.Notes)
	return Tariff{&r}, nil
}

// Term returns the term that [Rules.TermBy] charges for a policy period of the
// given months and days in a base period of yearDays days. It is the full year if
// days equals yearDays, and for the zero Tariff.
func (t Tariff) Term(months, days, yearDays int) Term {
	if t.rules == nil || days == yearDays && days > 0 {
		return Term{}
	}
	switch t.rules.TermBy {
	case ByMonths:
		return Months(months)
	case ByDays:
		return Days(days, yearDays)
	case ByShortRate:
		return ShortRate(months, 0)
	default:
		return Term{}
	}
}

// Table returns the table of the tariff, or the zero Table for the zero Tariff.
func (t Tariff) Table() Table {
	if t.rules == nil {
		return Table{}
	}
	return t.rules.Table
}

// notStated returns the referral for sales that are not stated.
func (t Tariff) notStated() *Referral {
	return &Referral{Reason: ErrNotStated, Clause: t.rules.BasisClause.ID}
}

// Clauses returns the clauses of the tariff, without those that have no ID.
func (t Tariff) Clauses() []clause.Clause {
	if t.rules == nil {
		return nil
	}
	r := t.rules
	all := []clause.Clause{r.TableClause}
	for _, row := range r.Table.t.rows {
		ja, en := r.rowText(row)
		all = append(all, clause.Clause{ID: row.Clause, JA: ja, EN: en, Source: r.TableClause.Source})
	}
	all = append(all, r.BetweenClause)
	for _, a := range r.Adjustments {
		all = append(all, a.Clause)
	}
	all = append(all, r.TermClause, r.BasisClause, r.ReductionClause, r.Indicative)
	return slices.DeleteFunc(all, func(c clause.Clause) bool { return c.ID == "" })
}
