// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"fmt"
	"strconv"

	"github.com/baiseki/baiseki/fault"
)

// A Term is the length of a policy period. The charge of the tariff decides which
// of its numbers are used; the others may be 0. The zero Term is a full year.
type Term struct {
	Months   int `json:"months"`   // months, a begun month counted: 1 to 12
	Days     int `json:"days"`     // days: 1 to YearDays
	YearDays int `json:"yearDays"` // days of a full year of cover, such as 365
}

// IsFullYear reports whether t is the zero Term, or has all days of the year.
// Twelve months are not a full year if days of it are missing.
func (t Term) IsFullYear() bool { return t == Term{} || t.Days == t.YearDays && t.Days > 0 }

const (
	longestYear  = 366
	yearMonths   = 12
	longestMonth = 31
)

// part returns the part of the annual premium for a term that the step charges,
// or which number of the term is out of range.
func (s *step) part(t Term) (factor, *fault.Error) {
	switch s.kind {
	case byMonths:
		if t.Months < 1 || t.Months > yearMonths {
			return factor{}, outOf("term.months", t.Months, yearMonths)
		}
		return factor{num: uint64(t.Months), den: yearMonths}, nil
	case byDays:
		if t.YearDays < 1 {
			return factor{}, outOf("term.yearDays", t.YearDays, longestYear)
		}
		if t.Days < 1 || t.Days > t.YearDays {
			return factor{}, outOf("term.days", t.Days, t.YearDays)
		}
		return factor{num: uint64(t.Days), den: uint64(t.YearDays)}, nil
	}
	return s.shortPart(t)
}

func (s *step) shortPart(t Term) (factor, *fault.Error) {
	switch {
	case t.Months < 0 || t.Months > yearMonths || t.Months == 0 && t.Days == 0:
		return factor{}, outOf("term.months", t.Months, yearMonths)
	case t.Days < 0 || t.Months > 0 && t.Days > t.Months*longestMonth:
		return factor{}, outOf("term.days", t.Days, max(1, t.Months)*longestMonth)
	}
	for i := range s.ShortRates {
		if r := &s.ShortRates[i]; r.reaches(t) {
			return factor{num: uint64(r.Rate.Num()), den: uint64(r.Rate.Den()), short: r}, nil
		}
	}
	last := s.ShortRates[len(s.ShortRates)-1]
	if last.Months == 0 {
		return factor{}, outOf("term.days", t.Days, last.Days)
	}
	return factor{}, outOf("term.months", t.Months, last.Months)
}

// reaches reports whether the row is for cover of the length t.
func (r *ShortRow) reaches(t Term) bool {
	if r.Days > 0 {
		return t.Days > 0 && t.Days <= r.Days
	}
	return t.Months > 0 && t.Months <= r.Months
}

func outOf(path string, n, most int) *fault.Error {
	return &fault.Error{Path: path, Input: strconv.Itoa(n), Want: "1-" + strconv.Itoa(most), Reason: fault.ErrRange}
}

// termText returns what the line of a term says.
func (s *step) termText(f factor) (ja, en string) {
	switch {
	case s.kind == byMonths:
		return fmt.Sprintf("月割 %d/%dか月", f.num, f.den), fmt.Sprintf("pro rata by month %d/%d", f.num, f.den)
	case s.kind == byDays:
		return fmt.Sprintf("日割 %d/%d日", f.num, f.den), fmt.Sprintf("pro rata by day %d/%d", f.num, f.den)
	case f.short.Days > 0:
		return fmt.Sprintf("短期率 %d日まで %v", f.short.Days, f.short.Rate),
			fmt.Sprintf("short rate for up to %s: %v", count(f.short.Days, "day"), f.short.Rate)
	}
	return fmt.Sprintf("短期率 %dか月まで %v", f.short.Months, f.short.Rate),
		fmt.Sprintf("short rate for up to %s: %v", count(f.short.Months, "month"), f.short.Rate)
}

// count returns a number with its noun in English.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
