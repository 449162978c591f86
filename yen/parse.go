// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"errors"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// longest is above the length of every text of an amount or a ratio, in bytes.
const longest = 128

// Parse parses an amount as people write it:
//
//	170,000,000円   170000000   ¥170,000,000   \170,000,000   1億7,000万円   7億
//	1.5億円   500百万円   500,000千円   5千万円   3千5百万円   ▲5万円   -5万円   ¥-50,000
//
// Full-width characters count as their half-width forms, and there may be spaces
// around the amount and between its parts, but not between digits.
//   - Commas are optional; if there is one, there must be one at every third digit.
//   - The units 兆, 億 and 万 appear in this order, and 千 and 百 in this order before
//     each of them or at the end. What follows a unit is less than that unit, and
//     what follows 兆, 億 or 万 is at most 9,999 of the next.
//   - Only the last number may have a point. The amount must be whole yen.
//   - 円 at the end is optional. ¥, or the backslash as which Shift_JIS has it, goes
//     before an amount without 円.
//   - The sign of an amount below zero is one of -, −, ▲ and △, before or after ¥.
//
// Parse accepts every text that the methods of Amount return for amounts from
// -[Max] to Max. It refuses what can be read in two ways. It returns a
// [*fault.Error], which says what to write instead, with
//   - [fault.ErrRange] if the amount is outside -Max to Max,
//   - [fault.ErrFraction] if it is not whole yen, such as 10.5 or 0.00001万円,
//   - [fault.ErrSyntax] if a comma is not at every third digit (1,25), a point could
//     be a comma (1.000, 1.250億円; but 1.234億円 is read), the units are not in order
//     (2,000万1億), there are two signs, or s has any other form, such as +5, 007, 七億
//     or (5万円), or is longer than 128 bytes.
func Parse(s string) (Amount, error) {
	if a, ok := plain(s); ok {
		return a, nil
	}
	a, why := written(s)
	if why != nil {
		why.Op, why.Input = "yen.Parse", text.Cut(s)
		return 0, why
	}
	return a, nil
}

// MustParse is like [Parse] but panics on error. It is for amounts in source code.
func MustParse(s string) Amount {
	a, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return a
}

// UnmarshalJSON sets a to a whole number in plain digits, with or without quotes:
// 170000000, "170000000" or -5. It accepts every int64; [Amount.Times] refuses
// an amount outside -[Max] to Max. JSON null leaves a unchanged, as does an
// error. UnmarshalJSON returns a [*fault.Error] with
//   - [fault.ErrFraction] for a fraction of a yen, such as 10.5,
//   - [fault.ErrRange] if the number does not fit an int64,
//   - [fault.ErrSyntax] if b has another form, such as 1e6, 1000.0, "1億円", "+5"
//     or "007", or is longer than 128 bytes.
func (a *Amount) UnmarshalJSON(b []byte) error {
	s := text.Head(b, longest)
	if s == "null" {
		return nil
	}
	quoted := len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"'
	if quoted {
		s = s[1 : len(s)-1]
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err == nil && (isPlain(s) || s == "-0" && !quoted) {
		*a = Amount(n)
		return nil
	}
	reason := fault.ErrSyntax
	whole, places, point := strings.Cut(s, ".")
	switch {
	case len(b) > longest:
	case point && isDigits(strings.TrimPrefix(whole, "-")) && isDigits(places) && strings.Trim(places, "0") != "":
		reason = fault.ErrFraction
	case errors.Is(err, strconv.ErrRange) && isPlain(s):
		reason = fault.ErrRange
	}
	return &fault.Error{Op: "yen.UnmarshalJSON", Input: text.Cut(s), Reason: reason}
}

// isPlain reports whether s has digits without leading zeros, after a minus sign
// at most.
func isPlain(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return isDigits(digits) && (digits[0] != '0' || s == "0")
}
