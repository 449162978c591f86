// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/exclusions"
)

func answers() []exclusions.Answer {
	return []exclusions.Answer{
		{},
		{Truth: exclusions.Yes, Basis: exclusions.Stated}, {Truth: exclusions.No, Basis: exclusions.Stated},
		{Truth: exclusions.Yes, Basis: exclusions.Assumed}, {Truth: exclusions.No, Basis: exclusions.Assumed},
		{Basis: exclusions.NotKnown}, {Basis: exclusions.Disputed},
	}
}

// put returns facts with one more answer, by the constructors alone.
func put(f exclusions.Facts, fact exclusions.Fact, a exclusions.Answer) exclusions.Facts {
	switch {
	case a.Basis == exclusions.Assumed:
		one := exclusions.Know(fact)
		if a.Truth == exclusions.No {
			one = exclusions.Facts{}.No(fact)
		}
		return exclusions.Facts{}.Else(one).Over(f)
	case a.Truth == exclusions.Yes:
		return f.Yes(fact)
	case a.Truth == exclusions.No:
		return f.No(fact)
	}
	return f.Unclear(a.Basis, fact)
}

func TestFactsAgainstMap(t *testing.T) {
	for seed := range rounds(t, 300) {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		var f [2]exclusions.Facts
		m := [2]map[exclusions.Fact]exclusions.Answer{{}, {}}
		for range r.IntN(30) {
			i, x, a := r.IntN(2), fact(r.IntN(12)), answers()[r.IntN(7)]
			f[i], m[i][x] = put(f[i], x, a), a
		}
		over, other := f[0].Over(f[1]), f[0].Else(f[1])
		for i := range 12 {
			x := fact(i)
			a, b := m[0][x], m[1][x]
			if f[0].Of(x) != a || f[1].Of(x) != b {
				t.Fatalf("seed %d: %v and %v, want %v and %v", seed, f[0].Of(x), f[1].Of(x), a, b)
			}
			wantOver, wantElse := a, a
			if a.Basis == exclusions.NotAsked {
				wantOver = b
				if b.Truth != exclusions.Unknown {
					wantElse = exclusions.Answer{Truth: b.Truth, Basis: exclusions.Assumed}
				}
			}
			if over.Of(x) != wantOver {
				t.Fatalf("seed %d: %v over %v is %v", seed, a, b, over.Of(x))
			}
			if other.Of(x) != wantElse {
				t.Fatalf("seed %d: %v else %v is %v", seed, a, b, other.Of(x))
			}
		}
		last := exclusions.Fact("")
		for x, a := range over.All() {
			if x <= last || a.Basis == exclusions.NotAsked {
				t.Fatalf("seed %d: %s after %s, %v", seed, x, last, a)
			}
			last = x
		}
	}
}

func TestFactsAreImmutable(t *testing.T) {
	f := exclusions.Know("a", "c")
	before := f.String()
	g, h := f.Yes("b"), f.No("b", "a")
	if f.String() != before || g.String() != "a=yes b=yes c=yes" || h.String() != "a=no b=no c=yes" {
		t.Errorf("%v, %v, %v", f, g, h)
	}
	if got := f.Unclear(exclusions.NotAsked, "a", "c"); !got.Equal(exclusions.Facts{}) {
		t.Errorf("taken back: %v", got)
	}
	if got := f.Unclear(exclusions.Stated, "a").Of("a"); got != (exclusions.Answer{Basis: exclusions.NotKnown}) {
		t.Errorf("stated as unclear: %v", got)
	}
	for range f.All() {
		break // a loop may end early
	}
}

func TestParseFacts(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
		err  error
	}{
		{"", "", nil},
		{" war=no\n fire=yes\t", "fire=yes war=no", nil},
		{"a=assumed-yes b=assumed-no c=not-known d=disputed", "a=assumed-yes b=assumed-no c=not-known d=disputed", nil},
		{"a=not-asked", "", nil},
		{"war", "", exclusions.ErrSyntax},
		{"war=", "", exclusions.ErrSyntax},
		{"war=unknown", "", exclusions.ErrSyntax},
		{"war=YES", "", exclusions.ErrSyntax},
		{"=yes", "", exclusions.ErrFact},
		{"War=yes", "", exclusions.ErrFact},
		{"a-=yes", "", exclusions.ErrFact},
		{"-a=yes", "", exclusions.ErrFact},
		{"a--b=yes", "", exclusions.ErrFact},
		{"戦争=yes", "", exclusions.ErrFact},
		{strings.Repeat("a", 64) + "=yes", strings.Repeat("a", 64) + "=yes", nil},
		{strings.Repeat("a", 65) + "=yes", "", exclusions.ErrFact},
		{"a=yes a=no", "", exclusions.ErrDuplicate},
		{"a=yes b=no a=yes", "", exclusions.ErrDuplicate},
		{strings.Repeat(" ", 1<<16), "", nil},
		{strings.Repeat(" ", 1<<16+1), "", exclusions.ErrSize},
	} {
		f, err := exclusions.ParseFacts(c.in)
		if !errors.Is(err, c.err) || f.String() != c.want {
			t.Errorf("ParseFacts(%.40q) = %q, %v", c.in, f, err)
		}
	}
}

func TestFactsJSON(t *testing.T) {
	f := exclusions.MustParseFacts("war=assumed-no fire=not-known late-completion=yes")
	b, err := json.Marshal(f)
	if want := `{"fire":"not-known","late-completion":"yes","war":"assumed-no"}`; err != nil || string(b) != want {
		t.Errorf("%s, %v, want %s", b, err, want)
	}
	var g exclusions.Facts
	if err := json.Unmarshal(b, &g); err != nil || !g.Equal(f) {
		t.Errorf("%v, %v", g, err)
	}
	if b, err := json.Marshal(exclusions.Facts{}); err != nil || string(b) != "{}" {
		t.Errorf("%s, %v", b, err)
	}
	text, err := f.MarshalText()
	if err != nil || string(text) != f.String() || g.UnmarshalText(text) != nil || !g.Equal(f) {
		t.Errorf("%s, %v", text, err)
	}
	for in, want := range map[string]error{
		`{}`:                                   nil,
		`{"a":"not-asked"}`:                    nil,
		`null`:                                 exclusions.ErrSyntax,
		`[]`:                                   exclusions.ErrSyntax,
		`"a=yes"`:                              exclusions.ErrSyntax,
		`{"a":true}`:                           exclusions.ErrSyntax,
		`{"a":{"b":"yes"}}`:                    exclusions.ErrSyntax,
		`{"a":"maybe"}`:                        exclusions.ErrSyntax,
		`{"A":"yes"}`:                          exclusions.ErrFact,
		`{"a":"yes","a":"no"}`:                 exclusions.ErrDuplicate,
		`{"a":"yes","\u0061":"no"}`:            exclusions.ErrDuplicate,
		`{` + strings.Repeat(" ", 1<<16) + `}`: exclusions.ErrSize,
	} {
		if err := new(exclusions.Facts).UnmarshalJSON([]byte(in)); !errors.Is(err, want) {
			t.Errorf("%.40s: %v, want %v", in, err, want)
		}
	}
	for _, in := range []string{``, `{`, `{"a"`, `{"a":`, `{"a":"yes"`, `{"a":"yes",`, `{,}`} {
		if err := new(exclusions.Facts).UnmarshalJSON([]byte(in)); !errors.Is(err, exclusions.ErrSyntax) {
			t.Errorf("%s: %v", in, err)
		}
	}
	for _, bad := range []exclusions.Facts{exclusions.Know("No such"), exclusions.Know("")} {
		if _, err := bad.MarshalJSON(); !errors.Is(err, exclusions.ErrFact) {
			t.Errorf("MarshalJSON: %v", err)
		}
		if _, err := bad.MarshalText(); !errors.Is(err, exclusions.ErrFact) {
			t.Errorf("MarshalText: %v", err)
		}
	}
}

// What is too long to be read is not written.
func TestMarshalRefusesWhatIsTooLong(t *testing.T) {
	text := func(n int) exclusions.Facts { // of n bytes: 8,192 words and the spaces between them
		var all []exclusions.Fact
		for i := range 8191 {
			all = append(all, exclusions.Fact(fmt.Sprintf("%04x", i))) // "0000=no "
		}
		return exclusions.Facts{}.No(append(all, exclusions.Fact(strings.Repeat("z", n-8191*8-3)))...)
	}
	const longest = 1 << 16
	if b, err := text(longest).MarshalText(); err != nil || len(b) != longest {
		t.Errorf("%d bytes: %v", len(b), err)
	} else if _, err := exclusions.ParseFacts(string(b)); err != nil {
		t.Error(err)
	}
	var e *exclusions.Error
	if b, err := text(longest + 1).MarshalText(); !errors.Is(err, exclusions.ErrSize) || !errors.As(err, &e) || e.Func != "Facts.MarshalText" || b != nil {
		t.Errorf("%d bytes: %v", len(b), err)
	}
	object := func(n int) exclusions.Facts { // of n bytes: {"0000":"no",...}
		var all []exclusions.Fact
		for i := range 5460 {
			all = append(all, exclusions.Fact(fmt.Sprintf("%04x", i))) // "0000":"no",
		}
		return exclusions.Facts{}.No(append(all, exclusions.Fact(strings.Repeat("z", n-5460*12-9)))...)
	}
	if b, err := object(longest).MarshalJSON(); err != nil || len(b) != longest {
		t.Errorf("%d bytes: %v", len(b), err)
	} else if err := new(exclusions.Facts).UnmarshalJSON(b); err != nil {
		t.Error(err)
	}
	if b, err := object(longest + 1).MarshalJSON(); !errors.Is(err, exclusions.ErrSize) || !errors.As(err, &e) || e.Func != "Facts.MarshalJSON" || b != nil {
		t.Errorf("%d bytes: %v", len(b), err)
	}
}

// The object is all there is, also where no decoder has looked before.
func TestUnmarshalJSONRefusesWhatFollows(t *testing.T) {
	for _, s := range []string{`{"a":"yes"}{}`, `{"a":"yes"} x`, `{"a":"yes"}}`, `{},`} {
		var f exclusions.Facts
		if err := f.UnmarshalJSON([]byte(s)); !errors.Is(err, exclusions.ErrSyntax) || !f.Equal(exclusions.Facts{}) {
			t.Errorf("%s: %v, %v", s, f, err)
		}
	}
	var f exclusions.Facts
	if err := f.UnmarshalJSON([]byte(" {\"a\":\"yes\"}\n")); err != nil || f.String() != "a=yes" {
		t.Errorf("%v, %v", f, err)
	}
}

func TestMustParseFactsPanics(t *testing.T) {
	defer func() {
		if err, _ := recover().(error); !errors.Is(err, exclusions.ErrSyntax) {
			t.Errorf("panic with %v", err)
		}
	}()
	exclusions.MustParseFacts("war")
}

// What is written is read back, and has both languages.
func TestTexts(t *testing.T) {
	for truth := range exclusions.Yes + 1 {
		b, err := truth.MarshalText()
		var back exclusions.Truth
		if err != nil || back.UnmarshalText(b) != nil || back != truth {
			t.Errorf("%v: %s, %v", truth, b, err)
		}
		if truth.Not().Not() != truth {
			t.Errorf("not not %v", truth)
		}
	}
	for _, a := range answers() {
		b, err := a.MarshalText()
		var back exclusions.Answer
		if err != nil || back.UnmarshalText(b) != nil || back != a {
			t.Errorf("%v: %s, %v", a, b, err)
		}
	}
	if _, err := exclusions.Truth(3).MarshalText(); !errors.Is(err, exclusions.ErrSyntax) {
		t.Error(err)
	}
	for _, a := range []exclusions.Answer{{Truth: 3, Basis: exclusions.Stated}, {Truth: exclusions.Yes}, {Basis: exclusions.Stated}, {Basis: 9}} {
		if _, err := a.MarshalText(); !errors.Is(err, exclusions.ErrSyntax) {
			t.Errorf("%+v: %v", a, err)
		}
	}
	for _, c := range []struct {
		v interface {
			fmt.Stringer
			Text(language.Tag) string
		}
		ja, en string
	}{
		{exclusions.Unknown, "不明", "unknown"},
		{exclusions.No, "いいえ", "no"},
		{exclusions.Yes, "はい", "yes"},
		{exclusions.Truth(3), "%!Truth(3)", "%!Truth(3)"},
		{exclusions.NotAsked, "未確認", "not asked"},
		{exclusions.Stated, "回答あり", "answered"},
		{exclusions.Assumed, "通常の想定", "default answer"},
		{exclusions.NotKnown, "不明", "unknown"},
		{exclusions.Disputed, "争いあり", "disputed"},
		{exclusions.Basis(5), "%!Basis(5)", "%!Basis(5)"},
		{answers()[1], "はい", "yes"},
		{answers()[4], "いいえ（通常の想定）", "no (default answer)"},
		{answers()[6], "争いあり", "disputed"},
	} {
		if ja, en := c.v.Text(language.Japanese), c.v.Text(language.English); ja != c.ja || en != c.en {
			t.Errorf("%v: %s, %s", c.v, ja, en)
		}
	}
	for _, c := range []struct {
		v    fmt.Stringer
		want string
	}{
		{exclusions.Whole, "whole"}, {exclusions.Excess, "excess"}, {exclusions.Extent(2), "%!Extent(2)"},
		{exclusions.Excludes, "excludes"}, {exclusions.GivesBack, "restores cover"}, {exclusions.TakesBack, "restricts cover"},
		{exclusions.AddsCover, "adds cover"}, {exclusions.AddsPerson, "adds an insured"}, {exclusions.Waives, "waives subrogation"},
		{exclusions.WithCopyright, "with copyright"}, {exclusions.OtherProperty, "other property"}, {exclusions.Rights(2), "%!reading(2)"},
		{exclusions.Kind(6), "%!Kind(6)"}, {exclusions.Basis(5), "%!Basis(5)"},
	} {
		if c.v.String() != c.want {
			t.Errorf("%v, want %s", c.v, c.want)
		}
	}
}

func FuzzParseFacts(f *testing.F) {
	for _, s := range []string{"", "fire=not-known war=assumed-no", "a=yes a=no", "a=not-asked", "=yes", "a--b=yes"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		facts, err := exclusions.ParseFacts(s)
		if err != nil {
			return
		}
		if back, err := exclusions.ParseFacts(facts.String()); err != nil || !back.Equal(facts) {
			t.Errorf("%q became %q, %v", facts, back, err)
		}
		b, err := json.Marshal(facts)
		if errors.Is(err, exclusions.ErrSize) {
			return // longer in JSON
		} else if err != nil {
			t.Fatal(err)
		}
		var back exclusions.Facts
		if err := json.Unmarshal(b, &back); err != nil || !back.Equal(facts) {
			t.Errorf("%s became %q, %v", b, back, err)
		}
	})
}

func FuzzFactsJSON(f *testing.F) {
	for _, s := range []string{`{}`, `{"fire":"not-known","war":"assumed-no"}`, `{"a":"yes","a":"no"}`, `null`, `{"a":`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var facts exclusions.Facts
		if facts.UnmarshalJSON(b) != nil {
			if len(slices.Collect(func(yield func(int) bool) {
				for range facts.All() {
					yield(0)
				}
			})) != 0 {
				t.Error("facts beside an error")
			}
			return
		}
		if back, err := exclusions.ParseFacts(facts.String()); err != nil || !back.Equal(facts) {
			t.Errorf("%q became %q, %v", facts, back, err)
		}
	})
}

func FuzzParseAnswer(f *testing.F) {
	f.Add("yes")
	f.Add("assumed-no")
	f.Fuzz(func(t *testing.T, s string) {
		if a, err := exclusions.ParseAnswer(s); (err == nil) != (a.String() == s) {
			t.Errorf("%q: %v, %v", s, a, err)
		}
		if a, err := exclusions.ParseTruth(s); (err == nil) != (a.String() == s) && s != "unknown" {
			t.Errorf("%q: %v, %v", s, a, err)
		}
	})
}
