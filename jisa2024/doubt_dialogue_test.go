// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// afterDelivery is the second case of the brochure: a demand of 40,000,000 after the
// delivery. On the printed facts, nobody says when.
func afterDelivery(t *testing.T) (p coverage.Policy, silent, printed coverage.Claim) {
	t.Helper()
	p = caseFile{}.policy(t)
	silent = coverage.Claim{
		Number: "C-1",
		Facts: p.Scheme().Facts().Yes(jisa2024.ITServices, jisa2024.UnforeseenAccident, jisa2024.SoftwareDevelopment, jisa2024.InJapan).
			No("aggravated-liability", "others-reputation", "other-ip", "licence-fee", "late-completion", "custody-property").
			Else(p.Scheme().Defaults()),
		Dates: coverage.Dates{Made: period.MustParseMoment("2024-11-05")},
		Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 4_000 * yen.Man, Accepted: yen.Exactly(4_000 * yen.Man)}},
	}
	printed = silent
	printed.Facts = printed.Facts.No("wilful-act", "crime", "knew-unlawful", "knew-harmful", "cure-cost", "recall-cost",
		"never-delivered", "claim-before-delivery", "known-before-delivery")
	return p, silent, printed
}

// inTheBrochure answers as the brochure assumes: the work was delivered long before the
// claim and the awareness of it, nothing was known at the start, and nothing else excludes.
func inTheBrochure(c coverage.Claim, n coverage.Need) coverage.Claim {
	switch n.Date {
	case "delivered":
		return c.WithDate(n, period.MustParseMoment("2024-08-01"))
	case "aware":
		return c.WithDate(n, period.MustParseMoment("2024-10-20"))
	case "cause":
		return c.WithDate(n, period.MustParseMoment("2024-07-20"))
	}
	return c.WithFact(n, fact.StatedNo)
}

// TestBrochureDialogue settles the case of the brochure by its questions in their order:
// no fewer of all the answers would do.
func TestBrochureDialogue(t *testing.T) {
	p, silent, printed := afterDelivery(t)
	known := printed
	known.Dates.Delivered = period.MustParseMoment("2024-08-01")
	known.Facts = known.Facts.With(fact.NotAsked, "never-delivered", "claim-before-delivery", "known-before-delivery")
	for _, c := range []struct {
		name    string
		claim   coverage.Claim
		answers int
	}{{"nothing asked", silent, 10}, {"printed facts", printed, 4}, {"delivery known", known, 3}} {
		claim, asked := c.claim, []coverage.Need{}
		seen := map[string]coverage.Need{}
		for {
			a, err := p.Assess(claim, coverage.History{})
			if err != nil {
				t.Fatal(err)
			}
			if claim.Number = "C-1"; len(asked) == 0 && (a.Least != 0 || a.Most != 3_900*yen.Man || !a.Exact) {
				t.Fatalf("%s: %v - %v", c.name, a.Least, a.Most)
			}
			needs := a.Questions()
			for _, n := range needs {
				seen[n.Name()] = n
			}
			if len(needs) == 0 {
				if a.Payment.Now != 3_900*yen.Man {
					t.Errorf("%s: settled at %v", c.name, a.Payment.Now)
				}
				break
			}
			asked, claim = append(asked, needs[0]), inTheBrochure(claim, needs[0])
		}
		var names, all []string
		for _, n := range asked {
			names = append(names, n.Name())
		}
		for name := range seen {
			all = append(all, name)
		}
		slices.Sort(all)
		t.Logf("%s: %d answers: %v, of %v", c.name, len(asked), names, all)
		if len(asked) != c.answers {
			t.Errorf("%s: settled by %d answers, not %d", c.name, len(asked), c.answers)
		}
		for some := range 1 << len(all) { // every set of fewer answers leaves it open
			if bits.OnesCount(uint(some)) != len(asked)-1 {
				continue
			}
			fewer := c.claim
			for k, name := range all {
				if some>>k&1 == 1 {
					fewer = inTheBrochure(fewer, seen[name])
				}
			}
			if a, err := p.Assess(fewer, coverage.History{}); err != nil || a.Decision != coverage.Open {
				t.Fatalf("%s: %b of %v settles it: %v", c.name, some, all, err)
			}
		}
	}
}

// A dialogue plays all orders of the questions of a claim.
type dialogue struct {
	policy  coverage.Policy
	history coverage.History
	best    map[string]float64
	states  int
}

// answerOf gives an answer to a question, or says that it is refused.
func (d *dialogue) answerOf(c coverage.Claim, n coverage.Need, x coverage.Case) (coverage.Claim, coverage.Assessment, bool) {
	next := c.WithFact(n, x.Answer)
	if n.Date != "" {
		next = c.WithDate(n, within(x))
	}
	a, err := d.policy.Assess(next, d.history)
	return next, a, err == nil
}

// within is a moment in the span of a case.
func within(x coverage.Case) period.Moment {
	switch until, ends := x.Until.Instant(); {
	case !x.From.IsZero():
		return x.From
	case !ends:
		return period.MustParseMoment("2024-09-01 12:00")
	default:
		at, err := period.InstantOf(time.Unix(until.Unix()-1, 0))
		if err != nil {
			panic(err)
		}
		return period.At(at)
	}
}

// expected is the mean number of questions if every answer that can be is as likely: in the
// best order, or in that of the questions.
func (d *dialogue) expected(c coverage.Claim, a coverage.Assessment, path []string, choose func([]coverage.Need) []coverage.Need) float64 {
	needs := a.Questions()
	if len(needs) == 0 {
		return 0
	}
	key := strings.Join(slices.Sorted(slices.Values(path)), " ")
	if x, ok := d.best[key]; ok {
		return x
	}
	d.states++
	best := -1.0
	for _, n := range choose(needs) {
		sum, count := 0.0, 0
		for k, x := range n.Cases {
			next, b, ok := d.answerOf(c, n, x)
			if !ok {
				continue
			}
			count++
			sum += d.expected(next, b, append(path, fmt.Sprint(n.Name(), n.Items, "=", k)), choose)
		}
		if x := 1 + sum/float64(max(count, 1)); best < 0 || x < best {
			best = x
		}
	}
	d.best[key] = best
	return best
}

// TestDialogues compares the order of the questions of random open claims with the best
// one, found by trying all: together they take at most a twentieth more.
func TestDialogues(t *testing.T) {
	r, known := rand.New(rand.NewPCG(2, 9)), schemes{}
	ours, best, worst := 0.0, 0.0, 0.0
	tried, states, dates := 0, 0, 0
	for tried < max(cases.Rounds(t)/500, 5) {
		x := randomDoubt(t, r, known, 5)
		c := x.hide(x.hidden)
		if r.IntN(3) == 0 {
			c.Dates.Delivered = period.Moment{}
		}
		if r.IntN(3) == 0 {
			c.Dates.Aware = period.Moment{}
		}
		a, err := x.policy.Assess(c, x.history)
		if err != nil {
			continue
		}
		if needs := a.Questions(); len(needs) < 2 || len(needs) > 5 {
			continue
		}
		tried++
		if slices.ContainsFunc(a.Questions(), func(n coverage.Need) bool { return n.Date != "" }) {
			dates++
		}
		d := dialogue{policy: x.policy, history: x.history, best: map[string]float64{}}
		b := d.expected(c, a, nil, func(all []coverage.Need) []coverage.Need { return all })
		states += d.states
		d.best = map[string]float64{}
		o := d.expected(c, a, nil, func(all []coverage.Need) []coverage.Need { return all[:1] })
		ours, best, worst = ours+o, best+b, max(worst, o/b)
	}
	t.Logf("%d claims, %d with dates, %d states: %.3f questions, %.3f in the best order, %.1f%% more; at worst %.2f times", tried, dates, states,
		ours/float64(tried), best/float64(tried), 100*(ours/best-1), worst)
	if ours > 1.05*best {
		t.Error("the order of the questions takes more than a twentieth more")
	}
}
