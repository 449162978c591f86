// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"

	"github.com/baiseki/baiseki/yen"
)

// A Loss is an amount in yen under a head, as it is covered and recognized,
// before any term. The zero Loss has no head and is refused.
type Loss struct {
	Head   Head
	Amount yen.Amount
}

// A Payment is what a claim, or a series, is paid. It knows its program, so
// payments by two programs differ; Paid and Series compare by what they are.
// The zero Payment is none.
type Payment struct {
	Now      yen.Amount // to pay this time, never below zero
	Due      yen.Amount // what the claim is entitled to, to date
	Overpaid yen.Amount // paid to date beyond that; it is not claimed back
	Beside   yen.Amount // what Now would be if the limits set beside acted, see [Term.Beside]
	Paid     Paid       // the history after this payment
	Series   Series     // the claim after this payment

	program *program
	e       entitlement // whose parts book replaces by what is paid this time
}

// A Part is the part of one head in a payment, in yen. The zero Part is that
// of a head without losses.
type Part struct {
	Loss yen.Amount // to date
	Due  yen.Amount // to date, with one rounding on the total of the claim
	Paid yen.Amount // to date, this payment included
	Now  yen.Amount // this time; below zero if it is set off against other heads
}

// Parts returns the heads in the order in which they are filled, each with its
// part of the payment.
func (p Payment) Parts() iter.Seq2[Head, Part] {
	return func(yield func(Head, Part) bool) {
		if p.program == nil {
			return
		}
		for i, h := range p.program.heads {
			slot := p.program.slot[i]
			part := Part{Loss: p.Series.loss[slot], Due: p.Series.paid[slot], Paid: p.Series.paid[slot]}
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

// Pay returns what is to be paid for a claim to which losses are added: what
// the claim is entitled to, to date, less what it has had. A head that is due
// less than it has had is set off against the other heads; what then remains
// is overpaid. Paid must include what the series has had.
//
// It returns an [*Error], and leaves history as it was, with
//   - [ErrHead] for a head that the program has not,
//   - [ErrAmount] for a loss or reduction below zero or beyond [yen.Max],
//   - [ErrTerm] for a reduction where the program has no place for it,
//   - [ErrHistory] for history of a program with other heads, or a series that
//     paid does not include,
//   - [ErrRange] for losses of the claim beyond [yen.Max] in all, for payments
//     beyond it under one head, and for fractions too fine for 128 bits,
//   - [ErrOpen] where the payment depends on a limit that is [Unstated].
func (p Program) Pay(paid Paid, s Series, losses ...Loss) (pay Payment, err error) {
	err = p.pay(&pay, &paid, &s, losses) // no more, so that it is inlined and the payment not copied
	return pay, err
}

func (p Program) pay(to *Payment, paid *Paid, s *Series, losses []Loss) error {
	if input, err := p.settle(to, paid, s, losses, nil); err != nil {
		*to = Payment{}
		return &Error{"Pay", input, err}
	}
	return nil
}

// Explain returns what [Program.Pay] returns, and what each term cuts from
// each head, in the order in which they act. For each head and in all, the
// cuts and what is due are together the losses of the claim to date.
func (p Program) Explain(paid Paid, s Series, losses ...Loss) (Payment, []Cut, error) {
	var pay Payment
	var t trace
	input, err := p.settle(&pay, &paid, &s, losses, &t)
	if err != nil {
		return Payment{}, nil, &Error{"Explain", input, err}
	}
	return pay, t.list(), nil
}

// settle makes a payment, and says which input it refuses.
func (p Program) settle(to *Payment, paid *Paid, s *Series, losses []Loss, t *trace) (string, error) {
	if p.program == nil {
		return "", ErrProgram
	}
	var c claim
	if input, err := p.load(&c, paid, s, losses); err != nil {
		return input, err
	}
	e := &to.e
	if err := p.entitle(e, &c, view{}, t); err != nil {
		return "", err
	}
	if e.open != nil {
		if id, open := p.unsettled(&c, e); open {
			return id, ErrOpen
		}
	}
	if input, err := p.book(to, &c, paid, s); err != nil {
		return input, err
	}
	to.Beside = to.Now
	if e.beside {
		return "", p.beside(to, &c)
	}
	return "", nil
}

// beside finds what would be paid if the limits set beside acted, with an
// unstated limit at either end.
func (p *program) beside(to *Payment, c *claim) error {
	var least, most entitlement
	if err := p.entitle(&least, c, view{beside: true}, nil); err != nil {
		return err
	}
	total := least.total
	if least.open != nil || to.e.open != nil {
		if err := p.entitle(&most, c, view{beside: true, most: true}, nil); err != nil {
			return err
		}
		total = min(total, most.total)
	}
	to.Beside = max(total-to.had(), 0)
	return nil
}

// had returns what the claim had before this payment.
func (p *Payment) had() yen.Amount { return p.Due + p.Overpaid - p.Now }

// book turns the entitlement of a payment into the payment and its history.
func (p *program) book(to *Payment, c *claim, paid *Paid, s *Series) (string, error) {
	to.program, to.Due = p, to.e.total
	if paid.names != (names{}) {
		to.Paid = *paid
	}
	to.Paid.names, to.Series.names = p.names, p.names
	var had yen.Amount
	if s.names != (names{}) && !p.apart {
		to.Series.paid = s.paid
		had = total(&s.paid)
	}
	if !p.apart {
		to.Series.reduce = s.reduce
	}
	to.Now, to.Overpaid = max(to.Due-had, 0), max(had-to.Due, 0)
	for heads := c.live; heads != 0; heads = heads.rest() { // the others have no loss and no payment
		i := heads.first()
		slot := p.slot[i] % mostHeads
		to.Series.loss[slot] = c.loss[i]
		if to.Overpaid > 0 {
			continue
		}
		due := to.e.due[i]
		now := due - to.Series.paid[slot]
		to.Series.paid[slot], to.e.due[i] = due, now
		if to.Paid.amount[slot] += now; to.Paid.amount[slot] > yen.Max {
			return string(p.heads[i]), ErrRange
		}
	}
	return "", nil
}
