// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/exclusions"
)

// compose returns one wording of the agreements and the exclusions.
func (r *Rules) compose() exclusions.Wording {
	w := exclusions.Wording{Questions: r.Wording.Questions}
	for _, h := range r.Heads {
		w.Parts = append(w.Parts, h.Scope)
	}
	for _, a := range r.Agreements {
		if a.Endorsement == "" {
			w.Rules = append(w.Rules, a.Rule)
		}
	}
	w.Rules = append(w.Rules, r.Wording.Rules...)
	for _, e := range r.Wording.Endorsements {
		e.Moves = slices.Clone(e.Moves)
		for i, m := range e.Moves {
			e.Moves[i] = r.grants(m)
		}
		for _, a := range r.Agreements {
			switch {
			case a.Endorsement == "" || a.Endorsement != e.Clause.ID:
			case a.Restores != "":
				e.Moves = append(e.Moves, exclusions.Move{Kind: exclusions.Restores, Target: a.Restores, Rule: a.Rule})
			default:
				e.Moves = append(e.Moves, exclusions.Move{Kind: exclusions.Excludes, Rule: a.Rule})
			}
		}
		w.Endorsements = append(w.Endorsements, e)
	}
	return w
}

// grants returns a move and, of one that adds a cover or an insured, what it is to the
// agreement that denies it.
func (r *Rules) grants(m exclusions.Move) exclusions.Move {
	for _, a := range r.Agreements {
		if m.Kind == exclusions.AddsCover && a.About == AddedCover && a.Rule.Scope == m.Rule.Scope ||
			m.Kind == exclusions.AddsPerson && a.About == Insured {
			m.Rule.Scope = ""
			return exclusions.Move{Kind: exclusions.Restores, Target: a.Rule.Clause.ID, Rule: m.Rule}
		}
	}
	return m
}
