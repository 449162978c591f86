// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
)

// An Error is a fault in one line of a file, or in all of it. The zero Error has no
// sentence.
type Error struct {
	Line   int    // the line in the file, of which the header is 1; 0 if it is about all of it
	Column string // the header of the column as the file has it; "" for the row
	JA, EN string // why, as a sentence

	Ends bool  // nothing after it can be read
	Err  error // the error of the field, or nil
}

// Text returns the line, the column and the reason, in the language.
func (e *Error) Text(tag language.Tag) string {
	if tag == language.Japanese {
		return e.where("%d行目", "「%s」", "：") + e.JA
	}
	return e.where("line %d", " %q", ": ") + e.EN
}

func (e *Error) where(line, column, end string) (s string) {
	if e.Line > 0 {
		s = fmt.Sprintf(line, e.Line)
	}
	if e.Column != "" {
		s += fmt.Sprintf(column, e.Column)
	}
	if s == "" {
		return ""
	}
	return s + end
}

// Reason returns why, without the line and the column, in the language.
func (e *Error) Reason(tag language.Tag) string {
	if tag == language.Japanese {
		return e.JA
	}
	return e.EN
}

// Error returns the text in English.
func (e *Error) Error() string { return e.Text(language.English) }

// Unwrap returns the error of the field, or nil.
func (e *Error) Unwrap() error { return e.Err }

// because returns why a value was refused, in both languages.
func because(err error) (ja, en string) {
	if f, ok := errors.AsType[*fault.Error](err); ok {
		return f.Text(language.Japanese), f.Text(language.English)
	}
	return "読み取れません。", "It cannot be read."
}
