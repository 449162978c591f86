// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// ParseCond parses a condition in the form of [Cond.String]: the names of facts,
// with the words not, and, or and with parentheses:
//
//	late-completion and not (fire or explosion)
//
// The words always and never stand for the conditions without facts. And and or
// are mixed only with parentheses. ParseCond returns a [*fault.Error], whose path
// is the index of the byte at fault in brackets, with
//   - [fault.ErrSyntax] if s has another form,
//   - [fault.ErrSize] if s has more than 65,536 bytes, or the condition more than 32
//     levels or 1,024 parts.
func ParseCond(s string) (Cond, error) {
	p := parser{text: s}
	if len(s) > longestCond {
		p.fail("", fault.ErrSize)
	}
	p.next()
	c := p.list(0)
	switch {
	case p.word != "":
		p.fail("and, or; both only with parentheses", fault.ErrSyntax)
	case c.levels > deepestCond || c.parts > largestCond:
		p.fail("", fault.ErrSize)
	}
	if p.err != nil {
		return Cond{}, p.err
	}
	return c, nil
}

const longestCond = 1 << 16 // the bytes of a text

// words returns the words of a text that are no names of facts.
func words() []string { return []string{"", "(", ")", "and", "or", "not", "always", "never"} }

// A parser reads the words of a text. After an error there are none.
type parser struct {
	text, word string
	at         int // of the word
	err        error
}

func (p *parser) next() {
	const space = " \t\r\n"
	rest := strings.TrimLeft(p.text[p.at+len(p.word):], space)
	p.at = len(p.text) - len(rest)
	n := strings.IndexAny(rest+" ", space+"()")
	p.word = rest[:min(max(n, 1), len(rest))]
}

func (p *parser) fail(want string, why *fault.Reason) {
	if p.err == nil {
		p.err = &fault.Error{Op: "exclusions.ParseCond", Path: "[" + strconv.Itoa(p.at) + "]",
			Input: text.Cut(p.text[p.at:]), Want: want, Reason: why}
	}
	p.at, p.word = len(p.text), ""
}

// list reads parts with and or or between them.
func (p *parser) list(depth int) Cond {
	of := []Cond{p.part(depth)}
	between := p.word
	for between == "and" && p.word == between || between == "or" && p.word == between {
		p.next()
		of = append(of, p.part(depth))
	}
	if between == "or" {
		return Any(of...)
	}
	return All(of...)
}

func (p *parser) part(depth int) (c Cond) {
	word := p.word
	_, err := fact.NewVocabulary(fact.Name(word))
	switch {
	case depth == deepestCond:
		p.fail("", fault.ErrSize)
		return c
	case word == "(":
		p.next()
		if c = p.list(depth + 1); p.word != ")" {
			p.fail("and, or, )", fault.ErrSyntax)
		}
	case word == "not":
		p.next()
		return Not(p.part(depth + 1))
	case word == "never":
		c = Any()
	case word == "always":
	case err != nil || slices.Contains(words(), word):
		p.fail("a fact, not, (, always, never", fault.ErrSyntax)
	default:
		c = Is(fact.Name(word))
	}
	p.next()
	return c
}

// MarshalText returns [Cond.String]. It returns a [*fault.Error] with
// [fault.ErrSize] if the condition is too large to be read back, and with
// [fault.ErrSyntax] if it names what is no fact.
func (c Cond) MarshalText() ([]byte, error) {
	const op = "exclusions.Cond.MarshalText"
	s := c.String()
	back, err := ParseCond(s)
	switch {
	case c.op == large:
		return nil, &fault.Error{Op: op, Reason: fault.ErrSize}
	case err == nil && !slices.Equal(back.Facts(), c.Facts()):
		return nil, &fault.Error{Op: op, Input: text.Cut(s), Reason: fault.ErrSyntax}
	case err != nil:
		return nil, fault.In(op, "", err)
	}
	return []byte(s), nil
}

// UnmarshalText sets c to the result of [ParseCond]. On error c is unchanged.
func (c *Cond) UnmarshalText(b []byte) error {
	parsed, err := ParseCond(string(b[:min(len(b), longestCond+1)]))
	if err == nil {
		*c = parsed
	}
	return err
}
