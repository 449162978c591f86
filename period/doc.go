// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package period provides civil dates, policy periods, enrolment in a group
// scheme, and spans such as a year from a discovery.
//
// A [Date] is a day, an [Instant] is a second, and a [Period] is the time from
// its start up to, but not including, its end. All three are small comparable
// values. They are in Japan Standard Time, nine hours ahead of UTC; Japan has
// had no daylight saving time since 1951. The package reads no time zone
// database, no clock and no local zone.
//
// A [Year] is the calendar of a scheme year (保険年度): its base period and its
// enrolment window. [Year.Join] returns the [Membership] of a member who applies
// on a given day, or a [*Refusal] with the date to tell the applicant.
// [Year.Grants] checks a period that is stated on a certificate. [JISA2024] is
// the calendar of the 2024 edition. [Expiry] computes the end of a span by the
// Civil Code.
//
// The end of a period does not belong to it. For people, [Instant.EndText] names
// the end as the last moment, such as 24時 of the day before, and
// [Instant.LastWholeDay] returns the last day before it.
package period
