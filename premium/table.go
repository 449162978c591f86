// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"fmt"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Row is one row of a premium table. The zero Row is not usable: NewTable
// returns [ErrTable].
type Row struct {
	Sales  yen.Amount // the sales of a year
	Annual yen.Amount // the annual premium
	Clause clause.ID  // the clause that states the premium
}

// Between decides the premium for sales between two rows (reading A26). The zero
// Between is Linear.
type Between uint8

const (
	Linear     Between = iota // linear interpolation between the two rows, rounded
	NextRow                   // the premium of the row with the next higher sales
	NotBetween                // no premium: Annual returns ErrBetween
)

// A Table is a table of annual premiums by sales. It is an immutable value. Two
// tables are equal with == only if one is a copy of the other. The zero Table has
// no rows; Annual returns [ErrTable].
type Table struct{ t *table }

type table struct {
	sales   []yen.Amount // the sales of the rows, rising
	rows    []Row
	slope   []yen.Ratio // from each row to the next: premium for a yen of sales
	between Between
	to      yen.Rounding
}

// NewTable returns the table of the rows. With Linear, the premium between two
// rows is rounded by to; the other values of between do not round.
//
// NewTable returns an [*Error] with [ErrTable] if
//   - there are no rows or between is unknown,
//   - the sales do not rise from row to row, or the premiums fall,
//   - sales or a premium are not above zero or are beyond [yen.Max],
//   - with Linear, a premium is not a multiple of the unit of the rounding, for
//     then the premium could fall as sales rise.
func NewTable(between Between, to yen.Rounding, rows ...Row) (Table, error) {
	t := table{between: between, to: to}
	if len(rows) == 0 || between > NotBetween {
		return Table{}, &Error{"NewTable", fmt.Sprintf("%d rows", len(rows)), ErrTable}
	}
	last := Row{}
	for i, r := range rows {
		if r.Sales <= last.Sales || r.Sales > yen.Max || r.Annual <= 0 || r.Annual < last.Annual || r.Annual > yen.Max {
			return Table{}, r.refused()
		}
		if between == Linear {
			if rounded, err := r.Annual.Times(yen.Percent(100), to); err != nil || rounded != r.Annual {
				return Table{}, r.refused()
			}
			if i > 0 {
				slope, _ := yen.NewRatio(int64(r.Annual-last.Annual), int64(r.Sales-last.Sales))
				t.slope = append(t.slope, slope)
			}
		}
		t.sales = append(t.sales, r.Sales)
		t.rows = append(t.rows, r)
		last = r
	}
	return Table{&t}, nil
}

func (r Row) refused() *Error {
	return &Error{"NewTable", "sales " + r.Sales.String() + ", premium " + r.Annual.String(), ErrTable}
}

// A Price is the annual premium of a table for some sales. The zero Price
// represents no premium.
type Price struct {
	Annual yen.Amount `json:"annual"` // for a full year, before discounts
	Origin Origin     `json:"origin"` // how the table gives it
	Low    yen.Amount `json:"low"`    // the sales of the last row at or below the sales
	High   yen.Amount `json:"high"`   // the sales of the first row at or above the sales
}

// Annual returns the price for the sales of a year. Sales that equal those of a
// row, the first and the last row included, have the premium of that row.
//
// Annual returns a [*Referral] with
//   - [ErrNotStated] if sales is 0円,
//   - [ErrBelow] if sales is at least 1円 and below the first row,
//   - [ErrAbove] if sales is above the last row,
//   - [ErrBetween] if sales is between two rows and the table is NotBetween.
//
// It returns an [*Error] with [ErrSales] if sales is below zero, and with
// [ErrTable] for the zero Table.
func (t Table) Annual(sales yen.Amount) (Price, error) {
	if t.t == nil {
		return Price{}, &Error{"Annual", "no rows", ErrTable}
	}
	return t.t.price(sales)
}

func (t *table) price(sales yen.Amount) (Price, error) {
	last := len(t.sales) - 1
	if sales < t.sales[0] || sales > t.sales[last] {
		return Price{}, t.refuse(sales)
	}
	i := t.find(sales)
	low := &t.rows[i]
	if sales == low.Sales {
		return Price{low.Annual, Published, low.Sales, low.Sales}, nil
	}
	high := &t.rows[i+1]
	switch t.between {
	case Linear:
		more, err := (sales - low.Sales).Times(t.slope[i], t.to)
		return Price{low.Annual + more, Interpolated, low.Sales, high.Sales}, err
	case NextRow:
		return Price{high.Annual, FromNextRow, low.Sales, high.Sales}, nil
	default:
		return Price{}, &Referral{ErrBetween, sales, high.Sales, high.Clause}
	}
}

// find returns the index of the last row at or below the sales, for sales within
// the table. It counts the rows above without a branch: a table is short, and a
// branch on the sales cannot be predicted.
func (t *table) find(sales yen.Amount) int {
	//  sales[i] <= sales < sales[i+1]
	i := len(t.sales) - 1
	for _, row := range t.sales {
		i -= int(uint64(sales-row) >> 63) // 1 if the difference is below zero
	}
	return i
}

// refuse returns the reason for which sales outside the rows have no price.
func (t *table) refuse(sales yen.Amount) error {
	last := len(t.rows) - 1
	switch {
	case sales < 0:
		return &Error{"Annual", sales.String(), ErrSales}
	case sales == 0:
		return &Referral{Reason: ErrNotStated}
	case sales < t.rows[0].Sales:
		return &Referral{ErrBelow, sales, t.rows[0].Sales, t.rows[0].Clause}
	}
	return &Referral{ErrAbove, sales, t.rows[last].Sales, t.rows[last].Clause}
}
