// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"encoding/json"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Figure is an amount in yen that may not be known yet. The zero Figure is
// unknown. Figures are comparable.
type Figure struct {
	amount Amount
	known  bool
}

// Exactly returns the figure of the amount.
func Exactly(a Amount) Figure { return Figure{a, true} }

// Amount returns the amount, and false if it is unknown.
func (f Figure) Amount() (Amount, bool) { return f.amount, f.known }

// String returns the amount, and "" if it is unknown.
func (f Figure) String() string {
	if !f.known {
		return ""
	}
	return f.amount.String()
}

// MarshalJSON returns the amount as a number, and null if it is unknown.
func (f Figure) MarshalJSON() ([]byte, error) {
	if !f.known {
		return []byte("null"), nil
	}
	return json.Marshal(f.amount)
}

// UnmarshalJSON sets f to a number of whole yen, or for null to the unknown
// figure. On error, which wraps [fault.ErrSyntax], f is unchanged.
func (f *Figure) UnmarshalJSON(b []byte) error {
	var amount *Amount
	if err := json.Unmarshal(b[:min(len(b), longest+1)], &amount); err != nil || len(b) > longest {
		return &fault.Error{Op: "yen.Figure.UnmarshalJSON", Input: text.Cut(b), Reason: fault.ErrSyntax}
	}
	*f = Figure{}
	if amount != nil {
		*f = Exactly(*amount)
	}
	return nil
}
