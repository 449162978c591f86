// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package premium computes premiums by the rules of a tariff.
//
// [Rules] are data: tables of annual premiums by an exposure, which is the sales of a year
// (売上高) or an option in yen, people or pieces, and an ordered list of steps, each with the
// clause that states it. A [Table] holds for some choices, such as an industry. It
// interpolates between rows, takes the next row or the row below, or states a premium for each
// unit. A [Step] takes a discount off, adds a loading or the premium of an endorsement,
// raises the premium to a minimum, rounds it, or charges a part of a year.
//
// [New] makes a [Tariff] of them. [Tariff.Quote] returns the premium for a [Risk], and
// [Tariff.Sheet] the worksheet of the same computation. For an exposure that is outside
// the table or not stated, and for choices without a table, a [*fault.Error] refers to the
// agent. [Tariff.Refund] returns what a member who leaves is given back, and
// [Tariff.Reduction] the ratio that reduces payments if an exposure was declared too low.
//
// Amounts are whole yen. Every rounding belongs to a clause, and is a line of the
// worksheet if it changes the amount. Between two steps a premium is an exact
// fraction if the rules do not round it; one that cannot be held exactly is an
// error.
package premium
