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
			Scope: flight, Extent: exclusions.Excess, When: is(penalty)},
		{Clause: clause.Clause{ID: "X4", JA: "開始時に認識していた事由", EN: "known circumstances at inception"}, When: known},
		{Clause: clause.Clause{ID: "X5", JA: "無許可の飛行", EN: "flight without a permit"}, Scope: flight,
			When: is(unlicensed), Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "X5a", JA: "（例外）人命救助", EN: "exception: rescue of persons"}, When: is(rescue)},
			}},
		{Clause: clause.Clause{ID: "X6", JA: "引渡し前・引渡し後1か月以内の損害賠償請求", EN: "claims before or within a month after delivery"},
			When: both(is(survey), early)},
		{Clause: clause.Clause{ID: "X7", JA: "未引渡しの成果物", EN: "results never delivered"}, Scope: flight,
			When: both(is(survey), is(undelivered))},
	}
}

// madeEndorsements returns the endorsements on offer.
func madeEndorsements() []exclusions.Endorsement {
	return []exclusions.Endorsement{
		{Clause: clause.Clause{ID: "E1", JA: "委託先操縦者特約", EN: "contracted pilots endorsement"}, Moves: []exclusions.Move{
			{Kind: exclusions.AddsPerson, Rule: exclusions.Rule{When: is(pilot)}},
		}},
		{Clause: clause.Clause{ID: "E2", JA: "人格権侵害特約", EN: "invasion of privacy endorsement"}, Moves: []exclusions.Move{
			{Kind: exclusions.AddsCover, Rule: exclusions.Rule{Scope: flight.Head("privacy"), When: some(is(faces), is(plates))}},
			{Kind: exclusions.Excludes, Rule: exclusions.Rule{
				Clause: clause.Clause{ID: "E2a", JA: "催し場所の撮影", EN: "images of an event"}, Scope: flight.Head("privacy"), When: is(crowd),
			}},
		}},
		{Clause: clause.Clause{ID: "E3", JA: "当局対応費用特約", EN: "regulatory response endorsement"}, Moves: []exclusions.Move{
			{Kind: exclusions.AddsCover, Rule: exclusions.Rule{Scope: cyber.Head("hearing"), When: is(hearing)}},
		}},
		{Clause: clause.Clause{ID: "E4", JA: "引渡し後1か月担保特約", EN: "post-delivery endorsement"}, Moves: []exclusions.Move{
			{Kind: exclusions.Restores, Target: "X6", In: []exclusions.Scope{flight}, Rule: exclusions.Rule{
				When: both(some(is(claimInMonth), is(knownInMonth)), not(is(claimEarly)), not(is(knownEarly))),
			}},
		}},
		{Clause: clause.Clause{ID: "E5", JA: "催し場所不担保特約", EN: "events exclusion endorsement"}, Moves: []exclusions.Move{
			{Kind: exclusions.Restricts, Target: "X5a", Rule: exclusions.Rule{When: is(crowd)}},
		}},
		{Clause: clause.Clause{ID: "E6", JA: "求償権不行使特約", EN: "waiver of subrogation endorsement"}, Moves: []exclusions.Move{
			{Kind: exclusions.Waives, Rule: exclusions.Rule{When: both(is(supplier), is(declaredParty))}},
		}},
	}
}
