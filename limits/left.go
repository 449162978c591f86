// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Left returns the remaining amount of each aggregate limit after the claims of a
// history, with the clause of the limit, in the order in which the limits act.
// An amount is never above the remaining amount of a limit around it. An
// [Unstated] limit counts with its least. Left returns an [*Error] with
// [ErrHistory] if the history belongs to a program with other heads, and with
// [ErrProgram] for the zero Program.
func (p Program) Left(paid Paid) (iter.Seq2[clause.ID, yen.Amount], error) {
	var c claim
	if p.program == nil {
		return nil, &Error{"Left", "", ErrProgram}
	}
	if input, err := p.load(&c, &paid, &Series{}, nil); err != nil {
		return nil, &Error{"Left", input, err}
	}
	return func(yield func(clause.ID, yen.Amount) bool) {
		for i := range p.ops {
			o := &p.ops[i]
			if !o.limit() || o.kind == perClaim {
				continue
			}
			left := p.left(o, &c, 0)
			for j := range p.ops {
				around := &p.ops[j]
				if around.limit() && around.kind != perClaim && o.on&^around.on == 0 {
					left = min(left, p.left(around, &c, 0))
				}
			}
			if !yield(o.term.clause, left) {
				return
			}
		}
	}, nil
}
