// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package cases

import (
	"os"
	"strconv"
	"testing"
)

// Rounds returns how many random rounds a property is tried with: 4,000, with
// -short 1,000, and whatever the variable BAISEKI_ROUNDS of the environment
// says.
func Rounds(t testing.TB) int {
	t.Helper()
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
	return 4_000
}
