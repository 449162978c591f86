// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yendecimal_test

import (
	"fmt"
	"log"

	"github.com/shopspring/decimal"

	"github.com/baiseki/baiseki/yen"
	"github.com/baiseki/baiseki/yen/yendecimal"
)

func ExampleFrom() {
	fmt.Println(yendecimal.From(decimal.New(1_090_000_00, -2))) // 1090000.00
	_, err := yendecimal.From(decimal.New(1_050, -2))           // 10.50
	fmt.Println(err)
	// Output:
	// 109万円 <nil>
	// yendecimal.From: "10.50": not a whole number of yen
}

func ExampleTo() {
	fmt.Println(yendecimal.To(109 * yen.Man).StringFixed(2))
	// Output: 1090000.00
}

func ExampleRatioFrom() {
	fmt.Println(yendecimal.RatioFrom(decimal.New(125, -3))) // 0.125
	// Output: 12.5% <nil>
}

func ExampleRatioTo() {
	r, err := yen.NewRatio(109, 152)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(yendecimal.RatioTo(r, 4).StringFixed(4))
	// Output: 0.7171
}
