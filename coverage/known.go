// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// known returns the dates that a question about an item is about, so far as they
// are known, for the fact that the answer settles.
func (a *Assessment) known(r *Result, q Need, f fact.Name) clause.Note {
	t, row := &a.policy.terms, a.policy.scheme.dateFact(f)
	switch own := row.Anchor == RetroactiveDate || row.Anchor == PolicyEnd; {
	case row.Is == ByDay:
		return clause.Note{}
	case q.Date == "" || own:
	case slices.Contains([]string{"made", "discovered", "reputational", "measure"}, q.Date):
		row = DateFact{Is: Within, Anchor: PolicyPeriod}
	default:
		return clause.Note{}
	}
	last := func(end period.Moment) clause.Note { return Deadline{Until: end}.last("to") }
	switch anchor := row.Anchor; anchor {
	case PolicyPeriod:
		if row.Is == Within {
			n := note("", "保険期間 {}", "policy period {}", t.Period)
			for _, v := range a.policy.variants[1:] {
				n = note("", "{}、{} {}から", "{}; {} from {}", n, literal(v.new[0]), v.from.moment())
			}
			if m := a.momentOf(r, q.Date); !m.IsZero() {
				n = note("", "{}。{}の何時か", "{}; at what time on {}", n, m)
			}
			return n
		}
		return note("", "保険期間の開始 {}", "policy period starts on {}", t.Period.Start())
	case ContinuousCover:
		return note("", "継続契約の最初の保険期間の開始 {}", "continuous cover starts on {}", cmp.Or(t.First, t.Period.Start()))
	case RetroactiveDate:
		if t.Retroactive.IsZero() {
			return note("", "遡及日の定めなし", "no retroactive date")
		}
		return note("", "遡及日 {}", "retroactive date {}", t.Retroactive)
	case PolicyEnd:
		n := note("", "保険期間 {}", "policy period {}", t.Period)
		if row.Span == (period.Span{}) {
			return n
		}
		return spans(n, &row, last(row.extension(a.policy.end)))
	case Discovery:
		if end := a.sinceDiscovery(&row); !end.IsZero() {
			return note("", "{} {}", "{} {}", row.Clause, last(end))
		}
		return clause.Note{}
	case "":
		return clause.Note{}
	default: // the name of a date
		n, at := a.dateText(r, string(anchor)), a.momentOf(r, string(anchor))
		if at.Date().IsZero() {
			return clause.Note{}
		}
		if end, err := period.Expiry(at, row.Span); err == nil {
			n = spans(n, &row, last(end))
		}
		return n
	}
}

// spans adds to a date the period that it begins, with its clause if it has one.
func spans(n clause.Note, row *DateFact, last clause.Note) clause.Note {
	if row.Clause.ID == "" {
		return note("", "{}、{}", "{}, {}", n, last)
	}
	return note("", "{}、{} {}", "{}, {}: {}", n, row.Clause, last)
}
