// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/clause"
)

// An Extent says how much of an item a rule excludes if it applies. The zero
// Extent is Whole.
type Extent uint8

const (
	Whole  Extent = iota // the whole item
	Excess               // only the amount above the liability that the law imposes
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

// A Rule is one clause with its exceptions. It applies if its condition is met and
// none of its exceptions applies. An exception is a rule with exceptions of its
// own: counted from 0, the rules on even levels exclude and those on odd levels
// restore cover. The zero Rule has no clause and is invalid: [Wording.Schedule]
// returns [ErrClause].
//
// A rule can express an exclusion (免責事由), which denies cover unless an exception
// applies. It can also express insuring agreements, as the exceptions to a rule
// that always denies cover.
type Rule struct {
	Clause clause.Clause
	Scope  Scope  // the part of the cover to which the rule applies; the zero Scope is the whole cover
	Extent Extent // how much of an item the rule excludes
	When   Cond   // the zero Cond is always met
	Unless []Rule // the exceptions, with zero Scope and Extent: they have those of the rule
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
