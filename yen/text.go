// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A unit is a unit of a written amount. The smallest has no name.
type unit struct {
	name string
	size Amount
}

// units returns the units from the largest to the smallest.
func units() [4]unit { return [...]unit{{"兆", Cho}, {"億", Oku}, {"万", Man}, {"", Yen}} }

// String returns the amount in Japanese units, such as 1億7,000万円, -5万円
// or 0円.
func (a Amount) String() string {
	b := make([]byte, 0, 48)
	if a < 0 {
		b = append(b, '-')
	}
	n := a.magnitude()
	if n == 0 {
		b = append(b, '0')
	}
	for _, u := range units() {
		if count := n / uint64(u.size); count > 0 {
			b = append(appendGrouped(b, count), u.name...)
			n %= uint64(u.size)
		}
	}
	return string(append(b, "円"...))
}

// Grouped returns the amount in plain digits, such as 170,000,000円.
func (a Amount) Grouped() string { return a.grouped("") + "円" }

// Text returns the amount in the language of the tag: ¥170,000,000 for English,
// 1億7,000万円 for every other language.
func (a Amount) Text(tag language.Tag) string {
	return text.In(tag, a.String(), a.grouped("¥"))
}

func (a Amount) grouped(sign string) string {
	b := make([]byte, 0, 32)
	if a < 0 {
		b = append(b, '-')
	}
	return string(appendGrouped(append(b, sign...), a.magnitude()))
}

// appendGrouped appends n with a comma at every third digit.
func appendGrouped(b []byte, n uint64) []byte {
	start := len(b)
	b = strconv.AppendUint(b, n, 10)
	for i := len(b) - 3; i > start; i -= 3 {
		b = slices.Insert(b, i, ',')
	}
	return b
}
