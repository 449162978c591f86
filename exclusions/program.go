// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
)

const (
	deepestRule      = 16   // the levels of exceptions
	largestWording   = 4096 // the parts of all conditions
	mostRoots        = 256  // the rules on level 0 and the effects
	mostFacts        = 64 * len(set{})
	mostEndorsements = 64
	mostNarrow       = 64 // the moves that act in parts of a scope
	noIndex          = 64 // in place of the index of an endorsement or such a move
)

// A program is a wording in the form in which it is evaluated: the parts of all
// rules in one row, each rule before its condition and the condition before the
// exceptions, so that a part ends where its last own part ends.
//
// The facts right below one connective are one part, every or either, with a bit
// for each of them: pos for those that must be so and neg for those that must
// not. Sixty-four facts share a word and are decided at once.
type program struct {
	source Wording
	parts  []part
	rules  []compiled
	roots  []root
	narrow [][]Scope      // the parts of the cover in which some moves act
	views  map[Scope]view // of the whole cover, and of each scope of a rule or a move
	facts  []Question     // by index
	names  []Fact         // the facts in order of name
	byName []uint16       // their indexes
}

type part struct {
	op       op
	owner    uint8  // of a rule, the index of the endorsement, or noIndex
	in       uint8  // of a rule, the index of the parts of the cover in which it acts, or noIndex for all
	word     uint8  // the word of the facts
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

// A view is what acts in a part of the cover.
type view struct {
	whole   []int  // the parts of the rules that exclude in whole
	outside uint64 // by index of narrow: whether the part lies outside
}

// survey makes the views.
func (p *program) survey() {
	p.views = map[Scope]view{"": {}}
	for _, r := range p.roots {
		p.views[r.scope] = view{}
	}
	for _, scopes := range p.narrow {
		for _, s := range scopes {
			p.views[s] = view{}
		}
	}
	for in := range p.views {
		v := view{outside: p.outside(in)}
		for _, r := range p.roots {
			if r.kind == Excludes && r.extent == Whole && r.scope.Meets(in) {
				v.whole = append(v.whole, r.at)
			}
		}
		p.views[in] = v
	}
}

// outside returns, for the parts of the cover in which each move acts, whether the
// given part lies outside them. A program that is nil has no such moves.
func (p *program) outside(part Scope) uint64 {
	if p == nil {
		return 0
	}
	outside := uint64(1)<<len(p.narrow) - 1
	for i, scopes := range p.narrow {
		for _, s := range scopes {
			if s.contains(part) {
				outside &^= 1 << i
				break
			}
		}
	}
	return outside
}

// at returns the index of the part of the node with the ID. It returns false if the
// program is nil or has no such node.
func (p *program) at(id clause.ID) (int, bool) {
	if p != nil {
		for i := range p.rules {
			if p.rules[i].Clause.ID == id {
				return p.rules[i].at, true
			}
		}
	}
	return 0, false
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
