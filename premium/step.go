// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A step is a Step that is ready to be taken.
type step struct {
	*Step
	kind kind
}

// A kind is what a step does. Those from months on are about the term.
type kind uint8

const (
	rounds kind = iota
	reads       // the table
	discounts
	loads
	byMonths
	byDays
	byShortRate
	byFullYear
)

// kinds returns what the step does, which should be one thing.
func (s *Step) kinds() []kind {
	var all []kind
	if s.Table.Rows != nil || s.Table.Between != "" || s.Table.BetweenClause != (clause.Clause{}) {
		all = append(all, reads)
	}
	if s.Discount != (yen.Ratio{}) {
		all = append(all, discounts)
	}
	if s.Loading != (yen.Ratio{}) {
		all = append(all, loads)
	}
	switch s.Term {
	case "":
	case ByMonths:
		all = append(all, byMonths)
	case ByDays:
		all = append(all, byDays)
	case ByShortRate:
		all = append(all, byShortRate)
	default:
		all = append(all, byFullYear)
	}
	return all
}

func (s *step) isAdjustment() bool { return s.kind == discounts || s.kind == loads }

func (s *step) isTerm() bool { return s.kind >= byMonths }

// charges reports whether the step charges a part of the year for the term.
func (s *step) charges(t Term) bool { return s.isTerm() && s.kind != byFullYear && !t.IsFullYear() }

// most returns the largest rate of a discount or a loading.
func (s *step) most() yen.Ratio {
	if s.kind == loads {
		return s.Loading
	}
	return s.Discount
}

// A factor is the factor num/den by which a step multiplies the premium of a risk.
type factor struct {
	num, den uint64
	adjust   int       // the index of the discount or the loading in the risk
	short    *ShortRow // the row of a short rate
}

// factor returns the factor of the step for a risk that is checked, and whether
// the step applies.
func (s *step) factor(r *Risk) (factor, bool) {
	switch {
	case s.isAdjustment():
		for i := range r.Adjust {
			if a := &r.Adjust[i]; a.Clause == s.Clause.ID && a.Rate.Num() > 0 {
				num, den := s.adjust(a.Rate)
				return factor{num: num, den: den, adjust: i}, true
			}
		}
		return factor{}, false
	case s.charges(r.Term):
		f, _ := s.part(r.Term)
		return f, true
	}
	return factor{num: 1, den: 1}, !s.isTerm()
}

// adjust returns 1 less the rate of a discount, or 1 plus that of a loading.
func (s *step) adjust(rate yen.Ratio) (num, den uint64) {
	num, den = uint64(rate.Num()), uint64(rate.Den())
	if s.kind == loads {
		return den + num, den
	}
	return den - num, den
}
