// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"

	"github.com/baiseki/baiseki/yen"
)

// A Paid is what has been paid in a policy period, by head: the history on
// which limits for the period depend. It is an immutable, comparable value of
// one set of heads, so it serves every program with the same heads, whatever
// its terms. The zero Paid is a period without payments, for any program.
type Paid struct {
	names  names
	amount [mostHeads]yen.Amount // by place in names
}

// A Series is one claim so far, or a series of related claims (一連の損害賠償請求)
// that counts as one: its losses and payments to date, by head, and what an
// adjuster takes off it. It is an immutable, comparable value like [Paid],
// which includes its payments. Its figures by head are in [Payment.Parts]. The
// zero Series is a claim without losses.
type Series struct {
	names  names
	loss   [mostHeads]yen.Amount
	paid   [mostHeads]yen.Amount
	reduce yen.Amount
}

// Reduce returns the series with the amount in yen that an adjuster takes off
// the whole claim, at the place where the program has a [Reduction]. It
// replaces what was set before; 0 is none.
func (s Series) Reduce(by yen.Amount) Series {
	s.reduce = by
	return s
}

// All returns the heads in the order of their names, each with what was paid.
func (p Paid) All() iter.Seq2[Head, yen.Amount] {
	return func(yield func(Head, yen.Amount) bool) {
		for i, h := range heads(p.names) {
			if !yield(h, p.amount[i]) {
				return
			}
		}
	}
}

// Total returns what was paid under all heads.
func (p Paid) Total() yen.Amount { return total(&p.amount) }

// load fills in a claim from history and new losses, and checks them.
func (p *program) load(c *claim, paid *Paid, s *Series, losses []Loss) (string, error) {
	var fresh names
	if paid.names != fresh && paid.names != p.names || s.names != fresh && s.names != p.names {
		return "", ErrHistory
	}
	past := s.names != fresh && !p.apart
	if past {
		for i := range p.heads {
			p.put(c, i, s.loss[p.slot[i]])
		}
	}
	if input, err := p.add(c, losses); err != nil {
		return input, err
	}
	if paid.names != fresh {
		for i := range p.heads {
			other := paid.amount[p.slot[i]]
			if past {
				other -= s.paid[p.slot[i]]
			}
			if other < 0 {
				return string(p.heads[i]), ErrHistory
			}
			if c.other[i] = other; other > 0 {
				c.used |= 1 << i
			}
		}
	} else if past && s.paid != [mostHeads]yen.Amount{} {
		return "", ErrHistory
	}
	if c.reduce = s.reduce; c.reduce != 0 {
		switch {
		case c.reduce < 0 || c.reduce > yen.Max:
			return c.reduce.Grouped(), ErrAmount
		case !p.reduce:
			return c.reduce.Grouped(), ErrTerm
		}
	}
	return "", nil
}

// add adds losses to the claim.
func (p *program) add(c *claim, losses []Loss) (string, error) {
	for i := range losses {
		l := &losses[i]
		h := p.position(l.Head)
		if h < 0 {
			return string(l.Head), ErrHead
		}
		if l.Amount < 0 || l.Amount > yen.Max {
			return string(l.Head), ErrAmount
		}
		if p.put(c, h, l.Amount); c.total > yen.Max {
			return string(l.Head), ErrRange
		}
	}
	if c.total > yen.Max {
		return "", ErrRange
	}
	return "", nil
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
