// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

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
// Quote refers to the agent, at sales.amount, if the table has no premium for the
// sales; see [Tariff.Annual]. Before that it returns a [*fault.Error], or several
// joined, with
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
	rules, sales := &t.t.rules, r.Sales.Amount
	price, err := t.t.price(op, sales)
	if err != nil {
		return Quote{}, fault.In(op, "sales.amount", err)
	}
	x := whole(price.Annual)
	if rules.Table.Exact && price.Origin == Interpolated {
		x = t.t.exact(t.t.find(sales), sales)
	}
	if sheet != nil {
		t.t.priceLines(sheet, sales, price)
	}
	q := Quote{Sales: sales, Price: price, Term: r.Term, Indicative: rules.Indicative.ID != ""}
	for i := range rules.Steps {
		s := &rules.Steps[i]
		if i == t.t.term {
			q.Adjusted = x.floor()
		}
		f, applies := s.factor(r)
		if !applies {
			continue
		}
		y, ok := x.times(f.num, f.den)
		x = y
		if ok && !s.Exact {
			rounded := y.round(s.To)
			x, ok = whole(rounded), rounded <= yen.Max
		}
		if !ok {
			return Quote{}, s.tooLarge(op, r, f)
		}
		if sheet != nil {
			s.lines(sheet, r, f, y.floor(), x.floor())
		}
	}
	q.Total = x.floor()
	if t.t.term < 0 {
		q.Adjusted = q.Total
	}
	return q, nil
}

// tooLarge returns the error for a premium that does not fit after the step.
//
//go:noinline
func (s *Step) tooLarge(op string, r *Risk, f factor) error {
	if s.Kind.isAdjustment() {
		rate := r.Adjust[f.adjust].Rate.String()
		return &fault.Error{Op: op, Path: index("adjust", f.adjust) + ".rate", Input: rate, Reason: fault.ErrOverflow}
	}
	return &fault.Error{Op: op, Path: "term", Reason: fault.ErrOverflow}
}
