// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A story is a claim with its title, and what is assumed where the brochure is
// silent.
type story struct {
	ja, en               string
	assumedJA, assumedEN string
	claim                coverage.Claim

	alone bool // it is also assessed as the first claim of the period
}

// answers is what the claims handler has judged and was told of every claim.
func answers() fact.Set {
	return fact.Set{}.Yes("it-services", "unforeseen-accident").No(
		"wilful-act", "crime", "knew-unlawful", "knew-harmful", "known-at-start", "cause-before-start",
		"aggravated-liability", "others-reputation", "late-completion",
		"other-ip", "copyright", "personality-right", "design-right", "trademark", "domain-name", "licence-fee",
		"cure-cost", "re-performance-cost", "recall-cost", "custody-property")
}

// claims returns the three cases of the brochure, which are demands and not
// established damages, a claim with a disputed fact, and one that an exclusion denies. The
// questions of which the other answer practically never occurs have the default
// answer.
func claims(defaults fact.Set) []story {
	at := period.MustParseMoment
	damages := func(man yen.Amount) []coverage.Item {
		return []coverage.Item{{Head: jisa2024.Damages, Claimed: man * yen.Man, Accepted: yen.Exactly(man * yen.Man)}}
	}
	developed := answers().Yes("software-development", "in-japan")

	return []story{
		{
			ja:        "事例1 バックアップデータの不足によるシステムダウン",
			en:        "Case 1: missing backup data bring a client's system down",
			assumedJA: "請求額の全額を認定したものとします。",
			assumedEN: "Assumed: the whole amount claimed is accepted.",
			claim: coverage.Claim{
				Number: "C-1",
				Facts:  answers().No("software-development").Yes("business-interference").Else(defaults),
				Dates:  coverage.Dates{Made: at("2024-09-10")},
				Items:  damages(17_000),
			},
		},
		{
			ja:        "事例2 納入後に発覚したシステムの設計ミス",
			en:        "Case 2: a design defect found after delivery",
			assumedJA: "損害賠償請求を受けた日と、損害賠償請求のおそれを認識した日は、いずれも引渡しから1か月を過ぎてからとします。再履行の費用は含みません。",
			assumedEN: "Assumed: the third-party claim was made, and the insured first knew that it was likely, more than a month after delivery; no cost of redoing the work.",
			alone:     true,
			claim: coverage.Claim{
				Number: "C-2",
				Facts:  developed.Yes("business-interference").Else(defaults),
				Dates:  coverage.Dates{Made: at("2024-11-05"), Aware: at("2024-10-20"), Delivered: at("2024-08-01")},
				Items:  damages(4_000),
			},
		},
		{
			ja:        "事例3 納品したシステムへのサイバー攻撃（情報漏えいなし）",
			en:        "Case 3: a delivered system is attacked; no leak is found",
			assumedJA: "情報漏えいのおそれがあったものとします。引渡しから1か月を過ぎてからの事故で、損害賠償請求は受けていません。",
			assumedEN: "Assumed: a leak was suspected, more than a month after delivery; no third-party claim was made.",
			claim: coverage.Claim{
				Number: "C-3",
				Facts:  developed.Yes("cyber-attack", "suspected-leak").No("leak", "managed-system").Else(defaults),
				Dates:  coverage.Dates{Made: period.Never(), Discovered: at("2025-01-15 09:30"), Aware: at("2025-01-15"), Delivered: at("2024-08-01")},
				Items:  []coverage.Item{{Head: jisa2024.Investigation, Claimed: 1_100 * yen.Man, Accepted: yen.Exactly(1_100 * yen.Man), Incurred: at("2025-02-03")}},
			},
		},
		{
			ja:        "根拠のなかったサイバー攻撃のおそれ",
			en:        "A suspected attack that proved groundless",
			assumedJA: "外部からの通報によって発見されたかどうかに争いがあります。",
			assumedEN: "It is disputed whether a report from outside led to the discovery.",
			claim: coverage.Claim{
				Number: "C-4",
				Facts: answers().Yes("suspected-attack", "managed-system").
					No("software-development", "cyber-attack", "business-interference", "data-loss", "unforeseen-loss", "leak", "suspected-leak", "under-another-head", "consolation").With(fact.Disputed, "external-report").Else(defaults),
				Dates: coverage.Dates{Discovered: at("2025-03-10 14:00")},
				Items: []coverage.Item{
					{
						Head: jisa2024.AttackResponse, Claimed: 300 * yen.Man, Accepted: yen.Exactly(280 * yen.Man), Incurred: at("2025-03-12"),
						Facts: fact.Set{}.Yes("attack-verification", "outside-body").No("shutdown-outsourced"),
					},
					{Head: jisa2024.OtherResponse, Claimed: 200 * yen.Man, Incurred: at("2025-03-14")},
				},
			},
		},
		{
			ja:        "引渡し直後に損害賠償請求を受けた設計ミス",
			en:        "A design defect claimed 19 days after delivery",
			assumedJA: "事例2と同じ業務について、引渡しから19日後に損害賠償請求を受けたものとします。",
			assumedEN: "As case 2, but the third-party claim was made 19 days after delivery.",
			claim: coverage.Claim{
				Number: "C-5",
				Facts:  developed.Yes("business-interference").Else(defaults),
				Dates:  coverage.Dates{Made: at("2024-08-20"), Delivered: at("2024-08-01")},
				Items:  damages(4_000),
			},
		},
	}
}
