// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
)

// TestUnstatedLimits records policies that leave some own limits unsaid, and
// lets the oracle pay with those at either end and in between. What it pays lies
// between the bounds; where both ends pay the same, that is paid.
func TestUnstatedLimits(t *testing.T) {
	const low, high = 5_000_000, 100_000_000
	r, known := rand.New(rand.NewPCG(19, 23)), schemes{}
	open, settled := 0, 0
	for range cases.Rounds(t) / 8 {
		w := randomWorld(r)
		limited := append(slices.Clone(costHeads), "reputational")
		r.Shuffle(len(limited), func(i, j int) { limited[i], limited[j] = limited[j], limited[i] })
		unsaid := limited[:1+r.IntN(3)]
		for _, head := range unsaid {
			w.own[head] = 0
		}
		p := w.policy(t, known)
		var h coverage.History
		for range r.IntN(3) {
			m := w.randomMatter(r)
			m.items = slices.DeleteFunc(m.items, func(it thing) bool { return slices.Contains(unsaid, w.limit(it.head)) })
			if len(m.items) == 0 {
				continue
			}
			w.assess(m)
			a, err := p.Assess(m.claim(p.Scheme(), w), h)
			if err != nil {
				t.Fatalf("%v\n%s", err, w.tell(m))
			}
			h = a.History
		}
		m := w.randomMatter(r)
		for i := range m.items {
			if r.IntN(2) == 0 {
				m.items[i].head, m.items[i].demand, m.items[i].excess = unsaid[r.IntN(len(unsaid))], "", 0
			}
		}
		w.possible(r, m)
		m.name(r)
		a, err := p.Assess(m.claim(p.Scheme(), w), h)
		if err != nil {
			t.Fatalf("%v\n%s", err, w.tell(m))
		}
		with := func(limit func() int64) verdictOf {
			c := w.clone()
			for _, head := range unsaid {
				c.own[head] = limit()
			}
			return c.assess(m)
		}
		least, most := with(func() int64 { return low }), with(func() int64 { return high })
		fail := func(format string, args ...any) {
			t.Helper()
			t.Fatalf(format+"\n%s\n%v", append(args, w.tell(m), a.Sheet().Text(english))...)
		}
		// A reduction for late notice may take more where a limit leaves more.
		late := m.late
		if rec := w.series[m.series]; rec != nil {
			late += rec.late
		}
		if late == 0 && (int64(a.Least) != least.now || int64(a.Most) != most.now) {
			fail("from %v to %v, and at the ends %d and %d", a.Least, a.Most, least.now, most.now)
		}
		for range 3 {
			between := with(func() int64 { return low + r.Int64N(high-low) })
			if between.now < int64(a.Least) || between.now > int64(a.Most) {
				fail("from %v to %v, and with some limits %d", a.Least, a.Most, between.now)
			}
		}
		switch {
		case least.now != most.now:
			open++
			if a.Decision != coverage.Open || a.Payment.Now != 0 {
				fail("%v, and from %d to %d", a.Decision, least.now, most.now)
			}
		case a.Decision.String() != least.decision || int64(a.Payment.Now) != least.now:
			fail("%v %v, and whatever the limits %s %d", a.Decision, a.Payment.Now, least.decision, least.now)
		default:
			settled++
		}
	}
	if open == 0 || settled == 0 {
		t.Errorf("%d claims open, %d settled", open, settled)
	}
}

// limit is the head whose own limit counts for a head.
func (w *world) limit(head string) string {
	switch {
	case head == "reputational" && w.read["A12=advisory"]:
		return "advisory"
	case head == "reputational" && w.read["A12=other-response"]:
		return "other-response"
	}
	return head
}
