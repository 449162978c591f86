// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// A Settlement says whether a question about exclusions is settled, whatever
// the facts turn out to be that are not known yet. The zero Settlement is open
// and not exact.
type Settlement struct {
	Truth  Truth       // Yes or No if every completion of the facts says so
	Exact  bool        // whether Unknown means that two completions differ
	By     []clause.ID // the rules it rests on: those that apply, of which one does in any case, or that are open
	Needed []Need      // the facts that some completion turns on; none unless Truth is Unknown
}

// A Need is a fact on which the outcome turns in some completion of the facts,
// with the question to put to a person.
type Need struct {
	Question Question
	By       []clause.ID // the rules and exceptions whose conditions want it, in the order of the wording
}

// Settle returns whether anything is excluded in whole in the scope. A rule of
// the extent [Excess] takes a part only, and is asked for by
// [Bound.SettleRule].
//
// Settle is exact: it is Unknown only if one completion of the unknown facts
// excludes and another does not, and Needed holds those facts alone that turn
// the outcome in some completion, in the order in which the wording first
// names them. To that end it enumerates the completions of each group of rules
// that share unknown facts. Where a group has more than 16 of them it is left
// open instead: then Exact is false, Needed may name too many facts, and a
// Truth of Yes or No still holds in every completion.
func (b Bound) Settle(in Scope) Settlement {
	var at []int
	if b.s.program != nil {
		for _, r := range b.s.roots {
			if r.kind == Excludes && r.extent == Whole && r.scope.Meets(in) && b.truth(r.at) != No {
				at = append(at, r.at)
			}
		}
	}
	return b.settle(at)
}

// SettleRule returns whether the one rule, exception or effect with the id
// holds, its exceptions counted, as exactly as [Bound.Settle] does. It returns
// false if there is none. One of an endorsement that is not attached never
// holds.
func (b Bound) SettleRule(id clause.ID) (Settlement, bool) {
	if b.s.program != nil {
		for _, r := range b.s.rules {
			if r.Clause.ID == id {
				return b.settle([]int{r.at}), true
			}
		}
	}
	return Settlement{}, false
}

// most is the number of unknown facts whose completions are enumerated.
const most = 16

// A group is rules that share unknown facts, with the facts on which one of
// the rules turns, taken by itself.
type group struct {
	rules []int
	facts []set // of each rule
	all   set
}

// settle decides whether one of the rules at these indexes holds.
func (b *Bound) settle(rules []int) Settlement {
	var hold, open []int
	for _, at := range rules {
		switch b.truth(at) {
		case Yes:
			hold = append(hold, at)
		case Unknown:
			open = append(open, at)
		}
	}
	if len(hold) > 0 {
		return Settlement{Truth: Yes, Exact: true, By: b.ids(hold)}
	}
	var groups []group
	for _, at := range open {
		var facts set
		b.unknowns(at, &facts)
		if few := facts.indexes(); len(few) <= most {
			t := b.table(few, at)
			switch t.truth() {
			case Yes:
				return Settlement{Truth: Yes, Exact: true, By: b.ids([]int{at})}
			case No:
				continue
			}
			facts = t.turns()
		}
		groups = gather(groups, at, facts)
	}
	s := Settlement{Truth: No, Exact: true}
	var needed set
	var left group
	for _, g := range groups {
		facts := g.all
		if few := facts.indexes(); len(few) > most {
			s.Exact = false
		} else if len(g.rules) > 1 {
			t := b.table(few, g.rules...)
			if t.truth() == Yes {
				return Settlement{Truth: Yes, Exact: true, By: b.ids(g.rules)}
			}
			facts = t.turns()
		}
		s.Truth = Unknown
		needed = needed.with(facts)
		left.rules, left.facts = append(left.rules, g.rules...), append(left.facts, g.facts...)
	}
	s.By = b.ids(left.rules)
	for _, i := range needed.indexes() {
		n := Need{Question: b.s.facts[i]}
		for r, at := range left.rules {
			if left.facts[r].bit(i) == 1 {
				b.wants(at, i, "", &n.By)
			}
		}
		s.Needed = append(s.Needed, n)
	}
	slices.SortFunc(s.By, b.s.order)
	for _, n := range s.Needed {
		slices.SortFunc(n.By, b.s.order)
	}
	return s
}

// gather adds an open rule to the groups, and makes one group of those whose
// facts it shares.
func gather(groups []group, at int, facts set) []group {
	g := group{[]int{at}, []set{facts}, facts}
	var apart []group
	for _, h := range groups {
		if !h.all.meets(g.all) {
			apart = append(apart, h)
			continue
		}
		g.rules, g.facts = append(h.rules, g.rules...), append(h.facts, g.facts...)
		g.all = g.all.with(h.all)
	}
	return append(apart, g)
}

// unknowns adds the unknown facts on which the part may still turn.
func (b *Bound) unknowns(at int, facts *set) {
	if b.truth(at) != Unknown {
		return
	}
	if p := b.s.parts[at]; p.op == is {
		facts.add(p.ref)
	}
	for i := range b.s.below(at) {
		b.unknowns(i, facts)
	}
}

// wants adds the ids of the rules below at, itself among them, whose own
// condition may still turn on the fact.
func (b *Bound) wants(at int, fact uint16, by clause.ID, ids *[]clause.ID) {
	if b.truth(at) != Unknown {
		return
	}
	switch p := b.s.parts[at]; {
	case p.op == rule:
		by = b.s.ruleAt(at).Clause.ID
	case p.op == is && p.ref == fact && !slices.Contains(*ids, by):
		*ids = append(*ids, by)
	}
	for i := range b.s.below(at) {
		b.wants(i, fact, by, ids)
	}
}

func (b *Bound) ids(at []int) []clause.ID {
	var ids []clause.ID
	for _, at := range at {
		ids = append(ids, b.s.ruleAt(at).Clause.ID)
	}
	return ids
}

// order compares ids by their place in the wording.
func (p *program) order(x, y clause.ID) int { return p.place(x) - p.place(y) }

func (p *program) place(id clause.ID) int {
	return slices.IndexFunc(p.rules, func(r compiled) bool { return r.Clause.ID == id })
}

func (s set) meets(t set) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

func (s set) with(t set) set {
	for i := range s {
		s[i] |= t[i]
	}
	return s
}
