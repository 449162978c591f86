// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "slices"

const (
	deepest = 32   // the levels of one condition
	largest = 1024 // the facts and connectives of one condition
)

// A Cond is a condition on facts, built with [Is], [Not], [All] and [Any]. It is
// an immutable value. The zero Cond is always met.
//
// A condition has at most 32 levels and 1,024 parts. A condition that is larger
// or names an invalid fact is invalid, and so is every condition built from it:
// [Wording.Schedule] returns the error.
type Cond struct{ *cond }

// A cond is one connective. The nil *cond is always met.
type cond struct {
	op   op
	fact Fact
	of   []Cond
	deep int
	size int
	err  error
}

type op uint8

const (
	all  op = iota // met if every part is
	some           // met if one part is
	not            // met if its part is not
	is             // met if the fact is so

	// The following occur only in a program.
	rule   // met if the first part is, and no other one
	every  // met if every fact is as it must be
	either // met if one fact is as it must be
)

// Is returns a condition that is met if the answer for f is Yes.
func Is(f Fact) Cond {
	c := &cond{op: is, fact: f, deep: 1, size: 1}
	if !f.valid() {
		c.err = ErrFact
	}
	return Cond{c}
}

// Not returns a condition that is met if c is not met. If c is Unknown, so is
// the new condition.
func Not(c Cond) Cond { return join(not, c) }

// All returns a condition that is met if every given condition is met. Without
// conditions, it is always met. If a given condition is not met, the result is
// No even if others are Unknown.
func All(c ...Cond) Cond { return join(all, c...) }

// Any returns a condition that is met if at least one given condition is met.
// Without conditions, it is never met. If a given condition is met, the result
// is Yes even if others are Unknown.
func Any(c ...Cond) Cond { return join(some, c...) }

func join(o op, of ...Cond) Cond {
	j := &cond{op: o, deep: 1, size: 1}
	for _, c := range of {
		if c.cond == nil {
			c = All()
		}
		j.deep, j.size = max(j.deep, c.deep+1), j.size+c.size
		switch {
		case c.err != nil:
			return c
		case j.deep > deepest:
			return Cond{&cond{err: ErrDepth}}
		case j.size > largest:
			return Cond{&cond{err: ErrSize}}
		}
	}
	j.of = slices.Clone(of)
	return Cond{j}
}

// In evaluates the condition on the facts, in the strong three-valued logic of
// Kleene. It returns Unknown if the facts that are known do not decide the
// result, and if the condition is invalid.
func (c Cond) In(f Facts) Truth {
	if c.cond == nil {
		return Yes
	}
	if c.err != nil {
		return Unknown
	}
	switch c.op {
	case is:
		return f.Of(c.fact).Truth
	case not:
		return c.of[0].In(f).Not()
	}
	decides, t := No, Yes
	if c.op == some {
		decides, t = Yes, No
	}
	for _, part := range c.of {
		switch u := part.In(f); u {
		case decides:
			return u
		case Unknown:
			t = Unknown
		}
	}
	return t
}

// Facts returns the facts that the condition names, each once, in the order in
// which they first appear. It returns nil for the zero Cond and for a condition
// that is too large.
func (c Cond) Facts() []Fact {
	var all []Fact
	c.gather(&all)
	return all
}

func (c Cond) gather(all *[]Fact) {
	if c.cond == nil {
		return
	}
	if c.op == is && !slices.Contains(*all, c.fact) {
		*all = append(*all, c.fact)
	}
	for _, of := range c.of {
		of.gather(all)
	}
}
