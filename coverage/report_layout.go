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
	width := 0
	for _, r := range rows {
		if len(r.lines) > 0 {
			width = max(width, text.Width(text.In(tag, r.ja, r.en)))
		}
	}
	margin := width
	if width > 0 {
		margin += 2
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
		n := text.Width(word)
		if bare := strings.TrimRight(word, blank); line != "" && used+text.Width(bare) > width {
			lines = append(lines, strings.TrimRight(line, blank))
			line, used, word = "", indent, strings.TrimLeft(word, blank)
			n = text.Width(word)
		}
		line, used = line+word, used+n
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
	var word strings.Builder
	last := ' '
	for _, r := range s {
		if word.Len() > 0 && mayBreak(last, r) {
			all = append(all, word.String())
			word.Reset()
		}
		word.WriteRune(r)
		last = r
	}
	return append(all, word.String())
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

// indented returns a text with two spaces before each line.
func indented(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString("  " + line)
	}
	return b.String()
}
