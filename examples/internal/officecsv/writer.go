// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv

import (
	"strings"

	"golang.org/x/text/encoding/japanese"
)

// Start returns the first bytes of a file in the form: the byte order mark, or none.
func (f Form) Start() string {
	if f.Encoding == UTF8BOM {
		return bom
	}
	return ""
}

// Append appends a row to b: fields that are in the form already, as [Row.Fields], and then
// texts. A field that a spreadsheet would take for a formula starts with an apostrophe.
//
// Shift_JIS does not have all characters. For some, offices write another one, and so does
// Append, such as ￥ for ¥. For others it returns an [*Error] that names the character, and b
// without any of the row.
func (f Form) Append(b []byte, fields []string, texts ...string) ([]byte, error) {
	row, n := b, 0
	next := func() {
		if n++; n > 1 && f.Tabs {
			row = append(row, '\t')
		} else if n > 1 {
			row = append(row, ',')
		}
	}
	for _, s := range fields {
		next()
		row = f.quote(row, s)
	}
	for _, s := range texts {
		next()
		in, err := f.Encode(s)
		if err != nil {
			return b, err
		}
		row = f.quote(row, in)
	}
	if f.CRLF {
		row = append(row, '\r')
	}
	return append(row, '\n'), nil
}

// quote appends a field in the form, in quotation marks if it needs them.
func (f Form) quote(b []byte, s string) []byte {
	formula := f.Encoding.formula(s)
	comma := byte(',')
	if f.Tabs {
		comma = '\t'
	}
	plain := true
	for i := range len(s) {
		if c := s[i]; c == comma || c == '"' || c == '\n' || c == '\r' {
			plain = false
			break
		}
	}
	if plain && !formula {
		return append(b, s...)
	}
	if !plain {
		b = append(b, '"')
	}
	if formula {
		b = append(b, '\'')
	}
	if plain {
		return append(b, s...)
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"':
			b = append(b, '"', '"')
		case c == '\n' && f.CRLF:
			b = append(b, '\r', '\n')
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// formula reports whether a spreadsheet would take a field for a formula.
func (e Encoding) formula(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case '=', '@', '\t', '\r':
		return true
	case '+', '-':
		return strings.Trim(s[1:], "0123456789,.%") != "" || len(s) == 1
	case 0x81, 0xef:
		wide := []string{"＝", "＋", "－", "＠"}
		if e == ShiftJIS {
			wide = []string{"\x81\x81", "\x81\x7b", "\x81\x7c", "\x81\x97"}
		}
		for _, w := range wide {
			if strings.HasPrefix(s, w) {
				return true
			}
		}
	}
	return false
}

// Encode returns a text as a field in the form. If Shift_JIS does not have a character of it,
// the error is the [*Error] of Append.
func (f Form) Encode(s string) (string, error) {
	if f.Encoding != ShiftJIS || ascii(s) {
		return s, nil
	}
	encode := func(s string) (string, error) { return japanese.ShiftJIS.NewEncoder().String(s) }
	out, err := encode(s)
	if err != nil {
		s = usual.Replace(s)
		out, err = encode(s)
	}
	if err == nil {
		return out, nil
	}
	for _, c := range s {
		if _, err := encode(string(c)); err != nil {
			return "", &Error{
				JA: "「" + string(c) + "」はShift_JISで書けません。",
				EN: "Shift_JIS does not have the character “" + string(c) + "”.",
			}
		}
	}
	return "", err
}
