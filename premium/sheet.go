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

func (r *Rules) newSheet() clause.Sheet {
	if r.Indicative.ID == "" {
		return clause.NewSheet("保険料計算書", "Premium worksheet").Close("", "保険料", "Premium")
	}
	return clause.NewSheet("概算保険料計算書", "Indicative premium worksheet").
		Close(r.Indicative.ID, "概算保険料", "Indicative premium")
}

// priceLines adds the lines of the price.
func (t *tariff) priceLines(sheet *clause.Sheet, sales yen.Amount, p Price) {
	s, row := &t.rules.Steps[0], t.table.find(sales)
	low := s.Table.Rows[row]
	ja, en := s.rowText(low)
	switch p.Origin {
	case FromNextRow:
		next := s.Table.Rows[row+1]
		ja, en = s.rowText(next)
		add(sheet, next.Clause, next.Annual, ja+"（次の行）", en+" (the next row)")
	case Interpolated:
		add(sheet, low.Clause, low.Annual, ja, en)
		by, more := s.Table.BetweenClause.ID, sales-low.Sales
		add(sheet, by, t.table.exact(sales).floor(),
			"売上高"+low.Sales.String()+"と"+p.High.String()+"の間の比例計算（"+more.String()+"分）",
			"interpolated for "+more.Text(language.English)+" above the "+low.Sales.Text(language.English)+" row")
		rounded(sheet, by, p.Annual, s.To)
	default:
		add(sheet, low.Clause, low.Annual, ja, en)
	}
}

// rowText returns the title of a printed premium.
func (s *Step) rowText(row Row) (ja, en string) {
	return strings.TrimSpace(s.Clause.JA + " 売上高" + row.Sales.String()),
		strings.TrimPrefix(s.Clause.EN+", sales "+row.Sales.Text(language.English), ", ")
}

// lines adds the line of a step, whose premium without a fraction is cut, and that
// of its rounding.
func (s *step) lines(sheet *clause.Sheet, r *Risk, f factor, cut, total yen.Amount) {
	ja, en := "", ""
	switch {
	case s.isAdjustment():
		rate := r.Adjust[f.adjust].Rate.String()
		ja, en = s.Clause.JA+" "+rate, s.Clause.EN+" "+rate
	case s.isTerm():
		ja, en = s.termText(f)
	}
	add(sheet, s.Clause.ID, cut, ja, en) // which for a rounding alone changes nothing
	rounded(sheet, s.Clause.ID, total, s.To)
}

// rounded adds the line of a rounding.
func rounded(sheet *clause.Sheet, id clause.ID, total yen.Amount, to yen.Rounding) {
	add(sheet, id, total, to.Text(language.Japanese), to.Text(language.English))
}

// add adds a line whose English text starts with a capital.
func add(sheet *clause.Sheet, id clause.ID, total yen.Amount, ja, en string) {
	*sheet = sheet.Add(id, total, ja, text.Capital(en))
}

// notes adds the notes that concern the quote.
func (r *Rules) notes(sheet clause.Sheet, q Quote) clause.Sheet {
	shown := map[clause.ID]bool{"": true}
	for l := range sheet.Lines() {
		shown[l.Clause] = true
	}
	for _, n := range r.Notes {
		if shown[n.Clause] || !r.ofStep(n.Clause) || n.Clause == r.Steps[0].Table.BetweenClause.ID && q.Price.Origin != Published {
			sheet = sheet.Note(n.Clause, n.JA, n.EN)
		}
	}
	return sheet
}

// ofStep reports whether the clause is that of a step after the table, or of the
// premium between two rows.
func (r *Rules) ofStep(id clause.ID) bool {
	return id == r.Steps[0].Table.BetweenClause.ID ||
		slices.ContainsFunc(r.Steps[1:], func(s Step) bool { return s.Clause.ID == id })
}
