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
		b.WriteString(oneLine(title) + "\n")
	}
	b.WriteString(s.Table(tag, ""))
	width, notes := 0, s.notes.all()
	for _, n := range notes {
		width = max(width, text.Width(oneLine(string(n.Clause))))
	}
	for i, n := range notes {
		if i == 0 {
			b.WriteString("\n")
		}
		b.WriteString(text.Left(oneLine(string(n.Clause)), width) + "  " + oneLine(n.Text(tag)) + "\n")
	}
	return b.String()
}

// Table returns the lines and the closing line of the sheet for a terminal, in
// the language, without the title and the notes. The columns are those of
// [Sheet.Text]. The first column has the given head, such as 計算 or Calculation;
// if head is "", it is 内容 or Item.
func (s Sheet) Table(tag language.Tag, head string) string {
	rows := s.rows(tag, head)
	var widths [columns]int
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], text.Width(cell))
		}
	}
	var b strings.Builder
	for i, row := range rows {
		if s.closing != (Note{}) && i == len(rows)-1 {
			b.WriteString(strings.Repeat("-", widths[0]+widths[1]+widths[2]+widths[3]+2*(columns-1)) + "\n")
		}
		line := text.Left(row[0], widths[0]) + "  " + text.Right(row[1], widths[1]) + "  " +
			text.Right(row[2], widths[2]) + "  " + row[3]
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// Markdown returns the sheet as a Markdown table with a list of notes, in the
// language. The closing line is the last row, in bold. Characters with a
// meaning in Markdown are escaped.
func (s Sheet) Markdown(tag language.Tag) string {
	var b strings.Builder
	if title := s.Title(tag); title != "" {
		b.WriteString("### " + escape(title) + "\n\n")
	}
	rows := s.rows(tag, "")
	for i, row := range rows {
		for j := range row {
			row[j] = escape(strings.TrimSpace(row[j]))
			if s.closing != (Note{}) && i == len(rows)-1 && row[j] != "" {
				row[j] = "**" + row[j] + "**"
			}
		}
		b.WriteString("| " + strings.Join(row[:], " | ") + " |\n")
		if i == 0 {
			b.WriteString("|---|---:|---:|---|\n")
		}
	}
	for i, n := range s.notes.all() {
		if i == 0 {
			b.WriteString("\n")
		}
		b.WriteString("- " + escape(strings.TrimSpace(string(n.Clause)+" "+n.Text(tag))) + "\n")
	}
	return b.String()
}

// escape returns s on one line, with a backslash before each character that
// has a meaning in Markdown.
func escape(s string) string {
	var b strings.Builder
	for _, r := range oneLine(s) {
		if strings.ContainsRune("\\`*_~[]<&|#", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// oneLine returns s with a space for each line break and tab.
func oneLine(s string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
}

// columns are the text, the amount, the running total and the clause.
const columns = 4

// rows returns the head, the lines and the closing line as cells.
func (s Sheet) rows(tag language.Tag, head string) [][columns]string {
	if head == "" {
		head = text.In(tag, "内容", "Item")
	}
	rows := [][columns]string{{
		oneLine(head), text.In(tag, "金額", "Amount"), text.In(tag, "差引計", "Running total"), text.In(tag, "条項", "Clause"),
	}}
	for _, l := range s.lines.all() {
		rows = append(rows, [columns]string{oneLine(l.Text(tag)), amount(l.Change, tag), amount(l.Total, tag), oneLine(string(l.Clause))})
	}
	if s.closing != (Note{}) {
		rows = append(rows, [columns]string{oneLine(s.closing.Text(tag)), "", amount(s.Total(), tag), oneLine(string(s.closing.Clause))})
	}
	return rows
}

// amount returns plain digits, which align in a column where 億 and 万 do not.
func amount(a yen.Amount, tag language.Tag) string {
	return text.In(tag, a.Grouped(), a.Text(language.English))
}
