// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"iter"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// Findings is what each rule of a schedule comes to on the facts. It is an
// immutable value; the zero Findings has none.
type Findings struct {
	b       Bound
	yes, no set // by index of the root
}

// A Finding is what one rule comes to. The zero Finding is none.
type Finding struct {
	Rule     clause.Clause
	Scope    Scope
	Extent   Extent
	Applies  Truth       // Unknown while the rule is open
	Chain    []clause.ID // the nodes that decided, or that are open, the rule first
	Remedies []clause.ID // endorsements on offer with which a rule that applies would be given back, or be open

	levels []int
}

// Find is Bind and [Bound.Find].
func (s Schedule) Find(f Facts) (Findings, error) {
	b, err := s.Bind(f)
	return b.Find(), err
}

// Find evaluates every rule by Kleene's logic: a rule applies, does not apply,
// or is open because facts are unknown. It allocates no memory. A rule may be
// open here although every completion of the facts gives the same: what is
// excluded in all is what [Bound.Settle] says.
func (b Bound) Find() Findings {
	f := Findings{b: b}
	if b.s.program == nil {
		return f
	}
	for i := range b.s.roots {
		// No and Yes are the two bits of a Truth.
		t := b.truth(b.s.roots[i].at)
		f.no[i/64&3] |= uint64(t&No) << (i % 64)
		f.yes[i/64&3] |= uint64(t>>1) << (i % 64)
	}
	return f
}

func (f *Findings) truth(root int) Truth {
	return Truth(f.no.bit(uint16(root)) | f.yes.bit(uint16(root))<<1)
}

// stand returns the roots that stand in the schedule.
func (f Findings) stand() iter.Seq2[int, root] {
	return func(yield func(int, root) bool) {
		if f.b.s.program == nil {
			return
		}
		for i, r := range f.b.s.roots {
			if f.b.stands(&f.b.s.parts[r.at]) && !yield(i, r) {
				return
			}
		}
	}
}

// All returns a finding for every rule that excludes, those of endorsements
// that are attached among them, in the order of the wording.
func (f Findings) All() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for i, r := range f.stand() {
			if r.kind == Excludes && !yield(f.finding(i, r)) {
				return
			}
		}
	}
}

// Of returns the finding for the rule with the id, and false if none that
// stands in the schedule and excludes has it.
func (f Findings) Of(id clause.ID) (Finding, bool) {
	for i, r := range f.stand() {
		if r.kind == Excludes && f.b.s.ruleAt(r.at).Clause.ID == id {
			return f.finding(i, r), true
		}
	}
	return Finding{}, false
}

func (p *program) ruleAt(at int) Node { return p.rules[p.parts[at].ref].Node }

func (f Findings) finding(i int, r root) Finding {
	n := f.b.s.ruleAt(r.at)
	x := Finding{Rule: n.Clause, Scope: n.Scope, Extent: n.Extent, Applies: f.truth(i)}
	f.b.trail(r.at, &x)
	if x.Applies == Yes {
		for i, e := range f.b.s.source.Endorsements {
			with := f.b
			with.s.attached |= 1 << i
			if with.truth(r.at) != Yes {
				x.Remedies = append(x.Remedies, e.Clause.ID)
			}
		}
	}
	return x
}

// trail adds the nodes that made the rule at this index what it is: for one
// that an exception lifts, the first that does; for one that holds, the
// exceptions that would lift it but for their own; for one that is open, those
// that are open.
func (b *Bound) trail(at int, x *Finding) {
	n := b.s.ruleAt(at)
	x.Chain, x.levels = append(x.Chain, n.Clause.ID), append(x.levels, n.Level)
	if b.truth(at+1) == No {
		return
	}
	t := b.truth(at)
	first := true
	for i := range b.s.below(at) {
		if first {
			first = false // the condition
			continue
		}
		u := b.truth(i)
		switch {
		case t == No && u == Yes:
			b.trail(i, x)
			return
		case t == Unknown && u == Unknown, t == Yes && b.stands(&b.s.parts[i]) && b.truth(i+1) == Yes:
			b.trail(i, x)
		}
	}
}

// String returns the finding in English.
func (x Finding) String() string { return x.Text(language.English) }

// Text returns the finding for people who read the language, such as: excluded
// by EXC-17, given back by END-02. It speaks of the facts as entered.
func (x Finding) Text(tag language.Tag) string {
	if len(x.Chain) == 0 {
		return ""
	}
	id := string(x.Rule.ID)
	switch {
	case x.Applies == Unknown:
		ids := make([]string, len(x.Chain))
		for i, id := range x.Chain {
			ids[i] = string(id)
		}
		return text.In(tag, strings.Join(ids, "、")+"は未確定", "open: "+strings.Join(ids, ", "))
	case x.Applies == No && len(x.Chain) == 1:
		return text.In(tag, id+"に該当しない", id+" does not apply")
	}
	var words []string
	for i, id := range x.Chain {
		switch id := string(id); {
		case i == 0:
			words = append(words, text.In(tag, id+"により免責", "excluded by "+id))
		case x.levels[i]%2 == 1:
			words = append(words, text.In(tag, id+"により復活", "given back by "+id))
		default:
			words = append(words, text.In(tag, id+"により再び免責", "taken back by "+id))
		}
	}
	return strings.Join(words, text.In(tag, "、", ", "))
}
