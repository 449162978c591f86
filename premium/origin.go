// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// An Origin says where in a table a price comes from. The zero Origin is none.
type Origin uint8

const (
	_            Origin = iota
	Published           // a printed row
	Interpolated        // the line between two rows
	FromNextRow         // the row with the next higher sales
)

// String returns a stable code: published, interpolated or next-row, and ""
// for none.
func (o Origin) String() string {
	switch o {
	case 0:
		return ""
	case Published:
		return "published"
	case Interpolated:
		return "interpolated"
	case FromNextRow:
		return "next-row"
	}
	return "%!Origin(" + strconv.Itoa(int(o)) + ")"
}

// Text returns the origin for people who read the language.
func (o Origin) Text(tag language.Tag) string {
	switch o {
	case Published:
		return text.In(tag, "表の金額", "printed in the table")
	case Interpolated:
		return text.In(tag, "表の2行の間を補間した金額", "interpolated between two rows")
	case FromNextRow:
		return text.In(tag, "次の行の金額", "taken from the next row")
	}
	return o.String()
}

// MarshalText returns [Origin.String].
func (o Origin) MarshalText() ([]byte, error) { return []byte(o.String()), nil }
