// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fault

import (
	"encoding/json"
	"errors"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// An Error is a fault in the input of one operation, or the refusal of an
// application that is in order. The zero Error has no operation and no reason.
type Error struct {
	Op     string  `json:"op,omitzero"`     // the function or method, such as period.ParseDate
	Path   string  `json:"path,omitzero"`   // the part of the input, such as items[2].claimed; "" for all of it
	Input  string  `json:"input,omitzero"`  // what was given there; "" if nothing was
	Want   string  `json:"want,omitzero"`   // the bound or the words that are accepted; "" if the reason says it
	Reason *Reason `json:"reason,omitzero"` // one of the Err variables of this package

	// Clause is the ID of the clause by which an application is refused or referred,
	// and "" for a fault. JA and EN say so, or what to write instead of a text that
	// cannot be read. If they are "", the reason has the sentence.
	Clause string `json:"clause,omitzero"`
	JA     string `json:"ja,omitzero"`
	EN     string `json:"en,omitzero"`
}

// MarshalJSON returns the fields of the error, with the code of the reason and with
// the sentences of [Error.Text] as ja and en.
func (e *Error) MarshalJSON() ([]byte, error) {
	type fields Error
	with := fields(*e)
	with.JA, with.EN = e.Text(language.Japanese), e.Text(language.English)
	return json.Marshal(with)
}

// UnmarshalJSON returns an [*Error] with [ErrMisplaced]: an error is written for a
// form or a log, and is not read back.
func (*Error) UnmarshalJSON([]byte) error { return unread("fault.Error") }

// Error returns the error in English, such as
//
//	coverage.Assess: items[2].claimed: "-1円": out of range (0円 to 1兆円)
//
// It quotes at most the first 64 bytes of the input.
func (e *Error) Error() string {
	s := e.Op
	if e.Path != "" {
		s += ": " + e.Path
	}
	if e.Input != "" {
		s += ": " + text.Quote(e.Input)
	}
	s += ": " + e.Reason.Error()
	if e.Want != "" {
		s += " (" + e.Want + ")"
	}
	return text.Line(s)
}

// Unwrap returns the reason, or nil if there is none.
func (e *Error) Unwrap() error {
	if e.Reason == nil {
		return nil
	}
	return e.Reason
}

// Text returns the sentence to show beside the field that Path names.
func (e *Error) Text(tag language.Tag) string {
	if e.JA != "" {
		return text.In(tag, e.JA, e.EN)
	}
	if e.Want == "" || e.Reason == nil {
		return e.Reason.Text(tag)
	}
	return text.In(tag, e.Reason.ja+"（"+e.Want+"）。", text.Capital(e.Reason.en)+" ("+e.Want+").")
}

// In returns err as a fault of the operation op in the part path of its input:
// each [Error] in it gets op and, before its own path, the path. Other errors
// are returned as they are. In(op, path, nil) is nil.
func In(op, path string, err error) error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var all []error
		for _, one := range many.Unwrap() {
			all = append(all, In(op, path, one))
		}
		return errors.Join(all...)
	}
	e, ok := err.(*Error)
	if !ok {
		return err
	}
	in := *e
	in.Op, in.Path = op, join(path, e.Path)
	return &in
}

// join returns the path of the part inner of the part outer.
func join(outer, inner string) string {
	if outer == "" || inner == "" || inner[0] == '[' {
		return outer + inner
	}
	return outer + "." + inner
}

// All returns the faults in err, in order, such as those of a scheme with more
// than one.
func All(err error) []*Error {
	switch e := err.(type) {
	case *Error:
		return []*Error{e}
	case interface{ Unwrap() []error }:
		var all []*Error
		for _, one := range e.Unwrap() {
			all = append(all, All(one)...)
		}
		return all
	case interface{ Unwrap() error }:
		return All(e.Unwrap())
	}
	return nil
}
