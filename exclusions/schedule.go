// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"
	"math/bits"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// A Wording is what an insurer writes: rules, the endorsements on offer, and
// the questions that declare the vocabulary. It is plain data; a [Schedule]
// is what comes of it. The zero Wording excludes nothing.
type Wording struct {
	Rules        []Rule
	Endorsements []Endorsement
	Questions    []Question // where there are none, every fact that the rules name is in the vocabulary
}

// A Schedule is a wording that was found sound, with the endorsements that are
// attached. It is an immutable value, safe for concurrent use and comparable,
// but equal only to those that come of the same call of [Wording.Schedule] and
// have the same endorsements attached: another call makes another schedule,
// and so does another of [JISA2024]. The zero Schedule excludes nothing.
type Schedule struct {
	*program
	attached uint64 // by index of the endorsement
}

// NewSchedule returns the schedule of rules alone. See [Wording.Schedule].
func NewSchedule(rules ...Rule) (Schedule, error) { return Wording{Rules: rules}.Schedule() }

// Schedule checks the wording and returns it with no endorsement attached. An
// endorsement may move the rules and the nodes of those before it. Schedule
// returns an [*Error] that names the rule or endorsement, and its target if it
// has one, with
//   - [ErrClause] for a rule or endorsement without an id,
//   - [ErrDuplicate] for an id or a question that stands twice,
//   - [ErrTarget] for a move whose target does not stand before it,
//   - [ErrLevel] for a move that gives back under an exception, takes back
//     under a rule that excludes, or has a target and no use for it,
//   - [ErrMove] for a kind of move, and [ErrScope] for an extent, that is none,
//   - [ErrScope] for an exception with a scope or an extent,
//   - [ErrFact] for the name of a fact that no [Fact] may have or that has no
//     question, if there are questions at all,
//   - [ErrQuestion] for a question that lacks a language,
//   - [ErrJudged] for a usual answer to what a person must judge,
//   - [ErrDepth] beyond 32 levels of a condition or 16 of exceptions,
//   - [ErrSize] beyond 1,024 parts of a condition, 4,096 parts in all, 256
//     rules and effects, 256 facts or 64 endorsements.
func (w Wording) Schedule() (Schedule, error) {
	p, err := compile(w)
	if err != nil {
		return Schedule{}, err
	}
	return Schedule{program: p}, nil
}

// With returns the schedule with the endorsements of these ids attached, too,
// in the order of the wording, whatever the order in which they are named.
// What is attached already stays so. It returns an [*Error] with
// [ErrEndorsement] that names an id of none that is on offer.
func (s Schedule) With(endorsements ...clause.ID) (Schedule, error) {
	for _, id := range endorsements {
		i := slices.IndexFunc(s.wording().Endorsements, func(e Endorsement) bool { return e.Clause.ID == id })
		if i < 0 {
			return Schedule{}, &Error{Func: "Schedule.With", Clause: id, Err: ErrEndorsement}
		}
		s.attached |= 1 << i
	}
	return s, nil
}

// Attached returns the ids of the endorsements that are attached, in the order
// of the wording.
func (s Schedule) Attached() iter.Seq[clause.ID] {
	return func(yield func(clause.ID) bool) {
		for set := s.attached; set != 0; set &= set - 1 {
			if !yield(s.source.Endorsements[bits.TrailingZeros64(set)].Clause.ID) {
				return
			}
		}
	}
}

// Wording returns a copy of the wording, to read or to extend.
func (s Schedule) Wording() Wording {
	w := s.wording()
	return Wording{clone(w.Rules), cloneEndorsements(w.Endorsements), slices.Clone(w.Questions)}
}

func (s Schedule) wording() Wording {
	if s.program == nil {
		return Wording{}
	}
	return s.source
}

// Usual returns the usual answers of the vocabulary, each [Assumed]. None of
// them is to a fact that a person must judge.
func (s Schedule) Usual() Facts {
	var f Facts
	for _, q := range s.wording().Questions {
		if q.Usual != Unknown {
			f = f.put(Answer{q.Usual, Assumed}, []Fact{q.Fact})
		}
	}
	return f
}

// A Node is one rule, exception or move as it stands in a schedule. The zero
// Node is none.
type Node struct {
	Clause      clause.Clause
	Kind        Kind
	Scope       Scope
	Extent      Extent
	Level       int       // 0 for a rule, 1 for its exceptions, 2 for those of an exception
	Under       clause.ID // the rule or exception to which this one is an exception
	Endorsement clause.ID // the endorsement that brings it, if one does
	When        Cond      // without its exceptions, which are nodes of their own
}

// Nodes returns every node of the wording, also of endorsements that are not
// attached, in the order in which a reader meets them: each rule, below it its
// exceptions, then what endorsements add.
func (s Schedule) Nodes() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if s.program == nil {
			return
		}
		for _, n := range s.rules {
			if !yield(n.Node) {
				return
			}
		}
	}
}

// Text returns in words when the rule or exception with the id holds, without
// its exceptions, and false if there is none: the questions of the vocabulary
// with the answers that it wants.
func (s Schedule) Text(id clause.ID, tag language.Tag) (string, bool) {
	for n := range s.Nodes() {
		if n.Clause.ID == id {
			return n.When.read(tag, func(f Fact, so Truth) string {
				return text.In(tag, "「"+s.question(f).Text(tag)+"」が"+so.Text(tag), `"`+s.question(f).Text(tag)+`" `+so.Text(tag))
			}), true
		}
	}
	return "", false
}
