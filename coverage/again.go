// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// recall finds what the history has of the claim, of its series and of its incident.
func (a *Assessment) recall() error {
	c := &a.claim
	a.again = a.before.data().claims.get(c.Number)
	if a.one() {
		a.series = a.before.matter(c.Series, a.again, c.LateNotice)
	}
	if again := a.again; again != nil && again.Series != "" && again.Series != a.series.name &&
		(again.Paid > 0 || len(again.parts) > 0) {
		return refuse("series", c.Series, fault.ErrConflict)
	}
	a.incident = a.before.incident(c.Incident, a.again)
	return nil
}

// resume finds what was due and paid for each third-party claim before. What was paid
// for one that the claim no longer has, nor another one in its place, counts for the
// first.
func (a *Assessment) resume() error {
	first, late := &a.parts[0], a.claim.LateNotice
	first.had = a.series.losses
	if again := a.again; again != nil && again.Series == "" {
		for _, p := range again.parts {
			k := 0
			if !a.one() {
				k = max(slices.IndexFunc(a.parts, func(d demand) bool { return d.name == a.renamed[p.demand] }), 0)
			}
			if err := a.takeOver(&a.parts[k], p.Series); err != nil {
				return fault.In("coverage.Assess", "history", err)
			}
		}
	}
	if a.again == nil && late > 0 || a.again != nil && !a.one() {
		first.had = first.had.Reduce(late)
	}
	a.had = first.had
	return nil
}

// takeOver gives a demand what was due and paid for another one, or for itself.
func (a *Assessment) takeOver(d *demand, old limits.Series) (err error) {
	with := d.had.Join(old.Less(old)).Less(limits.Series{}) // it is assessed anew
	if a.base, err = a.base.With(old, limits.Series{}); err == nil {
		a.base, err = a.base.With(d.had, with)
	}
	d.had = with
	return err
}

// record returns the history with the claim.
func (a *Assessment) record() History {
	c := &a.claim
	e := entry{
		Record: Record{Number: c.Number, Series: a.series.name, Incident: c.Incident, Decision: a.Decision},
		late:   c.LateNotice,
		made:   soFar(a.own), discovered: soFar(c.Dates.Discovered), reputational: soFar(c.Dates.Reputational),
	}
	for i := range a.items {
		e.Claimed += a.items[i].Item.Claimed
	}
	if old := a.again; old != nil {
		e.Due, e.Paid, e.parts, e.open = old.Due, old.Paid, old.parts, old.open
	}
	var m *matter
	if e.Series != "" {
		m = &matter{name: e.Series}
		if old := a.before.data().series.get(e.Series); old != nil {
			*m = *old
		}
		m.made = soFar(a.series.made)
	}
	paid := a.before.Paid()
	if a.Decision == Open {
		if e.late = 0; a.again != nil && a.again.Series == e.Series {
			e.late = a.again.late // which acts until the claim is decided
		}
		e.Most, e.Reserve = a.Most, c.Reserve
		var losses []limits.Loss
		for k := range a.parts {
			losses = append(losses, possibly(&a.parts[k])...)
		}
		e.possible, _ = a.program.Series(losses...)      // the program has bounded them
		paid, _ = paid.With(limits.Series{}, e.possible) // which takes nothing: the heads
		if old := a.again; m != nil && old != nil && old.Series == "" && len(old.parts) > 0 {
			paid = a.base
			e.parts, e.open, e.late = m.join(old), nil, old.late
			m.losses = m.losses.Reduce(a.before.matter(m.name, old, old.late).losses.Reduced())
		}
		return a.before.with(a.policy.key, paid, e, m)
	}
	e.Due, e.Paid, e.parts, e.open = a.due(), e.Paid+a.Payment.Now, nil, nil
	of := a.Payment.of
	last := &of[len(of)-1]
	if m == nil {
		for k := range of {
			if !of[k].Series.Reduce(0).IsZero() {
				e.parts = append(e.parts, part{a.parts[k].name, of[k].Series})
			}
		}
		e.open = a.Undivided
	} else if m.losses, m.open = (limits.Series{}), nil; !last.Series.IsZero() {
		m.losses, m.open = last.Series, a.Undivided
		if own := last.Series.Losses(a.had); !own.IsZero() {
			e.parts = []part{{"", own}}
		}
	}
	paid = last.Paid
	return a.before.with(a.policy.key, paid, e, m)
}

// join takes over what was due and paid for a claim that was alone before and is open
// now, and its losses so far as they were decided. It returns the parts of the claim.
func (m *matter) join(old *entry) []part {
	var own limits.Series
	for _, p := range old.parts {
		if p.Series.Due() == 0 { // an advance on losses that are possible
			p.Series = p.Series.Less(p.Series)
		}
		own = own.Join(p.Series)
	}
	m.losses, m.open = m.losses.Join(own), union(m.open, old.open...)
	if own = own.Losses(limits.Series{}); own.IsZero() {
		return nil
	}
	return []part{{"", own}}
}

// due returns what is payable for the claim to date or, in a series, what it added.
func (a *Assessment) due() yen.Amount {
	if !a.one() {
		return a.Payment.Due
	}
	added := a.Payment.Due - a.had.Due()
	if a.again != nil {
		added += a.again.Due
	}
	return added
}

// past returns the clause by which what was paid before is not paid again.
func (a *Assessment) past() clause.Clause {
	if a.one() {
		return a.policy.scheme.rules.Series
	}
	return a.policy.scheme.rules.Restated
}

// soFar returns the moment, or none if what it is of has never happened: so far.
func soFar(m period.Moment) period.Moment {
	if m.IsNever() {
		return period.Moment{}
	}
	return m
}
