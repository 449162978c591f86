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
func (a *Assessment) questionsOf(i int) []exclusions.Need { return a.opener().of(i) }

// An opener finds the questions of open items. What is known of two items alike is looked
// at once.
type opener struct {
	*Assessment
	own map[like][]exclusions.Need
}

// A like is what the questions of an item depend on, under the terms that it has.
type like struct {
	bound         exclusions.Bound
	head          *head
	first, others int
	excess        bool // there is one, or it is unknown
}

func (a *Assessment) opener() *opener { return &opener{a, map[like][]exclusions.Need{}} }

func (x *opener) of(i int) []exclusions.Need {
	r := &x.items[i]
	if !r.mayPay() || !r.open {
		return nil
	}
	var all []exclusions.Need
	at, seen := map[fact.Question]int{}, map[like]bool{}
	add := func(r *Result) {
		excess, known := r.Item.Excess.Amount()
		alike := like{r.bound, r.head, r.first, len(r.earlier), !known || excess > 0}
		if seen[alike] {
			return
		}
		seen[alike] = true
		own, ok := x.own[alike]
		if !ok {
			own = x.ownQuestions(r)
			x.own[alike] = own
		}
		for _, n := range own {
			k, ok := at[n.Question]
			if !ok {
				k = len(all)
				at[n.Question], all = k, append(all, exclusions.Need{Question: n.Question})
			}
			all[k].By = union(all[k].By, n.By...)
		}
	}
	add(r)
	if r.followed {
		return all
	}
	for k := range x.items {
		if y := &x.items[k]; y.Verdict == Open && x.follows(r, y) {
			add(y)
		}
	}
	for k := range r.instead {
		if y := &r.instead[k]; y.Verdict == Open {
			add(y)
		}
	}
	return all
}

// ownQuestions returns the questions on which an open item depends by itself, under each of
// the terms that it can have.
func (a *Assessment) ownQuestions(r *Result) []exclusions.Need {
	var all []exclusions.Need
	excess, known := r.Item.Excess.Amount()
	for _, b := range append([]exclusions.Bound{r.bound}, r.earlier...) {
		all = append(all, b.Settle(r.head.Scope).Questions...)
		if known && excess == 0 {
			continue
		}
		for _, id := range r.head.excess {
			c, _ := b.SettleRule(id)
			all = append(all, c.Questions...)
		}
	}
	for k := range r.earlier {
		for _, q := range a.policy.scheme.triggerQuestions(r.head) {
			all = append(all, exclusions.Need{Question: q, By: a.policy.variants[r.first+k+1].new})
		}
	}
	return all
}

// openQuestions returns the questions about the items that are open, in the order of the
// wording, whether or not the amount payable depends on them.
func (a *Assessment) openQuestions() []Need {
	s := a.policy.scheme
	var all []Need
	opener := a.opener()
	for i := range a.items {
		questions := opener.of(i)
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

// wanted returns whether an item depends on a fact.
func (a *Assessment) wanted() func(item int, f fact.Name) bool {
	opener, known := a.opener(), map[int][]exclusions.Need{}
	return func(item int, f fact.Name) bool {
		needed, ok := known[item]
		if !ok {
			needed = opener.of(item)
			known[item] = needed
		}
		return wants(needed, f)
	}
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
