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
	KnownBy       Relation = "known-by"       // at a time or before it; later says nothing, for others may have known
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

// An event is a time in a calendar.
type event int

const (
	made event = iota // the third-party claim of the item, or the first of its series
	cause
	aware
	delivered
	attackPublished
	leakPublished
	discovered
	reputational
	measure
	incurred
	spent

	cost       // incurred, before its hour is placed: the response period ends on another day
	response   // the end of the incident response period
	month      // the end of the time after delivery
	start      // of the policy period
	end        // of the policy period
	continuous // the start of the member's continuous cover
	events     // how many there are
)

// eventOf returns the event with the name of a date, or -1.
func eventOf(date string) event {
	return event(slices.Index([]string{
		made: "made", cause: "cause", aware: "aware", delivered: "delivered", attackPublished: "attack-published",
		leakPublished: "leak-published", discovered: "discovered", reputational: "reputational", measure: "measure",
		incurred: "incurred", spent: "spent",
	}, date))
}

// anchors returns the times from which, and until which, each anchor lasts.
func anchors() map[Anchor][2]event {
	return map[Anchor][2]event{
		PolicyPeriod: {start, end}, PolicyStart: {start}, ContinuousStart: {continuous}, Delivery: {delivered},
		AfterDelivery: {delivered, month}, ResponsePeriod: {discovered, response}, Spending: {spent},
	}
}

// valid reports whether the row names a date, and a relation with an anchor of its
// kind.
func (d DateFact) valid() bool {
	type kind struct {
		is Relation
		of Anchor
	}
	date, known := eventOf(d.Date), slices.Contains([]kind{
		{Within, PolicyPeriod}, {Within, AfterDelivery}, {Within, ResponsePeriod},
		{Before, PolicyStart}, {Before, ContinuousStart}, {Before, Delivery},
		{KnownBy, PolicyStart}, {KnownBy, ContinuousStart},
		{ByDay, Spending}, {Happened, ""}, {NeverHappened, ""},
	}, kind{d.Is, d.Anchor})
	return known && date >= 0 && (d.Anchor != ResponsePeriod || date == incurred)
}

// mostDateFacts is how many facts of a scheme may follow from dates and an amount.
const mostDateFacts = 32

// truths are the facts that follow from the dates and the excess of one item, in the
// order of scheme.derived.
type truths [mostDateFacts]fact.Truth

// A derived is a fact that follows from a date or, if Date is "", from the excess of
// an item.
type derived struct {
	DateFact
	at                int   // its number in the vocabulary
	date, from, until event // what is compared
}

// derives returns the facts that follow from dates, and from the excess, so far as the
// wording names them.
func (r *Rules) derives(v fact.Vocabulary) []derived {
	var all []derived
	times := anchors()
	for _, d := range append(slices.Clone(r.DateFacts), DateFact{Fact: r.Heavier}) {
		if at, ok := v.Index(d.Fact); ok {
			of := times[d.Anchor]
			all = append(all, derived{d, at, eventOf(d.Date), of[0], of[1]})
		}
	}
	return all
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
func (s *scheme) derive(t *calendar) (of truths) {
	t.at[month] = anyTime()
	if in := &s.rules.Delivery; in.Span != (period.Span{}) || t.at[delivered].never() {
		t.at[month] = in.end(t.at[delivered])
	}
	for i := range s.derived {
		d := &s.derived[i]
		if d.Date == "" {
			continue
		}
		w, from := &t.at[d.date], &t.at[d.from]
		switch d.Is {
		case Within:
			last, until := w, &t.at[d.until]
			if d.until == response {
				last = &t.at[cost]
			}
			of[i] = truth(from.to <= w.from && last.to < until.from, w.to < from.from || until.to <= last.from)
		case Before:
			of[i] = w.before(*from)
		case KnownBy:
			of[i] = truth(w.to <= from.from, false)
		case ByDay:
			of[i] = w.byDay(*from)
		case Happened:
			of[i] = w.happened()
		case NeverHappened:
			of[i] = w.happened().Not()
		}
	}
	return of
}

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
	end, err := period.Expiry(period.On(from.date()), in.Span)
	if err != nil {
		return noTime
	}
	w := whenOf(end)
	if w.hourless() { // it has the hour of the event
		return w.from + from%dayLong
	}
	return w.from
}
