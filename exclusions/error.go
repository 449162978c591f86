// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// The reasons of an [Error]. Use [errors.Is] to test for them.
var (
	ErrSyntax      = errors.New("invalid syntax")
	ErrFact        = errors.New("unknown fact")
	ErrQuestion    = errors.New("invalid or misplaced question")
	ErrJudged      = errors.New("default answer given for a judged fact")
	ErrClause      = errors.New("missing clause ID")
	ErrDuplicate   = errors.New("duplicate")
	ErrTarget      = errors.New("unknown clause")
	ErrLevel       = errors.New("target does not fit the kind of move")
	ErrScope       = errors.New("scope or extent not allowed here")
	ErrMove        = errors.New("unknown move")
	ErrEndorsement = errors.New("unknown endorsement")
	ErrReading     = errors.New("unknown reading")
	ErrDepth       = errors.New("nested too deeply")
	ErrSize        = errors.New("too large")
)

// An Error records the function that failed, its input and the reason. The zero
// Error has no reason; no function returns it.
type Error struct {
	Func   string    // the function or method, such as "ParseFacts" or "Wording.Schedule"
	Clause clause.ID // the rule or endorsement, if the error concerns one
	Target clause.ID // the clause that a move of the endorsement names or adds, if the error concerns one
	Input  string    // the text or fact, if the error concerns one
	Err    error     // one of the Err variables of this package
}

// Error returns a text such as:
// exclusions.Wording.Schedule: "END-02": target "EXC-99": unknown clause.
// It quotes at most the first 64 bytes of each input.
func (e *Error) Error() string {
	s := "exclusions." + e.Func
	if e.Clause != "" {
		s += ": " + text.Quote(string(e.Clause))
	}
	if e.Target != "" {
		s += ": target " + text.Quote(string(e.Target))
	}
	if e.Input != "" || e.Clause == "" && e.Target == "" {
		s += ": " + text.Quote(e.Input)
	}
	return s + ": " + fmt.Sprint(e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }
