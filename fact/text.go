// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// longestText is the largest number of bytes of a text or JSON object that is
// read. It is three times as long as any that is written.
const longestText = 1 << 16

// String returns each fact with its answer, in the order of the vocabulary:
// fire=not-known war=assumed-no.
func (s Set) String() string {
	var b strings.Builder
	for f, a := range s.All() {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(string(f) + "=" + a.String())
	}
	return b.String()
}

// Parse parses facts in any order, separated by white space: the name, =, and an
// answer in the form of [Answer.String]. The empty text is the zero Set. Parse returns a
// [*fault.Error], with the name as the path,
//   - [fault.ErrSyntax] if a word has no = or no valid answer, or a name is not
//     valid,
//   - [fault.ErrDuplicate] if a fact appears twice,
//   - [fault.ErrSize] if s is longer than 65,536 bytes, or has more than [Most]
//     facts.
func Parse(s string) (Set, error) {
	r := reader{op: "fact.Parse"}
	if len(s) > longestText {
		return Set{}, r.fault("", s, fault.ErrSize)
	}
	for word := range strings.FieldsSeq(s) {
		name, answer, _ := strings.Cut(word, "=")
		if err := r.take(Name(name), answer); err != nil {
			return Set{}, err
		}
	}
	return r.set(), nil
}

// MustParse is [Parse] for texts in source code. It panics if Parse returns an
// error.
func MustParse(s string) Set {
	t, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return t
}

// MarshalText returns the text of String, or the error of [Set.Err].
func (s Set) MarshalText() ([]byte, error) {
	if s.why != nil {
		return nil, s.Err()
	}
	return []byte(s.String()), nil
}

// UnmarshalText parses facts as [Parse] does. A set that has a vocabulary keeps it,
// and a name that the vocabulary does not have is [fault.ErrUnknown].
func (s *Set) UnmarshalText(b []byte) error {
	t, err := Parse(text.Head(b, longestText))
	return s.keep(t, err)
}

// MarshalJSON returns an object with the answer for each fact, in the order of the
// vocabulary, or the error of [Set.Err].
func (s Set) MarshalJSON() ([]byte, error) {
	if s.why != nil {
		return nil, s.Err()
	}
	b := []byte{'{'}
	for f, a := range s.All() {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(b, `"`+string(f)+`":"`+a.String()+`"`...) // neither has a character to escape
	}
	return append(b, '}'), nil
}

// UnmarshalJSON parses an object as MarshalJSON returns it, with the facts in any
// order. A set that has a vocabulary keeps it. UnmarshalJSON returns the errors of
// [Set.UnmarshalText], and [fault.ErrSyntax] if b is not such an object or text
// follows it.
func (s *Set) UnmarshalJSON(b []byte) error {
	r := reader{op: "fact.Set.UnmarshalJSON"}
	if len(b) > longestText {
		return r.fault("", text.Cut(b), fault.ErrSize)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if t, _ := d.Token(); t != json.Delim('{') || !json.Valid(b) {
		return r.fault("", text.Cut(b), fault.ErrSyntax)
	}
	for d.More() {
		name, _ := d.Token()
		answer, _ := d.Token()
		key, _ := name.(string)
		word, _ := answer.(string)
		if err := r.take(Name(key), word); err != nil {
			return err
		}
	}
	return s.keep(r.set(), nil)
}

// keep makes t the value of s, in the vocabulary of s if that has one.
func (s *Set) keep(t Set, err error) error {
	if err == nil && s.v != nil && !s.v.free {
		t = t.In(s.Vocabulary())
		err = t.Err()
	}
	if err == nil {
		*s = t
	}
	return err
}

// A reader collects facts with their answers.
type reader struct {
	op      string
	names   []Name
	answers []Answer
	read    map[Name]bool
}

func (r *reader) fault(path Name, input string, why *fault.Reason) error {
	return &fault.Error{Op: r.op, Path: string(path), Input: text.Cut(input), Reason: why}
}

func (r *reader) take(n Name, word string) error {
	a, ok := coded(word)
	switch {
	case !n.valid():
		return r.fault("", string(n), fault.ErrSyntax)
	case !ok:
		return r.fault(n, word, fault.ErrSyntax)
	case r.read[n]:
		return r.fault(n, "", fault.ErrDuplicate)
	case len(r.names) == Most:
		return r.fault(n, "", fault.ErrSize)
	case r.read == nil:
		r.read = map[Name]bool{}
	}
	r.read[n] = true
	r.names, r.answers = append(r.names, n), append(r.answers, a)
	return nil
}

func (r *reader) set() Set {
	var s Set
	if len(r.names) > 0 {
		s.grow(r.names)
	}
	for i, a := range r.answers {
		s.put(uint8(i), a)
	}
	return s
}
