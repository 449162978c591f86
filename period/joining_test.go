// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// A scheme is one of joining.txt.
type scheme struct {
	name     string
	keys     map[string]bool
	calendar period.Calendar
	cases    [][2]string
}

// TestJoining joins the schemes of joining.txt, each of which is read back from its
// JSON form, and holds each against the definition on every day.
func TestJoining(t *testing.T) {
	published := 0
	for _, x := range schemes(t) {
		t.Run(x.name, func(t *testing.T) {
			if x.keys["published"] {
				published++
			}
			if x.keys["published"] != x.keys["assumed"] || x.keys["published"] != x.keys["source"] || len(x.cases) < 4 {
				t.Error("a published rule needs a source, what is assumed, and cases")
			}
			b, err := json.Marshal(x.calendar)
			var back period.Calendar
			if err != nil || json.Unmarshal(b, &back) != nil || !reflect.DeepEqual(back, x.calendar) {
				t.Fatalf("%s, %v", b, err)
			}
			s := schedule(t, back)
			for _, c := range x.cases {
				t.Attr("case", c[0])
				if got := joined(s, strings.Fields(c[0])); got != c[1] {
					t.Errorf("%s: got %s, want %s", c[0], got, c[1])
				}
			}
			holdSchedule(t, s, 1)
		})
	}
	if published != 14 {
		t.Errorf("%d published rules", published)
	}
}

// joined returns the outcome of a case: join APPLIED [for WANTED], or apply-by WANTED.
func joined(s period.Schedule, words []string) string {
	var m period.Membership
	var err error
	switch {
	case words[0] == "apply-by":
		by, err := s.ApplyBy(date(words[1]))
		if err == nil {
			return by.String()
		}
		return refused(err)
	case len(words) > 2:
		m, err = s.JoinOn(date(words[1]), date(words[3]))
	default:
		m, err = s.Join(date(words[1]))
	}
	if err != nil {
		return refused(err)
	}
	return fmt.Sprintf("%v %v %d/%d/%d", m.Period, m.Entry, m.Months, m.Days, m.YearDays)
}

// refused returns the code of a refusal and the date that it tells.
func refused(err error) string {
	if f, ok := errors.AsType[*fault.Error](err); ok && f.JA != "" {
		return f.Reason.Code() + " " + f.Want
	}
	return err.Error()
}

// schemes reads joining.txt.
func schemes(t testing.TB) (all []*scheme) {
	t.Helper()
	b, err := os.ReadFile(cases.Path(t, "joining.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		key, value, _ := strings.Cut(line, ": ")
		switch arrow := strings.Split(line, " -> "); {
		case line == "" || line[0] == '#':
		case key == "scheme":
			all = append(all, &scheme{name: value, keys: map[string]bool{}})
		case len(arrow) == 2:
			x := all[len(all)-1]
			x.cases = append(x.cases, [2]string{arrow[0], arrow[1]})
		default:
			all[len(all)-1].read(t, key, value)
		}
	}
	return all
}

// read reads a line of a scheme.
func (x *scheme) read(t testing.TB, key, value string) {
	t.Helper()
	c, n := &x.calendar, 0
	x.keys[key] = true
	words := strings.Fields(value)
	var err error
	switch key {
	case "published", "source", "assumed":
	case "base":
		c.Base = period.MustParse(value)
	case "own":
		_, err = fmt.Sscanf(value, "%d months", &c.OwnMonths)
	case "window":
		c.Opens, c.Closes = date(words[0]), date(words[2])
	case "gap":
		c.GapWithBase = value == "with base"
	case "last":
		c.Last = date(value)
	case "except":
		e := period.Exception{Start: date(words[0])}
		if words[1] == "until" {
			e.Until = date(words[2])
		}
		c.Except = append(c.Except, e)
	case "start":
		var s period.Start
		value = strings.Replace(value, "the month", "1 months", 1)
		rest, every, often := strings.Cut(value, " every ")
		if n, err = fmt.Sscanf(rest, "%d %d:00 until %d of %d months before", &s.Day, &s.Hour, &s.Until, &s.Before); n < 4 {
			s.Until = 0
			_, err = fmt.Sscanf(rest, "%d %d:00 until %d days before", &s.Day, &s.Hour, &s.Lead)
		}
		if err == nil && often {
			_, err = fmt.Sscanf(every, "%d months", &s.Every)
		}
		c.Starts = append(c.Starts, s)
	default:
		t.Fatalf("%s: unknown %s", x.name, key)
	}
	if err != nil {
		t.Fatalf("%s: %s: %v", x.name, value, err)
	}
}
