// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// An agreement is what is compared of the terms of a policy or a quote.
type agreement struct {
	rules    *Rules
	sales    yen.Amount
	options  option.Settled
	attached []clause.ID // with those that every policy has
}

func (p *policy) agreement() agreement {
	s := agreement{rules: &p.scheme.rules, sales: p.terms.Sales.Amount, attached: p.attached}
	s.options, _ = s.rules.Options.Settle(p.terms.stated(s.rules.Declared), s.attached...)
	return s
}

// changes returns what differs between two agreements, as sentences: the edition, the
// readings, the sales, the options and the endorsements.
func (s agreement) changes(to agreement) []clause.Note {
	var all changes
	was, is := s.rules, to.rules
	if was.Edition.ID != is.Edition.ID && was.Edition.JA == is.Edition.JA {
		all.add(is.Edition.ID, "制度", "scheme", literal(was.Edition.ID), literal(is.Edition.ID))
	}
	all.add(is.Edition.ID, "制度", "scheme", was.Edition, is.Edition)
	all.readings(was.Points, is.Points)
	all.add(is.Sales, "ご申告の売上高", "declared sales", salesOf(s.sales), salesOf(to.sales))
	for _, row := range is.Options {
		if _, ok := was.Options.Row(row.ID); ok && row.ID != is.Declared {
			all.add(row.Clause, row.JA, row.EN, settled(s.options, row.ID), settled(to.options, row.ID))
		}
	}
	for _, e := range was.Wording.Endorsements {
		all.add(e.ID, e.JA, e.EN, attachment(s.attached, e.ID), attachment(to.attached, e.ID))
	}
	for _, e := range is.Wording.Endorsements {
		if !was.offers(e.ID) {
			all.add(e.ID, e.JA, e.EN, attachment(nil, e.ID), attachment(to.attached, e.ID))
		}
	}
	return all
}

// changes are what differs, as sentences.
type changes []clause.Note

// add adds what was one thing and is another, if they differ.
func (c *changes) add(id clause.ID, ja, en string, from, to texter) {
	if from.Text(language.Japanese) != to.Text(language.Japanese) {
		*c = append(*c, note(id, ja+"：{} → {}", en+": {} → {}", from, to))
	}
}

// readings adds the points of which another choice was made. A point that only one
// scheme leaves open is left out if its choice is the default.
func (c *changes) readings(was, is OpenPoints) {
	none := note("", "なし", "none")
	for _, p := range was {
		if i := is.index(p.ID); i >= 0 {
			c.add("", "解釈"+p.ID+" "+p.JA, "reading "+p.ID+", "+p.EN, p.Choice(), is[i].Choice())
		} else if !p.isDefault() {
			c.add("", "解釈"+p.ID+" "+p.JA, "reading "+p.ID+", "+p.EN, p.Choice(), none)
		}
	}
	for _, p := range is {
		if was.index(p.ID) < 0 && !p.isDefault() {
			c.add("", "解釈"+p.ID+" "+p.JA, "reading "+p.ID+", "+p.EN, none, p.Choice())
		}
	}
}

// index returns the place of the point with the ID, or -1.
func (p OpenPoints) index(id string) int {
	return slices.IndexFunc(p, func(o OpenPoint) bool { return o.ID == id })
}

func attachment(all []clause.ID, id clause.ID) clause.Note {
	if slices.Contains(all, id) {
		return note("", "付帯", "attached")
	}
	return note("", "付帯なし", "not attached")
}

// salesOf returns sales, which are not stated if they are 0円.
func salesOf(a yen.Amount) clause.Note {
	if a == 0 {
		return note("", "記載なし", "not stated")
	}
	return note("", "{}", "{}", a)
}

// settled returns the value of an option as text.
func settled(v option.Settled, id option.ID) clause.Note {
	switch x, is := v.Value(id); {
	case !is:
		return note("", "なし", "none")
	case x.IsZero():
		return note("", "定めなし", "not stated")
	default:
		row, _ := v.Row(id)
		if a, is := x.Amount(); is && row.Unit == option.InYen {
			return note("", "{}", "{}", digits(a))
		}
		return note("", "{}", "{}", rowText{&row, x})
	}
}

// differences returns what differs between two policies, as sentences.
func (p *policy) differences(q *policy) []clause.Note {
	was, is := p.agreement(), q.agreement()
	all := changes(was.changes(is))
	if row, ok := is.rules.Options.Row(is.rules.Declared); ok {
		all.add(row.Clause, row.JA, row.EN, settled(was.options, was.rules.Declared), settled(is.options, row.ID))
	}
	start := func(p *policy) period.Instant { return cmp.Or(p.terms.First, p.terms.Period.Start()) }
	all.add(is.rules.Calendar.BaseClause.ID, "保険期間", "policy period", p.terms.Period, q.terms.Period)
	all.add("", "継続契約の最初の開始", "start of continuous cover", start(p), start(q))
	all.add("", "遡及日", "retroactive date", whenceOf(p.terms.Retroactive), whenceOf(q.terms.Retroactive))
	for _, e := range is.rules.Wording.Endorsements {
		if p.has(e.ID) && q.has(e.ID) {
			was := cmp.Or(p.terms.Since[e.ID], p.terms.Period.Start())
			is := cmp.Or(q.terms.Since[e.ID], q.terms.Period.Start())
			all.add(e.ID, e.JA+"の適用開始", "start of the "+e.EN, was, is)
		}
	}
	return all
}

// whenceOf returns a date from which cover looks back.
func whenceOf(t period.Instant) texter {
	if t.IsZero() {
		return note("", "なし", "none")
	}
	return t
}
