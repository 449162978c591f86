// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/period"
)

// A Need is a question that can change the result of an assessment: about a
// fact, or for a date from which facts follow.
type Need struct {
	// Fact is the fact that is asked about, and Date the name of the date that is
	// asked for. One of them is "".
	//
	// The names of dates are made, cause, aware, delivered, attack-published,
	// leak-published, discovered, reputational and measure, for the fields of Dates,
	// and incurred and spent, for those of Item. [Claim.WithFact] and
	// [Claim.WithDate] put the answer in its place.
	Fact fact.Name `json:"fact,omitzero"`
	Date string    `json:"date,omitzero"`

	// Facts are those that the answer settles: Fact, or what follows from the
	// date.
	Facts []fact.Name `json:"facts,omitzero"`

	By    []clause.ID `json:"by,omitzero"`    // the clauses that depend on the answer, in the order of the wording
	Items []int       `json:"items,omitzero"` // that it is about: indexes in Claim.Items, from 0; texts count from 1

	JA string `json:"ja,omitzero"` // the question
	EN string `json:"en,omitzero"` // the same in English

	Known clause.Note `json:"known,omitzero"` // the dates that the question is about, as far as they are known

	// Answer says why nothing is known of the fact: nobody was asked, nobody knows, or the
	// answers contradict each other. It is NotAsked for a date.
	Answer fact.Answer `json:"answer,omitzero"`

	// Cases are the answers that there can be, each with what it would leave: yes and no,
	// or spans of time in their order. There are none if the claim is too large to work them out,
	// and for the date of a third-party claim of a series, of which another one may be the first.
	Cases []Case `json:"cases,omitzero"`
}

// Text returns the question, in the language, with the dates that it is about as
// far as they are known: the policy period, the delivery, the last day of the
// month after it or of the incident response period.
func (n Need) Text(tag language.Tag) string {
	if n.Known == (clause.Note{}) {
		return text.In(tag, n.JA, n.EN)
	}
	return text.In(tag, n.JA+"【"+n.Known.JA+"】", n.EN+" ["+n.Known.EN+"]")
}

// Name returns the fact, or the date with an @ before it.
func (n Need) Name() string {
	if n.Date != "" {
		return "@" + n.Date
	}
	return string(n.Fact)
}

// WithFact returns the claim with an answer to a question about a fact. It goes into
// Claim.Facts if the question is about all items and none has an answer of its own,
// and else into the facts of each item that it is about.
func (c Claim) WithFact(n Need, a fact.Answer) Claim {
	own := func(it Item) bool { return it.Facts.Of(n.Fact) != fact.NotAsked }
	if len(n.Items) == len(c.Items) && !slices.ContainsFunc(c.Items, own) {
		c.Facts = c.Facts.With(a, n.Fact)
		return c
	}
	return c.withItems(n, func(it *Item) { it.Facts = it.Facts.With(a, n.Fact) })
}

// WithDate returns the claim with an answer to a question for a date: the field with
// the name of the date, of the claim if it has none or the question is about all its items,
// and else of each item that it is about.
// [period.Never] says that it has not come.
func (c Claim) WithDate(n Need, at period.Moment) Claim {
	switch e := eventOf(n.Date); {
	case e < 0:
		return c
	case e >= incurred:
		return c.withItems(n, func(it *Item) {
			if e == incurred {
				it.Incurred = at
			} else {
				it.Spent = at
			}
		})
	case e >= discovered || len(n.Items) == len(c.Items) || c.Dates.moments()[e].IsZero():
		*c.Dates.moments()[e] = at
		return c
	default:
		return c.withItems(n, func(it *Item) { *it.Dates.moments()[e] = at })
	}
}

func (c Claim) withItems(n Need, change func(*Item)) Claim {
	c.Items = slices.Clone(c.Items)
	for _, i := range n.Items {
		if 0 <= i && i < len(c.Items) {
			change(&c.Items[i])
		}
	}
	return c
}

// questionOf returns what is asked about a fact of an item: the first date that is
// unknown of those from which it follows, or the fact. What was known at a start is
// asked as a fact, for an insured's awareness does not settle it.
func (a *Assessment) questionOf(r *Result, q fact.Question) Need {
	rules, s := &a.policy.scheme.rules, a.policy.scheme
	sources := a.sourcesOf(r, q.Fact)
	i := slices.IndexFunc(sources, func(name string) bool { return a.momentOf(r, name).IsZero() })
	if i < 0 && len(sources) > 0 && r.bound.Of(q.Fact) != fact.Unknown {
		i = 0 // the hour is asked for, on which the terms depend
	}
	if i >= 0 && s.dateFact(q.Fact).Is != KnownBy {
		if d, ok := questionIn(rules.Dates, fact.Name(sources[i])); ok {
			return Need{Date: sources[i], JA: d.JA, EN: d.EN}
		}
	}
	if rules.SameDay.Fact != "" && rules.SameDay.Fact == q.Fact && !r.Item.Incurred.Date().IsZero() &&
		r.Item.Incurred.Date() == a.discovered().Date() && !(rules.TwoIncidents && r.head.Reputational) {
		q = rules.SameDay
	}
	return Need{Fact: q.Fact, JA: cmp.Or(q.JA, string(q.Fact)), EN: cmp.Or(q.EN, string(q.Fact))}
}

// question returns the question about a fact of the vocabulary.
func (s *scheme) question(f fact.Name) fact.Question {
	if i, ok := s.schedule.Facts().Vocabulary().Index(f); ok {
		return s.questionAt(i)
	}
	return fact.Question{Fact: f}
}

// questionAt returns the question about the fact with the number in the vocabulary.
func (s *scheme) questionAt(i int) fact.Question {
	if i < len(s.questions) {
		return s.questions[i]
	}
	return fact.Question{Fact: s.schedule.Facts().Vocabulary().Names()[i]} // of a wording without questions
}

// questionIn returns the question about a fact, without a text if there is none.
func questionIn(all []fact.Question, f fact.Name) (fact.Question, bool) {
	for _, q := range all {
		if q.Fact == f {
			return q, true
		}
	}
	return fact.Question{Fact: f}, false
}

// nobodyKnows reports whether a question was asked and nobody can answer it.
func nobodyKnows(a fact.Answer) bool { return a == fact.NotKnown || a == fact.Disputed }
