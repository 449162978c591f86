// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Command portfolio works through the members of a scheme: those of the JISA scheme, 2024
// edition, or of the scheme in a document.
//
//	go run ./examples/portfolio                                 quote the members beside the program
//	go run ./examples/portfolio -in members.csv -out quoted.csv quote those of a file
//	go run ./examples/portfolio -claims claims.jsonl            assess claims, in order of decision
//	go run ./examples/portfolio -simulate 100000                draw claims for a year
//	go run ./examples/portfolio -plot curve.svg                 draw the premium over the sales
//	go run ./examples/portfolio -generate 1000 -out members.csv write members to try it with
//
// The input is CSV as offices keep it: in UTF-8 or Shift_JIS, with commas or tabs, under
// headers in Japanese or English in any order. The output has the columns of the input, and
// the period, the premium, its basis, or the reason why there is none; it is in the form of
// the input. Rows that cannot be read go to another file, with the line, the column and the
// reason. A file is written whole or not at all.
//
// It exits with 0; with 1 if the output cannot be written, or on interruption; and with 2,
// and one line on standard error, if an input is invalid.
package main

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/officecsv"
	"github.com/baiseki/baiseki/examples/internal/whole"
	"github.com/baiseki/baiseki/jisa2024"
)

//go:embed members.csv claims.jsonl
var beside embed.FS

func main() {
	debug.SetGCPercent(800) // rows live shortly, and few at a time
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// A job holds the values of the flags.
type job struct {
	in, out, bad, scheme string
	claims, plot         string
	simulate, generate   int
	seed                 uint64
	encoding             string
	lang                 language.Tag

	stdout, stderr io.Writer

	left int // the rows of members that are left out
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	j := job{stdout: stdout, stderr: stderr}
	flags := flag.NewFlagSet("portfolio", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&j.in, "in", "", "the `file` of the members; members.csv beside the program if it is not given")
	flags.StringVar(&j.out, "out", "", "the `file` to write; standard output if it is not given")
	flags.StringVar(&j.bad, "bad", "", "the `file` of rows that cannot be read; by default the output with .bad before .csv")
	flags.StringVar(&j.scheme, "scheme", "", "the `document` of another scheme")
	flags.StringVar(&j.claims, "claims", "", "assess the claims of the `file`, one a line as JSON; “-” for those beside the program")
	flags.IntVar(&j.simulate, "simulate", 0, "draw so many `claims` for a year, and print what is paid")
	flags.StringVar(&j.plot, "plot", "", "draw the premium over the sales, with the members, into the SVG `file`")
	flags.IntVar(&j.generate, "generate", 0, "write so many `members`")
	flags.Uint64Var(&j.seed, "seed", 1, "the `number` from which chance starts")
	flags.StringVar(&j.encoding, "encoding", "utf-8-bom", "of generated members: utf-8, utf-8-bom or shift_jis")
	flags.TextVar(&j.lang, "lang", language.Japanese, "the `language` of texts: ja or en")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stdout)
		flags.Usage()
		return 0
	}
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err == nil {
		err = j.check()
	}
	if err == nil {
		err = j.do(ctx)
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, context.Canceled) && j.out != "":
		fmt.Fprintln(stderr, "portfolio: interrupted; no file was written")
		return 1
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "portfolio: interrupted")
		return 1
	}
	fmt.Fprintln(stderr, "portfolio: "+oneLine(err, j.lang))
	if errors.Is(err, errOutput) {
		return 1
	}
	return 2
}

func (j *job) do(ctx context.Context) error {
	scheme, err := j.read()
	if err != nil {
		return err
	}
	switch {
	case j.generate != 0:
		return j.members(ctx, scheme)
	case j.claims != "":
		return j.assess(ctx, scheme)
	case j.simulate != 0:
		return j.draw(ctx, scheme)
	case j.plot != "":
		return j.curve(scheme)
	}
	return j.quote(ctx, scheme)
}

// read returns the scheme.
func (j *job) read() (coverage.Scheme, error) {
	if j.scheme == "" {
		return jisa2024.New()
	}
	file, err := os.Open(j.scheme)
	if err != nil {
		return coverage.Scheme{}, err
	}
	defer file.Close()
	s, err := coverage.ReadScheme(file)
	if err != nil {
		err = fmt.Errorf("%s: %w", j.scheme, err)
	}
	return s, err
}

// A source is an input.
type source struct {
	io.ReadSeeker
	size int64
	file *os.File // nil for one beside the program
}

func (s source) done() {
	if s.file != nil {
		s.file.Close()
	}
}

// open opens a file, or the one beside the program.
func (j *job) open(name, other string) (s source, err error) {
	if name == "" {
		b, err := beside.ReadFile(other)
		return source{bytes.NewReader(b), int64(len(b)), nil}, err
	}
	file, err := os.Open(name)
	if err != nil {
		return s, err
	}
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = fmt.Errorf("%s is a folder", name)
	}
	if err != nil {
		file.Close()
		return s, err
	}
	return source{file, info.Size(), file}, nil
}

// quote quotes the members of a file.
func (j *job) quote(ctx context.Context, scheme coverage.Scheme) error {
	in, err := j.open(j.in, "members.csv")
	if err != nil {
		return err
	}
	defer in.done()
	q := quoter{form: formOf(scheme)}
	r, err := officecsv.NewReader(in, q.columns)
	if err != nil {
		return err
	}
	q.form, q.csv, q.lang = q.in(r), r.Form(), r.Language()
	top, err := q.csv.Append([]byte(q.csv.Start()), r.Header(), q.header()...)
	if err != nil {
		return err
	}
	bad := spill{job: j}
	if bad.top, err = q.badTop(r); err != nil {
		return err
	}
	defer bad.drop()
	p := progress{to: j.stderr, size: in.size, lang: j.lang}
	if j.out == "" {
		if _, err := j.stdout.Write(top); err != nil {
			return output(err)
		}
		all, err := q.quoteAll(ctx, r, j.stdout, &bad, p.seen)
		if err == nil {
			err = bad.keep()
		}
		if err == nil {
			p.end()
			_, err = io.WriteString(j.stderr, all.text(j.lang))
		}
		return err
	}
	good, err := create(j.out)
	if err != nil {
		return err
	}
	_, err = good.Write(top)
	var all summary
	if err == nil {
		all, err = q.quoteAll(ctx, r, good, &bad, p.seen)
	}
	if err == nil {
		err = bad.keep()
	}
	if err != nil {
		return good.End(err)
	}
	if err := good.End(nil); err != nil {
		return output(err)
	}
	p.end()
	_, err = io.WriteString(j.stdout, all.text(j.lang))
	return output(err)
}

// badTop returns the header of the rows that cannot be read.
func (q *quoter) badTop(r *officecsv.Reader) (string, error) {
	var head []string
	for _, s := range q.badHeader() {
		in, err := q.csv.Encode(s)
		if err != nil {
			return "", err
		}
		head = append(head, in)
	}
	b, err := q.csv.Append([]byte(q.csv.Start()), append(head, r.Header()...))
	return string(b), err
}

// A spill is where the rows go that cannot be read: a file that is there once there are some
// or, if the output is standard output, standard error.
type spill struct {
	job  *job
	top  string
	file *whole.File
}

// Write writes rows.
func (s *spill) Write(b []byte) (int, error) {
	name := s.name()
	if s.job.out == "" && s.job.bad == "" {
		return s.job.stderr.Write(b)
	}
	if s.file == nil {
		var err error
		if s.file, err = create(name); err != nil {
			return 0, err
		}
		if _, err := s.file.WriteString(s.top); err != nil {
			return 0, err
		}
	}
	return s.file.Write(b)
}

func (s *spill) name() string {
	out, ext := s.job.out, filepath.Ext(s.job.out)
	return cmp.Or(s.job.bad, strings.TrimSuffix(out, ext)+".bad"+ext)
}

// keep keeps the file. If there are no such rows, one that was asked for has the header alone,
// and one of an earlier run beside the output is removed.
func (s *spill) keep() error {
	switch {
	case s.file == nil && s.job.out+s.job.bad == "":
		return nil
	case s.file == nil && s.job.bad != "":
		if _, err := s.Write(nil); err != nil {
			return err
		}
	case s.file == nil:
		if err := os.Remove(s.name()); !errors.Is(err, fs.ErrNotExist) {
			return output(err)
		}
		return nil
	}
	file := s.file
	s.file = nil
	return output(file.End(nil))
}

// drop removes the file if it was not kept.
func (s *spill) drop() {
	if s.file != nil {
		_ = s.file.End(errOutput)
	}
}
