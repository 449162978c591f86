// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// rounds returns how often a random test runs.
func rounds(t *testing.T) int {
	if s := os.Getenv("BAISEKI_ROUNDS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			t.Fatalf("BAISEKI_ROUNDS is %q", s)
		}
		return n
	}
	if testing.Short() {
		return 1_000
	}
	return 20_000
}

// numbers is a source of numbers among which the awkward ones are many.
type numbers struct{ *rand.Rand }

func newNumbers() numbers { return numbers{rand.New(rand.NewPCG(109, 152))} }

// near returns a number a few off one of the marks.
func (n numbers) near(marks ...int64) int64 {
	return marks[n.IntN(len(marks))] + n.Int64N(7) - 3
}

// size returns a number of any number of bits, so that small ones are as
// likely as large ones.
func (n numbers) size() int64 { return n.Int64() >> n.IntN(63) }

func (n numbers) int64() int64 {
	switch n.IntN(5) {
	case 0:
		return n.near(0, int64(yen.Max), -int64(yen.Max), int64(yen.Oku), math.MaxInt64-3, math.MinInt64+3)
	case 1:
		return -n.size()
	}
	return n.size()
}

// amount returns an amount, one in eight of which lies beyond Max.
func (n numbers) amount() yen.Amount {
	a := n.int64()
	if n.IntN(8) > 0 {
		a %= int64(yen.Max) + 1
	}
	return yen.Amount(a)
}

func (n numbers) ratio() yen.Ratio {
	num, den := n.int64(), n.size()
	switch n.IntN(4) {
	case 0:
		den = 1 + n.Int64N(2_000)
		num %= den + 1
	case 1:
		num, den = n.near(0, 5, 10, 50, 100), []int64{1, 2, 10, 100, 10_000}[n.IntN(5)]
	case 2:
		den = n.near(math.MaxInt64-3, int64(yen.Max), 4)
	}
	r, err := yen.NewRatio(num, max(den, 1))
	if err != nil {
		panic(err)
	}
	return r
}

func (n numbers) unit() yen.Amount {
	switch n.IntN(4) {
	case 0:
		return yen.Amount(1 + n.Int64N(12))
	case 1:
		return yen.Amount(math.Pow10(n.IntN(16)))
	case 2:
		return yen.Max - yen.Amount(n.Int64N(3))
	}
	return 1 + yen.Amount(n.size())%yen.Max
}

func rat(r yen.Ratio) *big.Rat { return big.NewRat(r.Num(), r.Den()) }

// oracleTimes rounds as the modes are defined: of the two multiples of the
// unit on both sides of the exact product, it takes the one that is nearer to
// zero, nearer to the product, even, or further from zero.
func oracleTimes(a yen.Amount, r yen.Ratio, m yen.Mode, unit yen.Amount) (yen.Amount, error) {
	bound := big.NewInt(int64(yen.Max))
	if new(big.Int).Abs(big.NewInt(int64(a))).Cmp(bound) > 0 {
		return 0, fault.ErrRange
	}
	exact := new(big.Rat).Mul(new(big.Rat).SetInt64(int64(a)), rat(r))
	inUnits := new(big.Rat).Quo(new(big.Rat).Abs(exact), new(big.Rat).SetInt64(int64(unit)))

	lower := new(big.Int).Quo(inUnits.Num(), inUnits.Denom())
	upper := new(big.Int).Add(lower, big.NewInt(1))
	below := new(big.Rat).Sub(inUnits, new(big.Rat).SetInt(lower))
	above := new(big.Rat).Sub(new(big.Rat).SetInt(upper), inUnits)

	steps := lower
	switch m {
	case yen.Up:
		if below.Sign() > 0 {
			steps = upper
		}
	case yen.HalfUp:
		if below.Cmp(above) >= 0 {
			steps = upper
		}
	case yen.HalfEven:
		if c := below.Cmp(above); c > 0 || c == 0 && upper.Bit(0) == 0 {
			steps = upper
		}
	}
	result := steps.Mul(steps, big.NewInt(int64(unit)))
	if result.Cmp(bound) > 0 {
		return 0, fault.ErrOverflow
	}
	return yen.Amount(int64(exact.Sign()) * result.Int64()), nil
}

func TestTimesOracle(t *testing.T) {
	n := newNumbers()
	reached := map[bool]int{}
	for range rounds(t) {
		a, r, unit := n.amount(), n.ratio(), n.unit()
		if n.IntN(3) == 0 { // beside the middle of the unit
			a, r = yen.Amount(n.near(int64(unit), 3*int64(unit), 5*int64(unit))), ratio(t, "1/2")
		}
		for _, m := range modes() {
			got, err := a.Times(r, m.To(unit))
			want, wantErr := oracleTimes(a, r, m, unit)
			if got != want || !errors.Is(err, wantErr) {
				t.Fatalf("%d × %s, %v to %d: got %d %v, want %d %v", a, terms(r), m, unit, got, err, want, wantErr)
			}
			reached[err == nil]++
		}
	}
	if reached[true] < reached[false] || reached[false] == 0 {
		t.Errorf("the numbers are one-sided: %v", reached)
	}
}

func TestNewRatioOracle(t *testing.T) {
	n := newNumbers()
	for range rounds(t) {
		num, den := n.int64(), n.int64()
		r, err := yen.NewRatio(num, den)
		if den <= 0 {
			if !errors.Is(err, fault.ErrRange) || r != (yen.Ratio{}) {
				t.Fatalf("%d/%d: got %s %v", num, den, terms(r), err)
			}
			continue
		}
		if want := big.NewRat(num, den); err != nil || terms(r) != want.String() {
			t.Fatalf("%d/%d: got %s %v, want %s", num, den, terms(r), err, want)
		}
	}
}

// However a fraction is written, it is one value.
func TestNewRatioIsOneValue(t *testing.T) {
	n := newNumbers()
	for range rounds(t) {
		num, den, k := n.near(0, 109, -152, 10_000), 1+n.Int64N(10_000), 1+n.Int64N(1_000_000)
		r, err := yen.NewRatio(num, den)
		s, err2 := yen.NewRatio(num*k, den*k)
		if err != nil || err2 != nil || r != s {
			t.Fatalf("%d/%d is %s, and times %d it is %s", num, den, terms(r), k, terms(s))
		}
	}
}

func TestCompareOracle(t *testing.T) {
	n := newNumbers()
	for range rounds(t) {
		r, s := n.ratio(), n.ratio()
		if n.IntN(4) == 0 { // neighbours
			s, _ = yen.NewRatio(r.Num()-r.Num()%2, r.Den())
		}
		if got, want := r.Compare(s), rat(r).Cmp(rat(s)); got != want || s.Compare(r) != -want || (r == s) != (want == 0) {
			t.Fatalf("%s and %s: got %d, want %d", terms(r), terms(s), got, want)
		}
	}
}

// What an amount is written as reads back as the amount.
func TestAmountTextsParse(t *testing.T) {
	n := newNumbers()
	for range rounds(t) {
		a := n.amount() % (yen.Max + 1)
		if n.IntN(3) == 0 {
			a = yen.Amount(n.near(int64(yen.Man), int64(yen.Oku), int64(yen.Cho), int64(yen.Max)-3, 3-int64(yen.Max)))
		}
		for _, text := range []string{a.String(), a.Grouped(), a.Text(language.English), a.Text(language.Japanese)} {
			if got, err := yen.Parse(text); got != a || err != nil {
				t.Fatalf("Parse(%q) is %d %v, want %d", text, got, err, a)
			}
		}
	}
}

// What a ratio is written as reads back as the ratio, all of int64.
func TestRatioTextParses(t *testing.T) {
	n := newNumbers()
	check := func(r yen.Ratio) {
		t.Helper()
		if got, err := yen.ParseRatio(r.String()); got != r || err != nil {
			t.Fatalf("ParseRatio(%q) is %s %v, want %s", r, terms(got), err, terms(r))
		}
		var back yen.Ratio
		b, err := r.MarshalText()
		if err != nil || back.UnmarshalText(b) != nil || back != r {
			t.Fatalf("%q reads back as %s", b, terms(back))
		}
	}
	for range rounds(t) {
		check(n.ratio())
	}
	for n := range 30_001 {
		r, err := yen.NewRatio(int64(n)-15_000, 10_000)
		if err != nil {
			t.Fatal(err)
		}
		check(r)
	}
}
