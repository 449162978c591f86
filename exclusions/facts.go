// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// A Fact is the name of a statement about a claim or an item of a claim, such as
// late-completion. It consists of lower-case letters, digits and single hyphens
// between them, at most 64 bytes. Each wording declares the facts of its
// vocabulary. The zero Fact is not a valid name.
type Fact string

// longestFact is the number of bytes that a Fact may have.
const longestFact = 64

func (f Fact) valid() bool {
	if f == "" || len(f) > longestFact {
		return false
	}
	hyphen := true // as if there were one before the first byte
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

// Facts are the answers about a claim or an item of a claim: an [Answer] for each
// fact. Facts are an immutable value. The zero Facts has no answers.
//
// [ParseFacts] describes the text form. The JSON form is an object:
// {"fire": "not-known", "war": "assumed-no"}.
type Facts struct {
	known []known // in order of name, each once, none not asked
}

type known struct {
	fact   Fact
	answer Answer
}

// Know returns facts with a stated Yes for each given fact.
func Know(facts ...Fact) Facts { return Facts{}.Yes(facts...) }

// Yes returns f with a stated Yes for each given fact.
func (f Facts) Yes(facts ...Fact) Facts { return f.put(Answer{Yes, Stated}, facts) }

// No returns f with a stated No for each given fact.
func (f Facts) No(facts ...Fact) Facts { return f.put(Answer{No, Stated}, facts) }

// Unclear returns f without a truth for each given fact. The basis says why:
// [NotKnown], [Disputed], or [NotAsked], which removes the answer. Any other
// basis is taken as NotKnown.
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

// Else returns f with the answers of g as default answers: for each fact that was
// not asked in f, it takes the truth of g, with the basis [Assumed]. A fact that
// is not known or disputed in f stays so.
func (f Facts) Else(g Facts) Facts {
	var assumed []known
	for _, k := range g.known {
		if k.answer.Truth != Unknown {
			assumed = append(assumed, known{k.fact, Answer{k.answer.Truth, Assumed}})
		}
	}
	return merge(f.known, assumed)
}

// Over returns f with the answers of g for each fact that was not asked in f. Use
// it to lay the facts of an item over those of the claim.
func (f Facts) Over(g Facts) Facts {
	switch {
	case len(f.known) == 0:
		return g
	case len(g.known) == 0:
		return f
	}
	return merge(f.known, g.known)
}

// merge returns the answers of k and, for facts that are not in k, those of l.
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

// Of returns the answer for a fact. If nobody was asked, it is the zero Answer.
func (f Facts) Of(fact Fact) Answer {
	if i, ok := sort.Find(len(f.known), func(i int) int { return cmp.Compare(fact, f.known[i].fact) }); ok {
		return f.known[i].answer
	}
	return Answer{}
}

// All returns each fact that has an answer, with the answer, in order of name.
func (f Facts) All() iter.Seq2[Fact, Answer] {
	return func(yield func(Fact, Answer) bool) {
		for _, k := range f.known {
			if !yield(k.fact, k.answer) {
				return
			}
		}
	}
}

// Equal reports whether f and g have the same answers, on the same basis.
func (f Facts) Equal(g Facts) bool { return slices.Equal(f.known, g.known) }
