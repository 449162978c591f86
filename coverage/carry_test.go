// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// TestCarry takes over a claim of another system, assesses it, and another one after it.
func TestCarry(t *testing.T) {
	c := readMade(t)["series"][0]
	p := c.policy(t)
	h, err := p.Carry(coverage.History{}, "C-1", limits.Loss{Head: "damages", Amount: 400 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := h.Claim("C-1"); r.Paid != 400*yen.Man || r.Due != r.Paid || h.Paid().Total() != r.Paid {
		t.Errorf("%+v %v", r, h.Paid())
	}
	claim := c.claimOf(t, p.Scheme(), c.claim[0]) // 4,900,000
	claim.Series = ""
	a, err := p.Assess(claim, h)
	if err != nil || a.Payment.Now != 90*yen.Man {
		t.Error(a.Payment, err)
	}
	claim.Number = "C-2"
	if b, err := p.Assess(claim, a.History); err != nil || b.Payment.Now != 490*yen.Man || b.History.Paid().Total() != 980*yen.Man {
		t.Error(b.Payment, err)
	}
	loss := func(head limits.Head, a yen.Amount) []limits.Loss { return []limits.Loss{{Head: head, Amount: a}} }
	other, err := coverage.ParseHistory(sealed("history 1 D-2\nheads \n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		p      coverage.Policy
		h      coverage.History
		number string
		paid   []limits.Loss
		path   string
		want   error
	}{
		{coverage.Policy{}, h, "C-3", nil, "", fault.ErrScheme},
		{p, other, "C-3", nil, "history", fault.ErrPolicy},
		{p, h, "", nil, "number", fault.ErrMissing},
		{p, h, "C 3", nil, "number", fault.ErrSyntax},
		{p, h, "-", nil, "number", fault.ErrSyntax},
		{p, h, "C-1", nil, "number", fault.ErrDuplicate},
		{p, h, "C-3", loss("hull", 1), "paid[0].head", fault.ErrUnknown},
		{p, h, "C-3", loss("damages", -1), "paid[0].amount", fault.ErrRange},
		{p, h, "C-3", loss("damages", yen.Max), "paid", fault.ErrOverflow},
	} {
		g, err := x.p.Carry(x.h, x.number, x.paid...)
		var f *fault.Error
		if !errors.As(err, &f) || f.Path != x.path || !errors.Is(err, x.want) || !g.IsZero() {
			t.Errorf("%q %v: %v", x.number, x.paid, err)
		}
	}
}

// TestSince refuses times at which no endorsement can be attached.
func TestSince(t *testing.T) {
	for name, c := range map[string]struct {
		id    clause.ID
		since string
		want  error
	}{
		"not attached": {"E2", "2025-06-01 00:00", fault.ErrMisplaced},
		"at the start": {"E1", "2025-04-01 12:00", fault.ErrRange},
		"at the end":   {"E1", "2026-04-01 12:00", fault.ErrRange},
		"never":        {"E1", "", fault.ErrRange},
		"in between":   {"E1", "2025-04-01 12:01", nil},
	} {
		terms := madeTerms(made(t))
		terms.Attached = []clause.ID{"E1"}
		terms.Since = map[clause.ID]period.Instant{c.id: {}}
		if c.since != "" {
			terms.Since[c.id] = period.MustParseInstant(c.since)
		}
		p, err := made(t).Record(terms)
		if !errors.Is(err, c.want) || err != nil && fault.All(err)[0].Path != "since["+string(c.id)+"]" {
			t.Error(name, err)
		}
		if err == nil && !maps.Equal(p.Terms().Since, terms.Since) {
			t.Error(name, p.Terms().Since)
		}
	}
}

// TestDisbursed refuses what cannot have been paid, and reads what was.
func TestDisbursed(t *testing.T) {
	cases := readMade(t)["anew"]
	c := cases[slices.IndexFunc(cases, func(c madeCase) bool { return c.title == "a series assessed anew" })]
	p := c.policy(t)
	var h coverage.History
	for k, block := range c.claim[:2] {
		claim := c.claimOf(t, p.Scheme(), block)
		if k == 1 {
			claim.Number, claim.Series, claim.Facts = "D", "", claim.Facts.Yes("wilful")
		}
		a, err := p.Assess(claim, h)
		if err != nil {
			t.Fatal(err)
		}
		h = a.History
	}
	for _, x := range []struct {
		number string
		amount yen.Amount
		want   error
	}{
		{"none", 1, fault.ErrUnknown},
		{"A", -1, fault.ErrRange},
		{"A", yen.Max + 1, fault.ErrRange},
		{"A", yen.Max, nil},
		{"D", 1, fault.ErrRange},
		{"D", 0, nil},
	} {
		g, err := h.Disbursed(x.number, x.amount)
		if !errors.Is(err, x.want) || err != nil && !g.IsZero() {
			t.Errorf("%+v: %v", x, err)
		}
	}
	full, err := p.Carry(h, "full", limits.Loss{Head: "damages", Amount: yen.Max - 490*yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	for _, number := range []string{"A", "full"} {
		if _, err := full.Disbursed(number, yen.Max); !errors.Is(err, fault.ErrOverflow) {
			t.Error(number, err)
		}
	}
	var numbers []string
	for r := range full.Claims() {
		if numbers = append(numbers, r.Number); len(numbers) == 2 {
			break
		}
	}
	if !slices.Equal(numbers, []string{"A", "D"}) {
		t.Error(numbers)
	}
	claim := c.claimOf(t, p.Scheme(), c.claim[0])
	for number, want := range map[string]error{"": fault.ErrMissing, "A 1": fault.ErrSyntax, "-": fault.ErrSyntax} {
		claim.Number = number
		if _, err := p.Assess(claim, h); !errors.Is(err, want) {
			t.Error(number, err)
		}
	}
	claim.Number, claim.Reserve = "A", yen.Exactly(-1)
	if _, err := p.Assess(claim, h); !errors.Is(err, fault.ErrRange) {
		t.Error(err)
	}
}

// TestHistoryDisagrees reads histories whose amounts pass all bounds.
func TestHistoryDisagrees(t *testing.T) {
	const start = "history 1 D-1\nheads damages 0\n"
	const huge = "damages 1000000000000000 1000000000000000\n"
	for _, s := range []string{
		start + "claim A decision=payable\npart - " + huge + "claim B decision=payable\npart - " + huge,
		start + "claim A decision=payable\npart - " + huge + "series S " + huge,
		start + "possible - damages 1 0\n",
		start + "claim A decision=open\npossible damages 1 0\n",
		start + "claim A decision=open\npossible - hull 1 0\n",
		start + "certain - damages 1 0\n",
		start + "claim A decision=open\ncertain damages 1 0\n",
		start + "claim A decision=open\ncertain - hull 1 0\n",
		start + "claim A decision=open\npossible - damages 1 0\ncertain - damages 1 0\n",
		start + "claim A decision=open least=0\n",
		start + "claim A decision=open least=x\n",
		start + "claim A decision=open most=2 least=1\n",
		start + "claim A decision=open reserve=-1\n",
		start + "claim A decision=open reserve=x\n",
		start + "claim A decision=open\nseries S open=\n",
	} {
		if h, err := coverage.ParseHistory(sealed(s)); err == nil || !h.IsZero() {
			t.Errorf("%q is read", s)
		}
	}
	for _, s := range []string{
		start + "claim A decision=open reserve=0\n",
		start + "claim A decision=open claimed=9 least=1 most=9\ncertain - damages 1 0\npossible - damages 9 0\npart - damages 9 2 0\n",
	} {
		if h, err := coverage.ParseHistory(sealed(s)); err != nil || h.String() != sealed(s) {
			t.Errorf("%q: %v", s, err)
		}
	}
}

// TestAttach attaches an endorsement with its option during the period, and is refused
// one that is attached.
func TestAttach(t *testing.T) {
	p, err := made(t).Record(madeTerms(made(t)))
	if err != nil {
		t.Fatal(err)
	}
	since := period.MustParseInstant("2025-07-01 12:00")
	q, err := p.Attach("E3", since, option.Values{"hearing": option.Yen(200 * yen.Man)})
	if err != nil || !slices.Equal(q.Terms().Attached, []clause.ID{"E3"}) || q.Terms().Since["E3"] != since {
		t.Error(q.Terms(), err)
	}
	if len(p.Terms().Since) > 0 || len(p.Terms().Attached) > 0 {
		t.Error(p.Terms())
	}
	for name, err := range map[string]error{
		"twice":       second(q.Attach("E3", since, nil)),
		"no limit":    second(p.Attach("E3", since, nil)),
		"no policy":   second(coverage.Policy{}.Attach("E3", since, nil)),
		"at no time":  second(p.Attach("E1", period.Instant{}, nil)),
		"no such one": second(p.Attach("E9", since, nil)),
		"no option":   second(p.Attach("E1", since, option.Values{"none": option.Yen(1)})),
	} {
		if f, ok := errors.AsType[*fault.Error](err); !ok || f.Op != "coverage.Attach" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAttachChangesNothingElse refuses an option that claims before the endorsement
// depend on: one of the policy, and one of another endorsement.
func TestAttachChangesNothingElse(t *testing.T) {
	p, err := made(t).Record(madeTerms(made(t)))
	if err != nil {
		t.Fatal(err)
	}
	since := period.MustParseInstant("2025-07-01 12:00")
	limit := option.Yen(200 * yen.Man)
	for _, c := range []struct {
		attach clause.ID
		option option.ID
	}{{"E3", "deductible"}, {"E3", "limit"}, {"E1", "hearing"}} {
		_, err := p.Attach(c.attach, since, option.Values{"hearing": limit, c.option: limit})
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Op != "coverage.Attach" || f.Path != "options."+string(c.option) || !errors.Is(f, fault.ErrMisplaced) {
			t.Errorf("%s %s: %v", c.attach, c.option, err)
		}
	}
}
