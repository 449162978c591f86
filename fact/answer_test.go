// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"errors"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

func TestAnswer(t *testing.T) {
	for _, c := range []struct {
		answer          fact.Answer
		truth           fact.Truth
		stated, assumed bool
		code, ja, en    string
	}{
		{fact.NotAsked, fact.Unknown, false, false, "not-asked", "未確認", "not asked"},
		{fact.StatedNo, fact.No, true, false, "no", "いいえ", "no"},
		{fact.StatedYes, fact.Yes, true, false, "yes", "はい", "yes"},
		{fact.Disputed, fact.Unknown, false, false, "disputed", "争いあり", "disputed"},
		{fact.NotKnown, fact.Unknown, false, false, "not-known", "不明", "unknown"},
		{fact.AssumedNo, fact.No, false, true, "assumed-no", "いいえ（通常の想定）", "no (default answer)"},
		{fact.AssumedYes, fact.Yes, false, true, "assumed-yes", "はい（通常の想定）", "yes (default answer)"},
		{7, fact.Unknown, false, false, "%!Answer(7)", "%!Answer(7)", "%!Answer(7)"},
	} {
		a := c.answer
		if a.Truth() != c.truth || a.Stated() != c.stated || a.Assumed() != c.assumed {
			t.Errorf("%v: %v, stated %v, assumed %v", a, a.Truth(), a.Stated(), a.Assumed())
		}
		if a.String() != c.code || a.Text(language.Japanese) != c.ja || a.Text(language.English) != c.en {
			t.Errorf("%d: %s, %s, %s", a, a, a.Text(language.Japanese), a.Text(language.English))
		}
		b, err := a.MarshalText()
		if a > fact.AssumedYes {
			if !errors.Is(err, fault.ErrRange) || b != nil {
				t.Errorf("%v: written as %s, %v", a, b, err)
			}
			continue
		}
		for _, s := range []string{c.code, c.ja, c.en} {
			if back, err := fact.ParseAnswer(s); err != nil || back != a {
				t.Errorf("%v: written as %s, and read as %v, %v", a, s, back, err)
			}
		}
		var back fact.Answer
		if err != nil || back.UnmarshalText(b) != nil || back != a {
			t.Errorf("%v: written as %s, %v, and read as %v", a, b, err, back)
		}
	}
	if fact.Stated(true) != fact.StatedYes || fact.Stated(false) != fact.StatedNo {
		t.Error("a stated answer is not the one that was stated")
	}
}

func TestUnmarshalAnswerKeepsItOnError(t *testing.T) {
	a := fact.Disputed
	if err := a.UnmarshalText([]byte("maybe")); !errors.Is(err, fault.ErrSyntax) || a != fact.Disputed {
		t.Errorf("%v, %v", a, err)
	}
}

func FuzzParseAnswer(f *testing.F) {
	for _, s := range []string{"yes", "assumed-no", "unknown", "", "はい（通常の想定）", "はい", "yes (default answer)", "未確認", "Yes", "%!Answer(7)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := fact.ParseAnswer(s)
		if is := slices.Contains([]string{a.String(), a.Text(language.Japanese), a.Text(language.English)}, s); (err == nil) != is {
			t.Errorf("%q: %v, %v", s, a, err)
		}
		var exact fact.Answer
		if err := exact.UnmarshalText([]byte(s)); (err == nil) != (a.String() == s) || exact != a && err == nil {
			t.Errorf("%q: %v, %v", s, exact, err)
		}
	})
}
