// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/period"
)

// known returns the dates that a question about an item is about, so far as they
// are known.
func (a *Assessment) known(r *Result, q Need) clause.Note {
	t, row := &a.policy.terms, a.policy.scheme.dateFact(q.Fact)
	switch q.Date {
	case "":
	case "made", "discovered", "reputational", "measure":
		row = DateFact{Is: Within, Anchor: PolicyPeriod}
	default:
		return clause.Note{}
	}
	last := func(end period.Moment) clause.Note { return Deadline{Until: end}.last("to") }
	switch row.Anchor {
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
	case Delivery:
		delivered := a.momentOf(r, "delivered")
		if delivered.Date().IsZero() {
			return clause.Note{}
		}
		n := a.dateText(r, "delivered")
		if end, err := period.Expiry(delivered, row.Span); err == nil {
			n = note("", "{}、{} {}", "{}, {}: {}", n, row.Clause, last(end))
		}
		return n
	case Discovery:
		if end := a.sinceDiscovery(&row); !end.IsZero() {
			return note("", "{} {}", "{} {}", row.Clause, last(end))
		}
	default:
	}
	return clause.Note{}
}
