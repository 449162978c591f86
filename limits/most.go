// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"github.com/baiseki/baiseki/yen"
)

// caps returns the most that can be due under each head of any claim up to high: what is
// left of it where a term first lets one head displace another.
func (p Program) caps(high *claim) (all tally) {
	_, above, _, _ := p.relax(high)
	for i := range p.ops {
		if p.ops[i].kind == scaled {
			above.widen(p, i, 0)
		}
	}
	r, fits := above.begin(high)
	if !fits {
		return high.loss
	}
	b, rest := newBlocks(), high.live
	for i := range p.ops {
		o, before := &p.ops[i], b
		if on := p.on[i] & high.live; p.mayCut(o, high, on) {
			b.share(o, on)
		}
		for h := range rest.all() {
			if b[h] != before[h] {
				all[h] = r.ceil(r.amount[h])
				rest &^= 1 << h
			}
		}
		if on := above.on[i] & r.live; on != 0 {
			r.act(&above.ops[i], on)
		}
	}
	for h := range rest.all() {
		all[h] = r.ceil(r.amount[h])
	}
	return all
}

// begin starts a run with amounts for all heads.
func (p *Program) begin(c *claim) (r run, fits bool) {
	r = run{p: p, c: c, e: &entitlement{}, gross: 1, scaleTo: 1, live: c.live, amount: make([]wide, mostHeads)}
	if p.acts.has(togetherAtLeast) || p.acts.has(togetherAtMost) {
		r.took = make([]wide, mostTerms)
	}
	fits = r.start()
	return r, fits
}

// most returns the most that steady claims can take under some heads beyond what they
// hold: for each limit what it leaves, or what they can be due under its heads if that is
// less.
func (o *outstanding) most(claims []*pending, among set) (sum yen.Amount) {
	type item struct {
		caps tally
		most yen.Amount
	}
	var items []item
	var heads tally
	for _, g := range claims {
		switch on := g.heads & among; {
		case !g.steady || on == 0:
		case g.even:
			x := item{most: g.most}
			x.caps[on.first()] = g.most
			items = append(items, x)
		default:
			for k := range g.parts {
				items = append(items, item{g.parts[k].caps, g.parts[k].most})
			}
		}
	}
	due := func(on set) (sum yen.Amount) {
		for i := range items {
			sum = plus(sum, min(items[i].most, items[i].caps.of(on)))
		}
		return sum
	}
	for i := range items {
		for h := range o.p.heads {
			heads[h] = plus(heads[h], items[i].caps[h])
		}
	}
	held := o.now
	for h := range held {
		held[h] -= o.releases[h]
	}
	most := *o.p
	if !most.settled {
		most = most.AtMost()
	}
	var done []set // each is held by its first head
	for _, i := range o.nested {
		on := o.p.on[i] & among
		if on == 0 || slices.ContainsFunc(done, func(s set) bool { return s&on != 0 && s&^on != 0 }) {
			continue
		}
		op := &o.p.ops[i]
		all := min(heads.of(on), due(on), max(most.at(op, op.amount)-held.of(o.p.on[i]), 0))
		for h := range on.all() {
			heads[h] = 0
		}
		heads[on.first()] = all
		done = append(done, on)
	}
	return min(heads.of(among), due(among))
}

// more returns the most by which claims hold more under some heads.
func (o *outstanding) more(claims []*pending, on set) (sum yen.Amount) {
	var tight []*pending
	for _, g := range claims {
		if g.tight {
			tight = append(tight, g)
		} else {
			sum = plus(sum, g.grows.of(on))
		}
	}
	return plus(sum, o.most(tight, on))
}

// apart returns the most of the claims that can give back what they hold.
func (o *outstanding) apart() (sum yen.Amount) {
	for _, g := range o.claims {
		if !g.steady {
			sum = plus(sum, g.most)
		}
	}
	return sum
}

// rises reports whether what is payable for a part never falls as losses are added to it
// and other claims take what it leaves of the limits: what cuts it is in whole blocks, and
// only limits follow a limit that it shares; and it does not hold more than is payable now.
func (o *outstanding) rises(x *piece) bool {
	p := o.p
	if !p.settled {
		least := p.AtLeast()
		p = &least
	}
	b, shared := newBlocks(), set(0)
	pay, err := p.Pay(o.paid, x.Series)
	if err != nil || pay.Due < x.held.of(^set(0)) || x.low.reduce != x.high.reduce || p.lost(&x.high) > 0 {
		return false
	}
	for i := range p.ops {
		o, on := &p.ops[i], p.on[i]&x.high.live
		wide, alone := b.over(on)
		switch {
		case on == 0, o.kind == round, o.kind == separate, o.kind == reduction && x.high.reduce == 0,
			o.kind.limit() && !p.limits(o):
			continue
		case o.kind == aggregate && wide == on:
			shared |= on
		case on&shared != 0, wide != on, o.kind == scaled, o.kind == waiting && !alone,
			o.kind.together(), o.kind == aggregateDeductible:
			return false
		}
		b.share(o, on)
	}
	return true
}

// additive is described with [Outstanding].
func (o *outstanding) additive() bool {
	for _, g := range o.claims {
		for k := range g.parts {
			x := &g.parts[k]
			keeps := g.steady && (!g.steps || g.heads.rest() == 0 || g.even && o.rises(x))
			if !keeps || o.p.lost(&x.high) > 0 {
				return false
			}
		}
	}
	for i := range o.p.ops {
		switch op := &o.p.ops[i]; {
		case o.p.on[i] == 0:
		case op.kind == franchise, op.kind == waiting, op.kind == perUnit, op.kind == aggregateDeductible,
			op.kind == round && op.term.To.Mode() == yen.HalfEven:
			return false
		}
	}
	return true
}

// bears returns how much more the claims bear of an aggregate deductible.
func (o *outstanding) bears(op *op, on set) Bounds {
	var lost, borne yen.Amount
	for _, g := range o.claims {
		for k := range g.parts {
			all := tally(g.parts[k].high.loss)
			lost = plus(lost, all.of(on))
		}
	}
	for h := range on.all() {
		borne += o.paid.at(int(o.p.slot[h])).borne
	}
	return Bounds{Most: min(max(o.p.at(op, op.amount)-borne, 0), lost)}
}

// takes returns how much more the claims take of a limit.
func (o *outstanding) takes(op *op, on set, together joint) Bounds {
	var least, back, stuck yen.Amount
	for _, g := range o.claims {
		if least += g.alone.under(on); !g.steady {
			back += g.held.of(on)
		}
		if !g.tight {
			stuck += g.held.of(on)
		}
		if !g.tight && g.steps { // what is paid between two steps can be too much
			stuck = plus(stuck, g.grows.of(on))
		}
	}
	p := *o.p
	if !p.settled {
		p = p.AtMost()
	}
	room := max(p.at(op, op.amount)-o.now.of(on), 0)
	return Bounds{Least: max(max(least, together.under(on))-back, 0), Most: min(o.more(o.claims, on), room+stuck)}
}
