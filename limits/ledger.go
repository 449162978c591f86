// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"unique"

	"github.com/baiseki/baiseki/yen"
)

// few is the number of heads, in order of name, of which a value holds the amounts in
// itself. The amounts of further heads, and what only some kinds of terms need, are
// held apart, so that a payment does not copy them where there are none.
const few = 15

// A line is the amounts of a series under one head.
type line struct {
	loss, paid, due yen.Amount
	beside          yen.Amount // held by all other claims when it was paid last
}

// held returns what the line takes of the limits.
func (l *line) held() yen.Amount { return max(l.due, l.paid) }

// An entry is all that a series has under one head.
type entry struct {
	line
	count int64      // of the losses, or the hours of each; 0 if it is not known
	hours bool       // the count is hours, and 0 if the losses do not have the same
	borne yen.Amount // of aggregate deductibles
}

// isZero reports whether there is nothing. A count is one of losses.
func (e *entry) isZero() bool { return e.loss|e.paid|e.due|e.beside|e.borne == 0 }

// A farSeries is what a series holds apart.
type farSeries struct {
	lines [mostHeads - few]line
	count [mostHeads]int64
	hours set // by place
	borne [mostHeads]yen.Amount
}

// at returns the entry of the head with the place.
func (s *Series) at(i int) (e entry) {
	if i < few {
		e.line = s.near[i]
	}
	if s.far != (unique.Handle[farSeries]{}) {
		far := s.far.Value()
		if i >= few {
			e.line = far.lines[i-few]
		}
		e.count, e.hours, e.borne = far.count[i], far.hours&(1<<i) != 0, far.borne[i]
	}
	return e
}

// A ledger has all entries, by place.
type ledger [mostHeads]entry

// open sets a ledger that is zero to the series, and close the series to a ledger.
func (s *Series) open(all *ledger) {
	for i := range s.near {
		all[i].line = s.near[i]
	}
	if s.far == (unique.Handle[farSeries]{}) {
		return
	}
	far := s.far.Value()
	for i := range all {
		e := &all[i]
		if i >= few {
			e.line = far.lines[i-few]
		}
		e.count, e.hours, e.borne = far.count[i], far.hours&(1<<i) != 0, far.borne[i]
	}
}

func (s *Series) close(all *ledger) {
	apart := false
	for i := range all {
		if e := &all[i]; i < few {
			s.near[i] = e.line
			apart = apart || e.count != 0 || e.hours || e.borne != 0
		} else {
			apart = apart || !e.isZero()
		}
	}
	if s.far = (unique.Handle[farSeries]{}); apart {
		s.closeApart(all)
	}
}

func (s *Series) closeApart(all *ledger) {
	var far farSeries
	for i := range all {
		e := &all[i]
		if i >= few {
			far.lines[i-few] = e.line
		}
		if far.count[i], far.borne[i] = e.count, e.borne; e.hours {
			far.hours |= 1 << i
		}
	}
	s.far = unique.Make(far)
}

// less takes losses off.
func (e *entry) less(of *entry) {
	e.loss = max(e.loss-of.loss, 0)
	switch {
	case e.loss == 0:
		e.count, e.hours = 0, false
	case !e.hours:
		e.count = max(e.count-of.count, 0)
	}
}

// join adds what another series has under the head.
func (e *entry) join(with *entry) {
	switch {
	case with.loss == 0:
	case e.loss == 0:
		e.count, e.hours = with.count, with.hours
	case !e.hours && !with.hours:
		e.count += with.count
	case e.count != with.count:
		e.count, e.hours = 0, true
	}
	e.loss += with.loss
	e.due += with.due
	e.paid += with.paid
	e.borne += with.borne
}

func (e entry) part() Part {
	return Part{Loss: e.loss, Count: e.count, Due: e.due, Paid: e.paid, Held: e.held()}
}

// An erosion is what a period has under one head.
type erosion struct {
	amount yen.Amount
	borne  yen.Amount // of aggregate deductibles
}

// A farPaid is what a period holds apart.
type farPaid struct {
	amount [mostHeads - few]yen.Amount
	borne  [mostHeads]yen.Amount
}

// at returns what the period has under the head with the place.
func (p *Paid) at(i int) (e erosion) {
	if i < few {
		e.amount = p.near[i]
	}
	if p.far != (unique.Handle[farPaid]{}) {
		far := p.far.Value()
		if e.borne = far.borne[i]; i >= few {
			e.amount = far.amount[i-few]
		}
	}
	return e
}

// open returns what the period has by place, and close sets it.
func (p *Paid) open() (all [mostHeads]erosion) {
	for i := range p.near {
		all[i].amount = p.near[i]
	}
	if p.far != (unique.Handle[farPaid]{}) {
		for i := range all {
			all[i] = p.at(i)
		}
	}
	return all
}

func (p *Paid) close(all *[mostHeads]erosion) {
	apart := false
	for i := range all {
		if e := &all[i]; i < few {
			p.near[i] = e.amount
			apart = apart || e.borne != 0
		} else {
			apart = apart || *e != erosion{}
		}
	}
	if p.far = (unique.Handle[farPaid]{}); apart {
		p.closeApart(all)
	}
}

func (p *Paid) closeApart(all *[mostHeads]erosion) {
	var far farPaid
	for i := range all {
		if far.borne[i] = all[i].borne; i >= few {
			far.amount[i-few] = all[i].amount
		}
	}
	p.far = unique.Make(far)
}

// A farPayment is what is paid now under further heads, by position.
type farPayment struct {
	now [mostHeads - few]yen.Amount
}

// at returns what is paid now under the head with the position.
func (p *Payment) at(i int) yen.Amount {
	switch {
	case i < few:
		return p.now[i]
	case p.far == unique.Handle[farPayment]{}:
		return 0
	}
	return p.far.Value().now[i-few]
}

func (p *Payment) close(now []yen.Amount) {
	var far farPayment
	copy(far.now[:], now[copy(p.now[:], now):])
	if far != (farPayment{}) {
		p.far = unique.Make(far)
	}
}
