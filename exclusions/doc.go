// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package exclusions decides what a wording excludes (免責), on facts that may
// be unknown.
//
// A [Rule] is one clause with a condition on [Facts] and exceptions, which are
// rules again. An [Endorsement] (特約) moves rules by nodes of its own. A
// [Wording] of rules, endorsements and questions makes a [Schedule]; with
// facts bound to it, [Bound.Find] says what each rule comes to, by which chain
// of clauses and with which endorsement it would not have, and [Bound.Settle]
// says whether anything is excluded whatever the unknown facts turn out to be,
// and if that is open, which [Need] of facts would settle it.
//
// Silence is never read as "not excluded": the zero [Truth] is Unknown, and an
// answer says on which [Basis] it stands. [JISA2024] is the 2024 edition of
// the JISA scheme; the types know nothing of it. Nothing in this package
// panics on any input except the Must functions. A Wording is plain data;
// facts, conditions, schedules and what comes of them are immutable and safe
// for concurrent use.
package exclusions
