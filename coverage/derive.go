// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/period"
)

// The facts that follow from dates and, the last, from an amount. A scheme whose
// wording names one of them need not ask for it where those are known.
const (
	ClaimInPeriod        exclusions.Fact = "claim-in-period"          // the claim, or the first of the series, was made in the policy period
	DiscoveredInPeriod   exclusions.Fact = "discovered-in-period"     // the incident was first discovered in it
	ReputationalInPeriod exclusions.Fact = "reputational-in-period"   // the reputational incident was discovered in it
	MeasureInPeriod      exclusions.Fact = "measure-in-period"        // the authority's measure was received in it
	InResponsePeriod     exclusions.Fact = "in-response-period"       // the cost arose in the incident response period
	PubliclyClear        exclusions.Fact = "publicly-clear"           // the fact became objectively clear through publication
	ClearWhenSpent       exclusions.Fact = "clear-when-spent"         // it had on the day of spending, or before
	CauseBeforeStart     exclusions.Fact = "cause-before-start"       // the cause arose before the policy period
	KnownAtStart         exclusions.Fact = "known-at-start"           // a claim was known to be likely when it started
	CauseBeforeFirst     exclusions.Fact = "cause-before-first-start" // the same for the first of the unbroken periods
	KnownAtFirst         exclusions.Fact = "known-at-first-start"
	NeverDelivered       exclusions.Fact = "never-delivered" // there was no delivery
	ClaimBeforeDelivery  exclusions.Fact = "claim-before-delivery"
	ClaimWithinMonth     exclusions.Fact = "claim-within-month"
	KnownBeforeDelivery  exclusions.Fact = "known-before-delivery"
	KnownWithinMonth     exclusions.Fact = "known-within-month"
	AggravatedLiability  exclusions.Fact = "aggravated-liability" // an agreement makes the liability heavier: Item.Excess is above zero
)

// How many facts follow from the dates of a claim, and from an item.
const (
	claimFacts = 14
	itemFacts  = 3
)

// derivedFacts are the facts that follow, first from the dates of a claim and
// then from an item.
func derivedFacts() [claimFacts + itemFacts]exclusions.Fact {
	return [...]exclusions.Fact{
		ClaimInPeriod, DiscoveredInPeriod, ReputationalInPeriod, MeasureInPeriod, PubliclyClear,
		CauseBeforeStart, KnownAtStart, CauseBeforeFirst, KnownAtFirst,
		NeverDelivered, ClaimBeforeDelivery, ClaimWithinMonth, KnownBeforeDelivery, KnownWithinMonth,
		InResponsePeriod, ClearWhenSpent, AggravatedLiability,
	}
}

// derive returns what follows from the dates of a claim.
//
//	first start      start      delivery     month up         end
//	     |             |            |            |             |
//	 known at    known at   before  | within     |
//	first start    start   delivery | the month  |
//	                   |------------- in the period -----------|
func (p *policy) derive(d Dates) [claimFacts]exclusions.Truth {
	start := At(p.terms.Period.Start())
	first := start
	if !p.terms.First.IsZero() {
		first = At(p.terms.First)
	}
	in := func(m Moment) exclusions.Truth { return m.In(p.terms.Period) }
	var month Moment
	delivered := exclusions.Unknown
	if !d.Delivered.IsZero() {
		delivered = exclusions.Yes
		if end, err := p.scheme.rules.Year.DeliveryEnd(d.Delivered.Date()); err == nil {
			month = At(end)
		}
	}
	within := func(m Moment) exclusions.Truth { return and(m.Before(d.Delivered).Not(), m.Before(month)) }
	published := exclusions.Unknown
	if !d.Published.IsZero() {
		published = exclusions.Yes
	}
	return [...]exclusions.Truth{
		in(d.First), in(d.Discovered), in(d.Reputational), in(d.Measure), published,
		d.Cause.Before(start), start.Before(d.Aware).Not(), d.Cause.Before(first), first.Before(d.Aware).Not(),
		delivered.Not(), d.First.Before(d.Delivered), within(d.First), d.Aware.Before(d.Delivered), within(d.Aware),
	}
}

// deriveItem returns what follows from an item: the days on which its cost arose
// and was spent, and its excess.
//
//	discovery                                   a year from the next day
//	    |------------ incident response period ------------|
func (p *policy) deriveItem(d Dates, it *Item, response [2]Moment) [itemFacts]exclusions.Truth {
	in := and(it.Incurred.Before(response[0]).Not(), it.Incurred.Before(response[1]))
	spent := it.Spent
	if spent.IsZero() {
		spent = it.Incurred
	}
	public, heavier := exclusions.Unknown, exclusions.Unknown
	if !d.Published.IsZero() && !spent.IsZero() {
		public = truth(d.Published.Date().Compare(spent.Date()) <= 0)
	}
	if excess, _ := it.Excess.Amount(); excess > 0 {
		heavier = exclusions.Yes
	}
	return [...]exclusions.Truth{in, public, heavier}
}

// response returns the start and the end of the incident response period. Where
// the hour of discovery is not known and the end depends on it, the end is a
// day without an hour.
func (p *policy) response(discovered Moment) [2]Moment {
	if discovered.IsZero() {
		return [2]Moment{}
	}
	from, known := discovered.Instant()
	if !known {
		from = discovered.Date().Start()
	}
	span, err := p.scheme.rules.Year.ResponsePeriod(from)
	if err != nil {
		return [2]Moment{discovered}
	}
	end := At(span.End())
	if !known && p.scheme.rules.Year.Readings.Response == period.ResponseToMoment {
		end = On(span.End().Date())
	}
	return [2]Moment{discovered, end}
}

func and(t, u exclusions.Truth) exclusions.Truth {
	switch {
	case t == exclusions.No || u == exclusions.No:
		return exclusions.No
	case t == exclusions.Yes && u == exclusions.Yes:
		return exclusions.Yes
	}
	return exclusions.Unknown
}
