// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/clause"
)

// An Extent says how much of an item a rule takes when it applies. The zero
// Extent is Whole.
type Extent uint8

const (
	Whole  Extent = iota // the whole item
	Excess               // only the part by which the item exceeds what the law alone would make due
)

// String returns whole or excess.
func (e Extent) String() string {
	switch e {
	case Whole:
		return "whole"
	case Excess:
		return "excess"
	}
	return "%!Extent(" + strconv.Itoa(int(e)) + ")"
}

// A Rule is one clause with its exceptions. It applies when its condition is
// met and none of its exceptions applies. An exception is a rule, so it may
// have exceptions of its own: on every other level, counted from 0, a rule
// excludes, and on those between it gives back. The zero Rule has no clause
// and is refused.
//
// What a rule that applies does to cover is for the reader of the schedule to
// say: an exclusion (免責事由) denies unless excepted, an insuring agreement
// is the exception of a rule that always denies.
type Rule struct {
	Clause clause.Clause
	Scope  Scope  // where it stands; the zero Scope is everywhere
	Extent Extent // how much of an item it takes
	When   Cond   // the zero Cond is always met
	Unless []Rule // the exceptions; their scope and extent are those of the rule, and are not written again
}

// clone copies what a caller could change. The rules have passed compile, so
// their levels are bounded.
func clone(rules []Rule) []Rule {
	c := slices.Clone(rules)
	for i := range c {
		c[i].Unless = clone(c[i].Unless)
	}
	return c
}
