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
	Truth Truth // Yes or No if every completion of the facts says so
	Exact bool  // whether Unknown means that two completions differ

	// By holds the rules on which a Yes rests: in every completion at least one
	// of them applies. With Unknown it holds the rules that are open, and with
	// No none.
	By []clause.ID

	Needed []Need // the facts that some completion turns on; none unless Truth is Unknown
}

// Settle returns whether anything is excluded in whole in the scope. It passes
// over rules of the extent [Excess], which take a part only: whoever needs them
// must ask for each by [Bound.SettleRule].
//
// Settle is exact: it is Unknown only if one completion of the unknown facts
// excludes and another does not, and Needed holds those facts alone that turn
// the outcome in some completion, in the order in which the wording first
// names them. To that end it enumerates the completions of each group of rules
// that share unknown facts. Where a group has more than 16 of them, and is not
// one rule that names each once, it is left open instead: then Exact is false,
// Needed may name too many facts, and a Truth of Yes or No still holds in every
// completion.
func (b Bound) Settle(in Scope) Settlement {
	var at []int
	if b.s.program != nil {
		rules, sorted := b.s.whole[in]
		if !sorted {
			rules = b.s.whole[""]
		}
		for _, i := range rules {
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

// settle decides whether one of the rules at these indexes holds: first by
// Kleene's logic, then each open rule by itself, then each group of those that
// share facts.
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
		// A rule that names each unknown fact once turns on all of them.
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
			o.facts = t.turns()
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
			g.facts = t.turns()
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
