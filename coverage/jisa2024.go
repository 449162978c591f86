// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
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
// prevail. It returns an [*Error] with [ErrReading] for a reading that there is
// not.
func JISA2024(r Readings) (Scheme, error) {
	if err := r.check(); err != nil {
		return Scheme{}, err
	}
	schedule, err := exclusions.JISA2024(r.Exclusions)
	if err == nil {
		_, err = limits.JISA2024(limits.Standard(), r.Limits)
	}
	if err != nil {
		return Scheme{}, &Error{Func: "JISA2024", Err: err}
	}
	wording := schedule.Wording()
	wording.Questions = append(wording.Questions, questions2024()...)
	return New(Rules{
		Edition:  clause.Clause{ID: "JISA-2024", JA: "JISA情報サービス業者賠償責任保険（サイバーリスク保険）2024年度", EN: "JISA information-service-provider liability insurance (cyber risk insurance), 2024", Source: "表紙"},
		Year:     period.JISA2024(r.Period),
		Tariff:   premium.JISA2024(r.Premium),
		Standard: limits.Standard(),
		Program: func(c limits.Choices, attached []clause.ID) (limits.Program, error) {
			return program2024(c, attached, r.Limits)
		},
		Limits:     slices.Collect(limits.JISA2024Clauses()),
		Agreements: agreements2024(r),
		Wording:    wording,
		Attached:   slices.Collect(schedule.Attached()),
		Heads:      heads2024(),
		Related:    r.Limits.Related,
		Incidents:  r.Incidents,
		Readings:   readings2024(r),

		Recognized: clause.Clause{ID: "COV-02", JA: "認定額（社会通念上妥当な額）", EN: "amount recognized as owed and reasonable", Source: "お支払いの対象となる損害"},
		Follows:    clause.Clause{ID: "COV-05", JA: "補償対象となる損害賠償請求がない", EN: "no covered claim for damages", Source: "付随する各種費用"},
		Series:     clause.Clause{ID: "COV-30", JA: "一連の請求", EN: "related claims", Source: "定めなし（読み方A5）"},
		Undecided:  clause.Clause{ID: "COV-31", JA: "未確定", EN: "not settled yet", Source: ""},
		Assumed:    clause.Clause{ID: "COV-41", JA: "前提", EN: "assumptions and readings", Source: ""},
		Notice:     clause.Clause{ID: "COV-32", JA: "事故の通知", EN: "notice of an incident", Source: "補償の内容（＊4）"},
		Recourse:   clause.Clause{ID: "COV-33", JA: "請求権代位", EN: "recourse", Source: "求償権不行使特約"},
		Setting:    clause.Clause{ID: "QUO-00", JA: "標準的な設定", EN: "standard setting", Source: "ご契約条件"},
		Request:    request2024(),
		Reduction:  "PRM-16",
		Beside:     "LIM-17",
		Notes: []clause.Clause{
			{ID: "COV-34", JA: "入力された事実に基づく概算であり、支払いを約するものではありません。", EN: "An indication on the facts entered, which promises no payment."},
			{ID: "COV-35", JA: "パンフレットによる計算です。約款および企画書が優先します。", EN: "Computed from the brochure; the policy conditions and the proposal document prevail."},
		},
		Caveat: clause.Clause{ID: "COV-40", JA: "免責事由は主なもののみを調べています。該当がないことは補償を意味せず、約款が優先します。", EN: "Main exclusions only: that none of them applies is not cover. The policy conditions prevail."},
	})
}

// program2024 returns the limits of a policy. A cover that an endorsement adds
// has the own limit that the policy states; custody and malfunction may go
// without one.
func program2024(c limits.Choices, attached []clause.ID, r limits.Readings) (limits.Program, error) {
	for _, cover := range []struct {
		by    clause.ID
		limit *yen.Amount
		own   bool
	}{
		{exclusions.Custody, &c.Custody, false},
		{exclusions.Malfunction, &c.Malfunction, false},
		{exclusions.Regulatory, &c.Regulatory, true},
	} {
		switch attached := slices.Contains(attached, cover.by); {
		case attached && *cover.limit == 0 && cover.own, !attached && *cover.limit != 0:
			return limits.Program{}, &Error{Func: "Record", Path: "attached", Input: string(cover.by), Err: ErrEndorsement}
		case attached && *cover.limit == 0:
			*cover.limit = yen.Max
		}
	}
	return limits.JISA2024(c, r)
}

// request2024 returns what a request for a quotation states.
func request2024() []clause.Clause {
	const source = "保険料に関する事項"
	return []clause.Clause{
		{ID: "QUO-01", JA: "事業内容", EN: "business", Source: source},
		{ID: "QUO-02", JA: "IT業務に関する売上高", EN: "sales of IT services", Source: source},
		{ID: "QUO-03", JA: "認証の取得状況", EN: "certifications", Source: source},
		{ID: "QUO-04", JA: "セキュリティ体制", EN: "security set-up", Source: source},
		{ID: "QUO-05", JA: "法務管理体制", EN: "legal management", Source: source},
		{ID: "QUO-06", JA: "過去の事故歴", EN: "loss record", Source: source},
		{ID: "QUO-07", JA: "ご契約条件（支払限度額・免責金額等）", EN: "limits, deductible and other terms", Source: source},
	}
}
