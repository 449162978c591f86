// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

// An Amount is a whole number of yen (円). The zero Amount is 0円.
//
// The JSON form of an Amount is the plain number and its database form is an
// integer, so no consumer has to parse a text. In JSON the number may also be in
// quotes, as programs with decimals write it; see [Amount.UnmarshalJSON].
type Amount int64

// The units of amounts. A table in code can use them as a printed table does:
// 109 * yen.Man is 109万円, 5 * yen.Oku is 5億円.
const (
	Yen Amount = 1            // 円
	Man        = 10_000 * Yen // 万
	Oku        = 10_000 * Man // 億
	Cho        = 10_000 * Oku // 兆

	// Max is the largest amount, 1,000兆円; the smallest is -Max. Up to 9,000
	// amounts between the two can be added with + without an overflow.
	Max = 1_000 * Cho
)

// within is the bound of amounts in an error, in both languages.
const within = "±1,000兆円"

func (a Amount) inRange() bool { return -Max <= a && a <= Max }

// magnitude returns the distance of a from zero, for every int64.
func (a Amount) magnitude() uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}
