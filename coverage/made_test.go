// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"testing"

	"github.com/baiseki/baiseki/coverage"
)

// TestMadeScheme checks the made-up scheme under each reading.
func TestMadeScheme(t *testing.T) {
	for _, p := range append(madePoints(), coverage.OpenPoint{}) {
		for _, c := range append(p.Choices, coverage.Choice{}) {
			var readings []coverage.Reading
			if c != (coverage.Choice{}) {
				readings = []coverage.Reading{coverage.Reading(p.ID + "=" + c.Code)}
			}
			made(t, readings...)
		}
	}
}
