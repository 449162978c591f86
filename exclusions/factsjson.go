// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"bytes"
	"encoding/json"
	"io"
)

// MarshalJSON returns an object with the answer for each fact, in order of name.
// It returns an [*Error] with [ErrFact] if a name is not valid for a [Fact], and
// with [ErrSize] if the object is longer than 65,536 bytes.
func (f Facts) MarshalJSON() ([]byte, error) {
	object := map[Fact]Answer{}
	for fact, answer := range f.All() {
		if !fact.valid() {
			return nil, &Error{Func: "Facts.MarshalJSON", Input: string(fact), Err: ErrFact}
		}
		object[fact] = answer
	}
	b, err := json.Marshal(object)
	if err != nil {
		return nil, err
	}
	return fits("Facts.MarshalJSON", b)
}

// UnmarshalJSON parses an object as MarshalJSON returns it, with the facts in any
// order. The object {} is the zero Facts. UnmarshalJSON returns an [*Error] with
//   - [ErrSyntax] if b is not such an object (null is not), or if text follows it,
//   - [ErrFact] if a name is not valid for a [Fact],
//   - [ErrDuplicate] if a fact appears twice,
//   - [ErrSize] if b is longer than 65,536 bytes.
func (f *Facts) UnmarshalJSON(b []byte) error {
	*f = Facts{}
	if len(b) > longestFacts {
		return &Error{Func: "Facts.UnmarshalJSON", Input: string(b), Err: ErrSize}
	}
	malformed := &Error{Func: "Facts.UnmarshalJSON", Input: string(b), Err: ErrSyntax}
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return malformed
	}
	var pairs []known
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return malformed
		}
		answer, err := d.Token()
		if err != nil {
			return malformed
		}
		fact, _ := name.(string)
		word, _ := answer.(string)
		a, err := ParseAnswer(word)
		if err != nil {
			return malformed
		}
		pairs = append(pairs, known{Fact(fact), a})
	}
	if _, err := d.Token(); err != nil { // the end of the object
		return malformed
	}
	if _, err := d.Token(); err != io.EOF {
		return malformed
	}
	var err error
	*f, err = collect("Facts.UnmarshalJSON", pairs)
	return err
}
