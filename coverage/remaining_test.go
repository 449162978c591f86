// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/yen"
)

// TestRemaining reserves the most of an open claim, after its deductible, or what the
// adjuster states; an advance is paid, and the reserve is what goes beyond it.
func TestRemaining(t *testing.T) {
	all := readMade(t)["series"]
	c := all[0]
	p := c.policy(t)
	paid := c.claimOf(t, p.Scheme(), c.claim[0]) // 4,900,000 of 100,000,000
	paid.Series = ""
	open := paid
	open.Number, open.Items = "C-2", slices.Clone(paid.Items)
	open.Items[0].Accepted = yen.Figure{} // from 0 to 5,000,000, less 100,000
	a, err := p.Assess(paid, coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	remains := func(h coverage.History) string {
		t.Helper()
		back, err := coverage.ParseHistory(h.String())
		if err != nil || !back.Equal(h) {
			t.Fatal(err)
		}
		left, err := p.Remaining(back)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(left, func(r coverage.Remaining) bool { return r.Limit.ID == "L4" })
		return fmt.Sprint(left[i].Left, " ", left[i].Free, " of ", left[i].Whole)
	}
	assess := func(h coverage.History) coverage.History {
		t.Helper()
		a, err := p.Assess(open, h)
		if err != nil {
			t.Fatal(err)
		}
		return a.History
	}
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	check(remains(a.History), "9,510万円 9,510万円 of 1億円")
	h := assess(a.History)
	check(remains(h), "9,510万円 9,020万円 of 1億円")
	open.Reserve = yen.Exactly(100 * yen.Man)
	check(remains(assess(h)), "9,510万円 9,410万円 of 1億円")
	open.Reserve = yen.Exactly(0)
	check(remains(assess(h)), "9,510万円 9,510万円 of 1億円")
	open.Reserve = yen.Exactly(800 * yen.Man) // more than the most is the adjuster's figure
	check(remains(assess(h)), "9,510万円 8,710万円 of 1億円")
	open.Reserve = yen.Figure{}
	if h, err = h.Disbursed("C-2", 200*yen.Man); err != nil {
		t.Fatal(err)
	}
	check(remains(h), "9,310万円 9,020万円 of 1億円")
	open.Reserve = yen.Exactly(100 * yen.Man) // beyond the advance
	check(remains(assess(h)), "9,310万円 9,210万円 of 1億円")
	open.Reserve = yen.Figure{}
	open.Items[0].Accepted = yen.Exactly(300 * yen.Man)
	b, err := p.Assess(open, h)
	if err != nil || b.Payment.Now != 90*yen.Man {
		t.Error(b.Payment, err)
	}
	check(remains(b.History), "9,220万円 9,220万円 of 1億円")
	left, err := p.Remaining(h)
	if err != nil {
		t.Fatal(err)
	}
	check(left[0].Text(language.Japanese), "賠償責任の支払限度額（保険期間中）の残額 93,100,000円（100,000,000円のうち）、支払備金控除後 90,200,000円")
}

// TestReservesOfSeries reserves for open claims of a series, which bear one deductible, and
// for third-party claims that bear one each.
func TestReservesOfSeries(t *testing.T) {
	c := readMade(t)["series"][0]
	p := c.policy(t)
	open := c.claimOf(t, p.Scheme(), c.claim[0]) // 5,000,000 of the series crash
	open.Items[0].Accepted = yen.Figure{}
	free := func(h coverage.History) string {
		t.Helper()
		left, err := p.Remaining(h)
		if err != nil {
			t.Fatal(err)
		}
		return left[0].Free.String()
	}
	var h coverage.History
	for _, want := range []string{"9,510万円", "9,010万円", "8,510万円"} { // 4,900,000, then 5,000,000 each
		a, err := p.Assess(open, h)
		if err != nil {
			t.Fatal(err)
		}
		if h = a.History; free(h) != want {
			t.Errorf("%s, want %s", free(h), want)
		}
		open.Number += "'"
	}
	open.Series, open.Items = "", slices.Concat(open.Items, open.Items)
	open.Items[0].Demand, open.Items[1].Demand = "X", "Y"
	a, err := p.Assess(open, coverage.History{})
	if err != nil || free(a.History) != "9,020万円" { // 4,900,000 twice
		t.Error(free(a.History), err)
	}
}

// TestReserveAfterLateNotice reserves for open costs less the reduction for late notice,
// which a series bears once.
func TestReserveAfterLateNotice(t *testing.T) {
	all := readMade(t)["cyber"]
	i := slices.IndexFunc(all, func(c madeCase) bool { return c.title == "late notice" })
	p := all[i].policy(t)
	for _, series := range []string{"", "late"} {
		open := all[i].claimOf(t, p.Scheme(), all[i].claim[0])
		open.Series, open.Items[0].Accepted = series, yen.Figure{}
		var h coverage.History
		for _, want := range []string{"420万円", "320万円"} { // of 5,000,000: less 1,000,000 - 200,000, then less 1,000,000
			a, err := p.Assess(open, h)
			if err != nil {
				t.Fatal(err)
			}
			if h, err = coverage.ParseHistory(a.History.String()); err != nil {
				t.Fatal(err)
			}
			left, err := p.Remaining(h)
			if err != nil {
				t.Fatal(err)
			}
			k := slices.IndexFunc(left, func(r coverage.Remaining) bool { return r.Limit.ID == "L6" })
			if got := left[k].Free.String(); got != want || left[k].Left != left[k].Whole {
				t.Errorf("series %q: free %s of %s, want %s", series, got, left[k].Whole, want)
			}
			open.Number, open.LateNotice = open.Number+"'", 0
		}
	}
}
