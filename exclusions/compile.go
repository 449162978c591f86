// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"cmp"
	"slices"

	"github.com/baiseki/baiseki/clause"
)

const (
	deepestRule      = 16   // the levels of exceptions
	largestWording   = 4096 // the parts of all conditions
	mostRoots        = 256  // the rules on level 0 and the effects
	mostFacts        = 64 * len(set{})
	mostEndorsements = 64
)

// A program is a wording in the form in which it is evaluated: the parts of
// all rules in one row, each rule before its condition, its condition before
// its exceptions, so that what belongs to a part stands from its index to end.
//
// Facts that stand right below one connective are one part, every or either,
// with a bit for each of them: pos for those that must be so and neg for those
// that must not. Sixty-four facts share a word, so it is decided at once.
type program struct {
	source Wording
	parts  []part
	rules  []compiled
	roots  []root
	facts  []Question // by index
	byName []uint16   // the indexes of the facts by rising name
}

type part struct {
	op       op
	owner    uint8  // 1 more than the index of the endorsement, 0 for none
	word     uint8  // the word in which the facts stand
	end      uint16 // the index after the last of its parts
	ref      uint16 // the index of the rule
	pos, neg uint64
}

type compiled struct {
	Node
	at int // the index of its part
}

// A root is a rule on level 0 or an effect.
type root struct {
	at     int
	kind   Kind
	extent Extent
	scope  Scope
}

// A branch is a rule while moves may still be put under it.
type branch struct {
	Node
	owner  uint8
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
		b, err := c.grow(r, Node{}, 0)
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
			if err := c.move(e, m, uint8(i+1)); err != nil {
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

// grow checks a rule and its exceptions. What n holds is theirs, too.
func (c *compiler) grow(r Rule, n Node, owner uint8) (*branch, error) {
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
	b := &branch{Node: n, owner: owner}
	c.nodes[id] = b
	n.Under, n.Level = id, n.Level+1
	for _, x := range r.Unless {
		under, err := c.grow(x, n, owner)
		if err != nil {
			return nil, err
		}
		b.unless = append(b.unless, under)
	}
	return b, nil
}

// move puts what an endorsement adds where it belongs.
func (c *compiler) move(e Endorsement, m Move, owner uint8) error {
	if m.Rule.Clause == (clause.Clause{}) {
		m.Rule.Clause = e.Clause
	}
	refuse := func(why error) error {
		return &Error{Func: "Wording.Schedule", Clause: e.Clause.ID, Target: m.Target, Err: why}
	}
	n := Node{Kind: m.Kind, Endorsement: e.Clause.ID}
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
	case Excludes, AddsCover, AddsPerson, Waives:
		if m.Target != "" {
			return refuse(ErrLevel)
		}
	default:
		return refuse(ErrMove)
	}
	b, err := c.grow(m.Rule, n, owner)
	if err != nil {
		err := err.(*Error)
		err.Clause, err.Target = e.Clause.ID, err.Clause
		return err
	}
	if target != nil {
		target.unless = append(target.unless, b)
	} else {
		c.trees = append(c.trees, b)
	}
	return nil
}

// flatten appends the parts of a rule and of what is below it.
func (c *compiler) flatten(b *branch) error {
	at := len(c.parts)
	if b.Level == 0 {
		if len(c.roots) == mostRoots {
			return refuse(b.Clause.ID, ErrSize)
		}
		c.roots = append(c.roots, root{at, b.Kind, b.Extent, b.Scope})
	}
	c.parts = append(c.parts, part{op: rule, owner: b.owner, ref: uint16(len(c.rules))})
	c.rules = append(c.rules, compiled{b.Node, at})
	if c.name(b.When); len(c.facts) > mostFacts || !c.emit(b.When) {
		return refuse(b.Clause.ID, ErrSize)
	}
	for _, x := range b.unless {
		if err := c.flatten(x); err != nil {
			return err
		}
	}
	c.parts[at].end = uint16(len(c.parts))
	return nil
}

// name gives an index to each fact of a condition that has none.
func (c *compiler) name(when Cond) {
	if when.cond == nil {
		return
	}
	if _, ok := c.index[when.fact]; when.op == is && !ok {
		c.index[when.fact] = uint16(len(c.facts))
		c.facts = append(c.facts, Question{Fact: when.fact})
	}
	for _, of := range when.of {
		if len(c.facts) <= mostFacts {
			c.name(of)
		}
	}
}

// emit appends the parts of a condition and reports whether they fit.
func (c *compiler) emit(when Cond) bool {
	if when.cond == nil {
		when = All()
	}
	at := len(c.parts)
	p := part{op: when.op}
	of := when.of
	if _, _, ok := when.literal(); ok {
		p.op, of = all, []Cond{when}
	}
	c.parts = append(c.parts, p)
	var words [len(set{})]part
	for _, x := range of {
		if f, so, ok := x.literal(); ok {
			w := &words[c.index[f]/64]
			w.op, w.word = every, uint8(c.index[f]/64)
			if p.op == some {
				w.op = either
			}
			if bit := uint64(1) << (c.index[f] % 64); so {
				w.pos |= bit
			} else {
				w.neg |= bit
			}
		}
	}
	for _, w := range words {
		if w.pos|w.neg != 0 {
			w.end = uint16(len(c.parts) + 1)
			c.parts = append(c.parts, w)
		}
	}
	fits := len(c.parts) <= largestWording
	for _, x := range of {
		if _, _, ok := x.literal(); !ok {
			fits = fits && c.emit(x)
		}
	}
	if p.op != not && len(c.parts) == at+2 {
		c.parts = append(c.parts[:at], c.parts[at+1]) // one part needs no connective
	}
	c.parts[at].end = uint16(len(c.parts))
	return fits
}

// literal returns the fact on which alone a condition turns, and whether it
// must be so.
func (c Cond) literal() (f Fact, so, ok bool) {
	switch {
	case c.cond == nil:
		return "", false, false
	case c.op == not:
		f, so, ok = c.of[0].literal()
		return f, !so, ok
	}
	return c.fact, true, c.op == is
}

// ask puts the questions to the facts, and sorts the facts by name.
func (c *compiler) ask(questions []Question) error {
	named := len(c.facts)
	asked := map[Fact]bool{}
	for _, q := range questions {
		i, ok := c.index[q.Fact]
		if !ok {
			i = uint16(min(len(c.facts), mostFacts))
			c.facts = append(c.facts[:i:i], Question{})
		}
		err := &Error{Func: "Wording.Schedule", Input: string(q.Fact)}
		switch {
		case !q.Fact.valid():
			err.Err = ErrFact
		case asked[q.Fact]:
			err.Err = ErrDuplicate
		case q.JA == "" || q.EN == "":
			err.Err = ErrQuestion
		case q.Usual != Unknown && q.Nature != Plain:
			err.Err = ErrJudged
		case q.Usual > Yes || q.Nature > Judged:
			err.Err = ErrQuestion
		case int(i) == mostFacts:
			err.Err = ErrSize
		default:
			c.facts[i], c.index[q.Fact], asked[q.Fact] = q, i, true
			continue
		}
		return err
	}
	for _, q := range c.facts[:named] {
		if len(questions) > 0 && !asked[q.Fact] {
			return &Error{Func: "Wording.Schedule", Input: string(q.Fact), Err: ErrFact}
		}
	}
	c.byName = make([]uint16, len(c.facts))
	for i := range c.byName {
		c.byName[i] = uint16(i)
	}
	slices.SortFunc(c.byName, func(i, j uint16) int { return cmp.Compare(c.facts[i].Fact, c.facts[j].Fact) })
	return nil
}

// question returns the question about a fact of the vocabulary.
func (p *program) question(f Fact) Question {
	i := slices.IndexFunc(p.facts, func(q Question) bool { return q.Fact == f })
	return p.facts[i]
}
