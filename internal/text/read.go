// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Cut returns s as an error keeps it: a copy of s, or of its first bytes, at most
// 64, with "…" after them. So an error does not hold on to a long input.
func Cut[S string | []byte](s S) string {
	const mark = "…"
	if len(s) <= longest+len(mark) {
		return strings.Clone(string(s))
	}
	return string(s[:edge(s)]) + mark
}

// edge returns the end of the last whole character in the first 64 bytes of s,
// which is longer.
func edge[S string | []byte](s S) int {
	cut := longest
	for cut > longest-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return cut
}

// Head returns the bytes as a text, of which it copies n and one more: enough for
// a reader that refuses a text of more than n bytes.
func Head(b []byte, n int) string { return string(b[:min(len(b), n+1)]) }

// A Reader reads from the left what people write. Between two words or numbers there
// may be spaces.
type Reader struct {
	Rest string // what was not read yet, without a space before it
}

// NewReader returns a reader of s, in which full-width characters are replaced by
// their half-width forms, capital by small letters and all kinds of space by one
// kind. It leaves out white space around s. Characters that only look alike, such as
// ① or 一, stay as they are.
func NewReader(s string) Reader {
	fold := func(r rune) rune {
		if r >= utf8.RuneSelf {
			if folded := width.LookupRune(r).Folded(); folded != 0 {
				r = folded
			} else if unicode.Is(unicode.Zs, r) {
				return ' '
			}
		}
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return Reader{strings.TrimSpace(strings.Map(fold, s))}
}

// Take reads the first of the words that comes next and returns it. It returns "" if
// none of them does. No word starts with a digit.
func (r *Reader) Take(words ...string) string {
	if r.Rest == "" || r.Digit() {
		return ""
	}
	for _, w := range words {
		if rest, ok := strings.CutPrefix(r.Rest, w); ok {
			r.skip(rest)
			return w
		}
	}
	return ""
}

// Run reads the bytes that come next and are digits or in the set, and returns them.
func (r *Reader) Run(set string) string {
	i := 0
	for i < len(r.Rest) && (r.Rest[i]-'0' <= 9 || strings.IndexByte(set, r.Rest[i]) >= 0) {
		i++
	}
	run := r.Rest[:i]
	r.skip(r.Rest[i:])
	return run
}

// Digit reports whether a digit comes next.
func (r *Reader) Digit() bool { return r.Rest != "" && r.Rest[0]-'0' <= 9 }

// skip makes the rest what follows the spaces of s.
func (r *Reader) skip(s string) {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	r.Rest = s
}

// Like returns what a person is told, with examples of what to write, which have
// commas and spaces between them.
func Like(examples, ja, en string) (string, string) {
	return ja + "（例：" + strings.ReplaceAll(examples, ", ", "、") + "）。",
		en + ". Write, for example, " + strings.ReplaceAll(examples, ", ", " or ") + "."
}
