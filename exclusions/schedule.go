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

// A Wording consists of rules, endorsements that can be attached, and questions
// that declare the vocabulary. It is plain data: [Wording.Schedule] makes a
// [Schedule] of it. The zero Wording excludes nothing.
type Wording struct {
	Rules        []Rule
	Endorsements []Endorsement
	Questions    []Question // if empty, the vocabulary is the facts that the rules name
}

// A Schedule is a valid wording with the endorsements that are attached. It is an
// immutable value, safe for concurrent use. Schedules are comparable: two are
// equal if they come from the same call of [Wording.Schedule] or [JISA2024] and
// have the same endorsements attached. The zero Schedule excludes nothing.
type Schedule struct {
	*program
	attached uint64 // by index of the endorsement
}

// NewSchedule returns the schedule of a wording that has only rules. It returns
// the errors of [Wording.Schedule].
func NewSchedule(rules ...Rule) (Schedule, error) { return Wording{Rules: rules}.Schedule() }

// Schedule checks the wording and returns it with no endorsement attached. The
// target of a move is a rule of the wording, or of an earlier move. Schedule
// returns an [*Error] that names the rule, endorsement or question, with
//   - [ErrClause] if a rule or endorsement has no ID,
//   - [ErrDuplicate] if an ID or the fact of a question appears twice,
//   - [ErrTarget] if no rule before the move has the ID of its target,
//   - [ErrLevel] if the target of GivesBack is on an odd level, that of TakesBack
//     is on an even level, or another kind of move has a target,
//   - [ErrMove] if the kind of a move is unknown,
//   - [ErrScope] if an exception has a scope or an extent, if an extent is unknown,
//     if a part in [Move].In is outside the scope of the target, or if In is set
//     for another kind than GivesBack and TakesBack,
//   - [ErrFact] if the name of a fact is not valid, or if there are questions and
//     the fact has none,
//   - [ErrQuestion] if a question lacks a language, has an unknown Nature or Usual,
//     or does not come after the question that its After names,
//   - [ErrJudged] if a judged fact has a default answer,
//   - [ErrDepth] if a condition has more than 32 levels, or a rule more than 16
//     levels of exceptions,
//   - [ErrSize] if a condition has more than 1,024 parts, or the wording more than
//     4,096 parts, 256 rules and effects, 256 facts, 64 endorsements, or 64 moves
//     that act in parts of the cover.
func (w Wording) Schedule() (Schedule, error) {
	p, err := compile(w)
	if err != nil {
		return Schedule{}, err
	}
	return Schedule{program: p}, nil
}

// With returns the schedule with further endorsements attached. Their order does
// not matter, and attaching an endorsement again changes nothing. With returns an
// [*Error] with [ErrEndorsement] if the wording has no endorsement with an ID.
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

// Attached returns the IDs of the attached endorsements, in the order of the
// wording.
func (s Schedule) Attached() iter.Seq[clause.ID] {
	return func(yield func(clause.ID) bool) {
		for set := s.attached; set != 0; set &= set - 1 {
			if !yield(s.source.Endorsements[bits.TrailingZeros64(set)].Clause.ID) {
				return
			}
		}
	}
}

// Wording returns a copy of the wording, which the caller may change.
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

// Usual returns the default answers of the vocabulary, with the basis [Assumed].
// Judged facts have none.
func (s Schedule) Usual() Facts {
	var f Facts
	for _, q := range s.wording().Questions {
		if q.Usual != Unknown {
			f = f.put(Answer{q.Usual, Assumed}, []Fact{q.Fact})
		}
	}
	return f
}

// A Node is one rule, exception or move of a schedule. The zero Node has no
// clause.
type Node struct {
	Clause      clause.Clause
	Kind        Kind      // the kind of the move; Excludes if no endorsement adds the node
	Scope       Scope     // the scope of the rule on level 0
	Extent      Extent    // the extent of the rule on level 0
	In          []Scope   // the parts of Scope in which the node acts; if empty, all of it
	Level       int       // 0 for a rule, 1 for its exceptions, 2 for their exceptions, ...
	Under       clause.ID // the rule or exception to which the node is an exception; "" on level 0
	Endorsement clause.ID // the endorsement that adds the node, or ""
	When        Cond      // the condition; exceptions are nodes of their own
}

// Nodes returns every node of the wording, including those of endorsements that
// are not attached. Each rule is followed by its exceptions and the moves that
// have it as their target; the rules that endorsements add come last.
func (s Schedule) Nodes() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if s.program == nil {
			return
		}
		for _, r := range s.rules {
			n := r.Node
			n.In = slices.Clone(n.In)
			if !yield(n) {
				return
			}
		}
	}
}

// Text returns the condition of the rule or exception with the ID in the language
// of the tag: the questions with the answers that meet it. Exceptions are not
// included. Text returns false if the wording has no such rule.
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
