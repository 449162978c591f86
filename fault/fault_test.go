// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package fault_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
)

var reasons = []*fault.Reason{
	fault.ErrSyntax, fault.ErrMissing, fault.ErrUnknown, fault.ErrDuplicate, fault.ErrRange, fault.ErrFraction,
	fault.ErrOverflow, fault.ErrSize, fault.ErrDate, fault.ErrOrder, fault.ErrMisplaced, fault.ErrConflict,
	fault.ErrOpen, fault.ErrJudged, fault.ErrPolicy, fault.ErrScheme,
	fault.ErrNotOpen, fault.ErrClosed, fault.ErrNotStarted, fault.ErrTooLate, fault.ErrEnded,
	fault.ErrNotStated, fault.ErrBelow, fault.ErrAbove, fault.ErrBetween,
}

// TestReasons holds that each reason has a code and sentences of its own.
func TestReasons(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range reasons {
		for _, s := range []string{r.Code() + ":", r.Error(), r.Text(language.Japanese), r.Text(language.English)} {
			if s == "" || seen[s] {
				t.Errorf("%s: %q is empty or of another reason", r.Code(), s)
			}
			seen[s] = true
		}
		if ja := r.Text(language.Japanese); !strings.HasSuffix(ja, "。") || strings.Count(ja, "。") != 1 {
			t.Errorf("%s: not one sentence: %s", r.Code(), ja)
		}
	}
}

func TestError(t *testing.T) {
	long := strings.Repeat("あ", 100)
	for _, c := range []struct {
		e    fault.Error
		want string
	}{
		{fault.Error{}, ": no reason"},
		{fault.Error{Op: "p.F", Reason: fault.ErrMissing}, "p.F: missing"},
		{fault.Error{Op: "p.F", Path: "a[1].b", Reason: fault.ErrMissing}, "p.F: a[1].b: missing"},
		{fault.Error{Op: "p.F", Input: "x", Reason: fault.ErrSyntax}, `p.F: "x": invalid syntax`},
		{fault.Error{Op: "p.F", Path: "a", Input: "3", Want: "1 to 2", Reason: fault.ErrRange}, `p.F: a: "3": out of range (1 to 2)`},
		{fault.Error{Op: "p.F", Input: long, Reason: fault.ErrSyntax}, `p.F: "` + long[:63] + `"...: invalid syntax`},
	} {
		if got := c.e.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	none := fault.Error{}
	if none.Unwrap() != nil || none.Text(language.Japanese) != "" {
		t.Errorf("the zero Error has a reason: %v %q", none.Unwrap(), none.Text(language.Japanese))
	}
}

func TestIn(t *testing.T) {
	other := errors.New("other")
	if fault.In("p.F", "a", nil) != nil || fault.In("p.F", "a", other) != other {
		t.Error("an error that is no fault was changed")
	}
	inner := &fault.Error{Op: "q.G", Path: "b", Reason: fault.ErrOrder}
	index := &fault.Error{Op: "q.G", Path: "[2].b", Reason: fault.ErrOrder}
	whole := &fault.Error{Op: "q.G", Reason: fault.ErrOrder}
	err := fault.In("p.F", "a", errors.Join(inner, other, index, whole))
	var paths []string
	for _, e := range fault.All(fmt.Errorf("reading the file: %w", err)) {
		paths = append(paths, e.Op+" "+e.Path)
	}
	if got, want := strings.Join(paths, ", "), "p.F a.b, p.F a[2].b, p.F a"; got != want {
		t.Errorf("paths %q, want %q", got, want)
	}
	if !errors.Is(err, fault.ErrOrder) || !errors.Is(err, other) || inner.Path != "b" {
		t.Errorf("%v, and the inner error has the path %q", err, inner.Path)
	}
	if fault.All(nil) != nil || fault.All(other) != nil {
		t.Error("faults in an error without one")
	}
}

// TestJSON writes an error as a form shows it, and refuses to read one back.
func TestJSON(t *testing.T) {
	for _, c := range []struct {
		e    fault.Error
		want string
	}{
		{
			fault.Error{Op: "p.F", Path: "a", Input: "3", Want: "1 to 2", Reason: fault.ErrRange},
			`{"op":"p.F","path":"a","input":"3","want":"1 to 2","reason":"range","ja":"範囲外の値です（1 to 2）。","en":"Out of range (1 to 2)."}`,
		},
		{
			fault.Error{Op: "p.F", Reason: fault.ErrBelow, Clause: "C1", JA: "照会", EN: "Ask."},
			`{"op":"p.F","reason":"` + fault.ErrBelow.Code() + `","clause":"C1","ja":"照会","en":"Ask."}`,
		},
		{fault.Error{}, `{}`},
	} {
		got, err := json.Marshal(&c.e)
		if err != nil || string(got) != c.want {
			t.Errorf("%s %v, want %s", got, err, c.want)
		}
		if err := json.Unmarshal(got, &c.e); !errors.Is(err, fault.ErrMisplaced) {
			t.Error(err)
		}
	}
	var r fault.Reason
	if err := json.Unmarshal([]byte(`"range"`), &r); !errors.Is(err, fault.ErrMisplaced) || r != (fault.Reason{}) {
		t.Error(err, r)
	}
	var none *fault.Reason
	if none.Code() != "" || none.Text(language.English) != "" {
		t.Error(none.Code())
	}
}
