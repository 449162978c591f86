// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// assess assesses a claim, and demands that its bounds are in order and everybody gets the
// same questions.
func (w *madeWorld) assess(t *testing.T, c coverage.Claim) (coverage.Assessment, error) {
	t.Helper()
	a, err := w.policy.Assess(c, w.before)
	if err != nil {
		return a, err
	}
	if a.Least > a.Most || a.Least < 0 || a.Least != a.Most && a.Decision != coverage.Open {
		t.Fatalf("%v: %v - %v", a.Decision, a.Least, a.Most)
	}
	return a, err
}

// within returns what of a later assessment is not within the bounds of an earlier one.
func within(a, b coverage.Assessment) string {
	if b.Least < a.Least || b.Most > a.Most {
		return fmt.Sprintf("%v - %v is not within %v - %v", b.Least, b.Most, a.Least, a.Most)
	}
	items := a.Items()
	for i, y := range b.Items() {
		if x := items[i]; y.Least < x.Least || y.Most > x.Most {
			return fmt.Sprintf("item %d: %v - %v is not within %v - %v", i, y.Least, y.Most, x.Least, x.Most)
		}
	}
	heads := map[string][2]yen.Amount{}
	for h, x := range a.Bounds() {
		heads[string(h)] = [2]yen.Amount{x.Least, x.Most}
	}
	for h, y := range b.Bounds() {
		if x := heads[string(h)]; y.Least < x[0] || y.Most > x[1] {
			return fmt.Sprintf("%s: %v - %v is not within %v", h, y.Least, y.Most, x)
		}
	}
	return ""
}

// TestDoubtMadeShrinks makes known what is unknown of random claims under random wordings,
// one thing after the other, as it is: no bound ever widens.
func TestDoubtMadeShrinks(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 11))
	open, steps, rounds := 0, 0, max(cases.Rounds(t)/100, 10)
	for round := range rounds {
		w := randomMade(t, r)
		hidden, all := w.hide(r)
		a, err := w.assess(t, hidden)
		if err != nil {
			t.Fatalf("round %d: %v\n%s", round, err, w.says(hidden))
		}
		if a.Decision == coverage.Open {
			open++
		}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, x := range append(all, hiding{"all", nil, func(c *coverage.Claim) { *c = w.full }}) {
			next := cloned(hidden)
			x.show(&next)
			b, err := w.assess(t, next)
			if err != nil {
				t.Fatalf("round %d: %s: %v\n%s", round, x.name, err, w.says(next))
			}
			if why := within(a, b); why != "" {
				t.Fatalf("round %d: with %s, %s\n%s\n%s", round, x.name, why, w.says(hidden), w.says(next))
			}
			hidden, a = next, b
			steps++
		}
	}
	t.Logf("%d claims, %d open, %d things made known", rounds, open, steps)
	if open < rounds/4 {
		t.Error("too few are open")
	}
}

// says describes a claim with its policy.
func (w *madeWorld) says(c coverage.Claim) string {
	s := fmt.Sprintf("claim %s series %q incident %q late %v facts %v\ndates %+v\n", c.Number, c.Series, c.Incident, c.LateNotice, c.Facts, c.Dates)
	for i := range c.Items {
		s += fmt.Sprintf("item %+v\n", c.Items[i])
	}
	terms := w.policy.Terms()
	s += fmt.Sprintf("attached %v since %v first %v retro %v readings %v\n", terms.Attached, terms.Since, terms.First, terms.Retroactive, terms.Readings)
	if rules := w.scheme.Rules(); rules.Points == nil {
		for _, d := range rules.DateFacts {
			s += fmt.Sprintf("%s: %s %s %s %v\n", d.Fact, d.Date, d.Is, d.Anchor, d.Span)
		}
		for _, x := range rules.Wording.Rules {
			s += fmt.Sprintf("%s under %q with %q class %q in %q: %v\n", x.Clause.ID, x.Under, x.With, x.Class, x.Scope, x.When)
		}
		s += fmt.Sprintf("two %v heavier %q reputational %q\n", rules.TwoIncidents, rules.Heavier, rules.Reputational)
	}
	return s + w.before.String()
}

// holds reports whether a moment is in the span of a case.
func holds(c coverage.Case, at period.Moment) bool {
	if at.IsNever() || c.From.IsNever() {
		return at.IsNever() && c.From.IsNever()
	}
	return (c.From.IsZero() || at.Before(c.From) == fact.No) && (c.Until.IsZero() || at.Before(c.Until) == fact.Yes)
}

// TestDoubtMadeAsked answers the questions about random claims under random wordings: each
// answer that is accepted is one of the cases and leaves what that says or less doubt, and
// together with others pays within the bounds, of which both ends are reached.
func TestDoubtMadeAsked(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 12))
	var open, exact, reached, rounds = 0, 0, 0, max(cases.Rounds(t)/250, 10)
	for round := range rounds {
		w := randomMade(t, r)
		hidden, _ := w.hide(r)
		w.unstate(&hidden)
		a, err := w.assess(t, hidden)
		if err != nil {
			t.Fatal(err)
		}
		if a.Decision != coverage.Open {
			continue
		}
		open++
		askTogether(t, a)
		for _, n := range a.Questions() {
			for range 12 {
				w.answer(t, r, hidden, a, n)
			}
		}
		full, err := w.assess(t, w.full)
		if err != nil {
			t.Fatal(err)
		}
		least, most := full.Least, full.Most
		for range 40 {
			c := withAmounts(r, hidden)
			b, err := w.assess(t, c)
			if err != nil {
				continue // such as an excess that is said not to be there
			}
			if why := within(a, b); why != "" {
				t.Fatalf("round %d: %s\n%s\n%s", round, why, w.says(hidden), w.says(c))
			}
			b = w.talk(t, r, c, b)
			least, most = min(least, b.Most), max(most, b.Least)
		}
		if a.Exact {
			if exact++; least <= a.Least && most >= a.Most {
				reached++
			}
		}
	}
	t.Logf("%d claims, %d open, %d exact, both ends reached by random answers in %d", rounds, open, exact, reached)
	if open < rounds/3 || reached < exact*3/4 {
		t.Error("too few are open or reached")
	}
}

// askTogether demands the same questions of an assessment from everybody who asks.
func askTogether(t *testing.T, a coverage.Assessment) {
	t.Helper()
	var all [3][]coverage.Need
	var group sync.WaitGroup
	for k := range all {
		group.Go(func() { all[k] = a.Questions() })
	}
	group.Wait()
	if !reflect.DeepEqual(all[0], all[1]) || !reflect.DeepEqual(all[0], all[2]) {
		t.Fatalf("%v\n%v\n%v", all[0], all[1], all[2])
	}
}

// answer answers a question at random or, if there is but one case, with that, and returns the
// claim with the answer if it is accepted.
func (w *madeWorld) answer(t *testing.T, r *rand.Rand, c coverage.Claim, a coverage.Assessment, n coverage.Need) (coverage.Claim, bool) {
	t.Helper()
	var next coverage.Claim
	var is func(coverage.Case) bool
	var said string
	if n.Date != "" {
		at := w.moment(r)
		if len(n.Cases) == 1 && !holds(n.Cases[0], at) {
			at = cmp.Or(oneOf(r, n.Cases[0].From, n.Cases[0].From, later(n.Cases[0].Until, -2)), at) // nothing comes after the last second of a day
		}
		if k := slices.Index(madeEvents(), n.Date); 0 <= k && k < len(madeFields(&c.Dates)) && len(n.Cases) == 0 {
			if day := *madeFields(&c.Dates)[k]; !day.IsZero() && at.Date() != day.Date() {
				return c, false // only the hour was asked for
			}
		}
		next, said = c.WithDate(n, at), at.String()
		is = func(x coverage.Case) bool { return holds(x, at) }
	} else {
		yes := fact.Stated(r.IntN(2) == 0)
		if len(n.Cases) == 1 {
			yes = n.Cases[0].Answer
		}
		next, said = c.WithFact(n, yes), yes.String()
		if follows := func(d coverage.DateFact) bool { return d.Fact == n.Fact }; slices.ContainsFunc(w.scheme.Rules().DateFacts, follows) &&
			next.Facts.Of(n.Fact) != yes && several(c) { // of the dates of the claim, which an item of several says of its own alone
			next = c
			next.Facts = c.Facts.With(yes, n.Fact)
		}
		is = func(x coverage.Case) bool { return x.Answer == yes }
	}
	b, err := w.assess(t, next)
	if err != nil {
		return c, false
	}
	if why := within(a, b); why != "" {
		t.Fatalf("with %s %s, %s\n%s\n%s", n.Name(), said, why, w.says(c), w.says(next))
	}
	if len(n.Cases) > 1 || len(n.Cases) == 1 && slices.ContainsFunc(n.Cases, is) {
		k := slices.IndexFunc(n.Cases, is)
		if k < 0 {
			t.Fatalf("%s: %s is none of %v\n%s", n.Name(), said, n.Cases, w.says(c))
		}
		if x := n.Cases[k]; b.Least < x.Least || b.Most > x.Most {
			t.Fatalf("%s: %s leaves %v - %v, not %v\n%+v\n%s", n.Name(), said, b.Least, b.Most, x, a.Questions(), w.says(c)+w.says(next))
		}
	}
	return next, true
}

// several reports whether the items name several third-party claims.
func several(c coverage.Claim) bool {
	names := map[string]bool{}
	for _, it := range c.Items {
		names[it.Demand] = it.Demand != ""
	}
	delete(names, "")
	return len(names) > 1
}

// withAmounts returns the claim with amounts that nobody knew: all or nothing.
func withAmounts(r *rand.Rand, c coverage.Claim) coverage.Claim {
	c = cloned(c)
	for i := range c.Items {
		it := &c.Items[i]
		excess, _ := it.Excess.Amount()
		if _, known := it.Accepted.Amount(); !known {
			it.Accepted = yen.Exactly(oneOf(r, it.Claimed, excess))
		}
		accepted, _ := it.Accepted.Amount()
		if _, known := it.Excess.Amount(); !known {
			it.Excess = yen.Exactly(0)
			if slices.Contains([]limits.Head{"damages", "privacy"}, it.Head) {
				it.Excess = yen.Exactly(oneOf(r, 0, accepted))
			}
		}
	}
	return c
}

// talk answers questions until there are none: at random, or so that the least or the most
// is paid.
func (w *madeWorld) talk(t *testing.T, r *rand.Rand, c coverage.Claim, a coverage.Assessment) coverage.Assessment {
	t.Helper()
	to := r.IntN(3)
	for range 24 {
		needs := a.Questions()
		if len(needs) == 0 {
			break
		}
		n := oneOf(r, needs...)
		if len(n.Cases) > 0 && to > 0 && r.IntN(8) > 0 {
			n.Cases = []coverage.Case{bestOf(r, n.Cases, to == 1)}
		}
		next, ok := w.answer(t, r, c, a, n)
		if !ok {
			continue
		}
		b, err := w.assess(t, next)
		if err != nil {
			t.Fatal(err)
		}
		c, a = next, b
	}
	return a
}

// bestOf returns one of the cases that leave the lowest or the highest amount.
func bestOf(r *rand.Rand, all []coverage.Case, lowest bool) coverage.Case {
	all = slices.Clone(all)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	if lowest {
		return slices.MinFunc(all, func(x, y coverage.Case) int { return cmp.Compare(x.Least, y.Least) })
	}
	return slices.MaxFunc(all, func(x, y coverage.Case) int { return cmp.Compare(x.Most, y.Most) })
}
