// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
)

// periodRules returns the rules of the edition with the readings, and their
// calendar ready to join.
func periodRules(t testing.TB, readings ...coverage.Reading) (coverage.Rules, period.Schedule) {
	t.Helper()
	rules, err := jisa2024.Rules(readings...)
	if err != nil {
		t.Fatal(err)
	}
	s, err := period.NewSchedule(rules.Calendar)
	if err != nil {
		t.Fatal(err)
	}
	return rules, s
}

// periodPosition returns where a moment is relative to a period.
func periodPosition(m period.Moment, p period.Period) string {
	switch {
	case m.In(p) == fact.Yes:
		return "inside"
	case m.Before(period.At(p.Start())) == fact.Yes:
		return "before"
	case m.Before(period.At(p.End())) == fact.No:
		return "after"
	}
	return "unclear"
}

func TestCasesPeriod(t *testing.T) {
	type verb = func(*testing.T, cases.Case) string
	rules, edition := periodRules(t)
	_, covered := periodRules(t, jisa2024.LastDayCovered)
	_, refused := periodRules(t, jisa2024.AfterWindowRefused)
	moment, _ := periodRules(t, jisa2024.ResponseToMoment)

	join := func(s period.Schedule) verb {
		return func(_ *testing.T, c cases.Case) string {
			m, err := s.Join(period.MustParseDate(c.Arg(0)))
			if err != nil {
				return periodReason(err)
			}
			return fmt.Sprintf("%v %v %d/%d/%d", m.Period, m.Entry, m.Months, m.Days, m.YearDays)
		}
	}
	applyBy := func(s period.Schedule) verb {
		return func(_ *testing.T, c cases.Case) string {
			d, err := s.ApplyBy(period.MustParseDate(c.Arg(0)))
			if err != nil {
				return periodReason(err)
			}
			return d.String()
		}
	}
	grants := func(s period.Schedule) verb {
		return func(_ *testing.T, c cases.Case) string {
			return map[bool]string{true: "yes", false: "no"}[s.Grants(period.MustParse(c.Arg(0)))]
		}
	}
	end := func(r coverage.Rules, f fact.Name) verb {
		row := r.DateFacts[slices.IndexFunc(r.DateFacts, func(d coverage.DateFact) bool { return d.Fact == f })]
		return func(t *testing.T, c cases.Case) string {
			m, err := period.Expiry(period.MustParseMoment(c.Arg(0)), row.Span)
			if err != nil {
				t.Error(err)
			}
			return m.String()
		}
	}
	at := func(p period.Period) verb {
		return func(t *testing.T, c cases.Case) string {
			i := period.MustParseInstant(c.Arg(0))
			position := periodPosition(period.At(i), p)
			if p.Contains(i) != (position == "inside") {
				t.Error("Contains and In differ")
			}
			return position
		}
	}
	on := func(p period.Period) verb {
		return func(_ *testing.T, c cases.Case) string {
			return periodPosition(period.On(period.MustParseDate(c.Arg(0))), p)
		}
	}
	midTerm, err := edition.Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		t.Fatal(err)
	}
	base := rules.Calendar.Base
	cases.Run(t, "period.txt", map[string]verb{
		"join":                        join(edition),
		"join:after-window-refused":   join(refused),
		"join:last-day-covered":       join(covered),
		"apply-by":                    applyBy(edition),
		"apply-by:last-day-covered":   applyBy(covered),
		"response":                    end(rules, jisa2024.InResponsePeriod),
		"response:moment":             end(moment, jisa2024.InResponsePeriod),
		"delivery":                    end(rules, jisa2024.ClaimWithinMonth),
		"at":                          at(base),
		"on":                          on(base),
		"at:mid":                      at(midTerm.Period),
		"on:mid":                      on(midTerm.Period),
		"grants":                      grants(edition),
		"grants:last-day-covered":     grants(covered),
		"grants:after-window-refused": grants(refused),
	})
}

// periodReason returns the reason of a refusal as the cases write it, with the
// date that it tells.
func periodReason(err error) string {
	if f, ok := errors.AsType[*fault.Error](err); ok && f.JA != "" {
		return strings.ReplaceAll(f.Reason.Code(), "-", " ") + ", " + f.Want
	}
	return err.Error()
}
