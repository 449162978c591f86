// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package text provides what the packages of this module share when they write
// for people and read what people write: the choice between the two languages, what
// of a text may reach a terminal and its width there, the part of an input that an
// error repeats, and a reader of words and numbers in any width.
package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/width"
)

// In returns en if the language of tag is English, and ja for every other
// language: the source is Japanese. The text is on one line; see [Line].
func In(tag language.Tag, ja, en string) string {
	if base, confidence := tag.Base(); confidence > language.Low && base.String() == "en" {
		return Line(en)
	}
	return Line(ja)
}

// Line returns s for a terminal, where a name that a stranger chose must neither
// start a line nor move or turn round what is printed: with a space for each line
// break and tab, and without control and bidirectional characters.
func Line(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '\t' <= r && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// longest is the number of bytes of an input that an error may repeat.
const longest = 64

// Quote returns s as a quoted Go string, cut after at most 64 bytes.
func Quote(s string) string {
	if len(s) <= longest {
		return strconv.Quote(s)
	}
	return strconv.Quote(s[:edge(s)]) + "..."
}

// Capital returns s with its first letter in upper case, as an English line or
// sentence starts.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// Width returns the number of terminal columns that s takes: two for a wide
// or full-width character, none for one that is written over its neighbour.
func Width(s string) int {
	n := 0
	for _, r := range s {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
			continue // before the look at its kind, for the combining marks of kana are wide
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

// Left returns s with spaces after it to a width of n columns.
func Left(s string, n int) string { return s + strings.Repeat(" ", max(0, n-Width(s))) }

// Right returns s with spaces before it to a width of n columns.
func Right(s string, n int) string { return strings.Repeat(" ", max(0, n-Width(s))) + s }
