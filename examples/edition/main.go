// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command edition compares the 2024 edition of the JISA scheme with a changed copy: what
// differs, row by row, and what it does to a portfolio of members and claims.
//
//	go run ./examples/edition
//	go run ./examples/edition -next next.json -members members.json -lang en
//
// Without -next, the copy is a draft that is made up here. With -write, the program prints
// the document of the 2024 edition, to be copied and changed.
//
// It exits with 0, with 1 if the output cannot be written, and with 2, and one line on
// standard error, if an input is invalid.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
)

//go:embed members.json
var sample []byte

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// An input is what the flags say.
type input struct {
	next, members string
	write         bool
	lang          language.Tag
}

func run(args []string, stdout, stderr io.Writer) int {
	var in input
	flags := flag.NewFlagSet("edition", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&in.next, "next", "", "the `file` of the next edition; a draft if it is not given")
	flags.StringVar(&in.members, "members", "", "the `file` of the members; a sample if it is not given")
	flags.BoolVar(&in.write, "write", false, "print the document of the 2024 edition")
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
	var out string
	if err == nil {
		out, err = in.compare()
	}
	if err != nil {
		line, _, _ := strings.Cut(err.Error(), "\n")
		fmt.Fprintln(stderr, "edition: "+line)
		return 2
	}
	if _, err := io.WriteString(stdout, out); err != nil {
		fmt.Fprintln(stderr, "edition:", err)
		return 1
	}
	return 0
}

// compare returns what differs between the editions, and the impact of it.
func (in *input) compare() (string, error) {
	rules, err := jisa2024.Rules()
	if err != nil {
		return "", err
	}
	if in.write {
		b, err := json.MarshalIndent(rules, "", "  ")
		return string(b) + "\n", err
	}
	was, err := coverage.New(rules)
	if err != nil {
		return "", err
	}
	is, err := in.other(was)
	if err != nil {
		return "", err
	}
	text := sample
	if in.members != "" {
		if text, err = os.ReadFile(in.members); err != nil {
			return "", err
		}
	}
	var members []coverage.Member
	if err := json.Unmarshal(text, &members); err != nil {
		return "", err
	}
	var out strings.Builder
	for _, c := range coverage.Diff(was.Rules(), is.Rules()) {
		fmt.Fprintln(&out, c.Text(in.lang))
	}
	fmt.Fprintf(&out, "\n%s", coverage.Compare(was, is, members).Text(in.lang))
	return out.String(), nil
}

// other returns the next edition: that of a document, or the draft.
func (in *input) other(was coverage.Scheme) (coverage.Scheme, error) {
	if in.next == "" {
		return coverage.New(draft(was.Rules()))
	}
	b, err := os.ReadFile(in.next)
	if err != nil {
		return coverage.Scheme{}, err
	}
	return coverage.ReadScheme(bytes.NewReader(b))
}
