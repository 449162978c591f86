// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"errors"
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// A branch is a rule to which moves may still add exceptions.
type branch struct {
	Node
	owner  uint8 // as in a part
	in     uint8
	unless []*branch
}

type compiler struct {
	*program
	index map[Fact]uint16
	nodes map[clause.ID]*branch
	taken map[clause.ID]bool // the ids of endorsements
	trees []*branch
}

// compile checks a wording. See [Wording.Schedule] for the errors.
func compile(w Wording) (*program, error) {
	c := compiler{&program{}, map[Fact]uint16{}, map[clause.ID]*branch{}, map[clause.ID]bool{}, nil}
	for _, r := range w.Rules {
		b, err := c.grow(r, Node{}, noIndex, noIndex)
		if err != nil {
			return nil, err
		}
		c.trees = append(c.trees, b)
	}
	if len(w.Endorsements) > mostEndorsements {
		return nil, refuse(w.Endorsements[mostEndorsements].Clause.ID, ErrSize)
	}
	for i, e := range w.Endorsements {
		id := e.Clause.ID
		if id == "" {
			return nil, refuse(id, ErrClause)
		}
		if c.nodes[id] != nil || c.taken[id] {
			return nil, refuse(id, ErrDuplicate)
		}
		c.taken[id] = true
		for _, m := range e.Moves {
			if err := c.move(e, m, uint8(i)); err != nil {
				return nil, err
			}
		}
	}
	for _, b := range c.trees {
		if err := c.flatten(b); err != nil {
			return nil, err
		}
	}
	if err := c.ask(w.Questions); err != nil {
		return nil, err
	}
	c.source = Wording{clone(w.Rules), cloneEndorsements(w.Endorsements), slices.Clone(w.Questions)}
	return c.program, nil
}

func refuse(id clause.ID, why error) *Error {
	return &Error{Func: "Wording.Schedule", Clause: id, Err: why}
}

// grow checks a rule and its exceptions. All of them get what n holds, the owner
// and the parts of the cover.
func (c *compiler) grow(r Rule, n Node, owner, in uint8) (*branch, error) {
	id := r.Clause.ID
	switch {
	case id == "":
		return nil, refuse(n.Under, ErrClause)
	case c.nodes[id] != nil || c.taken[id] && id != n.Endorsement:
		return nil, refuse(id, ErrDuplicate)
	case n.Level > deepestRule:
		return nil, refuse(id, ErrDepth)
	case len(c.nodes) >= largestWording:
		return nil, refuse(id, ErrSize)
	case n.Level > 0 && (r.Scope != "" || r.Extent != Whole) || r.Extent > Excess:
		return nil, refuse(id, ErrScope)
	case r.When.cond != nil && r.When.err != nil:
		err := refuse(id, r.When.err)
		err.Input = string(r.When.fact)
		return nil, err
	}
	n.Clause, n.When = r.Clause, r.When
	if n.Level == 0 {
		n.Scope, n.Extent = r.Scope, r.Extent
	}
	b := &branch{Node: n, owner: owner, in: in}
	c.nodes[id] = b
	n.Under, n.Level = id, n.Level+1
	for _, x := range r.Unless {
		under, err := c.grow(x, n, owner, in)
		if err != nil {
			return nil, err
		}
		b.unless = append(b.unless, under)
	}
	return b, nil
}

// move adds a move of an endorsement to the rules.
func (c *compiler) move(e Endorsement, m Move, owner uint8) error {
	if m.Rule.Clause == (clause.Clause{}) {
		m.Rule.Clause = e.Clause
	}
	refuse := func(why error) error {
		return &Error{Func: "Wording.Schedule", Clause: e.Clause.ID, Target: m.Target, Err: why}
	}
	n := Node{Kind: m.Kind, Endorsement: e.Clause.ID, In: slices.Clone(m.In)}
	target := c.nodes[m.Target]
	switch m.Kind {
	case GivesBack, TakesBack:
		if target == nil {
			return refuse(ErrTarget)
		}
		if excepts := target.Level%2 == 1; excepts != (m.Kind == TakesBack) {
			return refuse(ErrLevel)
		}
		n.Under, n.Level = m.Target, target.Level+1
		n.Scope, n.Extent = target.Scope, target.Extent
		for _, in := range m.In {
			if !target.Scope.contains(in) {
				return refuse(ErrScope)
			}
		}
	case Excludes, AddsCover, AddsPerson, Waives:
		switch {
		case m.Target != "":
			return refuse(ErrLevel)
		case len(m.In) > 0:
			return refuse(ErrScope)
		}
	default:
		return refuse(ErrMove)
	}
	in := uint8(noIndex)
	if len(m.In) > 0 && !slices.Contains(m.In, "") { // the zero Scope is all there is
		if len(c.narrow) == mostNarrow {
			return refuse(ErrSize)
		}
		in = uint8(len(c.narrow))
		c.narrow = append(c.narrow, slices.Clone(m.In))
	}
	b, err := c.grow(m.Rule, n, owner, in)
	if err != nil {
		if refused, ok := errors.AsType[*Error](err); ok {
			refused.Clause, refused.Target = e.Clause.ID, refused.Clause
		}
		return err
	}
	if target != nil {
		target.unless = append(target.unless, b)
	} else {
		c.trees = append(c.trees, b)
	}
	return nil
}
