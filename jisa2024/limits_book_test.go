// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A book is what a test knows of a period: its policy and the claims that it
// has made.
type limitsBook struct {
	*testing.T
	c       limitsChoices
	r       limitsReadings
	program limits.Program
	paid    limits.Paid
	claims  []*limitsAccount
}

// An account is one claim: by head its losses, what was really paid for it and
// what it takes of the limits.
type limitsAccount struct {
	series           limits.Series
	loss, paid, held map[limits.Head]yen.Amount
}

func limitsNewBook(t *testing.T, edition limitsEdition, c limitsChoices, r limitsReadings) *limitsBook {
	t.Helper()
	return &limitsBook{T: t, c: c, r: r, program: edition.must(t, c, r)}
}

// fail ends the test at a place in a period.
func (b *limitsBook) fail(at, format string, args ...any) {
	b.Helper()
	b.Fatalf("%s: %+v %+v\n"+format, slices.Concat([]any{at, b.c, b.r}, args)...)
}

// claim opens a claim.
func (b *limitsBook) claim() *limitsAccount {
	none := func() map[limits.Head]yen.Amount { return map[limits.Head]yen.Amount{} }
	a := &limitsAccount{limits.Series{}, none(), none(), none()}
	b.claims = append(b.claims, a)
	return a
}

// others returns what all claims but one take of the limits.
func (b *limitsBook) others(but *limitsAccount) map[limits.Head]yen.Amount {
	sum := map[limits.Head]yen.Amount{}
	for _, a := range b.claims {
		for h, held := range a.held {
			if a != but {
				sum[h] += held
			}
		}
	}
	return sum
}

// pay adds losses to a claim and compares the payment to the oracle's. It
// reports whether there is one: a limit that is not stated can leave it open.
func (b *limitsBook) pay(at string, a *limitsAccount, late yen.Amount, losses ...limits.Loss) (limits.Payment, bool) {
	b.Helper()
	a.series = a.series.Reduce(late)
	for _, l := range losses {
		a.loss[l.Head] += l.Amount
	}
	o := limitsOracle{c: b.c, r: b.r, loss: a.loss, other: b.others(a), late: late}
	due, most := o.total(), o.atMost().total()
	pay, cuts, err := b.program.Explain(b.paid, a.series, losses...)
	again, errAgain := b.program.Pay(b.paid, a.series, losses...)
	if again != pay || errors.Is(err, fault.ErrOpen) != errors.Is(errAgain, fault.ErrOpen) {
		b.fail(at, "Pay and Explain differ: %v, %v", err, errAgain)
	}
	if due != most {
		want := o.first(func(o *limitsOracle) bool { return o.total() != due })
		if e := (*fault.Error)(nil); !errors.Is(err, fault.ErrOpen) || !errors.As(err, &e) || e.Input != string(want) {
			b.fail(at, "losses %v other %v late %v\n%v, want %s to be open", a.loss, o.other, late, err, want)
		}
		return pay, false
	}
	if err != nil {
		b.fail(at, "%v", err)
	}
	had := yen.Amount(0)
	for _, paid := range a.paid {
		had += paid
	}
	if pay.Due != due || pay.Now != max(due-had, 0) || pay.Overpaid != max(had-due, 0) {
		b.fail(at, "losses %v other %v late %v\ngot  due %d now %d overpaid %d\nwant due %d had %d", a.loss, o.other, late, pay.Due, pay.Now, pay.Overpaid, due, had)
	}
	shares := o.shares()
	split := clause.ID("")
	if !maps.Equal(o.atMost().shares(), shares) {
		split = o.first(func(o *limitsOracle) bool { return !maps.Equal(o.shares(), shares) })
	}
	if pay.Split != split {
		b.fail(at, "losses %v other %v late %v\nthe split depends on %q, want %q", a.loss, o.other, late, pay.Split, split)
	}
	if b.r.Cap == jisa2024.CapNone {
		capped := o
		capped.r.Cap = jisa2024.CapAtLiability
		beside, err := limitsBesides(b.program, b.paid, a.series, losses...)
		if want := max(min(capped.total(), capped.atMost().total())-had, 0); beside != want || err != nil {
			b.fail(at, "losses %v other %v late %v\nbeside %d, want %d, %v", a.loss, o.other, late, beside, want, err)
		}
	}
	a.settle(shares, due < had)
	b.addsUp(at, a, pay, cuts, shares)
	a.series, b.paid = pay.Series, pay.Paid
	b.within(at)
	return pay, true
}

// settle books what each head is due. Of a claim that is overpaid nothing is
// paid and nothing comes back, and each head takes the larger of what it is due
// and what was really paid.
func (a *limitsAccount) settle(due map[limits.Head]yen.Amount, overpaid bool) {
	for _, h := range limitsAllHeads() {
		if !overpaid {
			a.paid[h] = due[h]
		}
		a.held[h] = max(due[h], a.paid[h])
	}
}

// addsUp checks that cuts and what is due are the losses, by head and in all,
// that each head is due its share to the yen, and what is paid and taken.
func (b *limitsBook) addsUp(at string, a *limitsAccount, pay limits.Payment, cuts []limits.Cut, want map[limits.Head]yen.Amount) {
	b.Helper()
	cut := map[limits.Head]yen.Amount{}
	for _, c := range cuts {
		if c.Amount <= 0 || c.Clause == "" || c.JA == "" || c.EN == "" {
			b.fail(at, "cut %+v", c)
		}
		cut[c.Head] += c.Amount
	}
	var due, now yen.Amount
	for h, part := range pay.Parts() {
		if part.Loss != a.loss[h] || part.Due < 0 || part.Due+cut[h] != part.Loss {
			b.fail(at, "%s: %+v, cut %d of %d", h, part, cut[h], a.loss[h])
		}
		if part.Due != want[h] || part.Paid != a.paid[h] || part.Held != a.held[h] {
			b.fail(at, "%s: %+v, want due %d, paid %d and taken %d", h, part, want[h], a.paid[h], a.held[h])
		}
		due += part.Due
		now += part.Now
	}
	if due != pay.Due || now != pay.Now || pay.Now < 0 || pay.Now > 0 && pay.Overpaid > 0 {
		b.fail(at, "%+v", pay)
	}
	taken := b.others(nil)
	for h, amount := range pay.Paid.All() {
		if amount != taken[h] {
			b.fail(at, "%s takes %d in the period, want %d", h, amount, taken[h])
		}
	}
	if back, err := limits.ParseSeries(pay.Series.String()); err != nil || back != pay.Series {
		b.fail(at, "%v reads as %v %v", pay.Series, back, err)
	}
}

// within checks that what was really paid in the period is within every limit
// for it.
func (b *limitsBook) within(at string) {
	b.Helper()
	sum := map[limits.Head]yen.Amount{}
	for _, a := range b.claims {
		for h, paid := range a.paid {
			sum[h] += paid
		}
	}
	c, r := b.c, b.r
	o := limitsOracle{c: c, r: r, most: "LIM-16"}
	under := func(limit yen.Amount, heads ...limits.Head) {
		total := yen.Amount(0)
		for _, h := range heads {
			total += sum[h]
		}
		if total > limit {
			b.fail(at, "%v paid %d above %d", heads, total, limit)
		}
	}
	under(o.limit(c.Litigation), jisa2024.LitigationResponse)
	under(o.limit(c.Custody), jisa2024.Custody)
	under(o.limit(c.Malfunction), jisa2024.Malfunction)
	under(o.limit(c.Regulatory), jisa2024.Regulatory)
	under(o.limit(c.Liability), limitsDamageHeads...)
	if r.Defence != jisa2024.DefenceClassical {
		under(o.limit(c.Liability), limitsLiabilityHeads...)
	}
	if r.Costs != jisa2024.CostsOverallOnly {
		under(o.stated("LIM-08", c.Costs.Investigation), jisa2024.Investigation)
		under(o.stated("LIM-10", c.Costs.Restoration), jisa2024.Restoration)
	}
	if r.Costs != jisa2024.CostsOwnOnly {
		under(o.stated("LIM-16", c.Costs.Overall), o.costOrder()...)
	}
	if r.Cap == jisa2024.CapAtLiability {
		under(o.limit(c.Liability), limitsAllHeads()...)
	}
}
