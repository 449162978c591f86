// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/internal/text"
)

// The reasons for which a date, an instant, a period or a year is refused, to
// be tested with [errors.Is].
var (
	ErrSyntax = errors.New("invalid syntax")
	ErrRange  = errors.New("no such date or time")
	ErrOrder  = errors.New("end is not after start")
	ErrYear   = errors.New("incomplete or contradictory year")
)

// An Error says which function refused which input, and why.
type Error struct {
	Func  string // the function or method: "ParseDate", "Join", ...
	Input string // the input; Error quotes at most its first 64 bytes
	Err   error  // one of the Err variables of this package
}

// Error returns a text such as: period.ParseDate: "2024-02-30": no such date
// or time.
func (e *Error) Error() string {
	return "period." + e.Func + ": " + text.Quote(e.Input) + ": " + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
