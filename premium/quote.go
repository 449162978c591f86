// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Risk is what a tariff computes a premium for. The sales of the zero Risk are
// not stated, and its term is a full year.
type Risk struct {
	Sales  Sales
	Term   Term
	Adjust []Adjustment // in any order; the tariff has its own
}

// An Adjustment is a discount or a loading at a rate. The insurer decides the
// rate of a member. The zero Adjustment names no step of a tariff.
type Adjustment struct {
	Clause clause.ID // the ID of the step
	Rate   yen.Ratio // 10% is a tenth of the premium; 0 to the largest rate of the step
}

// A Quote is the premium for a risk. It is plain data: its JSON form reads back
// to an equal value. The zero Quote has no premium.
type Quote struct {
	Sales    yen.Amount `json:"sales"`    // the sales of a year, of the basis of the tariff
	Price    Price      `json:"price"`    // the annual premium of the table
	Adjusted yen.Amount `json:"adjusted"` // the premium before the term is applied; a fraction of a yen is cut
	Term     Term       `json:"term"`     // the length of the policy period
	Total    yen.Amount `json:"total"`    // the premium for the term
	// Indicative reports whether the premium is indicative (概算保険料) and not
	// a quotation.
	Indicative bool `json:"indicative"`
}

// Quote returns the premium for a risk: the steps of the tariff in their order. A
// step of the term does not apply to a full year, and a discount or a loading
// only if the risk has it at a rate above 0.
//
// Quote returns a [*Referral] if the table has no premium for the sales; see
// [Tariff.Annual]. Before that it returns a [*fault.Error], or several joined,
// with
//   - [fault.ErrMissing] for the zero Tariff,
//   - [fault.ErrRange] at sales.amount if the sales are below zero,
//   - [fault.ErrConflict] at sales.basis if sales that are stated have another
//     basis than the tariff,
//   - [fault.ErrRange] at term.months or term.days if that number is needed and
//     out of range, or beyond the short-rate table,
//   - [fault.ErrUnknown] or [fault.ErrDuplicate] at adjust[i].clause if the tariff
//     has no such adjustment, or if it is repeated,
//   - [fault.ErrRange] at adjust[i].rate if the rate is out of bounds.
//
// It returns [fault.ErrOverflow] at adjust[i].rate or term if the premium after
// that step is beyond [yen.Max], or its fraction of a yen too fine.
func (t Tariff) Quote(r Risk) (Quote, error) { return t.run("premium.Quote", &r, nil) }

// Sheet returns the worksheet of the quote for a risk: the printed premium, the
// amount for sales between two rows, then each step that applies, each followed
// by its rounding, then the closing line and the notes. The line before a rounding
// has whole yen, without a fraction. A step or a rounding that changes nothing has
// no line. Sheet returns the errors of [Tariff.Quote].
func (t Tariff) Sheet(r Risk) (clause.Sheet, error) {
	if t.t == nil {
		return clause.Sheet{}, noTariff("premium.Sheet")
	}
	sheet := t.t.rules.newSheet()
	q, err := t.run("premium.Sheet", &r, &sheet)
	if err != nil {
		return clause.Sheet{}, err
	}
	return t.t.rules.notes(sheet, q), nil
}

// run takes the steps, and writes each of them on the sheet if there is one.
func (t Tariff) run(op string, r *Risk, sheet *clause.Sheet) (Quote, error) {
	if t.t == nil {
		return Quote{}, noTariff(op)
	}
	if err := t.t.check(op, r); err != nil {
		return Quote{}, err
	}
	sales := r.Sales.Amount
	price, err := t.t.price(op, sales)
	if err != nil {
		return Quote{}, err
	}
	x := whole(price.Annual)
	if t.t.steps[0].Exact && price.Origin == Interpolated {
		x = t.t.table.exact(sales)
	}
	if sheet != nil {
		t.t.priceLines(sheet, sales, price)
	}
	q := Quote{Sales: sales, Price: price, Term: r.Term, Indicative: t.t.rules.Indicative.ID != ""}
	for i := range t.t.steps[1:] {
		s := &t.t.steps[i+1]
		if s.isTerm() {
			q.Adjusted = x.floor()
		}
		f, ok := s.factor(r)
		if !ok {
			continue
		}
		y, ok := x.times(f.num, f.den)
		z := y
		switch {
		case !ok:
		case s.Exact:
			ok = y.fits()
		default:
			z, ok = y.round(s.To)
		}
		if !ok {
			return Quote{}, s.tooLarge(op, r, f)
		}
		if sheet != nil {
			s.lines(sheet, r, f, y.floor(), z.floor())
		}
		x = z
	}
	q.Total = x.floor()
	if t.t.term == 0 {
		q.Adjusted = q.Total
	}
	return q, nil
}

// tooLarge returns the error for a premium that does not fit after the step.
//
//go:noinline
func (s *step) tooLarge(op string, r *Risk, f factor) error {
	if s.isAdjustment() {
		rate := r.Adjust[f.adjust].Rate.String()
		return &fault.Error{Op: op, Path: adjustPath(f.adjust, ".rate"), Input: rate, Reason: fault.ErrOverflow}
	}
	return &fault.Error{Op: op, Path: "term", Reason: fault.ErrOverflow}
}

func adjustPath(i int, part string) string { return index("adjust", i) + part }

func index(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }
