// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
)

// note returns a text in both languages, with the clause that it is about.
func note(id clause.ID, ja, en string) clause.Note { return clause.Note{Clause: id, JA: ja, EN: en} }

// oneLine returns a text that a host has given, such as a company, on one line:
// spaces and characters that are not printed become one space.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) }), " ")
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// item returns the number of an item, with the third-party claim that it is
// about if there are several: 明細1 or Item 1. It is the zero Note for the only
// item of a claim, which needs no number.
func (a *Assessment) item(i int) clause.Note {
	if len(a.Items) == 1 {
		return clause.Note{}
	}
	n := strconv.Itoa(i + 1)
	if demand := a.Items[i].Item.Demand; demand != "" && a.several {
		return note("", "明細"+n+"（損害賠償請求 "+demand+"）", "item "+n+" (third-party claim "+demand+")")
	}
	return note("", "明細"+n, "item "+n)
}

// itemLine returns an item as a line of a worksheet starts: its number, if it
// has one, and its head.
func (a *Assessment) itemLine(i int) clause.Note {
	c := a.Items[i].head.Clause
	if name := a.item(i); name != (clause.Note{}) {
		return note("", name.JA+" "+c.JA, name.EN+", "+c.EN)
	}
	return note("", c.JA, c.EN)
}

// itemNamed returns an item as a sentence names it: 明細1（争訟費用）.
func (a *Assessment) itemNamed(i int) clause.Note {
	c := a.Items[i].head.Clause
	if name := a.item(i); name != (clause.Note{}) {
		return note("", name.JA+"（"+c.JA+"）", name.EN+" ("+c.EN+")")
	}
	return note("", c.JA, c.EN)
}

// itemsNamed returns several items: 明細1・2, or items 1, 2. One is named in full,
// and the only one of a claim by its head.
func (a *Assessment) itemsNamed(items []int) clause.Note {
	if len(items) == 1 {
		return a.itemNamed(items[0])
	}
	return a.itemNumbers(items)
}

// itemNumbers is itemsNamed without heads, and the zero Note for the only item
// of a claim.
func (a *Assessment) itemNumbers(items []int) clause.Note {
	if len(items) == 1 {
		return a.item(items[0])
	}
	numbers := make([]string, len(items))
	for k, i := range items {
		numbers[k] = strconv.Itoa(i + 1)
	}
	return note("", "明細"+strings.Join(numbers, "・"), "items "+strings.Join(numbers, ", "))
}

// of puts the numbers of items before a text, unless the claim has one item
// only.
func (a *Assessment) of(items []int, n clause.Note) clause.Note {
	if name := a.itemNumbers(items); name != (clause.Note{}) {
		n.JA, n.EN = name.JA+"："+n.JA, text.Capital(name.EN)+": "+n.EN
	}
	return n
}

// A group is a key that items share.
type group[K any] struct {
	key   K
	items []int
}

// grouped groups the items for which key returns true, by their keys.
func grouped[K any](a *Assessment, key func(r *Result, i int) (K, bool), same func(K, K) bool) []group[K] {
	var all []group[K]
	for i := range a.Items {
		k, ok := key(&a.Items[i], i)
		if !ok {
			continue
		}
		at := slices.IndexFunc(all, func(g group[K]) bool { return same(g.key, k) })
		if at < 0 {
			at = len(all)
			all = append(all, group[K]{key: k})
		}
		all[at].items = append(all[at].items, i)
	}
	return all
}

func equal[K comparable](x, y K) bool { return x == y }

// quoted returns the title of a clause as a sentence quotes it.
func quoted(c clause.Clause) (ja, en string) {
	return "「" + c.JA + "」（" + string(c.ID) + "）", "\"" + c.EN + "\" (" + string(c.ID) + ")"
}

// short returns the text of a cut without the amount of the cut, where the text
// repeats it: deductible, for a deductible of ¥1,000,000 that took as much.
func short(c limits.Cut) (ja, en string) {
	j, e := c.Amount.Grouped(), c.Amount.Text(language.English)
	ja = strings.TrimSuffix(strings.TrimSuffix(c.JA, " "+j), "（"+j+"）")
	en = strings.TrimSuffix(strings.TrimSuffix(c.EN, " of "+e), " ("+e+")")
	return ja, en
}

// bare returns a question without the remark in brackets at its end.
func bare(q fact.Question) clause.Note {
	n := note("", q.Text(language.Japanese), q.Text(language.English))
	if i := strings.LastIndex(n.JA, "（"); i > 0 && strings.HasSuffix(n.JA, "）") {
		n.JA = n.JA[:i]
	}
	if i := strings.LastIndex(n.EN, " ("); i > 0 && strings.HasSuffix(n.EN, ")?") {
		n.EN = n.EN[:i] + "?"
	}
	return n
}
