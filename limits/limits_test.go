// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// stated returns the standard setting with every own limit stated.
func stated() limits.Choices {
	c := limits.Standard()
	c.Costs = limits.Costs{AttackResponse: 5 * yen.Man * 100, Investigation: 2_000 * yen.Man, Advisory: 500 * yen.Man,
		Restoration: 3_000 * yen.Man, OtherResponse: 1_000 * yen.Man, RecurrencePrevention: 500 * yen.Man, Reputational: 500 * yen.Man}
	return c
}

func jisa(t testing.TB, c limits.Choices, r limits.Readings) limits.Program {
	t.Helper()
	p, err := limits.JISA2024(c, r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestZeroValues(t *testing.T) {
	var p limits.Program
	if _, err := p.Pay(limits.Paid{}, limits.Series{}); !errors.Is(err, limits.ErrProgram) {
		t.Error(err)
	}
	if _, _, err := p.Explain(limits.Paid{}, limits.Series{}); !errors.Is(err, limits.ErrProgram) {
		t.Error(err)
	}
	if _, _, err := p.Range(limits.Paid{}, limits.Series{}, nil, nil); !errors.Is(err, limits.ErrProgram) {
		t.Error(err)
	}
	if _, err := p.Left(limits.Paid{}); !errors.Is(err, limits.ErrProgram) {
		t.Error(err)
	}
	if n := len(slices.Collect(p.Heads())) + len(slices.Collect(p.Clauses())); n != 0 {
		t.Error(n)
	}
	for range (limits.Payment{}).Parts() {
		t.Error("the zero Payment has a part")
	}
	if s := (limits.Paid{}).String() + (limits.Series{}).String(); s != "" {
		t.Error(s)
	}
	if s := (&limits.Error{}).Error(); s != "limits.: <nil>" {
		t.Error(s)
	}
	if (limits.Paid{}).Total() != 0 {
		t.Error("the zero Paid has a total")
	}
	if _, err := limits.New(limits.Node{}); !errors.Is(err, limits.ErrProgram) {
		t.Error(err)
	}
	if _, err := limits.New(limits.On("a", limits.Term{})); !errors.Is(err, limits.ErrTerm) {
		t.Error(err)
	}
	if _, err := limits.JISA2024(limits.Choices{}, limits.Readings{}); err != nil {
		t.Error(err)
	}
}

// TestNoHistoryOnError checks that an error comes without a payment.
func TestNoHistoryOnError(t *testing.T) {
	p := jisa(t, stated(), limits.Readings{})
	other, err := limits.New(limits.On("other"))
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := other.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "other", Amount: 1})
	if err != nil {
		t.Fatal(err)
	}
	own, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 5_000_000})
	if err != nil {
		t.Fatal(err)
	}
	small, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 4_999_999})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		paid   limits.Paid
		series limits.Series
		loss   limits.Loss
		want   error
	}{
		"negative":           {own.Paid, own.Series, limits.Loss{Head: limits.Damages, Amount: -1}, limits.ErrAmount},
		"over-large":         {own.Paid, own.Series, limits.Loss{Head: limits.Damages, Amount: yen.Max + 1}, limits.ErrAmount},
		"least int64":        {own.Paid, own.Series, limits.Loss{Head: limits.Damages, Amount: -1 << 63}, limits.ErrAmount},
		"too much":           {own.Paid, own.Series, limits.Loss{Head: limits.Damages, Amount: yen.Max}, limits.ErrRange},
		"no head":            {own.Paid, own.Series, limits.Loss{Amount: 1}, limits.ErrHead},
		"foreign history":    {foreign.Paid, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 1}, limits.ErrHistory},
		"foreign series":     {own.Paid, foreign.Series, limits.Loss{Head: limits.Damages, Amount: 1}, limits.ErrHistory},
		"series without":     {limits.Paid{}, own.Series, limits.Loss{Head: limits.Damages, Amount: 1}, limits.ErrHistory},
		"series beyond":      {small.Paid, own.Series, limits.Loss{Head: limits.Damages, Amount: 1}, limits.ErrHistory},
		"negative reduction": {own.Paid, own.Series.Reduce(-1), limits.Loss{Head: limits.Damages, Amount: 1}, limits.ErrAmount},
		"large reduction":    {own.Paid, own.Series.Reduce(yen.Max + 1), limits.Loss{Head: limits.Damages, Amount: 1}, limits.ErrAmount},
	} {
		pay, err := p.Pay(c.paid, c.series, c.loss)
		var e *limits.Error
		if !errors.Is(err, c.want) || !errors.As(err, &e) || e.Func != "Pay" || pay != (limits.Payment{}) {
			t.Errorf("%s: %v", name, err)
		}
		if _, _, err := p.Explain(c.paid, c.series, c.loss); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, _, err := p.Range(c.paid, c.series, nil, []limits.Loss{c.loss}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := p.Left(foreign.Paid); !errors.Is(err, limits.ErrHistory) {
		t.Error(err)
	}
	if _, err := p.Pay(own.Paid, own.Series); err != nil {
		t.Error("history no longer works:", err)
	}
}

// TestPaidBeyondMax pays without a limit until history would be too large.
func TestPaidBeyondMax(t *testing.T) {
	p, err := limits.New(limits.On("a"))
	if err != nil {
		t.Fatal(err)
	}
	first, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "a", Amount: yen.Max})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Pay(first.Paid, limits.Series{}, limits.Loss{Head: "a", Amount: 1}); !errors.Is(err, limits.ErrRange) {
		t.Error(err)
	}
}

// TestOneHistoryForEveryReading checks that history of one reading is taken by
// every other.
func TestOneHistoryForEveryReading(t *testing.T) {
	loss := limits.Loss{Head: limits.Damages, Amount: 7_000 * yen.Man}
	first, err := jisa(t, stated(), limits.Readings{}).Pay(limits.Paid{}, limits.Series{}, loss)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []limits.Readings{
		{Costs: limits.OwnOnly}, {Litigation: limits.InsideLiability}, {Cap: limits.CapAtLiability}, {Defence: limits.Classical},
		{Defence: limits.Inside}, {Scale: limits.LimitPrinted}, {Reputational: limits.WithAdvisory}, {Rounding: limits.HalfUp},
	} {
		pay, err := jisa(t, stated(), r).Pay(first.Paid, limits.Series{}, loss)
		if err != nil || pay.Now != 3_100*yen.Man {
			t.Errorf("%+v: %v %v", r, pay.Now, err)
		}
	}
}

func TestReadingsThatAreNot(t *testing.T) {
	for _, r := range []limits.Readings{
		{Costs: 3}, {Litigation: 3}, {Cap: 2}, {Defence: 3}, {Scale: 2}, {Related: 2}, {Reputational: 3}, {Reduction: 3}, {Rounding: 2},
	} {
		if _, err := limits.JISA2024(limits.Standard(), r); !errors.Is(err, limits.ErrReading) {
			t.Errorf("%+v: %v", r, err)
		}
	}
}

// TestClausesOfTheEdition checks that every term cites a clause of the list,
// and that the list has no other.
func TestClausesOfTheEdition(t *testing.T) {
	titles := map[clause.ID]bool{}
	for c := range limits.JISA2024Clauses() {
		if titles[c.ID] || c.JA == "" || c.EN == "" {
			t.Errorf("clause %+v", c)
		}
		titles[c.ID] = true
	}
	cited := map[clause.ID]bool{}
	c := stated()
	c.Custody, c.Malfunction, c.Regulatory, c.Declared = 1, 1, 1, yen.Percent(50)
	for _, r := range []limits.Readings{{}, {Related: limits.EachClaim}, {Defence: limits.Inside}, {Reduction: limits.EveryLimit}} {
		for id := range jisa(t, c, r).Clauses() {
			cited[id] = true
		}
	}
	if !maps.Equal(titles, cited) {
		t.Errorf("listed %v\ncited %v", titles, cited)
	}
}

// TestLargeTrees checks that trees beyond the bounds are refused at once.
func TestLargeTrees(t *testing.T) {
	deep, double := limits.On("a"), limits.Group()
	for range 1_000_000 {
		deep = limits.Group(deep)
	}
	for range 1_000 {
		double = limits.Group(double, double)
	}
	doubled := limits.On("a")
	for range 30 {
		doubled = limits.Group(doubled, doubled)
	}
	heads := make([]limits.Node, 17)
	for i := range heads {
		heads[i] = limits.On(limits.Head(fmt.Sprint("h", i)))
	}
	terms := make([]limits.Term, 129)
	for i := range terms {
		terms[i] = limits.Deductible(clause.ID(fmt.Sprint("D", i)), 1)
	}
	for name, c := range map[string]struct {
		node limits.Node
		want error
	}{
		"deep":    {deep, limits.ErrProgram},
		"double":  {double, limits.ErrProgram},
		"doubled": {doubled, limits.ErrHead},
		"heads":   {limits.Group(heads...), limits.ErrProgram},
		"terms":   {limits.On("a", terms...), limits.ErrProgram},
		"space":   {limits.On("a b"), limits.ErrHead},
		"long":    {limits.On(limits.Head(strings.Repeat("a", 65))), limits.ErrHead},
		"mode":    {limits.On("a", limits.Round("R", 9)), limits.ErrTerm},
	} {
		if _, err := limits.New(c.node); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := limits.New(limits.Group(heads[:16]...).Then(terms[:128]...)); err != nil {
		t.Error(err)
	}
}

// TestFineFractions checks that fractions are exact as long as they fit, and
// refused when they do not.
func TestFineFractions(t *testing.T) {
	fine := func(den int64) yen.Ratio {
		r, err := yen.NewRatio(den-1, den)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	a, b, c := fine(999_999_937), fine(999_999_929), fine(999_999_893)
	if _, err := limits.New(limits.On("a", limits.Pays("A", a), limits.Pays("B", b), limits.Pays("C", c))); !errors.Is(err, limits.ErrRange) {
		t.Error(err)
	}
	p, err := limits.New(limits.Group(
		limits.On("damages", limits.PerClaim("L", yen.Max-1)),
		limits.On("defence", limits.Scaled("S", "L"), limits.Pays("A", a), limits.Pays("B", b)),
	))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: yen.Max - 2}, limits.Loss{Head: "defence", Amount: 1}); err != nil {
		t.Error(err)
	}
	pay, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: yen.Max}, limits.Loss{Head: "defence", Amount: 0})
	if err != nil || pay.Due != yen.Max-1 {
		t.Error(pay.Due, err)
	}
	q, err := limits.New(limits.Group(
		limits.On("damages", limits.PerClaim("L", 1*yen.Oku)),
		limits.On("defence", limits.Scaled("S", "L"), limits.Pays("A", a), limits.Pays("B", b)),
	))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := q.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: yen.Max / 2}, limits.Loss{Head: "defence", Amount: yen.Max / 2}); !errors.Is(err, limits.ErrRange) {
		t.Error(err)
	}
}

func TestHistoryAsText(t *testing.T) {
	p := jisa(t, stated(), limits.Readings{})
	pay, err := p.Pay(limits.Paid{}, limits.Series{}.Reduce(500_000), limits.Loss{Head: limits.Damages, Amount: 7_000 * yen.Man},
		limits.Loss{Head: limits.Investigation, Amount: 300 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	type stored struct {
		Paid   limits.Paid
		Series limits.Series
	}
	b, err := json.Marshal(stored{pay.Paid, pay.Series})
	if err != nil {
		t.Fatal(err)
	}
	var back stored
	if err := json.Unmarshal(b, &back); err != nil || back.Paid != pay.Paid || back.Series != pay.Series {
		t.Errorf("%s: %+v %v", b, back, err)
	}
	if err := back.Paid.UnmarshalText([]byte("damages")); err == nil || back.Paid != pay.Paid {
		t.Error(err, back.Paid)
	}
	if err := back.Series.UnmarshalText([]byte("damages 1 2")); err == nil || back.Series != pay.Series {
		t.Error(err, back.Series)
	}
	for _, c := range []struct {
		paid, series string
		want         error
	}{
		{"damages", "damages 1", limits.ErrSyntax},
		{"damages 1 2", "damages 1 1 1", limits.ErrSyntax},
		{"damages 01", "damages 01 0", limits.ErrSyntax},
		{"damages +1", "damages +1 0", limits.ErrSyntax},
		{"damages 1;", "damages 1 1;", limits.ErrSyntax},
		{"damages 1 ", "reduced 0; damages 1 1", limits.ErrSyntax},
		{"damages 1;defence 1", "damages 1 1;defence 1 1", limits.ErrSyntax},
		{"damages x", "reduced x; damages 1 1", limits.ErrSyntax},
		{strings.Repeat("a", 5_000), strings.Repeat("a", 5_000), limits.ErrSyntax},
		{strings.Repeat("a 1; ", 20) + "b 1", strings.Repeat("a 1 1; ", 20) + "b 1 1", limits.ErrSyntax},
		{"damages -1", "damages -1 0", limits.ErrAmount},
		{"damages 1000000000000001", "damages 1 2", limits.ErrAmount},
		{"damages 1000000000000001", "reduced -5; damages 2 1", limits.ErrAmount},
		{"damages 3 2 1", "damages 3 1 2 2", limits.ErrSyntax},
		{"damages 02", "damages 3 1 02", limits.ErrSyntax},
		{"damages -1", "damages 3 2 1", limits.ErrAmount},
		{"damages -1", "damages 3 1 -1", limits.ErrAmount},
		{"damages -1", "damages 3 1 4", limits.ErrAmount},
		{"damages 1000000000000001", "damages 3 1 1000000000000001", limits.ErrAmount},
		{"defence 1; damages 1", "defence 1 1; damages 1 1", limits.ErrHead},
		{"damages 1; damages 1", "damages 1 1; damages 1 1", limits.ErrHead},
		{" 1", " 1 1", limits.ErrHead},
	} {
		if _, err := limits.ParsePaid(c.paid); !errors.Is(err, c.want) {
			t.Errorf("%.80q: %v", c.paid, err)
		}
		if _, err := limits.ParseSeries(c.series); !errors.Is(err, c.want) {
			t.Errorf("%.80q: %v", c.series, err)
		}
	}
	// A head may have the name of the reduction.
	for _, text := range []string{"reduced 7; reduced 5 3", "reduced 7; reduced 5 3 4", "reduced 5 3 4"} {
		if s, err := limits.ParseSeries(text); err != nil || s.String() != text {
			t.Error(s, err)
		}
	}
}

// TestOverpaidAsText checks that a series keeps as text what it takes of the
// limits beyond what was paid.
func TestOverpaidAsText(t *testing.T) {
	p := jisa(t, stated(), limits.Readings{Defence: limits.Classical})
	first, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 10_050 * yen.Man},
		limits.Loss{Head: limits.Defence, Amount: 2_000 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	second, err := p.Pay(first.Paid, first.Series, limits.Loss{Head: limits.Damages, Amount: 4_950 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		second.Series.String(): "damages 150000000 99500000 100000000; defence 20000000 19900497",
		second.Paid.String():   "damages 100000000; defence 19900497",
	} {
		var some []string
		for field := range strings.SplitSeq(text, "; ") {
			if !strings.HasSuffix(field, " 0") {
				some = append(some, field)
			}
		}
		if got := strings.Join(some, "; "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	back, err := limits.ParseSeries(second.Series.String())
	if err != nil || back != second.Series || back == first.Series {
		t.Error(back, err)
	}
	// What the series takes must be in the history of the period.
	for _, paid := range []limits.Paid{first.Paid, {}} {
		if _, err := p.Pay(paid, second.Series); !errors.Is(err, limits.ErrHistory) {
			t.Error(err)
		}
	}
	unpaid, err := limits.ParseSeries(strings.NewReplacer(" 99500000", " 0", " 19900497", " 0").Replace(second.Series.String()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Pay(limits.Paid{}, unpaid); !errors.Is(err, limits.ErrHistory) {
		t.Error(err)
	}
}

// TestLongTexts checks that the texts of the longest history can be read.
func TestLongTexts(t *testing.T) {
	var nodes []limits.Node
	var losses []limits.Loss
	for i := range 16 {
		h := limits.Head(strings.Repeat(string(rune('a'+i)), 64))
		nodes = append(nodes, limits.On(h))
		losses = append(losses, limits.Loss{Head: h, Amount: yen.Max / 16})
	}
	p, err := limits.New(limits.Group(nodes...).Then(limits.Reduction("R")))
	if err != nil {
		t.Fatal(err)
	}
	pay, err := p.Pay(limits.Paid{}, limits.Series{}.Reduce(1), losses...)
	if err != nil {
		t.Fatal(err)
	}
	if paid, err := limits.ParsePaid(pay.Paid.String()); err != nil || paid != pay.Paid {
		t.Error(err)
	}
	if s, err := limits.ParseSeries(pay.Series.String()); err != nil || s != pay.Series {
		t.Error(err)
	}
	text := "reduced 1000000000000000"
	for i := range 16 {
		text += "; " + strings.Repeat(string(rune('a'+i)), 64) + " 1000000000000000 999999999999999 1000000000000000"
	}
	if s, err := limits.ParseSeries(text); err != nil || s.String() != text {
		t.Error(err)
	}
}

func FuzzParsePaid(f *testing.F) {
	for _, s := range []string{"", "damages 69000000; defence 0", "a 1", "損害 5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := limits.ParsePaid(s)
		if err == nil && p.String() != s || err != nil && p != (limits.Paid{}) {
			t.Errorf("%q: %q %v", s, p, err)
		}
	})
}

func FuzzParseSeries(f *testing.F) {
	for _, s := range []string{"", "reduced 5", "reduced 500000; damages 70000000 69000000; defence 0 0", "a 1 1",
		"reduced 5; damages 150000000 99500000 100000000; defence 20000000 19900497", "a 3 1 2", "a 3 1 1", "a 3 2 1", "a 3 1 4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := limits.ParseSeries(s)
		if err == nil && p.String() != s || err != nil && p != (limits.Series{}) {
			t.Errorf("%q: %q %v", s, p, err)
		}
	})
}

// TestCutTexts checks the words of every kind of term in both languages.
func TestCutTexts(t *testing.T) {
	for tree, want := range map[string][2]string{
		"a deductible:D:100":                      {"免責金額 100円", "deductible of ¥100"},
		"a franchise:F:1,000":                     {"フランチャイズ（1,000円）未満の損害", "loss below the franchise of ¥1,000"},
		"a share:S:10%:100:500":                   {"免責金額 損害額の10%（最低 100円・最高 500円）", "deductible of 10% of the loss, at least ¥100, at most ¥500"},
		"a share:S:10%:100:1,000,000,000,000,000": {"免責金額 損害額の10%（最低 100円）", "deductible of 10% of the loss, at least ¥100"},
		"a pays:R:90%":                            {"支払割合 90%", "payment ratio of 90%"},
		"a reduction:R":                           {"保険金の削減（7円）", "reduction (¥7)"},
		"a per-claim:L:1":                         {"支払限度額（1請求 1円）を超える額", "above the per-claim limit of ¥1"},
		"a per-period:L:1,000":                    {"支払限度額（保険期間中）の残額 700円を超える額", "above the remaining aggregate limit of ¥700"},
		"a per-period:L:200":                      {"支払限度額（保険期間中）の残額 0円を超える額", "above the remaining aggregate limit of ¥0"},
		"[ a unstated:U:500:600 b ] per-claim:L:200": {"支払限度額（保険期間中）を500円とした場合の残額 300円を超える額",
			"above the remaining aggregate limit of ¥300, taking the unstated limit as ¥500"},
	} {
		p, err := limits.New(readTree(tree))
		if err != nil {
			t.Fatal(err)
		}
		var paid limits.Paid
		var series limits.Series
		if strings.Contains(tree, "per-period") || strings.Contains(tree, "unstated") { // 300, or 200 under a limit of 200, are taken
			before, err := p.Pay(paid, series, limits.Loss{Head: "a", Amount: 300})
			if err != nil {
				t.Fatal(err)
			}
			paid = before.Paid
		}
		if strings.Contains(tree, "reduction") {
			series = series.Reduce(7)
		}
		_, cuts, err := p.Explain(paid, series, limits.Loss{Head: "a", Amount: 999})
		if err != nil || len(cuts) == 0 || cuts[0].Text(language.Japanese) != want[0] || cuts[0].Text(language.BritishEnglish) != want[1] {
			t.Errorf("%s: %v %v", tree, cuts, err)
			continue
		}
		if cuts[0].Aggregate != strings.Contains(want[0], "保険期間中") {
			t.Errorf("%s: %+v", tree, cuts[0])
		}
	}
	c := stated()
	c.Declared, _ = yen.NewRatio(109, 152)
	_, cuts, err := jisa(t, c, limits.Readings{Defence: limits.Classical}).Explain(limits.Paid{}, limits.Series{}.Reduce(5),
		limits.Loss{Head: limits.Damages, Amount: 15_000 * yen.Man}, limits.Loss{Head: limits.Defence, Amount: 2_000 * yen.Man},
		limits.Loss{Head: limits.Advisory, Amount: 600 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	var ja, en []string
	for _, c := range cuts {
		ja, en = append(ja, c.JA), append(en, c.EN)
	}
	for _, want := range []string{"按分 100,000,000円 / 150,000,000円", "通知の遅れによる保険金の削減（5円）",
		"ご申告売上高の不足による保険金の削減（支払割合 109/152）", "1円未満切捨て"} {
		if !slices.Contains(ja, want) {
			t.Errorf("%q is not in %q", want, ja)
		}
	}
	for _, want := range []string{"pro rata ¥100,000,000 / ¥150,000,000", "reduction for late notice (¥5)",
		"reduction for under-declared sales (payment ratio of 109/152)", "rounded down to ¥1"} {
		if !slices.Contains(en, want) {
			t.Errorf("%q is not in %q", want, en)
		}
	}
}

// TestComparable checks that values compare by what they are, and that values
// that differ by a yen differ.
func TestComparable(t *testing.T) {
	p := jisa(t, stated(), limits.Readings{})
	pay := func(a yen.Amount) limits.Payment {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: a})
		if err != nil {
			t.Fatal(err)
		}
		return pay
	}
	if pay(5_000_000) != pay(5_000_000) || pay(5_000_000).Paid == pay(5_000_001).Paid || pay(5_000_000).Series == pay(5_000_001).Series {
		t.Error("payments do not compare by what they are")
	}
	if pay(500_000).Paid == (limits.Paid{}) {
		t.Error("history after a claim that is not paid is that of no program")
	}
}

// TestConcurrent pays from several goroutines; the race detector looks on.
func TestConcurrent(t *testing.T) {
	p := jisa(t, stated(), limits.Readings{})
	done := make(chan yen.Amount)
	for range 4 {
		go func() {
			pay, _ := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 4_000 * yen.Man})
			done <- pay.Now
		}()
	}
	for range 4 {
		if got := <-done; got != 3_900*yen.Man {
			t.Error(got)
		}
	}
}

// TestNoAllocation checks that nothing is allocated on the way of a payment.
func TestNoAllocation(t *testing.T) {
	c := stated()
	c.Declared, _ = yen.NewRatio(109, 152)
	p := jisa(t, c, limits.Readings{Defence: limits.Classical})
	losses := []limits.Loss{{Head: limits.Damages, Amount: 15_000 * yen.Man}, {Head: limits.Defence, Amount: 2_000 * yen.Man}}
	var paid limits.Paid
	var s limits.Series
	if n := testing.AllocsPerRun(100, func() {
		pay, err := p.Pay(paid, s, losses...)
		if err != nil {
			t.Fatal(err)
		}
		paid, s = pay.Paid, pay.Series
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestLimitWords demands that a cut by a limit of the edition is told by the name
// of the limit, and one by a limit of liability by its kind.
func TestLimitWords(t *testing.T) {
	c := stated()
	c.Costs.Restoration, c.Custody, c.Malfunction, c.Regulatory = 500*yen.Man, 300*yen.Man, 200*yen.Man, 100*yen.Man
	open := c // the overall limit is below the least of an unstated one
	open.Costs.Investigation, open.Costs.Overall = 0, 300*yen.Man
	for _, x := range []struct {
		limits.Choices
		head   limits.Head
		id     clause.ID
		ja, en string
	}{
		{c, limits.Restoration, "LIM-10", "費用ごとの支払限度額（④コンピュータシステム復旧費用）の残額 5,000,000円を超える額", "above the remaining ¥5,000,000 of the restoration costs sublimit"},
		{c, limits.LitigationResponse, "LIM-13", "費用ごとの支払限度額（⑦訴訟対応費用）の残額 10,000,000円を超える額", "above the remaining ¥10,000,000 of the litigation response costs sublimit"},
		{c, limits.Regulatory, "LIM-15", "費用ごとの支払限度額（規制等対応費用）の残額 1,000,000円を超える額", "above the remaining ¥1,000,000 of the regulatory response costs sublimit"},
		{c, limits.Custody, "LIM-05", "管理下財物の支払限度額（内枠）の残額 3,000,000円を超える額", "above the remaining ¥3,000,000 of the sublimit for property in care, custody or control"},
		{c, limits.Malfunction, "LIM-06", "誤作動等の支払限度額（内枠）の残額 2,000,000円を超える額", "above the remaining ¥2,000,000 of the software malfunction sublimit"},
		{c, limits.Damages, "LIM-02", "支払限度額（1請求 100,000,000円）を超える額", "above the per-claim limit of ¥100,000,000"},
		{c, limits.Cooperation, "LIM-03", "支払限度額（保険期間中）の残額 100,000,000円を超える額", "above the remaining aggregate limit of ¥100,000,000"},
		{open, limits.Investigation, "LIM-08", "費用ごとの支払限度額（②原因・被害範囲調査費用）を5,000,000円とした場合の残額 5,000,000円を超える額",
			"above the remaining ¥5,000,000 of the investigation costs sublimit, taking the unstated limit as ¥5,000,000"},
		{open, limits.Investigation, "LIM-16", "事故対応費用全体の支払限度額の残額 3,000,000円を超える額", "above the remaining ¥3,000,000 of the aggregate limit for incident response costs"},
	} {
		_, cuts, err := jisa(t, x.Choices, limits.Readings{}).Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: x.head, Amount: 2 * yen.Oku})
		if err != nil {
			t.Fatal(x.id, err)
		}
		i := slices.IndexFunc(cuts, func(c limits.Cut) bool { return c.Clause == x.id })
		if i < 0 || cuts[i].JA != x.ja || cuts[i].EN != x.en {
			t.Errorf("%s: %+v", x.id, cuts)
		}
	}
	// 150,000,000円 of damages fill the liability limit of 100,000,000円 and, with the
	// combined limit, leave nothing for costs.
	_, cuts, err := jisa(t, c, limits.Readings{Cap: limits.CapAtLiability}).Explain(limits.Paid{}, limits.Series{},
		limits.Loss{Head: limits.Damages, Amount: 150 * yen.Man * 100}, limits.Loss{Head: limits.Advisory, Amount: 100 * yen.Man})
	if last := cuts[len(cuts)-1]; err != nil || last.JA != "全補償共通の支払限度額の残額 100,000,000円を超える額" || last.EN != "above the remaining ¥100,000,000 of the combined aggregate limit" {
		t.Errorf("%+v, %v", cuts, err)
	}
	p, err := limits.New(limits.On("a", limits.PerClaim("L", 200).Named("特別の支払限度額", "special limit")))
	if err != nil {
		t.Fatal(err)
	}
	_, cuts, err = p.Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: "a", Amount: 500})
	if err != nil || len(cuts) != 1 || cuts[0].JA != "特別の支払限度額 200円を超える額" || cuts[0].EN != "above the special limit of ¥200" {
		t.Errorf("%+v, %v", cuts, err)
	}
}
