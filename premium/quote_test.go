// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

func part(t *testing.T, den int64) yen.Ratio {
	t.Helper()
	r, err := yen.NewRatio(1, den)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAdjustments(t *testing.T) {
	tariff := tariffOf(t, plain())
	discount := premium.Adjustment{Clause: "D", Rate: yen.Percent(30)}
	loading := premium.Adjustment{Clause: "L", Rate: yen.Percent(250)}
	for _, c := range []struct {
		adjust []premium.Adjustment
		want   yen.Amount
		faults string
	}{
		// 1,000 x 70% = 700; 700 x 350% = 2,450, up to 2,500. The tariff gives the order.
		{[]premium.Adjustment{discount, loading}, 2_500, ""},
		{[]premium.Adjustment{loading, discount}, 2_500, ""},
		{[]premium.Adjustment{loading}, 3_500, ""},
		{[]premium.Adjustment{{Clause: "D"}}, 1_000, ""},
		{[]premium.Adjustment{discount, loading, discount}, 0, "adjust[2].clause duplicate"},
		{[]premium.Adjustment{{Clause: "X", Rate: yen.Percent(1)}, {}}, 0, "adjust[0].clause unknown, adjust[1].clause unknown"},
		{[]premium.Adjustment{{Clause: "D", Rate: yen.Percent(31)}}, 0, "adjust[0].rate range"},
		{[]premium.Adjustment{discount, {Clause: "L", Rate: yen.Percent(-1)}}, 0, "adjust[1].rate range"},
		{[]premium.Adjustment{{Clause: "L", Rate: yen.Percent(251)}}, 0, "adjust[0].rate range"},
		{[]premium.Adjustment{{Clause: "S"}}, 0, "adjust[0].clause unknown"}, // a step of another kind
	} {
		risk := premium.Risk{Sales: premium.Sales{Amount: 1}, Adjust: c.adjust}
		q, err := tariff.Quote(risk)
		if got := told(t, "premium.Quote", err); q.Total != c.want || q.Adjusted != c.want || got != c.faults || q.Indicative {
			t.Errorf("%v: %+v, %s", c.adjust, q, got)
		}
		s, err := tariff.Sheet(risk)
		if got := told(t, "premium.Sheet", err); s.Total() != c.want || got != c.faults {
			t.Errorf("%v: %v, %s", c.adjust, s.Total(), got)
		}
	}
}

// Every fault of a risk is told, whether or not there is a premium; a text of it
// says what is accepted.
func TestQuoteFaults(t *testing.T) {
	tariff := tariffOf(t, plain())
	risk := premium.Risk{
		Sales:  premium.Sales{Amount: -1, Basis: "sales"},
		Term:   premium.Term{Months: 13},
		Adjust: []premium.Adjustment{{Clause: "X"}, {Clause: "D", Rate: yen.Percent(50)}},
	}
	_, err := tariff.Quote(risk)
	const want = "sales.amount range, sales.basis conflict, term.months range, adjust[0].clause unknown, adjust[1].rate range"
	if got := told(t, "premium.Quote", err); got != want {
		t.Errorf("got %s", got)
	}
	if got := fault.All(err)[4].Error(); got != `premium.Quote: adjust[1].rate: "50%": out of range (0-30%)` {
		t.Error(got)
	}
	for _, sales := range []yen.Amount{-1, math.MinInt64} {
		if _, err := tariff.Annual(sales); told(t, "premium.Annual", err) != " range" {
			t.Error(err)
		}
	}
	// The basis of sales that are not stated is ignored, and an unknown one taken to
	// be that of the tariff.
	if _, err := tariff.Quote(premium.Risk{Sales: premium.Sales{Basis: "sales"}}); !errors.Is(err, fault.ErrNotStated) {
		t.Error(err)
	}
	for _, basis := range []string{"", "payroll"} {
		if q, err := tariff.Quote(premium.Risk{Sales: premium.Sales{Amount: 1, Basis: basis}}); err != nil || q.Total != 1_000 {
			t.Error(q, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	fine := part(t, math.MaxInt64)
	r := plain()
	r.Tables[0].Exact = true
	for i := range r.Steps {
		r.Steps[i].Exact, r.Steps[i].To = true, yen.Rounding{}
	}
	r.Steps = append(r.Steps, premium.Step{To: yen.Up.To(1)})
	exact, rounded := tariffOf(t, r), tariffOf(t, plain())
	r.Steps[3].To = yen.Up.To(yen.Max)
	coarse := tariffOf(t, r)
	r = plain()
	r.Steps[2] = premium.Step{}
	r.Steps[0] = premium.Step{Clause: clause.Clause{ID: "L0"}, Kind: premium.Loading, Most: fine, Exact: true}
	r.Steps[2].Kind, r.Steps[2].To = premium.ByDays, yen.Up.To(1)
	r.Steps = append(r.Steps, premium.Step{})
	r.Steps[1].Exact, r.Steps[1].To = true, yen.Rounding{}
	daily := tariffOf(t, r)
	for _, c := range []struct {
		name   string
		tariff premium.Tariff
		risk   premium.Risk
		want   string
	}{
		{"a loading", rounded, premium.Risk{Sales: premium.Sales{Amount: yen.Max},
			Adjust: []premium.Adjustment{{Clause: "L", Rate: yen.Percent(250)}}}, "adjust[0].rate overflow"},
		{"a rounding", coarse, premium.Risk{Sales: premium.Sales{Amount: yen.Max},
			Adjust: []premium.Adjustment{{Clause: "L", Rate: part(t, 1_000_000_000_000_000)}}}, "adjust[0].rate overflow"},
		{"a fraction", exact, premium.Risk{Sales: premium.Sales{Amount: 12_345},
			Adjust: []premium.Adjustment{{Clause: "L", Rate: fine}, {Clause: "D", Rate: part(t, 999_983)}}}, "adjust[0].rate overflow"},
		{"a fraction of a day", daily, premium.Risk{Sales: premium.Sales{Amount: 1}, Term: premium.Term{Days: 7, YearDays: 365},
			Adjust: []premium.Adjustment{{Clause: "L0", Rate: fine}}}, "term overflow"},
	} {
		_, err := c.tariff.Quote(c.risk)
		if got := told(t, "premium.Quote", err); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	// What fits is exact: 1,000 yen and a 2^63rd of it, up.
	if q, err := exact.Quote(premium.Risk{Sales: premium.Sales{Amount: 1},
		Adjust: []premium.Adjustment{{Clause: "L", Rate: fine}}}); err != nil || q.Total != 1_001 {
		t.Error(q, err)
	}
	// Rounding to 1,000兆円 is the largest premium.
	if q, err := coarse.Quote(premium.Risk{Sales: premium.Sales{Amount: 1}}); err != nil || q.Total != yen.Max {
		t.Error(q, err)
	}
}

func TestTerms(t *testing.T) {
	// 3,600 for a year
	charge := func(by premium.Kind, rows ...premium.ShortRow) premium.Tariff {
		return tariffOf(t, premium.Rules{
			Tables: []premium.Table{{Between: premium.OnRow, Rows: []premium.Row{{At: 1, Annual: 3_600}}}},
			Steps:  []premium.Step{{Kind: by, ShortRates: rows}},
		})
	}
	days, both := premium.ShortRow{Days: 7, Rate: yen.Percent(10)}, premium.ShortRow{Months: 6, Rate: yen.Percent(70)}
	for _, c := range []struct {
		tariff premium.Tariff
		term   premium.Term
		want   yen.Amount
		fault  string
	}{
		{charge(premium.ByMonths), premium.Term{}, 3_600, ""},
		{charge(premium.ByMonths), premium.Term{Months: 9}, 2_700, ""},
		{charge(premium.ByMonths), premium.Term{Months: 12, Days: 364, YearDays: 365}, 3_600, ""},
		{charge(premium.ByMonths), premium.Term{Months: 11, Days: 365, YearDays: 365}, 3_600, ""},
		{charge(premium.ByMonths), premium.Term{Days: 20}, 0, `term.months: "0": out of range (1-12)`},
		{charge(premium.ByMonths), premium.Term{Months: 13}, 0, `term.months: "13": out of range (1-12)`},
		{charge(premium.ByDays), premium.Term{Days: 73, YearDays: 365}, 720, ""},
		{charge(premium.ByDays), premium.Term{Days: 366, YearDays: 365}, 0, `term.days: "366": out of range (1-365)`},
		{charge(premium.ByDays), premium.Term{YearDays: 365}, 0, `term.days: "0": out of range (1-365)`},
		{charge(premium.ByDays), premium.Term{Days: 73}, 0, `term.yearDays: "0": out of range (1-366)`},
		{charge(premium.ByFullYear), premium.Term{Months: -1}, 3_600, ""},
		{charge(premium.ByShortRate, days, both), premium.Term{Days: 7}, 360, ""},
		{charge(premium.ByShortRate, days, both), premium.Term{Months: 1, Days: 7}, 360, ""},
		{charge(premium.ByShortRate, days, both), premium.Term{Months: 1, Days: 8}, 2_520, ""},
		{charge(premium.ByShortRate, days, both), premium.Term{Months: 6}, 2_520, ""},
		{charge(premium.ByShortRate, days, both), premium.Term{Days: 8}, 0, `term.months: "0": out of range (1-6)`},
		{charge(premium.ByShortRate, days, both), premium.Term{Months: 7}, 0, `term.months: "7": out of range (1-6)`},
		{charge(premium.ByShortRate, days, both), premium.Term{YearDays: 365}, 0, `term.months: "0": out of range (1-12)`},
		{charge(premium.ByShortRate, days, both), premium.Term{Months: 1, Days: 32}, 0, `term.days: "32": out of range (1-31)`},
		{charge(premium.ByShortRate, days, both), premium.Term{Months: 1, Days: -1}, 0, `term.days: "-1": out of range (1-31)`},
		{charge(premium.ByShortRate, days), premium.Term{Months: 1, Days: 9}, 0, `term.days: "9": out of range (1-7)`},
	} {
		q, err := c.tariff.Quote(premium.Risk{Sales: premium.Sales{Amount: 1}, Term: c.term})
		got := ""
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "premium.Quote: ")
		}
		if q.Total != c.want || got != c.fault || err == nil && (q.Adjusted != 3_600 || q.Term != c.term) {
			t.Errorf("%+v: %+v, %s", c.term, q, got)
		}
	}
}

func TestSheet(t *testing.T) {
	r := plain()
	r.Tables[0].Rows = []premium.Row{{At: 3, Annual: 1_001, Clause: "T-1"}, {At: 10, Annual: 1_101, Clause: "T-2"}}
	r.Tables[0].BetweenClause = clause.Clause{ID: "T-B"}
	r.Tables[0].Exact, r.Tables[0].To = true, yen.Rounding{}
	r.Steps = append(r.Steps, premium.Step{Clause: clause.Clause{ID: "E", JA: "端数", EN: "fraction"}, To: yen.HalfUp.To(1)})
	r.Notes = []clause.Note{
		{EN: "always"}, {Clause: "B", EN: "basis"}, {Clause: "T-B", EN: "between"}, {Clause: "D", EN: "discount"}, {Clause: "L", EN: "loading"},
	}
	tariff := tariffOf(t, r)
	for _, c := range []struct {
		risk premium.Risk
		want []string
	}{
		// 1,001 + 100 x 4/7 = 1,058.14, and 10% of it
		{premium.Risk{Sales: premium.Sales{Amount: 7}, Term: premium.Term{Months: 1, Days: 7}}, []string{
			"Annual, sales ¥3 1001", "Interpolated for ¥4 above the ¥3 row 1058", "Short rate for up to 7 days: 10% 105",
			"closes Premium", "always", "basis", "between"}},
		// 1,001 + 100 x 6/7 = 1,086.71
		{premium.Risk{Sales: premium.Sales{Amount: 9}}, []string{
			"Annual, sales ¥3 1001", "Interpolated for ¥6 above the ¥3 row 1086", "Rounded half up to ¥1 1087",
			"closes Premium", "always", "basis", "between"}},
		{premium.Risk{Sales: premium.Sales{Amount: 10}, Term: premium.Term{Months: 1},
			Adjust: []premium.Adjustment{{Clause: "L", Rate: yen.Percent(10)}, {Clause: "D"}}}, []string{
			"Annual, sales ¥10 1101", "Loss loading 10% 1211", "Rounded up to ¥100 1300", "Short rate for up to 6 months: 70% 910",
			"closes Premium", "always", "basis", "loading"}},
	} {
		s, err := tariff.Sheet(c.risk)
		var got []string
		for l := range s.Lines() {
			got = append(got, l.EN+" "+strings.NewReplacer(",", "", "円", "").Replace(l.Total.Grouped()))
		}
		got = append(got, "closes "+s.Closing().EN)
		for n := range s.Notes() {
			got = append(got, n.EN)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("got %q, %v\nwant %q", got, err, c.want)
		}
	}
	if _, err := tariff.Sheet(premium.Risk{Sales: premium.Sales{Amount: 11}}); !errors.Is(err, fault.ErrAbove) {
		t.Error(err)
	}
	daily := tariffOf(t, premium.Rules{
		Indicative: clause.Clause{ID: "I"},
		Tables:     []premium.Table{{Between: premium.NextRow, Rows: r.Tables[0].Rows}},
		Steps:      []premium.Step{{Kind: premium.ByDays}, {Clause: clause.Clause{ID: "M"}}},
	})
	s, err := daily.Sheet(premium.Risk{Sales: premium.Sales{Amount: 4}, Term: premium.Term{Days: 1, YearDays: 365}})
	const want = "売上高10円（次の行） 1,101円 T-2|日割 1/365日 3円 |概算保険料"
	var got []string
	for l := range s.Lines() {
		got = append(got, l.JA+" "+l.Total.Grouped()+" "+string(l.Clause))
	}
	if got = append(got, s.Closing().JA); err != nil || strings.Join(got, "|") != want {
		t.Errorf("got %s, %v", strings.Join(got, "|"), err)
	}
}

func TestReduction(t *testing.T) {
	tariff := tariffOf(t, plain())
	sales := func(amount yen.Amount, basis string, year int) premium.Sales {
		return premium.Sales{Amount: amount, Basis: basis, FiscalYear: year}
	}
	for _, c := range []struct {
		declared, actual premium.Sales
		want             string
	}{
		{sales(1, "", 0), sales(2_000, "payroll", 0), "1000/2998 true"},
		{sales(2, "", 2024), sales(1, "", 2024), "100% false"},
		{sales(0, "", 0), sales(0, "", 0), "100% false"},
		{sales(1, "sales", 2024), sales(yen.Max+1, "", 2023),
			"declared.sales.basis conflict, actual.sales.amount range, actual.sales.fiscalYear conflict"},
		{sales(-1, "", 0), sales(1, "sales", 0), "declared.sales.amount range, actual.sales.basis conflict"},
	} {
		r, err := tariff.Reduction(premium.Risk{Sales: c.declared}, premium.Risk{Sales: c.actual})
		got := told(t, "premium.Reduction", err)
		if err == nil {
			got = r.Ratio.String() + map[bool]string{true: " true", false: " false"}[r.BetweenRows]
		}
		if got != strings.Replace(c.want, "1000/2998", "500/1499", 1) {
			t.Errorf("%v of %v: %s, want %s", c.declared, c.actual, got, c.want)
		}
	}
	r := plain()
	r.Tables[0].Rows[0].At, r.Tables[0].Rows[1].At = 10, 20
	tariff = tariffOf(t, r)
	for _, c := range []struct {
		declared, actual yen.Amount
		want             error
	}{{0, 10, fault.ErrNotStated}, {10, 0, fault.ErrNotStated}, {9, 10, fault.ErrBelow}, {10, 21, fault.ErrAbove}} {
		_, err := tariff.Reduction(premium.Risk{Sales: premium.Sales{Amount: c.declared}}, premium.Risk{Sales: premium.Sales{Amount: c.actual}})
		if f, ok := errors.AsType[*fault.Error](err); !ok || f.Reason != c.want || f.JA == "" || f.Path != "declared.sales.amount" && f.Path != "actual.sales.amount" {
			t.Errorf("%v of %v: %v", c.declared, c.actual, err)
		}
	}
	if _, err := premium.NewReduction(0, yen.Max+1); told(t, "premium.NewReduction", err) != "declaredPremium range, actualPremium range" {
		t.Error(err)
	}
	if r, err := premium.NewReduction(120, 90); err != nil || r.Ratio != yen.Percent(100) {
		t.Error(r, err)
	}
}

// What a quote is made of reads back to an equal value.
func TestJSON(t *testing.T) {
	q, err := tariffOf(t, plain()).Quote(premium.Risk{Sales: premium.Sales{Amount: 7}, Term: premium.Term{Months: 3, Days: 91, YearDays: 365}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(q)
	const want = `{"sales":7,"price":{"annual":1005,"origin":"interpolated","low":1,"high":1000000000000000},` +
		`"adjusted":1005,"term":{"months":3,"days":91,"yearDays":365},"total":703,"indicative":false}`
	if err != nil || string(b) != want {
		t.Errorf("got %s, %v", b, err)
	}
	var back premium.Quote
	if err := json.Unmarshal(b, &back); err != nil || back != q {
		t.Errorf("read back as %+v, %v", back, err)
	}
}

func TestNoAllocation(t *testing.T) {
	tariff := tariffOf(t, plain())
	if n := testing.AllocsPerRun(100, func() {
		q, err := tariff.Quote(premium.Risk{
			Sales:  premium.Sales{Amount: 7 * yen.Oku, Basis: "payroll"},
			Term:   premium.Term{Months: 3, Days: 91, YearDays: 365},
			Adjust: []premium.Adjustment{{Clause: "L", Rate: yen.Percent(10)}, {Clause: "D", Rate: yen.Percent(5)}},
		})
		if err != nil || q.Total == 0 {
			t.Fatal(q, err)
		}
	}); n != 0 {
		t.Errorf("a quote allocates %v times", n)
	}
}
