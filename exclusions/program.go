// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"
	"slices"
)

const (
	deepestRule      = 16   // the levels of exceptions
	largestWording   = 4096 // the parts of all conditions
	mostRoots        = 256  // the rules on level 0 and the effects
	mostFacts        = 64 * len(set{})
	mostEndorsements = 64
)

// A program is a wording in the form in which it is evaluated: the parts of
// all rules in one row, each rule before its condition, its condition before
// its exceptions, so that what belongs to a part stands from its index to end.
//
// Facts that stand right below one connective are one part, every or either,
// with a bit for each of them: pos for those that must be so and neg for those
// that must not. Sixty-four facts share a word, so it is decided at once.
type program struct {
	source Wording
	parts  []part
	rules  []compiled
	roots  []root
	whole  map[Scope][]int // the parts of the rules that exclude in whole, by each scope in which one stands
	facts  []Question      // by index
	names  []Fact          // the facts by rising name
	byName []uint16        // their indexes
}

type part struct {
	op       op
	owner    uint8  // 1 more than the index of the endorsement, 0 for none
	word     uint8  // the word in which the facts stand
	end      uint16 // the index after the last of its parts
	ref      uint16 // the index of the rule
	pos, neg uint64
}

type compiled struct {
	Node
	at int // the index of its part
}

// A root is a rule on level 0 or an effect.
type root struct {
	at     int
	kind   Kind
	extent Extent
	scope  Scope
}

// survey puts the rules that exclude in whole under the scopes that they meet, of
// those in which one stands and the whole cover.
func (p *program) survey() {
	p.whole = map[Scope][]int{"": nil}
	for _, r := range p.roots {
		p.whole[r.scope] = nil
	}
	for in := range p.whole {
		for _, r := range p.roots {
			if r.kind == Excludes && r.extent == Whole && r.scope.Meets(in) {
				p.whole[in] = append(p.whole[in], r.at)
			}
		}
	}
}

func (p *program) ruleAt(at int) Node { return p.rules[p.parts[at].ref].Node }

// below returns the parts right below a part.
func (p *program) below(at int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := at + 1; i < int(p.parts[at].end) && yield(i); i = int(p.parts[i].end) {
		}
	}
}

// question returns the question about a fact of the vocabulary.
func (p *program) question(f Fact) Question {
	i := slices.IndexFunc(p.facts, func(q Question) bool { return q.Fact == f })
	return p.facts[i]
}
