// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fact_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

// The facts of a claim, of one of its items, and the default answers for what was
// not asked.
func Example() {
	v, err := fact.NewVocabulary("fire", "war", "flood", "late")
	if err != nil {
		panic(err)
	}
	claim := v.Set().Yes("late").With(fact.NotKnown, "fire")
	item := v.Set().Yes("fire")
	defaults := v.Set().No("fire", "war", "flood")
	fmt.Println(claim.Else(defaults))
	fmt.Println(item.Over(claim).Else(defaults))
	// Output:
	// fire=not-known war=assumed-no flood=assumed-no late=yes
	// fire=yes war=assumed-no flood=assumed-no late=yes
}

func ExampleTruth() {
	var t fact.Truth
	fmt.Println(t, t.Not(), fact.No.Not(), fact.Yes.Text(language.Japanese))
	// Output: unknown unknown yes はい
}

func ExampleParseTruth() {
	t, err := fact.ParseTruth("yes")
	fmt.Println(t, err)
	_, err = fact.ParseTruth("maybe")
	fmt.Println(err)
	// Output:
	// yes <nil>
	// fact.ParseTruth: "maybe": invalid syntax (yes, no, unknown)
}

// An answer says where it came from, or why there is none.
func ExampleAnswer() {
	facts := fact.Set{}.Yes("fire").With(fact.Disputed, "intent").Else(fact.Set{}.No("war"))
	for _, f := range []fact.Name{"fire", "intent", "war", "flood"} {
		a := facts.Of(f)
		fmt.Println(f, a.Truth(), a.Stated(), a.Assumed(), a.Text(language.Japanese))
	}
	// Output:
	// fire yes true false はい
	// intent unknown false false 争いあり
	// war no false true いいえ（通常の想定）
	// flood unknown false false 未確認
}

// A host that keeps booleans states each of them.
func ExampleStated() {
	loss := struct{ Fire, War bool }{Fire: true}
	fmt.Println(fact.Set{}.With(fact.Stated(loss.Fire), "fire").With(fact.Stated(loss.War), "war"))
	// Output: fire=yes war=no
}

func ExampleParseAnswer() {
	a, err := fact.ParseAnswer("assumed-no")
	fmt.Println(a.Truth(), a.Text(language.English), err)
	_, err = fact.ParseAnswer("probably")
	fmt.Println(err)
	// Output:
	// no no (default answer) <nil>
	// fact.ParseAnswer: "probably": invalid syntax (yes, no, unknown)
}

// A misspelt name makes the set invalid: it does not silently fall back to a
// default answer.
func ExampleNewVocabulary() {
	v, err := fact.NewVocabulary("wilful-act", "fire")
	if err != nil {
		panic(err)
	}
	fmt.Println(v.Set().Yes("willful-act").Else(v.Set().No("wilful-act")).Err())
	_, err = fact.NewVocabulary("fire", "Wilful Act")
	fmt.Println(err)
	// Output:
	// fact.Set: willful-act: unknown name
	// fact.NewVocabulary: names[1]: "Wilful Act": invalid syntax
}

// A form checks names once. Then answers come by their place, and making a set of
// them allocates no memory.
func ExampleVocabulary_Form() {
	v, err := fact.NewVocabulary("fire", "war", "flood")
	if err != nil {
		panic(err)
	}
	form, err := v.Form("flood", "fire")
	if err != nil {
		panic(err)
	}
	for _, loss := range []struct{ flood, fire bool }{{true, false}, {false, true}} {
		fmt.Println(form.Set(fact.Stated(loss.flood), fact.Stated(loss.fire)))
	}
	// Output:
	// fire=no flood=yes
	// fire=yes flood=no
}

func ExampleForm() {
	v, _ := fact.NewVocabulary("fire", "war")
	form, err := v.Form("war")
	if err != nil {
		panic(err)
	}
	fmt.Println(form.Set(fact.NotKnown))
	fmt.Println(form.Set(fact.StatedYes, fact.StatedNo).Err())
	// Output:
	// war=not-known
	// fact.Set: contradicts other input
}

// Facts are stored as text or JSON, and come back the same.
func ExampleSet() {
	facts := fact.Set{}.Yes("late").No("fire").With(fact.Disputed, "sudden")
	fmt.Println(facts)
	b, err := json.Marshal(facts)
	fmt.Println(string(b), err)
	var back fact.Set
	err = json.Unmarshal(b, &back)
	fmt.Println(back.Equal(facts), err)
	// Output:
	// late=yes fire=no sudden=disputed
	// {"late":"yes","fire":"no","sudden":"disputed"} <nil>
	// true <nil>
}

// An item of a claim has facts of its own.
func ExampleSet_Over() {
	claim := fact.Set{}.Yes("late").No("fee")
	item := fact.Set{}.Yes("fee")
	fmt.Println(item.Over(claim))
	// Output: fee=yes late=yes
}

// Default answers fill in for questions that were not asked, and stay recognizable.
func ExampleSet_Else() {
	defaults := fact.Set{}.No("war", "fire")
	fmt.Println(fact.Set{}.Yes("late").With(fact.NotKnown, "fire").Else(defaults))
	// Output: late=yes fire=not-known war=assumed-no
}

// What is still to be asked.
func ExampleSet_Of() {
	v, _ := fact.NewVocabulary("fire", "war", "flood")
	facts := v.Set().No("war").With(fact.NotKnown, "flood")
	for _, f := range v.Names() {
		if facts.Of(f) == fact.NotAsked {
			fmt.Println(f)
		}
	}
	// Output: fire
}

// Stored facts may be read into the vocabulary that they are for.
func ExampleSet_UnmarshalText() {
	v, _ := fact.NewVocabulary("fire", "war")
	facts := v.Set()
	fmt.Println(facts.UnmarshalText([]byte("war=no fire=yes")), facts)
	fmt.Println(facts.UnmarshalText([]byte("war=no flood=yes")))
	// Output:
	// <nil> fire=yes war=no
	// fact.Set: flood: unknown name
}

// Bits count or compare many facts at once.
func ExampleBits() {
	v, _ := fact.NewVocabulary("earthquake", "flood", "tsunami", "fire")
	natural, _ := v.Set().Yes("earthquake", "flood", "tsunami").Known()
	facts := v.Set().Yes("flood", "fire")
	so, _ := facts.Known()
	fmt.Println(so.Count(), so.Meets(&natural))
	// Output: 2 true
}

func ExampleParse() {
	facts, err := fact.Parse("war=no fire=not-known")
	fmt.Println(facts, err)
	_, err = fact.Parse("war=no war=yes")
	fmt.Println(err, errors.Is(err, fault.ErrDuplicate))
	// Output:
	// war=no fire=not-known <nil>
	// fact.Parse: war: duplicate true
}
