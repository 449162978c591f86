// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/yen"
)

// A summary counts what became of the rows.
type summary struct {
	at                int64 // in the input, in bytes
	rows, quoted, bad int
	premium           total
	referred, refused map[string]int // by reason
}

func (s *summary) count(x *quoted) {
	s.rows++
	switch {
	case x.bad != nil:
		s.bad++
	case x.refused:
		s.refused = more(s.refused, x.why, 1)
	case x.why != "":
		s.referred = more(s.referred, x.why, 1)
	default:
		s.quoted++
		s.premium.add(total(x.premium))
	}
}

func more(to map[string]int, why string, n int) map[string]int {
	if to == nil {
		to = map[string]int{}
	}
	to[why] += n
	return to
}

func (s *summary) add(t *summary) {
	s.at = t.at
	s.rows, s.quoted, s.bad = s.rows+t.rows, s.quoted+t.quoted, s.bad+t.bad
	s.premium.add(t.premium)
	for why, n := range t.refused {
		s.refused = more(s.refused, why, n)
	}
	for why, n := range t.referred {
		s.referred = more(s.referred, why, n)
	}
}

// A total is a sum of amounts of 0円 and more. The zero total is 0円. A sum above [yen.Max] is
// kept as yen.Max and one yen more.
type total yen.Amount

func (t *total) add(more total) { *t = min(*t+more, total(yen.Max)+1) }

func (t total) text(lang language.Tag) string {
	switch {
	case t <= total(yen.Max):
		return yen.Amount(t).Text(lang)
	case lang == language.Japanese:
		return yen.Max.Text(lang) + "超"
	}
	return "over " + yen.Max.Text(lang)
}

// text returns the summary in the language.
func (s *summary) text(lang language.Tag) string {
	say := func(ja, en string) string { return in(lang, ja, en) }
	var out strings.Builder
	line := func(ja, en string, n int) { fmt.Fprintf(&out, say(ja, en)+"\n", count(n)) }
	line("%s行", "%s rows", s.rows)
	fmt.Fprintf(&out, say("概算保険料 %s名 合計 %s\n", "indicative premiums: %s, %s in all\n"), count(s.quoted), s.premium.text(lang))
	for _, x := range []struct {
		ja, en string
		by     map[string]int
	}{{"取扱代理店への照会", "referred to the agent", s.referred}, {"受付できない申込み", "refused", s.refused}} {
		all := 0
		for _, n := range x.by {
			all += n
		}
		if all == 0 {
			continue
		}
		line(x.ja+" %s名", x.en+": %s", all)
		reasons := slices.SortedFunc(maps.Keys(x.by), func(a, b string) int {
			return cmp.Or(cmp.Compare(x.by[b], x.by[a]), cmp.Compare(a, b))
		})
		for _, why := range reasons[:min(len(reasons), mostReasons)] {
			fmt.Fprintf(&out, "  %9s  %s\n", count(x.by[why]), why)
		}
		if n := len(reasons) - mostReasons; n > 0 {
			line("  ほか%s種類", "  and %s other reasons", n)
		}
	}
	if s.bad > 0 {
		line("読み取れない行 %s行", "rows that cannot be read: %s", s.bad)
	}
	return out.String()
}

const mostReasons = 12

// count returns a number in groups of three digits.
func count(n int) string { return strings.TrimSuffix(yen.Amount(n).Grouped(), "円") }
