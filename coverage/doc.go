// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package coverage quotes a member of a group scheme, records a policy and
// assesses claims, with the clause behind every yen and every reason.
//
// A [Scheme] is one edition: its calendar, tariff, limits, insuring agreements,
// exclusions and endorsements, all of them data; [JISA2024] is the 2024 edition
// of the JISA scheme. [Scheme.Quote] gives an applicant a period and a premium,
// or says what the agent is to be asked. [Scheme.Record] takes the [Terms] of a
// certificate and returns a [Policy]. [Policy.Assess] takes a [Claim] and a
// [History] and returns an [Assessment]: a verdict for each item, a decision,
// what is paid, or between which amounts it lies while facts are not known,
// which facts those are, and the history afterwards.
//
// Insuring agreements are rules as exclusions are: an item is denied unless
// granted, and every verdict names the clauses it rests on. What is not known is
// never taken for an answer. A person decides intent, knowledge, consent, what
// is reasonable and what belongs together, and enters that as facts, amounts and
// the name of a series; the package decides nothing of the kind, binds nobody,
// and invents neither a discount nor a limit.
//
// All values are immutable and safe for concurrent use. There is no clock and no
// state: time and history are arguments.
package coverage
