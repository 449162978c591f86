// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv

import (
	"slices"
	"strings"

	"github.com/baiseki/baiseki/period"
)

// ParseDate parses a date as people write it, see [period.ParseDate], or as systems and
// spreadsheets export it: 20240910, from the year 1900; with the day of the week in brackets
// behind it; or with the time 0:00. It returns the errors of period.ParseDate.
func ParseDate(s string) (period.Date, error) {
	for _, midnight := range [...]string{" 0:00", " 00:00", " 0:00:00", " 00:00:00"} {
		s = strings.TrimSuffix(s, midnight)
	}
	if i := strings.IndexAny(s, "(（"); i >= 0 && isWeekday(strings.Trim(s[i:], "()（）")) {
		s = strings.TrimSpace(s[:i])
	}
	if len(s) == len("20240910") && digits(s) && s >= "1900" {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	return period.ParseDate(s)
}

func isWeekday(s string) bool {
	s = strings.TrimSuffix(s, "曜日")
	return slices.Contains([]string{
		"月", "火", "水", "木", "金", "土", "日", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
	}, s)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
