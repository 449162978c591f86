// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"maps"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
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
		rules := &s.data().rules
		a.Attach = slices.DeleteFunc(slices.Clone(p.attached), func(id clause.ID) bool { return !rules.offers(id) })
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

// offers reports whether there is such an endorsement.
func (r *Rules) offers(id clause.ID) bool {
	return slices.ContainsFunc(r.Wording.Endorsements, func(e clause.Clause) bool { return e.ID == id })
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
func (p *policy) changes(q *Quote) []clause.Note {
	next := &q.Application
	is := agreement{rules: &q.scheme.rules, sales: next.Sales.Amount, attached: q.attached()}
	is.options, _ = is.rules.Options.Settle(next.Options, is.attached...)
	all := p.agreement().changes(is)
	ends, begins := p.terms.Period.End(), q.Membership.Period.Start()
	switch id := is.rules.Calendar.BaseClause.ID; begins.Compare(ends) {
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
