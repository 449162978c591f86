// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"fmt"
	"reflect"
	"runtime/debug"
	"strings"
	"testing"
	"unicode"

	"github.com/baiseki/baiseki/internal/cases"
)

// TestNoPanic calls every method of every exported type, of its zero value, of
// values that were made and of some with fields that were set or changed by hand, with random arguments.
// What a method returns to go through is gone through.
func TestNoPanic(t *testing.T) {
	s := newSource(t)
	found := map[string]string{}
	for _, x := range exported() {
		typ := reflect.TypeOf(x)
		for i := range max(cases.Rounds(t)/20, 50) {
			v := reflect.New(typ)
			if i > 0 {
				v.Elem().Set(s.value(typ, i%2 == 0))
			}
			for m := range v.NumMethod() {
				name := typ.String() + "." + v.Type().Method(m).Name
				if why := s.call(v.Method(m)); why != "" && found[name] == "" {
					found[name] = fmt.Sprintf("%.200s of %.300v", why, v.Elem())
				}
			}
		}
	}
	for name, why := range found {
		t.Errorf("%s panics: %s", name, why)
	}
}

// call calls a method, and returns why it panics, with the place.
func (s source) call(method reflect.Value) (why string) {
	defer func() {
		if r := recover(); r != nil {
			why = fmt.Sprint(r)
			for line := range strings.Lines(string(debug.Stack())) { // to the first place within the module
				if at := strings.TrimSpace(line); strings.HasPrefix(at, s.dir) && !strings.Contains(at, "/checks/") {
					why += " at" + strings.TrimPrefix(at, s.dir)
					break
				}
			}
		}
	}()
	t := method.Type()
	in := make([]reflect.Value, t.NumIn())
	for i := range in {
		switch of := t.In(i); {
		case of.Kind() == reflect.Pointer: // never nil
			in[i] = reflect.New(of.Elem())
			in[i].Elem().Set(s.value(of.Elem(), false))
		case s.IntN(4) == 0:
			in[i] = reflect.Zero(of)
		default:
			in[i] = s.value(of, s.IntN(4) == 0)
		}
	}
	call := method.Call
	if t.IsVariadic() {
		call = method.CallSlice
	}
	for _, out := range call(in) {
		if out.Kind() == reflect.Func && !out.IsNil() {
			yield, left := out.Type().In(0), s.IntN(50)
			out.Call([]reflect.Value{reflect.MakeFunc(yield, func([]reflect.Value) []reflect.Value {
				left--
				return []reflect.Value{reflect.ValueOf(left > 0)}
			})})
		}
	}
	return ""
}

// TestPrintable demands that what a method returns for people has neither control
// nor bidirectional characters, and a line break only where it has several lines.
func TestPrintable(t *testing.T) {
	s := newSource(t)
	lines := map[string]bool{
		"clause.Sheet.Text": true, "clause.Sheet.Table": true, "coverage.Assessment.Details": true,
		"coverage.Assessment.String": true, "coverage.Assessment.Text": true, "coverage.History.String": true,
		"coverage.Comparison.String": true, "coverage.Comparison.Text": true,
		"coverage.Impact.String": true, "coverage.Impact.Text": true, "coverage.Quote.MissingText": true,
		"coverage.Reserves.String": true, "coverage.Reserves.Text": true, "coverage.Rules.Text": true, "premium.Rules.Text": true,
	}
	seen := map[string]bool{}
	for _, x := range exported() {
		typ := reflect.TypeOf(x)
		for range max(cases.Rounds(t)/20, 50) {
			v := reflect.New(typ)
			v.Elem().Set(s.value(typ, s.IntN(2) == 0))
			for m := range v.NumMethod() {
				method, name := v.Method(m), typ.String()+"."+v.Type().Method(m).Name
				if strings.HasSuffix(name, ".Head") || strings.HasSuffix(name, ".Name") { // which are data
					continue
				}
				if method.Type().NumOut() != 1 || method.Type().Out(0).Kind() != reflect.String || seen[name] {
					continue
				}
				in := make([]reflect.Value, method.Type().NumIn())
				for i := range in {
					in[i] = s.value(method.Type().In(i), false)
				}
				for _, r := range method.Call(in)[0].String() {
					if unicode.IsControl(r) && (r != '\n' || !lines[name]) || unicode.Is(unicode.Bidi_Control, r) {
						t.Errorf("%s prints %q", name, r)
						seen[name] = true
					}
				}
			}
		}
	}
}
