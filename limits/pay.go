// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"unique"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Loss is the covered and accepted amount of a loss under one head, in yen,
// before any term. The zero Loss has no head; [Program.Pay] returns [fault.ErrUnknown].
type Loss struct {
	Head   Head       `json:"head"`
	Amount yen.Amount `json:"amount"`

	// Count is the number of people, pieces or hours of the loss, as a [PerUnit] or
	// [Waiting] term for the head needs it; 0 means that it is not stated. Counts of the
	// losses under one head add up. Hours of a head with a waiting period do not: all
	// losses of the claim under it have the same. A loss of 0円 has no count.
	Count int64 `json:"count,omitzero"`
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
	// state and on which the split of Due over the heads depends, or what the insured
	// bears of an aggregate deductible; "" if these are certain. They are those of
	// [Program.AtLeast], also in Paid and Series.
	Split clause.ID `json:"split,omitzero"`

	program *program
	now     [few]yen.Amount // by position, if nothing is overpaid
	far     unique.Handle[farPayment]
}

// A Part is the part of one head in a payment, in yen. The zero Part is the part
// of a head without losses.
type Part struct {
	Loss yen.Amount `json:"loss"` // to date

	// Count is the count of the losses to date, or the hours of each; see [Loss]. It is 0
	// if it is not stated.
	Count int64 `json:"count,omitzero"`

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
			part := p.Series.at(int(p.program.slot[i])).part()
			part.Now = p.at(i)
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
//   - [fault.ErrRange] at losses[i].amount, losses[i].count or reduction for a number
//     below zero or above [yen.Max],
//   - [fault.ErrMissing] at losses[i].count, or at series, if a term needs a count that
//     is not stated,
//   - [fault.ErrConflict] at losses[i].count, or at series, if losses under a head with a
//     waiting period do not have the same hours,
//   - [fault.ErrMisplaced] at reduction if the series has a reduction and the
//     program has no [Reduction],
//   - [fault.ErrPolicy] at paid or series if it belongs to a program with other
//     heads, or paid does not include the series,
//   - [fault.ErrOverflow] if the losses of the claim in total, the count or the history
//     under one head exceed [yen.Max], or a fraction does not fit 128 bits,
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
	c := claim{paid: &Paid{}, series: &Series{}}
	err := p.load(&c)
	if err == nil {
		err = p.add(&c, "losses", losses)
	}
	if err != nil {
		return Series{}, fault.In("limits.Series", "", err)
	}
	s := Series{names: p.names}
	var all ledger
	s.open(&all)
	for i := range p.heads {
		all[p.slot[i]%mostHeads].lose(&c, i)
	}
	s.close(&all)
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
	c.paid, c.series = paid, s
	if err := p.load(&c); err != nil {
		return err
	}
	if err := p.add(&c, "losses", losses); err != nil {
		return err
	}
	var e entitlement
	if e.due = to.now[:]; len(p.heads) > few {
		e.due = make([]yen.Amount, mostHeads)
	}
	if !p.entitle(&e, &c, t) {
		return &fault.Error{Reason: fault.ErrOverflow}
	}
	if e.open && !p.settled {
		open, certain := p.unsettled(&c, &e)
		if !certain {
			return &fault.Error{Input: string(open), Reason: fault.ErrOpen}
		}
		to.Split = open
	}
	return p.book(to, &c, &e)
}

// unsettled compares the claim with its open figures at their worst and at their
// best, and reports whether the total is the same. It returns the clause of the
// first term on whose open figure the total depends or, if the total is certain, of
// the first on which its split over the heads depends, or "".
func (p Program) unsettled(c *claim, worst *entitlement) (open clause.ID, certain bool) {
	best, d := entitlement{due: make([]yen.Amount, mostHeads)}, c.clone()
	p.best = mostTerms
	p.entitle(&best, &d, nil)
	certain = best.total == worst.total
	if certain && best.splits(worst) && c.bears(&d) {
		return "", true
	}
	for i := range p.ops {
		if p.on[i] == 0 || !p.ops[i].open {
			continue
		}
		open = p.ops[i].term.Clause
		e := entitlement{due: make([]yen.Amount, mostHeads)}
		p.best = i + 1 // and those before it
		if p.entitle(&e, &d, nil); e.total != worst.total || certain && !(e.splits(worst) && c.bears(&d)) {
			break
		}
	}
	return open, certain
}

// book turns the entitlement of a payment into the payment and its history.
func (p *Program) book(to *Payment, c *claim, e *entitlement) error {
	paid, s := c.paid, c.series
	to.Series.reduce = s.reduce
	var had yen.Amount
	var was set
	if s.names != (names{}) {
		to.Series, had, was = *s, s.Paid(), 1<<len(p.heads)-1
	}
	if paid.names != (names{}) {
		to.Paid = *paid
	}
	to.Paid.names, to.Series.names = p.names, p.names
	to.program, to.Due, to.Series.again = p.program, e.total, false
	to.Now, to.Overpaid = max(to.Due-had, 0), max(had-to.Due, 0)
	if c.far != nil || len(p.heads) > few {
		return p.bookApart(to, c, e)
	}
	if c.used != 0 {
		for x := c.used | was; x != 0; x = x.rest() {
			i := x.first()
			to.Series.near[p.slot[i]%few].beside = p.others(c, i)
		}
	}
	for x := c.live | c.had; x != 0; x = x.rest() { // the others have no losses and no payments
		i := x.first()
		slot := p.slot[i] % few
		if p.enter(to, c, e, i, &to.Series.near[slot], &to.Paid.near[slot]) > yen.Max {
			return p.full(i)
		}
	}
	return nil
}

// bookApart books a payment with a history of which a part is held apart.
func (p *Program) bookApart(to *Payment, c *claim, due *entitlement) error {
	var all ledger
	to.Series.open(&all)
	period := to.Paid.open()
	for i := range p.heads {
		slot := p.slot[i] % mostHeads
		e := &all[slot]
		if c.used != 0 {
			e.beside = p.others(c, i)
		}
		if (c.live|c.had)&(1<<i) != 0 {
			if p.enter(to, c, due, i, &e.line, &period[slot].amount) > yen.Max {
				return p.full(i)
			}
		}
		if c.far != nil {
			period[slot].borne += c.far.bears[i] - e.borne
			e.borne = c.far.bears[i]
		}
		e.lose(c, i)
	}
	to.Series.close(&all)
	to.Paid.close(&period)
	to.close(due.due)
	return nil
}

// enter enters a head into the line of the series and the amount of the period, which it
// returns. It leaves what is paid now in place of what is due.
func (p *Program) enter(to *Payment, c *claim, e *entitlement, i int, l *line, period *yen.Amount) yen.Amount {
	*period -= l.held()
	l.loss, l.due = c.loss[i], e.due[i]
	if e.due[i] = 0; to.Overpaid == 0 {
		e.due[i], l.paid = l.due-l.paid, l.due
	}
	*period += l.held()
	return *period
}

func (p *Program) full(i int) error {
	return &fault.Error{Path: "paid", Input: string(p.heads[i]), Reason: fault.ErrOverflow}
}

// lose sets the losses of an entry to those of a head of a claim.
func (e *entry) lose(c *claim, i int) {
	if e.loss = c.loss[i]; c.far != nil {
		e.count, e.hours = c.far.count[i], c.far.hours&(1<<i) != 0
	}
}
