// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"database/sql/driver"
	"strconv"

	"github.com/baiseki/baiseki/internal/strict"
)

// UnmarshalJSON sets t to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (t *Table) UnmarshalJSON(b []byte) error { return strict.Unmarshal("option.Table", b, t) }

// UnmarshalJSON sets v to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (v *Values) UnmarshalJSON(b []byte) error { return strict.Unmarshal("option.Values", b, v) }

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the [Table], the
// [Values] and the endorsements.
func (Settled) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("option.Settled") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Settled.MarshalJSON].
func (*Settled) UnmarshalJSON([]byte) error { return strict.NoForm("option.Settled") }

// Value returns the text of the value for a column, and NULL for the zero Value.
func (v Value) Value() (driver.Value, error) { return strict.Value(v) }

// Scan sets v to a text that [Value.Value] returns, to an amount for a whole number, or
// for NULL to the zero Value. It returns a [*fault.Error] for anything else.
func (v *Value) Scan(src any) error {
	if n, ok := src.(int64); ok {
		src = strconv.FormatInt(n, 10)
	}
	return strict.Scan("option.Value.Scan", src, v)
}
