// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// Lifted returns the exceptions to the rule with the ID that apply, in the order
// of the wording. Each of them by itself keeps the rule from applying. Lifted
// returns nil if no exception applies or the wording has no such rule.
func (b Bound) Lifted(id clause.ID) []clause.ID {
	at, ok := b.s.at(id)
	if !ok {
		return nil
	}
	var all []clause.ID
	for i := int(b.s.parts[at+1].end); i < int(b.s.parts[at].end); i = int(b.s.parts[i].end) {
		if b.truth(i) == Yes {
			all = append(all, b.s.rules[b.s.parts[i].ref].Clause.ID)
		}
	}
	return all
}

// Met returns whether the condition of the rule, exception or effect with the ID
// is met. It ignores exceptions, attachment and the part of the cover. Met returns
// false if the wording has no such rule.
func (b Bound) Met(id clause.ID) (Truth, bool) {
	at, ok := b.s.at(id)
	if !ok {
		return Unknown, false
	}
	return b.truth(at + 1), true
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

// Of returns the truth of a fact. It is Unknown if the vocabulary does not contain
// the fact.
func (b Bound) Of(f Fact) Truth {
	if b.s.program == nil {
		return Unknown
	}
	i, ok := slices.BinarySearch(b.s.names, f)
	switch {
	case !ok:
		return Unknown
	case b.yes.bit(b.s.byName[i]) == 1:
		return Yes
	case b.no.bit(b.s.byName[i]) == 1:
		return No
	}
	return Unknown
}
