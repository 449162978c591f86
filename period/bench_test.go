// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"testing"

	"github.com/baiseki/baiseki/period"
)

func BenchmarkJoin(b *testing.B) {
	edition := period.JISA2024(period.Readings{})
	applied := period.MustParseDate("2024-09-10")
	b.ReportAllocs()
	for b.Loop() {
		if m, err := edition.Join(applied); err != nil || m.Months != 9 {
			b.Fatal(m, err)
		}
	}
}

// BenchmarkJoinByHand is the same rule on whole numbers, for one year and one
// day of application.
func BenchmarkJoinByHand(b *testing.B) {
	year, month, day := 2024, 9, 10
	b.ReportAllocs()
	for b.Loop() {
		at := year*10_000 + month*100 + day
		months := 0
		switch {
		case at < 2024_05_07 || at >= 2025_06_01:
		case at <= 2024_06_30:
			months = 12
		default:
			months = (2025-year)*12 + 7 - month - 1
		}
		if months != 9 {
			b.Fatal(months)
		}
	}
}

func BenchmarkContains(b *testing.B) {
	p, i := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"), period.MustParseInstant("2024-12-24 09:30")
	b.ReportAllocs()
	for b.Loop() {
		if !p.Contains(i) {
			b.Fatal()
		}
	}
}
