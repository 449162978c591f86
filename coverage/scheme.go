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

// A Scheme is an edition of a group scheme: its rules, checked by [New]. It is an
// immutable value, safe for concurrent use. The zero Scheme is not usable: Quote
// and Record return [ErrScheme].
type Scheme struct{ *scheme }

type scheme struct {
	rules    Rules
	schedule exclusions.Schedule
	denies   map[clause.ID]Verdict
	heads    map[limits.Head]*head
	derived  [derivedFacts]exclusions.Fact // those that the wording names
	clauses  map[clause.ID]clause.Clause

	questions []exclusions.Question
	named     map[clause.ID][]exclusions.Fact // the facts that each rule names
	levels    map[clause.ID]int               // of the nodes of the wording
}

// A head is a head of loss with what follows from the wording.
type head struct {
	Head
	grants   []grant     // the agreements about it that a covered item cites
	aside    []clause.ID // the exceptions that an agreement about it sets aside
	added    []addition  // the other heads of its part of the cover that endorsements add
	responds []clause.ID // the rules about it that depend on the incident response period
	delivers []clause.ID // those that depend on the month after delivery
	excess   []clause.ID // those that take a part of an item
	answers  bool        // it is, or answers, a third-party claim
}

// A grant is an agreement that grants what it does not deny.
type grant struct {
	id       clause.ID
	excepted bool // it denies unless one of its exceptions holds, which then grants
}

// An addition is a head that an endorsement adds.
type addition struct {
	head     limits.Head
	scope    exclusions.Scope
	by, node clause.ID // the endorsement, and its rule
}

// New returns the scheme of the rules, of which it keeps a copy. [Scheme.Check]
// checks what New does not. New returns an [*Error] with
//   - [ErrScheme] if the edition has no ID, there is no Program or no head,
//   - [ErrScheme] if a head is duplicate or has no name, or Follows names a head
//     that is unknown or follows others,
//   - [ErrScheme] if an agreement has an Extent, a verdict in Denies that is not
//     allowed there, or an unknown endorsement,
//   - [ErrScheme] if the ID of a clause is not valid,
//   - an error of package period for the year, or of package exclusions for the
//     wording.
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
	r.Dates = slices.Clone(r.Dates)
	r.Settings = cloneSettings(r.Settings)
	r.Agreements, r.Heads, r.Limits = slices.Clone(r.Agreements), slices.Clone(r.Heads), slices.Clone(r.Limits)
	for i := range r.Heads {
		r.Heads[i].Follows = slices.Clone(r.Heads[i].Follows)
		r.Heads[i].Asked = slices.Clone(r.Heads[i].Asked)
	}
	r.Attached, r.Readings, r.Request, r.Notes = slices.Clone(r.Attached), slices.Clone(r.Readings), slices.Clone(r.Request), slices.Clone(r.Notes)
	for i := range r.Readings {
		r.Readings[i] = r.Readings[i].clone()
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
	agreements := slices.Clone(r.Agreements)
	s := &scheme{
		rules: r, schedule: schedule,
		denies: map[clause.ID]Verdict{},
		heads:  map[limits.Head]*head{}, clauses: map[clause.ID]clause.Clause{},
		questions: r.Wording.Questions,
		named:     map[clause.ID][]exclusions.Fact{},
		levels:    map[clause.ID]int{},
	}
	for i, a := range r.Agreements {
		switch {
		case a.Rule.Extent != exclusions.Whole, a.Restores == "" && a.Denies != OutsideTrigger && a.Denies != NotCovered,
			a.Restores != "" && (a.Denies != Open || a.Endorsement == ""):
			return fail("agreements", string(a.Rule.Clause.ID), ErrScheme)
		case a.Restores == "":
			s.denies[a.Rule.Clause.ID] = a.Denies
		}
		if a.Endorsement != "" && !slices.ContainsFunc(r.Wording.Endorsements, func(e exclusions.Endorsement) bool { return e.Clause.ID == a.Endorsement }) {
			return fail("agreements", string(a.Endorsement), ErrScheme)
		}
		r.Agreements[i].Rule.Unless = nil // the wording holds a copy
	}
	for i, name := range derivedNames() {
		if _, err := schedule.Bind(exclusions.Know(name)); err == nil {
			s.derived[i] = name
		}
	}
	for i := range r.Heads {
		h := &head{Head: r.Heads[i]}
		if s.heads[h.Head.Head] != nil || h.Head.Head == "" {
			return fail("heads", string(h.Head.Head), ErrScheme)
		}
		s.heads[h.Head.Head] = h
		h.grants = grants(agreements, h.Scope)
		for _, a := range agreements {
			if a.SetsAside != "" && a.Rule.Scope.Meets(h.Scope) {
				h.aside = append(h.aside, a.SetsAside)
			}
		}
		for n := range schedule.Nodes() {
			if n.Level > 0 || n.Kind != exclusions.Excludes || !n.Scope.Meets(h.Scope) {
				continue
			}
			if n.Extent == exclusions.Excess && len(h.Follows) == 0 {
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
			if len(s.heads[f].Follows) > 0 {
				return fail("heads", string(f), ErrScheme)
			}
			s.heads[f].answers, s.heads[h.Head].answers = true, true
		}
		s.heads[h.Head].added = s.additions(agreements, h)
	}
	for _, c := range s.all() {
		if !word(string(c.ID)) {
			return fail("clauses", string(c.ID), ErrScheme)
		}
		s.clauses[c.ID] = c
	}
	for n := range schedule.Nodes() {
		s.named[n.Clause.ID], s.levels[n.Clause.ID] = n.When.Facts(), n.Level
	}
	return Scheme{s}, nil
}

// grants returns the agreements about a scope that a covered item cites.
func grants(agreements []Agreement, scope exclusions.Scope) []grant {
	var all []grant
	for _, a := range agreements {
		if a.About != LeftOut && a.Endorsement == "" && a.Rule.Scope.Meets(scope) {
			excepted := func(b Agreement) bool { return b.Restores == a.Rule.Clause.ID }
			all = append(all, grant{a.Rule.Clause.ID, a.About != Cover || len(a.Rule.Unless) > 0 || slices.ContainsFunc(agreements, excepted)})
		}
	}
	return all
}

// additions returns the heads that endorsements add beside h, in the same part
// of the cover.
func (s *scheme) additions(agreements []Agreement, h Head) []addition {
	var all []addition
	part := func(in exclusions.Scope) string {
		top, _, _ := strings.Cut(string(in), "/")
		return top
	}
	for _, other := range s.rules.Heads {
		if other.Head == h.Head || part(other.Scope) != part(h.Scope) {
			continue
		}
		for _, a := range agreements {
			if a.About != AddedCover || a.Rule.Scope != other.Scope {
				continue
			}
			for n := range s.schedule.Nodes() {
				if n.Under == a.Rule.Clause.ID && n.Endorsement != "" {
					all = append(all, addition{other.Head, other.Scope, n.Endorsement, n.Clause.ID})
				}
			}
		}
	}
	return all
}

// names reports whether a condition names one of the facts.
func names(c exclusions.Cond, facts ...exclusions.Fact) bool {
	return slices.ContainsFunc(c.Facts(), func(f exclusions.Fact) bool { return slices.Contains(facts, f) })
}

// Edition returns the name of the edition.
func (s Scheme) Edition() clause.Clause {
	if s.scheme == nil {
		return clause.Clause{}
	}
	return s.rules.Edition
}

// Usual returns the default answers to the questions of the scheme, with the basis
// [exclusions.Assumed]. A fact that a person must judge has no default answer.
func (s Scheme) Usual() exclusions.Facts {
	if s.scheme == nil {
		return exclusions.Facts{}
	}
	return s.schedule.Usual()
}

// Schedule returns the agreements, exclusions and endorsements of the scheme as
// one schedule. Only the endorsements that every policy has are attached.
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
			h.Follows, h.Asked = slices.Clone(h.Follows), slices.Clone(h.Asked)
			if !yield(h) {
				return
			}
		}
	}
}
