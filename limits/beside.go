// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// Acting returns the program in which the limits set beside it act too. It has
// the same heads, so it goes on from the same history. See [Term].
func (p Program) Acting() Program {
	return p.alter(func(o *op) { o.beside = false })
}

// AtLeast returns the program in which every option that the policy does not
// state has the end of its range for which a payment is least, and AtMost that in
// which it has the other end.
func (p Program) AtLeast() Program {
	return p.alter(func(o *op) { o.amount.best, o.least.best = o.amount.worst, o.least.worst })
}

// AtMost is described with [Program.AtLeast].
func (p Program) AtMost() Program {
	return p.alter(func(o *op) { o.amount.worst, o.least.worst = o.amount.best, o.least.best })
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
	}
	return Program{&c}
}

// unsettled compares the claim with its open figures at their worst and at their
// best. It returns the clause of the first term on whose open figure the total
// depends, or if there is none, of the first on which the split of the total over
// the heads depends. It notes in worst a limit set beside that would cut at the
// best.
func (p *program) unsettled(c *claim, worst *entitlement) (total, split clause.ID) {
	var best entitlement
	p.entitle(&best, c, view{most: mostTerms}, nil)
	worst.beside = worst.beside || best.beside
	switch {
	case best.total != worst.total:
		return p.first(c, func(e *entitlement) bool { return e.total != worst.total }), ""
	case best.due != worst.due:
		return "", p.first(c, func(e *entitlement) bool { return e.due != worst.due })
	}
	return "", ""
}

// first returns the clause of the first open term that changes the claim if it
// and those before it are at their best. With all of them, the claim does change.
func (p *program) first(c *claim, changed func(*entitlement) bool) (id clause.ID) {
	for i := range p.ops {
		if o := &p.ops[i]; p.on[i] == 0 || !o.amount.open() && !o.least.open() {
			continue
		}
		id = p.ops[i].term.Clause
		var e entitlement
		if p.entitle(&e, c, view{most: i + 1}, nil); changed(&e) {
			break
		}
	}
	return id
}
