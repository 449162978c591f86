// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// BenchmarkQuote quotes a mid-term joiner with sales between two rows, from the
// application to the premium.
func BenchmarkQuote(b *testing.B) {
	scheme, err := jisa2024.New()
	if err != nil {
		b.Fatal(err)
	}
	a := coverage.Application{
		Company: "例示システム", Applied: period.MustParseDate("2024-09-10"),
		Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024},
	}
	b.ReportAllocs()
	for b.Loop() {
		q, err := scheme.Quote(a)
		if err != nil || q.Premium.Total != 946_500 {
			b.Fatal(q.Premium.Total, err)
		}
	}
}

// BenchmarkQuoteStated quotes the same member with the standard options stated.
func BenchmarkQuoteStated(b *testing.B) {
	scheme, err := jisa2024.New()
	if err != nil {
		b.Fatal(err)
	}
	a := coverage.Application{
		Company: "例示システム", Applied: period.MustParseDate("2024-09-10"),
		Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024}, Options: scheme.Standard(),
	}
	b.ReportAllocs()
	for b.Loop() {
		q, err := scheme.Quote(a)
		if err != nil || q.Premium.Total != 946_500 {
			b.Fatal(q.Premium.Total, err)
		}
	}
}

// BenchmarkQuoteByHand computes the same premium in whole numbers: the months from
// the first of the next month, the premium between two rows to 10 yen, and
// nine twelfths of it to 10 yen.
func BenchmarkQuoteByHand(b *testing.B) {
	rows := [...][2]int64{
		{5, 109}, {10, 152}, {20, 223}, {30, 294}, {40, 332}, {50, 370}, {60, 409}, {70, 447}, {80, 486}, {90, 513}, {100, 540},
	}
	sales, month := int64(700_000_000), 9
	b.ReportAllocs()
	for b.Loop() {
		months := int64(7 - (month + 1) + 12)
		total := int64(0)
		for i := 1; i < len(rows); i++ {
			low, high := rows[i-1], rows[i]
			if sales <= high[0]*100_000_000 {
				run, rise := (high[0]-low[0])*100_000_000, (high[1]-low[1])*10_000
				annual := (low[1]*10_000*run + (sales-low[0]*100_000_000)*rise + 5*run) / (10 * run) * 10
				total = (annual*months + 60) / 120 * 10
				break
			}
		}
		if total != 946_500 {
			b.Fatal(total)
		}
	}
}
