// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command intake takes down a claim at the terminal. It asks only what can still change
// the amount payable, what decides most first, and shows after each answer between which
// amounts the payment is. It ends with the report of the claim: decided, or open with
// what it depends on.
//
//	go run ./examples/intake                      case 2 of the brochure, in Japanese
//	go run ./examples/intake -lang en
//	go run ./examples/intake -policy terms.json -claim claim.json -json finished.json
//	go run ./examples/intake < answers.txt        a dialogue that was written down
//
// An answer is yes, no, unknown or disputed, a date or never, or an amount; back, why,
// show, help and quit are understood at every question, in both languages. With -json,
// the claim is written with the answers, also if they end early, and a later run goes on
// from there; dates and amounts that nobody knew are then asked for again.
//
// It exits with 0, with 1 if the answers cannot be read or the output cannot be written,
// and with 2, and one line on standard error, if a flag or a file is invalid or a line of
// the answers is longer than 64 KB.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// An input holds the values of the flags.
type input struct {
	lang                         language.Tag
	policy, claim, history, json string
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	in := input{lang: language.Japanese}
	flags := in.flags()
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stdout)
		flags.Usage()
		return 0
	}
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	var d *dialogue
	if err == nil {
		d, err = in.open(stdin, stdout)
	}
	if err != nil {
		fmt.Fprintln(stderr, "intake: "+oneLine(err))
		return 2
	}
	d.run()
	if in.json != "" && d.out.err == nil {
		if err := save(in.json, d.now().claim); err != nil {
			fmt.Fprintln(stderr, "intake: "+oneLine(err))
			return 2
		}
		d.say(d.saved(in.json))
	}
	if err := errors.Join(d.lines.err, d.out.err); err != nil {
		fmt.Fprintln(stderr, "intake: "+oneLine(err))
		if errors.Is(err, errLong) {
			return 2
		}
		return 1
	}
	return 0
}

// flags returns the flags, which fill in the input.
func (in *input) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("intake", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("lang", "the `language`: ja or en (default ja)", func(s string) error {
		switch s {
		case "ja":
			in.lang = language.Japanese
		case "en":
			in.lang = language.English
		default:
			return errors.New("must be ja or en")
		}
		return nil
	})
	flags.StringVar(&in.policy, "policy", "", "the `file` of the terms of the policy, as JSON; an example member if it is not given")
	flags.StringVar(&in.claim, "claim", "", "the `file` of the claim, as JSON; case 2 of the brochure if it is not given")
	flags.StringVar(&in.history, "history", "", "the `file` of the history of the policy before the claim; none if it is not given")
	flags.StringVar(&in.json, "json", "", "write the claim with the answers to the `file`, as JSON")
	return flags
}

// open reads the files and returns the dialogue about the claim.
func (in *input) open(stdin io.Reader, stdout io.Writer) (*dialogue, error) {
	policy, err := in.readPolicy()
	if err != nil {
		return nil, err
	}
	claim := exampleClaim()
	if in.claim != "" {
		claim = coverage.Claim{}
		if err := read(in.claim, claim.UnmarshalJSON); err != nil {
			return nil, err
		}
	}
	var history coverage.History
	if in.history != "" {
		if err := read(in.history, history.UnmarshalText); err != nil {
			return nil, err
		}
	}
	if err := writable(in.json); err != nil {
		return nil, err
	}
	claim.Facts = claim.Facts.Else(policy.Scheme().Defaults())
	d, err := newDialogue(in.lang, policy, claim, history, stdin, stdout)
	if in.claim != "" {
		err = named(in.claim, err)
	}
	return d, err
}

// readPolicy returns the policy of the file, under the readings that it names, or that of
// the example member.
func (in *input) readPolicy() (coverage.Policy, error) {
	if in.policy == "" {
		return examplePolicy()
	}
	var terms coverage.Terms
	if err := read(in.policy, terms.UnmarshalJSON); err != nil {
		return coverage.Policy{}, err
	}
	scheme, err := jisa2024.New(terms.Readings...)
	if err != nil {
		return coverage.Policy{}, named(in.policy, err)
	}
	policy, err := scheme.Record(terms)
	return policy, named(in.policy, err)
}

// oneLine returns the first of the faults, and how many more there are.
func oneLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if n := len(fault.All(err)); n > 1 {
		line += fmt.Sprintf(" (and %d more)", n-1)
	}
	return plain(line)
}
