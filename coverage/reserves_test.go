// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// madeReserves writes what open claims can still be paid as a case does.
func madeReserves(t *testing.T, p coverage.Policy, h coverage.History) (lines madeLines) {
	t.Helper()
	r, err := p.Reserves(h)
	if err != nil {
		t.Fatal(err)
	}
	add := func(key string, words ...string) { lines = append(lines, [2]string{key, cases.Join(words...)}) }
	if add("reserves", ends(r.Least, r.Most)); len(r.Claims) == 0 {
		lines[0][1] = "none"
	}
	for _, c := range r.Claims {
		stated := ""
		if amount, is := c.Stated.Amount(); is {
			stated = "stated " + cases.Yen(amount)
		}
		add("reserve", c.Number, ends(c.Least, c.Most), stated)
		add("told", c.Text(language.English))
	}
	for _, l := range r.Limits {
		left, known := l.Left.Amount()
		whole, _ := l.Whole.Amount()
		of, open := cases.Yen(left)+" of "+cases.Yen(whole), ""
		if !known {
			of = "unknown"
		}
		if l.Most > 0 {
			open = "open " + ends(l.Least, l.Most)
		}
		if left != whole || open != "" {
			add("left", string(l.Limit.ID), of, open)
		}
	}
	return lines
}

func ends(least, most yen.Amount) string {
	if least == most {
		return cases.Yen(most)
	}
	return cases.Yen(least) + " to " + cases.Yen(most)
}

// TestReservesText writes reserves for people in both languages, and in JSON.
func TestReservesText(t *testing.T) {
	limit := clause.Clause{ID: "L4", JA: "支払限度額", EN: "limit"}
	r := coverage.Reserves{
		Least: 1, Most: 3_000,
		Claims: []coverage.Reserve{
			{Number: "C-1", Least: 1, Most: 2, Stated: yen.Exactly(0)},
			{Number: "C-2", Most: 2_999, Stated: yen.Exactly(3_000)},
			{Number: "C-3", Most: 2_999, Stated: yen.Exactly(2_999)},
			{Number: "C-4", Least: 5, Most: 5},
		},
		Limits: []coverage.Remaining{
			{Limit: limit, Whole: yen.Exactly(9_000), Left: yen.Exactly(8_000), Least: 1, Most: 3_000},
			{Limit: limit, Whole: yen.Exactly(9_000), Left: yen.Exactly(0)},
			{Limit: limit, Most: 7},
		},
	}
	for tag, want := range map[language.Tag]string{
		language.English: `Still to be paid for open claims: ¥1 to ¥3,000
  Claim C-1: ¥1 to ¥2; reserve ¥0, below the least
  Claim C-2: ¥0 to ¥2,999; reserve ¥3,000, above the most
  Claim C-3: ¥0 to ¥2,999; reserve ¥2,999
  Claim C-4: ¥5
Remaining limit: ¥8,000 of ¥9,000; open claims can use ¥1 to ¥3,000
Remaining limit: ¥0 of ¥9,000
Limit: unknown, because the policy does not state it; open claims can use ¥0 to ¥7
`,
		language.Japanese: `確認中の事案のお支払見込額 1円から3,000円
  事案C-1 1円から2円、支払備金 0円（見込額の下限未満）
  事案C-2 0円から2,999円、支払備金 3,000円（見込額の上限超過）
  事案C-3 0円から2,999円、支払備金 2,999円
  事案C-4 5円
支払限度額の残額 8,000円（9,000円のうち）、確認中の事案による使用見込み 1円から3,000円
支払限度額の残額 0円（9,000円のうち）
支払限度額 ご契約に定めがないため不明、確認中の事案による使用見込み 0円から7円
`,
	} {
		if got := r.Text(tag); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	if s := (coverage.Reserves{}).String(); s != "" {
		t.Errorf("zero Reserves: %q", s)
	}
	b, err := json.Marshal(coverage.Reserves{Least: 1, Most: 2, Claims: r.Claims[:1], Limits: r.Limits[1:2]})
	const want = `{"least":1,"most":2,"limits":[{"limit":{"id":"L4","ja":"支払限度額","en":"limit","source":""},"whole":9000,"left":0}],` +
		`"claims":[{"number":"C-1","least":1,"most":2,"stated":0}]}`
	if err != nil || string(b) != want {
		t.Errorf("%s %v", b, err)
	}
}

// TestReservesRefused is refused the history of another policy, and one with other heads.
func TestReservesRefused(t *testing.T) {
	p, err := made(t).Record(madeTerms(made(t)))
	if err != nil {
		t.Fatal(err)
	}
	const start = "history 1 D-1 DRONE-25 2025-04-01_12:00_-_2026-04-01_12:00\nheads "
	for s, path := range map[string]string{
		"history 1 D-2\nheads \n":                                      "history",
		start + "hull 0\nclaim A decision=open\npossible - hull 1 0\n": "history.paid",
	} {
		h, err := coverage.ParseHistory(sealed(s))
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Reserves(h)
		var f *fault.Error
		if !errors.As(err, &f) || f.Op != "coverage.Reserves" || f.Path != path || f.Reason != fault.ErrPolicy || len(r.Limits) > 0 {
			t.Errorf("%s: %v", s, err)
		}
	}
}
