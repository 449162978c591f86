// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"cmp"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

func TestZeroValues(t *testing.T) {
	var a yen.Amount
	if a.String() != "0円" || a.Grouped() != "0円" || a.Text(language.English) != "¥0" {
		t.Errorf("the zero Amount is %v", a)
	}
	var r yen.Ratio
	if r.Num() != 0 || r.Den() != 1 || r.String() != "0%" || r != yen.Percent(0) {
		t.Errorf("the zero Ratio is %s", terms(r))
	}
	var m yen.Mode
	if m != yen.Down {
		t.Errorf("the zero Mode is %v", m)
	}
	var to yen.Rounding
	if to != yen.Down.To(yen.Yen) || to.Mode() != yen.Down || to.Unit() != 1 {
		t.Errorf("the zero Rounding is %v", to)
	}
	if got, err := yen.Amount(199).Times(yen.Percent(1), to); got != 1 || err != nil {
		t.Errorf("the zero Rounding makes 1.99 yen %v %v", got, err)
	}
}

func TestComparableAndSmall(t *testing.T) {
	m := map[any]bool{yen.Percent(50): true, yen.HalfUp.To(10): true, yen.Oku: true}
	half, err := yen.ParseRatio("1/2")
	if err != nil || !m[half] || !m[yen.HalfUp.To(10)] || !m[yen.MustParse("1億円")] {
		t.Error("equal values are not ==")
	}
	for _, s := range []struct {
		name      string
		got, want uintptr
	}{
		{"Amount", unsafe.Sizeof(yen.Amount(0)), 8},
		{"Ratio", unsafe.Sizeof(yen.Ratio{}), 16},
		{"Rounding", unsafe.Sizeof(yen.Rounding{}), 16},
		{"Mode", unsafe.Sizeof(yen.Down), 1},
	} {
		if s.got > s.want {
			t.Errorf("%s takes %d bytes, want at most %d", s.name, s.got, s.want)
		}
	}
}

func TestInterfaces(t *testing.T) {
	var _ fmt.Stringer = yen.Amount(0)
	var _ fmt.Stringer = yen.Rounding{}
	var _ fmt.Stringer = yen.Down
	var _ encoding.TextMarshaler = yen.Ratio{}
	var _ encoding.TextUnmarshaler = (*yen.Ratio)(nil)
	var _ encoding.TextMarshaler = yen.Rounding{}
	var _ encoding.TextUnmarshaler = (*yen.Rounding)(nil)
	// An amount is written as an integer, in JSON and in a text.
	var a any = new(yen.Amount)
	if _, ok := a.(encoding.TextMarshaler); ok {
		t.Error("an Amount marshals itself")
	}
}

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		got  yen.Amount
		want int64
	}{
		{yen.Yen, 1}, {yen.Man, 10_000}, {yen.Oku, 100_000_000}, {yen.Cho, 1_000_000_000_000},
		{yen.Max, 1_000_000_000_000_000}, {109 * yen.Man, 1_090_000}, {5 * yen.Oku, 500_000_000},
	} {
		if int64(c.got) != c.want {
			t.Errorf("got %d, want %d", int64(c.got), c.want)
		}
	}
	if 9_000 > math.MaxInt64/yen.Max {
		t.Error("9,000 amounts can wrap")
	}
}

func TestPercent(t *testing.T) {
	for n, want := range map[int]string{0: "0/1", 1: "1/100", 90: "9/10", 100: "1/1", 125: "5/4", -5: "-1/20", math.MinInt32: "-536870912/25"} {
		if got := terms(yen.Percent(n)); got != want {
			t.Errorf("Percent(%d) is %s, want %s", n, got, want)
		}
	}
}

func TestCompareSorts(t *testing.T) {
	all := []yen.Ratio{yen.Percent(90), ratio(t, "-1/3"), {}, ratio(t, "109/152"), yen.Percent(-90)}
	slices.SortFunc(all, yen.Ratio.Compare)
	if got, want := fmt.Sprint(all), "[-90% -1/3 0% 109/152 90%]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !slices.IsSortedFunc([]yen.Amount{-1, 0, yen.Man}, cmp.Compare[yen.Amount]) {
		t.Error("amounts do not compare as integers")
	}
}

func TestMustParse(t *testing.T) {
	if got := yen.MustParse("1億7,000万円"); got != 170_000_000 {
		t.Errorf("got %d", got)
	}
	defer func() {
		if err, ok := recover().(error); !ok || !errors.Is(err, fault.ErrSyntax) {
			t.Errorf("got %v, want the error of Parse", err)
		}
	}()
	yen.MustParse("1,25")
}

func TestErrors(t *testing.T) {
	_, parse := yen.Parse("1,25")
	_, parseRange := yen.Parse("1,000兆1円")
	_, empty := yen.Parse("")
	_, long := yen.Parse(strings.Repeat("億", 500_000))
	_, parseRatio := yen.ParseRatio("1/0")
	_, newRatio := yen.NewRatio(5, -1)
	_, factor := (yen.Max + 1).Times(yen.Percent(90), yen.Rounding{})
	_, product := yen.Max.Times(yen.Percent(200), yen.HalfUp.To(10))
	_, unit := yen.Oku.Times(yen.Percent(90), yen.Down.To(0))
	_, mode := yen.Mode(4).To(0).MarshalText()
	_, marshal := yen.Down.To(-5).MarshalText()
	for _, c := range []struct {
		err    error
		reason error
		want   string
	}{
		{parse, fault.ErrSyntax, `yen.Parse: "1,25": invalid syntax (1,250,000)`},
		{parseRange, fault.ErrRange, `yen.Parse: "1,000兆1円": out of range (±1,000兆円)`},
		{empty, fault.ErrSyntax, `yen.Parse: invalid syntax (1億2,000万円, 1,250,000)`},
		{long, fault.ErrSyntax, `yen.Parse: "` + strings.Repeat("億", 21) + `"...: invalid syntax (1億2,000万円, 1,250,000)`},
		{parseRatio, fault.ErrRange, `yen.ParseRatio: "1/0": out of range`},
		{newRatio, fault.ErrRange, `yen.NewRatio: "5/-1": out of range`},
		{factor, fault.ErrRange, `yen.Times: "1,000兆1円": out of range (±1,000兆円)`},
		{product, fault.ErrOverflow, `yen.Times: "1,000兆円 × 200%, half up to 10円": result too large (±1,000兆円)`},
		{unit, fault.ErrRange, `yen.Times: to.unit: "0円": out of range (1円 - 1,000兆円)`},
		{mode, fault.ErrUnknown, `yen.MarshalText: mode: "%!Mode(4)": unknown name (down, half up, half even, up)`},
		{marshal, fault.ErrRange, `yen.MarshalText: unit: "-5円": out of range (1円 - 1,000兆円)`},
		{new(yen.Amount).UnmarshalJSON([]byte(`"1.5"`)), fault.ErrFraction, `yen.UnmarshalJSON: "1.5": not a whole number of yen`},
		{new(yen.Rounding).UnmarshalText([]byte("up")), fault.ErrSyntax, `yen.UnmarshalText: "up": invalid syntax (half up to 10円)`},
		{new(yen.Rounding).UnmarshalText([]byte("off to 0円")), fault.ErrUnknown,
			`yen.UnmarshalText: mode: "off": unknown name (down, half up, half even, up)`},
		{yen.Rounding{}.Check(), nil, "<nil>"},
		{yen.Up.To(0).Check(), fault.ErrRange, `yen.Check: unit: "0円": out of range (1円 - 1,000兆円)`},
	} {
		if got := fmt.Sprint(c.err); got != c.want || !errors.Is(c.err, c.reason) {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	// The first bytes of the input are kept, and the bound in an error is that of amounts.
	var e *fault.Error
	if !errors.As(long, &e) || e.Input != strings.Repeat("億", 21)+"…" {
		t.Errorf("the input of %v has %d bytes", long, len(e.Input))
	}
	if !errors.As(product, &e) || e.Want != "±"+yen.Max.String() {
		t.Errorf("the bound of %v", product)
	}
}

func TestModeAndRoundingTexts(t *testing.T) {
	for _, c := range []struct {
		to            yen.Rounding
		plain, ja, en string
	}{
		{yen.Down.To(1), "down to 1円", "1円未満切捨て", "rounded down to ¥1"},
		{yen.HalfUp.To(10), "half up to 10円", "10円未満四捨五入", "rounded half up to ¥10"},
		{yen.HalfEven.To(1_000), "half even to 1,000円", "1,000円未満偶数丸め", "rounded half even to ¥1,000"},
		{yen.Up.To(yen.Man), "up to 10,000円", "1万円未満切上げ", "rounded up to ¥10,000"},
		{yen.Mode(4).To(1), "%!Mode(4) to 1円", "1円未満%!Mode(4)", "rounded %!Mode(4) to ¥1"},
		{yen.Down.To(-5), "down to -5円", "-5円未満切捨て", "rounded down to -¥5"},
	} {
		if got := c.to.String(); got != c.plain {
			t.Errorf("got %s, want %s", got, c.plain)
		}
		if got := c.to.Text(language.Japanese); got != c.ja {
			t.Errorf("got %s, want %s", got, c.ja)
		}
		if got := c.to.Text(language.BritishEnglish); got != c.en {
			t.Errorf("got %s, want %s", got, c.en)
		}
	}
	if m, u := yen.Up.To(math.MinInt64).Mode(), yen.Up.To(math.MinInt64).Unit(); m != yen.Up || u != math.MinInt64 {
		t.Errorf("got %v %d", m, u)
	}
}

func TestTextLanguages(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "¥170,000,000", "en-GB": "¥170,000,000", "en-JP": "¥170,000,000",
		"ja": "1億7,000万円", "fr": "1億7,000万円", "und": "1億7,000万円",
	} {
		if got := (17 * yen.Oku / 10).Text(language.MustParse(tag)); got != want {
			t.Errorf("%s: got %s, want %s", tag, got, want)
		}
	}
}

// The longest texts of amounts and ratios are read; what is longer is refused
// before anything else is done with it.
func TestLongTexts(t *testing.T) {
	longest := "－９９９，９９９，９９９，９９９，９９９円"
	if got, err := yen.Parse(longest); got != 1-yen.Max || err != nil {
		t.Errorf("%s is %v %v", longest, got, err)
	}
	r, err := yen.NewRatio(math.MinInt64, math.MaxInt64)
	if err != nil {
		t.Fatal(err)
	}
	wide := strings.Map(func(c rune) rune {
		if '-' <= c && c <= '9' {
			return c - '0' + '０'
		}
		return c
	}, r.String())
	if got, err := yen.ParseRatio(wide); got != r || err != nil {
		t.Errorf("%s is %s %v", wide, terms(got), err)
	}
	for _, c := range []struct {
		digits int
		reason error
	}{{128, fault.ErrRange}, {129, fault.ErrSyntax}, {10_000_000, fault.ErrSyntax}} {
		s := strings.Repeat("9", c.digits)
		if _, err := yen.Parse(s); !errors.Is(err, c.reason) {
			t.Errorf("Parse of %d digits: got %v, want %v", c.digits, err, c.reason)
		}
		if _, err := yen.ParseRatio(s[1:] + "%"); !errors.Is(err, c.reason) {
			t.Errorf("ParseRatio of %d bytes: got %v, want %v", c.digits, err, c.reason)
		}
	}
}

func TestRatioUnmarshalKeepsOnError(t *testing.T) {
	r := yen.Percent(90)
	if err := r.UnmarshalText([]byte("9割")); !errors.Is(err, fault.ErrSyntax) || r != yen.Percent(90) {
		t.Errorf("got %v %v", r, err)
	}
	if err := r.UnmarshalText([]byte("109/152")); err != nil || r != ratio(t, "109/152") {
		t.Errorf("got %v %v", r, err)
	}
}

// Every rounding that Times accepts reads back from its text, and no other has one.
func TestRoundingReadsBack(t *testing.T) {
	n := newNumbers()
	for range rounds(t) {
		to := yen.Mode(n.IntN(6)).To(yen.Amount(n.near(0, 10, int64(yen.Max))))
		_, err := yen.Amount(0).Times(yen.Ratio{}, to)
		b, marshal := json.Marshal(to)
		if (err == nil) != (marshal == nil) || (err == nil) != (to.Check() == nil) {
			t.Fatalf("%v: Times returns %v, Marshal %v, Check %v", to, err, marshal, to.Check())
		}
		var back yen.Rounding
		if err == nil && (json.Unmarshal(b, &back) != nil || back != to) {
			t.Fatalf("%v is %s, which reads as %v", to, b, back)
		}
	}
}

func FuzzAmountUnmarshalJSON(f *testing.F) {
	for _, s := range []string{"170000000", `"170000000"`, "-0", `"-0"`, "10.5", `"1e6"`, `"`, "", "null", "9223372036854775808"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a := yen.Amount(7)
		if err := a.UnmarshalJSON(b); err != nil {
			var e *fault.Error
			if a != 7 || !errors.As(err, &e) {
				t.Errorf("%q: %v %v", b, a, err)
			}
			return
		}
		s := strconv.FormatInt(int64(a), 10)
		switch string(b) {
		case s, `"` + s + `"`:
		case "-0", "null":
		default:
			t.Errorf("%q is read as %s", b, s)
		}
	})
}

func FuzzRoundingUnmarshalText(f *testing.F) {
	for _, s := range []string{"half up to 10円", "down to 1円", "up to 1万円", "off to 1円", "up to ", " to ", ""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		to := yen.Up.To(7)
		if err := to.UnmarshalText(b); err != nil {
			var e *fault.Error
			if to != yen.Up.To(7) || !errors.As(err, &e) {
				t.Errorf("%q: %v %v", b, to, err)
			}
			return
		}
		var back yen.Rounding
		if err := back.UnmarshalText([]byte(to.String())); err != nil || back != to {
			t.Errorf("%q is %v, which reads as %v %v", b, to, back, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, w := range cases.Written(f, "written-amounts.txt") {
		f.Add(w.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := yen.Parse(s)
		if wide, wideErr := yen.Parse(widen(s)); len(widen(s)) <= 128 && (wide != a || (wideErr == nil) != (err == nil)) {
			t.Errorf("%q: %v %v, and in full width %v %v", s, a, err, wide, wideErr)
		}
		if err != nil {
			if cases.Outcome(t, "", err); a != 0 {
				t.Errorf("%q: %v %v", s, a, err)
			}
			return
		}
		if a < -yen.Max || a > yen.Max {
			t.Errorf("%q is %d", s, a)
		}
		for _, text := range []string{a.String(), a.Grouped(), a.Text(language.English)} {
			if back, err := yen.Parse(text); back != a || err != nil {
				t.Errorf("%q is %v, written %s, which reads as %v %v", s, a, text, back, err)
			}
		}
	})
}

func FuzzParseRatio(f *testing.F) {
	for _, s := range []string{"90%", "12.5％", "0.9", "109/152", "－1/3", "1/0", "1", "10", "1.0", "0", "0." + strings.Repeat("0", 30), "\xff", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := yen.ParseRatio(s)
		if err != nil {
			if r != (yen.Ratio{}) || !errors.Is(err, fault.ErrSyntax) && !errors.Is(err, fault.ErrRange) {
				t.Errorf("%q: %v %v", s, r, err)
			}
			return
		}
		if g := new(big.Int).GCD(nil, nil, new(big.Int).Abs(big.NewInt(r.Num())), big.NewInt(r.Den())); r.Den() < 1 || g.Int64() != 1 {
			t.Errorf("%q is %s", s, terms(r))
		}
		if back, err := yen.ParseRatio(r.String()); back != r || err != nil {
			t.Errorf("%q is %v, which reads as %v %v", s, r, back, err)
		}
	})
}

func FuzzRatioUnmarshalText(f *testing.F) {
	for _, s := range []string{"90%", "109/152", "-0.5", "10", "0", "x", ""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r := yen.Percent(7)
		err := r.UnmarshalText(b)
		want, wantErr := yen.ParseRatio(string(b))
		if err != nil {
			want = yen.Percent(7)
		}
		if r != want || (err == nil) != (wantErr == nil) {
			t.Errorf("%q: got %v %v, want %v %v", b, r, err, want, wantErr)
		}
	})
}
