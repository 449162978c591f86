// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import (
	"iter"
	"slices"
	"strconv"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Set holds the answers about a claim or an item of a claim: one for each fact
// of its vocabulary. It is an immutable value of about a hundred bytes that
// shares only its vocabulary. The zero Set has no answers and accepts
// any valid name; whoever is given it checks the names.
//
// A name that the vocabulary does not have makes the set invalid: Err says so, and
// whoever is given the set returns that error. A misspelt fact is therefore an
// error, and a default answer does not silently take its place.
//
// [Parse] describes the text form. The JSON form is an object:
// {"fire": "not-known", "war": "assumed-no"}.
type Set struct {
	v             *vocabulary
	bad           Name // the first name that is at fault
	why           *fault.Reason
	no, yes, soft Bits // the bits of an Answer
}

// Err returns a [*fault.Error] if the set is invalid: with the name as the path and
// [fault.ErrUnknown] if the vocabulary does not have it, [fault.ErrSyntax] if it is
// not valid, or [fault.ErrSize] if there are more than [Most] facts.
func (s Set) Err() error {
	if s.why == nil {
		return nil
	}
	return s.fault()
}

func (s *Set) fault() error { // apart, so that Err is inlined
	return &fault.Error{Op: "fact.Set", Path: text.Cut(string(s.bad)), Reason: s.why}
}

// Vocabulary returns that of the set. The zero Set has none.
func (s Set) Vocabulary() Vocabulary { return Vocabulary{s.v} }

// Yes returns s with a stated yes for each fact.
func (s Set) Yes(facts ...Name) Set { return s.With(StatedYes, facts...) }

// No returns s with a stated no for each fact.
func (s Set) No(facts ...Name) Set { return s.With(StatedNo, facts...) }

// With returns s with the answer for each fact, in place of an earlier one.
// NotAsked takes the answers away. An answer that is none of the constants is
// taken as NotKnown.
func (s Set) With(a Answer, facts ...Name) Set {
	if s.v == nil || s.v.free {
		s.grow(facts)
	}
	for _, f := range facts {
		if i, ok := s.v.index[f]; ok {
			s.put(i, a)
		} else if s.why == nil {
			s.bad, s.why = f, fault.ErrUnknown
		}
	}
	return s
}

// grow gives the set a vocabulary with the facts as well.
func (s *Set) grow(facts []Name) {
	v := &vocabulary{index: map[Name]uint8{}, free: true}
	for _, n := range slices.Concat(Vocabulary{s.v}.Names(), facts) {
		if why := v.add(n); why != nil && why != fault.ErrDuplicate && s.why == nil {
			s.bad, s.why = n, why
		}
	}
	s.v = v
}

// Put returns s with the answer for the fact with the number in the vocabulary. A
// number that it does not have changes nothing.
func (s Set) Put(i int, a Answer) Set {
	if i >= 0 && i < s.Vocabulary().Len() {
		s.put(uint8(i), a)
	}
	return s
}

func (s *Set) put(i uint8, a Answer) {
	if a > AssumedYes {
		a = NotKnown
	}
	w, b := i>>6&3, i&63
	bit := uint64(1) << b
	s.no[w] = s.no[w]&^bit | uint64(a&1)<<b
	s.yes[w] = s.yes[w]&^bit | uint64(a>>1&1)<<b
	s.soft[w] = s.soft[w]&^bit | uint64(a>>2&1)<<b
}

// Of returns the answer for a fact; NotAsked if the vocabulary does not have it.
func (s Set) Of(f Name) Answer {
	i, ok := s.Vocabulary().Index(f)
	if !ok {
		return NotAsked
	}
	return s.at(i)
}

// At returns the answer for the fact with the number in the vocabulary; NotAsked
// if it does not have the number.
func (s Set) At(i int) Answer {
	if i < 0 || i >= Most {
		return NotAsked
	}
	return s.at(i)
}

func (s *Set) at(i int) Answer {
	w, b := i>>6&3, i&63
	return Answer(s.no[w]>>b&1 | s.yes[w]>>b&1<<1 | s.soft[w]>>b&1<<2)
}

// Known returns the facts answered yes and those answered no.
func (s Set) Known() (yes, no Bits) {
	for w := range yes {
		yes[w], no[w] = s.yes[w]&^s.no[w], s.no[w]&^s.yes[w]
	}
	return yes, no
}

// Asked returns the facts with an answer, and whatever the answer is.
func (s Set) Asked() (asked Bits) {
	for w := range asked {
		asked[w] = s.yes[w] | s.no[w] | s.soft[w]
	}
	return asked
}

// Over returns s with the answers of t for each fact that was not asked in s. Use
// it to lay the facts of an item over those of the claim.
func (s Set) Over(t Set) Set {
	s.share(&t)
	asked := s.Asked()
	for w := range asked {
		s.no[w] |= t.no[w] &^ asked[w]
		s.yes[w] |= t.yes[w] &^ asked[w]
		s.soft[w] |= t.soft[w] &^ asked[w]
	}
	return s
}

// Else returns s with the answers of t as default answers: for each fact that was
// not asked in s, it takes the truth of t. A fact that is not known or disputed in
// s stays so.
func (s Set) Else(t Set) Set {
	t.yes, t.no = t.Known()
	for w := range t.soft {
		t.soft[w] = t.yes[w] | t.no[w]
	}
	return s.Over(t)
}

// share brings s and t to one vocabulary: that of s, or of t if s takes any names.
func (s *Set) share(t *Set) {
	switch {
	case s.v == t.v || t.v == nil:
	case s.v == nil || s.v.free && !t.v.free:
		*s = s.In(t.Vocabulary())
	default:
		if s.v.free {
			s.grow(t.v.names)
		}
		*t = t.In(s.Vocabulary())
	}
	if s.why == nil {
		s.bad, s.why = t.bad, t.why
	}
}

// In returns the set in another vocabulary, by name. It is invalid if the
// vocabulary does not have a fact that was asked.
func (s Set) In(v Vocabulary) Set {
	if s.v == v.vocabulary {
		return s
	}
	if v.Equal(s.Vocabulary()) {
		s.v = v.vocabulary
		return s
	}
	t := v.Set()
	t.bad, t.why = s.bad, s.why
	for f, a := range s.All() {
		if i, ok := v.Index(f); ok {
			t.put(uint8(i), a)
		} else if t.why == nil {
			t.bad, t.why = f, fault.ErrUnknown
		}
	}
	return t
}

// All returns each fact that has an answer, with the answer, in the order of the
// vocabulary.
func (s Set) All() iter.Seq2[Name, Answer] {
	return func(yield func(Name, Answer) bool) {
		for i := range s.Vocabulary().Len() {
			if a := s.at(i); a != NotAsked && !yield(s.v.names[i], a) {
				return
			}
		}
	}
}

// IsZero reports whether there are no answers and the set is valid.
func (s Set) IsZero() bool { return s.why == nil && s.Asked() == Bits{} }

// Equal reports whether s and t have the same answers, whatever their
// vocabularies, and are both valid.
func (s Set) Equal(t Set) bool {
	if s.why != nil || t.why != nil {
		return false
	}
	count := 0
	for f, a := range s.All() {
		if t.Of(f) != a {
			return false
		}
		count++
	}
	asked := t.Asked()
	return asked.Count() == count
}

func at(i int) string { return "names[" + strconv.Itoa(i) + "]" }
