// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"iter"
	"slices"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/diagram"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// Bounds returns the least and the most that is payable now under each head of loss, in
// yen, in the order in which limits fill the heads; see [limits.Part].Now. Of a claim that
// is decided they are one, unless the split over the heads is open; see Undivided. Those
// that are not Exact are bounds that no payment passes: while amounts or limits are unknown,
// see [limits.Program.RangeHeads], and wider for several third-party claims.
func (a Assessment) Bounds() iter.Seq2[limits.Head, limits.Bounds] {
	return func(yield func(limits.Head, limits.Bounds) bool) {
		if a.policy == nil {
			return
		}
		all := a.boundHeads()
		for h := range a.program.Heads() {
			if !yield(h, all[h]) {
				return
			}
		}
	}
}

func (a *Assessment) boundHeads() map[limits.Head]limits.Bounds {
	all := map[limits.Head]limits.Bounds{}
	if a.Decision != Open && len(a.Undivided) == 0 {
		for h, p := range a.Payment.Parts() {
			all[h] = limits.Bounds{Least: p.Now, Most: p.Now, Exact: true}
		}
		for h := range a.program.Heads() {
			if _, ok := all[h]; !ok {
				all[h] = limits.Bounds{Exact: true}
			}
		}
		return all
	}
	if a.asking != nil {
		return a.asking.bounds()
	}
	return a.widest()
}

// heads bounds the heads by the answers that can come together.
func (d *doubter) heads() map[limits.Head]limits.Bounds {
	all := map[limits.Head]limits.Bounds{}
	if !d.exceeded() && d.splits(all) {
		return all
	}
	return d.a.widest()
}

// widest bounds the heads by all that may be a loss under them.
func (a *Assessment) widest() map[limits.Head]limits.Bounds {
	of := a.bare() // those that were paid can have one of the losses that come to the same
	a.fill(of, a.amounts())
	all, ok := a.headsOf(of)
	if ok {
		return all
	}
	all = map[limits.Head]limits.Bounds{}
	pool := a.pooled()
	most, before := map[limits.Head]yen.Amount{}, pool.Paid()
	for k := range a.parts {
		before += a.parts[k].had.Paid()
	}
	for k := range a.parts {
		for h, x := range a.parts[k].had.All() {
			most[h] += x.Loss
		}
		for _, l := range possibly(&of[k]) {
			most[l.Head] += l.Amount
		}
	}
	for h := range a.program.Heads() {
		paid := pool.Of(h).Paid
		for k := range a.parts {
			paid += a.parts[k].had.Of(h).Paid
		}
		// Nothing is payable under any head if too much was paid for the claim.
		b := limits.Bounds{Least: -paid, Most: max(most[h]-paid, 0), Exact: most[h] == 0 && paid == 0}
		if before == 0 { // then no other head is set off
			b.Most = min(b.Most, a.Most)
		}
		all[h] = b
	}
	return all
}

// divides returns whether answers divide the payment over the heads in several ways. It
// is Yes if they may.
func (d *doubter) divides() fact.Truth {
	heads := map[limits.Head]bool{}
	for _, p := range d.pieces {
		heads[d.a.items[p.item].Item.Head] = true
	}
	for i, b := range d.base {
		if b.Most > 0 {
			heads[d.a.items[i].Item.Head] = true
		}
	}
	if len(heads) < 2 {
		return fact.No
	}
	all := map[limits.Head]limits.Bounds{}
	if !d.splits(all) {
		return fact.Yes
	}
	for _, b := range all {
		if b.Least != b.Most {
			return fact.Yes
		}
	}
	return fact.No
}

// splits bounds the heads by every combination of pieces that some answers come to. It
// returns false if there are too many, or one cannot be bounded.
func (d *doubter) splits(to map[limits.Head]limits.Bounds) bool {
	if len(d.pieces) > mostTried {
		return false
	}
	first := true
	ok := d.combinations(d.may, func(mask uint64, _ diagram.Diagram) bool {
		now, ok := d.a.headsOf(d.demands(mask, mask))
		for h := range d.a.program.Heads() {
			b := now[h]
			if b.Exact = b.Exact && d.worlds.exact; !first {
				was := to[h]
				b = limits.Bounds{
					Least: min(b.Least, was.Least), Most: max(b.Most, was.Most), Exact: b.Exact && was.Exact,
				}
			}
			to[h] = b
		}
		first = false
		return ok
	})
	if !ok {
		clear(to)
	}
	return ok && !d.space.Exceeded()
}

// headsOf bounds the heads by the losses of demands, if they are certain or of one demand.
func (a *Assessment) headsOf(of []demand) (all map[limits.Head]limits.Bounds, ok bool) {
	all = map[limits.Head]limits.Bounds{}
	if !slices.ContainsFunc(of, uncertain) {
		pay, err := a.run(a.program, of, certainly)
		for h, p := range pay.Parts() {
			all[h] = limits.Bounds{Least: p.Now, Most: p.Now, Exact: true}
		}
		if err == nil || openLimit(err) == "" {
			return all, err == nil
		}
	}
	if len(of) > 1 || a.owed > 0 {
		return nil, false
	}
	sum, err := a.program.Range(a.base, of[0].had, of[0].certain, of[0].possible)
	if err != nil {
		return nil, false
	}
	heads, err := a.program.RangeHeads(a.base, of[0].had, of[0].certain, of[0].possible)
	if err != nil {
		return nil, false
	}
	pool := a.pooled()
	for h, b := range heads { // less what was paid for the claim, unless that is more in all
		paid := pool.Of(h).Paid
		switch b.Least, b.Most = b.Least-paid, b.Most-paid; {
		case sum.Most < pool.Paid():
			b = limits.Bounds{Exact: true}
		case sum.Least < pool.Paid():
			b = limits.Bounds{Least: min(b.Least, 0), Most: max(b.Most, 0)}
			b.Exact = b.Least == b.Most
		}
		all[h] = b
	}
	return all, true
}
