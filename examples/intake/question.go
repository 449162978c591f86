// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"slices"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// The amounts of an item that can be asked for.
const (
	accepted = "accepted"
	excess   = "excess"
)

// A question is what is asked next: about a fact, for a date, or for an amount of one
// item.
type question struct {
	coverage.Need
	amount string // accepted or excess; "" for a fact or a date
}

// item returns the index of the item whose amount is asked for.
func (q question) item() int { return q.Items[0] }

// An answer is what was said to a question. It is unknown if none of the others is set.
type answer struct {
	fact   fact.Answer
	date   period.Moment
	amount yen.Figure
}

// settles reports whether the answer says yes or no, or when, or how much.
func (a answer) settles() bool {
	return a.fact.Stated() || !a.date.IsZero() || a.amount != yen.Figure{}
}

// with returns the claim with the answer. That nobody knows a date or an amount leaves it as
// it is.
func (q question) with(c coverage.Claim, a answer) coverage.Claim {
	switch {
	case a == answer{}:
		return c
	case q.amount != "":
		c.Items = slices.Clone(c.Items)
		if it := &c.Items[q.item()]; q.amount == accepted {
			it.Accepted = a.amount
		} else {
			it.Excess = a.amount
		}
		return c
	case q.Date != "":
		return c.WithDate(q.Need, a.date)
	}
	return c.WithFact(q.Need, a.fact)
}

// A hole is a fact, a date or an amount of an item that nobody knows.
type hole struct {
	what string
	item int
}

// holes returns what is unknown if nobody knows the answer.
func (q question) holes() (all []hole) {
	for _, i := range q.Items {
		all = append(all, hole{q.Name() + q.amount, i})
	}
	return all
}

// A step is the claim after one answer more.
type step struct {
	claim  coverage.Claim
	result coverage.Assessment
	holes  []hole // that nobody knows
}

// stuck reports whether nobody knows the answer, or it is disputed: then the question is
// not asked again.
func (s *step) stuck(q question) bool {
	missing := func(h hole) bool { return !slices.Contains(s.holes, h) }
	return q.Answer == fact.NotKnown || q.Answer == fact.Disputed || !slices.ContainsFunc(q.holes(), missing)
}

// questions returns what can still change the amount payable: what to ask, in the order
// in which to ask it, and what nobody can answer. Amounts come after facts and dates.
func (d *dialogue) questions(s *step) (ask, stuck []question) {
	if s.result.Decision != coverage.Open {
		return nil, nil
	}
	put := func(q question) {
		if s.stuck(q) {
			stuck = append(stuck, q)
		} else {
			ask = append(ask, q)
		}
	}
	for _, n := range s.result.Questions() {
		put(question{Need: n})
	}
	for i, r := range s.result.Items() {
		if r.Verdict != coverage.Open && r.Verdict != coverage.Covered {
			continue
		}
		if _, known := r.Item.Accepted.Amount(); !known {
			put(question{coverage.Need{Items: []int{i}}, accepted})
		}
		if len(ask) == 0 && r.WantsExcess() {
			put(question{coverage.Need{Items: []int{i}}, excess})
		}
	}
	return ask, stuck
}
