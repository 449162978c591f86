// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import "github.com/baiseki/baiseki/exclusions"

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
		var moves []exclusions.Move
		for _, m := range e.Moves {
			grants := r.grants(m)
			if grants == nil {
				grants = []exclusions.Move{m}
			}
			moves = append(moves, grants...)
		}
		for _, a := range r.Agreements {
			switch {
			case a.Endorsement == "" || a.Endorsement != e.Clause.ID:
			case a.Restores != "":
				moves = append(moves, exclusions.Move{Kind: exclusions.GivesBack, Target: a.Restores, Rule: a.Rule})
			default:
				moves = append(moves, exclusions.Move{Kind: exclusions.Excludes, Rule: a.Rule})
			}
		}
		w.Endorsements = append(w.Endorsements, exclusions.Endorsement{Clause: e.Clause, Moves: moves})
	}
	return w
}

// grants returns what a move that adds a cover or an insured is to the
// agreement that denies it.
func (r *Rules) grants(m exclusions.Move) []exclusions.Move {
	for _, a := range r.Agreements {
		if m.Kind == exclusions.AddsCover && a.About == AddedCover && a.Rule.Scope == m.Rule.Scope ||
			m.Kind == exclusions.AddsPerson && a.About == Insured {
			rule := m.Rule
			rule.Scope = ""
			return []exclusions.Move{{Kind: exclusions.GivesBack, Target: a.Rule.Clause.ID, Rule: rule}}
		}
	}
	return nil
}
