// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Rules are the data of a tariff, each value with the clause that states it. A
// scheme fills them in for [New]. The zero Rules are not usable: New returns
// [ErrTariff].
type Rules struct {
	Table         Table         // the printed premiums
	TableClause   clause.Clause // where they are printed
	BetweenClause clause.Clause // the premium for sales between two rows

	// Adjustments are the discounts and loadings of the tariff, at most 8, in the
	// order in which they are applied. The premium is rounded by AdjustedTo after
	// each of them.
	Adjustments []AdjustmentRule
	AdjustedTo  yen.Rounding

	// TermBy decides the premium of a mid-term joiner, and TermTo its rounding.
	// ShortRates are the rows of the short-rate table, from short to long.
	TermBy     TermReading
	TermTo     yen.Rounding
	TermClause clause.Clause
	ShortRates []ShortRow

	// Basis is the kind of sales in the table.
	Basis       Basis
	BasisClause clause.Clause

	// ReductionClause states the reduction for under-declared sales.
	ReductionClause clause.Clause

	// Indicative states that the premiums are indicative. If it has no ID, they
	// are not indicative.
	Indicative clause.Clause

	// Notes are printed on the worksheet. A note with the clause of a step, such
	// as TermClause, is printed only if the step applies.
	Notes []clause.Note
}

// A TermReading decides the premium of a mid-term joiner (reading A27). The zero
// TermReading is ByMonths.
type TermReading uint8

const (
	ByMonths    TermReading = iota // pro rata by month (月割)
	ByDays                         // pro rata by day (日割)
	ByShortRate                    // short rate (短期率)
	ByFullYear                     // the full annual premium
)
