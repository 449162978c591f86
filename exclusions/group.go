// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

// most is the number of unknown facts whose completions are enumerated.
const most = 16

// An opened is a rule that Kleene's logic leaves open, by the index of its
// part, with the facts on which it turns, taken by itself.
type opened struct {
	at    int
	facts set
	exact bool // whether it turns on every one of the facts
}

// A group is rules of which each shares facts with another one.
type group struct {
	rules []opened
	facts set
}

// gather adds a rule to the groups, and makes one group of those whose facts
// it shares.
func gather(groups []group, o opened) []group {
	g := group{[]opened{o}, o.facts}
	apart := groups[:0]
	for _, h := range groups {
		if !h.facts.meets(&o.facts) {
			apart = append(apart, h)
			continue
		}
		g.rules = append(h.rules, g.rules...)
		g.facts.join(&h.facts)
	}
	return append(apart, g)
}

func (g group) indexes() []int {
	at := make([]int, len(g.rules))
	for i, o := range g.rules {
		at[i] = o.at
	}
	return at
}
