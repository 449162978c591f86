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

// madeAgreements returns who is insured, the triggers and the insuring agreements, in
// the order of assessment.
func madeAgreements() []coverage.Agreement {
	var always exclusions.Cond
	outside, uncovered := coverage.OutsidePeriod, coverage.NotCovered
	suspicion := both(is(suspected), is(apparent))
	return []coverage.Agreement{
		{About: coverage.Insured, Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "I1", JA: "被保険者", EN: "insured"}, When: not(is(insured)),
		}},
		{Denies: outside, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "T1", JA: "保険期間中の損害賠償請求", EN: "third-party claim made in the policy period"},
			Scope:  flight, When: not(is(claimInYear)),
		}},
		{Denies: outside, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "T2", JA: "保険期間中のサイバー事故の発見", EN: "discovery of the cyber incident in the policy period"},
			Scope:  incident, When: not(is(foundInYear)),
		}},
		{Denies: outside, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "T3", JA: "事故対応期間内の費用", EN: "cost incurred in the incident response period"},
			Scope:  incident, When: not(is(inResponse)),
		}},
		{Denies: outside, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "T4", JA: "保険期間中の風評被害の発見", EN: "discovery of the reputational incident in the policy period"},
			Scope:  response.Head("posts"), When: not(is(postsInYear)),
		}},
		{Denies: outside, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "T5", JA: "保険期間中の当局の措置", EN: "regulator's action in the policy period"},
			Scope:  cyber.Head("hearing"), When: not(is(actionInYear)),
		}},

		{Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C1", JA: "飛行中の事故", EN: "accident during a flight"},
			Scope:  flight.Head("damages"), When: not(is(accident)),
		}},
		{About: coverage.AddedCover, Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C2", JA: "撮影による人格権の侵害（特約を付帯した場合に限り補償）", EN: "invasion of privacy by images (covered only by endorsement)"},
			Scope:  flight.Head("privacy"), When: always,
		}},
		{Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C3", JA: "緊急措置", EN: "urgent measures"},
			Scope:  flight.Head("urgent"), When: not(both(is(urgent), is(accident))),
		}},
		{Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C4", JA: "サイバー事故", EN: "cyber incident"},
			Scope:  incident, When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "C4a", JA: "①不正アクセス", EN: "(1) intrusion"}, When: is(intrusion)},
				{Clause: clause.Clause{ID: "C4b", JA: "②画像の漏えい", EN: "(2) leak of images"}, When: is(leak)},
				{Clause: clause.Clause{ID: "C4c", JA: "③不正アクセスのおそれ", EN: "(3) suspected intrusion"}, When: suspicion},
			},
		}},
		{About: coverage.LeftOut, Denies: uncovered, SetsAside: "C4c", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C5", JA: "おそれのみの場合（調査費用に限る）", EN: "suspicion only (investigation costs only)"},
			Scope:  response, When: both(suspicion, not(is(intrusion)), not(is(leak))),
		}},
		{Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C6", JA: "見舞費用の範囲", EN: "scope of notification costs"},
			Scope:  response.Head("notices"), When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "C6a", JA: "被害者への通知", EN: "notices to the persons concerned"}, When: is(letter)},
				{Clause: clause.Clause{ID: "C6b", JA: "被害者への金券", EN: "gift vouchers"}, When: is(voucher), Unless: []exclusions.Rule{
					{Clause: clause.Clause{ID: "C6c", JA: "漏えいの公表前の金券", EN: "vouchers before the leak was apparent"}, When: not(both(is(leak), is(leakApparent)))},
				}},
			},
		}},
		{About: coverage.LeftOut, Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C7", JA: "他の補償項目との区分", EN: "allocation to another head"},
			Scope:  response.Head("restore"), When: is(otherHead),
		}},
		{Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C8", JA: "風評被害", EN: "reputational incident"},
			Scope:  response.Head("posts"), When: not(is(posts)),
		}},
		{About: coverage.AddedCover, Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C9", JA: "当局対応費用（特約を付帯した場合に限り補償）", EN: "regulatory response (covered only by endorsement)"},
			Scope:  cyber.Head("hearing"), When: always,
		}},
		{About: coverage.LeftOut, Denies: uncovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C10", JA: "制裁金そのもの", EN: "the fine itself"},
			Scope:  cyber.Head("hearing"), When: is(fine),
		}},

		// With the privacy endorsement, urgent measures answer such a claim too, and
		// damages leave it to the head of its own.
		{Endorsement: "E2", Restores: "C3", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "E2b", JA: "人格権の侵害の緊急措置", EN: "urgent measures after an invasion of privacy"},
			When:   both(is(urgent), some(is(faces), is(plates))),
		}},
		{About: coverage.LeftOut, Denies: uncovered, Endorsement: "E2", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "C11", JA: "人格権の侵害（専用の補償項目で補償）", EN: "invasion of privacy (covered under its own head)"},
			Scope:  flight.Head("damages"), When: some(is(faces), is(plates)),
		}},
	}
}
