// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// draw draws claims for a year: each is one of the claims of the file, at another time in the
// policy period of a member with a premium drawn at random, and of another size.
func (j *job) draw(ctx context.Context, scheme coverage.Scheme) error {
	if j.simulate < 0 || j.simulate > 100*million {
		return fmt.Errorf("-simulate: %d is not from 1 to 100,000,000", j.simulate)
	}
	holders, err := j.holders(ctx, scheme)
	if err != nil {
		return err
	}
	holders = slices.DeleteFunc(holders, func(h *holder) bool { return h.referred })
	patterns, _, err := j.readClaims()
	if err != nil {
		return err
	}
	if len(holders) == 0 || len(patterns) == 0 {
		return fmt.Errorf("there are %d members with a policy and %d claims to draw from", len(holders), len(patterns))
	}
	for i := range patterns {
		patterns[i].Facts = patterns[i].Facts.Else(scheme.Defaults())
	}
	r := rand.New(rand.NewPCG(j.seed, 0))
	for range j.simulate {
		holders[r.IntN(len(holders))].claims++
	}
	results := make([]year, len(holders))
	next := make(chan int)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range next {
				results[i] = holders[i].year(ctx, rand.New(rand.NewPCG(j.seed, uint64(i)+1)), patterns)
			}
		})
	}
	for i := range holders {
		select {
		case next <- i:
		case <-ctx.Done():
		}
	}
	close(next)
	group.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	_, err = io.WriteString(j.stdout, distribution(results, j.lang))
	j.leftOut()
	return output(err)
}

// A year is the result of assessing a member's claims of one year.
type year struct {
	premium, paid total
	decided       map[coverage.Verdict]int
	refused       int
}

// year assesses as many claims as the member has, one after the other.
func (h *holder) year(ctx context.Context, r *rand.Rand, patterns []coverage.Claim) (y year) {
	y.premium, y.decided = total(h.premium), map[coverage.Verdict]int{}
	span := h.policy.Terms().Period
	first, last := span.Start().Date(), span.End().Date()
	days := first.DaysTo(last)
	var history coverage.History
	for n := range h.claims {
		if ctx.Err() != nil {
			return y
		}
		c := drawn(r, &patterns[r.IntN(len(patterns))], first, days)
		c.Number, c.Policy = "S-"+strconv.Itoa(n+1), ""
		a, err := h.policy.Assess(c, history)
		if err != nil {
			y.refused++
			continue
		}
		history = a.History
		y.decided[a.Decision]++
		y.paid.add(total(a.Payment.Now))
	}
	return y
}

// drawn returns a claim like another one, with the first of its dates on a day of the period.
func drawn(r *rand.Rand, of *coverage.Claim, first period.Date, days int) coverage.Claim {
	c := *of
	c.Items = slices.Clone(of.Items)
	begins := c.Dates.Made
	if begins.Date().IsZero() {
		begins = c.Dates.Discovered
	}
	shift := 0
	if on, err := first.AddDays(1 + r.IntN(max(days-1, 1))); err == nil && !begins.Date().IsZero() {
		shift = begins.Date().DaysTo(on)
	}
	d := &c.Dates
	for _, m := range []*period.Moment{
		&d.Made, &d.Cause, &d.Aware, &d.Delivered, &d.AttackPublished, &d.LeakPublished, &d.First, &d.Discovered, &d.Reputational, &d.Measure,
	} {
		*m = later(*m, shift)
	}
	size := 1 + r.Int64N(40) // from a tenth to four times, small ones more often
	size = 1 + r.Int64N(size)
	for i := range c.Items {
		it := &c.Items[i]
		it.Incurred, it.Spent = later(it.Incurred, shift), later(it.Spent, shift)
		it.Claimed = max(it.Claimed*yen.Amount(size)/10, 1)
		if a, ok := it.Accepted.Amount(); ok {
			it.Accepted = yen.Exactly(a * yen.Amount(size) / 10)
		}
	}
	return c
}

func later(m period.Moment, days int) period.Moment {
	if m.Date().IsZero() {
		return m
	}
	d, err := m.Date().AddDays(days)
	if err != nil {
		return m
	}
	return period.On(d)
}

// distribution returns what is paid to the members in the year.
func distribution(all []year, lang language.Tag) string {
	say := func(ja, en string) string { return in(lang, ja, en) }
	var out strings.Builder
	var sum year
	decided, claims := map[coverage.Verdict]int{}, 0
	paid := make([]total, len(all))
	for i, y := range all {
		paid[i] = y.paid
		sum.premium.add(y.premium)
		sum.paid.add(y.paid)
		sum.refused += y.refused
		for v, n := range y.decided {
			decided[v], claims = decided[v]+n, claims+n
		}
	}
	slices.Sort(paid)
	fmt.Fprintf(&out, say("加入者 %s名、事案 %s件\n", "%s members, %s claims\n"), count(len(all)), count(claims+sum.refused))
	for v := coverage.Open; v <= coverage.NothingPayable; v++ {
		if n := decided[v]; n > 0 {
			fmt.Fprintf(&out, "  %11s  %s\n", count(n), v.Text(lang))
		}
	}
	if sum.refused > 0 {
		fmt.Fprintf(&out, say("  %11s  対象外：入力の矛盾など\n", "  %11s  left out: what was drawn contradicts itself\n"), count(sum.refused))
	}
	fmt.Fprintf(&out, say("概算保険料 %s、お支払い %s（確認中の事案を除く）\n", "indicative premiums %s, paid %s, without the claims that are open\n"),
		sum.premium.text(lang), sum.paid.text(lang))
	fmt.Fprintln(&out, say("1加入者あたりの年間のお支払い", "paid to a member in the year"))
	for _, p := range []int{100, 500, 750, 900, 950, 990, 999, 1000} {
		at := max((len(paid)*p+999)/1000-1, 0)
		fmt.Fprintf(&out, "  %5.1f%%  %s\n", float64(p)/10, paid[at].text(lang))
	}
	return out.String()
}

// between returns an amount or two bounds.
func between(least, most yen.Amount, lang language.Tag) string {
	if least == most {
		return least.Text(lang)
	}
	if lang == language.Japanese {
		return least.Text(lang) + "〜" + most.Text(lang)
	}
	return least.Text(lang) + " to " + most.Text(lang)
}
