// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package examples_test holds the program of the README, which is compared with
// it.
package examples_test

import (
	"fmt"
	"log"

	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func Example() {
	member, err := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		log.Fatal(err)
	}
	tariff := premium.JISA2024(premium.Readings{})
	quote, err := tariff.Quote(7*yen.Oku, tariff.Term(member.Months, member.Days, member.YearDays))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(member, quote.Total)
	for line := range quote.Sheet().Lines() {
		fmt.Println(line.Clause, line.EN, line.Total)
	}
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 94万6,500円
	// PRM-01 annual premium, sales ¥500,000,000 109万円
	// PRM-12 interpolated: ¥200,000,000 x ¥430,000 / ¥500,000,000 126万2,000円
	// PRM-12 rounded half up to ¥10 126万2,000円
	// PRM-14 monthly pro-rata 9/12 94万6,500円
	// PRM-14 rounded half up to ¥10 94万6,500円
}
