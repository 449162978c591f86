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
	everywhere exclusions.Scope = ""                             // the whole cover
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

// Alternatives returns the schemes of the 2024 edition that differ from that of the
// readings in one reading, in the order of READINGS.md, for [coverage.Policy.Alternatives].
// There are some forty, of which each takes milliseconds to make: make them once. It
// returns the errors of [New].
func Alternatives(readings ...coverage.Reading) ([]coverage.Scheme, error) {
	r, err := points().Choose(readings...)
	if err != nil {
		return nil, fault.In("jisa2024.Alternatives", "", err)
	}
	others := r.Alternatives()
	all := make([]coverage.Scheme, len(others))
	for i, other := range others {
		if all[i], err = New(other...); err != nil {
			return nil, err
		}
	}
	return all, nil
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
	return coverage.Rules{
		Edition: titled("JISA-2024", "JISA情報サービス業者賠償責任保険（サイバーリスク保険）2024年度",
			"JISA information-service-provider liability insurance (cyber risk insurance), 2024", "表紙"),
		Calendar: calendar(r),
		Tariff:   tariffRules(r),
		Standard: Standard(),
		Options:  options(r),
		Declared: DeclaredRatio,
		Limits:   tree{r}.root(),

		LimitClauses: limitClauses(),

		Wording:      wording(r, slices.Concat(agreementQuestions(), exclusionQuestions())), // gates first
		Attached:     pick(r.Has(InsuredsBuiltIn), ids(AdditionalInsuredsEndorsement), nil),
		Heads:        heads(r),
		TwoIncidents: r.Has(IncidentsTwo),

		DateFacts:    dateFacts(r),
		Heavier:      AggravatedLiability,
		Reputational: ReputationalIncident,

		Points: r,
		Dates:  dateQuestions(),

		// It replaces the question about the incident response period for a cost of the
		// day of the discovery, so that no time of day is asked for.
		SameDay: fact.Question{Fact: InResponsePeriod, JA: "この明細の費用は、セキュリティ事故の発見より後に生じましたか",
			EN: "Did this cost arise after the security incident was discovered?"},

		Accepted:    titled("COV-02", "査定（認定額）", "adjustment", paid),
		Follows:     titled("COV-05", "補償対象となる損害賠償請求", "covered third-party claim", along),
		Series:      titled("COV-30", "一連の損害賠償請求", "related claims", "定めなし、解釈A5"),
		Restated:    titled("COV-43", "この保険金請求の既払額", "paid for this claim before", "定めなし"),
		Undecided:   titled("COV-31", "確認中（お支払い保留）", "open, payment on hold", ""),
		Assumed:     titled("COV-41", "計算の前提", "assumptions", ""),
		Notice:      titled("COV-32", "事故の通知", "notice of an incident", partCosts+"（＊4）"),
		Subrogation: titled("COV-33", "求償（請求権代位）", "subrogation", "求償権不行使特約"),
		Sales:       "PRM-15",
		Settings:    settings(r),
		Setting:     titled("QUO-00", "標準的な設定", "standard setting", policyTerms),
		Request: []coverage.Request{
			{Clause: titled("QUO-01", "事業内容", "business", pricing), Field: "business"},
			{Clause: titled("QUO-02", "IT業務に関する売上高", "sales of IT services", pricing), Field: "sales"},
			{Clause: titled("QUO-03", "認証の取得状況", "certifications", pricing), Field: "certifications"},
			{Clause: titled("QUO-04", "セキュリティ体制", "security organisation", pricing), Field: "security"},
			{Clause: titled("QUO-05", "法務管理体制", "legal function", pricing), Field: "legal"},
			{Clause: titled("QUO-06", "過去の事故歴", "loss record", pricing), Field: "losses"},
			{Clause: titled("QUO-07", "ご契約条件（支払限度額・免責金額等）", "limits, deductible and other terms", pricing)},
		},
		Reduction: "PRM-16",
		Beside:    "LIM-17",
		Between:   "PRM-12",
		Notes: []clause.Clause{
			titled("COV-34", "入力内容に基づく試算です。お支払いの可否と金額は引受保険会社が決定します。",
				"Estimate on the facts entered. The insurer decides whether and how much to pay.", ""),
			titled("COV-35", "2024年5月のパンフレットによる計算です。約款および企画書が優先します。",
				"Computed from the brochure of May 2024. The policy conditions and the proposal document prevail.", ""),
			titled("COV-40", "パンフレット記載の主な免責事由のみ確認しています。約款が優先します。",
				"Only the main exclusions in the brochure are checked. The policy conditions prevail.", ""),
		},
	}, nil
}
