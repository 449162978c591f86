// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

func TestZeroValues(t *testing.T) {
	if _, err := (premium.Table{}).Annual(5 * yen.Oku); !errors.Is(err, premium.ErrTable) {
		t.Error(err)
	}
	var none premium.Tariff
	if _, err := none.Quote(5*yen.Oku, premium.Term{}); !errors.Is(err, premium.ErrTariff) {
		t.Error(err)
	}
	if _, err := none.Reduction(premium.Sales{}, premium.Sales{}); !errors.Is(err, premium.ErrTariff) {
		t.Error(err)
	}
	if (&premium.Error{}).Error() == "" {
		t.Error("an error without a reason says nothing")
	}
	if none.Clauses() != nil || none.Term(9, 273, 365) != (premium.Term{}) {
		t.Error("the zero tariff has rules")
	}
	if _, err := none.Table().Annual(0); !errors.Is(err, premium.ErrTable) {
		t.Error(err)
	}
	var q premium.Quote
	if s := q.Sheet(); s.Total() != 0 || s.Text(language.English) == "" || q.Indicative || q.Term != (premium.Term{}) {
		t.Errorf("the zero quote: %v", s)
	}
	if r := (&premium.Referral{}); r.Error() == "" || r.Text(language.English) == "" || r.Code() != "" {
		t.Error("a referral without a reason says nothing, or has a code")
	}
	for _, r := range []premium.Readings{{Between: 3}, {Term: 4}, {Basis: 2}} {
		if premium.JISA2024(r) != none {
			t.Errorf("%v: there is no such reading", r)
		}
	}
}

func TestNewTable(t *testing.T) {
	row := func(sales, annual yen.Amount) premium.Row { return premium.Row{Sales: sales, Annual: annual} }
	ten := yen.HalfUp.To(10)
	for name, rows := range map[string][]premium.Row{
		"no rows":             {},
		"no sales":            {row(0, 10)},
		"sales below zero":    {row(-1, 10)},
		"no premium":          {row(1, 0)},
		"premium below zero":  {row(1, -10)},
		"sales stay":          {row(1, 10), row(1, 20)},
		"sales fall":          {row(2, 10), row(1, 20)},
		"premium falls":       {row(1, 20), row(2, 10)},
		"sales too large":     {row(yen.Max+1, 10)},
		"premium too large":   {row(1, yen.Max+10)},
		"finer than rounding": {row(1, 10), row(2, 15)},
		"first row finer":     {row(1, 5), row(2, 10)},
	} {
		if table, err := premium.NewTable(premium.Linear, ten, rows...); !errors.Is(err, premium.ErrTable) {
			t.Errorf("%s: %v, %v", name, table, err)
		}
	}
	if _, err := premium.NewTable(premium.Linear, yen.HalfUp.To(0), row(1, 10)); !errors.Is(err, premium.ErrTable) {
		t.Error(err)
	}
	if _, err := premium.NewTable(premium.NotBetween+1, ten, row(1, 10)); !errors.Is(err, premium.ErrTable) {
		t.Error(err)
	}
	// Without a line there is no rounding to be finer than.
	if _, err := premium.NewTable(premium.NextRow, ten, row(1, 15)); err != nil {
		t.Error(err)
	}
	// The table keeps no slice of the caller.
	rows := []premium.Row{row(100, 10), row(200, 20)}
	table, err := premium.NewTable(premium.Linear, ten, rows...)
	if err != nil {
		t.Fatal(err)
	}
	rows[0] = row(1, 1)
	if p, err := table.Annual(100); err != nil || p.Annual != 10 {
		t.Error(p, err)
	}
	// The largest sales and premiums.
	table, err = premium.NewTable(premium.Linear, ten, row(1, 10), row(yen.Max, yen.Max))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := table.Annual(yen.Max - 1); err != nil || p.Annual != yen.Max {
		t.Error(p, err)
	}
}

// rules returns a tariff of another insurer: one row, a discount, a loading.
func rules(t *testing.T) premium.Rules {
	t.Helper()
	table, err := premium.NewTable(premium.Linear, yen.Rounding{}, premium.Row{Sales: 1, Annual: 1_000, Clause: "T-1"}, premium.Row{Sales: yen.Max, Annual: yen.Max, Clause: "T-2"})
	if err != nil {
		t.Fatal(err)
	}
	return premium.Rules{
		Table: table,
		Adjustments: []premium.AdjustmentRule{
			{Clause: clause.Clause{ID: "D", JA: "認証割引", EN: "certification discount"}, Kind: premium.Discount, Most: yen.Percent(30)},
			{Clause: clause.Clause{ID: "L", JA: "事故割増", EN: "loss loading"}, Kind: premium.Loading, Most: yen.Percent(250)},
		},
		AdjustedTo: yen.Up.To(100),
		ShortRates: []premium.ShortRow{{Months: 0, Days: 7, Rate: yen.Percent(10)}, {Months: 6, Days: 0, Rate: yen.Percent(70)}},
	}
}

func TestNewTariff(t *testing.T) {
	for name, change := range map[string]func(*premium.Rules){
		"no table":             func(r *premium.Rules) { r.Table = premium.Table{} },
		"unknown term":         func(r *premium.Rules) { r.TermBy = premium.ByFullYear + 1 },
		"unknown basis":        func(r *premium.Rules) { r.Basis = premium.TotalSales + 1 },
		"no unit":              func(r *premium.Rules) { r.TermTo = yen.Up.To(0) },
		"no unit to adjust to": func(r *premium.Rules) { r.AdjustedTo = yen.Up.To(-5) },
		"same id":              func(r *premium.Rules) { r.Adjustments[1].Clause.ID = "D" },
		"unknown kind":         func(r *premium.Rules) { r.Adjustments[1].Kind = premium.Loading + 1 },
		"rate below zero":      func(r *premium.Rules) { r.Adjustments[0].Most = yen.Percent(-1) },
		"more than all":        func(r *premium.Rules) { r.Adjustments[0].Most = yen.Percent(101) },
		"nine adjustments": func(r *premium.Rules) {
			for _, id := range "ABCEFGH" {
				r.Adjustments = append(r.Adjustments, premium.AdjustmentRule{Clause: clause.Clause{ID: clause.ID(id)}})
			}
		},
		"short rates stay":        func(r *premium.Rules) { r.ShortRates[1].Months, r.ShortRates[1].Days = 0, 7 },
		"short rates get shorter": func(r *premium.Rules) { r.ShortRates[1].Months, r.ShortRates[1].Days = 0, 6 },
		"short rates fall":        func(r *premium.Rules) { r.ShortRates[1].Rate = yen.Percent(9) },
		"short rate above one":    func(r *premium.Rules) { r.ShortRates[1].Rate = yen.Percent(101) },
		"short rate of 32 days":   func(r *premium.Rules) { r.ShortRates[1].Days = 32 },
		"short rate of -1 days":   func(r *premium.Rules) { r.ShortRates[1].Days = -1 },
		"short rate of no time":   func(r *premium.Rules) { r.ShortRates[0].Days = 0 },
		"short rate below zero":   func(r *premium.Rules) { r.ShortRates[0].Rate = yen.Percent(-1) },
	} {
		r := rules(t)
		change(&r)
		if tariff, err := premium.New(r); !errors.Is(err, premium.ErrTariff) || tariff != (premium.Tariff{}) {
			t.Errorf("%s: %v, %v", name, tariff, err)
		}
	}
	r := rules(t)
	tariff, err := premium.New(r)
	if err != nil {
		t.Fatal(err)
	}
	r.Adjustments[0].Clause.ID, r.ShortRates[0].Days = "X", 0
	if _, err := tariff.Quote(1, premium.ShortRate(0, 7), premium.Adjustment{Clause: "D", Rate: yen.Percent(1)}); err != nil {
		t.Errorf("the tariff keeps a slice of the caller: %v", err)
	}
}

func TestAdjustments(t *testing.T) {
	tariff, err := premium.New(rules(t))
	if err != nil {
		t.Fatal(err)
	}
	discount := premium.Adjustment{Clause: "D", Rate: yen.Percent(30)}
	loading := premium.Adjustment{Clause: "L", Rate: yen.Percent(250)}
	quote := func(a ...premium.Adjustment) yen.Amount {
		t.Helper()
		q, err := tariff.Quote(1, premium.Term{}, a...)
		if err != nil || q.Sheet().Total() != q.Total || q.Indicative {
			t.Errorf("%v: %v, %v", a, q, err)
		}
		return q.Total
	}
	// 1,000 x 70% = 700; 700 x 350% = 2,450, up to 2,500. The rules give the order.
	if a, b := quote(discount, loading), quote(loading, discount); a != 2_500 || b != 2_500 {
		t.Errorf("got %v and %v", a, b)
	}
	if got := quote(loading); got != 3_500 {
		t.Errorf("got %v", got)
	}
	for name, a := range map[string][]premium.Adjustment{
		"twice":   {discount, discount},
		"unknown": {{Clause: "X", Rate: yen.Percent(1)}},
		"none":    {{}},
	} {
		if q, err := tariff.Quote(1, premium.Term{}, a...); !errors.Is(err, premium.ErrAdjustment) || q != (premium.Quote{}) {
			t.Errorf("%s: %v, %v", name, q, err)
		}
	}
	for name, a := range map[string]premium.Adjustment{
		"above":         {Clause: "D", Rate: yen.Percent(31)},
		"below zero":    {Clause: "L", Rate: yen.Percent(-1)},
		"loading above": {Clause: "L", Rate: yen.Percent(251)},
	} {
		if q, err := tariff.Quote(1, premium.Term{}, a); !errors.Is(err, premium.ErrRate) || q != (premium.Quote{}) {
			t.Errorf("%s: %v, %v", name, q, err)
		}
	}
	if _, err := tariff.Quote(yen.Max, premium.Term{}, loading); !errors.Is(err, premium.ErrPremium) {
		t.Error(err)
	}
	if _, err := tariff.Quote(1, premium.ShortRate(6, 1)); !errors.Is(err, premium.ErrTerm) {
		t.Error(err)
	}
}

func TestSheet(t *testing.T) {
	edition := premium.JISA2024(premium.Readings{})
	q, err := edition.Quote(500_020_014, premium.Months(7), premium.RiskDiscount(yen.Percent(10)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for l := range q.Sheet().Lines() {
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
	if got, want := q.Sheet().Closing(), (clause.Note{Clause: "PRM-17", JA: "概算保険料", EN: "Indicative premium"}); got != want {
		t.Errorf("closes with %v, want %v", got, want)
	}
	var notes []clause.ID
	for n := range q.Sheet().Notes() {
		notes = append(notes, n.Clause)
	}
	if !slices.Equal(notes, []clause.ID{"PRM-15", "PRM-12", "PRM-13", "PRM-14", "PRM-15", "PRM-17", "PRM-17"}) {
		t.Errorf("notes %v", notes)
	}
	// Every clause that a worksheet cites is one of the tariff's.
	known := map[clause.ID]bool{}
	for _, c := range edition.Clauses() {
		if known[c.ID] || c.ID == "" || c.JA == "" || c.EN == "" || c.Source == "" {
			t.Errorf("clause %v stands twice or is not whole", c)
		}
		known[c.ID] = true
	}
	for l := range q.Sheet().Lines() {
		if !known[l.Clause] {
			t.Errorf("unknown clause %s", l.Clause)
		}
	}
	for _, id := range notes {
		if !known[id] {
			t.Errorf("unknown clause %s", id)
		}
	}
	// Another scheme may leave clauses out.
	bare, err := premium.New(rules(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range bare.Clauses() {
		if c.ID == "" || c.EN == "" || strings.ContainsAny(c.EN[:1], " ,") {
			t.Errorf("clause %q", c)
		}
	}
	// A full-year premium on a printed row is one line, and has no note on steps
	// that were not taken.
	if q, err = edition.Quote(5*yen.Oku, premium.Term{}); err != nil {
		t.Fatal(err)
	}
	lines := slices.Collect(q.Sheet().Lines())
	if len(lines) != 1 || lines[0].Clause != "PRM-01" || len(slices.Collect(q.Sheet().Notes())) != 4 {
		t.Errorf("got %v", q.Sheet().Text(language.English))
	}
	// The other ways are written out too.
	next := premium.JISA2024(premium.Readings{Between: premium.NextRow, Basis: premium.TotalSales})
	if q, err = next.Quote(7*yen.Oku, premium.ShortRate(9, 0)); err != nil {
		t.Fatal(err)
	}
	text := q.Sheet().Text(language.English)
	for _, part := range []string{
		"PRM-02", "Annual premium, sales ¥1,000,000,000 (the next row)", "Short rate for up to 9 months: 85%",
		"based on the total sales of", "the premium of the next row is used (reading A26)",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}

func TestTexts(t *testing.T) {
	edition := premium.JISA2024(premium.Readings{Between: premium.NotBetween})
	for sales, want := range map[yen.Amount][2]string{
		0: {"売上高のご申告がありません。直近の確定した会計年度の売上高をご申告ください。",
			"Sales are not stated. State the sales of the latest confirmed fiscal year."},
		1: {"売上高5億円未満の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for sales below ¥500,000,000. Ask the agent for the premium."},
		101 * yen.Oku: {"売上高100億円超の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for sales above ¥10,000,000,000. Ask the agent for the premium."},
		7 * yen.Oku: {"売上高が保険料表の行と行の間にあります（次の行は10億円）。保険料は、取扱代理店にご確認ください。",
			"The sales are between two rows of the premium table (the next row is ¥1,000,000,000). Ask the agent for the premium."},
	} {
		_, err := edition.Quote(sales, premium.Term{})
		r, ok := errors.AsType[*premium.Referral](err)
		if !ok || r.Sales != sales || r.Clause == "" {
			t.Fatal(err)
		}
		if got := [2]string{r.Text(language.Japanese), r.Text(language.English)}; got != want {
			t.Errorf("got %q\nwant %q", got, want)
		}
	}
	for sales, want := range map[yen.Amount][2]string{
		0:             {"PRM-15", "premium: sales are not stated"},
		1:             {"PRM-01", "premium: sales below the table: 1円, the bound is 5億円"},
		101 * yen.Oku: {"PRM-11", "premium: sales above the table: 101億円, the bound is 100億円"},
		7 * yen.Oku:   {"PRM-02", "premium: sales between two rows of the table: 7億円, the bound is 10億円"},
	} {
		_, err := edition.Quote(sales, premium.Term{})
		if r, ok := errors.AsType[*premium.Referral](err); !ok || string(r.Clause) != want[0] || r.Error() != want[1] {
			t.Errorf("%v: got %+v, want %v", sales, err, want)
		}
	}
	// A table knows no clause of a sales basis; the tariff does, also for a ratio.
	_, err := edition.Table().Annual(0)
	if r, ok := errors.AsType[*premium.Referral](err); !ok || r.Clause != "" || r.Bound != 0 {
		t.Errorf("got %+v", err)
	}
	_, err = edition.Reduction(premium.Sales{}, premium.Sales{Amount: 1})
	if r, ok := errors.AsType[*premium.Referral](err); !ok || r.Clause != "PRM-15" {
		t.Errorf("got %+v", err)
	}
	for got, want := range map[string]string{
		premium.Term{}.Text(language.Japanese):           "年額",
		premium.Term{}.String():                          "full year",
		premium.Months(9).Text(language.Japanese):        "月割 9/12か月",
		premium.Months(1).String():                       "pro rata by month 1/12",
		premium.Days(273, 365).Text(language.Japanese):   "日割 273/365日",
		premium.Days(273, 365).String():                  "pro rata by day 273/365",
		premium.ShortRate(9, 0).Text(language.Japanese):  "短期率 9か月まで",
		premium.ShortRate(0, 15).Text(language.Japanese): "短期率 15日まで",
		premium.ShortRate(1, 2).String():                 "short rate for up to 1 month 2 days",
		premium.ShortRate(1, 2).Text(language.Japanese):  "短期率 1か月2日まで",
		premium.ShortRate(0, 0).String():                 "short rate for up to 0 months",
		premium.Published.Text(language.Japanese):        "表の金額",
		premium.Interpolated.Text(language.English):      "interpolated between two rows",
		premium.FromNextRow.Text(language.English):       "premium of the next row",
		premium.Origin(9).Text(language.English):         "%!Origin(9)",
		premium.Basis(9).Text(language.English):          "%!Basis(9)",
		premium.ITServices.String():                      "it-services",
		premium.TotalSales.String():                      "total",
		premium.Origin(0).String():                       "",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	_, err = edition.Quote(-1, premium.Term{})
	if e, ok := errors.AsType[*premium.Error](err); !ok || e.Error() != `premium.Annual: "-1円": sales out of range` {
		t.Error(err)
	}
}

func TestJSON(t *testing.T) {
	q, err := premium.JISA2024(premium.Readings{}).Quote(7*yen.Oku, premium.Months(9))
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(q)
	const want = `{"sales":700000000,"price":{"annual":1262000,"origin":"interpolated","low":500000000,"high":1000000000},"adjusted":1262000,"term":"pro rata by month 9/12","total":946500,"indicative":true}`
	if err != nil || string(b) != want {
		t.Errorf("got %s, %v", b, err)
	}

	r, err := premium.JISA2024(premium.Readings{}).Reduction(premium.Sales{Amount: 7 * yen.Oku}, premium.Sales{Amount: 10 * yen.Oku})
	if err != nil {
		t.Fatal(err)
	}
	b, err = json.Marshal(r)
	const reduction = `{"Ratio":"631/760","DeclaredPremium":1262000,"ActualPremium":1520000,"Indicative":true,"BetweenRows":true}`
	if err != nil || string(b) != reduction {
		t.Errorf("got %s, %v", b, err)
	}
	var back premium.Reduction
	if err := json.Unmarshal(b, &back); err != nil || back != r {
		t.Errorf("read back as %+v, %v", back, err)
	}
}

// A worksheet has no line that changes nothing, and the note of a step only if
// the step applies.
func TestNoEmptyLines(t *testing.T) {
	edition := premium.JISA2024(premium.Readings{})
	for name, c := range map[string]struct {
		sales     yen.Amount
		term      premium.Term
		discounts []premium.Adjustment
		lines     string
		notes     string
	}{
		"a row":           {5 * yen.Oku, premium.Term{}, nil, "PRM-01", "PRM-15 PRM-15 PRM-17 PRM-17"},
		"no rounding":     {7 * yen.Oku, premium.Months(9), nil, "PRM-01 PRM-12 PRM-14", "PRM-15 PRM-12 PRM-14 PRM-15 PRM-17 PRM-17"},
		"a rounding":      {5 * yen.Oku, premium.Months(11), nil, "PRM-01 PRM-14 PRM-14", "PRM-15 PRM-14 PRM-15 PRM-17 PRM-17"},
		"twelve months":   {5 * yen.Oku, premium.Months(12), nil, "PRM-01", "PRM-15 PRM-15 PRM-17 PRM-17"},
		"no discount":     {5 * yen.Oku, premium.Term{}, []premium.Adjustment{premium.RiskDiscount(yen.Ratio{})}, "PRM-01", "PRM-15 PRM-15 PRM-17 PRM-17"},
		"all of it":       {5 * yen.Oku, premium.Term{}, []premium.Adjustment{premium.RiskDiscount(yen.Percent(100))}, "PRM-01 PRM-13", "PRM-15 PRM-13 PRM-15 PRM-17 PRM-17"},
		"one yen above":   {5*yen.Oku + 1, premium.Term{}, nil, "PRM-01", "PRM-15 PRM-12 PRM-15 PRM-17 PRM-17"},
		"one more ten":    {500_005_814, premium.Term{}, nil, "PRM-01 PRM-12 PRM-12", "PRM-15 PRM-12 PRM-15 PRM-17 PRM-17"},
		"a rounding only": {500_020_014, premium.Term{}, nil, "PRM-01 PRM-12 PRM-12", "PRM-15 PRM-12 PRM-15 PRM-17 PRM-17"},
	} {
		q, err := edition.Quote(c.sales, c.term, c.discounts...)
		if err != nil {
			t.Fatal(err)
		}
		s := q.Sheet()
		var lines, notes []string
		for l := range s.Lines() {
			lines = append(lines, string(l.Clause))
		}
		for n := range s.Notes() {
			notes = append(notes, string(n.Clause))
		}
		if s.Total() != q.Total || strings.Join(lines, " ") != c.lines || strings.Join(notes, " ") != c.notes {
			t.Errorf("%s: got %v, %v\n%s", name, lines, notes, s.Text(language.English))
		}
	}
	// A tariff whose premiums bind closes with the premium, and its notes need no
	// clause.
	r := rules(t)
	r.Notes = []clause.Note{{JA: "注記", EN: "a note"}}
	tariff, err := premium.New(r)
	if err != nil {
		t.Fatal(err)
	}
	q, err := tariff.Quote(1, premium.Term{})
	if err != nil {
		t.Fatal(err)
	}
	if s := q.Sheet(); s.Closing() != (clause.Note{JA: "保険料", EN: "Premium"}) || len(slices.Collect(s.Notes())) != 1 {
		t.Errorf("got\n%s", s.Text(language.English))
	}
}

func TestNoAllocation(t *testing.T) {
	edition := premium.JISA2024(premium.Readings{})
	if n := testing.AllocsPerRun(100, func() {
		if _, err := edition.Quote(7*yen.Oku, premium.Months(9), premium.RiskDiscount(yen.Percent(10))); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("a quote allocates %v times", n)
	}
}
