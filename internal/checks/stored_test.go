// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// TestStored reads what version 1 of each form wrote, and compares it with the value
// that was written. The files are there to stay as they are: a later version reads
// them, and has examples of its own beside them. A file that is not there yet is
// written with -update.
func TestStored(t *testing.T) {
	folder := filepath.Join(root, "testdata", "stored", "v1")
	values := version1()
	for _, x := range stored() {
		typ := reflect.TypeOf(x)
		if unread[typ.String()] {
			continue
		}
		name := filepath.Join(folder, typ.String()+".json")
		want, ok := values[typ.String()]
		if !ok && typ != reflect.TypeFor[coverage.History]() { // see below
			t.Errorf("there is no value of %v", typ)
			continue
		}
		b, err := os.ReadFile(name)
		if errors.Is(err, os.ErrNotExist) && cases.Updating() && ok {
			var form bytes.Buffer
			if err := json.Indent(&form, must(encode(want)), "", "  "); err != nil {
				t.Fatal(err)
			}
			b = form.Bytes()
			err = errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(name, b, 0o644))
		}
		if err != nil {
			t.Error(err)
			continue
		}
		got := reflect.New(typ)
		if err := json.Unmarshal(b, got.Interface()); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if ok && !equal(got.Elem().Interface(), want) {
			t.Errorf("%s is read as\n%+v, want\n%+v", name, got.Elem(), want)
		}
		if why := newValidator(t, typ.String()).refuse(b); why != "" {
			t.Errorf("%s: %s", name, why)
		}
	}
	all, err := os.ReadDir(folder)
	if err != nil || len(all) != len(values)+1 {
		t.Errorf("%d files in %s, %v", len(all), folder, err)
	}
}

// TestStoredHistory compares the history that version 1 wrote with what it is made of.
func TestStoredHistory(t *testing.T) {
	text, _ := read(t, "testdata/stored/v1/coverage.History.json")
	var h coverage.History
	if err := json.Unmarshal([]byte(text), &h); err != nil {
		t.Fatal(err)
	}
	want := []coverage.Record{
		{Number: "C-0", Decision: coverage.Payable, Claimed: 300_000, Due: 300_000, Paid: 300_000},
		{
			Number: "C-1", Series: "S-1", Incident: "I-1", Decision: coverage.Payable,
			Claimed: 10_000_000, Due: 7_400_000, Paid: 7_000_000,
		},
		{Number: "C-2", Decision: coverage.Open, Claimed: 6_000_000, Most: 5_000_000, Reserve: yen.Exactly(2_000_000)},
		{
			Number: "C-3", Incident: "I-3", Decision: coverage.Payable,
			Claimed: 110_000_000, Due: 98_100_000, Paid: 98_100_000,
		},
	}
	if got := slices.Collect(h.Claims()); !slices.Equal(got, want) {
		t.Errorf("the claims are\n%+v, want\n%+v", got, want)
	}
	series := map[string]string{}
	for id, s := range h.Series() {
		series[id] = s.Short()
	}
	if !reflect.DeepEqual(series, map[string]string{
		"S-1": "reduced 100000; advisory 2000000 1500000 1900000; damages 6500000 5500000; defence 0 0 0 300000",
	}) || !slices.Equal(h.Undivided(), []string{"LIM-09"}) {
		t.Errorf("the series are %q, and %q divide", series, h.Undivided())
	}
}

// TestStoredVersions reads forms without a version as those of version 1, and demands
// that a later one is refused at v.
func TestStoredVersions(t *testing.T) {
	n := 0
	for _, x := range stored() {
		typ := reflect.TypeOf(x)
		if !versioned(typ) {
			continue
		}
		n++
		b, _ := read(t, "testdata/stored/v1/"+typ.String()+".json")
		without := strings.Replace(b, "  \"v\": 1,\n", "", 1)
		got := reflect.New(typ)
		if err := json.Unmarshal([]byte(without), got.Interface()); err != nil || without == b {
			t.Errorf("%v without a version: %v", typ, err)
		} else if want := version1()[typ.String()]; !equal(got.Elem().Interface(), want) {
			t.Errorf("%v without a version is read as\n%+v, want\n%+v", typ, got.Elem(), want)
		}
		for _, version := range []string{"2", "0", "-1", `"1"`, "10", "[]"} {
			var e *fault.Error
			err := accepts(typ, []byte(strings.Replace(b, `"v": 1,`, `"v": `+version+`,`, 1)))
			if !errors.As(err, &e) || e.Path != "v" || e.Reason != fault.ErrUnknown {
				t.Errorf("%v of version %s: %v", typ, version, err)
			}
		}
	}
	if n != 5 {
		t.Errorf("%d forms with a version", n)
	}
}
