// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package yen implements whole yen and exact ratios, the numbers of all rules.
//
// An [Amount] is a whole number of yen (円). It is an int64, so Go, encoding/json
// and database/sql compare, add and store it as any integer. The functions that
// could lose a yen return an error instead: [Parse] for input and [Amount.Times]
// for results. A [Ratio] is an exact fraction. A [Rounding] is the
// only step that rounds a fraction of a yen; a rule names it, and no function
// rounds without one. Package yendecimal converts decimals.
//
// Amounts lie between -[Max] and [Max]. Every error is a [*fault.Error]. Only
// [MustParse] panics. No function reads a clock or the environment, or depends on
// a variable that a program can change.
package yen
