// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"math/bits"
	"strconv"
)

// An Amount is a whole number of yen (円). The zero Amount is 0円.
//
// The JSON form of an Amount is the plain number and its database form is an
// integer, so no consumer has to parse a text.
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

// Sum returns the sum of the amounts. The order of the amounts does not matter. It
// returns an [*Error] with [ErrRange] if an amount or the sum is outside -[Max] to
// [Max].
func Sum(amounts ...Amount) (Amount, error) {
	var high, low uint64 // a 128-bit sum, so that no partial sum can wrap
	for _, a := range amounts {
		if !a.inRange() {
			return 0, &Error{"Sum", a.String(), ErrRange}
		}
		var carry uint64
		low, carry = bits.Add64(low, uint64(a), 0)
		high += uint64(int64(a)>>63) + carry
	}
	sum := Amount(low)
	if high != uint64(int64(sum)>>63) || !sum.inRange() {
		return 0, &Error{"Sum", strconv.Itoa(len(amounts)) + " amounts", ErrRange}
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
