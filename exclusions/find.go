// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"

	"github.com/baiseki/baiseki/clause"
)

// Findings are the results of evaluating the rules of a schedule. Findings are an
// immutable value. The zero Findings is empty.
type Findings struct {
	b       Bound
	yes, no set // by index of the root
}

// A Finding is the result of evaluating one rule that excludes. The zero Finding
// has no rule.
//
// Remedies concern this rule only: the endorsement, if attached, could have kept
// this rule from applying. Another rule may still exclude.
type Finding struct {
	Rule     clause.Clause
	Scope    Scope
	Extent   Extent
	Applies  Truth       // Unknown while the rule is open
	Chain    []clause.ID // the rule, then the exceptions and moves that decide or that are open
	Remedies []clause.ID // if the rule applies, the endorsements with which it would not apply for some answers to the open questions

	links []link // of the nodes of the chain
	met   Truth  // whether the condition of the rule is met, its exceptions aside
}

// Find binds the facts and evaluates every rule. It returns the errors of
// [Schedule.Bind].
func (s Schedule) Find(f Facts) (Findings, error) {
	b, err := s.Bind(f)
	return b.Find(), err
}

// Find evaluates every rule in Kleene's logic: a rule applies, does not apply, or
// is open because facts are unknown. A rule may be open although every completion
// of the unknown facts gives the same result; see [Bound.SettleRule]. Find
// allocates no memory.
func (b Bound) Find() Findings {
	f := Findings{b: b}
	if b.s.program == nil {
		return f
	}
	for i := range b.s.roots {
		t, at := No, b.s.roots[i].at
		if !b.dismissed(&b.s.parts[at], &b.s.parts[at+1]) { // as most rules are, at once
			t = b.truth(at)
		}
		// No and Yes are the two bits of a Truth.
		f.no[i/64&3] |= uint64(t&No) << (i % 64)
		f.yes[i/64&3] |= uint64(t>>1) << (i % 64)
	}
	return f
}

func (f *Findings) truth(root int) Truth {
	return Truth(f.no.bit(uint16(root)) | f.yes.bit(uint16(root))<<1)
}

// acting returns the rules and effects on level 0 that act.
func (f Findings) acting() iter.Seq2[int, root] {
	return func(yield func(int, root) bool) {
		if f.b.s.program == nil {
			return
		}
		for i, r := range f.b.s.roots {
			if f.b.acts(&f.b.s.parts[r.at]) && !yield(i, r) {
				return
			}
		}
	}
}

// All returns a finding for every rule that excludes, including the rules of
// attached endorsements, in the order of the wording.
func (f Findings) All() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for i, r := range f.acting() {
			if r.kind == Excludes && !yield(f.finding(i, r)) {
				return
			}
		}
	}
}

// Of returns the finding for the rule with the ID. It returns false if All does
// not contain that rule.
func (f Findings) Of(id clause.ID) (Finding, bool) {
	for i, r := range f.acting() {
		if r.kind == Excludes && f.b.s.ruleAt(r.at).Clause.ID == id {
			return f.finding(i, r), true
		}
	}
	return Finding{}, false
}

func (f Findings) finding(i int, r root) Finding {
	n := f.b.s.ruleAt(r.at)
	x := Finding{Rule: n.Clause, Scope: n.Scope, Extent: n.Extent, Applies: f.truth(i), met: f.b.truth(r.at + 1)}
	f.b.trail(r.at, &x)
	if x.Applies == Yes {
		for i, e := range f.b.s.source.Endorsements {
			with := f.b
			with.s.attached |= 1 << i
			if with.truth(r.at) != Yes && with.settle([]int{r.at}).Truth != Yes {
				x.Remedies = append(x.Remedies, e.Clause.ID)
			}
		}
	}
	return x
}
