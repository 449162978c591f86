// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"errors"
	"fmt"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// injury returns the edition with the malfunction endorsement, and a bodily
// injury by a malfunction.
func injury() exclusions.Bound {
	rules, err := exclusions.JISA2024(exclusions.Readings{})
	if err != nil {
		panic(err)
	}
	if rules, err = rules.With(exclusions.Malfunction); err != nil {
		panic(err)
	}
	b, err := rules.Bind(exclusions.Know("bodily-injury", "malfunction"))
	if err != nil {
		panic(err)
	}
	return b
}

// The malfunction endorsement restores cover under its own head, and not under
// damages.
func ExampleBound_In() {
	b := injury()
	for _, head := range []exclusions.Scope{exclusions.Liability.Head("malfunction"), exclusions.Liability.Head("damages")} {
		f, _ := b.In(head).Find().Of("EXC-08")
		fmt.Println(head, f.Applies, f.Chain)
	}
	// Output:
	// liability/malfunction no [EXC-08 END-04a]
	// liability/damages yes [EXC-08]
}

// The exceptions that keep a rule from applying.
func ExampleBound_Lifted() {
	b := injury()
	fmt.Println(b.Lifted("EXC-08"), b.In(exclusions.Liability.Head("malfunction")).Lifted("EXC-08"))
	// Output:
	// [] [END-04a]
}

// The condition by itself, even if an exception applies or the endorsement is not
// attached.
func ExampleBound_Met() {
	b := injury().In(exclusions.Liability.Head("malfunction"))
	for _, id := range []clause.ID{"EXC-08", exclusions.Custody, "EXC-99"} {
		met, ok := b.Met(id)
		fmt.Println(id, met, ok)
	}
	// Output:
	// EXC-08 yes true
	// END-03 unknown true
	// EXC-99 unknown false
}

// Whether another endorsement would change the result.
func ExampleBound_With() {
	rules, _ := exclusions.JISA2024(exclusions.Readings{})
	b, _ := rules.Bind(exclusions.Know("copyright").No("other-ip", "personality-right", "design-right", "trademark", "domain-name", "leak-in-attack"))
	with, err := b.With(exclusions.Copyright)
	if err != nil {
		panic(err)
	}
	for _, b := range []exclusions.Bound{b, with} {
		f, _ := b.Find().Of("EXC-10")
		fmt.Println(f)
	}
	// Output:
	// excluded by EXC-10, exception EXC-10a applies
	// excluded by EXC-10, exception EXC-10a applies, cover restricted by END-06
}

func ExampleBound_Of() {
	b := injury()
	fmt.Println(b.Of("bodily-injury"), b.Of("fire"), b.Of("no-such-fact"))
	// Output:
	// yes unknown unknown
}

func ExampleBound_Schedule() {
	for id := range injury().Schedule().Attached() {
		fmt.Println(id)
	}
	// Output:
	// END-04
}

func ExampleCond_Facts() {
	fire := exclusions.Is("fire")
	fmt.Println(exclusions.All(exclusions.Is("late-completion"), exclusions.Not(fire), exclusions.Any(fire, exclusions.Is("explosion"))).Facts())
	// Output:
	// [late-completion fire explosion]
}

// A move may act in a part of the cover only. The part lies in the scope of the
// target.
func ExampleMove_in() {
	for _, in := range []exclusions.Scope{"theft/abroad", "fire"} {
		_, err := exclusions.Wording{
			Rules: []exclusions.Rule{{Clause: clause.Clause{ID: "X-1"}, Scope: "theft"}},
			Endorsements: []exclusions.Endorsement{{Clause: clause.Clause{ID: "E-1"}, Moves: []exclusions.Move{
				{Kind: exclusions.GivesBack, Target: "X-1", In: []exclusions.Scope{in}},
			}}},
		}.Schedule()
		fmt.Println(in, err, errors.Is(err, exclusions.ErrScope))
	}
	// Output:
	// theft/abroad <nil> false
	// fire exclusions.Wording.Schedule: "E-1": target "X-1": scope or extent not allowed here true
}

// A question that follows another one comes later.
func ExampleQuestion_after() {
	crime := exclusions.Question{Fact: "crime", JA: "犯罪行為ですか", EN: "Was it a crime?"}
	negligence := exclusions.Question{Fact: "negligence", JA: "過失犯ですか", EN: "Was it one of negligence?", After: "crime"}
	for _, questions := range [][]exclusions.Question{{crime, negligence}, {negligence, crime}} {
		_, err := exclusions.Wording{Questions: questions}.Schedule()
		fmt.Println(err)
	}
	// Output:
	// <nil>
	// exclusions.Wording.Schedule: "negligence": invalid or misplaced question
}

func ExampleRights() {
	facts := exclusions.Know("trademark").No("other-ip", "copyright", "personality-right", "leak-in-attack")
	applies("EXC-10", facts, exclusions.Readings{}, exclusions.Readings{Rights: exclusions.OtherProperty})
	// Output:
	// no true
	// yes true
}
