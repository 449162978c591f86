// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"math"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// exported returns a value of each exported type of the module.
func exported() []any {
	return []any{
		yen.Amount(0), yen.Figure{}, yen.Mode(0), yen.Ratio{}, yen.Rounding{},
		clause.Clause{}, clause.ID(""), clause.Line{}, clause.Note{}, clause.Sheet{},
		fault.Error{}, fault.Reason{},
		fact.Answer(0), fact.Bits{}, fact.Form{}, fact.Name(""), fact.Question{}, fact.Set{}, fact.Truth(0), fact.Vocabulary{},
		option.Class{}, option.ID(""), option.Range{}, option.Row{}, option.Settled{}, option.Table{}, option.Unit(""), option.Value{},
		option.Values{},
		period.Calendar{}, period.Date{}, period.Entry(""), period.Exception{}, period.Instant{}, period.Membership{}, period.Moment{},
		period.Period{}, period.Schedule{}, period.Span{}, period.Start{},
		premium.Adjustment{}, premium.Choice{}, premium.Kind(""), premium.Origin(""), premium.Price{}, premium.Quote{}, premium.Reduction{},
		premium.Risk{}, premium.Row{}, premium.Rules{}, premium.Sales{}, premium.ShortRow{}, premium.Step{},
		premium.Table{}, premium.Tariff{}, premium.Term{},
		limits.Bounds{}, limits.Cut{}, limits.Head(""), limits.Loss{}, limits.Node{}, limits.Open{}, limits.Outstanding{},
		limits.Paid{}, limits.Part{}, limits.Payment{}, limits.Program{}, limits.Series{}, limits.Term{}, limits.Uncertain{},
		limits.Wait(""),
		exclusions.Bound{}, exclusions.Class(""), exclusions.Cond{}, exclusions.Finding{}, exclusions.Need{}, exclusions.Rule{},
		exclusions.Schedule{}, exclusions.Scope(""), exclusions.Settlement{}, exclusions.Wording{},
		coverage.Anchor(""), coverage.Application{}, coverage.Assessment{}, coverage.Case{}, coverage.Change{}, coverage.ChangeKind(""), coverage.Choice{}, coverage.Claim{}, coverage.ComparedLine{}, coverage.Comparison{},
		coverage.Consent{}, coverage.DateFact{}, coverage.Dates{}, coverage.Deadline{}, coverage.Effect{}, coverage.Head{}, coverage.History{}, coverage.Impact{},
		coverage.Record{}, coverage.Remaining{}, coverage.Reserve{}, coverage.Reserves{}, coverage.Renewal{}, coverage.Item{}, coverage.Member{}, coverage.MemberImpact{},
		coverage.Need{}, coverage.OpenPoint{}, coverage.OpenPoints{}, coverage.Outcome{}, coverage.Payment{},
		coverage.Person{}, coverage.Policy{}, coverage.Quote{}, coverage.Reading(""), coverage.ReadingEffect{}, coverage.Relation(""),
		coverage.Request{}, coverage.Result{}, coverage.Rules{}, coverage.Scheme{}, coverage.Setting{}, coverage.Stage(""),
		coverage.Subrogation{}, coverage.Terms{}, coverage.Verdict(0),
	}
}

// TestExported holds that exported lists the types that testdata/api lists.
func TestExported(t *testing.T) {
	listed := map[string]bool{}
	for _, v := range exported() {
		listed[reflect.TypeOf(v).String()] = true
	}
	names, err := filepath.Glob(filepath.Join(root, "testdata", "api", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, _ := read(t, "testdata/api/"+filepath.Base(name))
		for line := range strings.Lines(text) {
			if rest, ok := strings.CutPrefix(line, "type "); ok {
				id, _, _ := strings.Cut(rest, " ")
				id = strings.TrimSuffix(filepath.Base(name), ".txt") + "." + id
				if strings.HasSuffix(strings.TrimSpace(rest), " interface") { // which has no values of its own
					continue
				}
				if !listed[id] {
					t.Errorf("%s is not listed", id)
				}
				delete(listed, id)
			}
		}
	}
	for id := range listed {
		t.Errorf("there is no %s", id)
	}
}

// A source makes random values.
type source struct {
	*rand.Rand
	made map[reflect.Type][]any // of the types with private fields
	dir  string                 // of the module
}

func newSource(t testing.TB) source {
	t.Helper()
	dir, err := filepath.Abs(root)
	s := source{rand.New(rand.NewPCG(2024, 7)), map[reflect.Type][]any{}, dir}
	add := func(all ...any) {
		for _, v := range all {
			s.made[reflect.TypeOf(v)] = append(s.made[reflect.TypeOf(v)], v)
		}
	}
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(err)
	for _, tag := range []language.Tag{language.Japanese, language.English, language.Und} {
		add(tag)
	}
	add(time.Time{}, time.Date(2024, 7, 1, 0, 0, 0, 0, time.UTC), time.Unix(1e18, 0))
	add(fault.ErrRange, (*fault.Reason)(nil), *fault.ErrSyntax)
	add(yen.Figure{}, yen.Exactly(0), yen.Exactly(math.MinInt64), yen.Exactly(5*yen.Oku))
	for _, num := range []int64{0, 1, -1, 9, 10_000_000, math.MaxInt64, math.MinInt64} {
		for _, den := range []int64{1, 3, 10, 10_000, math.MaxInt64} {
			r, err := yen.NewRatio(num, den)
			must(err)
			add(r, option.Ratio(r))
		}
	}
	for mode := range yen.Up + 2 {
		add(mode.To(1), mode.To(10), mode.To(0), mode.To(yen.Max))
	}
	add(option.Value{}, option.Yen(0), option.Yen(math.MinInt64), option.Of("limit"), option.Of("a").Times("b"),
		option.Of("90%"), option.Of("100"), option.Of("").Times("b"), option.Of("a").Times("A"), option.Of("a * b"))
	for _, text := range []string{"", "0001-01-01", "9999-12-31", "2024-02-29", "2024-07-01 16:00", "2024-07-01 16:00:01", "never"} {
		m := period.MustParseMoment(text)
		i, _ := m.Instant()
		add(m, m.Date(), i)
	}
	for _, text := range []string{"0001-01-01 00:00 - 9999-12-31 23:59:59", "2024-07-01 16:00 - 2025-07-01 16:00"} {
		add(period.Period{}, period.MustParse(text))
	}
	add(period.Span{}, period.Months(1), period.Days(100_000).ToMoment(), period.Days(0).ToMoment(), period.Months(-1))
	var facts fact.Set
	for range 4 {
		facts = facts.With(fact.Answer(s.IntN(7)), fact.Name("f"+string(rune('0'+s.IntN(10)))))
		add(facts)
	}
	add(fact.Set{}, fact.Set{}.Yes("a=no b"), fact.Set{}.Yes("\x1b"), facts.Vocabulary(), fact.Vocabulary{})
	form, err := facts.Vocabulary().Form(facts.Vocabulary().Names()...)
	must(err)
	add(form, fact.Form{})
	is, not, all, either := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	add(exclusions.Cond{}, either(), is("war"), all(is("a"), not(either(is("b"), not(not(is("c")))))), all(all(), not(is("d"))),
		is("no fact"), is("not"), all(make([]exclusions.Cond, 2_000)...))
	sheet := clause.NewSheet("計算", "Calculation")
	add(sheet, sheet.Add("X", 5, "行", "line").Note("X", "注", "note").Close("", "計", "total").Add("Y", -5, "\x1b", "\n"),
		sheet.Add("X", yen.Max+1, "", ""), clause.Sheet{})
	for _, text := range []string{"", "damages 69000000; defence 0"} {
		paid, err := limits.ParsePaid(text)
		must(err)
		add(paid)
	}
	for _, text := range []string{"", "reduced 500000; damages 150000000 99500000 100000000; defence 0 0"} {
		series, err := limits.ParseSeries(text)
		must(err)
		add(series, series.Reduce(-1), series.Reduce(yen.Max))
	}
	s.scheme(add, must)
	return s
}

// scheme makes the values that come of a scheme.
func (s source) scheme(add func(...any), must func(error)) {
	scheme, err := jisa2024.New()
	must(err)
	settled, err := jisa2024.Options().Settle(jisa2024.Standard())
	must(err)
	program, err := jisa2024.Limits().With(settled)
	must(err)
	pay, err := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: jisa2024.Damages, Amount: 2 * yen.Oku})
	must(err)
	bound, err := scheme.Schedule().Bind(scheme.Facts().Yes(jisa2024.WilfulAct))
	must(err)
	for x := range bound.Findings() {
		add(x)
	}
	add(jisa2024.Wording(), exclusions.Wording{}, jisa2024.Tariff().Rules(), jisa2024.Calendar().Calendar(), jisa2024.Options())
	add(tariff1(), premium.Rules{Tables: []premium.Table{{Rows: []premium.Row{{At: 1, Annual: 2}}}}})
	add(jisa2024.Tariff(), premium.Tariff{}, jisa2024.Calendar(), period.Schedule{}, settled, option.Settled{},
		jisa2024.Limits(), program, limits.Program{}, pay, limits.Payment{}, pay.Paid, pay.Series,
		scheme.Schedule(), exclusions.Schedule{}, bound, exclusions.Bound{}, exclusions.Finding{}, scheme, coverage.Scheme{})
	quote, err := scheme.Quote(coverage.Application{
		Company: "会社\x1b[2J\u202e\n偽", Business: "\u0085business", Applied: period.MustParseDate("2024-06-03"),
		Sales: premium.Sales{Amount: 7 * yen.Oku}, Options: scheme.Standard(),
	})
	must(err)
	policy, err := quote.Record("24-1")
	must(err)
	add(quote, coverage.Quote{}, policy, coverage.Policy{})
	var history coverage.History
	for i, facts := range []fact.Set{scheme.Defaults(), scheme.Facts(), scheme.Facts().Yes(jisa2024.WilfulAct)} {
		made := period.MustParseMoment("2024-09-10 10:00")
		a, err := policy.Assess(coverage.Claim{
			Number: "C-1",
			Series: "A" + string(rune('0'+i)), Facts: facts, Dates: coverage.Dates{Made: made, Cause: made, Discovered: made},
			Persons: []coverage.Person{{Name: "\x1b\u202e人", Facts: facts}},
			Items:   []coverage.Item{{Head: jisa2024.Damages, Claimed: 1_000 * yen.Man}, {Head: jisa2024.Defence, Claimed: 100 * yen.Man}},
		}, history)
		must(err)
		history = a.History
		add(a, coverage.Assessment{}, a.History, coverage.History{}, a.Payment, coverage.Payment{})
		for _, r := range a.Items() {
			add(r, coverage.Result{})
		}
		for _, n := range a.Questions() {
			add(n, coverage.Need{})
			for _, c := range n.Cases {
				add(c, coverage.Case{})
			}
		}
	}
}

// value returns a random value of a type, often one that was made. Of a type with
// private fields it is that or, if by hand is set, one that was made or the zero
// value with other exported fields.
func (s source) value(t reflect.Type, byHand bool) reflect.Value {
	v := reflect.New(t).Elem()
	if made := s.made[t]; len(made) > 0 && (!byHand || s.IntN(2) == 0) && (s.IntN(2) == 0 || hidden(t) != "") {
		v.Set(reflect.ValueOf(made[s.IntN(len(made))]))
		if !byHand || v.Kind() != reflect.Struct {
			return v
		}
	}
	n := s.IntN(4) - 1 // of a list; a nil one below zero
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(s.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		some := []int64{0, 1, -1, 5, 12, 31, 365, 2024, int64(5 * yen.Oku), int64(yen.Max), math.MaxInt64, math.MinInt64}
		v.SetInt(some[s.IntN(len(some))])
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		some := []uint64{0, 1, 2, 3, 4, 5, 6, 7, 255, math.MaxUint64}
		v.SetUint(some[s.IntN(len(some))])
	case reflect.Float64:
		v.SetFloat(s.NormFloat64())
	case reflect.String:
		some := []string{"", "a", "b", "X-1", "f1", "war", "damages", "limit", "会社", "<&>\u2028", "\x1b[2J", "a=no b", "\u202eabc", "\\\"\n"}
		v.SetString(some[s.IntN(len(some))])
	case reflect.Slice:
		if n >= 0 {
			v.Set(reflect.MakeSlice(t, n, n))
			for i := range n {
				v.Index(i).Set(s.value(t.Elem(), byHand && t.Elem() != t))
			}
		}
	case reflect.Array:
		for i := range t.Len() {
			v.Index(i).Set(s.value(t.Elem(), false))
		}
	case reflect.Map:
		if n >= 0 {
			v.Set(reflect.MakeMap(t))
			for range n {
				v.SetMapIndex(s.value(t.Key(), false), s.value(t.Elem(), false))
			}
		}
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() && s.IntN(8) > 0 {
				v.Field(i).Set(s.value(t.Field(i).Type, byHand && s.IntN(2) == 0))
			}
		}
	case reflect.Interface:
		some := []any{nil, int64(5), "5", []byte("2024-07-01"), 1.5, true, time.Time{}}
		if t.NumMethod() == 0 && s.IntN(8) > 0 {
			v.Set(reflect.ValueOf(&some[s.IntN(len(some))]).Elem())
		}
	}
	return v
}
