// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"strings"

	"golang.org/x/text/width"
)

// longest is more bytes than any amount within Max and any ratio take, in
// whatever form they are written.
const longest = 128

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
// leading zeros, numerals such as ① or 七, and texts of more than 128 bytes.
// Parse reads every text that the methods of Amount write of amounts within
// Max.
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

// cutMinus returns s without the minus that it starts with, and "-" if it has
// one. It knows the sign U+2212 too, which Japanese input methods write.
func cutMinus(s string) (rest, sign string) {
	for _, minus := range [...]string{"-", "−"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return rest, "-"
		}
	}
	return s, ""
}

// groups reads numbers with falling units: 1億7,000万5. What is beyond Max is
// returned as something beyond Max.
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

// number reads the digits that s starts with, 0 or without a leading zero and
// plain or with a comma at every third, and returns what follows them. A
// number beyond Max is returned as one just beyond it.
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
