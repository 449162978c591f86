// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A row is what a program may send: its amounts are numbers, its ratio a text.
type row struct {
	Sales  yen.Amount            `json:"sales"`
	Share  yen.Ratio             `json:"share"`
	ByYear map[string]yen.Amount `json:"byYear"`
	Rates  map[yen.Ratio]int     `json:"rates"`
	None   *yen.Amount           `json:"none"`
}

func TestJSON(t *testing.T) {
	in := row{
		Sales:  5 * yen.Oku,
		Share:  ratio(t, "109/152"),
		ByYear: map[string]yen.Amount{"2024": -yen.Max},
		Rates:  map[yen.Ratio]int{yen.Percent(90): 1},
	}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"sales":500000000,"share":"109/152","byYear":{"2024":-1000000000000000},"rates":{"90%":1},"none":null}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
	var out row
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	if out.Sales != in.Sales || out.Share != in.Share || out.ByYear["2024"] != -yen.Max || out.Rates[yen.Percent(90)] != 1 || out.None != nil {
		t.Errorf("got %+v, want %+v", out, in)
	}
}

func TestJSONAmount(t *testing.T) {
	for _, s := range []string{"", "01", "1,000", "+1", `"1`, `'1'`, `""1""`, `"`, " 1"} {
		a := yen.Amount(7)
		if err := a.UnmarshalJSON([]byte(s)); !errors.Is(err, fault.ErrSyntax) || a != 7 {
			t.Errorf("%s is read as %d %v", s, a, err)
		}
	}
	if a := yen.Oku; json.Unmarshal([]byte("null"), &a) != nil || a != 0 && a != yen.Oku {
		t.Errorf("null makes an amount %d", a)
	}
	p := new(yen.Amount)
	if err := json.Unmarshal([]byte("null"), &p); err != nil || p != nil {
		t.Errorf("null makes a pointer %v %v", p, err)
	}
	var keys map[yen.Amount]int
	if err := json.Unmarshal([]byte(`{"5":1}`), &keys); err != nil || keys[5] != 1 {
		t.Errorf("a key is read as %v %v", keys, err)
	}
}

func TestJSONRatio(t *testing.T) {
	for s, want := range map[string]yen.Ratio{
		`"90%"`: yen.Percent(90), `"0.9"`: yen.Percent(90), `"９/１０"`: yen.Percent(90), `"0%"`: {}, `"0"`: {}, `"100%"`: yen.Percent(100),
	} {
		var r yen.Ratio
		if err := json.Unmarshal([]byte(s), &r); err != nil || r != want {
			t.Errorf("%s is %v %v, want %v", s, r, err, want)
		}
	}
	for _, s := range []string{"0.9", "1", "true", `""`, `"9割"`, `"1"`, `"90"`, `"1.0"`, `"1/0"`, "[]", "{}", `{"num":9}`} {
		r := yen.Percent(7)
		if err := json.Unmarshal([]byte(s), &r); err == nil || r != yen.Percent(7) {
			t.Errorf("%s is read as %v %v", s, r, err)
		}
	}
	if r := yen.Percent(7); json.Unmarshal([]byte("null"), &r) != nil || r != yen.Percent(7) && r != (yen.Ratio{}) {
		t.Errorf("null makes a ratio %v", r)
	}
}
