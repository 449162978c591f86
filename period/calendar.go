// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "time"

// firstOfNextMonth returns the first day of the month after that of d, and
// whether the calendar has it.
func (d Date) firstOfNextMonth() (Date, bool) { return d.addMonths(1) }

// addMonths returns the first day of the month n months after that of d.
func (d Date) addMonths(n int) (Date, bool) {
	months := d.Year()*12 + int(d.Month()) - 1 + n
	year := months / 12
	return pack(year, time.Month(months%12+1), 1), !d.IsZero() && 1 <= year && year <= 9999
}

const (
	secondsOfDay = 24 * 60 * 60
	daysOf400    = 146_097 // in 400 years
	daysOf100    = 36_524
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
// it.
func ofNumber(n int64) (Date, bool) {
	n += unixOfMarch0
	if n < 0 {
		return Date{}, false
	}
	era, n := n/daysOf400, n%daysOf400
	year := (n - n/(daysOf4-1) + n/daysOf100 - n/(daysOf400-1)) / 365
	n -= 365*year + year/4 - year/100
	month := (5*n + 2) / 153
	day := n - (153*month+2)/5 + 1
	year, month = year+400*era, month+3
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
