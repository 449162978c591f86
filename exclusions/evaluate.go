// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"cmp"
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
)

// Applying returns the rules that apply, of every class but [Waiver] and including
// those of attached endorsements, in the order of the wording. It decides in Kleene's
// logic and leaves out rules that are open.
func (b Bound) Applying() iter.Seq[clause.ID] {
	return func(yield func(clause.ID) bool) {
		if b.s.schedule == nil {
			return
		}
		for k, t := b.next(b.s.tops, 0); k < len(b.s.tops); k, t = b.next(b.s.tops, k+1) {
			if t == fact.Yes && !yield(b.s.rules[b.s.tops[k]].Clause.ID) {
				return
			}
		}
	}
}

// lacks reports whether it is known that none of the facts is so that a rule wants.
func (b *Bound) lacks(w *fact.Bits) bool {
	left := w[0]&^b.no[0] | w[1]&^b.no[1] | w[2]&^b.no[2] | w[3]&^b.no[3]
	return left == 0 && *w != fact.Bits{}
}

// next returns the place of the first of the rules from k on that holds or may, with
// its truth, or len(rules) if there is none.
func (b *Bound) next(rules []int, k int) (int, fact.Truth) {
	for ; k < len(rules); k++ {
		if r := &b.s.rules[rules[k]]; !b.lacks(&r.wants) {
			if t := b.truth(&r.node); t != fact.No {
				return k, t
			}
		}
	}
	return k, fact.No
}

// truth returns whether a node holds, in the three-valued logic of Kleene: what is
// known decides, or it is Unknown.
func (b *Bound) truth(n *node) fact.Truth {
	if n.op == is {
		return b.literal(n)
	}
	decides, t, of := fact.No, fact.Yes, n.of
	if n.op == some {
		decides, t = fact.Yes, fact.No
	} else if !b.acts(n) {
		t, of = fact.No, nil
	}
	for i := range of {
		var u fact.Truth
		if x := &of[i]; x.op == is {
			u = b.literal(x)
		} else {
			u = b.truth(x)
		}
		if u == decides {
			t = u
			break
		}
		if u == fact.Unknown {
			t = u
		}
	}
	if n.not {
		return t.Not()
	}
	return t
}

// literal returns whether the fact of a node is, or is not, so.
func (b *Bound) literal(n *node) fact.Truth {
	t := b.fact(n.fact)
	if n.not {
		return t.Not()
	}
	return t
}

// fact returns what is known of the fact with the number.
func (b *Bound) fact(i uint8) fact.Truth {
	w, bit := i>>6, uint64(1)<<(i&63)
	switch {
	case b.no[w]&bit != 0:
		return fact.No
	case b.yes[w]&bit != 0:
		return fact.Yes
	}
	return fact.Unknown
}

// met returns whether the condition of a rule is met, its exceptions aside.
func (b *Bound) met(n *node) fact.Truth { return b.truth(&node{op: all, of: n.of[:n.own]}) }

// acts reports whether a node acts: a condition does, and a rule if its endorsement,
// if it has one, is attached, and its parts of the cover, if it has any, contain the
// one asked about.
func (b *Bound) acts(n *node) bool {
	return n.owner&^b.s.attached|n.in&b.outside == 0
}

// Met returns whether the condition of the rule or exception with the ID is met. It
// ignores exceptions, attachment and the part of the cover. Met returns false if the
// wording has no such rule.
func (b Bound) Met(id clause.ID) (fact.Truth, bool) {
	r := b.s.rule(id)
	if r == nil {
		return fact.Unknown, false
	}
	return b.met(&r.node), true
}

// A Settlement is the answer to a question about exclusions, whatever the unknown
// facts turn out to be. The zero Settlement is open and not exact.
type Settlement struct {
	Truth fact.Truth `json:"truth"` // Yes or No if every completion of the unknown facts gives it

	// Exact reports whether Unknown means that two completions differ, and Questions
	// has no question too many.
	Exact bool `json:"exact"`

	// By lists rules in the order of the wording. If Truth is Yes, at least one of
	// them applies in every completion. If Truth is Unknown, they are the rules
	// that are open. If Truth is No, By is empty.
	By []clause.ID `json:"by,omitzero"`

	// Questions can change the outcome. There are none unless Truth is Unknown.
	Questions []Need `json:"questions,omitzero"`
}

// A Need is an unanswered question that can change the outcome. The zero Need has
// no question.
type Need struct {
	Question fact.Question `json:"question"`

	// By are the open rules and exceptions whose conditions name the fact, in the order
	// of the wording.
	By []clause.ID `json:"by,omitzero"`
}

// Settle returns whether anything is excluded in whole in the given part of the
// cover, which takes the place of that of [Bound.In]. Settle ignores rules of the
// classes [Excess] and [Waiver]; use [Bound.SettleRule] for each of them.
//
// Settle is exact: Truth is Unknown only if one completion of the unknown facts
// excludes and another does not, and Questions lists only questions that change the
// outcome in some completion, in the order of the vocabulary. Only for wordings
// that are made to be hard it stops after a number of steps: Exact is then false,
// and Questions may list too many questions. A Truth of Yes or No holds in every
// completion even so.
func (b Bound) Settle(in Scope) Settlement {
	v := b.s.viewOf(in)
	b.outside = v.outside
	return b.settle(v.whole)
}

// SettleRule returns whether the rule or exception with the ID applies, with its
// exceptions taken into account. It is as exact as [Bound.Settle].
// SettleRule returns false if the wording has no such rule. A rule never applies
// if its endorsement is not attached, or does not act in the part of the cover;
// see [Bound.In].
func (b Bound) SettleRule(id clause.ID) (Settlement, bool) {
	r := b.s.rule(id)
	if r == nil {
		return Settlement{}, false
	}
	return b.settle([]int{int(r.node.rule) - 1}), true
}

// A group is rules that are open and linked by the unknown facts that they share.
type group struct {
	rules []open
	facts fact.Bits // that can change whether one of the rules applies
	named int       // how often the rules name unknown facts
}

// An open rule, by its index, with the facts that can change whether it applies.
type open struct {
	rule  int
	facts fact.Bits
}

// steps are those of the diagrams of one settlement: at most about ten milliseconds.
const steps = 1 << 15

// settle decides whether any of the rules holds. Rules that share no unknown fact
// are decided apart. A group that names each of its facts once is open and turns on
// all of them: each part can come out either way, so the others can be set to let it
// decide. Any other group becomes a diagram.
func (b *Bound) settle(rules []int) Settlement {
	var hold []int
	var groups []group
	var space *diagram.Space
	decide := func(g *group) fact.Truth {
		if g.named <= g.facts.Count() {
			return fact.Unknown
		}
		if space == nil {
			space = diagram.New(steps)
		}
		d := diagram.Never
		for _, o := range slices.Backward(g.rules) { // backwards, so that diagrams grow at their top
			d = space.Or(fold(b, &b.s.rules[o.rule].node, unknowns{space}), d)
		}
		switch {
		case space.Exceeded():
			return fact.Unknown
		case d == diagram.Never:
			return fact.No
		case d == diagram.Always:
			return fact.Yes
		}
		g.facts = fact.Bits{}
		space.Turns(d, g.facts.Put)
		return fact.Unknown
	}
	for k, t := b.next(rules, 0); k < len(rules); k, t = b.next(rules, k+1) {
		i := rules[k]
		if t == fact.Yes {
			hold = append(hold, i)
			continue
		}
		g := group{rules: []open{{rule: i}}}
		g.named = b.unknowns(&b.s.rules[i].node, &g.facts)
		switch decide(&g) { // by itself first: a fact that does not change it links it to no other rule
		case fact.Yes:
			hold = append(hold, i)
		case fact.Unknown:
			g.rules[0].facts = g.facts
			groups = gather(groups, g)
		}
	}
	if len(hold) > 0 {
		return Settlement{Truth: fact.Yes, Exact: true, By: b.ids(hold)}
	}
	var left []open
	var needed fact.Bits
	for i := range groups {
		g := &groups[i]
		if len(g.rules) > 1 && decide(g) == fact.Yes {
			return Settlement{Truth: fact.Yes, Exact: true, By: b.ids(indexes(g.rules))}
		}
		left = append(left, g.rules...)
		needed.Join(&g.facts)
	}
	if len(left) == 0 {
		return Settlement{Truth: fact.No, Exact: true}
	}
	inOrder(left)
	return Settlement{
		Truth: fact.Unknown, Exact: space == nil || !space.Exceeded(),
		By: b.ids(indexes(left)), Questions: b.needs(&needed, left),
	}
}

func inOrder(rules []open) {
	slices.SortFunc(rules, func(o, p open) int { return o.rule - p.rule })
}

func indexes(rules []open) []int {
	all := make([]int, len(rules))
	for i, o := range rules {
		all[i] = o.rule
	}
	return all
}

// gather adds a group, joined with those whose facts it shares.
func gather(groups []group, g group) []group {
	apart := groups[:0]
	for _, h := range groups {
		if !h.facts.Meets(&g.facts) {
			apart = append(apart, h)
			continue
		}
		g.rules = append(h.rules, g.rules...)
		g.named += h.named
		g.facts.Join(&h.facts)
	}
	inOrder(g.rules)
	return append(apart, g)
}

// unknowns adds the unknown facts on which an open node can still depend, and
// returns how often it names them.
func (b *Bound) unknowns(n *node, facts *fact.Bits) (named int) {
	if b.truth(n) != fact.Unknown {
		return 0
	}
	if n.op == is {
		facts.Put(int(n.fact))
		return 1
	}
	for i := range n.of {
		named += b.unknowns(&n.of[i], facts)
	}
	return named
}

// needs returns the questions about the facts, with the open rules and exceptions
// that name them.
func (b *Bound) needs(facts *fact.Bits, rules []open) []Need {
	var all []naming
	for _, o := range rules {
		all = b.naming(&b.s.rules[o.rule].node, &o.facts, o.rule, all)
	}
	needs := make([]Need, 0, facts.Count())
	for f, by := range b.asking(all) {
		if facts.Has(f) {
			needs = append(needs, Need{b.s.questions[f], by})
		}
	}
	return needs
}

// A naming is a rule whose own condition names a fact, by their numbers.
type naming struct{ fact, rule int }

// naming appends those of the facts that are open from a node downwards, with the rules whose
// own conditions name them. The node belongs to the rule.
func (b *Bound) naming(n *node, facts *fact.Bits, rule int, all []naming) []naming {
	if b.truth(n) != fact.Unknown {
		return all
	}
	if n.rule != 0 {
		rule = int(n.rule) - 1
	}
	if n.op == is && facts.Has(int(n.fact)) {
		all = append(all, naming{int(n.fact), rule})
	}
	for i := range n.of {
		all = b.naming(&n.of[i], facts, rule, all)
	}
	return all
}

// asking returns the facts in their order, each with the rules that name it, in the order of
// the wording.
func (b *Bound) asking(all []naming) iter.Seq2[int, []clause.ID] {
	slices.SortFunc(all, func(x, y naming) int { return cmp.Or(x.fact-y.fact, x.rule-y.rule) })
	all = slices.Compact(all)
	ids := make([]clause.ID, len(all))
	for i, x := range all {
		ids[i] = b.s.rules[x.rule].Clause.ID
	}
	return func(yield func(int, []clause.ID) bool) {
		for from, to := 0, 0; from < len(all); from = to {
			for to < len(all) && all[to].fact == all[from].fact {
				to++
			}
			if !yield(all[from].fact, ids[from:to:to]) {
				return
			}
		}
	}
}

func (b *Bound) ids(rules []int) []clause.ID {
	ids := make([]clause.ID, len(rules))
	for i, at := range rules {
		ids[i] = b.s.rules[at].Clause.ID
	}
	return ids
}
