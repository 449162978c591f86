// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/internal/text"
)

// The reasons of an [Error], to be tested with [errors.Is].
var (
	ErrSyntax = errors.New("invalid syntax")
	ErrRange  = errors.New("no such date or time")
	ErrOrder  = errors.New("end is not after start")
	ErrYear   = errors.New("invalid or incomplete year")
)

// An Error records a failed call: the function, its input and the reason.
type Error struct {
	Func  string // the function or method, such as "ParseDate" or "Join"
	Input string // the input, of which Error quotes at most 64 bytes
	Err   error  // one of the Err variables of this package
}

// Error returns the error as a text, such as
//
//	period.ParseDate: "2024-02-30": no such date or time
func (e *Error) Error() string {
	return "period." + e.Func + ": " + text.Quote(e.Input) + ": " + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
