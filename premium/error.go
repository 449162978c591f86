// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/internal/text"
)

// The reasons of an [Error], to be tested with [errors.Is].
var (
	ErrTable      = errors.New("invalid table")
	ErrTariff     = errors.New("invalid tariff")
	ErrSales      = errors.New("sales out of range")
	ErrTerm       = errors.New("invalid term")
	ErrAdjustment = errors.New("unknown or repeated adjustment")
	ErrRate       = errors.New("rate out of bounds")
	ErrPremium    = errors.New("premium out of range")
	ErrBasis      = errors.New("sales of different bases or fiscal years")
)

// An Error records a failed call: the function, its input and the reason.
type Error struct {
	Func  string // the function or method, such as "NewTable" or "Quote"
	Input string // the input, of which Error quotes at most 64 bytes
	Err   error  // one of the Err variables of this package
}

// Error returns the error as a text, such as
//
//	premium.Annual: "-1円": sales out of range
func (e *Error) Error() string {
	return "premium." + e.Func + ": " + text.Quote(e.Input) + ": " + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
