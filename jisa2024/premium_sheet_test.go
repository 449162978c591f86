// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// premiumRisk returns a risk of so many months, with risk-assessment discounts.
func premiumRisk(sales yen.Amount, months int, discounts ...int) premium.Risk {
	r := premium.Risk{Sales: premium.Sales{Amount: sales}, Term: premium.Term{Months: months}}
	for _, percent := range discounts {
		r.Adjust = append(r.Adjust, jisa2024.RiskDiscount(yen.Percent(percent)))
	}
	return r
}

func premiumSheet(t *testing.T, tariff premium.Tariff, r premium.Risk) clause.Sheet {
	t.Helper()
	s, err := tariff.Sheet(r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPremiumSheet(t *testing.T) {
	tariff := jisa2024.Tariff()
	s := premiumSheet(t, tariff, premiumRisk(500_020_014, 7, 10))
	var got []string
	for l := range s.Lines() {
		got = append(got, string(l.Clause)+" "+l.Change.Grouped()+" "+l.Total.Grouped()+" "+l.EN)
	}
	want := []string{
		"PRM-01 1,090,000円 1,090,000円 Annual premium, sales ¥500,000,000",
		"PRM-12 17円 1,090,017円 Interpolated for ¥20,014 above the ¥500,000,000 row",
		"PRM-12 3円 1,090,020円 Rounded half up to ¥10",
		"PRM-13 -109,002円 981,018円 Risk-assessment discount 10%",
		"PRM-13 2円 981,020円 Rounded half up to ¥10",
		"PRM-14 -408,759円 572,261円 Pro rata by month 7/12",
		"PRM-14 -1円 572,260円 Rounded half up to ¥10",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got, want := s.Closing(), (clause.Note{Clause: "PRM-17", JA: "概算保険料", EN: "Indicative premium"}); got != want {
		t.Errorf("closes with %v, want %v", got, want)
	}
	// Every clause that a worksheet cites is one of the tariff's.
	known := map[clause.ID]bool{}
	for _, c := range tariff.Clauses() {
		if known[c.ID] || c.ID == "" || c.JA == "" || c.EN == "" || c.Source == "" {
			t.Errorf("clause %v is repeated or not whole", c)
		}
		known[c.ID] = true
	}
	for l := range s.Lines() {
		if !known[l.Clause] {
			t.Errorf("unknown clause %s", l.Clause)
		}
	}
	for n := range s.Notes() {
		if !known[n.Clause] {
			t.Errorf("unknown clause %s", n.Clause)
		}
	}
}

// The other readings are written out on the sheet too.
func TestPremiumSheetReadings(t *testing.T) {
	tariff := premiumTariff(t, jisa2024.BetweenNextRow, jisa2024.SalesTotal, jisa2024.MidTermByShortRate)
	text := premiumSheet(t, tariff, premiumRisk(7*yen.Oku, 9)).Text(language.English)
	for _, part := range []string{
		"PRM-02", "Annual premium, sales ¥1,000,000,000 (the next row)", "Short rate for up to 9 months: 85%",
		"based on the total sales of", "the premium of the next row is used (reading A26)",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
	daily := premium.Risk{Sales: premium.Sales{Amount: 5 * yen.Oku}, Term: premium.Term{Months: 9, Days: 273, YearDays: 365}}
	text = premiumSheet(t, premiumTariff(t, jisa2024.MidTermByDays), daily).Text(language.Japanese)
	if !strings.Contains(text, "日割 273/365日") || !strings.Contains(text, "IT業務の売上高に基づいて") {
		t.Error(text)
	}
	// A term that is not charged has no line and no note, under every reading.
	full := premium.Risk{Sales: premium.Sales{Amount: 5 * yen.Oku}, Term: premium.Term{Months: 12, Days: 365, YearDays: 365}}
	for _, r := range []coverage.Reading{
		jisa2024.MidTermByMonths, jisa2024.MidTermByDays, jisa2024.MidTermByShortRate, jisa2024.MidTermFullYear,
	} {
		s := premiumSheet(t, premiumTariff(t, r), full)
		if strings.Contains(s.Text(language.English), "PRM-14") {
			t.Errorf("%s: %s", r, s.Text(language.English))
		}
	}
}

// A worksheet has no line that changes nothing, and the note of a step only if
// the step applies.
func TestPremiumNoEmptyLines(t *testing.T) {
	for name, c := range map[string]struct {
		risk         premium.Risk
		lines, notes string
	}{
		"a row":           {premiumRisk(5*yen.Oku, 0), "PRM-01", "PRM-15 PRM-15 PRM-17 PRM-17"},
		"no rounding":     {premiumRisk(7*yen.Oku, 9), "PRM-01 PRM-12 PRM-14", "PRM-15 PRM-12 PRM-14 PRM-15 PRM-17 PRM-17"},
		"a rounding":      {premiumRisk(5*yen.Oku, 11), "PRM-01 PRM-14 PRM-14", "PRM-15 PRM-14 PRM-15 PRM-17 PRM-17"},
		"twelve months":   {premiumRisk(5*yen.Oku, 12), "PRM-01", "PRM-15 PRM-15 PRM-17 PRM-17"},
		"no discount":     {premiumRisk(5*yen.Oku, 0, 0), "PRM-01", "PRM-15 PRM-15 PRM-17 PRM-17"},
		"all of it":       {premiumRisk(5*yen.Oku, 0, 100), "PRM-01 PRM-13", "PRM-15 PRM-13 PRM-15 PRM-17 PRM-17"},
		"one yen above":   {premiumRisk(5*yen.Oku+1, 0), "PRM-01", "PRM-15 PRM-12 PRM-15 PRM-17 PRM-17"},
		"one more ten":    {premiumRisk(500_005_814, 0), "PRM-01 PRM-12 PRM-12", "PRM-15 PRM-12 PRM-15 PRM-17 PRM-17"},
		"a rounding only": {premiumRisk(500_020_014, 0), "PRM-01 PRM-12 PRM-12", "PRM-15 PRM-12 PRM-15 PRM-17 PRM-17"},
	} {
		s := premiumSheet(t, jisa2024.Tariff(), c.risk)
		q, err := jisa2024.Tariff().Quote(c.risk)
		var lines, notes []string
		for l := range s.Lines() {
			lines = append(lines, string(l.Clause))
		}
		for n := range s.Notes() {
			notes = append(notes, string(n.Clause))
		}
		if err != nil || s.Total() != q.Total || strings.Join(lines, " ") != c.lines || strings.Join(notes, " ") != c.notes {
			t.Errorf("%s: got %v, %v\n%s", name, lines, notes, s.Text(language.English))
		}
	}
}

func TestPremiumReferrals(t *testing.T) {
	tariff := premiumTariff(t, jisa2024.BetweenRefused)
	for _, c := range []struct {
		sales         yen.Amount
		clause        clause.ID
		error, ja, en string
		bound         yen.Amount
		reason        *fault.Reason
	}{
		{0, "PRM-15", "premium.Quote: sales.amount: not stated",
			"売上高のご申告がありません。直近の確定した会計年度の売上高をご申告ください。",
			"Sales are not stated. State the sales of the latest confirmed fiscal year.", 0, fault.ErrNotStated},
		{1, "PRM-01", "premium.Quote: sales.amount: \"1円\": below the table (5億円)",
			"売上高5億円未満の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for sales below ¥500,000,000. Ask the agent for the premium.", 5 * yen.Oku, fault.ErrBelow},
		{101 * yen.Oku, "PRM-11", "premium.Quote: sales.amount: \"101億円\": above the table (100億円)",
			"売上高100億円超の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for sales above ¥10,000,000,000. Ask the agent for the premium.", 100 * yen.Oku, fault.ErrAbove},
		{7 * yen.Oku, "PRM-02", "premium.Quote: sales.amount: \"7億円\": between two rows of the table (10億円)",
			"売上高が保険料表の行と行の間にあります（次の行は10億円）。保険料は、取扱代理店にご確認ください。",
			"The sales are between two rows of the premium table (the next row is ¥1,000,000,000). Ask the agent for the premium.", 10 * yen.Oku, fault.ErrBetween},
	} {
		_, err := tariff.Quote(premium.Risk{Sales: premium.Sales{Amount: c.sales}})
		r, ok := errors.AsType[*fault.Error](err)
		if !ok {
			t.Fatal(err)
		}
		if r.Reason != c.reason || r.Path != "sales.amount" || r.Clause != string(c.clause) ||
			r.Error() != c.error || r.Text(language.Japanese) != c.ja || r.Text(language.English) != c.en {
			t.Errorf("got %+v, %s %s %s", *r, r, r.Text(language.Japanese), r.Text(language.English))
		}
		if _, err := tariff.Annual(c.sales); !errors.Is(err, c.reason) {
			t.Error(err)
		}
	}
}

func TestPremiumJSON(t *testing.T) {
	q, err := jisa2024.Tariff().Quote(premiumRisk(7*yen.Oku, 9))
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(q)
	const want = `{"sales":700000000,"price":{"annual":1262000,"origin":"interpolated","low":500000000,"high":1000000000},` +
		`"adjusted":1262000,"term":{"months":9,"days":0,"yearDays":0},"total":946500,"indicative":true}`
	if err != nil || string(b) != want {
		t.Errorf("got %s, %v", b, err)
	}
	var back premium.Quote
	if err := json.Unmarshal(b, &back); err != nil || back != q {
		t.Errorf("read back as %+v, %v", back, err)
	}
	r, err := jisa2024.Tariff().Reduction(premium.Risk{Sales: premium.Sales{Amount: 7 * yen.Oku}}, premium.Risk{Sales: premium.Sales{Amount: 10 * yen.Oku}})
	if err != nil {
		t.Fatal(err)
	}
	b, err = json.Marshal(r)
	const reduction = `{"ratio":"631/760","declaredPremium":1262000,"actualPremium":1520000,"indicative":true,"betweenRows":true}`
	if err != nil || string(b) != reduction {
		t.Errorf("got %s, %v", b, err)
	}
	var cut premium.Reduction
	if err := json.Unmarshal(b, &cut); err != nil || cut != r {
		t.Errorf("read back as %+v, %v", cut, err)
	}
}

// The rules of the edition make its tariff again, and a changed copy of them
// another one.
func TestPremiumRules(t *testing.T) {
	rules := jisa2024.Tariff().Rules()
	again, err := premium.New(rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	risk := premiumRisk(500_020_014, 7, 10)
	a, _ := again.Quote(risk)
	b, _ := jisa2024.Tariff().Quote(risk)
	if a != b || a.Total != 572_260 {
		t.Errorf("%+v, %+v", a, b)
	}
	rules.Steps = slices.Delete(rules.Steps, 0, 1)
	without, err := premium.New(rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := without.Quote(risk); !errors.Is(err, fault.ErrUnknown) {
		t.Error(err)
	}
}
