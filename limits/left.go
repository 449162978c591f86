// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Left returns what is left of each limit for the period after the payments,
// by the clause of the limit, in the order in which they act; never more than
// is left of the limits around it. An unstated limit shows what is left of its
// least. It returns an [*Error] with [ErrHistory] for the history of a
// program with other heads.
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
			left := p.left(o, &c, false)
			for j := range p.ops {
				around := &p.ops[j]
				if around.limit() && around.kind != perClaim && o.on&^around.on == 0 {
					left = min(left, p.left(around, &c, false))
				}
			}
			if !yield(o.term.clause, left) {
				return
			}
		}
	}, nil
}
