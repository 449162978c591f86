// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// isName reports whether s names a claim, a series or a third-party claim.
func isName(s string) bool { return s != "" && s != "-" && isWord(s) }

// isListed reports whether s can be one of the words of a list.
func isListed(s string) bool { return isWord(s) && !strings.Contains(s, ",") }

// isWord reports whether s can name a policy, a claim, a series, an incident or a
// third-party claim: at most 64 bytes of printable characters without spaces and in
// their usual width, so that C1 and Ｃ１ are not two; or nothing.
func isWord(s string) bool {
	return len(s) <= 64 && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || r == unicode.ReplacementChar || !unicode.IsGraphic(r) || unicode.IsSpace(r)
	}) && (isASCII(s) || width.Fold.String(s) == s)
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
