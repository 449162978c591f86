// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// A wordingTree is a condition as it is written: a fact, or parts that are joined
// by not, and, or.
type wordingTree struct {
	word string
	of   []wordingTree
}

func (c wordingTree) cond() exclusions.Cond {
	var of []exclusions.Cond
	for _, part := range c.of {
		of = append(of, part.cond())
	}
	switch c.word {
	case "not":
		return exclusions.Not(of[0])
	case "and":
		return exclusions.All(of...)
	case "or":
		return exclusions.Any(of...)
	}
	return exclusions.Is(fact.Name(c.word))
}

// mutants returns the condition with one part changed, for every part: a fact
// turned round, and and or exchanged, and a part left out.
func (c wordingTree) mutants() (all []wordingTree) {
	if len(c.of) == 0 {
		return []wordingTree{{"not", []wordingTree{c}}}
	}
	for i, part := range c.of {
		for _, m := range part.mutants() {
			of := slices.Clone(c.of)
			of[i] = m
			all = append(all, wordingTree{c.word, of})
		}
		if len(c.of) > 1 {
			all = append(all, wordingTree{c.word, slices.Delete(slices.Clone(c.of), i, i+1)})
		}
	}
	if other, ok := map[string]string{"and": "or", "or": "and"}[c.word]; ok {
		all = append(all, wordingTree{other, c.of})
	}
	return all
}

// wordingMutants returns the mutants of a condition.
func wordingMutants(t *testing.T, c exclusions.Cond) []exclusions.Cond {
	t.Helper()
	words := strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(c.String()))
	next := func() string {
		word := words[0]
		words = words[1:]
		return word
	}
	var whole, part func() wordingTree
	part = func() wordingTree {
		switch word := next(); word {
		case "not":
			return wordingTree{word, []wordingTree{part()}}
		case "(":
			c := whole()
			next()
			return c
		default:
			return wordingTree{word: word}
		}
	}
	whole = func() wordingTree { // and and or never mix without parentheses
		c := part()
		if len(words) == 0 || words[0] == ")" {
			return c
		}
		c = wordingTree{words[0], []wordingTree{c}}
		for len(words) > 0 && words[0] != ")" {
			next()
			c.of = append(c.of, part())
		}
		return c
	}
	read := whole()
	if got := read.cond().String(); got != c.String() {
		t.Fatalf("%s is read as %s", c, got)
	}
	var all []exclusions.Cond
	for _, m := range read.mutants() {
		all = append(all, m.cond())
	}
	return all
}
