// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"database/sql/driver"
	"strconv"

	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/internal/text"
)

// Value returns the number of yen for a column.
func (a Amount) Value() (driver.Value, error) { return int64(a), nil }

// Scan sets a to a whole number, or a text of plain digits. It returns a
// [*fault.Error] for anything else, such as NULL or a floating-point number.
func (a *Amount) Scan(src any) error {
	var s string
	switch n := src.(type) {
	case int64:
		s = strconv.FormatInt(n, 10)
	case string:
		s = n[:min(len(n), longest+1)]
	case []byte:
		s = text.Head(n, longest)
	}
	if !isPlain(s) {
		return strict.Unfit("yen.Amount.Scan", src, "a whole number")
	}
	return a.UnmarshalJSON([]byte(s))
}

// Value returns the number of yen for a column, and NULL if it is unknown.
func (f Figure) Value() (driver.Value, error) {
	if !f.known {
		return nil, nil
	}
	return int64(f.amount), nil
}

// Scan sets f to what [Amount.Scan] reads, and for NULL to the unknown figure.
func (f *Figure) Scan(src any) error {
	read := Figure{known: src != nil}
	if read.known {
		if err := read.amount.Scan(src); err != nil {
			return err
		}
	}
	*f = read
	return nil
}

// Value returns the text of the value for a column.
func (r Ratio) Value() (driver.Value, error) { return strict.Value(r) }

// Scan sets r to a text that [Ratio.Value] returns. It returns a [*fault.Error] for
// anything else.
func (r *Ratio) Scan(src any) error { return strict.Scan("yen.Ratio.Scan", src, r) }
