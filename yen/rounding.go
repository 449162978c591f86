// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"cmp"
	"fmt"
	"math/bits"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Mode says which way an amount between two multiples of a unit goes.
// Modes look at the distance from zero, so -5 goes where 5 goes. The zero
// Mode is Down.
type Mode uint8

const (
	Down     Mode = iota // to the multiple nearer to zero: the fraction is cut (切捨て)
	HalfUp               // to the nearest, from the middle away from zero (四捨五入)
	HalfEven             // to the nearest, from the middle to the even multiple (偶数丸め)
	Up                   // to the multiple further from zero (切上げ)
)

// String returns the English name of the mode.
func (m Mode) String() string {
	_, en := m.names()
	return en
}

func (m Mode) names() (ja, en string) {
	switch m {
	case Down:
		return "切捨て", "down"
	case HalfUp:
		return "四捨五入", "half up"
	case HalfEven:
		return "偶数丸め", "half even"
	case Up:
		return "切上げ", "up"
	}
	bad := "%!Mode(" + strconv.Itoa(int(m)) + ")"
	return bad, bad
}

// To returns the rounding in this mode to multiples of the unit:
// yen.HalfUp.To(10) rounds to ten yen, half up. A unit below one yen or beyond
// [Max] makes a rounding that [Amount.Times] refuses.
func (m Mode) To(unit Amount) Rounding { return Rounding{mode: m, more: unit - 1} }

// A Rounding is a mode and a unit in yen. It is a comparable value; the zero
// Rounding cuts the fraction of a yen.
type Rounding struct {
	mode Mode
	more Amount // the unit less one, so that the zero value has a unit of one yen
}

// Mode returns the mode.
func (r Rounding) Mode() Mode { return r.mode }

// Unit returns the unit in yen.
func (r Rounding) Unit() Amount { return r.more + 1 }

// String returns the rounding in English, such as: half up to 10円.
func (r Rounding) String() string { return r.mode.String() + " to " + r.Unit().Grouped() }

// Text returns the rounding for people who read the language, such as
// 10円未満四捨五入 in Japanese and "rounded half up to ¥10" in English.
func (r Rounding) Text(tag language.Tag) string {
	ja, en := r.mode.names()
	unit := r.Unit().Text(tag)
	return text.In(tag, unit+"未満"+ja, "rounded "+en+" to "+unit)
}

func (r Rounding) valid() bool { return r.mode <= Up && 0 <= r.more && r.more < Max }

// Times returns a × r, computed exactly in 128 bits and rounded once. It
// returns an [*Error] with [ErrRange] if a or the result lies beyond [Max], and
// with [ErrRounding] if the rounding has no such mode or unit.
func (a Amount) Times(r Ratio, to Rounding) (Amount, error) {
	if !to.valid() {
		return 0, a.timesError(r, to, ErrRounding)
	}
	if !a.inRange() {
		return 0, a.timesError(r, to, ErrRange)
	}
	negative := (a < 0) != (r.num < 0)
	high, low := bits.Mul64(a.magnitude(), Amount(r.num).magnitude())
	n, ok := to.quotient(high, low, uint64(r.Den()))
	if !ok {
		return 0, a.timesError(r, to, ErrRange)
	}
	if negative {
		return -n, nil
	}
	return n, nil
}

func (a Amount) timesError(r Ratio, to Rounding, reason error) *Error {
	return &Error{"Times", fmt.Sprintf("%v × %v, %v", a, r, to), reason}
}

// quotient returns the 128-bit number high:low divided by den and rounded, and
// whether that lies within Max.
func (r Rounding) quotient(high, low, den uint64) (Amount, bool) {
	if high >= den {
		return 0, false // 2^64 yen or more
	}
	unit := uint64(r.Unit())
	whole, part := bits.Div64(high, low, den)
	rest := whole % unit
	whole -= rest
	if whole <= uint64(Max) && r.away(whole, rest, part, den) {
		whole += unit
	}
	return Amount(whole), whole <= uint64(Max)
}

// away reports whether whole, a multiple of the unit, and rest + part/den yen
// more, which is less than the unit, go to the next multiple.
func (r Rounding) away(whole, rest, part, den uint64) bool {
	switch r.mode {
	case Down:
		return false
	case Up:
		return rest > 0 || part > 0
	}
	unit := uint64(r.Unit())
	middle := cmp.Compare(2*rest, unit)
	switch {
	case middle == 0 && part > 0:
		middle = 1
	case 2*rest+1 == unit: // the middle of an odd unit is half a yen beyond rest
		middle = cmp.Compare(part, den-part)
	}
	return middle > 0 || middle == 0 && (r.mode == HalfUp || whole/unit%2 == 1)
}
