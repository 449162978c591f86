// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// columns is the width of the terminal.
const columns = 80

// blank are the spaces at which a line ends without them.
const blank = " 　"

// wrapped returns a text in lines of the terminal: the first behind a head, such as the
// number of a question, and the others below the first.
func wrapped(head, text string) string {
	var b strings.Builder
	line, used := head, wide(head)
	left := used
	for _, word := range words(text) {
		if used > left && used+wide(strings.TrimRight(word, blank)) > columns {
			b.WriteString(strings.TrimRight(line, blank) + "\n")
			line, used, word = strings.Repeat(" ", left), left, strings.TrimLeft(word, blank)
		}
		line, used = line+word, used+wide(word)
	}
	b.WriteString(strings.TrimRight(line, blank) + "\n")
	return b.String()
}

// words returns the parts of a text between which a line may break. A space belongs to the
// word before it.
func words(text string) []string {
	var all []string
	start, last := 0, ' '
	for i, r := range text {
		if i > start && mayBreak(last, r) {
			all, start = append(all, text[start:i]), i
		}
		last = r
	}
	return append(all, text[start:])
}

// mayBreak reports whether a line may break between two characters: after a space, and
// beside a wide character that is no punctuation which belongs to its neighbour (禁則).
func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune(blank, after):
		return false
	case strings.ContainsRune(blank, before):
		return true
	case strings.ContainsRune("、。，．・：；？！）」』】〕〜ーぁぃぅぇぉっゃゅょァィゥェォッャュョヶ々", after),
		strings.ContainsRune("（「『【〔〜", before):
		return false
	case unicode.IsDigit(before): // with what it counts: 円, 年, 件
		return false
	}
	return wide(string(before)) > 1 || wide(string(after)) > 1
}

// wide returns the number of columns of a text: two for a wide or a full-width character.
func wide(text string) int {
	n := 0
	for _, r := range text {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
			continue
		}
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// plain returns a text that somebody typed, or that stands in a file, for the terminal:
// without characters that move or turn round what is printed.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
}
