// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

type premiumVerb = func(*testing.T, cases.Case) string

// premiumTariff returns the tariff of the edition under the readings.
func premiumTariff(t testing.TB, r ...coverage.Reading) premium.Tariff {
	t.Helper()
	rules, err := jisa2024.Rules(r...)
	if err != nil {
		t.Fatal(err)
	}
	tariff, err := premium.New(rules.Tariff, nil)
	if err != nil {
		t.Fatal(err)
	}
	return tariff
}

func TestCasesPremium(t *testing.T) {
	annual := func(r ...coverage.Reading) premiumVerb {
		return func(t *testing.T, c cases.Case) string {
			p, err := premiumTariff(t, r...).Annual(yen.MustParse(c.Arg(0)))
			switch {
			case err != nil:
				return premiumReason(err)
			case p.Low == p.High:
				return cases.Join(cases.Yen(p.Annual), string(p.Origin))
			}
			return cases.Join(cases.Yen(p.Annual), string(p.Origin), p.Low.String(), p.High.String())
		}
	}
	term := func(r ...coverage.Reading) premiumVerb {
		return func(t *testing.T, c cases.Case) string {
			return premiumOf(t, premiumTariff(t, r...), premium.Risk{
				Sales: premium.Sales{Amount: 5 * yen.Oku},
				Term: premium.Term{
					Months:   premiumNumber(t, c.Arg(0)),
					Days:     premiumNumber(t, c.Arg(1)),
					YearDays: premiumNumber(t, c.Arg(2)),
				},
			})
		}
	}
	reduce := func(declared, actual premium.Sales) premiumVerb {
		return func(t *testing.T, c cases.Case) string {
			declared.Amount, actual.Amount = yen.MustParse(c.Arg(0)), yen.MustParse(c.Arg(1))
			r, err := jisa2024.Tariff().Reduction(premium.Risk{Sales: declared}, premium.Risk{Sales: actual})
			if err != nil {
				return premiumReason(err)
			}
			return r.Ratio.String()
		}
	}
	between := func(r ...coverage.Reading) premiumVerb {
		return func(t *testing.T, c cases.Case) string {
			got, err := premiumTariff(t, r...).Reduction(premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(c.Arg(0))}}, premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(c.Arg(1))}})
			switch {
			case err != nil:
				return premiumReason(err)
			case got.BetweenRows:
				return "yes"
			}
			return "no"
		}
	}
	y2024 := premium.Sales{Basis: jisa2024.ITServicesSales, FiscalYear: 2024}

	cases.Run(t, "premium.txt", map[string]premiumVerb{
		"annual":             annual(),
		"annual:next-row":    annual(jisa2024.BetweenNextRow),
		"annual:not-between": annual(jisa2024.BetweenRefused),
		"quote": func(t *testing.T, c cases.Case) string {
			reading, length := premiumTerm(t, &c)
			risk := premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(c.Arg(0))}, Term: length}
			for _, rate := range c.Args[1:] {
				r, err := yen.ParseRatio(rate)
				if err != nil {
					t.Fatal(err)
				}
				risk.Adjust = append(risk.Adjust, jisa2024.RiskDiscount(r))
			}
			return premiumOf(t, premiumTariff(t, reading), risk)
		},
		"term:months":         term(jisa2024.MidTermByMonths),
		"term:days":           term(jisa2024.MidTermByDays),
		"term:short-rate":     term(jisa2024.MidTermByShortRate),
		"term:full-year":      term(jisa2024.MidTermFullYear),
		"reduce":              reduce(y2024, y2024),
		"reduce:total":        reduce(premium.Sales{Basis: jisa2024.TotalSales, FiscalYear: 2024}, y2024),
		"reduce:other-year":   reduce(premium.Sales{FiscalYear: 2023}, y2024),
		"between":             between(),
		"between:next-row":    between(jisa2024.BetweenNextRow),
		"between:not-between": between(jisa2024.BetweenRefused),
		"latest": func(t *testing.T, c cases.Case) string {
			s := premium.Sales{FiscalYear: premiumNumber(t, c.Arg(0))}
			if s.CanBeLatest(premiumNumber(t, c.Arg(1)), time.Month(premiumNumber(t, c.Arg(2)))) {
				return "yes"
			}
			return "no"
		},
		"insurer": func(_ *testing.T, c cases.Case) string {
			r, err := premium.NewReduction(yen.MustParse(c.Arg(0)), yen.MustParse(c.Arg(1)))
			if err != nil {
				return premiumReason(err)
			}
			return r.Ratio.String()
		},
		"pays": func(t *testing.T, c cases.Case) string {
			r, err := jisa2024.Tariff().Reduction(premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(c.Arg(1))}}, premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(c.Arg(2))}})
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

// premiumTerm reads the term of a quote, takes its words off the case, and
// returns the reading that charges such a term.
func premiumTerm(t *testing.T, c *cases.Case) (coverage.Reading, premium.Term) {
	t.Helper()
	take := func() string {
		word := c.Arg(1)
		c.Args = append(c.Args[:1:1], c.Args[2:]...)
		return word
	}
	const year = 365
	switch kind := take(); kind {
	case "annual":
		return jisa2024.MidTermByMonths, premium.Term{}
	case "months":
		return jisa2024.MidTermByMonths, premium.Term{Months: premiumNumber(t, take()), YearDays: year}
	case "days":
		days := premiumNumber(t, take())
		return jisa2024.MidTermByDays, premium.Term{Days: days, YearDays: premiumNumber(t, take())}
	case "short": // months and days after them; a term counts a begun month, and all days
		months, days := premiumNumber(t, take()), premiumNumber(t, take())
		length := premium.Term{Months: months, Days: days, YearDays: year}
		if months >= 0 && days > 0 {
			length.Months++
			length.Days += 31 * months
		}
		return jisa2024.MidTermByShortRate, length
	default:
		t.Fatalf("unknown term %q", kind)
		return "", premium.Term{}
	}
}

func premiumNumber(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// premiumOf returns the premium, which is also the total of the worksheet.
func premiumOf(t *testing.T, tariff premium.Tariff, r premium.Risk) string {
	t.Helper()
	q, err := tariff.Quote(r)
	s, sheetErr := tariff.Sheet(r)
	if s.Total() != q.Total || (err == nil) != (sheetErr == nil) {
		t.Errorf("the worksheet has the total %v, %v", s.Total(), sheetErr)
	}
	if err != nil {
		return premiumReason(err)
	}
	return cases.Yen(q.Total)
}

// premiumReason returns the short word of an error as the cases write it, with
// the bound that a referral names.
func premiumReason(err error) string {
	f, ok := errors.AsType[*fault.Error](err)
	if ok && f.JA != "" {
		return strings.TrimSpace(strings.ReplaceAll(f.Reason.Code(), "-", " ") + " " + f.Want)
	}
	if !ok || !strings.HasPrefix(f.Op, "premium.") {
		return "no error of the package: " + err.Error()
	}
	name, _, _ := strings.Cut(f.Path, ".")
	switch part := f.Path[strings.LastIndex(f.Path, ".")+1:]; {
	case f.Reason == fault.ErrConflict && (part == "basis" || part == "fiscalYear"):
		return "basis"
	case f.Reason == fault.ErrRange && name == "term":
		return "term"
	case f.Reason == fault.ErrRange && part == "rate":
		return "rate"
	case f.Reason == fault.ErrRange && strings.HasSuffix(name, "Premium"):
		return "premium"
	case f.Reason == fault.ErrRange && (part == "amount" || f.Path == ""):
		return "sales"
	}
	return err.Error()
}
