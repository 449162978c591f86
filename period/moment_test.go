// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

func ExampleParseMoment() {
	start := period.MustParseMoment("2024-07-01 16:00")
	for _, s := range []string{"2024-06-30", "2024-07-01", "2024-07-01 15:59", "2024-07-01 16:00", "2024-02-30"} {
		m, err := period.ParseMoment(s)
		fmt.Println(s, m.Before(start), err)
	}
	// Output:
	// 2024-06-30 yes <nil>
	// 2024-07-01 unknown <nil>
	// 2024-07-01 15:59 yes <nil>
	// 2024-07-01 16:00 no <nil>
	// 2024-02-30 unknown period.ParseMoment: "2024-02-30": no such date or time
}

func ExampleMoment_In() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	fmt.Println(period.At(p.Start()).In(p), period.On(p.Start().Date()).In(p), period.At(p.End()).In(p))
	// Output:
	// yes unknown no
}

func ExampleOn() {
	day := period.On(period.MustParseDate("2024-07-01"))
	_, known := day.Instant()
	fmt.Println(day, known)
	// Output:
	// 2024-07-01 false
}

func ExampleAt() {
	start := period.At(period.MustParseInstant("2024-07-01 16:00"))
	fmt.Println(start, start.Date())
	// Output:
	// 2024-07-01 16:00 2024-07-01
}

func ExampleNever() {
	never, day := period.Never(), period.MustParseMoment("2024-07-01")
	fmt.Println(never, never.Before(day), day.Before(never))
	// Output:
	// never no yes
}

// TestMomentOrder compares every two of these moments: the rows are before the
// columns.
func TestMomentOrder(t *testing.T) {
	all := []string{"", "2024-06-30 23:59:59", "2024-07-01", "2024-07-01 00:00", "2024-07-01 23:59:59", "2024-07-02 00:00", "2024-07-02", "never"}
	for i, want := range []string{
		"????????",
		"?nyyyyyy",
		"?n?n?yyy",
		"?n?nyyyy",
		"?n?nnyyy",
		"?nnnnn?y",
		"?nnnnn?y",
		"?nnnnnnn",
	} {
		got := ""
		for _, n := range all {
			got += letter(period.MustParseMoment(all[i]).Before(period.MustParseMoment(n)))
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", all[i], got, want)
		}
	}
}

func letter(t fact.Truth) string { return [...]string{"?", "n", "y"}[t] }

func TestMomentInPeriod(t *testing.T) {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 00:00")
	for m, want := range map[string]string{
		"": "?", "never": "n", "2024-06-30": "n", "2024-07-01": "?", "2024-07-01 15:59:59": "n", "2024-07-01 16:00": "y",
		"2024-07-02": "y", "2025-06-30": "y", "2025-06-30 23:59:59": "y", "2025-07-01 00:00": "n", "2025-07-01": "n",
	} {
		if got := letter(period.MustParseMoment(m).In(p)); got != want {
			t.Errorf("%q: got %s, want %s", m, got, want)
		}
	}
	if got := period.MustParseMoment("2024-07-02").In(period.Period{}); got != fact.No {
		t.Errorf("in the zero period: %v", got)
	}
}

func TestMomentTexts(t *testing.T) {
	var zero period.Moment
	if !zero.IsZero() || zero.IsNever() || period.On(period.Date{}) != zero || period.At(period.Instant{}) != zero {
		t.Error("the zero Moment is not unknown")
	}
	for s, want := range map[string][2]string{
		"": {"", ""}, "never": {"なし", "never"},
		"2024-07-01":       {"2024年7月1日", "1 July 2024"},
		"2024-07-01 16:00": {"2024年7月1日 午後4時", "1 July 2024 16:00"},
	} {
		m := period.MustParseMoment(s)
		if got := [2]string{m.Text(language.Japanese), m.Text(language.English)}; got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
		b, err := json.Marshal(m)
		var back period.Moment
		if err != nil || json.Unmarshal(b, &back) != nil || back != m {
			t.Errorf("%v: written %s, %v, and read as %v", m, b, err, back)
		}
	}
	for _, s := range strings.Fields("なし 請求なし 発見なし 認識なし 公表なし 措置なし 未引渡し 未発生 未支出") {
		if m, err := period.ParseMoment(s); err != nil || !m.IsNever() {
			t.Errorf("%s: %v, %v", s, m, err)
		}
	}
	for _, s := range []string{"未定", "不明", "請求", "なし。"} {
		if m, err := period.ParseMoment(s); err == nil {
			t.Errorf("%s is read as %v", s, m)
		}
	}
	if err := zero.UnmarshalText([]byte("2024")); !errors.Is(err, fault.ErrSyntax) || !zero.IsZero() {
		t.Errorf("got %v, %v", zero, err)
	}
}
