// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strconv"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// refuse returns the fault of a part of the claim that Assess is given, and within that
// of a part that another package found.
func refuse(path, input string, why *fault.Reason) error {
	return &fault.Error{Op: assessing, Path: path, Input: input, Reason: why}
}

// outside returns the fault of an amount of an item that is not between two, or nil.
func outside(i int, field string, a, least, most yen.Amount) error {
	if least <= a && a <= most {
		return nil
	}
	return &fault.Error{Op: assessing, Path: path(i, field), Input: a.Grouped(), Reason: fault.ErrRange,
		Want: least.Grouped() + " - " + most.Grouped()}
}

func within(path string, err error) error { return fault.In(assessing, path, err) }

const assessing = "coverage.Assess"

// index returns the path of an element of a field, and path that of a field of an item.
func index(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

func path(i int, field string) string { return index("items", i) + "." + field }
