// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv

import (
	"github.com/baiseki/baiseki/period"
)

// ParseDate parses a date as people write it, see [period.ParseDate], or as systems export
// it: 20240910, from the year 1900. It returns the errors of period.ParseDate.
func ParseDate(s string) (period.Date, error) {
	if len(s) == len("20240910") && digits(s) && s >= "1900" {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	return period.ParseDate(s)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
