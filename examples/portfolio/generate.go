// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/officecsv"
	"github.com/baiseki/baiseki/examples/internal/whole"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// members writes made-up members, as people write them: a few of them have no sales, or sales
// outside the table, or apply too late.
func (j *job) members(ctx context.Context, scheme coverage.Scheme) (err error) {
	if j.generate < 0 || j.generate > 100*million {
		return fmt.Errorf("-generate: %d is not from 1 to 100,000,000", j.generate)
	}
	form := officecsv.Form{CRLF: true}
	switch strings.ToLower(j.encoding) {
	case "utf-8":
	case "utf-8-bom":
		form.Encoding = officecsv.UTF8BOM
	case "shift_jis":
		form.Encoding = officecsv.ShiftJIS
	default:
		return fmt.Errorf("-encoding: %q is not utf-8, utf-8-bom or shift_jis", j.encoding)
	}
	out := j.stdout
	if j.out != "" {
		var file *whole.File
		if file, err = create(j.out); err != nil {
			return err
		}
		out = file
		defer func() { err = output(file.End(err)) }()
	}
	return j.writeMembers(ctx, out, scheme, form)
}

func (j *job) writeMembers(ctx context.Context, out io.Writer, scheme coverage.Scheme, form officecsv.Form) error {
	var header []string
	for _, c := range formOf(scheme).columns[:6] {
		header = append(header, c.Header(j.lang))
	}
	b, err := form.Append([]byte(form.Start()), nil, header...)
	if err != nil {
		return err
	}
	m := newMaker(j.seed, scheme)
	for n := range j.generate {
		row := m.member(n, j.lang)
		if b, err = form.Append(b, nil, row[:]...); err != nil {
			return err
		}
		if len(b) > 64<<10 || n == j.generate-1 {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if _, err := out.Write(b); err != nil {
				return output(err)
			}
			b = b[:0]
		}
	}
	return nil
}

// A maker makes up members and claims.
type maker struct {
	*rand.Rand
	opens period.Date
}

func newMaker(seed uint64, scheme coverage.Scheme) maker {
	opens := scheme.Rules().Calendar.Opens
	if opens.IsZero() {
		opens = scheme.Rules().Calendar.Base.Start().Date()
	}
	return maker{rand.New(rand.NewPCG(seed, 0)), opens}
}

// sales are 5 to 100 oku of yen, most of them small; of one member in twenty they are smaller.
func (m *maker) sales() yen.Amount {
	a := 5 * yen.Oku
	if m.IntN(20) == 0 {
		a = 2 * yen.Oku
	}
	for m.IntN(4) > 0 && a < 90*yen.Oku {
		a = a * yen.Amount(11+m.IntN(10)) / 10
	}
	return a / (10 * yen.Man) * (10 * yen.Man)
}

// member returns a row: certificate, company, applied, wanted, sales and fiscal year.
func (m *maker) member(n int, lang language.Tag) (row [6]string) {
	row[0], row[1] = fmt.Sprintf("M-%07d", n+1), fmt.Sprintf("例示システム%d株式会社", n+1)
	if lang != language.Japanese {
		row[1] = fmt.Sprintf("Example Systems %d", n+1)
	}
	applied, err := m.opens.AddDays(m.IntN(320))
	if err != nil {
		applied = m.opens
	}
	row[2] = applied.String()
	if m.IntN(4) == 0 {
		row[2] = applied.Text(lang)
	}
	a := m.sales()
	switch m.IntN(4) {
	case 0:
		row[4] = a.Text(lang)
	case 1:
		row[4] = strconv.FormatInt(int64(a), 10)
	default:
		row[4] = strings.TrimSuffix(a.Grouped(), "円")
	}
	if m.IntN(200) == 0 {
		row[4] = ""
	}
	row[5] = strconv.Itoa(applied.Year() - 1)
	return row
}
