// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/yen"
)

// text returns the quote in the language: the result, the calculation, and what
// both are based on.
func (a answer) text(lang language.Tag) string {
	var b strings.Builder
	line := func(ja, en string, args ...any) { fmt.Fprintf(&b, in(lang, ja, en)+"\n", args...) }
	m := a.Membership
	months := in(lang, strconv.Itoa(m.Months)+"か月", count(m.Months, "month"))
	line("JISA情報サービス業者賠償責任保険 2024年度版", "JISA IT liability scheme, 2024 edition")
	line("申込日 %s（%s、%s）", "Applied on %s (%s, %s)", a.Applied.Text(lang), m.Entry.Text(lang), months)

	line("\n【概算保険料】 %s", "\nINDICATIVE PREMIUM: %s", in(lang, a.Quote.Total.Grouped(), a.Quote.Total.Text(lang)))
	line("  保険期間      %s", "  Policy period     %s", m.Period.Text(lang))
	line("  売上高        %s", "  Sales             %s", a.Sales.text(lang))
	line("  標準的な設定  %s", "  Standard setting  %s", a.Setting.text(lang))
	for _, w := range a.Warnings {
		line("  %s", "  %s", in(lang, w.JA, w.EN))
	}
	line("", "")
	for row := range strings.Lines(a.Sheet.Table(lang, in(lang, "計算", "Calculation"))) {
		b.WriteString("  " + row)
	}
	line("\n計算の前提", "\nBasis")
	for _, r := range a.Assumed {
		line("  %s", "  %s", in(lang, r.JA, r.EN))
	}
	line("\nお知らせ", "\nNotes")
	for n := range a.Sheet.Notes() {
		line("  %s  %s", "  %s  %s", n.Clause, n.Text(lang))
	}
	return b.String()
}

func (s sales) text(lang language.Tag) string {
	kind := in(lang, "IT業務", "IT services")
	if s.Basis == jisa2024.TotalSales {
		kind = in(lang, "総売上高", "total sales")
	}
	if s.FiscalYear != 0 {
		year := strconv.Itoa(s.FiscalYear)
		kind += in(lang, "、"+year+"年に終了する会計年度", ", fiscal year that ends in "+year)
	}
	return s.Amount.Text(lang) + in(lang, "（"+kind+"）", " ("+kind+")")
}

func (s setting) text(lang language.Tag) string {
	amount := yen.Amount.Text
	return in(lang,
		"賠償責任の支払限度額 "+amount(s.Liability, lang)+"、免責金額 "+amount(s.Deductible, lang)+"、訴訟対応費用の支払限度額 "+amount(s.Litigation, lang),
		"liability limit "+amount(s.Liability, lang)+", deductible "+amount(s.Deductible, lang)+", litigation response limit "+amount(s.Litigation, lang))
}

func in(lang language.Tag, ja, en string) string {
	if lang == language.English {
		return en
	}
	return ja
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
