// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

// A Bound is a [Schedule] with facts, for the whole cover or, after [Bound.In],
// for a part of it. It is an immutable, comparable value of about a hundred
// bytes, and copying it allocates no memory. The zero Bound is the zero Schedule
// without facts.
type Bound struct {
	s       Schedule
	yes, no set    // by index of the fact
	outside uint64 // by index of narrow: whether the part of the cover that is asked about lies outside
}

// Bind binds facts to the schedule. It returns an [*Error] with [ErrFact] and
// the name of the fact if the vocabulary does not contain it. A misspelt fact is
// therefore an error, and a default answer does not silently take its place.
func (s Schedule) Bind(f Facts) (Bound, error) { return Bound{s: s}.In("").Under(f) }

// In returns b for a part of the cover. A move that lists scopes in [Move].In acts
// only if one of them contains the part. Until In is called, a Bound is for the
// whole cover.
func (b Bound) In(part Scope) Bound {
	b.outside = b.s.outside(part)
	return b
}

// Under returns b with further facts. An answer in f replaces the earlier
// answer for its fact, even if it is not known or disputed in f. Under returns
// the errors of [Schedule.Bind].
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

// truth returns whether the part with the index is met, in Kleene's logic.
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
// act, or the facts of its condition fail in one word.
func (b *Bound) dismissed(p, when *part) bool {
	return !b.acts(p) || when.op >= every && when.fails(b.yes[when.word&3], b.no[when.word&3])
}

// fails reports whether a fact of every, or each fact of either, is not as it
// must be.
func (p *part) fails(so, not uint64) bool {
	if p.op == every {
		return p.pos&not|p.neg&so != 0
	}
	return p.pos&^not|p.neg&^so == 0
}

// acts reports whether a rule acts: its endorsement, if it has one, is attached,
// and its parts of the cover, if it has any, contain the one asked about.
func (b *Bound) acts(p *part) bool {
	return p.owner == noIndex || (^b.s.attached>>p.owner|b.outside>>p.in)&1 == 0
}
