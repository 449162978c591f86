// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

// The parts of the cover to which rules and questions apply.
const (
	liability  exclusions.Scope = "liability"                    // the liability part (賠償責任部分)
	costs      exclusions.Scope = "costs"                        // the part for the insured's own costs (費用部分)
	litigation exclusions.Scope = costs + "/litigation-response" // ⑦
	regulatory exclusions.Scope = costs + "/regulatory"          // by endorsement
	incident   exclusions.Scope = costs + "/incident"            // what responds to a security incident
	quoting    exclusions.Scope = "quote"                        // of quotes: no item of a claim has it
	response   exclusions.Scope = incident + "/response"         // the same, but for attack response
)

// New returns the scheme of the 2024 edition with the readings, and with the
// default for every open point that none of them is about. It holds the rules of
// the public brochure of May 2024; the policy conditions prevail. New returns a
// [*fault.Error] with the path readings[i] for the reading with the index i:
//   - [fault.ErrUnknown] if the brochure leaves no such point open, or the point
//     has no such choice,
//   - [fault.ErrDuplicate] if another reading is about the same point.
func New(readings ...coverage.Reading) (coverage.Scheme, error) {
	rules, err := Rules(readings...)
	if err != nil {
		return coverage.Scheme{}, fault.In("jisa2024.New", "", err)
	}
	return coverage.New(rules)
}

// Wording returns the exclusions, the endorsements and the questions about them.
// The exclusions are the main ones, which the brochure lists. The policy
// conditions may contain more: that none of these applies does not mean that a
// loss is covered.
func Wording() exclusions.Wording {
	w := wording(points(), exclusionQuestions())
	covers := map[clause.ID]bool{} // the requirements of the cover, and their exceptions
	w.Rules = slices.DeleteFunc(w.Rules, func(x exclusions.Rule) bool {
		is := x.Class != "" && x.Class != exclusions.Excess && x.Class != exclusions.Waiver
		if x.Under != "" {
			is = covers[x.Under]
		}
		covers[x.Clause.ID] = is
		return is
	})
	return w
}

func wording(r coverage.OpenPoints, questions []fact.Question) exclusions.Wording {
	return exclusions.Wording{
		Rules: slices.Concat(cover(r), excluded(r), endorsed(r)), Endorsements: endorsements(), Questions: questions}
}

// Rules returns the data of the scheme that [New] makes, to look at or to change.
// It returns the errors of New.
func Rules(readings ...coverage.Reading) (coverage.Rules, error) {
	r, err := points().Choose(readings...)
	if err != nil {
		return coverage.Rules{}, fault.In("jisa2024.Rules", "", err)
	}
	var attached []clause.ID
	if r.Has(InsuredsBuiltIn) {
		attached = ids(AdditionalInsuredsEndorsement)
	}
	return coverage.Rules{
		Edition:  clause.Clause{ID: "JISA-2024", JA: "JISA情報サービス業者賠償責任保険（サイバーリスク保険）2024年度", EN: "JISA information-service-provider liability insurance (cyber risk insurance), 2024", Source: "表紙"},
		Calendar: calendar(r),
		Response: responsePeriod(r),
		Delivery: afterDelivery(),
		Tariff:   tariffRules(r),
		Standard: Standard(),
		Options:  options(r),
		Declared: DeclaredRatio,
		Limits:   tree{r}.root(),

		LimitClauses: limitClauses(),

		Wording:      wording(r, slices.Concat(agreementQuestions(), exclusionQuestions())), // gates first
		Attached:     attached,
		Heads:        heads(r),
		TwoIncidents: r.Has(IncidentsTwo),

		DateFacts:    dateFacts(),
		Heavier:      AggravatedLiability,
		Reputational: ReputationalIncident,

		Points:  r,
		SameDay: afterDiscovery(),
		Dates:   dateQuestions(),

		Accepted:    clause.Clause{ID: "COV-02", JA: "査定（認定額）", EN: "adjustment", Source: "お支払いの対象となる損害"},
		Follows:     clause.Clause{ID: "COV-05", JA: "補償対象となる損害賠償請求", EN: "covered third-party claim", Source: "付随する各種費用"},
		Series:      clause.Clause{ID: "COV-30", JA: "一連の損害賠償請求", EN: "related claims", Source: "定めなし（解釈A5）"},
		Undecided:   clause.Clause{ID: "COV-31", JA: "確認中（お支払い保留）", EN: "open, payment on hold", Source: ""},
		Assumed:     clause.Clause{ID: "COV-41", JA: "計算の前提", EN: "assumptions", Source: ""},
		Notice:      clause.Clause{ID: "COV-32", JA: "事故の通知", EN: "notice of an incident", Source: "補償の内容（＊4）"},
		Subrogation: clause.Clause{ID: "COV-33", JA: "求償（請求権代位）", EN: "subrogation", Source: "求償権不行使特約"},
		Sales:       "PRM-15",
		Settings:    settings(r),
		Setting:     clause.Clause{ID: "QUO-00", JA: "標準的な設定", EN: "standard setting", Source: "ご契約条件"},
		Request:     request(),
		Reduction:   "PRM-16",
		Beside:      "LIM-17",
		Between:     "PRM-12",
		Notes: []clause.Clause{
			{ID: "COV-34", JA: "入力内容に基づく試算です。お支払いの可否と金額は引受保険会社が決定します。", EN: "Estimate on the facts entered. The insurer decides whether and how much to pay."},
			{ID: "COV-35", JA: "2024年5月のパンフレットによる計算です。約款および企画書が優先します。", EN: "Computed from the brochure of May 2024. The policy conditions and the proposal document prevail."},
			{ID: "COV-40", JA: "パンフレット記載の主な免責事由のみ確認しています。約款が優先します。", EN: "Only the main exclusions in the brochure are checked. The policy conditions prevail."},
		},
	}, nil
}

// request returns what a request for a quotation states.
func request() []coverage.Request {
	const source = "保険料に関する事項"
	return []coverage.Request{
		{Clause: clause.Clause{ID: "QUO-01", JA: "事業内容", EN: "business", Source: source}, Field: "business"},
		{Clause: clause.Clause{ID: "QUO-02", JA: "IT業務に関する売上高", EN: "sales of IT services", Source: source}, Field: "sales"},
		{Clause: clause.Clause{ID: "QUO-03", JA: "認証の取得状況", EN: "certifications", Source: source}, Field: "certifications"},
		{Clause: clause.Clause{ID: "QUO-04", JA: "セキュリティ体制", EN: "security organisation", Source: source}, Field: "security"},
		{Clause: clause.Clause{ID: "QUO-05", JA: "法務管理体制", EN: "legal function", Source: source}, Field: "legal"},
		{Clause: clause.Clause{ID: "QUO-06", JA: "過去の事故歴", EN: "loss record", Source: source}, Field: "losses"},
		{Clause: clause.Clause{ID: "QUO-07", JA: "ご契約条件（支払限度額・免責金額等）", EN: "limits, deductible and other terms", Source: source}},
	}
}
