// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// The parts of the cover.
const (
	flight   exclusions.Scope = "flight"              // third-party claims after a flight
	cyber    exclusions.Scope = "cyber"               // the operator's own costs
	incident exclusions.Scope = cyber + "/incident"   // those of a cyber incident
	response exclusions.Scope = incident + "/widened" // those of more than a suspicion
)

// Short names for conditions.
var (
	is   = exclusions.Is
	not  = exclusions.Not
	both = exclusions.All
	some = exclusions.Any
)

// madeCover returns who is insured, the triggers and the insuring agreements, in the
// order of assessment.
func madeCover() []exclusions.Rule {
	suspicion := both(is(suspected), is(apparent))
	return []exclusions.Rule{
		{Clause: clause.Clause{ID: "I1", JA: "被保険者", EN: "insured"}, Class: coverage.Insured, When: not(is(insured))},

		{Clause: clause.Clause{ID: "T1", JA: "保険期間中の損害賠償請求", EN: "third-party claim made in the policy period"},
			Class: coverage.Trigger, Scope: flight, When: not(is(claimInYear))},
		{Clause: clause.Clause{ID: "T2", JA: "保険期間中のサイバー事故の発見", EN: "discovery of the cyber incident in the policy period"},
			Class: coverage.Trigger, Scope: incident, When: not(is(foundInYear))},
		{Clause: clause.Clause{ID: "T3", JA: "事故対応期間内の費用", EN: "cost incurred in the incident response period"},
			Class: coverage.Trigger, Scope: incident, When: not(is(inResponse))},
		{Clause: clause.Clause{ID: "T4", JA: "保険期間中の風評被害の発見", EN: "discovery of the reputational incident in the policy period"},
			Class: coverage.Trigger, Scope: response.Head("posts"), When: not(is(postsInYear))},
		{Clause: clause.Clause{ID: "T5", JA: "保険期間中の当局の措置", EN: "regulator's action in the policy period"},
			Class: coverage.Trigger, Scope: cyber.Head("hearing"), When: not(is(actionInYear))},

		{Clause: clause.Clause{ID: "C1", JA: "飛行中の事故", EN: "accident during a flight"},
			Class: coverage.Cover, Scope: flight.Head("damages"), When: not(is(accident))},
		{Clause: clause.Clause{ID: "C2", JA: "撮影による人格権の侵害（特約を付帯した場合に限り補償）", EN: "invasion of privacy by images (covered only by endorsement)"},
			Class: coverage.AddedCover, Scope: flight.Head("privacy")},
		{Clause: clause.Clause{ID: "C3", JA: "緊急措置", EN: "urgent measures"},
			Class: coverage.Cover, Scope: flight.Head("urgent"), When: not(both(is(urgent), is(accident)))},
		{Clause: clause.Clause{ID: "C4", JA: "サイバー事故", EN: "cyber incident"}, Class: coverage.Cover, Scope: incident},
		{Clause: clause.Clause{ID: "C4a", JA: "①不正アクセス", EN: "(1) intrusion"}, Under: "C4", When: is(intrusion)},
		{Clause: clause.Clause{ID: "C4b", JA: "②画像の漏えい", EN: "(2) leak of images"}, Under: "C4", When: is(leak)},
		{Clause: clause.Clause{ID: "C4c", JA: "③不正アクセスのおそれ", EN: "(3) suspected intrusion"}, Under: "C4", When: suspicion},
		{Clause: clause.Clause{ID: "C5", JA: "おそれのみの場合（調査費用に限る）", EN: "suspicion only (investigation costs only)"},
			Class: coverage.LeftOut, Scope: response, When: both(suspicion, not(is(intrusion)), not(is(leak))), Aside: "C4c"},
		{Clause: clause.Clause{ID: "C6", JA: "見舞費用の範囲", EN: "scope of notification costs"},
			Class: coverage.Cover, Scope: response.Head("notices")},
		{Clause: clause.Clause{ID: "C6a", JA: "被害者への通知", EN: "notices to the persons concerned"}, Under: "C6", When: is(letter)},
		{Clause: clause.Clause{ID: "C6b", JA: "被害者への金券", EN: "gift vouchers"}, Under: "C6", When: is(voucher)},
		{Clause: clause.Clause{ID: "C6c", JA: "漏えいの公表前の金券", EN: "vouchers before the leak was apparent"},
			Under: "C6b", When: not(both(is(leak), is(leakApparent)))},
		{Clause: clause.Clause{ID: "C7", JA: "他の補償項目との区分", EN: "allocation to another head"},
			Class: coverage.LeftOut, Scope: response.Head("restore"), When: is(otherHead)},
		{Clause: clause.Clause{ID: "C8", JA: "風評被害", EN: "reputational incident"},
			Class: coverage.Cover, Scope: response.Head("posts"), When: not(is(posts))},
		{Clause: clause.Clause{ID: "C9", JA: "当局対応費用（特約を付帯した場合に限り補償）", EN: "regulatory response (covered only by endorsement)"},
			Class: coverage.AddedCover, Scope: cyber.Head("hearing")},
		{Clause: clause.Clause{ID: "C10", JA: "制裁金そのもの", EN: "the fine itself"},
			Class: coverage.LeftOut, Scope: cyber.Head("hearing"), When: is(fine)},
	}
}
