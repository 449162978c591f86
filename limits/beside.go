// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "slices"

// Acting returns the program in which the limits set beside it act too. It has
// the same heads, so it goes on from the same history. See [Term.Beside].
func (p Program) Acting() Program {
	return p.alter(func(o *op) { o.beside = false })
}

// AtLeast returns the program in which every limit that is [Unstated] is stated
// at its least, and AtMost that in which it is stated at its most.
func (p Program) AtLeast() Program {
	return p.alter(func(o *op) {
		if o.kind == unstated {
			o.kind, o.amount = perPeriod, o.least
		}
	})
}

// AtMost is described with [Program.AtLeast].
func (p Program) AtMost() Program {
	return p.alter(func(o *op) {
		if o.kind == unstated {
			o.kind = perPeriod
		}
	})
}

// alter returns a copy of the program with other terms.
func (p Program) alter(by func(*op)) Program {
	if p.program == nil {
		return p
	}
	c := *p.program
	c.ops = slices.Clone(c.ops)
	for i := range c.ops {
		by(&c.ops[i])
		switch o := &p.ops[i]; o {
		case p.round:
			c.round = &c.ops[i]
		case p.scaled:
			c.scaled = &c.ops[i]
		}
	}
	return Program{&c}
}
