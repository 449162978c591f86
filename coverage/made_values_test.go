// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/google/go-cmp/cmp"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// TestVerdictForms holds the codes of verdicts as JSON has them, and that of none.
func TestVerdictForms(t *testing.T) {
	b, err := json.Marshal([]coverage.Verdict{coverage.Open, coverage.NothingPayable})
	if err != nil || string(b) != `["open","nothing-payable"]` {
		t.Errorf("%s %v", b, err)
	}
	if v := coverage.Verdict(99); v.String() != "%!Verdict(99)" || v.Text(language.Japanese) != v.String() {
		t.Error(v)
	}
}

// TestOpenPoints chooses readings, and refuses those that no point has.
func TestOpenPoints(t *testing.T) {
	points := madePoints()
	chosen, err := points.Choose(defenceBeside, relatedOne)
	if err != nil || !chosen.Has(defenceBeside) || chosen.Has(defenceWithin) || points.Has(defenceBeside) ||
		!chosen.Has(relatedOne) {
		t.Errorf("%v %v", chosen, err)
	}
	if got := chosen.Readings(); !slices.Equal(got, []coverage.Reading{defenceBeside}) {
		t.Errorf("%v", got)
	}
	for _, c := range []struct {
		readings []coverage.Reading
		path     string
		want     *fault.Reason
	}{
		{[]coverage.Reading{"R9=x"}, "readings[0]", fault.ErrUnknown},
		{[]coverage.Reading{defenceBeside, "R2=x"}, "readings[1]", fault.ErrUnknown},
		{[]coverage.Reading{defenceBeside, defenceWithin}, "readings[1]", fault.ErrDuplicate},
	} {
		_, err := points.Choose(c.readings...)
		var f *fault.Error
		if !errors.As(err, &f) || f.Op != "coverage.Choose" || f.Path != c.path || f.Reason != c.want {
			t.Errorf("%v: %v", c.readings, err)
		}
	}
	if c := (coverage.OpenPoint{Chosen: "R1=x"}).Choice(); c != (coverage.Choice{}) {
		t.Errorf("%v", c)
	}
	if got := points[0].Choice().Text(language.English) + "; " + points[0].Text(language.Japanese); got !=
		"they erode the aggregate limit; R1 争訟費用と支払限度額：保険期間中の支払限度額を使用する" {
		t.Error(got)
	}
}

// TestMadeTexts holds the texts of the parts of an assessment.
func TestMadeTexts(t *testing.T) {
	if got := madeDates()[0].Text(language.English); got != "On what date was the third-party claim made?" {
		t.Error(got)
	}
	c := readMade(t)["exclusions"][0]
	p := c.policy(t)
	x := c.claimOf(t, p.Scheme(), c.claim[1])
	a, err := p.Assess(x, coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	var findings []string
	for _, f := range a.Items()[0].Findings() {
		findings = append(findings, string(f.Rule.ID)+" "+f.Applies.String())
	}
	if !slices.Equal(findings, []string{"X2 yes", "X5 yes"}) {
		t.Errorf("%q", findings)
	}
}

// TestMadeSchemeGives holds what a scheme gives back, and that a loop may end early.
func TestMadeSchemeGives(t *testing.T) {
	s := made(t)
	if err := s.Facts().Yes(accident).Err(); err != nil {
		t.Error(err)
	}
	var zero coverage.Scheme
	if s.Facts().Yes("hail").Err() == nil || !zero.Facts().IsZero() || zero.Readings() != nil {
		t.Error("a fact or a reading that there is not")
	}
	if zero.Schedule() != (exclusions.Schedule{}) || s.Schedule() == (exclusions.Schedule{}) {
		t.Error("the schedule of a scheme")
	}
	if s.Defaults().Of(war) != fact.AssumedNo || s.Standard()["limit"] != option.Yen(1*yen.Oku) {
		t.Error("the defaults or the standard setting")
	}
	for h := range s.Heads() {
		if h.Head != "damages" {
			t.Error(h.Head)
		}
		break
	}
}

// TestMadeLoops ends the loop over the parts of a payment early.
func TestMadeLoops(t *testing.T) {
	for range (coverage.Payment{}).Parts() {
		t.Error("the zero payment has a part")
	}
	c := readMade(t)["several"][0]
	p := c.policy(t)
	a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	const paid = 780 * yen.Man
	for h, part := range a.Payment.Parts() {
		if h != "damages" || part != (limits.Part{Loss: 800 * yen.Man, Due: paid, Paid: paid, Held: paid, Now: paid}) {
			t.Errorf("%s %+v", h, part)
		}
		break
	}
}

// TestMadeRefused breaks the made-up scheme in one place at a time.
func TestMadeRefused(t *testing.T) {
	for path, c := range map[string]struct {
		change func(*coverage.Rules)
		want   *fault.Reason
	}{
		"edition.id":               {func(r *coverage.Rules) { r.Edition.ID = "" }, fault.ErrMissing},
		"heads":                    {func(r *coverage.Rules) { r.Heads = nil }, fault.ErrMissing},
		"heads[0].head":            {func(r *coverage.Rules) { r.Heads[0].Head = "" }, fault.ErrMissing},
		"heads[1].head":            {func(r *coverage.Rules) { r.Heads[1].Head = "damages" }, fault.ErrDuplicate},
		"heads[urgent].follows":    {func(r *coverage.Rules) { r.Heads[3].Follows = []limits.Head{"hull"} }, fault.ErrUnknown},
		"heads[urgent].follows ":   {func(r *coverage.Rules) { r.Heads[3].Follows = []limits.Head{"defence"} }, fault.ErrMisplaced},
		"options[0]":               {func(r *coverage.Rules) { r.Options[0].ID = "" }, fault.ErrSyntax},
		"standard.hull":            {func(r *coverage.Rules) { r.Standard["hull"] = option.Yen(1) }, fault.ErrUnknown},
		"declared":                 {func(r *coverage.Rules) { r.Declared = "hull" }, fault.ErrUnknown},
		"wording.rules[I1].class":  {func(r *coverage.Rules) { r.Wording.Rules[0].Class = "excluded" }, fault.ErrUnknown},
		"wording.rules[38].with":   {func(r *coverage.Rules) { r.Wording.Rules[len(r.Wording.Rules)-1].With = "E9" }, fault.ErrUnknown},
		"dateFacts":                {func(r *coverage.Rules) { r.DateFacts = slices.Repeat(r.DateFacts, 2) }, fault.ErrSize},
		"dateFacts[claim-in-year]": {func(r *coverage.Rules) { r.DateFacts[0].Is = "about" }, fault.ErrUnknown},
		"heads[privacy]":           {func(r *coverage.Rules) { r.Heads[1].Asked = append(r.Heads[1].Asked, "hail") }, fault.ErrUnknown},
		"heads[damages]":           {func(r *coverage.Rules) { r.Heads[0].Consented = "hail" }, fault.ErrUnknown},
		"accepted":                 {func(r *coverage.Rules) { r.Accepted.ID = "K 1" }, fault.ErrSyntax},
		"accepted ":                {func(r *coverage.Rules) { r.Accepted.ID = "K,1" }, fault.ErrSyntax},
		"limits":                   {func(r *coverage.Rules) { r.Limits.Terms[0].Clause = "L 1" }, fault.ErrUnknown},
		"points[0].choices[0].code": {func(r *coverage.Rules) {
			r.Points = coverage.OpenPoints{{ID: "M", Choices: []coverage.Choice{{Code: "1\n2"}}}}
		}, fault.ErrSyntax},
		"attached[0]":   {func(r *coverage.Rules) { r.Attached = []clause.ID{"E9"} }, fault.ErrUnknown},
		"calendar.base": {func(r *coverage.Rules) { r.Calendar.Base = period.Period{} }, fault.ErrMissing},
	} {
		r := madeRules(t)
		c.change(&r)
		_, err := coverage.New(r)
		all := fault.All(err)
		if len(all) == 0 || all[0].Op != "coverage.New" || all[0].Reason != c.want ||
			!strings.HasPrefix(all[0].Path, strings.TrimSpace(path)) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestMadeDateFacts demands a relation and an anchor that go together, and a span only
// of a time that an event begins.
func TestMadeDateFacts(t *testing.T) {
	year := period.Years(1)
	for _, c := range []struct {
		row  coverage.DateFact
		want *fault.Reason
	}{
		{coverage.DateFact{Date: "first", Is: coverage.Happened}, fault.ErrUnknown},
		{coverage.DateFact{Date: "made", Is: coverage.Happened, Anchor: coverage.PolicyPeriod}, fault.ErrUnknown},
		{coverage.DateFact{Date: "made", Is: coverage.KnownBy, Anchor: coverage.Delivery}, fault.ErrUnknown},
		{coverage.DateFact{Date: "made", Is: coverage.Before, Anchor: "made"}, fault.ErrUnknown},
		{coverage.DateFact{Date: "made", Is: coverage.Before, Anchor: "delivery"}, fault.ErrUnknown},
		{coverage.DateFact{Date: "made", Is: coverage.KnownBy, Anchor: coverage.PolicyEnd}, fault.ErrUnknown},
		{coverage.DateFact{Date: "", Is: coverage.NeverHappened}, fault.ErrUnknown},
		{coverage.DateFact{Date: "made"}, fault.ErrUnknown},
		{coverage.DateFact{Date: "made", Is: coverage.Within, Anchor: coverage.PolicyPeriod, Span: year}, fault.ErrMisplaced},
		{coverage.DateFact{Date: "made", Is: coverage.Before, Anchor: coverage.Delivery, Span: year}, fault.ErrMisplaced},
		{coverage.DateFact{Date: "made", Is: coverage.Within, Anchor: coverage.Delivery, Span: period.Days(-1)}, fault.ErrRange},
	} {
		r := madeRules(t)
		c.row.Fact = accident
		r.DateFacts = []coverage.DateFact{c.row}
		_, err := coverage.New(r)
		if f, _ := errors.AsType[*fault.Error](err); f == nil || f.Reason != c.want || !strings.HasPrefix(f.Path, "dateFacts[accident]") {
			t.Errorf("%+v: %v", c.row, err)
		}
	}
}

// TestMadeAnswers holds where an answer goes that does not come from a question.
func TestMadeAnswers(t *testing.T) {
	two := coverage.Claim{Number: "C-1", Items: []coverage.Item{{Claimed: 1}, {Claimed: 2}}}
	day, dated := period.MustParseMoment("2025-06-10"), two
	dated.Dates.Cause = period.MustParseMoment("2025-06-09")
	for name, c := range map[string]struct{ got, want coverage.Claim }{
		"no date":      {two.WithDate(coverage.Need{Date: "birthday"}, day), two},
		"no such item": {dated.WithDate(coverage.Need{Date: "cause", Items: []int{-1}}, day), dated},
		"of the claim": {two.WithDate(coverage.Need{Date: "discovered", Items: []int{0}}, day),
			coverage.Claim{Number: "C-1", Dates: coverage.Dates{Discovered: day}, Items: two.Items}},
		"of a claim without it": {two.WithDate(coverage.Need{Date: "cause", Items: []int{1}}, day),
			coverage.Claim{Number: "C-1", Dates: coverage.Dates{Cause: day}, Items: two.Items}},
		"of an item": {dated.WithDate(coverage.Need{Date: "cause", Items: []int{1}}, day),
			coverage.Claim{Number: "C-1", Dates: dated.Dates, Items: []coverage.Item{{Claimed: 1}, {Claimed: 2, Dates: coverage.Dates{Cause: day}}}}},
		"spent": {two.WithDate(coverage.Need{Date: "spent", Items: []int{0, 1}}, day),
			coverage.Claim{Number: "C-1", Items: []coverage.Item{{Claimed: 1, Spent: day}, {Claimed: 2, Spent: day}}}},
		"incurred": {two.WithDate(coverage.Need{Date: "incurred", Items: []int{1}}, day),
			coverage.Claim{Number: "C-1", Items: []coverage.Item{{Claimed: 1}, {Claimed: 2, Incurred: day}}}},
	} {
		if diff := cmp.Diff(c.want, c.got, cmp.Comparer(fact.Set.Equal), cmp.Comparer(func(x, y period.Moment) bool { return x == y }),
			cmp.Comparer(func(x, y yen.Figure) bool { return x == y })); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if two.Items[1] != (coverage.Item{Claimed: 2}) {
		t.Error("the claim that was asked about has changed")
	}
	item := two.Items[0]
	item.Head, item.Dates.Measure = "damages", day
	policy, err := made(t).Record(madeTerms(made(t)))
	if err != nil {
		t.Fatal(err)
	}
	_, err = policy.Assess(coverage.Claim{Number: "C-1", Items: []coverage.Item{item}}, coverage.History{})
	var f *fault.Error
	if !errors.As(err, &f) || f.Path != "items[0].dates" || f.Reason != fault.ErrMisplaced {
		t.Error(err)
	}
}
