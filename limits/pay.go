// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "github.com/baiseki/baiseki/yen"

// Pay returns the payment for a claim to which losses are added: the amount
// payable to date less the amount paid before. A head that was overpaid is set off
// against the other heads of the claim; if an excess remains, nothing is paid now
// and the excess is Payment.Overpaid. The history must include the series.
//
// If Pay fails it returns the zero Payment and an [*Error] with
//   - [ErrHead] if the program does not have the head of a loss,
//   - [ErrAmount] if a loss or the reduction is below zero or above [yen.Max],
//   - [ErrTerm] if the series has a reduction and the program has no [Reduction],
//   - [ErrHistory] if paid or s belong to a program with other heads, or paid does
//     not include s,
//   - [ErrRange] if the losses of the claim in total or the history under one head
//     exceed [yen.Max], or a fraction does not fit 128 bits,
//   - [ErrOpen] if the total depends on an [Unstated] limit. If only the split
//     over the heads depends on one, Pay pays; see Payment.Split,
//   - [ErrProgram] if the program is the zero Program.
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

// Explain returns the payment of [Program.Pay] and the amount that each term cuts
// from each head, in the order in which the terms act. The cuts and the amount
// payable add up to the losses of the claim to date, for each head and in total.
// Explain returns the errors of Pay.
func (p Program) Explain(paid Paid, s Series, losses ...Loss) (Payment, []Cut, error) {
	var pay Payment
	var t trace
	input, err := p.settle(&pay, &paid, &s, losses, &t)
	if err != nil {
		return Payment{}, nil, &Error{"Explain", input, err}
	}
	return pay, t.list(), nil
}

// settle makes a payment. It returns the input with an error.
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
	if e.open {
		open, split, err := p.unsettled(&c, e)
		if err != nil {
			return "", err
		}
		if open != "" {
			return string(open), ErrOpen
		}
		to.Split = split
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

// beside computes the payment with the limits set beside, and with unstated
// limits at either end.
func (p *program) beside(to *Payment, c *claim) error {
	var least, most entitlement
	if err := p.entitle(&least, c, view{beside: true}, nil); err != nil {
		return err
	}
	total := least.total
	if least.open || to.e.open {
		if err := p.entitle(&most, c, view{beside: true, most: mostTerms}, nil); err != nil {
			return err
		}
		total = min(total, most.total)
	}
	to.Beside = max(total-to.had(), 0)
	return nil
}

// had returns the amount paid for the claim before this payment.
func (p *Payment) had() yen.Amount { return p.Due + p.Overpaid - p.Now }

// book turns the entitlement of a payment into the payment and its history. It
// returns the head with an error.
func (p *program) book(to *Payment, c *claim, paid *Paid, s *Series) (string, error) {
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
			return string(p.heads[i]), ErrRange
		}
	}
	return "", nil
}
