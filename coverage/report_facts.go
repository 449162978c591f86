// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// A source says where the answer to a question comes from. A rule that asks
// several questions is summed up under the last of their sources.
type source uint8

const (
	unanswered source = iota
	dated             // it follows from dates or amounts
	stated            // somebody stated a plain fact
	judged            // a person judged
	byDefault         // the default answer
	sources           // how many there are
)

// A reply is the answer to one question for one item.
type reply struct {
	item   int
	answer fact.Answer
	from   source
}

// An answered is a question that the rules about the items of a claim ask, with
// its answers.
type answered struct {
	question fact.Question
	replies  []reply
}

// answers returns the questions that the rules about the items ask, in the order
// of the wording, with the answers for each item that they are about.
func (a *Assessment) answers() []answered {
	s := a.policy.scheme
	asked := make([]map[fact.Name]bool, len(a.Items))
	derived := make([]truths, len(a.Items))
	for i := range a.Items {
		r := &a.Items[i]
		asked[i] = a.policy.asks(r.head)
		if all, err := a.fromDates(r, i, nil); err == nil {
			derived[i] = merge(all)
		}
	}
	var all []answered
	for _, q := range s.questions {
		of := answered{question: q}
		for i := range a.Items {
			if asked[i][q.Fact] {
				of.replies = append(of.replies, a.reply(i, q, &derived[i]))
			}
		}
		if len(of.replies) > 0 {
			all = append(all, of)
		}
	}
	return all
}

// asks returns the facts that the rules in force about a head name, and the one
// that its conditions of payment are.
func (p *policy) asks(h *head) map[fact.Name]bool {
	asks := map[fact.Name]bool{}
	for n := range p.schedule.Nodes() {
		if p.inForce(&n, h) {
			for _, f := range p.scheme.nodes[n.Clause.ID].facts {
				asks[f] = true
			}
		}
	}
	if h.Consented != "" {
		asks[h.Consented] = true
	}
	return asks
}

// inForce reports whether a rule, or an exception to one, acts for a head.
func (p *policy) inForce(n *exclusions.Node, h *head) bool {
	if n.Kind == exclusions.Waives || !n.Scope.Meets(h.Scope) {
		return false
	}
	if len(n.In) > 0 && !slices.ContainsFunc(n.In, h.Scope.Meets) {
		return false
	}
	return n.Endorsement == "" || slices.Contains(p.terms.Attached, n.Endorsement)
}

// reply returns the answer to a question for an item. What follows from dates
// and amounts goes before what was answered.
func (a *Assessment) reply(i int, q fact.Question, of *truths) reply {
	r := &a.Items[i]
	for k, d := range a.policy.scheme.derived {
		if d.Fact == q.Fact && of[k] != fact.Unknown {
			return reply{i, fact.Stated(of[k] == fact.Yes), dated}
		}
	}
	if excess, known := r.Item.Excess.Amount(); q.Fact == a.policy.scheme.rules.Heavier && known && excess == 0 {
		return reply{i, fact.StatedNo, dated}
	}
	answer := r.Item.Facts.Over(a.claim.Facts).Of(q.Fact)
	from := unanswered
	switch {
	case answer.Assumed():
		from = byDefault
	case answer.Stated() && q.Judged:
		from = judged
	case answer.Stated():
		from = stated
	}
	return reply{i, answer, from}
}

// A summary sums up the answers of one source: how many questions were answered
// so, and what comes of the rules that ask them.
type summary struct {
	count     int
	spared    []clause.Clause // exclusions that do not apply to any item
	satisfied []clause.Clause // requirements that every item meets
}

// summaries returns a summary for each source.
func (a *Assessment) summaries(all []answered) (by [sources]summary) {
	from := map[fact.Name]source{}
	for _, x := range all {
		var seen [sources]bool
		for _, r := range x.replies {
			seen[r.from] = true
			from[x.question.Fact] = max(from[x.question.Fact], r.from)
		}
		for s, is := range seen {
			if is {
				by[s].count++
			}
		}
	}
	for _, rule := range a.outcomes() {
		of := unanswered
		for _, f := range rule.facts {
			of = max(of, from[f])
		}
		if rule.agreement {
			by[of].satisfied = append(by[of].satisfied, rule.clause)
		} else {
			by[of].spared = append(by[of].spared, rule.clause)
		}
	}
	return by
}

// An outcome is a rule that takes nothing of any item.
type outcome struct {
	clause    clause.Clause
	agreement bool
	facts     []fact.Name // that it and its exceptions name
}

// outcomes returns the exclusions that apply to no item, and the requirements
// of a cover that each item meets which they are about.
func (a *Assessment) outcomes() []outcome {
	s := a.policy.scheme
	var all []outcome
	at := map[clause.ID]int{} // of a rule or an exception, the index of the rule
	for n := range a.policy.schedule.Nodes() {
		if n.Level > 0 {
			if k, ok := at[n.Under]; ok {
				at[n.Clause.ID] = k
				all[k].facts = append(all[k].facts, s.nodes[n.Clause.ID].facts...)
			}
			continue
		}
		if a.takesNothing(&n) {
			_, agreement := s.denies[n.Clause.ID]
			at[n.Clause.ID] = len(all)
			all = append(all, outcome{n.Clause, agreement, slices.Clone(s.nodes[n.Clause.ID].facts)})
		}
	}
	return all
}

// takesNothing reports whether a rule is about an item and denies none. What an
// agreement leaves out is no requirement of its own.
func (a *Assessment) takesNothing(n *exclusions.Node) bool {
	s := a.policy.scheme
	if n.Kind != exclusions.Excludes || slices.ContainsFunc(s.rules.Agreements, func(x Agreement) bool {
		return x.Rule.Clause.ID == n.Clause.ID && x.About == LeftOut
	}) {
		return false
	}
	about := false
	for i := range a.Items {
		r := &a.Items[i]
		if !a.policy.inForce(n, r.head) {
			continue
		}
		c, _ := r.bound.SettleRule(n.Clause.ID)
		if c.Truth != fact.No {
			return false
		}
		about = true
	}
	return about
}
