// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// The reasons for which an input is refused, to be tested with [errors.Is].
var (
	ErrSyntax      = errors.New("invalid syntax")
	ErrFact        = errors.New("not a fact of the vocabulary")
	ErrQuestion    = errors.New("no question in both languages")
	ErrJudged      = errors.New("a fact that a person must judge has no usual answer")
	ErrClause      = errors.New("no clause id")
	ErrDuplicate   = errors.New("stands twice")
	ErrTarget      = errors.New("no such clause")
	ErrLevel       = errors.New("target on the wrong level")
	ErrScope       = errors.New("an exception has the scope and the extent of its rule")
	ErrMove        = errors.New("no such move")
	ErrEndorsement = errors.New("no such endorsement on offer")
	ErrReading     = errors.New("no such reading")
	ErrDepth       = errors.New("nested too deeply")
	ErrSize        = errors.New("too large")
)

// An Error says which function refused which input, and why. Error quotes at
// most the first 64 bytes of each text. The zero Error has no reason,
// and no function returns it.
type Error struct {
	Func   string    // the function or method: "ParseFacts", "Wording.Schedule", ...
	Clause clause.ID // the rule or endorsement that is refused, if it is one
	Target clause.ID // the clause at which an endorsement aims, or which it brings
	Input  string    // the text or fact that is refused, if it is one
	Err    error     // one of the Err variables of this package
}

// Error returns a text such as:
// exclusions.Wording.Schedule: "END-02": target "EXC-99": no such clause.
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
