// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/internal/text"
)

// The reasons for which an input is refused, to be tested with [errors.Is].
var (
	ErrAmount  = errors.New("amount out of range")
	ErrRatio   = errors.New("ratio outside 0 to 1")
	ErrClause  = errors.New("clause id missing or repeated")
	ErrHead    = errors.New("unknown, invalid or repeated head")
	ErrTerm    = errors.New("term out of place")
	ErrProgram = errors.New("empty or too large program")
	ErrReading = errors.New("unknown reading")
	ErrHistory = errors.New("history of another program or claim")
	ErrOpen    = errors.New("depends on a limit that the policy does not state")
	ErrRange   = errors.New("sum or exact fraction too large")
	ErrSyntax  = errors.New("invalid syntax")
)

// An Error says which function refused which input, and why. Input is the
// head, clause id, amount or text that was refused, or "" if there is no
// single one; Error quotes at most its first 64 bytes. The zero Error names no
// function and no reason.
type Error struct {
	Func  string // the function or method: "New", "Pay", ...
	Input string
	Err   error // one of the Err variables of this package
}

// Error returns a text such as: limits.Pay: "damages": amount out of range.
func (e *Error) Error() string {
	s := "limits." + e.Func + ": "
	if e.Input != "" {
		s += text.Quote(e.Input) + ": "
	}
	return s + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
