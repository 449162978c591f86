// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// An answer says where it came from.
func ExampleAnswer() {
	facts := exclusions.Know("fire").Unclear(exclusions.Disputed, "wilful-act")
	for _, fact := range []exclusions.Fact{"fire", "wilful-act", "war"} {
		a := facts.Of(fact)
		fmt.Println(fact, a, a.Truth)
	}
	// Output:
	// fire yes yes
	// wilful-act disputed unknown
	// war not-asked unknown
}

func ExampleBasis() {
	for b := exclusions.NotAsked; b <= exclusions.Disputed; b++ {
		fmt.Println(b, b.Text(language.Japanese))
	}
	// Output:
	// not-asked 未確認
	// stated 回答あり
	// assumed 通常の想定
	// not-known 不明
	// disputed 争いあり
}

// A misspelt fact is an error.
func ExampleFact() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	_, err := rules.Bind(exclusions.Know("willful-act"))
	fmt.Println(errors.Is(err, exclusions.ErrFact))
	// Output:
	// true
}

func ExampleKnow() {
	fmt.Println(exclusions.Know("late-completion", "fire").No("war"))
	// Output:
	// fire=yes late-completion=yes war=no
}

func ExampleIs() {
	fire := exclusions.Is("fire")
	fmt.Println(fire.In(exclusions.Know("fire")), fire.In(exclusions.Facts{}))
	// Output:
	// yes unknown
}

func ExampleNot() {
	fmt.Println(exclusions.Not(exclusions.Is("fire")).In(exclusions.Facts{}))
	// Output:
	// unknown
}

// One part that is not met decides, even if others are unknown.
func ExampleAll() {
	both := exclusions.All(exclusions.Is("sudden-accident"), exclusions.Is("system-stopped"))
	fmt.Println(both.In(exclusions.Facts{}.No("system-stopped")))
	fmt.Println(both.In(exclusions.Know("system-stopped")))
	// Output:
	// no
	// unknown
}

// One part that is met decides, even if others are unknown.
func ExampleAny() {
	either := exclusions.Any(exclusions.Is("earthquake"), exclusions.Is("flood"))
	fmt.Println(either.In(exclusions.Know("flood")))
	fmt.Println(either.In(exclusions.Facts{}.No("flood")))
	// Output:
	// yes
	// unknown
}

// An exception is a rule itself, and may have exceptions.
func ExampleRule() {
	rules, err := exclusions.NewSchedule(exclusions.Rule{
		Clause: clause.Clause{ID: "X-1", EN: "crime"}, When: exclusions.Is("crime"),
		Unless: []exclusions.Rule{{
			Clause: clause.Clause{ID: "X-1a", EN: "negligence"}, When: exclusions.Is("negligence"),
			Unless: []exclusions.Rule{{Clause: clause.Clause{ID: "X-1b", EN: "gross negligence"}, When: exclusions.Is("gross")}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	found, _ := rules.Find(exclusions.Know("crime", "negligence", "gross"))
	f, _ := found.Of("X-1")
	fmt.Println(f)
	// Output:
	// excluded by X-1, exception X-1a applies, X-1b overrides the exception
}

func ExampleExtent() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	found, _ := rules.Find(exclusions.Know("aggravated-liability"))
	f, _ := found.Of("EXC-04")
	fmt.Println(f.Applies, f.Extent)
	// Output:
	// yes excess
}

// offer returns a wording with one endorsement.
func offer(moves ...exclusions.Move) exclusions.Wording {
	return exclusions.Wording{
		Rules: []exclusions.Rule{{Clause: clause.Clause{ID: "X-1", EN: "flood"}, When: exclusions.Is("flood")}},
		Endorsements: []exclusions.Endorsement{{
			Clause: clause.Clause{ID: "E-1", EN: "flood cover"}, Moves: moves,
		}},
	}
}

func ExampleEndorsement() {
	rules, err := offer(exclusions.Move{Kind: exclusions.GivesBack, Target: "X-1"}).Schedule()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, attached := range [][]clause.ID{nil, {"E-1"}} {
		with, _ := rules.With(attached...)
		found, _ := with.Find(exclusions.Know("flood"))
		f, _ := found.Of("X-1")
		fmt.Println(f, f.Remedies)
	}
	// Output:
	// excluded by X-1 [E-1]
	// excluded by X-1, cover restored by E-1 []
}

func ExampleMove() {
	_, err := offer(exclusions.Move{Kind: exclusions.GivesBack, Target: "X-9"}).Schedule()
	fmt.Println(err)
	// Output:
	// exclusions.Wording.Schedule: "E-1": target "X-9": unknown clause
}

func ExampleKind() {
	_, err := offer(exclusions.Move{Kind: exclusions.TakesBack, Target: "X-1"}).Schedule()
	fmt.Println(exclusions.TakesBack, errors.Is(err, exclusions.ErrLevel))
	// Output:
	// restricts cover true
}

func ExampleError() {
	_, err := offer(exclusions.Move{Kind: exclusions.GivesBack, Target: "X-9"}).Schedule()
	if e, ok := errors.AsType[*exclusions.Error](err); ok {
		fmt.Println(e.Clause, e.Target, e.Err)
	}
	// Output:
	// E-1 X-9 unknown clause
}

func ExampleNode() {
	rules, _ := offer(exclusions.Move{Kind: exclusions.GivesBack, Target: "X-1"}).Schedule()
	for n := range rules.Nodes() {
		fmt.Printf("%d %s %v %q\n", n.Level, n.Clause.ID, n.Kind, n.Under)
	}
	// Output:
	// 0 X-1 excludes ""
	// 1 E-1 restores cover "X-1"
}

func ExampleFinding() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	found, _ := rules.Find(exclusions.Know("late-completion", "fire"))
	f, _ := found.Of("EXC-13")
	fmt.Println(f.Applies, f.Chain)
	fmt.Println(f.Text(language.Japanese))
	// Output:
	// no [EXC-13 EXC-13a]
	// 免責事由に該当（EXC-13）、免責事由の例外に該当（EXC-13a）
}

func ExampleEffect() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	rules, _ = rules.With(exclusions.Custody)
	found, _ := rules.Find(exclusions.Know("custody-property"))
	for e := range found.Effects() {
		fmt.Println(e.Endorsement, e.Kind, e.Scope, e.Holds)
	}
	// Output:
	// END-03 adds cover liability/custody yes
}

// An open settlement names the facts that would settle it.
func ExampleSettlement() {
	rules, _ := exclusions.NewSchedule(exclusions.Rule{Clause: clause.Clause{ID: "X-1"}, When: exclusions.Is("flood")})
	b, _ := rules.Bind(exclusions.Facts{})
	s := b.Settle("")
	fmt.Println(s.Truth, s.Exact, s.Needed[0].Question.Fact)
	// Output:
	// unknown true flood
}

func ExampleNeed() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	b, _ := rules.Bind(exclusions.Know("late-completion").No("fire", "sudden-accident").Unclear(exclusions.NotKnown, "fire"))
	s, _ := b.SettleRule("EXC-13")
	for _, need := range s.Needed {
		fmt.Println(need.Question.Text(language.English), need.By)
	}
	// Output:
	// Was the late completion caused by fire, rupture or explosion? [EXC-13a]
}

func ExampleQuestion() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	for _, q := range rules.Wording().Questions[:2] {
		fmt.Println(q.Fact, q.Usual, q.Text(language.English))
	}
	// Output:
	// wilful-act unknown Did the policyholder or an insured cause the loss intentionally?
	// war no Is the loss due to war, declared or not?
}

// A judged fact has no default answer.
func ExampleNature() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	judged := 0
	for _, q := range rules.Wording().Questions {
		if q.Nature == exclusions.Judged && q.Usual == exclusions.Unknown {
			judged++
		}
	}
	fmt.Println(judged > 0, rules.Usual().Of("wilful-act"))
	// Output:
	// true not-asked
}

// applies prints whether one rule applies, under readings of the edition.
func applies(id clause.ID, facts exclusions.Facts, readings ...exclusions.Readings) {
	for _, r := range readings {
		rules, err := exclusions.JISA2024(r)
		if err != nil {
			fmt.Println(err)
			return
		}
		found, _ := rules.Find(facts)
		f, ok := found.Of(id)
		fmt.Println(f.Applies, ok)
	}
}

func ExampleReadings() {
	_, err := exclusions.JISA2024(exclusions.Readings{Property: 9})
	fmt.Println(errors.Is(err, exclusions.ErrReading))
	// Output:
	// true
}

func ExampleStart() {
	facts := exclusions.Know("cause-before-start", "known-at-start").No("cause-before-first-start")
	applies("EXC-05", facts, exclusions.Readings{}, exclusions.Readings{Start: exclusions.FirstStart})
	// Output:
	// yes true
	// no true
}

func ExampleInsureds() {
	for _, r := range []exclusions.Insureds{exclusions.Attached, exclusions.BuiltIn} {
		rules, _ := exclusions.JISA2024(exclusions.Readings{Insureds: r})
		n := 0
		for range rules.Attached() {
			n++
		}
		fmt.Println(r, n)
	}
	// Output:
	// attached 0
	// built in 1
}

func ExampleDelivery() {
	facts := exclusions.Know("software-development", "in-japan", "claim-before-delivery").No("never-delivered")
	for _, r := range []exclusions.Delivery{exclusions.WithinMonth, exclusions.UntilMonthUp} {
		rules, _ := exclusions.JISA2024(exclusions.Readings{Delivery: r})
		rules, _ = rules.With(exclusions.PostDelivery)
		found, _ := rules.Find(facts)
		f, _ := found.Of("EXC-17")
		fmt.Println(r, f.Applies)
	}
	// Output:
	// within the month yes
	// until the month is up no
}

func ExampleReach() {
	for _, r := range []exclusions.Reach{exclusions.AllCovers, exclusions.LiabilityOnly} {
		rules, _ := exclusions.JISA2024(exclusions.Readings{Reach: r})
		found, _ := rules.Find(exclusions.Facts{})
		f, _ := found.Of("EXC-17")
		fmt.Println(r, f.Scope.Meets(exclusions.Costs))
	}
	// Output:
	// all covers true
	// liability only false
}

func ExampleProperty() {
	facts := exclusions.Know("property-damage")
	applies("OPEN-01", facts, exclusions.Readings{}, exclusions.Readings{Property: exclusions.LeftOut}, exclusions.Readings{Property: exclusions.Included})
	// Output:
	// unknown true
	// yes true
	// unknown false
}

// The facts of one item over those of the claim.
func ExampleBound_Under() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	claim, _ := rules.Bind(exclusions.Know("late-completion").No("fire"))
	item, _ := claim.Under(exclusions.Know("fire"))
	for _, b := range []exclusions.Bound{claim, item} {
		f, _ := b.Find().Of("EXC-13")
		fmt.Println(f.Applies)
	}
	// Output:
	// unknown
	// no
}
