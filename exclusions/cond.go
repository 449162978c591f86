// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
)

// A Cond is a condition on facts, built with [Is], [Not], [All] and [Any]. It is
// an immutable value. The zero Cond is always met. [ParseCond] describes the text
// form, which is also the JSON form.
//
// A condition that is built of more than 1,024 parts has none: [New] refuses it
// with [fault.ErrSize], it names no facts, and its text is "...".
type Cond struct {
	op     op
	levels uint8  // at least 1, unless it is the zero Cond
	parts  uint16 // all that it is built of, with itself
	fact   fact.Name
	of     []Cond
}

const (
	deepestCond = 32   // the levels of a condition that New accepts
	largestCond = 1024 // its parts
)

type op uint8

const (
	all   op = iota // met if every part is
	some            // met if one part is
	is              // met if the fact is so
	not             // met if its part is not
	large           // too large, and refused
)

// Is returns a condition that is met if the answer for f is yes.
func Is(f fact.Name) Cond { return Cond{op: is, levels: 1, parts: 1, fact: f} }

// Not returns a condition that is met if c is not met. If c is Unknown, so is
// the new condition.
func Not(c Cond) Cond { return join(not, c) }

// All returns a condition that is met if every given condition is met. Without
// conditions, it is always met. If a given condition is not met, the result is
// No even if others are Unknown.
func All(c ...Cond) Cond { return join(all, c...) }

// Any returns a condition that is met if at least one given condition is met.
// Without conditions, it is never met. If a given condition is met, the result
// is Yes even if others are Unknown.
func Any(c ...Cond) Cond { return join(some, c...) }

func join(o op, of ...Cond) Cond {
	switch {
	case o == all && len(of) == 0:
		return Cond{}
	case len(of) == 0:
		return Cond{op: o, levels: 1, parts: 1}
	case o != not && len(of) == 1:
		return of[0]
	}
	c := Cond{op: o, levels: 1, parts: 1}
	for _, part := range of {
		c.levels = max(c.levels, min(part.levels, deepestCond)+1)
		c.parts += max(part.parts, 1)
		if c.parts > largestCond {
			return tooLarge()
		}
	}
	c.of = slices.Clone(of)
	return c
}

func tooLarge() Cond { return Cond{op: large, levels: 1, parts: largestCond + 1} }

// Facts returns the facts that the condition names, each once, in the order in
// which they first appear.
func (c Cond) Facts() []fact.Name { return c.gather(nil) }

func (c Cond) gather(names []fact.Name) []fact.Name {
	if c.op == is && !slices.Contains(names, c.fact) {
		names = append(names, c.fact)
	}
	for _, part := range c.of {
		names = part.gather(names)
	}
	return names
}

// String returns the condition in English, with the names of its facts, such as:
// late-completion and not (fire or explosion).
func (c Cond) String() string { return c.Text(language.English) }

// Text returns the condition in the language, with the names of its facts.
// [Schedule.Text] returns it with the questions.
func (c Cond) Text(tag language.Tag) string {
	return text.Line(c.read(tag, func(f fact.Name, so fact.Truth) string {
		if so == fact.No {
			return text.In(tag, string(f)+"でない", "not "+string(f))
		}
		return string(f)
	}))
}

// read returns the condition in words; word returns those for a fact that is, or is
// not, so.
func (c Cond) read(tag language.Tag, word func(fact.Name, fact.Truth) string) string {
	switch {
	case c.op == large:
		return "..."
	case c.op == is:
		return word(c.fact, fact.Yes)
	case c.op == not && c.of[0].op == is:
		return word(c.of[0].fact, fact.No)
	case c.op == not:
		part := c.of[0].group(tag, word)
		return text.In(tag, part+"でない", "not "+part)
	case len(c.of) == 0 && c.op == all:
		return text.In(tag, "常に", "always")
	case len(c.of) == 0:
		return text.In(tag, "該当なし", "never")
	}
	between := text.In(tag, " かつ ", " and ")
	if c.op == some {
		between = text.In(tag, " または ", " or ")
	}
	parts := make([]string, len(c.of))
	for i, part := range c.of {
		parts[i] = part.group(tag, word)
	}
	return strings.Join(parts, between)
}

// group returns the condition in words, as a part of another one.
func (c Cond) group(tag language.Tag, word func(fact.Name, fact.Truth) string) string {
	s := c.read(tag, word)
	if len(c.of) < 2 {
		return s
	}
	return text.In(tag, "（"+s+"）", "("+s+")")
}
