// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

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
	for _, u := range [...]struct {
		name string
		unit uint64
	}{{"兆", uint64(Cho)}, {"億", uint64(Oku)}, {"万", uint64(Man)}, {"", 1}} {
		if count := n / u.unit; count > 0 {
			b = append(appendGrouped(b, count), u.name...)
			n %= u.unit
		}
	}
	return string(append(b, "円"...))
}

// Grouped returns the amount in plain digits, such as 170,000,000円.
func (a Amount) Grouped() string { return a.grouped("") + "円" }

// Text returns the amount for people who read the language: 1億7,000万円 in
// Japanese, ¥170,000,000 in English. Other languages get the Japanese text.
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
