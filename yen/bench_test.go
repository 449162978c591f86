// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"math/bits"
	"strconv"
	"testing"

	"github.com/baiseki/baiseki/yen"
)

// byHand is what a program without this package would write for a product that
// is rounded half up: for numbers above zero, and without a check of them.
//
//go:noinline
func byHand(a, num, den, unit int64) int64 {
	high, low := bits.Mul64(uint64(a), uint64(num))
	step := uint64(den * unit)
	n, rest := bits.Div64(high, low, step)
	if rest >= step-rest {
		n++
	}
	return int64(n) * unit
}

func TestByHand(t *testing.T) {
	got, err := yen.Amount(10_500).Times(ratio(t, "11/12"), yen.HalfUp.To(10))
	if want := byHand(10_500, 11, 12, 10); int64(got) != want || err != nil {
		t.Errorf("got %v %v, want %d", got, err, want)
	}
}

func BenchmarkTimes(b *testing.B) {
	a, r, to := 1*yen.Oku, ratio(b, "109/152"), yen.HalfUp.To(10)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Times(r, to); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTimesByHand(b *testing.B) {
	a, num, den, unit := int64(1*yen.Oku), int64(109), int64(152), int64(10)
	b.ReportAllocs()
	var n int64
	for b.Loop() {
		n = byHand(a, num, den, unit)
	}
	_ = n
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := yen.Parse("1億7,000万円"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParsePlain reads digits as a program writes them.
func BenchmarkParsePlain(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := yen.Parse("170000000"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseByHand(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := strconv.ParseInt("170000000", 10, 64); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkString(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = (170_000_000 * yen.Yen).String()
	}
}

func BenchmarkStringByHand(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = strconv.FormatInt(170_000_000, 10)
	}
}

func BenchmarkUnmarshalJSON(b *testing.B) {
	in := []byte(`"170000000"`)
	var a yen.Amount
	b.ReportAllocs()
	for b.Loop() {
		if err := a.UnmarshalJSON(in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnmarshalJSONByHand(b *testing.B) {
	in := []byte(`"170000000"`)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := strconv.ParseInt(string(in[1:len(in)-1]), 10, 64); err != nil {
			b.Fatal(err)
		}
	}
}

// Nothing is allocated on the way of a number.
func TestNoAllocations(t *testing.T) {
	r, s := ratio(t, "109/152"), yen.Percent(90)
	for name, f := range map[string]func(){
		"Times":    func() { _, _ = yen.Oku.Times(r, yen.HalfEven.To(10)) },
		"Compare":  func() { _ = r.Compare(s) },
		"NewRatio": func() { _, _ = yen.NewRatio(218, 304) },
		"Percent":  func() { _ = yen.Percent(90) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
	// A text costs itself.
	if n := testing.AllocsPerRun(100, func() { _ = yen.Amount(69_000_000).String() }); n > 1 {
		t.Errorf("String allocates %v times", n)
	}
}
