// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Rules are the data of a tariff: the steps that lead from the sales to the
// premium, each with the clause that states it. The zero Rules have no steps:
// [New] returns an error.
type Rules struct {
	Steps []Step // applied in this order; at most 32

	// Basis is the ID of the kind of sales that the tables are read with, such as
	// it-services, and BasisClause the clause that states it.
	Basis       string
	BasisClause clause.Clause

	Reduction  clause.Clause // states the reduction for under-declared sales
	Indicative clause.Clause // states that the premiums are indicative; without an ID they are not

	// Notes are printed on the worksheet. A note with the clause of a step, or of
	// the premium between two rows, is printed only if the step applies.
	Notes []clause.Note
}

// A Step is one rule of a tariff. It has at most one of Table, Discount, Loading
// and Term; a step with none of them rounds the premium. A step that does not
// apply to a risk does not round. The zero Step cuts fractions of a yen.
type Step struct {
	Clause clause.Clause

	Table    Table     // the annual premium; the first step of a tariff, and no other
	Discount yen.Ratio // the largest rate that may be taken off (割引), up to 100%
	Loading  yen.Ratio // the largest rate that may be added (割増)
	Term     Charge    // the premium for a part of a year; at most one step

	ShortRates []ShortRow // the table for ByShortRate, from short to long

	// To rounds the premium after the step; a premium that a table prints is not
	// rounded. Exact keeps fractions of a yen for the next step instead.
	To    yen.Rounding
	Exact bool
}

// A Table holds annual premiums by sales. The zero Table has no rows.
type Table struct {
	Rows          []Row         // the sales rise; the premiums do not fall
	Between       Between       // the premium for sales between two rows
	BetweenClause clause.Clause // states it
}

// A Row is one row of a premium table.
type Row struct {
	Sales  yen.Amount // the sales of a year, above 0円
	Annual yen.Amount // the annual premium, above 0円
	Clause clause.ID  // the clause that states the premium
}

// Between decides the premium for sales between two rows. The zero Between is
// invalid.
type Between string

const (
	Linear  Between = "linear"   // linear interpolation between the two rows
	NextRow Between = "next-row" // the premium of the row with the next higher sales
	OnRow   Between = "on-row"   // no premium: a referral with fault.ErrBetween
)

// A Charge decides the premium for a part of a year. The zero Charge means that
// the step is not about the term.
type Charge string

const (
	ByMonths    Charge = "months"     // pro rata by month of twelve (月割)
	ByDays      Charge = "days"       // pro rata by day of the year (日割)
	ByShortRate Charge = "short-rate" // by the rows of a short-rate table (短期率)
	ByFullYear  Charge = "full-year"  // the annual premium: the step never applies
)

// A ShortRow sets the part of the annual premium for cover of up to so many days
// or so many months. Exactly one of Days and Months is set; rows of days come
// first.
type ShortRow struct {
	Days   int       // 1 to 31
	Months int       // 1 to 12
	Rate   yen.Ratio // from 0 to 1
}

// clone returns a copy that shares no slice with r.
func (r Rules) clone() Rules {
	r.Steps, r.Notes = slices.Clone(r.Steps), slices.Clone(r.Notes)
	for i := range r.Steps {
		s := &r.Steps[i]
		s.Table.Rows, s.ShortRates = slices.Clone(s.Table.Rows), slices.Clone(s.ShortRates)
	}
	return r
}
