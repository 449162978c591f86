// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A Mode is the direction in which an amount between two multiples of a unit is
// rounded. Modes are symmetric around zero: -5 is rounded as 5 is. The zero Mode
// is Down.
type Mode uint8

const (
	Down     Mode = iota // to the multiple nearer to zero: the fraction is cut (切捨て)
	HalfUp               // to the nearest, from the middle away from zero (四捨五入)
	HalfEven             // to the nearest, from the middle to the even multiple (偶数丸め)
	Up                   // to the multiple further from zero (切上げ)
)

// known are the names of the modes, for an error.
const known = "down, half up, half even, up"

// String returns the English name of the mode.
func (m Mode) String() string {
	_, en := m.names()
	return en
}

func (m Mode) names() (ja, en string) {
	all := [...][2]string{
		Down: {"切捨て", "down"}, HalfUp: {"四捨五入", "half up"}, HalfEven: {"偶数丸め", "half even"}, Up: {"切上げ", "up"},
	}
	if int(m) < len(all) {
		return all[m][0], all[m][1]
	}
	bad := "%!Mode(" + strconv.Itoa(int(m)) + ")"
	return bad, bad
}

// To returns the rounding in this mode to multiples of the unit:
// yen.HalfUp.To(10) rounds half up to ten yen. [Rounding.Check] refuses a unit
// below one yen or above [Max].
func (m Mode) To(unit Amount) Rounding { return Rounding{mode: m, more: unit - 1} }

// A Rounding is a mode and a unit in yen. It is a comparable value. The zero
// Rounding rounds down to one yen: it cuts the fraction.
type Rounding struct {
	mode Mode
	more Amount // the unit less one, so that the zero value has a unit of one yen
}

// Mode returns the mode.
func (r Rounding) Mode() Mode { return r.mode }

// Unit returns the unit in yen.
func (r Rounding) Unit() Amount { return r.more + 1 }

// String returns the rounding in English, such as: half up to 10円.
// [Rounding.UnmarshalText] accepts it.
func (r Rounding) String() string { return r.mode.String() + " to " + r.Unit().Grouped() }

// Text returns the rounding in the language of the tag: "rounded half up to ¥10"
// for English, 10円未満四捨五入 for every other language. It is for worksheets:
// UnmarshalText reads [Rounding.String] and not this text.
func (r Rounding) Text(tag language.Tag) string {
	ja, en := r.mode.names()
	unit := r.Unit().Text(tag)
	return text.In(tag, unit+"未満"+ja, "rounded "+en+" to "+unit)
}

// Check returns a [*fault.Error] with
//   - [fault.ErrUnknown] if the mode is unknown,
//   - [fault.ErrRange] if the unit is below one yen or above [Max].
func (r Rounding) Check() error {
	const op = "yen.Check"
	switch {
	case r.mode > Up:
		return &fault.Error{Op: op, Path: "mode", Input: r.mode.String(), Want: known, Reason: fault.ErrUnknown}
	case !r.valid():
		unit := r.Unit().String()
		return &fault.Error{Op: op, Path: "unit", Input: unit, Want: "1円 - 1,000兆円", Reason: fault.ErrRange}
	}
	return nil
}

func (r Rounding) valid() bool { return r.mode <= Up && uint64(r.more) < uint64(Max) }

// MarshalText returns [Rounding.String], which is also the JSON form of a
// rounding. It returns the error of [Rounding.Check].
func (r Rounding) MarshalText() ([]byte, error) {
	if err := r.Check(); err != nil {
		return nil, fault.In("yen.MarshalText", "", err)
	}
	return []byte(r.String()), nil
}

// UnmarshalText sets r to a rounding in the form of [Rounding.String], whose unit
// is an amount in any form of [Parse]. On error r is unchanged. It returns a
// [*fault.Error] with
//   - [fault.ErrSyntax] if b has another form or is longer than 128 bytes,
//   - [fault.ErrUnknown] if the mode is unknown,
//   - [fault.ErrRange] if the unit is below one yen or above [Max].
func (r *Rounding) UnmarshalText(b []byte) error {
	const op = "yen.UnmarshalText"
	name, unit, ok := strings.Cut(text.Head(b, longest), " to ")
	if !ok || len(b) > longest {
		return &fault.Error{Op: op, Input: text.Cut(b), Want: "half up to 10円", Reason: fault.ErrSyntax}
	}
	mode := Down
	for mode <= Up && mode.String() != name {
		mode++
	}
	if mode > Up {
		return &fault.Error{Op: op, Path: "mode", Input: text.Cut(name), Want: known, Reason: fault.ErrUnknown}
	}
	size, err := Parse(unit)
	if err != nil {
		return fault.In(op, "unit", err)
	}
	to := mode.To(size)
	if err := to.Check(); err != nil {
		return fault.In(op, "", err)
	}
	*r = to
	return nil
}

// Times returns a × r, computed exactly in 128 bits and rounded once. It returns
// a [*fault.Error] with
//   - [fault.ErrRange] if a is outside -[Max] to [Max],
//   - [fault.ErrOverflow] if the result is,
//   - the reason of [Rounding.Check] if it refuses the rounding.
func (a Amount) Times(r Ratio, to Rounding) (Amount, error) {
	if !to.valid() || !a.inRange() {
		return 0, a.timesError(r, to)
	}
	unit, den := uint64(to.Unit()), uint64(r.Den())
	high, low := bits.Mul64(a.magnitude(), Amount(r.num).magnitude())
	stepHigh, step := bits.Mul64(den, unit)

	// A division cuts. So what a mode adds to the product first, nothing, half a
	// step or a step less one, decides where the next step of unit × den begins.
	var addHigh, add, carry uint64
	switch to.mode {
	case Down:
	case HalfUp, HalfEven:
		addHigh, add = stepHigh>>1, stepHigh<<63|step>>1
	case Up:
		add, carry = bits.Sub64(step, 1, 0)
		addHigh = stepHigh - carry
	}
	low, carry = bits.Add64(low, add, 0)
	high += addHigh + carry

	middle := to.mode == HalfEven && step%2 == 0
	if stepHigh > 0 { // divide by den first, then by the unit
		step = den
	}
	if high >= step { // 2^64 yen or more
		return 0, a.timesError(r, to)
	}
	steps, left := bits.Div64(high, low, step)
	if stepHigh > 0 {
		steps, left = steps/unit, left|steps%unit
	}
	if middle && left == 0 {
		steps &^= 1
	}
	over, sum := bits.Mul64(steps, unit)
	if over != 0 || sum > uint64(Max) {
		return 0, a.timesError(r, to)
	}
	if (a < 0) != (r.num < 0) {
		return -Amount(sum), nil
	}
	return Amount(sum), nil
}

//go:noinline
func (a Amount) timesError(r Ratio, to Rounding) error {
	if err := to.Check(); err != nil {
		return fault.In("yen.Times", "to", err)
	}
	e := &fault.Error{Op: "yen.Times", Input: a.String(), Want: within, Reason: fault.ErrRange}
	if a.inRange() {
		e.Input, e.Reason = fmt.Sprintf("%v × %v, %v", a, r, to), fault.ErrOverflow
	}
	return e
}
