// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"math/bits"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
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

// An Origin is the way in which a table gives a premium. The zero Origin
// represents no premium.
type Origin string

const (
	Published    Origin = "published"    // the sales are those of a row
	Interpolated Origin = "interpolated" // the sales are between two rows, and so is the premium
	FromNextRow  Origin = "next-row"     // the sales are between two rows; the premium is that of the higher row
)

// Text returns the origin in the language, or its code if it is unknown.
func (o Origin) Text(tag language.Tag) string {
	switch o {
	case Published:
		return text.In(tag, "表の金額", "printed in the table")
	case Interpolated:
		return text.In(tag, "表の行と行の間の比例計算", "interpolated between two rows")
	case FromNextRow:
		return text.In(tag, "次の行の金額", "premium of the next row")
	}
	return string(o)
}

// A table is a Table that is ready to be read.
type table struct {
	sales []yen.Amount // of the rows
	rows  []Row
	lines []line
	even  bool // ties go to the even multiple

	linear, nextRow bool
}

// A line is the premium from one row to the next: annual plus rise/run for each
// yen of sales above the row. With what the rounding adds, it is
// (hi:lo + sales above × rise) / step, in units.
type line struct {
	low, high                     yen.Amount // the sales of the two rows
	hi, lo, rise, run, step, unit uint64
}

// newLine returns the line from the row low to the row high, which has more sales,
// and whether its numbers fit.
func newLine(low, high Row, to yen.Rounding) (line, bool) {
	slope, _ := yen.NewRatio(int64(high.Annual-low.Annual), int64(high.Sales-low.Sales))
	l := line{low: low.Sales, high: high.Sales, rise: uint64(slope.Num()), run: uint64(slope.Den()), unit: uint64(to.Unit())}
	over, step := bits.Mul64(l.run, l.unit)
	l.step = step
	add := uint64(0)
	switch to.Mode() {
	case yen.HalfUp, yen.HalfEven:
		add = step / 2
	case yen.Up:
		add = step - 1
	default:
	}
	var carry uint64
	l.hi, l.lo = bits.Mul64(uint64(low.Annual), l.run)
	l.lo, carry = bits.Add64(l.lo, add, 0)
	l.hi += carry
	return l, over == 0
}

// find returns the index of the last row at or below the sales, or -1 if the
// sales are outside the table. It counts the rows above without a branch: a table
// is short, and a branch on the sales cannot be predicted.
func (t *table) find(sales yen.Amount) int {
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
	b := &t.table
	i := b.find(sales)
	switch {
	case i < 0:
		return Price{}, t.outside(op, sales)
	case sales == b.sales[i]:
		return Price{b.rows[i].Annual, Published, sales, sales}, nil
	case b.linear:
		l := &b.lines[i]
		return Price{l.at(sales-l.low, b.even), Interpolated, l.low, l.high}, nil
	}
	low, high := b.sales[i], &b.rows[i+1]
	if b.nextRow {
		return Price{high.Annual, FromNextRow, low, high.Sales}, nil
	}
	return Price{}, &Referral{fault.ErrBetween, sales, high.Sales, high.Clause}
}

// at returns the rounded premium for so many yen of sales above the row.
func (l *line) at(above yen.Amount, even bool) yen.Amount {
	hi, lo := bits.Mul64(uint64(above), l.rise)
	lo, carry := bits.Add64(lo, l.lo, 0)
	units, left := bits.Div64(hi+l.hi+carry, lo, l.step) // at most those of the next row
	if even && left == 0 && l.step%2 == 0 {
		units &^= 1
	}
	return yen.Amount(units * l.unit)
}

// exact returns the premium for sales between two rows, before it is rounded.
func (t *table) exact(sales yen.Amount) exact {
	i := t.find(sales)
	l := &t.lines[i]
	hi, lo := bits.Mul64(uint64(sales-l.low), l.rise)
	baseHi, baseLo := bits.Mul64(uint64(t.rows[i].Annual), l.run)
	lo, carry := bits.Add64(lo, baseLo, 0)
	return exact{hi + baseHi + carry, lo, l.run}
}

// outside returns the error for sales outside the table.
//
//go:noinline
func (t *tariff) outside(op string, sales yen.Amount) error {
	first, last := t.table.rows[0], t.table.rows[len(t.table.rows)-1]
	switch {
	case sales < 0:
		return &fault.Error{Op: op, Input: sales.String(), Want: leastSales, Reason: fault.ErrRange}
	case sales == 0:
		return &Referral{Reason: fault.ErrNotStated, Clause: t.rules.BasisClause.ID}
	case sales < first.Sales:
		return &Referral{fault.ErrBelow, sales, first.Sales, first.Clause}
	}
	return &Referral{fault.ErrAbove, sales, last.Sales, last.Clause}
}
