// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import (
	"database/sql/driver"

	"github.com/baiseki/baiseki/internal/strict"
)

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store [Vocabulary.Names].
func (Vocabulary) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("fact.Vocabulary") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Vocabulary.MarshalJSON].
func (*Vocabulary) UnmarshalJSON([]byte) error { return strict.NoForm("fact.Vocabulary") }

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the names.
func (Form) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("fact.Form") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Form.MarshalJSON].
func (*Form) UnmarshalJSON([]byte) error { return strict.NoForm("fact.Form") }

// Value returns the text of the value for a column, and NULL for the zero Set.
func (s Set) Value() (driver.Value, error) { return strict.Value(s) }

// Scan sets s to a text that [Set.Value] returns, or NULL. It returns a [*fault.Error] for
// anything else.
func (s *Set) Scan(src any) error { return strict.Scan("fact.Set.Scan", src, s) }

// Value returns the text of the value for a column.
func (a Answer) Value() (driver.Value, error) { return strict.Value(a) }

// Scan sets a to a text that [Answer.Value] returns. It returns a [*fault.Error] for
// anything else.
func (a *Answer) Scan(src any) error { return strict.Scan("fact.Answer.Scan", src, a) }

// Value returns the text of the value for a column.
func (t Truth) Value() (driver.Value, error) { return strict.Value(t) }

// Scan sets t to a text that [Truth.Value] returns. It returns a [*fault.Error] for
// anything else.
func (t *Truth) Scan(src any) error { return strict.Scan("fact.Truth.Scan", src, t) }
