// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package exclusions evaluates the exclusions (免責事由) of an insurance wording,
// on facts that may be unknown.
//
// A [Rule] is one clause: a condition on [Facts], with exceptions that are rules
// themselves. An [Endorsement] (特約) adds rules, or adds exceptions to the rules
// of the basic wording and of the endorsements before it. A [Wording] consists of
// rules, endorsements that can be attached, and questions. [Wording.Schedule]
// checks it and returns a [Schedule]. [Schedule.With] attaches endorsements,
// [Schedule.Bind] binds facts, and [Bound.In] selects a part of the cover.
//
// [Bound.Find] evaluates each rule. It reports whether the rule applies, which
// clauses decide, and which endorsements could have kept it from applying.
// [Bound.Settle] reports whether anything is excluded, whatever the unknown facts
// turn out to be. If that is open, it returns the questions that would settle it,
// each as a [Need].
//
// A missing answer is never read as No: the zero [Truth] is Unknown, and each
// [Answer] has a [Basis]. [JISA2024] returns the 2024 edition of the JISA scheme;
// Rule, Wording and Schedule are not specific to that scheme. Only the functions
// whose names begin with Must panic. A Wording is plain data. Facts, conditions,
// schedules and results are immutable and safe for concurrent use.
package exclusions
