// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// An Origin is the way in which a table gives a premium. The zero Origin
// represents no premium.
type Origin uint8

const (
	_            Origin = iota
	Published           // the sales are those of a row
	Interpolated        // the sales are between two rows, and so is the premium
	FromNextRow         // the sales are between two rows; the premium is that of the higher row
)

// String returns a stable code: published, interpolated or next-row, or "" for
// the zero Origin.
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

// Text returns the origin in the language.
func (o Origin) Text(tag language.Tag) string {
	switch o {
	case Published:
		return text.In(tag, "表の金額", "printed in the table")
	case Interpolated:
		return text.In(tag, "表の行と行の間の比例計算", "interpolated between two rows")
	case FromNextRow:
		return text.In(tag, "次の行の金額", "premium of the next row")
	}
	return o.String()
}

// MarshalText returns [Origin.String].
func (o Origin) MarshalText() ([]byte, error) { return []byte(o.String()), nil }
