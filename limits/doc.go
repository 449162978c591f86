// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package limits computes payments under deductibles, limits and ratios. It is
// exact to the yen and names the clause that leaves each yen unpaid.
//
// A tree of nodes follows the wording of a policy: heads of loss (補償項目) and
// groups of them. Each [Node] has terms; see [Term]. Terms act in the order written, from the
// heads up to the root. A deductible is taken from the first head first. A limit
// is filled in the order in which the heads are written, so it cuts the last head
// first. A figure is a number or the name of an option, and a head, a group or a
// term can need an endorsement.
//
// [New] checks the tree of an edition, once, and returns its [Program].
// [Program.With] returns that of a policy, with the options that it
// states and the endorsements that are attached. An amount that the policy leaves
// unstated is any amount in the printed range of the option: [Program.Pay] pays if
// the total does not depend on it.
//
// [Program.Pay] takes the history of the policy period, a claim to date and new
// losses, and returns a [Payment]. A [Loss] can have a count: people, pieces or hours.
// The history, [Paid], holds one amount for each head, and what the insured has borne of
// an aggregate deductible; the remaining amount of every aggregate follows from it. It
// is an argument and a result, and the caller stores it as text. The claim,
// [Series], combines the items of one claim and of related claims
// (一連の損害賠償請求), however late they arrive: a payment is the amount payable
// for the whole claim less what was paid for it before. The zero Paid starts a
// period and the zero Series starts a claim. [Program.Explain] also returns the
// cuts, [Program.Range] bounds a payment while losses are uncertain, and
// [Program.Remaining] returns the remaining limits.
//
// Amounts are whole yen and ratios are exact. Fractions of a yen are rounded
// once, on the total of the claim, and the yen that this leaves go to the heads
// with the largest fractions. Functions do not panic, read a clock or keep
// state. Pay does not allocate for a tree of up to 15 heads without counts and aggregate
// deductibles. All values are safe for concurrent use.
package limits
