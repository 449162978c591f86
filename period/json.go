// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "github.com/baiseki/baiseki/internal/strict"

// UnmarshalJSON sets c to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (c *Calendar) UnmarshalJSON(b []byte) error { return strict.Unmarshal("period.Calendar", b, c) }

// UnmarshalJSON sets m to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (m *Membership) UnmarshalJSON(b []byte) error {
	return strict.Unmarshal("period.Membership", b, m)
}

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store [Schedule.Calendar].
func (Schedule) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("period.Schedule") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Schedule.MarshalJSON].
func (*Schedule) UnmarshalJSON([]byte) error { return strict.NoForm("period.Schedule") }
