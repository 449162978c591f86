// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"math"
	"strings"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// plain parses digits without anything else, as programs write them.
func plain(s string) (a Amount, ok bool) {
	if s == "" || len(s) > 15 || s[0] == '0' && s != "0" {
		return 0, false
	}
	for i := range len(s) {
		digit := s[i] - '0'
		if digit > 9 {
			return 0, false
		}
		a = a*10 + Amount(digit)
	}
	return a, true
}

// written parses an amount as people write it.
func written(s string) (Amount, *fault.Error) {
	if len(s) > longest {
		return 0, notAmount()
	}
	r := reader{Reader: text.NewReader(s)}
	minus := r.minus()
	sign := r.Take("¥", `\`)
	twice := r.minus()
	a := r.amount()
	if sign == "" {
		r.Take("円")
	}
	switch number := r.why == nil || r.why.Reason == fault.ErrFraction; {
	case twice && minus || number && r.Take("-", "−", "▲", "△", "¥", `\`, "円") != "":
		return 0, oneSign()
	case number && r.Rest != "":
		return 0, notAmount()
	case r.why == nil && a > Max:
		return 0, &fault.Error{Want: within, Reason: fault.ErrRange}
	case minus || twice:
		return -a, r.why
	}
	return a, r.why
}

// A reader reads an amount or a ratio from the left.
type reader struct {
	text.Reader
	why *fault.Error // for which it is refused, the first one
}

func (r *reader) fail(why *fault.Error) {
	if r.why == nil {
		r.why = why
	}
}

// minus reads a minus sign. U+2212 is the one that Japanese input methods write.
func (r *reader) minus() bool { return r.Take("-", "−", "▲", "△") != "" }

// amount reads numbers with units. A sum above Max is returned as one above Max.
func (r *reader) amount() (sum Amount) {
	var group Amount // since the last 兆, 億 or 万
	room, above := Amount(math.MaxInt64), Amount(math.MaxInt64)
	for first, more := true, true; more; first = false {
		n, places, unsure := r.number()
		small, big := r.unit("千", "百"), r.unit("兆", "億", "万")
		more = r.Digit()
		part, whole := fraction(places, small*big)
		switch {
		case r.why != nil:
			return 0
		case more && small*big == 1: // a space between digits
			r.fail(commas())
		case n*small >= room || big > 1 && big >= above:
			r.fail(order())
		case places != "" && more || n == 0 && part == 0 && whole && (!first || more):
			r.fail(notAmount())
		case unsure && (small*big == 1 || strings.HasSuffix(places, "0")):
			r.fail(point())
		case !whole:
			r.fail(&fault.Error{Reason: fault.ErrFraction})
		}
		group, room = group+n*small, small
		if big > 1 || !more {
			sum += min(group, Max/big+1)*big + part
			group, room, above = 0, Man, big
		}
	}
	return sum
}

// number reads digits without leading zeros, plain or with a comma at every third,
// and the digits after a point, and reports whether the point could be a comma. A
// number above Max is returned as Max+1.
func (r *reader) number() (n Amount, places string, unsure bool) {
	digits, places, point := strings.Cut(r.Run(",."), ".")
	if digits == "" || digits[0] == '0' && len(digits) > 1 || point && !isDigits(places) {
		r.fail(notAmount())
		return 0, "", false
	}
	grouped := strings.Contains(digits, ",")
	for i := range len(digits) {
		fromRight := len(digits) - i
		if grouped && (fromRight%4 == 0) != (digits[i] == ',') || digits[0] == ',' {
			r.fail(commas())
		}
		if digits[i] != ',' {
			n = min(n*10+Amount(digits[i]-'0'), Max+1)
		}
	}
	return n, places, len(places) == 3 && len(digits) <= 3 && n > 0
}

// unit reads a unit and returns its size, or 1 if there is none.
func (r *reader) unit(names ...string) Amount {
	switch r.Take(names...) {
	case "兆":
		return Cho
	case "億":
		return Oku
	case "万":
		return Man
	case "千":
		return 1_000
	case "百":
		return 100
	}
	return 1
}

// fraction returns the yen of the digits after the point of a number in the unit, a
// power of ten, and whether they are whole yen.
func fraction(places string, unit Amount) (a Amount, whole bool) {
	for i := range len(places) {
		digit := Amount(places[i] - '0')
		if unit /= 10; unit == 0 && digit != 0 {
			return 0, false
		}
		a += unit * digit
	}
	return a, true
}

// like returns the error for a text of another form than the examples.
func like(examples, ja, en string) *fault.Error {
	ja, en = text.Like(examples, ja, en)
	return &fault.Error{Want: examples, Reason: fault.ErrSyntax, JA: ja, EN: en}
}

func notAmount() *fault.Error {
	return like("1億2,000万円, 1,250,000", "金額として読み取れません", "This is not an amount of yen")
}

func commas() *fault.Error {
	return like("1,250,000", "コンマは3桁ごとに入れるか、すべて省いてください。数字の間に空白は入れられません",
		"Put a comma at every third digit, or none, and no space between digits")
}

func point() *fault.Error {
	return like("1,250, 1.25億円", "小数点がコンマの誤りかどうか判別できません", "The point could be meant as a comma")
}

func order() *fault.Error {
	return like("1億2,000万円", "単位は大きい順に1回ずつ書き、億や万の後の数は9,999までにしてください",
		"Write each unit once, the largest first, and at most 9,999 after 億 or 万")
}

func oneSign() *fault.Error {
	return like("-5万円, ▲5万円, ¥50,000", "符号と円記号は、金額の前に1つずつにしてください",
		"Put at most one minus sign and one yen sign before the amount")
}

func notRatio() *fault.Error {
	return like("90%, 12.5%, 109/152", "割合として読み取れません", "This is not a ratio")
}

func noUnit() *fault.Error {
	return like("10%, 3/2", "1以上の数には%を付けるか、分数で書いてください", "Write a number of one or more with % or as a fraction")
}
