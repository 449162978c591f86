// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
)

// An Effect is what an attached endorsement adds beside rules that exclude: a
// cover, an insured or a waiver of recourse. The zero Effect is none.
type Effect struct {
	Endorsement clause.ID
	Clause      clause.Clause
	Kind        Kind  // AddsCover, AddsPerson or Waives
	Scope       Scope // the scope of a cover that is added
	Holds       Truth // whether its condition is met and none of its exceptions
}

// Effects returns the effects of the endorsements that are attached, in the
// order of the wording.
func (f Findings) Effects() iter.Seq[Effect] {
	return func(yield func(Effect) bool) {
		for i, r := range f.stand() {
			n := f.b.s.ruleAt(r.at)
			if r.kind != Excludes && !yield(Effect{n.Endorsement, n.Clause, r.kind, r.scope, f.truth(i)}) {
				return
			}
		}
	}
}
