// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package officecsv_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/examples/internal/officecsv"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

func columns() []officecsv.Column {
	return []officecsv.Column{
		{Name: "company", JA: "会社名", EN: "Company", Also: []string{"記名被保険者"}},
		{Name: "applied", JA: "申込日", EN: "Applied", Needed: true},
		{Name: "sales.amount", JA: "売上高", EN: "Sales", Needed: true, Amount: true},
	}
}

// sjis returns a text in Shift_JIS.
func sjis(t *testing.T, s string) string {
	t.Helper()
	out, err := japanese.ShiftJIS.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// read returns what is in a file: a row with its fields on each line, or a fault in both languages.
func read(file string) string {
	var out strings.Builder
	say := func(err error) {
		if e, ok := errors.AsType[*officecsv.Error](err); ok {
			out.WriteString(e.Text(language.Japanese) + " | " + e.Text(language.English) + "\n")
			return
		}
		out.WriteString(err.Error() + "\n")
	}
	r, err := officecsv.NewReader(strings.NewReader(file), columns())
	if err != nil {
		say(err)
		return out.String()
	}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			say(err)
			if e, ok := errors.AsType[*officecsv.Error](err); !ok || e.Ends {
				return out.String()
			}
			continue
		}
		company := row.Text("company")
		applied, err := officecsv.Parse(row, "applied", officecsv.ParseDate)
		if err != nil {
			say(err)
			continue
		}
		sales, err := officecsv.Parse(row, "sales.amount", yen.Parse)
		if err != nil {
			say(err)
			continue
		}
		out.WriteString(company + " " + applied.String() + " " + sales.Text(language.English) + "\n")
	}
}

// TestForms reads the same rows in every form.
func TestForms(t *testing.T) {
	const want = "例示システム 2024-09-10 ¥700,000,000\nピアノ①〜 2024-10-01 ¥1,200,000\n 2024-08-01 ¥0\n"
	for name, x := range map[string]struct {
		file string
		form officecsv.Form
	}{
		"UTF-8": {
			"会社名,申込日,売上高\n例示システム,2024-09-10,7億円\nピアノ①〜,令和6年10月1日,\"1,200,000\"\n\n,,\n,2024/8/1,\n",
			officecsv.Form{},
		},
		"with BOM, CRLF, other order": {
			"\ufeff売上高（円）,会社名,申込日\r\n７億円,例示システム,2024.9.10\r\n120万円,ピアノ①〜,R6.10.1\r\n0,,20240801\r\n",
			officecsv.Form{Encoding: officecsv.UTF8BOM, CRLF: true},
		},
		"Shift_JIS": {
			sjis(t, "会社名,備考,申込日,売上高\n例示システム,\"表,ソ\",2024年9月10日,７億円\nピアノ①～,,2024-10-01,\"￥1,200,000\"\n,,2024-08-01,\n"),
			officecsv.Form{Encoding: officecsv.ShiftJIS},
		},
		"tabs": {
			"company\tAPPLIED\tsales\n例示システム\t2024-09-10\t700000000\nピアノ①〜\t2024-10-01\t1,200,000\n\t2024-08-01\t\t\t\n",
			officecsv.Form{Tabs: true},
		},
		"Shift_JIS below a header in ASCII": {
			"Company,applied ,sales\n" + sjis(t, "例示システム,2024-09-10,7億円\nピアノ①～,2024-10-01,120万円\n") + ",2024-08-01,0\n",
			officecsv.Form{Encoding: officecsv.ShiftJIS},
		},
	} {
		got := strings.ReplaceAll(read(x.file), "～", "〜")
		if got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
		if r, err := officecsv.NewReader(strings.NewReader(x.file), columns()); err != nil || r.Form() != x.form {
			t.Errorf("%s: %+v %v", name, r.Form(), err)
		}
	}
}

// TestFaults names the line, the column and the reason, and reads on.
func TestFaults(t *testing.T) {
	for name, x := range map[string]struct{ file, want string }{
		"amount": {
			"会社名,申込日,売上高\nあ,2024-09-10,七億\nい,2024-09-10,7億円\n",
			"2行目「売上高」：金額として読み取れません（例：1億2,000万円、1,250,000）。 | line 2 \"売上高\": This is not an amount of yen. Write, for example, 1億2,000万円 or 1,250,000.\nい 2024-09-10 ¥700,000,000\n",
		},
		"a quotation mark that is not closed": {
			"会社名,申込日,売上高\n\"あ\nい\",2024-09-10,1\n\n\"う,2024-09-10,2\nえ,2024-09-10,3\n\"お\",2024-09-10,4\n\"か,2024-09-10,5\n",
			"あ\nい 2024-09-10 ¥1\n5行目：引用符（\"）の使い方が正しくありません。 | line 5: A quotation mark is not in order.\n" +
				"え 2024-09-10 ¥3\nお 2024-09-10 ¥4\n8行目：引用符（\"）の使い方が正しくありません。 | line 8: A quotation mark is not in order.\n",
		},
		"units of the header": {
			"申込日,売上高（千円）\n2024-09-10,\"700,000\"\n2024-09-10,７\n2024-09-10,3億円\n2024-09-10,\n",
			" 2024-09-10 ¥700,000,000\n 2024-09-10 ¥7,000\n 2024-09-10 ¥300,000,000\n 2024-09-10 ¥0\n",
		},
		"a note in the header": {"申込日,売上高（直近の会計年度）\n2024-09-10,700\n", " 2024-09-10 ¥700\n"},
		"million yen":          {"applied,Sales (million yen)\n2024-09-10,700\n", " 2024-09-10 ¥700,000,000\n"},
		"another unit": {
			"申込日,売上高（千ドル）\n2024-09-10,700\n",
			"1行目「売上高（千ドル）」：見出しの単位がわかりません。円、千円、万円、百万円または億円としてください。 | " +
				"line 1 \"売上高（千ドル）\": The unit in the header is not known: yen, thousand yen or million yen.\n",
		},
		"dates of spreadsheets": {
			"申込日,売上高\n2024/9/10(火),1\n2024-09-10 0:00,2\n2024/09/10 00:00:00,3\n令和6年9月10日（火曜日）,4\n2024-09-10 (Tue),5\n2024/9/8(日),6\n",
			" 2024-09-10 ¥1\n 2024-09-10 ¥2\n 2024-09-10 ¥3\n 2024-09-10 ¥4\n 2024-09-10 ¥5\n 2024-09-08 ¥6\n",
		},
	} {
		if got := read(x.file); got != x.want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// TestAppend writes what is read, as it is, and texts beside it.
func TestAppend(t *testing.T) {
	for name, x := range map[string]struct {
		form   officecsv.Form
		fields []string
		texts  []string
		want   string
	}{
		"plain":         {officecsv.Form{}, []string{"a", "b c"}, []string{"表"}, "a,b c,表\n"},
		"quoted":        {officecsv.Form{CRLF: true}, []string{"1,000", "a\nb", `"`}, []string{"x"}, "\"1,000\",\"a\r\nb\",\"\"\"\",x\r\n"},
		"tabs":          {officecsv.Form{Tabs: true}, []string{"1,000", "a\tb"}, []string{""}, "1,000\t\"a\tb\"\t\n"},
		"Shift_JIS":     {officecsv.Form{Encoding: officecsv.ShiftJIS}, []string{sjis(t, "表")}, []string{"1〜2", "¥3"}, sjis(t, "表,1～2,￥3\n")},
		"formula":       {officecsv.Form{}, []string{"=cmd|' /C calc'!A0", "-5", "+1,000", "-5+1", "@x", "＝1"}, []string{"=1,2"}, "'=cmd|' /C calc'!A0,-5,\"+1,000\",'-5+1,'@x,'＝1,\"'=1,2\"\n"},
		"wide formula":  {officecsv.Form{Encoding: officecsv.ShiftJIS}, []string{sjis(t, "＝1"), sjis(t, "＋1"), sjis(t, "、")}, []string{"－"}, sjis(t, "'＝1,'＋1,、,'－\n")},
		"signs and tab": {officecsv.Form{}, []string{"-", "+", "\tx"}, nil, "'-,'+,'\tx\n"},
	} {
		got, err := x.form.Append([]byte("…"), x.fields, x.texts...)
		if err != nil || string(got) != "…"+x.want {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
	got, err := officecsv.Form{Encoding: officecsv.ShiftJIS}.Append([]byte("before\n"), []string{"a"}, "b", "𠮷野家")
	e, ok := errors.AsType[*officecsv.Error](err)
	if !ok || e.Text(language.Japanese) != "「𠮷」はShift_JISで書けません。" || string(got) != "before\n" {
		t.Errorf("%q %v", got, err)
	}
}

// TestFail puts a fault of the library to the column that has its path.
func TestFail(t *testing.T) {
	r, err := officecsv.NewReader(strings.NewReader("申込日,売上高\n2024-09-10,1\n"), columns())
	if err != nil {
		t.Fatal(err)
	}
	row, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	e := row.Fail(&fault.Error{Op: "x", Path: "sales.amount", Reason: fault.ErrMissing})
	if e.Line != 2 || e.Column != "売上高" || !errors.Is(e, fault.ErrMissing) {
		t.Errorf("%+v", e)
	}
	if e := row.Fail(io.ErrNoProgress); e.Column != "" || e.EN == "" || !errors.Is(e, io.ErrNoProgress) {
		t.Errorf("%+v", e)
	}
}

// endless is a file of one byte over and over.
type endless struct {
	start      string
	at, length int64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.at >= e.length {
		return 0, io.EOF
	}
	n := copy(p, e.start[min(e.at, int64(len(e.start))):])
	for ; n < len(p) && e.at+int64(n) < e.length; n++ {
		p[n] = 'x'
	}
	e.at += int64(n)
	return n, nil
}

func (e *endless) Seek(to int64, from int) (int64, error) {
	if from == io.SeekStart {
		e.at = 0
	}
	e.at += to
	return e.at, nil
}

// TestHostile reads what no office writes: nothing is read without bounds.
func TestHostile(t *testing.T) {
	for name, start := range map[string]string{
		"one line": "", "a field": "申込日,売上高\n2024-09-10,", "an open quote": "申込日,売上高\n2024-09-10,\"1\n",
	} {
		file := &endless{start: start, length: 200 << 20}
		r, err := officecsv.NewReader(file, columns())
		for n := 0; err == nil && n < 2; n++ { // the row with the quote is bad alone
			if _, err = r.Read(); name == "an open quote" && n == 0 {
				err = nil
			}
		}
		e, ok := errors.AsType[*officecsv.Error](err)
		if !ok || !e.Ends || !strings.Contains(e.EN, "longer than 1 MB") || file.at > 3<<20 {
			t.Errorf("%s: %v after %d bytes", name, err, file.at)
		}
		if r != nil {
			if _, again := r.Read(); again != err {
				t.Errorf("%s: then %v", name, again)
			}
		}
	}
	long := strings.Repeat("y", 33<<10)
	for name, x := range map[string]struct{ file, want string }{
		"empty":     {"", "The file is empty."},
		"mark":      {"\ufeff", "The file is empty."},
		"UTF-16":    {"\xff\xfea\x00", "UTF-16"},
		"UTF-16 BE": {"\xfe\xff\x00a", "UTF-16"},
		"NUL":       {"申込日,売上高\n2024-09-10,\x001\n2024-09-10,2\n", "line 2 \"売上高\": There is something that is no character in UTF-8.\n 2024-09-10 ¥2\n"},
		"header":    {"申込日,売上高\x00\n", "line 1"},
		"mixed":     {"会社名,申込日,売上高\n" + sjis(t, "例示") + ",2024-09-10,1\nあ,2024-09-10,2\n", "line 2 \"会社名\": There is something that is no character in UTF-8.\nあ 2024-09-10 ¥2\n"},
		"mixed too": {sjis(t, "会社名,申込日,売上高\n") + "あ,2024-09-10,1\n" + sjis(t, "例示") + ",2024-09-10,2\n", "no character in Shift_JIS.\n例示 2024-09-10 ¥2\n"},
		"field":     {"会社名,申込日,売上高\n" + long + ",2024-09-10,1\nあ,2024-09-10,2\n", "line 2 \"会社名\": The field is longer than 32 KB.\nあ 2024-09-10 ¥2\n"},
		"quote":     {"申込日,売上高\n2024-09-10,\"1\"2\n2024-09-10,2\n", "line 2: A quotation mark is not in order.\n 2024-09-10 ¥2\n"},
		"fields":    {"申込日,売上高\n2024-09-10,1,000\n2024-09-10,2\n", "line 2: There are 3 fields, but 2 headers. An amount with commas stands in quotation marks.\n 2024-09-10 ¥2\n"},
		"twice":     {"申込日,売上高,Sales\n", "line 1 \"Sales\": Another column stands for the same.\n"},
		"missing":   {"申込日\n", "line 1: There is no column “Sales”.\n"},
		"columns":   {strings.Repeat("a,", 300) + "\n", "line 1: There are more than 256 columns.\n"},
	} {
		if got := read(x.file); !strings.HasSuffix(got, x.want) && !strings.Contains(got, x.want) {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// TestManyBadRows reads on after however many rows with a quotation mark that is not in order: what
// is read again for them does not count for the file.
func TestManyBadRows(t *testing.T) {
	const many = 70_000 // 64 KB each are more than a file can have
	file := "申込日,売上高\n" + strings.Repeat("2024-09-10,\"1\"2\n", many) + "2024-09-10,3\n"
	r, err := officecsv.NewReader(strings.NewReader(file), columns())
	if err != nil {
		t.Fatal(err)
	}
	for n := range many {
		row, err := r.Read()
		if e, ok := errors.AsType[*officecsv.Error](err); !ok || e.Ends || e.Line != n+2 || len(row.Fields) != 1 {
			t.Fatal(row, err)
		}
	}
	if row, err := r.Read(); err != nil || row.Line != many+2 || row.Text("sales.amount") != "3" {
		t.Error(row, err)
	}
}

// FuzzRead reads and writes what is read: it comes back as it was.
func FuzzRead(f *testing.F) {
	f.Add([]byte("会社名,申込日,売上高\na,2024-09-10,1\n"))
	f.Add([]byte("\ufeffapplied\tsales\r\n\"2024\n09\"\t=1\r\n"))
	f.Add([]byte("applied,sales\n\x95\x5c,\"\x83\x5c\"\"\"\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := officecsv.NewReader(bytes.NewReader(b), columns())
		if err != nil {
			return
		}
		out := []byte(r.Form().Start())
		var rows [][]string
		add := func(fields []string) {
			if out, err = r.Form().Append(out, fields); err != nil {
				t.Fatal(err)
			}
			rows = append(rows, fields)
		}
		add(r.Header())
		for range 100 {
			row, err := r.Read()
			if err != nil {
				break
			}
			if s := row.Text("company"); !utf8.ValidString(s) {
				t.Fatalf("%q", s)
			}
			add(row.Fields)
		}
		again, err := officecsv.NewReader(bytes.NewReader(out), nil)
		if err != nil {
			t.Fatalf("%v: %q", err, out)
		}
		for i, want := range rows {
			got := again.Header()
			if i > 0 {
				row, err := again.Read()
				if err != nil {
					t.Fatalf("%v: %q", err, out)
				}
				got = row.Fields
			}
			for k := range want {
				if s := strings.TrimPrefix(got[k], "'"); s != want[k] && got[k] != want[k] {
					t.Fatalf("%q is read again as %q", want[k], got[k])
				}
			}
		}
	})
}
