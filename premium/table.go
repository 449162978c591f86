// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"fmt"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Row is one line of a printed premium table: who has these sales pays this
// premium for a full year. The zero Row is none and is refused.
type Row struct {
	Sales  yen.Amount // a year's sales
	Annual yen.Amount // the annual premium
	Clause clause.ID  // where it is printed
}

// Between is how sales between two rows are priced (reading A26). The zero
// Between is Linear.
type Between uint8

const (
	Linear     Between = iota // on the straight line between the two rows, rounded
	NextRow                   // as the row with the next higher sales
	NotBetween                // not at all: a referral
)

// A Table prices sales from printed rows. It is an immutable value, and ==
// tells whether two are one; the zero Table has no rows and prices nothing.
type Table struct{ t *table }

type table struct {
	sales   []yen.Amount // of the rows, rising
	rows    []Row
	slope   []yen.Ratio // from each row to the next: premium for a yen of sales
	between Between
	to      yen.Rounding
}

// NewTable returns the table of the rows. Premiums between two rows on a line
// are rounded as said; the other ways do not round.
//
// It returns an [*Error] with [ErrTable] unless there is a row, sales rise from
// row to row and premiums do not fall, both from above zero and within [yen.Max],
// and, on a line, each printed premium is itself a multiple of the rounding's
// unit: otherwise rounding could let the premium fall as sales rise.
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

// A Price is the annual premium of a table for some sales, and where in the
// table it comes from. The zero Price is none.
type Price struct {
	Annual yen.Amount `json:"annual"` // before discounts, for a full year
	Origin Origin     `json:"origin"` // a row, or how it lies between two
	Low    yen.Amount `json:"low"`    // the sales of the last row at or below those asked for
	High   yen.Amount `json:"high"`   // the sales of the first row at or above them
}

// Annual returns the price for a year's sales. Sales exactly on a row, the
// first and the last included, have the premium printed there. Below the first
// row, above the last and, if the table says so, between two, it returns a
// [*Referral] with [ErrBelow], [ErrAbove] or [ErrBetween]. For sales below zero
// or a table without rows it returns an [*Error] with [ErrSales] or [ErrTable].
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

// find returns the index of the last row at or below the sales, for sales
// within the table. It counts the rows above without a branch, because a table
// is short and which row it will be cannot be foreseen.
func (t *table) find(sales yen.Amount) int {
	//  sales[i] <= sales < sales[i+1]
	i := len(t.sales) - 1
	for _, row := range t.sales {
		i -= int(uint64(sales-row) >> 63) // 1 if the difference is below zero
	}
	return i
}

// refuse returns why there is no price outside the rows.
func (t *table) refuse(sales yen.Amount) error {
	last := len(t.rows) - 1
	switch {
	case sales < 0:
		return &Error{"Annual", sales.String(), ErrSales}
	case sales < t.rows[0].Sales:
		return &Referral{ErrBelow, sales, t.rows[0].Sales, t.rows[0].Clause}
	}
	return &Referral{ErrAbove, sales, t.rows[last].Sales, t.rows[last].Clause}
}
