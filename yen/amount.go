// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"math/bits"
	"strconv"

	"github.com/baiseki/baiseki/fault"
)

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

// Sum returns the sum of the amounts. The order of the amounts does not matter. It
// returns a [*fault.Error] with
//   - [fault.ErrRange] if an amount is outside -[Max] to [Max],
//   - [fault.ErrOverflow] if the sum is.
func Sum(amounts ...Amount) (Amount, error) {
	var high, low uint64 // a 128-bit sum, so that no partial sum can wrap
	for i, a := range amounts {
		if !a.inRange() {
			path := "amounts[" + strconv.Itoa(i) + "]"
			return 0, &fault.Error{Op: "yen.Sum", Path: path, Input: a.String(), Want: within, Reason: fault.ErrRange}
		}
		var carry uint64
		low, carry = bits.Add64(low, uint64(a), 0)
		high += uint64(int64(a)>>63) + carry
	}
	sum := Amount(low)
	if high != uint64(int64(sum)>>63) || !sum.inRange() {
		return 0, &fault.Error{Op: "yen.Sum", Want: within, Reason: fault.ErrOverflow}
	}
	return sum, nil
}

func (a Amount) inRange() bool { return -Max <= a && a <= Max }

// magnitude returns the distance of a from zero, for every int64.
func (a Amount) magnitude() uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}
