// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// Rules are the data of a tariff: tables of the basic premium (基本保険料) and the
// steps that lead from there to the premium, each with the clause that states it. The
// zero Rules have no table: [New] returns an error.
type Rules struct {
	Tables []Table `json:"tables"`         // of the basic premium; one of them holds for a risk
	Steps  []Step  `json:"steps,omitzero"` // applied in this order; at most 64, with those inside them

	// Basis is the ID of the kind of sales that the tables are read with, such as
	// it-services, and BasisClause the clause that states it.
	Basis       string        `json:"basis,omitzero"`
	BasisClause clause.Clause `json:"basisClause,omitzero"`

	// Reduction states the reduction for under-declared sales. Its ratio is that of the
	// premiums after the last step with the ID ReductionAfter, or of the basic premiums if
	// ReductionAfter is "".
	Reduction      clause.Clause `json:"reduction,omitzero"`
	ReductionAfter clause.ID     `json:"reductionAfter,omitzero"`

	// Refund is the part of the premium of a full year that is kept from a member who
	// leaves during the period, by ByMonths, ByDays, ByShortRate or ByFullYear: at least
	// its Amount. Its To rounds the refund. The zero Step states no refund.
	Refund Step `json:"refund,omitzero"`

	Indicative clause.Clause `json:"indicative,omitzero"` // states that the premiums are indicative, if it has an ID

	// Notes are printed on the worksheet. A note with the clause of a step, or of
	// the premium between two rows, is printed only if the step applies.
	Notes []clause.Note `json:"notes,omitzero"`
}

// A Table holds annual premiums by an exposure: the sales of a year, or an option in
// yen, people, pieces or hours. The zero Table has no rows.
type Table struct {
	Clause clause.Clause `json:"clause"` // states the premiums

	// When are the choices for which the table holds, all of them; without choices it
	// always holds. Two tables of a list never hold together.
	When []Choice `json:"when,omitzero"`

	Exposure option.ID `json:"exposure,omitzero"` // the option that the rows are read with; "" for the sales
	Rows     []Row     `json:"rows,omitzero"`     // the exposure rises; the premium does not fall

	// Per is the number of yen, people, pieces or hours for which a row of a NextRow or
	// Stepped table states the premium. With 0, a row states it for the whole exposure.
	Per yen.Amount `json:"per,omitzero"`

	// Most is the largest exposure for which a Stepped table has a premium. With 0 there
	// is none. Any other table ends with its last row.
	Most yen.Amount `json:"most,omitzero"`

	Between       Origin        `json:"between"`                // between two rows; not Published
	BetweenClause clause.Clause `json:"betweenClause,omitzero"` // states it

	// To rounds a premium that is interpolated, or computed by Per. Exact keeps its
	// fraction of a yen instead.
	To    yen.Rounding `json:"to,omitzero"`
	Exact bool         `json:"exact,omitzero"`
}

// A Row is one row of a premium table.
type Row struct {
	// At is the exposure, in yen or in the unit of the option, not below 0. Sales of 0円 are
	// not stated, so that a row at 0円 is for sales above that.
	At     yen.Amount `json:"at,omitzero"`
	Annual yen.Amount `json:"annual"` // the annual premium, above 0円 in a table of the basic premium
	Clause clause.ID  `json:"clause"` // the clause that states the premium
}

// A Choice holds for a risk of which the option has one of the values, stated or by the
// standard of its row. It does not hold for an option whose endorsement is not attached.
// The zero Choice is not valid.
type Choice struct {
	Option option.ID      `json:"option"`
	Is     []option.Value `json:"is"` // classes, amounts, numbers or ratios
}

// An Origin is the way in which a table gives a premium. The zero Origin
// represents no premium.
type Origin string

const (
	Published    Origin = "published"    // the exposure is that of a row
	Interpolated Origin = "interpolated" // linear interpolation between two rows
	NextRow      Origin = "next-row"     // the premium of the row with the next higher exposure
	Stepped      Origin = "stepped"      // the premium of the row with the next lower exposure
	OnRow        Origin = "on-row"       // no premium between two rows: a referral with fault.ErrBetween
	Flat         Origin = "flat"         // the premium of the only row, without an exposure
)

// A Step is one rule of a tariff. A step that does not apply to a risk does not
// round. The zero Step cuts fractions of a yen.
type Step struct {
	Clause clause.Clause `json:"clause,omitzero"`
	Kind   Kind          `json:"kind,omitzero"`

	// The step applies only if the endorsement With is attached and all choices When
	// hold. A step of the term, or of the refund, has neither.
	With clause.ID `json:"with,omitzero"`
	When []Choice  `json:"when,omitzero"`

	// Rate is the rate of a Discount or a Loading for a risk that states none, and the
	// rate of an Add. A risk can state any of the Rates, or a rate from Least to Most, both
	// included. It can state 0 if there is no Rate. The Most of a Together bounds
	// what its discounts take off in all; 0 sets no bound below 100%.
	Rate  yen.Ratio   `json:"rate,omitzero"`
	Rates []yen.Ratio `json:"rates,omitzero"`
	Least yen.Ratio   `json:"least,omitzero"`
	Most  yen.Ratio   `json:"most,omitzero"` // up to 100% for a Discount

	// An Add adds its Amount, the premium of its Tables, or the Rate of the premium after
	// the last earlier step with the ID Of; with "", of the basic premium. A Minimum raises the
	// premium to the Amount.
	Amount yen.Amount `json:"amount,omitzero"`
	Of     clause.ID  `json:"of,omitzero"`
	Tables []Table    `json:"tables,omitzero"`

	Steps      []Step     `json:"steps,omitzero"`      // the discounts and loadings of a Together
	ShortRates []ShortRow `json:"shortRates,omitzero"` // the table for ByShortRate, from short to long

	// To rounds the premium after the step, and of an Add only what it adds; a Minimum has
	// none, for a premium above it would not be rounded. Exact keeps fractions of a yen for
	// the next step instead.
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
	Together    Kind = "together"   // takes the sum of the rates of its steps
	Add         Kind = "add"        // adds a premium, such as that of an endorsement
	Minimum     Kind = "minimum"    // raises the premium to a minimum (最低保険料)
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
	r.Tables, r.Notes = cloneTables(r.Tables), slices.Clone(r.Notes)
	r.Steps, r.Refund = cloneSteps(r.Steps), cloneSteps([]Step{r.Refund})[0]
	return r
}

func cloneSteps(all []Step) []Step {
	all = slices.Clone(all)
	for i := range all {
		all[i].clone()
		all[i].Steps = slices.Clone(all[i].Steps)
		for j := range all[i].Steps { // which have no steps
			all[i].Steps[j].clone()
		}
	}
	return all
}

func (s *Step) clone() {
	s.When, s.Tables = cloneChoices(s.When), cloneTables(s.Tables)
	s.Rates, s.ShortRates = slices.Clone(s.Rates), slices.Clone(s.ShortRates)
}

func cloneTables(all []Table) []Table {
	all = slices.Clone(all)
	for i := range all {
		all[i].Rows, all[i].When = slices.Clone(all[i].Rows), cloneChoices(all[i].When)
	}
	return all
}

func cloneChoices(all []Choice) []Choice {
	all = slices.Clone(all)
	for i := range all {
		all[i].Is = slices.Clone(all[i].Is)
	}
	return all
}
