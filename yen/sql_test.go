// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"io"
	"testing"

	"github.com/baiseki/baiseki/yen"
)

// memory is a database of one column. Whatever statement it is given, it adds
// the arguments as rows, and it answers every query with all rows.
type memory struct{ rows *[]driver.Value }

func (m memory) Connect(context.Context) (driver.Conn, error) { return m, nil }
func (m memory) Driver() driver.Driver                        { return nil }
func (m memory) Prepare(string) (driver.Stmt, error)          { return m, nil }
func (m memory) Begin() (driver.Tx, error)                    { return nil, driver.ErrSkip }
func (m memory) Close() error                                 { return nil }
func (m memory) NumInput() int                                { return -1 }
func (m memory) Query([]driver.Value) (driver.Rows, error)    { return &cursor{rest: *m.rows}, nil }
func (m memory) Exec(args []driver.Value) (driver.Result, error) {
	*m.rows = append(*m.rows, args...)
	return driver.RowsAffected(len(args)), nil
}

type cursor struct{ rest []driver.Value }

func (c *cursor) Columns() []string { return []string{"amount"} }
func (c *cursor) Close() error      { return nil }
func (c *cursor) Next(row []driver.Value) error {
	if len(c.rest) == 0 {
		return io.EOF
	}
	row[0], c.rest = c.rest[0], c.rest[1:]
	return nil
}

// An amount goes into a database as an integer and comes back.
func TestSQL(t *testing.T) {
	var stored []driver.Value
	db := sql.OpenDB(memory{&stored})
	defer db.Close()

	want := []yen.Amount{0, 170 * yen.Man, -yen.Max, yen.Max}
	for _, a := range want {
		if _, err := db.Exec("insert", a); err != nil {
			t.Fatal(err)
		}
	}
	for i, v := range stored {
		if n, ok := v.(int64); !ok || n != int64(want[i]) {
			t.Errorf("%d is stored as %T %v", want[i], v, v)
		}
	}
	rows, err := db.Query("select")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var got []yen.Amount
	for rows.Next() {
		var a yen.Amount
		if err := rows.Scan(&a); err != nil {
			t.Fatal(err)
		}
		got = append(got, a)
	}
	if err := rows.Err(); err != nil || len(got) != len(want) {
		t.Fatalf("got %v %v, want %v", got, err, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}

// What is no whole number is refused on the way back, and NULL needs sql.Null.
func TestSQLScan(t *testing.T) {
	for _, c := range []struct {
		stored driver.Value
		want   yen.Amount
		ok     bool
	}{
		{int64(5), 5, true}, {[]byte("170000000"), 170_000_000, true}, {"-5", -5, true},
		{10.5, 0, false}, {"10.50", 0, false}, {"1億円", 0, false}, {nil, 0, false},
	} {
		stored := []driver.Value{c.stored}
		db := sql.OpenDB(memory{&stored})
		var a yen.Amount
		err := db.QueryRow("select").Scan(&a)
		if (err == nil) != c.ok || a != c.want {
			t.Errorf("%v is scanned as %v %v", c.stored, a, err)
		}
		var n sql.Null[yen.Amount]
		if err := db.QueryRow("select").Scan(&n); (err == nil) != (c.ok || c.stored == nil) || n.Valid && n.V != c.want {
			t.Errorf("%v is scanned as %v %v", c.stored, n, err)
		}
		db.Close()
	}
}
