// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package diagram decides conditions on variables that are not known, exactly. A
// condition becomes a reduced ordered decision diagram: a question about its
// first variable that matters, and a diagram for either answer. Equal conditions
// have one diagram, so that a condition which holds whatever the answers is
// [Always], and a diagram asks of just the variables that can change its result.
package diagram

// A Diagram is a condition in a [Space].
type Diagram int32

const (
	Never  Diagram = 0 // the condition that does not hold, whatever the answers
	Always Diagram = 1 // the condition that holds, whatever the answers
)

// A Space holds diagrams, each once.
type Space struct {
	nodes []branch
	find  []Diagram // the nodes by hash; 0 is free
	done  []choice  // by hash; a later one takes the place of an earlier
	steps int
}

type branch struct {
	on      int // the variable
	no, yes Diagram
}

// A choice is remembered: what Choose returned for three diagrams.
type choice struct {
	of [3]Diagram
	is Diagram
}

const noVariable = 1 << 30 // of Never and Always: after all variables

// New returns a space for a number of steps of work, each a fraction of a
// microsecond.
func New(steps int) *Space {
	s := &Space{make([]branch, 2, 64), make([]Diagram, 128), make([]choice, 256), steps}
	s.nodes[Never].on, s.nodes[Always].on = noVariable, noVariable
	return s
}

// Exceeded reports whether the steps did not suffice. The diagrams made since are
// then wrong and must not be used.
func (s *Space) Exceeded() bool { return s.steps < 0 }

// If returns Always if so, and Never if not.
func (s *Space) If(so bool) Diagram {
	if so {
		return Always
	}
	return Never
}

// Var returns the condition that the answer about a variable is yes. Variables are
// numbered from 0; those with the lower numbers are asked about first.
func (s *Space) Var(v int) Diagram { return s.branch(v, Never, Always) }

// Not returns the condition that d does not hold.
func (s *Space) Not(d Diagram) Diagram { return s.Choose(d, Never, Always) }

// And returns the condition that both hold.
func (s *Space) And(d, e Diagram) Diagram { return s.Choose(d, e, Never) }

// Or returns the condition that one of the two holds.
func (s *Space) Or(d, e Diagram) Diagram { return s.Choose(d, Always, e) }

// Meet reports whether some answers meet both conditions. It makes no diagrams.
func (s *Space) Meet(d, e Diagram) bool {
	var apart map[[2]Diagram]bool // those that do not meet
	var meet func(d, e Diagram) bool
	meet = func(d, e Diagram) bool {
		switch {
		case d == Never || e == Never || apart[[2]Diagram{d, e}]:
			return false
		case d == Always || e == Always || d == e:
			return true
		}
		b, c := s.nodes[d], s.nodes[e]
		switch {
		case b.on < c.on:
			c = branch{b.on, e, e}
		case c.on < b.on:
			b = branch{c.on, d, d}
		}
		if meet(b.yes, c.yes) || meet(b.no, c.no) {
			return true
		}
		if apart == nil {
			apart = map[[2]Diagram]bool{}
		}
		apart[[2]Diagram{d, e}] = true
		return false
	}
	return meet(d, e)
}

// Restrict returns a condition that is d where care holds, and elsewhere whatever makes it
// ask about fewer variables.
func (s *Space) Restrict(d, care Diagram) Diagram {
	if care == Never {
		return d
	}
	done := map[[2]Diagram]Diagram{}
	var restrict func(d, care Diagram) Diagram
	restrict = func(d, care Diagram) Diagram {
		if d <= Always || care == Always {
			return d
		}
		key := [2]Diagram{d, care}
		is, ok := done[key]
		if ok {
			return is
		}
		b, c := s.nodes[d], s.nodes[care]
		if c.on > b.on {
			c = branch{b.on, care, care}
		}
		switch {
		case c.on < b.on:
			is = restrict(d, s.Or(c.no, c.yes))
		case c.no == Never:
			is = restrict(b.yes, c.yes)
		case c.yes == Never:
			is = restrict(b.no, c.no)
		default:
			is = s.branch(b.on, restrict(b.no, c.no), restrict(b.yes, c.yes))
		}
		done[key] = is
		return is
	}
	return restrict(d, care)
}

// Answers returns, for each of n variables, which answers meet d: bit 0 is set if some
// answers with no meet it, and bit 1 if some with yes do.
func (s *Space) Answers(d Diagram, n int) []uint8 {
	can := make([]uint8, n)
	if d == Never {
		return can
	}
	// An edge from one variable to a later one leaps over those between, which may be either.
	free := make([]int, n+1) // at the first and after the last of those
	leap := func(from int, to Diagram) {
		if to := min(s.nodes[to].on, n); from < to {
			free[from]++
			free[to]--
		}
	}
	seen := make([]bool, len(s.nodes))
	var walk func(Diagram)
	walk = func(d Diagram) {
		if d <= Always || seen[d] {
			return
		}
		seen[d] = true
		b := s.nodes[d]
		for answer, to := range [...]Diagram{b.no, b.yes} {
			if to != Never { // every other diagram can be met
				can[b.on] |= 1 << answer
				leap(b.on+1, to)
				walk(to)
			}
		}
	}
	leap(0, d)
	walk(d)
	either := 0
	for v := range can {
		if either += free[v]; either > 0 {
			can[v] = 3
		}
	}
	return can
}

// Turns calls yield with each variable that can change the result of d. It may do so
// more than once.
func (s *Space) Turns(d Diagram, yield func(v int)) {
	seen := make([]bool, len(s.nodes))
	var walk func(Diagram)
	walk = func(d Diagram) {
		if d > Always && !seen[d] {
			seen[d] = true
			yield(s.nodes[d].on)
			walk(s.nodes[d].no)
			walk(s.nodes[d].yes)
		}
	}
	walk(d)
}

// Choose returns the condition that is yes where d holds and no where it does not.
// It branches on the first variable that any of the three asks about, once for each
// three.
func (s *Space) Choose(d, yes, no Diagram) Diagram {
	switch {
	case d == Always || yes == no:
		return yes
	case d == Never:
		return no
	case yes == Always && no == Never:
		return d
	}
	key := [3]Diagram{d, yes, no}
	at := int(hash(d, yes, no))
	if c := &s.done[at&(len(s.done)-1)]; c.of == key {
		return c.is
	}
	if s.steps--; s.steps < 0 {
		return Never
	}
	first := min(s.nodes[d].on, s.nodes[yes].on, s.nodes[no].on)
	var ifNo, ifYes [3]Diagram
	for i, of := range key {
		ifNo[i], ifYes[i] = of, of
		if n := s.nodes[of]; n.on == first {
			ifNo[i], ifYes[i] = n.no, n.yes
		}
	}
	is := s.branch(first, s.Choose(ifNo[0], ifNo[1], ifNo[2]), s.Choose(ifYes[0], ifYes[1], ifYes[2]))
	s.done[at&(len(s.done)-1)] = choice{key, is}
	return is
}

// branch returns the diagram that asks about a variable.
func (s *Space) branch(on int, no, yes Diagram) Diagram {
	if no == yes {
		return no
	}
	b := branch{on, no, yes}
	i := s.seat(b)
	if s.find[i] != 0 {
		return s.find[i]
	}
	d := Diagram(len(s.nodes))
	s.nodes, s.find[i] = append(s.nodes, b), d
	if 2*len(s.nodes) > len(s.find) {
		s.find, s.done = make([]Diagram, 4*len(s.find)), make([]choice, 4*len(s.done))
		for d := Always + 1; int(d) < len(s.nodes); d++ {
			s.find[s.seat(s.nodes[d])] = d
		}
	}
	return d
}

// seat returns the place of a branch in find, or the free one for it.
func (s *Space) seat(b branch) int {
	last := len(s.find) - 1
	i := int(hash(Diagram(b.on), b.no, b.yes)) & last
	for s.find[i] != 0 && s.nodes[s.find[i]] != b {
		i = (i + 1) & last
	}
	return i
}

func hash(a, b, c Diagram) uint32 {
	h := uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77 ^ uint32(c)*0xC2B2AE3D
	return (h ^ h>>15) * 0x2C1B3C6D >> 4
}
