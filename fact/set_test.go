// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
)

// A ledger is a set of facts as a map, beside the set.
type ledger struct {
	set fact.Set
	of  map[fact.Name]fact.Answer
}

func (l ledger) check(t *testing.T, names []fact.Name) {
	t.Helper()
	if err := l.set.Err(); err != nil {
		t.Fatal(err)
	}
	asked := map[fact.Name]fact.Answer{}
	for f, a := range l.set.All() {
		if _, twice := asked[f]; twice {
			t.Fatalf("%v names %s twice", l.set, f)
		}
		asked[f] = a
	}
	yes, no := l.set.Known()
	for _, f := range names {
		a, want := l.set.Of(f), l.of[f]
		if a != want || asked[f] != want {
			t.Fatalf("%s is %v and listed as %v, want %v", f, a, asked[f], want)
		}
		i, ok := l.set.Vocabulary().Index(f)
		known := fact.Unknown
		switch {
		case ok && yes.Has(i):
			known = fact.Yes
		case ok && no.Has(i):
			known = fact.No
		}
		if known != want.Truth() || !ok && want != fact.NotAsked {
			t.Fatalf("%s is %v, and known to be %v", f, want, known)
		}
	}
	bits := l.set.Asked()
	if bits.Count() != len(asked) || l.set.IsZero() != (len(asked) == 0) {
		t.Fatalf("%v: %d asked, zero %v", l.set, bits.Count(), l.set.IsZero())
	}
}

// TestSetAgainstMap gives random answers to sets that have a vocabulary, or that
// take any names, and lays them over each other.
func TestSetAgainstMap(t *testing.T) {
	all := names(150)
	back := slices.Clone(all)
	slices.Reverse(back)
	fixed := [2]fact.Vocabulary{vocabulary(t, all...), vocabulary(t, back...)}
	for seed := range cases.Rounds(t) / 3 {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		var l [2]ledger
		for i := range l {
			l[i].of = map[fact.Name]fact.Answer{}
			if r.IntN(2) == 0 {
				l[i].set = fixed[r.IntN(2)].Set()
			}
		}
		some := all[r.IntN(100):]
		for range r.IntN(40) {
			i, f, a := r.IntN(2), some[r.IntN(min(12, len(some)))], fact.Answer(r.IntN(7))
			l[i].of[f] = a
			switch {
			case a == fact.StatedYes && r.IntN(2) == 0:
				l[i].set = l[i].set.Yes(f)
			case a == fact.StatedNo && r.IntN(2) == 0:
				l[i].set = l[i].set.No(f)
			default:
				l[i].set = l[i].set.With(a, f)
			}
		}
		over := ledger{l[0].set.Over(l[1].set), map[fact.Name]fact.Answer{}}
		other := ledger{l[0].set.Else(l[1].set), map[fact.Name]fact.Answer{}}
		for _, f := range all {
			a, b := l[0].of[f], l[1].of[f]
			over.of[f], other.of[f] = a, a
			if a == fact.NotAsked {
				over.of[f] = b
				other.of[f] = map[fact.Truth]fact.Answer{fact.Yes: fact.AssumedYes, fact.No: fact.AssumedNo}[b.Truth()]
			}
		}
		for _, l := range []ledger{l[0], l[1], over, other} {
			l.check(t, all)
			for _, v := range fixed {
				in := ledger{l.set.In(v), l.of}
				in.check(t, all)
				if !in.set.Equal(l.set) || !l.set.Equal(in.set) || in.set.Vocabulary() != v {
					t.Fatalf("seed %d: %v became %v", seed, l.set, in.set)
				}
			}
		}
		same := true
		for _, f := range all {
			same = same && l[0].of[f] == l[1].of[f]
		}
		if l[0].set.Equal(l[1].set) != same {
			t.Fatalf("seed %d: %v equals %v: %v", seed, l[0].set, l[1].set, !same)
		}
	}
}

// TestSharedVocabulary says whose vocabulary counts when sets are laid over each
// other: that of the first, unless it takes any names.
func TestSharedVocabulary(t *testing.T) {
	v, w := vocabulary(t, "fire", "war"), vocabulary(t, "war", "flood")
	var zero fact.Set
	for _, c := range []struct {
		s, t    fact.Set
		want    string
		unknown fact.Name // which the vocabulary does not have
		in      fact.Vocabulary
	}{
		{zero, zero, "", "", fact.Vocabulary{}},
		{zero, v.Set().Yes("war"), "war=yes", "", v},
		{v.Set().Yes("war"), zero, "war=yes", "", v},
		{zero.No("war"), v.Set().Yes("war", "fire"), "fire=yes war=no", "", v},
		{v.Set().Yes("fire"), zero.No("war"), "fire=yes war=no", "", v},
		{v.Set(), w.Set().Yes("war"), "war=yes", "", v},
		{w.Set(), v.Set().Yes("war"), "war=yes", "", w},
		{v.Set(), w.Set().Yes("war", "flood"), "war=yes", "flood", v},
		{v.Set(), zero.Yes("flood", "theft"), "", "flood", v},
		{zero.Yes("flood"), v.Set().Yes("war"), "war=yes", "flood", v},
	} {
		got := c.s.Over(c.t)
		if got.String() != c.want || got.Vocabulary() != c.in {
			t.Errorf("%v over %v: %v of %v", c.s, c.t, got, got.Vocabulary().Names())
		}
		checkErr(t, got, c.unknown, fault.ErrUnknown)
	}
	free := zero.Yes("theft", "war").Over(zero.No("fire", "war"))
	if free.String() != "theft=yes war=yes fire=no" {
		t.Errorf("two that take any names: %v", free)
	}
	if grown := free.No("flood"); grown.String() != "theft=yes war=yes fire=no flood=no" || grown.Err() != nil {
		t.Error(grown)
	}
}

// checkErr demands that a set is valid, or is not because of the name.
func checkErr(t *testing.T, s fact.Set, bad fact.Name, why *fault.Reason) {
	t.Helper()
	err := s.Err()
	if bad == "" && why != fault.ErrConflict {
		if err != nil {
			t.Errorf("%v: %v", s, err)
		}
		return
	}
	var e *fault.Error
	if !errors.Is(err, why) || !errors.As(err, &e) || e.Op != "fact.Set" || e.Path != string(bad) {
		t.Errorf("%v: %v, want %q", s, err, bad)
	}
	if b, err := s.MarshalText(); !errors.Is(err, why) || b != nil {
		t.Errorf("%v: written as %s, %v", s, b, err)
	}
	if b, err := s.MarshalJSON(); !errors.Is(err, why) || b != nil {
		t.Errorf("%v: written as %s, %v", s, b, err)
	}
	if s.Equal(s) || s.IsZero() {
		t.Errorf("%v is invalid and equals a set", s)
	}
}

// TestMisspelt demands that a set with a bad name is invalid, whatever comes after,
// and names the first of them.
func TestMisspelt(t *testing.T) {
	v := vocabulary(t, "fire", "war")
	var zero fact.Set
	for name, valid := range validNames {
		if !valid && name != "" {
			checkErr(t, zero.Yes("fire", name, "No such"), name, fault.ErrSyntax)
			checkErr(t, v.Set().Yes("fire", name, "No such"), name, fault.ErrUnknown)
		}
	}
	if err := zero.Yes("").Err(); !errors.Is(err, fault.ErrSyntax) {
		t.Error(err)
	}
	misspelt := v.Set().Yes("fire").No("wra")
	invalid := zero.Yes("fire", "-")
	for _, s := range []fact.Set{
		misspelt, misspelt.Yes("war"), misspelt.With(fact.NotAsked, "fire"), misspelt.Put(1, fact.StatedNo),
		misspelt.No("raw"),
		misspelt.Over(zero), misspelt.Over(v.Set().Yes("war")), zero.Over(misspelt), v.Set().Over(misspelt),
		misspelt.Else(v.Set().No("war")), v.Set().Yes("war").Else(misspelt),
		misspelt.In(v), misspelt.In(fact.Vocabulary{}),
	} {
		checkErr(t, s, "wra", fault.ErrUnknown)
	}
	for _, s := range []fact.Set{
		invalid, invalid.Yes("war"), invalid.In(v), invalid.Over(misspelt), v.Set().Over(invalid), zero.Over(invalid),
	} {
		checkErr(t, s, "-", fault.ErrSyntax)
	}
	if got := misspelt.Of("fire"); got != fact.StatedYes {
		t.Errorf("the other answers are lost: %v", got)
	}
	if misspelt.Equal(v.Set().Yes("fire")) || v.Set().Yes("fire").Equal(misspelt) {
		t.Error("an invalid set equals a valid one")
	}
	// A vocabulary without facts has none of them, the zero Vocabulary included.
	for _, none := range []fact.Vocabulary{{}, vocabulary(t)} {
		checkErr(t, zero.Yes("fire").In(none), "fire", fault.ErrUnknown)
		checkErr(t, v.Set().With(fact.Disputed, "war").In(none), "war", fault.ErrUnknown)
		checkErr(t, zero.In(none), "", nil)
		checkErr(t, v.Set().In(none), "", nil)
	}
	// What was not asked needs no place.
	checkErr(t, zero.With(fact.NotAsked, "flood").In(v), "", nil)
	// A form with too few answers is at fault by itself.
	form, _ := v.Form("fire")
	for _, s := range []fact.Set{
		form.Set(), zero.Over(form.Set()), form.Set().Over(zero), zero.Yes("war").Over((fact.Form{}).Set(fact.StatedYes)),
	} {
		checkErr(t, s, "", fault.ErrConflict)
	}
}

// TestMost fills a set that takes any names.
func TestMost(t *testing.T) {
	all := names(fact.Most + 2)
	var zero fact.Set
	full := zero.Yes(all[:fact.Most]...)
	asked := full.Asked()
	if full.Err() != nil || asked.Count() != fact.Most || full.No(all[7]).Of(all[7]) != fact.StatedNo {
		t.Errorf("%v: %v", full, full.Err())
	}
	checkErr(t, full.No(all[fact.Most:]...), all[fact.Most], fault.ErrSize)
	checkErr(t, zero.Yes(all...), all[fact.Most], fault.ErrSize)
	checkErr(t, zero.Yes(all[:200]...).Over(zero.Yes(all[100:]...)), all[fact.Most], fault.ErrSize)
	if got := full.Over(zero.No(all[:fact.Most]...)); !got.Equal(full) {
		t.Error(got)
	}
}

func TestSetIsImmutable(t *testing.T) {
	for _, empty := range []fact.Set{{}, vocabulary(t, "a", "b", "c").Set()} {
		s := empty.Yes("a", "c")
		before := s.String()
		other, no, put := s.With(fact.Disputed, "b"), s.No("b", "a"), s.Put(0, fact.NotKnown)
		if s.String() != before || before != "a=yes c=yes" {
			t.Errorf("%v, before %s", s, before)
		}
		for _, x := range []struct {
			set  fact.Set
			want map[fact.Name]fact.Answer
		}{
			{other, map[fact.Name]fact.Answer{"a": fact.StatedYes, "b": fact.Disputed, "c": fact.StatedYes}},
			{no, map[fact.Name]fact.Answer{"a": fact.StatedNo, "b": fact.StatedNo, "c": fact.StatedYes}},
			{put, map[fact.Name]fact.Answer{"a": fact.NotKnown, "c": fact.StatedYes}},
		} {
			ledger{x.set, x.want}.check(t, []fact.Name{"a", "b", "c", "d"})
		}
		if got := s.With(fact.NotAsked, "a", "c"); !got.Equal(fact.Set{}) || !got.IsZero() || !got.Equal(empty) {
			t.Errorf("taken back: %v", got)
		}
		if got := s.With(7, "a").Of("a"); got != fact.NotKnown {
			t.Errorf("no such answer: %v", got)
		}
		for range s.All() {
			break // a loop may end early
		}
	}
}

// TestPut answers by number, and changes nothing at a number that is none.
func TestPut(t *testing.T) {
	s := vocabulary(t, names(fact.Most)...).Set()
	for i := range fact.Most {
		if got := s.Put(i, fact.Answer(i%7)); got != s.With(fact.Answer(i%7), fact.Name(fmt.Sprint("f", i))) {
			t.Errorf("%d: %v", i, got)
		}
	}
	var zero fact.Set
	if s.Put(-1, fact.StatedYes) != s || s.Put(fact.Most, fact.StatedYes) != s || zero.Put(0, fact.StatedYes) != zero {
		t.Error("an answer at a number that the vocabulary does not have")
	}
}
