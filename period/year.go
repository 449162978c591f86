// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "github.com/baiseki/baiseki/clause"

// A Year is the calendar of one edition of a group scheme: data, each value
// with the clause that states it. Fill it in for another scheme; [JISA2024]
// returns that of the 2024 edition. The zero Year is none, and joining it is
// refused with [ErrYear].
type Year struct {
	// Base is the base period (保険期間) of the edition, which every member
	// shares who applies in the enrolment window.
	Base       Period
	BaseClause clause.Clause

	// Opens and Closes are the first and the last day of the enrolment window
	// (募集期間); it contains both. It closes before the base period starts.
	Opens, Closes Date
	WindowClause  clause.Clause

	// MidTermClause says that who applies later joins mid-term (中途加入), from
	// 00:00 on the first day of the month after that of the application.
	MidTermClause clause.Clause

	// ResponseSpan is the length of the incident response period (事故対応期間).
	ResponseSpan   Span
	ResponseClause clause.Clause

	// DeliverySpan is how long after delivery (引渡し) of development work a
	// claim still counts as one around the delivery.
	DeliverySpan   Span
	DeliveryClause clause.Clause

	// Readings are those of Join, ApplyBy and ResponsePeriod.
	Readings Readings
}

// Readings are the choices where the wording of a year can be read in more
// than one way. The zero Readings are the default of the 2024 edition.
type Readings struct {
	AfterWindow AfterWindowReading // A6
	LastDay     LastDayReading     // A7
	Response    ResponseReading    // A10
}

// AfterWindowReading is how an application is treated that comes after the
// enrolment window, while the first of the next month still lies before the
// base period (reading A6).
type AfterWindowReading uint8

const (
	AfterWindowStartsWithBase AfterWindowReading = iota // cover starts with the base period, if the agent accepts
	AfterWindowRefused                                  // the application is refused
)

// LastDayReading is how an application is treated whose first of the next month
// is the last day of the base period (reading A7).
type LastDayReading uint8

const (
	LastDayRefused LastDayReading = iota // refused: the next edition is the one to join
	LastDayCovered                       // covered for the hours that are left, charged as one month
)

// ResponseReading is how the incident response period is reckoned (reading
// A10).
type ResponseReading uint8

const (
	ResponseToEndOfDay ResponseReading = iota // from the next day to the end of the last (Civil Code)
	ResponseToMoment                          // exactly the span, from moment to moment
)

// Check returns an [*Error] with [ErrYear] unless the year is whole: there are
// a base period and a window, the window does not close before it opens and
// closes before the base period starts, and the readings are among those above.
func (y Year) Check() error { return y.check() }

func (y *Year) check() error {
	if y.Base.IsZero() || y.Opens.IsZero() || y.Closes.Compare(y.Opens) < 0 ||
		y.Closes.Start().Compare(y.Base.Start()) >= 0 ||
		y.Readings.AfterWindow > AfterWindowRefused ||
		y.Readings.LastDay > LastDayCovered ||
		y.Readings.Response > ResponseToMoment {
		return &Error{"Check", y.Base.String(), ErrYear}
	}
	return nil
}

// Clauses returns the clauses of the year.
func (y Year) Clauses() []clause.Clause {
	return []clause.Clause{y.BaseClause, y.WindowClause, y.MidTermClause, y.ResponseClause, y.DeliveryClause}
}

// ResponsePeriod returns the incident response period of an incident, from the
// moment of its first discovery. It returns an [*Error] with [ErrRange] as
// [Expiry] does.
func (y Year) ResponsePeriod(discovered Instant) (Period, error) {
	end, err := Expiry(discovered.Date(), y.ResponseSpan)
	if err != nil {
		return Period{}, err
	}
	if y.Readings.Response == ResponseToMoment {
		day, ok := discovered.Date().after(y.ResponseSpan)
		if !ok {
			return Period{}, expiryError(discovered.Date(), y.ResponseSpan)
		}
		if end = day.Start(); day.Day() == discovered.Date().Day() || y.ResponseSpan.days != 0 {
			end.seconds += discovered.seconds - discovered.Date().Start().seconds
		}
	}
	return New(discovered, end)
}

// DeliveryEnd returns the instant at which the time after a delivery on that
// day is over. It returns an [*Error] with [ErrRange] as [Expiry] does.
func (y Year) DeliveryEnd(delivered Date) (Instant, error) {
	return Expiry(delivered, y.DeliverySpan)
}
