// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"cmp"
	"fmt"
	"strconv"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Term is the length of a policy period. The step of the tariff that charges a
// part of a year decides which of its numbers are used; the others may be 0. The zero Term
// is a full year.
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

// A factor is the factor num/den by which a step multiplies the premium of a risk.
type factor struct {
	num, den uint64
	adjust   int       // the place of the discount or the loading in the risk, from 1, or 0
	short    *ShortRow // the row of a short rate
}

// factor returns the factor of the step for a risk that is checked, and whether
// the step applies.
func (s *Step) factor(r *Risk) (factor, bool) {
	switch s.Kind {
	case Round:
		return factor{num: 1, den: 1}, true
	case Discount, Loading:
		rate, i := s.rate(r)
		return factor{num: s.adjusted(rate), den: uint64(rate.Den()), adjust: i}, rate.Num() > 0
	default:
		f, _ := s.part(r.Term)
		return f, f.den > 0
	}
}

// rate returns the rate of a discount or a loading, and its place in the risk, or 0.
func (s *Step) rate(r *Risk) (yen.Ratio, int) {
	for i := range r.Adjust {
		if a := &r.Adjust[i]; a.Clause == s.Clause.ID {
			return a.Rate, i + 1
		}
	}
	return s.Rate, 0
}

// adjusted returns the denominator of the rate less its numerator for a discount,
// and plus that for a loading.
func (s *Step) adjusted(rate yen.Ratio) uint64 {
	if s.Kind == Loading {
		return uint64(rate.Den()) + uint64(rate.Num())
	}
	return uint64(rate.Den() - rate.Num())
}

// part returns the part of the annual premium for a term that the step charges,
// the zero factor if it charges all of it, or which number of the term is out of
// range.
func (s *Step) part(t Term) (factor, *fault.Error) {
	switch {
	case s.Kind == ByFullYear || t.IsFullYear():
		return factor{}, nil
	case s.Kind == ByMonths && (t.Months < 1 || t.Months > yearMonths):
		return factor{}, outOf("term.months", t.Months, yearMonths)
	case s.Kind == ByMonths:
		return factor{num: uint64(t.Months), den: yearMonths}, nil
	case s.Kind == ByShortRate:
		return s.shortPart(t)
	case t.YearDays < 1:
		return factor{}, outOf("term.yearDays", t.YearDays, longestYear)
	case t.Days < 1 || t.Days > t.YearDays:
		return factor{}, outOf("term.days", t.Days, t.YearDays)
	}
	return factor{num: uint64(t.Days), den: uint64(t.YearDays)}, nil
}

func (s *Step) shortPart(t Term) (factor, *fault.Error) {
	switch {
	case t.Months < 0 || t.Months > yearMonths || t.Months == 0 && t.Days == 0:
		return factor{}, outOf("term.months", t.Months, yearMonths)
	case t.Days < 0 || t.Months > 0 && t.Days > t.Months*longestMonth:
		return factor{}, outOf("term.days", t.Days, max(1, t.Months)*longestMonth)
	}
	for i := range s.ShortRates {
		r := &s.ShortRates[i]
		if t.Days > 0 && t.Days <= r.Days || t.Months > 0 && t.Months <= r.Months {
			return factor{num: uint64(r.Rate.Num()), den: uint64(r.Rate.Den()), short: r}, nil
		}
	}
	last := s.ShortRates[len(s.ShortRates)-1]
	if last.Months == 0 {
		return factor{}, outOf("term.days", t.Days, last.Days)
	}
	return factor{}, outOf("term.months", t.Months, last.Months)
}

func outOf(path string, n, most int) *fault.Error {
	return &fault.Error{Path: path, Input: strconv.Itoa(n), Want: "1-" + strconv.Itoa(most), Reason: fault.ErrRange}
}

// text returns what the line of the step says.
func (s *Step) text(r *Risk, f factor) (ja, en string) {
	switch {
	case s.Kind.isAdjustment():
		rate, _ := s.rate(r)
		return s.Clause.JA + " " + rate.String(), s.Clause.EN + " " + rate.String()
	case s.Kind == Minimum:
		return cmp.Or(s.Clause.JA, "最低保険料"), cmp.Or(s.Clause.EN, "minimum premium")
	case s.Kind == Together: // which changes something only if its Most does
		most := cmp.Or(s.Most, yen.Percent(100)).String()
		return s.Clause.JA + "（上限" + most + "）", s.Clause.EN + " (at most " + most + ")"
	case s.Kind == ByMonths:
		return fmt.Sprintf("月割 %d/%dか月", f.num, f.den), fmt.Sprintf("pro rata by month %d/%d", f.num, f.den)
	case s.Kind == ByDays:
		return fmt.Sprintf("日割 %d/%d日", f.num, f.den), fmt.Sprintf("pro rata by day %d/%d", f.num, f.den)
	case s.Kind == ByShortRate:
		n, ja, en := f.short.Days, "日", "day"
		if n == 0 {
			n, ja, en = f.short.Months, "か月", "month"
		}
		if n > 1 {
			en += "s"
		}
		return fmt.Sprintf("短期率 %d%sまで %v", n, ja, f.short.Rate),
			fmt.Sprintf("short rate for up to %d %s: %v", n, en, f.short.Rate)
	}
	return "", ""
}
