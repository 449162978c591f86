// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/period"
)

// known returns the dates that a question about an item is about, so far as they
// are known.
func (a *Assessment) known(r *Result, q Need) clause.Note {
	p := a.policy.terms.Period
	switch q.Date {
	case "":
	case "made", "discovered", "reputational", "measure":
		return note("", "保険期間 "+p.Text(language.Japanese), "policy period "+p.Text(language.English))
	default:
		return clause.Note{}
	}
	switch d := a.policy.scheme.dateFact(q.Fact); d.Anchor {
	case PolicyPeriod:
		return note("", "保険期間 "+p.Text(language.Japanese), "policy period "+p.Text(language.English))
	case PolicyStart:
		return starts("保険期間の開始", "policy period starts", p.Start())
	case ContinuousStart:
		first := a.policy.terms.First
		if first.IsZero() {
			first = p.Start()
		}
		return starts("継続契約の最初の保険期間の開始", "continuous cover starts", first)
	case Delivery, AfterDelivery:
		return a.knownDelivery(a.datesOf(&r.Item, r.head).Delivered, d.Anchor)
	case ResponsePeriod:
		if end := a.responseEnd(); !end.IsZero() {
			last, c := Deadline{Until: end}.last("to"), a.policy.scheme.rules.Response.Clause
			return note("", c.JA+" "+last.JA, c.EN+" "+last.EN)
		}
	default:
	}
	return clause.Note{}
}

// knownDelivery returns the day of delivery and, if it is asked for, the last day
// of the month after it.
func (a *Assessment) knownDelivery(delivered period.Moment, anchor Anchor) clause.Note {
	if delivered.Date().IsZero() {
		return clause.Note{}
	}
	n := dateWords("delivered", delivered)
	in := &a.policy.scheme.rules.Delivery
	if end, err := period.Expiry(delivered, in.Span, in.Reckoned); anchor == AfterDelivery && err == nil {
		last, c := Deadline{Until: end}.last("to"), in.Clause
		n.JA += "、" + c.JA + " " + last.JA
		n.EN += ", " + c.EN + ": " + last.EN
	}
	return n
}

func starts(ja, en string, at period.Instant) clause.Note {
	return note("", ja+" "+at.Text(language.Japanese), en+" on "+at.Text(language.English))
}
