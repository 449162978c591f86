// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"strings"

	"github.com/baiseki/baiseki/yen"
)

// cells is the length of a bar. With it and amounts of nine digits, a line fits into
// columns, also where a terminal gives the characters of the bar two columns each.
const cells = 24

// bar returns the amounts from the least to the most as a bar between 0円 and an end. At
// least one cell is filled. There is no bar if the end is 0円.
func bar(least, most, end yen.Amount) string {
	if end <= 0 {
		return ""
	}
	from := clamp(least*cells/end, cells-1)
	until := max(clamp((most*cells+end-1)/end, cells), from+1)
	return "├" + strings.Repeat("─", from) + strings.Repeat("■", until-from) + strings.Repeat("─", cells-until) + "┤"
}

// clamp returns a number of cells between none and the most.
func clamp(n yen.Amount, most int) int { return int(min(max(n, 0), yen.Amount(most))) }
