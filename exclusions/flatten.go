// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"cmp"
	"slices"
)

// flatten appends the parts of a rule and of what is below it.
func (c *compiler) flatten(b *branch) error {
	at := len(c.parts)
	if b.Level == 0 {
		if len(c.roots) == mostRoots {
			return refuse(b.Clause.ID, ErrSize)
		}
		c.roots = append(c.roots, root{at, b.Kind, b.Extent, b.Scope})
	}
	c.parts = append(c.parts, part{op: rule, owner: b.owner, in: b.in, ref: uint16(len(c.rules))})
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

// name gives an index to each fact of a condition that does not have one.
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

// literal returns the only fact of a condition, and whether it must be so.
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

// ask adds the questions to the facts, and sorts the facts by name.
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
		case q.After != "" && !asked[q.After]:
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
	for _, i := range c.byName {
		c.names = append(c.names, c.facts[i].Fact)
	}
	c.survey()
	return nil
}
