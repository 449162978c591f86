// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package coverage computes quotes, policies and the assessment of claims under a
// group insurance scheme. Each amount and each reason has the clause that applies.
//
// Start with the [Scheme] of an edition: the package of the edition makes it, [ReadScheme]
// reads the document of another scheme, and [New] takes its rules. Then call:
//   - [Scheme.Quote] with an [Application], for the policy period and the
//     indicative premium, or the referrals to the agent,
//   - [Scheme.Record] with the [Terms] of a certificate, or [Quote.Record], for a
//     [Policy],
//   - [Policy.Assess] with a [Claim] and the [History] of the policy, for an
//     [Assessment]: a verdict for each item, a decision, the payment or its bounds
//     while facts are unknown, and the history after the claim,
//   - [Assessment.Questions] for what is still to be asked, what decides most first,
//     with what each answer would leave,
//   - [Assessment.Text] for the report, and [Assessment.Sheet] for the worksheet.
//
// Scheme, Policy, History and [period.Moment] are immutable and safe for concurrent
// use. Terms, Application, Claim and [Item] are plain data that the caller fills in.
// There is no clock and no global state: times and the history are arguments.
// Errors are of type [*fault.Error], whose Path names the field.
//
// A host stores the Terms of a policy as JSON and the History of the policy as text,
// in place of the one before, each time a claim is assessed. The zero History starts a
// policy. The same claim, by its number, is paid once: assessed again, with other facts
// or amounts, it pays the difference. [History.Disbursed] states what was really paid
// or recovered. [Policy.Reserves] returns what is left of the limits and what open claims
// can still be paid, and [Policy.Renew] quotes the next policy. testdata/schema has a JSON
// Schema of each form that is stored or sent. Replace only the history that was read, so
// that of two assessments at once the later one starts again: WHERE history IS ? in
// SQLite, IS NOT DISTINCT FROM in PostgreSQL, because the zero History is NULL.
//
// The types from [Rules] to [Head], [DateFact] and [OpenPoint] are for those who write a
// scheme; to quote and to assess, nobody needs them. New tells every fault of the rules
// at once, [Rules.Text] prints them for review, [Diff] lists what differs between those of
// two editions, and [Compare] what members pay and get under both.
//
// An item is covered only if an insuring agreement grants it and no exclusion
// applies. An unknown fact is never taken as an answer: an open claim has a
// minimum and a maximum. People decide on intent, knowledge, consent and
// reasonableness, and on which claims are related. They enter the results as
// facts, amounts and names of series. An Assessment is an estimate and does not
// bind the insurer.
package coverage
