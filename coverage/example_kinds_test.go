// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// assess assesses a claim under the policy on the standard terms.
func assess(c coverage.Claim) coverage.Assessment {
	a, err := policy().Assess(c, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	return a
}

// damages is a claim of 5,000,000 yen for damages.
func damages() coverage.Claim {
	return coverage.Claim{
		Number: "C-1",
		Facts:  judged().Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 500 * yen.Man, Accepted: yen.Exactly(500 * yen.Man)}},
	}
}

func ExampleApplication() {
	q, err := scheme().Quote(coverage.Application{
		Company: "例示システム", Applied: period.MustParseDate("2024-06-03"),
		Sales: premium.Sales{Amount: 10 * yen.Oku}, Options: scheme().Standard(),
	})
	fmt.Println(q.Premium.Total, len(q.Missing()), err)
	// Output:
	// 152万円 5 <nil>
}

func ExampleClaim() {
	c := damages()
	c.Series = "outage"
	for name := range assess(c).History.Series() {
		fmt.Println(name)
	}
	// Output:
	// outage
}

// A claim of a series is dated by the first.
func ExampleDates() {
	c := damages()
	c.Dates.Made = period.MustParseMoment("2025-08-01")
	fmt.Println(assess(c).Decision)
	c.Series, c.Dates.First = "outage", period.MustParseMoment("2025-06-20")
	fmt.Println(assess(c).Decision)
	// Output:
	// outside-period
	// payable
}

// What an agreement adds to the liability of the law is not covered.
func ExampleItem() {
	c := damages()
	c.Facts = c.Facts.Yes("aggravated-liability")
	c.Items[0].Excess = yen.Exactly(150 * yen.Man)
	fmt.Println(assess(c).Payment.Now)
	// Output:
	// 250万円
}

func ExamplePerson() {
	c := damages()
	c.Persons = []coverage.Person{{Name: "subcontractor", Facts: fact.Set{}.Yes("subcontractor", "person-in-japan")}}
	for _, r := range assess(c).Subrogation() {
		fmt.Println(r.Name, r.Waived)
	}
	// Output:
	// subcontractor no
}

// What is accepted is not known: anything up to what is claimed.
func ExampleItem_unknownAmount() {
	c := damages()
	c.Items[0].Accepted = yen.Figure{}
	a := assess(c)
	fmt.Println(a.Decision, a.Least, a.Most)
	// Output:
	// open 0円 400万円
}

func ExampleError() {
	c := damages()
	c.Items[0].Claimed = 0
	_, err := policy().Assess(c, coverage.History{})
	var e *fault.Error
	fmt.Println(errors.As(err, &e), e.Path, errors.Is(err, fault.ErrRange))
	// Output:
	// true items[0].claimed true
}

// A claim is paid once, however often it is assessed. With another amount, the
// difference is payable, or what was paid is too much until its recovery is stated.
func ExampleHistory() {
	var h coverage.History
	assess := func(claimed yen.Amount) {
		c := damages()
		c.Number, c.Items[0].Claimed, c.Items[0].Accepted = "C-1", claimed, yen.Exactly(claimed)
		a, err := policy().Assess(c, h)
		if err != nil {
			log.Fatal(err)
		}
		h = a.History
		fmt.Println("payable", a.Payment.Now, "overpaid", a.Payment.Overpaid)
	}
	assess(500 * yen.Man)
	assess(500 * yen.Man)
	assess(300 * yen.Man)
	h, err := h.Disbursed("C-1", 200*yen.Man)
	if err != nil {
		log.Fatal(err)
	}
	assess(300 * yen.Man)
	for r := range h.Claims() {
		fmt.Println(r.Number, r.Decision, "due", r.Due, "paid", r.Paid)
	}
	// Output:
	// payable 400万円 overpaid 0円
	// payable 0円 overpaid 0円
	// payable 0円 overpaid 200万円
	// payable 0円 overpaid 0円
	// C-1 payable due 200万円 paid 200万円
}

func ExampleDeadline() {
	c := damages()
	c.Dates.Discovered = period.MustParseMoment("2024-08-10")
	c.Items = append(c.Items, coverage.Item{Head: jisa2024.Investigation, Claimed: 80 * yen.Man})
	for _, d := range assess(c).Deadlines() {
		fmt.Printf("%s %q\n", d.Clause.ID, d.Until)
	}
	// Output:
	// COV-32 ""
	// PER-04 "2025-08-11 00:00"
}

func ExampleConsent() {
	for _, c := range assess(damages()).Consents() {
		fmt.Println(c.Item, c.Clause.ID, c.Given)
	}
	// Output:
	// 0 COV-36 unknown
}

func ExampleTerms() {
	t := policy().Terms()
	fmt.Println(t.Edition, t.Number, t.Period)
	// Output:
	// JISA-2024 24-0001 2024-07-01 16:00 - 2025-07-01 16:00
}

func ExampleQuote() {
	q, err := scheme().Quote(coverage.Application{
		Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: 5 * yen.Oku}, Options: scheme().Standard(),
	})
	if err != nil {
		log.Fatal(err)
	}
	p, err := q.Record("24-0002")
	fmt.Println(p.Terms().Number, p.Terms().Sales.Amount, err)
	// Output:
	// 24-0002 5億円 <nil>
}

// Sales outside the table are referred.
func ExampleQuote_referral() {
	q, err := scheme().Quote(coverage.Application{
		Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: 101 * yen.Oku}, Options: scheme().Standard(),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range q.Referrals {
		fmt.Println(r.Clause)
	}
	// Output:
	// PRM-11
}

func ExampleOpenPoint() {
	r := assess(damages()).Readings()[0]
	fmt.Println(r.Text(language.English), r.Clauses)
	// Output:
	// A1 liability deductible: the member chooses ¥0 to ¥1,000,000 [LIM-01]
}

func ExampleHead() {
	for h := range scheme().Heads() {
		if len(h.Follows) > 0 {
			fmt.Println(h.Clause.EN, h.Follows)
		}
	}
	// Output:
	// defence costs [damages custody malfunction]
	// cooperation costs [damages custody malfunction]
	// (7) litigation response costs [damages custody malfunction]
}

// A verdict has a code for programs and words for people.
func ExampleVerdict() {
	c := damages()
	c.Dates.Made = period.MustParseMoment("2025-07-01 16:00")
	v := assess(c).Decision
	fmt.Println(v, v.Text(language.Japanese))
	// Output:
	// outside-period 保険期間の要件を満たさない
}
