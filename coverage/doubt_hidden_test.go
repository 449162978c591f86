// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A hiding is one thing of a claim that is not known yet, and how it becomes known.
type hiding struct {
	name       string
	hide, show func(*coverage.Claim)
}

// hidings are the things of a claim of which some are hidden.
func (w *madeWorld) hidings(r *rand.Rand) (all []hiding) {
	full := &w.full
	add := func(name string, hide, show func(*coverage.Claim)) { all = append(all, hiding{name, hide, show}) }
	for f, is := range full.Facts.All() {
		unknown := oneOf(r, fact.NotAsked, fact.NotKnown, fact.Disputed)
		add("claim "+string(f),
			func(c *coverage.Claim) { c.Facts = c.Facts.With(unknown, f) },
			func(c *coverage.Claim) { c.Facts = c.Facts.With(is, f) })
	}
	for i := range full.Items {
		for f, is := range full.Items[i].Facts.All() {
			unknown := oneOf(r, fact.NotKnown, fact.Disputed)
			add(fmt.Sprint(i, " ", f),
				func(c *coverage.Claim) { c.Items[i].Facts = c.Items[i].Facts.With(unknown, f) },
				func(c *coverage.Claim) { c.Items[i].Facts = c.Items[i].Facts.With(is, f) })
		}
		add(fmt.Sprint(i, " accepted"),
			func(c *coverage.Claim) { c.Items[i].Accepted = yen.Figure{} },
			func(c *coverage.Claim) { c.Items[i].Accepted = full.Items[i].Accepted })
		add(fmt.Sprint(i, " excess"),
			func(c *coverage.Claim) { c.Items[i].Excess = yen.Figure{} },
			func(c *coverage.Claim) { c.Items[i].Excess = full.Items[i].Excess })
	}
	return all
}

// datings are the dates and the hours of a claim of which some are hidden. A date that
// items have of their own is hidden with that of the claim.
func (w *madeWorld) datings(r *rand.Rand) (all []hiding) {
	full := &w.full
	for k := range madeFields(&full.Dates) {
		name := madeEvents()[k]
		each := func(c *coverage.Claim, do func(to *period.Moment, is period.Moment)) {
			do(madeFields(&c.Dates)[k], *madeFields(&full.Dates)[k])
			for i := range c.Items {
				do(madeFields(&c.Items[i].Dates)[k], *madeFields(&full.Items[i].Dates)[k])
			}
		}
		all = append(all, hiding{name, func(c *coverage.Claim) {
			if r.IntN(2) == 0 {
				each(c, func(to *period.Moment, _ period.Moment) { *to = withoutHour(*to) })
				return
			}
			if w.mayHide(c, k) {
				*madeFields(&c.Dates)[k] = period.Moment{}
			}
		}, func(c *coverage.Claim) { each(c, func(to *period.Moment, is period.Moment) { *to = is }) }})
	}
	for i := range full.Items {
		all = append(all, hiding{fmt.Sprint(i, " incurred"), func(c *coverage.Claim) {
			it := &c.Items[i]
			if it.Incurred = withoutHour(it.Incurred); r.IntN(2) == 0 {
				it.Incurred = period.Moment{}
				if full.Items[i].Spent.IsZero() {
					return
				}
			}
			it.Spent = oneOf(r, it.Spent, withoutHour(it.Spent))
		}, func(c *coverage.Claim) {
			c.Items[i].Incurred, c.Items[i].Spent = full.Items[i].Incurred, full.Items[i].Spent
		}})
	}
	return all
}

// mayHide reports whether a date of a claim can be hidden: then nothing else takes its place.
func (w *madeWorld) mayHide(c *coverage.Claim, k int) bool {
	own := func(it coverage.Item) bool { return *madeFields(&it.Dates)[k] != (period.Moment{}) }
	known := !w.late && !w.before.Equal(coverage.History{}) // by the history
	switch madeEvents()[k] {
	case "made":
		known = known && c.Series != "" || w.unaware() // what is stated of the awareness is about this
	case "discovered":
	case "reputational":
		known = known || !w.rumoured() // it may be the first discovery, of which nobody is asked
	default:
		known = false
	}
	return !known && !slices.ContainsFunc(c.Items, own)
}

// unaware reports whether somebody did not know of a third-party claim before it was made.
func (w *madeWorld) unaware() bool {
	return w.full.Dates.Aware.IsNever() ||
		slices.ContainsFunc(w.full.Items, func(it coverage.Item) bool { return it.Dates.Aware.IsNever() })
}

// rumoured reports whether the reputational incident is none, or one of its own, or a head of
// the claim responds to it.
func (w *madeWorld) rumoured() bool {
	return w.full.Dates.Reputational.IsNever() || w.scheme.Rules().TwoIncidents ||
		slices.ContainsFunc(w.full.Items, func(it coverage.Item) bool { return it.Head == "posts" })
}

func withoutHour(m period.Moment) period.Moment {
	if m.Date().IsZero() {
		return m
	}
	return period.On(m.Date())
}

// cloned returns the claim with items of its own.
func cloned(c coverage.Claim) coverage.Claim {
	c.Items = slices.Clone(c.Items)
	return c
}

// hide hides some things of the claim.
func (w *madeWorld) hide(r *rand.Rand) (hidden coverage.Claim, some []hiding) {
	hidden = cloned(w.full)
	one, many := 1+r.IntN(4), 1+r.IntN(4)
	for _, x := range w.hidings(r) {
		if r.IntN(10) < one {
			some = append(some, x)
		}
	}
	for _, x := range w.datings(r) {
		if r.IntN(5) < many {
			some = append(some, x)
		}
	}
	for _, x := range some {
		x.hide(&hidden)
	}
	return hidden, some
}

// unstate takes back what is stated and follows from dates. Together with other unknown dates
// it can rule out answers that are not refused.
func (w *madeWorld) unstate(c *coverage.Claim) {
	for _, d := range w.scheme.Rules().DateFacts {
		c.Facts = c.Facts.With(fact.NotAsked, d.Fact)
		for i := range c.Items {
			c.Items[i].Facts = c.Items[i].Facts.With(fact.NotAsked, d.Fact)
		}
	}
}
