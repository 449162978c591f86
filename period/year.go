// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
)

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
	// (募集期間); it contains both. It closes before the day on which the base
	// period starts.
	Opens, Closes Date
	WindowClause  clause.Clause

	// MidTermClause says that who applies later joins mid-term (中途加入), from
	// 00:00 on the first day of the month after that of the application.
	MidTermClause clause.Clause

	// ResponseSpan is the length of the incident response period (事故対応期間).
	ResponseSpan   Span
	ResponseClause clause.Clause

	// DeliverySpan is the time after a delivery (引渡し) of development work in
	// which a claim still falls under the clause about delivery.
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

// An AfterWindowReading is how an application is treated that comes after the
// enrolment window, while the first of the next month still lies before the
// base period (reading A6).
type AfterWindowReading uint8

const (
	AfterWindowStartsWithBase AfterWindowReading = iota // cover starts with the base period, if the agent accepts
	AfterWindowRefused                                  // the application is refused
)

// A LastDayReading is how an application is treated whose first of the next month
// is the last day of the base period (reading A7).
type LastDayReading uint8

const (
	LastDayRefused LastDayReading = iota // refused: the next edition is the one to join
	LastDayCovered                       // covered for the hours that are left, charged as one month
)

// A ResponseReading is how the incident response period is reckoned (reading
// A10).
type ResponseReading uint8

const (
	ResponseToEndOfDay ResponseReading = iota // from the next day to the end of the last (Civil Code)
	ResponseToMoment                          // exactly the span, from moment to moment
)

// Check returns an [*Error] with [ErrYear] unless the year is whole: there are
// a base period and a window, the window does not close before it opens and
// closes before the day on which the base period starts, and the readings are
// among those above.
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

// Clauses returns the clauses of the year that have an ID.
func (y Year) Clauses() []clause.Clause {
	all := []clause.Clause{y.BaseClause, y.WindowClause, y.MidTermClause, y.ResponseClause, y.DeliveryClause}
	return slices.DeleteFunc(all, func(c clause.Clause) bool { return c.ID == "" })
}

// ResponsePeriod returns the incident response period of an incident, from the
// moment of its first discovery. It returns an [*Error] with [ErrYear] for a
// reading that there is not, and with [ErrRange] as [Expiry] does.
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

// DeliveryEnd returns the instant at which the time after a delivery on that
// day is over. It returns an [*Error] with [ErrRange] as [Expiry] does.
func (y Year) DeliveryEnd(delivered Date) (Instant, error) {
	return Expiry(delivered, y.DeliverySpan)
}
