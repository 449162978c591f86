// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A dice makes what a property is tried on, the same in every run.
type dice struct{ *rand.Rand }

func newDice(round int) dice { return dice{rand.New(rand.NewPCG(uint64(round), 2024))} }

func (d dice) one(of int) bool { return d.IntN(of) == 0 }

// amount returns an amount near one that a boundary may stand at.
func (d dice) amount(most int64) yen.Amount {
	switch d.IntN(4) {
	case 0:
		return yen.Amount(d.Int64N(most))
	case 1:
		return yen.Amount(d.Int64N(20))
	default:
		return yen.Amount(max(0, d.Int64N(most/1_000_000)*1_000_000+d.Int64N(3)-1))
	}
}

func (d dice) readings() limits.Readings {
	pick := func(n int) uint8 { return uint8(max(0, d.IntN(2*n)-n)) } // the default half of the time
	return limits.Readings{
		Costs: limits.CostLimits(pick(3)), Litigation: limits.Litigation(pick(3)), Cap: limits.Cap(pick(2)),
		Defence: limits.DefenceCosts(pick(3)), Scale: limits.Scale(pick(2)), Reputational: limits.Reputation(pick(3)),
		Reduction: limits.Reduced(pick(3)), Rounding: limits.Rounding(pick(2)),
	}
}

func (d dice) choices() limits.Choices {
	cover := func() yen.Amount { return yen.Amount(min(1, d.IntN(3))) * (1 + d.amount(60_000_000)) } // or none
	own := func() yen.Amount { return min(5_000_000+d.amount(95_000_001), 100_000_000) }
	c := limits.Choices{
		Liability: 1 + d.amount(150_000_000), Deductible: min(d.amount(1_100_000), 1_000_000), Litigation: 10_000_000,
		Custody: cover(), Malfunction: cover(), Regulatory: cover(),
		Costs: limits.Costs{AttackResponse: own(), Investigation: own(), Advisory: own(), Restoration: own(),
			OtherResponse: own(), RecurrencePrevention: own(), Reputational: own(), Overall: own()},
	}
	if d.one(2) {
		n := d.Int64N(200) + 1
		c.Declared, _ = yen.NewRatio(min(n, d.Int64N(200)+1), n)
	}
	return c
}

// headsOf returns the heads without those of covers that are not attached.
func headsOf(c limits.Choices) []limits.Head {
	return slices.DeleteFunc(allHeads(), func(h limits.Head) bool {
		return h == limits.Custody && c.Custody == 0 || h == limits.Malfunction && c.Malfunction == 0 || h == limits.Regulatory && c.Regulatory == 0
	})
}

func (d dice) losses(c limits.Choices) []limits.Loss {
	var all []limits.Loss
	for _, h := range headsOf(c) {
		if d.one(3) {
			all = append(all, limits.Loss{Head: h, Amount: d.amount(130_000_000)})
		}
	}
	d.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// A book is what a test knows of a period: the claims that it has made.
type book struct {
	paid   limits.Paid
	claims []*account
}

// An account is one claim.
type account struct {
	series limits.Series
	loss   map[limits.Head]yen.Amount
	paid   map[limits.Head]yen.Amount
}

// others returns what was paid under all claims but one.
func (b book) others(but *account) map[limits.Head]yen.Amount {
	sum := map[limits.Head]yen.Amount{}
	for _, a := range b.claims {
		for h, paid := range a.paid {
			if a != but {
				sum[h] += paid
			}
		}
	}
	return sum
}

// TestOracle pays claims, and claims that go on after others, in a period, and
// compares each payment to the oracle's. Some limits of the costs are not
// stated; a payment is then what both their ends pay.
func TestOracle(t *testing.T) {
	t.Parallel()
	settled := 0
	for round := range cases.Rounds(t) {
		d := newDice(round)
		c, r := d.choices(), d.readings()
		r.Related = limits.Related(max(0, d.IntN(4)-2))
		some := &c.Costs
		for _, limit := range []*yen.Amount{&some.Investigation, &some.Restoration, &some.Reputational, &some.Overall} {
			if d.one(8) {
				*limit = 0
			}
		}
		program, err := limits.JISA2024(c, r)
		if err != nil {
			t.Fatal(err)
		}
		var b book
		for step := range 1 + d.IntN(4) {
			at := fmt.Sprintf("round %d step %d: %+v %+v", round, step, c, r)
			if len(b.claims) == 0 || d.one(2) {
				b.claims = append(b.claims, &account{loss: map[limits.Head]yen.Amount{}, paid: map[limits.Head]yen.Amount{}})
			}
			a := b.claims[d.IntN(len(b.claims))]
			if r.Related == limits.EachClaim { // what the series was does not matter
				a = &account{series: a.series, loss: map[limits.Head]yen.Amount{}, paid: map[limits.Head]yen.Amount{}}
				b.claims = append(b.claims, a)
			}
			late := yen.Amount(0)
			if d.one(4) {
				late = d.amount(20_000_000)
			}
			a.series = a.series.Reduce(late)
			losses := d.losses(c)
			for _, l := range losses {
				a.loss[l.Head] += l.Amount
			}
			o := oracle{c: c, r: r, loss: a.loss, other: b.others(a), late: late}
			due, most := o.total(), o.atMost().total()
			pay, cuts, err := program.Explain(b.paid, a.series, losses...)
			again, errAgain := program.Pay(b.paid, a.series, losses...)
			if again != pay || errors.Is(err, limits.ErrOpen) != errors.Is(errAgain, limits.ErrOpen) {
				t.Fatal(at, "Pay and Explain differ", err, errAgain)
			}
			if errors.Is(err, limits.ErrOpen) {
				break
			}
			if err != nil {
				t.Fatal(at, err)
			}
			settled++
			had := yen.Amount(0)
			for _, paid := range a.paid {
				had += paid
			}
			if due != most || pay.Due != due || pay.Now != max(due-had, 0) || pay.Overpaid != max(had-due, 0) {
				t.Fatalf("%s\nlosses %v other %v late %v\ngot  due %d now %d overpaid %d\nwant due %d to %d had %d",
					at, a.loss, o.other, late, pay.Due, pay.Now, pay.Overpaid, due, most, had)
			}
			if r.Cap == limits.NoCap {
				capped := o
				capped.r.Cap = limits.CapAtLiability
				if want := max(min(capped.total(), capped.atMost().total())-had, 0); pay.Beside != want {
					t.Fatalf("%s\nlosses %v other %v late %v\nbeside %d, want %d", at, a.loss, o.other, late, pay.Beside, want)
				}
			}
			addsUp(t, at, a, pay, cuts, o.shares())
			a.series, b.paid = pay.Series, pay.Paid
			within(t, at, c, r, pay.Paid)
		}
	}
	if settled < cases.Rounds(t) {
		t.Errorf("only %d payments", settled)
	}
}

// addsUp checks that cuts and what is due are the losses, by head and in all,
// and that each head is due its share to the yen.
func addsUp(t *testing.T, at string, a *account, pay limits.Payment, cuts []limits.Cut, want map[limits.Head]yen.Amount) {
	t.Helper()
	cut := map[limits.Head]yen.Amount{}
	for _, c := range cuts {
		if c.Amount <= 0 || c.Clause == "" || c.JA == "" || c.EN == "" {
			t.Fatalf("%s: cut %+v", at, c)
		}
		cut[c.Head] += c.Amount
	}
	var due, now yen.Amount
	for h, part := range pay.Parts() {
		if part.Loss != a.loss[h] || part.Due < 0 || part.Due+cut[h] != part.Loss {
			t.Fatalf("%s: %s: %+v, cut %d of %d", at, h, part, cut[h], a.loss[h])
		}
		if part.Paid < 0 || part.Paid > part.Loss || part.Paid-part.Now != a.paid[h] {
			t.Fatalf("%s: %s: %+v after %d", at, h, part, a.paid[h])
		}
		if part.Due != want[h] {
			t.Fatalf("%s: %s is due %d, want %d", at, h, part.Due, want[h])
		}
		due += part.Due
		now += part.Now
		a.paid[h] = part.Paid
	}
	if due != pay.Due || now != pay.Now || pay.Now < 0 || pay.Now > 0 && pay.Overpaid > 0 {
		t.Fatalf("%s: %+v", at, pay)
	}
}

// within checks that what was paid in the period is within every limit for it.
func within(t *testing.T, at string, c limits.Choices, r limits.Readings, paid limits.Paid) {
	t.Helper()
	sum := map[limits.Head]yen.Amount{}
	for h, a := range paid.All() {
		sum[h] = a
	}
	o := oracle{c: c, r: r, most: true}
	under := func(limit yen.Amount, heads ...limits.Head) {
		total := yen.Amount(0)
		for _, h := range heads {
			total += sum[h]
		}
		if total > limit {
			t.Fatalf("%s: %v paid %d above %d", at, heads, total, limit)
		}
	}
	under(o.limit(c.Litigation), limits.LitigationResponse)
	under(o.limit(c.Custody), limits.Custody)
	under(o.limit(c.Malfunction), limits.Malfunction)
	under(o.limit(c.Regulatory), limits.Regulatory)
	under(o.limit(c.Liability), damageHeads...)
	if r.Defence != limits.Classical {
		under(o.limit(c.Liability), liabilityHeads...)
	}
	if r.Costs != limits.OverallOnly {
		under(o.stated(c.Costs.Investigation), limits.Investigation)
		under(o.stated(c.Costs.Restoration), limits.Restoration)
	}
	if r.Costs != limits.OwnOnly {
		under(o.stated(c.Costs.Overall), o.costOrder()...)
	}
	if r.Cap == limits.CapAtLiability {
		under(o.limit(c.Liability), allHeads()...)
	}
}

// TestOrderAndGrouping pays the items of a claim in any order and grouping.
func TestOrderAndGrouping(t *testing.T) {
	t.Parallel()
	for round := range cases.Rounds(t) {
		d := newDice(round)
		c, r := d.choices(), d.readings()
		program, err := limits.JISA2024(c, r)
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
		if last.Overpaid > 0 && !reduced && monotone(c, r, items) {
			t.Fatalf("round %d: overpaid %d without a pro rata or a reduction", round, last.Overpaid)
		}
	}
}

// monotone reports whether more loss cannot pay less: defence costs are not
// scaled, and no ratio or reduction acts on some heads alone.
func monotone(c limits.Choices, r limits.Readings, losses []limits.Loss) bool {
	if r.Reduction == limits.DamagesOnly && c.Declared != (yen.Ratio{}) {
		return false
	}
	return r.Defence == limits.Inside || !slices.ContainsFunc(losses, func(l limits.Loss) bool { return l.Head == limits.Defence })
}

// TestMoreAndLess checks which way payments move with losses, limits and the
// deductible.
func TestMoreAndLess(t *testing.T) {
	t.Parallel()
	due := func(c limits.Choices, r limits.Readings, before limits.Paid, losses []limits.Loss) yen.Amount {
		program, err := limits.JISA2024(c, r)
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
		d := newDice(round)
		c, r := d.choices(), d.readings()
		var before limits.Paid
		if d.one(2) {
			// One history serves every program with the same heads.
			program, err := limits.JISA2024(c, r)
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

		heads := headsOf(c)
		extra := limits.Loss{Head: heads[d.IntN(len(heads))], Amount: d.amount(50_000_000)}
		more := append(slices.Clip(losses), extra)
		if got := due(c, r, before, more); got < all && monotone(c, r, more) {
			t.Fatalf("%s: %v more pays %d less", at, extra, all-got)
		}
		larger := c
		larger.Liability += d.amount(20_000_000)
		larger.Litigation += d.amount(20_000_000)
		larger.Custody += min(c.Custody, 1) * d.amount(20_000_000) // an endorsement that is not attached stays away
		larger.Costs.Overall += min(d.amount(20_000_000), 100_000_000-larger.Costs.Overall)
		if got := due(larger, r, before, losses); got < all && monotone(c, r, nil) {
			t.Fatalf("%s: larger limits pay %d less: %+v", at, all-got, larger)
		}
		larger = c
		larger.Costs.Investigation = 100_000_000
		if got := due(larger, r, before, losses); got < all {
			t.Fatalf("%s: a larger own limit pays %d less", at, all-got)
		}
		larger = c
		larger.Deductible = min(1_000_000, c.Deductible+d.amount(1_000_000))
		if got := due(larger, r, before, losses); got > all && monotone(c, r, nil) {
			t.Fatalf("%s: a larger deductible pays %d more", at, got-all)
		}
	}
}

// TestRange checks that what can happen lies within the range.
func TestRange(t *testing.T) {
	t.Parallel()
	reached := 0
	for round := range cases.Rounds(t) {
		d := newDice(round)
		c, r := d.choices(), d.readings()
		if d.one(3) {
			c.Costs.Investigation = 0
		}
		program, err := limits.JISA2024(c, r)
		if err != nil {
			t.Fatal(err)
		}
		var series limits.Series
		if d.one(4) {
			series = series.Reduce(d.amount(20_000_000))
		}
		certain, possible := d.losses(c), d.losses(c)
		least, most, err := program.Range(limits.Paid{}, series, certain, possible)
		if err != nil {
			t.Fatal(err)
		}
		at := fmt.Sprintf("round %d: %+v %+v\ncertain %v\npossible %v %v", round, c, r, certain, possible, series)
		try := func(losses []limits.Loss) {
			stated := c
			if c.Costs.Investigation == 0 {
				stated.Costs.Investigation = 5_000_000 + yen.Amount(d.IntN(95_000_001))
			}
			program, err := limits.JISA2024(stated, r)
			if err != nil {
				t.Fatal(err)
			}
			pay, err := program.Pay(limits.Paid{}, series, losses...)
			if err != nil {
				t.Fatal(err)
			}
			if pay.Now < least || pay.Now > most {
				t.Fatalf("%s\n%v pays %d, outside %d to %d", at, losses, pay.Now, least, most)
			}
			if pay.Now == least || pay.Now == most {
				reached++
			}
		}
		try(certain)
		try(append(slices.Clip(certain), possible...))
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

// TestUnstated checks that a payment under an unstated limit is one that both
// ends make.
func TestUnstated(t *testing.T) {
	t.Parallel()
	for round := range cases.Rounds(t) {
		d := newDice(round)
		c, r := d.choices(), d.readings()
		c.Costs.Investigation = 0
		program, err := limits.JISA2024(c, r)
		if err != nil {
			t.Fatal(err)
		}
		losses := d.losses(c)
		loss := map[limits.Head]yen.Amount{}
		for _, l := range losses {
			loss[l.Head] += l.Amount
		}
		least := (&oracle{c: c, r: r, loss: loss}).total()
		most := (&oracle{c: c, r: r, loss: loss, most: true}).total()
		pay, err := program.Pay(limits.Paid{}, limits.Series{}, losses...)
		if err == nil && (pay.Now != least || pay.Now != most) || err != nil && least == most && r == (limits.Readings{}) && c.Declared == (yen.Ratio{}) {
			t.Fatalf("round %d: %+v %+v %v: %d %v, want %d to %d", round, c, r, losses, pay.Now, err, least, most)
		}
	}
}
