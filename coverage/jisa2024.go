// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// JISA2024 returns the 2024 edition of the JISA scheme with the readings. It
// holds the rules of the public brochure of May 2024; the policy conditions
// prevail. It returns an [*Error] with [ErrReading] if r contains an unknown
// reading.
func JISA2024(r Readings) (Scheme, error) {
	if err := r.check(); err != nil {
		return Scheme{}, err
	}
	schedule, err := exclusions.JISA2024(r.Exclusions)
	if err == nil {
		_, err = limits.JISA2024(limits.Standard(), r.Limits)
	}
	if err != nil {
		if errors.Is(err, exclusions.ErrReading) || errors.Is(err, limits.ErrReading) {
			return Scheme{}, &Error{Func: "JISA2024", Input: err.Error(), Err: ErrReading}
		}
		return Scheme{}, &Error{Func: "JISA2024", Err: err}
	}
	wording := schedule.Wording()
	wording.Questions = append(questions2024(), wording.Questions...) // gates first
	return New(Rules{
		Edition:  clause.Clause{ID: "JISA-2024", JA: "JISA情報サービス業者賠償責任保険（サイバーリスク保険）2024年度", EN: "JISA information-service-provider liability insurance (cyber risk insurance), 2024", Source: "表紙"},
		Year:     period.JISA2024(r.Period),
		Tariff:   premium.JISA2024(r.Premium),
		Standard: limits.Standard(),
		Program: func(c limits.Choices, attached []clause.ID) (limits.Program, error) {
			return program2024(c, attached, r.Limits)
		},
		Limits:     slices.Collect(limits.JISA2024Clauses()),
		Agreements: agreements2024(r, reputational2024(r.Limits.Reputational)),
		Wording:    wording,
		Attached:   slices.Collect(schedule.Attached()),
		Heads:      heads2024(r.Limits.Reputational),
		Related:    r.Limits.Related,
		Incidents:  r.Incidents,

		Reputational: "reputational-incident",

		Readings: readings2024(r),
		SameDay:  afterDiscovery2024(),
		Dates:    dateQuestions2024(),

		Recognized: clause.Clause{ID: "COV-02", JA: "査定（認定額）", EN: "adjustment", Source: "お支払いの対象となる損害"},
		Follows:    clause.Clause{ID: "COV-05", JA: "補償対象となる損害賠償請求", EN: "covered third-party claim", Source: "付随する各種費用"},
		Series:     clause.Clause{ID: "COV-30", JA: "一連の損害賠償請求", EN: "related claims", Source: "定めなし（解釈A5）"},
		Undecided:  clause.Clause{ID: "COV-31", JA: "確認中（お支払い保留）", EN: "open, payment on hold", Source: ""},
		Assumed:    clause.Clause{ID: "COV-41", JA: "計算の前提", EN: "assumptions", Source: ""},
		Notice:     clause.Clause{ID: "COV-32", JA: "事故の通知", EN: "notice of an incident", Source: "補償の内容（＊4）"},
		Recourse:   clause.Clause{ID: "COV-33", JA: "求償（請求権代位）", EN: "subrogation", Source: "求償権不行使特約"},
		Sales:      "PRM-15",
		Settings:   settings2024(r.Limits),
		Refer:      func(c limits.Choices) ([]Referral, []clause.Note) { return refer2024(c, r.Limits) },
		Setting:    clause.Clause{ID: "QUO-00", JA: "標準的な設定", EN: "standard setting", Source: "ご契約条件"},
		Request:    request2024(),
		Reduction:  "PRM-16",
		Beside:     "LIM-17",
		Between:    "PRM-12",
		Notes: []clause.Clause{
			{ID: "COV-34", JA: "入力内容に基づく試算です。お支払いの可否と金額は引受保険会社が決定します。", EN: "Estimate on the facts entered. The insurer decides whether and how much to pay."},
			{ID: "COV-35", JA: "2024年5月のパンフレットによる計算です。約款および企画書が優先します。", EN: "Computed from the brochure of May 2024. The policy conditions and the proposal document prevail."},
		},
		Caveat: clause.Clause{ID: "COV-40", JA: "パンフレット記載の主な免責事由のみ確認しています。約款が優先します。", EN: "Only the main exclusions in the brochure are checked. The policy conditions prevail."},
	})
}

// program2024 returns the limits of a policy. A cover that an endorsement adds
// has the sublimit that the policy states; custody and malfunction can go without
// a sublimit.
func program2024(c limits.Choices, attached []clause.ID, r limits.Readings) (limits.Program, error) {
	for _, cover := range []struct {
		by    clause.ID
		limit *yen.Amount
		own   string // the path of a limit that the policy must state
	}{
		{exclusions.Custody, &c.Custody, ""},
		{exclusions.Malfunction, &c.Malfunction, ""},
		{exclusions.Regulatory, &c.Regulatory, "choices.regulatory"},
	} {
		switch attached := slices.Contains(attached, cover.by); {
		case !attached && *cover.limit != 0:
			return limits.Program{}, &Error{Func: "Record", Path: attachedPath, Input: string(cover.by), Err: ErrEndorsement}
		case attached && *cover.limit == 0 && cover.own != "":
			return limits.Program{}, &Error{Func: "Record", Path: cover.own, Input: string(cover.by), Err: ErrEndorsement}
		case attached && *cover.limit == 0:
			*cover.limit = yen.Max
		}
	}
	program, err := limits.JISA2024(c, r)
	return program, choiceError2024(err)
}

// request2024 returns what a request for a quotation states.
func request2024() []clause.Clause {
	const source = "保険料に関する事項"
	return []clause.Clause{
		{ID: "QUO-01", JA: "事業内容", EN: "business", Source: source},
		{ID: "QUO-02", JA: "IT業務に関する売上高", EN: "sales of IT services", Source: source},
		{ID: "QUO-03", JA: "認証の取得状況", EN: "certifications", Source: source},
		{ID: "QUO-04", JA: "セキュリティ体制", EN: "security organisation", Source: source},
		{ID: "QUO-05", JA: "法務管理体制", EN: "legal function", Source: source},
		{ID: "QUO-06", JA: "過去の事故歴", EN: "loss record", Source: source},
		{ID: "QUO-07", JA: "ご契約条件（支払限度額・免責金額等）", EN: "limits, deductible and other terms", Source: source},
	}
}
