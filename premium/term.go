// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Term is the part of a year for which a premium is charged. Terms are
// comparable with ==. The zero Term is the full year.
type Term struct {
	kind kind
	n    int // months, or days
	of   int // months or days of the year, or the days of a short-rate term
}

type kind uint8

const (
	fullYear kind = iota
	monthly
	daily
	shortRate
)

// Months returns the term of n months of twelve (月割). Quote returns ErrTerm if n
// is outside 1 to 12.
func Months(n int) Term { return Term{monthly, n, 12} }

// Days returns the term of n days (日割) of a year that has year days. Quote
// returns ErrTerm if n is outside 1 to year.
func Days(n, year int) Term { return Term{daily, n, year} }

// ShortRate returns the term of the given months and days that is charged by the
// short-rate table (短期率) of the tariff. Quote returns ErrTerm if days is
// outside 0 to 31, if the term has no length, or if it is beyond the table.
func ShortRate(months, days int) Term { return Term{shortRate, months, days} }

// String returns the term in English.
func (t Term) String() string { return t.Text(language.English) }

// Text returns the term in the language, such as 月割 9/12か月 or
// "pro rata by month 9/12".
func (t Term) Text(tag language.Tag) string {
	switch t.kind {
	case monthly:
		return fmt.Sprintf(text.In(tag, "月割 %d/%dか月", "pro rata by month %d/%d"), t.n, t.of)
	case daily:
		return fmt.Sprintf(text.In(tag, "日割 %d/%d日", "pro rata by day %d/%d"), t.n, t.of)
	case shortRate:
		ja, en := "短期率 ", "short rate for up to "
		if t.n != 0 || t.of == 0 {
			ja, en = ja+fmt.Sprintf("%dか月", t.n), en+count(t.n, "month")
		}
		if t.n != 0 && t.of != 0 {
			en += " "
		}
		if t.of != 0 {
			ja, en = ja+fmt.Sprintf("%d日", t.of), en+count(t.of, "day")
		}
		return text.In(tag, ja+"まで", en)
	}
	return text.In(tag, "年額", "full year")
}

// MarshalText returns [Term.String].
func (t Term) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// count returns a number with its noun in English.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// A ShortRow sets the rate for cover of up to Months months and Days days (0 to
// 31). The zero ShortRow is not usable: New returns [ErrTariff].
type ShortRow struct {
	Months, Days int
	Rate         yen.Ratio // the part of the annual premium, from 0 to 1
}

const longestMonth = 31

func (r ShortRow) reaches(months, days int) bool {
	return months < r.Months || months == r.Months && days <= r.Days
}

// part returns the part of the annual premium for the term, and whether the term
// is valid.
func (r *Rules) part(t Term) (yen.Ratio, bool) {
	switch t.kind {
	case monthly, daily:
		if t.n < 1 || t.n > t.of {
			return yen.Ratio{}, false
		}
		part, err := yen.NewRatio(int64(t.n), int64(t.of))
		return part, err == nil
	case shortRate:
		if t.n < 0 || t.of < 0 || t.of > longestMonth || t.n == 0 && t.of == 0 {
			return yen.Ratio{}, false
		}
		for i := range r.ShortRates {
			if row := &r.ShortRates[i]; row.reaches(t.n, t.of) {
				return row.Rate, true
			}
		}
		return yen.Ratio{}, false
	}
	return yen.Percent(100), true
}
