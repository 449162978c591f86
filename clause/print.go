// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// Text returns the sheet as lines of aligned columns for a terminal, in the
// language. Wide characters count as two columns.
func (s Sheet) Text(tag language.Tag) string {
	rows := s.rows(tag)
	var widths [columns]int
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], text.Width(cell))
		}
	}
	for _, n := range s.notes {
		widths[0] = max(widths[0], text.Width(string(n.Clause)))
	}
	var b strings.Builder
	if title := s.Title(tag); title != "" {
		b.WriteString(oneLine(title) + "\n")
	}
	for _, row := range rows {
		b.WriteString(text.Left(row[0], widths[0]) + "  " + text.Left(row[1], widths[1]) + "  " +
			text.Right(row[2], widths[2]) + "  " + text.Right(row[3], widths[3]) + "\n")
	}
	for _, n := range s.notes {
		b.WriteString(text.Left(string(n.Clause), widths[0]) + "  " + oneLine(n.Text(tag)) + "\n")
	}
	return b.String()
}

// Markdown returns the sheet as a Markdown table with a list of notes, in the
// language. Characters of the texts that have a meaning in Markdown are escaped.
func (s Sheet) Markdown(tag language.Tag) string {
	var b strings.Builder
	if title := s.Title(tag); title != "" {
		b.WriteString("### " + escape(title) + "\n\n")
	}
	for i, row := range s.rows(tag) {
		for j := range row {
			row[j] = escape(row[j])
		}
		b.WriteString("| " + strings.Join(row[:], " | ") + " |\n")
		if i == 0 {
			b.WriteString("|---|---|---:|---:|\n")
		}
	}
	for i, n := range s.notes {
		if i == 0 {
			b.WriteString("\n")
		}
		b.WriteString("- " + escape(strings.TrimSpace(string(n.Clause)+" "+n.Text(tag))) + "\n")
	}
	return b.String()
}

// escape returns s with a backslash before what has a meaning in Markdown.
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

// oneLine keeps a text from leaving the line that it stands in.
func oneLine(s string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
}

// columns are the clause, what the line says, the change and the total.
const columns = 4

// rows returns the head and the lines as cells of text.
func (s Sheet) rows(tag language.Tag) [][columns]string {
	rows := [][columns]string{{
		text.In(tag, "条項", "Clause"), text.In(tag, "内容", "Item"),
		text.In(tag, "増減", "Change"), text.In(tag, "計", "Total"),
	}}
	for _, l := range s.lines {
		rows = append(rows, [columns]string{string(l.Clause), oneLine(l.Text(tag)), change(l.Change, tag), amount(l.Total, tag)})
	}
	return rows
}

// amount writes plain digits, which stand better in a column than units do.
func amount(a yen.Amount, tag language.Tag) string {
	return text.In(tag, a.Grouped(), a.Text(language.English))
}

func change(a yen.Amount, tag language.Tag) string {
	if a > 0 {
		return "+" + amount(a, tag)
	}
	return amount(a, tag)
}
