// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package exclusions evaluates the exclusions (免責事由) of an insurance wording,
// on facts that may be unknown.
//
// A [Rule] is one row: a clause with a condition on facts. It is a rule of its own or
// an exception to an earlier row, and it may act only with an endorsement (特約). A
// [Wording] consists of rules, endorsements that can be attached, and questions.
// [New] checks it and returns a [Schedule]. [Schedule.With] attaches endorsements,
// [Schedule.Bind] binds facts, and [Bound.In] selects a part of the cover.
//
// [Bound.Applying] returns the rules that apply. [Bound.Findings] evaluates each
// rule: it reports whether the rule applies, which clauses decide, and which
// endorsements could have kept it from applying. [Bound.Settle] reports whether
// anything is excluded, whatever the unknown facts turn out to be. If that is
// open, it returns the questions that would settle it, each as a [Need].
//
// A Wording is plain data. Conditions, schedules and results are immutable and safe
// for concurrent use. Package fact holds the facts.
package exclusions
