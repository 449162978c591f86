// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package period provides civil dates, moments, policy periods, enrolment in a
// group scheme, and spans such as a year from a discovery.
//
// A [Date] is a day, an [Instant] is a second, and a [Period] is the time from
// its start up to, but not including, its end. A [Moment] is a time as people
// know it: to the second, only to the day, never, or unknown. All four are small
// comparable values. They are in Japan Standard Time, nine hours ahead of UTC;
// Japan has had no daylight saving time since 1951. The package reads no time
// zone database, no clock and no local zone.
//
// A [Calendar] is a scheme year (保険年度) as data: its base period, its enrolment
// window and the starts for later members. [NewSchedule] checks it and lists the
// starts, each with the last day to apply for it. [Schedule.Join] returns the
// [Membership] of a member who applies on a given day, or a [*fault.Error] with
// the date to tell the applicant; [Schedule.JoinOn] does so for a wanted start;
// [Schedule.ApplyBy] is the inverse of Join; [Schedule.Offers] is the list, to be
// reviewed; [Schedule.Grants] checks a period that is stated on a certificate.
// [Expiry] computes the end of a span.
//
// The end of a period does not belong to it. For people, [Instant.EndText] names
// the end as the last moment, such as 24時 of the day before, and
// [Instant.LastWholeDay] returns the last day before it.
package period
