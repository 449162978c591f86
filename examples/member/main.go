// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command member follows one member of the JISA scheme, 2024 edition, through a
// year: it computes an indicative premium, records the policy, and assesses the
// three cases of the brochure, a claim with a disputed fact and one that an exclusion
// denies, in order, with what then remains of every limit.
//
//	go run ./examples/member
//	go run ./examples/member -lang en
//	go run ./examples/member -v
//
// With -v it also prints each question with its answer.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("member", flag.ContinueOnError)
	flags.SetOutput(stderr)
	lang := flags.String("lang", "ja", "the `language`: ja or en")
	details := flags.Bool("v", false, "print each question with its answer")
	if err := flags.Parse(args); err != nil || flags.NArg() > 0 || *lang != "ja" && *lang != "en" {
		fmt.Fprintln(stderr, "member: -lang must be ja or en, and -v is the only other flag")
		return 2
	}
	if err := follow(printer{stdout, language.Make(*lang), *details}); err != nil {
		fmt.Fprintln(stderr, "member:", err)
		return 1
	}
	return 0
}

// follow quotes the member, records the policy and assesses the claims.
func follow(p printer) error {
	scheme, err := jisa2024.New()
	if err != nil {
		return err
	}
	options := scheme.Standard()
	for id, limit := range map[option.ID]yen.Amount{ // the standard setting states none of them
		jisa2024.AttackResponseLimit:       1_000 * yen.Man,
		jisa2024.InvestigationLimit:        2_000 * yen.Man,
		jisa2024.AdvisoryLimit:             1_000 * yen.Man,
		jisa2024.RestorationLimit:          3_000 * yen.Man,
		jisa2024.OtherResponseLimit:        1_000 * yen.Man,
		jisa2024.RecurrencePreventionLimit: 500 * yen.Man,
		jisa2024.ReputationalLimit:         500 * yen.Man,
	} {
		options[id] = option.Yen(limit)
	}
	quote, err := scheme.Quote(coverage.Application{
		Company:  "例示システム株式会社",
		Business: "システム開発・運用",
		Applied:  period.MustParseDate("2024-06-03"),
		Sales:    premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024},
		Security: "CISO, EDR",
		Losses:   "none",
		Options:  options,
	})
	if err != nil {
		return err
	}
	p.quote(quote)

	policy, err := quote.Record("24-0001")
	if err != nil {
		return err
	}
	p.recorded(policy)

	var history coverage.History
	for _, s := range claims(scheme.Defaults()) {
		if s.alone {
			alone, err := policy.Assess(s.claim, coverage.History{})
			if err != nil {
				return err
			}
			p.story(s, "（保険期間の最初の事案であった場合）", " (as the first claim of the period)")
			p.assessed(alone)
		}
		assessed, err := policy.Assess(s.claim, history)
		if err != nil {
			return err
		}
		if s.alone {
			p.story(s, "（これまでの事案の後の場合）", " (after the claims above)")
		} else {
			p.story(s, "", "")
		}
		p.assessed(assessed)
		history = assessed.History
	}
	return p.left(policy, history)
}
