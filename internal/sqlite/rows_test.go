// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package sqlite_test

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/baiseki/baiseki/yen"
)

// row is a row of values.
func row(values ...any) []any { return values }

// rows demands that a query has these rows: it scans each column into a value of the
// type that is wanted.
func (g agency) rows(t *testing.T, query string, want ...[]any) {
	t.Helper()
	rows, err := g.Query(query)
	must(t, err)
	n := 0
	for ; rows.Next(); n++ {
		if n >= len(want) {
			continue
		}
		got := make([]any, len(want[n]))
		for i, v := range want[n] {
			got[i] = reflect.New(reflect.TypeOf(v)).Interface()
		}
		must(t, rows.Scan(got...))
		for i, v := range want[n] {
			if got := reflect.ValueOf(got[i]).Elem().Interface(); column(got) != column(v) {
				t.Errorf("%s, row %d, column %d: %v, want %v", query, n, i, got, v)
			}
		}
	}
	must(t, errors.Join(rows.Err(), rows.Close()))
	if n != len(want) {
		t.Errorf("%s: %d rows, want %d", query, n, len(want))
	}
}

// column returns what a value writes into a column.
func column(v any) string {
	if w, ok := v.(driver.Valuer); ok {
		x, err := w.Value()
		return fmt.Sprint(x, err)
	}
	return fmt.Sprint(v)
}

// total returns the only amount of a query.
func (g agency) total(t *testing.T, query string) (a yen.Amount) {
	t.Helper()
	must(t, g.QueryRow(query).Scan(&a))
	return a
}
