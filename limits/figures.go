// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
)

// figures checks the figures of a term, and sets those that are numbers.
func (b *builder) figures(o *op, fail func(field, input, want string, why *fault.Reason)) {
	t := o.term
	flat := o.kind == deductible || o.kind == franchise || o.kind == perClaim || o.kind == aggregate
	share := o.kind == shareDeductible
	sound := true
	for _, x := range []struct {
		field string
		v     option.Value
		unit  option.Unit
		needs bool
	}{
		{"amount", t.Amount, option.InYen, flat || share},
		{"least", t.Least, option.InYen, share},
		{"ratio", t.Ratio, option.InRatio, share || o.kind == pays},
		{"below", t.Below, option.InYen, flat && !t.Below.IsZero()},
	} {
		if !x.needs {
			if !x.v.IsZero() {
				fail(x.field, x.v.String(), "not for a term of the kind "+string(t.Kind), fault.ErrMisplaced)
			}
			continue
		}
		if err := b.options.Fits(x.v, x.unit); err != nil {
			for _, e := range fault.All(err) {
				fail(x.field, e.Input, e.Want, e.Reason)
			}
			sound = false
			continue
		}
		for _, id := range x.v.Names() {
			if row, _ := b.options.Row(id); row.With != "" && !b.implies(o, row) {
				fail(x.field, string(id), "only with "+string(row.With), fault.ErrMisplaced)
			}
		}
	}
	if o.kind == scaled == (len(t.Limits) == 0) {
		why := fault.ErrMisplaced
		if o.kind == scaled {
			why = fault.ErrMissing
		}
		fail("limits", "", "the limits of a scaled term", why)
	}
	if !sound {
		return
	}
	if canBeOpen(b.options, t.Amount) && (t.Beside || !t.Below.IsZero()) || canBeOpen(b.options, t.Below) {
		fail("amount", t.Amount.String(), "an option that is always known", fault.ErrOpen)
	}
	if least, ok := t.Least.Amount(); ok {
		if most, ok := t.Amount.Amount(); ok && least > most {
			fail("least", least.String(), "0円 - "+most.String(), fault.ErrOrder)
		}
	}
	if r, ok := t.Ratio.Ratio(); ok {
		o.num, o.den = uint64(r.Num()), uint64(r.Den())
	}
}

// implies reports whether a policy that has the term has the endorsement of the
// option.
func (b *builder) implies(o *op, row option.Row) bool {
	if slices.Contains(o.needs, row.With) {
		return true
	}
	for s := o.on; s != 0; s = s.rest() {
		if !slices.Contains(b.needs[s.first()], row.With) {
			return false
		}
	}
	return true
}

func canBeOpen(options option.Table, v option.Value) bool {
	return slices.ContainsFunc(v.Names(), func(id option.ID) bool {
		row, _ := options.Row(id)
		return row.CanBeOpen()
	})
}

// link finds the limits that a scaled term names, and checks that the heads of
// limits lie within one another or apart.
func (b *builder) link() {
	for i := range b.ops {
		o := &b.ops[i]
		if o.kind == scaled {
			b.scale(o)
		}
		for j := range i {
			other := &b.ops[j]
			common := o.on & other.on
			if o.limit() && other.limit() && common != 0 && common != o.on && common != other.on {
				b.refuse(b.paths[i], string(o.term.Clause), "heads within those of "+string(other.term.Clause), fault.ErrConflict)
				return
			}
		}
	}
}

// scale links the scaled term with the limits that it names.
func (b *builder) scale(o *op) {
	for _, id := range o.term.Limits {
		i := b.find(id)
		path := b.paths[o.place] + ".limits"
		switch {
		case i < 0 || !b.ops[i].limit():
			b.refuse(path, string(id), "a limit that acts", fault.ErrUnknown)
		case canBeOpen(b.options, b.ops[i].term.Amount):
			b.refuse(path, string(id), "a limit that is always known", fault.ErrOpen)
		case len(o.limits) == 0 && b.ops[i].on&o.on != 0:
			b.refuse(path, string(id), "a limit of other heads", fault.ErrConflict)
		}
		if o.limits = append(o.limits, i); i < 0 {
			return
		}
	}
	b.divide = b.ops[o.limits[0]].on
}
