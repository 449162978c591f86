// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
)

// An Effect is cover, an insured or a waiver of subrogation that an attached
// endorsement adds. The zero Effect belongs to no endorsement.
type Effect struct {
	Endorsement clause.ID
	Clause      clause.Clause
	Kind        Kind  // AddsCover, AddsPerson or Waives
	Scope       Scope // the scope of the cover that is added
	Holds       Truth // whether its condition is met and no exception applies
}

// Effects returns the effects of the attached endorsements, in the order of the
// wording.
func (f Findings) Effects() iter.Seq[Effect] {
	return func(yield func(Effect) bool) {
		for i, r := range f.acting() {
			n := f.b.s.ruleAt(r.at)
			if r.kind != Excludes && !yield(Effect{n.Endorsement, n.Clause, r.kind, r.scope, f.truth(i)}) {
				return
			}
		}
	}
}
