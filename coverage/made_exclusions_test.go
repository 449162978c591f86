// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// madeExclusions returns the exclusions in the order of the source.
func madeExclusions(r coverage.OpenPoints) []exclusions.Rule {
	known := both(is(causeBefore), is(knownBefore))
	if r.Has(knownFirst) {
		known = both(is(causeBeforeAll), is(knownBeforeAll))
	}
	early := some(is(claimEarly), is(claimInMonth), is(knownEarly), is(knownInMonth))
	return []exclusions.Rule{
		{Clause: clause.Clause{ID: "X1", JA: "故意", EN: "wilful act"}, When: is(wilful)},
		{Clause: clause.Clause{ID: "X2", JA: "戦争", EN: "war"}, When: is(war)},
		{Clause: clause.Clause{ID: "X3", JA: "約定により加重された賠償責任", EN: "contractually assumed liability"},
			Class: exclusions.Excess, Scope: flight, When: is(penalty)},
		{Clause: clause.Clause{ID: "X4", JA: "開始時に認識していた事由", EN: "known circumstances at inception"}, When: known},
		{Clause: clause.Clause{ID: "X5", JA: "無許可の飛行", EN: "flight without a permit"}, Scope: flight, When: is(unlicensed)},
		{Clause: clause.Clause{ID: "X5a", JA: "（例外）人命救助", EN: "exception: rescue of persons"}, Under: "X5", When: is(rescue)},
		{Clause: clause.Clause{ID: "X6", JA: "引渡し前・引渡し後1か月以内の損害賠償請求", EN: "claims before or within a month after delivery"},
			When: both(is(survey), early)},
		{Clause: clause.Clause{ID: "X7", JA: "未引渡しの成果物", EN: "results never delivered"}, Scope: flight,
			When: both(is(survey), is(undelivered))},
	}
}

// madeEndorsements returns the endorsements on offer.
func madeEndorsements() []clause.Clause {
	return []clause.Clause{
		{ID: "E1", JA: "委託先操縦者特約", EN: "contracted pilots endorsement"},
		{ID: "E2", JA: "人格権侵害特約", EN: "invasion of privacy endorsement"},
		{ID: "E3", JA: "当局対応費用特約", EN: "regulatory response endorsement"},
		{ID: "E4", JA: "引渡し後1か月担保特約", EN: "post-delivery endorsement"},
		{ID: "E5", JA: "催し場所不担保特約", EN: "events exclusion endorsement"},
		{ID: "E6", JA: "求償権不行使特約", EN: "waiver of subrogation endorsement"},
	}
}

// madeEndorsed returns the rules that the endorsements add.
func madeEndorsed() []exclusions.Rule {
	return []exclusions.Rule{
		{With: "E1", Under: "I1", When: is(pilot)},

		// Urgent measures answer an invasion of privacy too, and damages leave it to
		// the head of its own.
		{With: "E2", Under: "C2", When: some(is(faces), is(plates))},
		{With: "E2", Clause: clause.Clause{ID: "E2a", JA: "催し場所の撮影", EN: "images of an event"}, Scope: flight.Head("privacy"), When: is(crowd)},
		{With: "E2", Clause: clause.Clause{ID: "E2b", JA: "人格権の侵害の緊急措置", EN: "urgent measures after an invasion of privacy"},
			Under: "C3", When: both(is(urgent), some(is(faces), is(plates)))},
		{With: "E2", Clause: clause.Clause{ID: "C11", JA: "人格権の侵害（専用の補償項目で補償）", EN: "invasion of privacy (covered under its own head)"},
			Class: coverage.LeftOut, Scope: flight.Head("damages"), When: some(is(faces), is(plates))},

		{With: "E3", Under: "C9", When: is(hearing)},
		{With: "E4", Under: "X6", In: []exclusions.Scope{flight},
			When: both(some(is(claimInMonth), is(knownInMonth)), not(is(claimEarly)), not(is(knownEarly)))},
		{With: "E5", Under: "X5a", When: is(crowd)},
		{With: "E6", Class: exclusions.Waiver, When: both(is(supplier), is(declaredParty))},
	}
}
