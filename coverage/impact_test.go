// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// madeNext returns the made-up scheme of the next edition: a dearer table, a deductible of
// 20万円, an endorsement E9 in place of E3 and no exclusion X1 of wilful acts.
func madeNext(t testing.TB) coverage.Scheme {
	t.Helper()
	r := madeRules(t)
	r.Edition.ID = "DRONE-26"
	r.Tariff.Tables[0].Rows[0].Annual = 13 * yen.Man
	r.Options[1].Standard = option.Yen(20 * yen.Man)
	r.Standard["deductible"] = option.Yen(20 * yen.Man)
	r.Wording.Rules = slices.DeleteFunc(r.Wording.Rules, func(x exclusions.Rule) bool { return x.Clause.ID == "X1" })
	var with []*clause.ID
	for i := range r.Wording.Endorsements {
		with = append(with, &r.Wording.Endorsements[i].ID)
	}
	for i := range r.Wording.Rules {
		with = append(with, &r.Wording.Rules[i].With)
	}
	for i := range r.Options {
		with = append(with, &r.Options[i].With)
	}
	costs := r.Limits.Nodes[1].Nodes
	for i := range costs {
		with = append(with, &costs[i].With)
	}
	for _, id := range with {
		if *id == "E3" {
			*id = "E9"
		}
	}
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func madeMember(number string, sales yen.Amount, claims ...coverage.Claim) coverage.Member {
	return coverage.Member{
		Number: number,
		Application: coverage.Application{
			Company: "例示ドローン株式会社", Applied: period.MustParseDate("2025-02-03"), Sales: premium.Sales{Amount: sales, Basis: "flights"},
		},
		Claims: claims,
	}
}

func madeClaim(t testing.TB, number, facts string, amount yen.Amount) coverage.Claim {
	t.Helper()
	return coverage.Claim{
		Number: number, Dates: coverage.Dates{Made: period.MustParseMoment("2025-06-01 10:00")},
		Facts: madeAnswers(t, facts).Over(cleared(t, facts)).Else(made(t).Defaults()),
		Items: []coverage.Item{{Head: "damages", Claimed: amount, Accepted: yen.Exactly(amount)}},
	}
}

// brief returns an effect as a line: the outcomes and the clauses.
func brief(e coverage.Effect) string {
	words := []string{e.Claim}
	for _, o := range []coverage.Outcome{e.Was, e.Is} {
		switch {
		case len(o.Why) > 0:
			var why []string
			for _, n := range o.Why {
				why = append(why, strings.TrimSpace(string(n.Clause)+" "+n.EN))
			}
			words = append(words, "("+strings.Join(why, "; ")+")")
		case o.Least == o.Most:
			words = append(words, o.Decision.String(), cases.Yen(o.Least))
		default:
			words = append(words, o.Decision.String(), cases.Yen(o.Least)+"-"+cases.Yen(o.Most))
		}
	}
	for _, id := range e.By {
		words = append(words, string(id))
	}
	return cases.Join(words...)
}

// TestCompare compares members under the made-up scheme and its next edition, whose
// premium for sales of 3,000万円 is 130,000 + (360,000 - 130,000) x 20/40 = 245,000.
func TestCompare(t *testing.T) {
	attached := madeMember("D-2", 5_000*yen.Man, madeClaim(t, "C-1", "accident=yes", 500*yen.Man))
	attached.Application.Attach = []clause.ID{"E3"}
	attached.Application.Options = option.Values{"hearing": option.Yen(200 * yen.Man)}
	early := madeMember("D-4", 5_000*yen.Man)
	early.Application.Applied = period.MustParseDate("2025-01-09")
	members := []coverage.Member{
		madeMember("D-1", 3_000*yen.Man,
			madeClaim(t, "C-1", "accident=yes", 500*yen.Man),                          // less 100,000, and less 200,000
			madeClaim(t, "C-2", "accident=yes wilful=yes", 200*yen.Man),               // X1, and less 200,000
			madeClaim(t, "", "accident=yes", 500*yen.Man),                             // no number
			madeClaim(t, "C-1", "accident=yes", 600*yen.Man),                          // 1,000,000 more
			madeClaim(t, "C-3", "accident=yes unlicensed=yes rescue=no", 300*yen.Man), // X5 under both
			madeClaim(t, "C-4", "accident=yes wilful=not-asked", 300*yen.Man),         // X1 is open, and 2,800,000
		),
		attached,
		madeMember("D 3", 5_000*yen.Man, madeClaim(t, "C-1", "accident=yes", 500*yen.Man)),
		early,
	}
	impact := coverage.Compare(made(t), madeNext(t), members)
	var got []string
	for _, m := range impact.Members {
		got = append(got, m.Number+": "+brief(m.Premium))
		for _, e := range m.Claims {
			got = append(got, brief(e))
		}
	}
	want := []string{
		"D-1: open 240,000 open 245,000 T6a T8",
		"C-1 payable 4,900,000 payable 4,800,000 L1",
		"C-2 excluded 0 payable 1,800,000 X1 L1",
		"(number: Missing.) (number: Missing.)",
		"C-1 payable 1,000,000 payable 1,000,000",
		"C-3 excluded 0 excluded 0",
		"C-4 open 0-2,900,000 payable 2,800,000 X1 L1",
		"D-2: (E3 The premium table has no premium with the regulatory response endorsement. Ask the agent for the premium.)" +
			" (attach[0]: Unknown name.) E3",
		"C-1 payable 4,900,000 (attach[0]: Unknown name.)",
		"D 3: open 360,000 open 360,000",
		"C-1 (number: Invalid syntax.) (number: Invalid syntax.)",
		"D-4: (B2 applied: Enrolment is not open yet. It opens on 10 January 2025.)" +
			" (B2 applied: Enrolment is not open yet. It opens on 10 January 2025.)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	premiums, payments := impact.Totals()
	// 240,000 + 360,000, 245,000 + 360,000; 4,900,000 + 1,000,000 + 0 to 2,900,000,
	// 4,800,000 + 1,800,000 + 1,000,000 + 2,800,000
	if brief(premiums) != "open 600,000 open 605,000" || brief(payments) != "open 5,900,000-8,800,000 open 10,400,000" {
		t.Errorf("%s, %s", brief(premiums), brief(payments))
	}
	texts := "\n" + impact.String() + impact.Text(language.Japanese)
	for _, want := range []string{
		"D-1     C-2                                        ¥0   ¥1,800,000                           +¥1,800,000  excluded → payable  X1, L1",
		"D-1     C-4                          ¥0 to ¥2,900,000   ¥2,800,000    lower +¥2,800,000, upper -¥100,000  open → payable      X1, L1",
		"D-1     C-2                              0円   1,800,000円                          +1,800,000円  免責事由に該当 → お支払い  X1、L1",
		"D-1     C-4                 0円〜2,900,000円   2,800,000円    下限 +2,800,000円、上限 -100,000円  確認中 → お支払い          X1、L1",
		"D-1     -                                           -            -                                     -  -",
		"  before and after: number: Missing.",
		"  変更前・変更後：number：入力がありません。",
		"  before: The premium table has no premium with the regulatory response endorsement. Ask the agent for the premium. (E3)",
		"  after: attach[0]: Unknown name.",
		"  変更後：attach[0]：登録されていない名称です。",
		"5 lines have no amount before or after, and are not in the totals.",
		"変更前または変更後の金額がない5件は、合計に含みません。",
	} {
		if !strings.Contains(texts, "\n"+want+"\n") {
			t.Errorf("no line %s", want)
		}
	}
	if t.Failed() {
		t.Log(texts)
	}
}

// TestCompareCases assesses the claims of the cases under two readings, and by hand.
func TestCompareCases(t *testing.T) {
	for _, readings := range [][]coverage.Reading{{defenceBeside}, {relatedEach, responseToHour}, {incidentsTwo, knownFirst, warrantyOpen}} {
		was, is := made(t), made(t, readings...)
		var members []coverage.Member
		differ := 0
		for _, all := range readMade(t) {
			for _, c := range all {
				terms := c.policy(t).Terms()
				m := coverage.Member{Number: terms.Number, Application: coverage.Application{
					Applied: terms.Applied, Sales: terms.Sales, Options: terms.Options, Attach: terms.Attached, First: terms.First,
				}}
				for _, l := range c.claim {
					m.Claims = append(m.Claims, c.claimOf(t, was, l))
				}
				members = append(members, m)
			}
		}
		impact, back := coverage.Compare(was, is, members), coverage.Compare(is, was, members)
		for i, m := range members {
			r := impact.Members[i]
			before, after := outcomes(t, was, m), outcomes(t, is, m)
			for k, e := range append([]coverage.Effect{r.Premium}, r.Claims...) {
				if got, want := figures(e.Was)+" | "+figures(e.Is), before[k]+" | "+after[k]; got != want {
					t.Errorf("%+v\ngot  %s\nwant %s", m.Application, got, want)
				}
				same := cmp.Equal(e.Was, e.Is)
				if same && len(e.By) > 0 || !same && len(e.By) == 0 && len(e.Was.Why)+len(e.Is.Why) == 0 {
					t.Errorf("%v: by %v", e, e.By)
				}
				if !same {
					differ++
				}
				other := append([]coverage.Effect{back.Members[i].Premium}, back.Members[i].Claims...)[k]
				slices.Sort(e.By)
				slices.Sort(other.By)
				if !cmp.Equal(e, coverage.Effect{Claim: other.Claim, Was: other.Is, Is: other.Was, By: other.By}) {
					t.Errorf("%+v is %+v the other way round", e, other)
				}
			}
		}
		if differ == 0 {
			t.Errorf("%v changes no outcome", readings)
		}
		b, err := json.Marshal(impact)
		var read coverage.Impact
		if err != nil || json.Unmarshal(b, &read) != nil || read.Text(language.Japanese) != impact.Text(language.Japanese) {
			t.Errorf("reads back as %v: %v", read, err)
		}
	}
}

// figures returns an outcome as a line, with no more than that there is no amount.
func figures(o coverage.Outcome) string {
	if len(o.Why) > 0 {
		return "none"
	}
	return cases.Join(o.Decision.String(), cases.Yen(o.Least), cases.Yen(o.Most))
}

// outcomes returns the lines of the premium and the claims of a member.
func outcomes(t *testing.T, s coverage.Scheme, m coverage.Member) []string {
	t.Helper()
	q, err := s.Quote(m.Application)
	if err != nil {
		return slices.Repeat([]string{"none"}, 1+len(m.Claims))
	}
	all := []string{"none"}
	if len(q.Referrals) == 0 {
		all[0] = cases.Join("open", cases.Yen(q.Premium.Total), cases.Yen(q.Premium.Total))
	}
	p, err := q.Record(m.Number)
	if err != nil {
		t.Fatal(err)
	}
	var h coverage.History
	for _, c := range m.Claims {
		a, err := p.Assess(c, h)
		if err != nil {
			all = append(all, "none")
			continue
		}
		h = a.History
		all = append(all, cases.Join(a.Decision.String(), cases.Yen(a.Least), cases.Yen(a.Most)))
	}
	return all
}

// TestImpactByHand holds what is said of values that no comparison returns.
func TestImpactByHand(t *testing.T) {
	if s := (coverage.Impact{}).String(); !strings.Contains(s, "Total") || strings.Contains(s, "not in the totals") {
		t.Error(s)
	}
	zero := coverage.Compare(coverage.Scheme{}, coverage.Scheme{}, []coverage.Member{{Claims: []coverage.Claim{{}}}})
	if r := zero.Members[0]; len(r.Premium.Was.Why) != 1 || len(r.Claims[0].Is.Why) != 1 {
		t.Errorf("%+v", zero)
	}
	of := func(a yen.Amount) coverage.Effect {
		return coverage.Effect{Was: coverage.Outcome{Least: a, Most: a}, Is: coverage.Outcome{Most: 1}}
	}
	large := coverage.Impact{Members: []coverage.MemberImpact{{Number: "A\n\x1b[2J", Premium: of(yen.Max)}, {Premium: of(1)}, {Premium: of(-1)}}}
	if premiums, _ := large.Totals(); len(premiums.Was.Why) != 1 || premiums.Is.Most != 3 {
		t.Errorf("%+v", premiums)
	}
	large.Members = large.Members[:1]
	if premiums, _ := large.Totals(); premiums.Was.Least != yen.Max || premiums.Is.Most != 1 {
		t.Errorf("%+v", premiums)
	}
	if s := large.String(); strings.ContainsAny(s, "\x1b") || !strings.Contains(s, "A [2J   indicative premium   ¥1,000,000,000,000,000  ¥0 to ¥1") {
		t.Errorf("%q", s)
	}
	one := coverage.Impact{Members: []coverage.MemberImpact{{Claims: []coverage.Effect{{Claim: "C", Is: coverage.Outcome{Why: []clause.Note{{EN: "no"}}}}}}}}
	if s := one.String(); !strings.Contains(s, "\n1 line has no amount") || !strings.Contains(s, "open → -") {
		t.Error(s)
	}
	var f *fault.Error
	if err := json.Unmarshal([]byte(`{"members":[{"premium":{"was":{"least":1.5}}}]}`), &coverage.Impact{}); !errors.As(err, &f) ||
		f.Path != "members[0].premium.was.least" {
		t.Error(err)
	}
	if err := json.Unmarshal([]byte(`{"claims":[{"numbr":"C-1"}]}`), &coverage.Member{}); !errors.As(err, &f) || f.Path != "claims[0].numbr" {
		t.Error(err)
	}
}

// TestMemberJSON reads members back from JSON.
func TestMemberJSON(t *testing.T) {
	for _, m := range []coverage.Member{{}, madeMember("D-1", 5_000*yen.Man, madeClaim(t, "C-1", "accident=yes", 500*yen.Man))} {
		b, err := json.Marshal(m)
		var back coverage.Member
		if err != nil || json.Unmarshal(b, &back) != nil || !cmp.Equal(m, back, all()) {
			t.Errorf("%s: %v, %v", b, back, err)
		}
	}
}

// BenchmarkCompare compares a member with five claims, and BenchmarkCompareByHand quotes
// and assesses without the clauses that explain.
func BenchmarkCompare(b *testing.B) {
	was, is, m := compared(b)
	b.ReportAllocs()
	for b.Loop() {
		if len(coverage.Compare(was, is, []coverage.Member{m}).Members) != 1 {
			b.Fatal("no member")
		}
	}
}

func BenchmarkCompareByHand(b *testing.B) {
	was, is, m := compared(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range []coverage.Scheme{was, is} {
			q, err := s.Quote(m.Application)
			if err != nil {
				b.Fatal(err)
			}
			p, err := q.Record(m.Number)
			if err != nil {
				b.Fatal(err)
			}
			var h coverage.History
			for _, c := range m.Claims {
				a, err := p.Assess(c, h)
				if err != nil {
					b.Fatal(err)
				}
				h = a.History
			}
		}
	}
}

func compared(b *testing.B) (was, is coverage.Scheme, m coverage.Member) {
	b.Helper()
	m = madeMember("D-1", 3_000*yen.Man)
	for _, number := range []string{"C-1", "C-2", "C-3", "C-4", "C-5"} {
		m.Claims = append(m.Claims, madeClaim(b, number, "accident=yes", 500*yen.Man))
	}
	return made(b), madeNext(b), m
}
