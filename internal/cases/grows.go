// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package cases

import (
	"runtime"
	"testing"
)

// Linear demands that f allocates in proportion to its argument: for twice as much,
// little more than twice the bytes.
func Linear(t *testing.T, n int, f func(n int)) {
	t.Helper()
	once, twice := allocated(f, n), allocated(f, 2*n)
	if twice > 3*once+1<<16 {
		t.Errorf("%d bytes for %d, %d for %d", once, n, twice, 2*n)
	}
}

// allocated returns how many bytes f allocates.
func allocated(f func(n int), n int) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f(n)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
