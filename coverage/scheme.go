// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
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
	near     nearness
	hours    []event // of which the hour may decide
	unstated error   // of a quote for an application that states no option
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

// New returns the scheme of the rules, of which it keeps a copy. It returns all the
// faults that it finds, joined; [fault.All] lists them. Each is a [*fault.Error] with the
// path of the field in r: those of [period.NewSchedule] at calendar, of [option.Table.Check]
// at options, of [limits.New] at limits, of [premium.New] at tariff, of [option.Table.Settle]
// for the standard setting at standard, of [exclusions.New] at wording, and
//   - [fault.ErrMissing] if the edition or a clause that every worksheet can cite has no
//     ID, there is no head, a head has no name,
//     no requirement of its own or no place in the limits, a clause no ID or no words in a
//     language, and so an option, a question, a class or a choice, or if an endorsement has
//     no effect,
//   - [fault.ErrDuplicate] if two clauses have an ID, two heads a name, two points an ID or two date facts a fact,
//   - [fault.ErrUnknown] for a clause that is cited and that the scheme does not have, an
//     unknown class, endorsement, option, date, relation or anchor, a scope that meets no
//     head, or a head or a fact that the scheme does not have,
//   - [fault.ErrMisplaced] for an option or a question that nothing reads in a scheme
//     without open points, for a head that follows one that follows others, and for
//     a Span of a row that is not Within the period that an event begins,
//   - [fault.ErrConflict] if the standard setting, the standard of an option and what is
//     shown of them differ, if a head can never be covered, or a rule (with no endorsement
//     attached) or an exception can never apply; and at edition.id if the ID ends in
//     a year that is not that of the base period,
//   - [fault.ErrRange] at dateFacts[fact].span if the Span is not from 1 to 100,000 months
//     or days,
//   - [fault.ErrSize] if there are more than 31 date facts or 32 heads,
//   - [fault.ErrSyntax] if the ID of a clause or a reading is not valid: at most 64
//     bytes of printable characters without spaces, and of an ID without commas.
func New(r Rules) (Scheme, error) {
	s := &scheme{
		heads: map[limits.Head]*head{}, clauses: map[clause.ID]clause.Clause{}, nodes: map[clause.ID]node{},
	}
	f := faults{}
	if s.build(r.clone(), &f) {
		s.unstated = s.accepts(nil, nil)
		s.addNodes(&f)
		s.addDates(&f)
		s.addHeads(&f)
		s.check(&f)
	}
	if len(f.all) > 0 {
		return Scheme{}, errors.Join(f.all...)
	}
	return Scheme{s}, nil
}

// faults are those of the rules of a scheme.
type faults struct{ all []error }

func (f *faults) add(path, input string, why *fault.Reason) {
	f.all = append(f.all, &fault.Error{Op: "coverage.New", Path: path, Input: text.Cut(input), Reason: why})
}

// in adds the faults that another package finds in a part, and reports whether there are
// none.
func (f *faults) in(path string, err error) bool {
	if err != nil {
		f.all = append(f.all, fault.In("coverage.New", path, err))
	}
	return err == nil
}

// when adds a fault if there is one.
func (f *faults) when(bad bool, path, input string, why *fault.Reason) {
	if bad {
		f.add(path, input, why)
	}
}

// mostHeads is how many heads of loss the limits can have.
const mostHeads = 32

// build makes the parts of the scheme, each by the package that knows it, and reports
// whether they are whole.
func (s *scheme) build(r Rules, f *faults) (whole bool) {
	var err error
	f.when(len(r.Heads) == 0, "heads", "", fault.ErrMissing)
	if len(r.Heads) > mostHeads {
		f.add("heads", strconv.Itoa(len(r.Heads)), fault.ErrSize)
		return false
	}
	s.joining, err = period.NewSchedule(r.Calendar)
	whole = f.in("calendar", err) && len(r.Heads) > 0
	if !f.in("options", r.Options.Check()) {
		whole = false
	} else {
		s.limits, err = limits.New(r.Limits, r.Options)
		whole = f.in("limits", err) && whole
		_, err = r.Options.Settle(r.Standard, r.Attached...)
		for _, e := range fault.All(err) {
			if e.Reason != fault.ErrMissing { // what every policy states for itself
				f.add("standard."+strings.TrimPrefix(e.Path, "options."), e.Input, e.Reason)
			}
		}
		row, ok := r.Options.Row(r.Declared)
		f.when(r.Declared != "" && !ok, "declared", string(r.Declared), fault.ErrUnknown)
		f.when(ok && row.Unit != option.AsRatio, "declared", string(r.Declared), fault.ErrMisplaced)
		if !reflect.ValueOf(r.Tariff).IsZero() {
			s.tariff, err = premium.New(r.Tariff, r.Options)
			whole = f.in("tariff", err) && whole
		}
	}
	r.Wording.Parts = nil
	for _, h := range r.Heads {
		r.Wording.Parts = append(r.Wording.Parts, h.Scope)
	}
	if s.schedule, err = exclusions.New(r.Wording); !f.in("wording", err) {
		return false
	}
	for i, id := range r.Attached {
		schedule, err := s.schedule.With(id)
		if err != nil {
			f.add(index("attached", i), string(id), fault.ErrUnknown)
			continue
		}
		s.schedule = schedule
	}
	r.Calendar, r.Tariff, r.Wording = s.joining.Calendar(), s.tariff.Rules(), s.schedule.Wording()
	if s.rules, s.questions = r, r.Wording.Questions; whole { // which bounds the levels
		s.rules.Limits = cloneNode(r.Limits)
	}
	return whole
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

func cloneNode(n limits.Node) limits.Node {
	n.Nodes, n.Terms = slices.Clone(n.Nodes), slices.Clone(n.Terms)
	for i := range n.Nodes {
		n.Nodes[i] = cloneNode(n.Nodes[i])
	}
	for i := range n.Terms {
		n.Terms[i].Limits, n.Terms[i].Heads = slices.Clone(n.Terms[i].Limits), slices.Clone(n.Terms[i].Heads)
	}
	return n
}

func (h Head) clone() Head {
	h.Follows, h.Asked = slices.Clone(h.Follows), slices.Clone(h.Asked)
	return h
}

// addNodes checks the classes of the rules, and finds what is looked up of each.
func (s *scheme) addNodes(f *faults) {
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
			f.add("wording.rules["+string(r.Clause.ID)+"].class", string(r.Class), fault.ErrUnknown)
		}
		s.nodes[r.Clause.ID] = n
	}
}

// addHeads checks the heads of loss, and finds what of the wording is about each.
func (s *scheme) addHeads(f *faults) {
	excepted := map[clause.ID]bool{}
	for r := range s.schedule.Rules() {
		excepted[r.Under] = true
	}
	for i, row := range s.rules.Heads {
		h := &head{Head: row}
		f.when(row.Head == "", index("heads", i)+".head", "", fault.ErrMissing)
		f.when(s.heads[row.Head] != nil, index("heads", i)+".head", string(row.Head), fault.ErrDuplicate)
		for _, name := range row.Asked {
			f.when(!s.hasFact(name), "heads["+string(row.Head)+"].asked", string(name), fault.ErrUnknown)
		}
		f.when(row.Consented != "" && !s.hasFact(row.Consented),
			"heads["+string(row.Head)+"].consented", string(row.Consented), fault.ErrUnknown)
		s.heads[row.Head] = h
		for r := range s.schedule.Rules() {
			id := r.Clause.ID
			if r.Under != "" || r.Class == exclusions.Waiver || !r.Scope.Meets(h.Scope) {
				continue
			}
			if r.Aside != "" {
				h.aside = append(h.aside, r.Aside)
			}
			for _, name := range s.nodes[id].facts {
				if d := s.dateFact(name); r.Class == Trigger && d.Anchor == PolicyPeriod && d.Is == Within {
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
		for _, name := range h.Follows {
			followed := s.heads[name]
			if followed == nil {
				f.add("heads["+string(row.Head)+"].follows", string(name), fault.ErrUnknown)
				continue
			}
			f.when(len(followed.Follows) > 0, "heads["+string(row.Head)+"].follows", string(name), fault.ErrMisplaced)
			followed.answers, h.answers = true, true
		}
		h.added = s.additions(row)
	}
}

// hasFact reports whether the vocabulary has a fact.
func (s *scheme) hasFact(name fact.Name) bool {
	_, ok := s.schedule.Facts().Vocabulary().Index(name)
	return ok
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

// Rules returns a copy of the rules, such as to change them for the next edition or to
// write them as a document.
func (s Scheme) Rules() Rules {
	d := s.data()
	r := d.rules.clone()
	r.Calendar, r.Tariff, r.Wording = d.joining.Calendar(), d.tariff.Rules(), d.schedule.Wording()
	r.Wording.Parts, r.Limits = nil, cloneNode(r.Limits)
	return r
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
