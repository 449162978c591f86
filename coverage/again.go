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
		return &fault.Error{
			Op: assessing, Path: "series", Input: c.Series, Want: again.Series, Reason: fault.ErrConflict,
		}
	}
	a.incident = a.before.incident(c.Incident, a.again)
	if again := a.again; again != nil && again.Incident == c.Incident { // and is without a date again
		for _, date := range again.undated {
			if c.Dates.moments()[eventOf(date)].IsZero() {
				a.incident.undated = union(a.incident.undated, date)
			}
		}
	}
	return nil
}

// resume finds what was due for each third-party claim before, and what was paid for
// the claim, which is set off as a whole.
func (a *Assessment) resume() (err error) {
	first := &a.parts[0]
	first.had = a.series.losses
	if again := a.again; again != nil && again.Series == "" {
		pool := limits.Series{}
		a.pool = &pool
		for _, p := range again.parts {
			was, had := p.Series.Less(p.Series), limits.Series{}
			pool = pool.Join(was)
			name := p.demand
			if a.renamed != nil {
				name = a.renamed[p.demand]
			}
			k := slices.IndexFunc(a.parts, func(d demand) bool { return d.name == name })
			if k >= 0 && !a.one() {
				had = was.Disbursed(0)
				a.parts[k].had = had
			}
			if a.base, err = a.base.With(p.Series, had); err != nil {
				return fault.In("coverage.Assess", "history", err)
			}
		}
	}
	if late := a.claim.LateNotice; late > 0 && a.again == nil || a.again != nil && !a.one() {
		first.had = first.had.Reduce(late)
	}
	if a.owed = first.had.Due() - first.had.Paid(); a.again != nil && a.again.Series == a.series.name {
		a.owed -= max(a.again.Due-a.again.Paid, 0)
	}
	if a.owed = max(a.owed, 0); !a.one() {
		a.owed = 0
	}
	return nil
}

// had returns what the series had, with the reduction for late notice.
func (a *Assessment) had() *limits.Series { return &a.parts[0].had }

// pooled returns what was paid for the claim before, if it is assessed anew.
func (a *Assessment) pooled() limits.Series {
	if a.pool == nil {
		return limits.Series{}
	}
	return *a.pool
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
	e.first, e.undated = a.one() && !c.Dates.First.IsZero(), a.undated()
	if old := a.again; old != nil {
		e.Due, e.Paid, e.parts, e.open = old.Due, old.Paid, old.parts, old.open
	}
	var m *matter
	if e.Series != "" {
		of := a.before.matter(e.Series, nil, 0)
		m = &of
		m.made, m.first, m.undated = soFar(a.series.made), a.series.first, a.series.undated
	}
	if a.Decision == Open {
		paid := a.before.Paid()
		if e.late = 0; a.again != nil && a.again.Series == e.Series {
			e.late = a.again.late // which acts until the claim is decided
		}
		e.Least, e.Most, e.Reserve = a.Least, a.Most, c.Reserve
		e.parts = a.rename(e.parts)
		for k := range a.parts {
			s, err := a.program.Series(certainly(&a.parts[k])...)
			if err == nil && !s.IsZero() {
				e.certain = append(e.certain, part{a.parts[k].name, s})
			}
			s, err = a.program.Series(possibly(&a.parts[k])...)
			if err == nil && !s.IsZero() { // the program has bounded them
				if k == 0 {
					s = s.Reduce(c.LateNotice)
				}
				e.possible = append(e.possible, part{a.parts[k].name, s})
			}
		}
		for _, p := range e.possible { // which takes nothing: the heads
			paid, _ = paid.With(limits.Series{}, p.Series)
		}
		if old := a.again; m != nil && old != nil && old.Series == "" && len(old.parts) > 0 {
			e.parts, e.open, e.late = m.join(old), nil, old.late
			m.losses = m.losses.Reduce(a.before.matter(m.name, old, old.late).losses.Reduced())
			paid = a.joined(old, m)
		}
		return a.before.with(a.policy.key, paid, e, m)
	}
	e.Due, e.Paid, e.parts, e.open = a.due(), e.Paid+a.Payment.Now, nil, nil
	if m == nil {
		for k := range a.Payment.of {
			if s := a.Payment.of[k].Series; !s.Reduce(0).IsZero() {
				e.parts = append(e.parts, part{a.parts[k].name, s})
			}
		}
		e.open = a.Undivided
	} else {
		m.losses, m.open = limits.Series{}, nil
		if s := a.Payment.of[0].Series; !s.IsZero() {
			m.losses, m.open = s, a.Undivided
			if own := s.Losses(*a.had()); !own.IsZero() {
				e.parts = []part{{"", own}}
			}
		}
	}
	return a.before.with(a.policy.key, a.Payment.paid, e, m)
}

// undated returns what the history is to remember that the claim has no date of, for its
// series and its incident.
func (a *Assessment) undated() (all []string) {
	if a.one() && a.undatedMade {
		all = append(all, "made")
	}
	cost := func(r Result) bool { return !r.head.answers && !r.head.Reputational }
	if a.claim.Incident == "" {
		return all
	}
	in, d := &a.incident, &a.claim.Dates
	lacks := func(date string, history, own period.Moment) bool {
		return own.IsZero() && (history.IsZero() || in.lacks(date))
	}
	if lacks("discovered", in.discovered, d.Discovered) && slices.ContainsFunc(a.items, cost) {
		all = append(all, "discovered")
	}
	if lacks("reputational", in.reputational, d.Reputational) && a.reputational {
		all = append(all, "reputational")
	}
	return all
}

// rename returns the parts of the claim in the history under the names that its
// third-party claims have now.
func (a *Assessment) rename(parts []part) []part {
	if a.renamed == nil {
		return parts
	}
	parts = slices.Clone(parts)
	for i := range parts {
		parts[i].demand = a.renamed[parts[i].demand]
	}
	return parts
}

// joined returns what all claims take of the limits once a claim that was alone has
// joined a series.
func (a *Assessment) joined(old *entry, m *matter) limits.Paid {
	paid := a.before.Paid()
	for _, p := range old.parts {
		if less, err := paid.With(p.Series, limits.Series{}); err == nil {
			paid = less
		}
	}
	if more, err := paid.With(a.before.matter(m.name, nil, 0).losses, m.losses); err == nil {
		paid = more
	}
	return paid
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

// due returns what is payable for the claim to date; in a series, what its assessments
// have added to what is due for the series, or taken off it.
func (a *Assessment) due() yen.Amount {
	if !a.one() {
		return a.Payment.Due
	}
	added := a.Payment.Due - a.had().Due()
	if a.again != nil && a.again.Series == a.series.name {
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
