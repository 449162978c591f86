// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A madeFile is claims under a policy of the made-up scheme, some of which are open.
type madeFile struct {
	*rand.Rand
	policy coverage.Policy
	stated coverage.Policy // with the limits that policy does not state
	under  map[clause.ID][]limits.Head
	common fact.Set
	h      coverage.History
	open   []coverage.Claim // with all that is known of them at the end
	story  strings.Builder
}

func (f *madeFile) one(of int) bool { return f.IntN(of) == 0 }

// amount returns an amount in steps of 500,000, so that limits are met.
func (f *madeFile) amount(steps int) yen.Amount { return yen.Amount(f.IntN(steps+1)) * 50 * yen.Man }

func (f *madeFile) tell(form string, args ...any) { fmt.Fprintf(&f.story, form+"\n", args...) }

// newMadeFile makes a policy with small limits, some readings and sales that may be
// under-declared, and assesses claims under it.
func newMadeFile(t *testing.T, round int) *madeFile {
	t.Helper()
	f := &madeFile{Rand: rand.New(rand.NewPCG(uint64(round), 2025))}
	var readings []coverage.Reading
	for _, r := range []coverage.Reading{defenceBeside, relatedEach, combinedCapped} {
		if f.one(4) {
			readings = append(readings, r)
		}
	}
	scheme := made(t, readings...)
	rules := madeRules(t, readings...)
	f.under, _ = madeAggregates(rules.Limits)
	f.common = madeAnswers(t, madeClear+" accident=yes consented=yes agreed=yes crowd=no intrusion=yes leak=yes letter=yes"+
		" receipts=yes posts=yes hearing=yes urgent=yes").Else(scheme.Defaults())
	terms := madeTerms(scheme)
	terms.Attached = []clause.ID{"E2", "E3"}
	terms.Options = option.Values{"limit": option.Yen(100*yen.Man + f.amount(40)), "deductible": option.Yen(f.amount(1))}
	for _, id := range []option.ID{"privacy", "hearing", "restore"} {
		terms.Options[id] = option.Yen(50*yen.Man + f.amount(10))
	}
	if f.one(4) {
		terms.Options["declared"] = option.Ratio(yen.Percent(1 + f.IntN(100)))
	}
	record := func() coverage.Policy {
		p, err := scheme.Record(terms)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	limit := option.Yen(100*yen.Man + f.amount(18))
	if terms.Options["forensics"] = limit; f.one(2) {
		delete(terms.Options, "forensics")
	}
	f.policy = record()
	terms.Options = maps.Clone(terms.Options)
	for _, id := range []option.ID{"forensics", "notices"} {
		terms.Options[id] = limit
	}
	f.stated = record()
	f.tell("%v %v", readings, f.policy.Terms().Options)
	for i := range 1 + f.IntN(5) {
		f.claim(t, fmt.Sprint("C-", i))
	}
	return f
}

// claim makes a claim and assesses it: as it is, with some of it unknown, or first the one
// and then the other. Some are paid otherwise than they are due.
func (f *madeFile) claim(t *testing.T, number string) {
	t.Helper()
	on := period.MustParseMoment("2025-06-01")
	c := coverage.Claim{Number: number, Facts: f.common,
		Dates: coverage.Dates{Made: on, Discovered: on, Reputational: on, Measure: on}}
	if f.one(2) {
		c.Series = [...]string{"S", "T"}[f.IntN(2)]
	}
	if f.one(6) {
		c.LateNotice = f.amount(4)
	}
	now := c
	several := f.one(3)
	heads := strings.Fields("damages damages privacy defence urgent forensics forensics restore notices posts hearing")
	for range 1 + f.IntN(3) {
		head := limits.Head(heads[f.IntN(len(heads))])
		it := coverage.Item{Head: head, Incurred: period.MustParseMoment("2025-06-02"), Claimed: yen.Amount(1+f.IntN(40))*10*yen.Man + yen.Amount(f.IntN(3))}
		if it.Accepted = yen.Exactly(it.Claimed); f.one(2) {
			it.Accepted = yen.Exactly(yen.Amount(f.Int64N(int64(it.Claimed) + 1)))
		}
		if head == "privacy" {
			it.Facts = it.Facts.Yes(faces)
		}
		if several && slices.Contains([]limits.Head{"damages", "privacy"}, head) {
			it.Demand = [...]string{"X", "Y"}[f.IntN(2)]
		}
		unknown := it
		if f.one(2) {
			unknown.Accepted = yen.Figure{}
		}
		if f.one(3) {
			unknown.Facts = unknown.Facts.With(fact.NotKnown, wilful)
			it.Facts = it.Facts.With(fact.Stated(f.one(2)), wilful)
		}
		c.Items, now.Items = append(c.Items, it), append(now.Items, unknown)
	}
	assess := func(what string, c coverage.Claim) coverage.Verdict {
		a, err := f.policy.Assess(c, f.h)
		if err != nil {
			f.tell("%s %s: %v", c.Number, what, err) // defence of one of several third-party claims, for example
			return coverage.Excluded
		}
		f.h = a.History
		f.tell("%s %s late %v: %v %v %v to %v", c.Number, what, c.LateNotice, a.Decision, a.Payment.Now, a.Least, a.Most)
		for _, it := range c.Items {
			f.tell("   %s %s %v %v %v", it.Head, it.Demand, it.Claimed, it.Accepted, it.Facts)
		}
		return a.Decision
	}
	if f.one(4) {
		before := c
		before.Items = slices.Clone(c.Items)
		for i := range before.Items {
			it := &before.Items[i]
			if it.Facts = it.Facts.No(wilful); f.one(2) {
				it.Accepted = yen.Exactly(it.Claimed)
			}
		}
		if f.one(4) {
			before.LateNotice = f.amount(4)
		}
		assess("before", before)
	}
	if f.one(3) {
		f.pay()
	}
	if f.one(3) { // a third-party claim has another name by now
		for _, items := range [][]coverage.Item{c.Items, now.Items} {
			for i := range items {
				items[i].Demand = strings.Replace(items[i].Demand, "X", "Z", 1)
			}
		}
	}
	if f.one(3) {
		now = c
	}
	if assess("now", now) == coverage.Open {
		f.open = append(f.open, c)
	}
	if f.one(4) {
		f.pay()
	}
}

// pay states what was really paid for a claim.
func (f *madeFile) pay() {
	for r := range f.h.Claims() {
		if !f.one(3) {
			continue
		}
		amount := max(r.Paid+f.amount(4)-100*yen.Man, 0)
		if h, err := f.h.Disbursed(r.Number, amount); err == nil {
			f.h = h
			f.tell("%s was paid %v", r.Number, amount)
		}
	}
}

// madeAggregates returns the heads of each aggregate limit of a tree.
func madeAggregates(n limits.Node) (all map[clause.ID][]limits.Head, heads []limits.Head) {
	all = map[clause.ID][]limits.Head{}
	if n.Head != "" {
		heads = append(heads, n.Head)
	}
	for _, child := range n.Nodes {
		inside, of := madeAggregates(child)
		heads = append(heads, of...)
		maps.Copy(all, inside)
	}
	for _, t := range n.Terms {
		if all[t.Clause] = heads; t.Heads != nil {
			all[t.Clause] = t.Heads
		}
	}
	return all, heads
}

// TestReservesOfMade decides the open claims of random histories in random orders, with
// all that was unknown, and under limits that were not stated. What is paid, and what is
// used of each limit, is within the reserves.
func TestReservesOfMade(t *testing.T) {
	opened, several, reached := 0, 0, 0
	for round := range cases.Rounds(t) / 4 {
		f := newMadeFile(t, round)
		h, err := coverage.ParseHistory(f.h.String())
		if err != nil || !h.Equal(f.h) {
			t.Fatal(err, f.story.String())
		}
		r, err := f.policy.Reserves(h)
		if err != nil {
			t.Fatalf("round %d: %v\n%s%s", round, err, f.story.String(), h)
		}
		f.tell("%s\n%s", h, r)
		if len(f.open) == 0 {
			if r.Least != 0 || r.Most != 0 || len(r.Claims) > 0 {
				t.Fatal(f.story.String())
			}
			continue
		}
		if opened++; len(f.open) > 1 {
			several++
		}
		by := map[string]coverage.Reserve{}
		for _, c := range r.Claims {
			by[c.Number] = c
		}
		for range 4 {
			sum, at, story := yen.Amount(0), h, ""
			for _, i := range f.Perm(len(f.open)) {
				c := f.open[i]
				a, err := f.stated.Assess(c, at)
				if err != nil {
					t.Fatal(err, f.story.String())
				}
				now := a.Payment.Now
				story += fmt.Sprintf("%s pays %v, %v\n", c.Number, now, a.Decision)
				if a.Decision == coverage.Open {
					t.Fatalf("round %d: open at the end\n%s%s%v %v", round, f.story.String(), story, a.Questions(), a.Unstated)
				}
				if x := by[c.Number]; now < x.Least || now > x.Most {
					t.Fatalf("round %d: %s is paid %v, not %v\n%s%s", round, c.Number, now, x, f.story.String(), story)
				}
				sum, at = sum+now, a.History
			}
			if sum < r.Least || sum > r.Most {
				t.Fatalf("round %d: paid %v in all, not %v to %v\n%s%s", round, sum, r.Least, r.Most, f.story.String(), story)
			}
			if sum == r.Least || sum == r.Most {
				reached++
			}
			before, after := maps.Collect(h.Paid().All()), maps.Collect(at.Paid().All())
			for _, l := range r.Limits {
				used := yen.Amount(0)
				for _, head := range f.under[l.Limit.ID] {
					used += after[head] - before[head]
				}
				if used = max(used, 0); used < l.Least || used > l.Most {
					t.Fatalf("round %d: %v used of %v\n%s%s", round, used, l, f.story.String(), story)
				}
			}
		}
	}
	if n := cases.Rounds(t) / 4; opened < n/2 || several < n/4 || reached < n/4 {
		t.Errorf("%d histories with open claims, %d with several, %d ends", opened, several, reached)
	}
}
