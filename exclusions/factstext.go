// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "strings"

// longestFacts is the largest number of bytes of a text or JSON object that is
// read or written.
const longestFacts = 1 << 16

// String returns each fact with its answer, in order of name:
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

// ParseFacts parses facts in any order, separated by white space: the name, =,
// and an answer for [ParseAnswer]. The empty text is the zero Facts. ParseFacts
// returns an [*Error] with
//   - [ErrSyntax] if a word has no = or no valid answer,
//   - [ErrFact] if a name is not valid for a [Fact],
//   - [ErrDuplicate] if a fact appears twice,
//   - [ErrSize] if s is longer than 65,536 bytes.
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

// MustParseFacts is [ParseFacts] for texts in source code. It panics if
// ParseFacts returns an error.
func MustParseFacts(s string) Facts {
	f, err := ParseFacts(s)
	if err != nil {
		panic(err)
	}
	return f
}

// MarshalText returns the text of String. It returns an [*Error] with [ErrFact]
// if a name is not valid for a [Fact], and with [ErrSize] if the text is longer
// than 65,536 bytes.
func (f Facts) MarshalText() ([]byte, error) {
	for fact := range f.All() {
		if !fact.valid() {
			return nil, &Error{Func: "Facts.MarshalText", Input: string(fact), Err: ErrFact}
		}
	}
	return fits("Facts.MarshalText", []byte(f.String()))
}

// fits returns b, or an error if it is too long to be read back.
func fits(verb string, b []byte) ([]byte, error) {
	if len(b) > longestFacts {
		return nil, &Error{Func: verb, Input: string(b), Err: ErrSize}
	}
	return b, nil
}

// UnmarshalText parses facts as [ParseFacts] does.
func (f *Facts) UnmarshalText(b []byte) (err error) {
	*f, err = ParseFacts(string(b))
	return err
}

// collect returns the facts, or an error for an invalid or repeated name.
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
