// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/internal/text"
)

// The reasons of an [Error]. Test for them with [errors.Is].
var (
	ErrAmount  = errors.New("amount out of range")
	ErrRatio   = errors.New("ratio outside 0 to 1")
	ErrClause  = errors.New("missing or repeated clause ID")
	ErrHead    = errors.New("unknown, invalid or repeated head of loss")
	ErrTerm    = errors.New("invalid or misplaced term")
	ErrProgram = errors.New("program empty or too large")
	ErrReading = errors.New("unknown reading")
	ErrHistory = errors.New("history does not match the program or the claim")
	ErrOpen    = errors.New("total depends on an unstated limit")
	ErrRange   = errors.New("sum or fraction too large")
	ErrSyntax  = errors.New("invalid syntax")
)

// An Error records a failed function call. The zero Error has no function and no
// reason.
type Error struct {
	Func  string // the function or method: "New", "Pay", ...
	Input string // the head, clause ID, amount or text with the error, "" if there is no single one
	Err   error  // one of the Err variables of this package
}

// Error returns a text such as: limits.Pay: "damages": amount out of range. It
// quotes at most the first 64 bytes of the input.
func (e *Error) Error() string {
	s := "limits." + e.Func + ": "
	if e.Input != "" {
		s += text.Quote(e.Input) + ": "
	}
	return s + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
