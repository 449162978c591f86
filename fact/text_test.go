// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
)

// refused demands a fault of an operation, or none.
func refused(t *testing.T, in string, err error, op, path string, why *fault.Reason) {
	t.Helper()
	var e *fault.Error
	switch {
	case why == nil && err != nil:
		t.Errorf("%.60q: %v", in, err)
	case why == nil:
	case !errors.As(err, &e) || e.Reason != why || e.Op != op || e.Path != path:
		t.Errorf("%.60q: %v, want %s: %s: %v", in, err, op, path, why)
	}
}

// most returns the longest text of facts, and the longest object.
func most() (text, object string) {
	all := names(fact.Most)
	var words, members []string
	for _, n := range all {
		long := string(n) + "-" + strings.Repeat("x", 63-len(n))
		words, members = append(words, long+"=assumed-yes"), append(members, `"`+long+`":"assumed-yes"`)
	}
	return strings.Join(words, " "), "{" + strings.Join(members, ",") + "}"
}

func TestParse(t *testing.T) {
	full, _ := most()
	for _, c := range []struct {
		in, want string
		path     string
		why      *fault.Reason
	}{
		{"", "", "", nil},
		{" war=no\n fire=yes\t", "war=no fire=yes", "", nil},
		{"a=assumed-yes b=assumed-no c=not-known d=disputed", "a=assumed-yes b=assumed-no c=not-known d=disputed", "", nil},
		{"a=not-asked", "", "", nil},
		{"war", "", "war", fault.ErrSyntax},
		{"war=", "", "war", fault.ErrSyntax},
		{"war=unknown", "", "war", fault.ErrSyntax},
		{"war=YES", "", "war", fault.ErrSyntax},
		{"war=yes=no", "", "war", fault.ErrSyntax},
		{"=yes", "", "", fault.ErrSyntax},
		{"War=yes", "", "", fault.ErrSyntax},
		{"a-=yes", "", "", fault.ErrSyntax},
		{"-a=yes", "", "", fault.ErrSyntax},
		{"a--b=yes", "", "", fault.ErrSyntax},
		{"戦争=yes", "", "", fault.ErrSyntax},
		{strings.Repeat("a", 64) + "=yes", strings.Repeat("a", 64) + "=yes", "", nil},
		{strings.Repeat("a", 65) + "=yes", "", "", fault.ErrSyntax},
		{"a=yes a=no", "", "a", fault.ErrDuplicate},
		{"a=yes b=no a=yes", "", "a", fault.ErrDuplicate},
		{full, full, "", nil},
		{full + " war=yes", "", "war", fault.ErrSize},
		{strings.Repeat(" ", 1<<16), "", "", nil},
		{strings.Repeat(" ", 1<<16+1), "", "", fault.ErrSize},
	} {
		s, err := fact.Parse(c.in)
		if refused(t, c.in, err, "fact.Parse", c.path, c.why); s.String() != c.want || err != nil && s != (fact.Set{}) {
			t.Errorf("%.60q: %q, want %q", c.in, s, c.want)
		}
	}
}

func TestSetJSON(t *testing.T) {
	s := fact.MustParse("war=assumed-no fire=not-known late=yes")
	b, err := json.Marshal(s)
	if want := `{"war":"assumed-no","fire":"not-known","late":"yes"}`; err != nil || string(b) != want {
		t.Errorf("%s, %v, want %s", b, err, want)
	}
	if b, err := json.Marshal(fact.Set{}); err != nil || string(b) != "{}" {
		t.Errorf("%s, %v", b, err)
	}
	_, full := most()
	for _, c := range []struct {
		in, path string
		why      *fault.Reason
	}{
		{`{}`, "", nil},
		{` {"a":"yes"}` + "\n", "", nil},
		{`{"a":"not-asked"}`, "", nil},
		{full, "", nil},
		{full[:len(full)-1] + `,"war":"yes"}`, "war", fault.ErrSize},
		{`null`, "", fault.ErrSyntax},
		{`[]`, "", fault.ErrSyntax},
		{`"a=yes"`, "", fault.ErrSyntax},
		{`{"a":true}`, "a", fault.ErrSyntax},
		{`{"a":null}`, "a", fault.ErrSyntax},
		{`{"a":{"b":"yes"}}`, "a", fault.ErrSyntax},
		{`{"a":["yes"]}`, "a", fault.ErrSyntax},
		{`{"a":"maybe"}`, "a", fault.ErrSyntax},
		{`{"A":"yes"}`, "", fault.ErrSyntax},
		{`{"":"yes"}`, "", fault.ErrSyntax},
		{"{\"a\xff\":\"yes\"}", "", fault.ErrSyntax},
		{`{"a":"yes","a":"no"}`, "a", fault.ErrDuplicate},
		{`{"a":"yes","\u0061":"no"}`, "a", fault.ErrDuplicate},
		{`{` + strings.Repeat(" ", 1<<16-2) + `}`, "", nil},
		{`{` + strings.Repeat(" ", 1<<16-1) + `}`, "", fault.ErrSize},
		// What is cut short, and what follows the object.
		{``, "", fault.ErrSyntax}, {`{`, "", fault.ErrSyntax}, {`{"a"`, "", fault.ErrSyntax}, {`{"a":`, "", fault.ErrSyntax},
		{`{"a":"yes"`, "", fault.ErrSyntax}, {`{"a":"yes",`, "", fault.ErrSyntax}, {`{,}`, "", fault.ErrSyntax},
		{`{"a":"yes",}`, "", fault.ErrSyntax}, {`{1:"yes"}`, "", fault.ErrSyntax},
		{`{"a":"yes"}{}`, "", fault.ErrSyntax}, {`{"a":"yes"} x`, "", fault.ErrSyntax},
		{`{"a":"yes"}}`, "", fault.ErrSyntax}, {`{},`, "", fault.ErrSyntax},
	} {
		var got fact.Set
		err := got.UnmarshalJSON([]byte(c.in))
		if refused(t, c.in, err, "fact.Set.UnmarshalJSON", c.path, c.why); err != nil && got != (fact.Set{}) {
			t.Errorf("%.60q: %v beside the error", c.in, got)
		}
	}
}

// TestReadInto reads facts into a set that has a vocabulary, and keeps it.
func TestReadInto(t *testing.T) {
	v := vocabulary(t, "fire", "war", "late")
	want := v.Set().Yes("late").With(fact.NotKnown, "fire")
	for _, before := range []fact.Set{v.Set(), v.Set().No("war"), v.Set().Yes("wra")} {
		text, object := before, before
		if err := text.UnmarshalText([]byte("late=yes fire=not-known")); err != nil || text != want {
			t.Errorf("%v became %v, %v", before, text, err)
		}
		if err := json.Unmarshal([]byte(`{"late":"yes","fire":"not-known"}`), &object); err != nil || object != want {
			t.Errorf("%v became %v, %v", before, object, err)
		}
		text, object = before, before
		err := text.UnmarshalText([]byte("late=yes flood=no"))
		refused(t, "text", err, "fact.Set", "flood", fault.ErrUnknown)
		err = object.UnmarshalJSON([]byte(`{"late":"yes","flood":"no"}`))
		refused(t, "object", err, "fact.Set", "flood", fault.ErrUnknown)
		refused(t, "text", text.UnmarshalText([]byte("late")), "fact.Parse", "late", fault.ErrSyntax)
		if text != before || object != before {
			t.Errorf("%v became %v and %v beside an error", before, text, object)
		}
	}
	free := fact.Set{}.Yes("flood")
	if err := free.UnmarshalText([]byte("war=no")); err != nil || free.String() != "war=no" {
		t.Errorf("a set that takes any names: %v, %v", free, err)
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if err, _ := recover().(error); !errors.Is(err, fault.ErrSyntax) {
			t.Errorf("panic with %v", err)
		}
	}()
	fact.MustParse("war")
}

// readBack writes a set in both forms and reads it again.
func readBack(t *testing.T, s fact.Set) {
	t.Helper()
	text, err := s.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := fact.Parse(string(text)); err != nil || !back.Equal(s) || back.String() != s.String() {
		t.Errorf("%q became %q, %v", s, back, err)
	}
	object, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var back fact.Set
	if err := json.Unmarshal(object, &back); err != nil || !back.Equal(s) || back.String() != s.String() {
		t.Errorf("%s became %q, %v", object, back, err)
	}
}

// TestLongInput refuses ten million bytes for their length.
func TestLongInput(t *testing.T) {
	word, name := cases.Long("yes"), fact.Name(cases.Long("fire"))
	text, object := cases.Long("fire=yes "), []byte(cases.Long(`{"fire":"yes`))
	bytes, spaces := []byte(word), []byte(text)
	v := vocabulary(t, "fire")
	for what, read := range map[string]func() error{
		"ParseTruth":           func() error { _, err := fact.ParseTruth(word); return err },
		"ParseAnswer":          func() error { _, err := fact.ParseAnswer(word); return err },
		"Parse":                func() error { _, err := fact.Parse(text); return err },
		"Truth.UnmarshalText":  func() error { return new(fact.Truth).UnmarshalText(bytes) },
		"Answer.UnmarshalText": func() error { return new(fact.Answer).UnmarshalText(bytes) },
		"Set.UnmarshalText":    func() error { return new(fact.Set).UnmarshalText(spaces) },
		"Set.UnmarshalJSON":    func() error { return new(fact.Set).UnmarshalJSON(object) },
		"With":                 func() error { return v.Set().Yes(name).Err() },
		"NewVocabulary":        func() error { _, err := fact.NewVocabulary(name); return err },
		"Form":                 func() error { _, err := v.Form(name); return err },
	} {
		cases.Refused(t, what, read)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "fire=not-known war=assumed-no", "a=yes a=no", "a=not-asked", "=yes", "a--b=yes"} {
		f.Add(s)
	}
	full, _ := most()
	f.Add(full)
	f.Fuzz(func(t *testing.T, in string) {
		if s, err := fact.Parse(in); err == nil {
			readBack(t, s)
		} else if s != (fact.Set{}) {
			t.Error("facts beside an error")
		}
	})
}

func FuzzSetJSON(f *testing.F) {
	for _, s := range []string{`{}`, `{"fire":"not-known","war":"assumed-no"}`, `{"a":"yes","a":"no"}`, `null`, `{"a":`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var s fact.Set
		if err := s.UnmarshalJSON(b); err == nil {
			readBack(t, s)
			if !json.Valid(b) {
				t.Errorf("%s is not JSON", b)
			}
		} else if s != (fact.Set{}) {
			t.Error("facts beside an error")
		}
	})
}
