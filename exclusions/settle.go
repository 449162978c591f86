// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// A Settlement is the answer to a question about exclusions, whatever the unknown
// facts turn out to be. The zero Settlement is open and not exact.
type Settlement struct {
	Truth Truth // Yes or No if every completion of the unknown facts gives it
	Exact bool  // whether Unknown means that two completions differ

	// By lists rules in the order of the wording. If Truth is Yes, at least one of
	// them applies in every completion. If Truth is Unknown, they are the rules
	// that are open. If Truth is No, By is empty.
	By []clause.ID

	Needed []Need // the questions that can change the outcome; empty unless Truth is Unknown
}

// Settle returns whether anything is excluded in whole in the given part of the
// cover, which takes the place of that of [Bound.In]. Settle ignores rules with
// the extent [Excess]; use [Bound.SettleRule] for each of them.
//
// Settle is exact. Truth is Unknown only if one completion of the unknown facts
// excludes and another does not. Needed lists only facts that change the outcome
// in some completion, in the order in which the wording first names them. To find
// them, Settle tries the completions of each group of rules that share unknown
// facts. If a group has more than 16 unknown facts, and is not a single rule that
// names each fact once, the group stays open: Exact is then false, and Needed may
// list too many facts. A Truth of Yes or No holds in every completion even so.
func (b Bound) Settle(in Scope) Settlement {
	var at []int
	if b.s.program != nil {
		v, sorted := b.s.views[in]
		if b.outside = v.outside; !sorted {
			v, b.outside = b.s.views[""], b.s.outside(in)
		}
		for _, i := range v.whole {
			p := &b.s.parts[i]
			if b.dismissed(p, &b.s.parts[i+1]) || !sorted && !b.s.rules[p.ref].Scope.Meets(in) {
				continue
			}
			if b.truth(i) != No {
				at = append(at, i)
			}
		}
	}
	return b.settle(at)
}

// SettleRule returns whether the rule, exception or effect with the ID applies,
// with its exceptions taken into account. It is as exact as [Bound.Settle].
// SettleRule returns false if the wording has no such rule. A rule never applies
// if its endorsement is not attached, or does not act in the part of the cover;
// see [Bound.In].
func (b Bound) SettleRule(id clause.ID) (Settlement, bool) {
	at, ok := b.s.at(id)
	if !ok {
		return Settlement{}, false
	}
	return b.settle([]int{at}), true
}

// settle decides whether any of the rules at these indexes holds: first in
// Kleene's logic, then for each open rule by itself, then for each group of open
// rules that share facts.
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
		return b.yesBy(hold)
	}
	var groups []group
	for _, at := range open {
		o := opened{at: at, exact: true}
		named := b.unknowns(at, &o.facts)
		// Each unknown fact that a rule names once can change its result.
		if count := o.facts.count(); count > most {
			o.exact = named == count
		} else if named > count {
			t := b.table(&o.facts, o)
			switch t.truth() {
			case Yes:
				return b.yesBy([]int{at})
			case No:
				continue
			}
			o.facts = t.decisive()
		}
		groups = gather(groups, o)
	}
	s := Settlement{Truth: No, Exact: true}
	var needed set
	var left []opened
	for _, g := range groups {
		if g.facts.count() > most {
			s.Exact = s.Exact && len(g.rules) == 1 && g.rules[0].exact
		} else if len(g.rules) > 1 {
			t := b.table(&g.facts, g.rules...)
			if t.truth() == Yes {
				return b.yesBy(g.indexes())
			}
			g.facts = t.decisive()
		}
		needed.join(&g.facts)
		left = append(left, g.rules...)
	}
	if len(left) > 0 {
		slices.SortFunc(left, func(o, p opened) int { return o.at - p.at })
		s.Truth, s.By, s.Needed = Unknown, b.ids(group{rules: left}.indexes()), b.needs(&needed, left)
	}
	return s
}

func (b *Bound) yesBy(rules []int) Settlement {
	slices.Sort(rules)
	return Settlement{Truth: Yes, Exact: true, By: b.ids(rules)}
}

func (b *Bound) ids(rules []int) []clause.ID {
	ids := make([]clause.ID, len(rules))
	for i, at := range rules {
		ids[i] = b.s.ruleAt(at).Clause.ID
	}
	return ids
}
