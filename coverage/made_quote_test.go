// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/google/go-cmp/cmp"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestMadeQuotes quotes for members of the made-up scheme. The table has 120,000 for
// sales of 10,000,000 and 360,000 for 50,000,000.
func TestMadeQuotes(t *testing.T) {
	const year = "2025-04-01 12:00 - 2026-04-01 12:00"
	type application = coverage.Application
	state := func(id option.ID, amount yen.Amount) func(*application) {
		return func(a *application) { a.Options = option.Values{id: option.Yen(amount)} }
	}
	sales := func(amount yen.Amount, year int) func(*application) {
		return func(a *application) { a.Sales.Amount, a.Sales.FiscalYear = amount, year }
	}
	for name, c := range map[string]struct {
		change func(*application)
		want   []string
	}{
		// 120,000 + 240,000 x 20/40
		"in the window": {func(*application) {}, []string{year, "premium 240,000"}},
		"with a discount": {func(a *application) {
			a.Adjust = []premium.Adjustment{{Clause: "T10", Rate: yen.Percent(10)}}
		}, []string{year, "premium 216,000"}},
		// 360,000 x 10/12, of the eleven months that have begun or the ten that are whole
		"mid-term": {func(a *application) { a.Applied, a.Sales.Amount = period.MustParseDate("2025-05-06"), 5_000*yen.Man },
			[]string{"2025-06-01 00:00 - 2026-04-01 12:00", "premium 300,000"}},
		"after the window": {func(a *application) { a.Applied = period.MustParseDate("2025-03-15") }, []string{year, "premium 240,000",
			"note B2 The application is after the enrolment window: the agent must accept it."}},
		"standard terms": {func(a *application) {
			a.Options = option.Values{"limit": option.Yen(1 * yen.Oku), "deductible": option.Yen(10 * yen.Man)}
		}, []string{year, "premium 240,000"}},
		"another limit": {state("limit", 2*yen.Oku), []string{year,
			"refer L2 The liability limit of ¥200,000,000 is not the standard ¥100,000,000. Ask the agent for the premium."}},
		"an option other than its standard": {state("restore", 400*yen.Man), []string{year,
			"refer K8 The restoration costs sublimit of ¥4,000,000 is not the standard ¥3,000,000. Ask the agent for the premium."}},
		"outside the printed range": {state("notices", 2_000*yen.Man), []string{year,
			"refer L7 The notification costs sublimit of ¥20,000,000 is outside the printed range of ¥1,000,000 to ¥10,000,000. Ask the agent for the premium."}},
		"in the printed range": {func(a *application) {
			a.Options = option.Values{"notices": option.Yen(200 * yen.Man), "forensics": option.Yen(300 * yen.Man)}
		}, []string{year, "premium 240,000",
			"note K8 The standard setting states only a range of ¥1,000,000 to ¥10,000,000 for these limits: investigation costs sublimit; notification costs sublimit. The premium may differ."}},
		"an endorsement with its limit": {func(a *application) {
			a.Attach, a.Options = []clause.ID{"E3"}, option.Values{"hearing": option.Yen(200 * yen.Man)}
		}, []string{year, "refer E3 The premium table has no premium with the regulatory response endorsement. Ask the agent for the premium."}},
		"sales below the table": {sales(500*yen.Man, 0), []string{year,
			"refer T6a " + referralFor(t, 500*yen.Man)}},
		"no sales": {sales(0, 0), []string{year, "refer T7 " + referralFor(t, 0), "missing Q2 Q6"}},
		"old sales": {sales(3_000*yen.Man, 2022), []string{year, "premium 240,000",
			"note T7 The declared sales are those of the fiscal year that ended in 2022. A later fiscal year should be confirmed on the day of application, 3 February 2025. State the sales of the latest confirmed fiscal year."}},
		"sales of a year to come": {sales(3_000*yen.Man, 2026), []string{year, "premium 240,000",
			"note T7 The declared sales are those of a fiscal year that ends in 2026 and is not confirmed on the day of application, 3 February 2025. State the sales of the latest confirmed fiscal year."}},
		"too early":                    {func(a *application) { a.Applied = period.MustParseDate("2025-01-09") }, []string{"error applied: enrolment is not open yet"}},
		"an unknown endorsement":       {func(a *application) { a.Attach = []clause.ID{"E1", "E9"} }, []string{"error attach[1]: unknown name"}},
		"a limit that must be stated":  {func(a *application) { a.Attach = []clause.ID{"E3"} }, []string{"error options.hearing: missing"}},
		"a deductible above its bound": {state("deductible", 60*yen.Man), []string{"error options.deductible: out of range"}},
	} {
		a := application{
			Company: "例示ドローン株式会社", Applied: period.MustParseDate("2025-02-03"), Business: "空撮", Certifications: "一等",
			Security: "あり", Legal: "あり", Sales: premium.Sales{Amount: 3_000 * yen.Man, Basis: "flights", FiscalYear: 2024},
		}
		c.change(&a)
		want := c.want
		if !strings.HasPrefix(want[0], "error") && !strings.Contains(want[len(want)-1], "missing") {
			want = append(want, "missing Q6")
		}
		if got := quoted(t, a); !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", name, got, want)
		}
	}
}

// quoted returns the period, the premium and all that a quote says in words.
func quoted(t *testing.T, a coverage.Application) []string {
	t.Helper()
	q, err := made(t).Quote(a)
	if err != nil {
		return []string{quoteRefused(t, "Quote", err)}
	}
	all := []string{q.Membership.Period.String()}
	if len(q.Referrals) == 0 {
		all = append(all, "premium "+cases.Yen(q.Premium.Total))
	}
	if sheet := q.Sheet(); sheet.Total() != q.Premium.Total {
		t.Errorf("the worksheet ends at %v", sheet.Total())
	}
	for _, r := range q.Referrals {
		all = append(all, "refer "+string(r.Clause)+" "+r.Text(language.English))
	}
	for _, n := range q.Notes {
		all = append(all, "note "+string(n.Clause)+" "+n.EN)
	}
	var missing []string
	for _, c := range q.Missing() {
		missing = append(missing, string(c.ID))
	}
	if len(missing) > 0 {
		all = append(all, "missing "+strings.Join(missing, " "))
	}
	return all
}

// TestMadeQuoteFaults states an application with a fault in each part of it, and
// demands them all.
func TestMadeQuoteFaults(t *testing.T) {
	a := coverage.Application{
		Applied: period.MustParseDate("2025-01-09"), Attach: []clause.ID{"E9"},
		Sales:  premium.Sales{Amount: -1, Basis: "hours"},
		Adjust: []premium.Adjustment{{Clause: "T10", Rate: yen.Percent(150)}},
	}
	_, err := made(t).Quote(a)
	var got []string
	for _, f := range fault.All(err) {
		got = append(got, f.Path+" "+f.Reason.Code())
		if f.Op != "coverage.Quote" || f.Text(language.Japanese) == "" || f.Text(language.English) == "" {
			t.Errorf("%+v", f)
		}
	}
	want := []string{"applied not-open", "attach[0] unknown", "sales.amount range", "sales.basis conflict", "adjust[0].rate range"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	a.Attach, a.Options = nil, option.Values{"deductible": option.Yen(60 * yen.Man)}
	a.Applied, a.Sales = period.MustParseDate("2025-02-03"), premium.Sales{}
	if _, err := made(t).Quote(a); len(fault.All(err)) != 2 || fault.All(err)[0].Path != "options.deductible" {
		t.Error(err)
	}
}

// referralFor returns the sentence of the tariff on sales without a premium.
func referralFor(t *testing.T, sales yen.Amount) string {
	t.Helper()
	_, err := made(t).Tariff().Quote(premium.Risk{Sales: premium.Sales{Amount: sales, Basis: "flights"}})
	r, ok := err.(*fault.Error)
	if !ok || r.Path != "sales.amount" {
		t.Fatal(err)
	}
	return r.Text(language.English)
}

// TestMadeQuoteTexts holds what a quote shows beside the premium.
func TestMadeQuoteTexts(t *testing.T) {
	scheme := made(t, pilotsBuiltIn)
	q, err := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2025-02-03"), Business: "空撮", Attach: []clause.ID{"E1"},
		Sales: premium.Sales{Amount: 5_000 * yen.Man, Basis: "flights"}})
	if err != nil || len(q.Referrals) > 0 { // every policy has the endorsement
		t.Fatal(q.Referrals, err)
	}
	settings := q.Settings()
	for _, c := range [][2]string{
		{settings[0].Text(language.Japanese), "賠償責任の支払限度額：1億円"},
		{settings[0].Text(language.English), "Liability limit: ¥100,000,000"},
		{settings[1].Text(language.Japanese), "費用ごとの支払限度額：100万円から1,000万円まで"},
		{settings[1].Text(language.English), "Costs sublimits: ¥1,000,000 to ¥10,000,000"},
		{q.MissingText(language.Japanese), "お見積もり依頼書に未記入の項目があります：資格、安全管理体制、法務管理体制、過去の事故歴"},
		{q.MissingText(language.English), "Still needed for a quotation: licences; safety organisation; legal function; loss record"},
		{coverage.Quote{}.MissingText(language.English), ""},
		{coverage.Quote{}.Sheet().Text(language.English), clause.Sheet{}.Text(language.English)},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
	if len(q.Readings()) > 0 || (coverage.Quote{}).Settings() != nil || (coverage.Quote{}).Readings() != nil {
		t.Error("a reading or a setting that there is not")
	}
	p, err := q.Record("D-7")
	if err != nil || p.Terms().Number != "D-7" || !slices.Equal(p.Terms().Readings, []coverage.Reading{pilotsBuiltIn}) {
		t.Errorf("%+v %v", p.Terms(), err)
	}
}
