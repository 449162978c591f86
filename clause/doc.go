// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package clause holds what a rule cites and what a computation shows.
//
// A [Clause] is one rule of a wording: a stable [ID], a title in Japanese and
// in English, and the place in the source where it stands. Rules, refusals and
// results of this module name the clause that they rest on by its ID.
//
// A [Sheet] is a worksheet (計算書): lines that lead from nothing to a total,
// each with its clause, and notes without an amount. The lines of a sheet add
// up by construction. It prints as aligned text, as Markdown and as JSON, all
// of the same lines, in Japanese and in English.
package clause
