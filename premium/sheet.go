// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
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
	table, i := &t.rules.Table, t.find(sales)
	low := table.Rows[i]
	if p.Origin == NextRow {
		next := table.Rows[i+1]
		ja, en := table.rowText(next)
		add(sheet, next.Clause, next.Annual, ja+"（次の行）", en+" (the next row)")
		return
	}
	ja, en := table.rowText(low)
	add(sheet, low.Clause, low.Annual, ja, en)
	if p.Origin == Interpolated {
		by, more := table.BetweenClause.ID, sales-low.Sales
		add(sheet, by, t.exact(i, sales).floor(),
			"売上高"+low.Sales.String()+"と"+p.High.String()+"の間の比例計算（"+more.String()+"分）",
			"interpolated for "+more.Text(language.English)+" above the "+low.Sales.Text(language.English)+" row")
		rounded(sheet, by, p.Annual, table.To)
	}
}

// rowText returns the title of a printed premium.
func (t *Table) rowText(row Row) (ja, en string) {
	return strings.TrimSpace(t.Clause.JA + " 売上高" + row.Sales.String()),
		strings.TrimPrefix(t.Clause.EN+", sales "+row.Sales.Text(language.English), ", ")
}

// lines adds the line of a step, whose premium without a fraction is cut, and that
// of its rounding.
func (s *Step) lines(sheet *clause.Sheet, r *Risk, f factor, cut, total yen.Amount) {
	ja, en := s.text(r, f)
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

// notes adds the notes that concern the quote: those of a step, or of the premium
// between two rows, only if it applies.
func (r *Rules) notes(sheet clause.Sheet, q Quote) clause.Sheet {
	hidden := map[clause.ID]bool{r.Table.BetweenClause.ID: q.Price.Origin == Published}
	for _, s := range r.Steps {
		hidden[s.Clause.ID] = true
	}
	for l := range sheet.Lines() {
		hidden[l.Clause] = false
	}
	hidden[""] = false
	for _, n := range r.Notes {
		if !hidden[n.Clause] {
			sheet = sheet.Note(n.Clause, n.JA, n.EN)
		}
	}
	return sheet
}
