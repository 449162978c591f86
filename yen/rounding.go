// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
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
	switch m {
	case Down:
		return "down"
	case HalfUp:
		return "half up"
	case HalfEven:
		return "half even"
	case Up:
		return "up"
	}
	return "%!Mode(" + strconv.Itoa(int(m)) + ")"
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
	ja, en := "", "rounded "+r.mode.String()
	switch r.mode {
	case Down:
		ja = "切捨て"
	case HalfUp:
		ja = "四捨五入"
	case HalfEven:
		ja = "偶数丸め"
	case Up:
		ja = "切上げ"
	default:
		ja = r.mode.String()
	}
	return text.In(tag, r.Unit().Grouped()+"未満"+ja, en+" to "+r.Unit().Text(language.English))
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
	n, ok := quotient(high, low, uint64(r.Den()), to)
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

// quotient returns the 128-bit number high:low divided by den, rounded to a
// multiple of the unit, and whether that lies within Max.
func quotient(high, low, den uint64, to Rounding) (Amount, bool) {
	unit := uint64(to.Unit())
	if over, step := bits.Mul64(den, unit); over == 0 && high < step {
		// One division: the number of whole steps of unit × den, and what is left.
		steps, left := bits.Div64(high, low, step)
		if to.away(steps, compare(left, step-left), left > 0) {
			steps++
		}
		if steps > uint64(Max)/unit {
			return 0, false
		}
		return Amount(steps * unit), true
	}
	if high >= den {
		return 0, false
	}
	// unit × den is beyond 64 bits: divide by one, then by the other. What is
	// left of a unit is yen + part/den, and it lies above its middle when
	// twice that is above the unit.
	whole, part := bits.Div64(high, low, den)
	steps, yen := whole/unit, whole%unit
	middle := compare(2*yen, unit)
	switch {
	case middle == 0 && part > 0:
		middle = 1
	case 2*yen+1 == unit:
		middle = compare(part, den-part)
	}
	if to.away(steps, middle, yen > 0 || part > 0) {
		steps++
	}
	if steps > uint64(Max)/unit {
		return 0, false
	}
	return Amount(steps * unit), true
}

// away reports whether a number of steps and a rest goes to the next step.
// middle compares the rest with half a step.
func (r Rounding) away(steps uint64, middle int, rest bool) bool {
	switch r.mode {
	case HalfUp:
		return middle >= 0
	case HalfEven:
		return middle > 0 || middle == 0 && steps%2 == 1
	case Up:
		return rest
	}
	return false
}

func compare(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
