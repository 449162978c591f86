// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/period"
)

// Calendar returns the calendar of the 2024 edition, ready to join.
func Calendar() period.Schedule {
	s, _ := period.NewSchedule(calendar(points())) // a test holds that there is no error
	return s
}

func calendar(r coverage.OpenPoints) period.Calendar {
	last := period.MustParseDate("2025-06-01")
	if r.Has(LastDayCovered) {
		last = period.MustParseDate("2025-07-01")
	}
	return period.Calendar{
		Base:       period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
		BaseClause: clause.Clause{ID: "PER-01", JA: "保険期間", EN: "policy period", Source: "保険期間"},

		Opens:        period.MustParseDate("2024-05-07"),
		Closes:       period.MustParseDate("2024-06-14"),
		WindowClause: clause.Clause{ID: "PER-02", JA: "募集期間", EN: "enrolment window", Source: "表紙「募集期間」"},
		GapWithBase:  !r.Has(AfterWindowRefused),

		Starts:        []period.Start{{Day: 1, Until: 31, Before: 1}},
		Last:          last,
		MidTermClause: clause.Clause{ID: "PER-03", JA: "中途加入", EN: "mid-term joining", Source: "保険期間"},
	}
}

// responsePeriod returns the incident response period.
func responsePeriod(r coverage.OpenPoints) coverage.Interval {
	span := period.Years(1)
	if r.Has(ResponseToMoment) {
		span = span.ToMoment()
	}
	return coverage.Interval{
		Span:   span,
		Clause: clause.Clause{ID: "PER-04", JA: "事故対応期間", EN: "incident response period", Source: "補償の内容（＊2）"},
	}
}

// afterDelivery returns the time in which the delivery exclusion applies to
// third-party claims.
func afterDelivery() coverage.Interval {
	return coverage.Interval{
		Span:   period.Months(1),
		Clause: clause.Clause{ID: "PER-05", JA: "引渡し後1か月の期間", EN: "one month after delivery", Source: "お支払いの対象とならない主な場合"},
	}
}
