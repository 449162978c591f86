// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
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
		Sales:   premium.Sales{Amount: yen.MustParse(c.Arg(1)), Basis: jisa2024.ITServicesSales, FiscalYear: 2024},
		Options: jisa2024.Standard(),
	}
	var r []coverage.Reading
	for _, word := range c.Args[2:] {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "request":
			a.Business, a.Certifications, a.Security, a.Legal, a.Losses = "IT", "ISMS", "CISO", "none", "none"
		case "basis":
			a.Sales.Basis = jisa2024.TotalSales
		case "fiscal":
			year, err := strconv.Atoi(value)
			if err != nil {
				t.Fatal(err)
			}
			a.Sales.FiscalYear = year
		case "discount", "other-discount":
			by := jisa2024.RiskDiscount(quoteRatio(t, value))
			if name == "other-discount" {
				by.Clause = "PRM-99"
			}
			a.Adjust = append(a.Adjust, by)
		default:
			quoteOption(t, word, &r, a.Options, &a.Attach)
		}
	}
	scheme := readEdition(t, r...)
	return scheme, a
}

// quoteOption reads a reading, an endorsement or an option.
func quoteOption(t *testing.T, word string, r *[]coverage.Reading, v option.Values, attach *[]clause.ID) {
	t.Helper()
	name, value, _ := strings.Cut(word, "=")
	switch {
	case strings.HasPrefix(word, "A"):
		*r = append(*r, coverage.Reading(word))
	case strings.HasPrefix(word, "END-"):
		*attach = append(*attach, clause.ID(word))
	case name == "declared":
		if r := quoteRatio(t, value); r != (yen.Ratio{}) { // in the files, 0% states nothing
			v[jisa2024.DeclaredRatio] = option.Ratio(r)
		}
	default:
		choose(t, v, word)
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

// quoteRefused returns the path of an error and the reason at its end.
func quoteRefused(t *testing.T, by string, err error) string {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Op != "coverage."+by {
		t.Fatalf("not a fault of %s: %v", by, err)
	}
	return "error " + f.Path + ": " + f.Reason.Error()
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
	if len(q.Missing()) > 0 {
		words = append(words, "missing")
		for _, m := range q.Missing() {
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
	if len(q.Missing()) == 0 && ja+en != "" ||
		len(q.Missing()) > 0 && (!strings.HasPrefix(ja, "お見積もり依頼書に未記入の項目があります：") || !strings.HasPrefix(en, "Still needed for a quotation: ")) {
		t.Errorf("missing: %q %q", ja, en)
	}
	for _, m := range q.Missing() {
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
		Edition: "JISA-2024", Number: "24-0001", Options: jisa2024.Standard(),
		Period: period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
	}
	var r []coverage.Reading
	for _, word := range c.Args {
		if value, ok := strings.CutPrefix(word, "period="); ok {
			terms.Period = period.MustParse(value)
			continue
		}
		quoteOption(t, word, &r, terms.Options, &terms.Attached)
	}
	scheme := readEdition(t, r...)
	terms.Readings = r
	p, err := scheme.Record(terms)
	if err != nil {
		return quoteRefused(t, "Record", err)
	}
	if got := p.Terms(); !maps.Equal(got.Options, terms.Options) || got.Period != terms.Period {
		t.Errorf("stated %+v, recorded %+v", terms, got)
	}
	return "recorded"
}

// TestQuoteOptions states every amount that a policy can state below zero, at
// zero, beyond the largest amount and at it, and demands the path of the option.
func TestQuoteOptions(t *testing.T) {
	scheme, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	attach := []clause.ID{"END-03", "END-04", "END-05"}
	for _, row := range jisa2024.Options() {
		if row.Unit == option.AsRatio {
			continue
		}
		deductible := row.ID == jisa2024.LiabilityDeductible
		for _, x := range []struct {
			amount yen.Amount
			ok     bool
		}{{-1, false}, {0, deductible}, {1, true}, {yen.Max, !deductible}, {yen.Max + 1, false}} {
			v := jisa2024.Standard().With(jisa2024.RegulatoryLimit, option.Yen(1)).With(row.ID, option.Yen(x.amount))
			_, quoteErr := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2024-06-03"), Options: v, Attach: attach})
			_, recordErr := scheme.Record(coverage.Terms{Edition: "JISA-2024", Number: "1", Options: v, Attached: attach,
				Period: period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")})
			for by, err := range map[string]error{"Quote": quoteErr, "Record": recordErr} {
				if x.ok {
					if err != nil {
						t.Errorf("%s: %s %d: %v", by, row.ID, x.amount, err)
					}
					continue
				}
				want := "coverage." + by + ": options." + string(row.ID) + ": " + strconv.Quote(x.amount.String()) + ": out of range"
				if err == nil || !strings.HasPrefix(err.Error(), want) {
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
	for last, reading := range []coverage.Reading{jisa2024.LastDayRefused, jisa2024.LastDayCovered} {
		scheme, err := jisa2024.New(reading)
		if err != nil {
			t.Fatal(err)
		}
		granted := map[period.Period]bool{}
		for day := period.MustParseDate("2024-05-01"); day.Compare(period.MustParseDate("2025-07-31")) < 0; day = nextDay(t, day) {
			if q, err := scheme.Quote(coverage.Application{Applied: day}); err == nil {
				granted[q.Membership.Period] = true
			}
		}
		if want := 12 + last; len(granted) != want { // the base period, and August to June
			t.Errorf("%d periods, want %d", len(granted), want)
		}
		end := period.MustParseInstant("2025-07-01 16:00")
		for day := period.MustParseDate("2024-06-01"); day.Compare(end.Date()) <= 0; day = nextDay(t, day) {
			for _, hour := range []string{"00:00", "00:01", "15:59", "16:00"} {
				p, err := period.New(period.MustParseInstant(day.String()+" "+hour), end)
				if err != nil {
					continue // at the end
				}
				_, err = scheme.Record(coverage.Terms{Edition: "JISA-2024", Number: "1", Readings: scheme.Readings().Readings(), Period: p})
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
	readings := []coverage.Reading{jisa2024.CostsOwnAndOverall, jisa2024.CostsOverallOnly, jisa2024.CostsOwnOnly}
	for _, costs := range readings {
		scheme, err := jisa2024.New(costs)
		if err != nil {
			t.Fatal(err)
		}
		schemes = append(schemes, scheme)
	}
	for range cases.Rounds(t) {
		k := rnd.IntN(len(schemes))
		costs, scheme := readings[k], schemes[k]
		v := option.Values{}
		state := func(id option.ID, a yen.Amount) yen.Amount {
			if a != 0 || id == jisa2024.LiabilityDeductible {
				v[id] = option.Yen(a)
			}
			return a
		}
		var referred, noted []clause.ID
		if a := state(jisa2024.LiabilityLimit, pick(0, 99_999_999, 100_000_000, 100_000_001)); a != 0 && a != 100_000_000 {
			referred = append(referred, "LIM-02")
		}
		if state(jisa2024.LiabilityDeductible, pick(0, 999_999, 1_000_000, 1_000_000)) != 1_000_000 {
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
		for id, limit := range map[clause.ID]option.ID{
			"LIM-07": jisa2024.AttackResponseLimit, "LIM-08": jisa2024.InvestigationLimit, "LIM-09": jisa2024.AdvisoryLimit,
			"LIM-10": jisa2024.RestorationLimit, "LIM-11": jisa2024.OtherResponseLimit,
			"LIM-12": jisa2024.RecurrencePreventionLimit, "LIM-14": jisa2024.ReputationalLimit,
		} {
			span(id, state(limit, pick(own...)))
		}
		if a := state(jisa2024.LitigationLimit, pick(0, 9_999_999, 10_000_000, 10_000_001)); a != 0 && a != 10_000_000 {
			referred = append(referred, "LIM-13")
		}
		if a := state(jisa2024.CostsLimit, pick(own...)); costs == jisa2024.CostsOverallOnly {
			span("LIM-16", a)
		} else if a != 0 && a != 100_000_000 {
			referred = append(referred, "LIM-16")
		}
		if rnd.IntN(8) == 0 {
			v[jisa2024.DeclaredRatio] = option.Ratio(yen.Percent(rnd.IntN(101)))
			referred = append(referred, "LIM-19")
		}
		if inside {
			noted = append(noted, "QUO-00")
		}
		a := coverage.Application{Applied: period.MustParseDate("2024-06-03"), Options: v, Sales: premium.Sales{Amount: 10 * yen.Oku}}
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
			t.Fatalf("%+v\nreferred %v, want %v\nnoted %v, want %v", v, gotReferred, referred, gotNoted, noted)
		}
		p, err := q.Record("24-0001")
		if err != nil || !maps.Equal(p.Terms().Options, v) {
			t.Fatalf("%+v: %v", v, err)
		}
	}
}

// TestCasesQuoteSettings demands the printed standard setting under each reading of
// the limits of the costs, and that its parts are the caller's own.
func TestCasesQuoteSettings(t *testing.T) {
	for r, want := range map[coverage.Reading]string{
		jisa2024.CostsOwnAndOverall:   "LIM-02 LIM-03, LIM-01, LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12 LIM-14, LIM-13",
		jisa2024.CostsOwnOnly:         "LIM-02 LIM-03, LIM-01, LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12 LIM-14, LIM-13",
		jisa2024.CostsOverallOnly:     "LIM-02 LIM-03, LIM-01, LIM-16, LIM-13",
		jisa2024.ReputationalAdvisory: "LIM-02 LIM-03, LIM-01, LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12, LIM-13",
	} {
		scheme, err := jisa2024.New(r)
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

// TestCasesBetween demands the note on sales between two rows of the table under
// each reading of them.
func TestCasesBetween(t *testing.T) {
	for r, want := range map[coverage.Reading]string{
		jisa2024.BetweenInterpolated: "the amount is interpolated (reading A26)",
		jisa2024.BetweenNextRow:      "the premium of the next row is used (reading A26)",
	} {
		scheme, err := jisa2024.New(r)
		if err != nil {
			t.Fatal(err)
		}
		q, err := scheme.Quote(coverage.Application{
			Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: 7 * yen.Oku}, Options: scheme.Standard(),
		})
		if err != nil {
			t.Fatal(err)
		}
		if s := q.Sheet().Text(language.English); !strings.Contains(s, want) {
			t.Errorf("%s: no %q in\n%s", r, want, s)
		}
	}
}

// TestPolicyStored records the policy of a quote, stores it as JSON and records
// what is read back: the same terms, and the same payment of the same claim.
func TestPolicyStored(t *testing.T) {
	scheme, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	a := coverage.Application{
		Company: "例示システム株式会社", Business: "IT", Applied: period.MustParseDate("2024-09-10"),
		Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024}, Options: scheme.Standard(),
		Attach: []clause.ID{"END-05", "END-02"}, First: period.MustParseInstant("2022-07-01 16:00"),
	}
	a.Options[jisa2024.RegulatoryLimit] = option.Yen(1_000 * yen.Man)
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
	if want := p.Terms(); !reflect.DeepEqual(terms, want) {
		t.Errorf("%+v, read as %+v", want, terms)
	}
	again, err := json.Marshal(read)
	if err != nil || string(again) != string(stored) {
		t.Errorf("%v\n%s\n%s", err, stored, again)
	}
	var e *fault.Error
	if _, err := read.UnderDeclared(premium.Reduction{}); !errors.As(err, &e) || e.Reason != fault.ErrMissing || e.Op != "coverage.UnderDeclared" {
		t.Errorf("the zero reduction: %v", err)
	}
	by.Ratio = yen.Percent(200)
	if _, err := read.UnderDeclared(by); !errors.As(err, &e) || e.Op != "coverage.UnderDeclared" || e.Path != "reduction.ratio" || e.Reason != fault.ErrRange {
		t.Errorf("a reduction above one: %v", err)
	}
	terms.Attached = nil
	if _, err := scheme.Record(terms); !errors.As(err, &e) || e.Reason != fault.ErrMisplaced || e.Op != "coverage.Record" || e.Path != "options.regulatory" {
		t.Errorf("a limit without its endorsement: %v", err)
	}
	if got := ids(read.Terms().Attached); got != "END-02 END-05" {
		t.Errorf("attached: %s", got)
	}
}

// TestPolicyOwnsOptions changes what it gave and what it was given, and demands that
// neither the scheme nor the policy changes.
func TestPolicyOwnsOptions(t *testing.T) {
	scheme, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	stated := scheme.Standard()
	q, err := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2024-06-03"), Options: stated})
	if err != nil {
		t.Fatal(err)
	}
	p, err := q.Record("24-0001")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []option.Values{stated, p.Terms().Options, scheme.Standard()} {
		v[jisa2024.LiabilityDeductible] = option.Yen(0)
	}
	q.Application.Options[jisa2024.LiabilityDeductible] = option.Yen(0)
	for _, v := range []option.Values{p.Terms().Options, scheme.Standard()} {
		if !maps.Equal(v, jisa2024.Standard()) {
			t.Errorf("changed to %v", v)
		}
	}
}

// TestPolicyEndorsed attaches an endorsement in the middle of a period. The history
// of the policy goes on.
func TestPolicyEndorsed(t *testing.T) {
	f := caseFile{terms: fields{}}
	before := f.policy(t)
	terms := before.Terms()
	terms.Attached, terms.Options[jisa2024.CustodyLimit] = []clause.ID{"END-03"}, option.Yen(3_000*yen.Man)
	after, err := before.Scheme().Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	assess := func(p coverage.Policy, head limits.Head, custody string, h coverage.History) coverage.Assessment {
		t.Helper()
		a, err := p.Assess(coverage.Claim{
			Number: "C-" + custody,
			Dates:  coverage.Dates{Made: period.MustParseMoment("2024-11-05")},
			Facts: fact.MustParse("it-services=yes unforeseen-accident=yes custody-property=" + custody).
				Over(fact.MustParse(cleared)).Else(p.Scheme().Defaults()),
			Items: []coverage.Item{{Head: head, Claimed: 7_000 * yen.Man, Accepted: yen.Exactly(7_000 * yen.Man)}},
		}, h)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	first := assess(before, jisa2024.Damages, "no", coverage.History{})
	second := assess(after, jisa2024.Custody, "yes", first.History)
	if first.Payment.Now != 6_900*yen.Man || second.Payment.Now != 3_000*yen.Man {
		t.Errorf("%v, then %v: %s", first.Payment.Now, second.Payment.Now, second.Text(language.English))
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
		want  *fault.Reason
	}{
		"edition":    {func(x *coverage.Terms) { x.Edition = "JISA-2025" }, "edition", fault.ErrScheme},
		"readings":   {func(x *coverage.Terms) { x.Readings = []coverage.Reading{jisa2024.DefenceClassical} }, "readings", fault.ErrScheme},
		"number":     {func(x *coverage.Terms) { x.Number = "" }, "number", fault.ErrMissing},
		"spaces":     {func(x *coverage.Terms) { x.Number = "24 1" }, "number", fault.ErrSyntax},
		"long":       {func(x *coverage.Terms) { x.Number = strings.Repeat("1", 65) }, "number", fault.ErrSyntax},
		"period":     {func(x *coverage.Terms) { x.Period = period.Period{} }, "period", fault.ErrMissing},
		"early":      {func(x *coverage.Terms) { x.Period = period.MustParse("2024-07-01 15:59 - 2025-07-01 16:00") }, "period", fault.ErrRange},
		"late":       {func(x *coverage.Terms) { x.Period = period.MustParse("2024-07-01 16:00 - 2025-07-01 16:01") }, "period", fault.ErrRange},
		"first":      {func(x *coverage.Terms) { x.First = period.MustParseInstant("2024-07-01 16:01") }, "first", fault.ErrOrder},
		"unknown":    {func(x *coverage.Terms) { x.Attached = []clause.ID{"END-02", "END-08"} }, "attached[1]", fault.ErrUnknown},
		"regulatory": {func(x *coverage.Terms) { x.Attached = []clause.ID{"END-05"} }, "options.regulatory", fault.ErrMissing},
		"custody":    {func(x *coverage.Terms) { x.Options[jisa2024.CustodyLimit] = option.Yen(1) }, "options.custody", fault.ErrMisplaced},
		"reduction":  {func(x *coverage.Terms) { x.Reduction.Ratio = yen.Percent(101) }, "reduction.ratio", fault.ErrRange},
		"declared":   {func(x *coverage.Terms) { x.Options[jisa2024.DeclaredRatio] = option.Ratio(yen.Percent(101)) }, "options.declared", fault.ErrRange},
	} {
		terms := good.Terms()
		c.alter(&terms)
		var e *fault.Error
		if _, err := good.Scheme().Record(terms); !errors.As(err, &e) || e.Op != "coverage.Record" || e.Path != c.path || e.Reason != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
