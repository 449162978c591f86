// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// Sheet returns the worksheet: the printed premium, the amount for sales between
// two rows, the discounts and loadings, and the term, each followed by its
// rounding; then the closing line and the notes. The line before a rounding has
// whole yen, without a fraction. A step or a rounding that changes nothing has no
// line. The zero Quote gives the zero Sheet.
func (q Quote) Sheet() clause.Sheet {
	r := q.tariff.rules
	if r == nil {
		return clause.Sheet{}
	}
	s := clause.NewSheet("保険料計算書", "Premium worksheet").Close("", "保険料", "Premium")
	if q.Indicative {
		s = clause.NewSheet("概算保険料計算書", "Indicative premium worksheet").
			Close(r.Indicative.ID, "概算保険料", "Indicative premium")
	}
	s = q.priceLines(s)
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
		s = s.Note(r.BasisClause.ID,
			"保険料は、"+r.Basis.Text(language.Japanese)+"に基づいて算出しています。",
			"The premium is based on the "+r.Basis.Text(language.English)+".")
	}
	for _, n := range r.Notes {
		if q.concerns(n, s) {
			s = s.Note(n.Clause, n.JA, n.EN)
		}
	}
	return s
}

// concerns reports whether a note belongs on the sheet. A note with the clause of
// a step does only if the step applies.
func (q *Quote) concerns(n clause.Note, s clause.Sheet) bool {
	r := q.tariff.rules
	for l := range s.Lines() {
		if l.Clause == n.Clause {
			return true
		}
	}
	switch {
	case n.Clause == "":
		return true
	case n.Clause == r.BetweenClause.ID:
		return q.Price.Origin != Published
	case n.Clause == r.TermClause.ID:
		return false
	}
	return !slices.ContainsFunc(r.Adjustments, func(a AdjustmentRule) bool { return a.Clause.ID == n.Clause })
}

// rowText returns the title of a printed premium.
func (r *Rules) rowText(row Row) (ja, en string) {
	return strings.TrimSpace(r.TableClause.JA + " 売上高" + row.Sales.String()),
		strings.TrimPrefix(r.TableClause.EN+", sales "+row.Sales.Text(language.English), ", ")
}

// priceLines adds the lines of the annual premium.
func (q *Quote) priceLines(s clause.Sheet) clause.Sheet {
	r := q.tariff.rules
	i := r.Table.t.find(q.Sales)
	low := r.Table.t.rows[i]
	switch q.Price.Origin {
	case FromNextRow:
		next := r.Table.t.rows[i+1]
		ja, en := r.rowText(next)
		return add(s, next.Clause, next.Annual, ja+"（次の行）", en+" (the next row)")
	case Interpolated:
		ja, en := r.rowText(low)
		s = add(s, low.Clause, low.Annual, ja, en)
		more := q.Sales - low.Sales
		exact, _ := more.Times(r.Table.t.slope[i], yen.Rounding{})
		s = add(s, r.BetweenClause.ID, low.Annual+exact,
			"売上高"+low.Sales.String()+"と"+q.Price.High.String()+"の間の比例計算（"+more.String()+"分）",
			"interpolated for "+more.Text(language.English)+" above the "+low.Sales.Text(language.English)+" row")
		return rounded(s, r.BetweenClause.ID, q.Price.Annual, r.Table.t.to)
	default:
		ja, en := r.rowText(low)
		return add(s, low.Clause, low.Annual, ja, en)
	}
}

// step adds the line of a product and the line of its rounding.
func step(s clause.Sheet, id clause.ID, factor yen.Ratio, to yen.Rounding, ja, en string) clause.Sheet {
	before := s.Total()
	cut, _ := before.Times(factor, yen.Rounding{})
	total, _ := before.Times(factor, to)
	return rounded(add(s, id, cut, ja, en), id, total, to)
}

// rounded adds the line of a rounding.
func rounded(s clause.Sheet, id clause.ID, total yen.Amount, to yen.Rounding) clause.Sheet {
	return add(s, id, total, to.Text(language.Japanese), to.Text(language.English))
}

// add adds a line whose English text starts with a capital.
func add(s clause.Sheet, id clause.ID, total yen.Amount, ja, en string) clause.Sheet {
	return s.Add(id, total, ja, text.Capital(en))
}
