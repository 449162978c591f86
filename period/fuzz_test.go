// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

func FuzzParseDate(f *testing.F)    { fuzz(f, "date", period.ParseDate) }
func FuzzParseInstant(f *testing.F) { fuzz(f, "instant", period.ParseInstant) }
func FuzzParseMoment(f *testing.F)  { fuzz(f, "instant", period.ParseMoment) }
func FuzzParse(f *testing.F)        { fuzz(f, "period", period.Parse) }

func FuzzParseSpan(f *testing.F) {
	for _, s := range []string{"12 months", "180 days", "1 months", "-1 days", "0 days", "100001 months", "+1 days", "", "12 months to the moment", " to the moment"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		span, err := period.ParseSpan(s)
		if err == nil && span.String() != s || err != nil && span != (period.Span{}) {
			t.Errorf("%q: %v, %v", s, span, err)
		}
	})
}

// fuzz demands that a text is either refused with the zero value or read into
// a value that is read again from what it prints.
func fuzz[V value](f *testing.F, verb string, parse func(string) (V, error)) {
	for _, c := range cases.Read(f, "dates.txt") {
		if c.Verb == verb {
			f.Add(c.Arg(0))
		}
	}
	for _, w := range cases.Written(f, "written-dates.txt") {
		f.Add(w.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var none V
		v, err := parse(s)
		if wide, wideErr := parse(widen(s)); len(widen(s)) <= 256 && (wide != v || (wideErr == nil) != (err == nil)) {
			t.Errorf("%q: %v, %v, and in full width %v, %v", s, v, err, wide, wideErr)
		}
		if err != nil {
			if cases.Outcome(t, "", err); v != none {
				t.Errorf("%q: refused, and %v", s, v)
			}
			return
		}
		if v == none && strings.TrimSpace(s) != "" {
			t.Errorf("%q: no value", s)
		}
		readBack(t, v, parse)
	})
}

// FuzzCalendar demands of every calendar that can be read that it is refused, or makes a
// schedule in which each start can be applied for on its last day and not on the next.
func FuzzCalendar(f *testing.F) {
	for _, x := range schemes(f) {
		b, err := json.Marshal(x.calendar)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var c period.Calendar
		if err := json.Unmarshal(b, &c); err != nil {
			return
		}
		s, err := period.NewSchedule(c)
		if err != nil {
			if cases.Outcome(t, "", err); s != (period.Schedule{}) {
				t.Errorf("%s: refused, and %+v", b, s.Calendar())
			}
			return
		}
		var last period.Date
		for until, m := range s.Offers() {
			start := m.Period.Start().Date()
			if until.Compare(last) < 0 || until.Compare(start) >= 0 || m.Days > m.YearDays && c.OwnMonths <= 12 || !s.Grants(m.Period) {
				t.Errorf("%s: until %v: %+v", b, until, m)
			}
			if last = until; last.IsZero() {
				continue
			}
			if got, err := s.JoinOn(until, start); err != nil || got != m {
				t.Errorf("%s: on %v for %v: %+v, %v", b, until, start, got, err)
			}
			if got, err := s.JoinOn(add(t, until, 1), start); err == nil && got == m {
				t.Errorf("%s: after %v: %+v", b, until, got)
			}
			if by, err := s.ApplyBy(start); err != nil || m.Entry != period.AfterWindow && by != until {
				t.Errorf("%s: for %v apply by %v, %v, want %v", b, start, by, err, until)
			}
		}
	})
}
