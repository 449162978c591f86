// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"
)

// A progress says how far the input is read: a bar on a terminal, and elsewhere a line for
// each million rows.
type progress struct {
	to   io.Writer
	size int64
	lang language.Tag

	tenths int64
	lines  int
}

const million = 1_000_000

func (p *progress) seen(all *summary) {
	if !isTerminal(p.to) {
		for ; p.lines < all.rows/million; p.lines++ {
			fmt.Fprintf(p.to, p.say("%d,000,000行\n", "%d,000,000 rows\n"), p.lines+1)
		}
		return
	}
	if p.size == 0 {
		return
	}
	if tenths := all.at * 1000 / p.size; tenths != p.tenths {
		p.tenths = tenths
		done := int(all.at * 40 / p.size)
		fmt.Fprintf(p.to, "\r[%s%s] %3d%% "+p.say("%s行", "%s rows"), strings.Repeat("#", done), strings.Repeat("-", 40-done), tenths/10, count(all.rows))
	}
}

func (p *progress) end() {
	if isTerminal(p.to) {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

func (p *progress) say(ja, en string) string { return in(p.lang, ja, en) }

// isTerminal reports whether a writer is a terminal.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
