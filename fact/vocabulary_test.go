// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

// names returns n names: f0, f1 and so on.
func names(n int) []fact.Name {
	all := make([]fact.Name, n)
	for i := range all {
		all[i] = fact.Name(fmt.Sprint("f", i))
	}
	return all
}

// vocabulary returns the vocabulary of the names.
func vocabulary(tb testing.TB, names ...fact.Name) fact.Vocabulary {
	tb.Helper()
	v, err := fact.NewVocabulary(names...)
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// validNames says of names whether they are valid.
var validNames = map[fact.Name]bool{
	"": false, "a": true, "0": true, "-": false, "a-": false, "-a": false, "a--b": false, "a-b-0": true,
	"War": false, "a_b": false, "a b": false, "a=b": false, "a\"b": false, "戦争": false, "a\x00": false,
	fact.Name(strings.Repeat("a", 64)): true, fact.Name(strings.Repeat("a", 65)): false,
}

func TestNewVocabulary(t *testing.T) {
	for name, valid := range validNames {
		v, err := fact.NewVocabulary("first", name)
		if valid && err == nil && v.Len() == 2 && v.Name(1) == name {
			continue
		}
		var e *fault.Error
		ours := errors.As(err, &e) && e.Reason == fault.ErrSyntax && e.Path == "names[1]" && e.Input == string(name)
		if valid || !ours || v != (fact.Vocabulary{}) {
			t.Errorf("%q: %v, %v", name, v.Names(), err)
		}
	}
	for _, c := range []struct {
		names []fact.Name
		want  string
	}{
		{nil, ""},
		{names(fact.Most), ""},
		{names(fact.Most + 1), `fact.NewVocabulary: names[256]: "f256": too many parts, or nested too deeply`},
		{[]fact.Name{"war", "fire", "war"}, `fact.NewVocabulary: names[2]: "war": duplicate`},
	} {
		v, err := fact.NewVocabulary(c.names...)
		if got := fmt.Sprint(err); got != c.want && (c.want != "" || err != nil) {
			t.Errorf("%d names: %s, want %s", len(c.names), got, c.want)
		} else if err == nil && !slices.Equal(v.Names(), c.names) {
			t.Errorf("%v, want %v", v.Names(), c.names)
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := vocabulary(t, names(fact.Most)...)
	for i := range fact.Most {
		if at, ok := v.Index(v.Name(i)); !ok || at != i {
			t.Errorf("%s is at %d, %v", v.Name(i), at, ok)
		}
	}
	if _, ok := v.Index("war"); ok || v.Name(-1) != "" || v.Name(fact.Most) != "" || v.Len() != fact.Most {
		t.Error("the vocabulary has what it does not have")
	}
	v.Names()[0] = "changed"
	if v.Name(0) != "f0" {
		t.Error("changed from outside")
	}
	if v == vocabulary(t, names(fact.Most)...) {
		t.Error("two vocabularies are one")
	}
	var zero fact.Vocabulary
	_, ok := zero.Index("war")
	if ok || zero.Len() != 0 || zero.Names() != nil || zero.Name(0) != "" || zero.Set() != (fact.Set{}) {
		t.Error("the zero Vocabulary is not empty")
	}
}

// TestBits compares sets of bits with sets in a map.
func TestBits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 13))
	for range 200 {
		var b, c fact.Bits
		in, other := map[int]bool{}, map[int]bool{}
		for range r.IntN(20) {
			i, j := r.IntN(fact.Most), r.IntN(fact.Most)
			b.Put(i)
			c.Put(j)
			in[i], other[j] = true, true
		}
		meets := false
		for i := range fact.Most {
			if b.Has(i) != in[i] || c.Has(i) != other[i] {
				t.Fatalf("%v has %d: %v", b, i, b.Has(i))
			}
			meets = meets || in[i] && other[i]
		}
		if b.Count() != len(in) || b.Meets(&c) != meets || c.Meets(&b) != meets {
			t.Fatalf("%v and %v: %d bits, meet %v", b, c, b.Count(), b.Meets(&c))
		}
		b.Join(&c)
		for i := range fact.Most {
			if b.Has(i) != (in[i] || other[i]) {
				t.Fatalf("joined, %v has %d: %v", b, i, b.Has(i))
			}
		}
	}
}

func TestForm(t *testing.T) {
	v := vocabulary(t, names(200)...)
	form, err := v.Form("f150", "f3", "f70")
	if err != nil {
		t.Fatal(err)
	}
	got, want := form.Set(fact.StatedYes, fact.NotKnown, 7), v.Set().Yes("f150").With(fact.NotKnown, "f3", "f70")
	if got != want {
		t.Error(got)
	}
	for _, answers := range [][]fact.Answer{nil, {fact.StatedYes}, make([]fact.Answer, 4)} {
		if err := form.Set(answers...).Err(); !errors.Is(err, fault.ErrConflict) {
			t.Errorf("%d answers: %v", len(answers), err)
		}
	}
	form, err = v.Form("f0", "war")
	if fmt.Sprint(err) != `fact.Vocabulary.Form: names[1]: "war": unknown name` || form.Set() != (fact.Set{}) {
		t.Error(err)
	}
	if _, err := v.Form("f0", "f1", "f0"); fmt.Sprint(err) != `fact.Vocabulary.Form: names[2]: "f0": duplicate` {
		t.Error(err)
	}
	if _, err := (fact.Vocabulary{}).Form("f0"); !errors.Is(err, fault.ErrUnknown) {
		t.Errorf("the zero Vocabulary: %v", err)
	}
	var zero fact.Form
	if zero.Set() != (fact.Set{}) || !errors.Is(zero.Set(fact.StatedNo).Err(), fault.ErrConflict) {
		t.Error("the zero Form has a fact")
	}
}

// FuzzForm gives a form answers, as many as there are or not.
func FuzzForm(f *testing.F) {
	f.Add([]byte{0, 1, 2}, []byte{1, 2, 3})
	f.Add([]byte{255}, []byte{9})
	f.Fuzz(func(t *testing.T, at, answers []byte) {
		v := vocabulary(t, names(fact.Most)...)
		var asked []fact.Name
		twice := false
		for _, i := range at {
			twice = twice || slices.Contains(asked, v.Name(int(i)))
			asked = append(asked, v.Name(int(i)))
		}
		form, err := v.Form(asked...)
		if twice != errors.Is(err, fault.ErrDuplicate) {
			t.Fatal(err)
		}
		if twice {
			return
		}
		given := make([]fact.Answer, len(answers))
		want := v.Set()
		for i, a := range answers {
			given[i] = fact.Answer(a)
			if i < len(asked) {
				want = want.With(fact.Answer(a), asked[i])
			}
		}
		got := form.Set(given...)
		if len(given) != len(asked) {
			if !errors.Is(got.Err(), fault.ErrConflict) {
				t.Errorf("%d answers to %d facts: %v", len(given), len(asked), got.Err())
			}
		} else if got != want {
			t.Errorf("%v, want %v", got, want)
		}
	})
}

// TestVocabularyEqual compares vocabularies, and takes sets over between equal ones.
func TestVocabularyEqual(t *testing.T) {
	vocabulary := func(names ...fact.Name) fact.Vocabulary {
		v, err := fact.NewVocabulary(names...)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	v, w := vocabulary("fire", "war"), vocabulary("fire", "war")
	for _, c := range []struct {
		a, b fact.Vocabulary
		want bool
	}{
		{v, v, true}, {v, w, true}, {v, vocabulary("war", "fire"), false}, {v, vocabulary("fire"), false},
		{v, fact.Vocabulary{}, false}, {fact.Vocabulary{}, vocabulary(), true}, {fact.Vocabulary{}, fact.Vocabulary{}, true},
	} {
		if c.a.Equal(c.b) != c.want || c.b.Equal(c.a) != c.want {
			t.Errorf("%v and %v", c.a.Names(), c.b.Names())
		}
	}
	s := v.Set().Yes("war").With(fact.Disputed, "fire").In(w)
	if s.Vocabulary() != w || s.Of("war") != fact.StatedYes || s.Of("fire") != fact.Disputed {
		t.Error(s)
	}
	if s := v.Set().Yes("flood").In(w); s.Err() == nil {
		t.Error("an invalid set has become valid")
	}
}
