// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"math/bits"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Price is the annual premium of a table for an exposure. The zero Price
// represents no premium.
type Price struct {
	Annual yen.Amount `json:"annual"` // for a full year, before the steps; a fraction of a yen is cut
	Origin Origin     `json:"origin"` // how the table gives it
	Low    yen.Amount `json:"low"`    // the exposure of the last row at or below it
	High   yen.Amount `json:"high"`   // the exposure of the first row at or above it, or 0 if there is none
}

// prices are a table made ready.
type prices struct {
	flat   bool
	linear bool // it is Interpolated
	when   []choice
	by     int          // the option of the exposure, or bySales
	at     []yen.Amount // the exposures of the rows
	most   yen.Amount   // the largest exposure that has a premium
	slopes []yen.Ratio  // what an interpolated premium rises from a row to the next, for each unit
	Table
}

// bySales is the option of a table that is read with the sales.
const bySales = -1

// find returns the index of the last row at or below the exposure, or -1 if that is
// outside the table. It counts the rows above without a branch: a table is short,
// and a branch on the exposure cannot be predicted.
func (p *prices) find(n yen.Amount) int {
	if n < p.at[0] || n > p.most {
		return -1
	}
	i := len(p.at) - 1
	for _, row := range p.at {
		i -= int(uint64(n-row) >> 63) // 1 if the difference is below zero
	}
	return i
}

// price returns the price for an exposure, or why there is none.
func (p *prices) price(n yen.Amount) (Price, *fault.Reason) {
	if p.flat {
		return Price{Annual: p.Rows[0].Annual, Origin: Published}, nil
	}
	i := p.find(n)
	switch {
	case i < 0 && n < p.at[0]:
		return Price{}, fault.ErrBelow
	case i < 0:
		return Price{}, fault.ErrAbove
	}
	row := &p.Rows[i]
	var price Price
	switch {
	case n == row.At:
		price = Price{row.Annual, Published, n, n}
	case p.linear:
		return Price{p.interpolated(i, n).round(p.To), Interpolated, row.At, p.at[i+1]}, nil
	case p.Between == NextRow:
		price = Price{p.Rows[i+1].Annual, NextRow, row.At, p.at[i+1]}
	case p.Between == OnRow:
		return Price{}, fault.ErrBetween
	case i+1 < len(p.at):
		price = Price{row.Annual, Stepped, row.At, p.at[i+1]}
	default:
		price = Price{row.Annual, Stepped, row.At, 0}
	}
	if p.Per > 0 {
		return p.times(n, price)
	}
	return price, nil
}

// times returns the price for an exposure of a table that states it by Per.
func (p *prices) times(n yen.Amount, price Price) (Price, *fault.Reason) {
	x, ok := whole(price.Annual).times(uint64(n), uint64(p.Per))
	if !ok {
		return Price{}, fault.ErrOverflow
	}
	price.Annual, price.Origin = x.round(p.To), p.Between
	if price.Annual > yen.Max {
		return Price{}, fault.ErrOverflow
	}
	return price, nil
}

// exact returns the price for an exposure, which has one, with its fraction of a yen if
// the table keeps that.
func (p *prices) exact(n yen.Amount, price Price) exact {
	switch {
	case !p.Exact || price.Origin == Published:
	case p.Per > 0:
		x, _ := whole(p.Rows[p.rowOf(n)].Annual).times(uint64(n), uint64(p.Per))
		return x
	case p.Between == Interpolated:
		return p.interpolated(p.find(n), n)
	}
	return whole(price.Annual)
}

// rowOf returns the index of the row that gives the premium for an exposure, or of the
// one below it for a premium between two rows.
func (p *prices) rowOf(n yen.Amount) int {
	if p.Between == Flat {
		return 0
	}
	i := p.find(n)
	if p.Between == NextRow && n > p.at[i] {
		i++
	}
	return i
}

// interpolated returns the premium for an exposure between the row i and the next
// one, before it is rounded.
func (p *prices) interpolated(i int, n yen.Amount) exact {
	row, slope := &p.Rows[i], p.slopes[i]
	hi, lo := bits.Mul64(uint64(n-row.At), uint64(slope.Num()))
	baseHi, baseLo := bits.Mul64(uint64(row.Annual), uint64(slope.Den()))
	lo, carry := bits.Add64(lo, baseLo, 0)
	return exact{hi + baseHi + carry, lo, uint64(slope.Den())}
}

// canBeFraction reports whether the table can give a fraction of a yen.
func (t *Table) canBeFraction() bool { return t.Exact && (t.Between == Interpolated || t.Per > 1) }

// ready returns the table made ready to be read with the option.
func (t *Table) ready(when []choice, by int) prices {
	p := prices{Table: *t, flat: t.Between == Flat, linear: t.Between == Interpolated, when: when, by: by}
	for i, row := range t.Rows {
		p.at, p.most = append(p.at, row.At), row.At
		if i > 0 && t.Between == Interpolated {
			last := t.Rows[i-1]
			slope, _ := yen.NewRatio(int64(row.Annual-last.Annual), int64(row.At-last.At))
			p.slopes = append(p.slopes, slope)
		}
	}
	if t.Between == Stepped {
		p.most = t.Most
		if t.Most == 0 {
			p.most = yen.Max
		}
	}
	return p
}
