// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A Tariff computes premiums by its rules. It is an immutable value, safe for
// concurrent use. Two tariffs are equal with == only if one is a copy of the
// other. The zero Tariff has no rules: Annual, Quote, Sheet, Reduction, Refund and
// RefundSheet return [fault.ErrMissing].
type Tariff struct{ t *tariff }

type tariff struct {
	rules   Rules
	options option.Table
	ids     map[option.ID]bool // of the options
	uses    []use              // the options that the rules name
	tables  []prices           // of the basic premium
	steps   []step
	adjusts []adjustment
	term    int  // the index of the step of the term, or -1
	until   int  // the number of steps that the premium of a reduction takes
	bySales bool // a table is read with the sales
	plain   bool // no option and no other premium is needed to take a step
}

// A step is a Step made ready.
type step struct {
	*Step
	always     bool // it has no endorsement and no choices
	multiplies bool // it only multiplies the premium, or rounds it
	of         int  // the mark of the premium that an Add takes its rate of
	saves      int  // the mark that is set to the premium after the step, or 0
	when       []choice
	tables     []prices
	parts      []step
}

// An adjustment is a discount or a loading, and the step that it is a part of, if any.
type adjustment struct {
	id       clause.ID
	step, in *step
	always   bool // neither has an endorsement or choices
}

// mostMarks is the number of premiums that steps can refer to. The first is the basic
// premium.
const mostMarks = 5

// Rules returns a copy of the rules, or the zero Rules for the zero Tariff.
func (t Tariff) Rules() Rules {
	if t.t == nil {
		return Rules{}
	}
	return t.t.rules.clone()
}

// Annual returns the basic premium of a year for the sales of a year and, where the
// tables need options, the standard of each: before all steps. Sales that equal those of
// a row, the first and the last row included, have the premium of that row.
//
// Annual returns a [*fault.Error] with
//   - [fault.ErrMissing] for the zero Tariff, and at an option that has no standard,
//   - [fault.ErrRange] if sales is below zero.
//
// It refers to the agent by one with a clause, the sentence for the applicant and, in Want,
// the sales of the nearest row:
//   - [fault.ErrNotStated] if sales is 0円, with the clause of the sales basis,
//   - [fault.ErrBelow] if sales is at least 1円 and below the first row,
//   - [fault.ErrAbove] if sales is above the last row, or above the Most of a Stepped table,
//   - [fault.ErrBetween] if sales is between two rows and the table is OnRow: the
//     next row.
//
// The same referrals for an option have the path of the option, such as options.staff,
// and so has [fault.ErrRange] if no table is for the choices of the risk.
func (t Tariff) Annual(sales yen.Amount) (Price, error) {
	const op = "premium.Annual"
	switch {
	case t.t == nil:
		return Price{}, noTariff(op)
	case sales < 0:
		return Price{}, &fault.Error{Op: op, Input: sales.String(), Want: leastSales, Reason: fault.ErrRange}
	}
	if t.t.plain && sales > 0 { // most of the time
		if price, why := t.t.tables[0].price(sales); why == nil {
			return price, nil
		}
	}
	return t.t.annual(op, sales)
}

// annual is Annual for any tariff.
func (t *tariff) annual(op string, sales yen.Amount) (Price, error) {
	var of figures
	r, f := Risk{Sales: Sales{Amount: sales}}, faults{op: op}
	if t.stated(&f, &r, &of); len(f.all) > 0 {
		return Price{}, f.err()
	}
	_, price, err := t.price(op, t.tables, &r, &of)
	if err != nil && err.Path == salesAmount {
		err.Path = ""
	}
	if err != nil {
		return Price{}, err
	}
	return price, nil
}

const (
	leastSales  = "≥0円"
	salesAmount = "sales.amount"
)

func noTariff(op string) error { return &fault.Error{Op: op, Path: "tariff", Reason: fault.ErrMissing} }

// Clauses returns the clauses of the tariff, without those that have no ID. One that
// several tables or steps have is returned once.
func (t Tariff) Clauses() []clause.Clause {
	if t.t == nil {
		return nil
	}
	r := &t.t.rules
	all := t.t.clausesOf(nil, t.t.tables)
	for i := range t.t.steps {
		s := &t.t.steps[i]
		all = t.t.clausesOf(append(all, s.Clause), s.tables)
		for _, p := range s.parts {
			all = append(all, p.Clause)
		}
	}
	all = append(all, r.BasisClause, r.Reduction, r.Refund.Clause, r.Indicative)
	seen := map[clause.Clause]bool{}
	return slices.DeleteFunc(all, func(c clause.Clause) bool {
		again := seen[c]
		seen[c] = true
		return c.ID == "" || again
	})
}

func (t *tariff) clausesOf(all []clause.Clause, tables []prices) []clause.Clause {
	for i := range tables {
		p := &tables[i]
		all = append(all, p.Clause)
		for _, row := range p.Rows {
			ja, en := t.rowText(p, row)
			all = append(all, clause.Clause{ID: row.Clause, JA: ja, EN: en, Source: p.Clause.Source})
		}
		all = append(all, p.BetweenClause)
	}
	return all
}
