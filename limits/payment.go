// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Loss is the covered and accepted amount of a loss under one head, in yen,
// before any term. The zero Loss has no head; [Program.Pay] returns [fault.ErrUnknown].
type Loss struct {
	Head   Head
	Amount yen.Amount
}

// A Payment is the result of paying a claim or a series. All amounts are in yen.
// A Payment belongs to its program, so payments by two programs differ; Paid and
// Series compare only by their amounts. The zero Payment pays nothing.
type Payment struct {
	Now    yen.Amount // the amount to pay now, never below zero
	Due    yen.Amount // the amount payable for the claim to date
	Beside yen.Amount // the amount to pay now if the limits that are set beside applied

	// Overpaid is the amount paid to date beyond Due. The insurer decides on a
	// recovery. There is no input for a recovery yet: the amount paid keeps eroding
	// the limits, and later losses of the claim are set off against the excess.
	Overpaid yen.Amount

	Paid   Paid   // the history after this payment
	Series Series // the claim after this payment

	// Split is the clause of the first term with an option that the policy does not
	// state and on which the split of Due over the heads depends, or "" if the split
	// is certain. The split is the one of [Program.AtLeast], also in Paid and Series.
	Split clause.ID

	program *program
	e       entitlement // whose parts book replaces by what is paid now
}

// A Part is the part of one head in a payment, in yen. The zero Part is the part
// of a head without losses.
type Part struct {
	Loss yen.Amount // to date
	Due  yen.Amount // payable to date, rounded with the total of the claim
	Paid yen.Amount // paid to date, this payment included

	// Held is the amount by which the claim erodes the limits: Paid, or the larger of
	// Due and Paid if it is overpaid.
	Held yen.Amount

	// Now is the amount for this head in this payment. It is negative if the head
	// was overpaid and the excess is set off against other heads.
	Now yen.Amount
}

// Parts returns the heads in the order in which limits fill them, each with its
// part of the payment.
func (p Payment) Parts() iter.Seq2[Head, Part] {
	return func(yield func(Head, Part) bool) {
		if p.program == nil {
			return
		}
		for s := p.program.present; s != 0; s = s.rest() {
			i := s.first()
			h, slot := p.program.heads[i], p.program.slot[i]
			part := Part{
				Loss: p.Series.loss[slot], Due: p.Series.paid[slot],
				Paid: p.Series.paid[slot], Held: p.Series.held[slot],
			}
			if p.Overpaid > 0 {
				part.Due = p.e.due[i]
			} else {
				part.Now = p.e.due[i]
			}
			if !yield(h, part) {
				return
			}
		}
	}
}
