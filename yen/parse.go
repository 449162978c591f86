// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"strings"

	"golang.org/x/text/width"
)

// longestAmount is more bytes than any amount within Max takes, in whatever
// form it is written.
const longestAmount = 128

// Parse reads an amount as people write it:
//
//	1億7,000万円   １億７,０００万円   7億   170,000,000円   ¥170,000,000   -5万円
//
// Full-width characters count as their half-width ones. Commas, if there are
// any, stand at every third digit. The units 兆, 億, 万 fall from left to right
// and each number after the first unit is at most 9,999. 円 may be left out,
// and ¥ stands before a plain number without it. A minus comes first.
//
// Everything else is refused with an [*Error]: [ErrRange] for an amount beyond
// [Max], [ErrSyntax] for the rest, which includes fractions (1.5億), spaces,
// leading zeros and numerals such as ① or 七. Parse reads every text that the
// methods of Amount write.
func Parse(s string) (Amount, error) {
	a, err := parse(s)
	if err != nil {
		return 0, &Error{"Parse", s, err}
	}
	return a, nil
}

// MustParse is [Parse] for amounts written in source code, and panics on
// error.
func MustParse(s string) Amount {
	a, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return a
}

func parse(s string) (Amount, error) {
	if len(s) > longestAmount {
		return 0, ErrSyntax
	}
	s = width.Fold.String(s)
	s, negative := cutMinus(s)

	var sum Amount
	var err error
	if plain, ok := strings.CutPrefix(s, "¥"); ok {
		var rest string
		sum, rest, err = number(plain)
		if rest != "" {
			return 0, ErrSyntax
		}
	} else {
		sum, err = groups(strings.TrimSuffix(s, "円"))
	}
	if err != nil {
		return 0, err
	}
	if sum > Max {
		return 0, ErrRange
	}
	if negative {
		sum = -sum
	}
	return sum, nil
}

// cutMinus also knows the minus sign U+2212, which Japanese input methods
// write.
func cutMinus(s string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return rest, true
	}
	return strings.CutPrefix(s, "−")
}

// groups reads numbers with falling units: 1億7,000万5.
func groups(s string) (Amount, error) {
	if s == "0" {
		return 0, nil
	}
	units := []struct {
		name string
		unit Amount
	}{{"兆", Cho}, {"億", Oku}, {"万", Man}, {"", Yen}}

	var sum Amount
	for first := true; first || s != ""; first = false {
		n, rest, err := number(s)
		if err != nil {
			return 0, err
		}
		for len(units) > 0 && !hasUnit(rest, units[0].name) {
			units = units[1:]
		}
		if len(units) == 0 || n == 0 || !first && n >= 10_000 {
			return 0, ErrSyntax
		}
		if n > Max/units[0].unit {
			return 0, ErrRange
		}
		sum += n * units[0].unit
		s = rest[len(units[0].name):]
		units = units[1:]
	}
	return sum, nil
}

// hasUnit reports whether rest goes on with the unit; the plain yen have no
// name and end the text.
func hasUnit(rest, name string) bool {
	if name == "" {
		return rest == ""
	}
	return strings.HasPrefix(rest, name)
}

// number reads the digits that s starts with, 0 or without a leading zero and
// plain or with a comma at every third, and returns what follows them. A
// number beyond Max is returned as one just beyond it.
func number(s string) (n Amount, rest string, err error) {
	end := 0
	for end < len(s) && ('0' <= s[end] && s[end] <= '9' || s[end] == ',') {
		end++
	}
	digits, rest := s[:end], s[end:]
	if digits == "" || digits[0] == ',' || digits[0] == '0' && end > 1 {
		return 0, rest, ErrSyntax
	}
	commas := strings.Contains(digits, ",")
	for i := range end {
		fromRight := end - i
		if commas && (fromRight%4 == 0) != (digits[i] == ',') {
			return 0, rest, ErrSyntax
		}
		if digits[i] != ',' {
			n = min(n*10+Amount(digits[i]-'0'), Max+1)
		}
	}
	return n, rest, nil
}
