// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// written returns the JSON of random values of a type, shorter than so many bytes, that
// its reader gives back. Of a type that is not read, it is that of all that can be
// written.
func written(t *testing.T, s source, typ reflect.Type, shorter int) [][]byte {
	t.Helper()
	wanted := max(cases.Rounds(t)/30, 200)
	all := [][]byte{must(json.Marshal(reflect.Zero(typ).Interface()))}
	for tries := 0; len(all) < wanted && tries < 20*wanted; tries++ {
		b, err := json.Marshal(s.value(typ, false).Interface())
		if err == nil && len(b) < shorter && (unread[typ.String()] || accepts(typ, b) == nil) {
			all = append(all, b)
		}
	}
	return all
}

// accepts returns the error of the reader of a type.
func accepts(typ reflect.Type, b []byte) error {
	return json.Unmarshal(b, reflect.New(typ).Interface())
}

// TestSchemaAccepts holds that what is written is as the schema says, and that
// something has each member of the schema. Of an assessment it is each member of the
// forms that are not found by reflection.
func TestSchemaAccepts(t *testing.T) {
	s := newSource(t)
	for _, x := range stored() {
		typ := reflect.TypeOf(x)
		v := newValidator(t, typ.String())
		docs := written(t, s, typ, math.MaxInt)
		if unread[typ.String()] {
			docs = append(docs, assessments(t, s)...)
		}
		for _, b := range docs {
			if why := v.refuse(b); why != "" {
				t.Fatalf("%v: %.300s: %s", typ, b, why)
			}
		}
		ours := regexp.MustCompile(`^(clause\.Sheet|coverage\.Assessment|coverage\.Payment)\b`)
		for _, id := range v.members() {
			if id == "coverage.Payment.parts[].count" { // an item has no count
				continue
			}
			if !v.seen[id] && (!unread[typ.String()] || ours.MatchString(id)) {
				t.Errorf("%v: nothing has the member %s", typ, id)
			}
		}
	}
}

// TestSchemaExamples holds that the examples of the schemas are as the schemas say,
// and are read.
func TestSchemaExamples(t *testing.T) {
	for _, x := range stored() {
		v := newValidator(t, reflect.TypeOf(x).String())
		for typ, text := range texts() {
			s, ok := v.definition(typ.String())
			for _, example := range text.Examples {
				b := must(encode(example))
				doc := must(decode(b))
				if why := v.value(s, place{value: doc}); ok && why != "" {
					t.Errorf("%v: the example %s: %s", typ, b, why)
				}
				if err := accepts(typ, b); err != nil {
					t.Errorf("%v: the example %s: %v", typ, b, err)
				}
			}
		}
	}
}

// assessments returns the JSON of assessments of random claims, each after some of
// those before it, under a policy with the standard limits and one that leaves most unstated.
func assessments(t *testing.T, s source) [][]byte {
	t.Helper()
	scheme := must(jisa2024.New())
	var all [][]byte
	for _, options := range []option.Values{scheme.Standard(), {"restoration": option.Yen(yen.Oku)}} {
		policy := must(scheme.Record(coverage.Terms{
			Edition: scheme.Edition().ID, Number: "24-1", Period: period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
			Options: options,
		}))
		var history coverage.History
		for range 300 {
			a, err := policy.Assess(s.claim(scheme), history)
			if err != nil {
				continue
			}
			if history = a.History; s.IntN(8) == 0 {
				history = coverage.History{}
			}
			all = append(all, must(json.Marshal(a)))
		}
	}
	return all
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// claim returns a random claim of which everything is known or little is.
func (s source) claim(scheme coverage.Scheme) coverage.Claim {
	facts := scheme.Defaults()
	if s.IntN(3) > 0 {
		facts = fact.MustParse(`it-services=yes unforeseen-accident=yes software-development=no cause-before-start=no
			wilful-act=no crime=no knew-unlawful=no knew-harmful=no aggravated-liability=no others-reputation=no other-ip=no
			licence-fee=no late-completion=no cure-cost=no re-performance-cost=no recall-cost=no custody-property=no
			leak=yes directly-necessary=yes`).Else(facts)
	}
	made := period.MustParseMoment("2024-09-" + strconv.Itoa(10+s.IntN(9)) + " 10:00")
	c := coverage.Claim{
		Number: "C-" + strconv.Itoa(s.IntN(3)), Facts: facts, Persons: []coverage.Person{{Name: "会社"}},
		Dates: coverage.Dates{Made: made, Cause: made, Discovered: made},
	}
	heads := slices.Collect(scheme.Heads())
	if s.IntN(2) == 0 { // costs that share a limit
		heads = slices.DeleteFunc(heads, func(h coverage.Head) bool {
			return h.Head != jisa2024.Advisory && h.Head != jisa2024.Restoration
		})
	}
	for range 1 + s.IntN(3) {
		amount := yen.Amount(1+s.IntN(20)) * 1_000 * yen.Man
		it := coverage.Item{Head: heads[s.IntN(len(heads))].Head, Claimed: amount, Incurred: made}
		if s.IntN(3) > 0 {
			it.Accepted, it.Excess = yen.Exactly(amount-1), yen.Exactly(0)
		}
		c.Items = append(c.Items, it)
	}
	return c
}

// A difference is a value that one of a schema and its reader takes, and the other
// refuses, in the place of a definition or of a type.
type difference struct {
	of, value, why string
	looser         bool // the reader takes it
}

const (
	digits = "a number is written in plain digits"
	terms  = "an amount in quotes and the terms of a ratio have 64 bits"
	narrow = "a number has 64 bits, and 32 on some machines"
	noDay  = "there is no such day"
	people = "a rate is read as people write it"
)

// apart are the differences: what a reader knows and a schema cannot say, and what a
// reader lets pass and nothing writes. Beyond them, a reader refuses a member that
// appears twice, more than 8 MiB or 100 levels, and a text that is not UTF-8, of which
// a schema sees nothing.
func apart() []difference {
	return []difference{
		{"integer", `1.0`, digits, false},
		{"integer", `1e3`, digits, false},
		{"integer", `-0`, digits, false},
		{"integer", `9223372036854775808`, "a number has 64 bits", false},
		{"integer", `9223372036854775807`, narrow, false},
		{"version", `1.0`, digits, false},
		{"yen.Amount", `1.0`, digits, false},
		{"yen.Amount", `1e3`, digits, false},
		{"yen.Amount", `-0`, digits, false},
		{"yen.Amount", `"9223372036854775808"`, terms, false},
		{"yen.Figure", `1.0`, digits, false},
		{"yen.Figure", `1e3`, digits, false},
		{"yen.Figure", `-0`, digits, false},
		{"yen.Figure", `"9223372036854775808"`, terms, false},
		{"option.Value", `1.0`, digits, false},
		{"option.Value", `1e3`, digits, false},
		{"option.Value", `-0`, digits, false},
		{"option.Value", `"9223372036854775808"`, terms, false},
		{"option.Value", `"9223372036854775808%"`, terms, false},
		{"option.Value", `"2/4"`, "a ratio of an option is in lowest terms", false},
		{"option.Value", `"-0%"`, "a ratio of an option has one form", false},
		{"yen.Ratio", `"9223372036854775808%"`, terms, false},
		{"yen.Ratio", `"0.9"`, people, true},
		{"yen.Ratio", `"-0"`, people, true},
		{"yen.Ratio", `"007%"`, people, true},
		{"yen.Ratio", `"12.50%"`, people, true},
		{"yen.Ratio", `"９０％"`, people, true},
		{"yen.Rounding", `"up to 9,999,999,999,999,999円"`, "the unit is an amount that is computed with", false},
		{"yen.Rounding", `"half up to 10"`, "the unit is read as people write it", true},
		{"period.Date", `"2024-02-30"`, noDay, false},
		{"period.Date", `"0000-01-01"`, noDay, false},
		{"period.Instant", `"2024-02-30 16:00"`, noDay, false},
		{"period.Moment", `"2024-02-30"`, noDay, false},
		{"period.Moment", `"0000-01-01"`, noDay, false},
		{"period.Moment", `"2024-02-30 16:00"`, noDay, false},
		{"period.Period", `"2024-07-01 16:00 - 2024-07-01 16:00"`, "a period ends after its start", false},
		{"exclusions.Cond", `"(a"`, "parentheses come in pairs", false},
		{"exclusions.Cond", `"a and b or c"`, "and and or are mixed only with parentheses", false},
		{"exclusions.Cond", `"a  and b"`, "there may be more spaces", true},
		{"coverage.History", `"history 1 P\nheads \ncheck 0000000000000000\n"`, "the check value is that of the text", false},
		{"coverage.History", `null`, "package encoding/json leaves a text as it is", true},
	}
}

// TestSchemaRefuses puts other values in the place of those of random documents, and a
// misspelt member in the place of each member. It demands that the schema and the
// reader agree, except for what is listed in apart and for the sums of a sheet, and
// that both refuse what fits nowhere.
func TestSchemaRefuses(t *testing.T) {
	s := newSource(t)
	used := map[string]bool{}
	for _, x := range stored() {
		typ := reflect.TypeOf(x)
		if unread[typ.String()] {
			continue
		}
		c := comparison{t, typ, newValidator(t, typ.String()), used, map[string]bool{}}
		for _, b := range written(t, s, typ, 4_000) {
			c.change(b)
		}
		defs, _ := c.root["$defs"].(map[string]any)
		for id := range defs {
			if !c.met["all of "+id] || !c.met["refused "+id] {
				t.Errorf("%v: nothing is refused in the place of %s", typ, id)
			}
		}
	}
	for _, x := range apart() {
		if !used[x.of+" "+x.value] && (strconv.IntSize == 32 || x.why != narrow) {
			t.Errorf("%s %s: the schema and the reader agree", x.of, x.value)
		}
	}
}

// A comparison is that of a schema and the reader of its type.
type comparison struct {
	t   *testing.T
	typ reflect.Type
	*validator
	used map[string]bool // what is listed in apart
	met  map[string]bool
}

// change puts other values in the places of a document that are new.
func (c comparison) change(b []byte) {
	for _, p := range c.list(b) {
		kind, nullable := c.kind(p)
		if !c.met["all of "+kind] {
			c.met["all of "+kind] = true
			for _, value := range pool() {
				c.compare(with(c.t, b, p.path, value), kind, value)
			}
		}
		if c.met[p.of] {
			continue
		}
		c.met[p.of] = true
		for _, value := range []string{`[[]]`, `{"noSuch":{}}`} {
			c.refused(with(c.t, b, p.path, value), p.of, value)
		}
		if !nullable && len(p.path) > 0 {
			c.refused(with(c.t, b, p.path, `null`), p.of, `null`)
		}
		members, _ := p.value.(map[string]any)
		for _, id := range sorted(members) {
			if p.schema["additionalProperties"] == false {
				misspelt := with(c.t, b, p.path, string(must(encode(map[string]any{strings.ToUpper(id): members[id]}))))
				c.refused(misspelt, p.of, strings.ToUpper(id))
			}
		}
	}
}

// refused demands that both refuse a document.
func (c comparison) refused(b []byte, of, what string) {
	c.t.Helper()
	if why, err := c.refuse(b), accepts(c.typ, b); why == "" || err == nil {
		c.t.Errorf("%v: %s in the place of %s: the schema says %q, and the reader %v", c.typ, what, of, why, err)
	}
}

// compare demands that both refuse a document or neither does.
func (c comparison) compare(b []byte, of, value string) {
	c.t.Helper()
	why, err := c.refuse(b), accepts(c.typ, b)
	sums := c.typ == reflect.TypeFor[clause.Sheet]() &&
		(errors.Is(err, fault.ErrConflict) || errors.Is(err, fault.ErrMissing) || errors.Is(err, fault.ErrRange))
	switch {
	case why != "" && err != nil:
		c.met["refused "+of] = true
	case why == "" && err == nil:
	case slices.ContainsFunc(apart(), func(x difference) bool { return x.of == of && x.value == value && x.looser == (err == nil) }):
		c.used[of+" "+value] = true
	case !sums || err == nil:
		c.t.Errorf("%v: %s in the place of %s: the schema says %q, and the reader %v", c.typ, value, of, why, err)
	}
}

// pool returns values of all kinds, right and wrong.
func pool() []string {
	return []string{
		`""`, `"?"`, `"never"`, `"always"`, `"2024-07-01"`, `"2024-02-30"`, `"2024-13-01"`, `"0000-01-01"`, `"2024-7-1"`,
		`"2024-07-01 16:00"`, `"2024-07-01 16:00:00"`, `"2024-07-01 24:00"`, `"2024-02-30 16:00"`,
		`"2024-07-01 16:00 - 2025-07-01 16:00"`, `"2024-07-01 16:00 - 2024-07-01 16:00"`, `"2024-07-01 - 2025-07-01"`,
		`"90%"`, `"12.50%"`, `"0.9"`, `"90"`, `"1/0"`, `"2/4"`, `"９０％"`, `"007"`, `"007%"`, `"-0"`, `"-0%"`, `"-5"`, `"5"`,
		`"9223372036854775807"`, `"9223372036854775808"`, `"9223372036854775808%"`, `"1億円"`, `"1.5"`,
		`"half up to 10円"`, `"half up to 10"`, `"up to 9,999,999,999,999,999円"`, `"half up"`,
		`"12 months"`, `"0 days"`, `"100001 days"`, `"1 day"`, `"yes"`, `"Yes"`, `"maybe"`, `"open"`,
		`"a and b"`, `"a and b or c"`, `"(a"`, `"a and"`, `"not (a or not b)"`, `"a  and b"`, `"A"`,
		`"liability * declared"`, `"liability*declared"`, `"Limit"`, `"history 1 P\nheads \ncheck 0000000000000000\n"`, `"a\u0000"`,
		`5`, `-5`, `0`, `1`, `2`, `1.5`, `1.0`, `1e3`, `-0`, `9223372036854775807`, `9223372036854775808`,
		`true`, `null`, `{}`, `[]`, `{"noSuch":{}}`, `[[]]`, `[null]`, `{"a":"yes"}`, `{"a":"maybe"}`, `{"A":"yes"}`, `{"v":1}`, `{"v":2}`,
	}
}
