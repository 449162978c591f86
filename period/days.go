// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "time"

// addMonths returns the first day of the month n months after that of d.
func (d Date) addMonths(n int) (Date, bool) {
	months := d.Year()*12 + int(d.Month()) - 1 + n
	year := months / 12
	return pack(year, time.Month(months%12+1), 1), !d.IsZero() && 1 <= year && year <= 9999
}

const (
	secondsOfDay = 24 * 60 * 60
	daysOf400    = 146_097 // in 400 years
	daysOf4      = 1_461
	unixOfMarch0 = 719_468 // the days from 1 March of the year 0 to 1 January 1970
)

// number counts the days from 1 January 1970. Years are taken to start in
// March, so that the leap day is the last of a year.
func (d Date) number() int64 {
	year, month := int64(d.Year()), int64(d.Month())-3
	if month < 0 {
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*month+2)/5 + int64(d.Day()) - 1 - unixOfMarch0
}

// ofNumber returns the date of a number of days, and whether the calendar has
// it. Each step divides four times the days by those of four units, so that the
// rest tells the days into the unit; the method is that of Neri and Schneider,
// Euclidean affine functions and their application to calendar algorithms.
func ofNumber(n int64) (Date, bool) {
	n += unixOfMarch0
	if n < 0 || n > 10_000*366 {
		return Date{}, false
	}
	quarters := 4*uint32(n) + 3
	century := quarters / daysOf400
	quarters = quarters%daysOf400 | 3
	yearOfCentury, day := quarters/daysOf4, quarters%daysOf4/4
	month := (5*day + 461) / 153 // counted from January, as March is the first
	day = (5*day+461)%153/5 + 1
	year := 100*century + yearOfCentury
	if month > 12 {
		year, month = year+1, month-12
	}
	return pack(int(year), time.Month(month), int(day)), 1 <= year && year <= 9999
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
