// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"math/bits"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Price is the annual premium of a table for some sales. The zero Price
// represents no premium.
type Price struct {
	Annual yen.Amount `json:"annual"` // for a full year, before discounts; a fraction of a yen is cut
	Origin Origin     `json:"origin"` // how the table gives it
	Low    yen.Amount `json:"low"`    // the sales of the last row at or below the sales
	High   yen.Amount `json:"high"`   // the sales of the first row at or above the sales
}

// find returns the index of the last row at or below the sales, or -1 if the
// sales are outside the table. It counts the rows above without a branch: a table
// is short, and a branch on the sales cannot be predicted.
func (t *tariff) find(sales yen.Amount) int {
	i := len(t.sales) - 1
	if sales < t.sales[0] || sales > t.sales[i] {
		return -1
	}
	for _, row := range t.sales {
		i -= int(uint64(sales-row) >> 63) // 1 if the difference is below zero
	}
	return i
}

// price returns the price for the sales, for the function op.
func (t *tariff) price(op string, sales yen.Amount) (Price, error) {
	if t == nil {
		return Price{}, noTariff(op)
	}
	i := t.find(sales)
	if i < 0 {
		return Price{}, t.outside(op, sales)
	}
	rows := t.rules.Table.Rows
	if sales == rows[i].Sales {
		return Price{rows[i].Annual, Published, sales, sales}, nil
	}
	next := &rows[i+1]
	switch between := t.rules.Table.Between; between {
	case Interpolated:
		return Price{t.exact(i, sales).round(t.rules.Table.To), between, rows[i].Sales, next.Sales}, nil
	case NextRow:
		return Price{next.Annual, between, rows[i].Sales, next.Sales}, nil
	default:
		return Price{}, referral(op, fault.ErrBetween, sales, next.Sales, next.Clause)
	}
}

// exact returns the premium for sales between the row i and the next one, before
// it is rounded.
func (t *tariff) exact(i int, sales yen.Amount) exact {
	row, slope := &t.rules.Table.Rows[i], t.slopes[i]
	hi, lo := bits.Mul64(uint64(sales-row.Sales), uint64(slope.Num()))
	baseHi, baseLo := bits.Mul64(uint64(row.Annual), uint64(slope.Den()))
	lo, carry := bits.Add64(lo, baseLo, 0)
	return exact{hi + baseHi + carry, lo, uint64(slope.Den())}
}

// outside returns the error for sales outside the table.
//
//go:noinline
func (t *tariff) outside(op string, sales yen.Amount) error {
	rows := t.rules.Table.Rows
	first, last := rows[0], rows[len(rows)-1]
	switch {
	case sales < 0:
		return &fault.Error{Op: op, Input: sales.String(), Want: leastSales, Reason: fault.ErrRange}
	case sales == 0:
		return referral(op, fault.ErrNotStated, 0, 0, t.rules.BasisClause.ID)
	case sales < first.Sales:
		return referral(op, fault.ErrBelow, sales, first.Sales, first.Clause)
	}
	return referral(op, fault.ErrAbove, sales, last.Sales, last.Clause)
}
