// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// under returns the heads of each term of a tree, by its clause.
func under(n limits.Node) (all map[clause.ID][]limits.Head, heads []limits.Head) {
	all = map[clause.ID][]limits.Head{}
	if n.Head != "" {
		heads = append(heads, n.Head)
	}
	for _, child := range n.Nodes {
		inside, of := under(child)
		heads = append(heads, of...)
		maps.Copy(all, inside)
	}
	for _, t := range n.Terms {
		if all[t.Clause] = heads; t.Heads != nil {
			all[t.Clause] = t.Heads
		}
	}
	return all, heads
}

// A desk has the claims of a random world: some are closed, and of some it is known later
// what decides them.
type desk struct {
	*world
	r      *rand.Rand
	p      coverage.Policy
	h      coverage.History
	open   []coverage.Claim // with all that is known later
	hidden map[string]coverage.Claim
}

// newDesk returns nothing where a claim contradicts the dates of another one that came
// later.
func newDesk(t *testing.T, r *rand.Rand, known schemes) *desk {
	d := &desk{world: randomWorld(r), r: r, hidden: map[string]coverage.Claim{}}
	d.p = d.policy(t, known)
	for range 2 + r.IntN(10) {
		m := d.randomMatter(r)
		m.first = time.Time{} // another claim of the series may have an earlier one
		c := m.claim(d.p.Scheme(), d.world)
		now := c
		switch {
		case r.IntN(5) == 0:
		case m.series == "" && m.incident == "" && r.IntN(2) == 0:
			now = d.hide(r, m, c)
		default:
			now = unfinished(c) // the dates are those of the others too
		}
		a, err := d.p.Assess(now, d.h)
		if err != nil {
			t.Fatalf("%v\n%s", err, d.tell(m))
		}
		d.h = a.History
		d.date(m, d.when(m), "open")
		if a.Decision == coverage.Open {
			d.open, d.hidden[c.Number] = append(d.open, c), now
		}
		d.pay()
	}
	for again := true; again; { // now that all have their dates
		again = false
		for i, c := range d.open {
			a, err := d.p.Assess(d.hidden[c.Number], d.h)
			if errors.Is(err, fault.ErrConflict) || errors.Is(err, fault.ErrOrder) {
				return nil
			} else if err != nil {
				t.Fatal(err)
			}
			if d.h = a.History; a.Decision != coverage.Open {
				d.open, again = slices.Delete(d.open, i, i+1), true
				break
			}
		}
	}
	return d
}

// pay pays an advance for an open claim, or less than is due.
func (d *desk) pay() {
	for c := range d.h.Claims() {
		if d.r.IntN(6) > 0 {
			continue
		}
		if h, err := d.h.Disbursed(c.Number, yen.Amount(d.r.Int64N(int64(c.Most+max(c.Due, 0))*5/4+1))); err == nil {
			d.h = h
		}
	}
}

// TestReserves decides open claims of random histories in random orders, with all that was
// unknown. What is paid, and what is used of each limit, is within the reserves.
func TestReserves(t *testing.T) {
	r, known := rand.New(rand.NewPCG(13, 17)), schemes{}
	rounds := cases.Rounds(t) / 8
	several, reached, tried := 0, 0, 0
	for round := range rounds {
		d := newDesk(t, r, known)
		if d == nil {
			continue
		}
		reserves, err := d.p.Reserves(d.h)
		if err != nil {
			t.Fatal(round, err)
		}
		if len(d.open) > 1 {
			several++
		}
		rules, err := jisa2024.Rules(d.p.Scheme().Readings().Readings()...)
		if err != nil {
			t.Fatal(err)
		}
		heads, _ := under(rules.Limits)
		for range 3 {
			sum, at, story := yen.Amount(0), d.h, ""
			wrong := func(what string, got yen.Amount, is fmt.Stringer) {
				t.Fatalf("round %d: %s %v, not as in %s\n%v\n%s\n%s\n%s", round, what, got, is, d.p.Terms(), d.h, reserves, story)
			}
			for _, i := range r.Perm(len(d.open)) {
				c := d.open[i]
				a, err := d.p.Assess(c, at)
				if err != nil {
					t.Fatalf("round %d: %v\n%s\n%s", round, err, d.h, says(c))
				}
				k := slices.IndexFunc(reserves.Claims, func(x coverage.Reserve) bool { return x.Number == c.Number })
				now, x := a.Payment.Now, reserves.Claims[k]
				story += fmt.Sprintf("%s pays %v, %v\n%s\n", c.Number, now, a.Decision, says(c))
				if now < x.Least || now > x.Most {
					wrong(c.Number+" is paid", now, x)
				}
				sum, at = sum+now, a.History
			}
			if sum < reserves.Least || sum > reserves.Most {
				wrong("paid in all", sum, reserves)
			}
			if tried++; sum == reserves.Least || sum == reserves.Most {
				reached++
			}
			before, after := maps.Collect(d.h.Paid().All()), maps.Collect(at.Paid().All())
			for _, l := range reserves.Limits {
				used := yen.Amount(0)
				for _, head := range heads[l.Limit.ID] {
					used += after[head] - before[head]
				}
				if used = max(used, 0); used < l.Least || used > l.Most {
					wrong("used", used, l)
				}
			}
		}
	}
	if several < rounds/4 || reached < tried/4 {
		t.Errorf("%d histories with several open claims of %d, %d ends of %d", several, rounds, reached, tried)
	}
}
