// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// lifted returns which exceptions and endorsements decide about the exclusions whose
// condition the items meet: what lifts an exclusion, or takes back what would.
func (a *Assessment) lifted() []clause.Note {
	s := a.policy.scheme
	var groups []group[[2]clause.ID, int] // what does not apply, and what that is due to
	for i := range a.items {
		for _, f := range a.items[i].Findings() {
			if n := len(f.Chain); !s.requires(f.Rule.ID) && n > 1 && f.Applies != fact.Unknown {
				groups = put(groups, [2]clause.ID(f.Chain[n-2:]), i)
			}
		}
	}
	var all []clause.Note
	for _, g := range groups {
		n := note(g.key[1], "{}は、{}により適用されません。", "{} does not apply because of {}.",
			quoted(s.clauses[g.key[0]]), quoted(s.clauses[g.key[1]]))
		all = append(all, a.ofSome(g.of, n))
	}
	return all
}
