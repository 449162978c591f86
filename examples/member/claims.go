// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A story is a claim with what is told of it, and what is assumed where the
// brochure is silent.
type story struct {
	ja, en               string
	assumedJA, assumedEN string
	claim                coverage.Claim

	alone bool // it is also assessed as the first claim of the period
}

// judged is what a person has judged of all four claims.
func judged() exclusions.Facts {
	return exclusions.Know("it-services", "unforeseen-accident").No(
		"wilful-act", "crime", "knew-unlawful", "knew-harmful", "known-at-start", "cause-before-start",
		"cure-cost", "re-performance-cost", "recall-cost")
}

// claims returns the three cases of the brochure, which are demands and not
// established damages, and a contested one.
func claims(usual exclusions.Facts) []story {
	judged := judged()
	at := coverage.MustParseMoment

	return []story{
		{
			ja:        "事例1 バックアップデータの不足によるシステムダウン",
			en:        "Case 1: missing backup data bring a client's system down",
			assumedJA: "請求額の全額について責任が認められたものとします。",
			assumedEN: "Assumed: the whole demand is owed.",
			claim: coverage.Claim{
				Facts: judged.No("software-development").Yes("business-interference").Else(usual),
				Dates: coverage.Dates{Made: at("2024-09-10")},
				Items: []coverage.Item{{Head: limits.Damages, Claimed: 17_000 * yen.Man, Recognized: coverage.Exactly(17_000 * yen.Man)}},
			},
		},
		{
			ja:        "事例2 納入後に発覚したシステムの設計ミス",
			en:        "Case 2: a design defect found after delivery",
			assumedJA: "引渡しから1か月より後に請求を受け、そのおそれを知ったのも1か月より後とします。やり直しの費用は含みません。",
			assumedEN: "Assumed: claimed, and known, more than a month after delivery; no cost of doing the work again.",
			alone:     true,
			claim: coverage.Claim{
				Facts: judged.Yes("software-development", "in-japan", "business-interference").Else(usual),
				Dates: coverage.Dates{Made: at("2024-11-05"), Aware: at("2024-10-20"), Delivered: at("2024-08-01")},
				Items: []coverage.Item{{Head: limits.Damages, Claimed: 4_000 * yen.Man, Recognized: coverage.Exactly(4_000 * yen.Man)}},
			},
		},
		{
			ja:        "事例3 納品したシステムへのサイバー攻撃（情報漏えいなし）",
			en:        "Case 3: a delivered system is attacked; no leak is found",
			assumedJA: "情報漏えいのおそれがあったものとします。引渡しから1か月より後の事故です。",
			assumedEN: "Assumed: a leak was suspected, more than a month after delivery.",
			claim: coverage.Claim{
				Facts: judged.Yes("software-development", "in-japan", "cyber-attack", "suspected-leak").
					No("leak", "managed-system", "never-delivered", "claim-before-delivery", "claim-within-month").Else(usual),
				Dates: coverage.Dates{Discovered: at("2025-01-15 09:30"), Aware: at("2025-01-15"), Delivered: at("2024-08-01")},
				Items: []coverage.Item{{Head: limits.Investigation, Claimed: 1_100 * yen.Man, Recognized: coverage.Exactly(1_100 * yen.Man), Incurred: at("2025-02-03")}},
			},
		},
		{
			ja:        "争いのある請求 根拠のなかった攻撃のおそれ",
			en:        "A contested claim: a suspicion of an attack that proved groundless",
			assumedJA: "外部通報が先にあったかどうかに争いがあります。",
			assumedEN: "Whether a report from outside came first is disputed.",
			claim: coverage.Claim{
				Facts: judged.Yes("suspected-attack", "managed-system").
					No("software-development", "cyber-attack", "business-interference", "data-loss", "unforeseen-loss", "leak", "suspected-leak").
					Unclear(exclusions.Disputed, "external-report").Else(usual),
				Dates: coverage.Dates{Discovered: at("2025-03-10 14:00")},
				Items: []coverage.Item{
					{
						Head: limits.AttackResponse, Claimed: 300 * yen.Man, Recognized: coverage.Exactly(280 * yen.Man), Incurred: at("2025-03-12"),
						Facts: exclusions.Know("attack-verification", "outside-body").No("shutdown-outsourced"),
					},
					{Head: limits.OtherResponse, Claimed: 200 * yen.Man, Incurred: at("2025-03-14")},
				},
			},
		},
	}
}
