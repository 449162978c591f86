// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// A Scheme is an edition of a group scheme: its rules, checked by [New]. It is an
// immutable value, safe for concurrent use. The zero Scheme is not usable: Quote
// and Record return [fault.ErrScheme].
type Scheme struct{ *scheme }

type scheme struct {
	rules    Rules
	tariff   premium.Tariff
	limits   limits.Template
	joining  period.Schedule
	schedule exclusions.Schedule
	denies   map[clause.ID]Verdict
	heads    map[limits.Head]*head
	derived  []derived
	clauses  map[clause.ID]clause.Clause

	questions []fact.Question
	nodes     map[clause.ID]node // of the wording
}

// A node is what is looked up of a rule of the wording or an exception.
type node struct {
	facts []fact.Name // that it names
	level int
	order int // its place in the wording
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
// checks what New does not. New returns [*fault.Error]s with the paths of the fields
// in r: those of [period.NewSchedule] at calendar, of [option.Table.Check] at options,
// of [limits.New] at limits, of [premium.New] at tariff, of [option.Table.Settle] for the standard setting at
// standard, of [exclusions.New] at wording, and
//   - [fault.ErrMissing] if the edition has no ID, there is no head, or a head has no
//     name,
//   - [fault.ErrDuplicate] if a head is,
//   - [fault.ErrUnknown] at declared if the options do not have it, at an agreement if
//     its endorsement is unknown, at a head if Follows names one that is unknown, and
//     at a date fact for an unknown date, relation or anchor, or one of another kind,
//   - [fault.ErrMisplaced] if an agreement has an Extent or a verdict in Denies that is
//     not allowed there, or Follows names a head that follows others,
//   - [fault.ErrSize] if there are more than 31 date facts,
//   - [fault.ErrSyntax] if the ID of a clause is not valid.
func New(r Rules) (Scheme, error) {
	fail := func(path, input string, why *fault.Reason) (Scheme, error) {
		return Scheme{}, &fault.Error{Op: "coverage.New", Path: path, Input: input, Reason: why}
	}
	joining, err := period.NewSchedule(r.Calendar)
	if err != nil {
		return Scheme{}, fault.In("coverage.New", "calendar", err)
	}
	switch {
	case r.Edition.ID == "":
		return fail("edition.id", "", fault.ErrMissing)
	case len(r.Heads) == 0:
		return fail("heads", "", fault.ErrMissing)
	}
	r.Options, r.Standard = slices.Clone(r.Options), maps.Clone(r.Standard)
	if err := r.Options.Check(); err != nil {
		return Scheme{}, fault.In("coverage.New", "options", err)
	}
	template, err := limits.New(r.Limits, r.Options)
	if err != nil {
		return Scheme{}, fault.In("coverage.New", "limits", err)
	}
	_, err = r.Options.Settle(r.Standard)
	for _, f := range fault.All(err) {
		if f.Reason != fault.ErrMissing { // what every policy states for itself
			return fail("standard."+strings.TrimPrefix(f.Path, "options."), f.Input, f.Reason)
		}
	}
	if _, ok := r.Options.Row(r.Declared); r.Declared != "" && !ok {
		return fail("declared", string(r.Declared), fault.ErrUnknown)
	}
	var tariff premium.Tariff
	if len(r.Tariff.Steps) > 0 {
		if tariff, err = premium.New(r.Tariff); err != nil {
			return Scheme{}, fault.In("coverage.New", "tariff", err)
		}
	}
	r.Calendar, r.Tariff = joining.Calendar(), tariff.Rules()
	r.Dates = slices.Clone(r.Dates)
	r.Settings = cloneSettings(r.Settings)
	r.Agreements, r.Heads, r.LimitClauses = slices.Clone(r.Agreements), slices.Clone(r.Heads), slices.Clone(r.LimitClauses)
	for i := range r.Heads {
		r.Heads[i].Follows = slices.Clone(r.Heads[i].Follows)
		r.Heads[i].Asked = slices.Clone(r.Heads[i].Asked)
	}
	r.Attached, r.Points, r.Request, r.Notes = slices.Clone(r.Attached), r.Points.clone(), slices.Clone(r.Request), slices.Clone(r.Notes)
	w := r.compose()
	schedule, err := exclusions.New(w)
	if err == nil {
		schedule, err = schedule.With(r.Attached...)
	}
	if err != nil {
		return Scheme{}, fault.In("coverage.New", "wording", err)
	}
	r.Wording = schedule.Wording()
	agreements := slices.Clone(r.Agreements)
	s := &scheme{
		rules: r, limits: template, joining: joining, tariff: tariff, schedule: schedule,
		denies: map[clause.ID]Verdict{},
		heads:  map[limits.Head]*head{}, clauses: map[clause.ID]clause.Clause{},
		questions: r.Wording.Questions,
		nodes:     map[clause.ID]node{},
	}
	for i, a := range r.Agreements {
		switch {
		case a.Rule.Extent != exclusions.Whole, a.Restores == "" && a.Denies != OutsideTrigger && a.Denies != NotCovered,
			a.Restores != "" && (a.Denies != Open || a.Endorsement == ""):
			return fail("agreements["+string(a.Rule.Clause.ID)+"]", a.Denies.String(), fault.ErrMisplaced)
		case a.Restores == "":
			s.denies[a.Rule.Clause.ID] = a.Denies
		}
		if a.Endorsement != "" && !slices.ContainsFunc(r.Wording.Endorsements, func(e exclusions.Endorsement) bool { return e.Clause.ID == a.Endorsement }) {
			return fail("agreements["+string(a.Rule.Clause.ID)+"].endorsement", string(a.Endorsement), fault.ErrUnknown)
		}
		r.Agreements[i].Rule.Unless = nil // the wording holds a copy
	}
	for i, d := range r.DateFacts {
		switch {
		case i == mostDateFacts-1:
			return fail("dateFacts", "", fault.ErrSize)
		case !d.valid():
			return fail("dateFacts["+string(d.Fact)+"]", d.Date+" "+string(d.Is)+" "+string(d.Anchor), fault.ErrUnknown)
		}
	}
	s.derived = r.derives(schedule.Facts().Vocabulary())
	for i := range r.Heads {
		h := &head{Head: r.Heads[i]}
		switch {
		case h.Head.Head == "":
			return fail(index("heads", i)+".head", "", fault.ErrMissing)
		case s.heads[h.Head.Head] != nil:
			return fail(index("heads", i)+".head", string(h.Head.Head), fault.ErrDuplicate)
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
			if s.anchored(n.When, ResponsePeriod) {
				h.responds = append(h.responds, n.Clause.ID)
			}
			if s.anchored(n.When, AfterDelivery) {
				h.delivers = append(h.delivers, n.Clause.ID)
			}
		}
	}
	for _, h := range r.Heads {
		for _, f := range h.Follows {
			switch {
			case s.heads[f] == nil:
				return fail("heads["+string(h.Head)+"].follows", string(f), fault.ErrUnknown)
			case len(s.heads[f].Follows) > 0:
				return fail("heads["+string(h.Head)+"].follows", string(f), fault.ErrMisplaced)
			}
			s.heads[f].answers, s.heads[h.Head].answers = true, true
		}
		s.heads[h.Head].added = s.additions(agreements, h)
	}
	for _, c := range s.all() {
		if !word(string(c.ID)) {
			return fail("clauses["+string(c.ID)+"]", "", fault.ErrSyntax)
		}
		s.clauses[c.ID] = c
	}
	for n := range schedule.Nodes() {
		s.nodes[n.Clause.ID] = node{n.When.Facts(), n.Level, len(s.nodes)}
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

// anchored reports whether a condition names a fact that follows from a date and
// the anchor.
func (s *scheme) anchored(c exclusions.Cond, a Anchor) bool {
	return slices.ContainsFunc(c.Facts(), func(f fact.Name) bool { return s.dateFact(f).Anchor == a })
}

// Edition returns the name of the edition.
func (s Scheme) Edition() clause.Clause {
	if s.scheme == nil {
		return clause.Clause{}
	}
	return s.rules.Edition
}

// Facts returns the set without answers in the vocabulary of the scheme, to be filled
// with answers.
func (s Scheme) Facts() fact.Set {
	if s.scheme == nil {
		return fact.Set{}
	}
	return s.schedule.Facts()
}

// Defaults returns the default answers to the questions of the scheme, for
// [fact.Set.Else]. A fact that a person must judge has no default answer.
func (s Scheme) Defaults() fact.Set {
	if s.scheme == nil {
		return fact.Set{}
	}
	return s.schedule.Defaults()
}

// Schedule returns the agreements, exclusions and endorsements of the scheme as
// one schedule. Only the endorsements that every policy has are attached.
func (s Scheme) Schedule() exclusions.Schedule {
	if s.scheme == nil {
		return exclusions.Schedule{}
	}
	return s.schedule
}

// Calendar returns the calendar of the scheme, for the policy period of a member.
func (s Scheme) Calendar() period.Schedule {
	if s.scheme == nil {
		return period.Schedule{}
	}
	return s.joining
}

// Tariff returns the tariff of the scheme; the zero Tariff if it has none.
func (s Scheme) Tariff() premium.Tariff {
	if s.scheme == nil {
		return premium.Tariff{}
	}
	return s.tariff
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
