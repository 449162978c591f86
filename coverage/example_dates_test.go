// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// Software that was never delivered is attacked while it is developed. Nobody
// has made a claim, and none is expected: the investigation is paid.
func ExampleNever() {
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Yes("leak", "software-development", "in-japan").Else(scheme().Defaults()),
		Dates: coverage.Dates{
			Discovered: period.MustParseMoment("2024-09-10 10:00"),
			Delivered:  period.Never(), Made: period.Never(), Aware: period.Never(),
		},
		Items: []coverage.Item{{
			Head: jisa2024.Investigation, Claimed: 300 * yen.Man, Accepted: yen.Exactly(300 * yen.Man),
			Incurred: period.MustParseMoment("2024-09-12"),
		}},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Decision, a.Payment.Now)
	// Output:
	// payable 300万円
}

// Two pieces of work with deliveries of their own: only the claim about the
// first came within a month.
func ExampleDates_ofAnItem() {
	one := coverage.Item{Head: jisa2024.Damages, Claimed: 500 * yen.Man, Accepted: yen.Exactly(500 * yen.Man)}
	other := one
	one.Dates.Delivered = period.MustParseMoment("2024-08-20")
	other.Dates.Delivered = period.MustParseMoment("2024-04-01")
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Yes("software-development", "in-japan").Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10"), Aware: period.MustParseMoment("2024-09-10")},
		Items:  []coverage.Item{one, other},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range a.Items() {
		fmt.Println(r.Verdict, r.By)
	}
	// Output:
	// excluded [EXC-17]
	// covered [INS-01 TRG-01 COV-01]
}

// A date that is missing is asked for once, as a date.
func ExampleNeed() {
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Yes("software-development", "in-japan").Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 500 * yen.Man, Accepted: yen.Exactly(500 * yen.Man)}},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	for _, n := range a.Questions() {
		fmt.Println(n.Name(), n.By, n.Items)
		fmt.Println(n.Text(language.English))
	}
	// Output:
	// @delivered [EXC-17 EXC-17a] [0]
	// On what date was the work delivered (final delivery, if a trial comes first; say so if the work has not been delivered)?
}

// Another scheme asks for dates in its own words.
// A claims desk asks until the claim is decided. The host that asks knows the answers.
func ExampleClaim_WithFact() {
	answers := map[string]fact.Answer{"late-completion": fact.StatedYes, "fire": fact.StatedNo, "sudden-accident": fact.StatedYes}
	claim := coverage.Claim{
		Number: "C-1",
		Facts:  judged().With(fact.NotAsked, "late-completion").Yes("software-development", "in-japan", "system-stopped").Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-11-05"), Aware: period.MustParseMoment("2024-11-05")},
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 500 * yen.Man, Accepted: yen.Exactly(500 * yen.Man)}},
	}
	for {
		a, err := policy().Assess(claim, coverage.History{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(a.Decision, a.Least, a.Most)
		asked := a.Questions()
		if len(asked) == 0 {
			break
		}
		for _, c := range asked[0].Cases {
			fmt.Println(" ", c)
		}
		if n := asked[0]; n.Date != "" {
			fmt.Println("?", n.Date)
			claim = claim.WithDate(n, period.MustParseMoment("2024-09-30"))
		} else {
			fmt.Println("?", n.Fact)
			claim = claim.WithFact(n, answers[n.Name()])
		}
	}
	// Output:
	// open 0円 400万円
	//   until the end of 4 October 2024: ¥0 to ¥4,000,000
	//   from 5 October 2024: ¥0
	//   never: ¥0
	// ? delivered
	// open 0円 400万円
	//   yes: ¥0 to ¥4,000,000
	//   no: ¥4,000,000
	// ? late-completion
	// open 0円 400万円
	//   yes: ¥4,000,000
	//   no: ¥0 to ¥4,000,000
	// ? fire
	// open 0円 400万円
	//   yes: ¥4,000,000
	//   no: ¥0
	// ? sudden-accident
	// payable 400万円 400万円
}

// Two third-party claims in one matter bear a deductible each.
func ExamplePayment() {
	item := func(demand string) coverage.Item {
		return coverage.Item{Head: jisa2024.Damages, Demand: demand, Claimed: 300 * yen.Man, Accepted: yen.Exactly(300 * yen.Man)}
	}
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Else(scheme().Defaults()).Over(fact.Set{}.No("software-development")),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items:  []coverage.Item{item("client-A"), item("client-B")},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Payment.Now)
	for head, part := range a.Payment.Parts() {
		if part.Now > 0 {
			fmt.Println(head, part.Loss, part.Now)
		}
	}
	// Output:
	// 400万円
	// damages 600万円 400万円
}

// A reading and the choice that was made.
func ExampleChoice() {
	for _, r := range scheme().Readings() {
		if r.ID == "A4b" {
			fmt.Println(r.Choice().Text(language.English))
			fmt.Println(len(r.Choices), "choices")
		}
	}
	// Output:
	// the smaller of the per-claim limit and the remaining aggregate limit
	// 2 choices
}

// The answers to a question, with what they would leave.
func ExampleCase() {
	c := coverage.Case{Until: period.MustParseMoment("2024-10-05 00:00"), Most: 400 * yen.Man}
	fmt.Println(c.Text(language.Japanese))
	fmt.Println(c)
	// Output:
	// 2024年10月4日まで（当日を含む）：0円〜4,000,000円
	// until the end of 4 October 2024: ¥0 to ¥4,000,000
}
