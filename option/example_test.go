// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A policy states a limit. The standard deductible applies.
func ExampleTable_Settle() {
	options := option.Table{
		{ID: "limit", Least: 1, Standard: option.Yen(1 * yen.Oku)},
		{ID: "deductible", Most: 100 * yen.Man, Standard: option.Yen(100 * yen.Man)},
	}
	settled, err := options.Settle(option.Values{"limit": option.Yen(5_000 * yen.Man)})
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range options {
		amount, err := settled.Amount(option.Of(row.ID))
		fmt.Println(row.ID, amount.Least, err)
	}
	// Output:
	// limit 5,000万円 <nil>
	// deductible 100万円 <nil>
}

// A form shows what is wrong beside the field.
func ExampleTable_Settle_form() {
	options := option.Table{{ID: "deductible", Most: 100 * yen.Man, Standard: option.Yen(0)}}
	_, err := options.Settle(option.Values{"deductible": option.Yen(101 * yen.Man), "limit": option.Yen(1)})
	for _, f := range fault.All(err) {
		fmt.Println(f.Path, f.Text(language.Japanese))
	}
	fmt.Println(errors.Is(err, fault.ErrRange))
	// Output:
	// options.deductible 範囲外の値です（0円 - 100万円）。
	// options.limit 登録されていない名称です。
	// true
}

func ExampleValue() {
	for _, v := range []option.Value{option.Yen(1 * yen.Oku), option.Ratio(yen.Percent(90)), option.Of("limit"), {}} {
		b, err := json.Marshal(v)
		fmt.Println(v.Text(language.Japanese), string(b), err)
	}
	// Output:
	// 1億円 100000000 <nil>
	// 90% "90%" <nil>
	// limit "limit" <nil>
	//  null <nil>
}

func ExampleParse() {
	v, err := option.Parse("limit * declared")
	fmt.Println(v.Names(), err)
	v, err = option.Parse("1億円")
	fmt.Println(v, err)
	_, err = option.Parse("1億円くらい")
	fmt.Println(err)
	// Output:
	// [limit declared] <nil>
	// 100000000 <nil>
	// option.Parse: "1億円くらい": invalid syntax (1000000, 90%, or the name of an option)
}

// A form reads what people write into the field of an option.
func ExampleRow_Parse() {
	limit := option.Row{ID: "limit", Standard: option.Yen(1 * yen.Oku)}
	staff := option.Row{ID: "staff", Unit: option.People, Standard: option.Number(0)}
	industry := option.Row{ID: "industry", Unit: option.ByClass, Classes: []option.Class{
		{Code: "retail", JA: "小売業", EN: "retail"}, {Code: "transport", JA: "運輸業", EN: "transport"},
	}}
	for _, x := range []struct {
		row option.Row
		s   string
	}{
		{limit, "5,000万円"}, {staff, "１２０名"}, {staff, "120 persons"}, {staff, "120円"},
		{industry, "運輸業"}, {industry, "Retail"}, {industry, "漁業"}, {limit, ""},
	} {
		v, err := x.row.Parse(x.s)
		fmt.Println(x.row.Text(v, language.Japanese), v.IsZero(), err)
	}
	// Output:
	// 5,000万円 false <nil>
	// 120名 false <nil>
	// 120名 false <nil>
	//  true option.Parse: "120円": invalid syntax (1,000名)
	// 運輸業 false <nil>
	// 小売業 false <nil>
	//  true option.Parse: "漁業": unknown name (retail, transport)
	//  true <nil>
}

func ExampleValues_With() {
	standard := option.Values{"limit": option.Yen(1 * yen.Oku)}
	b, err := json.Marshal(standard.With("deductible", option.Yen(0)))
	fmt.Println(string(b), len(standard), err)
	// Output:
	// {"deductible":0,"limit":100000000} 1 <nil>
}

// An option that a policy can leave unstated lies in the range that is printed.
func ExampleRow() {
	row := option.Row{ID: "forensics", Printed: option.Range{Least: 500 * yen.Man, Most: 1 * yen.Oku}}
	settled, err := option.Table{row}.Settle(nil)
	if err != nil {
		log.Fatal(err)
	}
	amount, err := settled.Amount(option.Of("forensics"))
	fmt.Println(row.CanBeOpen(), amount.Text(language.English), err)
	// Output:
	// true ¥5,000,000 to ¥100,000,000 <nil>
}

// A rule names an option, and each policy has its own value.
func ExampleOf() {
	limit := option.Of("limit").Times("declared")
	fmt.Println(limit, limit.Names())
	// Output: limit * declared [limit declared]
}

// A stated amount of 0円 is not the same as no statement.
func ExampleYen() {
	fmt.Println(option.Yen(0).IsZero(), option.Value{}.IsZero())
	// Output: false true
}

// A scheme rates by the industry and by the number of persons.
func ExampleNumber() {
	options := option.Table{
		{ID: "staff", Unit: option.People, Least: 1, Most: 500},
		{ID: "industry", Unit: option.ByClass, Classes: []option.Class{{Code: "retail", JA: "小売業", EN: "retail trade"}}},
	}
	stated := option.Values{"staff": option.Number(120), "industry": option.Of("retail")}
	settled, err := options.Settle(stated)
	for _, row := range options {
		fmt.Println(row.Text(stated[row.ID], language.Japanese))
	}
	staff, numberErr := settled.Number(option.Of("staff"), option.People)
	class, ok := settled.Value("industry")
	fmt.Println(int64(staff.Least), class, ok, err, numberErr)
	// Output:
	// 120名
	// 小売業
	// 120 retail true <nil> <nil>
}

func ExampleRatio() {
	fmt.Println(option.Ratio(yen.Percent(90)))
	// Output: 90%
}

func ExampleRange() {
	printed := option.Range{Least: 500 * yen.Man, Most: 1 * yen.Oku}
	fmt.Println(printed.Text(language.Japanese), printed.Has(500*yen.Man), printed.Has(1*yen.Oku+1))
	// Output: 500万円から1億円まで true false
}

// Limits that are reduced for under-declared sales.
func ExampleSettled() {
	options := option.Table{
		{ID: "limit", Standard: option.Yen(1 * yen.Oku)},
		{ID: "declared", Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(100))},
	}
	declared, err := yen.NewRatio(109, 152)
	if err != nil {
		log.Fatal(err)
	}
	settled, err := options.Settle(option.Values{"declared": option.Ratio(declared)})
	if err != nil {
		log.Fatal(err)
	}
	amount, err := settled.Amount(option.Of("limit").Times("declared"))
	fmt.Println(amount.Least.Grouped(), err)
	// Output: 71,710,526円 <nil>
}
