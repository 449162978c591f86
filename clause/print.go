// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// Text returns the sheet for a terminal, in the language: the title, the lines
// in aligned columns, the closing line under a rule, and after an empty line
// the notes, each behind its clause. Wide characters take two columns.
func (s Sheet) Text(tag language.Tag) string {
	var b strings.Builder
	if title := s.Title(tag); title != "" {
		b.WriteString(title + "\n")
	}
	b.WriteString(s.Table(tag, ""))
	width, notes := 0, s.notes.all()
	for _, n := range notes {
		width = max(width, text.Width(text.Line(string(n.Clause))))
	}
	if len(notes) > 0 {
		b.WriteString("\n")
	}
	for _, n := range notes {
		b.WriteString(text.Left(text.Line(string(n.Clause)), width) + "  " + n.Text(tag) + "\n")
	}
	return b.String()
}

// Table returns the lines and the closing line of the sheet for a terminal, in
// the language, without the title and the notes. The columns are those of
// [Sheet.Text]. The first column has the given head, such as 計算 or Calculation;
// if head is "", it is 内容 or Item.
func (s Sheet) Table(tag language.Tag, head string) string {
	if head == "" {
		head = text.In(tag, "内容", "Item")
	}
	type row [4]string // the text, the amount, the running total and the clause
	rows := []row{{
		head, text.In(tag, "金額", "Amount"), text.In(tag, "差引計", "Running total"), text.In(tag, "条項", "Clause"),
	}}
	for _, l := range s.lines.all() {
		rows = append(rows, row{l.Text(tag), amount(l.Change, tag), amount(l.Total, tag), string(l.Clause)})
	}
	if s.closing != (Note{}) {
		rows = append(rows, row{s.closing.Text(tag), "", amount(s.Total(), tag), string(s.closing.Clause)})
	}
	var widths [4]int
	for i := range rows {
		for j, cell := range rows[i] {
			rows[i][j] = text.Line(cell)
			widths[j] = max(widths[j], text.Width(rows[i][j]))
		}
	}
	var b strings.Builder
	for i, row := range rows {
		if s.closing != (Note{}) && i == len(rows)-1 {
			b.WriteString(strings.Repeat("-", widths[0]+2+widths[1]+2+widths[2]+2+widths[3]) + "\n")
		}
		line := text.Left(row[0], widths[0]) + "  " + text.Right(row[1], widths[1]) + "  " +
			text.Right(row[2], widths[2]) + "  " + row[3]
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// amount returns plain digits, which align in a column where 億 and 万 do not.
func amount(a yen.Amount, tag language.Tag) string {
	return text.In(tag, a.Grouped(), a.Text(language.English))
}
