// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"encoding/json"
	"fmt"
	"log"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// Declared sales of 5億円 cost 109万円 a year and the actual 10億円 would have
// cost 152万円, so a payment of 1億円 is reduced to 109/152 of it, cut to the yen.
func Example() {
	ratio, err := yen.NewRatio(int64(109*yen.Man), int64(152*yen.Man))
	if err != nil {
		log.Fatal(err)
	}
	to := yen.Down.To(yen.Yen)
	due, err := (1 * yen.Oku).Times(ratio, to)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(1*yen.Oku, "×", ratio, "=", due.Grouped(), to.Text(language.Japanese))
	// Output: 1億円 × 109/152 = 71,710,526円 1円未満切捨て
}

func ExampleAmount() {
	table := []struct{ sales, premium yen.Amount }{
		{5 * yen.Oku, 109 * yen.Man},
		{10 * yen.Oku, 152 * yen.Man},
		{100 * yen.Oku, 540 * yen.Man},
	}
	for _, row := range table {
		fmt.Println(row.sales, row.premium)
	}
	fmt.Println(table[1].premium-table[0].premium, table[0].premium < table[1].premium)
	// Output:
	// 5億円 109万円
	// 10億円 152万円
	// 100億円 540万円
	// 43万円 true
}

// In JSON, as in a database, an amount is the plain number.
func ExampleAmount_json() {
	b, err := json.Marshal(map[string]yen.Amount{"limit": 1 * yen.Oku})
	fmt.Println(string(b), err)
	// Output: {"limit":100000000} <nil>
}

// Programs that keep decimals write a number in quotes.
func ExampleAmount_UnmarshalJSON() {
	var claim struct{ Claimed, Accepted yen.Amount }
	err := json.Unmarshal([]byte(`{"Claimed": "40000000", "Accepted": 35000000}`), &claim)
	fmt.Println(claim.Claimed, claim.Accepted, err)

	err = json.Unmarshal([]byte(`{"Claimed": "10.50"}`), &claim)
	fmt.Println(err)
	// Output:
	// 4,000万円 3,500万円 <nil>
	// yen.UnmarshalJSON: "10.50": not a whole number of yen
}

func ExampleParse() {
	for _, s := range []string{"１億７，０００万円", "¥170,000,000", "1.7億円", "170百万円", "170,000千円", " ▲5 千万円 "} {
		a, err := yen.Parse(s)
		fmt.Println(a, err)
	}
	_, err := yen.Parse("1,70")
	fmt.Println(err)
	for _, f := range fault.All(err) {
		fmt.Println(f.Text(language.Japanese))
		fmt.Println(f.Text(language.English))
	}
	// Output:
	// 1億7,000万円 <nil>
	// 1億7,000万円 <nil>
	// 1億7,000万円 <nil>
	// 1億7,000万円 <nil>
	// 1億7,000万円 <nil>
	// -5,000万円 <nil>
	// yen.Parse: "1,70": invalid syntax (1,250,000)
	// コンマは3桁ごとに入れるか、すべて省いてください。数字の間に空白は入れられません（例：1,250,000）。
	// Put a comma at every third digit, or none, and no space between digits. Write, for example, 1,250,000.
}

func ExampleMustParse() {
	fmt.Println(yen.MustParse("126万2,000円").Grouped())
	// Output: 1,262,000円
}

func ExampleAmount_String() {
	fmt.Println(170_000_000*yen.Yen, 1_262_000*yen.Yen, -5*yen.Man, yen.Amount(0))
	// Output: 1億7,000万円 126万2,000円 -5万円 0円
}

func ExampleAmount_Grouped() {
	fmt.Println(yen.MustParse("1億7,000万円").Grouped())
	// Output: 170,000,000円
}

func ExampleAmount_Text() {
	a := yen.MustParse("1億7,000万円")
	fmt.Println(a.Text(language.Japanese))
	fmt.Println(a.Text(language.English))
	// Output:
	// 1億7,000万円
	// ¥170,000,000
}

// A mid-term joiner pays eleven months of 109万円, to ten yen, half up.
func ExampleAmount_Times() {
	months, err := yen.NewRatio(11, 12)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println((109 * yen.Man).Times(months, yen.HalfUp.To(10)))

	// A result above Max is an error.
	_, err = yen.Max.Times(yen.Percent(200), yen.Rounding{})
	fmt.Println(err)
	// Output:
	// 99万9,170円 <nil>
	// yen.Times: "1,000兆円 × 200%, down to 1円": result too large (±1,000兆円)
}

func ExampleRatio() {
	half, err := yen.ParseRatio("1/2")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(half, half.Num(), half.Den())
	fmt.Println(half == yen.Percent(50))
	// Output:
	// 50% 1 2
	// true
}

// In JSON a ratio is a text, so 109/152 stays exact.
func ExampleRatio_json() {
	var policy struct{ Pays, Reduced yen.Ratio }
	err := json.Unmarshal([]byte(`{"Pays": "90%", "Reduced": "109/152"}`), &policy)
	fmt.Println(policy.Pays, policy.Reduced, err)

	b, err := json.Marshal(policy)
	fmt.Println(string(b), err)
	// Output:
	// 90% 109/152 <nil>
	// {"Pays":"90%","Reduced":"109/152"} <nil>
}

func ExampleNewRatio() {
	fmt.Println(yen.NewRatio(218, 304))
	_, err := yen.NewRatio(1, 0)
	fmt.Println(err)
	// Output:
	// 109/152 <nil>
	// yen.NewRatio: "1/0": out of range
}

func ExamplePercent() {
	pays := yen.Percent(90)
	fmt.Println((1_100 * yen.Man).Times(pays, yen.Rounding{}))
	// Output: 990万円 <nil>
}

func ExampleParseRatio() {
	for _, s := range []string{"90%", "0.9", "109/152", "90"} {
		fmt.Println(yen.ParseRatio(s))
	}
	// Output:
	// 90% <nil>
	// 90% <nil>
	// 109/152 <nil>
	// 0% yen.ParseRatio: "90": invalid syntax (10%, 3/2)
}

func ExampleRatio_Compare() {
	ratios := []yen.Ratio{yen.Percent(90), yen.Percent(-10), yen.Percent(12)}
	slices.SortFunc(ratios, yen.Ratio.Compare)
	fmt.Println(ratios)
	// Output: [-10% 12% 90%]
}

// The modes differ if there is a fraction, and are symmetric around zero.
func ExampleMode() {
	for _, m := range []yen.Mode{yen.Down, yen.HalfUp, yen.HalfEven, yen.Up} {
		fmt.Printf("%-9v", m)
		for _, a := range []yen.Amount{24, 25, 26, -25} {
			tenth, _ := a.Times(yen.Percent(10), m.To(yen.Yen))
			fmt.Printf("%4d", tenth)
		}
		fmt.Println()
	}
	// Output:
	// down        2   2   2  -2
	// half up     2   3   3  -3
	// half even   2   2   3  -2
	// up          3   3   3  -3
}

func ExampleMode_To() {
	to := yen.HalfUp.To(10)
	fmt.Println(to.Mode(), to.Unit())
	// Output: half up 10円
}

func ExampleRounding() {
	to := yen.HalfUp.To(10 * yen.Yen)
	fmt.Println(to)
	fmt.Println(to.Text(language.Japanese))
	fmt.Println(to.Text(language.English))
	fmt.Println(yen.Rounding{})
	// Output:
	// half up to 10円
	// 10円未満四捨五入
	// rounded half up to ¥10
	// down to 1円
}

// In JSON a rounding is its text.
func ExampleRounding_json() {
	b, err := json.Marshal(map[string]yen.Rounding{"to": yen.HalfUp.To(10)})
	fmt.Println(string(b), err)

	var rule struct{ To yen.Rounding }
	err = json.Unmarshal(b, &rule)
	fmt.Println(rule.To == yen.HalfUp.To(10), err)
	// Output:
	// {"to":"half up to 10円"} <nil>
	// true <nil>
}

func ExampleRounding_Check() {
	fmt.Println(yen.HalfUp.To(10).Check())
	fmt.Println(yen.HalfUp.To(0).Check())
	// Output:
	// <nil>
	// yen.Check: unit: "0円": out of range (1円 - 1,000兆円)
}

func ExampleExactly() {
	accepted := yen.Exactly(3_500 * yen.Man)
	fmt.Println(accepted)
	// Output:
	// 3,500万円
}

func ExampleFigure() {
	a, known := yen.Exactly(5 * yen.Man).Amount()
	_, unknown := yen.Figure{}.Amount()
	fmt.Println(a, known, unknown)
	// Output:
	// 5万円 true false
}
