// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"

	"github.com/baiseki/baiseki/internal/text"
)

// The reasons for which an input is refused, to be tested with [errors.Is].
// Errors of the other packages of this module come through with theirs.
var (
	ErrScheme      = errors.New("no scheme, or one that is not whole")
	ErrReading     = errors.New("no such reading")
	ErrEndorsement = errors.New("endorsement unknown, or apart from the limit of its cover")
	ErrTerms       = errors.New("not the terms of a policy of this scheme")
	ErrPolicy      = errors.New("of another policy")
	ErrHistory     = errors.New("not a history of this policy")
	ErrItems       = errors.New("no items, or too many")
	ErrHead        = errors.New("no such head of loss")
	ErrAmount      = errors.New("amount missing or out of range")
	ErrDate        = errors.New("impossible date")
	ErrFact        = errors.New("contradicts the dates or amounts given")
	ErrSyntax      = errors.New("invalid syntax")
)

// An Error says which function refused which part of its input, and why. Path
// leads to the part, such as items[2].claimed, and is "" for the whole.
type Error struct {
	Func  string // the function or method: "New", "Assess", ...
	Path  string
	Input string // what was refused; Error quotes at most its first 64 bytes
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

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
