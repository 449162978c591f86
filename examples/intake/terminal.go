// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
)

// A screen writes what people read. The first error stays, and nothing is written after
// it.
type screen struct {
	to  io.Writer
	err error
}

func (s *screen) write(text string) {
	if s.err == nil {
		_, s.err = io.WriteString(s.to, text)
	}
}

// say writes a paragraph.
func (s *screen) say(text string) { s.write(wrapped("", text)) }

// entry writes a paragraph behind a head.
func (s *screen) entry(head, text string) { s.write(wrapped(head, text)) }

// gap writes an empty line.
func (s *screen) gap() { s.write("\n") }

// mostLine is how many bytes a line of the answers can have, without its end.
const mostLine = 64 << 10

// errLong is the error of a line with more.
var errLong = errors.New("a line of the answers is longer than 64 KB")

// A source reads the answers, one a line.
type source struct {
	from *bufio.Reader // which holds one line
	echo *screen       // on which answers are repeated that nobody types; nil for a terminal
	err  error         // why there are no more lines, unless they have ended
}

// newSource returns a source, which repeats the answers on the screen unless a person
// types them there.
func newSource(from io.Reader, s *screen) source {
	in := source{from: bufio.NewReaderSize(from, mostLine+1), echo: s}
	if f, ok := from.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			in.echo = nil
		}
	}
	return in
}

// next returns the next line, and false if there are no more.
func (in *source) next() (string, bool) {
	read, err := in.from.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		err = errLong
	}
	if err != nil && !errors.Is(err, io.EOF) {
		in.err = err
		return "", false
	}
	line := strings.TrimSpace(strings.TrimPrefix(plain(string(read)), "\ufeff"))
	if in.echo != nil {
		in.echo.write(line + "\n")
	}
	return line, err == nil || line != ""
}

// empty reports whether it is known that there are no more lines. It does not wait for a
// person.
func (in *source) empty() bool {
	if in.echo == nil {
		return false
	}
	_, err := in.from.Peek(1)
	return err != nil
}
