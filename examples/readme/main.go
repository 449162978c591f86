// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command readme is the program of the README.
package main

import (
	"fmt"
	"log"

	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func main() {
	member, err := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		log.Fatal(err)
	}
	quote, err := premium.JISA2024(premium.Readings{}).Quote(7*yen.Oku, premium.Months(member.Months))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(member, quote.Total)
	for line := range quote.Sheet().Lines() {
		fmt.Println(line.Clause, line.EN, line.Total)
	}
}
