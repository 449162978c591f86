// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"strconv"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Loss is the covered and accepted amount of a loss under one head, in yen,
// before any term. The zero Loss has no head; [Program.Pay] returns [fault.ErrUnknown].
type Loss struct {
	Head   Head       `json:"head"`
	Amount yen.Amount `json:"amount"`
}

// A Payment is the result of paying a claim or a series. All amounts are in yen.
// A Payment belongs to its program, so payments by two programs differ; Paid and
// Series compare only by their amounts. The zero Payment pays nothing.
type Payment struct {
	Now yen.Amount `json:"now"` // the amount to pay now, never below zero
	Due yen.Amount `json:"due"` // the amount payable for the claim to date

	// Overpaid is the amount paid to date beyond Due. The insurer decides on a
	// recovery. Until [Series.Disbursed] states it, the amount paid keeps eroding the
	// limits, and later losses of the claim are set off against the excess.
	Overpaid yen.Amount `json:"overpaid"`

	Paid   Paid   `json:"paid"`   // the history after this payment
	Series Series `json:"series"` // the claim after this payment

	// Split is the clause of the first term with an option that the policy does not
	// state and on which the split of Due over the heads depends, or "" if the split
	// is certain. The split is the one of [Program.AtLeast], also in Paid and Series.
	Split clause.ID `json:"split,omitzero"`

	program *program
	e       entitlement // of which book leaves what is paid now, if nothing is overpaid
}

// A Part is the part of one head in a payment, in yen. The zero Part is the part
// of a head without losses.
type Part struct {
	Loss yen.Amount `json:"loss"` // to date
	Due  yen.Amount `json:"due"`  // payable to date, rounded with the total of the claim
	Paid yen.Amount `json:"paid"` // paid to date, this payment included

	// Held is the amount by which the claim erodes the limits: Paid, or the larger of
	// Due and Paid if it is overpaid.
	Held yen.Amount `json:"held"`

	// Now is the amount for this head in this payment. It is negative if the head
	// was overpaid and the excess is set off against other heads.
	Now yen.Amount `json:"now"`
}

// Parts returns the heads in the order in which limits fill them, each with its
// part of the payment.
func (p Payment) Parts() iter.Seq2[Head, Part] {
	return func(yield func(Head, Part) bool) {
		if p.program == nil {
			return
		}
		for x := p.program.present; x != 0; x = x.rest() {
			i := x.first()
			s, slot := &p.Series, p.program.slot[i]
			part := Part{Loss: s.loss[slot], Due: p.e.due[i], Paid: s.paid[slot], Held: s.held(int(slot))}
			if p.Overpaid == 0 {
				part.Due, part.Now = part.Paid, p.e.due[i]
			}
			if !yield(p.program.heads[i], part) {
				return
			}
		}
	}
}

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
//   - [fault.ErrMissing] without a policy.
func (p Program) Pay(paid Paid, s Series, losses ...Loss) (pay Payment, err error) {
	err = p.pay(&pay, &paid, &s, losses) // no more, so that it is inlined and the payment not copied
	return pay, err
}

func (p *Program) pay(to *Payment, paid *Paid, s *Series, losses []Loss) error {
	if err := p.settle(to, paid, s, losses, nil); err != nil {
		*to = Payment{}
		return fault.In("limits.Pay", "", err)
	}
	return nil
}

// Series returns the series of a claim with the losses, of which nothing is due or paid
// yet. It returns the errors of [Program.Pay] for losses.
func (p Program) Series(losses ...Loss) (Series, error) {
	var c claim
	err := p.load(&c, &Paid{}, &Series{})
	if err == nil {
		err = p.add(&c, "losses", losses)
	}
	if err != nil {
		return Series{}, fault.In("limits.Series", "", err)
	}
	s := Series{names: p.names}
	for i := range p.heads {
		s.loss[p.slot[i]] = c.loss[i]
	}
	return s, nil
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
func (p *Program) settle(to *Payment, paid *Paid, s *Series, losses []Loss, t *trace) error {
	var c claim
	if err := p.load(&c, paid, s); err != nil {
		return err
	}
	if err := p.add(&c, "losses", losses); err != nil {
		return err
	}
	e := &to.e
	if !p.entitle(e, &c, t) {
		return &fault.Error{Reason: fault.ErrOverflow}
	}
	if e.open && !p.settled {
		open, certain := p.unsettled(&c, e)
		if !certain {
			return &fault.Error{Input: string(open), Reason: fault.ErrOpen}
		}
		to.Split = open
	}
	return p.book(to, &c, paid, s)
}

// unsettled compares the claim with its open figures at their worst and at their
// best, and reports whether the total is the same. It returns the clause of the
// first term on whose open figure the total depends or, if the total is certain, of
// the first on which its split over the heads depends, or "".
func (p Program) unsettled(c *claim, worst *entitlement) (open clause.ID, certain bool) {
	var best entitlement
	p.best = mostTerms
	p.entitle(&best, c, nil)
	certain = best.total == worst.total
	if certain && best.due == worst.due {
		return "", true
	}
	for i := range p.ops {
		if p.on[i] == 0 || !p.ops[i].open {
			continue
		}
		open = p.ops[i].term.Clause
		var e entitlement
		p.best = i + 1 // and those before it
		if p.entitle(&e, c, nil); e.total != worst.total || certain && e.due != worst.due {
			break
		}
	}
	return open, certain
}

// book turns the entitlement of a payment into the payment and its history.
func (p *Program) book(to *Payment, c *claim, paid *Paid, s *Series) error {
	var had yen.Amount
	if to.Series.reduce = s.reduce; s.names != (names{}) {
		to.Series, had = *s, total(&s.paid)
	}
	if paid.names != (names{}) {
		to.Paid = *paid
	}
	to.Paid.names, to.Series.names = p.names, p.names
	to.program, to.Due, to.Series.again = p.program, to.e.total, false
	if c.used != 0 {
		for i := range p.heads {
			to.Series.beside[p.slot[i]%mostHeads] = c.other[i]
		}
	}
	to.Now, to.Overpaid = max(to.Due-had, 0), max(had-to.Due, 0)
	for x := c.live | c.had; x != 0; x = x.rest() { // the others have no losses and no payments
		i := x.first()
		slot := p.slot[i] % mostHeads
		held, due := s.held(int(slot)), to.e.due[i]
		to.Series.loss[slot], to.Series.due[slot] = c.loss[i], due
		if to.Overpaid == 0 {
			to.e.due[i] = due - s.paid[slot]
			to.Series.paid[slot] = due
		}
		if to.Paid.amount[slot] += to.Series.held(int(slot)) - held; to.Paid.amount[slot] > yen.Max {
			return &fault.Error{Path: "paid", Input: string(p.heads[i]), Reason: fault.ErrOverflow}
		}
	}
	return nil
}

// load starts a claim from history, and checks it.
func (p *Program) load(c *claim, paid *Paid, s *Series) error {
	var fresh names
	fail := func(path, input string, why *fault.Reason) error {
		return &fault.Error{Path: path, Input: input, Reason: why}
	}
	switch {
	case p.program == nil || p.whole == 0:
		return &fault.Error{Want: "a program of Program.With", Reason: fault.ErrMissing}
	case paid.names != fresh && paid.names != p.names:
		return fail("paid", "", fault.ErrPolicy)
	case s.names != fresh && s.names != p.names:
		return fail("series", "", fault.ErrPolicy)
	case s.reduce < 0 || s.reduce > yen.Max:
		return fail("reduction", s.reduce.Grouped(), fault.ErrRange)
	case s.reduce != 0 && !p.has(reduction):
		return fail("reduction", s.reduce.Grouped(), fault.ErrMisplaced)
	}
	c.reduce = s.reduce
	if paid.names == fresh && s.names == fresh {
		return nil
	}
	for i := range p.heads {
		slot := p.slot[i]
		p.put(c, i, s.loss[slot])
		held := s.held(int(slot))
		if c.other[i], c.own[i] = paid.amount[slot]-held, held; held > 0 {
			c.had |= 1 << i
		}
		if more := c.other[i] - s.beside[slot]; s.again && more > 0 {
			c.other[i], c.later[i] = s.beside[slot], more
			c.crowded |= 1 << i
		}
		switch {
		case c.other[i] < 0 || c.loss[i] > 0 && p.present&(1<<i) == 0:
			return fail("series", string(p.heads[i]), fault.ErrPolicy)
		case c.other[i] > 0:
			c.used |= 1 << i
		}
	}
	if c.total > yen.Max {
		return fail("series", "", fault.ErrOverflow)
	}
	return nil
}

// add adds losses to the claim, which have the path.
func (p *program) add(c *claim, path string, losses []Loss) error {
	for i := range losses {
		l := &losses[i]
		h := p.position(l.Head)
		switch {
		case h < 0 || p.present&(1<<h) == 0:
			return l.refuse(path, i, ".head", fault.ErrUnknown)
		case l.Amount < 0 || l.Amount > yen.Max:
			return l.refuse(path, i, ".amount", fault.ErrRange)
		}
		if p.put(c, h, l.Amount); c.total > yen.Max {
			return l.refuse(path, i, ".amount", fault.ErrOverflow)
		}
	}
	return nil
}

func (l *Loss) refuse(path string, i int, field string, why *fault.Reason) error {
	e := &fault.Error{Path: path + "[" + strconv.Itoa(i) + "]" + field, Input: string(l.Head), Reason: why}
	if why == fault.ErrRange {
		e.Input, e.Want = l.Amount.Grouped(), "0円 - "+yen.Max.String()
	}
	return e
}

// put adds a loss under one head.
func (p *program) put(c *claim, h int, a yen.Amount) {
	if a == 0 {
		return
	}
	c.loss[h] += a
	c.total += a
	c.live |= 1 << h
	if p.divide&(1<<h) != 0 {
		c.divisor += a
	}
}
