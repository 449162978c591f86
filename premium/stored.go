// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import "github.com/baiseki/baiseki/internal/strict"

// UnmarshalJSON sets r to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (r *Rules) UnmarshalJSON(b []byte) error { return strict.Unmarshal("premium.Rules", b, r) }

// UnmarshalJSON sets r to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (r *Risk) UnmarshalJSON(b []byte) error { return strict.Unmarshal("premium.Risk", b, r) }

// UnmarshalJSON sets q to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (q *Quote) UnmarshalJSON(b []byte) error { return strict.Unmarshal("premium.Quote", b, q) }

// UnmarshalJSON sets r to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (r *Reduction) UnmarshalJSON(b []byte) error { return strict.Unmarshal("premium.Reduction", b, r) }

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store [Tariff.Rules].
func (Tariff) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("premium.Tariff") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Tariff.MarshalJSON].
func (*Tariff) UnmarshalJSON([]byte) error { return strict.NoForm("premium.Tariff") }
