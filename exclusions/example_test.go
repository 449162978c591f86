// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// An endorsement restores cover that an exclusion denies.
func Example() {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	facts := exclusions.Know("software-development", "in-japan", "claim-within-month").No("claim-before-delivery", "known-before-delivery")

	found, err := rules.Find(facts)
	if err != nil {
		panic(err)
	}
	f, _ := found.Of("EXC-17")
	fmt.Println(f.Rule.EN, "applies:", f.Applies, f.Chain, "remedies:", f.Remedies)

	rules, err = rules.With(exclusions.PostDelivery)
	if err != nil {
		panic(err)
	}
	found, err = rules.Find(facts)
	if err != nil {
		panic(err)
	}
	f, _ = found.Of("EXC-17")
	fmt.Println(f.Rule.EN, "applies:", f.Applies, f.Chain)
	fmt.Println(f)
	fmt.Println(f.Text(language.Japanese))
	// Output:
	// claims before or within one month after delivery applies: yes [EXC-17] remedies: [END-02]
	// claims before or within one month after delivery applies: no [EXC-17 END-02]
	// excluded by EXC-17, cover restored by END-02
	// 免責事由に該当（EXC-17）、特約による免責の不適用（END-02）
}

// The rules of another insurer.
func ExampleNewSchedule() {
	rules, err := exclusions.NewSchedule(exclusions.Rule{
		Clause: clause.Clause{ID: "X-1", JA: "無許可飛行", EN: "unlicensed flight"},
		When:   exclusions.Is("unlicensed"),
		Unless: []exclusions.Rule{{
			Clause: clause.Clause{ID: "X-1a", JA: "許可申請中", EN: "licence pending"},
			When:   exclusions.Is("licence-pending"),
		}},
	})
	if err != nil {
		panic(err)
	}
	for _, facts := range []exclusions.Facts{
		exclusions.Know("unlicensed"),
		exclusions.Know("unlicensed", "licence-pending"),
		exclusions.Know("unlicensed").No("licence-pending"),
	} {
		found, err := rules.Find(facts)
		if err != nil {
			panic(err)
		}
		for f := range found.All() {
			fmt.Println(f)
		}
	}
	// Output:
	// open: X-1, X-1a
	// excluded by X-1, exception X-1a applies
	// excluded by X-1
}

// Insuring agreements are the exceptions to a rule that always denies cover.
func ExampleWording_Schedule() {
	rules, err := exclusions.Wording{
		Rules: []exclusions.Rule{{
			Clause: clause.Clause{ID: "NOT-COVERED", JA: "補償対象外", EN: "not covered"},
			Unless: []exclusions.Rule{{
				Clause: clause.Clause{ID: "COV-1", JA: "墜落", EN: "crash"},
				When:   exclusions.Is("crash"),
			}},
		}},
		Endorsements: []exclusions.Endorsement{{
			Clause: clause.Clause{ID: "E-1", JA: "盗難担保特約", EN: "theft"},
			Moves:  []exclusions.Move{{Kind: exclusions.GivesBack, Target: "NOT-COVERED", Rule: exclusions.Rule{When: exclusions.Is("theft")}}},
		}},
		Questions: []exclusions.Question{
			{Fact: "crash", JA: "墜落しましたか", EN: "Did it crash?"},
			{Fact: "theft", JA: "盗まれましたか", EN: "Was it stolen?", Usual: exclusions.No},
		},
	}.Schedule()
	if err != nil {
		panic(err)
	}
	stolen := exclusions.Know("theft").No("crash")
	before, _ := rules.Find(stolen)
	rules, err = rules.With("E-1")
	if err != nil {
		panic(err)
	}
	after, _ := rules.Find(stolen)
	for _, found := range []exclusions.Findings{before, after} {
		f, _ := found.Of("NOT-COVERED")
		fmt.Println(f, f.Remedies)
	}

	_, err = rules.Find(exclusions.Know("crush"))
	fmt.Println(err)
	// Output:
	// excluded by NOT-COVERED [E-1]
	// excluded by NOT-COVERED, cover restored by E-1 []
	// exclusions.Schedule.Bind: "crush": unknown fact
}

// The questions that would settle a claim, and the clauses that need them.
func ExampleBound_Settle() {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	facts := exclusions.Know("late-completion", "system-stopped").
		Unclear(exclusions.NotKnown, "fire", "sudden-accident").
		No("wilful-act", "cause-before-start", "crime", "knew-unlawful", "knew-harmful").
		No("others-reputation", "other-ip", "copyright", "personality-right", "design-right", "trademark", "domain-name", "licence-fee").
		No("cure-cost", "re-performance-cost", "recall-cost", "software-development", "custody-property").
		Else(rules.Usual())
	bound, err := rules.Bind(facts)
	if err != nil {
		panic(err)
	}
	s := bound.Settle(exclusions.Liability)
	fmt.Println(s.Truth, s.Exact, s.By)
	for _, n := range s.Needed {
		fmt.Println(n.By, n.Question.Fact, n.Question.Text(language.English))
		fmt.Println(n.Question.Text(language.Japanese))
	}
	// Output:
	// unknown true [EXC-13]
	// [EXC-13a] fire Was the late completion caused by fire, rupture or explosion?
	// 業務の完了が遅れた原因は、火災、破裂または爆発ですか
	// [EXC-13b] sudden-accident Was the late completion caused by a sudden and unforeseen accident?
	// 業務の完了が遅れた原因は、急激かつ不測の事故ですか
}

// A patent is infringed, and whether a copyright is infringed too is unknown. With
// the copyright exclusion the item is excluded in both cases, which Kleene's logic
// does not see.
func ExampleBound_SettleRule() {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	rules, err = rules.With(exclusions.Copyright)
	if err != nil {
		panic(err)
	}
	bound, err := rules.Bind(exclusions.Know("other-ip").No("personality-right", "design-right", "trademark", "domain-name", "leak-in-attack"))
	if err != nil {
		panic(err)
	}
	f, _ := bound.Find().Of("EXC-10")
	s, _ := bound.SettleRule("EXC-10")
	fmt.Println(f.Applies, s.Truth)
	// Output: unknown yes
}

func ExampleFindings_Effects() {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	rules, err = rules.With(exclusions.Malfunction)
	if err != nil {
		panic(err)
	}
	found, err := rules.Find(exclusions.Know("malfunction", "bodily-injury"))
	if err != nil {
		panic(err)
	}
	for e := range found.Effects() {
		fmt.Println(e.Endorsement, e.Kind, e.Scope, e.Holds)
	}
	// Output: END-04 adds cover liability/malfunction yes
}

func ExampleSchedule_Text() {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	for _, tag := range []language.Tag{language.English, language.Japanese} {
		s, _ := rules.Text("EXC-13b", tag)
		fmt.Println(s)
	}
	// Output:
	// "Was the late completion caused by a sudden and unforeseen accident?" yes and "Did the accident that delayed completion damage or stop a computer system that the named insured uses or manages?" yes
	// 「業務の完了が遅れた原因は、急激かつ不測の事故ですか」がはい かつ 「業務の完了を遅らせた事故により、記名被保険者が使用または管理するコンピュータシステムが損壊し、または機能を停止しましたか」がはい
}

func ExampleSchedule_Nodes() {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	for n := range rules.Nodes() {
		if n.Clause.ID == "EXC-17" || n.Under == "EXC-17" {
			fmt.Println(n.Level, n.Kind, n.Clause)
			fmt.Println(n.When)
		}
	}
	// Output:
	// 0 excludes EXC-17 claims before or within one month after delivery
	// software-development and in-japan and (claim-before-delivery or claim-within-month or known-before-delivery or known-within-month)
	// 1 restores cover END-02 one-month post-delivery endorsement
	// (claim-within-month or known-within-month) and not claim-before-delivery and not known-before-delivery
}

func ExampleFacts() {
	facts := exclusions.Know("late-completion").No("fire").Unclear(exclusions.Disputed, "sudden-accident")
	fmt.Println(facts)
	fmt.Println(facts.Of("fire").Truth, facts.Of("sudden-accident").Truth, facts.Of("war").Basis)
	b, err := json.Marshal(facts)
	fmt.Println(string(b), err)
	// Output:
	// fire=no late-completion=yes sudden-accident=disputed
	// no unknown not-asked
	// {"fire":"no","late-completion":"yes","sudden-accident":"disputed"} <nil>
}

// Default answers fill in for questions that were not asked, and stay recognizable.
func ExampleFacts_Else() {
	defaults := exclusions.Facts{}.No("war", "fire")
	fmt.Println(exclusions.Know("late-completion").Unclear(exclusions.NotKnown, "fire").Else(defaults))
	// Output: fire=not-known late-completion=yes war=assumed-no
}

// One item of a claim has facts of its own.
func ExampleFacts_Over() {
	claim := exclusions.Know("late-completion").No("licence-fee")
	item := exclusions.Know("licence-fee")
	fmt.Println(item.Over(claim))
	// Output: late-completion=yes licence-fee=yes
}

func ExampleParseFacts() {
	facts, err := exclusions.ParseFacts("war=no fire=not-known")
	fmt.Println(facts, err)
	_, err = exclusions.ParseFacts("war=no war=yes")
	fmt.Println(err, errors.Is(err, exclusions.ErrDuplicate))
	// Output:
	// fire=not-known war=no <nil>
	// exclusions.ParseFacts: "war": duplicate true
}

func ExampleMustParseFacts() {
	fmt.Println(exclusions.MustParseFacts("war=no").Of("war"))
	// Output: no
}

func ExampleCond() {
	c := exclusions.All(exclusions.Is("late-completion"), exclusions.Not(exclusions.Any(exclusions.Is("fire"), exclusions.Is("explosion"))))
	fmt.Println(c)
	fmt.Println(c.Text(language.Japanese))
	fmt.Println(c.In(exclusions.Know("late-completion")))
	fmt.Println(c.In(exclusions.Know("fire")))
	// Output:
	// late-completion and not (fire or explosion)
	// late-completion かつ （fire または explosion）でない
	// unknown
	// no
}

func ExampleScope() {
	forensic := exclusions.Costs.Head("investigation")
	fmt.Println(forensic, forensic.Meets(exclusions.Costs), forensic.Meets(exclusions.Liability))
	// Output: costs/investigation true false
}

func ExampleTruth() {
	var t exclusions.Truth
	fmt.Println(t, t.Not(), exclusions.No.Not(), exclusions.Yes.Text(language.Japanese))
	// Output: unknown unknown yes はい
}

func ExampleParseTruth() {
	t, err := exclusions.ParseTruth("yes")
	fmt.Println(t, err)
	// Output: yes <nil>
}

func ExampleParseAnswer() {
	a, err := exclusions.ParseAnswer("assumed-no")
	fmt.Println(a.Truth, a.Basis, a.Text(language.English), err)
	// Output: no assumed no (default answer) <nil>
}

func ExampleSchedule_With() {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	rules, err = rules.With(exclusions.Copyright, exclusions.PostDelivery)
	fmt.Println(err)
	for id := range rules.Attached() {
		fmt.Println(id)
	}
	_, err = rules.With("END-99")
	fmt.Println(err)
	// Output:
	// <nil>
	// END-02
	// END-06
	// exclusions.Schedule.With: "END-99": unknown endorsement
}

func ExampleJISA2024() {
	rules, err := exclusions.JISA2024(exclusions.Readings{Property: exclusions.LeftOut})
	if err != nil {
		panic(err)
	}
	found, err := rules.Find(exclusions.Know("property-damage"))
	if err != nil {
		panic(err)
	}
	f, _ := found.Of("OPEN-01")
	fmt.Println(f.Rule.EN)
	fmt.Println(f, "in", f.Scope)
	// Output:
	// property damage (not in the brochure; the policy conditions decide)
	// excluded by OPEN-01 in liability/damages
}
