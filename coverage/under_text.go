// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Text returns the comparison for people, in the language: what differs between the
// policies; the two outcomes with the clauses that explain a difference, or that the
// outcome is the same; and the worksheets side by side, down to the amount payable or on
// hold. The text of the zero Comparison has no lines of a worksheet.
func (c Comparison) Text(tag language.Tag) string {
	heading := note("", "保険金請求 {}：ご契約の条件を変えた場合の比較", "Claim {} under other terms", name(c.Claim))
	rows := []row{
		{"変更点", "Changed", c.Changed},
		{"結果", "Result", []clause.Note{c.says()}},
		{"差が生じる条項", "Explained by", nil},
	}
	if len(c.Changed) == 0 {
		rows[0].lines = []clause.Note{note("", "ありません。", "nothing")}
	}
	if len(c.By) > 0 {
		rows[2].lines = []clause.Note{join(each(c.By, id), "、", ", ")}
	}
	return paragraph(tag, heading) + "\n" + block(rows, tag) + "\n" + c.table(tag)
}

// String returns the text in English.
func (c Comparison) String() string { return c.Text(language.English) }

// says returns the two outcomes, or that they are the same.
func (c *Comparison) says() clause.Note {
	was, is := c.Was.said(), c.Is.said()
	switch least, most, ok := c.Effect.Difference(); {
	case c.Was.same(c.Is) && !c.sameLines():
		return note("", "変わりません。{}（計算の内訳は異なります）", "unchanged: {}; only the calculation differs", is)
	case c.Was.same(c.Is):
		return note("", "変わりません。{}", "unchanged: {}", is)
	case !ok, least == 0 && most == 0:
		return note("", "{} → {}", "{} → {}", was, is)
	case least != most:
		return note("", "{} → {}（差額 下限 {}、上限 {}）", "{} → {} (difference: lower {}, upper {})",
			was, is, increase(least), increase(most))
	default:
		return note("", "{} → {}（差額 {}）", "{} → {} (difference: {})", was, is, increase(most))
	}
}

// said returns the decision with the amount.
func (o *Outcome) said() clause.Note { return note("", "{} {}", "{}, {}", o.Decision, *o) }

// sameLines reports whether the worksheets are the same.
func (c *Comparison) sameLines() bool {
	for _, l := range c.Lines {
		if l.Difference() != 0 {
			return false
		}
	}
	return true
}

// table returns the worksheets side by side.
func (c *Comparison) table(tag language.Tag) string {
	if len(c.Lines) == 0 {
		return ""
	}
	t := table{tag: tag, amounts: 1}
	add := func(of, by clause.Note, was, is yen.Amount) {
		amount := func(x texter) clause.Note { return note("", "{}", "{}", x) }
		t.add(of, amount(digits(was)), amount(digits(is)), amount(increase(is-was)), by)
	}
	t.add(note("", "計算", "Calculation"), note("", "変更前", "Before"), note("", "変更後", "After"),
		note("", "差額", "Difference"), note("", "条項", "Clause"))
	t.rule()
	var was, is yen.Amount
	for _, l := range c.Lines {
		add(l.Note, id(l.Clause), l.Was, l.Is)
		was, is = was+l.Was, is+l.Is
	}
	t.rule()
	ends := note("", "お支払額（見込み）", "Payable")
	if c.Was.Decision == Open || c.Is.Decision == Open {
		ends = note("", "お支払額（見込み）、確認中の場合は最大の額", "Payable, or the most if the claim is open")
	}
	add(ends, clause.Note{}, was, is)
	return "  " + strings.ReplaceAll(strings.TrimSuffix(t.String(), "\n"), "\n", "\n  ") + "\n"
}
