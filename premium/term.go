// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Term is the part of a year for which a premium is charged. It is a
// comparable value; the zero Term is the full year.
type Term struct {
	kind kind
	n    int32 // months, or days
	of   int32 // days of the year, or days beside the months of a short-rate term
}

type kind uint8

const (
	fullYear kind = iota
	monthly
	daily
	shortRate
)

// Months returns the term of n months of twelve (月割), 1 to 12.
func Months(n int) Term { return Term{monthly, clamp(n), 12} }

// Days returns the term of n days (日割) of a year of so many days, 1 day to
// the whole year.
func Days(n, year int) Term { return Term{daily, clamp(n), clamp(year)} }

// ShortRate returns the term of so many months and days that is charged by the
// short-rate table (短期率) of the tariff, up to the end of that table.
func ShortRate(months, days int) Term { return Term{shortRate, clamp(months), clamp(days)} }

// clamp keeps what no term can have out of range when it is narrowed.
func clamp(n int) int32 { return int32(min(max(n, -1), 1_000_000)) }

// String returns the term in English.
func (t Term) String() string { return t.Text(language.English) }

// Text returns the term for people who read the language, such as 月割 9/12 or
// monthly pro-rata 9/12.
func (t Term) Text(tag language.Tag) string {
	switch t.kind {
	case monthly:
		return text.In(tag, "月割", "monthly pro-rata") + fmt.Sprintf(" %d/12", t.n)
	case daily:
		return text.In(tag, "日割", "daily pro-rata") + fmt.Sprintf(" %d/%d", t.n, t.of)
	case shortRate:
		if t.of == 0 {
			return fmt.Sprintf(text.In(tag, "短期率 %dか月まで", "short rate up to %d months"), t.n)
		}
		return fmt.Sprintf(text.In(tag, "短期率 %dか月%d日まで", "short rate up to %d months %d days"), t.n, t.of)
	}
	return text.In(tag, "年額", "full year")
}

// A ShortRow is one line of a short-rate table: a cover of up to so many
// months and days costs this part of the annual premium.
type ShortRow struct {
	Months, Days int
	Rate         yen.Ratio // 25% for a quarter
}

func (r ShortRow) reaches(months, days int) bool {
	return months < r.Months || months == r.Months && days <= r.Days
}

// part returns the part of the annual premium that the term costs, and whether
// there is such a term.
func (r *Rules) part(t Term) (yen.Ratio, bool) {
	switch t.kind {
	case monthly, daily:
		if t.n < 1 || t.n > t.of {
			return yen.Ratio{}, false
		}
		part, err := yen.NewRatio(int64(t.n), int64(t.of))
		return part, err == nil
	case shortRate:
		months, days := int(t.n), int(t.of)
		if months < 0 || days < 0 || months+days == 0 {
			return yen.Ratio{}, false
		}
		for i := range r.ShortRates {
			if row := &r.ShortRates[i]; row.reaches(months, days) {
				return row.Rate, true
			}
		}
		return yen.Ratio{}, false
	}
	return yen.Percent(100), true
}
