// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package diagram decides conditions on variables that are not known, exactly. A
// condition becomes a reduced ordered decision diagram: a question about its
// first variable that matters, and a diagram for either answer. Equal conditions
// have one diagram, so that a condition which holds whatever the answers is
// [Always], and a diagram asks of just the variables that can change its result.
package diagram

// A Diagram is a condition in a [Space]: the number of its branch, from 1, times two, and one
// more for the condition that the branch does not hold. So no work goes into [Space.Not].
type Diagram int32

const (
	Never  Diagram = 0 // the condition that does not hold, whatever the answers
	Always Diagram = 1 // the condition that holds, whatever the answers
)

func (d Diagram) not() Diagram { return d ^ 1 }

// A Space holds diagrams, each once.
type Space struct {
	nodes []branch
	find  []int32  // the nodes by hash; 0 is free
	done  []choice // by hash; a later one takes the place of an earlier
	seen  []uint32 // of each diagram, the walk that came to it last
	walks uint32
	steps int
}

// A branch holds if the condition for the answer about its variable does. That for no is
// never a condition that a branch does not hold: such a branch is the other one, negated.
type branch struct {
	on      int32 // the variable
	no, yes Diagram
}

// A choice is remembered: what Choose, Restrict or Meet returned.
type choice struct {
	of [3]Diagram
	is Diagram
}

// In the place of the third diagram of a choice: what the first two are for. Meet remembers
// only those that do not.
const (
	restricted Diagram = -1
	met        Diagram = -2
)

const noVariable = 1 << 30 // of Never and Always: after all variables

// New returns a space for a number of steps of work, each a fraction of a
// microsecond.
func New(steps int) *Space {
	s := &Space{nodes: make([]branch, 1, 64), find: make([]int32, 128), done: make([]choice, 32), steps: steps}
	s.nodes[0].on = noVariable
	return s
}

// Exceeded reports whether the steps did not suffice. The diagrams made since, and what Meet
// said since, are then wrong and must not be used.
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
func (s *Space) Var(v int) Diagram { return s.branch(int32(v), Never, Always) }

// Not returns the condition that d does not hold.
func (s *Space) Not(d Diagram) Diagram { return d.not() }

// And returns the condition that both hold.
func (s *Space) And(d, e Diagram) Diagram { return s.Choose(d, e, Never) }

// Or returns the condition that one of the two holds.
func (s *Space) Or(d, e Diagram) Diagram { return s.Choose(d, Always, e) }

// on returns the first variable that a diagram asks about.
func (s *Space) on(d Diagram) int32 { return s.nodes[d>>1].on }

// after returns what remains of a diagram after the answers no and yes about a variable, before
// which it asks about none.
func (s *Space) after(d Diagram, v int32) (no, yes Diagram) {
	n := &s.nodes[d>>1]
	if n.on != v {
		return d, d
	}
	return n.no ^ d&1, n.yes ^ d&1
}

// remembered returns the place of a choice, and whether it is there.
func (s *Space) remembered(of [3]Diagram) (*choice, bool) {
	c := &s.done[hash(of[0], of[1], of[2])&uint32(len(s.done)-1)]
	return c, c.of == of
}

// Meet reports whether some answers meet both conditions. It makes no diagrams.
func (s *Space) Meet(d, e Diagram) bool {
	switch {
	case d == Never || e == Never || d == e.not():
		return false
	case d == Always || e == Always || d == e:
		return true
	}
	of := [3]Diagram{min(d, e), max(d, e), met}
	c, apart := s.remembered(of)
	if apart {
		return false
	}
	if s.steps--; s.steps < 0 {
		return true
	}
	first := min(s.on(d), s.on(e))
	dNo, dYes := s.after(d, first)
	eNo, eYes := s.after(e, first)
	if s.Meet(dYes, eYes) || s.Meet(dNo, eNo) {
		return true
	}
	*c = choice{of: of}
	return false
}

// Restrict returns a condition that is d where care holds, and elsewhere whatever makes it
// ask about fewer variables.
func (s *Space) Restrict(d, care Diagram) Diagram {
	switch {
	case d <= Always || care <= Always:
		return d
	case d&1 == 1:
		return s.Restrict(d.not(), care).not()
	}
	of := [3]Diagram{d, care, restricted}
	if c, ok := s.remembered(of); ok {
		return c.is
	}
	if s.steps--; s.steps < 0 {
		return d
	}
	first := min(s.on(d), s.on(care))
	dNo, dYes := s.after(d, first)
	no, yes := s.after(care, first)
	var is Diagram
	switch {
	case dNo == dYes:
		is = s.Restrict(d, s.Or(no, yes))
	case no == Never:
		is = s.Restrict(dYes, yes)
	case yes == Never:
		is = s.Restrict(dNo, no)
	default:
		is = s.branch(first, s.Restrict(dNo, no), s.Restrict(dYes, yes))
	}
	c, _ := s.remembered(of) // it may be elsewhere by now
	*c = choice{of, is}
	return is
}

// walk starts a walk. The function that it returns reports whether the walk comes to a diagram
// for the first time.
func (s *Space) walk() (first func(Diagram) bool) {
	if n := 2 * cap(s.nodes); len(s.seen) < n {
		s.seen, s.walks = make([]uint32, n), 0
	}
	s.walks++
	return func(d Diagram) bool {
		was := s.seen[d]
		s.seen[d] = s.walks
		return was != s.walks
	}
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
		if to := min(int(s.on(to)), n); from < to {
			free[from]++
			free[to]--
		}
	}
	first := s.walk()
	var walk func(Diagram)
	walk = func(d Diagram) {
		if d <= Always || !first(d) {
			return
		}
		v := s.on(d)
		no, yes := s.after(d, v)
		for answer, to := range [...]Diagram{no, yes} {
			if to != Never { // every other diagram can be met
				can[v] |= 1 << answer
				leap(int(v)+1, to)
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
// more than once. Yield must not call Turns or Answers.
func (s *Space) Turns(d Diagram, yield func(v int)) {
	first := s.walk()
	var walk func(Diagram)
	walk = func(d Diagram) {
		if d &^= 1; d > Always && first(d) {
			n := &s.nodes[d>>1]
			yield(int(n.on))
			walk(n.no)
			walk(n.yes)
		}
	}
	walk(d)
}

// Choose returns the condition that is yes where d holds and no where it does not.
// It branches on the first variable that any of the three asks about, once for each
// three.
func (s *Space) Choose(d, yes, no Diagram) Diagram {
	if d&1 == 1 {
		d, yes, no = d.not(), no, yes
	}
	switch yes, no = where(d, yes), where(d.not(), no); {
	case d == Never || yes == no:
		return no
	case yes == no.not() && yes <= Always:
		return d ^ no
	}
	negated := no & 1
	of := [3]Diagram{d, yes ^ negated, no ^ negated}
	if c, ok := s.remembered(of); ok {
		return c.is ^ negated
	}
	if s.steps--; s.steps < 0 {
		return Never
	}
	first := min(s.on(of[0]), s.on(of[1]), s.on(of[2]))
	dNo, dYes := s.after(of[0], first)
	yesNo, yesYes := s.after(of[1], first)
	noNo, noYes := s.after(of[2], first)
	is := s.branch(first, s.Choose(dNo, yesNo, noNo), s.Choose(dYes, yesYes, noYes))
	c, _ := s.remembered(of) // it may be elsewhere by now
	*c = choice{of, is}
	return is ^ negated
}

// where returns what e is where d holds, if e is just that or its contrary.
func where(d, e Diagram) Diagram {
	switch {
	case e == d:
		return Always
	case e == d.not():
		return Never
	}
	return e
}

// branch returns the diagram that asks about a variable.
func (s *Space) branch(on int32, no, yes Diagram) Diagram {
	if no == yes {
		return no
	}
	negated := no & 1
	b := branch{on, no ^ negated, yes ^ negated}
	i := s.seat(&b)
	if s.find[i] == 0 {
		s.find[i], s.nodes = int32(len(s.nodes)), append(s.nodes, b)
		if 2*len(s.nodes) > len(s.find) {
			s.grow()
			return Diagram(2*len(s.nodes)-2) ^ negated
		}
	}
	return Diagram(2*s.find[i]) ^ negated
}

// grow makes room for more diagrams. What was remembered is forgotten.
func (s *Space) grow() {
	s.find, s.done = make([]int32, 4*len(s.find)), make([]choice, len(s.find))
	for i := 1; i < len(s.nodes); i++ {
		s.find[s.seat(&s.nodes[i])] = int32(i)
	}
}

// seat returns the place of a branch in find, or the free one for it.
func (s *Space) seat(b *branch) int {
	last := len(s.find) - 1
	i := int(hash(Diagram(b.on), b.no, b.yes)) & last
	for s.find[i] != 0 && s.nodes[s.find[i]] != *b {
		i = (i + 1) & last
	}
	return i
}

func hash(a, b, c Diagram) uint32 {
	h := uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77 ^ uint32(c)*0xC2B2AE3D
	return (h ^ h>>15) * 0x2C1B3C6D >> 4
}
