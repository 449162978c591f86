// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
)

// longHistory returns the text of a history with the claims.
func longHistory(claims int) string {
	var b strings.Builder
	b.WriteString("history 1 D-1 DRONE-25 2025-04-01_12:00_-_2026-04-01_12:00\n" +
		"heads damages 0; defence 0; forensics 0; hearing 0; notices 0; posts 0; privacy 0; restore 0; urgent 0\n")
	for i := range claims {
		fmt.Fprintf(&b, "claim C-%d decision=payable claimed=5000 due=4000 paid=4000 made=2025-06-01T10:00\n"+
			"part - damages 5000 4000\n", i)
	}
	return sealed(b.String())
}

// BenchmarkParseHistory reads the history of 100,000 claims.
func BenchmarkParseHistory(b *testing.B) {
	s := longHistory(100_000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := coverage.ParseHistory(s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkManyClaims assesses 1,000 claims under one policy, each with the history of
// those before it.
func BenchmarkManyClaims(b *testing.B) {
	c := readMade(b)["series"][0]
	p := c.policy(b)
	claim := c.claimOf(b, p.Scheme(), c.claim[0])
	claim.Series = ""
	numbers := make([]string, 1_000)
	for i := range numbers {
		numbers[i] = fmt.Sprint("C-", i)
	}
	b.ReportAllocs()
	for b.Loop() {
		var h coverage.History
		for _, number := range numbers {
			claim.Number = number
			a, err := p.Assess(claim, h)
			if err != nil {
				b.Fatal(err)
			}
			h = a.History
		}
	}
}
