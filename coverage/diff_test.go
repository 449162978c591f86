// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding"
	"encoding/json"
	"errors"

	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"

	"github.com/baiseki/baiseki/yen"
)

// reread returns the rules as they are read back from JSON.
func reread(t testing.TB, r coverage.Rules) (back coverage.Rules) {
	t.Helper()
	b, err := json.Marshal(r)
	if err == nil {
		err = json.Unmarshal(b, &back)
	}
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func edition2024(t testing.TB, readings ...coverage.Reading) coverage.Rules {
	t.Helper()
	r, err := jisa2024.Rules(readings...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestDiffOfTheSame(t *testing.T) {
	for _, r := range []coverage.Rules{
		{}, edition2024(t), edition2024(t, jisa2024.MidTermByShortRate), madeRules(t), madeRules(t, pilotsBuiltIn),
		{Attached: []clause.ID{}, Standard: option.Values{}, Limits: limits.Node{Terms: []limits.Term{}}},
	} {
		if all := coverage.Diff(r, r); len(all) > 0 {
			t.Errorf("%v differs from itself: %v", r.Edition, all)
		}
		if all := coverage.Diff(r, reread(t, r)); len(all) > 0 {
			t.Errorf("%v differs from what is read back: %v", r.Edition, all)
		}
	}
}

// A mutation is one change that a test made: what Diff must list.
type mutation struct {
	path string
	kind coverage.ChangeKind
	make func()
}

// A mutator finds what of some rules can be changed.
type mutator struct {
	*rand.Rand
	t     testing.TB
	all   []mutation
	types map[reflect.Type]bool // of the fields that are changed
	lists map[string]bool       // in which rows are added, removed and moved
}

// rowID returns the ID of a row, of its JSON form.
func (m *mutator) rowID(v reflect.Value) string {
	b, err := json.Marshal(v.Interface())
	var row map[string]any
	if err != nil || json.Unmarshal(b, &row) != nil {
		m.t.Fatal(err, string(b))
	}
	for _, name := range strings.Fields("id fact head code clause with") {
		switch x := row[name].(type) {
		case string:
			if x != "" {
				return x
			}
		case map[string]any:
			if id, ok := x["id"].(string); ok && id != "" {
				return id
			}
		}
	}
	return ""
}

// rename gives a row another ID, and reports whether it has one.
func (m *mutator) rename(v reflect.Value, id string) bool {
	for _, name := range strings.Fields("ID Fact Head Code Clause With") {
		f := v.FieldByName(name)
		switch {
		case !f.IsValid() || f.IsZero():
		case f.Kind() == reflect.String:
			f.SetString(id)
			return true
		default:
			f.FieldByName("ID").SetString(id)
			return true
		}
	}
	return false
}

func isLeaf(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) || t.Kind() != reflect.Struct && t.Kind() != reflect.Slice && t.Kind() != reflect.Map
}

// flat reports whether a struct has no lists and no parts of its own.
func flat(t reflect.Type) bool {
	for i := range t.NumField() {
		if !isLeaf(t.Field(i).Type) {
			return false
		}
	}
	return true
}

// change returns what sets a leaf or a list of names to another value.
func (m *mutator) change(v reflect.Value) func() {
	m.types[v.Type()] = true
	set := func(x any) func() { return func() { v.Set(reflect.ValueOf(x)) } }
	switch x := v.Interface().(type) {
	case exclusions.Cond:
		return set(exclusions.Not(x))
	case fact.Truth:
		return set((x + 1) % 3)
	case option.Value:
		if x == option.Yen(7) {
			return set(option.Ratio(yen.Percent(7)))
		}
		return set(option.Yen(7))
	case yen.Ratio:
		if x == yen.Percent(7) {
			return set(yen.Percent(8))
		}
		return set(yen.Percent(7))
	case yen.Rounding:
		if x == yen.Up.To(3) {
			return set(yen.Up.To(4))
		}
		return set(yen.Up.To(3))
	case period.Date:
		next, err := x.AddDays(1)
		if err != nil {
			m.t.Fatal(err)
		}
		return set(next)
	case period.Period:
		return set(period.MustParse("2030-01-01 00:00 - 2031-01-01 00:00"))
	case period.Span:
		if x == period.Months(7) {
			return set(period.Days(8))
		}
		return set(period.Months(7))
	}
	switch v.Kind() {
	case reflect.Bool:
		return func() { v.SetBool(!v.Bool()) }
	case reflect.String:
		return func() { v.SetString(v.String() + "x") }
	case reflect.Int, reflect.Int64:
		return func() { v.SetInt(v.Int() + 1) }
	case reflect.Slice:
		if n := v.Len(); n > 1 && m.IntN(2) == 0 && fmt.Sprint(v.Index(0)) != fmt.Sprint(v.Index(n-1)) {
			return func() { reflect.Swapper(v.Interface())(0, n-1) }
		}
		more := reflect.New(v.Type().Elem()).Elem()
		m.change(more)()
		return func() { v.Set(reflect.Append(v, more)) }
	}
	m.t.Fatalf("a field of the type %v cannot be changed here", v.Type())
	return nil
}

func (m *mutator) add(path string, kind coverage.ChangeKind, make func()) {
	m.all = append(m.all, mutation{path, kind, make})
}

// find finds what of a value can be changed.
func (m *mutator) find(path string, v reflect.Value) {
	switch {
	case isLeaf(v.Type()) || v.Kind() == reflect.Slice && isLeaf(v.Type().Elem()):
		m.add(path, coverage.Changed, m.change(v))
	case v.Kind() == reflect.Slice:
		m.rows(path, v)
	case v.Kind() == reflect.Map:
		for _, k := range v.MapKeys() {
			m.add(path+"["+k.String()+"]", coverage.Changed, func() { v.SetMapIndex(k, reflect.ValueOf(option.Yen(7))) })
			m.add(path+"["+k.String()+"]", coverage.Removed, func() { v.SetMapIndex(k, reflect.Value{}) })
		}
		if !v.IsNil() {
			m.add(path+"[new]", coverage.Added, func() { v.SetMapIndex(reflect.ValueOf(option.ID("new")), reflect.ValueOf(option.Yen(7))) })
		}
	case flat(v.Type()) && v.IsZero():
		m.add(path, coverage.Added, m.change(v.Field(0)))
	case flat(v.Type()) && path != "" && m.IntN(8) == 0:
		m.add(path, coverage.Removed, v.SetZero)
	default:
		m.fields(path, v)
	}
}

func (m *mutator) fields(path string, v reflect.Value) {
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if path != "" {
			name = path + "." + name
		}
		m.find(name, v.Field(i))
	}
}

func (m *mutator) rows(path string, v reflect.Value) {
	if v.Len() == 0 {
		return
	}
	count, ids := map[string]int{"": 2}, make([]string, v.Len())
	for i := range ids {
		ids[i] = m.rowID(v.Index(i))
		count[ids[i]]++
	}
	label := func(i int) string {
		if count[ids[i]] == 1 {
			return path + "[" + ids[i] + "]"
		}
		return fmt.Sprintf("%s[%d]", path, i)
	}
	m.lists[regexp.MustCompile(`\[.*?\]`).ReplaceAllString(path, "")] = true
	rebuild := func(rows ...reflect.Value) { v.Set(reflect.Append(reflect.MakeSlice(v.Type(), 0, 0), rows...)) }
	var rows []reflect.Value
	for i := range v.Len() {
		rows = append(rows, v.Index(i))
	}
	i := m.IntN(v.Len())
	switch n := m.IntN(6); {
	case n == 0:
		m.add(label(i), coverage.Removed, func() { rebuild(slices.Delete(slices.Clone(rows), i, i+1)...) })
	case n == 1 && count[ids[i]] == 1:
		row := reflect.New(v.Type().Elem()).Elem()
		row.Set(rows[i])
		m.rename(row, "NEW")
		m.add(path+"[NEW]", coverage.Added, func() { rebuild(slices.Insert(slices.Clone(rows), i, row)...) })
	case n == 1:
		row := reflect.New(v.Type().Elem()).Elem()
		m.add(fmt.Sprintf("%s[%d]", path, i), coverage.Added, func() { rebuild(slices.Insert(slices.Clone(rows), i, row)...) })
	case n == 2 && len(rows) > 1:
		k := (i + 1 + m.IntN(len(rows)-1)) % len(rows)
		if cmp.Equal(rows[i].Interface(), rows[k].Interface(), all()) {
			break
		}
		m.add(path, coverage.Moved, func() {
			moved := slices.Clone(rows)
			moved[i], moved[k] = moved[k], moved[i]
			rebuild(moved...)
		})
	default:
		for i, row := range rows {
			at, before := label(i), len(m.all)
			m.fields(at, row)
			m.all = append(m.all[:before], slices.DeleteFunc(slices.Clone(m.all[before:]), func(x mutation) bool { // what changes the ID of the row
				name := strings.TrimPrefix(x.path, at+".")
				if !slices.Contains(strings.Fields("id fact head code clause clause.id with"), name) {
					return false
				}
				was := reflect.New(row.Type()).Elem()
				was.Set(row)
				x.make()
				renamed := m.rowID(row) != ids[i]
				row.Set(was)
				return renamed
			})...)
		}
	}
}

func all() cmp.Option { return cmp.Exporter(func(reflect.Type) bool { return true }) }

// mirror returns the change of the arguments the other way round.
func mirror(c coverage.Change) coverage.Change {
	arrow := regexp.MustCompile(`(\d+)→(\d+)`)
	c.Path = arrow.ReplaceAllString(c.Path, "$2→$1")
	c.Was, c.Is = c.Is, c.Was
	switch c.Kind {
	case coverage.Added:
		c.Kind = coverage.Removed
	case coverage.Removed:
		c.Kind = coverage.Added
	case coverage.Moved:
		for _, n := range []*clause.Note{&c.Was, &c.Is} {
			n.JA, n.EN = arrow.ReplaceAllString(n.JA, "$2→$1"), arrow.ReplaceAllString(n.EN, "$2→$1")
		}
	}
	return c
}

// TestDiff changes some of the rules of an edition at random, and demands of Diff what was
// changed and no more, and the mirror of it the other way round.
func TestDiff(t *testing.T) {
	editions := []coverage.Rules{
		edition2024(t, jisa2024.MidTermByShortRate), edition2024(t), madeRules(t), madeRules(t, pilotsBuiltIn),
	}
	m := &mutator{rand.New(rand.NewPCG(5, 8)), t, nil, map[reflect.Type]bool{}, map[string]bool{}}
	for range max(cases.Rounds(t)/50, 60) {
		was := editions[m.IntN(len(editions))]
		is := reread(t, was)
		m.all = nil
		m.find("", reflect.ValueOf(&is).Elem())
		m.Shuffle(len(m.all), func(i, j int) { m.all[i], m.all[j] = m.all[j], m.all[i] })
		var done []mutation
		for _, x := range m.all {
			apart := func(y mutation) bool { return strings.HasPrefix(x.path, y.path) || strings.HasPrefix(y.path, x.path) }
			if len(done) < 1+m.IntN(12) && !slices.ContainsFunc(done, apart) {
				done = append(done, x)
			}
		}
		slices.SortFunc(done, func(a, b mutation) int { return len(b.path) - len(a.path) }) // what is within rows first
		want, got := []string{}, []string{}
		for _, x := range done {
			x.make()
			want = append(want, x.path+" "+string(x.kind))
		}
		changes := coverage.Diff(was, is)
		for _, c := range changes {
			got = append(got, c.Path+" "+string(c.Kind))
			if c.Kind == coverage.Changed && c.Was == c.Is || c.String() == "" || c.Text(language.Japanese) == "" {
				t.Errorf("%+v says nothing", c)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v: %s", was.Edition, diff)
		}
		mirrored, back := []string{}, []string{}
		for _, c := range changes {
			mirrored = append(mirrored, fmt.Sprintf("%+v", mirror(c)))
		}
		for _, c := range coverage.Diff(is, was) {
			back = append(back, fmt.Sprintf("%+v", c))
		}
		slices.Sort(mirrored)
		slices.Sort(back)
		if diff := cmp.Diff(mirrored, back); diff != "" {
			t.Fatalf("the other way round: %s", diff)
		}
	}
	if testing.Verbose() {
		t.Log(slices.Sorted(maps.Keys(m.lists)), len(m.types))
	}
}

// TestDiffKnows demands of every type of a value in the rules that Diff has a way to
// compare and to write it.
func TestDiffKnows(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var look func(path string, typ reflect.Type)
	look = func(path string, typ reflect.Type) {
		if seen[typ] || typ.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
			return
		}
		seen[typ] = true
		switch typ.Kind() {
		case reflect.Bool, reflect.String, reflect.Int, reflect.Int64:
		case reflect.Slice:
			look(path+"[]", typ.Elem())
		case reflect.Map:
			if typ.Key().Kind() != reflect.String {
				t.Errorf("%s has keys of the type %v", path, typ.Key())
			}
			look(path+"[]", typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); !f.IsExported() || name == "" {
					t.Errorf("%s.%s has no name or is hidden", path, f.Name)
				}
				look(path+"."+f.Name, f.Type)
			}
		default:
			t.Errorf("%s has the type %v", path, typ)
		}
	}
	look("Rules", reflect.TypeFor[coverage.Rules]())
}

// TestDiffTexts compares small rules by hand.
func TestDiffTexts(t *testing.T) {
	rows := func(all ...option.Row) coverage.Rules { return coverage.Rules{Options: all} }
	terms := func(all ...limits.Term) (r coverage.Rules) {
		r.Limits.Terms = all
		return r
	}
	notes := func(all ...string) (r coverage.Rules) {
		for _, s := range all {
			r.Settings = append(r.Settings, coverage.Setting{EN: s})
		}
		return r
	}
	options := func(unit option.Unit, standard yen.Amount, stated option.Values) coverage.Rules {
		return coverage.Rules{
			Options:  option.Table{{ID: "staff", Clause: "O1", Unit: unit, Most: 500, Standard: option.Yen(standard)}},
			Standard: stated,
		}
	}
	group := func(head limits.Head, nodes ...limits.Node) coverage.Rules {
		return coverage.Rules{Limits: limits.Group(append(nodes, limits.On(head))...)}
	}
	a, b, c := option.Row{ID: "a", Clause: "A"}, option.Row{ID: "b", Clause: "B"}, option.Row{ID: "c", Clause: "C"}
	dear := a
	dear.Most = 84_000
	for name, x := range map[string]struct {
		was, is coverage.Rules
		ja, en  []string
	}{
		"a field": {rows(a), rows(dear), []string{"options[a].most：0円 → 8万4,000円（A）"},
			[]string{"options[a].most: ¥0 → ¥84,000 (A)"}},
		"a row before": {rows(b), rows(dear, b), []string{"options[a]：追加 id a、clause A、most 8万4,000円（A）"},
			[]string{"options[a]: added id a, clause A, most ¥84,000 (A)"}},
		"no row any more": {rows(a, b), rows(a), []string{"options[b]：削除 id b、clause B（B）"},
			[]string{"options[b]: removed id b, clause B (B)"}},
		"another order, and a field": {rows(a, b, c), rows(b, dear, c),
			[]string{"options[a].most：0円 → 8万4,000円（A）", "options：順序 a、b → b、a"},
			[]string{"options[a].most: ¥0 → ¥84,000 (A)", "options: order a, b → b, a"}},
		"an ID that is there twice": {rows(a, a), rows(a, dear), []string{"options[1].most：0円 → 8万4,000円（A）"},
			[]string{"options[1].most: ¥0 → ¥84,000 (A)"}},
		"a row without an ID before others": {notes("one", "two"), notes("zero", "one", "two and more"),
			[]string{"settings[1→2].en：two → two and more", "settings[0]：追加 なし"},
			[]string{"settings[1→2].en: two → two and more", "settings[0]: added en zero"}},
		"rows without an ID in another order": {notes("one", "two", "three"), notes("two", "one", "three!"),
			[]string{"settings[2].en：three → three!", "settings：順序 0→1、1→0 → 1→0、0→1"},
			[]string{"settings[2].en: three → three!", "settings: order 0→1, 1→0 → 1→0, 0→1"}},
		"a list of names": {terms(limits.Scaled("L", "A", "B")), terms(limits.Scaled("L", "B", "A")),
			[]string{"limits.terms[L].limits：A、B → B、A（L）"}, []string{"limits.terms[L].limits: A, B → B, A (L)"}},
		"a name that is gone": {coverage.Rules{Attached: []clause.ID{"E1"}}, coverage.Rules{},
			[]string{"attached：E1 → なし"}, []string{"attached: E1 → none"}},
		"a unit": {options(option.People, 10, nil), options(option.People, 1, option.Values{"staff": option.Yen(2)}),
			[]string{"options[staff].standard：10名 → 1名（O1）", "standard[staff]：追加 2名"},
			[]string{"options[staff].standard: 10 persons → 1 person (O1)", "standard[staff]: added 2 persons"}},
		"an unstated value": {options("", 10, option.Values{"staff": {}}), options("", 10, option.Values{"staff": option.Yen(2)}),
			[]string{"standard[staff]：なし → 2円"}, []string{"standard[staff]: none → ¥2"}},
		"an option that another takes the place of": {
			coverage.Rules{Standard: option.Values{"a": option.Yen(1)}}, coverage.Rules{Standard: option.Values{"b": option.Yen(1)}},
			[]string{"standard[a]：削除 1円", "standard[b]：追加 1円"}, []string{"standard[a]: removed ¥1", "standard[b]: added ¥1"}},
		"a clause": {coverage.Rules{}, coverage.Rules{Notice: clause.Clause{ID: "N", JA: "通知", EN: "notice"}},
			[]string{"notice：追加 id N、ja 通知（N）"}, []string{"notice: added id N, en notice (N)"}},
		"a condition": {
			coverage.Rules{Wording: exclusions.Wording{Rules: []exclusions.Rule{{With: "E", When: exclusions.Is("fire")}}}},
			coverage.Rules{Wording: exclusions.Wording{Rules: []exclusions.Rule{{With: "E", When: exclusions.All(exclusions.Is("fire"), exclusions.Is("flood"))}}}},
			[]string{"wording.rules[E].when：fire → fire かつ flood（E）"}, []string{"wording.rules[E].when: fire → fire and flood (E)"}},
		"a node": {group("h"), group("h", limits.On("g", limits.Deductible("D", option.Yen(1)))),
			[]string{"limits.nodes[g]：追加 head g、terms [{kind deductible、clause D、amount 1円}]"},
			[]string{"limits.nodes[g]: added head g, terms [{kind deductible, clause D, amount ¥1}]"}},
		"several": {coverage.Rules{TwoIncidents: true}, coverage.Rules{Calendar: period.Calendar{Opens: period.MustParseDate("2025-01-10"), Starts: []period.Start{{Day: 1}}}},
			[]string{"calendar.opens：なし → 2025年1月10日", "calendar.starts[0]：追加 day 1", "twoIncidents：はい → いいえ"},
			[]string{"calendar.opens: none → 10 January 2025", "calendar.starts[0]: added day 1", "twoIncidents: yes → no"}},
	} {
		var ja, en []string
		for _, c := range coverage.Diff(x.was, x.is) {
			ja, en = append(ja, c.Text(language.Japanese)), append(en, c.String())
		}
		if !slices.Equal(ja, x.ja) || !slices.Equal(en, x.en) {
			t.Errorf("%s\ngot  %q\n     %q\nwant %q\n     %q", name, ja, en, x.ja, x.en)
		}
	}
}

// TestDiffOfAnything compares rules that are not valid.
func TestDiffOfAnything(t *testing.T) {
	cycle := make([]limits.Node, 1)
	cycle[0] = limits.Node{Nodes: cycle}
	is := coverage.Rules{Limits: limits.Node{Nodes: cycle}}
	if all := coverage.Diff(coverage.Rules{}, is); len(all) != 1 || !strings.HasSuffix(all[0].Is.EN, "[{nodes ...}]"+strings.Repeat("}]", 49)) {
		t.Errorf("%v", all)
	}
	if all := coverage.Diff(is, is); len(all) != 0 {
		t.Errorf("%v", all)
	}
	large, other := exclusions.All(make([]exclusions.Cond, 2_000)...), exclusions.Is("a b")
	rule := func(c exclusions.Cond) coverage.Rules {
		return coverage.Rules{Wording: exclusions.Wording{Rules: []exclusions.Rule{{When: c}}}}
	}
	if len(coverage.Diff(rule(large), rule(large))) != 0 || len(coverage.Diff(rule(large), rule(other))) != 1 {
		t.Error("conditions without a text form are not compared")
	}
}

// TestDiffIsLinear compares wordings of many rules, half of which changed.
func TestDiffIsLinear(t *testing.T) {
	wording := func(n int, change string, of func(i int) bool) (r coverage.Rules) {
		for i := range n {
			id := clause.ID(fmt.Sprint("X-", i))
			rule := exclusions.Rule{Clause: clause.Clause{ID: id, JA: "条項", EN: "rule"}, When: exclusions.Is(fact.Name(fmt.Sprint("f", i)))}
			setting := coverage.Setting{EN: fmt.Sprint("setting ", i)}
			if of(i) {
				rule.Clause.EN, setting.EN = change, setting.EN+change
			}
			r.Wording.Rules, r.Settings = append(r.Wording.Rules, rule), append(r.Settings, setting)
		}
		return r
	}
	odd := func(i int) bool { return i%2 == 1 }
	cases.Linear(t, 2_000, func(n int) {
		if all := coverage.Diff(wording(n, "", odd), wording(n, "other", odd)); len(all) != n {
			t.Errorf("%d changes", len(all))
		}
	})
	was, is := wording(10_000, "", odd), wording(10_000, "other", odd)
	slices.Reverse(is.Wording.Rules)
	start := time.Now()
	if all := coverage.Diff(was, is); len(all) != 10_001 {
		t.Errorf("%d changes", len(all))
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("10,000 rules take %v", took)
	}
}

// TestChangeJSON reads changes back from JSON.
func TestChangeJSON(t *testing.T) {
	if (coverage.Change{}).String() != "" {
		t.Error("the zero Change says something")
	}
	for _, c := range append(coverage.Diff(edition(), draft()), coverage.Change{}) {
		b, err := json.Marshal(c)
		var back coverage.Change
		if err != nil || json.Unmarshal(b, &back) != nil || back != c {
			t.Errorf("%v: %s: %v", c, b, err)
		}
	}
	var f *fault.Error
	if err := json.Unmarshal([]byte(`{"was":{"clause":"A","JA":""}}`), &coverage.Change{}); !errors.As(err, &f) || f.Path != "was.JA" {
		t.Error(err)
	}
}

func BenchmarkDiff(b *testing.B) {
	was, is := edition(), draft()
	b.ReportAllocs()
	for b.Loop() {
		if n := len(coverage.Diff(was, is)); n != 6 {
			b.Fatal(n)
		}
	}
}
