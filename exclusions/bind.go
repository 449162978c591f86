// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "iter"

// A Bound is a schedule with facts put into it: the form in which it answers
// at once. It is an immutable, comparable value of some hundred bytes that
// owns no memory. The zero Bound is the zero Schedule without facts.
type Bound struct {
	s       Schedule
	yes, no set // by index of the fact
}

// Bind puts facts into the schedule. It returns an [*Error] with [ErrFact]
// that names a fact outside the vocabulary: a fact that is misspelt must not
// be passed over, as a usual answer might then stand in its place.
func (s Schedule) Bind(f Facts) (Bound, error) {
	b := Bound{s: s}
	if s.program == nil {
		s.program = &program{}
	}
	names := s.byName
	for _, k := range f.known {
		for len(names) > 0 && s.facts[names[0]].Fact != k.fact {
			names = names[1:]
		}
		if len(names) == 0 {
			return Bound{}, &Error{Func: "Schedule.Bind", Input: string(k.fact), Err: ErrFact}
		}
		switch k.answer.Truth {
		case Yes:
			b.yes.add(names[0])
		case No:
			b.no.add(names[0])
		}
	}
	return b, nil
}

// truth returns whether the part with the index is met, by Kleene's logic.
func (b *Bound) truth(at int) Truth {
	p := &b.s.parts[at]
	switch p.op {
	case every, either:
		return p.met(&b.yes, &b.no)
	case not:
		return b.truth(at + 1).Not()
	case rule:
		if !b.stands(p) {
			return No
		}
		t := b.truth(at + 1)
		if t == No {
			return No
		}
		for i := b.s.parts[at+1].end; i < p.end; i = b.s.parts[i].end {
			switch b.truth(int(i)) {
			case Yes:
				return No
			case Unknown:
				t = Unknown
			}
		}
		return t
	}
	decides, t := No, Yes
	if p.op == some {
		decides, t = Yes, No
	}
	for i := uint16(at + 1); i < p.end; i = b.s.parts[i].end {
		switch u := b.truth(int(i)); u {
		case decides:
			return u
		case Unknown:
			t = Unknown
		}
	}
	return t
}

// met returns whether every fact, or either one, is as it must be.
func (p *part) met(yes, no *set) Truth {
	so, not := yes[p.word&3], no[p.word&3]
	right, facts := p.pos&so|p.neg&not, p.pos|p.neg
	switch {
	case p.fails(yes, no):
		return No
	case p.op == every && right == facts, p.op == either && right != 0:
		return Yes
	}
	return Unknown
}

// fails reports whether met returns No.
func (p *part) fails(yes, no *set) bool {
	so, not := yes[p.word&3], no[p.word&3]
	if p.op == every {
		return p.pos&not|p.neg&so != 0
	}
	return p.pos&^not|p.neg&^so == 0
}

// stands reports whether a rule stands in the schedule: it does unless it
// belongs to an endorsement that is not attached.
func (b *Bound) stands(p *part) bool {
	return p.owner == 0 || b.s.attached>>(p.owner-1)&1 == 1
}

// below returns the parts right below a part.
func (p *program) below(at int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := at + 1; i < int(p.parts[at].end) && yield(i); i = int(p.parts[i].end) {
		}
	}
}
