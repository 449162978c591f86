// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package yen_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

func TestCases(t *testing.T) {
	cases.Run(t, "yen.txt", map[string]func(*testing.T, cases.Case) string{
		"parse": func(t *testing.T, c cases.Case) string {
			a, err := yen.Parse(c.Arg(0))
			return outcome(t, err, cases.Yen(a))
		},
		"print":    func(t *testing.T, c cases.Case) string { return amount(t, c.Arg(0)).String() },
		"grouped":  func(t *testing.T, c cases.Case) string { return amount(t, c.Arg(0)).Grouped() },
		"english":  func(t *testing.T, c cases.Case) string { return amount(t, c.Arg(0)).Text(language.English) },
		"japanese": func(t *testing.T, c cases.Case) string { return amount(t, c.Arg(0)).Text(language.Japanese) },
		"ratio": func(t *testing.T, c cases.Case) string {
			r, err := yen.ParseRatio(c.Arg(0))
			return outcome(t, err, terms(r)+" "+r.String())
		},
		"terms": func(t *testing.T, c cases.Case) string {
			r, err := yen.NewRatio(int64(amount(t, c.Arg(0))), int64(amount(t, c.Arg(1))))
			return outcome(t, err, terms(r))
		},
		"compare": func(t *testing.T, c cases.Case) string {
			return [...]string{"below", "equal", "above"}[ratio(t, c.Arg(0)).Compare(ratio(t, c.Arg(1)))+1]
		},
		"times": func(t *testing.T, c cases.Case) string {
			a, err := amount(t, c.Arg(0)).Times(ratio(t, c.Arg(1)), mode(t, c.Arg(2)).To(amount(t, c.Arg(3))))
			return outcome(t, err, cases.Yen(a))
		},
		"json":   func(t *testing.T, c cases.Case) string { return decoded(t, c.Arg(0)) },
		"quoted": func(t *testing.T, c cases.Case) string { return decoded(t, `"`+c.Arg(0)+`"`) },
		"rounding": func(t *testing.T, c cases.Case) string {
			to := yen.Up.To(7)
			err := to.UnmarshalText([]byte(c.Arg(0)))
			if err != nil && to != yen.Up.To(7) {
				t.Errorf("an error changes the rounding to %v", to)
			}
			return outcome(t, err, to.String())
		},
	})
}

// decoded returns the amount of a JSON text, given to it alone and in a field.
func decoded(t *testing.T, s string) string {
	t.Helper()
	a, field := yen.Amount(7), struct{ A yen.Amount }{7}
	err := json.Unmarshal([]byte(s), &a)
	inField := json.Unmarshal([]byte(`{"A":`+s+`}`), &field)
	if a != field.A || (err == nil) != (inField == nil) || err != nil && a != 7 {
		t.Errorf("%s is %d %v, and %d %v in a field", s, a, err, field.A, inField)
	}
	return outcome(t, err, cases.Yen(a))
}

// outcome returns the result, or the reason for which there is none and the part
// of the input.
func outcome(t *testing.T, err error, result string) string {
	t.Helper()
	if err == nil {
		return result
	}
	var e *fault.Error
	if !errors.As(err, &e) || !strings.HasPrefix(e.Op, "yen.") {
		t.Fatalf("%v is no *fault.Error of this package", err)
	}
	return strings.TrimSpace(e.Reason.Code() + " " + e.Path)
}

// amount reads plain digits without the help of the package, so that it can
// also give amounts that the package refuses.
func amount(t testing.TB, s string) yen.Amount {
	t.Helper()
	n, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return yen.Amount(n)
}

// ratio reads a whole number, a whole percentage or a fraction without the help
// of ParseRatio.
func ratio(t testing.TB, s string) yen.Ratio {
	t.Helper()
	num, den, ok := strings.Cut(s, "/")
	if !ok {
		den = "1"
	}
	if strings.HasSuffix(s, "%") {
		num, den = strings.TrimSuffix(s, "%"), "100"
	}
	r, err := yen.NewRatio(int64(amount(t, num)), int64(amount(t, den)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func terms(r yen.Ratio) string { return fmt.Sprintf("%d/%d", r.Num(), r.Den()) }

func mode(t *testing.T, s string) yen.Mode {
	t.Helper()
	if n, ok := strings.CutPrefix(s, "mode-"); ok {
		return yen.Mode(amount(t, n))
	}
	for _, m := range modes() {
		if strings.ReplaceAll(m.String(), " ", "-") == s {
			return m
		}
	}
	t.Fatalf("no mode %q", s)
	return math.MaxUint8
}

func modes() []yen.Mode { return []yen.Mode{yen.Down, yen.HalfUp, yen.HalfEven, yen.Up} }
