// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// An Encoding is the character encoding of a file. The zero Encoding is UTF-8
// without a byte order mark.
type Encoding uint8

// The encodings of the files of offices.
const (
	UTF8     Encoding = iota
	UTF8BOM           // with a byte order mark, by which Excel knows it
	ShiftJIS          // of Windows (CP932)
)

// String returns the name of the encoding.
func (e Encoding) String() string {
	if e == ShiftJIS {
		return "Shift_JIS"
	}
	return "UTF-8"
}

// A Form is the written form of a file: its encoding, its separator and the ends of its
// lines. The zero Form is UTF-8 with commas, and lines that end as on Unix.
type Form struct {
	Encoding Encoding
	Tabs     bool // between the fields, in place of commas
	CRLF     bool // lines end as on Windows
}

const bom = "\xef\xbb\xbf"

// formOf returns the form of a file by its start, and the start without a byte order mark.
func formOf(head []byte) (f Form, rest []byte) {
	if bytes.HasPrefix(head, []byte(bom)) {
		f.Encoding, head = UTF8BOM, head[len(bom):]
	}
	line, _, ended := bytes.Cut(head, []byte("\n"))
	f.CRLF = ended && bytes.HasSuffix(line, []byte("\r"))
	f.Tabs = bytes.Count(line, []byte("\t")) > bytes.Count(line, []byte(","))
	return f, head
}

// encodingOf returns the encoding of a file without a byte order mark by its header or, if
// that is in ASCII, by the first line that is not.
func encodingOf(header []string, file io.ReadSeeker) (Encoding, error) {
	if top := strings.Join(header, ","); !ascii(top) {
		return guess([]byte(top)), nil
	}
	at, err := file.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0, err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	e, err := first(bufio.NewReaderSize(io.LimitReader(file, maxFile), 64<<10))
	if err != nil {
		return 0, err
	}
	_, err = file.Seek(at, io.SeekStart)
	return e, err
}

// first returns the encoding of the first line that is not in ASCII, or UTF8BOM if all are:
// the encoding in which everything can be written beside it.
func first(r *bufio.Reader) (Encoding, error) {
	for {
		line, err := r.ReadSlice('\n')
		if !slices.ContainsFunc(line, func(c byte) bool { return c >= utf8.RuneSelf }) {
			switch err {
			case nil, bufio.ErrBufferFull:
				continue
			case io.EOF:
				return UTF8BOM, nil
			}
			return 0, err
		}
		for n := 0; n < utf8.UTFMax-1 && err == bufio.ErrBufferFull && line[len(line)-1] >= utf8.RuneSelf; n++ {
			line = line[:len(line)-1] // half a character
		}
		return guess(line), nil
	}
}

func guess(line []byte) Encoding {
	if utf8.Valid(line) {
		return UTF8
	}
	return ShiftJIS
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// A decoder decodes fields of one encoding.
type decoder struct {
	e Encoding

	// runes are the characters of Shift_JIS by their one or two bytes, and 0 where there is
	// none. A file has millions of fields.
	runes []rune
}

func newDecoder(e Encoding) (decoder, error) {
	d := decoder{e: e}
	if e != ShiftJIS {
		return d, nil
	}
	d.runes = make([]rune, 1<<16)
	var codes []int
	var all []byte
	for one := 0x80; one <= 0xff; one++ {
		codes, all = append(codes, one), append(all, byte(one), '\n')
		for two := 0x40; two <= 0xfc; two++ {
			codes, all = append(codes, one<<8|two), append(all, byte(one), byte(two), '\n')
		}
	}
	text, err := japanese.ShiftJIS.NewDecoder().Bytes(all)
	for k, line := range bytes.SplitN(text, []byte("\n"), len(codes)) {
		c, size := utf8.DecodeRune(line)
		if line = bytes.TrimSuffix(line, []byte("\n")); c != utf8.RuneError && size == len(line) {
			d.runes[codes[k]] = c
		}
	}
	return d, err
}

// next returns the character of Shift_JIS at the start of a text and its length, or 0.
func (d decoder) next(s string) (c rune, size int) {
	one := s[0]
	if one < utf8.RuneSelf {
		return rune(one), 1
	}
	if c := d.runes[one]; c != 0 {
		return c, 1
	}
	if len(s) < 2 {
		return 0, 1
	}
	return d.runes[int(one)<<8|int(s[1])], 2
}

// holds reports whether a field is in the encoding, and has no character that no field has.
func (d decoder) holds(s string) bool {
	plain := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f {
			return false
		}
		plain = plain && c < utf8.RuneSelf
	}
	switch {
	case plain:
		return true
	case d.e != ShiftJIS:
		return utf8.ValidString(s)
	}
	for len(s) > 0 {
		c, size := d.next(s)
		if c == 0 {
			return false
		}
		s = s[size:]
	}
	return true
}

// text returns the text of a field that is in the encoding.
func (d decoder) text(s string) string {
	if d.e != ShiftJIS || ascii(s) {
		return s
	}
	b := make([]byte, 0, len(s)*3/2)
	for len(s) > 0 {
		c, size := d.next(s)
		b, s = utf8.AppendRune(b, c), s[size:]
	}
	return string(b)
}

// usual are the characters for which offices write another one that Shift_JIS has.
var usual = strings.NewReplacer("〜", "～", "−", "－", "—", "―", "‖", "∥", "¥", "￥", "¢", "￠", "£", "￡", "¬", "￢",
	"–", "―", "≥", "≧", "≤", "≦", "\u00a0", " ")
