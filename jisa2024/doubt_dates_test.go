// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// randomMoment is a moment at or near one that may matter, or that a date never comes.
func randomMoment(r *rand.Rand, near []period.Moment) period.Moment {
	m := near[r.IntN(len(near))]
	at, known := m.Instant()
	if !known {
		at = m.Date().Start()
	}
	const day = 86_400
	by := []int64{0, 0, -1, 1, -day, day, -15 * day, 15 * day, -31 * day, 31 * day, -400 * day, 400 * day, r.Int64N(day)}
	i, err := period.InstantOf(time.Unix(at.Unix()+by[r.IntN(len(by))], 0))
	if err != nil || r.IntN(12) == 0 {
		return period.Never()
	}
	return period.At(i)
}

// refusable reports whether a claim is refused because of what contradicts in it.
func refusable(err error) bool {
	return errors.Is(err, fault.ErrOrder) || errors.Is(err, fault.ErrConflict) || errors.Is(err, fault.ErrMisplaced)
}

// TestDoubtDates answers the questions for dates of claims with any moments: each that is
// accepted lies in one of the spans of time, leaves what the span says or less doubt, and
// together with others pays within the bounds.
func TestDoubtDates(t *testing.T) {
	r, known := rand.New(rand.NewPCG(3, 8)), schemes{}
	var tried, open, reached, inexact int
	rounds := max(cases.Rounds(t)/100, 40)
	for tried < rounds {
		d := randomDoubt(t, r, known, 1)
		c, full := d.claim, d.claim
		c.Series, c.Dates.First, c.Incident = "", period.Moment{}, ""
		dates := []*period.Moment{&c.Dates.Made, &c.Dates.Cause, &c.Dates.Aware, &c.Dates.Delivered, &c.Dates.Discovered, &c.Dates.Measure, &c.Dates.LeakPublished}
		for range 1 + r.IntN(4) {
			switch m := dates[r.IntN(len(dates))]; {
			case r.IntN(4) > 0:
				*m = period.Moment{}
			case !m.Date().IsZero():
				*m = period.On(m.Date())
			}
		}
		for i := range c.Items {
			if r.IntN(8) == 0 {
				c.Items[i].Incurred = period.Moment{}
			}
		}
		if r.IntN(2) == 0 {
			c.Facts = c.Facts.Yes(jisa2024.SoftwareDevelopment, jisa2024.InJapan)
		}
		a, err := d.policy.Assess(c, d.history)
		if err != nil && refusable(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if a.Decision != coverage.Open && r.IntN(10) > 0 {
			continue
		}
		tried++
		if a.Decision == coverage.Open {
			open++
		}
		terms := d.policy.Terms()
		near := []period.Moment{period.At(terms.Period.Start()), period.At(terms.Period.End())}
		for _, m := range []period.Moment{full.Dates.Made, full.Dates.Cause, full.Dates.Aware, full.Dates.Delivered, full.Dates.Discovered, full.Dates.LeakPublished} {
			if !m.Date().IsZero() {
				near = append(near, m)
			}
		}
		for i := range full.Items {
			if m := full.Items[i].Incurred; !m.Date().IsZero() {
				near = append(near, m)
			}
		}
		for _, n := range a.Questions() {
			if n.Date == "" {
				continue
			}
			for range 20 {
				at := randomMoment(r, near)
				b, err := d.policy.Assess(c.WithDate(n, at), d.history)
				if err != nil {
					continue
				}
				k := slices.IndexFunc(n.Cases, func(x coverage.Case) bool { return holds(x, at) })
				if k < 0 {
					if len(n.Cases) > 0 {
						t.Fatalf("round %d: %s is in no span of %v\n%s\n%s", tried, at, n, says(c), a)
					}
					continue
				}
				if x := n.Cases[k]; b.Least < x.Least || b.Most > x.Most || x.Exact && b.Exact && (b.Least != x.Least || b.Most != x.Most) {
					t.Fatalf("round %d: %s at %s: %v - %v %v, not %v %v\n%v\n%+v\n%s", tried, n.Name(), at, b.Least, b.Most, b.Exact, x, x.Exact, n.Cases, c, a)
				}
			}
		}
		least, most := yen.Max, yen.Amount(0)
		for range 60 {
			x := c
			for range 12 {
				b, err := d.policy.Assess(x, d.history)
				if err != nil {
					break
				}
				needs := b.Questions()
				if b.Least < a.Least || b.Most > a.Most {
					t.Fatalf("round %d: %v - %v is not within %v - %v\n%+v\n%+v", tried, b.Least, b.Most, a.Least, a.Most, c.Dates, x.Dates)
				}
				if len(needs) == 0 {
					least, most = min(least, b.Least), max(most, b.Most)
					break
				}
				var y coverage.Claim
				if n := needs[r.IntN(len(needs))]; n.Date != "" {
					y = x.WithDate(n, randomMoment(r, near))
				} else {
					y = x.WithFact(n, fact.Stated(r.IntN(2) == 0))
				}
				if _, err := d.policy.Assess(y, d.history); err == nil {
					x = y
				}
			}
		}
		if !a.Exact {
			inexact++
		} else if least == a.Least && most == a.Most {
			reached++
		}
	}
	t.Logf("%d claims, %d open, %d inexact, both ends reached by random answers in %d", tried, open, inexact, reached)
	if open < tried/2 || inexact > tried/4 || reached < (tried-inexact)*8/10 {
		t.Error("too few open, exact or reached")
	}
}

// holds reports whether a moment is in the span of a case.
func holds(c coverage.Case, at period.Moment) bool {
	if at.IsNever() || c.From.IsNever() {
		return at.IsNever() && c.From.IsNever()
	}
	return (c.From.IsZero() || at.Before(c.From) == fact.No) && (c.Until.IsZero() || at.Before(c.Until) == fact.Yes)
}

// TestDoubtShrinks makes known what is unknown of random claims, one thing after the other,
// as it is: facts, dates, hours and amounts. The bounds never widen, and come to what is
// paid when all is known.
func TestDoubtShrinks(t *testing.T) {
	r, known := rand.New(rand.NewPCG(9, 4)), schemes{}
	open, steps := 0, 0
	for round := range max(cases.Rounds(t)/40, 50) {
		w := randomWorld(r)
		p := w.policy(t, known)
		m := w.randomMatter(r)
		full := m.claim(p.Scheme(), w)
		hidden := w.hide(r, m, full)
		a, err := p.Assess(hidden, coverage.History{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Decision == coverage.Open {
			open++
		}
		ways := restorers(full, hidden)
		r.Shuffle(len(ways), func(i, j int) { ways[i], ways[j] = ways[j], ways[i] })
		for _, way := range ways {
			hidden = way(hidden)
			b, err := p.Assess(hidden, coverage.History{})
			if err != nil {
				t.Fatalf("round %d: %v\n%s", round, err, says(hidden))
			}
			if b.Least < a.Least || b.Most > a.Most {
				t.Fatalf("round %d: from %v - %v to %v - %v\n%s\n%s", round, a.Least, a.Most, b.Least, b.Most, w.tell(m), says(hidden))
			}
			if b.Exact && b.Decision != coverage.Open && b.Least != b.Most {
				t.Fatalf("round %d: %v with %v - %v", round, b.Decision, b.Least, b.Most)
			}
			a = b
			steps++
		}
		last, err := p.Assess(full, coverage.History{})
		if err != nil || a.Least != last.Payment.Now || a.Most != last.Payment.Now {
			t.Fatalf("round %d: %v - %v, not %v, %v\n%s\n%s", round, a.Least, a.Most, last.Payment.Now, err, w.tell(m), says(hidden))
		}
	}
	t.Logf("%d open claims, %d things made known", open, steps)
}

// restorers are the ways to make one thing known as it is in the full claim.
func restorers(full, hidden coverage.Claim) (ways []func(coverage.Claim) coverage.Claim) {
	for f, answer := range full.Facts.All() {
		if hidden.Facts.Of(f) != answer {
			ways = append(ways, func(c coverage.Claim) coverage.Claim {
				c.Facts = c.Facts.With(answer, f)
				return c
			})
		}
	}
	item := func(i int, change func(*coverage.Item)) {
		ways = append(ways, func(c coverage.Claim) coverage.Claim {
			c.Items = slices.Clone(c.Items)
			change(&c.Items[i])
			return c
		})
	}
	for i := range full.Items {
		x := full.Items[i]
		item(i, func(it *coverage.Item) { it.Accepted = x.Accepted })
		item(i, func(it *coverage.Item) { it.Excess = x.Excess })
		item(i, func(it *coverage.Item) { it.Incurred = x.Incurred })
		item(i, func(it *coverage.Item) { it.Spent = x.Spent })
		item(i, func(it *coverage.Item) { it.Dates = x.Dates })
	}
	for k := range 9 {
		ways = append(ways, func(c coverage.Claim) coverage.Claim {
			*dateField(&c.Dates, k) = *dateField(&full.Dates, k)
			return c
		})
	}
	return ways
}

func dateField(d *coverage.Dates, k int) *period.Moment {
	return [...]*period.Moment{&d.Made, &d.Cause, &d.Aware, &d.Delivered, &d.AttackPublished, &d.LeakPublished, &d.Discovered, &d.Reputational, &d.Measure}[k]
}
