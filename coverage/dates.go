// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// A calendar holds the times of one item, as far as they are known.
type calendar struct {
	first                          when // the third-party claim of the item, or the first of its series, was made
	discovered, reputational       when
	measure, cause, aware          when
	delivered                      when
	attackPublished, leakPublished when
	incurred, spent                when
	cost                           when    // incurred, before its hour is placed: the response period ends on another day
	response                       when    // the end of the incident response period
	one                            bool    // the two discoveries count as one
	caused                         [2]tick // the cause arose before first, and before discovered, where they come before that
	latest                         tick    // the cause arose by then
}

// of returns the dates of an item: its own, or those of the claim.
func (d ItemDates) of(c *Dates) ItemDates {
	or := func(own, of period.Moment) period.Moment {
		if own.IsZero() {
			return of
		}
		return own
	}
	return ItemDates{
		Made: or(d.Made, c.Made), Cause: or(d.Cause, c.Cause), Aware: or(d.Aware, c.Aware), Delivered: or(d.Delivered, c.Delivered),
		AttackPublished: or(d.AttackPublished, c.AttackPublished), LeakPublished: or(d.LeakPublished, c.LeakPublished),
	}
}

// date checks the dates and fills in those that history has.
func (a *Assessment) date() error {
	c, d := &a.claim, &a.claim.Dates
	rules := &a.policy.scheme.rules
	a.series, a.incident = a.before.series(c.Series), a.before.incident(c.Incident)
	a.lend()
	if rules.EachClaim {
		a.series = matter{}
	}
	if a.had = a.series.losses; c.LateNotice > 0 {
		a.had = a.had.Reduce(c.LateNotice)
	}
	if err := a.impossible(); err != nil {
		return err
	}
	if a.entered = d.First; rules.EachClaim {
		d.First = period.Moment{}
	}
	a.dateSeries()
	a.incident.discovered, a.seen = discovery(a.incident.discovered, d.Discovered)
	a.incident.reputational, a.rumour = discovery(a.incident.reputational, d.Reputational)
	a.floors = a.floorsOf()
	return nil
}

// discovery returns the earlier of a discovery of which history knows and one of
// the claim, and what is known of its time: it is none after either.
func discovery(history, claim period.Moment) (period.Moment, when) {
	m := earlier(history, claim)
	if m.IsZero() {
		return m, anyTime()
	}
	return m, soonest(history, claim)
}

// dateSeries finds when the first third-party claim of the series was made: the
// earliest of those that are known. If one has no date and history knows of none
// before, it may have been earlier.
func (a *Assessment) dateSeries() {
	d := &a.claim.Dates
	began := earlier(d.First, a.series.made)
	made := earlier(began, d.Made)
	a.first = first(soonest(d.First, a.series.made), ItemDates{}.of(d).madeAt())
	undated := false
	for i := range a.Items {
		r := &a.Items[i]
		own := r.Item.Dates.Made
		if !own.IsZero() {
			of := a.datesOf(&r.Item, r.head)
			made, a.first = earlier(made, own), first(a.first, of.madeAt())
		}
		undated = undated || r.head.answers && began.IsZero() && own.IsZero() && d.Made.IsZero()
	}
	if !d.First.IsZero() { // none came before it
		made, a.first.from = d.First, max(a.first.from, whenOf(d.First).from)
	}
	switch a.series.made = made; {
	case made.IsZero():
		a.first = anyTime()
	case undated:
		a.first.from = ever
	}
}

// madeAt returns when the third-party claim was made, if that is known: not
// before its cause and the awareness of it.
func (d ItemDates) madeAt() when {
	w := soonest(d.Made)
	w.from = max(w.from, min(whenOf(d.Cause).floor(whenOf(d.Aware)), w.to))
	return w
}

// soonest returns the earliest of the moments that are known.
func soonest(all ...period.Moment) when {
	w := whenOf(period.Never())
	for _, m := range all {
		if !m.IsZero() {
			w = first(w, whenOf(m))
		}
	}
	return w
}

// impossible refuses dates of which one rules out another.
func (a *Assessment) impossible() error {
	d := &a.claim.Dates
	check := func(where string, of *ItemDates, own *ItemDates) error {
		refused := func(name string, own, before, later period.Moment) error {
			if later.Before(before) != fact.Yes {
				return nil
			}
			at := where + "dates." + name
			if own.IsZero() {
				at = "dates." + name
			}
			return refuse(at, before.String(), fault.ErrOrder)
		}
		return cmp.Or(
			refused("cause", own.Cause, of.Cause, of.Made), refused("cause", own.Cause, of.Cause, d.First),
			refused("cause", own.Cause, of.Cause, d.Discovered),
			refused("aware", own.Aware, of.Aware, of.Made), refused("aware", own.Aware, of.Aware, d.First),
			refused("first", period.Moment{}, d.First, of.Made), refused("first", period.Moment{}, d.First, a.series.made),
		)
	}
	switch {
	case d.Cause.IsNever():
		return refuse("dates.cause", d.Cause.String(), fault.ErrMisplaced)
	case !d.First.IsZero() && a.claim.Series == "":
		return refuse("dates.first", d.First.String(), fault.ErrMisplaced)
	}
	whole := ItemDates{}.of(d)
	if err := check("", &whole, &ItemDates{}); err != nil {
		return err
	}
	for i := range a.Items {
		it := &a.Items[i].Item
		if it.Dates.Cause.IsNever() {
			return refuse(path(i, "dates.cause"), it.Dates.Cause.String(), fault.ErrMisplaced)
		}
		if it.Dates != (ItemDates{}) {
			of := a.datesOf(it, a.Items[i].head)
			if err := check(path(i, ""), &of, &it.Dates); err != nil {
				return err
			}
		}
	}
	return nil
}

// calendar returns the times of an item under a head.
func (a *Assessment) calendar(it *Item, h *head) calendar {
	d := &a.claim.Dates
	given := a.given(it, h)
	own := given.of(d)
	t := calendar{
		cause: whenOf(own.Cause), aware: whenOf(own.Aware), delivered: whenOf(own.Delivered),
		attackPublished: whenOf(own.AttackPublished), leakPublished: whenOf(own.LeakPublished),
		discovered: a.seen, reputational: a.rumour,
		measure: whenOf(d.Measure), incurred: whenOf(it.Incurred), cost: whenOf(it.Incurred), spent: whenOf(it.Spent), latest: noTime, caused: [2]tick{ever, ever},
	}
	if it.Spent.IsZero() {
		t.spent = t.incurred
	}
	a.dateFirst(&t, a.demandDate(it, given), own.Made)
	if d.Discovered != (period.Moment{}) && a.incident.discovered == d.Discovered {
		t.caused[1] = unless(d.Discovered, a.seen)
		t.discovered.from = max(t.discovered.from, min(a.floors.discovered, t.discovered.to))
	}
	t.latest = lastOf(own.Made, a.entered, d.Discovered)
	t.aware.to = min(t.aware.to, lastOf(own.Made, a.entered)) // a claim that was made is known
	if given.Cause.IsZero() {
		t.latest = min(t.latest, a.floors.cause)
	}
	if given.Aware.IsZero() {
		t.aware.to = min(t.aware.to, a.floors.aware)
	}
	switch {
	case a.policy.scheme.rules.TwoIncidents, t.discovered.never():
		if t.one = h.Reputational; t.one {
			t.discovered, t.caused[1] = t.reputational, ever
		}
	case t.reputational.never(): // there is no other discovery
	case !a.incident.reputational.IsZero() || a.reputational: // either may have been the first
		t.discovered, t.one, t.caused[1] = first(t.discovered, t.reputational), true, ever
	default:
		t.one = true
	}
	if a.responded.from != t.discovered {
		a.responded.from, a.responded.end = t.discovered, a.policy.response(t.discovered)
	}
	t.response = a.responded.end
	if !t.agree() { // with what history has
		t.cause.from, t.aware.from = min(t.cause.from, t.cause.to), min(t.aware.from, t.aware.to)
	}
	return t
}

// datesOf returns the dates of an item under a head: those given for it, and
// those of the claim.
func (a *Assessment) datesOf(it *Item, h *head) ItemDates { return a.given(it, h).of(&a.claim.Dates) }

// given returns the dates given for an item under a head. What answers a
// third-party claim has the dates on which the items about that claim agree,
// where it has none of its own.
func (a *Assessment) given(it *Item, h *head) ItemDates {
	d := it.Dates
	if len(h.Follows) == 0 {
		return d
	}
	lent := a.lent[a.demandOf(it)]
	theirs := lent.moments()
	for k, m := range d.moments() {
		if m.IsZero() {
			*m = *theirs[k]
		}
	}
	return d
}

// demandOf returns the name of the third-party claim of an item; "" for every
// item where there is but one.
func (a *Assessment) demandOf(it *Item) string {
	if !a.several {
		return ""
	}
	return it.Demand
}

// lend finds, for each third-party claim, the dates on which all items about it
// agree.
func (a *Assessment) lend() {
	var differ map[string][6]bool
	for i := range a.Items {
		r := &a.Items[i]
		if !r.head.answers || len(r.head.Follows) > 0 || r.Item.Dates == (ItemDates{}) {
			continue
		}
		if a.lent == nil {
			a.lent, differ = map[string]ItemDates{}, map[string][6]bool{}
		}
		name := a.demandOf(&r.Item)
		d, apart := a.lent[name], differ[name]
		theirs := r.Item.Dates.moments()
		for k, m := range d.moments() {
			switch own := *theirs[k]; {
			case own.IsZero() || own == *m || apart[k]:
			case m.IsZero():
				*m = own
			default:
				*m, apart[k] = period.Moment{}, true
			}
		}
		a.lent[name], differ[name] = d, apart
	}
}

func (d *ItemDates) moments() [6]*period.Moment {
	return [...]*period.Moment{&d.Made, &d.Cause, &d.Aware, &d.Delivered, &d.AttackPublished, &d.LeakPublished}
}

// dateFirst dates the third-party claim of an item, not before the causes and
// the awareness that the claim dates.
func (a *Assessment) dateFirst(t *calendar, of demandDate, made period.Moment) {
	counts := a.made(made)
	if t.first = whenOf(counts); a.one() {
		t.first = a.first
	}
	floor := ever
	if t.caused[0] = noTime; a.one() {
		t.caused[0] = unless(counts, a.first)
	}
	switch {
	case counts.IsZero():
		t.caused[0] = ever
	case counts == a.claim.Dates.First:
		floor, t.caused[0] = a.floors.first, noTime
	case counts == made:
		floor = a.floors.of(of)
	default:
		t.caused[0] = ever
	}
	t.first.from = max(t.first.from, min(floor, t.first.to))
}

// unless returns the tick from which a time, the earlier of the moment and of
// another one, is that other one: none if the moment is all that is known of it.
func unless(m period.Moment, known when) tick {
	if known.to < whenOf(m).to {
		return known.to
	}
	return noTime
}

// made returns when the third-party claim counts as made that was made at m.
func (a *Assessment) made(m period.Moment) period.Moment {
	switch {
	case a.one():
		return a.series.made
	case !a.claim.Dates.First.IsZero():
		return a.claim.Dates.First
	}
	return m
}

// one reports whether all third-party claims of the claim are one series.
func (a *Assessment) one() bool {
	return a.claim.Series != "" && !a.policy.scheme.rules.EachClaim
}

// agree brings together times of which one bounds another: a third-party claim
// that was made is known, and its cause arose before it. It reports whether they
// can all be so.
func (t *calendar) agree() bool {
	if t.one {
		t.reputational = t.discovered
	}
	t.cause.to = min(t.cause.to, t.latest)
	if t.first.to < t.caused[0] {
		t.cause.to = min(t.cause.to, t.first.to)
	}
	if t.discovered.to < t.caused[1] {
		t.cause.to = min(t.cause.to, t.discovered.to)
	}
	if !t.first.never() {
		t.aware.to = min(t.aware.to, t.first.to)
	}
	return t.cause.from <= t.cause.to && t.aware.from <= t.aware.to
}

// earlier returns the earlier of two moments, and the one that is known. On one
// day of which an hour is missing, that is the day without an hour.
func earlier(m, n period.Moment) period.Moment {
	switch {
	case m.IsZero() || m.Before(n) == fact.No:
		return n
	case n.IsZero() || m.Before(n) == fact.Yes || n.Before(m) == fact.No:
		return m
	}
	return period.On(m.Date())
}
