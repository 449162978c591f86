// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package period reckons the time of a cover: civil dates, policy periods,
// joining an edition of a group scheme in the middle of its year, and spans
// such as a year from a discovery.
//
// A [Date] is a day, an [Instant] a second and a [Period] the time from one
// instant up to, and without, another. All three are small comparable values
// whose zero value is none. They are in Japan Standard Time, which has been
// nine hours ahead of UTC without exception since 1951: no time zone database
// is read, no clock and no local zone.
//
// A [Year] is the calendar of an edition: its base period and enrolment
// window. [Year.Join] turns a day of application into a [Membership], or says
// in a [*Refusal] why not and which dates to tell the applicant. [JISA2024] is
// the calendar of the 2024 edition. [Expiry] reckons the end of a span as the
// Civil Code does.
package period
