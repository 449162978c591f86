// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package cases

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"github.com/baiseki/baiseki/fault"
)

// Stored writes values as JSON and, if their types stand in a column, as that, and reads
// them back. A type that has no form refuses both ways, or to be read.
func Stored(t *testing.T, values ...any) {
	t.Helper()
	for _, v := range values {
		back := reflect.New(reflect.TypeOf(v))
		b, err := json.Marshal(v)
		if err == nil {
			err = json.Unmarshal(b, back.Interface())
		}
		if refused(t, v, err) {
			continue
		}
		if got, err := json.Marshal(back.Elem().Interface()); err != nil || string(got) != string(b) {
			t.Errorf("%T: %s reads back as %s: %v", v, b, got, err)
		}
		column, ok := v.(driver.Valuer)
		if !ok {
			continue
		}
		back = reflect.New(reflect.TypeOf(v))
		x, err := column.Value()
		if err == nil {
			err = scanner(t, back).Scan(x)
		}
		if refused(t, v, err) {
			continue
		}
		if got, err := json.Marshal(back.Elem().Interface()); err != nil || string(got) != string(b) {
			t.Errorf("%T: the column %v reads as %s: %v", v, x, got, err)
		}
		for _, wrong := range []any{true, 1.5, []byte("\xff"), "?"} {
			back := reflect.New(reflect.TypeOf(v))
			if err := scanner(t, back).Scan(wrong); !refused(t, v, err) || !back.Elem().IsZero() {
				t.Errorf("%T: the column %v reads as %v", v, wrong, back.Elem())
			}
		}
	}
}

// refused reports whether there is an error, which must be one of this module.
func refused(t *testing.T, v any, err error) bool {
	t.Helper()
	if _, ok := errors.AsType[*fault.Error](err); !ok && err != nil {
		t.Errorf("%T: %v", v, err)
	}
	return err != nil
}

func scanner(t *testing.T, v reflect.Value) sql.Scanner {
	t.Helper()
	s, ok := v.Interface().(sql.Scanner)
	if !ok {
		t.Fatalf("%v does not scan", v.Type())
	}
	return s
}
