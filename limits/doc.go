// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package limits computes what is paid under deductibles, limits and ratios,
// to the yen and with a reason for each yen that is not.
//
// A [Program] is a tree that is written as the wording reads: a [Head] of loss
// (損害の種類) with its [Term]s, groups of heads with theirs, up to the root.
// Terms act in the order given, from the heads up. A deductible is taken from
// the first head first; a limit is filled in the order in which the heads are
// written, so it cuts the last head first.
//
// [Program.Pay] takes what was paid before, the claim so far and new losses,
// and returns a [Payment]. What was paid before, [Paid], is an amount for each
// head, from which the use of every limit follows; it is an argument and a
// result, and a host stores it as text. The claim so far, [Series], joins the
// items of one claim, and related claims (一連の損害賠償請求), however late they
// come: a payment is what the whole claim is entitled to, less what it has had.
// The zero Paid and the zero Series are a fresh period and a fresh claim.
// [Program.Explain] adds the cuts, [Program.Range] bounds a payment while some
// losses are uncertain, [Program.Left] says what is left of each limit.
//
// Amounts are whole yen and ratios are exact. Fractions of a yen meet one
// rounding, on the total of the claim; what is left over goes to the heads with
// the largest fractions. Nothing panics, allocates on the way of a payment,
// reads a clock or keeps a state; all values are safe for concurrent use.
//
// [JISA2024] is the program of the 2024 edition, for the choices of a policy
// and the readings of its open questions.
package limits
