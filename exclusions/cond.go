// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "slices"

const (
	deepest = 32   // the levels of one condition
	largest = 1024 // the facts and connectives of one condition
)

// A Cond is a condition on facts: [Is], [Not], [All] and [Any], and nothing
// else. It is an immutable value; the zero Cond has nothing to meet, so it is
// always met.
//
// A condition has at most 32 levels and 1,024 parts. One that has more, or
// names a fact that cannot be, is kept as that fault and no further, whatever
// is built upon it, and [Wording.Schedule] refuses it.
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

	// What follows stands in a program alone.
	rule   // met if the first part is, and no other one
	every  // met if every fact is as it must be
	either // met if one fact is as it must be
)

// Is returns the condition that the fact is so.
func Is(f Fact) Cond {
	c := &cond{op: is, fact: f, deep: 1, size: 1}
	if !f.valid() {
		c.err = ErrFact
	}
	return Cond{c}
}

// Not returns the condition that c is not met. It is unknown where c is.
func Not(c Cond) Cond { return join(not, c) }

// All returns the condition that every one of the given ones is met, which is
// so if there are none. One that is not met decides, whatever is unknown.
func All(c ...Cond) Cond { return join(all, c...) }

// Any returns the condition that at least one of the given ones is met, which
// is never so if there are none. One that is met decides, whatever is unknown.
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

// In returns whether the condition is met by the facts, in the strong
// three-valued logic of Kleene: Unknown where the parts that are known do not
// decide. It is Unknown, too, for a condition that is refused.
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
