// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/period"
)

// A company applies in September, in the middle of the scheme year, and is covered from the 1st of
// the next month to the end of the year of all members. One that comes in the gap after the last
// day for a start waits a month longer.
func Example_midTermJoiner() {
	schedule, err := period.NewSchedule(period.Calendar{
		Base:   period.MustParse("2026-04-01 16:00 - 2027-04-01 16:00"),
		Opens:  period.MustParseDate("2026-02-01"),
		Closes: period.MustParseDate("2026-03-20"),
		Starts: []period.Start{{Day: 1, Until: 20, Before: 1}},
		Last:   period.MustParseDate("2027-03-01"),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, applied := range []string{"2026-03-01", "2026-09-10", "2026-09-25"} {
		day := period.MustParseDate(applied)
		member, err := schedule.Join(day)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %s\n", day.Text(language.English), member.Period.Text(language.English))
		fmt.Println("  months that are paid:", member.Months)
	}
	last, err := schedule.ApplyBy(period.MustParseDate("2026-10-01"))
	fmt.Println("to start on 1 October, apply by", last, err)
	// Output:
	// 1 March 2026: 1 April 2026 16:00 to 1 April 2027 16:00
	//   months that are paid: 12
	// 10 September 2026: 1 October 2026 00:00 to 1 April 2027 16:00
	//   months that are paid: 6
	// 25 September 2026: 1 November 2026 00:00 to 1 April 2027 16:00
	//   months that are paid: 5
	// to start on 1 October, apply by 2026-09-20 <nil>
}
