// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// TestCost doubles what is long, and demands that the cost of it does not grow faster.
func TestCost(t *testing.T) {
	p := caseFile{}.policy(t)
	made := period.MustParseMoment("2024-09-10 10:00")
	claim := func(i int) coverage.Claim {
		return coverage.Claim{
			Number: fmt.Sprint("C-", i), Series: fmt.Sprint("S-", i/3), Incident: fmt.Sprint("I-", i/3),
			Facts: p.Scheme().Defaults().Yes("it-services", "unforeseen-accident").Over(fact.MustParse(cleared)), Dates: coverage.Dates{Made: made, Discovered: made},
			Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 2 * yen.Man, Accepted: yen.Exactly(2 * yen.Man)}},
		}
	}
	assess := func(c coverage.Claim, h coverage.History) coverage.Assessment {
		t.Helper()
		a, err := p.Assess(c, h)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	grow := func(n int) (h coverage.History) {
		for i := range n {
			h = assess(claim(i), h).History
		}
		return h
	}
	sizes := map[int]coverage.History{300: grow(300), 600: grow(600)}
	open := map[int]coverage.History{}
	for n := range sizes {
		h := coverage.History{}
		for i := range n {
			c := claim(i)
			c.Items[0].Claimed, c.Items[0].Accepted = 200*yen.Man, yen.Figure{}
			h = assess(c, h).History
		}
		if r, err := p.Reserves(h); err != nil || len(r.Claims) != n {
			t.Fatal(len(r.Claims), err)
		}
		open[n] = h
	}
	for name, f := range map[string]func(n int){
		"claims":                func(n int) { grow(n) },
		"the text of a history": func(n int) { _ = sizes[n].String() },
		"what is read":          func(n int) { _, _ = coverage.ParseHistory(sizes[n].String()) },
		"the claims": func(n int) {
			for range sizes[n].Claims() {
			}
		},
		"what is left": func(n int) { _, _ = p.Reserves(sizes[n]) },
		"reserves":     func(n int) { _, _ = p.Reserves(open[n]) },
		"payments": func(n int) {
			h := sizes[n]
			for i := range n {
				h, _ = h.Disbursed(fmt.Sprint("C-", i), 0)
			}
		},
		"items": func(n int) {
			c := claim(0)
			for i := range n {
				c.Items = append(c.Items, coverage.Item{Head: jisa2024.Damages, Demand: fmt.Sprint("D-", i), Claimed: 1})
			}
			c.Items = c.Items[1:]
			a := assess(c, coverage.History{})
			_ = a.Details(english)
		},
		"items of a series": func(n int) {
			c := claim(0)
			for range n {
				c.Items = append(c.Items, c.Items[0])
			}
			_ = assess(c, coverage.History{}).Text(english)
		},
		"persons": func(n int) {
			c := claim(0)
			for i := range n {
				c.Persons = append(c.Persons, coverage.Person{Name: fmt.Sprint(i), Facts: c.Facts.Yes("subcontractor")})
			}
			a := assess(c, coverage.History{})
			_ = a.Subrogation()
		},
	} {
		t.Run(name, func(t *testing.T) { cases.Linear(t, 300, f) })
	}
}
