// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package yen holds the numbers that all rules share: whole yen and exact
// fractions.
//
// An [Amount] is a whole number of yen (円). It is an int64, so amounts are
// compared, added and stored as Go, encoding/json and database/sql do it for
// any integer; what can lose a yen goes through a function that checks:
// [Parse] and [FromDecimal] on the way in, [Sum] and [Amount.Times] on the
// way through. A [Ratio] is an exact fraction, and a [Rounding] is the one
// step in which a fraction of a yen may be lost; it is named where a rule
// states it and never happens on its own.
//
// Amounts lie within [Max] of zero, on both sides. Nothing in this package
// panics on any input except the Must functions, reads a clock or the
// environment, or depends on a variable that a program can change.
package yen
