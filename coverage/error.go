// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strconv"

	"github.com/baiseki/baiseki/fault"
)

// refuse returns the fault of a part of the claim that Assess is given, and within that
// of a part that another package found.
func refuse(path, input string, why *fault.Reason) error {
	return &fault.Error{Op: assessing, Path: path, Input: input, Reason: why}
}

func within(path string, err error) error { return fault.In(assessing, path, err) }

const assessing = "coverage.Assess"

// index returns the path of an element of a field, and path that of a field of an item.
func index(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

func path(i int, field string) string { return index("items", i) + "." + field }
