// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option_test

import (
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// TestStored stores values, and refuses what has no form.
func TestStored(t *testing.T) {
	settled, err := (option.Table{{ID: "a", Standard: option.Yen(7)}}).Settle(nil)
	if err != nil {
		t.Fatal(err)
	}
	cases.Stored(t, option.Yen(7), option.Ratio(yen.Percent(50)), option.Of("a").Times("b"), option.Value{}, settled)
	var v option.Value
	var s option.Settled
	if v.UnmarshalText([]byte("a * ")) == nil || s.UnmarshalJSON(nil) == nil {
		t.Error("read what has no form")
	}
}
