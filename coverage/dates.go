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
	at   [events]when
	one  bool  // the two discoveries count as one
	both event // which is this one, if they do

	// If they do, there may be no security incident, or no reputational one. The latter was
	// discovered at the rumour, so far as it is known by itself.
	absent, quiet bool
	rumour        when

	caused [2]tick // the cause arose before the claim was made, and before the discovery, where they come before that
	latest tick    // the cause arose by then
	learnt tick    // and an insured knew by then; so far as the claim says

	otherFirst bool // another third-party claim may have been the first, which the dates do not bound
	unaware    bool // whoever did not know before knew when the third-party claim was made

	given  [spent + 1]bool  // the dates that are given, or stand for others, if they are asked for
	apart  [discovered]bool // the dates that are those of one of several third-party claims
	demand int              // the first item about that one
}

// moments returns the dates in the order of their events: first those that an item
// can have of its own.
func (d *Dates) moments() [incurred]*period.Moment {
	return [...]*period.Moment{&d.Made, &d.Cause, &d.Aware, &d.Delivered, &d.AttackPublished, &d.LeakPublished,
		&d.Discovered, &d.Reputational, &d.Measure}
}

// or returns the dates of an item, with others in place of those that are zero.
func (d Dates) or(other Dates) Dates {
	own, others := d.moments(), other.moments()
	for k, m := range own[:discovered] {
		if m.IsZero() {
			*m = *others[k]
		}
	}
	return d
}

// shared returns the dates of the claim that its items have where they have none.
func (d *Dates) shared() Dates { return Dates{}.or(*d) }

// date checks the dates and fills in those that history has.
func (a *Assessment) date() error {
	d := &a.claim.Dates
	a.shared = d.shared()
	a.lend()
	each := a.policy.program.Separate()
	if err := a.impossible(); err != nil {
		return err
	}
	if a.entered = d.First; each {
		d.First = period.Moment{}
	}
	a.dateSeries()
	a.incident.discovered, a.seen = a.incident.first("discovered", a.incident.discovered, d.Discovered)
	a.incident.reputational, a.rumour = a.incident.first("reputational", a.incident.reputational, d.Reputational)
	if a.unrumoured() {
		a.rumour = whenOf(period.Never())
	}
	a.limit()
	return nil
}

// unrumoured reports whether there is no reputational incident, as the claim says and no date
// contradicts.
func (a *Assessment) unrumoured() bool {
	f := a.policy.scheme.rules.Reputational
	return f != "" && a.claim.Facts.Of(f).Truth() == fact.No && !a.reputational &&
		a.incident.reputational.IsZero() && !a.incident.lacks("reputational")
}

// first returns the earlier of a discovery of which history knows and one of the claim, and
// what is known of its time: it is none after either, and before them if another claim had it
// without a date.
func (o *occurrence) first(date string, history, claim period.Moment) (period.Moment, when) {
	m := earlier(history, claim)
	if m.IsZero() {
		return m, anyTime()
	}
	w := soonest(history, claim)
	if o.lacks(date) && !w.never() {
		w.from = ever
	}
	return m, w
}

// dateSeries finds when the first third-party claim of the series was made: the
// earliest of those that are known. One without a date may have been earlier, unless
// somebody stated which was the first.
func (a *Assessment) dateSeries() {
	d := &a.claim.Dates
	a.began = a.series.made
	oldest := earlier(earlier(d.First, a.began), d.Made)
	a.own = earlier(d.First, d.Made)
	a.first = first(soonest(d.First, a.began), a.shared.madeAt())
	undated := false
	for i := range a.items {
		r := &a.items[i]
		own := r.Item.Dates.Made
		if !own.IsZero() {
			oldest, a.own = earlier(oldest, own), earlier(a.own, own)
			a.first = first(a.first, a.datesOf(&r.Item, r.head).madeAt())
		}
		undated = undated || r.head.answers && own.IsZero() && d.Made.IsZero()
	}
	stated := a.series.first || !d.First.IsZero()
	a.undatedMade = undated && !stated
	if !d.First.IsZero() { // none came before it
		oldest, a.own = d.First, d.First
		a.first.from = max(a.first.from, whenOf(d.First).from)
	}
	switch a.series.made = oldest; {
	case oldest.IsZero():
		a.first = anyTime()
	case !stated && (undated || a.series.lacks("made")):
		a.first.from = ever
	}
}

// madeAt returns when the third-party claim was made, if that is known: not
// before its cause and the awareness of it.
func (d Dates) madeAt() when {
	w := soonest(d.Made)
	w.from = max(w.from, min(d.least(), w.to))
	return w
}

// least returns the tick before which the third-party claim cannot have been made.
func (d Dates) least() tick {
	if d.Aware.IsNever() {
		return whenOf(d.Cause).from
	}
	return max(whenOf(d.Cause).from, whenOf(d.Aware).from)
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

// impossible refuses dates of which one rules out another: of the claim, and of each
// item with dates of its own.
func (a *Assessment) impossible() error {
	d := &a.claim.Dates
	for i := -1; i < len(a.items); i++ {
		own, of, where := Dates{}, a.shared, ""
		if i >= 0 {
			if own = a.items[i].Item.Dates; own == (Dates{}) {
				continue
			}
			of, where = a.datesOf(&a.items[i].Item, a.items[i].head), path(i, "")
			if own != own.shared() { // which has those alone that an item can have
				return refuse(where+"dates", "", fault.ErrMisplaced)
			}
		}
		switch c := cmp.Or(own.Cause, d.Cause); {
		case c.IsNever():
			return refuse(where+"dates.cause", c.String(), fault.ErrMisplaced)
		case i < 0 && !d.First.IsZero() && a.claim.Series == "":
			return refuse("dates.first", d.First.String(), fault.ErrMisplaced)
		}
		for _, x := range []struct {
			name               string
			own, before, later period.Moment
		}{
			{"cause", own.Cause, of.Cause, of.Made}, {"cause", own.Cause, of.Cause, d.First},
			{"cause", own.Cause, of.Cause, d.Discovered},
			{"aware", own.Aware, of.Aware, of.Made}, {"aware", own.Aware, of.Aware, d.First},
			{"first", period.Moment{}, d.First, of.Made}, {"first", period.Moment{}, d.First, a.series.made},
		} {
			if x.later.Before(x.before) == fact.Yes && !(x.name == "aware" && x.before.IsNever()) {
				if x.own.IsZero() {
					where = ""
				}
				return refuse(where+"dates."+x.name, x.before.String(), fault.ErrOrder)
			}
		}
	}
	return nil
}

// calendar returns the times of an item under a head.
func (a *Assessment) calendar(it *Item, h *head) calendar {
	d, p := &a.claim.Dates, a.policy
	given, own := a.given(it, h), a.shared
	if given != (Dates{}) {
		own = given.or(own)
	}
	counts, by := a.made(own.Made), soonest(own.Made, a.entered).to
	t := calendar{caused: [2]tick{ever, ever}, latest: min(by, whenOf(d.Discovered).to), at: [events]when{
		made: whenOf(counts), cause: whenOf(own.Cause), aware: whenOf(own.Aware), delivered: whenOf(own.Delivered),
		attackPublished: whenOf(own.AttackPublished), leakPublished: whenOf(own.LeakPublished),
		discovered: a.seen, reputational: a.rumour, measure: whenOf(d.Measure),
		incurred: whenOf(it.Incurred), spent: whenOf(cmp.Or(it.Spent, it.Incurred)),
		start: {p.start, p.start}, end: {p.end, p.end},
		continuous: {p.first, p.first}, retroactive: {p.retroactive, p.retroactive},
	}}
	if a.one() {
		t.at[made] = a.first
	}
	t.otherFirst = a.one() && d.First.IsZero() && (a.several || !a.began.IsZero() || a.series.lacks("made"))
	t.unaware = own.Aware.IsNever() && !t.at[made].never() && (h.answers || !a.itemsMade)
	switch w := &t.at[made]; {
	case counts.IsZero():
	case counts == d.First:
		t.caused[0] = noTime
		w.after(a.floors.first)
	case t.otherFirst:
	case counts == own.Made:
		t.caused[0] = unless(counts, *w)
		w.after(a.floors.of(a.demandDate(it, given)))
	}
	if d.Discovered != (period.Moment{}) && a.incident.discovered == d.Discovered && !a.incident.lacks("discovered") {
		t.caused[1] = unless(d.Discovered, a.seen)
		t.at[discovered].after(a.floors.discovered)
	}
	known := &t.at[aware]
	if t.unaware {
		*known = t.at[made]
	}
	known.to = min(known.to, by) // a claim that was made is known
	if given.Cause.IsZero() {
		t.latest = min(t.latest, a.floors.cause)
	}
	if given.Aware.IsZero() {
		known.to = min(known.to, a.floors.aware)
	}
	t.learnt = known.to
	switch {
	case p.scheme.rules.TwoIncidents, t.at[discovered].never():
		if t.one, t.both = h.Reputational, reputational; t.one {
			t.at[discovered], t.caused[1] = t.at[reputational], ever
		}
	case t.at[reputational].never(): // there is no other discovery
	case !a.incident.reputational.IsZero() || a.reputational: // either may have been the first
		t.one, t.both, t.rumour = true, discovered, a.rumour
		t.absent, t.quiet = a.incident.discovered.IsZero() && !h.Reputational, a.incident.reputational.IsZero()
		t.at[discovered], t.caused[1] = first(t.at[discovered], t.at[reputational]), ever
	}
	if !t.agree() { // with what history has
		for _, e := range []event{cause, aware} {
			t.at[e].from = min(t.at[e].from, t.at[e].to)
		}
	}
	return t
}

// after notes that the time is not before a tick, so far as it can be so.
func (w *when) after(t tick) { w.from = max(w.from, min(t, w.to)) }

// datesOf returns the dates of an item under a head: those given for it, and
// those of the claim.
func (a *Assessment) datesOf(it *Item, h *head) Dates {
	return a.given(it, h).or(a.shared)
}

// given returns the dates given for an item under a head. What answers a
// third-party claim has the dates on which the items about that claim agree,
// where it has none of its own.
func (a *Assessment) given(it *Item, h *head) Dates {
	if len(h.Follows) == 0 || a.lent == nil {
		return it.Dates
	}
	return it.Dates.or(a.lent[a.demandOf(it)].dates)
}

// demandOf returns the name of the third-party claim of an item; "" for every
// item where there is but one.
func (a *Assessment) demandOf(it *Item) string {
	if !a.several {
		return ""
	}
	return it.Demand
}

// A loan is the dates on which all items about a third-party claim agree.
type loan struct {
	dates Dates
	apart [discovered]bool // by event, on which they do not
}

// lend finds the loans, by the third-party claim.
func (a *Assessment) lend() {
	for i := range a.items {
		r := &a.items[i]
		if !r.head.answers || len(r.head.Follows) > 0 || r.Item.Dates == (Dates{}) {
			continue
		}
		if a.lent == nil {
			a.lent = map[string]loan{}
		}
		name := a.demandOf(&r.Item)
		l, theirs := a.lent[name], r.Item.Dates.moments()
		own := l.dates.moments()
		for k, m := range own[:discovered] {
			switch x := *theirs[k]; {
			case x.IsZero() || x == *m || l.apart[k]:
			case m.IsZero():
				*m = x
			default:
				*m, l.apart[k] = period.Moment{}, true
			}
		}
		a.lent[name] = l
	}
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
	if a.one() {
		return a.series.made
	}
	return m
}

// one reports whether all third-party claims of the claim are one series.
func (a *Assessment) one() bool {
	return a.claim.Series != "" && !a.policy.program.Separate()
}

// agree brings together times of which one bounds another: a third-party claim
// that was made is known, and its cause arose before it. It reports whether they
// can all be so.
func (t *calendar) agree() bool {
	if t.one {
		t.at[reputational] = t.at[discovered]
	}
	arose, known := &t.at[cause], &t.at[aware]
	arose.to = min(arose.to, t.latest)
	for i, e := range []event{made, discovered} {
		if w := t.at[e]; w.to < t.caused[i] {
			arose.to = min(arose.to, w.to)
		}
	}
	if w := t.at[made]; !w.never() {
		known.to = min(known.to, w.to)
	}
	return arose.from <= arose.to && known.from <= known.to
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
