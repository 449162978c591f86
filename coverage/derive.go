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
	MeasureInPeriod      exclusions.Fact = "measure-in-period"        // the regulator's action was received in it
	PubliclyClear        exclusions.Fact = "publicly-clear"           // the attack, or its suspicion, became objectively apparent
	CauseBeforeStart     exclusions.Fact = "cause-before-start"       // the cause arose before the policy period
	KnownAtStart         exclusions.Fact = "known-at-start"           // the policyholder or an insured knew at its start that a claim was likely
	CauseBeforeFirst     exclusions.Fact = "cause-before-first-start" // the cause arose before the member's continuous cover
	KnownAtFirst         exclusions.Fact = "known-at-first-start"     // the policyholder or an insured knew at its start
	NeverDelivered       exclusions.Fact = "never-delivered"          // there was no delivery
	ClaimBeforeDelivery  exclusions.Fact = "claim-before-delivery"    // the claim, or the first of the series, came before delivery
	ClaimWithinMonth     exclusions.Fact = "claim-within-month"       // it came within a month after delivery
	KnownBeforeDelivery  exclusions.Fact = "known-before-delivery"    // an insured knew before delivery that a claim was likely
	KnownWithinMonth     exclusions.Fact = "known-within-month"       // an insured came to know within a month after delivery
	InResponsePeriod     exclusions.Fact = "in-response-period"       // the cost arose in the incident response period
	ClearWhenSpent       exclusions.Fact = "clear-when-spent"         // the leak had become objectively apparent by the day of spending
	AggravatedLiability  exclusions.Fact = "aggravated-liability"     // an agreement makes the liability heavier: Item.Excess is above zero
)

// derivedFacts is how many facts follow from the dates and amounts of an item.
const derivedFacts = 17

// derivedNames returns the facts in the order of derive.
func derivedNames() [derivedFacts]exclusions.Fact {
	return [...]exclusions.Fact{
		ClaimInPeriod, DiscoveredInPeriod, ReputationalInPeriod, MeasureInPeriod, PubliclyClear,
		CauseBeforeStart, KnownAtStart, CauseBeforeFirst, KnownAtFirst,
		NeverDelivered, ClaimBeforeDelivery, ClaimWithinMonth, KnownBeforeDelivery, KnownWithinMonth,
		InResponsePeriod, ClearWhenSpent, AggravatedLiability,
	}
}

// The places of two facts in the order of derive.
const (
	inResponse = derivedFacts - 3
	heavier    = derivedFacts - 1
)

// truths are the derived facts of one item.
type truths [derivedFacts]exclusions.Truth

// derive returns what follows from the times of an item.
//
//	first start      start      delivery     month up         end
//	     |             |            |            |             |
//	 known at    known at   before  | within     |
//	first start    start   delivery | the month  |
//	                   |------------- in the period -----------|
//
//	discovery                                   a year from the next day
//	    |------------ incident response period ------------|
func (p *policy) derive(t *calendar) truths {
	in := func(w when) exclusions.Truth { return w.in(p.start, p.end) }
	// An insured's awareness says that somebody knew, and never that nobody did:
	// the policyholder may have known.
	knew := func(start tick) exclusions.Truth {
		if t.aware.to <= start {
			return exclusions.Yes
		}
		return exclusions.Unknown
	}
	month := p.month(t.delivered)
	within := func(w when) exclusions.Truth { return and(w.before(t.delivered).Not(), w.before(month)) }
	return truths{
		in(t.first), in(t.discovered), in(t.reputational), in(t.measure), t.attackPublished.happened(),
		t.cause.before(when{p.start, p.start}), knew(p.start), t.cause.before(when{p.first, p.first}), knew(p.first),
		t.delivered.happened().Not(), t.first.before(t.delivered), within(t.first), t.aware.before(t.delivered), within(t.aware),
		and(t.incurred.before(t.discovered).Not(), t.incurred.before(t.response)), t.leakPublished.byDay(t.spent),
	}
}

// month returns the end of the time after delivery in which a claim falls under
// the clause about delivery.
func (p *policy) month(delivered when) when {
	if delivered.never() {
		return delivered
	}
	if delivered.from == ever || delivered.from.day() != delivered.to.day() {
		return anyTime()
	}
	end, err := p.scheme.rules.Year.DeliveryEnd(delivered.from.date())
	if err != nil {
		return anyTime()
	}
	return when{tickOf(end), tickOf(end)}
}

// response returns the end of the incident response period of an incident that
// was first discovered at the time.
func (p *policy) response(discovered when) when {
	if discovered.never() {
		return discovered
	}
	end := anyTime()
	if discovered.from != ever {
		end.from = p.responseEnd(discovered.from)
	}
	if discovered.to != noTime {
		end.to = p.responseEnd(discovered.to)
	}
	return end
}

// responseEnd returns the end of the incident response period from a tick. By
// the reading to the moment it has the clock of the discovery, except where
// the last month has no such day.
func (p *policy) responseEnd(from tick) tick {
	year, date := &p.scheme.rules.Year, from.date()
	span, err := year.ResponsePeriod(date.Start())
	if err != nil {
		return noTime
	}
	end := tickOf(span.End())
	if year.Readings.Response != period.ResponseToMoment {
		return end
	}
	if later, err := date.Clock(0, 1); err == nil {
		if span, err := year.ResponsePeriod(later); err == nil && tickOf(span.End()) != end {
			end += from - tickOf(date.Start())
		}
	}
	return end
}
