// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestCasesQuotes runs the applications and the certificates of quotes.txt.
func TestCasesQuotes(t *testing.T) {
	cases.Run(t, "quotes.txt", map[string]func(*testing.T, cases.Case) string{
		"quote": quoteCase, "readings": readingsCase, "record": recordCase,
	})
}

// applicationOf reads an application: the day, the sales, and what else it states.
func applicationOf(t *testing.T, c cases.Case) (coverage.Scheme, coverage.Application) {
	t.Helper()
	a := coverage.Application{
		Company: "例示システム株式会社",
		Applied: period.MustParseDate(c.Arg(0)),
		Sales:   premium.Sales{Amount: yen.MustParse(c.Arg(1)), FiscalYear: 2024},
		Choices: limits.Standard(),
	}
	var r coverage.Readings
	for _, word := range c.Args[2:] {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "request":
			a.Business, a.Certifications, a.Security, a.Legal, a.Losses = "IT", "ISMS", "CISO", "none", "none"
		case "basis":
			a.Sales.Basis = premium.TotalSales
		case "fiscal":
			year, err := strconv.Atoi(value)
			if err != nil {
				t.Fatal(err)
			}
			a.Sales.FiscalYear = year
		case "discount", "other-discount":
			by := premium.RiskDiscount(quoteRatio(t, value))
			if name == "other-discount" {
				by.Clause = "PRM-99"
			}
			a.Adjust = append(a.Adjust, by)
		default:
			quoteOption(t, word, &r, &a.Choices, &a.Attach)
		}
	}
	scheme, err := coverage.JISA2024(r)
	if err != nil {
		t.Fatal(err)
	}
	return scheme, a
}

// quoteOption reads a reading, an endorsement or a choice.
func quoteOption(t *testing.T, word string, r *coverage.Readings, c *limits.Choices, attach *[]clause.ID) {
	t.Helper()
	name, value, _ := strings.Cut(word, "=")
	switch {
	case word == "A2=overall-only":
		r.Limits.Costs = limits.OverallOnly
	case word == "A2=own-only":
		r.Limits.Costs = limits.OwnOnly
	case word == "A6=refused":
		r.Period.AfterWindow = period.AfterWindowRefused
	case word == "A7=covered":
		r.Period.LastDay = period.LastDayCovered
	case word == "A17=built-in":
		r.Exclusions.Insureds = exclusions.BuiltIn
	case word == "A23=total":
		r.Premium.Basis = premium.TotalSales
	case word == "A26=next-row":
		r.Premium.Between = premium.NextRow
	case word == "A26=refused":
		r.Premium.Between = premium.NotBetween
	case word == "A27=full":
		r.Premium.Term = premium.ByFullYear
	case strings.HasPrefix(word, "END-"):
		*attach = append(*attach, clause.ID(word))
	case name == "declared":
		c.Declared = quoteRatio(t, value)
	default:
		choose(t, c, word)
	}
}

func quoteRatio(t *testing.T, s string) yen.Ratio {
	t.Helper()
	r, err := yen.ParseRatio(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// quoteRefused returns the path of an error of coverage and the reason at its end.
func quoteRefused(t *testing.T, by string, err error) string {
	t.Helper()
	var e *coverage.Error
	if !errors.As(err, &e) || e.Func != by {
		t.Errorf("not an error of %s: %v", by, err)
		return ""
	}
	for cause := err; cause != nil; cause = errors.Unwrap(cause) {
		err = cause
	}
	return "error " + e.Path + ": " + err.Error()
}

func quoteCase(t *testing.T, c cases.Case) string {
	scheme, a := applicationOf(t, c)
	q, err := scheme.Quote(a)
	if err != nil {
		return quoteRefused(t, "Quote", err)
	}
	quoteTold(t, q)
	words := []string{q.Membership.Period.Start().String()}
	if len(q.Referrals) == 0 {
		words = append(words, cases.Yen(q.Premium.Total))
	} else {
		if q.Premium != (premium.Quote{}) {
			t.Error("referred, with a premium")
		}
		words = append(words, "refer")
		for _, r := range q.Referrals {
			words = append(words, string(r.Clause))
		}
	}
	for _, n := range q.Notes {
		words = append(words, "note "+string(n.Clause))
	}
	if len(q.Missing) > 0 {
		words = append(words, "missing")
		for _, m := range q.Missing {
			words = append(words, string(m.ID))
		}
	}
	return strings.Join(words, " ")
}

// quoteTold demands of every referral and note a sentence in both languages and a
// clause of the scheme, and of a referral the words that send people to the agent
// or ask for the sales.
func quoteTold(t *testing.T, q coverage.Quote) {
	t.Helper()
	policy, err := q.Record("24-0001")
	if err != nil {
		t.Fatal(err)
	}
	known := map[clause.ID]bool{}
	for _, c := range policy.Scheme().Clauses() {
		known[c.ID] = true
	}
	for _, r := range q.Referrals {
		ja, en := r.Text(language.Japanese), r.Text(language.English)
		asks := strings.HasSuffix(ja, "保険料は、取扱代理店にご確認ください。") && strings.HasSuffix(en, "Ask the agent for the premium.")
		if r.Clause == "PRM-15" {
			asks = strings.HasPrefix(ja, "売上高のご申告がありません。") && strings.HasPrefix(en, "Sales are not stated.")
		}
		if strings.HasPrefix(string(r.Clause), "END-") {
			asks = strings.HasSuffix(ja, "を付帯した場合の保険料は、取扱代理店にご確認ください。") && strings.HasSuffix(en, "Ask the agent for the premium.")
		}
		if strings.HasPrefix(string(r.Clause), "PRM-0") || r.Clause == "PRM-11" {
			asks = strings.Contains(ja, "取扱代理店にご確認ください。") && strings.HasSuffix(en, "Ask the agent for the premium.")
		}
		if !asks || !known[r.Clause] {
			t.Errorf("referral: %s %s %s", r.Clause, ja, en)
		}
	}
	for _, n := range q.Notes {
		if n.JA == "" || n.EN == "" || !known[n.Clause] {
			t.Errorf("note: %+v", n)
		}
	}
	for _, s := range q.Settings() {
		for _, id := range s.Clauses {
			if !known[id] {
				t.Errorf("setting: %+v", s)
			}
		}
	}
	ja, en := q.MissingText(language.Japanese), q.MissingText(language.English)
	if len(q.Missing) == 0 && ja+en != "" ||
		len(q.Missing) > 0 && (!strings.HasPrefix(ja, "お見積もり依頼書に未記入の項目があります：") || !strings.HasPrefix(en, "Still needed for a quotation: ")) {
		t.Errorf("missing: %q %q", ja, en)
	}
	for _, m := range q.Missing {
		if !strings.Contains(ja, m.JA) || !strings.Contains(en, m.EN) {
			t.Errorf("missing %s: %q %q", m.ID, ja, en)
		}
	}
}

func readingsCase(t *testing.T, c cases.Case) string {
	scheme, a := applicationOf(t, c)
	q, err := scheme.Quote(a)
	if err != nil {
		return quoteRefused(t, "Quote", err)
	}
	var all []string
	for _, r := range q.Readings() {
		all = append(all, r.ID)
	}
	return strings.Join(all, " ")
}

// recordCase records a certificate and demands that its terms come back as they
// were stated.
func recordCase(t *testing.T, c cases.Case) string {
	terms := coverage.Terms{
		Edition: "JISA-2024", Number: "24-0001", Choices: limits.Standard(),
		Period: period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
	}
	var r coverage.Readings
	for _, word := range c.Args {
		if value, ok := strings.CutPrefix(word, "period="); ok {
			terms.Period = period.MustParse(value)
			continue
		}
		quoteOption(t, word, &r, &terms.Choices, &terms.Attached)
	}
	scheme, err := coverage.JISA2024(r)
	if err != nil {
		t.Fatal(err)
	}
	p, err := scheme.Record(terms)
	if err != nil {
		return quoteRefused(t, "Record", err)
	}
	if got := p.Terms(); got.Choices != terms.Choices || got.Period != terms.Period {
		t.Errorf("stated %+v, recorded %+v", terms, got)
	}
	return "recorded"
}

// TestQuoteChoices states every choice of a policy below zero, beyond the largest
// amount and at it, and demands the path of the choice.
func TestQuoteChoices(t *testing.T) {
	scheme, err := coverage.JISA2024(coverage.Readings{})
	if err != nil {
		t.Fatal(err)
	}
	amounts := map[string]func(*limits.Choices) *yen.Amount{
		"liability":                  func(c *limits.Choices) *yen.Amount { return &c.Liability },
		"deductible":                 func(c *limits.Choices) *yen.Amount { return &c.Deductible },
		"litigation":                 func(c *limits.Choices) *yen.Amount { return &c.Litigation },
		"custody":                    func(c *limits.Choices) *yen.Amount { return &c.Custody },
		"malfunction":                func(c *limits.Choices) *yen.Amount { return &c.Malfunction },
		"regulatory":                 func(c *limits.Choices) *yen.Amount { return &c.Regulatory },
		"costs.attackResponse":       func(c *limits.Choices) *yen.Amount { return &c.Costs.AttackResponse },
		"costs.investigation":        func(c *limits.Choices) *yen.Amount { return &c.Costs.Investigation },
		"costs.advisory":             func(c *limits.Choices) *yen.Amount { return &c.Costs.Advisory },
		"costs.restoration":          func(c *limits.Choices) *yen.Amount { return &c.Costs.Restoration },
		"costs.otherResponse":        func(c *limits.Choices) *yen.Amount { return &c.Costs.OtherResponse },
		"costs.recurrencePrevention": func(c *limits.Choices) *yen.Amount { return &c.Costs.RecurrencePrevention },
		"costs.reputational":         func(c *limits.Choices) *yen.Amount { return &c.Costs.Reputational },
		"costs.overall":              func(c *limits.Choices) *yen.Amount { return &c.Costs.Overall },
	}
	if n := reflect.TypeFor[limits.Choices]().NumField() + reflect.TypeFor[limits.Costs]().NumField() - 2; len(amounts) != n { // Costs and Declared are no amounts
		t.Errorf("%d amounts, the choices have %d", len(amounts), n)
	}
	for path, of := range amounts {
		for _, x := range []struct {
			amount yen.Amount
			ok     bool
		}{{-1, false}, {yen.Max, path != "deductible"}, {yen.Max + 1, false}} {
			c := limits.Standard()
			c.Regulatory = 1
			*of(&c) = x.amount
			attach := []clause.ID{"END-03", "END-04", "END-05"}
			_, quoteErr := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2024-06-03"), Choices: c, Attach: attach})
			_, recordErr := scheme.Record(coverage.Terms{Edition: "JISA-2024", Number: "1", Choices: c, Attached: attach,
				Period: period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")})
			for by, err := range map[string]error{"Quote": quoteErr, "Record": recordErr} {
				if x.ok {
					if err != nil {
						t.Errorf("%s: %s %d: %v", by, path, x.amount, err)
					}
					continue
				}
				want := &coverage.Error{Func: by, Path: "choices." + path, Input: x.amount.Grouped(), Err: limits.ErrAmount}
				if e := (*coverage.Error)(nil); !errors.As(err, &e) || *e != *want {
					t.Errorf("%s: %v, want %v", by, err, want)
				}
			}
		}
	}
}

// TestQuotePeriods applies on every day of the scheme year and records every
// period that comes of it, and none that starts on another day or at another
// hour.
func TestQuotePeriods(t *testing.T) {
	for _, last := range []period.LastDayReading{period.LastDayRefused, period.LastDayCovered} {
		scheme, err := coverage.JISA2024(coverage.Readings{Period: period.Readings{LastDay: last}})
		if err != nil {
			t.Fatal(err)
		}
		granted := map[period.Period]bool{}
		for day := period.MustParseDate("2024-05-01"); day.Compare(period.MustParseDate("2025-07-31")) < 0; day = nextDay(t, day) {
			if q, err := scheme.Quote(coverage.Application{Applied: day}); err == nil {
				granted[q.Membership.Period] = true
			}
		}
		if want := 12 + int(last); len(granted) != want { // the base period, and August to June
			t.Errorf("%d periods, want %d", len(granted), want)
		}
		end := period.MustParseInstant("2025-07-01 16:00")
		for day := period.MustParseDate("2024-06-01"); day.Compare(end.Date()) <= 0; day = nextDay(t, day) {
			for _, hour := range []string{"00:00", "00:01", "15:59", "16:00"} {
				p, err := period.New(period.MustParseInstant(day.String()+" "+hour), end)
				if err != nil {
					continue // at the end
				}
				_, err = scheme.Record(coverage.Terms{Edition: "JISA-2024", Number: "1", Period: p})
				if granted[p] != (err == nil) {
					t.Errorf("%s: %v", p, err)
				}
			}
		}
	}
}

func nextDay(t *testing.T, d period.Date) period.Date {
	t.Helper()
	d, err := d.AddDays(1)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestQuoteReferrals compares random applications with an oracle that asks of
// each field by itself whether the table prices it.
func TestQuoteReferrals(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	pick := func(amounts ...yen.Amount) yen.Amount { return amounts[rnd.IntN(len(amounts))] }
	var schemes []coverage.Scheme
	for costs := range limits.OwnOnly + 1 {
		scheme, err := coverage.JISA2024(coverage.Readings{Limits: limits.Readings{Costs: costs}})
		if err != nil {
			t.Fatal(err)
		}
		schemes = append(schemes, scheme)
	}
	for range cases.Rounds(t) {
		costs := limits.CostLimits(rnd.IntN(len(schemes)))
		scheme := schemes[costs]
		c := limits.Choices{
			Liability:  pick(0, 99_999_999, 100_000_000, 100_000_001),
			Deductible: pick(0, 999_999, 1_000_000, 1_000_000),
			Litigation: pick(0, 9_999_999, 10_000_000, 10_000_001),
		}
		var referred, noted []clause.ID
		if c.Liability != 0 && c.Liability != 100_000_000 {
			referred = append(referred, "LIM-02")
		}
		if c.Deductible != 1_000_000 {
			referred = append(referred, "LIM-01")
		}
		inside := false
		span := func(id clause.ID, x yen.Amount) {
			switch {
			case x > 0 && x < 5_000_000, x > 100_000_000:
				referred = append(referred, id)
			case x > 0:
				inside = true
			}
		}
		own := []yen.Amount{0, 0, 0, 4_999_999, 5_000_000, 100_000_000, 100_000_001}
		c.Costs = limits.Costs{
			AttackResponse: pick(own...), Investigation: pick(own...), Advisory: pick(own...), Restoration: pick(own...),
			OtherResponse: pick(own...), RecurrencePrevention: pick(own...), Reputational: pick(own...), Overall: pick(own...),
		}
		span("LIM-07", c.Costs.AttackResponse)
		span("LIM-08", c.Costs.Investigation)
		span("LIM-09", c.Costs.Advisory)
		span("LIM-10", c.Costs.Restoration)
		span("LIM-11", c.Costs.OtherResponse)
		span("LIM-12", c.Costs.RecurrencePrevention)
		if c.Litigation != 0 && c.Litigation != 10_000_000 {
			referred = append(referred, "LIM-13")
		}
		span("LIM-14", c.Costs.Reputational)
		if costs == limits.OverallOnly {
			span("LIM-16", c.Costs.Overall)
		} else if c.Costs.Overall != 0 && c.Costs.Overall != 100_000_000 {
			referred = append(referred, "LIM-16")
		}
		if rnd.IntN(8) == 0 {
			c.Declared = yen.Percent(1 + rnd.IntN(100))
			referred = append(referred, "LIM-19")
		}
		if inside {
			noted = append(noted, "QUO-00")
		}
		a := coverage.Application{Applied: period.MustParseDate("2024-06-03"), Choices: c, Sales: premium.Sales{Amount: 10 * yen.Oku}}
		q, err := scheme.Quote(a)
		if err != nil {
			t.Fatal(err)
		}
		var gotReferred, gotNoted []clause.ID
		for _, x := range q.Referrals {
			gotReferred = append(gotReferred, x.Clause)
		}
		for _, x := range q.Notes {
			gotNoted = append(gotNoted, x.Clause)
		}
		slices.Sort(referred)
		slices.Sort(gotReferred)
		priced := q.Premium.Total == 152*yen.Man
		if !slices.Equal(gotReferred, referred) || !slices.Equal(gotNoted, noted) || priced != (len(referred) == 0) {
			t.Fatalf("%+v\nreferred %v, want %v\nnoted %v, want %v", c, gotReferred, referred, gotNoted, noted)
		}
		p, err := q.Record("24-0001")
		if err != nil || p.Terms().Choices != c {
			t.Fatalf("%+v: %v", c, err)
		}
	}
}

// TestQuoteSettings demands the printed standard setting under each reading of
// the limits of the costs, and that its parts are the caller's own.
func TestQuoteSettings(t *testing.T) {
	for r, want := range map[limits.Readings]string{
		{}:                                  "LIM-02 LIM-03, LIM-01, LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12 LIM-14, LIM-13",
		{Costs: limits.OwnOnly}:             "LIM-02 LIM-03, LIM-01, LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12 LIM-14, LIM-13",
		{Costs: limits.OverallOnly}:         "LIM-02 LIM-03, LIM-01, LIM-16, LIM-13",
		{Reputational: limits.WithAdvisory}: "LIM-02 LIM-03, LIM-01, LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12, LIM-13",
	} {
		scheme, err := coverage.JISA2024(coverage.Readings{Limits: r})
		if err != nil {
			t.Fatal(err)
		}
		q, err := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2024-06-03")})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			var got []string
			amounts := []yen.Amount{100_000_000, 100_000_000, 1_000_000, 1_000_000, 5_000_000, 100_000_000, 10_000_000, 10_000_000}
			for i, s := range q.Settings() {
				got = append(got, ids(s.Clauses))
				if s.Least != amounts[2*i] || s.Most != amounts[2*i+1] {
					t.Errorf("%+v", s)
				}
				s.Clauses[0] = "changed"
			}
			if strings.Join(got, ", ") != want {
				t.Errorf("%+v: %q, want %q", r, got, want)
			}
		}
	}
	if len(coverage.Quote{}.Settings())+len(coverage.Quote{}.Readings()) > 0 || (coverage.Quote{}).MissingText(language.English) != "" {
		t.Error("the zero quote says something")
	}
}

// TestQuotePlainScheme quotes under rules of another insurer: without a word on
// choices, so that any that are not the standard ones are one referral, and with a
// tariff that cannot price every application.
func TestQuotePlainScheme(t *testing.T) {
	table, err := premium.NewTable(premium.Linear, yen.HalfUp.To(1), premium.Row{Sales: 1, Annual: 1_000, Clause: "T-1"}, premium.Row{Sales: yen.Max, Annual: yen.Max, Clause: "T-2"})
	if err != nil {
		t.Fatal(err)
	}
	tariff, err := premium.New(premium.Rules{
		Table: table, TermBy: premium.ByShortRate, ShortRates: []premium.ShortRow{{Months: 6, Rate: yen.Percent(70)}},
		Adjustments: []premium.AdjustmentRule{{Clause: clause.Clause{ID: "LOAD"}, Kind: premium.Loading, Most: yen.Percent(100)}},
	})
	if err != nil {
		t.Fatal(err)
	}
	rules := coverage.Rules{
		Edition: clause.Clause{ID: "PLAIN"}, Year: period.JISA2024(period.Readings{}), Tariff: tariff,
		Standard: limits.Choices{Liability: 1, Costs: limits.Costs{Overall: 2}}, Setting: clause.Clause{ID: "SET"},
		Program: func(c limits.Choices, _ []clause.ID) (limits.Program, error) {
			return limits.New(limits.On("damages", limits.PerPeriod("L", c.Liability)))
		},
		Heads: []coverage.Head{{Head: "damages"}},
	}
	quote := func(r coverage.Rules, day string, sales yen.Amount, change func(*coverage.Application)) string {
		t.Helper()
		scheme, err := coverage.New(r)
		if err != nil {
			t.Fatal(err)
		}
		a := coverage.Application{Applied: period.MustParseDate(day), Sales: premium.Sales{Amount: sales}, Choices: scheme.Standard()}
		if change != nil {
			change(&a)
		}
		q, err := scheme.Quote(a)
		if err != nil {
			return quoteRefused(t, "Quote", err)
		}
		if len(q.Settings())+len(q.Readings())+len(q.Missing) > 0 {
			t.Errorf("%+v", q)
		}
		out := cases.Yen(q.Premium.Total)
		for _, r := range q.Referrals {
			out = string(r.Clause) + " " + r.Text(language.English)
		}
		return out
	}
	load := func(a *coverage.Application) {
		a.Adjust = []premium.Adjustment{{Clause: "LOAD", Rate: yen.Percent(100)}}
	}
	none := rules
	none.Tariff = premium.Tariff{}
	for _, c := range []struct{ got, want string }{
		{quote(rules, "2024-06-03", 1, nil), "1,000"},
		{quote(rules, "2024-06-03", 1, load), "2,000"},
		{quote(rules, "2024-06-03", 1, func(a *coverage.Application) { a.Choices.Costs.Overall = 3 }),
			"SET The application is not for the standard setting. Ask the agent for the premium."},
		{quote(rules, "2024-12-31", 1, nil), "700"},
		{quote(rules, "2024-11-30", 1, nil), "error applied: invalid term"},
		{quote(rules, "2024-06-03", yen.Max, load), "error adjust: premium out of range"},
		{quote(rules, "2024-06-03", 1, func(a *coverage.Application) { a.Choices.Liability = -1 }), "error choices: amount out of range"},
		{quote(none, "2024-06-03", 0, load), "error : invalid tariff"},
		{quote(none, "2024-06-03", 1, nil), "error : invalid tariff"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
	settings := []coverage.Setting{{Clauses: []clause.ID{"L"}, JA: "支払限度額", EN: "limit", Least: 1, Most: 1}}
	rules.Settings = settings
	scheme, err := coverage.New(rules)
	if err != nil {
		t.Fatal(err)
	}
	settings[0].Clauses[0], settings[0].EN = "changed", "changed"
	q, err := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2024-06-03")})
	if err != nil || len(q.Settings()) != 1 || q.Settings()[0].Clauses[0] != "L" || q.Settings()[0].EN != "limit" {
		t.Errorf("%+v %v", q.Settings(), err)
	}
}

// The standard setting, which the tariff prices, is shown beside the premium.
func ExampleQuote_Settings() {
	scheme, err := coverage.JISA2024(coverage.Readings{})
	if err != nil {
		log.Fatal(err)
	}
	q, err := scheme.Quote(coverage.Application{
		Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: 10 * yen.Oku}, Choices: scheme.Standard(),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Premium.Total.Text(language.English))
	for _, s := range q.Settings() {
		fmt.Println(s.Text(language.English), s.Clauses)
	}
	// Output:
	// ¥1,520,000
	// Liability limit (per claim and aggregate): ¥100,000,000 [LIM-02 LIM-03]
	// Liability deductible: ¥1,000,000 [LIM-01]
	// Incident response costs sublimits (per incident and aggregate, set for each head of loss, no deductible): ¥5,000,000 to ¥100,000,000 [LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12 LIM-14]
	// Litigation response costs limit (per claim and aggregate, no deductible): ¥10,000,000 [LIM-13]
}

func ExampleSetting() {
	s := coverage.Setting{JA: "事故対応費用の支払限度額", EN: "incident response costs limit", Least: 500 * yen.Man, Most: 1 * yen.Oku}
	fmt.Println(s.Text(language.Japanese))
	fmt.Println(s.Text(language.English))
	// Output:
	// 事故対応費用の支払限度額：500万円から1億円まで
	// Incident response costs limit: ¥5,000,000 to ¥100,000,000
}

// A mid-term joiner with sales between two rows, no deductible and an old fiscal
// year: what the agent is asked, what is to be checked, and what is missing.
func ExampleQuote_Readings() {
	scheme, err := coverage.JISA2024(coverage.Readings{})
	if err != nil {
		log.Fatal(err)
	}
	a := coverage.Application{
		Applied: period.MustParseDate("2024-09-10"), Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2022}, Choices: scheme.Standard(),
		Business: "IT", Security: "CISO", Legal: "counsel", Losses: "none",
	}
	q, err := scheme.Quote(a)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Premium.Total)
	for _, n := range q.Notes {
		fmt.Println(n.Clause, n.Text(language.Japanese))
	}
	fmt.Println(q.MissingText(language.Japanese))
	for _, r := range q.Readings() {
		fmt.Println(r.ID, r.EN)
	}
	a.Choices.Deductible = 0
	q, err = scheme.Quote(a)
	for _, r := range q.Referrals {
		fmt.Println(r.Clause, r.Text(language.Japanese), err)
	}
	// Output:
	// 94万6,500円
	// PRM-15 ご申告の売上高は2022年に終了した会計年度のものです。お申込日（2024年9月10日）には、より新しい会計年度の売上高が確定していると考えられます。直近の確定した会計年度の売上高をご申告ください。
	// お見積もり依頼書に未記入の項目があります：認証の取得状況
	// A8 date of the application
	// A23 sales basis
	// A24 nature of the premium table
	// A26 premium between two rows
	// A27 premium of a mid-term joiner
	// LIM-01 賠償責任の免責金額0円は、標準的な設定（100万円）と異なります。保険料は、取扱代理店にご確認ください。 <nil>
}

// TestPolicyStored records the policy of a quote, stores it as JSON and records
// what is read back: the same terms, and the same payment of the same claim.
func TestPolicyStored(t *testing.T) {
	scheme, err := coverage.JISA2024(coverage.Readings{})
	if err != nil {
		t.Fatal(err)
	}
	a := coverage.Application{
		Company: "例示システム株式会社", Business: "IT", Applied: period.MustParseDate("2024-09-10"),
		Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024}, Choices: scheme.Standard(),
		Attach: []clause.ID{"END-05", "END-02"}, First: period.MustParseInstant("2022-07-01 16:00"),
	}
	a.Choices.Regulatory = 1_000 * yen.Man
	q, err := scheme.Quote(a)
	if err != nil {
		t.Fatal(err)
	}
	p, err := q.Record("24-0001")
	if err != nil {
		t.Fatal(err)
	}
	by, err := premium.NewReduction(109, 152)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.UnderDeclared(by); err != nil {
		t.Fatal(err)
	}
	stored, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var terms coverage.Terms
	if err := json.Unmarshal(stored, &terms); err != nil {
		t.Fatal(err)
	}
	read, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(read)
	if err != nil || string(again) != string(stored) {
		t.Errorf("%v\n%s\n%s", err, stored, again)
	}
	var e *coverage.Error
	if _, err := read.UnderDeclared(premium.Reduction{}); !errors.As(err, &e) || e.Err != coverage.ErrTerms || e.Func != "UnderDeclared" {
		t.Errorf("the zero reduction: %v", err)
	}
	by.Ratio = yen.Percent(200)
	if _, err := read.UnderDeclared(by); !errors.As(err, &e) || e.Func != "UnderDeclared" || e.Path != "reduction.ratio" || e.Err != limits.ErrRatio {
		t.Errorf("a reduction above one: %v", err)
	}
	terms.Attached = nil
	if _, err := scheme.Record(terms); !errors.As(err, &e) || e.Err != coverage.ErrEndorsement || e.Func != "Record" || e.Path != "attached" {
		t.Errorf("a limit without its endorsement: %v", err)
	}
	if got := ids(read.Terms().Attached); got != "END-02 END-05" {
		t.Errorf("attached: %s", got)
	}
}

// TestCasesRefused tries terms that are not those of a policy of the scheme, and
// demands the path of the field.
func TestCasesRefused(t *testing.T) {
	f := caseFile{terms: fields{}}
	good := f.policy(t)
	for name, c := range map[string]struct {
		alter func(*coverage.Terms)
		path  string
		want  error
	}{
		"edition":    {func(x *coverage.Terms) { x.Edition = "JISA-2025" }, "edition", coverage.ErrTerms},
		"number":     {func(x *coverage.Terms) { x.Number = "" }, "number", coverage.ErrTerms},
		"spaces":     {func(x *coverage.Terms) { x.Number = "24 1" }, "number", coverage.ErrTerms},
		"long":       {func(x *coverage.Terms) { x.Number = strings.Repeat("1", 65) }, "number", coverage.ErrTerms},
		"period":     {func(x *coverage.Terms) { x.Period = period.Period{} }, "period", coverage.ErrTerms},
		"early":      {func(x *coverage.Terms) { x.Period = period.MustParse("2024-07-01 15:59 - 2025-07-01 16:00") }, "period", coverage.ErrTerms},
		"late":       {func(x *coverage.Terms) { x.Period = period.MustParse("2024-07-01 16:00 - 2025-07-01 16:01") }, "period", coverage.ErrTerms},
		"first":      {func(x *coverage.Terms) { x.First = period.MustParseInstant("2024-07-01 16:01") }, "first", coverage.ErrTerms},
		"unknown":    {func(x *coverage.Terms) { x.Attached = []clause.ID{"END-02", "END-08"} }, "attached[1]", coverage.ErrEndorsement},
		"regulatory": {func(x *coverage.Terms) { x.Attached = []clause.ID{"END-05"} }, "choices.regulatory", coverage.ErrEndorsement},
		"custody":    {func(x *coverage.Terms) { x.Choices.Custody = 1 }, "attached", coverage.ErrEndorsement},
		"reduction":  {func(x *coverage.Terms) { x.Reduction.Ratio = yen.Percent(101) }, "reduction.ratio", limits.ErrRatio},
		"declared":   {func(x *coverage.Terms) { x.Choices.Declared = yen.Percent(101) }, "choices.declared", limits.ErrRatio},
	} {
		terms := good.Terms()
		c.alter(&terms)
		var e *coverage.Error
		if _, err := good.Scheme().Record(terms); !errors.As(err, &e) || e.Func != "Record" || e.Path != c.path || e.Err != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
