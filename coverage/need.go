// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
)

// A Need is a question that can change the result of an assessment: about a
// fact, or for a date from which facts follow.
type Need struct {
	// Fact is the fact that is asked about, and Date the name of the date that is
	// asked for. One of them is "".
	//
	// An answer about a fact goes into Claim.Facts if it is the same for all items,
	// and otherwise into Item.Facts of each of Items, one by one.
	//
	// The dates made, cause, aware, delivered, attack-published and leak-published
	// go into the field with the same name (Made, ..., LeakPublished) of
	// Claim.Dates or, for one item, Item.Dates. The dates discovered, reputational
	// and measure go into Claim.Dates.Discovered, Claim.Dates.Reputational and
	// Claim.Dates.Measure. The dates incurred and spent go into Item.Incurred and
	// Item.Spent.
	Fact fact.Name
	Date string

	// Facts are those that the answer settles: Fact, or what follows from the
	// date.
	Facts []fact.Name

	By    []clause.ID // the clauses that depend on the answer, in the order of the wording
	Items []int       // the items it is about, by index

	JA, EN string // the question

	known clause.Note // the dates that the question is about, as far as they are known
}

// Text returns the question, in the language, with the dates that it is about as
// far as they are known: the policy period, the delivery, the last day of the
// month after it or of the incident response period.
func (n Need) Text(tag language.Tag) string {
	if n.known == (clause.Note{}) {
		return text.In(tag, n.JA, n.EN)
	}
	return text.In(tag, n.JA+"【"+n.known.JA+"】", n.EN+" ["+n.known.EN+"]")
}

// Name returns the fact, or the date with an @ before it.
func (n Need) Name() string {
	if n.Date != "" {
		return "@" + n.Date
	}
	return string(n.Fact)
}

// A DateQuestion is the question for a date. Date is one of the names that are
// listed at [Need].
type DateQuestion struct {
	Date   string // the name of the date
	JA, EN string // the question
}

// Text returns the question, in the language.
func (q DateQuestion) Text(tag language.Tag) string { return text.In(tag, q.JA, q.EN) }

// need gathers the questions that items depend on, in the order of the wording.
// A question that follows another one comes once that is answered.
func (a *Assessment) need() {
	s := a.policy.scheme
	for i := range a.Items {
		r := &a.Items[i]
		for _, n := range r.Needed {
			after := n.Question.After
			for after != "" && !wants(r.Needed, after) {
				after = s.question(after).After
			}
			if after != "" {
				continue
			}
			q := a.questionOf(r, n.Question)
			q.known = a.known(r, q)
			a.ask(q, n, i)
		}
	}
	for i := range a.Needed {
		slices.SortFunc(a.Needed[i].By, func(x, y clause.ID) int { return s.nodes[x].order - s.nodes[y].order })
	}
	order := func(n Need) int {
		return slices.IndexFunc(s.questions, func(q fact.Question) bool { return q.Fact == n.Facts[0] })
	}
	slices.SortStableFunc(a.Needed, func(m, n Need) int { return order(m) - order(n) })
}

func wants(needed []exclusions.Need, f fact.Name) bool {
	return slices.ContainsFunc(needed, func(n exclusions.Need) bool { return n.Question.Fact == f })
}

// ask adds a question about an item.
func (a *Assessment) ask(q Need, n exclusions.Need, item int) {
	i := slices.IndexFunc(a.Needed, func(m Need) bool { return m.Name() == q.Name() && m.JA == q.JA })
	if i < 0 {
		i = len(a.Needed)
		a.Needed = append(a.Needed, q)
	}
	m := &a.Needed[i]
	if m.known != q.known { // the items have dates of their own
		m.known = clause.Note{}
	}
	if f := n.Question.Fact; !slices.Contains(m.Facts, f) {
		m.Facts = append(m.Facts, f)
	}
	for _, id := range n.By {
		if !slices.Contains(m.By, id) {
			m.By = append(m.By, id)
		}
	}
	if !slices.Contains(m.Items, item) {
		m.Items = append(m.Items, item)
	}
}

// questionOf returns what is asked about a fact of an item: the date from which
// it follows, if that is unknown, or the fact.
func (a *Assessment) questionOf(r *Result, q fact.Question) Need {
	rules := &a.policy.scheme.rules
	if name := a.dateOf(r, q.Fact); name != "" {
		for _, d := range rules.Dates {
			if d.Date == name {
				return Need{Date: name, JA: d.JA, EN: d.EN}
			}
		}
	}
	if rules.SameDay.Fact != "" && rules.SameDay.Fact == q.Fact && !r.Item.Incurred.Date().IsZero() &&
		r.Item.Incurred.Date() == a.discovered().Date() && !(rules.TwoIncidents && r.head.Reputational) {
		q = rules.SameDay
	}
	return Need{Fact: q.Fact, JA: q.JA, EN: q.EN}
}

// dateOf returns the name of the first date that is unknown of those from which
// a fact of an item follows; "" if there is none. What was known at a start is
// asked as a fact, for an insured's awareness does not settle it.
func (a *Assessment) dateOf(r *Result, f fact.Name) string {
	if a.policy.scheme.dateFact(f).Is == KnownBy {
		return ""
	}
	for _, name := range a.sourcesOf(r, f) {
		if a.momentOf(r, name).IsZero() {
			return name
		}
	}
	return ""
}

// question returns the question about a fact of the vocabulary.
func (s *scheme) question(f fact.Name) fact.Question {
	for _, q := range s.questions {
		if q.Fact == f {
			return q
		}
	}
	return fact.Question{Fact: f}
}
