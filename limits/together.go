// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"math/bits"

	"github.com/baiseki/baiseki/yen"
)

// A joint is the least that some claims are due together. The zero joint is of no claims.
type joint struct {
	o      *outstanding
	claims []*pending
	blocks blocks     // in which a sum is certain, and not its split
	heads  set        // under which anything can be due
	run    *run       // with the amounts of all claims; nil if nothing is certain
	more   wide       // of what was paid, under no head in particular
	paid   yen.Amount // of what is due
	lost   yen.Amount // yen of a rounding that no head of a part can have
}

// A teamwork is the work of [outstanding.together].
type teamwork struct {
	joint
	p      Program // relaxed
	union  claim   // with the most losses of all
	each   []run   // of the parts, as far as a limit has not brought them together
	of     []*pending
	high   []*claim
	merged set
	cut    map[int]set // heads of which a term may leave nothing, as it has not the same share of all
	raised map[*pending]bool
}

// together finds the least that some claims are due together after all others took what
// they can. A claim that can give back what it holds is one of the others.
//
// Each part is taken through the terms with what is certain of it until an aggregate
// limit may cut the sum. What passes the limit, in whatever order, comes to what it
// leaves or to all that came to it, because what a part is due is never more than what
// passed. The terms after it act on the sum as on one part, with a deductible for each:
// no split of the sum leaves less. What a claim was paid before is due in any case.
func (o *outstanding) together(claims ...*pending) joint {
	w := teamwork{joint: joint{o: o}, raised: map[*pending]bool{}, cut: map[int]set{}}
	for _, g := range claims {
		if g.steady && !g.apart && (g.tight || len(claims) == 1) {
			w.claims, w.paid = append(w.claims, g), w.paid+g.paid
		}
	}
	held := o.after(w.claims)
	for _, g := range w.claims {
		for h, a := range g.held {
			held[h] -= a
		}
	}
	paid := o.period(held, tally{})
	if !w.start(&paid) {
		return joint{}
	}
	for i := range w.p.ops {
		w.act(&w.p.ops[i], w.p.on[i])
		w.run.fill(w.cut[i]&w.run.live, wide{})
		for k := range w.each {
			w.each[k].fill(w.cut[i]&w.each[k].live, wide{})
		}
	}
	for _, g := range w.claims {
		if lack := w.raise(g); g.heads.rest() == 0 {
			w.add(g, lack)
		} else {
			w.more = w.more.plus(lack)
		}
	}
	for k := range w.each {
		w.gather(&w.each[k], ^set(0))
	}
	return w.joint
}

// start makes the runs of all parts, and reports whether their amounts fit.
func (w *teamwork) start(paid *Paid) bool {
	p := w.o.bearing(atLeast)
	p.joint = true
	w.union = claim{paid: paid, series: &Series{}}
	if err := p.load(&w.union); err != nil {
		return false
	}
	for _, g := range w.claims {
		rest := g.paid
		for k := range g.parts {
			x := &g.parts[k]
			for h, a := range x.high.loss {
				p.put(&w.union, h, a)
				rest -= a
			}
			w.union.reduce += x.low.reduce
			w.lost += p.lost(&x.high)
		}
		if rest > 0 {
			p.put(&w.union, g.first(), rest)
		}
		if w.union.total > yen.Max {
			return false
		}
	}
	below, _, b, _ := p.relax(&w.union)
	w.blocks, w.heads = b, w.union.live
	for i := range p.ops {
		o, on := &below.ops[i], below.on[i]&w.union.live
		if o.kind == waiting && on != 0 || o.kind == scaled && p.mayCut(o, &w.union, on) {
			below.widen(p, i, 0)
			w.cut[i] = on
		}
	}
	w.p = below
	all, fits := w.p.begin(&w.union)
	for _, g := range w.claims {
		for k := range g.parts {
			r, ok := w.p.begin(&g.parts[k].low)
			fits = fits && ok
			w.each, w.of, w.high = append(w.each, r), append(w.of, g), append(w.high, &g.parts[k].high)
		}
	}
	clear(all.amount)
	all.live = 0
	w.run = &all
	return fits
}

// act applies a term.
func (w *teamwork) act(o *op, on set) {
	r := w.run
	switch {
	case on&w.union.live == 0:
		return
	case o.kind == aggregate:
		if w.p.limits(o) && w.p.mayCut(o, &w.union, on&w.union.live) {
			w.merge(on)
			r.fill(on&r.live, r.in(w.p.left(o, &w.union)))
		}
		return
	case o.kind == aggregateDeductible:
		w.merge(on)
		r.take(on&r.live, r.in(w.p.bearing(o, &w.union)))
		return
	case o.kind == pays:
		r.multiply(on&r.live, o.num, o.den)
	case on&w.merged != 0:
		w.merge(on)
		w.actOnSum(o, on)
		return
	}
	for k := range w.each {
		if x := &w.each[k]; on&x.live != 0 {
			x.act(o, on&x.live)
		}
	}
}

// actOnSum applies a term of each part to the sum.
func (w *teamwork) actOnSum(o *op, on set) {
	r, n := w.run, yen.Amount(0)
	for _, high := range w.high {
		if on&high.live != 0 {
			n++
		}
	}
	times := func(f figure) wide {
		a := min(w.p.at(o, f), w.union.total)
		if n == 0 || a > w.union.total/n {
			return r.in(w.union.total)
		}
		return r.in(a * n)
	}
	on &= r.live
	switch o.kind {
	case deductible, franchise, togetherAtLeast:
		r.take(on, times(o.amount))
	case shareDeductible:
		share := r.sum(on).part(o.num, o.den).plus(times(o.least))
		r.take(on, least(share, times(o.amount)))
	case reduction:
		r.take(on, r.in(w.union.reduce))
	case perClaim:
		if w.p.limits(o) {
			r.fill(on, r.in(w.p.at(o, o.amount)))
		}
	case perUnit:
		if w.p.limits(o) {
			r.fill(on, wide{})
		}
	}
}

// merge brings the amounts of all parts under some heads together.
func (w *teamwork) merge(on set) {
	for _, g := range w.claims {
		switch {
		case g.heads&on == 0:
		case g.heads&^on == 0:
			w.add(g, w.raise(g))
		default:
			w.raised[g] = true // what is due for its heads together is not known from here on
		}
	}
	for k := range w.each {
		w.gather(&w.each[k], on)
	}
	w.merged |= on
}

// gather moves amounts of a part to the sum.
func (w *teamwork) gather(x *run, on set) {
	for h := range (on & x.live).all() {
		w.run.amount[h] = w.run.amount[h].plus(x.amount[h])
		w.run.live |= 1 << h
		x.set(h, wide{})
	}
}

// raise returns what is due for a claim because it was paid, beyond its amounts, once.
func (w *teamwork) raise(g *pending) (lack wide) {
	if w.raised[g] || g.paid == 0 {
		return wide{}
	}
	w.raised[g] = true
	var sum wide
	for k, of := range w.of {
		if of == g {
			sum = sum.plus(w.each[k].sum(w.each[k].live))
		}
	}
	paid := w.run.in(g.paid)
	return paid.minus(least(paid, sum))
}

// add adds an amount to the sum under the first head of a claim.
func (w *teamwork) add(g *pending, amount wide) {
	if h := g.first(); amount != (wide{}) {
		w.run.amount[h] = w.run.amount[h].plus(amount)
		w.run.live |= 1 << h
	}
}

// total returns the least that the claims are paid together. Each part can lose most of a
// yen to its rounding.
func (j *joint) total() yen.Amount {
	if j.run == nil {
		return 0
	}
	sum, _ := j.run.yen(j.run.sum(j.run.live).plus(j.more))
	sum -= j.paid
	return max(sum-max(j.rounded(^set(0))-1, 0)-j.lost, 0)
}

// rounded returns how many parts can be due fractions of a yen under some heads.
func (j *joint) rounded(on set) (n yen.Amount) {
	for _, g := range j.claims {
		for k := range g.parts {
			if live := g.parts[k].high.live; live&on != 0 && j.o.p.divides(live) {
				n++
			}
		}
	}
	return n
}

// divides reports whether a loss under some heads can be due a fraction of a yen.
func (p *Program) divides(on set) bool {
	for i := range p.ops {
		if o := &p.ops[i]; p.on[i]&on != 0 && (o.den > 1 || o.kind == scaled || o.kind == waiting) {
			return true
		}
	}
	return false
}

// under returns the least that the claims take under some heads, beyond what they hold: of
// each block, what others of its heads cannot take.
func (j *joint) under(on set) (sum yen.Amount) {
	if j.run == nil {
		return 0
	}
	for rest := j.heads; rest != 0; {
		block := j.blocks[rest.first()] & j.heads
		rest &^= block
		if block&on == 0 {
			continue
		}
		least, _ := j.run.yen(j.run.sum(block & j.run.live))
		least -= max(j.rounded(block)*yen.Amount(bits.OnesCount32(uint32(block)))-1, 0)
		if other := block &^ on; other != 0 {
			least -= j.o.more(j.claims, other)
			for _, g := range j.claims {
				if g.heads&other != 0 {
					least -= g.paid
				}
			}
		}
		sum += max(least, 0)
	}
	for _, g := range j.claims {
		sum -= g.held.of(on)
	}
	return max(sum, 0)
}
