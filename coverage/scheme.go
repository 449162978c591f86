// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"iter"
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
)

// A Scheme is an edition of a group scheme: data, found sound, that quotes
// members, records policies and assesses claims. It is an immutable value, safe
// for concurrent use. The zero Scheme is none and refuses with [ErrScheme].
type Scheme struct{ *scheme }

type scheme struct {
	rules    Rules
	schedule exclusions.Schedule
	denies   map[clause.ID]Verdict
	heads    map[limits.Head]*head
	derived  [claimFacts + itemFacts]exclusions.Fact // those that the wording names
	clauses  map[clause.ID]clause.Clause

	questions []exclusions.Question
}

// A head is a head of loss with what follows from the wording.
type head struct {
	Head
	dated    bool        // whether a rule about it turns on what follows from an item
	responds []clause.ID // the rules about it that turn on the incident response period
	delivers []clause.ID // those that turn on the month after delivery
	excess   []clause.ID // those that take a part of an item
}

// New returns the scheme of the rules, of which it keeps a copy. It returns an
// [*Error] with [ErrScheme] if a part is missing or stands twice, and with the
// error of the wording if that is not sound. [Scheme.Check] proves the rest.
func New(r Rules) (Scheme, error) {
	fail := func(path, input string, err error) (Scheme, error) {
		return Scheme{}, &Error{Func: "New", Path: path, Input: input, Err: err}
	}
	if err := r.Year.Check(); err != nil {
		return fail("year", "", err)
	}
	if r.Edition.ID == "" || r.Program == nil || len(r.Heads) == 0 {
		return fail("", string(r.Edition.ID), ErrScheme)
	}
	r.Agreements, r.Heads, r.Limits = slices.Clone(r.Agreements), slices.Clone(r.Heads), slices.Clone(r.Limits)
	for i := range r.Heads {
		r.Heads[i].Follows = slices.Clone(r.Heads[i].Follows)
	}
	r.Attached, r.Readings, r.Request, r.Notes = slices.Clone(r.Attached), slices.Clone(r.Readings), slices.Clone(r.Request), slices.Clone(r.Notes)
	for i := range r.Readings {
		r.Readings[i].Clauses = slices.Clone(r.Readings[i].Clauses)
	}
	w := r.compose()
	schedule, err := w.Schedule()
	if err == nil {
		schedule, err = schedule.With(r.Attached...)
	}
	if err != nil {
		return fail("wording", "", err)
	}
	r.Wording = schedule.Wording()
	s := &scheme{
		rules: r, schedule: schedule,
		denies: map[clause.ID]Verdict{},
		heads:  map[limits.Head]*head{}, clauses: map[clause.ID]clause.Clause{},
		questions: r.Wording.Questions,
	}
	for i, a := range r.Agreements {
		if a.Denies != OutsideTrigger && a.Denies != NotCovered || a.Rule.Extent != exclusions.Whole {
			return fail("agreements", string(a.Rule.Clause.ID), ErrScheme)
		}
		s.denies[a.Rule.Clause.ID] = a.Denies
		r.Agreements[i].Rule.Unless = nil // the wording holds a copy
	}
	for i, name := range derivedFacts() {
		if _, err := schedule.Bind(exclusions.Know(name)); err == nil {
			s.derived[i] = name
		}
	}
	facts := derivedFacts()
	var daily []exclusions.Scope // where a rule turns on what follows from an item
	for n := range schedule.Nodes() {
		if names(n.When, facts[claimFacts:]...) {
			daily = append(daily, n.Scope)
		}
	}
	for i := range r.Heads {
		h := &head{Head: r.Heads[i]}
		if s.heads[h.Head.Head] != nil || h.Head.Head == "" {
			return fail("heads", string(h.Head.Head), ErrScheme)
		}
		s.heads[h.Head.Head] = h
		h.dated = slices.ContainsFunc(daily, h.Scope.Meets)
		for n := range schedule.Nodes() {
			if n.Level > 0 || n.Kind != exclusions.Excludes || !n.Scope.Meets(h.Scope) {
				continue
			}
			if n.Extent == exclusions.Excess {
				h.excess = append(h.excess, n.Clause.ID)
			}
			if names(n.When, InResponsePeriod) {
				h.responds = append(h.responds, n.Clause.ID)
			}
			if names(n.When, ClaimWithinMonth, KnownWithinMonth) {
				h.delivers = append(h.delivers, n.Clause.ID)
			}
		}
	}
	for _, h := range r.Heads {
		for _, f := range h.Follows {
			if s.heads[f] == nil {
				return fail("heads", string(f), ErrScheme)
			}
		}
	}
	for _, c := range s.all() {
		s.clauses[c.ID] = c
	}
	return Scheme{s}, nil
}

// names reports whether a condition names one of the facts.
func names(c exclusions.Cond, facts ...exclusions.Fact) bool {
	for _, word := range strings.FieldsFunc(c.String(), func(r rune) bool { return r == ' ' || r == '(' || r == ')' }) {
		if slices.Contains(facts, exclusions.Fact(word)) {
			return true
		}
	}
	return false
}

// Edition returns the name of the edition.
func (s Scheme) Edition() clause.Clause {
	if s.scheme == nil {
		return clause.Clause{}
	}
	return s.rules.Edition
}

// Usual returns the usual answers to the questions of the scheme, each assumed.
// None of them is to a fact that a person must judge.
func (s Scheme) Usual() exclusions.Facts {
	if s.scheme == nil {
		return exclusions.Facts{}
	}
	return s.schedule.Usual()
}

// Schedule returns the agreements, exclusions and endorsements of the scheme as
// one schedule, without those endorsements that a policy attaches.
func (s Scheme) Schedule() exclusions.Schedule {
	if s.scheme == nil {
		return exclusions.Schedule{}
	}
	return s.schedule
}

// Heads returns the heads of loss in the order in which they are shown.
func (s Scheme) Heads() iter.Seq[Head] {
	if s.scheme == nil {
		return func(func(Head) bool) {}
	}
	return func(yield func(Head) bool) {
		for _, h := range s.rules.Heads {
			h.Follows = slices.Clone(h.Follows)
			if !yield(h) {
				return
			}
		}
	}
}
