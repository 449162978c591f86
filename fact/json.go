// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact

import "github.com/baiseki/baiseki/internal/strict"

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store [Vocabulary.Names].
func (Vocabulary) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("fact.Vocabulary") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Vocabulary.MarshalJSON].
func (*Vocabulary) UnmarshalJSON([]byte) error { return strict.NoForm("fact.Vocabulary") }

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the names.
func (Form) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("fact.Form") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Form.MarshalJSON].
func (*Form) UnmarshalJSON([]byte) error { return strict.NoForm("fact.Form") }
