// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

// most is the number of unknown facts whose completions are enumerated.
const most = 16

// An opened is a rule that Kleene's logic leaves open, by the index of its part,
// with the facts that can change its result.
type opened struct {
	at    int
	facts set
	exact bool // whether each of the facts can
}

// A group holds rules that are linked by facts that they share.
type group struct {
	rules []opened
	facts set
}

// gather adds a rule to the groups, and joins the groups whose facts it shares.
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
