// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"strings"

	"golang.org/x/text/width"
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
// -[Max] to Max. It returns an [*Error] with
//   - [ErrRange] if the amount is outside -Max to Max,
//   - [ErrSyntax] if s has another form, such as a fraction (1.5億), spaces,
//     leading zeros or numerals such as ① or 七, or is longer than 128 bytes.
func Parse(s string) (Amount, error) {
	a, err := parse(s)
	if err != nil {
		return 0, &Error{"Parse", s, err}
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

func parse(s string) (Amount, error) {
	if len(s) > longest {
		return 0, ErrSyntax
	}
	s, sign := cutMinus(width.Fold.String(s))

	var sum Amount
	var ok bool
	if plain, found := strings.CutPrefix(s, "¥"); found {
		var rest string
		sum, rest, ok = number(plain)
		ok = ok && rest == ""
	} else {
		sum, ok = groups(strings.TrimSuffix(s, "円"))
	}
	switch {
	case !ok:
		return 0, ErrSyntax
	case sum > Max:
		return 0, ErrRange
	case sign != "":
		return -sum, nil
	}
	return sum, nil
}

// cutMinus returns s without a leading minus sign, and "-" if there is one. U+2212,
// which Japanese input methods write, is a minus sign.
func cutMinus(s string) (rest, sign string) {
	for _, minus := range [...]string{"-", "−"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return rest, "-"
		}
	}
	return s, ""
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
