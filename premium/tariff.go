// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Tariff prices covers by its rules. It is an immutable value, and == tells
// whether two are one; the zero Tariff is none and refuses with [ErrTariff].
type Tariff struct{ rules *Rules }

// maxAdjustments bounds the rules of a tariff, so that a quote is a plain value.
const maxAdjustments = 8

// New returns the tariff of the rules, of which it keeps a copy. It returns an
// [*Error] with [ErrTariff] if there is no table, a reading is unknown, a
// rounding has no unit, there are more than 8 adjustments or two with the same
// ID, a largest rate is below zero or, for a discount, above 1, or short rates
// do not rise or lie outside 0 to 1.
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

// Term returns the term of a member by [Rules.TermBy], from the months, the
// days and the days of the year of the member's period. All days of the year
// are the full year, and so is everything to the zero Tariff.
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

// Table returns the table of the tariff.
func (t Tariff) Table() Table {
	if t.rules == nil {
		return Table{}
	}
	return t.rules.Table
}

// Clauses returns the clauses of the tariff that have an ID.
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
