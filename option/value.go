// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"encoding/json"
	"maps"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
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

// A Value is an amount of yen, an exact ratio, or the name of an option, which is
// the value that the policy has for that option. A policy states amounts and
// ratios; a rule can also have names. Values are comparable. The zero Value states
// nothing.
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

// Ratio returns the value of an exact ratio.
func Ratio(r yen.Ratio) Value { return Value{kind: aRatio, ratio: r} }

// Of returns the name of an option as a value.
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
			return string(v.id) + " * " + string(v.times)
		}
		return string(v.id)
	}
	return ""
}

// Text returns the value for people, in the language: 100万円 or ¥1,000,000 for an
// amount.
func (v Value) Text(tag language.Tag) string {
	if v.kind == anAmount {
		return v.amount.Text(tag)
	}
	return v.String()
}

// Parse parses the output of [Value.String], and accepts no other text. It returns
// a [*fault.Error] with [fault.ErrSyntax].
func Parse(s string) (Value, error) {
	if s == "" {
		return Value{}, nil
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
	return Value{}, syntax(s, "1000000, 90%, or the name of an option")
}

func syntax(input, want string) error {
	return &fault.Error{Op: "option.Parse", Input: input, Want: want, Reason: fault.ErrSyntax}
}

// MarshalJSON returns an amount as a number, the zero Value as null and any other
// value as the text of [Value.String]. It returns no error.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.kind {
	case none:
		return []byte("null"), nil
	case anAmount:
		return []byte(v.String()), nil
	}
	return json.Marshal(v.String())
}

// UnmarshalJSON reads what [Value.MarshalJSON] writes, and an amount in quotes. It
// returns the error of [Parse] for anything else. On error v is unchanged.
func (v *Value) UnmarshalJSON(b []byte) error {
	s := string(b)
	if s == "null" {
		*v = Value{}
		return nil
	}
	text := strings.HasPrefix(s, `"`)
	if text {
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
	}
	parsed, err := Parse(s)
	if err == nil && (s == "" || !text && parsed.kind != anAmount) {
		err = syntax(string(b), `1000000, "90%", or null`)
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
