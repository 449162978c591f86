// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Rules are the data of a tariff, each value with the clause that states it.
// Fill them in for another scheme and give them to [New]. The zero Rules have
// no table and are refused.
type Rules struct {
	Table         Table         // the printed premiums
	TableClause   clause.Clause // where they are printed
	BetweenClause clause.Clause // how sales between two rows are priced

	// Adjustments are the discounts and loadings that the tariff knows, in the
	// order in which they are applied, at most 8. Each is rounded by itself.
	Adjustments []AdjustmentRule
	AdjustedTo  yen.Rounding

	// TermBy is how a member who joins mid-term is charged, TermTo how that is
	// rounded, and ShortRates the table of the short-rate way, rising.
	TermBy     TermReading
	TermTo     yen.Rounding
	TermClause clause.Clause
	ShortRates []ShortRow

	// Basis is the kind of sales that the table is read with.
	Basis       Basis
	BasisClause clause.Clause

	// ReductionClause states the cut of payments for under-declared sales.
	ReductionClause clause.Clause

	// Indicative is the clause that says that the figures are an indication and
	// not a quotation, or none for a tariff that binds.
	Indicative clause.Clause

	// Notes stand on the worksheets. One with the clause of a step, such as
	// TermClause, stands only where the step is taken.
	Notes []clause.Note
}

// TermReading is how the premium of a member who joins mid-term is found
// (reading A27). The zero TermReading is ByMonths.
type TermReading uint8

const (
	ByMonths    TermReading = iota // months of twelve
	ByDays                         // days of the year
	ByShortRate                    // the short-rate table
	ByFullYear                     // the full annual premium
)
