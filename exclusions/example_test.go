// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// drones returns the exclusions of a drone policy, in the order of its conditions.
func drones() exclusions.Wording {
	is, not, all, either := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	return exclusions.Wording{
		Rules: []exclusions.Rule{
			{Clause: clause.Clause{ID: "D-1", JA: "故意", EN: "intent"}, When: is("intent")},
			{Clause: clause.Clause{ID: "D-2", JA: "無許可飛行", EN: "unlicensed flight"}, When: is("unlicensed")},
			{Clause: clause.Clause{ID: "D-2a", JA: "（例外）緊急飛行", EN: "exception: emergency flight"},
				Under: "D-2", When: all(is("emergency"), not(is("for-hire")))},
			{Clause: clause.Clause{ID: "D-3", JA: "風水災", EN: "wind and flood"}, Scope: "hull",
				When: either(is("storm"), is("flood"))},
			{With: "DE-1", Under: "D-3", When: not(is("flood"))},
		},
		Endorsements: []clause.Clause{{ID: "DE-1", JA: "風災担保特約", EN: "wind endorsement"}},
		Questions: []fact.Question{
			{Fact: "intent", JA: "損害は、故意によるものですか", EN: "Was the loss caused intentionally?", Judged: true},
			{Fact: "unlicensed", JA: "飛行は、無許可でしたか", EN: "Was the flight unlicensed?"},
			{Fact: "emergency", JA: "緊急の飛行でしたか", EN: "Was it an emergency flight?", After: "unlicensed"},
			{Fact: "for-hire", JA: "有償の飛行でしたか", EN: "Was it a flight for hire?", After: "emergency"},
			{Fact: "storm", JA: "損害は、暴風によるものですか", EN: "Is the loss due to a storm?"},
			{Fact: "flood", JA: "損害は、洪水によるものですか", EN: "Is the loss due to a flood?", Default: fact.No},
		},
	}
}

// A small policy, and a drone that a storm destroyed on an unlicensed flight.
func Example() {
	policy, err := exclusions.New(drones())
	if err != nil {
		panic(err)
	}
	facts := policy.Facts().Yes("unlicensed", "emergency", "storm").No("intent").Else(policy.Defaults())
	claim, err := policy.Bind(facts)
	if err != nil {
		panic(err)
	}
	for f := range claim.Findings() {
		fmt.Println(f, f.Remedies)
	}
	with, err := claim.With("DE-1")
	if err != nil {
		panic(err)
	}
	open := with.Settle("hull")
	fmt.Println(open.Truth, open.By)
	for _, need := range open.Questions {
		fmt.Println(need.By, need.Question.Text(language.English))
		fmt.Println(need.Question.Text(language.Japanese))
	}
	// Output:
	// D-1 does not apply []
	// open: D-2, D-2a []
	// excluded by D-3 [DE-1]
	// unknown [D-2]
	// [D-2a] Was it a flight for hire?
	// 有償の飛行でしたか
}
