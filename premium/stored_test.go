// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestStored stores what is data, and refuses what has no form.
func TestStored(t *testing.T) {
	cases.Stored(t, premium.Rules{Basis: "sales"}, premium.Risk{Sales: premium.Sales{Amount: yen.Oku}}, premium.Quote{Total: 1},
		premium.Reduction{Ratio: yen.Percent(50)}, premium.Tariff{})
	var tariff premium.Tariff
	if tariff.UnmarshalJSON(nil) == nil {
		t.Error("read what has no form")
	}
}
