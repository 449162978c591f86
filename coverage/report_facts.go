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
	fact.Answer
	from source
	item int
}

// An answered is a question that the rules about the items of a claim ask, with
// its answers.
type answered struct {
	fact.Question
	replies []reply
}

// answers returns the questions that the rules about the items ask, in the order
// of the wording, with the answers for each item that they are about.
func (a *Assessment) answers() []answered {
	asked := make([]map[fact.Name]bool, len(a.items))
	derived := make([]truths, len(a.items))
	for i := range a.items {
		asked[i], derived[i] = a.policy.asks(a.items[i].head), a.derived(i)
	}
	var all []answered
	replies := make([]reply, 0, len(a.items)*len(a.policy.scheme.questions))
	for _, q := range a.policy.scheme.questions {
		before := len(replies)
		for i := range a.items {
			if asked[i][q.Fact] {
				replies = append(replies, a.reply(i, q, &derived[i]))
			}
		}
		if of := replies[before:]; len(of) > 0 {
			all = append(all, answered{q, of})
		}
	}
	return all
}

// derived returns what follows from the dates and amounts of an item.
func (a *Assessment) derived(i int) truths {
	all, err := a.fromDates(&a.items[i], i, nil)
	if err != nil {
		return truths{}
	}
	return merge(all)
}

// asks returns the facts that the rules in force about a head name, and the one
// that its conditions of payment are.
func (p *policy) asks(h *head) map[fact.Name]bool {
	asks := map[fact.Name]bool{h.Consented: true}
	for r := range p.schedule.Rules() {
		if p.inForce(&r, h) {
			for _, f := range p.scheme.nodes[r.Clause.ID].facts {
				asks[f] = true
			}
		}
	}
	return asks
}

// inForce reports whether a rule, or an exception to one, acts for a head.
func (p *policy) inForce(r *exclusions.Rule, h *head) bool {
	return r.Class != exclusions.Waiver && r.Scope.Meets(h.Scope) &&
		(len(r.In) == 0 || slices.ContainsFunc(r.In, h.Scope.Meets)) &&
		p.has(r.With)
}

// has reports whether the policy has an endorsement. Every policy has that of no ID.
func (p *policy) has(id clause.ID) bool { return id == "" || slices.Contains(p.attached, id) }

// reply returns the answer to a question for an item. What follows from dates
// and amounts goes before what was answered.
func (a *Assessment) reply(i int, q fact.Question, derived *truths) reply {
	r, s := &a.items[i], a.policy.scheme
	for k, d := range s.derived {
		if d.Fact == q.Fact && derived[k] != fact.Unknown {
			return reply{fact.Stated(derived[k] == fact.Yes), dated, i}
		}
	}
	answer := a.answer(r, q.Fact)
	excess, known := r.Item.Excess.Amount()
	switch {
	case q.Fact == s.rules.Heavier && known && excess == 0:
		return reply{fact.StatedNo, dated, i}
	case answer.Assumed():
		return reply{answer, byDefault, i}
	case answer.Stated() && q.Judged:
		return reply{answer, judged, i}
	case answer.Stated():
		return reply{answer, stated, i}
	}
	return reply{answer, unanswered, i}
}

// counts returns how many questions each source answers.
func counts(all []answered) (by [sources]int) {
	for _, x := range all {
		for s := range by {
			if slices.ContainsFunc(x.replies, func(r reply) bool { return r.from == source(s) }) {
				by[s]++
			}
		}
	}
	return by
}

// An outcome is what comes of the rules whose questions a source answers.
type outcome struct {
	spared    []clause.Clause // exclusions that do not apply to any item
	satisfied []clause.Clause // requirements that every item meets
}

// outcomes returns what comes of the answers of each source: of the rules that take
// nothing of any item which they are about. What the cover leaves out is no
// requirement of its own.
func (a *Assessment) outcomes(all []answered) (by [sources]outcome) {
	from := map[fact.Name]source{}
	for _, x := range all {
		for _, r := range x.replies {
			from[x.Fact] = max(from[x.Fact], r.from)
		}
	}
	for r := range a.policy.schedule.Rules() {
		if r.Under != "" || r.Class == exclusions.Waiver || r.Class == LeftOut || !a.takesNothing(&r) {
			continue
		}
		of := unanswered
		for _, f := range a.policy.factsOf(r.Clause.ID) {
			of = max(of, from[f])
		}
		if a.policy.scheme.requires(r.Clause.ID) {
			by[of].satisfied = append(by[of].satisfied, r.Clause)
		} else {
			by[of].spared = append(by[of].spared, r.Clause)
		}
	}
	return by
}

// takesNothing reports whether a rule is about an item and denies none. An exclusion
// whose condition is met takes nothing because an exception lifts it: that is
// no answer to it.
func (a *Assessment) takesNothing(rule *exclusions.Rule) bool {
	about := false
	for i := range a.items {
		r := &a.items[i]
		if !a.policy.inForce(rule, r.head) {
			continue
		}
		if c, _ := r.bound.SettleRule(rule.Clause.ID); c.Truth != fact.No {
			return false
		}
		if !a.policy.scheme.requires(rule.Clause.ID) {
			if met, _ := r.bound.Met(rule.Clause.ID); met == fact.Yes {
				return false
			}
		}
		about = true
	}
	return about
}
