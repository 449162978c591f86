// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// Pay returns the payment for a claim to which losses are added: the amount
// payable to date less the amount paid before. A head that was overpaid is set off
// against the other heads of the claim; if an excess remains, nothing is paid now
// and the excess is Payment.Overpaid. The history must include the series.
//
// If Pay fails it returns the zero Payment and a [*fault.Error] with
//   - [fault.ErrUnknown] at losses[i].head if the policy does not have the head,
//   - [fault.ErrRange] at losses[i].amount or reduction for an amount below zero
//     or above [yen.Max],
//   - [fault.ErrMisplaced] at reduction if the series has a reduction and the
//     program has no [Reduction],
//   - [fault.ErrPolicy] at paid or series if it belongs to a program with other
//     heads, or paid does not include the series,
//   - [fault.ErrOverflow] if the losses of the claim in total or the history under
//     one head exceed [yen.Max], or a fraction does not fit 128 bits,
//   - [fault.ErrOpen] if the total depends on an option that the policy does not
//     state; Input is the clause of the first such term. If only the split over the
//     heads depends on one, Pay pays; see Payment.Split,
//   - [fault.ErrMissing] for the zero Program.
func (p Program) Pay(paid Paid, s Series, losses ...Loss) (pay Payment, err error) {
	err = p.pay(&pay, &paid, &s, losses) // no more, so that it is inlined and the payment not copied
	return pay, err
}

func (p Program) pay(to *Payment, paid *Paid, s *Series, losses []Loss) error {
	if err := p.settle(to, paid, s, losses, nil); err != nil {
		*to = Payment{}
		return fault.In("limits.Pay", "", err)
	}
	return nil
}

// Explain returns the payment of [Program.Pay] and the amount that each term cuts
// from each head, in the order in which the terms act. The cuts and the amount
// payable add up to the losses of the claim to date, for each head and in total.
// Explain returns the errors of Pay.
func (p Program) Explain(paid Paid, s Series, losses ...Loss) (Payment, []Cut, error) {
	var pay Payment
	var t trace
	if err := p.settle(&pay, &paid, &s, losses, &t); err != nil {
		return Payment{}, nil, fault.In("limits.Explain", "", err)
	}
	return pay, t.list(), nil
}

// settle makes a payment.
func (p Program) settle(to *Payment, paid *Paid, s *Series, losses []Loss, t *trace) error {
	if p.program == nil {
		return &fault.Error{Reason: fault.ErrMissing}
	}
	var c claim
	if err := p.load(&c, paid, s); err != nil {
		return err
	}
	if err := p.add(&c, "losses", losses); err != nil {
		return err
	}
	e := &to.e
	if !p.entitle(e, &c, view{}, t) {
		return &fault.Error{Reason: fault.ErrOverflow}
	}
	if e.open {
		open, split := p.unsettled(&c, e)
		if open != "" {
			return &fault.Error{Input: string(open), Reason: fault.ErrOpen}
		}
		to.Split = split
	}
	if err := p.book(to, &c, paid, s); err != nil {
		return err
	}
	if to.Beside = to.Now; e.beside {
		to.Beside = p.beside(to, &c)
	}
	return nil
}

// beside computes the payment with the limits set beside, and with open
// figures at either end.
func (p *program) beside(to *Payment, c *claim) yen.Amount {
	var worst, best entitlement
	p.entitle(&worst, c, view{beside: true}, nil)
	total := worst.total
	if worst.open || to.e.open {
		p.entitle(&best, c, view{beside: true, most: mostTerms}, nil)
		total = min(total, best.total)
	}
	return max(total-to.had(), 0)
}

// had returns the amount paid for the claim before this payment.
func (p *Payment) had() yen.Amount { return p.Due + p.Overpaid - p.Now }

// book turns the entitlement of a payment into the payment and its history.
func (p *program) book(to *Payment, c *claim, paid *Paid, s *Series) error {
	to.program, to.Due = p, to.e.total
	if paid.names != (names{}) {
		to.Paid = *paid
	}
	to.Paid.names, to.Series.names = p.names, p.names
	var had yen.Amount
	if s.names != (names{}) && !p.apart {
		to.Series.paid, to.Series.held = s.paid, s.held
		had = total(&s.paid)
	}
	if !p.apart {
		to.Series.reduce = s.reduce
	}
	to.Now, to.Overpaid = max(to.Due-had, 0), max(had-to.Due, 0)
	for heads := c.live; heads != 0; heads = heads.rest() { // the others have no losses and no payments
		i := heads.first()
		slot := p.slot[i] % mostHeads
		to.Series.loss[slot] = c.loss[i]
		due, held := to.e.due[i], to.Series.held[slot]
		if to.Overpaid > 0 {
			to.Series.held[slot] = max(due, to.Series.paid[slot])
		} else {
			to.e.due[i] = due - to.Series.paid[slot]
			to.Series.paid[slot], to.Series.held[slot] = due, due
		}
		if to.Paid.amount[slot] += to.Series.held[slot] - held; to.Paid.amount[slot] > yen.Max {
			return &fault.Error{Path: "paid", Input: string(p.heads[i]), Reason: fault.ErrOverflow}
		}
	}
	return nil
}
