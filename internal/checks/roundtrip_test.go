// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// unread are the types of which no value reads back: they are compiled, or belong
// to what made them. Each refuses to be written or to be read.
var unread = map[string]bool{
	"fact.Form": true, "fact.Vocabulary": true, "fault.Error": true, "fault.Reason": true, "option.Settled": true,
	"period.Schedule": true, "premium.Tariff": true, "limits.Payment": true, "limits.Program": true,
	"exclusions.Bound": true, "exclusions.Finding": true, "exclusions.Schedule": true,
	"coverage.Assessment": true, "coverage.Payment": true, "coverage.Policy": true, "coverage.Quote": true,
	"coverage.Result": true, "coverage.Scheme": true,
}

// lossy are the types that still lose something. The list only gets shorter.
var lossy = map[string]bool{}

// TestRoundTrip demands of every exported type that a value reads back as it was
// written, as JSON, as a text and from a column, or that writing or reading it is
// an error of this module.
func TestRoundTrip(t *testing.T) {
	s := newSource(t)
	for _, x := range exported() {
		typ := reflect.TypeOf(x)
		name := typ.String()
		losses, read := map[string]int{}, 0
		if name := hidden(typ); name != "" && !reads(typ) {
			losses["nothing reads the field "+name] = 1
		}
		for i := range max(cases.Rounds(t)/10, 100) {
			v := s.value(typ, false)
			if i == 0 {
				v = reflect.Zero(typ)
			}
			for _, way := range ways() {
				switch loss, back := way(v); {
				case loss != "":
					losses[loss]++
				case back:
					read++
				}
			}
		}
		for loss, n := range losses {
			if !lossy[name] {
				t.Errorf("%s: %s, and %d more", name, loss, n-1)
			}
		}
		switch {
		case lossy[name] && len(losses) == 0:
			t.Errorf("%s loses nothing: take it off the list", name)
		case !lossy[name] && (read == 0) != unread[name]:
			t.Errorf("%s: %d read back", name, read)
		}
	}
}

// hidden returns a field of a struct that is not exported, or "".
func hidden(t reflect.Type) string {
	if t.Kind() != reflect.Struct {
		return ""
	}
	for i := range t.NumField() {
		if f := t.Field(i); !f.IsExported() {
			return f.Name
		}
	}
	return ""
}

// reads reports whether a type has a method of its own to be read.
func reads(t reflect.Type) bool {
	switch reflect.New(t).Interface().(type) {
	case json.Unmarshaler, encoding.TextUnmarshaler:
		return true
	}
	return false
}

// ways returns the ways of writing and reading. Each returns what is lost, or
// whether the value was read back.
func ways() []func(v reflect.Value) (loss string, read bool) {
	return []func(reflect.Value) (string, bool){
		func(v reflect.Value) (string, bool) {
			b, err := json.Marshal(v.Interface())
			return back(v, err, func(p any) error { return json.Unmarshal(b, p) }, string(b))
		},
		func(v reflect.Value) (string, bool) {
			m, ok := v.Interface().(encoding.TextMarshaler)
			if !ok {
				return "", false
			}
			b, err := m.MarshalText()
			if _, ok := reflect.New(v.Type()).Interface().(encoding.TextUnmarshaler); !ok {
				return "nothing reads " + string(b), false
			}
			return back(v, err, func(p any) error { return p.(encoding.TextUnmarshaler).UnmarshalText(b) }, string(b))
		},
		func(v reflect.Value) (string, bool) {
			m, ok := v.Interface().(driver.Valuer)
			if !ok {
				return "", false
			}
			column, err := m.Value()
			if err == nil && !driver.IsValue(column) {
				return "no value of a column", false
			}
			return back(v, err, func(p any) error { return p.(sql.Scanner).Scan(column) }, "a column")
		},
	}
}

// back reads a value that was written, into one that holds another.
func back(v reflect.Value, err error, read func(any) error, text string) (string, bool) {
	got := reflect.New(v.Type())
	if err == nil {
		err = read(got.Interface())
	}
	var e *fault.Error
	switch {
	case err != nil && !errors.As(err, &e):
		return "an error of another package: " + err.Error(), false
	case err != nil:
		return "", false
	case !equal(v.Interface(), got.Elem().Interface()):
		return "other than written: " + text[:min(len(text), 80)], false
	}
	return "", true
}

// TestScan demands of every type that scans a column that it refuses what it does
// not write, and NULL unless its zero value is that.
func TestScan(t *testing.T) {
	columns := 0
	for _, x := range exported() {
		typ := reflect.TypeOf(x)
		v, ok := reflect.New(typ).Interface().(sql.Scanner)
		if !ok {
			continue
		}
		columns++
		zero, err := x.(driver.Valuer).Value()
		if err != nil {
			t.Errorf("%v: %v", typ, err)
		}
		for _, src := range []any{nil, int64(5), 1.5, true, time.Unix(1, 1), "1.5", []byte("\xff"), "a=no b", "no such", "NULL"} {
			_, number := src.(int64)
			accepts := src == zero || number && (zero == int64(0) || typ.String() == "yen.Figure" || typ.String() == "option.Value")
			err := v.Scan(src)
			var e *fault.Error
			if accepts != (err == nil) || err != nil && !errors.As(err, &e) {
				t.Errorf("%v: %T %v: %v", typ, src, src, err)
			}
			if got := reflect.ValueOf(v).Elem().Interface(); err != nil && !equal(got, x) {
				t.Errorf("%v: %T %v leaves %v", typ, src, src, got)
			}
			reflect.ValueOf(v).Elem().SetZero()
		}
	}
	if columns < 20 {
		t.Errorf("%d types for columns", columns)
	}
	var d period.Date
	noon := time.Date(2024, 7, 1, 12, 0, 0, 0, time.UTC)
	if err := d.Scan(noon.Add(-12 * time.Hour)); err != nil || d.String() != "2024-07-01" || d.Scan(noon) == nil {
		t.Error(d, err)
	}
}

func equal(a, b any) bool {
	return reflect.DeepEqual(a, b) || cmp.Equal(a, b, cmp.Exporter(func(reflect.Type) bool { return true }))
}

// TestStrict changes a member of the JSON form of every type that reads an object
// by a method of its own, and demands an error.
func TestStrict(t *testing.T) {
	s := newSource(t)
	for _, x := range exported() {
		typ := reflect.TypeOf(x)
		reader, ok := reflect.New(typ).Interface().(json.Unmarshaler)
		if !ok || unread[typ.String()] || lossy[typ.String()] {
			continue
		}
		for range 100 {
			b, err := json.Marshal(s.value(typ, false).Interface())
			var members map[string]json.RawMessage
			if err != nil || json.Unmarshal(b, &members) != nil {
				continue
			}
			for name, value := range members {
				key, err := json.Marshal(name)
				if err != nil {
					t.Fatal(err)
				}
				member := string(key) + ":" + string(value)
				for what, in := range map[string]string{
					"misspelt": `{"` + strings.ToUpper(name) + `":` + string(value) + `}`,
					"repeated": strings.Replace(string(b), "{", "{"+member+",", 1),
					"null":     `{` + string(key) + `:null}`,
					"cut":      string(b[:len(b)-1]),
					"followed": string(b) + "x",
				} {
					if typ.Kind() == reflect.Map && (what == "misspelt" || what == "null") || name+what == "closingnull" || name+what == "reservenull" {
						continue // what a map has, and what is written so itself
					}
					var e *fault.Error
					if err := reader.UnmarshalJSON([]byte(in)); !errors.As(err, &e) {
						t.Fatalf("%v: a member %s is %s: %v", typ, key, what, err)
					}
				}
			}
		}
	}
}

// TestLongInput demands of every type that reads that it refuses 10 MB of nonsense
// within 1 MB of memory, with an error that keeps little of it.
func TestLongInput(t *testing.T) {
	const size = 10 << 20
	const start = "history 1 "
	var inputs [][]byte
	for _, s := range []string{"9", "a=yes ", "f 1; ", "reduced 1", "(", `{"a":`} {
		long := strings.Repeat(s, size/len(s))
		inputs = append(inputs, []byte(long), []byte(`"`+long+`"`))
	}
	for _, s := range []string{"claim 1", "heads ", "heads damages 0\nseries ", "P", "\n"} { // of a history
		long := start + strings.Repeat(s, size/len(s))
		inputs = append(inputs, []byte(long), sealed(long))
	}
	for _, x := range exported() {
		typ := reflect.TypeOf(x)
		var reads []func([]byte, string) error
		v := reflect.New(typ).Interface()
		if r, ok := v.(json.Unmarshaler); ok {
			reads = append(reads, func(b []byte, _ string) error { return r.UnmarshalJSON(b) })
		}
		if r, ok := v.(encoding.TextUnmarshaler); ok {
			reads = append(reads, func(b []byte, _ string) error { return r.UnmarshalText(b) })
		}
		if r, ok := v.(sql.Scanner); ok {
			reads = append(reads, func(b []byte, _ string) error { return r.Scan(b) }, func(_ []byte, s string) error { return r.Scan(s) })
		}
		for _, in := range inputs {
			text := string(in)
			if _, is := x.(coverage.History); !is && strings.HasPrefix(text, start) {
				continue
			}
			for _, read := range reads {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				err := read(in, text)
				runtime.ReadMemStats(&after)
				var e *fault.Error
				if !errors.As(err, &e) || len(e.Input)+len(e.Path) > 200 {
					t.Errorf("%v: %.20s: %.200v", typ, in, err)
				}
				if much := after.TotalAlloc - before.TotalAlloc; much > 1<<20 {
					t.Errorf("%v: %.20s: %d bytes", typ, in, much)
				}
			}
		}
	}
}

// sealed returns the text of a history with its check value, which the text lacks.
func sealed(s string) []byte {
	sum := fnv.New64a()
	sum.Write([]byte(s))
	return fmt.Appendf([]byte(s), "check %016x\n", sum.Sum64())
}
