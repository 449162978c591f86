// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// TestStored stores amounts and ratios.
func TestStored(t *testing.T) {
	cases.Stored(t, yen.Amount(7), yen.Exactly(7), yen.Figure{}, yen.Percent(50))
	var a yen.Amount
	var f yen.Figure
	for _, src := range []any{int64(7), "7", []byte("7")} {
		if err := a.Scan(src); err != nil || a != 7 {
			t.Error(a, err)
		}
		if err := f.Scan(src); err != nil || f != yen.Exactly(7) {
			t.Error(f, err)
		}
	}
	if a.Scan(nil) == nil {
		t.Error("read", a)
	}
}
