// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// read returns what the reader of a text, named by its id, takes it for.
func read(t testing.TB, id, s string) string {
	t.Helper()
	var v fmt.Stringer
	var err error
	switch id[:2] {
	case "WD":
		v, err = period.ParseDate(s)
	case "WT":
		v, err = period.ParseInstant(s)
	default:
		v, err = period.Parse(s)
	}
	return cases.Outcome(t, v.String(), err)
}

// TestCasesWritten reads dates, times and periods as people write them. A moment is a date
// or a time, and each is read in full width too.
func TestCasesWritten(t *testing.T) {
	dates := 0
	for _, w := range cases.Written(t, "written-dates.txt") {
		t.Run(w.ID, func(t *testing.T) {
			t.Attr("case", w.ID)
			if got := read(t, w.ID, w.Text); got != w.Want {
				t.Errorf("%q\n got %s\nwant %s", w.Text, got, w.Want)
			}
			if got := read(t, w.ID, widen(w.Text)); got != w.Want {
				t.Errorf("%q\n got %s\nwant %s", widen(w.Text), got, w.Want)
			}
			want := read(t, "WD", w.Text)
			if asTime := read(t, "WT", w.Text); strings.HasPrefix(want, "refused") {
				want = asTime
			}
			m, err := period.ParseMoment(w.Text)
			if got := cases.Outcome(t, m.String(), err); got != want && !m.IsZero() {
				t.Errorf("%q as a moment\n got %s\nwant %s", w.Text, got, want)
			}
		})
		if w.ID[:2] == "WD" {
			dates++
		}
	}
	if dates < 100 {
		t.Errorf("only %d dates", dates)
	}
}

// widen returns a text with full-width characters in place of half-width ones.
func widen(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '　'
		case '!' <= r && r <= '~':
			return r - '!' + '！'
		}
		return r
	}, s)
}

// A value is written for programs and for people.
type value interface {
	comparable
	fmt.Stringer
	Text(language.Tag) string
}

// readBack demands that the texts of a value read back as it, and in full width.
func readBack[V value](t testing.TB, v V, parse func(string) (V, error)) {
	t.Helper()
	for _, s := range []string{v.String(), v.Text(language.Japanese), v.Text(language.English)} {
		for _, s := range []string{s, widen(s), " " + s + "　"} {
			if back, err := parse(s); err != nil || back != v {
				t.Fatalf("%v is written %q, which is read as %v, %v", v, s, back, err)
			}
		}
	}
}

// TestTextsReadBack reads back what is written of days and times of all years.
func TestTextsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(2024, 7))
	first := period.MustParseDate("0001-01-01")
	day := func() period.Date { return add(t, first, r.IntN(3_652_059)) }
	instant := func(d period.Date) period.Instant {
		seconds := r.IntN(24 * 60 * 60)
		switch r.IntN(4) {
		case 0:
			seconds = 0
		case 1:
			seconds -= seconds % 3600
		case 2:
			seconds -= seconds % 60
		}
		return period.MustParseInstant(fmt.Sprintf("%v %02d:%02d:%02d", d, seconds/3600, seconds/60%60, seconds%60))
	}
	readBack(t, period.Moment{}, period.ParseMoment)
	readBack(t, period.Never(), period.ParseMoment)
	for range cases.Rounds(t) {
		d, e := day(), day()
		readBack(t, d, period.ParseDate)
		i, j := instant(d), instant(e)
		readBack(t, i, period.ParseInstant)
		readBack(t, period.On(d), period.ParseMoment)
		readBack(t, period.At(i), period.ParseMoment)
		if i.Compare(j) > 0 {
			i, j = j, i
		}
		if p, err := period.New(i, j); err == nil {
			readBack(t, p, period.Parse)
		}
	}
}

// TestEveryDay reads every day from the first of Showa as people write it, against
// the years of the eras.
func TestEveryDay(t *testing.T) {
	d, last := date("1926-12-25"), date("2060-12-31")
	for era, first, before := "昭和", "S", 1925; d != last; d = add(t, d, 1) {
		switch d.String() {
		case "1989-01-08":
			era, first, before = "平成", "H", 1988
		case "2019-05-01":
			era, first, before = "令和", "R", 2018
		}
		n, month, day := d.Year()-before, int(d.Month()), d.Day()
		year := fmt.Sprint(n)
		if n == 1 {
			year = "元"
		}
		for _, s := range []string{
			fmt.Sprintf("%s%s年%d月%d日", era, year, month, day),
			fmt.Sprintf("%s%d.%d.%d", first, n, month, day),
			fmt.Sprintf("%d/%d/%d", d.Year(), month, day),
		} {
			if got, err := period.ParseDate(s); err != nil || got != d {
				t.Fatalf("%s: %v %v, want %v", s, got, err, d)
			}
		}
		for e, b := range map[string]int{"昭和": 1925, "平成": 1988, "令和": 2018} {
			if s := fmt.Sprintf("%s%d年%d月%d日", e, d.Year()-b, month, day); e != era && d.Year() > b {
				if got, err := period.ParseDate(s); err == nil {
					t.Fatalf("%s is read as %v", s, got)
				}
			}
		}
	}
}

// TestExact demands that a stored text has one form.
func TestExact(t *testing.T) {
	for _, s := range []string{"2024-7-1", "2024/07/01", "令和6年7月1日", " 2024-07-01", "２０２４-07-01", "1 July 2024", "2024-07-01T16:00",
		"2024年7月1日 午後4時", "なし", " ", "2024-07-01 16:00-2025-07-01 16:00", "2024-02-30", "2024-07-01 16:00 - 2024-07-01 16:00"} {
		d, i, m, p := date("2024-01-01"), period.MustParseInstant("2024-01-01 00:00"), period.Never(), period.MustParse("2024-01-01 00:00 - 2024-01-02 00:00")
		kept := fmt.Sprint(d, i, m, p)
		for _, v := range []encoding.TextUnmarshaler{&d, &i, &m, &p} {
			if err := v.UnmarshalText([]byte(s)); err == nil {
				t.Errorf("%q is read as %v", s, v)
			} else if got := cases.Outcome(t, "", err); got != "refused syntax" && got != "refused date" && got != "refused order" {
				t.Errorf("%q: %v", s, err)
			}
		}
		if got := fmt.Sprint(d, i, m, p); got != kept {
			t.Errorf("%q changes %s to %s", s, kept, got)
		}
	}
}

// A text of ten million bytes is refused for its length.
func TestLongInput(t *testing.T) {
	digits, spaces, wide := cases.Long("2024-07-01 16:00"), cases.Long("2024-07-01 "), strings.Repeat("２", 3_000_000)
	bytes := []byte(digits)
	for _, s := range []string{digits, spaces, wide} {
		cases.Refused(t, "ParseDate", func() error { _, err := period.ParseDate(s); return err })
		cases.Refused(t, "ParseInstant", func() error { _, err := period.ParseInstant(s); return err })
		cases.Refused(t, "ParseMoment", func() error { _, err := period.ParseMoment(s); return err })
		cases.Refused(t, "ParseSpan", func() error { _, err := period.ParseSpan(s); return err })
		cases.Refused(t, "Parse", func() error { _, err := period.Parse(s); return err })
	}
	for _, v := range []encoding.TextUnmarshaler{
		new(period.Date), new(period.Instant), new(period.Moment), new(period.Period), new(period.Span),
	} {
		cases.Refused(t, fmt.Sprintf("%T", v), func() error { return v.UnmarshalText(bytes) })
	}
}
