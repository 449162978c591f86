// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command quote prints the policy period and the premium worksheet of a member
// of the JISA scheme, 2024 edition.
//
//	go run ./examples/quote -sales 7億円 -applied 2024-09-10
//
// It exits with 2 and one line on standard error if the input is wrong or
// there is no period or no premium for it.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	var (
		sales    = 7 * yen.Oku
		applied  = period.MustParseDate("2024-09-10")
		discount yen.Ratio
		prorata  = premium.ByMonths
		lang     = language.Japanese
	)
	flags := flag.NewFlagSet("quote", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("sales", "a year's IT-services `sales`, such as 7億円 (the default)", parse(&sales, yen.Parse))
	flags.Func("applied", "the `day` of application, by default 2024-09-10", parse(&applied, period.ParseDate))
	flags.Func("discount", "the `rate` of the risk-assessment discount, such as 10%", parse(&discount, yen.ParseRatio))
	flags.Func("prorata", "how a mid-term joiner pays: monthly (the default), daily, short-rate or annual", parse(&prorata, parseProrata))
	flags.Func("lang", "the `language`: ja (the default) or en", parse(&lang, parseLanguage))
	asJSON := flags.Bool("json", false, "print JSON")

	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stdout)
		flags.Usage()
		return 0
	}
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	var r result
	if err == nil {
		r, err = quote(sales, applied, discount, prorata)
	}
	if err != nil {
		fmt.Fprintln(stderr, "quote: "+explain(err, lang))
		return 2
	}
	if *asJSON {
		out := json.NewEncoder(stdout)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		err = out.Encode(r)
	} else {
		_, err = io.WriteString(stdout, r.text(lang))
	}
	if err != nil {
		fmt.Fprintln(stderr, "quote:", err)
		return 1
	}
	return 0
}

// A result is what the command prints.
type result struct {
	Applied    period.Date       `json:"applied"`
	Membership period.Membership `json:"membership"`
	Quote      premium.Quote     `json:"quote"`
	Sheet      clause.Sheet      `json:"sheet"`
}

// quote joins the member on the day of application, and prices the period.
func quote(sales yen.Amount, applied period.Date, discount yen.Ratio, prorata premium.TermReading) (result, error) {
	m, err := period.JISA2024(period.Readings{}).Join(applied)
	if err != nil {
		return result{}, err
	}
	tariff := premium.JISA2024(premium.Readings{Term: prorata})
	var discounts []premium.Adjustment
	if discount != (yen.Ratio{}) {
		discounts = append(discounts, premium.RiskDiscount(discount))
	}
	q, err := tariff.Quote(sales, tariff.Term(m.Months, m.Days, m.YearDays), discounts...)
	return result{applied, m, q, q.Sheet()}, err
}
