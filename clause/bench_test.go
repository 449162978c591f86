// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause_test

import (
	"encoding/json"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// many is the number of lines of a long sheet: ten steps for each of a hundred items.
const many = 1_000

func long(lines int) clause.Sheet {
	s := clause.NewSheet("計算", "Calculation")
	for i := range lines {
		s = s.Add("X-1", yen.Amount(i+1), "行", "line")
	}
	return s
}

// A line costs the same behind any number of lines.
func TestAddIsLinear(t *testing.T) {
	for _, n := range []int{1, 10, 10_000} {
		s := long(n)
		got := testing.AllocsPerRun(10, func() { s.Add("X-2", 0, "行", "line").Note("X-2", "行", "line") })
		if got > 2 {
			t.Errorf("a line and a note behind %d lines allocate %v times", n, got)
		}
	}
	s := long(100_000)
	if n := len(slices.Collect(s.Lines())); n != 100_000 {
		t.Errorf("got %d lines", n)
	}
}

// A sheet is printed, written and read in proportion to what is on it.
func TestSheetIsLinear(t *testing.T) {
	noted := func(n int) clause.Sheet {
		s := long(n)
		for range n {
			s = s.Note("X-2", "注記", "note")
		}
		return s
	}
	cases.Linear(t, 5_000, func(n int) { noted(n) })
	cases.Linear(t, 5_000, func(n int) {
		if len(noted(n).Text(language.English)) < n {
			t.Error("cut")
		}
	})
	cases.Linear(t, 5_000, func(n int) {
		b, err := json.Marshal(noted(n))
		var back clause.Sheet
		if err != nil || json.Unmarshal(b, &back) != nil || back.Total() != yen.Amount(n) {
			t.Error(err, back.Total())
		}
	})
}

func BenchmarkSheet(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for range long(many).Lines() {
		}
	}
}

func BenchmarkSheetByHand(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		var lines []clause.Line
		total := yen.Amount(0)
		for i := range many {
			after := yen.Amount(i + 1)
			lines = append(lines, clause.Line{Note: clause.Note{Clause: "X-1", JA: "行", EN: "line"}, Change: after - total, Total: after})
			total = after
		}
		for range lines {
		}
	}
}

func BenchmarkShortSheet(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = claim()
	}
}

func BenchmarkShortSheetByHand(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		lines := make([]clause.Line, 0, 4)
		total := yen.Amount(0)
		for _, after := range [...]yen.Amount{17_000 * yen.Man, 16_900 * yen.Man, 1 * yen.Oku, 71_710_526} {
			lines = append(lines, clause.Line{Note: clause.Note{Clause: "X-1", JA: "行", EN: "line"}, Change: after - total, Total: after})
			total = after
		}
		if len(lines) != 4 {
			b.Fatal(lines)
		}
		_ = append([]clause.Note{{Clause: "X-2", JA: "注記", EN: "note"}}, clause.Note{JA: "注記", EN: "note"})
	}
}
