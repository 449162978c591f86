// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fault_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
)

// check stands for any function of this module that refuses an input.
func check() error {
	return &fault.Error{Op: "coverage.Record", Path: "options.deductible", Input: "150万円", Want: "0円 - 100万円", Reason: fault.ErrRange}
}

// A form shows the sentence beside the field.
func ExampleError() {
	err := check()
	fmt.Println(err)
	var f *fault.Error
	if errors.As(err, &f) {
		fmt.Println(f.Path)
		fmt.Println(f.Text(language.Japanese))
		fmt.Println(f.Text(language.English))
	}
	fmt.Println(errors.Is(err, fault.ErrRange))
	// Output:
	// coverage.Record: options.deductible: "150万円": out of range (0円 - 100万円)
	// options.deductible
	// 範囲外の値です（0円 - 100万円）。
	// Out of range (0円 - 100万円).
	// true
}

// A program counts or groups refusals by their codes.
func ExampleReason() {
	err := check()
	var why *fault.Reason
	if errors.As(err, &why) {
		fmt.Println(why.Code())
	}
	// Output:
	// range
}

// A function that checks a part of its input returns the fault with the path of
// that part.
func ExampleIn() {
	fmt.Println(fault.In("agency.Read", "members[3]", check()))
	// Output:
	// agency.Read: members[3].options.deductible: "150万円": out of range (0円 - 100万円)
}

// A file with several faults is refused with all of them.
func ExampleAll() {
	err := errors.Join(check(), &fault.Error{Op: "coverage.Record", Path: "sales", Reason: fault.ErrMissing})
	for _, f := range fault.All(err) {
		fmt.Println(f.Path, f.Reason.Code())
	}
	// Output:
	// options.deductible range
	// sales missing
}
