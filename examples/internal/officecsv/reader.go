// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
)

// The bounds of a file.
const (
	maxColumns = 256
	maxField   = 32 << 10 // bytes, as in Excel
	maxRow     = 1 << 20  // bytes
	maxFile    = 4 << 30  // bytes
)

// A Reader reads the rows of a file. The zero Reader is not usable.
type Reader struct {
	form Form
	decoder
	file   io.ReadSeeker
	csv    *csv.Reader
	bound  *bounded
	from   int64    // where csv began to read, in bytes
	above  int      // the lines before that
	header []string // as texts
	raw    []string // as in the file
	units  []string // of the amounts in each column, as the header says
	at     map[string]int
	line   int // after the row before
	ended  error
}

// A Row is a line of a file, or several if a field has several. Its fields are as in the
// file; [Row.Text] returns one as text.
type Row struct {
	Line   int      // in the file, of which the header is 1
	Fields []string // as many as the header has

	file *Reader
}

// NewReader finds the form of a file and reads its header. It returns an [*Error] if the
// file is empty or not in one of the forms, or if its header does not have the columns.
func NewReader(file io.ReadSeeker, columns []Column) (*Reader, error) {
	in := bufio.NewReaderSize(file, 64<<10)
	head, err := in.Peek(64 << 10)
	if err != nil && err != io.EOF {
		return nil, err
	}
	whole := func(ja, en string) (*Reader, error) { return nil, &Error{JA: ja, EN: en, Ends: true} }
	switch {
	case len(head) == 0:
		return whole("ファイルが空です。", "The file is empty.")
	case strings.HasPrefix(string(head), "\xff\xfe"), strings.HasPrefix(string(head), "\xfe\xff"):
		return whole("UTF-16のファイルです。CSV UTF-8またはShift_JISで保存してください。",
			"The file is in UTF-16. Save it as CSV UTF-8 or in Shift_JIS.")
	}
	form, rest := formOf(head)
	r := &Reader{form: form, file: file, bound: &bounded{of: file}, line: 1}
	if err := r.start(int64(len(head)-len(rest)), 0); err != nil {
		return nil, err
	}
	top, err := r.record()
	if err == io.EOF {
		return whole("ファイルが空です。", "The file is empty.")
	}
	if err == nil && form.Encoding == UTF8 {
		r.form.Encoding, err = encodingOf(top.Fields, file)
	}
	if err == nil {
		r.decoder, err = newDecoder(r.form.Encoding)
	}
	if err == nil {
		err = r.check(&top)
	}
	if err != nil {
		return nil, err
	}
	r.raw = top.Fields
	for _, f := range top.Fields {
		r.header = append(r.header, strings.TrimSpace(r.text(f)))
	}
	if r.at, err = find(r.header, columns); err == nil {
		r.units, err = units(r.header, r.at, columns)
	}
	return r, err
}

// start starts to read at a byte of the file, below so many lines.
func (r *Reader) start(at int64, above int) error {
	_, err := r.file.Seek(at, io.SeekStart)
	r.from, r.above, r.bound.whole = at, above, maxFile-at
	r.csv = csv.NewReader(r.bound)
	r.csv.FieldsPerRecord = -1
	if r.csv.Comma = ','; r.form.Tabs {
		r.csv.Comma = '\t'
	}
	return err
}

// Form returns the form of the file. A file in ASCII alone has that of UTF-8 with a byte
// order mark, in which everything can be written beside it.
func (r *Reader) Form() Form { return r.form }

// Header returns the fields of the header as in the file.
func (r *Reader) Header() []string { return r.raw }

// Has reports whether the file has a column.
func (r *Reader) Has(name string) bool {
	_, ok := r.at[name]
	return ok
}

// Offset returns how many bytes of the file the rows so far take.
func (r *Reader) Offset() int64 { return r.from + r.csv.InputOffset() }

// Language returns Japanese if a header has a character that is not in ASCII, and English
// otherwise.
func (r *Reader) Language() language.Tag {
	for _, h := range r.header {
		if strings.ContainsFunc(h, func(c rune) bool { return c > '~' }) {
			return language.Japanese
		}
	}
	return language.English
}

// Read returns the next row that is not blank, and [io.EOF] after the last. It may be
// called by one goroutine at a time; the rows are for any.
//
// With an [*Error], the row has what could be read of it, and the rows after it can be read
// unless the error Ends the file. Any other error ends it too.
func (r *Reader) Read() (Row, error) {
	for {
		if r.ended != nil {
			return Row{file: r}, r.ended
		}
		row, err := r.record()
		if err == nil && blank(row.Fields) {
			continue
		}
		if err == nil {
			err = r.check(&row)
		}
		r.fail(err)
		return row, err
	}
}

// fail ends the file with an error that ends it.
func (r *Reader) fail(err error) {
	if bad, ok := errors.AsType[*Error](err); err != nil && (!ok || bad.Ends) {
		r.ended = err
	}
}

func blank(fields []string) bool {
	for _, f := range fields {
		if f != "" {
			return false
		}
	}
	return true
}

// record reads a row of any number of fields.
func (r *Reader) record() (Row, error) {
	r.bound.row = maxRow
	at := r.Offset()
	fields, err := r.csv.Read()
	row := Row{Line: r.line, Fields: fields, file: r}
	if n := len(fields) - 1; err == nil {
		row.Line, _ = r.csv.FieldPos(0)
		last, _ := r.csv.FieldPos(n)
		row.Line, r.line = row.Line+r.above, last+r.above+strings.Count(fields[n], "\n")+1
	}
	_, quote := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, errFile):
		return row, &Error{JA: "ファイルが4GBを超えています。", EN: "The file is larger than 4 GB.", Ends: true}
	case err != nil && (quote || errors.Is(err, errRow)):
		return r.alone(at)
	}
	return row, err
}

// alone returns the line after a byte of the file as a row of one field, with what is wrong with
// it: a quotation mark that is not closed would take the lines below it, too.
func (r *Reader) alone(at int64) (Row, error) {
	if err := r.start(at, r.above); err != nil {
		return Row{file: r}, err
	}
	r.bound.row = maxRow
	in := bufio.NewReader(r.bound)
	row, size := Row{Line: r.line, file: r}, int64(0)
	for {
		line, err := in.ReadString('\n')
		size += int64(len(line))
		if s := strings.TrimRight(line, "\r\n"); s != "" || err != nil {
			row.Fields = []string{s}
			if err != nil && err != io.EOF {
				return row, &Error{
					Line: row.Line, JA: "行が1MBを超えています。", EN: "The row is longer than 1 MB.", Ends: true,
				}
			}
			break
		}
		row.Line++ // a blank one
	}
	r.line = row.Line + 1
	if err := r.start(at+size, row.Line); err != nil {
		return row, err
	}
	return row, &Error{
		Line: row.Line, JA: "引用符（\"）の使い方が正しくありません。", EN: "A quotation mark is not in order.",
	}
}

// check returns the error of a row with too many fields, another number of fields than the
// header, a field that is too long, or bytes that are no character of the encoding. Empty
// fields beyond the header are taken off.
func (r *Reader) check(row *Row) error {
	n := len(r.raw)
	fail := func(i int, ja, en string) error {
		e := &Error{Line: row.Line, JA: ja, EN: en}
		if i < len(r.header) {
			e.Column = r.header[i]
		}
		return e
	}
	for n > 0 && len(row.Fields) > n && row.Fields[len(row.Fields)-1] == "" {
		row.Fields = row.Fields[:len(row.Fields)-1]
	}
	switch {
	case n == 0 && len(row.Fields) > maxColumns:
		return &Error{Line: 1, JA: "列が256を超えています。", EN: "There are more than 256 columns.", Ends: true}
	case n > 0 && len(row.Fields) != n:
		return fail(len(r.header), fmt.Sprintf("項目が%d個ありますが、見出しは%d個です。カンマを含む金額は引用符（\"）で囲んでください。", len(row.Fields), n),
			fmt.Sprintf("There are %d fields, but %d headers. An amount with commas stands in quotation marks.", len(row.Fields), n))
	}
	for i, f := range row.Fields {
		if len(f) > maxField {
			return fail(i, "項目が32KBを超えています。", "The field is longer than 32 KB.")
		}
		if !r.holds(f) {
			return fail(i, "文字コード"+r.form.Encoding.String()+"の文字でないものがあります。",
				"There is something that is no character in "+r.form.Encoding.String()+".")
		}
	}
	return nil
}

// Text returns a field as text, without spaces around it: "" if the file does not have the
// column. An amount without a unit has that of the header.
func (r Row) Text(name string) string {
	i, ok := r.file.at[name]
	if !ok || i >= len(r.Fields) {
		return ""
	}
	s := strings.TrimSpace(r.file.text(r.Fields[i]))
	if unit := r.file.units[i]; unit != "" && s != "" && isDigit(s) {
		s += unit
	}
	return s
}

func (r Row) fail(name string, err error, ja, en string) *Error {
	e := &Error{Line: r.Line, JA: ja, EN: en, Err: err}
	if i, ok := r.file.at[name]; ok {
		e.Column = r.file.header[i]
	}
	return e
}

// Fail returns the fault of a row: in the column that has the name of the path of a
// [*fault.Error], or in none.
func (r Row) Fail(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	var path string
	if f, ok := errors.AsType[*fault.Error](err); ok {
		path = f.Path
	}
	ja, en := because(err)
	return r.fail(path, err, ja, en)
}

// Parse returns the value of a field, and the zero value of a field that is empty or not
// there. It returns an [*Error] of the column if parse refuses it.
func Parse[V any](r Row, name string, parse func(string) (V, error)) (v V, err error) {
	s := r.Text(name)
	if s == "" {
		return v, nil
	}
	if v, err = parse(s); err != nil {
		ja, en := because(err)
		return v, r.fail(name, err, ja, en)
	}
	return v, nil
}

var errRow, errFile = errors.New("row too long"), errors.New("file too long")

// A bounded reader gives each row and all of a file a bound. What is read ahead of a row
// counts for the one before.
type bounded struct {
	of         io.Reader
	row, whole int64
}

func (b *bounded) Read(p []byte) (int, error) {
	switch {
	case b.whole <= 0:
		return 0, errFile
	case b.row <= 0:
		return 0, errRow
	}
	n, err := b.of.Read(p[:min(int64(len(p)), b.row, b.whole)])
	b.row -= int64(n)
	b.whole -= int64(n)
	return n, err
}
