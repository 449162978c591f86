// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package premium computes premiums from a table of sales.
//
// A [Table] holds the annual premiums that a scheme prints for some sales
// figures (売上高), and computes the premium for sales between them. A [Tariff]
// is a table with its rules: [Tariff.Quote] returns the premium of a member for
// a [Term], with discounts and loadings, and [Quote.Sheet] returns its worksheet.
// For sales that are outside the table or not stated, a [*Referral] names the
// reason to ask the agent. [Tariff.Reduction] returns the ratio that reduces
// payments if the declared sales were too low.
//
// [JISA2024] is the tariff of the 2024 edition. Its premiums are indicative
// (概算保険料); the insurer issues the quotation. Amounts are whole yen. Every
// rounding belongs to a clause, and is a line of the worksheet if it changes the
// amount.
package premium
