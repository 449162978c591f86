// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import "github.com/baiseki/baiseki/clause"

// JISA2024 returns the calendar of the 2024 edition under the readings r. If r
// contains an unknown reading, [Year.Check] returns ErrYear.
func JISA2024(r Readings) Year {
	return Year{
		Base:       MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
		BaseClause: clause.Clause{ID: "PER-01", JA: "保険期間", EN: "policy period", Source: "保険期間"},

		Opens:        MustParseDate("2024-05-07"),
		Closes:       MustParseDate("2024-06-14"),
		WindowClause: clause.Clause{ID: "PER-02", JA: "募集期間", EN: "enrolment window", Source: "表紙「募集期間」"},

		MidTermClause: clause.Clause{ID: "PER-03", JA: "中途加入", EN: "mid-term joining", Source: "保険期間"},

		ResponseSpan:   Years(1),
		ResponseClause: clause.Clause{ID: "PER-04", JA: "事故対応期間", EN: "incident response period", Source: "補償の内容（＊2）"},

		DeliverySpan:   Months(1),
		DeliveryClause: clause.Clause{ID: "PER-05", JA: "引渡し後1か月の期間", EN: "one month after delivery", Source: "お支払いの対象とならない主な場合"},

		Readings: r,
	}
}
