// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// Remaining returns the remaining amount of each aggregate limit after the claims of a
// history, with the clause of the limit, in the order in which the limits act.
// An amount is never above the remaining amount of a limit around it. A limit
// that the policy does not state counts with the least of its range. Remaining
// returns a [*fault.Error] with [fault.ErrPolicy] if the history belongs to a
// program with other heads, and with [fault.ErrMissing] for the zero Program.
func (p Program) Remaining(paid Paid) (iter.Seq2[clause.ID, yen.Amount], error) {
	var c claim
	if p.program == nil {
		return nil, &fault.Error{Op: "limits.Remaining", Reason: fault.ErrMissing}
	}
	if err := p.load(&c, &paid, &Series{}); err != nil {
		return nil, fault.In("limits.Remaining", "", err)
	}
	return func(yield func(clause.ID, yen.Amount) bool) {
		for i := range p.ops {
			o := &p.ops[i]
			if p.on[i] == 0 || !o.limit() || o.kind == perClaim {
				continue
			}
			left := p.left(o, &c, 0)
			for j := range p.ops {
				around := &p.ops[j]
				if p.on[j] != 0 && around.limit() && around.kind != perClaim && o.on&^around.on == 0 {
					left = min(left, p.left(around, &c, 0))
				}
			}
			if !yield(o.term.Clause, left) {
				return
			}
		}
	}, nil
}
