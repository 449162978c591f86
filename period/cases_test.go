// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

func TestCases(t *testing.T) {
	edition := period.JISA2024(period.Readings{})
	join := func(y period.Year) func(*testing.T, cases.Case) string {
		return func(_ *testing.T, c cases.Case) string {
			m, err := y.Join(date(c.Arg(0)))
			if err != nil {
				return reason(err)
			}
			return fmt.Sprintf("%v %v %d/%d/%d", m, m.Entry, m.Months, m.Days, m.YearDays)
		}
	}
	applyBy := func(y period.Year) func(*testing.T, cases.Case) string {
		return func(_ *testing.T, c cases.Case) string {
			d, err := y.ApplyBy(date(c.Arg(0)))
			return outcome(d, err)
		}
	}
	response := func(y period.Year) func(*testing.T, cases.Case) string {
		return func(t *testing.T, c cases.Case) string {
			start := period.MustParseInstant(c.Arg(0))
			p, err := y.ResponsePeriod(start)
			if err == nil && p.Start() != start {
				t.Errorf("starts at %v", p.Start())
			}
			return outcome(p.End(), err)
		}
	}
	at := func(p period.Period) func(*testing.T, cases.Case) string {
		return func(t *testing.T, c cases.Case) string {
			i := period.MustParseInstant(c.Arg(0))
			if p.Contains(i) != (p.At(i) == period.Inside) {
				t.Error("Contains and At differ")
			}
			return p.At(i).String()
		}
	}
	on := func(p period.Period) func(*testing.T, cases.Case) string {
		return func(_ *testing.T, c cases.Case) string { return p.On(date(c.Arg(0))).String() }
	}
	grants := func(y period.Year) func(*testing.T, cases.Case) string {
		return func(_ *testing.T, c cases.Case) string {
			if y.Grants(period.MustParse(c.Arg(0))) {
				return "yes"
			}
			return "no"
		}
	}
	midTerm, err := edition.Join(date("2024-09-10"))
	if err != nil {
		t.Fatal(err)
	}
	with := period.JISA2024
	covered := with(period.Readings{LastDay: period.LastDayCovered})
	refused := with(period.Readings{AfterWindow: period.AfterWindowRefused})

	cases.Run(t, "period.txt", map[string]func(*testing.T, cases.Case) string{
		"join":                      join(edition),
		"join:after-window-refused": join(refused),
		"join:last-day-covered":     join(covered),
		"apply-by":                  applyBy(edition),
		"apply-by:last-day-covered": applyBy(covered),
		"response":                  response(edition),
		"response:moment":           response(with(period.Readings{Response: period.ResponseToMoment})),
		"at":                        at(edition.Base),
		"on":                        on(edition.Base),
		"at:mid":                    at(midTerm.Period),
		"on:mid":                    on(midTerm.Period),
		"delivery": func(_ *testing.T, c cases.Case) string {
			end, err := edition.DeliveryEnd(date(c.Arg(0)))
			return outcome(end, err)
		},
		"span": func(t *testing.T, c cases.Case) string {
			n, err := strconv.Atoi(c.Arg(0))
			if err != nil {
				t.Fatal(err)
			}
			unit := map[string]func(int) period.Span{"days": period.Days, "months": period.Months, "years": period.Years}[c.Arg(1)]
			end, err := period.Expiry(date(c.Arg(2)), unit(n))
			return outcome(end, err)
		},
		"grants":                      grants(edition),
		"grants:last-day-covered":     grants(covered),
		"grants:after-window-refused": grants(refused),
		"text":                        func(_ *testing.T, c cases.Case) string { return texts(period.MustParseInstant(c.Arg(0)).Text) },
		"end-text":                    func(_ *testing.T, c cases.Case) string { return texts(period.MustParseInstant(c.Arg(0)).EndText) },
		"text-of":                     func(_ *testing.T, c cases.Case) string { return texts(period.MustParse(c.Arg(0)).Text) },
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

// reason returns the short word of an error as the cases write it, with the
// date that a refusal tells.
func reason(err error) string {
	for short, sentinel := range map[string]error{
		"syntax": period.ErrSyntax, "range": period.ErrRange, "order": period.ErrOrder, "year": period.ErrYear,
		"not open": period.ErrNotOpen, "closed": period.ErrClosed, "not started": period.ErrNotStarted,
		"too late": period.ErrTooLate, "ended": period.ErrEnded,
	} {
		if !errors.Is(err, sentinel) {
			continue
		}
		if r, ok := errors.AsType[*period.Refusal](err); ok {
			if r.Code() != strings.ReplaceAll(short, " ", "-") {
				return "a refusal with the code " + r.Code()
			}
			return short + ", " + r.Date.String()
		}
		if _, ok := errors.AsType[*period.Error](err); !ok {
			return "an error of no type of this package: " + err.Error()
		}
		return short
	}
	return err.Error()
}
