// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/period"
)

// A Deadline is the end of a time in which something must be done, or in which a
// rule applies.
type Deadline struct {
	Clause clause.Clause `json:"clause,omitzero"`

	// Until is the first moment after the deadline. The zero Moment means without
	// delay.
	Until period.Moment `json:"until,omitzero"`

	// Denies is the rule that denies claims made, or known to be likely, before
	// Until. It is "" for something that must be done.
	Denies clause.ID `json:"denies,omitzero"`
}

// Text returns the deadline for people who read the language, with its last day
// as a day that it contains.
func (d Deadline) Text(tag language.Tag) string {
	if d.Until.IsZero() {
		return text.In(tag, "事故の内容を、すみやかに書面で引受保険会社にご通知ください。",
			"Give the insurer written notice of the incident without delay.")
	}
	last := d.last("by")
	if d.Denies != "" {
		return note("", "{}になされ、またはそのおそれを認識した損害賠償請求は、{}に該当します。",
			"Third-party claims made, or known to be likely, {} fall under {}.", last, literal(d.Denies)).Text(tag)
	}
	return note("", "{}に生じた費用が対象です（{}）。", "Costs must be incurred {} ({}).", last, d.Clause).Text(tag)
}

// last returns the end of the deadline: the last day that it contains, in English
// after the preposition, or the time before which it ends within a day.
func (d Deadline) last(preposition string) clause.Note {
	if at, known := d.Until.Instant(); known && at == d.Until.Date().Start() {
		return note("", "{}まで（当日を含む）", preposition+" the end of {}", at.LastWholeDay())
	}
	return note("", "{}より前", "before {}", d.Until)
}

// Deadlines returns the deadlines of the claim: notice of an incident that was
// discovered and, if a rule about an item depends on it, the end of the period after
// the discovery and of that after the delivery. The latter is left out if the
// third-party claim was made after it, or an endorsement restores cover in it.
func (a Assessment) Deadlines() []Deadline {
	if a.policy == nil {
		return nil
	}
	s := a.policy.scheme
	var all []Deadline
	if d := a.discovered(); !d.IsZero() && !d.IsNever() {
		all = append(all, Deadline{Clause: s.rules.Notice})
	}
	for i := range s.derived {
		if d, is := a.deadline(&s.derived[i]); is && !slices.Contains(all, d) { // of another row too
			all = append(all, d)
		}
	}
	return all
}

// deadline returns the end of the period that an event begins, for the first item about
// which a rule depends on it and, after a delivery, can apply.
func (a *Assessment) deadline(row *derived) (Deadline, bool) {
	for i := range a.items {
		r := &a.items[i]
		for _, x := range r.head.timed {
			switch {
			case x.row != row:
			case row.Anchor == Discovery:
				end := a.sinceDiscovery(row.DateFact)
				return Deadline{Clause: row.Clause, Until: end}, !end.IsZero()
			case row.Anchor == Delivery && a.denies(r, x.rule):
				end, err := period.Expiry(a.datesOf(&r.Item, r.head).Delivered, row.Span)
				later := err != nil || a.made(a.claim.Dates.Made).Before(end) == fact.No
				return Deadline{row.Clause, end, x.rule}, !later && !end.Date().IsZero()
			}
		}
	}
	return Deadline{}, false
}

// denies reports whether a rule can apply to an item, and no endorsement that is
// attached restores what it takes.
func (a *Assessment) denies(r *Result, rule clause.ID) bool {
	b, err := a.policy.schedule.Bind(r.Item.Facts.Over(a.claim.Facts))
	c, ok := b.In(r.head.Scope).SettleRule(rule)
	return err == nil && ok && c.Truth != fact.No && len(exceptions(r, rule)) == 0
}

// discovered returns when the incident was first discovered, as far as that is
// known.
func (a Assessment) discovered() period.Moment {
	if a.policy.scheme.rules.TwoIncidents {
		return a.incident.discovered
	}
	return earlier(a.incident.discovered, a.incident.reputational)
}

// sinceDiscovery returns the first moment after the period that the discovery begins:
// a day without an hour where that depends on the hour of discovery, and the zero
// Moment if it is unknown.
func (a *Assessment) sinceDiscovery(row *DateFact) period.Moment {
	end := row.end(whenOf(a.discovered()))
	switch {
	case end.from == ever || end.to == noTime:
		return period.Moment{}
	case !end.exact():
		return period.On(end.from.date())
	}
	return end.from.moment()
}

// A Consent is a condition of the payment of one item: the insurer's consent, or
// another one.
type Consent struct {
	Item   int           `json:"item,omitzero"`   // the index in Claim.Items, from 0; texts count from 1
	Clause clause.Clause `json:"clause,omitzero"` // the condition, as a sentence
	Given  fact.Truth    `json:"given,omitzero"`  // whether it is met
}

// Text returns the condition and whether it is met, in the language.
func (c Consent) Text(tag language.Tag) string {
	state := map[fact.Truth]string{
		fact.Unknown: text.In(tag, "（未確認）。", " (not confirmed)."),
		fact.Yes:     text.In(tag, "（確認済み）。", " (confirmed)."),
		fact.No:      text.In(tag, "（満たしていません）。", " (not met)."),
	}
	return c.Clause.Text(tag) + state[c.Given]
}

// Consents returns the conditions of payment of the items of the claim.
func (a Assessment) Consents() []Consent {
	var all []Consent
	for i := range a.items {
		r := &a.items[i]
		if h := r.head; h.Consent.ID != "" {
			all = append(all, Consent{i, h.Consent, a.answer(r, h.Consented).Truth()})
		}
	}
	return all
}

// A Subrogation is the state of the insurer's subrogation against one party.
type Subrogation struct {
	Name   string     `json:"name,omitzero"`   // the name of the party
	Waived fact.Truth `json:"waived,omitzero"` // whether subrogation is waived
	By     clause.ID  `json:"by,omitzero"`     // the clause that waives it, or that may; "" if none does
}

// Subrogation returns, for each party in Claim.Persons, whether subrogation is waived.
// The insurer has a right of subrogation only for amounts that it has paid.
func (a Assessment) Subrogation() []Subrogation { return slices.Clone(a.subrogation) }

// pursue fills in the subrogation, under the terms that the claim has. If they are not
// known and differ, it is not known whether subrogation is waived.
func (a *Assessment) pursue() error {
	if len(a.claim.Persons) == 0 {
		return nil
	}
	w := when{noTime, noTime}
	for i := range a.items {
		w = first(w, a.triggered(&a.items[i]))
	}
	from, to := a.policy.at(w)
	for i, person := range a.claim.Persons {
		r, err := a.waived(&a.policy.variants[to], i, person)
		if err != nil {
			return err
		}
		for k := from; k < to; k++ {
			x, err := a.waived(&a.policy.variants[k], i, person)
			if err != nil {
				return err
			}
			if x.Waived != r.Waived {
				r.Waived, r.By = fact.Unknown, cmp.Or(r.By, x.By)
			}
		}
		a.subrogation = append(a.subrogation, r)
	}
	return nil
}

// waived returns whether subrogation against a person is waived under a variant.
func (a *Assessment) waived(v *variant, i int, person Person) (Subrogation, error) {
	b, err := v.schedule.Bind(person.Facts.Over(a.claim.Facts))
	if err != nil {
		return Subrogation{}, within(index("persons", i)+".facts", err)
	}
	r := Subrogation{Name: person.Name, Waived: fact.No}
	for x := range v.schedule.Rules() {
		if x.Class != exclusions.Waiver || x.Under != "" {
			continue
		}
		if c, _ := b.SettleRule(x.Clause.ID); c.Truth == fact.Yes && r.Waived != fact.Yes ||
			c.Truth == fact.Unknown && r.Waived == fact.No {
			r.Waived, r.By = c.Truth, x.Clause.ID
		}
	}
	return r, nil
}
