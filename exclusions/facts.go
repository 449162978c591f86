// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// A Fact names a statement that is true or not of a claim or of one item of
// it, such as late-completion. It is written in lower-case words of letters
// and digits with single hyphens between them, in at most 64 bytes. The
// vocabulary is open: each wording declares its own. The zero Fact names none.
type Fact string

// longestFact is the number of bytes that a Fact may have.
const longestFact = 64

func (f Fact) valid() bool {
	if f == "" || len(f) > longestFact {
		return false
	}
	hyphen := true // as if one stood before the first byte
	for i := range len(f) {
		switch c := f[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// Facts is what is known of a claim or of one item of it: an [Answer] for each
// fact that somebody was asked about. It is an immutable value, to be stored
// and passed as such; the zero Facts knows nothing.
//
// It has the text form of [ParseFacts] and, in JSON, that of an object:
// {"fire": "not-known", "war": "assumed-no"}.
type Facts struct {
	known []known // by rising name, each once, none not asked
}

type known struct {
	fact   Fact
	answer Answer
}

// Know returns facts of which each of the given ones is stated to be so.
func Know(facts ...Fact) Facts { return Facts{}.Yes(facts...) }

// Yes returns f with each of the given facts stated to be so.
func (f Facts) Yes(facts ...Fact) Facts { return f.put(Answer{Yes, Stated}, facts) }

// No returns f with each of the given facts stated not to be so.
func (f Facts) No(facts ...Fact) Facts { return f.put(Answer{No, Stated}, facts) }

// Unclear returns f without an answer for each of the given facts. The basis
// says why: [NotKnown], [Disputed], or [NotAsked], which takes back what was
// answered. Any other basis stands for NotKnown.
func (f Facts) Unclear(why Basis, facts ...Fact) Facts {
	if why != NotAsked && why != Disputed {
		why = NotKnown
	}
	return f.put(Answer{Basis: why}, facts)
}

func (f Facts) put(a Answer, facts []Fact) Facts {
	g := make([]known, len(facts))
	for i, fact := range facts {
		g[i] = known{fact, a}
	}
	slices.SortFunc(g, known.compare)
	g = slices.CompactFunc(g, func(k, l known) bool { return k.fact == l.fact })
	if len(f.known) == 0 && a != (Answer{}) {
		return Facts{g}
	}
	return merge(g, f.known)
}

// Else returns f with the answers of g for those facts about which f does not
// say that anybody was asked. They become [Assumed], whatever they are in g.
// What was asked and is not known or disputed in f stays so.
func (f Facts) Else(g Facts) Facts {
	var usual []known
	for _, k := range g.known {
		if k.answer.Truth != Unknown {
			usual = append(usual, known{k.fact, Answer{k.answer.Truth, Assumed}})
		}
	}
	return merge(f.known, usual)
}

// Over returns f with what g says of those facts about which f is silent, as g
// says it: the facts of one item over those of the whole claim.
func (f Facts) Over(g Facts) Facts {
	switch {
	case len(f.known) == 0:
		return g
	case len(g.known) == 0:
		return f
	}
	return merge(f.known, g.known)
}

// merge returns what stands in k or, for facts that do not, in l.
func merge(k, l []known) Facts {
	m := make([]known, 0, len(k)+len(l))
	for len(k) > 0 || len(l) > 0 {
		order := cmp.Compare(len(l), 0) - cmp.Compare(len(k), 0)
		if len(k) > 0 && len(l) > 0 {
			order = k[0].compare(l[0])
		}
		if order <= 0 {
			m, k = append(m, k[0]), k[1:]
		} else {
			m = append(m, l[0])
		}
		if order >= 0 {
			l = l[1:]
		}
	}
	return Facts{slices.DeleteFunc(m, func(k known) bool { return k.answer == Answer{} })}
}

func (k known) compare(l known) int { return cmp.Compare(k.fact, l.fact) }

// Of returns the answer for a fact, the zero Answer if nobody was asked.
func (f Facts) Of(fact Fact) Answer {
	if i, ok := sort.Find(len(f.known), func(i int) int { return cmp.Compare(fact, f.known[i].fact) }); ok {
		return f.known[i].answer
	}
	return Answer{}
}

// All returns the facts about which somebody was asked, or something was
// assumed, with their answers, by rising name.
func (f Facts) All() iter.Seq2[Fact, Answer] {
	return func(yield func(Fact, Answer) bool) {
		for _, k := range f.known {
			if !yield(k.fact, k.answer) {
				return
			}
		}
	}
}

// Equal reports whether f and g say the same of every fact, on the same basis.
func (f Facts) Equal(g Facts) bool { return slices.Equal(f.known, g.known) }
