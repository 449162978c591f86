// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A walk is a policy with its claims as they come, are corrected and are paid.
type walk struct {
	*rand.Rand
	t      *testing.T
	f      caseFile
	p      coverage.Policy
	h      coverage.History
	within bool                  // costs of the defence are within the limit of liability
	claims map[string]fields     // as they were assessed last
	paid   map[string]yen.Amount // really, by number
	told   []string              // what happened
}

// TestWalk goes through the years of random policies: claims are assessed, assessed
// again with more or less, left open, denied, joined to a series, paid otherwise than
// they are due and read back from a text. Money is neither lost nor paid twice.
func TestWalk(t *testing.T) {
	rounds := cases.Rounds(t)
	for round := range rounds / 20 {
		w := newWalk(t, uint64(round))
		for range 4 + w.IntN(16) {
			w.step()
			if t.Failed() {
				t.Fatalf("round %d\n%s", round, strings.Join(w.told, "\n"))
			}
		}
	}
}

func newWalk(t *testing.T, seed uint64) *walk {
	w := &walk{Rand: rand.New(rand.NewPCG(seed, 11)), t: t, claims: map[string]fields{}, paid: map[string]yen.Amount{}}
	w.f.terms = fields{
		{"readings", w.of("", "", "A4=classical", "A4=inside", "A5=each-claim", "A28=half-up", "A3b=capped", "A4=classical A28=half-up")},
		{"limits", w.of("overall=20,000,000", "overall=20,000,000 liability=10,000,000", "liability=15,000,000 deductible=0 overall=9,000,000",
			"liability=10,000,001 overall=60,000,000 investigation=5,000,000 litigation=2,000,000")},
		{"assume", "usual clear"},
		{"facts", "it-services=yes unforeseen-accident=yes leak=yes cyber-attack=yes"},
	}
	if w.IntN(3) == 0 {
		w.f.terms = append(w.f.terms, [2]string{"declared", w.of("5億円 of 10億円", "5億円 of 7億円")})
	}
	w.within = !strings.Contains(w.f.terms.one("readings"), "classical")
	w.tell("%v", w.f.terms)
	w.p = w.f.policy(t)
	return w
}

func (w *walk) of(all ...string) string { return all[w.IntN(len(all))] }

func (w *walk) tell(format string, args ...any) {
	w.told = append(w.told, fmt.Sprintf(format, args...))
}

// step does one thing.
func (w *walk) step() {
	number := ""
	if len(w.claims) > 0 {
		number = w.of(slices.Sorted(maps.Keys(w.claims))...)
	}
	switch n := w.IntN(10); {
	case number == "" || n < 4:
		number = fmt.Sprint("C-", len(w.claims)+1)
		before := w.h
		a := w.assess(number, w.claim(number))
		if w.IntN(3) == 0 && a.Decision != 0 {
			w.correct(number, before, a)
		}
	case n < 7:
		w.assess(number, w.restated(number))
	case n < 9:
		w.disburse(number)
	default:
		h, err := coverage.ParseHistory(w.h.String())
		if err != nil || !h.Equal(w.h) {
			w.t.Errorf("read back: %v\n%s\n%s", err, w.h, h)
		}
		w.tell("read back")
		w.h = h
	}
}

// claim returns a random claim.
func (w *walk) claim(number string) fields {
	c := fields{{"number", number}}
	if w.IntN(3) == 0 {
		c = append(c, [2]string{"series", w.of("S", "T")})
	}
	if w.IntN(3) == 0 {
		c = append(c, [2]string{"incident", "I"})
	}
	c = append(c, [2]string{"made", fmt.Sprintf("2024-%02d-%02d 10:00", 8+w.IntN(4), 1+w.IntN(28))}, [2]string{"discovered", "2024-08-01 09:00"})
	if w.IntN(10) == 0 {
		c = append(c, [2]string{"facts", w.of("wilful-act=yes", "wilful-act=not-known")})
	}
	demands := []string{"", "A", "B", "C"}[:1+w.IntN(4)]
	if len(demands) > 1 {
		demands = demands[1:]
	}
	if w.IntN(6) == 0 {
		c = append(c, [2]string{"late-notice", fmt.Sprint(w.IntN(2_000_000))})
	}
	for _, d := range demands {
		c = append(c, w.item("damages", d))
	}
	for range w.IntN(4) {
		switch head := w.of("defence", "cooperation", "litigation-response", "investigation", "advisory", "damages"); head {
		case "investigation", "advisory":
			c = append(c, w.item(head, ""))
		default:
			c = append(c, w.item(head, w.of(demands...)))
		}
	}
	return c
}

func (w *walk) item(head, demand string) [2]string {
	amount := 1 + w.IntN([]int{2_000_000, 12_000_000}[w.IntN(2)])
	s := fmt.Sprintf("%s %d accepted=%d", head, amount, w.IntN(amount+1))
	switch w.IntN(12) {
	case 0:
		s = fmt.Sprintf("%s %d", head, amount) // not accepted yet
	case 1, 2, 3:
		s = fmt.Sprintf("%s %d accepted=all", head, amount)
	}
	if demand != "" {
		s += " demand=" + demand
	}
	switch head {
	case "investigation", "advisory", "litigation-response":
		s += " incurred=2024-12-01"
	}
	return [2]string{"item", s}
}

// restated returns the claim with something else, or nothing else.
func (w *walk) restated(number string) fields {
	c := slices.Clone(w.claims[number])
	switch w.IntN(6) {
	case 0:
		return c
	case 1: // altogether another one
		return w.claim(number)
	case 2: // denied, or open
		return append(slices.DeleteFunc(c, func(f [2]string) bool { return f[0] == "facts" }), [2]string{"facts", w.of("wilful-act=yes", "wilful-act=not-known", "wilful-act=no")})
	case 3: // of a series
		return append(slices.DeleteFunc(c, func(f [2]string) bool { return f[0] == "series" }), [2]string{"series", w.of("S", "T")})
	case 4: // a third-party claim has another name
		for i := range c {
			c[i][1] = strings.Replace(c[i][1], "demand=A", "demand="+w.of("D", "B", "E"), 1)
		}
		return c
	}
	for i := range c {
		if c[i][0] == "item" && w.IntN(2) == 0 {
			head, _, _ := strings.Cut(c[i][1], " ")
			_, demand, _ := strings.Cut(c[i][1], "demand=")
			demand, _, _ = strings.Cut(demand, " ")
			c[i] = w.item(head, demand)
		}
	}
	return c
}

// assess assesses a claim, checks what comes of it and keeps it.
func (w *walk) assess(number string, block fields) coverage.Assessment {
	w.t.Helper()
	w.tell("assess %v", block)
	c := w.f.claimOf(w.t, w.p.Scheme(), block)
	a, err := w.p.Assess(c, w.h)
	if err != nil {
		if !errors.Is(err, fault.ErrConflict) && !errors.Is(err, fault.ErrOrder) && !errors.Is(err, fault.ErrMissing) && !errors.Is(err, fault.ErrUnknown) {
			w.t.Error(err)
		}
		w.tell("  %v", err)
		return coverage.Assessment{}
	}
	w.tell("  %v %+v", a.Decision, a.Payment)
	w.check(a, c)
	other, err := coverage.ParseHistory(w.h.String())
	if err != nil {
		w.t.Error(err)
	}
	if b, err := w.p.Assess(c, other); err != nil || b.History.String() != a.History.String() || b.Sheet().Text(english) != a.Sheet().Text(english) {
		w.t.Errorf("another result after the history was read: %v\n%s\n%s", err, a.History, b.History)
	}
	w.h, w.claims[number] = a.History, block
	w.paid[number] += a.Payment.Now
	w.add()
	again, err := w.p.Assess(c, w.h)
	was, _ := w.h.Claim(number)
	now, _ := again.History.Claim(number)
	if c.Series != "" && a.Payment.Now > 0 {
		now.Decision = was.Decision // what was due for others of the series was paid with it
	}
	if err != nil || again.Payment.Now != 0 || differs(was, now) || again.History.Paid() != w.h.Paid() {
		w.t.Errorf("again: %v %v %+v\nwas %+v %v\nnow %+v %v\n%s\n%s", err, again.Decision, again.Payment, was, w.h.Paid(), now, again.History.Paid(), w.h, again.History)
	}
	return a
}

// check checks an assessment.
func (w *walk) check(a coverage.Assessment, c coverage.Claim) {
	w.t.Helper()
	before := yen.Amount(0) // paid to what is assessed
	for r := range w.h.Claims() {
		if r.Number == c.Number || c.Series != "" && r.Series == c.Series && !strings.Contains(w.f.terms.one("readings"), "A5=each") {
			before += r.Paid
		}
	}
	p := a.Payment
	switch {
	case p.Now < 0 || p.Due < 0 || p.Overpaid < 0 || a.Least < 0 || a.Most < a.Least:
		w.t.Errorf("below zero: %+v", p)
	case a.Decision != coverage.Open && p.Now-p.Overpaid != p.Due-before && (c.Series == "" || p.Now-p.Overpaid > p.Due-before):
		w.t.Errorf("paid before %d, and %+v", before, p)
	case a.Decision == coverage.Open && (p.Now != 0 || p.Due != 0 || p.Overpaid != 0):
		w.t.Errorf("open, and %+v", p)
	}
	liability, costs := []limits.Head{"damages", "custody", "malfunction"}, []limits.Head{"investigation", "advisory"}
	if w.within {
		liability = append(liability, "defence", "cooperation")
	}
	_, words, _ := strings.Cut(w.f.terms.one("limits")+" liability=100,000,000", "liability=")
	words, _, _ = strings.Cut(words, " ")
	_, overall, _ := strings.Cut(w.f.terms.one("limits"), "overall=")
	overall, _, _ = strings.Cut(overall, " ")
	for _, l := range []struct {
		of    []limits.Head
		limit yen.Amount
	}{{liability, yen.MustParse(words)}, {costs, yen.MustParse(overall)}} {
		// What is set off under one head and still held under another one is held twice.
		if had, has := held(w.h, l.of), held(a.History, l.of); has > max(had, l.limit) && p.Overpaid == 0 {
			w.t.Errorf("%v take %d of %d, and %d before", l.of, has, l.limit, had)
		}
	}
}

func held(h coverage.History, of []limits.Head) (sum yen.Amount) {
	for head, amount := range h.Paid().All() {
		if slices.Contains(of, head) {
			sum += amount
		}
	}
	return sum
}

// add adds up the history.
func (w *walk) add() {
	w.t.Helper()
	sum, none := map[limits.Head]yen.Amount{}, w.h.Paid().Heads()
	series, parts := map[string]limits.Series{}, map[string]yen.Amount{}
	for name, s := range w.h.Series() {
		series[name] = s
		for head, part := range s.All() {
			sum[head] += part.Held
		}
	}
	number, alone := "", false
	for line := range strings.Lines(w.h.String()) {
		words := strings.Fields(line)
		switch words[0] {
		case "claim":
			number, alone = words[1], !strings.Contains(line, " series=")
		case "part":
			s, err := none.Series(strings.Join(words[2:], " "))
			if err != nil {
				w.t.Error(err)
			}
			if parts[number] += s.Paid(); alone {
				for head, part := range s.All() {
					sum[head] += part.Held
				}
			}
		}
	}
	for head, amount := range w.h.Paid().All() {
		if sum[head] != amount {
			w.t.Errorf("%s: %d of %v", head, sum[head], w.h.Paid())
		}
	}
	bySeries := map[string]yen.Amount{}
	for r := range w.h.Claims() {
		bySeries[r.Series] += r.Paid
		if r.Series == "" && r.Paid != parts[r.Number] || r.Paid != w.paid[r.Number] {
			w.t.Errorf("%+v: %d in parts, and %d paid\n%s", r, parts[r.Number], w.paid[r.Number], w.h)
		}
	}
	for name, s := range series {
		if bySeries[name] != s.Paid() {
			w.t.Errorf("%s: %d of %v\n%s", name, bySeries[name], s, w.h)
		}
	}
}

// disburse states another amount as paid.
func (w *walk) disburse(number string) {
	w.t.Helper()
	r, _ := w.h.Claim(number)
	amount := []yen.Amount{0, max(r.Due, 0), r.Paid, yen.Amount(w.IntN(int(max(r.Due, 0)) + 1)), max(r.Due, 0) + yen.Amount(w.IntN(3_000_000))}[w.IntN(5)]
	h, err := w.h.Disbursed(number, amount)
	w.tell("disbursed %s %d: %v", number, amount, err)
	if err != nil {
		if !errors.Is(err, fault.ErrRange) {
			w.t.Error(err)
		}
		return
	}
	w.h, w.paid[number] = h, amount
	w.add()
	if twice, err := h.Disbursed(number, amount); err != nil || !twice.Equal(h) {
		w.t.Errorf("twice: %v\n%s\n%s", err, h, twice)
	}
}

// correct assesses a claim that came last with other amounts, and as it was. What is
// due depends on the claim, and not on the way to it.
func (w *walk) correct(number string, before coverage.History, first coverage.Assessment) {
	w.t.Helper()
	block := w.claims[number]
	other := w.restated(number)
	second := w.assess(number, other)
	if second.Decision == 0 || w.t.Failed() || len(demandsOf(block)) > 1 || len(demandsOf(other)) > 1 {
		return // what one third-party claim was overpaid is not left to another one
	}
	if block.one("series") != other.one("series") {
		return // a series that it joins keeps its place
	}
	c := w.f.claimOf(w.t, w.p.Scheme(), other)
	if fresh, err := w.p.Assess(c, before); err == nil && c.LateNotice > 0 == (w.f.claimOf(w.t, w.p.Scheme(), block).LateNotice > 0) &&
		fresh.Decision != coverage.Open && second.Decision != coverage.Open && fresh.Payment.Due != second.Payment.Due {
		w.t.Errorf("due %+v, and at once %+v", second.Payment, fresh.Payment)
	}
	third := w.assess(number, block)
	if third.Decision != 0 && first.Decision != coverage.Open && third.Decision != coverage.Open && second.Decision != coverage.Open &&
		third.Payment.Due != first.Payment.Due && c.Series == "" {
		w.t.Errorf("due %+v, and first %+v", third.Payment, first.Payment)
	}
}

// demandsOf returns the third-party claims of a claim in their order.
func demandsOf(block fields) (all []string) {
	for _, s := range block.all("item") {
		_, demand, _ := strings.Cut(s, "demand=")
		if demand, _, _ = strings.Cut(demand, " "); demand != "" && !slices.Contains(all, demand) {
			all = append(all, demand)
		}
	}
	return all
}
