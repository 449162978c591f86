// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command quote prints the policy period and the indicative premium of a member
// of the JISA scheme, 2024 edition, with its worksheet.
//
//	go run ./examples/quote -sales 7億円 -applied 2024-09-10
//
// A flag that is not given is assumed, and the output names what was assumed.
// The limits and the deductible are those of the standard setting.
//
// It exits with
//   - 0 if there is a premium,
//   - 1 if the output cannot be written,
//   - 2 if the input is invalid, the application is outside the time to apply, or
//     the premium is referred to the agent.
//
// Without -json, exit code 2 comes with one line on standard error. With -json, a
// refusal and a referral are JSON on standard output, with a stable code; invalid
// input is still one line on standard error.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	r := request{
		applied: period.MustParseDate("2024-09-10"),
		sales:   premium.Sales{Amount: 7 * yen.Oku, Basis: jisa2024.ITServicesSales},
		given:   map[string]bool{},
	}
	lang := language.Japanese
	flags := flag.NewFlagSet("quote", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("sales", "the `sales` of a year, such as 7億円 (the default)", parse(&r.sales.Amount, yen.Parse))
	flags.Func("basis", "the `kind` of sales: it-services (the default) or total", parse(&r.sales.Basis, parseBasis))
	flags.Func("fiscal-year", "the calendar `year` in which the fiscal year of the sales ends", parse(&r.sales.FiscalYear, parseYear))
	flags.Func("applied", "the `day` of application, by default 2024-09-10", parse(&r.applied, period.ParseDate))
	flags.Func("discount", "the `rate` of the risk-assessment discount, such as 10%", parse(&r.discount, yen.ParseRatio))
	flags.Func("prorata", "the premium of a mid-term joiner, `by` monthly (the default), daily, short-rate or annual", parse(&r.prorata, parseProrata))
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
	flags.Visit(func(f *flag.Flag) { r.given[f.Name] = true })
	var a answer
	if err == nil {
		a, err = r.answer()
	}
	if err != nil {
		return fail(stderr, oneLine(err.Error()))
	}
	none := a.noPremium()
	switch {
	case *asJSON:
		out := json.NewEncoder(stdout)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		err = out.Encode(a)
	case none != nil:
		return fail(stderr, none.Text(lang))
	default:
		_, err = io.WriteString(stdout, a.text(lang))
	}
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "quote:", err)
		return 1
	case none != nil:
		return 2
	}
	return 0
}

func fail(stderr io.Writer, why string) int {
	fmt.Fprintln(stderr, "quote: "+why)
	return 2
}
