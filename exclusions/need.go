// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"math/bits"
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// A Need is an unanswered question that can change the outcome. The zero Need has
// no question.
type Need struct {
	Question Question
	By       []clause.ID // the open rules and exceptions whose conditions name the fact, in the order of the wording
}

// needs returns the facts with the rules and exceptions whose conditions name
// them.
func (b *Bound) needs(facts *set, rules []opened) []Need {
	needs := make([]Need, 0, facts.count())
	for i := range facts.all() {
		var by []int
		for _, o := range rules {
			if o.facts.bit(i) == 1 {
				by = b.wants(o.at, i, o.at, by)
			}
		}
		needs = append(needs, Need{b.s.facts[i], b.ids(by)})
	}
	return needs
}

// wants appends the rules from at downwards whose own condition is open and names
// the fact. The part at belongs to the rule by.
func (b *Bound) wants(at int, fact uint16, by int, rules []int) []int {
	p := &b.s.parts[at]
	if b.truth(at) != Unknown {
		return rules
	}
	if p.op == rule {
		by = at
	}
	if p.op >= every && fact/64 == uint16(p.word) && (p.pos|p.neg)>>(fact%64)&1 == 1 && !slices.Contains(rules, by) {
		rules = append(rules, by)
	}
	for i := range b.s.below(at) {
		rules = b.wants(i, fact, by, rules)
	}
	return rules
}

// unknowns adds the unknown facts that are named in the open parts from at
// downwards, and returns how often they are named.
func (b *Bound) unknowns(at int, facts *set) int {
	p := &b.s.parts[at]
	if b.truth(at) != Unknown {
		return 0
	}
	if p.op >= every {
		open := ^(b.yes[p.word&3] | b.no[p.word&3])
		facts[p.word&3] |= (p.pos | p.neg) & open
		return bits.OnesCount64(p.pos&open) + bits.OnesCount64(p.neg&open)
	}
	named := 0
	for i := range b.s.below(at) {
		named += b.unknowns(i, facts)
	}
	return named
}
