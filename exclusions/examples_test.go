// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

// claim returns the drone policy of the package example with facts, and with
// endorsements attached.
func claim(facts fact.Set, attached ...clause.ID) exclusions.Bound {
	policy, err := exclusions.New(drones())
	if err != nil {
		panic(err)
	}
	if policy, err = policy.With(attached...); err != nil {
		panic(err)
	}
	b, err := policy.Bind(facts)
	if err != nil {
		panic(err)
	}
	return b
}

// New refuses a wording with all of its faults, each with its path.
func ExampleNew() {
	w := drones()
	w.Rules[0].When = exclusions.Is("intend")
	w.Rules[2].Under = "D-9"
	w.Rules[3].Clause.ID = "D-1"
	w.Rules[4].Under = "D-1"
	_, err := exclusions.New(w)
	for _, f := range fault.All(err) {
		fmt.Printf("%s: %q: %v\n", f.Path, f.Input, f.Reason)
	}
	// Output:
	// rules[D-2a].under: "D-9": unknown name
	// rules[D-1]: "D-1": duplicate
	// rules[D-1].when: "intend": unknown name
}

// Without questions, the vocabulary is the facts that the rules name.
func ExampleNew_withoutQuestions() {
	policy, err := exclusions.New(exclusions.Wording{Rules: []exclusions.Rule{
		{Clause: clause.Clause{ID: "X-1", JA: "犯罪行為", EN: "crime"}, When: exclusions.Is("crime")},
		{Clause: clause.Clause{ID: "X-1a", JA: "（例外）過失犯", EN: "exception: negligence offences"},
			Under: "X-1", When: exclusions.Is("negligence")},
	}})
	if err != nil {
		panic(err)
	}
	for _, facts := range []fact.Set{
		policy.Facts().Yes("crime"),
		policy.Facts().Yes("crime", "negligence"),
		policy.Facts().Yes("crime").No("negligence"),
	} {
		b, err := policy.Bind(facts)
		if err != nil {
			panic(err)
		}
		f, _ := b.Finding("X-1")
		fmt.Println(f)
	}
	// Output:
	// open: X-1, X-1a
	// excluded by X-1, exception X-1a applies
	// excluded by X-1
}

// Insuring agreements are the exceptions to a rule that always denies cover.
func ExampleRule_agreement() {
	policy, err := exclusions.New(exclusions.Wording{
		Rules: []exclusions.Rule{
			{Clause: clause.Clause{ID: "NOT-COVERED", JA: "補償対象外", EN: "not covered"}},
			{Clause: clause.Clause{ID: "COV-1", JA: "墜落", EN: "crash"}, Under: "NOT-COVERED", When: exclusions.Is("crash")},
			{With: "E-1", Under: "NOT-COVERED", When: exclusions.Is("theft")},
		},
		Endorsements: []clause.Clause{{ID: "E-1", JA: "盗難担保特約", EN: "theft endorsement"}},
	})
	if err != nil {
		panic(err)
	}
	stolen, err := policy.Bind(policy.Facts().Yes("theft").No("crash"))
	if err != nil {
		panic(err)
	}
	with, err := stolen.With("E-1")
	if err != nil {
		panic(err)
	}
	for _, b := range []exclusions.Bound{stolen, with} {
		f, _ := b.Finding("NOT-COVERED")
		fmt.Println(f, f.Remedies)
	}
	// Output:
	// excluded by NOT-COVERED [E-1]
	// excluded by NOT-COVERED, cover restored by E-1 []
}

// An exception may act in a part of the cover only. The part lies in the scope of
// its rule.
func ExampleRule_in() {
	for _, in := range []exclusions.Scope{"hull/engine", "liability"} {
		w := drones()
		w.Rules[4].In = []exclusions.Scope{in}
		_, err := exclusions.New(w)
		fmt.Println(err, errors.Is(err, fault.ErrMisplaced))
	}
	// Output:
	// <nil> false
	// exclusions.New: rules[DE-1].in: "liability": not allowed here true
}

func ExampleIs() {
	b := claim(fact.Set{}.Yes("storm"))
	storm, _ := b.Met("D-3")
	intent, _ := b.Met("D-1")
	fmt.Println(storm, intent)
	// Output: yes unknown
}

// The result for an unknown fact is unknown, not yes.
func ExampleNot() {
	for _, facts := range []fact.Set{{}, fact.Set{}.No("flood"), fact.Set{}.Yes("flood")} {
		met, _ := claim(facts).Met("DE-1") // not flood
		fmt.Println(met)
	}
	// Output:
	// unknown
	// yes
	// no
}

// One part that is not met decides, even if others are unknown.
func ExampleAll() {
	for _, facts := range []fact.Set{fact.Set{}.Yes("for-hire"), fact.Set{}.No("for-hire")} {
		met, _ := claim(facts).Met("D-2a") // emergency and not for-hire
		fmt.Println(met)
	}
	// Output:
	// no
	// unknown
}

// One part that is met decides, even if others are unknown.
func ExampleAny() {
	for _, facts := range []fact.Set{fact.Set{}.Yes("flood"), fact.Set{}.No("flood")} {
		met, _ := claim(facts).Met("D-3") // storm or flood
		fmt.Println(met)
	}
	// Output:
	// yes
	// unknown
}

func ExampleCond() {
	fire := exclusions.Any(exclusions.Is("fire"), exclusions.Is("explosion"))
	c := exclusions.All(exclusions.Is("late"), exclusions.Not(fire))
	fmt.Println(c)
	fmt.Println(c.Text(language.Japanese))
	fmt.Println(c.Facts())
	// Output:
	// late and not (fire or explosion)
	// late かつ （fire または explosion）でない
	// [late fire explosion]
}

// A condition reads back from its text. An error says where it is at fault.
func ExampleParseCond() {
	c, err := exclusions.ParseCond("late-completion and not (fire or explosion)")
	fmt.Println(c.Facts(), err)
	_, err = exclusions.ParseCond("late-completion and not fire or explosion")
	fmt.Println(err)
	// Output:
	// [late-completion fire explosion] <nil>
	// exclusions.ParseCond: "or explosion": invalid syntax (such as: late-completion and not (fire or explosion))
}

func ExampleScope() {
	costs := exclusions.Scope("costs")
	forensics := costs.Head("forensics")
	fmt.Println(forensics, forensics.Meets(costs), forensics.Meets("liability"))
	// Output: costs/forensics true false
}

// Endorsements are attached by their IDs, in any order.
func ExampleSchedule_With() {
	policy, err := exclusions.New(drones())
	if err != nil {
		panic(err)
	}
	with, err := policy.With("DE-1")
	fmt.Println(with.Attached(), err)
	_, err = policy.With("DE-9")
	fmt.Println(err)
	// Output:
	// [DE-1] <nil>
	// exclusions.Schedule.With: "DE-9": unknown name
}

// A misspelt fact is an error. A default answer does not silently take its place.
func ExampleSchedule_Bind() {
	policy, err := exclusions.New(drones())
	if err != nil {
		panic(err)
	}
	_, err = policy.Bind(policy.Facts().Yes("strom").Else(policy.Defaults()))
	fmt.Println(err)
	// Output: fact.Set: strom: unknown name
}

// The condition of a rule as the questions that meet it.
func ExampleSchedule_Text() {
	policy, err := exclusions.New(drones())
	if err != nil {
		panic(err)
	}
	for _, tag := range []language.Tag{language.English, language.Japanese} {
		text, _ := policy.Text("D-2a", tag)
		fmt.Println(text)
	}
	// Output:
	// "Was it an emergency flight?" yes and "Was it a flight for hire?" no
	// 「緊急の飛行でしたか」がはい かつ 「有償の飛行でしたか」がいいえ
}

// What a row leaves out is filled in: its clause from its endorsement, its scope from
// the rule to which it is an exception.
func ExampleSchedule_Rules() {
	policy, err := exclusions.New(drones())
	if err != nil {
		panic(err)
	}
	for r := range policy.Rules() {
		fmt.Printf("%s %q %q %q: %v\n", r.Clause.ID, r.Under, r.With, r.Scope, r.When)
	}
	// Output:
	// D-1 "" "" "": intent
	// D-2 "" "" "": unlicensed
	// D-2a "D-2" "" "": emergency and not for-hire
	// D-3 "" "" "hull": storm or flood
	// DE-1 "D-3" "DE-1" "hull": not flood
}

// The IDs are all that most programs need, and cost no memory.
func ExampleBound_Applying() {
	for id := range claim(fact.Set{}.Yes("intent", "flood").No("unlicensed")).Applying() {
		fmt.Println(id)
	}
	// Output:
	// D-1
	// D-3
}

// A finding says why, in both languages.
func ExampleBound_Finding() {
	f, _ := claim(fact.Set{}.Yes("storm").No("flood"), "DE-1").Finding("D-3")
	fmt.Println(f.Rule.EN, f.Applies, f.Chain)
	fmt.Println(f)
	fmt.Println(f.Text(language.Japanese))
	// Output:
	// wind and flood no [D-3 DE-1]
	// excluded by D-3, cover restored by DE-1
	// 免責事由に該当（D-3）、特約による免責の不適用（DE-1）
}

// The exceptions that keep a rule from applying.
func ExampleBound_Lifted() {
	b := claim(fact.Set{}.Yes("unlicensed", "emergency").No("for-hire"))
	fmt.Println(b.Lifted("D-2"), b.Lifted("D-3"))
	// Output: [D-2a] []
}

// The facts of one item over those of the claim.
func ExampleBound_Under() {
	all := claim(fact.Set{}.Yes("storm").No("intent", "unlicensed"))
	item, err := all.Under(fact.Set{}.No("storm", "flood"))
	if err != nil {
		panic(err)
	}
	fmt.Println(all.Settle("hull").Truth, item.Settle("hull").Truth)
	// Output: yes no
}

// The wind exclusion is for the hull, so nothing excludes the liability.
func ExampleBound_Settle() {
	b := claim(fact.Set{}.Yes("storm").No("intent", "unlicensed"))
	for _, part := range []exclusions.Scope{"hull", "liability"} {
		s := b.Settle(part)
		fmt.Println(part, s.Truth, s.By)
	}
	// Output:
	// hull yes [D-3]
	// liability no []
}

// A finding is open while a fact is unknown. The rule applies whatever the answer,
// which SettleRule tells.
func ExampleBound_SettleRule() {
	flood := exclusions.Is("flood")
	policy, err := exclusions.New(exclusions.Wording{Rules: []exclusions.Rule{
		{Clause: clause.Clause{ID: "X-1"}, When: exclusions.Any(flood, exclusions.Not(flood))},
	}})
	if err != nil {
		panic(err)
	}
	b, err := policy.Bind(policy.Facts())
	if err != nil {
		panic(err)
	}
	f, _ := b.Finding("X-1")
	s, _ := b.SettleRule("X-1")
	fmt.Println(f.Applies, s.Truth)
	// Output: unknown yes
}

// A waiver excludes nothing, and SettleRule tells whether it applies.
func ExampleClass() {
	w := drones()
	w.Endorsements = append(w.Endorsements, clause.Clause{ID: "DE-2", JA: "求償権不行使特約", EN: "waiver of subrogation endorsement"})
	w.Rules = append(w.Rules, exclusions.Rule{With: "DE-2", Class: exclusions.Waiver, When: exclusions.Is("emergency")})
	policy, err := exclusions.New(w)
	if err != nil {
		panic(err)
	}
	if policy, err = policy.With("DE-2"); err != nil {
		panic(err)
	}
	b, err := policy.Bind(policy.Facts().Yes("emergency").No("intent", "unlicensed"))
	if err != nil {
		panic(err)
	}
	waived, _ := b.SettleRule("DE-2")
	fmt.Println(waived.Truth, b.Settle("liability").Truth)
	// Output: yes no
}

// words is a logic in which a condition is a text.
type words struct{ facts fact.Vocabulary }

func (w words) Known(t fact.Truth) string { return t.String() }
func (w words) Fact(i int) string         { return string(w.facts.Names()[i]) }
func (w words) Not(x string) string       { return "not " + x }
func (w words) And(x, y string) string    { return w.join(x, " and ", y, fact.Yes) }
func (w words) Or(x, y string) string     { return w.join(x, " or ", y, fact.No) }

// join leaves out what does not matter beside another condition.
func (w words) join(x, by, y string, neutral fact.Truth) string {
	switch neutral.String() {
	case x:
		return y
	case y:
		return x
	}
	return "(" + x + by + y + ")"
}

// What is left of the exclusions as a text, once something is known.
func ExampleExcludedIf() {
	b := claim(fact.Set{}.No("intent", "for-hire", "storm"))
	fmt.Println(exclusions.ExcludedIf(b, "", words{b.Schedule().Facts().Vocabulary()}))
	// Output: ((unlicensed and not emergency) or flood)
}

// What is left of one rule.
func ExampleAppliesIf() {
	b := claim(fact.Set{}.Yes("unlicensed"))
	fmt.Println(exclusions.AppliesIf(b, "D-2", words{b.Schedule().Facts().Vocabulary()}))
	// Output: not (emergency and not for-hire) true
}

// Kleene's logic leaves open what no answer changes; Settle does not.
func ExampleBound_Decide() {
	policy, err := exclusions.New(exclusions.Wording{Rules: []exclusions.Rule{
		{Clause: clause.Clause{ID: "X-1", JA: "夜間", EN: "by night"}, When: exclusions.Is("night")},
		{Clause: clause.Clause{ID: "X-2", JA: "昼間", EN: "by day"}, When: exclusions.Not(exclusions.Is("night"))},
	}})
	if err != nil {
		panic(err)
	}
	b, err := policy.Bind(fact.Set{})
	if err != nil {
		panic(err)
	}
	fmt.Println(b.Decide(""))
	fmt.Println(b.Settle("").Truth)
	// Output:
	// unknown [X-1 X-2]
	// yes
}
