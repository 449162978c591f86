// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A Renewal is the quote for the policy that follows another one. The zero Renewal has
// the zero Quote.
type Renewal struct {
	Quote Quote `json:"quote,omitzero"`

	// Asked are the questions about what was known before the cover began. The next
	// policy may not cover what has become known by now: it is to be reported under the
	// policy that ends.
	Asked []fact.Question `json:"asked,omitzero"`

	// Changed says what differs from the policy that ends, as sentences: the edition, the
	// readings, the sales, the options, the endorsements, and whether cover goes on
	// without a break.
	Changed []clause.Note `json:"changed,omitzero"`
}

// Renew returns the quote under a scheme, of this edition or another one, for the
// policy that follows p. What the application leaves out is that of p: the company, the
// business, the retroactive date, the endorsements, and the options that exist with the endorsements, so far as
// the scheme has them. The sales and the day must be stated anew.
//
// First, the start of the continuous cover, is carried over if the next period begins
// no later than that of p ends. Else it is left out, and Changed says so.
//
// Renew returns the errors of [Scheme.Quote], with the name of Renew, and
// [fault.ErrScheme] for the zero Policy.
func (p Policy) Renew(s Scheme, a Application) (Renewal, error) {
	if p.policy == nil {
		return Renewal{}, &fault.Error{Op: "coverage.Renew", Reason: fault.ErrScheme}
	}
	t := &p.terms
	a.Company, a.Business = cmp.Or(a.Company, t.Company), cmp.Or(a.Business, t.Business)
	if a.Attach == nil {
		a.Attach = slices.DeleteFunc(slices.Clone(t.Attached), func(id clause.ID) bool { return !s.offers(id) })
	}
	if a.Options == nil {
		a.Options = maps.Clone(t.Options)
		with := append(s.data().schedule.Attached(), a.Attach...)
		maps.DeleteFunc(a.Options, func(id option.ID, _ option.Value) bool {
			row, ok := s.data().rules.Options.Row(id)
			attached := row.With == "" || slices.Contains(with, row.With)
			return !ok || !attached || id == p.scheme.rules.Declared
		})
	}
	if a.First = (period.Instant{}); s.scheme != nil && s.isRetroactive() {
		a.Retroactive = cmp.Or(a.Retroactive, t.Retroactive)
	}
	q, err := s.Quote(a)
	if err != nil {
		return Renewal{}, fault.In("coverage.Renew", "", err)
	}
	r := Renewal{Quote: q, Asked: s.knownBefore()}
	if q.Membership.Period.Start().Compare(t.Period.End()) <= 0 {
		r.Quote.Application.First = cmp.Or(t.First, t.Period.Start())
	}
	r.Changed = p.changes(&r.Quote)
	return r, nil
}

// offers reports whether the scheme has an endorsement.
func (s Scheme) offers(id clause.ID) bool {
	return slices.ContainsFunc(s.data().rules.Wording.Endorsements, func(e clause.Clause) bool { return e.ID == id })
}

// knownBefore returns the questions about what came before the cover began, as far as
// a rule depends on it.
func (s Scheme) knownBefore() (all []fact.Question) {
	read := map[fact.Name]bool{}
	for _, n := range s.data().nodes {
		for _, f := range n.facts {
			read[f] = true
		}
	}
	for _, q := range s.data().questions {
		d := s.dateFact(q.Fact)
		cover := d.Anchor == PolicyPeriod || d.Anchor == ContinuousCover
		if read[q.Fact] && cover && (d.Is == Before || d.Is == KnownBy) {
			all = append(all, q)
		}
	}
	return all
}

// changes returns what differs between the terms of a policy and those of a quote.
func (p *policy) changes(q *Quote) (all []clause.Note) {
	was, is, next := &p.scheme.rules, &q.scheme.rules, &q.Application
	add := func(id clause.ID, ja, en string, from, to texter) {
		if from.Text(language.Japanese) != to.Text(language.Japanese) {
			all = append(all, note(id, ja+"：{} → {}", en+": {} → {}", from, to))
		}
	}
	add(is.Edition.ID, "制度", "scheme", was.Edition, is.Edition)
	add("", "解釈", "readings", chosen(was.Points), chosen(is.Points))
	add(is.Sales, "ご申告の売上高", "declared sales", salesOf(p.terms.Sales.Amount), salesOf(next.Sales.Amount))
	old, _ := was.Options.Settle(p.terms.Options, p.terms.Attached...)
	with := q.attached()
	now, _ := is.Options.Settle(next.Options, with...)
	for _, row := range is.Options {
		if row.ID == is.Declared {
			continue
		}
		if _, ok := was.Options.Row(row.ID); ok {
			add(row.Clause, row.JA, row.EN, settled(old, row.ID), settled(now, row.ID))
		}
	}
	for _, e := range was.Wording.Endorsements {
		add(e.ID, e.JA, e.EN, attachment(p.terms.Attached, e.ID), attachment(with, e.ID))
	}
	for _, e := range is.Wording.Endorsements {
		if !(Scheme{p.scheme}).offers(e.ID) {
			add(e.ID, e.JA, e.EN, attachment(nil, e.ID), attachment(with, e.ID))
		}
	}
	ends, begins := p.terms.Period.End(), q.Membership.Period.Start()
	switch id := is.Calendar.BaseClause.ID; begins.Compare(ends) {
	case +1:
		all = append(all, note(id, "前契約の満期 {} と次の保険期間の開始 {} の間に空きがあり、継続契約になりません。",
			"The last policy period ends on {}, and the next starts on {}: cover is not continuous.", ends, begins))
	case -1:
		all = append(all, note(id, "前契約の満期 {} より前の {} に次の保険期間が始まり、保険期間が重なります。",
			"The last policy period ends on {}, after the next starts on {}: they overlap.", ends, begins))
	}
	return all
}

// attached returns the endorsements of a quote, with those that every policy has.
func (q *Quote) attached() []clause.ID {
	schedule, err := q.scheme.attach("", "", q.Application.Attach)
	if err != nil {
		return nil
	}
	return schedule.Attached()
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

// chosen returns the readings that are not the default.
func chosen(points OpenPoints) clause.Note {
	all := points.Readings()
	if len(all) == 0 {
		return note("", "標準", "default")
	}
	return join(each(all, func(r Reading) clause.Note { return note("", "{}", "{}", literal(r)) }), "、", ", ")
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
