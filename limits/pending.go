// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// An outstanding is the work of [Program.Outstanding].
type outstanding struct {
	p        *Program
	paid     Paid
	now      tally // what all claims hold
	claims   []*pending
	releases tally // what claims can give back
	moves    tally // what claims can hold under other heads instead
	borne    tally // what other claims have borne of aggregate deductibles
	grows    tally // what claims can take beyond what they hold
	nested   []int // the aggregate limits, the inner ones first
	inner    []inner
}

// An inner is the heads under an aggregate limit that has no other one inside or across,
// and the most by which all claims hold more under it.
type inner struct {
	on   set
	most yen.Amount
}

// A pending is a claim that is open.
type pending struct {
	parts  []piece
	setOff yen.Amount
	steps  bool
	heads  set        // with losses, or held
	held   tally      // what the history holds of it
	paid   yen.Amount // what of that was paid, or is owed in any case
	even   bool       // each limit is over all of its heads or none
	steady bool       // it never gives back what it holds
	tight  bool       // it holds more by what is paid now, and no more
	apart  bool       // its parts hold what others of them may take
	grows  tally
	least  yen.Amount // payable now
	most   yen.Amount
	alone  joint // its least, after all others
}

// A piece is a part of a claim that is open.
type piece struct {
	*Uncertain
	held      tally // by its series
	borne     tally // of aggregate deductibles
	low, high claim
	caps      tally      // the most that can be due under each head
	most      yen.Amount // payable now
}

// last returns the series with its reduction once all losses are added.
func (x *piece) last() Series { return x.Series.Reduce(max(x.Series.reduce, x.Reduced)) }

// first returns the first head of a claim.
func (g *pending) first() int { return g.heads.first() }

// outstanding bounds each claim.
func (p *Program) outstanding(paid Paid, open []Open) (*outstanding, error) {
	o := &outstanding{p: p, paid: paid}
	none := claim{paid: &paid, series: &Series{}}
	if err := p.load(&none); err != nil {
		return nil, err
	}
	for i := range p.heads {
		e := paid.at(int(p.slot[i]))
		o.now[i], o.borne[i] = e.amount, e.borne
	}
	for i := range p.ops {
		if op := &p.ops[i]; op.kind == aggregate && p.limits(op) && p.on[i] != 0 {
			o.nested = append(o.nested, i)
		}
	}
	slices.SortStableFunc(o.nested, func(i, j int) int {
		return cmp.Compare(bits.OnesCount32(uint32(p.on[i])), bits.OnesCount32(uint32(p.on[j])))
	})
	left := o.now
	for i := range open {
		g, err := o.pending(&open[i], &left)
		if err != nil {
			return nil, fault.In("", "open["+strconv.Itoa(i)+"]", err)
		}
		o.claims = append(o.claims, g)
	}
	for _, g := range o.claims { // once it is known what each can give back
		if err := o.top(g); err != nil {
			return nil, err
		}
	}
	for _, i := range o.nested {
		if on := p.on[i]; o.even(on) {
			o.inner = append(o.inner, inner{on, o.more(o.claims, on)})
		}
	}
	for _, g := range o.claims { // and take
		if err := o.bottom(g); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// pending takes a claim, and what it holds off what is left of the history.
func (o *outstanding) pending(of *Open, left *tally) (*pending, error) {
	g := &pending{setOff: of.SetOff, steps: of.Steps, parts: make([]piece, len(of.Parts))}
	if g.setOff < 0 || g.setOff > yen.Max {
		return nil, &fault.Error{Path: "setOff", Input: g.setOff.Grouped(), Reason: fault.ErrRange}
	}
	for i := range of.Held {
		s := &of.Held[i]
		g.paid += s.Paid()
		held, borne, err := o.held(s)
		for h, a := range held {
			if g.held[h] += a; a > 0 {
				g.heads |= 1 << h
			}
			left[h] -= a
			if o.borne[h] -= borne[h]; left[h] < 0 || o.borne[h] < 0 {
				err = &fault.Error{Reason: fault.ErrPolicy}
			}
		}
		if err != nil {
			return nil, fault.In("", "held", err)
		}
	}
	for k := range g.parts {
		x := &g.parts[k]
		x.Uncertain = &of.Parts[k]
		var err error
		if x.held, x.borne, err = o.held(&x.Series); err == nil {
			paid := o.period(x.held, x.borne)
			last := x.last()
			if x.low, _, err = o.p.ends(&paid, &last, x.Certain, x.Possible); err == nil {
				_, x.high, err = o.p.ends(&paid, &x.Series, x.Certain, x.Possible)
			}
		}
		if err != nil {
			return nil, fault.In("", "parts["+strconv.Itoa(k)+"]", err)
		}
		g.heads |= x.high.live
	}
	g.even = o.even(g.heads)
	held, own, rises := g.held.of(g.heads), yen.Amount(0), true
	for k := range g.parts {
		own += g.parts[k].Series.Paid()
		rises = rises && o.rises(&g.parts[k])
		g.apart = g.apart || len(g.parts) > 1 && g.parts[k].held != (tally{})
	}
	if rises && held == own+g.setOff {
		g.paid = held // what is owed stays due
	}
	g.steady = held == 0 || held == g.paid && g.even
	g.tight = g.steady && (own == 0 && !of.Steps || g.heads.rest() == 0 || rises)
	for h, a := range g.held {
		switch {
		case !g.steady:
			o.releases[h] += a
		case g.heads.rest() != 0:
			o.moves[h] += a
		}
	}
	return g, nil
}

// even reports whether each aggregate limit is over all of some heads or none.
func (o *outstanding) even(heads set) bool {
	return !slices.ContainsFunc(o.nested, func(i int) bool {
		on := o.p.on[i]
		return on&heads != 0 && heads&^on != 0
	})
}

// held returns what a series holds under each head, and what it bears.
func (o *outstanding) held(s *Series) (held, borne tally, err error) {
	if s.names != (names{}) && s.names != o.p.names {
		return held, borne, &fault.Error{Reason: fault.ErrPolicy}
	}
	for i := range o.p.heads {
		e := s.at(int(o.p.slot[i]))
		held[i], borne[i] = e.held(), e.borne
	}
	return held, borne, nil
}

// base returns what all claims hold while a claim is paid anew: without what the history
// holds of it.
func (o *outstanding) base(g *pending) tally {
	all := o.now
	for h := range all {
		all[h] -= g.held[h]
	}
	return all
}

// period returns the period in which claims hold amounts, and in which the claims that are
// open bear only what one part of them does.
func (o *outstanding) period(held, borne tally) Paid {
	p := o.paid
	p.names = o.p.names
	all := p.open()
	for i := range o.p.heads {
		all[o.p.slot[i]] = erosion{min(held[i], yen.Max), min(o.borne[i]+borne[i], yen.Max)}
	}
	p.close(&all)
	return p
}

// bearing returns the program with what other parts bear of aggregate deductibles, if they
// can.
func (o *outstanding) bearing(b borne) Program {
	p, parts := *o.p, 0
	for _, g := range o.claims {
		parts += len(g.parts)
	}
	if parts > 1 && p.acts.has(aggregateDeductible) {
		p.elsewhere = b
	}
	return p
}

// top finds the most of a claim: as the first to be decided, after the others gave back
// what they can.
func (o *outstanding) top(g *pending) error {
	all := o.base(g)
	for h := range all {
		if all[h] -= o.releases[h]; !g.steady {
			all[h] += g.held[h]
		}
	}
	p := o.bearing(atMost)
	for k := range g.parts {
		x, base := &g.parts[k], all
		for h := range base {
			if base[h] += x.held[h]; !x.Series.again { // which has its place beside them, head by head
				continue
			}
			if base[h] -= o.moves[h]; g.steady && g.heads.rest() != 0 {
				base[h] += g.held[h]
			}
		}
		paid := o.period(base, x.borne)
		certain, possible := x.Certain, x.Possible
		if g.steps { // before they are added, they are not certain
			certain, possible = nil, slices.Concat(certain, possible)
		}
		most, _, err := p.bounds(&paid, &x.Series, certain, possible)
		if err != nil {
			return err
		}
		_, high, err := p.ends(&paid, &x.Series, certain, possible)
		if err != nil {
			return err
		}
		x.most, x.caps = most.Most, p.caps(&high)
		for h := range x.caps {
			x.caps[h] = min(x.caps[h], most.Most+x.Series.Paid())
		}
		g.most += most.Most
	}
	if g.most = max(g.most-g.setOff, 0); len(g.parts) > 1 && g.steady {
		g.most = min(g.most, o.most([]*pending{g}, ^set(0)))
	}
	if g.even && g.tight {
		g.grows[g.first()] = g.most
	} else {
		for k := range g.parts {
			for h, a := range g.parts[k].caps {
				g.grows[h] += a
			}
		}
		for h := range g.grows {
			g.grows[h] = max(g.grows[h]-g.held[h], 0)
		}
	}
	for h := range o.grows {
		o.grows[h] = plus(o.grows[h], g.grows[h])
	}
	return nil
}

// after returns what all claims hold at the most after all but some claims are decided. It is
// under every limit, and need not be so head by head.
func (o *outstanding) after(claims []*pending) tally {
	more := o.grows
	for _, g := range claims {
		for h, a := range g.grows {
			more[h] -= a
		}
	}
	for _, x := range o.inner {
		over := more.of(x.on) - x.most
		for h := range x.on.all() {
			cut := min(max(over, 0), more[h])
			more[h], over = more[h]-cut, over-cut
		}
	}
	for h, a := range o.now {
		more[h] += a
	}
	return more
}

// bottom finds the least of a claim: as the last to be decided, after the others took what
// they can.
func (o *outstanding) bottom(g *pending) error {
	all := o.after([]*pending{g})
	for h := range all {
		all[h] -= g.held[h]
		for k := range g.parts {
			all[h] += max(g.parts[k].caps[h], g.parts[k].held[h])
		}
	}
	p := o.bearing(atLeast)
	for k := range g.parts {
		x, base := &g.parts[k], all
		for h := range base {
			base[h] += x.held[h] - max(x.caps[h], x.held[h])
		}
		paid := o.period(base, x.borne)
		last := x.last()
		if g.steps { // after a step it comes after all others
			last.again = false
		}
		least, _, err := p.bounds(&paid, &last, x.Certain, x.Possible)
		if err != nil {
			return err
		}
		g.least += least.Least
	}
	g.alone = o.together(g)
	g.least = max(g.least-g.setOff, g.alone.total(), 0)
	return nil
}
