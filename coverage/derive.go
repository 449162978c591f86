// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// A DateFact is a row of a scheme: a fact that follows from a date, so that nobody
// is asked about the fact while the date and its anchor are known.
//
//	ContinuousCover   PolicyPeriod      Delivery      its Span ends    both periods end
//	       |               |               |               |                 |
//	       |----------------- Within ContinuousCover ----------------------->|
//	       |               |---------- Within PolicyPeriod ----------------->|
//	-------- Before Delivery ------------->|--- Within --->|                 |
type DateFact struct {
	Fact   fact.Name `json:"fact,omitzero"`
	Date   string    `json:"date,omitzero"` // a name of a date, as listed at [Need]
	Is     Relation  `json:"is,omitzero"`
	Anchor Anchor    `json:"anchor,omitzero"` // "" for Happened and NeverHappened

	// Span is the length of the period that begins at an anchor which is no period, of a
	// row that is Within it; other rows have none. Without a Span, the end of the period is
	// unknown. A period that would end after the year 9999 has no end.
	Span period.Span `json:"span,omitzero"`

	// Clause states the Span, and is cited with the end of the period. Rows about one
	// period have equal clauses. The zero Clause is left out.
	Clause clause.Clause `json:"clause,omitzero"`
}

// A Relation is what a [DateFact] says of its date.
type Relation string

const (
	Within        Relation = "within"         // in a period, which contains its start and not its end
	Before        Relation = "before"         // before an event, or the start of a period
	KnownBy       Relation = "known-by"       // at the start or before it; later says nothing: others may have known
	ByDay         Relation = "by-day"         // on the day of an event or before it
	Happened      Relation = "happened"       // it has come
	NeverHappened Relation = "never-happened" // it is known not to come
)

// An Anchor is a period, or an event that can begin one, with which a date is compared.
// It goes with the relations after the colon. An event is the end of the policy period or
// one of the dates that are listed at [Need], by its name.
type Anchor string

const (
	PolicyPeriod    Anchor = "policy-period"    // the policy period: Within, Before, KnownBy
	ContinuousCover Anchor = "continuous-cover" // continuous cover, to the end of the policy period: the same
	// RetroactiveDate is from the retroactive date (遡及日) of the policy to the end of the
	// policy period: the same. Nothing is before it if the policy has none.
	RetroactiveDate Anchor = "retroactive-date"

	// PolicyEnd is the end of the policy period: Before; and Within, for an extended reporting
	// period (延長報告期間). Its Span does not count the day in which the policy period ends,
	// unless that is at 00:00.
	PolicyEnd Anchor = "policy-end"

	Delivery  Anchor = "delivered"  // the delivery of the work (引渡し), and so each other date: Within, Before, ByDay
	Discovery Anchor = "discovered" // the first discovery of the incident: the same
	Spending  Anchor = "spent"      // the payment of the cost: the same
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

	start       // of the policy period
	end         // of the policy period
	continuous  // the start of the member's continuous cover
	retroactive // the retroactive date; before everything if there is none
	events      // how many there are
)

// eventOf returns the event with the name of a date, or -1.
func eventOf(date string) event { return event(slices.Index(dateNames(), date)) }

func dateNames() []string {
	return []string{
		made: "made", cause: "cause", aware: "aware", delivered: "delivered", attackPublished: "attack-published",
		leakPublished: "leak-published", discovered: "discovered", reputational: "reputational", measure: "measure",
		incurred: "incurred", spent: "spent",
	}
}

// event returns the event at the start of an anchor, and the relations that go with it;
// none for an unknown anchor.
func (a Anchor) event() (from event, is []Relation) {
	period := []Relation{Within, Before, KnownBy}
	switch e := eventOf(string(a)); {
	case e >= 0:
		return e, []Relation{Within, Before, ByDay}
	case a == PolicyPeriod:
		return start, period
	case a == ContinuousCover:
		return continuous, period
	case a == RetroactiveDate:
		return retroactive, period
	case a == PolicyEnd:
		return end, []Relation{Within, Before}
	case a == "":
		return start, []Relation{Happened, NeverHappened}
	}
	return start, nil
}

// mostDateFacts is how many facts of a scheme may follow from dates and an amount.
const mostDateFacts = 32

// truths are the facts that follow from the dates and the excess of one item, in the
// order of scheme.derived.
type truths [mostDateFacts]fact.Truth

// A derived is a fact that follows from a date or, if Date is "", from the excess of
// an item.
type derived struct {
	*DateFact
	at         int   // its number in the vocabulary
	date, from event // what is compared
}

// lasts reports whether the row is about the period that an event begins.
func (d *derived) lasts() bool { return d.Is == Within && (d.from < start || d.from == end) }

// addDates checks the date facts, and finds the facts that follow from dates, and from
// the excess, so far as the wording names them.
func (s *scheme) addDates(f *faults) {
	rows, v := s.rules.DateFacts, s.schedule.Facts().Vocabulary()
	add := func(d *DateFact, date, from event) {
		if at, ok := v.Index(d.Fact); ok {
			s.derived = append(s.derived, derived{d, at, date, from})
		}
	}
	if len(rows) >= mostDateFacts {
		f.add("dateFacts", "", fault.ErrSize)
		return
	}
	seen, one := map[fact.Name]bool{}, len(s.rules.Points) == 0 // else another reading may read it
	for i := range rows {
		d := &rows[i]
		path, date := "dateFacts["+string(d.Fact)+"]", eventOf(d.Date)
		from, is := d.Anchor.event()
		if date < 0 || date == from || !slices.Contains(is, d.Is) {
			f.add(path, d.Date+" "+string(d.Is)+" "+string(d.Anchor), fault.ErrUnknown)
			continue
		}
		f.when(seen[d.Fact] || d.Fact == s.rules.Heavier, path, "", fault.ErrDuplicate)
		f.when(one && !s.hasFact(d.Fact), path+".fact", string(d.Fact), fault.ErrUnknown)
		seen[d.Fact] = true
		if d.Span != (period.Span{}) {
			if row := (derived{d, -1, date, from}); !row.lasts() {
				f.add(path+".span", d.Span.String(), fault.ErrMisplaced)
				continue
			}
			if _, err := period.Expiry(period.Never(), d.Span); err != nil {
				f.in(path, err)
				continue
			}
		}
		add(d, date, from)
	}
	s.addNear()
	add(&DateFact{Fact: s.rules.Heavier}, -1, start)
}

// dateFact returns the row of a fact; the zero DateFact if it follows from no date.
func (s *scheme) dateFact(f fact.Name) DateFact {
	for i := range s.derived {
		if s.derived[i].Fact == f {
			return *s.derived[i].DateFact
		}
	}
	return DateFact{}
}

// derive returns what follows from the times of an item, whose unknown hours are
// placed. The period that an event begins ends on another day, where they are not.
func (s *scheme) derive(t, placed *calendar) (of truths) {
	for i := range s.derived {
		d := &s.derived[i]
		if d.Date == "" {
			continue
		}
		last, until := &placed.at[d.date], placed.at[end]
		if d.lasts() {
			last, until = &t.at[d.date], d.end(t.at[d.from])
		}
		of[i] = d.truth(&placed.at[d.date], &placed.at[d.from], last, &until)
		never := when{noTime, noTime}
		switch {
		case t.absent && d.compares(discovered, reputational) && of[i] != d.without(placed, never, t.rumour),
			t.quiet && d.compares(reputational) && of[i] != d.without(placed, placed.at[discovered], never):
			of[i] = fact.Unknown
		}
	}
	return of
}

// compares reports whether a row compares one of the events.
func (d *derived) compares(of ...event) bool {
	return slices.Contains(of, d.date) || slices.Contains(of, d.from)
}

// without returns what follows if there is but one of the two discoveries, from when each was.
func (d *derived) without(t *calendar, security, rumour when) fact.Truth {
	u := *t
	u.at[discovered], u.at[reputational] = security, rumour
	until := u.at[end]
	if d.lasts() {
		until = d.end(u.at[d.from])
	}
	return d.truth(&u.at[d.date], &u.at[d.from], &u.at[d.date], &until)
}

// truth returns what follows from a time that is compared with another one. A period that
// begins there ends at until, with which the time is compared as last.
func (d *DateFact) truth(w, from, last, until *when) fact.Truth {
	switch d.Is {
	case Within:
		return truth(from.to <= w.from && last.to < until.from, w.to < from.from || until.to <= last.from)
	case Before:
		return w.before(*from)
	case KnownBy:
		return truth(w.to <= from.from, false)
	case ByDay:
		return w.byDay(*from)
	case Happened:
		return w.happened()
	case NeverHappened:
		return w.happened().Not()
	}
	return fact.Unknown
}

// end returns the end of the period that an event at w begins.
func (d *DateFact) end(w when) when {
	if d.Span == (period.Span{}) && !w.never() {
		return anyTime()
	}
	if d.Anchor == PolicyEnd {
		return whenOf(d.extension(w.from))
	}
	from := d.endOf(w.from)
	if w.exact() {
		return when{from, from}
	}
	return when{from, d.endOf(w.to)}
}

// extension returns the end of the period that the end of the policy period begins. A day
// is not counted in which that falls, unless it is at 00:00 (民法 140条).
func (d *DateFact) extension(end tick) period.Moment {
	from := end.moment()
	if end%dayLong == 0 && d.Span != d.Span.ToMoment() {
		from = period.On((end - 1).date())
	}
	m, err := period.Expiry(from, d.Span)
	if err != nil {
		return period.Never()
	}
	return m
}

// endOf returns the end of the period that an event at the tick begins: never if
// there is none.
func (d *DateFact) endOf(from tick) tick {
	if from == ever || from == noTime {
		return from
	}
	end, err := period.Expiry(period.On(from.date()), d.Span)
	if err != nil {
		return noTime
	}
	w := whenOf(end)
	if w.hourless() { // it has the hour of the event
		return w.from + from%dayLong
	}
	return w.from
}
