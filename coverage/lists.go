// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/internal/text"
)

// An Assumption is a fact that nobody was asked about, with the usual answer that
// was put in.
type Assumption struct {
	Question exclusions.Question
	Truth    exclusions.Truth
}

// Text returns the question and the answer for people who read the language.
func (x Assumption) Text(tag language.Tag) string {
	return x.Question.Text(tag) + " " + x.Truth.Text(tag)
}

// Assumed returns what was assumed about the claim or one of its items, in the
// order of the questions.
func (a Assessment) Assumed() []Assumption {
	if a.policy == nil {
		return nil
	}
	var all []Assumption
	for _, q := range a.policy.scheme.questions {
		answer := a.claim.Facts.Of(q.Fact)
		for _, r := range a.Items {
			if of := r.Item.Facts.Of(q.Fact); of.Basis == exclusions.Assumed {
				answer = of
			}
		}
		stated := q.Fact == AggravatedLiability && !slices.ContainsFunc(a.Items, func(r Result) bool {
			excess, _ := r.Item.Excess.Amount()
			return excess == 0
		})
		if answer.Basis == exclusions.Assumed && !stated {
			all = append(all, Assumption{q, answer.Truth})
		}
	}
	return all
}

// A Deadline is something to be done in time, or a time until which a rule
// stands.
type Deadline struct {
	Clause clause.Clause

	// Until is the first moment after it. The zero Moment is without delay.
	Until Moment

	// Denies is the rule under which claims fall that are made, or known to be
	// likely, before then; "" for what is to be done.
	Denies clause.ID
}

// Text returns the deadline for people who read the language.
func (d Deadline) Text(tag language.Tag) string {
	if d.Until.IsZero() {
		return d.Clause.Text(tag) + text.In(tag, "：すみやかに書面で", ": in writing, without delay")
	}
	if d.Denies != "" {
		until, by := d.Until.Text(tag), string(d.Denies)
		return d.Clause.Text(tag) + text.In(tag, "："+until+"より前になされ、またはそのおそれを知った損害賠償請求は"+by+"に該当します",
			": claims made, or known to be likely, before "+until+" fall under "+by)
	}
	return d.Clause.Text(tag) + text.In(tag, "："+d.Until.Text(tag)+"まで", ": before "+d.Until.Text(tag))
}

// Deadlines returns what is to be done in time: notice of an incident that was
// discovered, the end of its incident response period and, where a rule about
// an item turns on it, the end of the month after delivery.
func (a Assessment) Deadlines() []Deadline {
	if a.policy == nil {
		return nil
	}
	r, d := &a.policy.scheme.rules, a.claim.Dates
	var all []Deadline
	if !d.Discovered.IsZero() {
		all = append(all, Deadline{Clause: r.Notice})
		if end := a.policy.response(d.Discovered)[1]; !end.IsZero() {
			all = append(all, Deadline{Clause: r.Year.ResponseClause, Until: end})
		}
	}
	if by := a.delivers(); by != "" && !d.Delivered.IsZero() {
		if end, err := r.Year.DeliveryEnd(d.Delivered.Date()); err == nil {
			all = append(all, Deadline{r.Year.DeliveryClause, At(end), by})
		}
	}
	return all
}

// delivers returns the first rule about an item that turns on the month after
// delivery and can hold on what is known beside dates; "" if there is none.
func (a Assessment) delivers() clause.ID {
	for _, r := range a.Items {
		for _, id := range r.head.delivers {
			b, err := a.policy.schedule.Bind(r.Item.Facts.Over(a.claim.Facts))
			if c, ok := b.SettleRule(id); err == nil && ok && c.Truth != exclusions.No {
				return id
			}
		}
	}
	return ""
}

// A Consent is what an insured must have the insurer's consent to, for one item
// of a claim.
type Consent struct {
	Item   int              // its index
	Clause clause.Clause    // what is to be done, as a sentence
	Given  exclusions.Truth // whether there is the consent
}

// Consents returns the checklist of consents for the items of the claim.
func (a Assessment) Consents() []Consent {
	var all []Consent
	for i, r := range a.Items {
		if h := r.head; h.Consent.ID != "" {
			given := r.Item.Facts.Over(a.claim.Facts).Of(h.Consented)
			all = append(all, Consent{i, h.Consent, given.Truth})
		}
	}
	return all
}

// A Recourse says whether a person outside may still be pursued for what is paid.
type Recourse struct {
	Name   string           // of the person
	Waived exclusions.Truth // Yes: the insurer has waived it
	By     clause.ID        // the clause that waives it, or may
}

// Recourse returns, for each person that the claim names, whether recourse is
// waived. It is acquired by payment alone.
func (a Assessment) Recourse() []Recourse { return slices.Clone(a.recourse) }

// pursue fills in the recourse.
func (a *Assessment) pursue() error {
	for i, person := range a.claim.Persons {
		b, err := a.policy.schedule.Bind(person.Facts.Over(a.claim.Facts))
		if err != nil {
			return refuse("persons["+strconv.Itoa(i)+"].facts", person.Name, err)
		}
		r := Recourse{Name: person.Name, Waived: exclusions.No}
		for e := range b.Find().Effects() {
			if e.Kind == exclusions.Waives && (e.Holds == exclusions.Yes && r.Waived != exclusions.Yes ||
				e.Holds == exclusions.Unknown && r.Waived == exclusions.No) {
				r.Waived, r.By = e.Holds, e.Clause.ID
			}
		}
		a.recourse = append(a.recourse, r)
	}
	return nil
}
