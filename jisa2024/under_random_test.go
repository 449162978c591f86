// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
)

// inNameOf returns a history in the name of a policy of the same number and period under
// other readings.
func inNameOf(t *testing.T, p coverage.Policy, h coverage.History) coverage.History {
	t.Helper()
	if h.IsZero() {
		return h
	}
	lines := strings.SplitAfter(h.String(), "\n")
	first := append(strings.Fields(lines[0])[:5:5], words(p.Scheme())...)
	text := strings.Join(first, " ") + "\n" + strings.Join(lines[1:len(lines)-2], "")
	sum := fnv.New64a()
	sum.Write([]byte(text))
	g, err := coverage.ParseHistory(fmt.Sprintf("%scheck %016x\n", text, sum.Sum64()))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return g
}

// words returns the readings of a scheme that are not the default.
func words(s coverage.Scheme) (all []string) {
	for _, r := range s.Readings().Readings() {
		all = append(all, string(r))
	}
	return all
}

// TestSensitivityRandom compares the readings that change random claims with what each of
// these readings gives by itself, in a policy that is recorded under it and after the same
// history; and the comparison with a policy under any of them, or with other terms. Under
// its own policy, nothing changes.
func TestSensitivityRandom(t *testing.T) {
	r, known := rand.New(rand.NewPCG(19, 23)), schemes{}
	sets := []string{"", "", "A4=classical", "A2=own-only A5=each-claim A17=built-in A25=limits"}
	changed, differ := 0, 0
	for range max(cases.Rounds(t)/250, 10) {
		w := randomWorld(r)
		w.read = readBy(sets[r.IntN(len(sets))])
		p := w.policy(t, known)
		schemes := alternatives(t, p.Scheme())
		given, err := p.Alternatives(schemes...)
		if err != nil {
			t.Fatal(err)
		}
		alone := make([]coverage.Policy, len(schemes))
		for i, s := range schemes {
			other := *w
			other.read = readBy(strings.Join(words(s), " "))
			alone[i] = other.policy(t, known)
		}
		var h coverage.History
		for range 1 + r.IntN(4) {
			m := w.randomMatter(r)
			c := m.claim(p.Scheme(), w)
			w.assess(m)
			if r.IntN(3) == 0 {
				c = w.hide(r, m, c)
			}
			a, err := p.Assess(c, h)
			if err != nil {
				t.Fatalf("%v\n%s", err, w.tell(m))
			}
			var want, got []string
			for i, q := range alone {
				other := outcomeOf(q.Assess(c, inNameOf(t, q, h)))
				if other != outcomeOf(a, nil) {
					want = append(want, cases.Join(string(apart(p.Scheme(), schemes[i])), other))
				}
			}
			effects, err := a.Sensitivity(given...)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range effects {
				other := result(e.Is)
				if len(e.Is.Why) > 0 {
					other = "refused"
				}
				got = append(got, cases.Join(string(e.Reading), other))
			}
			if changed += len(want); !slices.Equal(want, got) {
				t.Fatalf("want %q\n got %q\n%s\n%s", want, got, w.tell(m), a.Text(english))
			}
			other := randomWorld(r)
			other.read, other.start, other.end, other.first = w.read, w.start, w.end, w.first
			if checkUnder(t, a, p, given[r.IntN(len(given))], other.policy(t, known)) {
				differ++
			}
			h = a.History
		}
	}
	if changed == 0 || differ == 0 {
		t.Errorf("%d effects, and %d comparisons in which lines differ", changed, differ)
	}
}

// readBy returns the readings of a world.
func readBy(s string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(s) {
		all[word] = true
	}
	return all
}

// apart returns the reading of which a scheme has another one.
func apart(was, is coverage.Scheme) coverage.Reading {
	before := was.Readings()
	for i, p := range is.Readings() {
		if c := p.Choice(); c != before[i].Choice() {
			return coverage.Reading(p.ID + "=" + c.Code)
		}
	}
	return ""
}

// outcomeOf writes the outcome of an assessment, or that there is none.
func outcomeOf(a coverage.Assessment, err error) string {
	if err != nil {
		return "refused"
	}
	return result(coverage.Outcome{Decision: a.Decision, Least: a.Least, Most: a.Most})
}

// checkUnder compares an assessment with one under its own policy, in which nothing
// changes, and under others. It reports whether a line differs.
func checkUnder(t *testing.T, a coverage.Assessment, own coverage.Policy, others ...coverage.Policy) (differs bool) {
	t.Helper()
	for i, q := range append(others, own) {
		c, err := a.Under(q)
		if err != nil {
			t.Fatal(err)
		}
		checkComparison(t, a, c)
		lines := slices.ContainsFunc(c.Lines, func(l coverage.ComparedLine) bool { return l.Difference() != 0 || strings.Contains(l.EN, "→") })
		if i == len(others) && (lines || len(c.Changed)+len(c.By) > 0 || result(c.Was) != result(c.Is)) {
			t.Fatalf("under its own policy\n%s", c)
		}
		differs = differs || lines
	}
	return differs
}
