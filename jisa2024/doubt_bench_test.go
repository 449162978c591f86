// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// BenchmarkQuestions assesses five items of which something is unknown, and returns the
// bounds and the questions in order with what each answer would leave.
func BenchmarkQuestions(b *testing.B) {
	p, c := fiveItems(b)
	twelve := c
	twelve.Facts = c.Facts.With(fact.NotKnown, "unforeseen-accident", "cyber-attack", "leak", "suspected-leak", "directly-necessary",
		"shutdown-outsourced", "wilful-act", "late-completion", "bodily-injury", "crime", "recall-cost", "re-performance-cost")
	twelve.Facts = twelve.Facts.No("suspected-attack", "business-interference", "data-loss", "unforeseen-loss", "copyright", "personality-right",
		"fire", "sudden-accident", "crime-of-negligence", "attack-verification", "external-report")
	dates := twelve
	dates.Facts = dates.Facts.No("recall-cost", "re-performance-cost").Yes("software-development", "in-japan")
	dates.Dates.Delivered, dates.Dates.Cause = period.Moment{}, period.Moment{}
	dates.Facts = dates.Facts.Yes("known-at-start")
	nothing := c
	nothing.Facts = p.Scheme().Facts()
	neither := nothing
	neither.Dates = coverage.Dates{}
	for _, x := range []struct {
		name  string
		claim coverage.Claim
	}{{"12-facts", twelve}, {"two-are-dates", dates}, {"nothing-known", nothing}, {"no-dates-neither", neither}} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			var a coverage.Assessment
			var needs []coverage.Need
			for b.Loop() {
				var err error
				if a, err = p.Assess(x.claim, coverage.History{}); err != nil {
					b.Fatal(err)
				}
				needs = a.Questions()
			}
			if a.Least == a.Most || !a.Exact {
				b.Errorf("%v - %v, exact %v", a.Least, a.Most, a.Exact)
			}
			b.ReportMetric(float64(len(needs)), "questions")
		})
		b.Run("bounds-"+x.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := p.Assess(x.claim, coverage.History{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkQuestionsByHand finds the same bounds of five amounts, and those of each answer to
// twelve plain booleans, by paying for all their 4,096 combinations in whole numbers.
func BenchmarkQuestionsByHand(b *testing.B) {
	const (
		unforeseen = iota
		attack
		leak
		suspected
		necessary
		shutdown
		wilful
		late
		bodily
		crime
		recall
		redone
		facts
	)
	pays := func(so int) int64 {
		is := func(f int) bool { return so>>f&1 == 1 }
		if is(wilful) || is(crime) || is(late) || is(bodily) {
			return 0
		}
		sum := int64(0)
		if is(unforeseen) && !is(recall) && !is(redone) {
			sum = min(20_000_000-1_000_000+3_000_000, 100_000_000)
		}
		if is(leak) || is(suspected) || is(attack) {
			if is(attack) && is(shutdown) {
				sum += 2_000_000
			}
			if sum += 1_000_000; is(necessary) {
				sum += 500_000
			}
		}
		return sum
	}
	b.ReportAllocs()
	for b.Loop() {
		var least, most [2 * facts]int64
		for q := range least {
			least[q] = 1 << 62
		}
		for so := range 1 << facts {
			now := pays(so)
			for f := range facts {
				q := 2*f + so>>f&1
				least[q], most[q] = min(least[q], now), max(most[q], now)
			}
		}
		if most[2*wilful+1] != 0 || most[2*wilful] != 25_500_000 || least[2*wilful] != 0 {
			b.Fatal(least, most)
		}
	}
}
