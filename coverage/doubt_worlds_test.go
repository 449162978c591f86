// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A madeWorld is a policy of a made-up scheme with claims before, and a claim of which
// everything is known.
type madeWorld struct {
	scheme coverage.Scheme
	policy coverage.Policy
	before coverage.History
	full   coverage.Claim
	near   []period.Moment // at or near which something can change
	late   bool            // it has made and discovered after all claims before
}

// randomMade returns a random world of the made-up scheme, or of one with a wording like it
// that is made of random rules.
func randomMade(t *testing.T, r *rand.Rand) madeWorld {
	t.Helper()
	for {
		rules := madeRules(t)
		if p := madePoints(); r.IntN(3) == 0 {
			x := p[r.IntN(len(p))]
			rules = madeRules(t, coverage.Reading(x.ID+"="+x.Choices[r.IntN(len(x.Choices))].Code))
		}
		if r.IntN(3) > 0 {
			randomWording(r, &rules)
		}
		s, err := coverage.New(rules)
		if err != nil {
			continue // such as a rule that can never apply
		}
		w := madeWorld{scheme: s}
		if w.record(t, r); w.occur(t, r) {
			return w
		}
	}
}

// madeEvents returns the names of the dates, first those that madeFields returns.
func madeEvents() []string {
	return []string{"made", "cause", "aware", "delivered", "attack-published", "leak-published", "discovered", "reputational",
		"measure", "incurred", "spent"}
}

// oneOf returns one of the values.
func oneOf[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// record records a policy with endorsements, some of them attached during the period.
func (w *madeWorld) record(t *testing.T, r *rand.Rand) {
	t.Helper()
	terms := madeTerms(w.scheme)
	start, end := terms.Period.Start(), terms.Period.End()
	w.near = []period.Moment{period.At(start), period.At(end)}
	for _, day := range []int64{40, 100, 101, 200, 300} {
		w.near = append(w.near, later(period.At(start), day*86_400))
	}
	terms.Readings = w.scheme.Readings().Readings()
	terms.Since = map[clause.ID]period.Instant{}
	for i, e := range w.scheme.Rules().Wording.Endorsements {
		if slices.Contains(w.scheme.Rules().Attached, e.ID) || r.IntN(2) == 0 || i > 3 {
			continue
		}
		terms.Attached = append(terms.Attached, e.ID)
		if r.IntN(2) == 0 {
			at, _ := later(period.At(start), int64(100+50*r.IntN(3))*86_400+int64(r.IntN(2)*3_600)).Instant()
			terms.Since[e.ID], w.near = at, append(w.near, period.At(at), period.At(at))
		}
	}
	if r.IntN(3) == 0 {
		first, _ := later(period.At(start), -365*86_400).Instant()
		terms.First, w.near = first, append(w.near, period.At(first))
	}
	if slices.ContainsFunc(w.scheme.Rules().DateFacts, func(d coverage.DateFact) bool { return d.Anchor == coverage.RetroactiveDate }) && r.IntN(3) > 0 {
		at, _ := later(period.At(start), -200*86_400).Instant()
		terms.Retroactive, w.near = at, append(w.near, period.At(at))
	}
	if r.IntN(2) == 0 {
		terms.Options["notices"], terms.Options["limit"] = option.Yen(200*yen.Man), option.Yen(1_000*yen.Man)
	}
	p, err := w.scheme.Record(terms)
	if err != nil {
		if terms.Options = terms.Options.With("hearing", option.Yen(100*yen.Man)); slices.Contains(terms.Attached, "E3") {
			p, err = w.scheme.Record(terms)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	w.policy = p
}

// later returns a moment some seconds after another one.
func later(m period.Moment, seconds int64) period.Moment {
	if m.Date().IsZero() {
		return m
	}
	at, known := m.Instant()
	if !known {
		at = m.Date().Start()
	}
	i, err := period.InstantOf(time.Unix(at.Unix()+seconds, 0))
	if err != nil {
		panic(err)
	}
	return period.At(i)
}

// moment is a moment at or near one at which something can change, or that a date never
// comes.
func (w *madeWorld) moment(r *rand.Rand) period.Moment {
	const day = 86_400
	if r.IntN(12) == 0 {
		return period.Never()
	}
	by := oneOf[int64](r, 0, 0, 0, day, day, 9*day, 10*day, 11*day, 30*day, 31*day, 32*day, 365*day, 366*day, r.Int64N(day), r.Int64N(40*day))
	return later(oneOf(r, w.near...), oneOf[int64](r, 1, -1)*by+oneOf[int64](r, 0, 0, 1, -1))
}

// occur makes up what happened: claims before, and one of which all is known. It reports
// false if no claim that it makes up is accepted.
func (w *madeWorld) occur(t *testing.T, r *rand.Rand) bool {
	t.Helper()
	for n := range r.IntN(3) {
		c, ok := w.claim(r, fmt.Sprint("B-", n))
		if !ok {
			return false
		}
		a, err := w.policy.Assess(c, w.before)
		if err != nil {
			t.Fatal(err)
		}
		w.before = a.History
		if a.Payment.Now > 0 && r.IntN(4) == 0 {
			if w.before, err = w.before.Disbursed(c.Number, a.Payment.Now/2); err != nil {
				t.Fatal(err)
			}
		}
	}
	number := oneOf(r, "C-1", "C-1", "B-0")
	for range 30 { // until something is payable
		var ok bool
		if w.full, ok = w.claim(r, number); !ok {
			return false
		}
		if a, err := w.policy.Assess(w.full, w.before); err == nil && a.Most > 0 {
			return true
		}
	}
	return r.IntN(4) == 0
}

// claim makes up a claim of which all is known and that is accepted.
func (w *madeWorld) claim(r *rand.Rand, number string) (coverage.Claim, bool) {
	for range 40 {
		near := w.near
		c := coverage.Claim{Number: number, Series: oneOf(r, "", "", "S"), Incident: oneOf(r, "", "", "I")}
		d := madeFields(&c.Dates)
		for _, k := range r.Perm(len(d)) {
			*d[k] = w.moment(r)
			if !d[k].IsNever() && r.IntN(2) == 0 {
				w.near = append(w.near, *d[k])
			}
		}
		if w.late = r.IntN(4) == 0; w.late {
			for _, m := range []*period.Moment{&c.Dates.Made, &c.Dates.Discovered, &c.Dates.Reputational} {
				if !m.IsNever() {
					*m = later(*m, 9_000*86_400)
				}
			}
		}
		c.Facts = w.answers(r)
		for range 1 + r.IntN(4) {
			c.Items = append(c.Items, w.item(r))
		}
		if c.LateNotice = 0; r.IntN(8) == 0 {
			c.LateNotice = yen.Amount(r.IntN(100)) * yen.Man
		}
		if w.accepted(&c) {
			return c, true
		}
		w.near = near
	}
	return coverage.Claim{}, false
}

// madeFields returns the dates that facts can follow from.
func madeFields(d *coverage.Dates) []*period.Moment {
	return []*period.Moment{&d.Made, &d.Cause, &d.Aware, &d.Delivered, &d.AttackPublished, &d.LeakPublished, &d.Discovered,
		&d.Reputational, &d.Measure}
}

// answers states every fact.
func (w *madeWorld) answers(r *rand.Rand) (all fact.Set) {
	for _, f := range w.scheme.Facts().Vocabulary().Names() {
		all = all.With(fact.Stated(r.IntN(2) == 0), f)
	}
	if w.scheme.Rules().Points != nil { // so that something is covered
		all = fact.MustParse("insured=yes accident=yes wilful=no war=no consented=yes receipts=yes intrusion=yes").Over(all)
	}
	return all
}

// item makes up an item.
func (w *madeWorld) item(r *rand.Rand) coverage.Item {
	head := oneOf[limits.Head](r, "damages", "damages", "defence", "urgent", "forensics", "notices", "restore", "posts", "privacy", "hearing")
	for head == "privacy" && !slices.Contains(w.policy.Terms().Attached, "E2") || head == "hearing" && !slices.Contains(w.policy.Terms().Attached, "E3") {
		head = oneOf[limits.Head](r, "damages", "defence", "restore")
	}
	it := coverage.Item{Head: head, Claimed: yen.Amount(1+r.Int64N(300)) * 5 * yen.Man}
	it.Accepted = yen.Exactly(it.Claimed)
	if r.IntN(4) == 0 {
		it.Accepted = yen.Exactly(it.Claimed / 2)
	}
	it.Excess = yen.Exactly(0)
	if r.IntN(3) == 0 {
		it.Excess = yen.Exactly(it.Claimed / 4)
	}
	if slices.Index([]limits.Head{"damages", "privacy", "defence", "urgent"}, head) >= 0 {
		it.Demand = oneOf(r, "", "A", "A", "B")
	}
	it.Incurred = w.moment(r)
	if r.IntN(3) == 0 {
		it.Spent = w.moment(r)
	}
	for _, m := range madeFields(&it.Dates)[:6] {
		if r.IntN(12) == 0 {
			*m = w.moment(r)
		}
	}
	if r.IntN(3) == 0 {
		for f, a := range w.answers(r).All() {
			if r.IntN(4) == 0 {
				it.Facts = it.Facts.With(a, f)
			}
		}
	}
	return it
}

// accepted reports whether a claim is accepted, once it states nothing that its dates and
// amounts contradict.
func (w *madeWorld) accepted(c *coverage.Claim) bool {
	for range 60 {
		_, err := w.policy.Assess(*c, w.before)
		if err == nil {
			return true
		}
		f := fault.All(err)[0]
		i, path := -1, f.Path
		if at, rest, ok := strings.Cut(path, "]."); ok {
			if i, err = strconv.Atoi(strings.TrimPrefix(at, "items[")); err != nil {
				return false
			}
			path = rest
		}
		name, isFact := strings.CutPrefix(path, "facts.")
		switch {
		case isFact && i >= 0 && c.Items[i].Facts.Of(fact.Name(name)) != fact.NotAsked:
			c.Items[i].Facts = c.Items[i].Facts.With(fact.NotAsked, fact.Name(name))
		case isFact:
			c.Facts = c.Facts.With(fact.NotAsked, fact.Name(name))
		case path == "excess":
			c.Items[i].Excess = yen.Exactly(0)
		default:
			return false
		}
	}
	return false
}
