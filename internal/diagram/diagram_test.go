// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package diagram_test

import (
	"math/rand/v2"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/internal/diagram"
)

// A formula is a random condition with its truth table: bit k of the table is the
// result under the answers that are the bits of k.
type formula struct {
	d     diagram.Diagram
	table uint64
}

const variables = 6

func random(r *rand.Rand, s *diagram.Space, depth int) formula {
	if depth == 0 || r.IntN(4) == 0 {
		v := r.IntN(variables)
		f := formula{d: s.Var(v)}
		for k := range 64 {
			f.table |= uint64(k>>v&1) << k
		}
		return f
	}
	x := random(r, s, depth-1)
	switch r.IntN(3) {
	case 0:
		return formula{s.Not(x.d), ^x.table}
	case 1:
		y := random(r, s, depth-1)
		return formula{s.And(x.d, y.d), x.table & y.table}
	}
	y := random(r, s, depth-1)
	return formula{s.Or(x.d, y.d), x.table | y.table}
}

// TestTables compares random conditions with their truth tables: equal tables
// have one diagram, other tables others, and a diagram turns on exactly the
// variables that change its table.
func TestTables(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range cases.Rounds(t) / 10 {
		s := diagram.New(1 << 16)
		seen := map[uint64]diagram.Diagram{0: diagram.Never, ^uint64(0): diagram.Always}
		for range 20 {
			f, g := random(r, s, 6), random(r, s, 3)
			if got := s.Meet(f.d, g.d); got != (f.table&g.table != 0) {
				t.Fatalf("the tables %x and %x meet: %v", f.table, g.table, got)
			}
			if r := s.Restrict(f.d, g.d); s.And(r, g.d) != s.And(f.d, g.d) {
				t.Fatalf("the tables %x and %x differ where %x holds", f.table, r, g.table)
			}
			if d, ok := seen[f.table]; ok && d != f.d {
				t.Fatalf("the table %x has the diagrams %d and %d", f.table, d, f.d)
			}
			seen[f.table] = f.d
			turns := map[int]bool{}
			s.Turns(f.d, func(v int) { turns[v] = true })
			can := s.Answers(f.d, variables)
			for v := range variables {
				changes, answers := false, uint8(0)
				for k := range 64 {
					changes = changes || f.table>>k&1 != f.table>>(k^1<<v)&1
					if f.table>>k&1 == 1 {
						answers |= 1 << (k >> v & 1)
					}
				}
				if can[v] != answers {
					t.Fatalf("the table %x is met by the answers %b about %d, got %b", f.table, answers, v, can[v])
				}
				if changes != turns[v] {
					t.Fatalf("the table %x turns on %d: %v", f.table, v, turns[v])
				}
			}
		}
		byDiagram := map[diagram.Diagram]uint64{}
		for table, d := range seen {
			if other, ok := byDiagram[d]; ok {
				t.Fatalf("the tables %x and %x have one diagram", table, other)
			}
			byDiagram[d] = table
		}
		if s.Exceeded() {
			t.Fatal("out of steps")
		}
	}
}

// TestRestrict leaves out what cannot matter where a condition holds.
func TestRestrict(t *testing.T) {
	s := diagram.New(1 << 10)
	x, y := s.Var(0), s.Var(1)
	same := s.Or(s.And(x, y), s.And(s.Not(x), s.Not(y)))
	for name, c := range map[string]struct{ d, care, want diagram.Diagram }{
		"either, where not the first": {s.Or(x, y), s.Not(x), y},
		"both, where they are one":    {s.And(x, y), same, s.And(x, y)}, // of two that are one, it keeps either
		"the second, where both are":  {y, s.And(x, y), diagram.Always},
		"nothing holds":               {y, diagram.Never, y},
	} {
		if got := s.Restrict(c.d, c.care); got != c.want && s.And(got, c.care) != s.And(c.want, c.care) {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	if got := s.Restrict(s.Or(x, y), s.Not(x)); got != y {
		t.Errorf("%d still asks about the first", got)
	}
}

// TestSteps runs a space out of its steps, and demands that it says so.
func TestSteps(t *testing.T) {
	crossed := func(pairs, steps int) *diagram.Space {
		s := diagram.New(steps)
		d := diagram.Never
		for v := range pairs { // the order that makes diagrams grow twofold with each pair
			d = s.Or(d, s.And(s.Var(v), s.Var(pairs+v)))
		}
		return s
	}
	if crossed(8, 1<<14).Exceeded() {
		t.Error("eight pairs exceed 16,384 steps")
	}
	if !crossed(30, 1<<14).Exceeded() {
		t.Error("thirty pairs take fewer than 16,384 steps")
	}
}
