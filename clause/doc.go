// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package clause provides clauses, the rules of a wording, and worksheets, the
// steps of a computation.
//
// A [Clause] has a stable [ID], a title in Japanese and in English, and the
// section of the source that states it. Rules, refusals and results of this
// module carry the ID of the clause that applies.
//
// A [Sheet] is a worksheet (計算書). Its lines lead from 0円 to a total, each
// with its amount, the running total (差引計) and its clause. A closing line
// names and repeats the total, and notes are sentences without an amount. The
// lines of a sheet always add up to its total.
//
// A sheet is printed as aligned text or as JSON, and reads back from
// its JSON if the lines add up. [Sheet.Table] returns the lines without the notes,
// for a report that prints the notes elsewhere. [Sheet.Add] takes
// constant time and does not change its receiver.
package clause
