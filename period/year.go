// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// A Year is the calendar of one scheme year of a group scheme, each value with
// the clause that states it. [JISA2024] returns the calendar of the 2024 edition;
// another scheme fills in its own values. The zero Year is not usable: Join
// returns [ErrYear].
type Year struct {
	// Base is the base period (基本の保険期間). A member who applies in the
	// enrolment window has it as the policy period.
	Base       Period
	BaseClause clause.Clause

	// Opens and Closes are the first and the last day of the enrolment window
	// (募集期間), which contains both. Closes is before the first day of Base.
	Opens, Closes Date
	WindowClause  clause.Clause

	// MidTermClause states that a member who applies later joins mid-term
	// (中途加入), from 00:00 on the first of the month after the application.
	MidTermClause clause.Clause

	// ResponseSpan is the length of the incident response period (事故対応期間),
	// counted from the day after the first discovery.
	ResponseSpan   Span
	ResponseClause clause.Clause

	// DeliverySpan is the time after a delivery (引渡し) of development work in
	// which the delivery exclusion applies to third-party claims.
	DeliverySpan   Span
	DeliveryClause clause.Clause

	// Readings decide where the source is open to interpretation.
	Readings Readings
}

// Readings are the interpretations chosen where the source is open. The zero
// Readings are the defaults of the 2024 edition.
type Readings struct {
	AfterWindow AfterWindowReading // A6
	LastDay     LastDayReading     // A7
	Response    ResponseReading    // A10
}

// An AfterWindowReading decides about an application after the enrolment window
// for which the first of the next month is before the base period (reading A6).
type AfterWindowReading uint8

const (
	AfterWindowStartsWithBase AfterWindowReading = iota // the member has the base period, if the agent accepts
	AfterWindowRefused                                  // Join returns ErrClosed
)

// A LastDayReading decides about an application for which the first of the next
// month is the last day of the base period (reading A7).
type LastDayReading uint8

const (
	LastDayRefused LastDayReading = iota // Join returns ErrTooLate
	LastDayCovered                       // the member has the remaining hours, charged as one month
)

// A ResponseReading decides how the incident response period is counted (reading
// A10).
type ResponseReading uint8

const (
	ResponseToEndOfDay ResponseReading = iota // from the next day to the end of the last day (Civil Code)
	ResponseToMoment                          // from the moment of discovery to the same time of day
)

// Check returns an [*Error] with [ErrYear] if
//   - Base, Opens or Closes is zero,
//   - Closes is before Opens,
//   - Closes is not before the first day of Base,
//   - a reading is unknown.
func (y Year) Check() error { return y.check() }

func (y *Year) check() error {
	if y.Base.IsZero() || y.Opens.IsZero() || y.Closes.Compare(y.Opens) < 0 ||
		y.Closes.number() >= y.Base.start.day() ||
		y.Readings.AfterWindow > AfterWindowRefused ||
		y.Readings.LastDay > LastDayCovered ||
		y.Readings.Response > ResponseToMoment {
		return &Error{"Check", y.Base.String(), ErrYear}
	}
	return nil
}

// Clauses returns the clauses of the year, without those that have no ID.
func (y Year) Clauses() []clause.Clause {
	all := []clause.Clause{y.BaseClause, y.WindowClause, y.MidTermClause, y.ResponseClause, y.DeliveryClause}
	return slices.DeleteFunc(all, func(c clause.Clause) bool { return c.ID == "" })
}

// ResponsePeriod returns the incident response period of an incident that was
// first discovered at the instant discovered, which is its start. It returns an
// [*Error] with [ErrYear] if the reading is unknown, and with [ErrRange] if
// discovered is zero or [Expiry] returns it for the span.
func (y Year) ResponsePeriod(discovered Instant) (Period, error) {
	day := discovered.Date()
	end, err := Expiry(day, y.ResponseSpan)
	switch {
	case err != nil:
		return Period{}, err
	case y.Readings.Response > ResponseToMoment:
		return Period{}, &Error{"ResponsePeriod", discovered.String(), ErrYear}
	case y.Readings.Response == ResponseToMoment:
		last, _ := day.after(y.ResponseSpan) // it lies before the end by the Civil Code
		end = last.Start()
		if last.Day() == day.Day() || y.ResponseSpan.days != 0 { // otherwise the month has no such day
			end.seconds += discovered.seconds - day.Start().seconds
		}
	}
	return New(discovered, end)
}

// DeliveryEnd returns the end of the time after a delivery on the given day, the
// first instant that no longer belongs to it. It returns an [*Error] with
// [ErrRange] if delivered is zero or [Expiry] returns it for the span.
func (y Year) DeliveryEnd(delivered Date) (Instant, error) {
	return Expiry(delivered, y.DeliverySpan)
}
