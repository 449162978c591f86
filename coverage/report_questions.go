// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// A posed is a question in words, with what the answers to it would leave.
type posed struct{ question, cases clause.Note }

// questions returns what is still to be answered, in words: facts and dates,
// amounts, and the limit that the policy does not state. In brackets behind a
// question are the items, the clauses that ask, why there is no answer, and the
// dates of the claim that are known. If the claim is decided, they are the questions that
// its open items leave.
func (a *Assessment) questions() (all []posed) {
	needs := a.Questions()
	if a.Decision != Open {
		needs = a.openQuestions()
	}
	for i := range needs {
		n := &needs[i]
		q := a.about(note("", "{}", "{}", n), n.Items, append(each(n.By, id), a.whyOpen(n)...)...)
		if len(n.By) > 0 {
			q.Clause = n.By[0]
		}
		all = append(all, posed{q, n.cases()})
	}
	for _, q := range a.amountQuestions() {
		all = append(all, posed{question: q})
	}
	if a.Unstated != "" {
		c := a.policy.scheme.clauses[a.Unstated]
		all = append(all, posed{question: note(c.ID, "ご契約に定める「{}」（{}）はいくらですか",
			"Which amount does the policy state for the {} ({})?", c, literal(c.ID))})
	}
	return all
}

func id(id clause.ID) clause.Note { return note(id, string(id), string(id)) }

// amountQuestions asks for the amounts that are unknown of items that are or may
// be covered.
func (a *Assessment) amountQuestions() []clause.Note {
	s := a.policy.scheme
	var all []clause.Note
	for i := range a.items {
		r := &a.items[i]
		if !r.mayPay() {
			continue
		}
		name := a.itemNamed(i)
		if _, known := r.Item.Accepted.Amount(); !known {
			id := s.rules.Accepted.ID
			all = append(all, note(id, "{}の認定額はいくらですか（{}）", "How much of {} is accepted ({})?", name, literal(id)))
		}
		for _, id := range r.head.excess {
			_, known := r.Item.Excess.Amount()
			if c, _ := r.bound.SettleRule(id); !known && c.Truth != fact.No {
				all = append(all, note(id, "{}のうち{}に当たる額はいくらですか", "How much of {} is {}?", name, quoted(s.clauses[id])))
			}
		}
	}
	return all
}

// about puts in brackets behind a question what it is about: the items and more.
func (a *Assessment) about(q clause.Note, items []int, more ...clause.Note) clause.Note {
	if name := a.itemNumbers(items); name != (clause.Note{}) {
		more = append([]clause.Note{name}, more...)
	}
	if len(more) == 0 {
		return q
	}
	return note(q.Clause, "{}（{}）", "{} ({})", q, join(more, "、", "; "))
}

// whyOpen returns why a question has no answer, and the dates that are known
// from which it would follow.
func (a *Assessment) whyOpen(n *Need) []clause.Note {
	var all []clause.Note
	for _, i := range n.Items {
		r := &a.items[i]
		if answer := a.answer(r, n.Fact); n.Fact != "" && answer.Truth() == fact.Unknown {
			all = union(all, note("", "{}", "{}", answer))
		}
		for _, f := range n.Facts {
			all = union(all, a.datesOwn(r, f)...)
		}
	}
	return all
}
