// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
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
	limits   limits.Program
	joining  period.Schedule
	schedule exclusions.Schedule
	heads    map[limits.Head]*head
	derived  []derived
	unstated error // of a quote for an application that states no option
	clauses  map[clause.ID]clause.Clause

	questions []fact.Question
	nodes     map[clause.ID]node // of the wording
}

// A node is what is looked up of a rule of the wording or an exception.
type node struct {
	class  exclusions.Class
	facts  []fact.Name // that it names
	level  int         // 0 for a rule, 1 for its exceptions, 2 for their exceptions, ...
	order  int         // its place in the wording
	denies Verdict     // of a requirement of the cover; Open for other rules and for exceptions
}

// A head is a head of loss with what follows from the wording.
type head struct {
	Head
	grants   []grant     // the requirements about it that a covered item cites
	aside    []clause.ID // the exceptions that a rule about it sets aside
	added    []addition  // the other heads of its part of the cover that endorsements add
	triggers []event     // what of it must lie in the policy period
	timed    []timed     // the rules about it that depend on a period that an event begins
	excess   []clause.ID // those that take a part of an item
	answers  bool        // it is, or answers, a third-party claim
}

// A timed is a rule with the row of a fact of its condition, which is about a period
// that an event begins.
type timed struct {
	rule clause.ID
	row  *derived
}

// A grant is a requirement that grants what it does not deny.
type grant struct {
	id       clause.ID
	excepted bool // it has exceptions, and one that holds grants
}

// An addition is a head that an endorsement adds.
type addition struct {
	head     limits.Head
	scope    exclusions.Scope
	by, node clause.ID // the endorsement, and its rule
}

// New returns the scheme of the rules, of which it keeps a copy. [Scheme.Check]
// checks what New does not. New returns a [*fault.Error] for each fault, with the path of the
// field in r: those of [period.NewSchedule] at calendar, of [option.Table.Check] at options,
// of [limits.New] at limits, of [premium.New] at tariff, of [option.Table.Settle] for
// the standard setting at standard, of [exclusions.New] at wording, and
//   - [fault.ErrMissing] if the edition has no ID, there is no head, or a head has no
//     name,
//   - [fault.ErrDuplicate] if a head is,
//   - [fault.ErrUnknown] at declared if the options do not have it, at
//     wording.rules[id].class for an unknown class, at attached[i] for an unknown
//     endorsement, at a head if Follows names one that is unknown, or if Asked or
//     Consented is no fact of the wording, and at a date fact for an unknown date,
//     relation or anchor, or one of another kind,
//   - [fault.ErrMisplaced] if Follows names a head that follows others, and at
//     dateFacts[fact].span for a Span of a row that is not Within the period that an
//     event begins,
//   - [fault.ErrRange] at dateFacts[fact].span if the Span is not from 1 to 100,000 months
//     or days,
//   - [fault.ErrSize] if there are more than 31 date facts,
//   - [fault.ErrSyntax] if the ID of a clause or a reading is not valid: at most 64
//     bytes of printable characters without spaces, and of an ID without commas.
func New(r Rules) (Scheme, error) {
	in := func(path string, err error) (Scheme, error) { return Scheme{}, fault.In("coverage.New", path, err) }
	r = r.clone()
	s := &scheme{
		heads: map[limits.Head]*head{}, clauses: map[clause.ID]clause.Clause{}, nodes: map[clause.ID]node{},
	}
	var err error
	if s.joining, err = period.NewSchedule(r.Calendar); err != nil {
		return in("calendar", err)
	}
	switch {
	case r.Edition.ID == "":
		return Scheme{}, wrong("edition.id", "", fault.ErrMissing)
	case len(r.Heads) == 0:
		return Scheme{}, wrong("heads", "", fault.ErrMissing)
	}
	if err := r.Options.Check(); err != nil {
		return in("options", err)
	}
	if s.limits, err = limits.New(r.Limits, r.Options); err != nil {
		return in("limits", err)
	}
	_, err = r.Options.Settle(r.Standard)
	for _, f := range fault.All(err) {
		if f.Reason != fault.ErrMissing { // what every policy states for itself
			return Scheme{}, wrong("standard."+strings.TrimPrefix(f.Path, "options."), f.Input, f.Reason)
		}
	}
	if _, ok := r.Options.Row(r.Declared); r.Declared != "" && !ok {
		return Scheme{}, wrong("declared", string(r.Declared), fault.ErrUnknown)
	}
	if len(r.Tariff.Tables) > 0 {
		if s.tariff, err = premium.New(r.Tariff, r.Options); err != nil {
			return in("tariff", err)
		}
	}
	r.Wording.Parts = nil
	for _, h := range r.Heads {
		r.Wording.Parts = append(r.Wording.Parts, h.Scope)
	}
	if s.schedule, err = exclusions.New(r.Wording); err != nil {
		return in("wording", err)
	}
	for i, id := range r.Attached {
		if s.schedule, err = s.schedule.With(id); err != nil {
			return Scheme{}, wrong(index("attached", i), string(id), fault.ErrUnknown)
		}
	}
	r.Calendar, r.Tariff, r.Wording = s.joining.Calendar(), s.tariff.Rules(), s.schedule.Wording()
	s.rules, s.questions = r, r.Wording.Questions
	s.unstated = s.accepts(nil, nil)
	if err := cmp.Or(s.addNodes(), s.addDates(), s.addHeads()); err != nil {
		return Scheme{}, err
	}
	for _, c := range s.all() {
		if !isListed(string(c.ID)) {
			return Scheme{}, wrong("clauses["+string(c.ID)+"]", "", fault.ErrSyntax)
		}
		s.clauses[c.ID] = c
	}
	for _, p := range r.Points {
		for _, c := range p.Choices {
			if !isWord(string(p.reading(c))) {
				return Scheme{}, wrong("points["+p.ID+"]", c.Code, fault.ErrSyntax)
			}
		}
	}
	if err := writable(&r.Limits); err != nil {
		return Scheme{}, err
	}
	return Scheme{s}, nil
}

// writable refuses a term that a history cannot name.
func writable(n *limits.Node) error {
	for i := range n.Nodes {
		if err := writable(&n.Nodes[i]); err != nil {
			return err
		}
	}
	for i := range n.Terms {
		if id := string(n.Terms[i].Clause); !isListed(id) {
			return wrong("limits", id, fault.ErrSyntax)
		}
	}
	return nil
}

// wrong returns the fault of a part of the rules.
func wrong(path, input string, why *fault.Reason) error {
	return &fault.Error{Op: "coverage.New", Path: path, Input: input, Reason: why}
}

// clone returns a copy that shares nothing with the rules, except for what the engines
// copy: the calendar, the tariff, the limits and the wording.
func (r Rules) clone() Rules {
	r.Options, r.Standard, r.Settings = slices.Clone(r.Options), maps.Clone(r.Standard), cloneSettings(r.Settings)
	r.Attached, r.Heads = slices.Clone(r.Attached), slices.Clone(r.Heads)
	r.DateFacts, r.Dates, r.Points = slices.Clone(r.DateFacts), slices.Clone(r.Dates), r.Points.clone()
	r.Request, r.Notes, r.LimitClauses = slices.Clone(r.Request), slices.Clone(r.Notes), slices.Clone(r.LimitClauses)
	for i, h := range r.Heads {
		r.Heads[i] = h.clone()
	}
	for i := range r.Options {
		r.Options[i].Classes = slices.Clone(r.Options[i].Classes)
	}
	return r
}

func (h Head) clone() Head {
	h.Follows, h.Asked = slices.Clone(h.Follows), slices.Clone(h.Asked)
	return h
}

// addNodes checks the classes of the rules, and finds what is looked up of each.
func (s *scheme) addNodes() error {
	denies := map[exclusions.Class]Verdict{
		"": Open, exclusions.Excess: Open, exclusions.Waiver: Open,
		Insured: NotCovered, Trigger: OutsidePeriod, Cover: NotCovered, AddedCover: NotCovered, LeftOut: NotCovered,
	}
	for r := range s.schedule.Rules() {
		n := node{class: r.Class, facts: r.When.Facts(), order: len(s.nodes)}
		if r.Under != "" {
			n.level = s.nodes[r.Under].level + 1
		} else if v, ok := denies[r.Class]; ok {
			n.denies = v
		} else {
			return wrong("wording.rules["+string(r.Clause.ID)+"].class", string(r.Class), fault.ErrUnknown)
		}
		s.nodes[r.Clause.ID] = n
	}
	return nil
}

// addHeads checks the heads of loss, and finds what of the wording is about each.
func (s *scheme) addHeads() error {
	excepted := map[clause.ID]bool{}
	for r := range s.schedule.Rules() {
		excepted[r.Under] = true
	}
	for i, row := range s.rules.Heads {
		h := &head{Head: row}
		switch {
		case row.Head == "":
			return wrong(index("heads", i)+".head", "", fault.ErrMissing)
		case s.heads[row.Head] != nil:
			return wrong(index("heads", i)+".head", string(row.Head), fault.ErrDuplicate)
		}
		for _, f := range append(slices.Clone(row.Asked), row.Consented) {
			if _, ok := s.schedule.Facts().Vocabulary().Index(f); !ok && f != "" {
				return wrong("heads["+string(row.Head)+"]", string(f), fault.ErrUnknown)
			}
		}
		s.heads[row.Head] = h
		for r := range s.schedule.Rules() {
			id := r.Clause.ID
			if r.Under != "" || r.Class == exclusions.Waiver || !r.Scope.Meets(h.Scope) {
				continue
			}
			if r.Aside != "" {
				h.aside = append(h.aside, r.Aside)
			}
			for _, f := range s.nodes[id].facts {
				if d := s.dateFact(f); r.Class == Trigger && d.Anchor == PolicyPeriod && d.Is == Within {
					h.triggers = append(h.triggers, eventOf(d.Date))
				}
			}
			if s.requires(id) && r.Class != LeftOut && r.With == "" {
				h.grants = append(h.grants, grant{id, excepted[id]})
			}
			if r.Class == exclusions.Excess && len(h.Follows) == 0 {
				h.excess = append(h.excess, id)
			}
			for k := range s.derived {
				if d := &s.derived[k]; d.lasts() && slices.Contains(s.nodes[id].facts, d.Fact) {
					h.timed = append(h.timed, timed{id, d})
				}
			}
		}
	}
	for _, row := range s.rules.Heads {
		h := s.heads[row.Head]
		for _, f := range h.Follows {
			followed := s.heads[f]
			switch {
			case followed == nil:
				return wrong("heads["+string(row.Head)+"].follows", string(f), fault.ErrUnknown)
			case len(followed.Follows) > 0:
				return wrong("heads["+string(row.Head)+"].follows", string(f), fault.ErrMisplaced)
			}
			followed.answers, h.answers = true, true
		}
		h.added = s.additions(row)
	}
	return nil
}

// additions returns the heads that endorsements add beside h, in the same part
// of the cover.
func (s *scheme) additions(h Head) []addition {
	var all []addition
	part := func(in exclusions.Scope) string {
		top, _, _ := strings.Cut(string(in), "/")
		return top
	}
	for _, other := range s.rules.Heads {
		if other.Head == h.Head || part(other.Scope) != part(h.Scope) {
			continue
		}
		for r := range s.schedule.Rules() {
			if r.Class == AddedCover && r.Scope == other.Scope && r.With != "" && s.nodes[r.Clause.ID].level == 1 {
				all = append(all, addition{other.Head, other.Scope, r.With, r.Clause.ID})
			}
		}
	}
	return all
}

// requires reports whether a rule is a requirement of the cover, and no exclusion.
func (s *scheme) requires(id clause.ID) bool { return s.nodes[id].denies != Open }

// data returns the data of the scheme, and none for the zero Scheme.
func (s Scheme) data() *scheme {
	if s.scheme == nil {
		return &scheme{}
	}
	return s.scheme
}

// Edition returns the name of the edition.
func (s Scheme) Edition() clause.Clause { return s.data().rules.Edition }

// Facts returns the set without answers in the vocabulary of the scheme, to be filled
// with answers.
func (s Scheme) Facts() fact.Set { return s.data().schedule.Facts() }

// Defaults returns the default answers to the questions of the scheme, for
// [fact.Set.Else]. A fact that a person must judge has no default answer.
func (s Scheme) Defaults() fact.Set { return s.data().schedule.Defaults() }

// Schedule returns the requirements of the cover, the exclusions and the endorsements
// of the scheme. Only the endorsements that every policy has are attached.
func (s Scheme) Schedule() exclusions.Schedule { return s.data().schedule }

// Calendar returns the calendar of the scheme, for the policy period of a member.
func (s Scheme) Calendar() period.Schedule { return s.data().joining }

// Tariff returns the tariff of the scheme; the zero Tariff if it has none.
func (s Scheme) Tariff() premium.Tariff { return s.data().tariff }

// Heads returns the heads of loss in the order in which they are shown.
func (s Scheme) Heads() iter.Seq[Head] {
	return func(yield func(Head) bool) {
		for _, h := range s.data().rules.Heads {
			if !yield(h.clone()) {
				return
			}
		}
	}
}
