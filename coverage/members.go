// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"iter"
	"slices"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A matter is a series so far: when its first claim was made, its losses and
// payments, and on what its split over the heads depends.
type matter struct {
	members
	name   string
	made   period.Moment
	losses limits.Series
	open   []string
}

// An occurrence is an incident so far: when the security incident and the
// reputational incident were first discovered.
type occurrence struct {
	members
	discovered, reputational period.Moment
}

// members are the claims that are or were of a series or an incident, by number.
type members struct {
	numbers registry[string]
	first   bool     // one says when the first of all was made
	undated []string // what some have no date of; see entry
}

func (m *members) add(e *entry) {
	m.numbers = m.numbers.with(e.Number, &e.Number)
	m.say(e)
}

// say adds what a claim says of the dates.
func (m *members) say(e *entry) {
	m.first, m.undated = m.first || e.first, union(m.undated, e.undated...)
}

// lacks reports whether one of them may have been the first and has no date.
func (m *members) lacks(date string) bool { return !m.first && slices.Contains(m.undated, date) }

// members returns the claims that a series or an incident may have.
func (h *history) members(m members) iter.Seq[*entry] {
	return func(yield func(*entry) bool) {
		for number := range m.numbers.all() {
			if e := h.claims.get(*number); e != nil && !yield(e) {
				return
			}
		}
	}
}

// matter returns the series with the name, without the claim that is assessed anew if
// there is one. Its reduction for late notice is that of the last claim that has one;
// the claim that is assessed anew has the given one.
func (h History) matter(name string, again *entry, late yen.Amount) matter {
	m := matter{name: name}
	if of := h.data().series.get(name); of != nil {
		m = *of
	}
	if again == nil {
		return m
	}
	m.first, m.undated = false, nil
	last, place := late, again.place // of the claim by which the reduction is
	if m.made = (period.Moment{}); late == 0 {
		place = -1
	}
	for e := range h.members(m.members) {
		if e == again || e.Series != name {
			continue
		}
		m.say(e)
		if m.made = earlier(m.made, e.made); e.late > 0 && e.place > place {
			last, place = e.late, e.place
		}
	}
	m.losses = m.losses.Reduce(last)
	if again.Series == name && (again.Decision != Open || len(again.parts) > 0) { // else it took no part yet
		m.losses = m.losses.Less(limits.Series{})
		for _, p := range again.parts {
			m.losses = m.losses.Less(p.Series)
		}
	}
	return m
}

// incident returns the incident with the name, without the claim that is assessed anew
// if there is one.
func (h History) incident(name string, again *entry) (o occurrence) {
	of := h.data().seen.get(name)
	switch {
	case of == nil:
		return o
	case again == nil:
		return *of
	}
	o.numbers = of.numbers
	for e := range h.members(o.members) {
		if e.Incident == name && e != again {
			o.and(e)
			o.say(e)
		}
	}
	return o
}

// and adds to the incident what a claim says of it.
func (o *occurrence) and(e *entry) {
	o.discovered, o.reputational = earlier(o.discovered, e.discovered), earlier(o.reputational, e.reputational)
}

// incidents returns the incidents of the claims.
func (h *history) incidents() registry[occurrence] {
	by := map[string]*occurrence{}
	for e := range h.claims.all() {
		if e.Incident == "" {
			continue
		}
		if by[e.Incident] == nil {
			by[e.Incident] = &occurrence{}
		}
		by[e.Incident].and(e)
		by[e.Incident].add(e)
	}
	var all []named[occurrence]
	for name, o := range by {
		all = append(all, named[occurrence]{name, o})
	}
	return registryOf(all)
}
