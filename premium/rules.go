// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Rules are the data of a tariff: a table of annual premiums and the steps that
// lead from there to the premium, each with the clause that states it. The zero
// Rules have no table: [New] returns an error.
type Rules struct {
	Table Table  `json:"table"`
	Steps []Step `json:"steps,omitzero"` // applied in this order; at most 32

	// Basis is the ID of the kind of sales that the table is read with, such as
	// it-services, and BasisClause the clause that states it.
	Basis       string        `json:"basis,omitzero"`
	BasisClause clause.Clause `json:"basisClause,omitzero"`

	Reduction  clause.Clause `json:"reduction,omitzero"`  // states the reduction for under-declared sales
	Indicative clause.Clause `json:"indicative,omitzero"` // states that the premiums are indicative, if it has an ID

	// Notes are printed on the worksheet. A note with the clause of a step, or of
	// the premium between two rows, is printed only if the step applies.
	Notes []clause.Note `json:"notes,omitzero"`
}

// A Table holds annual premiums by sales. The zero Table has no rows.
type Table struct {
	Clause        clause.Clause `json:"clause"`                 // states the premiums
	Rows          []Row         `json:"rows,omitzero"`          // the sales rise; the premiums do not fall
	Between       Origin        `json:"between"`                // between two rows: Interpolated, NextRow or OnRow
	BetweenClause clause.Clause `json:"betweenClause,omitzero"` // states it

	// To rounds an interpolated premium. Exact keeps its fraction of a yen for the
	// first step instead.
	To    yen.Rounding `json:"to,omitzero"`
	Exact bool         `json:"exact,omitzero"`
}

// A Row is one row of a premium table.
type Row struct {
	Sales  yen.Amount `json:"sales"`  // the sales of a year, above 0円
	Annual yen.Amount `json:"annual"` // the annual premium, above 0円
	Clause clause.ID  `json:"clause"` // the clause that states the premium
}

// An Origin is the way in which a table gives a premium. The zero Origin
// represents no premium.
type Origin string

const (
	Published    Origin = "published"    // the sales are those of a row
	Interpolated Origin = "interpolated" // linear interpolation between two rows
	NextRow      Origin = "next-row"     // the premium of the row with the next higher sales
	OnRow        Origin = "on-row"       // no premium between two rows: a referral with fault.ErrBetween
)

// A Step is one rule of a tariff. A step that does not apply to a risk does not
// round. The zero Step cuts fractions of a yen.
type Step struct {
	Clause     clause.Clause `json:"clause,omitzero"`
	Kind       Kind          `json:"kind,omitzero"`
	Most       yen.Ratio     `json:"most,omitzero"`       // the largest rate of a Discount, up to 100%, or of a Loading
	ShortRates []ShortRow    `json:"shortRates,omitzero"` // the table for ByShortRate, from short to long

	// To rounds the premium after the step. Exact keeps fractions of a yen for the
	// next step instead.
	To    yen.Rounding `json:"to,omitzero"`
	Exact bool         `json:"exact,omitzero"`
}

// A Kind is what a step does. The last four charge a part of a year; a tariff has
// at most one step of them.
type Kind string

const (
	Round       Kind = ""           // only rounds the premium
	Discount    Kind = "discount"   // takes a rate off (割引)
	Loading     Kind = "loading"    // adds a rate (割増)
	ByMonths    Kind = "months"     // pro rata by month of twelve (月割)
	ByDays      Kind = "days"       // pro rata by day of the year (日割)
	ByShortRate Kind = "short-rate" // by the rows of a short-rate table (短期率)
	ByFullYear  Kind = "full-year"  // the annual premium: the step never applies
)

func (k Kind) isAdjustment() bool { return k == Discount || k == Loading }

func (k Kind) isTerm() bool {
	return k == ByMonths || k == ByDays || k == ByShortRate || k == ByFullYear
}

// A ShortRow sets Rate, the part of the annual premium for cover of up to Days days
// or Months months. Exactly one of Days and Months is set; rows of days come
// first.
type ShortRow struct {
	Days   int       `json:"days,omitzero"`   // 1 to 31
	Months int       `json:"months,omitzero"` // 1 to 12
	Rate   yen.Ratio `json:"rate"`            // from 0 to 1
}

// clone returns a copy that shares no slice with r.
func (r Rules) clone() Rules {
	r.Steps, r.Notes = slices.Clone(r.Steps), slices.Clone(r.Notes)
	r.Table.Rows = slices.Clone(r.Table.Rows)
	for i := range r.Steps {
		r.Steps[i].ShortRates = slices.Clone(r.Steps[i].ShortRates)
	}
	return r
}
