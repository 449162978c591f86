// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

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
func (s Schedule) Bind(f Facts) (Bound, error) { return Bound{s: s}.Under(f) }

// Under returns b with the facts over those that are bound already: what f says
// takes the place of what was known, also where it says that a fact is not
// known. It returns an [*Error] as [Schedule.Bind] does.
func (b Bound) Under(f Facts) (Bound, error) {
	var names []Fact
	if b.s.program != nil {
		names = b.s.names
	}
	i := 0
	for _, k := range f.known {
		for i < len(names) && names[i] != k.fact {
			i++
		}
		if i == len(names) {
			return Bound{}, &Error{Func: "Schedule.Bind", Input: string(k.fact), Err: ErrFact}
		}
		at := b.s.byName[i]
		b.yes.put(at, k.answer.Truth == Yes)
		b.no.put(at, k.answer.Truth == No)
		i++
	}
	return b, nil
}

// truth returns whether the part with the index is met, by Kleene's logic.
func (b *Bound) truth(at int) Truth {
	p := &b.s.parts[at]
	switch p.op {
	case every, either:
		so, not := b.yes[p.word&3], b.no[p.word&3]
		right, facts := p.pos&so|p.neg&not, p.pos|p.neg
		switch {
		case p.fails(so, not):
			return No
		case right == facts, p.op == either && right != 0:
			return Yes
		}
		return Unknown
	case not:
		return b.truth(at + 1).Not()
	case rule:
		when := &b.s.parts[at+1]
		if b.dismissed(p, when) {
			return No
		}
		t := b.truth(at + 1)
		if t == No {
			return No
		}
		for i := when.end; i < p.end; i = b.s.parts[i].end {
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

// dismissed reports whether a rule is seen at a glance not to hold: it does not
// stand in the schedule, or the facts of its condition fail in one word.
func (b *Bound) dismissed(p, when *part) bool {
	return !b.stands(p) || when.op >= every && when.fails(b.yes[when.word&3], b.no[when.word&3])
}

// fails reports whether one of every fact, or each of either one, is not as it
// must be.
func (p *part) fails(so, not uint64) bool {
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
