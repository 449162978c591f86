// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestJudge holds the oracle to figures that were worked out by hand: what one
// claim after the other of damages, defence and cooperation is paid.
func TestJudge(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		read   string
		by     [2]int64
		losses [][3]int64
		want   string
	}{
		{"", [2]int64{}, [][3]int64{{150_000_000, 20_000_000, 0}}, "damages=100000000"},
		{"A4=classical", [2]int64{}, [][3]int64{{150_000_000, 20_000_000, 0}}, "damages=100000000 defence=13333333"},
		{"A4=classical", [2]int64{109, 152}, [][3]int64{{150_000_000, 20_000_000, 500_000}}, "cooperation=358553 damages=71710526 defence=9561403"},
		{"A4=classical", [2]int64{}, [][3]int64{{101_000_000, 20_000_000, 0}}, "damages=100000000 defence=19801980"},
		{"", [2]int64{109, 152}, [][3]int64{{70_000_000, 0, 0}, {70_000_000, 0, 0}}, "damages=49480263; damages=36227969"},
		{"A4=inside", [2]int64{}, [][3]int64{{38_000_000, 2_000_000, 0}}, "damages=37000000 defence=2000000"},
		{"A28=half-up", [2]int64{1, 2}, [][3]int64{{1_000_001, 0, 0}}, "damages=1"},
	} {
		w := &world{
			read: map[string]bool{c.read: true}, held: map[string]int64{}, liability: 100_000_000, deductible: 1_000_000, overall: 100_000_000,
			declared: c.by[0], actual: c.by[1],
		}
		var claims []string
		for _, x := range c.losses {
			due, _ := w.pay(&record{}, []part{{map[string]int64{"damages": x[0], "defence": x[1], "cooperation": x[2]}, 0}}, false)
			var parts []string
			for h, n := range due {
				w.held[h] += n
				if n > 0 {
					parts = append(parts, fmt.Sprint(h, "=", n))
				}
			}
			slices.Sort(parts)
			claims = append(claims, strings.Join(parts, " "))
		}
		if got := strings.Join(claims, "; "); got != c.want {
			t.Errorf("%s %v: %s, want %s", c.read, c.losses, got, c.want)
		}
	}
	for _, c := range [][3]string{ // a time, a month from its next day, a year from it
		{"2024-08-10 10:00", "2024-09-11", "2025-08-11"},
		{"2024-01-30 00:00", "2024-03-01", "2025-01-31"},
		{"2024-01-31 09:00", "2024-03-01", "2025-02-01"},
		{"2024-02-28 00:00", "2024-03-29", "2025-03-01"},
		{"2024-02-29 23:59", "2024-04-01", "2025-03-01"},
		{"2023-02-28 12:00", "2023-04-01", "2024-03-01"},
		{"2025-06-30 16:00", "2025-08-01", "2026-07-01"},
	} {
		at, err := time.Parse("2006-01-02 15:04", c[0])
		if err != nil {
			t.Fatal(err)
		}
		if month, year := monthFrom(at).Format(time.DateOnly), yearFrom(at).Format(time.DateOnly); month != c[1] || year != c[2] {
			t.Errorf("%s: a month to %s, a year to %s, want %s and %s", c[0], month, year, c[1], c[2])
		}
	}
}
