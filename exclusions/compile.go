// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"errors"
	"fmt"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

const (
	deepestRule      = 16   // the levels of exceptions
	largestWording   = 4096 // the parts of all conditions
	mostRoots        = 256  // the rules on level 0 and the effects
	mostEndorsements = 64
	mostNarrow       = 64 // the moves that act in parts of a scope
	noIndex          = 64 // in place of the index of an endorsement or such a move: a shift by it leaves no bit
)

// A node is a condition or a rule, as it is written. A rule holds if all of its
// parts do: first those of its condition and then, turned round, its exceptions.
type node struct {
	op        op
	not       bool   // turned round
	fact      uint8  // of is
	owner, in uint8  // of a rule: its endorsement, and the parts of the cover in which it acts; or noIndex
	rule      uint16 // the number of the rule, from 1; 0 for a condition
	own       uint16 // of a rule: how many of its parts are its condition
	of        []node
}

// New checks a wording and returns its schedule with no endorsement attached. The
// target of a move is a rule of the wording, or of an earlier move. New returns
// all the faults that it finds, joined; [fault.All] lists them. Each has a path
// that names the rule, endorsement or question by its ID, such as
// endorsements[END-02].moves[0], and
//   - [fault.ErrMissing] if a rule or an endorsement has no ID, or a question lacks
//     a language,
//   - [fault.ErrDuplicate] if an ID or the fact of a question appears twice,
//   - [fault.ErrUnknown] if no rule before a move has the ID of its target, a kind,
//     an extent or a default answer is none of the constants, there are questions
//     and a fact has none, or no earlier question is about After,
//   - [fault.ErrMisplaced] if the target of Restores is on an odd level, that of
//     Restricts is on an even level, another kind of move has a target or In, an
//     exception has a scope or an extent, or a part in [Move].In is outside the
//     scope of the target,
//   - [fault.ErrSyntax] if the name of a fact is not valid,
//   - [fault.ErrJudged] if a fact that a person must judge has a default answer,
//   - [fault.ErrSize] if a condition has more than 32 levels or 1,024 parts, a rule
//     more than 16 levels of exceptions, or the wording more than 4,096 parts, 256
//     rules and effects, 256 facts, 64 endorsements, or 64 moves that act in parts
//     of the cover.
func New(w Wording) (Schedule, error) {
	c := compiler{schedule: &schedule{index: map[clause.ID]int{}}}
	for i, r := range w.Rules {
		c.grow(r, Node{}, noIndex, noIndex, name("rules", string(r.Clause.ID), i))
	}
	if len(w.Endorsements) > mostEndorsements {
		c.refuse(name("endorsements", "", mostEndorsements), "", fault.ErrSize)
		w.Endorsements = w.Endorsements[:mostEndorsements]
	}
	for i, e := range w.Endorsements {
		path := name("endorsements", string(e.Clause.ID), i)
		switch _, taken := c.index[e.Clause.ID]; {
		case e.Clause.ID == "":
			c.refuse(path, "", fault.ErrMissing)
		case taken:
			c.refuse(path, "", fault.ErrDuplicate)
		}
		c.index[e.Clause.ID] = ofEndorsement
		for j, m := range e.Moves {
			c.move(e, m, uint8(i), fmt.Sprintf("%s.moves[%d]", path, j))
		}
	}
	c.ask(w.Questions)
	if len(c.faults) > 0 {
		return Schedule{}, errors.Join(c.faults...)
	}
	c.source = w.clone() // now that it is known not to be too deep
	c.finish()
	return Schedule{schedule: c.schedule}, nil
}

// A compiler makes a schedule of a wording.
type compiler struct {
	*schedule
	unless [][]int  // of each rule, its exceptions
	paths  []string // of each rule
	size   int      // the parts of all conditions
	full   bool     // whether there are too many rules
	faults []error
}

const ofEndorsement = -1 // the index of the clause of an endorsement that is not that of a rule

// name returns the path of a part of a list: by its ID or, if it has none, its index.
func name(list, id string, i int) string {
	if id == "" {
		return fmt.Sprintf("%s[%d]", list, i)
	}
	return list + "[" + id + "]"
}

func (c *compiler) refuse(path, input string, why *fault.Reason) {
	c.faults = append(c.faults, &fault.Error{Op: "exclusions.New", Path: path, Input: input, Reason: why})
}

// grow checks a rule and its exceptions and numbers them. All of them get what n
// holds, the owner and the parts of the cover.
func (c *compiler) grow(r Rule, n Node, owner, in uint8, path string) {
	id := r.Clause.ID
	was, taken := c.index[id]
	switch {
	case id == "":
		c.refuse(path, "", fault.ErrMissing)
	case taken && (was != ofEndorsement || id != n.Endorsement):
		c.refuse(path, string(id), fault.ErrDuplicate)
	case n.Level > deepestRule:
		c.refuse(path, "", fault.ErrSize)
		return
	case len(c.rules) == largestWording:
		if !c.full {
			c.refuse(path, "", fault.ErrSize)
		}
		c.full = true
		return
	}
	if n.Level > 0 && (r.Scope != "" || r.Extent != Whole) {
		c.refuse(path, "", fault.ErrMisplaced)
	}
	if r.Extent > Excess {
		c.refuse(path+".extent", r.Extent.String(), fault.ErrUnknown)
	}
	if r.When.levels > deepestCond || r.When.parts > largestCond {
		c.refuse(path+".when", "", fault.ErrSize)
	}
	c.size += int(r.When.parts)
	n.Clause, n.When = r.Clause, r.When
	if n.Level == 0 {
		n.Scope, n.Extent = r.Scope, r.Extent
	}
	i := len(c.rules)
	c.index[id] = i
	c.rules = append(c.rules, compiled{node{op: all, owner: owner, in: in, rule: uint16(i + 1)}, n})
	c.unless, c.paths = append(c.unless, nil), append(c.paths, path)
	if n.Level == 0 {
		c.tops = append(c.tops, i)
	} else {
		under := c.index[n.Under]
		c.unless[under] = append(c.unless[under], i)
	}
	n.Under, n.Level = id, n.Level+1
	for j, x := range r.Unless {
		c.grow(x, n, owner, in, path+"."+name("unless", string(x.Clause.ID), j))
	}
}

// move adds a move of an endorsement to the rules.
func (c *compiler) move(e Endorsement, m Move, owner uint8, path string) {
	if m.Rule.Clause == (clause.Clause{}) {
		m.Rule.Clause = e.Clause
	}
	n := Node{Kind: m.Kind, Endorsement: e.Clause.ID, In: slices.Clone(m.In)}
	switch m.Kind {
	case Restores, Restricts:
		i, ok := c.index[m.Target]
		if !ok || i == ofEndorsement {
			c.refuse(path+".target", string(m.Target), fault.ErrUnknown)
			return
		}
		target := c.rules[i].Node
		if excepts := target.Level%2 == 1; excepts != (m.Kind == Restricts) {
			c.refuse(path+".target", string(m.Target), fault.ErrMisplaced)
		}
		n.Under, n.Level = m.Target, target.Level+1
		n.Scope, n.Extent = target.Scope, target.Extent
		for _, in := range m.In {
			if !target.Scope.contains(in) {
				c.refuse(path+".in", string(in), fault.ErrMisplaced)
			}
		}
	case Excludes, AddsCover, AddsPerson, Waives:
		if m.Target != "" {
			c.refuse(path+".target", string(m.Target), fault.ErrMisplaced)
		}
		if len(m.In) > 0 {
			c.refuse(path+".in", string(m.In[0]), fault.ErrMisplaced)
		}
	default:
		c.refuse(path+".kind", m.Kind.String(), fault.ErrUnknown)
		return
	}
	in := uint8(noIndex)
	if len(m.In) > 0 {
		if len(c.narrow) == mostNarrow {
			c.refuse(path+".in", "", fault.ErrSize)
			return
		}
		in = uint8(len(c.narrow))
		c.narrow = append(c.narrow, n.In)
	}
	c.grow(m.Rule, n, owner, in, path+".rule")
}

// ask checks the questions and makes the vocabulary of them or, if there are none,
// of the facts that the rules name.
func (c *compiler) ask(questions []fact.Question) {
	first := map[fact.Name]string{} // the path at which a fact is declared
	declare := func(q fact.Question, path string) {
		if first[q.Fact] == "" {
			first[q.Fact] = path
			c.questions = append(c.questions, q)
		}
	}
	for i, q := range questions {
		path := name("questions", string(q.Fact), i)
		switch {
		case first[q.Fact] != "":
			c.refuse(path, "", fault.ErrDuplicate)
		case q.JA == "" || q.EN == "":
			c.refuse(path, "", fault.ErrMissing)
		case q.Default > fact.Yes:
			c.refuse(path+".default", q.Default.String(), fault.ErrUnknown)
		case q.Default != fact.Unknown && q.Judged:
			c.refuse(path+".default", q.Default.String(), fault.ErrJudged)
		case q.After != "" && first[q.After] == "":
			c.refuse(path+".after", string(q.After), fault.ErrUnknown)
		}
		declare(q, path)
	}
	for i, r := range c.rules {
		for _, f := range r.When.Facts() {
			switch {
			case len(questions) == 0:
				declare(fact.Question{Fact: f}, c.paths[i]+".when")
			case first[f] == "":
				c.refuse(c.paths[i]+".when", string(f), fault.ErrUnknown)
			}
		}
	}
	names := make([]fact.Name, len(c.questions))
	for i, q := range c.questions {
		names[i] = q.Fact
	}
	v, err := fact.NewVocabulary(names...)
	for _, e := range fault.All(err) {
		c.refuse(first[fact.Name(e.Input)], e.Input, e.Reason)
	}
	c.vocabulary = v
	if c.size > largestWording || len(c.tops) > mostRoots {
		c.refuse("", "", fault.ErrSize)
	}
}

// finish makes the nodes, and what acts in each part of the cover.
func (c *compiler) finish() {
	for _, i := range c.tops {
		c.node(i)
	}
	c.all, c.views = c.view(""), map[Scope]view{}
	for _, part := range c.source.Parts {
		c.views[part] = view{}
	}
	for i := range c.rules {
		c.views[c.rules[i].Scope] = view{}
		for _, in := range c.rules[i].In {
			c.views[in] = view{}
		}
	}
	for in := range c.views {
		c.views[in] = c.view(in)
	}
}

// node makes the node of the rule with the index, and of its exceptions.
func (c *compiler) node(i int) *node {
	r := &c.rules[i]
	if when := c.cond(r.When); when.op == all && !when.not {
		r.node.of = when.of
	} else {
		r.node.of = []node{when}
	}
	r.node.own = uint16(len(r.node.of))
	for _, x := range c.unless[i] {
		except := *c.node(x)
		except.not = true
		r.node.of = append(r.node.of, except)
	}
	return &r.node
}

func (c *compiler) cond(when Cond) node {
	switch when.op {
	case not:
		n := c.cond(when.of[0])
		n.not = !n.not
		return n
	case is:
		i, _ := c.vocabulary.Index(when.fact)
		return node{op: is, fact: uint8(i)}
	}
	n := node{op: when.op}
	for _, part := range when.of {
		n.of = append(n.of, c.cond(part))
	}
	return n
}
