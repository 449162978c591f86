// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// others returns the policy under each other reading of the made-up scheme.
func others(t testing.TB, p coverage.Policy) []coverage.Policy {
	t.Helper()
	var schemes []coverage.Scheme
	for _, readings := range p.Scheme().Readings().Alternatives() {
		schemes = append(schemes, made(t, readings...))
	}
	all, err := p.Alternatives(schemes...)
	if err != nil || len(all) != len(schemes) {
		t.Fatal(len(all), err)
	}
	return all
}

// weighed returns the readings that change an assessment.
func weighed(t testing.TB, a coverage.Assessment) []coverage.ReadingEffect {
	t.Helper()
	p, err := made(t).Record(madeTerms(made(t)))
	if err != nil {
		t.Fatal(err)
	}
	effects, err := a.Sensitivity(others(t, p)...)
	if err != nil {
		t.Fatal(err)
	}
	return effects
}

// TestAlternatives lists the readings that differ from others in one choice.
func TestAlternatives(t *testing.T) {
	points, err := madePoints().Choose(defenceBeside, relatedOne)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]coverage.Reading{
		nil, {defenceBeside, relatedEach}, {defenceBeside, incidentsTwo}, {defenceBeside, knownFirst},
		{defenceBeside, responseToHour}, {defenceBeside, pilotsBuiltIn}, {defenceBeside, warrantyOpen}, {defenceBeside, combinedCapped},
	}
	if diff := cmp.Diff(want, points.Alternatives()); diff != "" {
		t.Error(diff)
	}
	if got := (coverage.OpenPoints{{ID: "R1"}}).Alternatives(); len(got) > 0 {
		t.Error(got)
	}
}

// TestSensitivityRefused gives policies that do not differ in one reading, or in more.
func TestSensitivityRefused(t *testing.T) {
	own := madeUnder(t, made(t), func(*coverage.Terms) {})
	a := assessed(t, "case: x\nfacts: accident=yes\nclaim: one\nmade: 2025-06-01\nitem: damages 5,000,000")
	other := madeUnder(t, made(t, defenceBeside), func(*coverage.Terms) {})
	edition := madeUnder(t, changed(t, func(r *coverage.Rules) { r.Points[0].Chosen = defenceBeside }), func(*coverage.Terms) {})
	two := madeUnder(t, made(t, defenceBeside, relatedEach), func(*coverage.Terms) {})
	half, err := premium.NewReduction(1, 2)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*coverage.Terms){
		"number":      func(x *coverage.Terms) { x.Number = "D-2" },
		"period":      func(x *coverage.Terms) { x.Period = period.MustParse("2025-05-01 00:00 - 2026-04-01 12:00") },
		"first":       func(x *coverage.Terms) { x.First = period.MustParseInstant("2024-04-01 12:00") },
		"reduction":   func(x *coverage.Terms) { x.Reduction = half },
		"endorsement": func(x *coverage.Terms) { x.Attached = []clause.ID{"E1"} },
		"limit":       func(x *coverage.Terms) { x.Options["limit"] = option.Yen(1) },
	} {
		_, err := a.Sensitivity(madeUnder(t, made(t, defenceBeside), change))
		if got := refusal(t, "coverage.Sensitivity", err); !strings.HasPrefix(got, "others[0]; ") {
			t.Errorf("another %s: %s", name, got)
		}
	}
	for name, p := range map[string]coverage.Policy{
		"none": {}, "its own": own, "another edition": edition, "two readings": two,
	} {
		_, err := a.Sensitivity(other, p)
		if got := refusal(t, "coverage.Sensitivity", err); !strings.HasPrefix(got, "others[1]; ") || !strings.HasSuffix(got, "; of a different policy") {
			t.Errorf("%s: %s", name, got)
		}
		_, err = own.Alternatives(other.Scheme(), p.Scheme())
		if got := refusal(t, "coverage.Alternatives", err); !strings.HasPrefix(got, "schemes[1]; ") {
			t.Errorf("%s: %s", name, got)
		}
	}
	if effects, err := a.Sensitivity(other); err != nil || len(effects) > 0 {
		t.Error(effects, err)
	}
	_, err = coverage.Assessment{}.Sensitivity(other)
	if got := refusal(t, "coverage.Sensitivity", err); got != "; ; missing or different scheme" {
		t.Error(got)
	}
	_, err = coverage.Policy{}.Alternatives()
	if got := refusal(t, "coverage.Alternatives", err); got != "; ; missing or different scheme" {
		t.Error(got)
	}
	if s := (coverage.Assessment{}).WithSensitivity(weighed(t, a)...).String(); s != "" {
		t.Error(s)
	}
}

// TestQuotesOnly leaves out a reading about quotes, in the scope of which no head lies.
func TestQuotesOnly(t *testing.T) {
	with := func(scope, reading string, stage coverage.Stage) coverage.Scheme {
		return changed(t, func(r *coverage.Rules) {
			r.Edition.ID = "DRONE-25"
			r.Points = append(r.Points, coverage.OpenPoint{
				ID: "R9", JA: "保険料", EN: "premium", Stage: stage, Scope: flight.Head(scope),
				Chosen: coverage.Reading(reading), Choices: []coverage.Choice{{Code: "a", JA: "甲", EN: "a"}, {Code: "b", JA: "乙", EN: "b"}},
			})
		})
	}
	for _, c := range []struct {
		scope string
		stage coverage.Stage
		want  int
	}{{"damages", coverage.EveryQuote, 1}, {"premium", coverage.EveryQuote, 0}, {"premium", "", 1}} {
		p := madeUnder(t, with(c.scope, "", c.stage), func(*coverage.Terms) {})
		if all, err := p.Alternatives(with(c.scope, "R9=b", c.stage)); err != nil || len(all) != c.want {
			t.Error(c, len(all), err)
		}
	}
}

// TestSensitivityTexts holds what is said of the readings that affect a result: of none,
// of one that pays more, of one that pays a denied claim, and of one under which a claim
// that is assessed anew does not belong to its series.
func TestSensitivityTexts(t *testing.T) {
	const damages = "case: x\nfacts: accident=yes consented=yes\nclaim: one\nmade: 2025-06-01\n"
	const series = "case: x\nfacts: accident=yes\nclaim: one\nnumber: A\nseries: S\nmade: 2025-06-01\nitem: damages 5,000,000\n" +
		"claim: anew\nnumber: A\nseries: S\nmade: 2025-06-01\nitem: damages 6,000,000"
	for lines, want := range map[string]map[language.Tag][]string{
		damages + "item: damages 5,000,000": {
			language.Japanese: {" 結果に影響する解釈 ありません。 "},
			language.English:  {" Readings that affect the result none affects the result "},
		},
		damages + "item: damages 150,000,000\nitem: defence 20,000,000": {
			language.Japanese: {
				" 結果に影響する解釈 R1 争訟費用と支払限度額：保険期間中の支払限度額を使用する " +
					"（他の解釈「支払限度額を使用しない」では、お支払額 113,333,333円） お支払い履歴 ",
				" 他の解釈：支払限度額を使用しない（お支払額 113,333,333円）",
			},
			language.English: {
				" Readings that affect the result R1 Defence costs and the limit: they erode the aggregate limit " +
					"(Under the other reading, \"they do not erode it\", ¥113,333,333 would be payable now.) History ",
				" or: they do not erode it (¥113,333,333 would be payable now)",
			},
		},
	} {
		a := assessed(t, lines)
		b := a.WithSensitivity(weighed(t, a)...)
		for tag, parts := range want {
			s := strings.Join(strings.Fields(b.Text(tag)+b.Details(tag)), " ")
			for _, part := range parts {
				if !strings.Contains(s, part) {
					t.Errorf("no %q in\n%s", part, s)
				}
			}
			if strings.Contains(b.Text(tag), "適用した解釈") || strings.Contains(b.Text(tag), "  Readings  ") {
				t.Error(b.Text(tag))
			}
		}
		if b.Decision != a.Decision || !b.History.Equal(a.History) || a.Text(language.English) == b.Text(language.English) {
			t.Errorf("the assessment is another one, or the text is not\n%s", b)
		}
		checkMade(t, b, coverage.History{})
	}
	for lines, want := range map[string][]string{
		damages + "item: damages 5,000,000 insured=no pilot=yes": {
			"R6 委託先操縦者：特約がある場合に被保険者（他の解釈「常に被保険者」では、お支払額 4,900,000円）",
			"R6 Contracted pilots: insured by endorsement (Under the other reading, \"always insured\", ¥4,900,000 would be payable now.)",
		},
		series: {
			"R2 一連の損害賠償請求：1請求とする（他の解釈「それぞれを1請求とする」では、計算できません：series：他の入力と矛盾しています（S））",
			"R2 Related claims: one claim (Under the other reading, \"a claim each\", the claim could not be assessed: series: Contradicts other input (S).)",
		},
	} {
		a := assessed(t, lines)
		effects := weighed(t, a)
		var got []string
		for _, e := range effects {
			got = append(got, e.Text(language.Japanese), e.Text(language.English))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		notes := noteTexts(slices.Collect(a.WithSensitivity(effects...).Sheet().Notes()))
		if !slices.Contains(notes, "Reading that affects the result: "+want[1]) {
			t.Errorf("%q", notes)
		}
		b, err := json.Marshal(effects)
		var back []coverage.ReadingEffect
		if err != nil || json.Unmarshal(b, &back) != nil || !cmp.Equal(effects, back) {
			t.Errorf("%s reads back as %v: %v", b, back, err)
		}
	}
	err := json.Unmarshal([]byte(`{"is":{"leest":1}}`), &coverage.ReadingEffect{})
	if got := refusal(t, "coverage.ReadingEffect", err); !strings.HasPrefix(got, "is.leest; ") {
		t.Error(got)
	}
}

// TestReadingEffectByHand writes outcomes that few readings give.
func TestReadingEffectByHand(t *testing.T) {
	points := madePoints()
	for want, o := range map[string]coverage.Outcome{
		"確認中、お支払額の見込み 0円〜5円 | the claim would be open: between ¥0 and ¥5": {Most: 5},
		"確認中、お支払額の見込み 5円 | the claim would be open: ¥5":                   {Least: 5, Most: 5},
		"免責事由に該当、お支払額 0円 | nothing would be payable (excluded)":           {Decision: coverage.Excluded},
		"お支払額 0円 | nothing would be payable":                              {Decision: coverage.NothingPayable},
		"お支払額 5円 | ¥5 would be payable now":                               {Decision: coverage.Payable, Least: 5, Most: 5},
	} {
		e := coverage.ReadingEffect{Point: points[0], Reading: defenceBeside, Is: o}
		ja, en, _ := strings.Cut(want, " | ")
		if s := e.Text(language.Japanese); !strings.HasSuffix(s, "では、"+ja+"）") {
			t.Error(s)
		}
		if s := e.Text(language.English); !strings.HasSuffix(s, ", "+en+".)") {
			t.Error(s)
		}
	}
	unknown := coverage.ReadingEffect{Point: points[0], Reading: "R1=\x1bother", Is: coverage.Outcome{Most: yen.Max}}
	if s := unknown.Text(language.English); !strings.Contains(s, "\"R1=other\"") {
		t.Errorf("%q", s)
	}
}
