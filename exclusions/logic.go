// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
)

// A Logic computes with conditions on facts that are unknown. T is a condition, such as
// a text, a probability or a decision diagram.
type Logic[T comparable] interface {
	Known(t fact.Truth) T // the condition that holds always, for Yes, or never, for No
	Fact(i int) T         // that the fact with the number in the vocabulary is so
	Not(x T) T            // that x does not hold
	And(x, y T) T         // that both hold
	Or(x, y T) T          // that one of the two holds
}

// ExcludedIf returns the condition on the unknown facts of b under which something is
// excluded in whole in the given part of the cover, as [Bound.Settle] understands it,
// in the logic. What is decided already is not asked again: the condition is Known if
// Kleene's logic settles it.
func ExcludedIf[T comparable](b Bound, in Scope, l Logic[T]) T {
	v := b.s.viewOf(in)
	b.outside = v.outside
	t := l.Known(fact.No)
	for _, i := range slices.Backward(v.whole) { // backwards, so that diagrams grow at their top
		r := &b.s.rules[i]
		if b.lacks(&r.wants) {
			continue
		}
		switch b.truth(&r.node) {
		case fact.Yes:
			return l.Known(fact.Yes)
		case fact.Unknown:
			t = l.Or(fold(&b, &r.node, l), t)
		case fact.No:
		}
	}
	return t
}

// AppliesIf returns the condition on the unknown facts of b under which the rule or
// exception with the ID applies, as [Bound.SettleRule] understands it, in the logic. It
// returns false if the wording has no such rule.
func AppliesIf[T comparable](b Bound, id clause.ID, l Logic[T]) (T, bool) {
	r := b.s.rule(id)
	if r == nil {
		return l.Known(fact.No), false
	}
	return fold(&b, &r.node, l), true
}

// fold returns the condition under which a node holds.
func fold[T comparable](b *Bound, n *node, l Logic[T]) T {
	if t := b.truth(n); t != fact.Unknown {
		return l.Known(t)
	}
	var x T
	switch n.op {
	case is:
		x = l.Fact(int(n.fact))
	case some:
		x = l.Known(fact.No)
		for i := range n.of {
			x = l.Or(fold(b, &n.of[len(n.of)-1-i], l), x)
		}
	default: // one that does not act is known
		x = l.Known(fact.Yes)
		for i := range n.of {
			x = l.And(fold(b, &n.of[len(n.of)-1-i], l), x)
		}
	}
	if n.not {
		return l.Not(x)
	}
	return x
}

// unknowns has a variable for each fact, with its number.
type unknowns struct{ *diagram.Space }

// Known returns a condition without variables.
func (u unknowns) Known(t fact.Truth) diagram.Diagram { return u.If(t == fact.Yes) }

// Fact returns the variable of a fact.
func (u unknowns) Fact(i int) diagram.Diagram { return u.Var(i) }
