// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// Decide returns whether anything is excluded in whole in the given part of the cover, as
// far as Kleene's logic settles it, with the rules that apply or, if none does, those that
// are open, in the order of the wording. Unlike [Bound.Settle], it may be Unknown although
// every completion of the unknown facts gives the same.
func (b Bound) Decide(in Scope) (fact.Truth, []clause.ID) {
	v := b.s.viewOf(in)
	b.outside = v.outside
	found, by := fact.No, []clause.ID(nil)
	for k, t := b.next(v.whole, 0); k < len(v.whole); k, t = b.next(v.whole, k+1) {
		if t == fact.Yes && found != fact.Yes {
			found, by = fact.Yes, nil
		}
		if t == found || found == fact.No {
			found, by = t, append(by, b.s.rules[v.whole[k]].Clause.ID)
		}
	}
	return found, by
}

// Applies returns whether the rule or exception with the ID applies, as far as Kleene's
// logic settles it; see [Bound.Decide]. It returns false if the wording has no such rule.
func (b Bound) Applies(id clause.ID) (fact.Truth, bool) {
	r := b.s.rule(id)
	if r == nil {
		return fact.Unknown, false
	}
	return b.holds(&r.node), true
}

// Asking returns the unknown facts, by their numbers in the vocabulary and in that order, each
// with those of the rules and of their exceptions whose own conditions are open and name it, in
// the order of the wording.
func (b Bound) Asking(rules ...clause.ID) iter.Seq2[int, []clause.ID] {
	var all []naming
	for _, id := range rules {
		if r := b.s.rule(id); r != nil {
			all = b.naming(&r.node, &r.names, int(r.node.rule)-1, all)
		}
	}
	return b.asking(all)
}
