// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

func TestMain(m *testing.M)    { hostile.Main(m) }
func TestHostile(t *testing.T) { hostile.Rerun(t) }

func industries() []option.Class {
	return []option.Class{{Code: "retail", JA: "小売業", EN: "retail"}, {Code: "finance", JA: "金融業", EN: "finance"}}
}

// table returns the options of a made-up scheme.
func table() option.Table {
	return option.Table{
		{ID: "limit", EN: "limit", Least: 1, Standard: option.Yen(1 * yen.Oku)},
		{ID: "deductible", EN: "deductible", Most: 100 * yen.Man, Standard: option.Yen(100 * yen.Man)},
		{ID: "forensics", EN: "forensics", Printed: option.Range{Least: 500 * yen.Man, Most: 1 * yen.Oku}},
		{ID: "recall", EN: "recall", Standard: option.Of("limit"), With: "END-1"},
		{ID: "hotline", EN: "hotline", With: "END-2"},
		{ID: "declared", EN: "declared", Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(100))},
	}
}

func TestValues(t *testing.T) {
	third, err := yen.NewRatio(1, 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		v          option.Value
		text, json string
		en         string
	}{
		{option.Value{}, "", "null", ""},
		{option.Yen(0), "0", "0", "¥0"},
		{option.Yen(-5), "-5", "-5", "-¥5"},
		{option.Yen(1 * yen.Oku), "100000000", "100000000", "¥100,000,000"},
		{option.Ratio(yen.Ratio{}), "0%", `"0%"`, "0%"},
		{option.Ratio(third), "1/3", `"1/3"`, "1/3"},
		{option.Of("limit"), "limit", `"limit"`, "limit"},
		{option.Of("limit").Times("declared"), "limit * declared", `"limit * declared"`, "limit * declared"},
	} {
		parsed, err := option.Parse(c.text)
		if err != nil || parsed != c.v || c.v.String() != c.text || c.v.Text(language.English) != c.en || c.v.IsZero() != (c.text == "") {
			t.Errorf("%q: %v %v, %q", c.text, parsed, err, c.v.Text(language.English))
		}
		b, err := json.Marshal(c.v)
		back := option.Yen(7)
		if err != nil || string(b) != c.json || json.Unmarshal(b, &back) != nil || back != c.v {
			t.Errorf("%s, want %s; read as %v", b, c.json, back)
		}
	}
	for _, s := range []string{"-", "+1", "01", "1.5", "0.9", "a b", "A", "-a", "limit*declared", "limit * ", " * a", "limit * A", strings.Repeat("a", 65)} {
		if v, err := option.Parse(s); !errors.Is(err, fault.ErrSyntax) || !v.IsZero() {
			t.Errorf("%q: %v %v", s, v, err)
		}
	}
	for _, s := range []string{`""`, "1e3", "1.0", "true", "{}", `"\ud800x"`, `"limit`} {
		v := option.Yen(7)
		if err := json.Unmarshal([]byte(s), &v); err == nil || v != option.Yen(7) {
			t.Errorf("%s: %v %v", s, v, err)
		}
		if err := v.UnmarshalJSON([]byte(s)); err == nil || v != option.Yen(7) {
			t.Errorf("%s: %v %v", s, v, err)
		}
	}
	var quoted option.Value
	if err := json.Unmarshal([]byte(`"5"`), &quoted); err != nil || quoted != option.Yen(5) {
		t.Error(quoted, err)
	}
	if option.Yen(5).Times("a") != option.Yen(5) {
		t.Error("an amount has a factor")
	}
	if a, ok := option.Yen(5).Amount(); a != 5 || !ok {
		t.Error(a, ok)
	}
	if r, ok := option.Yen(5).Ratio(); r != (yen.Ratio{}) || ok {
		t.Error(r, ok)
	}
	if n := len(option.Yen(5).Names()) + len(option.Of("a").Names()) + len(option.Of("a").Times("b").Names()); n != 3 {
		t.Error(n)
	}
}

// TestValuesOfPolicy changes and compares what a policy states.
func TestValuesOfPolicy(t *testing.T) {
	var none option.Values
	one := none.With("a", option.Yen(1))
	two := one.With("b", option.Yen(0))
	if len(none) != 0 || len(one) != 1 || len(two) != 2 || !maps.Equal(two.With("b", option.Value{}), one) || none.With("a", option.Value{}) != nil {
		t.Error(none, one, two)
	}
	b, err := json.Marshal(two)
	var back option.Values
	if err != nil || string(b) != `{"a":1,"b":0}` || json.Unmarshal(b, &back) != nil || !maps.Equal(back, two) {
		t.Errorf("%s %v", b, back)
	}
}

// faults returns the path and the code of each fault.
func faults(err error) string {
	var all []string
	for _, e := range fault.All(err) {
		all = append(all, e.Path+" "+e.Reason.Code())
	}
	return strings.Join(all, ", ")
}

func TestCheck(t *testing.T) {
	if err := table().Check(); err != nil {
		t.Error(err)
	}
	good := option.Row{ID: "x", Standard: option.Yen(1)}
	for _, c := range []struct {
		change func(*option.Row)
		want   string
	}{
		{func(*option.Row) {}, ""},
		{func(r *option.Row) { r.ID = "" }, "[6].id syntax"},
		{func(r *option.Row) { r.ID = "1x" }, "[6].id syntax"},
		{func(r *option.Row) { r.ID = "x_y" }, "[6].id syntax"},
		{func(r *option.Row) { r.ID = "limit" }, "[6].id duplicate"},
		{func(r *option.Row) { r.Unit = option.AsRatio }, "[6].standard misplaced"},
		{func(r *option.Row) { r.Unit = "miles" }, "[6].unit unknown"},
		{func(r *option.Row) { r.Unit = option.ByClass }, "[6].classes missing, [6].standard misplaced"},
		{func(r *option.Row) { r.Classes = industries() }, "[6].classes misplaced"},
		{func(r *option.Row) { r.Unit, r.Classes, r.Standard = option.ByClass, industries(), option.Of("retail") }, ""},
		{func(r *option.Row) { r.Unit, r.Classes, r.Standard = option.ByClass, industries(), option.Of("limit") }, "[6].standard unknown"},
		{func(r *option.Row) {
			r.Unit, r.Classes, r.Standard = option.ByClass, append(industries(), option.Class{Code: "retail"}, option.Class{}), option.Value{}
		}, "[6].classes[2].code duplicate, [6].classes[3].code syntax"},
		{func(r *option.Row) {
			r.Unit, r.Classes, r.Standard = option.ByClass, make([]option.Class, 257), option.Value{}
		},
			"[6].classes size"},
		{func(r *option.Row) { r.Unit, r.Least, r.Most, r.Standard = option.People, 1, 500, option.Number(501) }, "[6].standard range"},
		{func(r *option.Row) { r.Unit, r.Standard = option.People, option.Of("limit") }, "[6].standard misplaced"},
		{func(r *option.Row) { r.Least = -1 }, "[6].least range"},
		{func(r *option.Row) { r.Most = yen.Max + 1 }, "[6].least range"},
		{func(r *option.Row) { r.Least = yen.Max + 1 }, "[6].least range, [6].standard range"},
		{func(r *option.Row) { r.Least, r.Most = 9, 8 }, "[6].least order, [6].standard range"},
		{func(r *option.Row) { r.Printed = option.Range{Least: 2, Most: 1} }, "[6].printed order"},
		{func(r *option.Row) { r.Printed = option.Range{Least: -2, Most: 1} }, "[6].printed range"},
		{func(r *option.Row) { r.Most, r.Standard = 5, option.Yen(6) }, "[6].standard range"},
		{func(r *option.Row) { r.Standard = option.Ratio(yen.Percent(5)) }, "[6].standard misplaced"},
		{func(r *option.Row) { r.Standard = option.Of("x") }, "[6].standard unknown"},
		{func(r *option.Row) { r.Standard = option.Of("recall") }, "[6].standard unknown"},
		{func(r *option.Row) { r.Standard, r.With = option.Of("recall"), "END-1" }, ""},
		{func(r *option.Row) { r.Standard = option.Of("declared") }, "[6].standard misplaced"},
		{func(r *option.Row) { r.Standard = option.Of("limit").Times("declared") }, "[6].standard misplaced"},
		{func(r *option.Row) { r.Standard = option.Of("forensics") }, "[6].standard open"},
		{func(r *option.Row) { r.Unit, r.Standard = option.AsRatio, option.Ratio(yen.Percent(101)) }, "[6].standard range"},
		{func(r *option.Row) {
			r.Unit, r.Standard, r.Least, r.Printed = option.AsRatio, option.Value{}, 1, option.Range{Most: 1}
		}, "[6].least misplaced, [6].printed misplaced"},
	} {
		row := good
		c.change(&row)
		if got := faults(append(table(), row).Check()); got != c.want {
			t.Errorf("%+v: %q, want %q", row, got, c.want)
		}
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct {
		v    option.Value
		like option.Row
		want string
	}{
		{option.Yen(5), option.Row{}, ""},
		{option.Of("limit"), option.Row{}, ""},
		{option.Of("limit").Times("declared"), option.Row{}, ""},
		{option.Of("declared"), option.Row{Unit: option.AsRatio}, ""},
		{option.Ratio(yen.Percent(5)), option.Row{Unit: option.AsRatio}, ""},
		{option.Value{}, option.Row{}, " missing"},
		{option.Yen(5), option.Row{Unit: option.AsRatio}, " misplaced"},
		{option.Yen(-1), option.Row{}, " range"},
		{option.Yen(yen.Max + 1), option.Row{}, " range"},
		{option.Ratio(yen.Percent(-1)), option.Row{Unit: option.AsRatio}, " range"},
		{option.Of("none"), option.Row{}, " unknown"},
		{option.Of("limit").Times("none"), option.Row{}, " unknown"},
		{option.Of("limit"), option.Row{Unit: option.AsRatio}, " misplaced"},
		{option.Of("limit").Times("limit"), option.Row{}, " misplaced"},
		{option.Of("declared").Times("declared"), option.Row{Unit: option.AsRatio}, " misplaced"},
	} {
		if got := faults(table().Fits(c.v, c.like)); got != c.want {
			t.Errorf("%v as %+v: %q, want %q", c.v, c.like, got, c.want)
		}
	}
}

func TestSettle(t *testing.T) {
	for _, c := range []struct {
		stated   option.Values
		attached []clause.ID
		want     string
	}{
		{nil, nil, ""},
		{nil, []clause.ID{"END-1"}, ""},
		{nil, []clause.ID{"END-2"}, "options.hotline missing"},
		{option.Values{"hotline": {}}, []clause.ID{"END-2"}, "options.hotline missing"},
		{option.Values{"hotline": option.Yen(0)}, []clause.ID{"END-2"}, ""},
		{option.Values{"hotline": {}, "forensics": {}}, nil, ""},
		{option.Values{"hotline": option.Yen(1)}, []clause.ID{"END-1"}, "options.hotline misplaced"},
		{option.Values{"limit": option.Yen(0)}, nil, "options.limit range"},
		{option.Values{"limit": option.Yen(yen.Max)}, nil, ""},
		{option.Values{"limit": option.Yen(yen.Max + 1)}, nil, "options.limit range"},
		{option.Values{"deductible": option.Yen(0)}, nil, ""},
		{option.Values{"deductible": option.Yen(100*yen.Man + 1)}, nil, "options.deductible range"},
		{option.Values{"forensics": option.Yen(1)}, nil, ""},
		{option.Values{"declared": option.Ratio(yen.Ratio{})}, nil, ""},
		{option.Values{"declared": option.Ratio(yen.Percent(101))}, nil, "options.declared range"},
		{option.Values{"declared": option.Yen(1)}, nil, "options.declared misplaced"},
		{option.Values{"limit": option.Of("deductible")}, nil, "options.limit misplaced"},
		{option.Values{"b": option.Yen(1), "a": {}, "limit": option.Yen(-1)}, nil, "options.limit range, options.a unknown, options.b unknown"},
	} {
		if _, err := table().Settle(c.stated, c.attached...); faults(err) != c.want {
			t.Errorf("%v with %v: %q, want %q", c.stated, c.attached, faults(err), c.want)
		}
		if err := table().Accepts(c.stated, c.attached...); faults(err) != c.want {
			t.Errorf("%v with %v: accepts: %q, want %q", c.stated, c.attached, faults(err), c.want)
		}
	}
	// A table that was not checked.
	for _, row := range []option.Row{{}, {ID: "a", Standard: option.Of("a")}, {ID: "a", Unit: option.AsRatio, Standard: option.Yen(1)}} {
		if _, err := (option.Table{row}).Settle(nil); err == nil {
			t.Errorf("%+v is settled", row)
		}
	}
}

func TestSettledFigures(t *testing.T) {
	declared, err := yen.NewRatio(109, 152)
	if err != nil {
		t.Fatal(err)
	}
	s, err := table().Settle(option.Values{"limit": option.Yen(7_000 * yen.Man), "declared": option.Ratio(declared)}, "END-1")
	if err != nil {
		t.Fatal(err)
	}
	type amounts = option.Range
	for _, c := range []struct {
		v    option.Value
		want amounts
		code string
	}{
		{option.Yen(5), amounts{5, 5}, ""},
		{option.Of("limit"), amounts{70_000_000, 70_000_000}, ""},
		{option.Of("deductible"), amounts{1_000_000, 1_000_000}, ""},
		{option.Of("recall"), amounts{70_000_000, 70_000_000}, ""},
		{option.Of("forensics"), amounts{5_000_000, 100_000_000}, ""},
		{option.Of("limit").Times("declared"), amounts{50_197_368, 50_197_368}, ""}, // 50,197,368.4
		{option.Of("forensics").Times("declared"), amounts{3_585_526, 71_710_526}, ""},
		{option.Of("declared"), amounts{}, " misplaced"},
		{option.Ratio(declared), amounts{}, " misplaced"},
		{option.Value{}, amounts{}, " missing"},
		{option.Of("none"), amounts{}, " unknown"},
		{option.Of("hotline"), amounts{}, " missing"},
		{option.Of("limit").Times("none"), amounts{}, " unknown"},
		{option.Of("limit").Times("deductible"), amounts{}, " misplaced"},
	} {
		if got, err := s.Amount(c.v); got != c.want || faults(err) != c.code {
			t.Errorf("%v: %+v %v, want %+v%s", c.v, got, err, c.want, c.code)
		}
	}
	for v, want := range map[option.Value]string{
		option.Of("declared"): "", option.Ratio(declared): "", option.Of("limit"): " misplaced", option.Yen(1): " misplaced",
		{}: " missing", option.Of("none"): " unknown",
	} {
		got, err := s.Ratio(v)
		if faults(err) != want || (got == declared) != (err == nil) {
			t.Errorf("%v: %v %v, want%s", v, got, err, want)
		}
	}
	if !s.Attached("END-1") || s.Attached("END-2") || (option.Settled{}).Attached("END-1") {
		t.Error("the endorsements are not those attached")
	}
	unchecked := option.Table{{ID: "a", Least: -9, Standard: option.Yen(-9)}, {ID: "r", Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(5))}}
	if s, err = unchecked.Settle(nil); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Amount(option.Of("a").Times("r")); got != (option.Range{}) || err != nil { // -0.45 cut to the yen
		t.Error(got, err)
	}
}

// TestProducts compares products to big numbers.
func TestProducts(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	rows := option.Table{{ID: "a"}, {ID: "r", Unit: option.AsRatio}}
	if err := rows.Check(); err != nil {
		t.Fatal(err)
	}
	for range cases.Rounds(t) {
		a, den := rnd.Int64N(int64(yen.Max)+1), 1+rnd.Int64N(1<<62)>>rnd.IntN(60)
		num := rnd.Int64N(den + 1)
		r, err := yen.NewRatio(num, den)
		if err != nil {
			t.Fatal(err)
		}
		s, err := rows.Settle(option.Values{"a": option.Yen(yen.Amount(a)), "r": option.Ratio(r)})
		if err != nil {
			t.Fatal(err)
		}
		want := new(big.Int).Mul(big.NewInt(a), big.NewInt(num))
		want.Div(want, big.NewInt(den))
		if f, err := s.Amount(option.Of("a").Times("r")); err != nil || f.Least != f.Most || int64(f.Least) != want.Int64() {
			t.Fatalf("%d * %d/%d is %+v %v, want %v", a, num, den, f, err, want)
		}
	}
}

func TestRanges(t *testing.T) {
	r := option.Range{Least: 5, Most: 9}
	var has []yen.Amount
	for a := yen.Amount(3); a < 12; a++ {
		if r.Has(a) {
			has = append(has, a)
		}
	}
	if !slices.Equal(has, []yen.Amount{5, 6, 7, 8, 9}) || (option.Range{}).Has(0) {
		t.Error(has)
	}
	if r.Text(language.English) != "¥5 to ¥9" || r.Text(language.Japanese) != "5円から9円まで" || (option.Range{}).Text(language.English) != "" {
		t.Error(r.Text(language.English), r.Text(language.Japanese))
	}
	if row, ok := table().Row("forensics"); !ok || !row.CanBeOpen() {
		t.Errorf("%+v", row)
	}
	if row, ok := table().Row("none"); ok || !row.Standard.IsZero() || row.CanBeOpen() {
		t.Errorf("%+v", row)
	}
}

// TestTableAsJSON stores a table and reads back an equal one.
func TestTableAsJSON(t *testing.T) {
	b, err := json.Marshal(append(table(), unitRows()...))
	if err != nil {
		t.Fatal(err)
	}
	var back option.Table
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, append(table(), unitRows()...)) {
		t.Errorf("%s: %+v %v", b, back, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "0", "-5", "90%", "109/152", "limit", "limit * declared", "a * b * c", "１０"} {
		f.Add(s)
	}
	for _, w := range cases.Written(f, "written-amounts.txt") {
		f.Add(w.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := option.Parse(s)
		if err != nil {
			if cases.Outcome(t, "", err); !v.IsZero() {
				t.Errorf("%q: %v %v", s, v, err)
			}
			return
		}
		if a, ok := v.Amount(); v.String() != s && (!ok || a != yen.MustParse(s)) {
			t.Errorf("%q is read as %v", s, v)
		}
		readBack(t, v)
	})
}

func TestCheckIsBounded(t *testing.T) {
	var table option.Table
	for i := range 1024 {
		table = append(table, option.Row{ID: option.ID(fmt.Sprint("o", i)), Standard: option.Yen(0)})
	}
	if err := table.Check(); err != nil {
		t.Error(err)
	}
	if err := append(table, option.Row{}).Check(); !errors.Is(err, fault.ErrSize) || len(fault.All(err)) != 1 {
		t.Error(err)
	}
}

// A name that another text could be read for is not written.
func TestValueIsNotWritten(t *testing.T) {
	for _, v := range []option.Value{
		option.Of(""), option.Of("90%"), option.Of("100"), option.Of("a * b"), option.Of("A"), option.Of("a").Times("B"),
	} {
		if b, err := v.MarshalJSON(); !errors.Is(err, fault.ErrSyntax) || b != nil {
			t.Errorf("%s, %v", b, err)
		}
	}
}

// readBack demands that the texts of a value read back as it, and that its JSON has
// one form.
func readBack(t *testing.T, v option.Value) {
	t.Helper()
	texts := []string{v.String()}
	if a, _ := v.Amount(); -yen.Max <= a && a <= yen.Max {
		texts = append(texts, v.Text(language.Japanese), v.Text(language.English))
	}
	for i, s := range texts {
		if back, err := option.Parse(s); err != nil || back != v {
			t.Errorf("%v is written %q, which is read as %v, %v", v, s, back, err)
		}
		quoted, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		back := option.Of("kept")
		if err := json.Unmarshal(quoted, &back); s != "" && (i == 0 || s == texts[0]) != (err == nil) || err != nil && back != option.Of("kept") {
			t.Errorf("%s is read as %v, %v", quoted, back, err)
		}
	}
}

// TestTextsReadBack reads back what is written of values.
func TestTextsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range cases.Rounds(t) {
		ratio, err := yen.NewRatio(r.Int64N(1_000)-100, 1+r.Int64N(1_000))
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []option.Value{
			{}, option.Ratio(ratio), option.Of("a").Times("b"),
			option.Yen(yen.Amount(r.Int64N(2*int64(yen.Max)+1)) - yen.Max),
			option.Yen(yen.Amount(r.Int64() >> r.IntN(63))),
		} {
			readBack(t, v)
		}
	}
}

// TestLongInput refuses a text of ten million bytes for its length.
func TestLongInput(t *testing.T) {
	name, number := cases.Long("a"), cases.Long("9")
	quoted, bytes := []byte(cases.Long(`"a`)), []byte(number)
	for _, read := range []func() error{
		func() error { _, err := option.Parse(name); return err },
		func() error { _, err := option.Parse(number); return err },
		func() error { return new(option.Value).UnmarshalJSON(quoted) },
		func() error { return new(option.Value).UnmarshalJSON(bytes) },
		func() error {
			_, err := table().Settle(option.Values{option.ID(name): option.Of(option.ID(name))})
			return err
		},
		func() error { return table().Fits(option.Of(option.ID(name)), option.Row{}) },
		func() error { return option.Table{{ID: option.ID(name)}}.Check() },
	} {
		cases.Refused(t, "", read)
	}
}

// unitRows returns options of each unit.
func unitRows() option.Table {
	return option.Table{
		{ID: "staff", Unit: option.People, Least: 1, Most: 500, Standard: option.Number(10)},
		{ID: "wait", Unit: option.Hours, Standard: option.Number(12)},
		{ID: "servers", Unit: option.Pieces, Printed: option.Range{Least: 1, Most: 3}},
		{ID: "all", Unit: option.People, Standard: option.Of("staff")},
		{ID: "industry", Unit: option.ByClass, Classes: industries(), Standard: option.Of("finance")},
		{ID: "plan", Unit: option.ByClass, Classes: industries(), With: "END-1"},
	}
}

// TestUnits settles numbers and classes, and shows them with their units.
func TestUnits(t *testing.T) {
	rows := unitRows()
	if err := rows.Check(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		stated   option.Values
		attached []clause.ID
		want     string
	}{
		{nil, nil, ""},
		{nil, []clause.ID{"END-1"}, "options.plan missing"},
		{option.Values{"plan": option.Of("retail")}, []clause.ID{"END-1"}, ""},
		{option.Values{"staff": option.Number(0)}, nil, "options.staff range"},
		{option.Values{"staff": option.Number(1)}, nil, ""},
		{option.Values{"staff": option.Number(500)}, nil, ""},
		{option.Values{"staff": option.Number(501)}, nil, "options.staff range"},
		{option.Values{"staff": option.Ratio(yen.Percent(5))}, nil, "options.staff misplaced"},
		{option.Values{"industry": option.Of("shops")}, nil, "options.industry unknown"},
		{option.Values{"industry": option.Number(1)}, nil, "options.industry misplaced"},
		{option.Values{"industry": option.Of("retail").Times("staff")}, nil, "options.industry misplaced"},
	} {
		if _, err := rows.Settle(c.stated, c.attached...); faults(err) != c.want {
			t.Errorf("%v: %q, want %q", c.stated, faults(err), c.want)
		}
	}
	_, err := rows.Settle(option.Values{"staff": option.Number(501), "industry": option.Of("shops")})
	var wants []string
	for _, f := range fault.All(err) {
		wants = append(wants, f.Want)
	}
	if !slices.Equal(wants, []string{"1名 - 500名", "retail, finance"}) {
		t.Error(wants)
	}
	s, err := rows.Settle(option.Values{"staff": option.Number(3)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		v    option.Value
		unit option.Unit
		want option.Range
		code string
	}{
		{option.Of("staff"), option.People, option.Range{Least: 3, Most: 3}, ""},
		{option.Of("all"), option.People, option.Range{Least: 3, Most: 3}, ""},
		{option.Of("wait"), option.Hours, option.Range{Least: 12, Most: 12}, ""},
		{option.Of("servers"), option.Pieces, option.Range{Least: 1, Most: 3}, ""},
		{option.Number(7), option.Hours, option.Range{Least: 7, Most: 7}, ""},
		{option.Of("staff"), option.Hours, option.Range{}, " misplaced"},
		{option.Of("industry"), option.People, option.Range{}, " misplaced"},
	} {
		if got, err := s.Number(c.v, c.unit); got != c.want || faults(err) != c.code {
			t.Errorf("%v: %v %v", c.v, got, err)
		}
	}
	for id, want := range map[option.ID]option.Value{
		"staff": option.Number(3), "all": option.Number(3), "servers": {}, "industry": option.Of("finance"),
	} {
		row, _ := s.Row(id)
		if v, ok := s.Value(id); v != want || !ok || row.ID != id {
			t.Errorf("%s: %v %v", id, v, ok)
		}
	}
	for _, id := range []option.ID{"plan", "none"} {
		if v, ok := s.Value(id); ok || !v.IsZero() {
			t.Error(id, v)
		}
	}
	if v, ok := must(table().Settle(nil)).Value("declared"); v != option.Ratio(yen.Percent(100)) || !ok {
		t.Error(v, ok)
	}
	for _, c := range []struct {
		id     option.ID
		v      option.Value
		ja, en string
	}{
		{"staff", option.Number(1), "1名", "1 person"},
		{"staff", option.Number(1200), "1,200名", "1,200 persons"},
		{"wait", option.Number(12), "12時間", "12 hours"},
		{"servers", option.Number(2), "2個", "2 pieces"},
		{"industry", option.Of("retail"), "小売業", "retail"},
		{"industry", option.Of("shops"), "shops", "shops"},
		{"staff", option.Of("limit"), "limit", "limit"},
		{"staff", option.Value{}, "", ""},
	} {
		row, _ := rows.Row(c.id)
		if ja, en := row.Text(c.v, language.Japanese), row.Text(c.v, language.English); ja != c.ja || en != c.en {
			t.Errorf("%s: %s, %s", c.id, ja, en)
		}
	}
	if got := option.InYen.Text(5, language.English); got != "5" {
		t.Error(got)
	}
	if got := (option.Row{}).Text(option.Yen(5), language.English); got != "¥5" {
		t.Error(got)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// TestRowParse reads every text of a value, and refuses what is of another unit.
func TestRowParse(t *testing.T) {
	for _, u := range []option.Unit{option.InYen, option.AsRatio, option.People, option.Pieces, option.Hours, option.ByClass} {
		row := option.Row{Unit: u}
		values := []option.Value{option.Number(0), option.Number(1), option.Number(2), option.Number(1_234_567), option.Number(100_000_000)}
		switch u {
		case option.AsRatio:
			values = []option.Value{option.Ratio(yen.Percent(0)), option.Ratio(yen.Percent(90)), option.Ratio(yen.Percent(100))}
		case option.ByClass:
			row.Classes = industries()
			values = nil
			for _, c := range industries() {
				values = append(values, option.Of(c.Code))
			}
		}
		for _, v := range values {
			for _, s := range []string{row.Text(v, language.Japanese), row.Text(v, language.English), "　" + v.String() + " "} {
				if got, err := row.Parse(s); err != nil || got != v {
					t.Errorf("%q: %q is read as %v, not %v: %v", u, s, got, v, err)
				}
			}
		}
		for _, s := range []string{"x", "1x", strings.Repeat("9", 300), strings.Repeat("x", 300), "1.5"} {
			if got, err := row.Parse(s); err == nil || !got.IsZero() {
				t.Errorf("%q: %.9q is read as %v", u, s, got)
			}
		}
		if got, err := row.Parse("　 "); err != nil || !got.IsZero() {
			t.Errorf("%q: spaces are read as %v, %v", u, got, err)
		}
	}
	hours := option.Row{Unit: option.Hours}
	for s, want := range map[string]int64{"12時間": 12, "１２ Hours": 12, "1 hour": 1, "1,000": 1000, "24": 24} {
		if got, err := hours.Parse(s); err != nil || got != option.Number(want) {
			t.Errorf("%s is read as %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"12名", "12円", "¥12", "時間"} {
		if got, err := hours.Parse(s); err == nil {
			t.Errorf("%s is read as %v", s, got)
		}
	}
}
