// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A doubt is a claim of which facts are hidden, with what each completion pays: bit i of
// the index is the answer about hidden fact i.
type doubt struct {
	policy  coverage.Policy
	history coverage.History
	claim   coverage.Claim
	hidden  []fact.Name
	pays    []yen.Amount
	due     []yen.Amount // to date
	heads   map[limits.Head]limits.Bounds
}

// dated are the facts that follow from dates and amounts, and asConditions those of which only a no
// that is stated denies; neither is hidden.
const (
	dated = `claim-in-period discovered-in-period reputational-in-period measure-in-period in-response-period publicly-clear
		cause-before-start known-at-start cause-before-first-start known-at-first-start never-delivered claim-before-delivery
		claim-within-month known-before-delivery known-within-month clear-when-spent aggravated-liability`
	asConditions = `requirements-met with-consent consent-to-admit at-insurers-request`
)

// randomDoubt is a random claim after random others with up to some facts hidden, of those
// that rules about its items name.
func randomDoubt(t *testing.T, r *rand.Rand, known schemes, most int) doubt {
	t.Helper()
	w := randomWorld(r)
	d := doubt{policy: w.policy(t, known)}
	var before []coverage.Claim
	for range r.IntN(3) {
		m := w.randomMatter(r)
		w.assess(m)
		c := m.claim(d.policy.Scheme(), w)
		a, err := d.policy.Assess(c, d.history)
		if err != nil {
			t.Fatal(err)
		}
		d.history, before = a.History, append(before, c)
	}
	d.claim = w.randomMatter(r).claim(d.policy.Scheme(), w)
	d.claim.Items = slices.Clone(d.claim.Items)
	if len(before) > 0 && r.IntN(3) == 0 { // an earlier claim anew, with other facts and items
		c := before[r.IntN(len(before))]
		anew := d.claim
		anew.Number, anew.Series, anew.Incident, anew.Dates = c.Number, c.Series, c.Incident, c.Dates
		if _, err := d.policy.Assess(anew, d.history); err == nil {
			d.claim = anew
		}
	}
	var names []fact.Name
	for f := range d.claim.Facts.All() {
		if !slices.Contains(strings.Fields(dated+" "+asConditions), string(f)) {
			names = append(names, f)
		}
	}
	slices.Sort(names)
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	nothing, err := d.policy.Assess(d.hide(names), d.history)
	if err != nil {
		t.Fatal(err)
	}
	matter := map[fact.Name]bool{}
	for _, x := range nothing.Items() {
		for _, q := range x.Questions {
			matter[q.Question.Fact] = true
		}
	}
	names = slices.DeleteFunc(names, func(f fact.Name) bool { return !matter[f] && r.IntN(8) > 0 })
	d.hidden = names[:min(len(names), 1+r.IntN(most))]
	return d
}

// hide returns the claim without answers about facts.
func (d *doubt) hide(facts []fact.Name) coverage.Claim {
	c := d.claim
	c.Facts = c.Facts.With(fact.NotAsked, facts...)
	return c
}

// complete pays every completion. It reports whether each is decided: dates that are not
// given may keep one open.
func (d *doubt) complete(t *testing.T) bool {
	t.Helper()
	d.pays, d.due = make([]yen.Amount, 1<<len(d.hidden)), make([]yen.Amount, 1<<len(d.hidden))
	d.heads = map[limits.Head]limits.Bounds{}
	for x := range d.pays {
		c := d.claim
		for i, f := range d.hidden {
			c.Facts = c.Facts.With(fact.Stated(x>>i&1 == 1), f)
		}
		a, err := d.policy.Assess(c, d.history)
		if err != nil {
			t.Fatal(err)
		}
		if a.Decision == coverage.Open {
			return false
		}
		d.pays[x], d.due[x] = a.Payment.Now, a.Payment.Due
		for h, b := range a.Bounds() {
			if was, ok := d.heads[h]; ok {
				b.Least, b.Most = min(b.Least, was.Least), max(b.Most, was.Most)
			}
			d.heads[h] = b
		}
	}
	return true
}

// TestDoubtExact compares claims of which up to twelve facts are unknown with every
// completion: the least and the most are reached, what an answer would leave too, each fact
// on which the payment turns is asked about, and there is no question exactly if all agree.
func TestDoubtExact(t *testing.T) {
	r, known := rand.New(rand.NewPCG(3, 6)), schemes{}
	var open, asked, extra, inexact, facts int
	rounds := max(cases.Rounds(t)/100, 50)
	for round := range rounds {
		d := randomDoubt(t, r, known, 6+6*(round%10/9))
		part := d.hide(d.hidden)
		a, err := d.policy.Assess(part, d.history)
		if err != nil {
			t.Fatal(err)
		}
		if !d.complete(t) {
			continue
		}
		facts += len(d.hidden)
		least, most := slices.Min(d.pays), slices.Max(d.pays)
		if a.Least > least || a.Most < most || a.Exact && (a.Least != least || a.Most != most) {
			t.Fatalf("round %d: %v - %v, exact %v, and completions pay %v - %v\n%v\nhidden %v\n%+v\n%v", round, a.Least, a.Most, a.Exact, least, most, part.Facts, d.hidden, part.Items, d.history)
		}
		for h, got := range a.Bounds() {
			want := d.heads[h]
			if got.Least > want.Least || got.Most < want.Most || got.Exact && got != want {
				t.Fatalf("round %d: %s %v, want %v\n%v", round, h, got, want, d.history)
			}
			if inexact++; got.Exact {
				inexact--
			}
		}
		for i, got := range a.Items() {
			if got.Most > got.Item.Claimed || got.Least > got.Most {
				t.Fatalf("round %d: item %d: %v - %v", round, i, got.Least, got.Most)
			}
		}
		if !a.Exact {
			inexact++
		}
		needs := a.Questions()
		if settled := least == most && slices.Min(d.due) == slices.Max(d.due); settled != (len(needs) == 0) && !(least == most && len(needs) == 0) {
			t.Fatalf("round %d: %v - %v, and %d questions\nhidden %v\n%s", round, least, most, len(needs), d.hidden, a)
		}
		if least != most {
			open++
		}
		for i, f := range d.hidden {
			var ends [2]coverage.Case
			turns := false
			for k := range ends {
				ends[k] = coverage.Case{Answer: fact.Stated(k == 1), Least: yen.Max, Exact: true}
			}
			for x, y := range d.pays {
				e := &ends[x>>i&1]
				e.Least, e.Most = min(e.Least, y), max(e.Most, y)
				turns = turns || y != d.pays[x^1<<i] || d.due[x] != d.due[x^1<<i]
			}
			k := slices.IndexFunc(needs, func(n coverage.Need) bool { return n.Fact == f })
			if k < 0 {
				if turns && !d.later(f, needs) {
					t.Fatalf("round %d: %s turns the payment, and is not asked about: %v", round, f, needs)
				}
				continue
			}
			if asked++; !turns {
				extra++
			}
			for _, got := range needs[k].Cases {
				want := ends[0]
				if got.Answer == fact.StatedYes {
					want = ends[1]
				}
				if got.Answer != want.Answer || got.Least > want.Least || got.Most < want.Most || got.Exact && got != want {
					t.Fatalf("round %d: %s: %v, want %v", round, f, got, want)
				}
			}
		}
	}
	t.Logf("%d claims, %d open, %d inexact, %d facts hidden, %d questions, %d of them superfluous", rounds, open, inexact, facts, asked, extra)
	if open < rounds/4 || inexact > 0 || extra > asked/100 {
		t.Error("too few open, too many inexact or superfluous")
	}
}

// later reports whether a question follows one that is asked.
func (d *doubt) later(f fact.Name, needs []coverage.Need) bool {
	for _, q := range d.policy.Scheme().Schedule().Wording().Questions {
		if q.Fact == f && q.After != "" {
			return slices.ContainsFunc(needs, func(n coverage.Need) bool { return n.Fact == q.After }) || d.later(q.After, needs)
		}
	}
	return false
}
