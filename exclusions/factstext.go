// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "strings"

// longestFacts is the number of bytes of a text that [ParseFacts] reads, and
// of an object in JSON. No more is written, either.
const longestFacts = 1 << 16

// String returns the facts by rising name, each with its answer:
// fire=not-known war=assumed-no.
func (f Facts) String() string {
	var b strings.Builder
	for fact, answer := range f.All() {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(string(fact) + "=" + answer.String())
	}
	return b.String()
}

// ParseFacts reads facts in any order, each with its answer as [ParseAnswer]
// reads it and with white space between them. The empty text is the zero
// Facts. ParseFacts returns an [*Error] with
//   - [ErrFact] for a name that no [Fact] may have,
//   - [ErrSyntax] for a word that is not a fact with an answer,
//   - [ErrDuplicate] for a fact that stands twice,
//   - [ErrSize] for a text of more than 65,536 bytes.
func ParseFacts(s string) (Facts, error) {
	var f Facts
	if len(s) > longestFacts {
		return f, &Error{Func: "ParseFacts", Input: s, Err: ErrSize}
	}
	var words []known
	for word := range strings.FieldsSeq(s) {
		name, answer, _ := strings.Cut(word, "=")
		a, err := ParseAnswer(answer)
		if err != nil {
			return f, &Error{Func: "ParseFacts", Input: word, Err: ErrSyntax}
		}
		words = append(words, known{Fact(name), a})
	}
	return collect("ParseFacts", words)
}

// MustParseFacts is [ParseFacts] for texts in source code. It panics where
// ParseFacts returns an error.
func MustParseFacts(s string) Facts {
	f, err := ParseFacts(s)
	if err != nil {
		panic(err)
	}
	return f
}

// MarshalText returns what String returns. It returns an [*Error] with
// [ErrFact] if a name is none that a [Fact] may have, and with [ErrSize] for
// more than 65,536 bytes.
func (f Facts) MarshalText() ([]byte, error) {
	for fact := range f.All() {
		if !fact.valid() {
			return nil, &Error{Func: "Facts.MarshalText", Input: string(fact), Err: ErrFact}
		}
	}
	return fits("Facts.MarshalText", []byte(f.String()))
}

// fits returns a text that can be read back.
func fits(verb string, b []byte) ([]byte, error) {
	if len(b) > longestFacts {
		return nil, &Error{Func: verb, Input: string(b), Err: ErrSize}
	}
	return b, nil
}

// UnmarshalText reads facts as [ParseFacts] does.
func (f *Facts) UnmarshalText(b []byte) (err error) {
	*f, err = ParseFacts(string(b))
	return err
}

// collect checks names and refuses those that stand twice.
func collect(verb string, pairs []known) (Facts, error) {
	seen := make(map[Fact]bool, len(pairs))
	by := map[Answer][]Fact{}
	for _, k := range pairs {
		if !k.fact.valid() {
			return Facts{}, &Error{Func: verb, Input: string(k.fact), Err: ErrFact}
		}
		if seen[k.fact] {
			return Facts{}, &Error{Func: verb, Input: string(k.fact), Err: ErrDuplicate}
		}
		seen[k.fact] = true
		by[k.answer] = append(by[k.answer], k.fact)
	}
	var f Facts
	for answer, facts := range by {
		f = f.put(answer, facts)
	}
	return f, nil
}
