// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// Text returns the impact as a table, in the language: a line for each premium and each
// claim with the amounts under both schemes, the difference, the result of the claim and
// the clauses that explain the difference. Below a line is why a scheme has no amount. The
// totals are those of [Impact.Totals].
func (i Impact) Text(tag language.Tag) string {
	t := table{tag: tag, amounts: 2}
	title := func(c clause.Clause) clause.Note { return note("", "{}（{}）", "{} ({})", c, literal(c.ID)) }
	heading := note("", "「{}」から「{}」への変更の影響", "Impact of the change from {} to {}", title(i.Was), title(i.Is))
	t.add(note("", "加入者", "Member"), note("", "事案", "Claim"), note("", "変更前", "Before"), note("", "変更後", "After"),
		note("", "差額", "Difference"), note("", "結果", "Result"), note("", "条項", "Clauses"))
	t.rule()
	apart := 0
	for _, m := range i.Members {
		for k, e := range append([]Effect{m.Premium}, m.Claims...) {
			of, result := note("", "概算保険料", "indicative premium"), clause.Note{}
			if k > 0 {
				of, result = name(e.Claim), e.result()
			}
			if !t.effect(name(m.Number), of, result, e) {
				apart++
			}
		}
	}
	t.rule()
	premiums, payments := i.Totals()
	total := note("", "合計", "Total")
	t.effect(total, note("", "概算保険料", "indicative premiums"), clause.Note{}, premiums)
	t.effect(total, note("", "お支払額", "payments"), clause.Note{}, payments)
	if apart > 0 {
		t.below(note("", "変更前または変更後の金額がない{}件は、合計に含みません。",
			plural(apart, "{} line has no amount before or after, and is not in the totals.",
				"{} lines have no amount before or after, and are not in the totals."), number(apart)))
	}
	return text.In(tag, heading.JA, heading.EN) + "\n\n" + t.String()
}

// String returns the text in English.
func (i Impact) String() string { return i.Text(language.English) }

// name returns a number that a host has given, for a table.
func name(number string) clause.Note {
	return note("", "{}", "{}", literal(cmp.Or(oneLine(number), "-")))
}

// result returns the decisions on a claim: both, if they differ.
func (e *Effect) result() clause.Note {
	decision := func(o *Outcome) texter {
		if len(o.Why) > 0 {
			return literal("-")
		}
		return o.Decision
	}
	was, is := decision(&e.Was), decision(&e.Is)
	if was == is {
		return note("", "{}", "{}", is)
	}
	return note("", "{} → {}", "{} → {}", was, is)
}

// increase is a difference in digits with its sign.
type increase yen.Amount

// Text returns the difference, in the language.
func (d increase) Text(tag language.Tag) string {
	if d > 0 {
		return "+" + digits(d).Text(tag)
	}
	return digits(d).Text(tag)
}

// A table is a text in columns, of which three are amounts.
type table struct {
	tag     language.Tag
	amounts int        // the first of the columns of amounts
	lines   [][]string // a line of one cell is written as it is, and one of none is a rule
	width   []int
}

func (t *table) add(cells ...clause.Note) {
	line := make([]string, len(cells))
	if t.width == nil {
		t.width = make([]int, len(cells))
	}
	for i, n := range cells {
		line[i] = n.Text(t.tag)
		t.width[i] = max(t.width[i], text.Width(line[i]))
	}
	t.lines = append(t.lines, line)
}

func (t *table) rule() { t.lines = append(t.lines, nil) }

func (t *table) below(n clause.Note) { t.lines = append(t.lines, []string{n.Text(t.tag)}) }

// effect adds the line of an effect, and reports whether it has both amounts.
func (t *table) effect(member, of, result clause.Note, e Effect) bool {
	least, most, ok := e.Difference()
	difference := note("", "-", "-")
	switch {
	case ok && least == most:
		difference = note("", "{}", "{}", increase(least))
	case ok:
		difference = note("", "下限 {}、上限 {}", "lower {}, upper {}", increase(least), increase(most))
	}
	t.add(member, of, note("", "{}", "{}", e.Was), note("", "{}", "{}", e.Is), difference, result,
		join(each(e.By, id), "、", ", "))
	if slices.Equal(e.Was.Why, e.Is.Why) {
		t.why(note("", "変更前・変更後", "before and after"), e.Is)
	} else {
		t.why(note("", "変更前", "before"), e.Was)
		t.why(note("", "変更後", "after"), e.Is)
	}
	return ok
}

// why adds the lines that say why a side has no amount.
func (t *table) why(side clause.Note, o Outcome) {
	for _, n := range o.Why {
		if n.Clause != "" {
			n = note("", "{}（{}）", "{} ({})", n, literal(n.Clause))
		}
		t.below(note("", "  {}：{}", "  {}: {}", side, n))
	}
}

// String returns the lines, with amounts at the right of their columns.
func (t *table) String() string {
	whole := 2 * (len(t.width) - 1)
	for _, w := range t.width {
		whole += w
	}
	var b strings.Builder
	for _, cells := range t.lines {
		switch len(cells) {
		case 0:
			cells = []string{strings.Repeat("-", whole)}
		case len(t.width):
			for i := range cells {
				align := text.Left
				if t.amounts <= i && i < t.amounts+3 {
					align = text.Right
				}
				cells[i] = align(cells[i], t.width[i])
			}
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "  "), " ") + "\n")
	}
	return b.String()
}
