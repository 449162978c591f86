// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command insurer quotes a member of another insurer's scheme, records the policy and
// assesses its claims. The scheme is the document scheme.json and the member is
// member.json, both beside this file; no rule stands in the program.
//
//	go run ./examples/insurer                   quote, record and assess the member
//	go run ./examples/insurer -doc              print the document for people
//	go run ./examples/insurer -check -scheme F  print every fault of another document
//	go run ./examples/insurer -diff F           print what differs in another document
//
// It exits with 0, with 1 if the output cannot be written, and with 2, and one line on
// standard error, if an input is invalid. With -check, the faults are on standard output.
package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
)

//go:embed scheme.json member.json
var files embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// An input holds the values of the flags.
type input struct {
	scheme, member, diff string
	check, doc           bool
	lang                 language.Tag
}

func run(args []string, stdout, stderr io.Writer) int {
	in := input{lang: language.Japanese}
	flags := flag.NewFlagSet("insurer", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&in.scheme, "scheme", "", "the `file` of the scheme; scheme.json if it is not given")
	flags.StringVar(&in.member, "member", "", "the `file` of the member and its claims; member.json if it is not given")
	flags.StringVar(&in.diff, "diff", "", "print what differs in the scheme of the `file`")
	flags.BoolVar(&in.check, "check", false, "print every fault of the scheme")
	flags.BoolVar(&in.doc, "doc", false, "print the scheme for people")
	flags.TextVar(&in.lang, "lang", language.Japanese, "the `language`: ja or en")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stdout)
		flags.Usage()
		return 0
	}
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	var out strings.Builder
	code := 0
	if err == nil {
		code, err = in.write(&out)
	}
	if err != nil {
		fmt.Fprintln(stderr, "insurer: "+oneLine(err))
		return 2
	}
	if _, err := io.WriteString(stdout, out.String()); err != nil {
		fmt.Fprintln(stderr, "insurer:", err)
		return 1
	}
	return code
}

// oneLine returns the first of the faults, and how many more there are.
func oneLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if n := len(fault.All(err)); n > 1 {
		line += fmt.Sprintf(" (and %d more)", n-1)
	}
	return line
}

// write writes what was asked for, and returns the exit code.
func (in *input) write(out *strings.Builder) (code int, err error) {
	document, err := read(in.scheme, "scheme.json")
	if err != nil {
		return 2, err
	}
	scheme, err := coverage.ReadScheme(bytes.NewReader(document))
	switch {
	case in.check:
		for _, f := range fault.All(err) {
			fmt.Fprintf(out, "%s: %q: %s\n", f.Path, f.Input, f.Text(in.lang))
			code = 2
		}
		return code, nil
	case err != nil:
		return 2, err
	case in.doc:
		out.WriteString(scheme.Rules().Text(in.lang))
		return 0, nil
	case in.diff != "":
		return 0, in.differ(out, scheme)
	}
	return 0, in.assess(out, scheme)
}

// differ writes what the other document says otherwise.
func (in *input) differ(out *strings.Builder, scheme coverage.Scheme) error {
	document, err := os.ReadFile(in.diff)
	if err != nil {
		return err
	}
	other, err := coverage.ReadScheme(bytes.NewReader(document))
	if err != nil {
		return err
	}
	for _, c := range coverage.Diff(scheme.Rules(), other.Rules()) {
		fmt.Fprintln(out, c.Text(in.lang))
	}
	return nil
}

// assess quotes the member, records the policy and assesses each claim after the others.
func (in *input) assess(out *strings.Builder, scheme coverage.Scheme) error {
	text, err := read(in.member, "member.json")
	if err != nil {
		return err
	}
	var member coverage.Member
	if err := json.Unmarshal(text, &member); err != nil {
		return err
	}
	quote, err := scheme.Quote(member.Application)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s\n%s\n%s\n\n", scheme.Edition().Text(in.lang), member.Application.Company,
		quote.Membership.Period.Text(in.lang))
	if len(quote.Referrals) == 0 {
		fmt.Fprintln(out, quote.Sheet().Text(in.lang))
	}
	for _, n := range append(quote.Referrals, quote.Notes...) {
		fmt.Fprintln(out, n.Text(in.lang))
	}
	policy, err := quote.Record("26-0001")
	if err != nil {
		return err
	}
	var history coverage.History
	for _, claim := range member.Claims {
		claim.Facts = claim.Facts.Else(scheme.Defaults())
		a, err := policy.Assess(claim, history)
		if err != nil {
			return err
		}
		history = a.History
		fmt.Fprintf(out, "\n%s\n", a.Text(in.lang))
	}
	reserves, err := policy.Reserves(history)
	fmt.Fprint(out, reserves.Text(in.lang))
	return err
}

// read returns a file, or the one beside the program if none is named.
func read(name, beside string) ([]byte, error) {
	if name == "" {
		return files.ReadFile(beside)
	}
	return os.ReadFile(name)
}
