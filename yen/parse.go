// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"github.com/baiseki/baiseki/fault"
)

// longest is above the length of every text of an amount or a ratio, in bytes.
const longest = 128

// Parse parses an amount in one of the forms that people write:
//
//	1億7,000万円   １億７,０００万円   7億   170,000,000円   ¥170,000,000   -5万円
//
// Full-width characters count as their half-width forms. Commas are optional; if
// there is one, there must be one at every third digit. The units 兆, 億 and 万
// appear in this order, and each number after the first unit is at most 9,999. The
// sign 円 is optional. The sign ¥ goes before a plain number without 円. A minus
// sign goes first.
//
// Parse accepts every text that the methods of Amount return for amounts from
// -[Max] to Max. It returns a [*fault.Error] with
//   - [fault.ErrRange] if the amount is outside -Max to Max,
//   - [fault.ErrSyntax] if s has another form, such as a fraction (1.5億), spaces,
//     leading zeros or numerals such as ① or 七, or is longer than 128 bytes.
func Parse(s string) (Amount, error) {
	a, minus, ok := parse(s)
	switch {
	case !ok:
		return 0, &fault.Error{Op: "yen.Parse", Input: s, Reason: fault.ErrSyntax}
	case a > Max:
		return 0, &fault.Error{Op: "yen.Parse", Input: s, Want: within, Reason: fault.ErrRange}
	case minus:
		return -a, nil
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
//     or "007".
func (a *Amount) UnmarshalJSON(b []byte) error {
	s := string(b)
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
	case point && isDigits(strings.TrimPrefix(whole, "-")) && isDigits(places) && strings.Trim(places, "0") != "":
		reason = fault.ErrFraction
	case errors.Is(err, strconv.ErrRange) && isPlain(s):
		reason = fault.ErrRange
	}
	return &fault.Error{Op: "yen.UnmarshalJSON", Input: s, Reason: reason}
}

// isPlain reports whether s has digits without leading zeros, after a minus sign
// at most.
func isPlain(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return isDigits(digits) && (digits[0] != '0' || s == "0")
}

// parse returns the amount without its sign. An amount above Max is returned as
// an amount above Max.
func parse(s string) (a Amount, minus, ok bool) {
	if len(s) > longest {
		return 0, false, false
	}
	s, minus = cutMinus(width.Fold.String(s))
	if plain, found := strings.CutPrefix(s, "¥"); found {
		a, s, ok = number(plain)
		return a, minus, ok && s == ""
	}
	a, ok = groups(strings.TrimSuffix(s, "円"))
	return a, minus, ok
}

// cutMinus returns s without a leading minus sign, and whether there is one.
// U+2212, which Japanese input methods write, is a minus sign.
func cutMinus(s string) (rest string, minus bool) {
	if rest, minus = strings.CutPrefix(s, "-"); minus {
		return rest, true
	}
	return strings.CutPrefix(s, "−")
}

// groups parses numbers with units from large to small: 1億7,000万5. A sum above
// Max is returned as an amount above Max.
func groups(s string) (sum Amount, ok bool) {
	if s == "0" {
		return 0, true
	}
	for _, u := range units() {
		n, rest, ok := number(s)
		rest, found := strings.CutPrefix(rest, u.name)
		if !ok || !found {
			continue
		}
		if n == 0 || sum > 0 && n >= 10_000 {
			return 0, false
		}
		sum += min(n, Max/u.size+1) * u.size
		s = rest
	}
	return sum, sum > 0 && s == ""
}

// number parses the digits at the start of s, without leading zeros and plain or
// with a comma at every third digit, and returns the rest of s. A number above Max
// is returned as Max+1.
func number(s string) (n Amount, rest string, ok bool) {
	rest = strings.TrimLeft(s, "0123456789,")
	digits := s[:len(s)-len(rest)]
	if digits == "" || digits[0] == ',' || digits[0] == '0' && digits != "0" {
		return 0, "", false
	}
	commas := strings.Contains(digits, ",")
	for i := range len(digits) {
		fromRight := len(digits) - i
		if commas && (fromRight%4 == 0) != (digits[i] == ',') {
			return 0, "", false
		}
		if digits[i] != ',' {
			n = min(n*10+Amount(digits[i]-'0'), Max+1)
		}
	}
	return n, rest, true
}
