// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Truth is what is known of a statement. The zero Truth is Unknown, so
// silence is never read as No.
type Truth uint8

const (
	Unknown Truth = iota // neither is established
	No                   // it is not so
	Yes                  // it is so
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

// Text returns the truth for people who read the language.
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

// ParseTruth reads what [Truth.String] writes. It returns an [*Error] with
// [ErrSyntax] for anything else.
func ParseTruth(s string) (Truth, error) {
	for t := Unknown; t <= Yes; t++ {
		if s == t.String() {
			return t, nil
		}
	}
	return Unknown, &Error{Func: "ParseTruth", Input: s, Err: ErrSyntax}
}

// MarshalText returns what String returns, and an [*Error] with [ErrSyntax]
// for a value that is none of the three.
func (t Truth) MarshalText() ([]byte, error) {
	if t > Yes {
		return nil, &Error{Func: "Truth.MarshalText", Input: t.String(), Err: ErrSyntax}
	}
	return []byte(t.String()), nil
}

// UnmarshalText reads a truth as [ParseTruth] does.
func (t *Truth) UnmarshalText(b []byte) (err error) {
	*t, err = ParseTruth(string(b))
	return err
}
