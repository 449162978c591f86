// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

func TestZeroValues(t *testing.T) {
	var p limits.Program
	if _, err := p.Pay(limits.Paid{}, limits.Series{}); !errors.Is(err, fault.ErrMissing) {
		t.Error(err)
	}
	if _, _, err := p.Explain(limits.Paid{}, limits.Series{}); !errors.Is(err, fault.ErrMissing) {
		t.Error(err)
	}
	if _, err := p.Range(limits.Paid{}, limits.Series{}, nil, nil); !errors.Is(err, fault.ErrMissing) {
		t.Error(err)
	}
	if _, err := p.Remaining(limits.Paid{}); !errors.Is(err, fault.ErrMissing) {
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
	if (limits.Paid{}).Total() != 0 {
		t.Error("the zero Paid has a total")
	}
	if _, err := limits.New(limits.Node{}, nil); !errors.Is(err, fault.ErrMissing) {
		t.Error(err)
	}
	if _, err := limits.New(limits.On("a", limits.Term{}), nil); !errors.Is(err, fault.ErrUnknown) {
		t.Error(err)
	}
	if _, err := p.With(option.Settled{}); !errors.Is(err, fault.ErrMissing) {
		t.Error(err)
	}
	for _, q := range []limits.Program{p.AtLeast(), p.AtMost(), p.Acting(), template(t)} { // of no policy
		if _, err := q.Pay(limits.Paid{}, limits.Series{}); !errors.Is(err, fault.ErrMissing) {
			t.Error(err)
		}
	}
}

// TestNoHistoryOnError checks that an error comes without a payment.
func TestNoHistoryOnError(t *testing.T) {
	p := policy(t, stated())
	other, err := program(limits.On("other"), nil)
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := other.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "other", Amount: 1})
	if err != nil {
		t.Fatal(err)
	}
	own, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 5_000_000})
	if err != nil {
		t.Fatal(err)
	}
	small, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 4_999_999})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		paid   limits.Paid
		series limits.Series
		loss   limits.Loss
		want   error
	}{
		"negative":           {own.Paid, own.Series, limits.Loss{Head: "damages", Amount: -1}, fault.ErrRange},
		"over-large":         {own.Paid, own.Series, limits.Loss{Head: "damages", Amount: yen.Max + 1}, fault.ErrRange},
		"least int64":        {own.Paid, own.Series, limits.Loss{Head: "damages", Amount: -1 << 63}, fault.ErrRange},
		"too much":           {own.Paid, own.Series, limits.Loss{Head: "damages", Amount: yen.Max}, fault.ErrOverflow},
		"no head":            {own.Paid, own.Series, limits.Loss{Amount: 1}, fault.ErrUnknown},
		"foreign history":    {foreign.Paid, limits.Series{}, limits.Loss{Head: "damages", Amount: 1}, fault.ErrPolicy},
		"foreign series":     {own.Paid, foreign.Series, limits.Loss{Head: "damages", Amount: 1}, fault.ErrPolicy},
		"series without":     {limits.Paid{}, own.Series, limits.Loss{Head: "damages", Amount: 1}, fault.ErrPolicy},
		"series beyond":      {small.Paid, own.Series, limits.Loss{Head: "damages", Amount: 1}, fault.ErrPolicy},
		"negative reduction": {own.Paid, own.Series.Reduce(-1), limits.Loss{Head: "damages", Amount: 1}, fault.ErrRange},
		"large reduction":    {own.Paid, own.Series.Reduce(yen.Max + 1), limits.Loss{Head: "damages", Amount: 1}, fault.ErrRange},
	} {
		pay, err := p.Pay(c.paid, c.series, c.loss)
		var e *fault.Error
		if !errors.Is(err, c.want) || !errors.As(err, &e) || e.Op != "limits.Pay" || pay != (limits.Payment{}) {
			t.Errorf("%s: %v", name, err)
		}
		if _, _, err := p.Explain(c.paid, c.series, c.loss); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := p.Range(c.paid, c.series, nil, []limits.Loss{c.loss}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := p.Remaining(foreign.Paid); !errors.Is(err, fault.ErrPolicy) {
		t.Error(err)
	}
	if _, err := p.Pay(own.Paid, own.Series); err != nil {
		t.Error("history no longer works:", err)
	}
}

// TestPaidBeyondMax pays without a limit until history would be too large.
func TestPaidBeyondMax(t *testing.T) {
	p, err := program(limits.On("a"), nil)
	if err != nil {
		t.Fatal(err)
	}
	first, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "a", Amount: yen.Max})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Pay(first.Paid, limits.Series{}, limits.Loss{Head: "a", Amount: 1}); !errors.Is(err, fault.ErrOverflow) {
		t.Error(err)
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
	heads := make([]limits.Node, 33)
	for i := range heads {
		heads[i] = limits.On(limits.Head(fmt.Sprint("h", i)))
	}
	terms := make([]limits.Term, 129)
	for i := range terms {
		terms[i] = limits.Deductible(clause.ID(fmt.Sprint("D", i)), option.Yen(1))
	}
	for name, c := range map[string]struct {
		node limits.Node
		want error
	}{
		"deep":    {deep, fault.ErrSize},
		"double":  {double, fault.ErrSize},
		"doubled": {doubled, fault.ErrDuplicate},
		"heads":   {limits.Group(heads...), fault.ErrSize},
		"terms":   {limits.On("a", terms...), fault.ErrSize},
		"space":   {limits.On("a b"), fault.ErrSyntax},
		"long":    {limits.On(limits.Head(strings.Repeat("a", 65))), fault.ErrSyntax},
		"mode":    {limits.On("a", limits.Round("R", 9)), fault.ErrRange},
	} {
		if _, err := limits.New(c.node, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := limits.New(limits.Group(heads[:32]...).Then(terms[:128]...), nil); err != nil {
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
	if _, err := limits.New(limits.On("a", limits.Pays("A", option.Ratio(a)), limits.Pays("B", option.Ratio(b)), limits.Pays("C", option.Ratio(c))), nil); !errors.Is(err, fault.ErrOverflow) {
		t.Error(err)
	}
	p, err := program(limits.Group(
		limits.On("damages", limits.PerClaim("L", option.Yen(yen.Max-1))),
		limits.On("defence", limits.Scaled("S", "L"), limits.Pays("A", option.Ratio(a)), limits.Pays("B", option.Ratio(b))),
	), nil)
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
	q, err := program(limits.Group(
		limits.On("damages", limits.PerClaim("L", option.Yen(1*yen.Oku))),
		limits.On("defence", limits.Scaled("S", "L"), limits.Pays("A", option.Ratio(a)), limits.Pays("B", option.Ratio(b))),
	), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := q.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: yen.Max / 2}, limits.Loss{Head: "defence", Amount: yen.Max / 2}); !errors.Is(err, fault.ErrOverflow) {
		t.Error(err)
	}
}

func TestHistoryAsText(t *testing.T) {
	p := policy(t, stated())
	pay, err := p.Pay(limits.Paid{}, limits.Series{}.Reduce(500_000), limits.Loss{Head: "damages", Amount: 7_000 * yen.Man},
		limits.Loss{Head: "forensics", Amount: 300 * yen.Man})
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
		{"damages", "damages 1", fault.ErrSyntax},
		{"damages 1 2", "damages 1 1 1", fault.ErrSyntax},
		{"damages 01", "damages 01 0", fault.ErrSyntax},
		{"damages +1", "damages +1 0", fault.ErrSyntax},
		{"damages 1;", "damages 1 1;", fault.ErrSyntax},
		{"damages 1 ", "reduced 0; damages 1 1", fault.ErrSyntax},
		{"damages 1;defence 1", "damages 1 1;defence 1 1", fault.ErrSyntax},
		{"damages x", "reduced x; damages 1 1", fault.ErrSyntax},
		{strings.Repeat("a", 5_000), strings.Repeat("a", 5_000), fault.ErrSyntax},
		{strings.Repeat("a 1; ", 40) + "b 1", strings.Repeat("a 1 1; ", 40) + "b 1 1", fault.ErrSyntax},
		{"damages -1", "damages -1 0", fault.ErrRange},
		{"damages 1000000000000001", "damages 1 2", fault.ErrRange},
		{"damages 1000000000000001", "reduced -5; damages 2 1", fault.ErrRange},
		{"damages 3 2 1", "damages 3 1 2 2 2", fault.ErrSyntax},
		{"damages 3 2 1", "damages 3 1 2 0", fault.ErrSyntax},
		{"damages 02", "damages 3 1 02", fault.ErrSyntax},
		{"damages -1", "damages 3 1 -1", fault.ErrRange},
		{"damages -1", "damages 3 1 4", fault.ErrRange},
		{"damages 1000000000000001", "damages 3 1 1000000000000001", fault.ErrRange},
		{"defence 1; damages 1", "defence 1 1; damages 1 1", fault.ErrOrder},
		{"damages 1; damages 1", "damages 1 1; damages 1 1", fault.ErrOrder},
		{" 1", " 1 1", fault.ErrSyntax},
		{"damages 1 bears", "damages 1 1 count", fault.ErrSyntax},
		{"damages 1 bears 0", "damages 1 1 count 0", fault.ErrSyntax},
		{"damages 1 count 2", "damages 1 1 people 2", fault.ErrSyntax},
		{"damages bears 2", "damages count 2", fault.ErrSyntax},
		{"damages 1 bears 2 3", "damages 1 1 count 2 3", fault.ErrSyntax},
		{"damages 1 bears 2 bears 2", "damages 1 1 count 2 bears 2", fault.ErrSyntax},
		{"damages 1 bears 2 bears 2", "damages 1 1 hours 2 count 2", fault.ErrSyntax},
		{"damages 1 bears -2", "damages 1 1 count -2", fault.ErrRange},
		{"damages 1 bears 1000000000000001", "damages 1 1 hours 1000000000000001", fault.ErrRange},
		{"damages 1 bears -2", "damages 0 0 count 2", fault.ErrRange},
		{"damages 1 bears -2", "damages 0 0 hours 0", fault.ErrRange},
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
	p := policy(t, stated())
	first, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 10_050 * yen.Man},
		limits.Loss{Head: "defence", Amount: 2_000 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	second, err := p.Pay(first.Paid, first.Series, limits.Loss{Head: "damages", Amount: 4_950 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		second.Series.String(): "damages 150000000 99500000 100000000; defence 20000000 19900497 13333333",
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
		if _, err := p.Pay(paid, second.Series); !errors.Is(err, fault.ErrPolicy) {
			t.Error(err)
		}
	}
	unpaid, err := limits.ParseSeries(strings.NewReplacer(" 99500000", " 0", " 19900497", " 0").Replace(second.Series.String()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Pay(limits.Paid{}, unpaid); !errors.Is(err, fault.ErrPolicy) {
		t.Error(err)
	}
}

// TestLongTexts checks that the texts of the longest history can be read.
func TestLongTexts(t *testing.T) {
	var nodes []limits.Node
	var losses []limits.Loss
	for i := range 32 {
		h := limits.Head(strings.Repeat(string(rune(0x4e00+i)), 21))
		nodes = append(nodes, limits.On(h))
		losses = append(losses, limits.Loss{Head: h, Amount: yen.Max / 32, Count: int64(yen.Max)})
	}
	p, err := program(limits.Group(nodes...).Then(limits.Reduction("R")), nil)
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
	for i := range 32 {
		text += "; " + strings.Repeat(string(rune(0x4e00+i)), 21) + " 1000000000000000 999999999999999 1000000000000000 999999999999999 count 1000000000000000"
	}
	if s, err := limits.ParseSeries(text); err != nil || s.String() != text {
		t.Error(err)
	}
}

func FuzzParsePaid(f *testing.F) {
	for _, s := range []string{"", "damages 69000000; defence 0", "a 1", "損害 5", "a 1 bears 2"} {
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
	for _, s := range []string{"", "a 3 1 count 5", "a 3 1 2 4 bears 6 hours 0; b 1 1 hours 36", "reduced 5", "reduced 500000; damages 70000000 69000000; defence 0 0", "a 1 1",
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

// FuzzSeriesOf reads a series of the heads of a period.
func FuzzSeriesOf(f *testing.F) {
	of, err := limits.ParsePaid("a 0; b 0; reduced 0; 損害 5")
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "reduced 5", "a 3 1", "b 3 1 2; reduced 1 2", "reduced 5; 損害 3 2 1 4", "c 1 1", "b 1 1; a 1 1", "a 3 1 4", "a 0 0", "a 1 1 1 1 1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := of.Series(s)
		if err == nil && p.Short() != s || err != nil && p != (limits.Series{}) {
			t.Errorf("%q: %q %v", s, p.Short(), err)
		}
		if back, err := limits.ParseSeries(p.String()); err != nil || back != p {
			t.Errorf("%q: %q is read as %q %v", s, p, back, err)
		}
	})
}

// TestCutTexts checks the words of every kind of term in both languages.
func TestCutTexts(t *testing.T) {
	for tree, want := range map[string][2]string{
		"a deductible:D:100":                      {"免責金額 100円", "deductible of ¥100"},
		"a franchise:F:1,000":                     {"フランチャイズ（1,000円）未満の損害", "loss below the franchise of ¥1,000"},
		"a share:S:10%:100:500":                   {"免責金額 損害額合計の10%（最低 100円・最高 500円）", "deductible of 10% of the total loss, at least ¥100, at most ¥500"},
		"a share:S:10%:100:1,000,000,000,000,000": {"免責金額 損害額合計の10%（最低 100円）", "deductible of 10% of the total loss, at least ¥100"},
		"a pays:R:90%":                            {"支払割合 90%", "payment ratio of 90%"},
		"a reduction:R":                           {"保険金の削減（7円）", "reduction (¥7)"},
		"a per-claim:L:1":                         {"支払限度額（1請求 1円）を超える額", "above the per-claim limit of ¥1"},
		"a per-period:L:1,000":                    {"支払限度額（保険期間中）の残額 700円を超える額", "above the remaining aggregate limit of ¥700"},
		"a per-period:L:200":                      {"支払限度額（保険期間中）の残額 0円を超える額", "above the remaining aggregate limit of ¥0"},
		"[ a unstated:U:500:600 b ] per-claim:L:200": {"支払限度額（保険期間中）を500円とした場合の残額 300円を超える額",
			"above the remaining aggregate limit of ¥300, taking the unstated limit as ¥500"},
		"a per-unit:U:100":                          {"支払限度額（100円 × 1）を超える額", "above the limit of ¥100 × 1"},
		"a waiting:W:12:first-hours":                {"待機時間 12時間（損害は時間に均等）", "waiting period of 12 hours, the loss spread evenly"},
		"a waiting:W:1,200:whole-loss":              {"待機時間 1,200時間以内の損害", "loss within the waiting period of 1,200 hours"},
		"a aggregate-deductible:P:1,000":            {"免責金額（保険期間中）の残額 1,000円", "remaining aggregate deductible of ¥1,000"},
		"a together-at-least:T:100":                 {"免責金額の合計の最低額 100円", "deductibles of together at least ¥100"},
		"a deductible:D:100 together-at-most:T:9":   {"免責金額 100円（免責金額の合計の最高額 9円）", "deductible of ¥100 (deductibles of together at most ¥9)"},
		"a deductible:D:100 together-at-most:T:100": {"免責金額 100円", "deductible of ¥100"},
	} {
		p, err := readTree(tree)
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
		_, cuts, err := p.Explain(paid, series, limits.Loss{Head: "a", Amount: 999, Count: 1})
		if err != nil || len(cuts) == 0 || cuts[0].Text(language.Japanese) != want[0] || cuts[0].Text(language.BritishEnglish) != want[1] {
			t.Errorf("%s: %v %v", tree, cuts, err)
			continue
		}
		if cuts[0].Aggregate != strings.Contains(want[0], "支払限度額（保険期間中") {
			t.Errorf("%s: %+v", tree, cuts[0])
		}
	}
}

// TestComparable checks that values compare by what they are, and that values
// that differ by a yen differ.
func TestComparable(t *testing.T) {
	p := policy(t, stated())
	pay := func(a yen.Amount) limits.Payment {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: a})
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
	p := policy(t, stated())
	done := make(chan yen.Amount)
	for range 4 {
		go func() {
			pay, _ := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 4_000 * yen.Man})
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
	declared, _ := yen.NewRatio(109, 152)
	p := policy(t, stated().With("declared", option.Ratio(declared)))
	losses := []limits.Loss{{Head: "damages", Amount: 15_000 * yen.Man}, {Head: "defence", Amount: 2_000 * yen.Man}}
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

// TestOpenWords demands that the cut of an amount that the policy does not state
// says so.
func TestOpenWords(t *testing.T) {
	rows := option.Table{{ID: "a", Printed: option.Range{Least: 5, Most: 9}}}
	for _, c := range []struct {
		term limits.Term
		ja   string
	}{
		{limits.Deductible("T", option.Of("a")), "免責金額 9円（定めのない金額を仮定）"},
		{limits.PerClaim("T", option.Of("a")), "支払限度額（1請求 5円）を超える額（定めのない金額を仮定）"},
		{limits.ShareDeductible("T", option.Ratio(yen.Percent(1)), option.Of("a"), option.Yen(10)), "免責金額 損害額合計の1%（最低 9円・最高 10円）（定めのない金額を仮定）"},
	} {
		p, err := program(limits.On("h", c.term, limits.PerClaim("L", option.Yen(0))), rows)
		if err != nil {
			t.Fatal(err)
		}
		pay, cuts, err := p.Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: "h", Amount: 20})
		if err != nil || pay.Split != "" || len(cuts) != 2 || cuts[0].Text(language.Japanese) != c.ja {
			t.Errorf("%+v %v %v", cuts, pay.Split, err)
		}
	}
}

// TestStop stops every iterator after its first value.
func TestStop(t *testing.T) {
	p := policy(t, stated())
	pay, err := p.Pay(limits.Paid{}, limits.Series{}.Reduce(1), limits.Loss{Head: "damages", Amount: 200 * yen.Man})
	if err != nil || pay.Series.Reduced() != 1 {
		t.Fatal(pay.Series, err)
	}
	remaining, err := p.Remaining(pay.Paid)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range p.Heads() {
		n++
		break
	}
	for range p.Clauses() {
		n++
		break
	}
	for range template(t).Clauses() {
		n++
		break
	}
	for range template(t).Heads() {
		n++
		break
	}
	for range pay.Parts() {
		n++
		break
	}
	for range pay.Paid.All() {
		n++
		break
	}
	for range remaining {
		n++
		break
	}
	if n != 7 {
		t.Error(n)
	}
}

// TestRangeOfPolicy bounds a payment of the made-up policy.
func TestRangeOfPolicy(t *testing.T) {
	p := policy(t, nil)
	bounds, err := p.Range(limits.Paid{}, limits.Series{}, []limits.Loss{{Head: "damages", Amount: 300 * yen.Man}},
		[]limits.Loss{{Head: "forensics", Amount: 900 * yen.Man}})
	if err != nil || bounds != (limits.Bounds{Least: 200 * yen.Man, Most: 1_100 * yen.Man, Exact: true}) {
		t.Error(bounds, err)
	}
}

// besides returns what is paid if the limits that are set beside act, with the
// amounts that are not stated at the end at which that is less.
func besides(t *testing.T, p limits.Program, paid limits.Paid, s limits.Series, losses ...limits.Loss) yen.Amount {
	t.Helper()
	least, err := p.Acting().AtLeast().Pay(paid, s, losses...)
	if err != nil {
		t.Fatal(err)
	}
	most, err := p.AtMost().Acting().Pay(paid, s, losses...)
	if err != nil {
		t.Fatal(err)
	}
	return min(least.Now, most.Now)
}

// TestBeside compares a payment with that under a limit that does not act, where
// another amount is not stated.
func TestBeside(t *testing.T) {
	all := limits.PerClaim("ALL", option.Yen(12))
	all.Beside, all.JA, all.EN = true, "全補償共通の支払限度額", "combined limit"
	rows := option.Table{{ID: "a", Printed: option.Range{Least: 5, Most: 9}}}
	p, err := program(limits.Group(limits.On("x", limits.Aggregate("A", option.Of("a"))), limits.On("y")).
		Then(limits.PerClaim("L", option.Yen(20)), all), rows)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ x, y, now, beside yen.Amount }{{4, 4, 8, 8}, {4, 9, 13, 12}, {8, 16, 20, 12}} {
		pay, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "x", Amount: c.x}, limits.Loss{Head: "y", Amount: c.y})
		if beside := besides(t, p, limits.Paid{}, limits.Series{}, limits.Loss{Head: "x", Amount: c.x}, limits.Loss{Head: "y", Amount: c.y}); err != nil || pay.Now != c.now || beside != c.beside {
			t.Errorf("%+v: %v, beside %v, %v", c, pay.Now, beside, err)
		}
	}
	_, cuts, err := p.Acting().Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: "y", Amount: 13})
	if err != nil || len(cuts) != 1 || cuts[0].JA != "全補償共通の支払限度額 12円を超える額" || cuts[0].EN != "above the combined limit of ¥12" {
		t.Errorf("%+v %v", cuts, err)
	}
	sub := limits.Aggregate("S", option.Yen(3))
	sub.JA, sub.EN = "費用の支払限度額", "costs sublimit"
	if p, err = program(limits.On("x", sub), nil); err != nil {
		t.Fatal(err)
	}
	_, cuts, err = p.Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: "x", Amount: 4})
	if err != nil || len(cuts) != 1 || cuts[0].JA != "費用の支払限度額の残額 3円を超える額" || cuts[0].EN != "above the remaining ¥3 of the costs sublimit" {
		t.Errorf("%+v %v", cuts, err)
	}
}

// TestTooMuch demands an error where sums or fractions do not fit.
func TestTooMuch(t *testing.T) {
	p, err := program(limits.Group(limits.On("a"), limits.On("b")), nil)
	if err != nil {
		t.Fatal(err)
	}
	much, err := limits.ParseSeries("a 1000000000000000 0; b 1 0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Pay(limits.Paid{}, much); !errors.Is(err, fault.ErrOverflow) {
		t.Error(err)
	}
	fine := func(den int64) option.Value {
		r, err := yen.NewRatio(den-1, den)
		if err != nil {
			t.Fatal(err)
		}
		return option.Ratio(r)
	}
	p, err = program(limits.Group(
		limits.On("damages", limits.PerClaim("L", option.Yen(1*yen.Oku))),
		limits.On("defence", limits.Scaled("S", "L"), limits.Pays("A", fine(999_999_937)), limits.Pays("B", fine(999_999_929))),
	), nil)
	if err != nil {
		t.Fatal(err)
	}
	large := []limits.Loss{{Head: "damages", Amount: yen.Max / 2}, {Head: "defence", Amount: yen.Max / 2}}
	if _, err := p.Range(limits.Paid{}, limits.Series{}, nil, large); !errors.Is(err, fault.ErrOverflow) {
		t.Error(err)
	}
	if _, err := p.Range(limits.Paid{}, limits.Series{}, []limits.Loss{{Head: "x"}}, nil); !errors.Is(err, fault.ErrUnknown) {
		t.Error(err)
	}
}
