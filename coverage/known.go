// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/period"
)

// known returns the dates that a question about an item is about, so far as they
// are known.
func (a *Assessment) known(r *Result, q Need) clause.Note {
	t, rules := &a.policy.terms, &a.policy.scheme.rules
	anchor := a.policy.scheme.dateFact(q.Fact).Anchor
	switch q.Date {
	case "":
	case "made", "discovered", "reputational", "measure":
		anchor = PolicyPeriod
	default:
		return clause.Note{}
	}
	switch anchor {
	case PolicyPeriod:
		return note("", "保険期間 {}", "policy period {}", t.Period)
	case PolicyStart:
		return note("", "保険期間の開始 {}", "policy period starts on {}", t.Period.Start())
	case ContinuousStart:
		first := t.First
		if first.IsZero() {
			first = t.Period.Start()
		}
		return note("", "継続契約の最初の保険期間の開始 {}", "continuous cover starts on {}", first)
	case Delivery, AfterDelivery:
		delivered := a.momentOf(r, "delivered")
		if delivered.Date().IsZero() {
			return clause.Note{}
		}
		n, in := a.dateText(r, "delivered"), &rules.Delivery
		if end, err := period.Expiry(delivered, in.Span); anchor == AfterDelivery && err == nil {
			n = note("", "{}、{} {}", "{}, {}: {}", n, in.Clause, Deadline{Until: end}.last("to"))
		}
		return n
	case ResponsePeriod:
		if end := a.responseEnd(); !end.IsZero() {
			return note("", "{} {}", "{} {}", rules.Response.Clause, Deadline{Until: end}.last("to"))
		}
	default:
	}
	return clause.Note{}
}
