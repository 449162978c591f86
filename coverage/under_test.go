// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// assessed assesses the claims of a case, and returns the last assessment.
func assessed(t testing.TB, lines string) (a coverage.Assessment) {
	t.Helper()
	c := parseMade(t, "lines", lines)[0]
	p := c.policy(t)
	for _, l := range c.claim {
		var err error
		if a, err = p.Assess(c.claimOf(t, p.Scheme(), l), a.History); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

// madeUnder records the terms of the made-up policy, with a change, under a scheme.
func madeUnder(t testing.TB, s coverage.Scheme, change func(*coverage.Terms)) coverage.Policy {
	t.Helper()
	terms := madeTerms(s)
	change(&terms)
	p, err := s.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// changed returns the made-up scheme of another edition.
func changed(t testing.TB, change func(*coverage.Rules)) coverage.Scheme {
	t.Helper()
	r := madeRules(t)
	r.Edition.ID = "DRONE-25-1"
	change(&r)
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func lineTexts(c coverage.Comparison) (all []string) {
	for _, l := range c.Lines {
		all = append(all, fmt.Sprintf("%s %s: %d %d", l.Clause, l.EN, l.Was, l.Is))
	}
	return all
}

func noteTexts(notes []clause.Note) (all []string) {
	for _, n := range notes {
		all = append(all, n.EN)
	}
	return all
}

// refusal returns the path, the input and the reason of a fault of the operation.
func refusal(t testing.TB, op string, err error) string {
	t.Helper()
	f := new(fault.Error)
	if !errors.As(err, &f) || f.Op != op {
		t.Fatalf("no fault of %s: %v", op, err)
	}
	return strings.Join([]string{f.Path, f.Input, f.Reason.Error()}, "; ")
}

// TestUnderLines compares a claim under other terms, line by line. The deductible is
// 100,000, the limit 100,000,000; defence costs 20,000,000 x 100,000,000 / 150,000,000 =
// 13,333,333.33, of which nothing is left in the aggregate limit.
func TestUnderLines(t *testing.T) {
	a := assessed(t, "case: x\nfacts: accident=yes consented=yes\nclaim: one\nmade: 2025-06-01\n"+
		"item: damages 150,000,000\nitem: defence 20,000,000")
	attach := func(x *coverage.Terms) { x.Attached = []clause.ID{"E1"} }
	by, err := premium.NewReduction(1, 2)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		policy         coverage.Policy
		changed, lines []string
	}{
		"half the limit, and a deductible of 50,000": {
			madeUnder(t, made(t), func(x *coverage.Terms) {
				x.Options["limit"], x.Options["deductible"] = option.Yen(5_000*yen.Man), option.Yen(5*yen.Man)
			}),
			[]string{
				"liability limit: ¥100,000,000 → ¥50,000,000", "deductible: ¥100,000 → ¥50,000",
			},
			[]string{
				"P1 Item 1, damages: amount claimed: 150000000 150000000",
				"P3 Item 2, defence costs: amount claimed: 20000000 20000000",
				"L1 Damages: deductible: -100000 -50000",
				"L2 Damages: above the per-claim limit of ¥100,000,000 → ¥50,000,000: -49900000 -99950000",
				"L5 Defence costs: pro rata ¥100,000,000 → ¥50,000,000 / ¥150,000,000: -6666666 -13333333",
				"L4 Defence costs: above the remaining aggregate limit of ¥100,000,000 → ¥50,000,000: -13333334 -6666667",
			},
		},
		"defence costs beside the limit, and half of all payments": {
			madeUnder(t, made(t, defenceBeside), func(x *coverage.Terms) { x.Reduction = by; attach(x) }),
			[]string{
				"reading R1, Defence costs and the limit: they erode the aggregate limit → they do not erode it",
				"contracted pilots endorsement: not attached → attached",
				"reduction for under-declared sales: 100% → 50%",
			},
			[]string{ // (100,000,000 + 13,333,333.33) / 2 = 56,666,666.67
				"P1 Item 1, damages: amount claimed: 150000000 150000000",
				"P3 Item 2, defence costs: amount claimed: 20000000 20000000",
				"L1 Damages: deductible: -100000 -100000",
				"L2 Damages: above the per-claim limit of ¥100,000,000: -49900000 -49900000",
				"L5 Defence costs: pro rata ¥100,000,000 / ¥150,000,000: -6666666 -6666666",
				"L4 Defence costs: above the remaining aggregate limit of ¥100,000,000: -13333334 0",
				"L12 Damages: reduction for under-declared sales (payment ratio of 50%): 0 -50000000",
				"L12 Defence costs: reduction for under-declared sales (payment ratio of 50%): 0 -6666667",
				"L15 Defence costs: rounded down to ¥1: 0 -1",
			},
		},
	} {
		got, err := a.Under(c.policy)
		if err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(c.changed, noteTexts(got.Changed)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(c.lines, lineTexts(got)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestUnderDemands compares a claim about two third-party claims: half of what is payable
// for A, which is within the deductible, and for B is taken off. Without a deductible,
// half of 100,000 and of 5,100,000 is.
func TestUnderDemands(t *testing.T) {
	half, err := premium.NewReduction(1, 2)
	if err != nil {
		t.Fatal(err)
	}
	p := madeUnder(t, made(t), func(x *coverage.Terms) { x.Reduction = half })
	free := madeUnder(t, made(t), func(x *coverage.Terms) { x.Reduction, x.Options["deductible"] = half, option.Yen(0) })
	c := parseMade(t, "lines", "case: x\nfacts: accident=yes\nclaim: one\nmade: 2025-06-01\n"+
		"item: damages 100,000 demand=A\nitem: damages 5,100,000 demand=B")[0]
	a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := a.Under(free)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"P1 Item 1 (third-party claim A), damages: amount claimed: 100000 100000",
		"P1 Item 2 (third-party claim B), damages: amount claimed: 5100000 5100000",
		"L1 Damages (third-party claim A): deductible: -100000 0",
		"L1 Damages (third-party claim B): deductible: -100000 0",
		"L12 Damages (third-party claim A): reduction for under-declared sales (payment ratio of 50%): 0 -50000",
		"L12 Damages (third-party claim B): reduction for under-declared sales (payment ratio of 50%): -2500000 -2550000",
	}
	if diff := cmp.Diff(want, lineTexts(got)); diff != "" {
		t.Error(diff)
	}
}

// TestUnderText holds what is said of an outcome that is another one, the same, or the
// same in another way.
func TestUnderText(t *testing.T) {
	const one = "case: x\nfacts: accident=yes\nclaim: one\nmade: 2025-06-01\n"
	open := assessed(t, one+"item: damages 5,000,000 wilful=not-known\nitem: damages 1,000,000")
	large := assessed(t, one+"item: damages 200,000,000")
	paid := assessed(t, one+"number: A\nitem: damages 80,000,000\n"+
		strings.TrimPrefix(one, "case: x\nfacts: accident=yes\n")+"number: A\nitem: damages 80,000,000")
	cheaper := madeUnder(t, made(t), func(x *coverage.Terms) { x.Options["deductible"] = option.Yen(0) })
	half := madeUnder(t, made(t), func(x *coverage.Terms) { x.Options["limit"] = option.Yen(5_000 * yen.Man) })
	for want, c := range map[string]struct {
		a coverage.Assessment
		p coverage.Policy
	}{ // 80,000,000 - 100,000 was paid, and 50,000,000 would be the limit
		"お支払い 0円 → お支払い 0円、既払額の超過 29,900,000円 | payable, ¥0 → payable, ¥0, overpaid ¥29,900,000":                 {paid, half},
		"変わりません。お支払い 100,000,000円 | unchanged: payable, ¥100,000,000":                                            {large, madeUnder(t, made(t), func(*coverage.Terms) {})},
		"変わりません。お支払い 100,000,000円（計算の内訳は異なります） | unchanged: payable, ¥100,000,000; only the calculation differs": {large, cheaper},
		"確認中 900,000円〜5,900,000円 → 確認中 1,000,000円〜6,000,000円（差額 +100,000円） | " +
			"open, ¥900,000 to ¥5,900,000 → open, ¥1,000,000 to ¥6,000,000 (difference: +¥100,000)": {open, cheaper},
		"確認中 900,000円〜5,900,000円 → お支払い 5,900,000円（差額 下限 +5,000,000円、上限 0円） | " +
			"open, ¥900,000 to ¥5,900,000 → payable, ¥5,900,000 (difference: lower +¥5,000,000, upper ¥0)": {open, madeUnder(t, changed(t,
			func(r *coverage.Rules) {
				r.Wording.Rules = slices.DeleteFunc(r.Wording.Rules, func(x exclusions.Rule) bool { return x.Clause.ID == "X1" })
			}), func(*coverage.Terms) {})},
	} {
		got, err := c.a.Under(c.p)
		if err != nil {
			t.Fatal(err)
		}
		ja, en, _ := strings.Cut(want, " | ")
		if s := got.Text(language.Japanese); !strings.Contains(s, "  "+ja+"\n") {
			t.Errorf("no %q in\n%s", ja, s)
		}
		if s := strings.Join(strings.Fields(got.String()), " "); !strings.Contains(s, "Result "+en+" ") {
			t.Errorf("no %q in\n%s", en, s)
		}
		b, err := json.Marshal(got)
		var back coverage.Comparison
		if err != nil || json.Unmarshal(b, &back) != nil || !cmp.Equal(got, back) {
			t.Errorf("%s\nreads back as\n%s: %v", b, back, err)
		}
	}
	if s := (coverage.Comparison{}).String(); s != "Claim - under other terms\n\n  Changed  nothing\n  Result   unchanged: open, ¥0\n\n" {
		t.Errorf("%q", s)
	}
	err := json.Unmarshal([]byte(`{"lines":[{"before":1}]}`), &coverage.Comparison{})
	if got := refusal(t, "coverage.Comparison", err); !strings.HasPrefix(got, "lines[0].before; ") {
		t.Error(got)
	}
}

// TestUnderRefused compares with policies under which the claim cannot be assessed.
func TestUnderRefused(t *testing.T) {
	const one = "case: x\nfacts: accident=yes\nclaim: one\n"
	damages := assessed(t, one+"made: 2025-06-01\nitem: damages 5,000,000")
	fewer := changed(t, func(r *coverage.Rules) { // without the head of reputational response costs
		costs := &r.Limits.Nodes[1]
		costs.Nodes = slices.DeleteFunc(slices.Clone(costs.Nodes), func(n limits.Node) bool { return n.Head == "posts" })
		r.Limits.Terms[1] = named(limits.Reduction("L16").For("forensics", "notices", "restore"))
		r.Heads = slices.DeleteFunc(r.Heads, func(h coverage.Head) bool { return h.Head == "posts" })
		r.Wording.Rules = slices.DeleteFunc(r.Wording.Rules, func(x exclusions.Rule) bool { return strings.HasSuffix(string(x.Scope), "/posts") })
	})
	with := madeUnder(t, fewer, func(*coverage.Terms) {})
	const rumour = "facts: accident=yes leak=yes posts=yes\ndiscovered: 2025-06-01\nreputational: 2025-06-01\n"
	posts := assessed(t, one+rumour+"item: posts 500,000 incurred=2025-06-02")
	paid := assessed(t, one+rumour+"item: posts 500,000 incurred=2025-06-02\nclaim: two\nmade: 2025-06-02\nitem: damages 5,000,000")
	open := assessed(t, one+rumour+"item: posts 500,000 accepted=open incurred=2025-06-02\nclaim: two\nmade: 2025-06-02\nitem: damages 5,000,000")
	another := madeUnder(t, made(t), func(x *coverage.Terms) { x.Number = "D-2" })
	if _, err := (coverage.Assessment{}).Under(another); refusal(t, "coverage.Under", err) != "; ; missing or different scheme" {
		t.Error(err)
	}
	for want, c := range map[string]struct {
		a coverage.Assessment
		p coverage.Policy
	}{
		"; ; missing or different scheme":    {damages, coverage.Policy{}},
		"items[0].head; posts; unknown name": {posts, with},
		"history; posts; unknown name":       {paid, with},
		"":                                   {open, with},
	} {
		got, err := c.a.Under(c.p)
		switch {
		case want == "" && (err != nil || got.Is.Most != 490*yen.Man || got.Was.Most != 490*yen.Man):
			t.Errorf("an open claim that holds nothing of a limit is in the way: %v\n%s", err, got)
		case want != "":
			if s := refusal(t, "coverage.Under", err); s != want {
				t.Errorf("got %q, want %q", s, want)
			}
		}
	}
	if got, err := damages.Under(another); err != nil || len(got.Changed) > 0 {
		t.Errorf("under the terms of another policy: %v\n%s", err, got)
	}
	c := madeClaim(t, "C-1", "accident=yes", 500*yen.Man)
	c.Policy = "D-1"
	a, err := madeUnder(t, made(t), func(*coverage.Terms) {}).Assess(c, coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Under(another); refusal(t, "coverage.Under", err) != "policy; D-1; of a different policy" {
		t.Error(err)
	}
}

// TestUnderOtherHeads takes a history over to a policy with one head more: 90,100,000 of
// the aggregate limit of 100,000,000 is left after a claim of 10,000,000 less 100,000, and
// 70,000,000 of 80,000,000 after a series that was paid 10,000,000.
func TestUnderOtherHeads(t *testing.T) {
	wider := changed(t, func(r *coverage.Rules) {
		r.Limits.Nodes[1].Nodes = append(slices.Clone(r.Limits.Nodes[1].Nodes), limits.On("audit"))
		r.Heads = append(r.Heads, coverage.Head{
			Head: "audit", Clause: clause.Clause{ID: "P10", JA: "監査費用", EN: "audit costs"}, Scope: response.Head("audit"),
		})
	})
	const start = "case: x\nfacts: accident=yes consented=yes\nclaim: one\n"
	const last = "\nclaim: two\nmade: 2025-07-01\nitem: damages 150,000,000"
	for lines, want := range map[string]yen.Amount{
		"made: 2025-06-01\nitem: damages 10,000,000" + last:                                                        9_010 * yen.Man,
		"series: S\nmade: 2025-06-01\nlate-notice: 1,000\nitem: damages 10,100,000" + last + "\nseries: S":         9_000 * yen.Man,
		"made: 2025-06-01\nitem: damages 10,000,000 demand=A\nitem: damages 10,000,000 demand=B" + last:            8_020 * yen.Man,
		"number: C-2\nmade: 2025-06-01\nitem: damages 10,000,000" + last:                                           9_010 * yen.Man, // anew
		"made: 2025-06-01\nitem: damages 10,000,000 wilful=disputed" + last + "\nincident: I":                      10_000 * yen.Man,
		"made: 2025-06-01\nincident: I\ndiscovered: 2025-06-01\nitem: damages 10,000,000" + last + "\nincident: I": 9_010 * yen.Man,
	} {
		a := assessed(t, start+lines)
		c, err := a.Under(madeUnder(t, wider, func(*coverage.Terms) {}))
		if err != nil || c.Was.Most != want || c.Is.Most != want || c.Is.Decision != coverage.Payable {
			t.Errorf("%s\n%v: want %v\n%s", lines, err, want, c)
		}
		if got := noteTexts(c.Changed); !slices.Equal(got, []string{"scheme: DRONE-25 → DRONE-25-1"}) {
			t.Error(got)
		}
	}
}

// TestUnderOtherFacts takes a claim over to an edition that asks about another fact, with
// a default answer, and no longer about war.
func TestUnderOtherFacts(t *testing.T) {
	other := func(by fact.Truth) coverage.Policy {
		return madeUnder(t, changed(t, func(r *coverage.Rules) {
			r.Wording.Rules = slices.DeleteFunc(r.Wording.Rules, func(x exclusions.Rule) bool { return x.Clause.ID == "X2" })
			r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
				Clause: clause.Clause{ID: "X9", JA: "隕石", EN: "meteorite"}, When: exclusions.Is("meteorite"),
			})
			r.Wording.Questions = slices.DeleteFunc(slices.Clone(r.Wording.Questions), func(q fact.Question) bool { return q.Fact == war })
			r.Wording.Questions = append(r.Wording.Questions, fact.Question{Fact: "meteorite", JA: "隕石ですか", EN: "Was it a meteorite?", Default: by})
		}), func(*coverage.Terms) {})
	}
	const lines = "facts: accident=yes insured=yes\nclaim: one\nmade: 2025-06-01\nitem: damages 5,000,000"
	assumed := assessed(t, "case: x\n"+lines)
	stated := assessed(t, "case: x\n"+lines+" war=no")
	without := assessed(t, "case: x\nassume: nothing\nfacts: "+madeClear+" accident=yes insured=yes\nclaim: one\nmade: 2025-06-01\nitem: damages 5,000,000")
	for _, c := range []struct {
		a    coverage.Assessment
		p    coverage.Policy
		want string
		by   string
	}{
		{assumed, other(fact.No), "payable 490万円", ""},
		{assumed, other(fact.Unknown), "open 490万円", "X9"},
		{stated, other(fact.No), "items[0].facts.war; ; unknown name", ""},
		{without, other(fact.No), "open 490万円", "X2 X9"}, // without default answers, none is added
	} {
		got, err := c.a.Under(c.p)
		s := fmt.Sprint(got.Is.Decision, " ", got.Is.Most)
		if err != nil {
			s = refusal(t, "coverage.Under", err)
		}
		if s != c.want || clauseIDs(got.By) != c.by && c.a.Decision != coverage.Open {
			t.Errorf("got %q by %v, want %q by %s", s, got.By, c.want, c.by)
		}
	}
}

// TestIn records a policy under other schemes, and back.
func TestIn(t *testing.T) {
	attached := madeUnder(t, made(t), func(x *coverage.Terms) { x.Attached = []clause.ID{"E1"} })
	plain := madeUnder(t, made(t), func(*coverage.Terms) {})
	for _, p := range []coverage.Policy{attached, plain} {
		q, err := p.In(made(t, pilotsBuiltIn))
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Terms().Readings; !slices.Equal(got, []coverage.Reading{pilotsBuiltIn}) {
			t.Error(got)
		}
		if _, err := q.Attach("E1", period.MustParseInstant("2025-07-01 00:00"), nil); !errors.Is(err, fault.ErrDuplicate) {
			t.Errorf("E1 is built in: %v", err)
		}
		b, err := json.Marshal(q)
		var terms coverage.Terms
		if err != nil || json.Unmarshal(b, &terms) != nil {
			t.Fatal(err)
		}
		if q, err = q.Scheme().Record(terms); err != nil { // as it is restored
			t.Fatal(err)
		}
		back, err := q.In(p.Scheme())
		if err != nil || !cmp.Equal(back.Terms(), p.Terms(), all()) {
			t.Errorf("%+v comes back as %+v: %v", p.Terms(), back.Terms(), err)
		}
	}
	_, err := coverage.Policy{}.In(made(t))
	if got := refusal(t, "coverage.In", err); got != "; ; missing or different scheme" {
		t.Error(got)
	}
	_, err = plain.In(coverage.Scheme{})
	if got := refusal(t, "coverage.In", err); got != "; ; missing or different scheme" {
		t.Error(got)
	}
	_, err = attached.In(changed(t, func(r *coverage.Rules) { r.Options[1].Most, r.Options[3].Least = 50*yen.Man, 600*yen.Man }))
	if got := refusal(t, "coverage.In", err); !strings.HasPrefix(got, "options.forensics; 500万円; ") {
		t.Error(got)
	}
}
