// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"fmt"
	"strconv"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

func TestCases(t *testing.T) {
	cases.Run(t, "dates.txt", map[string]func(*testing.T, cases.Case) string{
		"span": func(t *testing.T, c cases.Case) string {
			n, err := strconv.Atoi(c.Arg(0))
			if err != nil {
				t.Fatal(err)
			}
			unit := map[string]func(int) period.Span{"days": period.Days, "months": period.Months, "years": period.Years}[c.Arg(1)]
			end, err := period.Expiry(period.On(date(c.Arg(2))), unit(n))
			return outcome(end, err)
		},
		"text":     func(_ *testing.T, c cases.Case) string { return texts(period.MustParseInstant(c.Arg(0)).Text) },
		"end-text": func(_ *testing.T, c cases.Case) string { return texts(period.MustParseInstant(c.Arg(0)).EndText) },
		"text-of":  func(_ *testing.T, c cases.Case) string { return texts(period.MustParse(c.Arg(0)).Text) },
		"last-day": func(_ *testing.T, c cases.Case) string {
			if last := period.MustParseInstant(c.Arg(0)).LastWholeDay(); !last.IsZero() {
				return last.String()
			}
			return "none"
		},
		"date":    func(t *testing.T, c cases.Case) string { return parsed(t, c.Arg(0), period.ParseDate) },
		"instant": func(t *testing.T, c cases.Case) string { return parsed(t, c.Arg(0), period.ParseInstant) },
		"period":  func(t *testing.T, c cases.Case) string { return parsed(t, c.Arg(0), period.Parse) },
	})
}

// texts returns what people read in both languages.
func texts(text func(language.Tag) string) string {
	return text(language.Japanese) + " | " + text(language.English)
}

func date(s string) period.Date { return period.MustParseDate(s) }

// at returns the full hour of the day.
func at(d period.Date, hour int) period.Instant {
	return period.MustParseInstant(fmt.Sprintf("%v %02d:00", d, hour))
}

// parsed returns what a text is read as, or why it is refused; what is read
// must be read again from what it prints.
func parsed[V interface {
	comparable
	fmt.Stringer
}](t *testing.T, s string, parse func(string) (V, error),
) string {
	t.Helper()
	v, err := parse(s)
	if err == nil {
		if again, err := parse(v.String()); err != nil || again != v {
			t.Errorf("%v is read back as %v, %v", v, again, err)
		}
	}
	return outcome(v, err)
}

func outcome(v fmt.Stringer, err error) string {
	if err != nil {
		return reason(err)
	}
	return v.String()
}

// reason returns the code of an error.
func reason(err error) string {
	r, ok := errors.AsType[*fault.Reason](err)
	if !ok {
		return err.Error()
	}
	return r.Code()
}
