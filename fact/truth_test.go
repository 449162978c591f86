// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"errors"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

func TestTexts(t *testing.T) {
	for truth, want := range map[fact.Truth][3]string{
		fact.Unknown: {"unknown", "不明", "unknown"},
		fact.No:      {"no", "いいえ", "no"},
		fact.Yes:     {"yes", "はい", "yes"},
		3:            {"%!Truth(3)", "%!Truth(3)", "%!Truth(3)"},
	} {
		if got := [3]string{truth.String(), truth.Text(language.Japanese), truth.Text(language.English)}; got != want {
			t.Errorf("%d: got %q, want %q", truth, got, want)
		}
	}
}

func TestNot(t *testing.T) {
	for truth, want := range map[fact.Truth]fact.Truth{
		fact.Unknown: fact.Unknown, fact.No: fact.Yes, fact.Yes: fact.No, 3: fact.Unknown,
	} {
		if got := truth.Not(); got != want {
			t.Errorf("not %v: got %v, want %v", truth, got, want)
		}
	}
}

func TestReadBack(t *testing.T) {
	for truth := range fact.Yes + 1 {
		b, err := truth.MarshalText()
		for _, s := range []string{truth.String(), truth.Text(language.Japanese), truth.Text(language.English)} {
			if back, err := fact.ParseTruth(s); err != nil || back != truth {
				t.Errorf("%v: written as %s, and read as %v, %v", truth, s, back, err)
			}
		}
		back := fact.Yes - truth
		if err != nil || back.UnmarshalText(b) != nil || back != truth {
			t.Errorf("%v: written %s, %v, and read as %v", truth, b, err, back)
		}
	}
	if b, err := fact.Truth(3).MarshalText(); !errors.Is(err, fault.ErrRange) || b != nil {
		t.Errorf("got %s, %v", b, err)
	}
	back := fact.Yes
	if err := back.UnmarshalText([]byte("maybe")); !errors.Is(err, fault.ErrSyntax) || back != fact.Yes {
		t.Errorf("got %v, %v", back, err)
	}
}

func FuzzParseTruth(f *testing.F) {
	for _, s := range []string{"yes", "", "不明", "はい", "Yes", "いいえ。", "%!Truth(3)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		truth, err := fact.ParseTruth(s)
		if is := truth.String() == s || truth.Text(language.Japanese) == s; (err == nil) != is {
			t.Errorf("%q: %v, %v", s, truth, err)
		}
		exact := fact.Unknown
		if err := exact.UnmarshalText([]byte(s)); (err == nil) != (truth.String() == s) || exact != truth && err == nil {
			t.Errorf("%q: %v, %v", s, exact, err)
		}
	})
}
