// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package premium computes premiums by the rules of a tariff.
//
// [Rules] are data: a [Table] of annual premiums for some sales figures (売上高), and
// an ordered list of steps that take a discount off, add a loading, round, or charge
// a part of a year, each with the clause that states it. [New] makes a [Tariff] of
// them. [Tariff.Quote] returns the premium for a [Risk], and [Tariff.Sheet] the
// worksheet of the same computation. For sales that are outside the table or not
// stated, a [*fault.Error] refers to the agent. [Tariff.Reduction]
// returns the ratio that reduces payments if the declared sales were too low.
//
// Amounts are whole yen. Every rounding belongs to a clause, and is a line of the
// worksheet if it changes the amount. Between two steps a premium is an exact
// fraction if the rules do not round it; one that cannot be held exactly is an
// error.
package premium
