// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"
	"strconv"
	"unique"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A claim is the input of a program: one claim with all its losses to date.
type claim struct {
	paid    *Paid
	series  *Series               // before
	late    bool                  // later claims count among the others
	loss    [mostHeads]yen.Amount // to date, by position
	far     *apart                // nil if there is nothing of it
	live    set                   // heads with a loss
	used    set                   // heads that other claims hold
	crowded set                   // heads that claims hold that came after this one was paid first
	had     set                   // heads under which the claim was due or paid something before
	total   yen.Amount            // of the losses
	divisor yen.Amount            // of the losses that a scaled term divides by
	reduce  yen.Amount            // by an adjuster
}

// An apart is what few claims have, by position.
type apart struct {
	count [mostHeads]int64
	hours set                   // heads of which the count is the hours of each loss
	borne [mostHeads]yen.Amount // by other claims under aggregate deductibles
	bears [mostHeads]yen.Amount // by the claim: a result
}

// clone returns a claim to which losses can be added.
func (c *claim) clone() claim {
	d := *c
	if c.far != nil {
		far := *c.far
		d.far = &far
	}
	return d
}

// bears reports whether the claim bears the same as another one.
func (c *claim) bears(as *claim) bool { return c.far == nil || c.far.bears == as.far.bears }

// load starts a claim from history, and checks it.
func (p *Program) load(c *claim) error {
	paid, s := c.paid, c.series
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
		if p.acts.has(aggregateDeductible) {
			c.far = new(apart)
		}
		return nil
	}
	var none line
	for i := range p.heads {
		l, other := &none, yen.Amount(0)
		if slot := p.slot[i]; slot >= few {
			none, other = p.before(c, i)
		} else if other = paid.near[slot]; other != 0 || s.names != fresh {
			l = &s.near[slot]
		} else {
			continue
		}
		p.put(c, i, l.loss)
		held := l.held()
		if other -= held; held > 0 {
			c.had |= 1 << i
		}
		if s.again && other > l.beside {
			c.crowded |= 1 << i
			other = l.beside
		}
		switch {
		case other < 0 || l.loss > 0 && p.present&(1<<i) == 0:
			return fail("series", string(p.heads[i]), fault.ErrPolicy)
		case other > 0:
			c.used |= 1 << i
		}
	}
	if c.total > yen.Max {
		return fail("series", "", fault.ErrOverflow)
	}
	if s.far != (unique.Handle[farSeries]{}) || p.counts&c.live != 0 || p.acts.has(aggregateDeductible) {
		return p.recount(c)
	}
	return nil
}

// recount takes over the counts of the series, and what other claims have borne.
func (p *program) recount(c *claim) error {
	c.far = new(apart)
	for i := range p.heads {
		e := c.series.at(int(p.slot[i]))
		if c.far.count[i] = e.count; e.hours {
			c.far.hours |= 1 << i
		}
		c.far.borne[i] = c.paid.at(int(p.slot[i])).borne - e.borne
		why := fault.ErrMissing
		switch {
		case c.far.borne[i] < 0:
			why = fault.ErrPolicy
		case p.counts&c.live&(1<<i) == 0 || e.count > 0:
			continue
		case e.hours:
			why = fault.ErrConflict
		}
		return &fault.Error{Path: "series", Input: string(p.heads[i]), Reason: why}
	}
	return nil
}

// before returns what the series and the period have under a head, which they may hold
// apart.
func (p *program) before(c *claim, i int) (line, yen.Amount) {
	slot := int(p.slot[i])
	return c.series.at(slot).line, c.paid.at(slot).amount
}

// others returns what other claims hold under a head: all of them for a claim that is
// assessed late, and otherwise those that the claim was paid after.
func (p *Program) others(c *claim, i int) yen.Amount {
	if (c.used|c.crowded)&(1<<i) == 0 {
		return 0
	}
	return p.other(c, i)
}

func (p *Program) other(c *claim, i int) yen.Amount {
	var none line
	l, other := &none, yen.Amount(0)
	if slot := p.slot[i]; slot < few {
		l, other = &c.series.near[slot], c.paid.near[slot]
	} else {
		none, other = p.before(c, i)
	}
	if other -= l.held(); c.series.again && !c.late {
		other = min(other, l.beside)
	}
	return other
}

// add adds losses to the claim, which have the path.
func (p *program) add(c *claim, path string, losses []Loss) error {
	h := -1
	for i := range losses {
		l := &losses[i]
		h = p.position(l.Head, h+1)
		switch {
		case h < 0 || p.present&(1<<h) == 0:
			return l.refuse(path, i, ".head", fault.ErrUnknown)
		case l.Amount < 0 || l.Amount > yen.Max:
			return l.refuse(path, i, ".amount", fault.ErrRange)
		case l.Count != 0 || p.counts&(1<<h) != 0:
			if err := p.count(c, path, i, l, h); err != nil {
				return err
			}
		}
		if p.put(c, h, l.Amount); c.total > yen.Max {
			return l.refuse(path, i, ".amount", fault.ErrOverflow)
		}
	}
	return nil
}

// count counts a loss under a head, before its amount is added.
func (p *program) count(c *claim, path string, i int, l *Loss, h int) error {
	if c.far == nil {
		c.far = new(apart)
	}
	far := c.far
	switch {
	case l.Count < 0 || l.Count > int64(yen.Max):
		return l.refuse(path, i, ".count", fault.ErrRange)
	case l.Amount == 0:
	case l.Count == 0 && path == "possible" && far.count[h] > 0: // of a loss that is counted
	case l.Count == 0 && p.counts&(1<<h) != 0:
		return l.refuse(path, i, ".count", fault.ErrMissing)
	case p.hours&(1<<h) == 0:
		if far.count[h] += l.Count; far.count[h] > int64(yen.Max) {
			return l.refuse(path, i, ".count", fault.ErrOverflow)
		}
	case c.loss[h] > 0 && far.count[h] != l.Count:
		return l.refuse(path, i, ".count", fault.ErrConflict)
	default:
		far.count[h] = l.Count
		far.hours |= 1 << h
	}
	return nil
}

func (l *Loss) refuse(path string, i int, field string, why *fault.Reason) error {
	e := &fault.Error{Path: path + "[" + strconv.Itoa(i) + "]" + field, Input: string(l.Head), Reason: why}
	switch {
	case why != fault.ErrRange:
	case field == ".count":
		e.Input, e.Want = strconv.FormatInt(l.Count, 10), "0 - "+strconv.FormatInt(int64(yen.Max), 10)
	default:
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

// beside returns what a claim that is crowded has at most: for each limit that later
// claims take part in what they leave of it, or what the claim held before if that is
// more.
func (p Program) beside(c *claim) (sum yen.Amount) {
	if c.crowded == 0 {
		return c.total
	}
	late := c.clone()
	late.late = true
	r, most := run{p: &p, c: &late}, late.loss
	var done []set // the heads of the limits so far, each held by its first head
	for i, on := range p.on {
		o := &p.ops[i]
		across := slices.ContainsFunc(done, func(s set) bool { return s&on != 0 && s&^on != 0 })
		if on == 0 || o.kind != aggregate || !p.limits(o) || across {
			continue
		}
		all, held := yen.Amount(0), yen.Amount(0)
		for h := range on.all() {
			all, held = all+most[h], held+r.own(h)
			most[h] = 0
		}
		most[on.first()] = min(all, max(p.left(o, &late), held))
		done = append(done, on)
	}
	for _, a := range most[:len(p.heads)] {
		sum += a
	}
	return sum
}
