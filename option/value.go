// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"encoding/json"
	"errors"
	"maps"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// An ID is the name of an option, such as deductible: 1 to 64 bytes of lower-case
// letters, digits and hyphens, and a letter first.
type ID string

func (id ID) valid() bool {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	return id != "" && len(id) <= 64 && strings.Contains(letters, string(id[0])) &&
		strings.Trim(string(id), letters+"0123456789-") == ""
}

// A Value is an amount of yen or another whole number, an exact ratio, the code of a
// class, or the name of an option, which is the value that the policy has for that
// option. A policy states numbers, ratios and classes; a rule can also have names. The
// [Unit] of the row says what a number counts. Values are comparable. The zero Value
// states nothing.
type Value struct {
	kind   kind
	amount yen.Amount
	ratio  yen.Ratio
	id     ID
	times  ID // of a ratio by which the option is multiplied, or ""
}

type kind uint8

const (
	none kind = iota
	anAmount
	aRatio
	aName
)

// Yen returns the value of an amount of yen. Yen(0) states an amount of 0円.
func Yen(a yen.Amount) Value { return Value{kind: anAmount, amount: a} }

// Number returns the value of a number of persons, pieces or hours.
func Number(n int64) Value { return Yen(yen.Amount(n)) }

// Ratio returns the value of an exact ratio.
func Ratio(r yen.Ratio) Value { return Value{kind: aRatio, ratio: r} }

// Of returns the name of an option, or the code of a class, as a value.
func Of(id ID) Value { return Value{kind: aName, id: id} }

// Times returns the name of an option multiplied by that of a ratio, cut to the
// yen. On a value that is not a name, Times has no effect.
func (v Value) Times(ratio ID) Value {
	if v.kind == aName {
		v.times = ratio
	}
	return v
}

// IsZero reports whether v states nothing.
func (v Value) IsZero() bool { return v.kind == none }

// Amount returns the amount, and whether the value is one.
func (v Value) Amount() (yen.Amount, bool) { return v.amount, v.kind == anAmount }

// Ratio returns the ratio, and whether the value is one.
func (v Value) Ratio() (yen.Ratio, bool) { return v.ratio, v.kind == aRatio }

// Names returns the options that the value names.
func (v Value) Names() []ID {
	switch {
	case v.kind != aName:
		return nil
	case v.times != "":
		return []ID{v.id, v.times}
	}
	return []ID{v.id}
}

// String returns the text that [Parse] reads: 100000000, 90%, liability, or
// liability * declared. For the zero Value it returns "".
func (v Value) String() string {
	switch v.kind {
	case anAmount:
		return strconv.FormatInt(int64(v.amount), 10)
	case aRatio:
		return v.ratio.String()
	case aName:
		if v.times != "" {
			return text.Line(string(v.id) + " * " + string(v.times))
		}
		return text.Line(string(v.id))
	}
	return ""
}

// Text returns the value for people, in the language: 100万円 or ¥1,000,000 for a
// number. [Parse] reads it, if it is not of an amount beyond [yen.Max]. [Row.Text] has
// the words of the unit.
func (v Value) Text(tag language.Tag) string {
	if v.kind == anAmount {
		return v.amount.Text(tag)
	}
	return v.String()
}

// longest is above the length of every text of a value, in bytes.
const longest = 256

// Parse parses the output of [Value.String] and [Value.Text], and an amount as people
// write it: see [yen.Parse]. A ratio has the form of [yen.Ratio.String] and no other,
// so that 0.9 is not taken for one where an amount is asked for. Parse returns a
// [*fault.Error] with
//   - [fault.ErrRange] for an amount outside -[yen.Max] to yen.Max, unless it is plain
//     digits,
//   - [fault.ErrSyntax] if s has any other form or is longer than 256 bytes.
func Parse(s string) (Value, error) {
	v, err := exact(s)
	if err == nil || len(s) > longest {
		return v, err
	}
	a, amountErr := yen.Parse(s)
	switch {
	case amountErr == nil:
		return Yen(a), nil
	case errors.Is(amountErr, fault.ErrRange):
		return Value{}, fault.In("option.Parse", "", amountErr)
	}
	return Value{}, err
}

// exact parses the output of String.
func exact(s string) (Value, error) {
	switch {
	case s == "":
		return Value{}, nil
	case len(s) > longest:
		return Value{}, syntax(s, values)
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && strconv.FormatInt(n, 10) == s {
		return Yen(yen.Amount(n)), nil
	}
	id, times, product := strings.Cut(s, " * ")
	if ID(id).valid() && (!product || ID(times).valid()) {
		return Of(ID(id)).Times(ID(times)), nil
	}
	if r, err := yen.ParseRatio(s); err == nil && r.String() == s {
		return Ratio(r), nil
	}
	return Value{}, syntax(s, values)
}

const values = "1000000, 90%, or the name of an option"

func syntax(input, want string) error {
	return &fault.Error{
		Op: "option.Parse", Input: text.Cut(input), Want: want, Reason: fault.ErrSyntax,
		JA: "金額、割合または項目の名称として読み取れません（例：100万円、90%）。",
		EN: "This is not an amount, a ratio or the name of an option (write it as ¥1,000,000 or 90%).",
	}
}

// MarshalText returns [Value.String]. It returns a [*fault.Error] with
// [fault.ErrSyntax] for a name that is not valid.
func (v Value) MarshalText() ([]byte, error) {
	s := v.String()
	if back, err := exact(s); err != nil || back != v {
		return nil, fault.In("option.Value.MarshalText", "", syntax(s, "the name of an option"))
	}
	return []byte(s), nil
}

// UnmarshalText parses a text of [Value.String], and no other form. On error v is
// unchanged.
func (v *Value) UnmarshalText(b []byte) error {
	parsed, err := exact(text.Head(b, longest))
	if err == nil {
		*v = parsed
	}
	return err
}

// MarshalJSON returns an amount as a number, the zero Value as null and any other
// value as the text of [Value.String]. It returns the error of [Value.MarshalText].
func (v Value) MarshalJSON() ([]byte, error) {
	b, err := v.MarshalText()
	switch {
	case v.kind == none:
		return []byte("null"), nil
	case err != nil || v.kind == anAmount:
		return b, err
	}
	return json.Marshal(string(b))
}

// UnmarshalJSON reads what [Value.MarshalJSON] writes, and an amount in quotes, in the
// digits of [Value.String]. It returns a [*fault.Error] with [fault.ErrSyntax] for
// anything else. On error v is unchanged.
func (v *Value) UnmarshalJSON(b []byte) error {
	s := text.Head(b, longest)
	if s == "null" {
		*v = Value{}
		return nil
	}
	quoted := strings.HasPrefix(s, `"`)
	if quoted && (len(s) > longest || json.Unmarshal(b, &s) != nil) {
		s = ""
	}
	parsed, err := exact(s)
	if err == nil && (s == "" || !quoted && parsed.kind != anAmount) {
		err = syntax(text.Cut(b), `1000000, "90%", or null`)
	}
	if err == nil {
		*v = parsed
	}
	return err
}

// Values are what a policy states, by option. An option that is not in Values, or
// has the zero Value there, is not stated. The nil Values state nothing.
type Values map[ID]Value

// With returns a copy of the values in which the option has the value. The zero
// Value takes the option out.
func (v Values) With(id ID, value Value) Values {
	c := maps.Clone(v)
	if value.IsZero() {
		delete(c, id)
		return c
	}
	if c == nil {
		c = Values{}
	}
	c[id] = value
	return c
}
