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
	"github.com/baiseki/baiseki/yen"
)

// A texter has a text in each language: a note, a clause, an amount, a date.
type texter interface {
	Text(tag language.Tag) string
}

// A digits is an amount in plain digits: 1,000,000円 or ¥1,000,000.
type digits yen.Amount

// Text returns the amount in digits.
func (d digits) Text(tag language.Tag) string {
	return text.In(tag, yen.Amount(d).Grouped(), yen.Amount(d).Text(language.English))
}

// A literal is the same in both languages, such as the ID of a clause.
type literal string

// Text returns the text.
func (l literal) Text(language.Tag) string { return string(l) }

func number(n int) literal { return literal(strconv.Itoa(n)) }

// note returns a text in both languages, with the clause that it is about. Each {}
// in the two forms stands for the next of the parts; a form can leave out the last ones.
func note(id clause.ID, ja, en string, parts ...texter) clause.Note {
	return clause.Note{Clause: id, JA: fill(ja, language.Japanese, parts), EN: fill(en, language.English, parts)}
}

func fill(form string, tag language.Tag, parts []texter) string {
	if len(parts) == 0 {
		return form
	}
	var b strings.Builder
	for _, p := range parts {
		before, after, more := strings.Cut(form, "{}")
		if !more {
			break
		}
		part := p.Text(tag)
		b.Grow(len(form) + len(part))
		b.WriteString(before)
		b.WriteString(part)
		form = after
	}
	b.WriteString(form)
	return b.String()
}

// title returns the title of a clause, quoted the same as a sentence quotes it, and
// cited with its ID.
func title(c clause.Clause) clause.Note { return note(c.ID, c.JA, c.EN) }

func quoted(c clause.Clause) clause.Note {
	return note(c.ID, "「{}」（{}）", "\"{}\" ({})", c, literal(c.ID))
}

func cited(c clause.Clause) clause.Note { return note(c.ID, "{}（{}）", "{} ({})", c, literal(c.ID)) }

func titles(all []clause.Clause) clause.Note { return join(each(all, title), "、", "; ") }

// each returns the text of each element.
func each[T any](all []T, text func(T) clause.Note) []clause.Note {
	notes := make([]clause.Note, len(all))
	for i, x := range all {
		notes[i] = text(x)
	}
	return notes
}

// join returns texts as one, with a separator in each language, and the zero Note if
// there are none.
func join(all []clause.Note, ja, en string) clause.Note {
	var n clause.Note
	for i, x := range all {
		if i > 0 {
			n.JA, n.EN = n.JA+ja, n.EN+en
		}
		n.JA, n.EN = n.JA+x.JA, n.EN+x.EN
	}
	return n
}

// capital returns a text that starts an English line or sentence.
func capital(n clause.Note) clause.Note {
	n.EN = text.Capital(n.EN)
	return n
}

// oneLine returns a text that a host has given, such as a company, on one line:
// spaces and characters that are not printed become one space.
func oneLine(s string) string {
	apart := func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) }
	return strings.Join(strings.FieldsFunc(s, apart), " ")
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// item returns the number of an item, with the third-party claim that it is
// about if there are several: 明細1 or item 1. It is the zero Note for the only
// item of a claim, which needs no number.
func (a *Assessment) item(i int) clause.Note {
	demand := a.items[i].Item.Demand
	switch {
	case len(a.items) == 1:
		return clause.Note{}
	case demand != "" && a.several:
		return note("", "明細{}（損害賠償請求 {}）", "item {} (third-party claim {})", number(i+1), literal(demand))
	}
	return note("", "明細{}", "item {}", number(i+1))
}

// itemWith returns an item by its number, if it has one, and its head, in a form for
// both: 明細1（争訟費用）.
func (a *Assessment) itemWith(i int, ja, en string) clause.Note {
	name, head := a.item(i), title(a.items[i].head.Clause)
	if name == (clause.Note{}) {
		return head
	}
	return note("", ja, en, name, head)
}

// itemNamed returns an item as a sentence names it: 明細1（争訟費用）.
func (a *Assessment) itemNamed(i int) clause.Note { return a.itemWith(i, "{}（{}）", "{} ({})") }

// itemNumbers returns several items: 明細1・2, or items 1, 2. It is the zero Note for
// the only item of a claim.
func (a *Assessment) itemNumbers(items []int) clause.Note {
	if len(items) == 1 {
		return a.item(items[0])
	}
	numbers := each(items, func(i int) clause.Note { return note("", "{}", "{}", number(i+1)) })
	return note("", "明細{}", "items {}", join(numbers, "・", ", "))
}

// of puts the numbers of items before a text, unless the claim has one item
// only.
func (a *Assessment) of(items []int, n clause.Note) clause.Note {
	if name := a.itemNumbers(items); name != (clause.Note{}) {
		return capital(note(n.Clause, "{}：{}", "{}: {}", name, n))
	}
	return n
}

// ofSome is of for a text that needs no numbers if it is about all items.
func (a *Assessment) ofSome(items []int, n clause.Note) clause.Note {
	if len(items) == len(a.items) {
		return n
	}
	return a.of(items, n)
}

// A group is what shares a key, such as items, each once.
type group[K, V comparable] struct {
	key K
	of  []V
}

// put adds to the group with the key, or to a new one at the end.
func put[K, V comparable](all []group[K, V], key K, v V) []group[K, V] {
	at := slices.IndexFunc(all, func(g group[K, V]) bool { return g.key == key })
	if at < 0 {
		at = len(all)
		all = append(all, group[K, V]{key: key})
	}
	all[at].of = union(all[at].of, v)
	return all
}

// union appends the elements that are not there yet.
func union[T comparable](all []T, more ...T) []T {
	for _, x := range more {
		if !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return all
}

// short returns the text of a cut without the amount of the cut, where the text
// repeats it: deductible, for a deductible of ¥1,000,000 that took as much.
func short(c limits.Cut) clause.Note {
	ja, en := c.Amount.Grouped(), c.Amount.Text(language.English)
	return note(c.Clause, strings.TrimSuffix(strings.TrimSuffix(c.JA, " "+ja), "（"+ja+"）"),
		strings.TrimSuffix(strings.TrimSuffix(c.EN, " of "+en), " ("+en+")"))
}

// bare returns a question without the remark in brackets at its end.
func bare(q fact.Question) clause.Note {
	n := note("", "{}", "{}", q)
	if i := strings.LastIndex(n.JA, "（"); i > 0 && strings.HasSuffix(n.JA, "）") {
		n.JA = n.JA[:i]
	}
	if i := strings.LastIndex(n.EN, " ("); i > 0 && strings.HasSuffix(n.EN, ")?") {
		n.EN = n.EN[:i] + "?"
	}
	return n
}
