// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// The files made_*.go hold a made-up scheme for operators of drones, written as the
// scheme of any insurer is: third-party claims after a flight, and the operator's own
// costs after an attack on its systems.
//
//	made_scheme_test.go      the calendar, what the source leaves open, and the whole
//	made_facts_test.go       the facts, their questions and what follows from dates
//	made_agreements_test.go  who is insured, when, and against what
//	made_exclusions_test.go  the exclusions and the endorsements
//	made_heads_test.go       the heads of loss
//	made_limits_test.go      the options and the tree of deductible and limits
//	made_tariff_test.go      the premiums and the request for a quotation

// The readings of the points that the source leaves open. The first of each group is
// the default.
const (
	defenceWithin coverage.Reading = "R1=within"
	defenceBeside coverage.Reading = "R1=beside"

	relatedOne  coverage.Reading = "R2=one"
	relatedEach coverage.Reading = "R2=each"

	incidentsOne coverage.Reading = "R3=one"
	incidentsTwo coverage.Reading = "R3=two"

	knownOwn   coverage.Reading = "R4=own"
	knownFirst coverage.Reading = "R4=first"

	responseToDay  coverage.Reading = "R5=day"
	responseToHour coverage.Reading = "R5=hour"

	pilotsAttached coverage.Reading = "R6=attached"
	pilotsBuiltIn  coverage.Reading = "R6=built-in"

	warrantyEnds coverage.Reading = "R7=month"
	warrantyOpen coverage.Reading = "R7=open"

	combinedNone   coverage.Reading = "R8=none"
	combinedCapped coverage.Reading = "R8=capped"
)

func madePoints() coverage.OpenPoints {
	ids := func(all ...clause.ID) []clause.ID { return all }
	return coverage.OpenPoints{
		{ID: "R1", JA: "争訟費用と支払限度額", EN: "Defence costs and the limit", Clauses: ids("P3", "L5"), Scope: flight, Choices: []coverage.Choice{
			{Code: "within", JA: "保険期間中の支払限度額を使用する", EN: "they erode the aggregate limit"},
			{Code: "beside", JA: "支払限度額を使用しない", EN: "they do not erode it"},
		}},
		{ID: "R2", JA: "一連の損害賠償請求", EN: "Related claims", Clauses: ids("K3", "L11"), Scope: flight, Choices: []coverage.Choice{
			{Code: "one", JA: "1請求とする", EN: "one claim"},
			{Code: "each", JA: "それぞれを1請求とする", EN: "a claim each"},
		}},
		{ID: "R3", JA: "風評被害の発見", EN: "Discovery of a reputational incident", Clauses: ids("T4", "P8"), Scope: cyber, Choices: []coverage.Choice{
			{Code: "one", JA: "サイバー事故と同一の事故とする", EN: "one incident with the cyber incident"},
			{Code: "two", JA: "別の事故とする", EN: "an incident of its own"},
		}},
		{ID: "R4", JA: "認識していた事由の基準時", EN: "When circumstances count as known", Clauses: ids("X4"), Choices: []coverage.Choice{
			{Code: "own", JA: "今回の保険期間の開始時", EN: "at the start of this policy period"},
			{Code: "first", JA: "継続契約の最初の開始時", EN: "at the start of the continuous cover"},
		}},
		{ID: "R5", JA: "事故対応期間の終わり", EN: "End of the response period", Clauses: ids("T3"), Scope: incident, Choices: []coverage.Choice{
			{Code: "day", JA: "末日の終わり", EN: "the end of its last day"},
			{Code: "hour", JA: "発見の時刻", EN: "the hour of the discovery"},
		}},
		{ID: "R6", JA: "委託先操縦者", EN: "Contracted pilots", Clauses: ids("E1"), Choices: []coverage.Choice{
			{Code: "attached", JA: "特約がある場合に被保険者", EN: "insured by endorsement"},
			{Code: "built-in", JA: "常に被保険者", EN: "always insured"},
		}},
		{ID: "R7", JA: "引渡し後の期間", EN: "Time after delivery", Clauses: ids("X6"), Choices: []coverage.Choice{
			{Code: "month", JA: "1か月", EN: "one month"},
			{Code: "open", JA: "定めなし", EN: "not stated"},
		}},
		{ID: "R8", JA: "全補償共通の支払限度額", EN: "Combined aggregate limit", Clauses: ids("L9"), Choices: []coverage.Choice{
			{Code: "none", JA: "設けない", EN: "none"},
			{Code: "capped", JA: "賠償責任の支払限度額と同額", EN: "the amount of the liability limit"},
		}},
	}
}

func madeCalendar() period.Calendar {
	return period.Calendar{
		Base:         period.MustParse("2025-04-01 12:00 - 2026-04-01 12:00"),
		BaseClause:   clause.Clause{ID: "B1", JA: "保険期間", EN: "policy period"},
		Opens:        period.MustParseDate("2025-01-10"),
		Closes:       period.MustParseDate("2025-03-10"),
		GapWithBase:  true,
		WindowClause: clause.Clause{ID: "B2", JA: "募集期間", EN: "enrolment window"},
		Starts: []period.Start{
			{Day: 1, Until: 20, Before: 1},
			{Day: 16, Until: 5},
		},
		Last:          period.MustParseDate("2026-03-16"),
		MidTermClause: clause.Clause{ID: "B3", JA: "中途加入", EN: "mid-term joining"},
	}
}

// madeRules returns the rules of the scheme with the readings.
func madeRules(t testing.TB, readings ...coverage.Reading) coverage.Rules {
	t.Helper()
	points, err := madePoints().Choose(readings...)
	if err != nil {
		t.Fatal(err)
	}
	rules := coverage.Rules{
		Edition:  clause.Clause{ID: "DRONE-25", JA: "ドローン事業者保険2025年度", EN: "drone operators' insurance, 2025", Source: "1"},
		Calendar: madeCalendar(),
		Tariff:   madeTariff(),
		Options:  madeOptions(),
		Declared: "declared",
		Limits:   madeLimits(points),
		Standard: option.Values{"limit": option.Yen(1 * yen.Oku), "deductible": option.Yen(10 * yen.Man)},
		Settings: []coverage.Setting{
			{Clauses: []clause.ID{"L2", "L4"}, JA: "賠償責任の支払限度額", EN: "liability limit", Least: 1 * yen.Oku, Most: 1 * yen.Oku},
			{Clauses: []clause.ID{"L6", "L7"}, JA: "費用ごとの支払限度額", EN: "costs sublimits", Least: 100 * yen.Man, Most: 1_000 * yen.Man},
		},
		LimitClauses: madeLimitClauses(),
		Wording: exclusions.Wording{
			Rules:        slices.Concat(madeCover(), madeExclusions(points), madeEndorsed()),
			Endorsements: madeEndorsements(),
			Questions:    madeQuestions(),
		},
		Heads:        madeHeads(),
		DateFacts:    madeDateFacts(points),
		Heavier:      penalty,
		Reputational: posts,
		Points:       points,
		SameDay:      madeSameDay(),
		Dates:        madeDates(),

		Accepted:    clause.Clause{ID: "K1", JA: "査定（認定額）", EN: "adjustment"},
		Follows:     clause.Clause{ID: "K2", JA: "補償対象となる損害賠償請求", EN: "covered third-party claim"},
		Series:      clause.Clause{ID: "K3", JA: "一連の損害賠償請求", EN: "related claims"},
		Restated:    clause.Clause{ID: "K11", JA: "この保険金請求の既払額", EN: "paid for this claim before", Source: "5"},
		Undecided:   clause.Clause{ID: "K4", JA: "確認中（お支払い保留）", EN: "open, payment on hold"},
		Assumed:     clause.Clause{ID: "K5", JA: "計算の前提", EN: "assumptions"},
		Notice:      clause.Clause{ID: "K6", JA: "事故の通知", EN: "notice of an incident"},
		Subrogation: clause.Clause{ID: "K7", JA: "求償（請求権代位）", EN: "subrogation"},
		Setting:     clause.Clause{ID: "K8", JA: "標準的な設定", EN: "standard setting"},
		Request:     madeRequest(),
		Reduction:   "T9",
		Beside:      "L9",
		Between:     "T8",
		Sales:       "T7",
		Notes:       []clause.Clause{{ID: "K9", JA: "試算です。お支払いの可否と金額は引受保険会社が決定します。", EN: "An estimate. The insurer decides whether and how much to pay."}, {ID: "K10", JA: "約款が優先します。", EN: "The policy conditions prevail."}},
	}
	if points.Has(incidentsTwo) {
		rules.TwoIncidents = true
	}
	if points.Has(pilotsBuiltIn) {
		rules.Attached = []clause.ID{"E1"}
	}
	return rules
}

// made returns the scheme with the readings.
func made(t testing.TB, readings ...coverage.Reading) coverage.Scheme {
	t.Helper()
	s, err := coverage.New(madeRules(t, readings...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}
