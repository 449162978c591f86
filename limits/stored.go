// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"database/sql/driver"

	"github.com/baiseki/baiseki/internal/strict"
)

// UnmarshalJSON sets n to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (n *Node) UnmarshalJSON(b []byte) error { return strict.Unmarshal("limits.Node", b, n) }

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the [Node], and
// what [option.Settled.MarshalJSON] says.
func (Program) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("limits.Program") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Program.MarshalJSON].
func (*Program) UnmarshalJSON([]byte) error { return strict.NoForm("limits.Program") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store Paid and
// Series.
func (*Payment) UnmarshalJSON([]byte) error { return strict.NoForm("limits.Payment") }

// Value returns the text of the value for a column, and NULL for the zero Paid.
func (p Paid) Value() (driver.Value, error) { return strict.Value(p) }

// Scan sets p to a text that [Paid.Value] returns, or NULL. It returns a [*fault.Error] for
// anything else.
func (p *Paid) Scan(src any) error { return strict.Scan("limits.Paid.Scan", src, p) }

// Value returns the text of the value for a column, and NULL for the zero Series.
func (s Series) Value() (driver.Value, error) { return strict.Value(s) }

// Scan sets s to a text that [Series.Value] returns, or NULL. It returns a [*fault.Error] for
// anything else.
func (s *Series) Scan(src any) error { return strict.Scan("limits.Series.Scan", src, s) }
