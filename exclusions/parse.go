// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"
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
// are mixed only with parentheses. ParseCond returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s has another form; the input is the word at fault, or the
//     text that follows a condition,
//   - [fault.ErrSize] if s has more than 131,072 bytes, or the condition more than 32
//     levels or 1,024 parts.
func ParseCond(s string) (Cond, error) {
	const op = "exclusions.ParseCond"
	if len(s) > longestCond {
		return Cond{}, tooLarge().check(op)
	}
	c, rest := list(strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(s)), 0)
	if err := c.check(op); err != nil {
		return Cond{}, err
	}
	if len(rest) > 0 {
		return Cond{}, malformed(op, strings.Join(rest, " "))
	}
	return c, nil
}

const longestCond = 1 << 17 // the bytes of a text, more than of any that is written

func malformed(op, input string) error {
	const want = "such as: late-completion and not (fire or explosion)"
	return &fault.Error{Op: op, Input: text.Cut(input), Want: want, Reason: fault.ErrSyntax}
}

// list reads parts with and or or between them, and returns the words that follow.
func list(words []string, depth int) (Cond, []string) {
	c, words := part(words, depth)
	of, between := []Cond{c}, strings.Join(words[:min(len(words), 1)], "")
	for len(words) > 0 && words[0] == between && (between == "and" || between == "or") {
		c, words = part(words[1:], depth)
		of = append(of, c)
	}
	if between == "or" {
		return Any(of...), words
	}
	return All(of...), words
}

// part reads a part. What it cannot read, it reads as a fact with the word as its name.
func part(words []string, depth int) (Cond, []string) {
	if len(words) == 0 {
		return Is(""), nil
	}
	if depth == deepestCond {
		return tooLarge(), nil
	}
	word, rest := words[0], words[1:]
	switch word {
	case "not":
		c, rest := part(rest, depth+1)
		return Not(c), rest
	case "(":
		c, rest := list(rest, depth+1)
		if len(rest) > 0 && rest[0] == ")" {
			return c, rest[1:]
		}
		return All(c, Is("(")), rest
	case "never":
		return Any(), rest
	case "always":
		return Cond{}, rest
	}
	return Is(fact.Name(word)), rest
}

// check returns the error of a condition that cannot be written so that it reads
// back.
func (c Cond) check(op string) error {
	if c.levels > deepestCond || c.parts > largestCond {
		return &fault.Error{Op: op, Reason: fault.ErrSize}
	}
	for _, f := range c.Facts() {
		if _, err := fact.NewVocabulary(f); err != nil || reserved(f) {
			return malformed(op, string(f))
		}
	}
	return nil
}

// reserved reports whether a word in a text is no name of a fact.
func reserved(f fact.Name) bool {
	return slices.Contains([]fact.Name{"and", "or", "not", "always", "never"}, f)
}

// MarshalText returns [Cond.String]. It returns a [*fault.Error] with
// [fault.ErrSize] if the condition is too large to be read back, and with
// [fault.ErrSyntax] if it names what is no fact.
func (c Cond) MarshalText() ([]byte, error) {
	if err := c.check("exclusions.Cond.MarshalText"); err != nil {
		return nil, err
	}
	return []byte(c.String()), nil
}

// UnmarshalText sets c to the result of [ParseCond]. On error c is unchanged.
func (c *Cond) UnmarshalText(b []byte) error {
	parsed, err := ParseCond(text.Head(b, longestCond))
	if err == nil {
		*c = parsed
	}
	return err
}
