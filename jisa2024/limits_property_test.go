// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A dice makes what a property is tried on, the same in every run.
type limitsDice struct{ *rand.Rand }

func limitsNewDice(round int) limitsDice {
	return limitsDice{rand.New(rand.NewPCG(uint64(round), 2024))}
}

func (d limitsDice) one(of int) bool { return d.IntN(of) == 0 }

// amount returns an amount near one that a boundary may stand at.
func (d limitsDice) amount(most int64) yen.Amount {
	switch d.IntN(4) {
	case 0:
		return yen.Amount(d.Int64N(most))
	case 1:
		return yen.Amount(d.Int64N(20))
	default:
		return yen.Amount(max(0, d.Int64N(most/1_000_000)*1_000_000+d.Int64N(3)-1))
	}
}

func (d limitsDice) readings() limitsReadings {
	pick := func(all ...coverage.Reading) coverage.Reading { // the default half of the time
		return all[max(0, d.IntN(2*len(all))-len(all))]
	}
	return limitsReadings{
		Costs:        pick(jisa2024.CostsOwnAndOverall, jisa2024.CostsOverallOnly, jisa2024.CostsOwnOnly),
		Litigation:   pick(jisa2024.LitigationInsideCosts, jisa2024.LitigationBesideCosts, jisa2024.LitigationInsideLiability),
		Cap:          pick(jisa2024.CapNone, jisa2024.CapAtLiability),
		Defence:      pick(jisa2024.DefenceWithinAggregate, jisa2024.DefenceClassical, jisa2024.DefenceInside),
		Scale:        pick(jisa2024.ProRataRemaining, jisa2024.ProRataPrinted),
		Reputational: pick(jisa2024.ReputationalOwnHead, jisa2024.ReputationalAdvisory, jisa2024.ReputationalOtherResponse),
		Reduction:    pick(jisa2024.ReducedPayments, jisa2024.ReducedDamages, jisa2024.ReducedLimits),
		Rounding:     pick(jisa2024.RoundingDown, jisa2024.RoundingHalfUp),
		Related:      jisa2024.RelatedOneClaim,
	}
}

func (d limitsDice) choices() limitsChoices {
	cover := func() yen.Amount { return yen.Amount(min(1, d.IntN(3))) * (1 + d.amount(60_000_000)) } // or none
	own := func() yen.Amount { return 1 + d.amount(120_000_000) }                                    // also outside the printed span
	c := limitsChoices{
		Liability: 1 + d.amount(150_000_000), Deductible: min(d.amount(1_100_000), 1_000_000), Litigation: 10_000_000,
		Custody: cover(), Malfunction: cover(), Regulatory: cover(),
		Costs: limitsCosts{AttackResponse: own(), Investigation: own(), Advisory: own(), Restoration: own(),
			OtherResponse: own(), RecurrencePrevention: own(), Reputational: own(), Overall: own()},
	}
	if d.one(2) {
		n := d.Int64N(200) + 1
		c.Declared, _ = yen.NewRatio(min(n, d.Int64N(200)+1), n)
	}
	return c
}

// headsOf returns the heads without those of covers that are not attached.
func limitsHeadsOf(c limitsChoices) []limits.Head {
	return slices.DeleteFunc(limitsAllHeads(), func(h limits.Head) bool {
		return h == jisa2024.Custody && c.Custody == 0 || h == jisa2024.Malfunction && c.Malfunction == 0 || h == jisa2024.Regulatory && c.Regulatory == 0
	})
}

func (d limitsDice) losses(c limitsChoices) []limits.Loss {
	var all []limits.Loss
	for _, h := range limitsHeadsOf(c) {
		if d.one(3) {
			all = append(all, limits.Loss{Head: h, Amount: d.amount(130_000_000)})
		}
	}
	d.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// TestLimitsOracle pays claims, and claims that go on after others, in a period, and
// compares each payment to the oracle's. Some limits of the costs are not
// stated; a payment is then what both their ends pay.
func TestLimitsOracle(t *testing.T) {
	t.Parallel()
	edition := limitsEdition{}
	settled := 0
	for round := range cases.Rounds(t) {
		d := limitsNewDice(round)
		c, r := d.choices(), d.readings()
		if d.IntN(4) == 3 {
			r.Related = jisa2024.RelatedEachClaim
		}
		some := &c.Costs
		for _, limit := range []*yen.Amount{&some.Investigation, &some.Restoration, &some.Reputational, &some.Overall} {
			if d.one(8) {
				*limit = 0
			}
		}
		b := limitsNewBook(t, edition, c, r)
		for step := range 1 + d.IntN(4) {
			if len(b.claims) == 0 || d.one(2) {
				b.claim()
			}
			a := b.claims[d.IntN(len(b.claims))]
			if r.Related == jisa2024.RelatedEachClaim {
				a = b.claim()
			}
			late := yen.Amount(0)
			if d.one(4) {
				late = d.amount(20_000_000)
			}
			if _, ok := b.pay(fmt.Sprintf("round %d step %d", round, step), a, late, d.losses(c)...); !ok {
				break
			}
			settled++
		}
	}
	if settled < cases.Rounds(t) {
		t.Errorf("only %d payments", settled)
	}
}

// TestLimitsOverpaid lets damages of a series outgrow the limit after defence costs
// were paid, before and after payments to other claims, and compares each
// payment to the oracle's.
func TestLimitsOverpaid(t *testing.T) {
	t.Parallel()
	edition := limitsEdition{}
	var overpaid, setOff, less, met int
	for round := range cases.Rounds(t) / 4 {
		d := limitsNewDice(round)
		c, r := d.choices(), d.readings()
		r.Defence = jisa2024.DefenceClassical
		c.Liability = 5_000_000 + d.amount(100_000_000)
		b := limitsNewBook(t, edition, c, r)
		near := func() yen.Amount { // of damages about the limit
			return max(c.Liability+yen.Amount(d.Int64N(2_000_001)-1_000_000)/yen.Amount(1+9*d.IntN(2)), 0)
		}
		series, other := b.claim(), b.claim()
		pay := func(step string, a *limitsAccount, losses ...limits.Loss) limits.Payment {
			p, ok := b.pay(fmt.Sprintf("round %d, %s", round, step), a, 0, losses...)
			if !ok {
				t.Fatalf("round %d, %s: open", round, step)
			}
			return p
		}
		pay("first", series, limits.Loss{Head: jisa2024.Damages, Amount: near()}, limits.Loss{Head: jisa2024.Defence, Amount: d.amount(50_000_000)})
		if d.one(3) {
			pay("other before", other, d.losses(c)...)
		}
		late := pay("late damages", series, limits.Loss{Head: jisa2024.Damages, Amount: d.amount(200_000_000)})
		if late.Overpaid > 0 {
			overpaid++
			if series.held[jisa2024.Damages] > series.paid[jisa2024.Damages] {
				setOff++
			}
		}
		small := limits.Loss{Head: jisa2024.Damages, Amount: c.Deductible + d.amount(3_000_000)}
		before := b.others(other)[jisa2024.Damages]
		if p := pay("other after", other, small); late.Overpaid > 0 && p.Now == 0 && before > series.paid[jisa2024.Damages] {
			less++
		}
		last := pay("series again", series, append(d.losses(c), limits.Loss{Head: jisa2024.Cooperation, Amount: d.amount(20_000_000)})...)
		if late.Overpaid > 0 && last.Overpaid == 0 {
			met++
		}
		pay("a third claim", b.claim(), d.losses(c)...)
	}
	if n := cases.Rounds(t) / 80; overpaid < n || setOff < n || less < n || met < n {
		t.Errorf("only %d overpaid, %d with damages that are set off, %d that leave nothing, %d that meet again", overpaid, setOff, less, met)
	}
}

// TestLimitsOrderAndGrouping pays the items of a claim in any order and grouping.
func TestLimitsOrderAndGrouping(t *testing.T) {
	t.Parallel()
	edition := limitsEdition{}
	for round := range cases.Rounds(t) {
		d := limitsNewDice(round)
		c, r := d.choices(), d.readings()
		program, err := edition.program(c, r)
		if err != nil {
			t.Fatal(err)
		}
		before, err := program.Pay(limits.Paid{}, limits.Series{}, d.losses(c)...)
		if err != nil {
			t.Fatal(err)
		}
		items := append(d.losses(c), d.losses(c)...)
		var series limits.Series
		if d.one(3) {
			series = series.Reduce(d.amount(20_000_000))
		}
		reduced := series != limits.Series{}
		once, err := program.Pay(before.Paid, series, items...)
		if err != nil {
			t.Fatal(err)
		}
		d.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		paid, total := before.Paid, yen.Amount(0)
		last := once
		for rest := items; len(rest) > 0; {
			n := 1 + d.IntN(len(rest))
			if last, err = program.Pay(paid, series, rest[:n]...); err != nil {
				t.Fatal(err)
			}
			rest, paid, series, total = rest[n:], last.Paid, last.Series, total+last.Now
		}
		if len(items) == 0 {
			continue
		}
		if last.Due != once.Due || total != once.Due+last.Overpaid || last.Overpaid == 0 && (last.Paid != once.Paid || last.Series != once.Series) {
			t.Fatalf("round %d: %+v %+v\n%+v\n%+v", round, c, r, last, once)
		}
		if last.Overpaid > 0 && !reduced && limitsMonotone(c, r, items) {
			t.Fatalf("round %d: overpaid %d without a pro rata or a reduction", round, last.Overpaid)
		}
	}
}

// monotone reports whether more loss cannot pay less: defence costs are not
// scaled, and no ratio or reduction acts on some heads alone.
func limitsMonotone(c limitsChoices, r limitsReadings, losses []limits.Loss) bool {
	if r.Reduction == jisa2024.ReducedDamages && c.Declared != (yen.Ratio{}) {
		return false
	}
	return r.Defence == jisa2024.DefenceInside || !slices.ContainsFunc(losses, func(l limits.Loss) bool { return l.Head == jisa2024.Defence })
}

// TestLimitsMoreAndLess checks which way payments move with losses, limits and the
// deductible.
func TestLimitsMoreAndLess(t *testing.T) {
	t.Parallel()
	edition := limitsEdition{}
	due := func(c limitsChoices, r limitsReadings, before limits.Paid, losses []limits.Loss) yen.Amount {
		program, err := edition.program(c, r)
		if err != nil {
			t.Fatal(err)
		}
		pay, err := program.Pay(before, limits.Series{}, losses...)
		if err != nil {
			t.Fatal(err)
		}
		return pay.Due
	}
	for round := range cases.Rounds(t) {
		d := limitsNewDice(round)
		c, r := d.choices(), d.readings()
		var before limits.Paid
		if d.one(2) {
			// One history serves every program with the same heads.
			program, err := edition.program(c, r)
			if err != nil {
				t.Fatal(err)
			}
			past, err := program.Pay(before, limits.Series{}, d.losses(c)...)
			if err != nil {
				t.Fatal(err)
			}
			before = past.Paid
		}
		losses := d.losses(c)
		all := due(c, r, before, losses)
		at := fmt.Sprintf("round %d: %+v %+v %v", round, c, r, losses)

		heads := limitsHeadsOf(c)
		extra := limits.Loss{Head: heads[d.IntN(len(heads))], Amount: d.amount(50_000_000)}
		more := append(slices.Clip(losses), extra)
		if got := due(c, r, before, more); got < all && limitsMonotone(c, r, more) {
			t.Fatalf("%s: %v more pays %d less", at, extra, all-got)
		}
		larger := c
		larger.Liability += d.amount(20_000_000)
		larger.Litigation += d.amount(20_000_000)
		larger.Custody += min(c.Custody, 1) * d.amount(20_000_000) // an endorsement that is not attached stays away
		larger.Costs.Overall += d.amount(20_000_000)
		if got := due(larger, r, before, losses); got < all && limitsMonotone(c, r, nil) {
			t.Fatalf("%s: larger limits pay %d less: %+v", at, all-got, larger)
		}
		larger = c
		larger.Costs.Investigation += d.amount(100_000_000)
		if got := due(larger, r, before, losses); got < all {
			t.Fatalf("%s: a larger own limit pays %d less", at, all-got)
		}
		larger = c
		larger.Deductible = min(1_000_000, c.Deductible+d.amount(1_000_000))
		if got := due(larger, r, before, losses); got > all && limitsMonotone(c, r, nil) {
			t.Fatalf("%s: a larger deductible pays %d more", at, got-all)
		}
	}
}

// TestLimitsRange checks that what can happen lies within the range.
func TestLimitsRange(t *testing.T) {
	t.Parallel()
	edition := limitsEdition{}
	reached := 0
	for round := range cases.Rounds(t) {
		d := limitsNewDice(round)
		c, r := d.choices(), d.readings()
		if d.one(3) {
			c.Costs.Investigation = 0
		}
		program, err := edition.program(c, r)
		if err != nil {
			t.Fatal(err)
		}
		var series limits.Series
		if d.one(4) {
			series = series.Reduce(d.amount(20_000_000))
		}
		certain, possible := d.losses(c), d.losses(c)
		bounds, err := program.Range(limits.Paid{}, series, certain, possible)
		if err != nil {
			t.Fatal(err)
		}
		at := fmt.Sprintf("round %d: %+v %+v\ncertain %v\npossible %v %v", round, c, r, certain, possible, series)
		try := func(losses []limits.Loss) yen.Amount {
			stated := c
			if c.Costs.Investigation == 0 {
				stated.Costs.Investigation = 5_000_000 + yen.Amount(d.IntN(95_000_001))
			}
			program, err := edition.program(stated, r)
			if err != nil {
				t.Fatal(err)
			}
			pay, err := program.Pay(limits.Paid{}, series, losses...)
			if err != nil {
				t.Fatal(err)
			}
			if pay.Now < bounds.Least || pay.Now > bounds.Most {
				t.Fatalf("%s\n%v pays %d, outside %d to %d", at, losses, pay.Now, bounds.Least, bounds.Most)
			}
			if pay.Now == bounds.Least || pay.Now == bounds.Most {
				reached++
			}
			return pay.Now
		}
		all := append(slices.Clip(certain), possible...)
		if low, high := try(certain), try(all); bounds.Exact && c.Costs.Investigation != 0 && (low != bounds.Least || high != bounds.Most) {
			t.Fatalf("%s\n%d to %d, said to be exactly %v", at, low, high, bounds)
		}
		for range 2 {
			some := slices.Clone(certain)
			for _, l := range possible {
				switch d.IntN(3) {
				case 0:
					some = append(some, l)
				case 1:
					some = append(some, limits.Loss{Head: l.Head, Amount: yen.Amount(d.Int64N(int64(l.Amount) + 1))})
				}
			}
			try(some)
		}
	}
	if reached < cases.Rounds(t) {
		t.Errorf("only %d ends of ranges were reached", reached)
	}
}

// TestLimitsUnstated checks that a payment under an unstated limit is one that both
// ends make, and that there is none only if they differ.
func TestLimitsUnstated(t *testing.T) {
	t.Parallel()
	edition := limitsEdition{}
	var open, split int
	for round := range cases.Rounds(t) / 4 {
		d := limitsNewDice(round)
		c, r := d.choices(), d.readings()
		c.Costs.Overall = max(c.Costs.Overall, 20_000_000)
		for _, limit := range []*yen.Amount{&c.Costs.AttackResponse, &c.Costs.Investigation, &c.Costs.Advisory} {
			if d.one(2) {
				*limit = 0
			}
		}
		b := limitsNewBook(t, edition, c, r)
		a := b.claim()
		for step := range 2 {
			losses := d.losses(c)
			if d.one(2) { // the limit over all is used up
				losses = append(losses, limits.Loss{Head: jisa2024.Restoration, Amount: 60_000_000}, limits.Loss{Head: jisa2024.LitigationResponse, Amount: 10_000_000})
			}
			pay, ok := b.pay(fmt.Sprintf("round %d step %d", round, step), a, 0, losses...)
			if !ok {
				open++
				break
			}
			if pay.Split != "" {
				split++
			}
		}
	}
	if n := cases.Rounds(t) / 80; open < n || split < n {
		t.Errorf("only %d open payments and %d open splits", open, split)
	}
}
