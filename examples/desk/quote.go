// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/curve"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A field is one of a form, with the text that was typed and the sentence of its error. Its
// name is the path of the library.
type field struct {
	Name, Label, Hint string
	Value, Wrong      string
}

// ID is the name as the identifier of an element.
func (f field) ID() string { return strings.NewReplacer(".", "-", "[", "-", "]", "").Replace(f.Name) }

// A choice is an endorsement or a discount that can be asked for.
type choice struct {
	ID, Label string
	Chosen    bool
}

// A quotePage is the form of a quote and, once it is in order, the quote.
type quotePage struct {
	page
	Fields, Options []field
	Attach          []choice
	Numbers         []string // of the policies
	Wrong           string   // what is in no field

	Quote     *coverage.Quote
	Number    field
	Lines     []clause.Line
	Closing   string
	Referrals []string
	Notes     []string
	Curve     template.HTML
}

// quoteForm returns the form with what was typed.
func (d *desk) quoteForm(p page, typed url.Values) *quotePage {
	q := quotePage{page: p}
	q.Here = "/"
	put := func(name, ja, en, hintJA, hintEN string) {
		q.Fields = append(q.Fields, field{Name: name, Label: p.T(ja, en), Hint: p.T(hintJA, hintEN), Value: typed.Get(name)})
	}
	put("company", "会社名", "Company", "", "")
	put("applied", "申込日", "Day of application", "例：2024年9月10日、2024/9/10、R6.9.10", "such as 2024-09-10 or 10 Sep 2024")
	put("sales.amount", "売上高（直近の確定した会計年度）", "Sales of the latest confirmed fiscal year", "例：7億円、700,000,000", "such as 700,000,000 or 7億円")
	put("sales.fiscalYear", "会計年度が終了する年", "Calendar year in which that fiscal year ends", "例：2024", "such as 2024")
	put("discount", "リスク評価割引の率", "Rate of the risk-assessment discount", "保険会社が認めた場合のみ（例：10%）", "if the insurer grants one, such as 10%")
	q.Number = field{Name: "number", Label: p.T("加入者証番号", "Certificate number"), Value: typed.Get("number"), Hint: p.T("例：24-0001", "such as 24-0001")}
	rules := d.scheme.Rules()
	for _, o := range rules.Options {
		name, standard := "options."+string(o.ID), d.scheme.Standard()[o.ID]
		hint := ""
		if !standard.IsZero() {
			hint = p.T("標準：", "standard: ") + o.Text(standard, p.Lang)
		}
		label := p.T(o.JA, o.EN)
		if o.With != "" {
			label += p.T("（", " (") + string(o.With) + p.T("）", ")")
		}
		q.Options = append(q.Options, field{Name: name, Label: label, Hint: hint, Value: typed.Get(name)})
	}
	for _, e := range rules.Wording.Endorsements {
		if !slices.Contains(rules.Attached, e.ID) {
			q.Attach = append(q.Attach, choice{string(e.ID), e.Text(p.Lang) + p.T("（", " (") + string(e.ID) + p.T("）", ")"), slices.Contains(typed["attach"], string(e.ID))})
		}
	}
	return &q
}

// blame puts an error beside the field of its path, or above the form.
func (q *quotePage) blame(err error) {
	for _, f := range fault.All(err) {
		path := f.Path
		if strings.HasPrefix(path, "adjust[") {
			path = "discount"
		}
		text := f.Text(q.Lang)
		if path == "number" {
			q.Number.Wrong = text
		} else if !mark(q.Fields, path, text) && !mark(q.Options, path, text) {
			q.Wrong += strings.TrimPrefix(path+": ", ": ") + text + " "
		}
	}
}

func mark(fields []field, name, text string) bool {
	for i := range fields {
		if fields[i].Name == name {
			if fields[i].Wrong == "" {
				fields[i].Wrong = text
			}
			return true
		}
	}
	return false
}

// Many reports whether a field of the options was filled in, or is wrong.
func (q *quotePage) Many() bool {
	return slices.ContainsFunc(q.Options, func(f field) bool { return f.Value+f.Wrong != "" }) ||
		slices.ContainsFunc(q.Attach, func(c choice) bool { return c.Chosen })
}

func (d *desk) home(w http.ResponseWriter, r *http.Request) {
	q := d.quoteForm(d.page(w, r, "概算保険料", "Indicative premium"), nil)
	var err error
	if q.Numbers, err = d.numbers(); err != nil {
		d.fail(w, r, err)
		return
	}
	d.show(w, http.StatusOK, "quote.html", q)
}

// quote shows the quote for the fields of the form, or the errors beside them.
func (d *desk) quote(w http.ResponseWriter, r *http.Request) {
	q, _, err := d.quoted(w, r)
	switch {
	case q == nil:
	case err != nil:
		q.blame(err)
		d.show(w, http.StatusUnprocessableEntity, "quote.html", q)
	default:
		d.show(w, http.StatusOK, "quote.html", q)
	}
}

// quoted returns the page of a quote, or nil if the form cannot be read.
func (d *desk) quoted(w http.ResponseWriter, r *http.Request) (q *quotePage, quote coverage.Quote, err error) {
	if !d.form(w, r) {
		return nil, quote, nil
	}
	q = d.quoteForm(d.page(w, r, "概算保険料", "Indicative premium"), r.PostForm)
	a, err := d.application(r.PostForm)
	if err == nil {
		quote, err = d.scheme.Quote(a)
	}
	if err == nil {
		q.put(d.scheme, a, &quote)
	}
	return q, quote, err
}

// record records the policy of a quote.
func (d *desk) record(w http.ResponseWriter, r *http.Request) {
	q, quote, err := d.quoted(w, r)
	if q == nil {
		return
	}
	number := strings.TrimSpace(r.PostForm.Get("number"))
	if err == nil && !isNumber(number) {
		err = wrongNumber("number", number)
	}
	var policy coverage.Policy
	if err == nil {
		policy, err = quote.Record(number)
	}
	if err == nil {
		err = d.add(file{Terms: policy.Terms()})
	}
	if errors.Is(err, errThere) {
		err = &fault.Error{
			Op: "desk", Path: "number", Input: number, Reason: fault.ErrDuplicate,
			JA: "この加入者証番号はすでに使われています。", EN: "This certificate number is already in use.",
		}
	}
	switch {
	case err == nil:
		http.Redirect(w, r, "/policies/"+number, http.StatusSeeOther)
	case len(fault.All(err)) == 0:
		d.fail(w, r, err)
	default:
		q.blame(err)
		d.show(w, http.StatusUnprocessableEntity, "quote.html", q)
	}
}

// mostCompany is how many characters the name of a company can have.
const mostCompany = 200

// application reads the form. It returns the faults of all its fields.
func (d *desk) application(typed url.Values) (a coverage.Application, err error) {
	var all []error
	read(&all, typed, "applied", period.ParseDate, &a.Applied)
	read(&all, typed, "sales.amount", yen.Parse, &a.Sales.Amount)
	read(&all, typed, "sales.fiscalYear", parseYear, &a.Sales.FiscalYear)
	if a.Company = strings.TrimSpace(typed.Get("company")); utf8.RuneCountInString(a.Company) > mostCompany {
		all = append(all, &fault.Error{
			Op: "desk", Path: "company", Input: a.Company, Reason: fault.ErrRange,
			JA: "会社名は、200文字以内で入力してください。", EN: "Write the company in at most 200 characters.",
		})
	}
	if a.Sales.Amount != 0 {
		a.Sales.Basis = d.scheme.Rules().Tariff.Basis
	}
	var rate yen.Ratio
	if read(&all, typed, "discount", yen.ParseRatio, &rate); rate != (yen.Ratio{}) {
		a.Adjust = []premium.Adjustment{{Clause: d.discount(), Rate: rate}}
	}
	for _, o := range d.scheme.Rules().Options {
		var v option.Value
		if read(&all, typed, "options."+string(o.ID), o.Parse, &v); !v.IsZero() {
			a.Options = a.Options.With(o.ID, v)
		}
	}
	for _, id := range typed["attach"] {
		a.Attach = append(a.Attach, clause.ID(id))
	}
	return a, errors.Join(all...)
}

// discount returns the discount of the tariff whose rate the insurer grants.
func (d *desk) discount() clause.ID {
	for _, s := range d.scheme.Rules().Tariff.Steps {
		if s.Kind == premium.Discount {
			return s.Clause.ID
		}
	}
	return ""
}

// read reads a field that is not empty.
func read[V any](all *[]error, typed url.Values, name string, parse func(string) (V, error), to *V) {
	s := strings.TrimSpace(typed.Get(name))
	if s == "" {
		return
	}
	v, err := parse(s)
	if err != nil {
		*all = append(*all, fault.In("desk", name, err))
		return
	}
	*to = v
}

func parseYear(s string) (int, error) {
	year, err := strconv.Atoi(s)
	if err != nil || year < 1900 || year > 9999 {
		return 0, &fault.Error{Op: "desk", Input: s, Want: "2024", Reason: fault.ErrSyntax}
	}
	return year, nil
}

// put puts a quote on the page: the worksheet or the referrals, and the curve with the member.
func (q *quotePage) put(s coverage.Scheme, a coverage.Application, quote *coverage.Quote) {
	q.Quote = quote
	for _, n := range quote.Referrals {
		q.Referrals = append(q.Referrals, n.Text(q.Lang)+q.T("（", " (")+string(n.Clause)+q.T("）", ")"))
	}
	for _, n := range quote.Notes {
		q.Notes = append(q.Notes, n.Text(q.Lang))
	}
	if len(quote.Referrals) > 0 {
		return
	}
	sheet := quote.Sheet()
	q.Lines = slices.Collect(sheet.Lines())
	q.Closing = sheet.Closing().Text(q.Lang)
	for n := range sheet.Notes() {
		q.Notes = append(q.Notes, n.Text(q.Lang))
	}
	q.Curve = template.HTML(curve.SVG(s.Tariff(), q.Lang, curve.Mark{ // of numbers, and of texts that it escapes
		Name: a.Company, Sales: quote.Premium.Sales, Annual: quote.Premium.Price.Annual,
	}))
}
