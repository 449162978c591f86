// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// pageWidth is how many columns of a terminal a line of a report may take,
// except a line of the worksheet.
const pageWidth = 120

// A row is a label with the lines beside it. A row without lines is left out.
type row struct {
	ja, en string
	lines  []clause.Note
}

// block returns rows with their labels in a column of its own.
func block(rows []row, tag language.Tag) string {
	margin := 0
	for _, r := range rows {
		if label := text.In(tag, r.ja, r.en); label != "" && len(r.lines) > 0 {
			margin = max(margin, text.Width(label)+2)
		}
	}
	var b strings.Builder
	for _, r := range rows {
		label := text.In(tag, r.ja, r.en)
		for _, n := range r.lines {
			s := n.Text(tag)
			hang := 2
			if i := strings.LastIndex(s, "  "); i > 0 { // behind an amount
				hang = text.Width(s[:i]) + 2
			}
			for k, part := range wrap(s, pageWidth-margin-2, hang) {
				if k > 0 {
					part = strings.Repeat(" ", hang) + part
				}
				b.WriteString("  " + text.Left(label, margin) + part + "\n")
				label = ""
			}
		}
	}
	return b.String()
}

// blank are the spaces between words, the wide one of Japanese among them.
const blank = " 　"

// wrap breaks a text into lines of at most the width, where that is possible:
// at spaces, and in Japanese between characters, but not before a character that
// may not start a line nor after one that may not end it. Lines after the first
// leave room for an indent.
func wrap(s string, width, indent int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range words(s) {
		if line != "" && used+text.Width(strings.TrimRight(word, blank)) > width {
			lines = append(lines, strings.TrimRight(line, blank))
			line, used, word = "", indent, strings.TrimLeft(word, blank)
		}
		line, used = line+word, used+text.Width(word)
	}
	if line = strings.TrimRight(line, blank); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// words returns the parts of a text between which a line may break. A space
// belongs to the word before it.
func words(s string) []string {
	var all []string
	start, last := 0, ' '
	for i, r := range s {
		if i > start && mayBreak(last, r) {
			all, start = append(all, s[start:i]), i
		}
		last = r
	}
	return append(all, s[start:])
}

func mayBreak(before, after rune) bool {
	switch {
	case after == ' ':
		return false
	case before == ' ':
		return true
	case strings.ContainsRune("、。，．・：；？！）」』】〕〜ーぁぃぅぇぉっゃゅょァィゥェォッャュョヶ々", after),
		strings.ContainsRune("（「『【〔", before):
		return false
	}
	return wide(before) || wide(after)
}

func wide(r rune) bool {
	return r >= unicode.MaxLatin1 && !unicode.IsSpace(r) && text.Width(string(r)) == 2
}
