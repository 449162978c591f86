// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// A DateFact is a row of a scheme: a fact that follows from a date, so that nobody
// is asked about the fact while the date and its anchor are known.
//
//	ContinuousStart   PolicyStart     Delivery    AfterDelivery ends   the policy period ends
//	       |               |             |               |                 |
//	       |               |------------- PolicyPeriod ------------------->|
//	       |               |             |AfterDelivery->|                 |
type DateFact struct {
	Fact   fact.Name
	Date   string // a name of a date, as listed at [Need]
	Is     Relation
	Anchor Anchor // "" for Happened and NeverHappened
}

// A Relation is what a [DateFact] says of its date.
type Relation string

const (
	Within        Relation = "within"         // in an interval, which contains its start and not its end
	Before        Relation = "before"         // before a time
	KnownBy       Relation = "known-by"       // at a time or before it; later says nothing, as somebody else may have known
	ByDay         Relation = "by-day"         // on the day of a time or before it
	Happened      Relation = "happened"       // it has come
	NeverHappened Relation = "never-happened" // it is known not to come
)

// An Anchor is a time or an interval with which a date is compared.
type Anchor string

const (
	PolicyPeriod    Anchor = "policy-period"    // the policy period
	PolicyStart     Anchor = "policy-start"     // its start
	ContinuousStart Anchor = "continuous-start" // the start of the member's continuous cover
	Delivery        Anchor = "delivery"         // the delivery of the work
	AfterDelivery   Anchor = "after-delivery"   // [Rules].Delivery, from the delivery
	ResponsePeriod  Anchor = "response-period"  // [Rules].Response, from the discovery
	Spending        Anchor = "spending"         // the day on which the cost was paid
)

// mostDateFacts is how many facts of a scheme may follow from dates and an amount.
const mostDateFacts = 32

// truths are the facts that follow from the dates and the excess of one item, in the
// order of scheme.derived.
type truths [mostDateFacts]fact.Truth

// A derived is a fact that follows from a date or, if Date is "", from the excess of
// an item.
type derived struct {
	DateFact
	at int // its number in the vocabulary
}

// derives returns the facts that follow from dates, and from the excess, so far as the
// wording names them.
func (r *Rules) derives(v fact.Vocabulary) []derived {
	var all []derived
	for _, d := range append(slices.Clone(r.DateFacts), DateFact{Fact: r.Heavier}) {
		if at, ok := v.Index(d.Fact); ok {
			all = append(all, derived{d, at})
		}
	}
	return all
}

// valid reports whether the row names a date, and a relation with an anchor of its
// kind.
func (d DateFact) valid() bool {
	dated := slices.ContainsFunc(dateNames(), func(n dateName) bool { return n.name == d.Date && d.Date != firstMade })
	switch d.Is {
	case Within:
		dated = dated && (d.Anchor == PolicyPeriod || d.Anchor == AfterDelivery || d.Anchor == ResponsePeriod && d.Date == "incurred")
	case Before:
		dated = dated && (d.Anchor == PolicyStart || d.Anchor == ContinuousStart || d.Anchor == Delivery)
	case KnownBy:
		dated = dated && (d.Anchor == PolicyStart || d.Anchor == ContinuousStart)
	case ByDay:
		dated = dated && d.Anchor == Spending
	case Happened, NeverHappened:
		dated = dated && d.Anchor == ""
	default:
		return false
	}
	return dated
}

// dateFact returns the row of a fact; the zero DateFact if it follows from no date.
func (s *scheme) dateFact(f fact.Name) DateFact {
	for i := range s.derived {
		if s.derived[i].Fact == f {
			return s.derived[i].DateFact
		}
	}
	return DateFact{}
}

// derive returns what follows from the times of an item.
func (p *policy) derive(t *calendar) (of truths) {
	month := p.month(t.delivered)
	for i := range p.scheme.derived {
		d := &p.scheme.derived[i]
		if d.Date == "" {
			continue
		}
		w := t.time(d.Date)
		switch {
		case d.Is == Happened:
			of[i] = w.happened()
		case d.Is == NeverHappened:
			of[i] = w.happened().Not()
		case d.Is == ByDay:
			of[i] = w.byDay(t.spent)
		case d.Anchor == PolicyPeriod:
			of[i] = w.in(p.start, p.end)
		case d.Anchor == ResponsePeriod:
			of[i] = and(w.before(t.discovered).Not(), t.cost.before(t.response))
		case d.Anchor == AfterDelivery:
			of[i] = and(w.before(t.delivered).Not(), w.before(month))
		case d.Is == KnownBy:
			if w.to <= p.time(d.Anchor, t).from {
				of[i] = fact.Yes
			}
		default:
			of[i] = w.before(p.time(d.Anchor, t))
		}
	}
	return of
}

// time returns the time that is an anchor.
func (p *policy) time(a Anchor, t *calendar) when {
	switch a {
	case PolicyStart:
		return when{p.start, p.start}
	case ContinuousStart:
		return when{p.first, p.first}
	default:
		return t.delivered
	}
}

// time returns a time of an item by the name of its date.
func (t *calendar) time(date string) when {
	switch date {
	case "made":
		return t.first
	case "discovered":
		return t.discovered
	case "reputational":
		return t.reputational
	case "measure":
		return t.measure
	case "cause":
		return t.cause
	case "aware":
		return t.aware
	case "delivered":
		return t.delivered
	case "attack-published":
		return t.attackPublished
	case "leak-published":
		return t.leakPublished
	case "incurred":
		return t.incurred
	}
	return t.spent
}

// month returns the end of the time after delivery in which a claim falls under
// the clause about delivery.
func (p *policy) month(delivered when) when {
	if in := &p.scheme.rules.Delivery; delivered.never() || in.Span != (period.Span{}) {
		return in.end(delivered)
	}
	return anyTime()
}

// response returns the end of the incident response period of an incident that
// was first discovered at the time.
func (p *policy) response(discovered when) when { return p.scheme.rules.Response.end(discovered) }

// end returns the end of the interval that an event at the time begins.
func (in *Interval) end(w when) when {
	if w.never() {
		return w
	}
	end := anyTime()
	if w.from != ever {
		end.from = in.endOf(w.from)
	}
	if w.to != noTime {
		end.to = in.endOf(w.to)
	}
	return end
}

// endOf returns the end of the interval that an event at the tick begins: never
// if there is none.
func (in *Interval) endOf(from tick) tick {
	day := period.On(from.date())
	end, err := period.Expiry(day, in.Span, in.Reckoned)
	if err != nil {
		return noTime
	}
	w := whenOf(end)
	if w.hourless() { // it has the hour of the event
		return w.from + from - whenOf(day).from
	}
	return w.from
}
