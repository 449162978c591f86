// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A Result is what one item of a claim comes to.
type Result struct {
	Item    Item
	Verdict Verdict

	// By are the clauses that the verdict rests on: those under which the item
	// is denied, of which the first in the order of assessment names the
	// verdict, or those that are open. A covered item has none.
	By []clause.ID

	// Least and Most bound what of the item is covered and recognized, in yen,
	// before deductible and limits. Both are 0 for an item that is denied.
	Least, Most yen.Amount

	// Needed are the facts on which the verdict turns.
	Needed []exclusions.Need

	bound exclusions.Bound
	head  *head
}

// Findings returns what the rules about the item come to that say something:
// those that apply, those that are open, and those that an exception or an
// endorsement lifts.
func (r Result) Findings() []exclusions.Finding {
	var all []exclusions.Finding
	for f := range r.bound.Find().All() {
		if f.Scope.Meets(r.head.Scope) && (f.Applies != exclusions.No || len(f.Chain) > 1) {
			all = append(all, f)
		}
	}
	return all
}

// Remedies returns the endorsements on offer that could have answered for an
// item that is denied: with them, every rule that denies it would be given back
// or open.
func (r Result) Remedies() []clause.ID {
	var common []clause.ID
	first := true
	for _, f := range r.Findings() {
		if f.Applies != exclusions.Yes || f.Extent != exclusions.Whole {
			continue
		}
		if first {
			common, first = slices.Clone(f.Remedies), false
			continue
		}
		common = slices.DeleteFunc(common, func(id clause.ID) bool { return !slices.Contains(f.Remedies, id) })
	}
	return common
}

// judge returns what an item comes to on the facts that are bound.
func (s *scheme) judge(b *exclusions.Bound, scope exclusions.Scope) (v Verdict, by []clause.ID, needed []exclusions.Need) {
	c := b.Settle(scope)
	switch c.Truth {
	case exclusions.No:
		return Covered, nil, nil
	case exclusions.Yes:
		return s.verdict(c.By[0]), c.By, nil
	}
	return Open, c.By, c.Needed
}

// verdict returns the verdict that a rule which applies names.
func (s *scheme) verdict(id clause.ID) Verdict {
	if v, ok := s.denies[id]; ok {
		return v
	}
	return Excluded
}

// amounts bounds what of a covered item is recognized and not in excess.
func (r *Result) amounts() {
	least, known := r.Item.Recognized.Amount()
	most := least
	if !known {
		least, most = 0, r.Item.Claimed
	}
	for _, id := range r.head.excess {
		excess, known := r.Item.Excess.Amount()
		if known && excess == 0 {
			continue // whatever the rule says
		}
		c, _ := r.bound.SettleRule(id)
		if c.Truth == exclusions.No {
			continue
		}
		if known && c.Truth == exclusions.Yes {
			most = max(most-excess, 0)
		}
		if !known {
			excess = least
		}
		least = max(least-excess, 0)
		r.Needed = append(r.Needed, c.Needed...)
	}
	r.Least, r.Most = least, most
}

// follow makes the verdict of an item that follows other heads that of the best
// of them, unless it is denied already.
func (s *scheme) follow(r *Result, best *Result) {
	switch {
	case r.Verdict != Covered && r.Verdict != Open || best.Verdict == Covered:
	case best.Verdict == Open:
		r.Verdict = Open
		r.By = append(r.By, s.rules.Follows.ID)
		r.Needed = append(r.Needed, best.Needed...)
	default:
		r.Verdict, r.By, r.Needed = NotCovered, []clause.ID{s.rules.Follows.ID}, nil
		r.Least, r.Most = 0, 0
	}
}

// losses returns the amounts that are certain and what is possible beyond them.
func losses(results []Result) (certain, possible []limits.Loss) {
	certain = make([]limits.Loss, 0, len(results))
	for i := range results {
		r := &results[i]
		switch {
		case r.Verdict == Covered:
			if r.Least > 0 {
				certain = append(certain, limits.Loss{Head: r.Item.Head, Amount: r.Least})
			}
			if r.Most > r.Least {
				possible = append(possible, limits.Loss{Head: r.Item.Head, Amount: r.Most - r.Least})
			}
		case r.Verdict == Open:
			if r.Most > 0 {
				possible = append(possible, limits.Loss{Head: r.Item.Head, Amount: r.Most})
			}
		}
	}
	return certain, possible
}
