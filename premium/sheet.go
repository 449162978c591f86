// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A record is the worksheet of a run, and the clauses of premiums between two rows.
type record struct {
	sheet   clause.Sheet
	between []clause.ID
}

func (r *Rules) record() *record {
	if r.Indicative.ID == "" {
		return &record{sheet: clause.NewSheet("保険料計算書", "Premium worksheet").Close("", "保険料", "Premium")}
	}
	return &record{sheet: clause.NewSheet("概算保険料計算書", "Indicative premium worksheet").
		Close(r.Indicative.ID, "概算保険料", "Indicative premium")}
}

// add adds a line whose English text starts with a capital.
func (rec *record) add(id clause.ID, total yen.Amount, ja, en string) {
	rec.sheet = rec.sheet.Add(id, total, ja, text.Capital(en))
}

// rounded adds the line of a rounding.
func (rec *record) rounded(id clause.ID, total yen.Amount, to yen.Rounding) {
	rec.add(id, total, to.Text(language.Japanese), to.Text(language.English))
}

// priceLines adds the lines of the price of a table, which is added to a premium.
func (t *tariff) priceLines(rec *record, p *prices, n yen.Amount, before exact, price Price) {
	row := p.Rows[p.rowOf(n)]
	by := cmp.Or(row.Clause, p.Clause.ID)
	ja, en := t.rowText(p, row)
	if price.Origin != Published {
		rec.between = append(rec.between, p.BetweenClause.ID)
	}
	switch {
	case p.Per > 0:
		ja, en = t.rateText(p, row, n)
		x, _ := whole(row.Annual).times(uint64(n), uint64(p.Per))
		rec.add(by, before.cut(x), ja, en)
		rec.rounded(by, before.cut(p.exact(n, price)), p.To)
		return
	case price.Origin == NextRow:
		ja, en = ja+"（次の行）", en+" (the next row)"
	case price.Origin == Stepped:
		ja, en = ja+"以上", en+" or more"
	}
	rec.add(by, before.cut(whole(row.Annual)), ja, en)
	if price.Origin == Interpolated {
		by := p.BetweenClause.ID
		jaName, enName := t.name(p)
		jaMore, enMore := t.number(p, n-price.Low)
		jaLow, enLow := t.number(p, price.Low)
		jaHigh, _ := t.number(p, price.High)
		if p.by != bySales { // whose English amount says what it is
			enLow = enName + " " + enLow
		}
		rec.add(by, before.cut(p.interpolated(p.find(n), n)), jaName+jaLow+"と"+jaHigh+"の間の比例計算（"+jaMore+"分）",
			"interpolated for "+enMore+" above the "+enLow+" row")
		rec.rounded(by, before.cut(p.exact(n, price)), p.To)
	}
}

// name returns the name of the exposure of a table.
func (t *tariff) name(p *prices) (ja, en string) {
	if p.by == bySales {
		return "売上高", "sales"
	}
	return t.uses[p.by].row.JA, t.uses[p.by].row.EN
}

// number returns an exposure of a table, with its unit.
func (t *tariff) number(p *prices, n yen.Amount) (ja, en string) {
	var row option.Row
	if p.by != bySales {
		row = *t.uses[p.by].row
	}
	v := option.Yen(n)
	return row.Text(v, language.Japanese), row.Text(v, language.English)
}

// title returns the title of a table, with the choices for which it holds.
func (t *tariff) title(p *prices) (ja, en string) {
	ja, en = p.Clause.JA, p.Clause.EN
	if len(p.When) == 0 {
		return ja, en
	}
	var jaIs, enIs []string
	for _, c := range p.When {
		row, _ := t.options.Row(c.Option)
		for _, v := range c.Is {
			jaIs, enIs = append(jaIs, row.Text(v, language.Japanese)), append(enIs, row.Text(v, language.English))
		}
	}
	return ja + "（" + strings.Join(jaIs, "、") + "）", strings.TrimSpace(en + " (" + strings.Join(enIs, ", ") + ")")
}

// rowText returns the title of a printed premium.
func (t *tariff) rowText(p *prices, row Row) (ja, en string) {
	ja, en = t.title(p)
	if p.Between == Flat {
		return ja, en
	}
	jaName, enName := t.name(p)
	jaAt, enAt := t.number(p, row.At)
	if p.Between == NextRow && row.At == yen.Max {
		jaAt, enAt = "（上限なし）", "without an upper limit"
	}
	return joined(ja, en, jaName+jaAt, enName+" "+enAt)
}

// rateText returns the text of a premium by Per.
func (t *tariff) rateText(p *prices, row Row, n yen.Amount) (ja, en string) {
	ja, en = t.title(p)
	jaName, enName := t.name(p)
	jaN, enN := t.number(p, n)
	jaPer, enPer := t.number(p, p.Per)
	jaPer, enPer = "／"+jaPer, " per "+enPer
	if p.Per == 1 && p.by != bySales && t.uses[p.by].row.Unit != option.InYen {
		jaPer, enPer = "", ""
	}
	return joined(ja, en, jaName+jaN+" × "+row.Annual.Text(language.Japanese)+jaPer,
		enName+" "+enN+" × "+row.Annual.Text(language.English)+enPer)
}

// joined returns a title and what it is of.
func joined(ja, en, jaOf, enOf string) (string, string) {
	return strings.TrimSpace(ja + " " + jaOf), strings.TrimPrefix(en+", "+enOf, ", ")
}

// lines adds the line of a step, whose premium without a fraction is cut, and that
// of its rounding.
func (s *step) lines(rec *record, r *Risk, f factor, cut, total exact) {
	ja, en := s.text(r, f)
	rec.add(s.Clause.ID, cut.floor(), ja, en) // which for a rounding alone changes nothing
	rec.rounded(s.Clause.ID, total.floor(), s.To)
}

// addLine adds the line of an amount, or of a rate of another premium.
func (t *tariff) addLine(rec *record, s *step, total yen.Amount) {
	ja, en := s.Clause.JA, s.Clause.EN
	if rate := s.Rate.String(); s.Rate.Num() > 0 {
		jaOf, enOf := "基本保険料", "of the basic premium"
		for i := range t.steps {
			if of := &t.steps[i]; s.of > 0 && of.saves == s.of {
				jaOf, enOf = of.Clause.JA+"後の保険料", "of the premium after: "+of.Clause.EN
			}
		}
		ja, en = ja+"（"+jaOf+"の"+rate+"）", en+" ("+rate+" "+enOf+")"
	}
	rec.add(s.Clause.ID, total, ja, en)
}

// partLine adds the line of a discount or a loading of several whose rates so far have
// the sum.
func (s *step) partLine(rec *record, x exact, rate, sum yen.Ratio) {
	if x, ok := x.times(changed(sum)); ok {
		rec.add(s.Clause.ID, x.floor(), s.Clause.JA+" "+rate.String(), s.Clause.EN+" "+rate.String())
	}
}

// notes returns the sheet with the notes that concern it: those of a step, or of the
// premium between two rows, only if it applies.
func (t *tariff) notes(rec *record) clause.Sheet {
	r, sheet := &t.rules, rec.sheet
	hidden := map[clause.ID]bool{r.Refund.Clause.ID: true}
	hide := func(tables []Table) {
		for _, table := range tables {
			hidden[table.BetweenClause.ID] = true
		}
	}
	hide(r.Tables)
	for _, s := range r.Steps {
		hidden[s.Clause.ID] = true
		hide(s.Tables)
		for _, p := range s.Steps {
			hidden[p.Clause.ID] = true
		}
	}
	for l := range sheet.Lines() {
		hidden[l.Clause] = false
	}
	for _, id := range rec.between {
		hidden[id] = false
	}
	hidden[""] = false
	for _, n := range r.Notes {
		if !hidden[n.Clause] {
			sheet = sheet.Note(n.Clause, n.JA, n.EN)
		}
	}
	return sheet
}
