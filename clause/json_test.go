// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// A sheet reads back from its JSON as an equal sheet, which goes on as it did.
func TestSheetReadsBack(t *testing.T) {
	random := rand.New(rand.NewPCG(109, 152))
	all := []clause.Sheet{
		{}, claim(), onHold(), clause.NewSheet("", "only a title"), clause.Sheet{}.Note("", "", ""),
		clause.Sheet{}.Close("X-1", "", ""), clause.Sheet{}.Add("", yen.Max, "", "").Add("", -yen.Max, "", ""),
	}
	for range cases.Rounds(t) / 10 {
		s := clause.NewSheet("計算", "<Calculation> & more")
		for range random.IntN(8) {
			switch random.IntN(4) {
			case 0:
				s = s.Note("X-1", "注記", "note")
			case 1:
				s = s.Close("", "合計", "Total")
			default:
				s = s.Add("X-2", yen.Amount(random.Int64N(5)-2)*yen.Max/2, "行", "line")
			}
		}
		all = append(all, s)
	}
	for _, s := range all {
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		back := claim()
		if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, s) {
			t.Fatalf("%s\nreads back as %+v %v", b, back, err)
		}
		if got, want := back.Add("X-3", 7, "行", "line"), s.Add("X-3", 7, "行", "line"); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\ngoes on as %+v", b, got)
		}
	}
}

// What no sheet writes is refused, with the place that does not fit.
func TestSheetRefuses(t *testing.T) {
	golden, err := os.ReadFile(cases.Path(t, filepath.Join("golden", "clause", "sheet.json")))
	if err != nil {
		t.Fatal(err)
	}
	var whole clause.Sheet
	if err := json.Unmarshal(golden, &whole); err != nil || !reflect.DeepEqual(whole, claim()) {
		t.Fatalf("the golden sheet reads as %+v %v", whole, err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`"title"`, `"head"`, `clause.UnmarshalJSON: head: unknown name (closing, lines, notes, title, total, v)`},
		{`"lines": [`, `"lines": 5, "x": [`, `clause.UnmarshalJSON: lines: invalid syntax (a list)`},
		{`"lines": [`, `"lines": null, "x": [`, `clause.UnmarshalJSON: lines: invalid syntax (a list)`},
		{`"v": 1`, `"v": 2`, `clause.UnmarshalJSON: v: "2": unknown name (1)`},
		{`"notes"`, `"total": 71710526, "notes"`, `clause.UnmarshalJSON: total: duplicate`},
		{`"change": -1000000,`, `"change": -999999,`,
			`clause.UnmarshalJSON: lines[1].change: "-99万9,999円": contradicts other input (-100万円)`},
		{`"change": -1000000,`, ``, `clause.UnmarshalJSON: lines[1].change: "0円": contradicts other input (-100万円)`},
		{`"total": 169000000`, `"total": 169000001`,
			`clause.UnmarshalJSON: lines[1].change: "-100万円": contradicts other input (-99万9,999円)`},
		{`"change": -1000000,
      "total": 169000000`, `"change": 0, "total": 170000000`, `clause.UnmarshalJSON: lines[1].change: "0円": out of range`},
		{`"total": 169000000`, `"total": 1000000000000001`,
			`clause.UnmarshalJSON: lines[1].total: "1,000兆1円": out of range (±1,000兆円)`},
		{`"total": 169000000`, `"total": 9223372036854775808`, `clause.UnmarshalJSON: lines[1].total: "9223372036854775808": out of range`},
		{`"total": 169000000`, `"total": 1.5`, `clause.UnmarshalJSON: lines[1].total: "1.5": not a whole number of yen`},
		{"  \"total\": 71710526,\n  \"closing\"", "  \"total\": 5,\n  \"closing\"",
			`clause.UnmarshalJSON: total: "5円": contradicts other input (7,171万526円)`},
		{`"total": 71710526
  },`, `"total": 71710525
  },`, `clause.UnmarshalJSON: closing.total: "7,171万525円": contradicts other input (7,171万526円)`},
		{`"closing": {`, `"closing": {}, "x": {`, `clause.UnmarshalJSON: x: unknown name (closing, lines, notes, title, total, v)`},
	} {
		text := strings.Replace(string(golden), c.old, c.new, 1)
		if text == string(golden) {
			t.Fatalf("no %q in the golden sheet", c.old)
		}
		refused(t, text, c.want)
	}
	for text, want := range map[string]string{
		``:                    `clause.UnmarshalJSON: invalid syntax (line 1, column `,
		`{`:                   `clause.UnmarshalJSON: "{": invalid syntax (line 1, column `,
		`{} {}`:               `clause.UnmarshalJSON: "{} {}": invalid syntax (line 1, column `,
		"{\n \"title\": }":    `clause.UnmarshalJSON: "{\n \"title\": }": invalid syntax (line 2, column `,
		`[]`:                  `clause.UnmarshalJSON: invalid syntax (an object)`,
		`"sheet"`:             `clause.UnmarshalJSON: invalid syntax (an object)`,
		`null`:                `clause.UnmarshalJSON: invalid syntax (an object)`,
		`{"closing":{}}`:      `clause.UnmarshalJSON: closing: missing`,
		`{"closing":{"x":1}}`: `clause.UnmarshalJSON: closing.x: unknown name (clause, en, ja, total)`,
	} {
		refused(t, text, want)
	}
	// A sheet without a version is of the first.
	var s clause.Sheet
	if err := s.UnmarshalJSON([]byte(strings.Replace(string(golden), `"v": 1,`, "", 1))); err != nil || !reflect.DeepEqual(s, whole) {
		t.Errorf("%+v %v", s, err)
	}
}

func refused(t *testing.T, text, want string) {
	t.Helper()
	s := onHold()
	err := s.UnmarshalJSON([]byte(text))
	var e *fault.Error
	exactly := strings.HasSuffix
	if strings.HasSuffix(want, "column ") { // which encoding/json tells in its own way
		exactly = strings.HasPrefix
	}
	if !errors.As(err, &e) || !exactly(err.Error(), want) || !reflect.DeepEqual(s, onHold()) {
		t.Errorf("got  %v\nwant %s\nfor %s", err, want, text)
	}
}

// A total beyond the bound adds no line, and nothing is added after it.
func TestErr(t *testing.T) {
	base := claim().Add("X-1", yen.Max, "行", "line")
	if err := base.Err(); err != nil {
		t.Fatal(err)
	}
	for _, total := range []yen.Amount{yen.Max + 1, -yen.Max - 1, math.MaxInt64, math.MinInt64} {
		bad := base.Add("X-2", total, "行", "line").Add("X-3", 5, "行", "line").Add("X-4", -2*yen.Max, "行", "line")
		want := `clause.Add: lines[5].total: "` + total.String() + `": out of range (±1,000兆円)`
		if err := bad.Err(); !errors.Is(err, fault.ErrRange) || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
		if bad.Total() != yen.Max || base.Err() != nil {
			t.Errorf("the total is %v, the error of the other sheet %v", bad.Total(), base.Err())
		}
		if _, err := json.Marshal(bad); !errors.Is(err, fault.ErrRange) {
			t.Errorf("MarshalJSON returns %v", err)
		}
	}
}

func FuzzSheetUnmarshalJSON(f *testing.F) {
	for _, s := range []clause.Sheet{{}, claim(), onHold()} {
		b, err := json.Marshal(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"closing":{},"lines":[{"change":0}],"total":"5"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var s, back clause.Sheet
		if err := s.UnmarshalJSON(b); err != nil {
			var e *fault.Error
			if !errors.As(err, &e) || !reflect.DeepEqual(s, back) {
				t.Errorf("%q: %v", b, err)
			}
			return
		}
		var sum yen.Amount
		for l := range s.Lines() {
			if sum += l.Change; sum != l.Total || l.Change == 0 {
				t.Errorf("%q: %+v", b, l)
			}
		}
		out, err := json.Marshal(s)
		if err != nil || back.UnmarshalJSON(out) != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%q is %s, which reads back as %+v %v", b, out, back, err)
		}
	})
}
