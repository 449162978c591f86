// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"cmp"
	"encoding"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

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
	// An amount has no form of its own in JSON or a text, and is an integer there.
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
		if err, ok := recover().(error); !ok || !errors.Is(err, yen.ErrSyntax) {
			t.Errorf("got %v, want the error of Parse", err)
		}
	}()
	yen.MustParse("1.5億")
}

func TestErrors(t *testing.T) {
	_, parse := yen.Parse("1.5億")
	_, parseRange := yen.Parse("1,000兆1円")
	_, empty := yen.Parse("")
	_, long := yen.Parse(strings.Repeat("億", 500_000))
	_, parseRatio := yen.ParseRatio("1/0")
	_, newRatio := yen.NewRatio(5, -1)
	_, sum := yen.Sum(yen.Max, 1)
	_, sumOne := yen.Sum(1, -yen.Max-1)
	_, times := yen.Oku.Times(yen.Percent(90), yen.Down.To(0))
	_, fraction := yen.FromDecimal(decimal.New(-1050, -2))
	_, whole := yen.FromDecimal(decimal.New(1, 18))
	_, huge := yen.FromDecimal(decimal.New(1, math.MaxInt32))
	_, rate := yen.RatioFromDecimal(decimal.New(5, -19))
	for _, c := range []struct {
		err    error
		reason error
		input  string
		want   string
	}{
		{parse, yen.ErrSyntax, "1.5億", `yen.Parse: "1.5億": invalid syntax`},
		{parseRange, yen.ErrRange, "1,000兆1円", `yen.Parse: "1,000兆1円": value out of range`},
		{empty, yen.ErrSyntax, "", `yen.Parse: "": invalid syntax`},
		{long, yen.ErrSyntax, strings.Repeat("億", 500_000), `yen.Parse: "` + strings.Repeat("億", 21) + `"...: invalid syntax`},
		{parseRatio, yen.ErrRange, "1/0", `yen.ParseRatio: "1/0": value out of range`},
		{newRatio, yen.ErrRange, "5/-1", `yen.NewRatio: "5/-1": value out of range`},
		{sum, yen.ErrRange, "2 amounts", `yen.Sum: "2 amounts": value out of range`},
		{sumOne, yen.ErrRange, "-1,000兆1円", `yen.Sum: "-1,000兆1円": value out of range`},
		{times, yen.ErrRounding, "1億円 × 90%, down to 0円", `yen.Times: "1億円 × 90%, down to 0円": invalid rounding`},
		{fraction, yen.ErrFraction, "-10.50", `yen.FromDecimal: "-10.50": not a whole number of yen`},
		{whole, yen.ErrRange, "1000000000000000000", `yen.FromDecimal: "1000000000000000000": value out of range`},
		{huge, yen.ErrRange, "a decimal out of bounds", `yen.FromDecimal: "a decimal out of bounds": value out of range`},
		{rate, yen.ErrRange, "a decimal out of bounds", `yen.RatioFromDecimal: "a decimal out of bounds": value out of range`},
	} {
		var e *yen.Error
		if !errors.As(c.err, &e) {
			t.Errorf("%v is no *yen.Error", c.err)
			continue
		}
		if c.err.Error() != c.want || e.Input != c.input || e.Err != c.reason {
			t.Errorf("got  %v, input %.80q\nwant %s", c.err, e.Input, c.want)
		}
	}
}

func TestErrorOfOthers(t *testing.T) {
	if got, want := (&yen.Error{}).Error(), `yen.: "": <nil>`; got != want {
		t.Errorf("the zero Error is %s, want %s", got, want)
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
	}{{128, yen.ErrRange}, {129, yen.ErrSyntax}, {10_000_000, yen.ErrSyntax}} {
		s := strings.Repeat("9", c.digits)
		if _, err := yen.Parse(s); !errors.Is(err, c.reason) {
			t.Errorf("Parse of %d digits: got %v, want %v", c.digits, err, c.reason)
		}
		if _, err := yen.ParseRatio(s[1:] + "%"); !errors.Is(err, c.reason) {
			t.Errorf("ParseRatio of %d bytes: got %v, want %v", c.digits, err, c.reason)
		}
	}
}

// Decimals that would take minutes or gigabytes are refused at once.
func TestHostileDecimals(t *testing.T) {
	million := new(big.Int).Exp(big.NewInt(10), big.NewInt(1_000_000), nil)
	bits := func(n uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), n) }
	start := time.Now()
	for name, d := range map[string]decimal.Decimal{
		"exponent 19":            decimal.New(1, 19),
		"exponent -19":           decimal.New(10, -19),
		"exponent 10,000,000":    decimal.New(1, 10_000_000),
		"exponent -10,000,000":   decimal.New(1, -10_000_000),
		"largest exponent":       decimal.New(1, math.MaxInt32),
		"smallest exponent":      decimal.New(1, math.MinInt32),
		"zero with an exponent":  decimal.New(0, math.MaxInt32),
		"million digits":         decimal.NewFromBigInt(million, 0),
		"million digits, cut":    decimal.NewFromBigInt(million, -18),
		"million digits, to one": decimal.NewFromBigInt(million, -1_000_000),
		"129 bits":               decimal.NewFromBigInt(bits(128), 0),
		"129 bits below zero":    decimal.NewFromBigInt(new(big.Int).Neg(bits(128)), 0),
		"128 bits":               decimal.NewFromBigInt(bits(127), 18),
	} {
		a, err := yen.FromDecimal(d)
		if a != 0 || !errors.Is(err, yen.ErrRange) || len(err.Error()) > 200 {
			t.Errorf("%s: FromDecimal gives %v %.300v", name, a, err)
		}
		r, err := yen.RatioFromDecimal(d)
		if r != (yen.Ratio{}) || !errors.Is(err, yen.ErrRange) || len(err.Error()) > 200 {
			t.Errorf("%s: RatioFromDecimal gives %v %.300v", name, r, err)
		}
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestDecimalBounds(t *testing.T) {
	var zero decimal.Decimal
	if a, err := yen.FromDecimal(zero); a != 0 || err != nil {
		t.Errorf("the zero Decimal is %v %v", a, err)
	}
	if r, err := yen.RatioFromDecimal(zero); r != (yen.Ratio{}) || err != nil {
		t.Errorf("the zero Decimal is %v %v", r, err)
	}
	// A trillion in scientific notation, and a coefficient of 128 bits with 18 places.
	if a, err := yen.FromDecimal(decimal.New(1, 12)); a != yen.Cho || err != nil {
		t.Errorf("1e12 is %v %v", a, err)
	}
	coefficient, _ := new(big.Int).SetString("200000000000000000000000000000000000000", 10) // 2e38, of 128 bits
	if _, err := yen.FromDecimal(decimal.NewFromBigInt(coefficient, -18)); !errors.Is(err, yen.ErrRange) {
		t.Errorf("2e20 is %v", err)
	}
	coefficient.SetString("170000000000000000000000000", 10)
	if a, err := yen.FromDecimal(decimal.NewFromBigInt(coefficient, -18)); a != 170_000_000 || err != nil {
		t.Errorf("170000000 with 18 places is %v %v", a, err)
	}
	// 128 bits are looked at, 129 are not.
	for n, want := range map[uint]error{127: yen.ErrFraction, 128: yen.ErrRange} {
		odd := new(big.Int).Lsh(big.NewInt(1), n)
		odd.SetBit(odd, 0, 1)
		if _, err := yen.FromDecimal(decimal.NewFromBigInt(odd, -18)); !errors.Is(err, want) {
			t.Errorf("%d bits: got %v, want %v", n+1, err, want)
		}
	}
	if d := yen.Amount(math.MinInt64).Decimal(); d.Coefficient().Int64() != math.MinInt64 || d.Exponent() != 0 {
		t.Errorf("the smallest Amount is %s", d.StringFixed(0))
	}
	r, _ := yen.NewRatio(math.MinInt64, math.MaxInt64)
	if got, want := r.Decimal(math.MaxInt32).StringFixed(30), "-1.000000000000000000108420217249"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := r.Decimal(31).Exponent(); got != -30 {
		t.Errorf("31 places have the exponent %d", got)
	}
	if got := r.Decimal(math.MinInt32).StringFixed(0); got != "-1" {
		t.Errorf("got %s, want -1", got)
	}
}

func TestRatioUnmarshalKeepsOnError(t *testing.T) {
	r := yen.Percent(90)
	if err := r.UnmarshalText([]byte("9割")); !errors.Is(err, yen.ErrSyntax) || r != yen.Percent(90) {
		t.Errorf("got %v %v", r, err)
	}
	if err := r.UnmarshalText([]byte("109/152")); err != nil || r != ratio(t, "109/152") {
		t.Errorf("got %v %v", r, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1億7,000万円", "１億７，０００万円", "¥170,000,000", "-5万円", "−0", "1.5億", "1億①", "\xff", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := yen.Parse(s)
		if err != nil {
			if a != 0 || !errors.Is(err, yen.ErrSyntax) && !errors.Is(err, yen.ErrRange) {
				t.Errorf("%q: %v %v", s, a, err)
			}
			return
		}
		if a < -yen.Max || a > yen.Max {
			t.Errorf("%q is %d", s, a)
		}
		if back, err := yen.Parse(a.String()); back != a || err != nil {
			t.Errorf("%q is %v, which reads as %v %v", s, a, back, err)
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
			if r != (yen.Ratio{}) || !errors.Is(err, yen.ErrSyntax) && !errors.Is(err, yen.ErrRange) {
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
