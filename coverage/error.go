// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"

	"github.com/baiseki/baiseki/internal/text"
)

// The errors that an [*Error] of this package wraps, for use with [errors.Is]. An
// [*Error] can also wrap an error of another package of this module.
var (
	ErrScheme      = errors.New("invalid or incomplete scheme")
	ErrReading     = errors.New("unknown reading")
	ErrEndorsement = errors.New("unknown endorsement, or endorsement and limit do not match")
	ErrTerms       = errors.New("terms do not fit this scheme")
	ErrPolicy      = errors.New("claim names a different policy")
	ErrHistory     = errors.New("history of a different policy")
	ErrItems       = errors.New("number of items out of range")
	ErrHead        = errors.New("unknown head of loss")
	ErrDemand      = errors.New("third-party claim missing or unknown")
	ErrAmount      = errors.New("amount missing or out of range")
	ErrDate        = errors.New("impossible date")
	ErrFact        = errors.New("contradicts the dates or amounts given")
	ErrSyntax      = errors.New("invalid syntax")
)

// An Error is an error of a function of this package. Path names the part of the
// input that is not valid, such as items[2].claimed. It is "" for the whole input.
type Error struct {
	Func  string // the function or method: "New", "Assess", ...
	Path  string
	Input string // the input that is not valid; Error quotes at most its first 64 bytes
	Err   error  // one of the Err variables of this package, or an error of another
}

// Error returns a text such as: coverage.Assess: items[2].claimed: "0円":
// amount missing or out of range.
func (e *Error) Error() string {
	s := "coverage." + e.Func + ": "
	if e.Path != "" {
		s += e.Path + ": "
	}
	if e.Input != "" {
		s += text.Quote(e.Input) + ": "
	}
	return s + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }
