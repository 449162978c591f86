// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Quote is the premium of a member with what it is made of. It is a plain
// value; its worksheet is built when it is asked for. The zero Quote is none.
type Quote struct {
	Sales    yen.Amount `json:"sales"`    // a year's sales, of the tariff's basis
	Price    Price      `json:"price"`    // what the table says for a full year
	Adjusted yen.Amount `json:"adjusted"` // for a full year, after discounts and loadings
	Term     Term       `json:"term"`     // the part of a year that is charged
	Total    yen.Amount `json:"total"`    // for the term
	// Indicative says that the figures are an indication (概算) and do not bind,
	// as the tariff states.
	Indicative bool `json:"indicative"`

	tariff  Tariff
	applied uint8 // a bit for each adjustment of the tariff
	rates   [maxAdjustments]yen.Ratio
}

// Quote returns the premium for a year's sales and a term, with adjustments in
// the order of the tariff's rules, in whatever order they are given. The annual
// premium comes first, then the adjustments, then the term, each with the
// rounding that its rule names. The term is the caller's; [Tariff.Term] returns
// the one that the tariff's own reading charges.
//
// Sales that the table does not price return a [*Referral], see [Table.Annual].
// Otherwise it returns an [*Error]: [ErrSales] for sales below zero, [ErrTerm]
// for a term of no time, longer than a year or beyond the short-rate table,
// [ErrAdjustment] for an adjustment that the tariff does not know or that comes
// twice, [ErrRate] for a rate that is out of its bounds, [ErrPremium] for a
// premium beyond [yen.Max], and [ErrTariff] for the zero Tariff.
func (t Tariff) Quote(sales yen.Amount, term Term, adjustments ...Adjustment) (q Quote, err error) {
	r := t.rules
	if r == nil {
		return Quote{}, &Error{"Quote", "no tariff", ErrTariff}
	}
	if q.Price, err = r.Table.Annual(sales); err != nil {
		return Quote{}, err
	}
	part, ok := r.part(term)
	if !ok {
		return Quote{}, &Error{"Quote", term.String(), ErrTerm}
	}
	q.Sales, q.Term, q.Indicative, q.tariff = sales, term, r.Indicative.ID != "", t
	for _, a := range adjustments {
		if reason := q.apply(a); reason != nil {
			return Quote{}, &Error{"Quote", string(a.Clause) + " " + a.Rate.String(), reason}
		}
	}
	q.Adjusted = q.Price.Annual
	for i := range r.Adjustments {
		if q.applied>>i&1 == 0 {
			continue
		}
		if q.Adjusted, err = q.Adjusted.Times(r.Adjustments[i].factor(q.rates[i]), r.AdjustedTo); err != nil {
			return Quote{}, &Error{"Quote", sales.String(), ErrPremium}
		}
	}
	if q.Total, err = q.Adjusted.Times(part, r.TermTo); err != nil {
		return Quote{}, &Error{"Quote", sales.String(), ErrPremium}
	}
	return q, nil
}

// apply notes the rate of an adjustment that the tariff knows, that comes for
// the first time and whose rate is in bounds, and returns why it does not.
func (q *Quote) apply(a Adjustment) error {
	for i := range q.tariff.rules.Adjustments {
		rule := &q.tariff.rules.Adjustments[i]
		if rule.Clause.ID != a.Clause || q.applied>>i&1 == 1 {
			continue
		}
		if !rule.allows(a.Rate) {
			return ErrRate
		}
		q.applied |= 1 << i
		q.rates[i] = a.Rate
		return nil
	}
	return ErrAdjustment
}

// Sheet returns the worksheet: the printed premium, what was added between two
// rows, discounts and loadings, and the term, each followed by its rounding;
// then the notes. A line before a rounding shows whole yen, its fraction cut.
func (q Quote) Sheet() clause.Sheet {
	r := q.tariff.rules
	if r == nil {
		return clause.Sheet{}
	}
	s := clause.NewSheet("保険料計算書", "Premium worksheet")
	if q.Indicative {
		s = clause.NewSheet("概算保険料計算書", "Indicative premium worksheet")
	}
	s = r.priceLines(s, q.Sales)
	for i, a := range r.Adjustments {
		if q.applied>>i&1 == 1 {
			rate := q.rates[i].String()
			s = step(s, a.Clause.ID, a.factor(q.rates[i]), r.AdjustedTo, a.Clause.JA+" "+rate, a.Clause.EN+" "+rate)
		}
	}
	if part, _ := r.part(q.Term); q.Term != (Term{}) {
		ja, en := q.Term.Text(language.Japanese), q.Term.Text(language.English)
		if q.Term.kind == shortRate {
			ja, en = ja+" "+part.String(), en+": "+part.String()
		}
		s = step(s, r.TermClause.ID, part, r.TermTo, ja, en)
	}
	if r.BasisClause.ID != "" {
		s = s.Note(r.BasisClause.ID, "売上高は"+r.Basis.Text(language.Japanese)+"です。", "Sales are "+r.Basis.Text(language.English)+".")
	}
	for _, n := range r.Notes {
		if r.concerns(n, s) {
			s = s.Note(n.Clause, n.JA, n.EN)
		}
	}
	return s
}

// concerns reports whether a note belongs on the sheet: one on a step that not
// every quote takes does only if a line cites its clause.
func (r *Rules) concerns(n clause.Note, s clause.Sheet) bool {
	for l := range s.Lines() {
		if l.Clause == n.Clause {
			return true
		}
	}
	return n.Clause != r.BetweenClause.ID && n.Clause != r.TermClause.ID &&
		!slices.ContainsFunc(r.Adjustments, func(a AdjustmentRule) bool { return a.Clause.ID == n.Clause })
}

// rowText returns what the line of a printed premium says.
func (r *Rules) rowText(row Row) (ja, en string) {
	return strings.TrimSpace(r.TableClause.JA + " 売上高" + row.Sales.String()),
		strings.TrimPrefix(r.TableClause.EN+", sales "+row.Sales.Text(language.English), ", ")
}

// priceLines adds the lines of the annual premium.
func (r *Rules) priceLines(s clause.Sheet, sales yen.Amount) clause.Sheet {
	price, _ := r.Table.Annual(sales)
	i := r.Table.t.find(sales)
	low := r.Table.t.rows[i]
	if price.Origin == FromNextRow {
		low = r.Table.t.rows[i+1]
	}
	ja, en := r.rowText(low)
	s = s.Add(low.Clause, low.Annual, ja, en)
	if price.Origin != Interpolated {
		return s
	}
	high := r.Table.t.rows[i+1]
	exact, _ := (sales - low.Sales).Times(r.Table.t.slope[i], yen.Rounding{})
	s = s.Add(r.BetweenClause.ID, low.Annual+exact,
		fmt.Sprintf("補間 %v x %v / %v", sales-low.Sales, high.Annual-low.Annual, high.Sales-low.Sales),
		fmt.Sprintf("interpolated: %s x %s / %s", (sales-low.Sales).Text(language.English),
			(high.Annual-low.Annual).Text(language.English), (high.Sales-low.Sales).Text(language.English)))
	return rounded(s, r.BetweenClause.ID, price.Annual, r.Table.t.to).Note(r.BetweenClause.ID,
		fmt.Sprintf("売上高%vと%vの2行の間を補間した額です。", low.Sales, high.Sales),
		fmt.Sprintf("Interpolated between the rows of %s and %s.", low.Sales.Text(language.English), high.Sales.Text(language.English)))
}

// step adds the line of a product and the line of its rounding.
func step(s clause.Sheet, id clause.ID, factor yen.Ratio, to yen.Rounding, ja, en string) clause.Sheet {
	before := s.Total()
	cut, _ := before.Times(factor, yen.Rounding{})
	total, _ := before.Times(factor, to)
	return rounded(s.Add(id, cut, ja, en), id, total, to)
}

// rounded adds the line of a rounding.
func rounded(s clause.Sheet, id clause.ID, total yen.Amount, to yen.Rounding) clause.Sheet {
	return s.Add(id, total, to.Text(language.Japanese), to.Text(language.English))
}
