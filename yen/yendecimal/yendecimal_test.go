// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yendecimal_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/yen"
	"github.com/baiseki/baiseki/yen/yendecimal"
)

func TestMain(m *testing.M) { hostile.Main(m) }

func TestHostileDecimalVariables(t *testing.T) { hostile.Rerun(t) }

func TestCases(t *testing.T) {
	cases.Run(t, "yendecimal.txt", map[string]func(*testing.T, cases.Case) string{
		"from": func(t *testing.T, c cases.Case) string {
			a, err := yendecimal.From(dec(t, c.Arg(0)))
			return outcome(t, err, cases.Yen(a))
		},
		"ratio-from": func(t *testing.T, c cases.Case) string {
			r, err := yendecimal.RatioFrom(dec(t, c.Arg(0)))
			return outcome(t, err, fmt.Sprintf("%d/%d", r.Num(), r.Den()))
		},
		"ratio-to": func(t *testing.T, c cases.Case) string {
			r, err := yen.ParseRatio(c.Arg(0))
			if err != nil {
				t.Fatal(err)
			}
			places, err := strconv.Atoi(c.Arg(1))
			if err != nil {
				t.Fatal(err)
			}
			return yendecimal.RatioTo(r, int32(places)).StringFixed(int32(min(max(places, 0), 30)))
		},
	})
}

// outcome returns the result, or the reason for which there is none.
func outcome(t *testing.T, err error, result string) string {
	t.Helper()
	if err == nil {
		return result
	}
	var e *fault.Error
	if !errors.As(err, &e) || !strings.HasPrefix(e.Op, "yendecimal.") {
		t.Fatalf("%v is no *fault.Error of this package", err)
	}
	return e.Reason.Code()
}

// dec reads a decimal from its digits, and keeps its exponent, whatever the
// decimal package is told to refuse.
func dec(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	whole, places, _ := strings.Cut(s, ".")
	n, ok := new(big.Int).SetString(whole+places, 10)
	if !ok {
		t.Fatalf("no decimal %q", s)
	}
	return decimal.NewFromBigInt(n, -int32(len(places)))
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
		a, err := yendecimal.From(d)
		if a != 0 || !errors.Is(err, fault.ErrRange) || len(err.Error()) > 200 {
			t.Errorf("%s: From gives %v %.300v", name, a, err)
		}
		r, err := yendecimal.RatioFrom(d)
		if r != (yen.Ratio{}) || !errors.Is(err, fault.ErrRange) || len(err.Error()) > 200 {
			t.Errorf("%s: RatioFrom gives %v %.300v", name, r, err)
		}
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestDecimalBounds(t *testing.T) {
	var zero decimal.Decimal
	if a, err := yendecimal.From(zero); a != 0 || err != nil {
		t.Errorf("the zero Decimal is %v %v", a, err)
	}
	if r, err := yendecimal.RatioFrom(zero); r != (yen.Ratio{}) || err != nil {
		t.Errorf("the zero Decimal is %v %v", r, err)
	}
	// A trillion in scientific notation, and a coefficient of 128 bits with 18 places.
	if a, err := yendecimal.From(decimal.New(1, 12)); a != yen.Cho || err != nil {
		t.Errorf("1e12 is %v %v", a, err)
	}
	coefficient, _ := new(big.Int).SetString("200000000000000000000000000000000000000", 10) // 2e38, of 128 bits
	if _, err := yendecimal.From(decimal.NewFromBigInt(coefficient, -18)); !errors.Is(err, fault.ErrRange) {
		t.Errorf("2e20 is %v", err)
	}
	coefficient.SetString("170000000000000000000000000", 10)
	if a, err := yendecimal.From(decimal.NewFromBigInt(coefficient, -18)); a != 170_000_000 || err != nil {
		t.Errorf("170000000 with 18 places is %v %v", a, err)
	}
	// 128 bits are looked at, 129 are not.
	for n, want := range map[uint]error{127: fault.ErrFraction, 128: fault.ErrRange} {
		odd := new(big.Int).Lsh(big.NewInt(1), n)
		odd.SetBit(odd, 0, 1)
		if _, err := yendecimal.From(decimal.NewFromBigInt(odd, -18)); !errors.Is(err, want) {
			t.Errorf("%d bits: got %v, want %v", n+1, err, want)
		}
	}
	if d := yendecimal.To(math.MinInt64); d.Coefficient().Int64() != math.MinInt64 || d.Exponent() != 0 {
		t.Errorf("the smallest Amount is %s", d.StringFixed(0))
	}
	r, _ := yen.NewRatio(math.MinInt64, math.MaxInt64)
	if got, want := yendecimal.RatioTo(r, math.MaxInt32).StringFixed(30), "-1.000000000000000000108420217249"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := yendecimal.RatioTo(r, 31).Exponent(); got != -30 {
		t.Errorf("31 places have the exponent %d", got)
	}
	if got := yendecimal.RatioTo(r, math.MinInt32).StringFixed(0); got != "-1" {
		t.Errorf("got %s, want -1", got)
	}
}

// An amount, and a ratio within decimals, survive the way through one.
func TestReadBack(t *testing.T) {
	n := rand.New(rand.NewPCG(109, 152))
	for range cases.Rounds(t) / 5 {
		a := yen.Amount(n.Int64N(2*int64(yen.Max)+1)) - yen.Max
		if n.IntN(2) == 0 {
			a >>= n.IntN(50)
		}
		if got, err := yendecimal.From(yendecimal.To(a)); got != a || err != nil {
			t.Fatalf("%d reads back as %d %v", a, got, err)
		}
		r, _ := yen.NewRatio(n.Int64N(1_000_000)-500_000, 1_000_000)
		if got, err := yendecimal.RatioFrom(yendecimal.RatioTo(r, 6)); got != r || err != nil {
			t.Fatalf("%v reads back as %v %v", r, got, err)
		}
	}
}

func TestErrors(t *testing.T) {
	_, fraction := yendecimal.From(decimal.New(-1050, -2))
	_, whole := yendecimal.From(decimal.New(1, 18))
	_, huge := yendecimal.From(decimal.New(1, math.MaxInt32))
	_, rate := yendecimal.RatioFrom(decimal.New(5, -19))
	_, num := yendecimal.RatioFrom(decimal.New(10, 18))
	for _, c := range []struct {
		err    error
		reason error
		want   string
	}{
		{fraction, fault.ErrFraction, `yendecimal.From: "-10.50": not a whole number of yen`},
		{whole, fault.ErrRange, `yendecimal.From: "1000000000000000000": out of range (±1,000兆円)`},
		{huge, fault.ErrRange, `yendecimal.From: out of range (10^-18 - 10^18, 128 bits)`},
		{rate, fault.ErrRange, `yendecimal.RatioFrom: out of range (10^-18 - 10^18, 128 bits)`},
		{num, fault.ErrRange, `yendecimal.RatioFrom: "10000000000000000000": out of range`},
	} {
		if got := c.err.Error(); got != c.want || !errors.Is(c.err, c.reason) {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// From returns the amount of which To makes an equal decimal, or an error.
func FuzzFrom(f *testing.F) {
	f.Add(int64(109_00), int32(-2))
	f.Add(int64(10_50), int32(-2))
	f.Add(int64(0), int32(math.MaxInt32))
	f.Fuzz(func(t *testing.T, coefficient int64, exponent int32) {
		d := decimal.New(coefficient, exponent)
		a, err := yendecimal.From(d)
		var e *fault.Error
		if err != nil && (a != 0 || !errors.As(err, &e)) || err == nil && !yendecimal.To(a).Equal(d) {
			t.Errorf("%d × 10^%d is %v %v", coefficient, exponent, a, err)
		}
		r, err := yendecimal.RatioFrom(d)
		if err == nil && exponent <= 0 && !yendecimal.RatioTo(r, -exponent).Equal(d) {
			t.Errorf("%d × 10^%d is %v", coefficient, exponent, r)
		}
	})
}

func BenchmarkFrom(b *testing.B) {
	d := decimal.New(1_090_000_00, -2)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := yendecimal.From(d); err != nil {
			b.Fatal(err)
		}
	}
}

// By hand it is the decimal package that cuts, and wraps.
func BenchmarkFromByHand(b *testing.B) {
	d := decimal.New(1_090_000_00, -2)
	b.ReportAllocs()
	for b.Loop() {
		_ = d.IntPart()
	}
}
