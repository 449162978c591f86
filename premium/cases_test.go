// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

type verb = func(*testing.T, cases.Case) string

func TestCases(t *testing.T) {
	edition := premium.JISA2024(premium.Readings{})
	annual := func(r premium.Readings) verb {
		return func(_ *testing.T, c cases.Case) string {
			p, err := premium.JISA2024(r).Table().Annual(yen.MustParse(c.Arg(0)))
			switch {
			case err != nil:
				return reason(err)
			case p.Low == p.High:
				return cases.Join(cases.Yen(p.Annual), p.Origin.String())
			}
			return cases.Join(cases.Yen(p.Annual), p.Origin.String(), p.Low.String(), p.High.String())
		}
	}
	term := func(r premium.TermReading) verb {
		return func(t *testing.T, c cases.Case) string {
			tariff := premium.JISA2024(premium.Readings{Term: r})
			q, err := tariff.Quote(5*yen.Oku, tariff.Term(number(t, c.Arg(0)), number(t, c.Arg(1)), number(t, c.Arg(2))))
			return outcome(t, q, err)
		}
	}
	reduce := func(declared, actual premium.Sales) verb {
		return func(_ *testing.T, c cases.Case) string {
			declared.Amount, actual.Amount = yen.MustParse(c.Arg(0)), yen.MustParse(c.Arg(1))
			r, err := edition.Reduction(declared, actual)
			if err != nil {
				return reason(err)
			}
			return r.Ratio.String()
		}
	}
	between := func(r premium.Readings) verb {
		return func(_ *testing.T, c cases.Case) string {
			got, err := premium.JISA2024(r).Reduction(premium.Sales{Amount: yen.MustParse(c.Arg(0))}, premium.Sales{Amount: yen.MustParse(c.Arg(1))})
			if err != nil {
				return reason(err)
			}
			return yesNo(got.BetweenRows)
		}
	}
	y2024 := premium.Sales{FiscalYear: 2024}

	cases.Run(t, "premium.txt", map[string]verb{
		"annual":             annual(premium.Readings{}),
		"annual:next-row":    annual(premium.Readings{Between: premium.NextRow}),
		"annual:not-between": annual(premium.Readings{Between: premium.NotBetween}),
		"quote": func(t *testing.T, c cases.Case) string {
			q, err := edition.Quote(yen.MustParse(c.Arg(0)), termOf(t, &c), discounts(c)...)
			return outcome(t, q, err)
		},
		"term:months":         term(premium.ByMonths),
		"term:days":           term(premium.ByDays),
		"term:short-rate":     term(premium.ByShortRate),
		"term:full-year":      term(premium.ByFullYear),
		"reduce":              reduce(y2024, y2024),
		"reduce:total":        reduce(premium.Sales{Basis: premium.TotalSales, FiscalYear: 2024}, y2024),
		"reduce:other-year":   reduce(premium.Sales{FiscalYear: 2023}, y2024),
		"between":             between(premium.Readings{}),
		"between:next-row":    between(premium.Readings{Between: premium.NextRow}),
		"between:not-between": between(premium.Readings{Between: premium.NotBetween}),
		"latest": func(t *testing.T, c cases.Case) string {
			s := premium.Sales{FiscalYear: number(t, c.Arg(0))}
			return yesNo(s.CanBeLatest(number(t, c.Arg(1)), time.Month(number(t, c.Arg(2)))))
		},
		"insurer": func(_ *testing.T, c cases.Case) string {
			r, err := premium.NewReduction(yen.MustParse(c.Arg(0)), yen.MustParse(c.Arg(1)))
			if err != nil {
				return reason(err)
			}
			return r.Ratio.String()
		},
		"pays": func(t *testing.T, c cases.Case) string {
			r, err := edition.Reduction(premium.Sales{Amount: yen.MustParse(c.Arg(1))}, premium.Sales{Amount: yen.MustParse(c.Arg(2))})
			if err != nil {
				t.Fatal(err)
			}
			paid, err := yen.MustParse(c.Arg(0)).Times(r.Ratio, yen.Rounding{})
			if err != nil {
				t.Fatal(err)
			}
			return cases.Yen(paid)
		},
	})
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// termOf reads the term of a quote and takes its words off the case.
func termOf(t *testing.T, c *cases.Case) premium.Term {
	t.Helper()
	take := func() string {
		word := c.Arg(1)
		c.Args = append(c.Args[:1:1], c.Args[2:]...)
		return word
	}
	switch kind := take(); kind {
	case "annual":
		return premium.Term{}
	case "months":
		return premium.Months(number(t, take()))
	case "days":
		return premium.Days(number(t, take()), number(t, take()))
	case "short":
		return premium.ShortRate(number(t, take()), number(t, take()))
	default:
		t.Fatalf("unknown term %q", kind)
		return premium.Term{}
	}
}

func discounts(c cases.Case) []premium.Adjustment {
	var all []premium.Adjustment
	for _, rate := range c.Args[1:] {
		r, err := yen.ParseRatio(rate)
		if err != nil {
			panic(err)
		}
		all = append(all, premium.RiskDiscount(r))
	}
	return all
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// outcome returns the premium, which is also the total of the worksheet.
func outcome(t *testing.T, q premium.Quote, err error) string {
	t.Helper()
	if err != nil {
		return reason(err)
	}
	if q.Sheet().Total() != q.Total {
		t.Errorf("the worksheet has the total %v", q.Sheet().Total())
	}
	return cases.Yen(q.Total)
}

// reason returns the short word of an error as the cases write it, with the
// bound that a referral names.
func reason(err error) string {
	for short, sentinel := range map[string]error{
		"not stated": premium.ErrNotStated, "below": premium.ErrBelow, "above": premium.ErrAbove, "between": premium.ErrBetween,
		"sales": premium.ErrSales, "term": premium.ErrTerm, "adjustment": premium.ErrAdjustment,
		"premium": premium.ErrPremium, "rate": premium.ErrRate, "basis": premium.ErrBasis, "table": premium.ErrTable, "tariff": premium.ErrTariff,
	} {
		if !errors.Is(err, sentinel) {
			continue
		}
		if r, ok := errors.AsType[*premium.Referral](err); ok {
			if r.Code() != strings.ReplaceAll(short, " ", "-") {
				return "a referral with the code " + r.Code()
			}
			if r.Bound == 0 {
				return short
			}
			return short + " " + r.Bound.String()
		}
		if _, ok := errors.AsType[*premium.Error](err); !ok {
			return "an error of no type of this package: " + err.Error()
		}
		return short
	}
	return err.Error()
}
