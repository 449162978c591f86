// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// A Bound is a [Schedule] with facts, for the whole cover or, after [Bound.In],
// for a part of it. It is an immutable, comparable value of about a hundred
// bytes, and copying it allocates no memory. The zero Bound is the zero Schedule
// without facts.
type Bound struct {
	s       Schedule
	yes, no fact.Bits
	outside uint64 // by index of narrow: whether the part of the cover that is asked about lies outside
}

// Bind binds facts to the schedule. It returns the error of [fact.Set.Err] if the
// vocabulary of the wording does not have a fact. A misspelt fact is therefore an
// error, and a default answer does not silently take its place.
func (s Schedule) Bind(f fact.Set) (Bound, error) { return Bound{s: s}.In("").Under(f) }

// In returns b for a part of the cover. An exception that lists scopes in [Rule].In
// acts only if one of them contains the part. Until In is called, a Bound is for the
// whole cover.
func (b Bound) In(part Scope) Bound {
	b.outside = b.s.viewOf(part).outside
	return b
}

// Under returns b with further facts. An answer in f replaces the earlier
// answer for its fact, even if it is not known or disputed in f. Under returns
// the errors of [Schedule.Bind].
func (b Bound) Under(f fact.Set) (Bound, error) {
	if v := b.s.words(); f.Vocabulary() != v {
		f = f.In(v)
	}
	if err := f.Err(); err != nil {
		return Bound{}, err
	}
	yes, no := f.Known()
	asked := f.Asked()
	for w := range asked {
		b.yes[w] = b.yes[w]&^asked[w] | yes[w]
		b.no[w] = b.no[w]&^asked[w] | no[w]
	}
	return b, nil
}

// Schedule returns the schedule of b, with its attached endorsements.
func (b Bound) Schedule() Schedule { return b.s }

// With returns b with further endorsements attached. The facts and the part of
// the cover stay the same. With returns the errors of [Schedule.With].
func (b Bound) With(endorsements ...clause.ID) (Bound, error) {
	s, err := b.s.With(endorsements...)
	if err != nil {
		return Bound{}, err
	}
	b.s = s
	return b, nil
}

// Of returns the truth of a fact. It is Unknown if the vocabulary does not have
// the fact.
func (b Bound) Of(f fact.Name) fact.Truth {
	if i, ok := b.s.words().Index(f); ok {
		return b.fact(uint8(i))
	}
	return fact.Unknown
}
