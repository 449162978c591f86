// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "github.com/baiseki/baiseki/internal/strict"

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
