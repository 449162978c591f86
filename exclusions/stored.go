// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "github.com/baiseki/baiseki/internal/strict"

// UnmarshalJSON sets w to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (w *Wording) UnmarshalJSON(b []byte) error { return strict.Unmarshal("exclusions.Wording", b, w) }

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store [Schedule.Wording]
// and [Schedule.Attached].
func (Schedule) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("exclusions.Schedule") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Schedule.MarshalJSON].
func (*Schedule) UnmarshalJSON([]byte) error { return strict.NoForm("exclusions.Schedule") }

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the facts, and what
// [Schedule.MarshalJSON] says.
func (Bound) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("exclusions.Bound") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Bound.MarshalJSON].
func (*Bound) UnmarshalJSON([]byte) error { return strict.NoForm("exclusions.Bound") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Bind the facts again.
func (*Finding) UnmarshalJSON([]byte) error { return strict.NoForm("exclusions.Finding") }
