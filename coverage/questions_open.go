// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// questionsOf returns the questions on which an open item depends: its own, and those of
// what it follows.
func (a *Assessment) questionsOf(i int) []exclusions.Need {
	r := &a.items[i]
	if !r.mayPay() || !r.open {
		return nil
	}
	all := a.ownQuestions(r)
	followed := func(x *Result) {
		if x.Verdict == Open && !r.followed {
			all = append(all, a.ownQuestions(x)...)
		}
	}
	for k := range a.items {
		if x := &a.items[k]; a.follows(r, x) {
			followed(x)
		}
	}
	for k := range r.instead {
		followed(&r.instead[k])
	}
	return all
}

// ownQuestions returns the questions on which an open item depends by itself.
func (a *Assessment) ownQuestions(r *Result) []exclusions.Need {
	all := r.bound.Settle(r.head.Scope).Questions
	for _, b := range r.earlier {
		all = append(all, b.Settle(r.head.Scope).Questions...)
	}
	for k := range r.earlier {
		for _, q := range a.policy.scheme.triggerQuestions(r.head) {
			all = append(all, exclusions.Need{Question: q, By: a.policy.variants[r.first+k+1].new})
		}
	}
	if excess, known := r.Item.Excess.Amount(); !known || excess > 0 {
		for _, id := range r.head.excess {
			c, _ := r.bound.SettleRule(id)
			all = append(all, c.Questions...)
		}
	}
	return all
}

// openQuestions returns the questions about the items that are open, in the order of the
// wording, whether or not the amount payable depends on them.
func (a *Assessment) openQuestions() []Need {
	s := a.policy.scheme
	var all []Need
	for i := range a.items {
		questions := a.questionsOf(i)
		for _, n := range questions {
			after := n.Question.After
			for after != "" && !wants(questions, after) {
				after = s.question(after).After
			}
			if after == "" {
				all = a.addQuestion(all, n, i)
			}
		}
	}
	for i := range all {
		slices.SortFunc(all[i].By, func(x, y clause.ID) int { return s.nodes[x].order - s.nodes[y].order })
	}
	order := func(n Need) int {
		i, _ := s.schedule.Facts().Vocabulary().Index(n.Facts[0])
		return i
	}
	slices.SortStableFunc(all, func(m, n Need) int { return order(m) - order(n) })
	return all
}

func wants(needed []exclusions.Need, f fact.Name) bool {
	return slices.ContainsFunc(needed, func(n exclusions.Need) bool { return n.Question.Fact == f })
}

// addQuestion adds a question about an item.
func (a *Assessment) addQuestion(all []Need, n exclusions.Need, item int) []Need {
	r := &a.items[item]
	q := a.questionOf(r, n.Question)
	q.Known = a.known(r, q, n.Question.Fact)
	i := slices.IndexFunc(all, func(m Need) bool { return m.Name() == q.Name() && m.JA == q.JA })
	if i < 0 {
		i = len(all)
		if q.Date == "" {
			q.Answer = a.answer(r, q.Fact)
		}
		all = append(all, q)
	}
	m := &all[i]
	if m.Known != q.Known { // the items have dates of their own
		m.Known = clause.Note{}
	}
	m.Facts = union(m.Facts, n.Question.Fact)
	m.By = union(m.By, n.By...)
	m.Items = union(m.Items, item)
	return all
}
