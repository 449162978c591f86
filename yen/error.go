// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/internal/text"
)

// The reasons of an [Error]. Test for them with [errors.Is].
var (
	ErrSyntax   = errors.New("invalid syntax")
	ErrRange    = errors.New("value out of range")
	ErrFraction = errors.New("not a whole number of yen")
	ErrRounding = errors.New("invalid rounding")
)

// An Error records a failed function call. The zero Error has no function and no
// reason.
type Error struct {
	Func  string // the function or method: "Parse", "Sum", ...
	Input string // the text that was given, in full, or a description of other input
	Err   error  // one of the Err variables of this package
}

// Error returns a text such as: yen.Parse: "1.5億": invalid syntax. It quotes
// at most the first 64 bytes of the input.
func (e *Error) Error() string {
	return "yen." + e.Func + ": " + text.Quote(e.Input) + ": " + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
