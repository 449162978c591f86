// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package strict_test

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

type part struct {
	clause.Note
	Amount yen.Amount `json:"amount,omitzero"`
	Figure yen.Figure `json:"figure"`
	Ratio  yen.Ratio  `json:"ratio"`
	Value  option.Value
	Nested form `json:"nested,omitzero"`
}

type form struct {
	Version strict.Version     `json:"v"`
	Name    string             `json:"name,omitempty"`
	Count   int                `json:"count,omitzero"`
	On      bool               `json:"on,omitzero"`
	Parts   []part             `json:"parts,omitzero"`
	By      map[option.ID]part `json:"by,omitzero"`
	Perhaps *part              `json:"perhaps"`
	private int
}

func (f *form) UnmarshalJSON(b []byte) error { return strict.Unmarshal("strict.form", b, f) }

func TestUnmarshal(t *testing.T) {
	one := part{
		Note: clause.Note{Clause: "X-1", JA: "注", EN: "<note>"}, Amount: -5, Figure: yen.Exactly(7),
		Ratio: yen.Percent(90), Value: option.Of("limit"),
	}
	all := form{
		Name: "\"\\ 名", Count: math.MinInt, On: true, Parts: []part{one, {}}, By: map[option.ID]part{"a": one, "": {}},
		Perhaps: &one,
	}
	nested := one
	nested.Nested = all
	for _, want := range []form{{}, all, {Parts: []part{nested}, Perhaps: &nested}, {Parts: []part{}, By: map[option.ID]part{}}} {
		b, err := json.MarshalIndent(want, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		got := form{private: 1, Name: "old"}
		if err := json.Unmarshal(b, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s\nreads back as %+v %v", b, got, err)
		}
	}
}

// nest returns a form in a form in a form, so many of them.
func nest(n int) string {
	return strings.Repeat(`{"parts":[{"nested":`, n) + `{}` + strings.Repeat(`}]}`, n)
}

func TestUnmarshalRefuses(t *testing.T) {
	long := strings.Repeat("x", 100)
	for _, c := range []struct {
		in, path string
		why      *fault.Reason
	}{
		{``, "", fault.ErrSyntax},
		{`{`, "", fault.ErrSyntax},
		{`{} {}`, "", fault.ErrSyntax},
		{"{\"name\":\"\xff\"}", "", fault.ErrSyntax},
		{`null`, "", fault.ErrSyntax},
		{`[]`, "", fault.ErrSyntax},
		{`"form"`, "", fault.ErrSyntax},
		{`{"nam":"a"}`, "nam", fault.ErrUnknown},
		{`{"Name":"a"}`, "Name", fault.ErrUnknown},
		{`{"private":1}`, "private", fault.ErrUnknown},
		{`{"Note":{}}`, "Note", fault.ErrUnknown},
		{`{"` + long + `":1}`, long[:64] + "…", fault.ErrUnknown},
		{`{"name":"a","name":"a"}`, "name", fault.ErrDuplicate},
		{`{"name":null}`, "name", fault.ErrSyntax},
		{`{"name":5}`, "name", fault.ErrSyntax},
		{`{"name":{}}`, "name", fault.ErrSyntax},
		{`{"count":"5"}`, "count", fault.ErrSyntax},
		{`{"count":1e3}`, "count", fault.ErrSyntax},
		{`{"count":1.0}`, "count", fault.ErrSyntax},
		{`{"count":-0}`, "count", fault.ErrSyntax},
		{`{"count":99999999999999999999}`, "count", fault.ErrSyntax},
		{`{"on":1}`, "on", fault.ErrSyntax},
		{`{"parts":null}`, "parts", fault.ErrSyntax},
		{`{"parts":{}}`, "parts", fault.ErrSyntax},
		{`{"by":null}`, "by", fault.ErrSyntax},
		{`{"by":[]}`, "by", fault.ErrSyntax},
		{`{"by":{"a":{},"a":{}}}`, "by.a", fault.ErrDuplicate},
		{`{"by":{"a":{"amount":1.5}}}`, "by.a.amount", fault.ErrFraction},
		{`{"parts":[{},null]}`, "parts[1]", fault.ErrSyntax},
		{`{"parts":[{},{"amount":null}]}`, "parts[1].amount", fault.ErrSyntax},
		{`{"parts":[{},{"amount":1e999}]}`, "parts[1].amount", fault.ErrSyntax},
		{`{"parts":[{},{"amount":1E-999999999}]}`, "parts[1].amount", fault.ErrSyntax},
		{`{"parts":[{},{"amount":-0}]}`, "parts[1].amount", fault.ErrSyntax},
		{`{"parts":[{},{"amount":1.0}]}`, "parts[1].amount", fault.ErrSyntax},
		{`{"parts":[{},{"amount":10.5}]}`, "parts[1].amount", fault.ErrFraction},
		{`{"parts":[{},{"amount":9223372036854775808}]}`, "parts[1].amount", fault.ErrRange},
		{`{"parts":[{"figure":1.5}]}`, "parts[0].figure", fault.ErrSyntax},
		{`{"parts":[{"ratio":0.5}]}`, "parts[0].ratio", fault.ErrSyntax},
		{`{"parts":[{"ratio":null}]}`, "parts[0].ratio", fault.ErrSyntax},
		{`{"parts":[{"ratio":"1/0"}]}`, "parts[0].ratio", fault.ErrRange},
		{`{"parts":[{"Value":"?"}]}`, "parts[0].Value", fault.ErrSyntax},
		{`{"parts":[{"clause":"X","clause":"Y"}]}`, "parts[0].clause", fault.ErrDuplicate},
		{`{"perhaps":{"nested":{"v":2}}}`, "perhaps.nested.v", fault.ErrUnknown},
		{`{"v":null}`, "v", fault.ErrSyntax},
		{`{"v":"1"}`, "v", fault.ErrUnknown},
		{`{"v":0}`, "v", fault.ErrUnknown},
		{nest(34), "parts[0].nested." + strings.Repeat("parts[0].nested.", 32) + "parts", fault.ErrSize},
		{nest(9_000), "", fault.ErrSyntax},
	} {
		got := form{Name: "old"}
		err := got.UnmarshalJSON([]byte(c.in))
		var e *fault.Error
		if !errors.As(err, &e) || e.Op != "strict.form" || e.Path != c.path || e.Reason != c.why || len(e.Input) > 68 {
			t.Errorf("%.80s: %v, want %v at %s", c.in, err, c.why, c.path)
		}
		if got.Name != "old" {
			t.Errorf("%.80s: changed to %+v", c.in, got)
		}
	}
	for _, c := range []string{nest(33), ` { "v" : 1 , "parts" : [ { "figure" : null , "Value" : null } ] , "perhaps" : null } `, `{"name":"[[{{\"\\"}`} {
		if err := new(form).UnmarshalJSON([]byte(c)); err != nil {
			t.Errorf("%s: %v", c, err)
		}
	}
}

// A refused input costs little, however long it is.
func TestUnmarshalIsBounded(t *testing.T) {
	const size = 10 << 20
	for _, in := range []string{
		strings.Repeat("[", size), strings.Repeat(" ", size), `{"name":"` + strings.Repeat("x", size) + `"}`,
		strings.Repeat("[", size/2), `{"nam":"` + strings.Repeat("x", size/2) + `"}`,
	} {
		b := []byte(in)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := new(form).UnmarshalJSON(b)
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; err == nil || n > 1<<20 {
			t.Errorf("%.20s: %v, and %d bytes", in, err, n)
		}
	}
}

func TestScan(t *testing.T) {
	var r yen.Ratio
	for _, src := range []any{"90%", []byte("90%")} {
		if err := strict.Scan("p.F", src, &r); err != nil || r != yen.Percent(90) {
			t.Errorf("%v is read as %v %v", src, r, err)
		}
		r = yen.Ratio{}
	}
	for _, src := range []any{nil, 1.5, int64(1), true, time.Time{}, "", "90"} {
		var e *fault.Error
		if err := strict.Scan("p.F", src, &r); !errors.As(err, &e) || e.Op != "p.F" || e.Reason != fault.ErrSyntax {
			t.Errorf("%v is read as %v %v", src, r, err)
		}
	}
}

func FuzzUnmarshal(f *testing.F) {
	for _, s := range []string{
		nest(2), ` { "v" : 1 , "by" : { "a" : { "amount" : -5 , "figure" : null } , "b":{} } , "perhaps" : { "ja" : "\"\\u0000" } } `,
		`{"name":1e9}`, `[{}]`, `{"parts":[{},{"ratio":"90%"}`, `{"v":1,"v":1}`, `{"nam":[[["]"]]]}`, `"\"`, "", "0",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var got, back form
		var e *fault.Error
		err := got.UnmarshalJSON(b)
		if err != nil {
			if !errors.As(err, &e) || len(e.Input) > 70 || !reflect.DeepEqual(got, form{}) {
				t.Errorf("%q: %v, %+v", b, err, got)
			}
			return
		}
		if !json.Valid(b) {
			t.Errorf("%q is read", b)
		}
		out, err := json.Marshal(got)
		if err != nil || back.UnmarshalJSON(out) != nil || !reflect.DeepEqual(back, got) {
			t.Errorf("%q is written as %s %v, which reads back as %+v", b, out, err, back)
		}
	})
}
