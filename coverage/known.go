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
	switch f := q.Fact; f {
	case ClaimInPeriod, DiscoveredInPeriod, ReputationalInPeriod, MeasureInPeriod:
		return note("", "保険期間 "+p.Text(language.Japanese), "policy period "+p.Text(language.English))
	case CauseBeforeStart, KnownAtStart:
		return starts("保険期間の開始", "policy period starts", p.Start())
	case CauseBeforeFirst, KnownAtFirst:
		first := a.policy.terms.First
		if first.IsZero() {
			first = p.Start()
		}
		return starts("継続契約の最初の保険期間の開始", "continuous cover starts", first)
	case ClaimBeforeDelivery, ClaimWithinMonth, KnownBeforeDelivery, KnownWithinMonth:
		return a.knownDelivery(a.datesOf(&r.Item, r.head).Delivered, f == ClaimWithinMonth || f == KnownWithinMonth)
	case InResponsePeriod:
		if end := a.responseEnd(); !end.IsZero() {
			last, c := Deadline{Until: end}.last("to"), a.policy.scheme.rules.Year.ResponseClause
			return note("", c.JA+" "+last.JA, c.EN+" "+last.EN)
		}
	}
	return clause.Note{}
}

// knownDelivery returns the day of delivery and, if it is asked for, the last day
// of the month after it.
func (a *Assessment) knownDelivery(delivered Moment, month bool) clause.Note {
	if delivered.Date().IsZero() {
		return clause.Note{}
	}
	n := dateWords("delivered", delivered)
	year := &a.policy.scheme.rules.Year
	if end, err := year.DeliveryEnd(delivered.Date()); month && err == nil {
		last, c := Deadline{Until: At(end)}.last("to"), year.DeliveryClause
		n.JA += "、" + c.JA + " " + last.JA
		n.EN += ", " + c.EN + ": " + last.EN
	}
	return n
}

func starts(ja, en string, at period.Instant) clause.Note {
	return note("", ja+" "+at.Text(language.Japanese), en+" on "+at.Text(language.English))
}
