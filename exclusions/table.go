// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

// A table holds the outcome of every completion of some unknown facts, one bit
// each: bit k of the number of a completion says whether the fact k is so, and
// the lowest six bits number the completions within one word. With fewer than six
// facts the completions repeat within the only word.
type table struct {
	facts [most]uint16 // the indexes of the facts
	count int          // how many there are
	words []uint64
}

// lanes returns, for one of the first six facts, the completions within a word
// in which it is so.
func lanes(k int) uint64 {
	return [6]uint64{
		0xAAAAAAAAAAAAAAAA, // every second one
		0xCCCCCCCCCCCCCCCC, // two of every four
		0xF0F0F0F0F0F0F0F0,
		0xFF00FF00FF00FF00,
		0xFFFF0000FFFF0000,
		0xFFFFFFFF00000000,
	}[k]
}

// table returns whether any of the rules holds, for every completion of the facts,
// of which there are at most 16. Other unknown facts are taken as not so: they
// cannot change the result.
func (b *Bound) table(facts *set, rules ...opened) table {
	var so [mostFacts]uint64
	for i := range b.yes.all() {
		so[i] = ^uint64(0)
	}
	t := table{count: facts.count()}
	k := 0
	for i := range facts.all() {
		t.facts[k] = i
		if k < 6 {
			so[i] = lanes(k)
		}
		k++
	}
	t.words = make([]uint64, 1<<max(0, t.count-6))
	for w := range t.words {
		for k := 6; k < t.count; k++ {
			so[t.facts[k]] = -uint64(w >> (k - 6) & 1)
		}
		for _, o := range rules {
			t.words[w] |= b.word(o.at, &so)
		}
	}
	return t
}

// word returns whether the part is met in each of 64 completions.
func (b *Bound) word(at int, so *[mostFacts]uint64) uint64 {
	p := &b.s.parts[at]
	met := ^uint64(0)
	switch p.op {
	case every:
		for k := range ones(p.pos) {
			met &= so[64*int(p.word)+k]
		}
		for k := range ones(p.neg) {
			met &^= so[64*int(p.word)+k]
		}
	case either:
		met = 0
		for k := range ones(p.pos) {
			met |= so[64*int(p.word)+k]
		}
		for k := range ones(p.neg) {
			met |= ^so[64*int(p.word)+k]
		}
	case not:
		met = ^b.word(at+1, so)
	case rule:
		if !b.acts(p) {
			return 0
		}
		met = b.word(at+1, so)
		for i := b.s.parts[at+1].end; i < p.end; i = b.s.parts[i].end {
			met &^= b.word(int(i), so)
		}
	case all:
		for i := range b.s.below(at) {
			met &= b.word(i, so)
		}
	case some:
		met = 0
		for i := range b.s.below(at) {
			met |= b.word(i, so)
		}
	}
	return met
}

// truth returns Yes or No if all completions say so.
func (t *table) truth() Truth {
	met, missed := ^uint64(0), uint64(0)
	for _, w := range t.words {
		met &= w
		missed |= w
	}
	switch {
	case met == ^uint64(0):
		return Yes
	case missed == 0:
		return No
	}
	return Unknown
}

// decisive returns the facts that change the outcome in some completion.
func (t *table) decisive() set {
	var facts set
	for k, fact := range t.facts[:t.count] {
		var differ uint64
		for w, met := range t.words {
			if k < 6 {
				differ |= (met ^ met>>(1<<k)) &^ lanes(k)
			} else {
				differ |= met ^ t.words[w|1<<(k-6)]
			}
		}
		if differ != 0 {
			facts.add(fact)
		}
	}
	return facts
}
