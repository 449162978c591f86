// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"strconv"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Paid is the history of a policy period: for each head of loss, the amount by
// which the claims of the period erode the limits. That is the amount paid, and
// for a claim that is overpaid the larger of the amount payable and the amount
// really paid; see [Series]. There is no input for a recovery yet.
//
// A Paid is an immutable, comparable value. It belongs to a set of heads, so
// every program of a [Template], and of another one with the same heads, can use
// it, whatever its terms and the endorsements attached. The zero Paid is a period
// without payments, for any program.
type Paid struct {
	names  names
	amount [mostHeads]yen.Amount // by place in names
}

// A Series is one claim to date, or a series of related claims
// (一連の損害賠償請求) that counts as one claim. It holds for each head the losses,
// the amount paid and the amount by which the series erodes the limits, and the
// reduction by an adjuster.
//
// A series erodes every aggregate limit, head by head, by the larger of the amount
// payable and the amount really paid. The two differ while the series is overpaid.
// If later damages scale down defence costs that were paid, for example, the
// excess is set off against damages that become payable: these erode their limit
// although nothing is paid out. The insurer decides on any recovery of an overpaid
// amount. There is no input for a recovery yet, so the limit stays eroded.
//
// A Series is an immutable, comparable value. The [Paid] of its period includes
// it. [Payment.Parts] lists its amounts by head. The zero Series is a claim
// without losses.
type Series struct {
	names  names
	loss   [mostHeads]yen.Amount
	paid   [mostHeads]yen.Amount
	held   [mostHeads]yen.Amount // of the limits, from the amount paid to the loss
	reduce yen.Amount
}

// Reduce returns the series with an adjuster's reduction of the whole claim in
// yen. The [Reduction] of the program applies it. It replaces the reduction set
// before, and 0 means no reduction. [Program.Pay] checks the amount.
func (s Series) Reduce(by yen.Amount) Series {
	s.reduce = by
	return s
}

// Reduced returns the amount in yen that an adjuster takes off the claim, or 0 if
// there is no reduction. See [Series.Reduce].
func (s Series) Reduced() yen.Amount { return s.reduce }

// All returns the heads in order of name, each with its amount.
func (p Paid) All() iter.Seq2[Head, yen.Amount] {
	return func(yield func(Head, yen.Amount) bool) {
		for i, h := range heads(p.names) {
			if !yield(h, p.amount[i]) {
				return
			}
		}
	}
}

// Total returns the sum over all heads.
func (p Paid) Total() yen.Amount { return total(&p.amount) }

// load fills in a claim from history, and checks it.
func (p *program) load(c *claim, paid *Paid, s *Series) error {
	var fresh names
	fail := func(path, input string, why *fault.Reason) error {
		return &fault.Error{Path: path, Input: input, Reason: why}
	}
	switch {
	case paid.names != fresh && paid.names != p.names:
		return fail("paid", "", fault.ErrPolicy)
	case s.names != fresh && s.names != p.names:
		return fail("series", "", fault.ErrPolicy)
	}
	past := s.names != fresh && !p.apart
	if past {
		for i := range p.heads {
			p.put(c, i, s.loss[p.slot[i]])
		}
	}
	if c.live&^p.present != 0 {
		return fail("series", string(p.heads[(c.live&^p.present).first()]), fault.ErrPolicy)
	}
	if paid.names != fresh {
		for i := range p.heads {
			other := paid.amount[p.slot[i]]
			if past {
				other -= s.held[p.slot[i]]
			}
			if other < 0 {
				return fail("series", string(p.heads[i]), fault.ErrPolicy)
			}
			if c.other[i] = other; other > 0 {
				c.used |= 1 << i
			}
		}
	} else if past && s.held != [mostHeads]yen.Amount{} {
		return fail("series", "", fault.ErrPolicy)
	}
	if c.reduce = s.reduce; c.reduce != 0 {
		switch {
		case c.reduce < 0 || c.reduce > yen.Max:
			return fail("reduction", c.reduce.Grouped(), fault.ErrRange)
		case !p.reduces():
			return fail("reduction", c.reduce.Grouped(), fault.ErrMisplaced)
		}
	}
	return nil
}

// reduces reports whether the program has a reduction.
func (p *program) reduces() bool {
	for i := range p.ops {
		if p.ops[i].kind == reduction {
			return p.on[i] != 0
		}
	}
	return false
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
	if c.total > yen.Max {
		return &fault.Error{Path: "series", Reason: fault.ErrOverflow}
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

// total adds amounts, each within [yen.Max].
func total(amounts *[mostHeads]yen.Amount) yen.Amount {
	var sum yen.Amount
	for _, a := range amounts {
		sum += a
	}
	return sum
}
