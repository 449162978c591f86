// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// scheme is the 2024 edition with the default readings.
func scheme() coverage.Scheme {
	s, err := jisa2024.New()
	if err != nil {
		log.Fatal(err)
	}
	return s
}

// policy is a policy on the standard terms.
func policy() coverage.Policy {
	p, err := scheme().Record(coverage.Terms{
		Edition: "JISA-2024", Number: "24-0001", Company: "例示システム",
		Period:  period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
		Options: jisa2024.Standard(),
	})
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// judged is what a person has judged of an ordinary claim for damages.
func judged() fact.Set {
	return fact.Set{}.Yes("it-services", "unforeseen-accident").No(
		"wilful-act", "crime", "knew-unlawful", "knew-harmful", "cause-before-start",
		"aggravated-liability", "others-reputation", "late-completion",
		"other-ip", "copyright", "personality-right", "design-right", "trademark", "domain-name", "licence-fee",
		"cure-cost", "re-performance-cost", "recall-cost", "custody-property", "software-development")
}

func Example() {
	s := scheme()
	q, err := s.Quote(coverage.Application{
		Company: "例示システム", Sales: premium.Sales{Amount: 7 * yen.Oku},
		Applied: period.MustParseDate("2024-06-03"), Options: s.Standard(),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Membership, q.Premium.Total)

	p, err := q.Record("24-0001")
	if err != nil {
		log.Fatal(err)
	}
	a, err := p.Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Else(s.Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 17_000 * yen.Man, Accepted: yen.Exactly(17_000 * yen.Man)}},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Decision, a.Payment.Now)
	for line := range a.Sheet().Lines() {
		fmt.Println(line.Clause, line.EN, line.Total)
	}
	// Output:
	// 2024-07-01 16:00 - 2025-07-01 16:00 126万2,000円
	// payable 1億円
	// PAY-01 Damages: amount claimed 1億7,000万円
	// LIM-01 Deductible 1億6,900万円
	// LIM-02 Above the per-claim limit of ¥100,000,000 1億円
}

// A claim with two facts unknown: the least, the most, and what to ask.
func ExamplePolicy_Assess() {
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts: judged().Yes("late-completion", "system-stopped").
			With(fact.NotKnown, "fire", "sudden-accident").Else(scheme().Defaults()),
		Dates: coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 4_000 * yen.Man, Accepted: yen.Exactly(4_000 * yen.Man)}},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Decision, a.Least, a.Most)
	for _, n := range a.Questions() {
		fmt.Println(n.Name(), n.By)
	}
	// Output:
	// open 0円 3,900万円
	// fire [EXC-13a]
	// sudden-accident [EXC-13b]
}

// For a refused item, the endorsement that could have answered.
func ExampleResult_Remedies() {
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Yes("software-development", "in-japan").Else(scheme().Defaults()),
		Dates: coverage.Dates{
			Made: period.MustParseMoment("2024-09-01"), Aware: period.MustParseMoment("2024-09-01"),
			Delivered: period.MustParseMoment("2024-08-10"),
		},
		Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 500 * yen.Man, Accepted: yen.Exactly(500 * yen.Man)}},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Decision, a.Items()[0].By, a.Items()[0].Remedies())
	for _, f := range a.Items()[0].Findings() {
		fmt.Println(f)
	}
	// Output:
	// excluded [EXC-17] [END-02]
	// excluded by EXC-17
}

func ExampleScheme_Quote() {
	s := scheme()
	options := s.Standard()
	options[jisa2024.LiabilityDeductible] = option.Yen(0)
	q, err := s.Quote(coverage.Application{
		Company: "例示システム", Business: "system development", Sales: premium.Sales{Amount: 7 * yen.Oku},
		Applied: period.MustParseDate("2024-09-10"), Options: options,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Membership)
	for _, r := range q.Referrals {
		fmt.Println(r.Clause, r.Text(language.English))
	}
	for _, c := range q.Missing() {
		fmt.Println(c)
	}
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00
	// LIM-01 The liability deductible of ¥0 is not the standard ¥1,000,000. Ask the agent for the premium.
	// QUO-03 certifications
	// QUO-04 security organisation
	// QUO-05 legal function
	// QUO-06 loss record
}

func ExampleScheme_Record() {
	stored, err := json.Marshal(policy())
	if err != nil {
		log.Fatal(err)
	}
	var terms coverage.Terms
	if err := json.Unmarshal(stored, &terms); err != nil {
		log.Fatal(err)
	}
	p, err := scheme().Record(terms)
	fmt.Println(p.Terms().Number, p.Terms().Period, err)
	_, err = scheme().Record(coverage.Terms{Edition: "JISA-2025", Number: "24-0001"})
	fmt.Println(err)
	// Output:
	// 24-0001 2024-07-01 16:00 - 2025-07-01 16:00 <nil>
	// coverage.Record: edition: "JISA-2025": missing or different scheme
}

// Two claims are open, each for more than half of the limit of ¥100,000,000. Each can have
// what it is due after its deductible; both together cannot.
func ExamplePolicy_Reserves() {
	p := policy()
	claim := coverage.Claim{
		Number: "C-1",
		Facts:  judged().Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items: []coverage.Item{
			{Head: jisa2024.Damages, Claimed: 6_000 * yen.Man, Accepted: yen.Exactly(6_000 * yen.Man)},
			{Head: jisa2024.Damages, Claimed: 2_000 * yen.Man}, // not accepted yet
		},
	}
	var h coverage.History
	for _, claim.Number = range []string{"C-1", "C-2"} {
		a, err := p.Assess(claim, h)
		if err != nil {
			log.Fatal(err)
		}
		h = a.History
		claim.Reserve = yen.Exactly(5_000 * yen.Man) // of the second
	}
	r, err := p.Reserves(h)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Least, r.Most)
	for _, c := range r.Claims {
		fmt.Println(c)
	}
	fmt.Println(r.Limits[0])
	fmt.Println(r.Limits[1])
	// Output:
	// 1億円 1億円
	// Claim C-1: ¥21,000,000 to ¥79,000,000
	// Claim C-2: ¥21,000,000 to ¥79,000,000; reserve ¥50,000,000
	// Remaining liability aggregate limit: ¥100,000,000 of ¥100,000,000; open claims can use ¥100,000,000
	// Attack response costs sublimit: unknown, because the policy does not state it
}

// The next policy has the terms of this one, and what was known before it is asked. A
// policy is renewed under the next edition; for the example it is the same.
func ExamplePolicy_Renew() {
	rules, err := jisa2024.Rules()
	if err != nil {
		log.Fatal(err)
	}
	rules.Edition.ID, rules.Edition.JA, rules.Edition.EN = "JISA-NEXT", "次の年度", "the next edition"
	rules.Calendar.Base = period.MustParse("2025-07-01 16:00 - 2026-07-01 16:00")
	rules.Calendar.Opens, rules.Calendar.Closes = period.MustParseDate("2025-05-12"), period.MustParseDate("2025-06-20")
	rules.Calendar.Last = period.MustParseDate("2026-06-01")
	next, err := coverage.New(rules)
	if err != nil {
		log.Fatal(err)
	}
	r, err := policy().Renew(next, coverage.Application{
		Applied: period.MustParseDate("2025-06-03"), Sales: premium.Sales{Amount: 12 * yen.Oku},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Quote.Application.Company, r.Quote.Premium.Total)
	for _, n := range r.Changed {
		fmt.Println(n.EN)
	}
	for _, q := range r.Asked {
		fmt.Println(q.Fact)
	}
	// Output:
	// 例示システム 166万2,000円
	// scheme: JISA information-service-provider liability insurance (cyber risk insurance), 2024 → the next edition
	// declared sales: not stated → ¥1,200,000,000
	// cause-before-start
	// known-at-start
}

func ExamplePolicy_UnderDeclared() {
	by, err := premium.NewReduction(109*yen.Man, 152*yen.Man)
	if err != nil {
		log.Fatal(err)
	}
	p, err := policy().UnderDeclared(by)
	if err != nil {
		log.Fatal(err)
	}
	a, err := p.Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 7_000 * yen.Man, Accepted: yen.Exactly(7_000 * yen.Man)}},
	}, coverage.History{})
	fmt.Println(a.Payment.Now, err)
	// Output:
	// 4,948万263円 <nil>
}

func ExampleParseHistory() {
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Series: "outage",
		Facts:  judged().Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10 09:30")},
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 200 * yen.Man, Accepted: yen.Exactly(200 * yen.Man)}},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	h, err := coverage.ParseHistory(a.History.String())
	fmt.Println(h.Equal(a.History), err)
	fmt.Println(h.Paid().Total())
	for name, s := range h.Series() {
		fmt.Println(name, s != limits.Series{})
	}
	// Output:
	// true <nil>
	// 100万円
	// outage true
}

func ExampleAssessment_Deadlines() {
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Yes("leak").Else(scheme().Defaults()),
		Dates:  coverage.Dates{Discovered: period.MustParseMoment("2024-08-10 10:00")},
		Items:  []coverage.Item{{Head: jisa2024.Investigation, Claimed: 100 * yen.Man, Incurred: period.MustParseMoment("2024-08-12")}},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range a.Deadlines() {
		fmt.Println(d.Clause.ID, d.Text(language.English))
	}
	// Output:
	// COV-32 Give the insurer written notice of the incident without delay.
	// PER-04 Costs must be incurred by the end of 10 August 2025 (incident response period).
}

// Who may still be pursued, and what needs consent.
func ExampleAssessment_Subrogation() {
	terms := policy().Terms()
	terms.Attached = []clause.ID{jisa2024.SubrogationWaiver}
	p, err := scheme().Record(terms)
	if err != nil {
		log.Fatal(err)
	}
	a, err := p.Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Yes("with-consent").Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items: []coverage.Item{
			{Head: jisa2024.Damages, Claimed: 500 * yen.Man, Accepted: yen.Exactly(500 * yen.Man)},
			{Head: jisa2024.Defence, Claimed: 100 * yen.Man, Accepted: yen.Exactly(100 * yen.Man)},
		},
		Persons: []coverage.Person{
			{Name: "subcontractor", Facts: fact.Set{}.Yes("subcontractor", "person-in-japan", "person-declared")},
			{Name: "hardware maker", Facts: fact.Set{}.No("subcontractor", "data-processor", "seller")},
		},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range a.Subrogation() {
		fmt.Printf("%s, waived: %v %q\n", r.Name, r.Waived, r.By)
	}
	for _, c := range a.Consents() {
		fmt.Println(c.Clause.ID, c.Text(language.English))
	}
	// Output:
	// subcontractor, waived: yes "END-07b"
	// hardware maker, waived: no ""
	// COV-36 Obtain the insurer's prior consent before admitting liability or agreeing an amount (not confirmed).
	// COV-38 Obtain the insurer's prior consent before incurring defence costs (confirmed).
}

// A document of an edition is read and checked as a whole: every fault is told at once,
// with its path.
func ExampleReadScheme() {
	rules, err := jisa2024.Rules()
	if err != nil {
		log.Fatal(err)
	}
	document, err := json.Marshal(rules)
	if err != nil {
		log.Fatal(err)
	}
	s, err := coverage.ReadScheme(bytes.NewReader(document))
	fmt.Println(s.Edition().ID, err)

	rules.Declared, rules.Notice.EN = "declaration", ""
	if document, err = json.Marshal(rules); err != nil {
		log.Fatal(err)
	}
	_, err = coverage.ReadScheme(bytes.NewReader(document))
	for _, f := range fault.All(err) {
		fmt.Println(f.Path, f.Input, f.Text(language.Japanese))
	}
	// Output:
	// JISA-2024 <nil>
	// declared declaration 登録されていない名称です。
	// notice COV-32 入力がありません。
}

// The scheme of another insurer is other data of the same types.
func ExampleNew() {
	is, not := exclusions.Is, exclusions.Not
	one := func(id clause.ID, ja, en string) clause.Clause { return clause.Clause{ID: id, JA: ja, EN: en} }
	drones, err := coverage.New(coverage.Rules{
		Edition: one("DRONE-26", "ドローン保険2026年度", "drone insurance 2026"),
		Calendar: period.Calendar{
			Base:  period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00"),
			Opens: period.MustParseDate("2026-02-01"), Closes: period.MustParseDate("2026-03-15"),
		},
		Limits: limits.On("recovery",
			limits.Pays("R", option.Ratio(yen.Percent(90))), limits.Aggregate("S", option.Yen(300*yen.Man))),
		LimitClauses: []clause.Clause{one("R", "縮小支払割合", "reduced payment ratio"), one("S", "支払限度額", "limit")},
		DateFacts:    []coverage.DateFact{{Fact: "found-in-period", Date: "discovered", Is: coverage.Within, Anchor: coverage.PolicyPeriod}},
		Wording: exclusions.Wording{Rules: []exclusions.Rule{
			{Clause: one("T", "期間外", "outside the period"), Class: coverage.Trigger, When: not(is("found-in-period"))},
			{Clause: one("X", "無許可飛行", "unlicensed flight"), When: is("unlicensed")},
			{Clause: one("Xa", "許可申請中", "licence pending"), Under: "X", When: is("licence-pending")},
		}},
		Heads: []coverage.Head{{Head: "recovery", Clause: one("H", "回収費用", "recovery costs"), Scope: "recovery"}},

		Accepted:  one("K1", "認定額", "accepted amount"),
		Series:    one("K2", "一連の請求", "related claims"),
		Restated:  one("K3", "既払額", "paid for this claim before"),
		Undecided: one("K4", "確認中", "open, payment on hold"),
	})
	if err != nil {
		log.Fatal(err)
	}
	p, err := drones.Record(coverage.Terms{Edition: "DRONE-26", Number: "D-1", Period: period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00")})
	if err != nil {
		log.Fatal(err)
	}
	a, err := p.Assess(coverage.Claim{
		Number: "C-1",
		Facts:  fact.Set{}.Yes("unlicensed", "licence-pending"),
		Dates:  coverage.Dates{Discovered: period.MustParseMoment("2026-05-01")},
		Items:  []coverage.Item{{Head: "recovery", Claimed: 50 * yen.Man, Accepted: yen.Exactly(50 * yen.Man)}},
	}, coverage.History{})
	fmt.Println(a.Decision, a.Payment.Now, err)
	// Output:
	// payable 45万円 <nil>
}
