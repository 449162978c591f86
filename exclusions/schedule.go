// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"
	"math/bits"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Schedule is a valid wording with the endorsements that are attached. It is an
// immutable value, safe for concurrent use. Schedules are comparable: two are
// equal if they come from the same call of [New] and have the same endorsements
// attached. The zero Schedule excludes nothing.
type Schedule struct {
	*schedule
	attached uint64 // by index of the endorsement
}

type schedule struct {
	source     Wording
	rules      []compiled        // in the order of the wording
	index      map[clause.ID]int // of each rule by its ID
	tops       []int             // the rules on level 0, without waivers
	narrow     [][]Scope         // the parts of the cover in which some exceptions act
	all        view              // of the whole cover
	views      map[Scope]view    // of each scope that a rule names, and of Parts
	questions  []fact.Question   // by number of the fact
	vocabulary fact.Vocabulary
}

type compiled struct {
	node  node
	wants fact.Bits // the facts of which one must be so for a rule on level 0 to hold, or none
	names fact.Bits // the facts that it and its exceptions name
	level int       // 0 for a rule, 1 for its exceptions, 2 for their exceptions, ...
	Rule            // with what it has of its rule and its endorsement filled in
}

// A view is what acts in a part of the cover.
type view struct {
	whole   []int  // the rules that exclude in whole
	outside uint64 // by index of narrow: whether the part lies outside
}

func (s *schedule) view(part Scope) (v view) {
	for _, i := range s.tops {
		if r := &s.rules[i]; r.Class != Excess && r.Scope.Meets(part) {
			v.whole = append(v.whole, i)
		}
	}
	for i, scopes := range s.narrow {
		if !slices.ContainsFunc(scopes, func(in Scope) bool { return in.contains(part) }) {
			v.outside |= 1 << i
		}
	}
	return v
}

// viewOf returns what acts in a part of the cover, ready if it is that of a rule.
func (s *schedule) viewOf(part Scope) view {
	switch {
	case s == nil:
		return view{}
	case part == "":
		return s.all
	}
	if v, ok := s.views[part]; ok {
		return v
	}
	return s.view(part)
}

// words returns the vocabulary.
func (s *schedule) words() fact.Vocabulary {
	if s == nil {
		return fact.Vocabulary{}
	}
	return s.vocabulary
}

// With returns the schedule with further endorsements attached. Their order does
// not matter, and attaching an endorsement again changes nothing. If the wording
// has no endorsement with an ID, With returns a [*fault.Error] with
// [fault.ErrUnknown] and the ID as the input.
func (s Schedule) With(endorsements ...clause.ID) (Schedule, error) {
	for _, id := range endorsements {
		i := slices.IndexFunc(s.wording().Endorsements, func(e clause.Clause) bool { return e.ID == id })
		if i < 0 {
			return Schedule{}, &fault.Error{Op: "exclusions.Schedule.With", Input: string(id), Reason: fault.ErrUnknown}
		}
		s.attached |= 1 << i
	}
	return s, nil
}

// Attached returns the IDs of the attached endorsements, in the order of the
// wording.
func (s Schedule) Attached() []clause.ID {
	var ids []clause.ID
	for set := s.attached; set != 0; set &= set - 1 {
		ids = append(ids, s.source.Endorsements[bits.TrailingZeros64(set)].ID)
	}
	return ids
}

// Wording returns a copy of the wording, which the caller may change.
func (s Schedule) Wording() Wording { return s.wording().clone() }

func (s Schedule) wording() Wording {
	if s.schedule == nil {
		return Wording{}
	}
	return s.source
}

// Facts returns the set without answers in the vocabulary of the wording, to be
// filled with answers.
func (s Schedule) Facts() fact.Set { return s.words().Set() }

// Defaults returns the default answers of the questions, for [fact.Set.Else]. A
// fact that a person must judge has none.
func (s Schedule) Defaults() fact.Set {
	f := s.Facts()
	for i, q := range s.wording().Questions {
		switch q.Default {
		case fact.Yes:
			f = f.Put(i, fact.AssumedYes)
		case fact.No:
			f = f.Put(i, fact.AssumedNo)
		}
	}
	return f
}

// Rules returns every rule and exception of the wording in its order, including those
// of endorsements that are not attached. What a rule has of its endorsement or, as an
// exception, of its rule is filled in.
func (s Schedule) Rules() iter.Seq[Rule] {
	return func(yield func(Rule) bool) {
		if s.schedule == nil {
			return
		}
		for _, x := range s.rules {
			r := x.Rule
			r.In = slices.Clone(r.In)
			if !yield(r) {
				return
			}
		}
	}
}

// Text returns the condition of the rule or exception with the ID in the language
// of the tag: the questions with the answers that meet it. Exceptions are not
// included. Text returns false if the wording has no such rule.
func (s Schedule) Text(id clause.ID, tag language.Tag) (string, bool) {
	r := s.rule(id)
	if r == nil {
		return "", false
	}
	return r.When.read(tag, func(f fact.Name, so fact.Truth) string {
		i, _ := s.vocabulary.Index(f)
		q := s.questions[i].Text(tag)
		return text.In(tag, "「"+q+"」が"+so.Text(tag), `"`+q+`" `+so.Text(tag))
	}), true
}

// rule returns the rule or exception with the ID, or nil if there is none.
func (s *schedule) rule(id clause.ID) *compiled {
	if s == nil {
		return nil
	}
	if i, ok := s.index[id]; ok {
		return &s.rules[i]
	}
	return nil
}
