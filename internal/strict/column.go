// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package strict

import (
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"fmt"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// Value returns v as the text in a column, and NULL if the text is empty.
func Value(v encoding.TextMarshaler) (driver.Value, error) {
	b, err := v.MarshalText()
	if len(b) == 0 {
		return nil, err
	}
	return string(b), err
}

// longestText is more bytes than the text of a v of [Scan] has.
const longestText = 1 << 16

// Scan sets v, which refuses a longer text, to the text in a column; NULL is an empty text. It returns a
// [*fault.Error] with [fault.ErrSyntax] for what is no text, or the error of v.
func Scan(op string, src any, v encoding.TextUnmarshaler) error {
	switch s := src.(type) {
	case string:
		return fault.In(op, "", v.UnmarshalText([]byte(s[:min(len(s), longestText+1)])))
	case []byte:
		return fault.In(op, "", v.UnmarshalText(s))
	case nil:
		return fault.In(op, "", v.UnmarshalText(nil))
	}
	return Unfit(op, src, "a text")
}

// FormValue returns v in JSON as the text in a column.
func FormValue(v any) (driver.Value, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return string(b), nil
}

// ScanForm sets v to the JSON in a column. It returns a [*fault.Error] with
// [fault.ErrSyntax] for what is no text, also NULL, [fault.ErrSize] for one of more than 8
// MiB, or the error of v.
func ScanForm(op string, src any, v json.Unmarshaler) error {
	switch s := src.(type) {
	case string:
		if len(s) > longest {
			return &fault.Error{Op: op, Input: text.Cut(s), Reason: fault.ErrSize}
		}
		return v.UnmarshalJSON([]byte(s))
	case []byte:
		return v.UnmarshalJSON(s)
	}
	return Unfit(op, src, "a form in JSON")
}

// Unfit returns the error of a column that does not have what is wanted.
func Unfit(op string, src any, want string) error {
	return &fault.Error{Op: op, Input: fmt.Sprintf("%T", src), Want: want, Reason: fault.ErrSyntax}
}
