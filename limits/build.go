// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A builder checks a tree and lists its terms.
type builder struct {
	*program
}

func refuse(input string, reason error) error { return &Error{"New", input, reason} }

// node adds a node, its heads first, and returns its heads.
func (b builder) node(n Node, depth int) (set, error) {
	var heads set
	if n.leaf {
		if !n.head.valid() || b.position(n.head) >= 0 {
			return 0, refuse(string(n.head), ErrHead)
		}
		if len(b.heads) == mostHeads {
			return 0, refuse(string(n.head), ErrProgram)
		}
		heads = 1 << len(b.heads)
		b.heads = append(b.heads, n.head)
	}
	if depth == mostDepth {
		return 0, refuse("", ErrProgram)
	}
	for _, child := range n.nodes {
		under, err := b.node(child, depth+1)
		if err != nil {
			return 0, err
		}
		heads |= under
	}
	if heads == 0 {
		return 0, refuse("", ErrProgram)
	}
	for _, t := range n.terms {
		if err := b.term(t, heads, depth == 0); err != nil {
			return 0, err
		}
	}
	return heads, nil
}

// term adds a term of a node.
func (b builder) term(t Term, node set, root bool) error {
	id := string(t.clause)
	if len(b.ops) == mostTerms {
		return refuse(id, ErrProgram)
	}
	if t.kind == none {
		return refuse(id, ErrTerm)
	}
	if t.clause == "" || b.find(t.clause) >= 0 {
		return refuse(id, ErrClause)
	}
	if t.least < 0 || t.amount < t.least || t.amount > yen.Max {
		return refuse(id, ErrAmount)
	}
	if t.ratio.Num() < 0 || t.ratio.Num() > t.ratio.Den() {
		return refuse(id, ErrRatio)
	}
	on := node
	if t.some {
		if on = 0; len(t.heads) == 0 {
			return refuse(id, ErrHead)
		}
		for _, h := range t.heads {
			i := b.position(h)
			if i < 0 || node&(1<<i) == 0 {
				return refuse(string(h), ErrHead)
			}
			on |= 1 << i
		}
	}
	if err := b.once(t, on == node && root); err != nil {
		return err
	}
	b.on = append(b.on, on)
	b.ops = append(b.ops, op{
		kind: t.kind, place: len(b.ops), beside: t.beside, mode: t.mode, on: on, node: node, amount: t.amount, least: t.least,
		num: uint64(t.ratio.Num()), den: uint64(t.ratio.Den()), term: &t,
	})
	return nil
}

// once checks the terms that may appear only once, or only at the root.
func (b builder) once(t Term, root bool) error {
	wrong := t.beside && t.kind != perClaim && t.kind != perPeriod
	repeated := slices.ContainsFunc(b.ops, func(o op) bool { return o.kind == t.kind })
	switch t.kind {
	case scaled, reduction:
		wrong = wrong || repeated
		b.reduce = b.reduce || t.kind == reduction
	case round:
		wrong = wrong || repeated || !root || t.mode > yen.Up
	case separate:
		wrong = wrong || repeated || !root
		b.apart = true
	}
	if wrong {
		return refuse(string(t.clause), ErrTerm)
	}
	return nil
}

// link finds the terms that other terms or payments look for, and checks that
// the heads of limits lie within one another or apart.
func (b builder) link() error {
	for i := range b.ops {
		o := &b.ops[i]
		switch o.kind {
		case round:
			b.round = o
		case scaled:
			if err := b.scale(o); err != nil {
				return err
			}
		}
		for j := range i {
			other := &b.ops[j]
			common := o.on & other.on
			if o.limit() && other.limit() && common != 0 && common != o.on && common != other.on {
				return refuse(string(o.term.clause), ErrTerm)
			}
		}
	}
	return nil
}

// scale links the scaled term with the limits that it names.
func (b builder) scale(o *op) error {
	for _, id := range o.term.limits {
		i := b.find(id)
		if i < 0 || !b.ops[i].limit() || b.ops[i].kind == unstated {
			return refuse(string(id), ErrTerm)
		}
		o.limits = append(o.limits, i)
	}
	if len(o.limits) == 0 || b.ops[o.limits[0]].on&o.on != 0 {
		return refuse(string(o.term.clause), ErrTerm)
	}
	b.scaled, b.divide = o, b.ops[o.limits[0]].on
	return nil
}

func (b builder) find(id clause.ID) int {
	return slices.IndexFunc(b.ops, func(o op) bool { return o.term.clause == id })
}
