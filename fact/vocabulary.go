// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import (
	"math/bits"
	"slices"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Name names a fact: a statement about a claim or an item of a claim, such as
// late-completion. It consists of lower-case letters, digits and single hyphens
// between them, at most 64 bytes. The zero Name is not valid.
type Name string

const longestName = 64

func (n Name) valid() bool {
	if n == "" || len(n) > longestName {
		return false
	}
	hyphen := true // as if there were one before the first byte
	for i := range len(n) {
		switch c := n[i]; {
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

// Most is the number of facts that a vocabulary may have.
const Most = 256

// A Vocabulary numbers facts in the order given. It is an immutable value, and two
// are equal if they come from the same call. The zero Vocabulary has no facts.
type Vocabulary struct{ *vocabulary }

type vocabulary struct {
	names []Name
	index map[Name]uint8
	free  bool // it takes any further name
}

// NewVocabulary returns the vocabulary of the names. It returns a [*fault.Error]
// with the path names[i] for the name with the index i:
//   - [fault.ErrSyntax] if it is not valid,
//   - [fault.ErrDuplicate] if it appears twice,
//   - [fault.ErrSize] if there are more than [Most] names.
func NewVocabulary(names ...Name) (Vocabulary, error) {
	v := &vocabulary{index: make(map[Name]uint8, len(names))}
	for i, n := range names {
		if why := v.add(n); why != nil {
			return Vocabulary{}, misnamed("fact.NewVocabulary", i, n, why)
		}
	}
	return Vocabulary{v}, nil
}

func misnamed(op string, i int, n Name, why *fault.Reason) error {
	return &fault.Error{Op: op, Path: at(i), Input: text.Cut(string(n)), Reason: why}
}

func (v *vocabulary) add(n Name) *fault.Reason {
	switch _, twice := v.index[n]; {
	case !n.valid():
		return fault.ErrSyntax
	case twice:
		return fault.ErrDuplicate
	case len(v.names) == Most:
		return fault.ErrSize
	}
	v.index[n] = uint8(len(v.names))
	v.names = append(v.names, n)
	return nil
}

// Index returns the number of a fact, from 0, and whether the vocabulary has it.
func (v Vocabulary) Index(n Name) (int, bool) {
	if v.vocabulary == nil {
		return 0, false
	}
	i, ok := v.index[n]
	return int(i), ok
}

// Names returns the facts in their order.
func (v Vocabulary) Names() []Name {
	if v.vocabulary == nil {
		return nil
	}
	return slices.Clone(v.names)
}

// Name returns the fact with the number, or "" if there is none.
func (v Vocabulary) Name(i int) Name {
	if i < 0 || i >= v.Len() {
		return ""
	}
	return v.names[i]
}

// Len returns how many facts there are.
func (v Vocabulary) Len() int {
	if v.vocabulary == nil {
		return 0
	}
	return len(v.names)
}

// Equal reports whether two vocabularies have the same facts in the same order.
func (v Vocabulary) Equal(w Vocabulary) bool {
	if v.vocabulary == nil || w.vocabulary == nil {
		return v.Len() == w.Len()
	}
	return v.vocabulary == w.vocabulary || slices.Equal(v.names, w.names)
}

// Set returns the set without answers in the vocabulary.
func (v Vocabulary) Set() Set { return Set{v: v.vocabulary} }

// Bits holds one bit for each fact of a vocabulary, by its number.
type Bits [Most / 64]uint64

// Has reports whether the bit of the fact with the number is set.
func (b *Bits) Has(i int) bool { return b[i>>6&3]>>(i&63)&1 == 1 }

// Put sets the bit of the fact with the number.
func (b *Bits) Put(i int) { b[i>>6&3] |= 1 << (i & 63) }

// Count returns how many bits are set.
func (b *Bits) Count() int {
	return bits.OnesCount64(b[0]) + bits.OnesCount64(b[1]) + bits.OnesCount64(b[2]) + bits.OnesCount64(b[3])
}

// Meets reports whether b and c share a bit.
func (b *Bits) Meets(c *Bits) bool { return b[0]&c[0]|b[1]&c[1]|b[2]&c[2]|b[3]&c[3] != 0 }

// Join sets the bits of c.
func (b *Bits) Join(c *Bits) {
	for w := range b {
		b[w] |= c[w]
	}
}

// A Form is a list of facts for which a host has an answer each, in that order,
// with the names checked once. The zero Form has no facts.
type Form struct {
	v  *vocabulary
	at []uint8
}

// Form returns the form of the names. It returns a [*fault.Error] with the path
// names[i] for the name with the index i:
//   - [fault.ErrUnknown] if the vocabulary does not have it,
//   - [fault.ErrDuplicate] if it appears twice.
func (v Vocabulary) Form(names ...Name) (Form, error) {
	f := Form{v: v.vocabulary}
	for i, n := range names {
		k, ok := v.Index(n)
		why := fault.ErrUnknown
		if ok && slices.Contains(f.at, uint8(k)) {
			ok, why = false, fault.ErrDuplicate
		}
		if !ok {
			return Form{}, misnamed("fact.Vocabulary.Form", i, n, why)
		}
		f.at = append(f.at, uint8(k))
	}
	return f, nil
}

// Set returns the set with the answers to the facts of the form, in its order. An
// answer that is none of the constants is taken as NotKnown. If there are more or
// fewer answers than facts, [Set.Err] returns a [*fault.Error] with
// [fault.ErrConflict].
func (f Form) Set(answers ...Answer) Set {
	s := Set{v: f.v}
	if len(answers) != len(f.at) {
		s.why = fault.ErrConflict
		return s
	}
	for k, i := range f.at {
		a := answers[k]
		if a > AssumedYes {
			a = NotKnown
		}
		w, b := i>>6, i&63
		s.no[w] |= uint64(a&1) << b
		s.yes[w] |= uint64(a>>1&1) << b
		s.soft[w] |= uint64(a>>2&1) << b
	}
	return s
}
