// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
)

// TestVerdictTexts holds the words for the verdicts.
func TestVerdictTexts(t *testing.T) {
	var got []string
	for v := coverage.Open; v <= coverage.NothingPayable; v++ {
		got = append(got, v.String()+" "+v.Text(japanese)+" "+v.Text(english))
	}
	want := []string{
		"open 確認中 open", "covered 補償対象 covered", "payable お支払い payable", "excluded 免責事由に該当 excluded",
		"outside-period 保険期間の要件を満たさない outside the policy period", "not-covered 補償対象外 not covered", "nothing-payable お支払額0円 nothing payable",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

var japanese, english = language.Japanese, language.English

// TestReportOfAnotherScheme demands a report of a scheme that says little of
// itself.
func TestReportOfAnotherScheme(t *testing.T) {
	s, err := coverage.New(small())
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Record(coverage.Terms{Edition: "S", Number: "1", Period: small().Calendar.Base})
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Assess(coverage.Claim{Number: "C-1", Items: []coverage.Item{{Head: "repair", Claimed: 200}}}, coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	if s := a.Text(english); !strings.Contains(s, "OPEN: between ¥0 and ¥100 of ¥200 claimed") {
		t.Error(s)
	}
	if (coverage.Assessment{}).Text(english) != "" || (coverage.Assessment{}).Details(english) != "" || (coverage.Assessment{}).String() != "" {
		t.Error("the zero assessment says something")
	}
	var ids []clause.ID
	for _, n := range a.Notes() {
		ids = append(ids, n.Clause)
	}
	if len(ids) == 0 {
		t.Error("no notes")
	}
}
