// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Tariff computes premiums by its rules. It is an immutable value, safe for
// concurrent use. Two tariffs are equal with == only if one is a copy of the
// other. The zero Tariff has no rules: Annual, Quote, Reduction and Sheet return
// [fault.ErrMissing].
type Tariff struct{ t *tariff }

type tariff struct {
	rules  Rules
	sales  []yen.Amount // of the rows of the table
	slopes []yen.Ratio  // what the premium rises from a row to the next, for each yen of sales
	term   int          // the index of the step of the term, or -1
}

// Rules returns a copy of the rules, or the zero Rules for the zero Tariff.
func (t Tariff) Rules() Rules {
	if t.t == nil {
		return Rules{}
	}
	return t.t.rules.clone()
}

// Annual returns the annual premium of the table for the sales of a year, before
// discounts and loadings. Sales that equal those of a row, the first and the last
// row included, have the premium of that row.
//
// Annual returns a [*fault.Error] with
//   - [fault.ErrMissing] for the zero Tariff,
//   - [fault.ErrRange] if sales is below zero.
//
// It refers to the agent by one with the clause of a row, the sentence for the
// applicant and, in Want, the sales of the row:
//   - [fault.ErrNotStated] if sales is 0円, with the clause of the sales basis,
//   - [fault.ErrBelow] if sales is at least 1円 and below the first row,
//   - [fault.ErrAbove] if sales is above the last row,
//   - [fault.ErrBetween] if sales is between two rows and the table is OnRow: the
//     next row.
func (t Tariff) Annual(sales yen.Amount) (Price, error) { return t.t.price("premium.Annual", sales) }

const leastSales = "≥0円"

func noTariff(op string) error { return &fault.Error{Op: op, Path: "tariff", Reason: fault.ErrMissing} }

// Clauses returns the clauses of the tariff, without those that have no ID.
func (t Tariff) Clauses() []clause.Clause {
	if t.t == nil {
		return nil
	}
	r := &t.t.rules
	all := []clause.Clause{r.Table.Clause}
	for _, row := range r.Table.Rows {
		ja, en := r.Table.rowText(row)
		all = append(all, clause.Clause{ID: row.Clause, JA: ja, EN: en, Source: r.Table.Clause.Source})
	}
	all = append(all, r.Table.BetweenClause)
	for _, s := range r.Steps {
		all = append(all, s.Clause)
	}
	all = append(all, r.BasisClause, r.Reduction, r.Indicative)
	return slices.DeleteFunc(all, func(c clause.Clause) bool { return c.ID == "" })
}
