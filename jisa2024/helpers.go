// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import "github.com/baiseki/baiseki/clause"

// The headings of the sections of the brochure.
const (
	partLiability = "補償の内容「基本補償：賠償責任部分」"
	partCosts     = "補償の内容「基本補償：費用部分」"
	defined       = partCosts + "（＊1）" // the security incident
	paid          = "お支払いの対象となる損害"
	paidDamages   = paid + "「法律上の損害賠償金」"
	paidCosts     = paid + "「サイバーセキュリティ事故対応費用」"
	along         = "付随する各種費用"
	notPaid       = "お支払いの対象とならない主な場合"
	widening      = "オプション（補償内容の拡大）"
	narrowing     = "オプション（補償内容の縮小）"
	policyTerms   = "ご契約条件"
	premiums      = "保険料例"
	pricing       = "保険料に関する事項"
	policyPeriod  = "保険期間"
	insureds      = "追加被保険者特約条項"
)

// titled returns the clause with its titles, and the heading under which it stands.
func titled(id clause.ID, ja, en, source string) clause.Clause {
	return clause.Clause{ID: id, JA: ja, EN: en, Source: source}
}

// pick returns a if the reading is chosen, and b otherwise.
func pick[T any](chosen bool, a, b T) T {
	if chosen {
		return a
	}
	return b
}

func ids(all ...clause.ID) []clause.ID { return all }
