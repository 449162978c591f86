// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package exclusions decides what a wording excludes (免責), on facts that may
// be unknown.
//
// A [Rule] is one clause with a condition on [Facts] and exceptions, which are
// rules again. An [Endorsement] (特約) adds rules, or exceptions under those of
// the basic wording or of an endorsement before it. A [Wording] of rules,
// endorsements on offer and questions makes a [Schedule], to which endorsements
// are attached by [Schedule.With] and facts are bound by [Schedule.Bind].
//
// [Bound.Find] then says of each rule whether it applies, by which chain of
// clauses, and which endorsement on offer could have answered. [Bound.Settle]
// says whether anything is excluded whatever the unknown facts turn out to be
// and, where that is open, which facts would settle it, each a [Need].
//
// Silence is never read as "not excluded": the zero [Truth] is Unknown, and an
// answer says on which [Basis] it stands. [JISA2024] is the 2024 edition of
// the JISA scheme; the types know nothing of it. Nothing in this package
// panics on any input except the Must functions. A Wording is plain data;
// facts, conditions, schedules and what comes of them are immutable and safe
// for concurrent use.
package exclusions
