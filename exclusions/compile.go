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
	largestWording   = 4096 // the rules, and the parts of all conditions
	mostRoots        = 256  // the rules that are no exceptions
	mostEndorsements = 64
	mostNarrow       = 64 // the exceptions that act in parts of a scope
)

// A node is a condition or a rule, as it is written. A rule holds if all of its
// parts do: first those of its condition and then, turned round, its exceptions.
type node struct {
	op        op
	not       bool   // turned round
	fact      uint8  // of is
	rule      uint16 // the number of the rule, from 1; 0 for a condition
	own       uint16 // of a rule: how many of its parts are its condition
	owner, in uint64 // of a rule: the bits of its endorsement and of where it acts; 0 for any
	of        []node
}

// New checks a wording and returns its schedule with no endorsement attached. It
// returns all the faults that it finds, joined; [fault.All] lists them. Each has a
// path that names the rule, endorsement or question by its ID, such as
// rules[END-02].under, and
//   - [fault.ErrMissing] if a rule or an endorsement has no ID, or a question lacks
//     a language,
//   - [fault.ErrDuplicate] if an ID or the fact of a question appears twice; one
//     rule of an endorsement may have its ID,
//   - [fault.ErrUnknown] if no earlier rule has the ID in Under or Aside, no
//     endorsement has that in With, a default answer is none of the constants, there
//     are questions and a fact has none, or no earlier question is about After,
//   - [fault.ErrMisplaced] if an exception has another scope or class than its rule,
//     a part in In is outside that scope, a rule that is no exception has In, or
//     Aside is not an exception,
//   - [fault.ErrSyntax] if the name of a fact is not valid, or a condition names as a
//     fact a word of [ParseCond], such as not,
//   - [fault.ErrJudged] if a fact that a person must judge has a default answer,
//   - [fault.ErrSize] if a condition has more than 32 levels or 1,024 parts, a rule
//     more than 16 levels of exceptions, or the wording more than 4,096 parts, 4,096
//     rules of which 256 are no exceptions, 256 facts, 64 endorsements, or 64
//     exceptions with In.
func New(w Wording) (Schedule, error) {
	c := compiler{schedule: &schedule{index: map[clause.ID]int{}}, owners: map[clause.ID]uint8{}}
	for i, e := range w.Endorsements {
		path := name("endorsements", string(e.ID), i)
		if i == mostEndorsements {
			c.refuse(path, "", fault.ErrSize)
			break
		}
		c.identify(e.ID, false, path)
		c.owners[e.ID] = uint8(i)
	}
	for i, r := range w.Rules {
		if i == largestWording {
			c.refuse(name("rules", string(r.Clause.ID), i), "", fault.ErrSize)
			break
		}
		c.add(r, w.Endorsements)
	}
	c.ask(w.Questions)
	if len(c.faults) > 0 {
		return Schedule{}, errors.Join(c.faults...)
	}
	c.source = w.clone()
	c.finish()
	return Schedule{schedule: c.schedule}, nil
}

// A compiler makes a schedule of a wording.
type compiler struct {
	*schedule
	owners map[clause.ID]uint8 // of each endorsement, its index
	unless [][]int             // of each rule, its exceptions
	paths  []string            // of each rule
	roots  int                 // the rules that are no exceptions
	size   int                 // the parts of all conditions
	faults []error
}

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

// identify checks an ID. The first rule of an endorsement may have its ID.
func (c *compiler) identify(id clause.ID, own bool, path string) {
	_, ruled := c.index[id]
	_, owns := c.owners[id]
	switch {
	case id == "":
		c.refuse(path, "", fault.ErrMissing)
	case ruled || owns && !own:
		c.refuse(path, string(id), fault.ErrDuplicate)
	}
}

// add checks a rule and fills in what it has of its endorsement, or of the rule to
// which it is an exception.
func (c *compiler) add(r Rule, endorsements []clause.Clause) {
	i := len(c.rules)
	r.In = slices.Clone(r.In)
	owner, known := c.owners[r.With]
	if known && r.Clause == (clause.Clause{}) {
		r.Clause = endorsements[owner]
	}
	path := name("rules", string(r.Clause.ID), i)
	if r.With != "" && !known {
		c.refuse(path+".with", string(r.With), fault.ErrUnknown)
	}
	x := compiled{node: node{op: all, rule: uint16(i + 1)}}
	if known {
		x.node.owner = 1 << owner
	}
	if r.Under == "" {
		c.roots++
		if len(r.In) > 0 {
			c.refuse(path+".in", string(r.In[0]), fault.ErrMisplaced)
		}
	} else if up, ok := c.index[r.Under]; !ok {
		c.refuse(path+".under", string(r.Under), fault.ErrUnknown)
	} else {
		c.except(&r, &x, &c.rules[up], path)
		c.unless[up] = append(c.unless[up], i)
	}
	if aside, ok := c.index[r.Aside]; r.Aside != "" {
		if !ok {
			c.refuse(path+".aside", string(r.Aside), fault.ErrUnknown)
		} else if c.rules[aside].Under == "" {
			c.refuse(path+".aside", string(r.Aside), fault.ErrMisplaced)
		}
	}
	if r.When.levels > deepestCond || r.When.parts > largestCond {
		c.refuse(path+".when", "", fault.ErrSize)
	}
	c.size += int(r.When.parts)
	c.identify(r.Clause.ID, r.With == r.Clause.ID, path)
	c.index[r.Clause.ID] = i
	x.Rule = r
	c.rules, c.unless, c.paths = append(c.rules, x), append(c.unless, nil), append(c.paths, path)
	if r.Under == "" && r.Class != Waiver {
		c.tops = append(c.tops, i)
	}
}

// except checks an exception and fills in what it has of its rule.
func (c *compiler) except(r *Rule, x, rule *compiled, path string) {
	x.level = rule.level + 1
	if x.level == deepestRule+1 { // once, although there may be deeper ones
		c.refuse(path, "", fault.ErrSize)
	}
	if r.Scope != "" && r.Scope != rule.Scope || r.Class != "" && r.Class != rule.Class {
		c.refuse(path, "", fault.ErrMisplaced)
	}
	r.Scope, r.Class = rule.Scope, rule.Class
	if r.With == "" {
		r.With, x.node.owner = rule.With, rule.node.owner
	}
	switch {
	case len(r.In) == 0:
		r.In, x.node.in = rule.In, rule.node.in
		return
	case len(c.narrow) == mostNarrow:
		c.refuse(path+".in", "", fault.ErrSize)
		return
	}
	for _, in := range r.In {
		if !r.Scope.contains(in) {
			c.refuse(path+".in", string(in), fault.ErrMisplaced)
		}
	}
	x.node.in = 1 << len(c.narrow)
	c.narrow = append(c.narrow, r.In)
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
			case reserved(f):
				c.refuse(c.paths[i]+".when", string(f), fault.ErrSyntax)
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
	if c.size > largestWording || c.roots > mostRoots {
		c.refuse("", "", fault.ErrSize)
	}
}

// finish makes the nodes, and what acts in each part of the cover.
func (c *compiler) finish() {
	for i := range c.rules {
		if c.rules[i].level == 0 {
			c.rules[i].wants = c.node(i).wants()
		}
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
	for _, f := range r.When.Facts() {
		n, _ := c.vocabulary.Index(f)
		r.names.Put(n)
	}
	for _, x := range c.unless[i] {
		except := *c.node(x)
		r.names.Join(&c.rules[x].names)
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

// wants returns facts of which one must be so for a node to hold, before it is turned
// round; no facts if it can hold whatever is so.
func (n *node) wants() (facts fact.Bits) {
	if n.op == is {
		facts.Put(int(n.fact))
	}
	for i := range n.of {
		var part fact.Bits
		if x := &n.of[i]; !x.not {
			part = x.wants()
		}
		if none := part == (fact.Bits{}); n.op == all && !none || n.op == some && none {
			return part
		}
		facts.Join(&part)
	}
	return facts
}
