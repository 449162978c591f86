// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Truth says whether a statement is true. The zero Truth is Unknown, so a
// missing answer is never read as No.
type Truth uint8

const (
	Unknown Truth = iota // it is not established
	No                   // the statement is false
	Yes                  // the statement is true
)

// Not returns Yes for No, No for Yes and Unknown for Unknown.
func (t Truth) Not() Truth {
	switch t {
	case No:
		return Yes
	case Yes:
		return No
	}
	return Unknown
}

// String returns unknown, no or yes.
func (t Truth) String() string {
	switch t {
	case Unknown:
		return "unknown"
	case No:
		return "no"
	case Yes:
		return "yes"
	}
	return "%!Truth(" + strconv.Itoa(int(t)) + ")"
}

// Text returns the truth in the language. [ParseTruth] reads it.
func (t Truth) Text(tag language.Tag) string {
	switch t {
	case Unknown:
		return text.In(tag, "不明", "unknown")
	case No:
		return text.In(tag, "いいえ", "no")
	case Yes:
		return text.In(tag, "はい", "yes")
	}
	return t.String()
}

// ParseTruth parses a text that [Truth.String] or [Truth.Text] returns: yes, no,
// unknown, はい, いいえ or 不明. It returns a [*fault.Error] with [fault.ErrSyntax] if s
// is any other text.
func ParseTruth(s string) (Truth, error) {
	for t := Unknown; t <= Yes; t++ {
		if s == t.String() || s == t.Text(language.Japanese) {
			return t, nil
		}
	}
	return Unknown, unread("fact.ParseTruth", s)
}

const words = "yes, no, unknown"

// MarshalText returns [Truth.String]. It returns a [*fault.Error] with
// [fault.ErrRange] if t is not Unknown, No or Yes.
func (t Truth) MarshalText() ([]byte, error) {
	if t > Yes {
		return nil, &fault.Error{Op: "fact.Truth.MarshalText", Input: t.String(), Want: words, Reason: fault.ErrRange}
	}
	return []byte(t.String()), nil
}

// UnmarshalText parses a text of [Truth.String], and no other form. On error, which is
// that of [ParseTruth], it leaves t unchanged.
func (t *Truth) UnmarshalText(b []byte) error {
	for is := Unknown; is <= Yes; is++ {
		if string(b) == is.String() {
			*t = is
			return nil
		}
	}
	return unread("fact.Truth.UnmarshalText", text.Cut(b))
}
