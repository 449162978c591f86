// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// newClaim records a claim of the form, or one that is pasted as JSON.
func (d *desk) newClaim(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	number := r.PathValue("number")
	c, err := d.typedClaim(r.PostForm)
	if err == nil {
		err = d.change(number, func(f *file) error {
			if f.index(c.Number) >= 0 {
				return &fault.Error{Op: "desk", Path: "number", Input: c.Number, Reason: fault.ErrDuplicate}
			}
			f.Claims = append(f.Claims, c)
			return d.check(f)
		})
	}
	if err == nil {
		http.Redirect(w, r, "/policies/"+number+"/claims/"+url.PathEscape(c.Number), http.StatusSeeOther)
		return
	}
	if len(fault.All(err)) == 0 {
		d.fail(w, r, err)
		return
	}
	p, failed := d.policyPage(w, r, r.PostForm)
	if failed != nil {
		d.fail(w, r, failed)
		return
	}
	p.blame(err)
	d.show(w, http.StatusUnprocessableEntity, "policy.html", p)
}

// typedClaim reads a claim. It returns the faults of all its fields.
func (d *desk) typedClaim(typed url.Values) (c coverage.Claim, err error) {
	if text := strings.TrimSpace(typed.Get("json")); text != "" {
		err = fault.In("desk", "json", c.UnmarshalJSON([]byte(text)))
		if err == nil && !isNumber(c.Number) {
			err = wrongNumber("json.number", c.Number)
		}
		return c, err
	}
	var all []error
	if c.Number = strings.TrimSpace(typed.Get("number")); !isNumber(c.Number) {
		all = append(all, wrongNumber("number", c.Number))
	}
	read(&all, typed, "dates.made", period.ParseMoment, &c.Dates.Made)
	read(&all, typed, "dates.discovered", period.ParseMoment, &c.Dates.Discovered)
	for i := range rows {
		at := "items[" + strconv.Itoa(i) + "]."
		it := coverage.Item{Head: limits.Head(typed.Get(at + "head"))}
		read(&all, typed, at+"claimed", yen.Parse, &it.Claimed)
		read(&all, typed, at+"accepted", parseFigure, &it.Accepted)
		if it.Claimed != 0 || typed.Get(at+"accepted") != "" || typed.Get(at+"claimed") != "" {
			c.Items = append(c.Items, it)
		}
	}
	return c, errors.Join(all...)
}

func parseFigure(s string) (yen.Figure, error) {
	a, err := yen.Parse(s)
	return yen.Exactly(a), err
}

// check returns the first error of assessing the claims of a policy.
func (d *desk) check(f *file) error {
	_, err := d.matter(*f)
	return err
}

// A claimPage shows a claim: the next question, the amount payable, and the steps to take.
type claimPage struct {
	page
	Policy, Number string
	Decision       string
	Amount         string
	Open, Answered bool
	Bar            bar
	Next           *question
	Later          []question // the others
	Lines          []clause.Line
	Closing        string
	Sum            string
	Deadlines      []string
	Consents       []string
	Remedies       []string
	Text           string // the report, for the printed sheet
}

// A question is the next one, with why it is asked and what each answer would leave.
type question struct {
	Name, Text, Known string
	Items, Why, Cases []string
	IsDate            bool
	Amount            bool // of the item that is to be accepted, or of a limit
	Stuck             bool // nobody knows, or it is disputed
	Value, Wrong      string
}

func (d *desk) claim(w http.ResponseWriter, r *http.Request) {
	p, err := d.claimPage(w, r)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	d.show(w, http.StatusOK, "claim.html", p)
}

// sheet shows the report of a claim, to be printed.
func (d *desk) sheet(w http.ResponseWriter, r *http.Request) {
	p, err := d.claimPage(w, r)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	p.Here += "/sheet"
	d.show(w, http.StatusOK, "sheet.html", p)
}

func (d *desk) claimPage(w http.ResponseWriter, r *http.Request) (*claimPage, error) {
	number, name := r.PathValue("number"), r.PathValue("claim")
	m, err := d.assess(number)
	if err != nil {
		return nil, err
	}
	i := m.index(name)
	if i < 0 {
		return nil, errNone
	}
	a := m.results[i]
	p := &claimPage{page: d.page(w, r, "事案", "Claim"), Policy: number, Number: name}
	p.Title += " " + name
	p.Here = "/policies/" + number + "/claims/" + url.PathEscape(name)
	p.Answered = len(m.Earlier[name]) > 0
	p.Decision, p.Amount, p.Open = a.Decision.Text(p.Lang), p.between(a.Least, a.Most), a.Decision == coverage.Open
	var claimed yen.Amount
	for _, x := range a.Items() {
		claimed += x.Item.Claimed
	}
	if p.Bar = (bar{claimed, a.Least, a.Most, p.Amount}); !p.Open {
		p.Bar.From = 0
	}
	p.Next, p.Later = d.next(p.page, &a, r.FormValue("ask"))
	sheet := a.Sheet()
	p.Lines, p.Closing, p.Sum = slices.Collect(sheet.Lines()), sheet.Closing().Text(p.Lang), p.Yen(sheet.Total())
	for _, x := range a.Deadlines() {
		p.Deadlines = append(p.Deadlines, x.Text(p.Lang))
	}
	for _, x := range a.Consents() {
		p.Consents = append(p.Consents, x.Text(p.Lang))
	}
	p.Remedies = d.remedies(p.page, &a)
	p.Text = a.Text(p.Lang)
	return p, nil
}

// title returns the title of a clause with its ID.
func (d *desk) title(p page, id clause.ID) string {
	for _, c := range d.scheme.Clauses() {
		if c.ID == id {
			return c.Text(p.Lang) + p.T("（", " (") + string(id) + p.T("）", ")")
		}
	}
	return string(id)
}

// next returns the question to ask next, and the others: the one that was chosen, or the first
// that somebody may answer. Amounts come after facts and dates, and a limit that the policy does
// not state comes last.
func (d *desk) next(p page, a *coverage.Assessment, chosen string) (next *question, later []question) {
	if a.Decision != coverage.Open {
		return nil, nil
	}
	all, first := d.open(p, a), -1
	for i, q := range all {
		if q.Name == chosen || chosen == "" && first < 0 && !q.Stuck {
			first = i
		}
	}
	if first < 0 {
		return nil, all
	}
	next = &all[first]
	return next, slices.Concat(all[:first], all[first+1:])
}

// open returns what is open of a claim.
func (d *desk) open(p page, a *coverage.Assessment) (all []question) {
	for _, n := range a.Questions() {
		all = append(all, d.asked(p, a, n))
	}
	for i, x := range a.Items() {
		if x.Verdict != coverage.Open && x.Verdict != coverage.Covered {
			continue
		}
		of, at := p.item(d.scheme, a, i), strconv.Itoa(i)
		if _, known := x.Item.Accepted.Amount(); !known {
			all = append(all, question{
				Name: "accepted." + at, Amount: true,
				Text: p.T("認定額はいくらですか："+of, "What amount is accepted? "+of),
			})
		}
		if len(all) == 0 && x.WantsExcess() { // once it is known that there is an agreement
			all = append(all, question{
				Name: "excess." + at, Amount: true,
				Text: p.T("認定額のうち、特別の約定により加重された額はいくらですか（約定がない場合は0円）："+of,
					"How much of the accepted amount is owed only under an agreement? 0 if there is none. "+of),
			})
		}
	}
	if o, open := d.unstated(a); open {
		all = append(all, question{
			Name: "option." + string(o.ID), Amount: true, Why: []string{d.title(p, a.Unstated)},
			Text: p.T("加入者証に記載された「"+o.JA+"」（"+string(a.Unstated)+"）はいくらですか",
				"Which amount does the certificate state for the "+o.EN+" ("+string(a.Unstated)+")?"),
			Known: p.T("この金額がご契約の記録にありません。加入者証でご確認ください。ご入力の金額をご契約の内容として記録します。",
				"The record of the policy does not state this amount. Look it up on the certificate. What you write is recorded among the terms of the policy."),
		})
	}
	return all
}

// unstated returns the limit that the policy does not state and on which the payment depends.
func (d *desk) unstated(a *coverage.Assessment) (option.Row, bool) {
	for _, o := range d.scheme.Rules().Options {
		if o.Clause == a.Unstated && o.CanBeOpen() {
			return o, true
		}
	}
	return option.Row{}, false
}

// item names an item: its number, its head and the amount claimed.
func (p page) item(s coverage.Scheme, a *coverage.Assessment, i int) string {
	it, head := a.Items()[i].Item, ""
	for h := range s.Heads() {
		if h.Head == it.Head {
			head = h.Clause.Text(p.Lang)
		}
	}
	return strconv.Itoa(i+1) + " " + head + " " + p.Yen(it.Claimed)
}

// key names a question: the same fact can be asked about several items apart.
func key(n coverage.Need) string { return n.Name() + "/" + strings.Trim(fmt.Sprint(n.Items), "[]") }

// asked returns a question with its reasons.
func (d *desk) asked(p page, a *coverage.Assessment, n coverage.Need) question {
	q := question{Name: key(n), Text: p.T(n.JA, n.EN), Known: n.Known.Text(p.Lang), IsDate: n.Date != ""}
	q.Stuck = n.Answer == fact.NotKnown || n.Answer == fact.Disputed
	for _, id := range n.By {
		q.Why = append(q.Why, d.title(p, id))
	}
	for _, c := range n.Cases {
		q.Cases = append(q.Cases, c.Text(p.Lang))
	}
	for _, i := range n.Items {
		q.Items = append(q.Items, p.item(d.scheme, a, i))
	}
	return q
}

// remedies returns the endorsements that could have answered for an item that is denied.
func (d *desk) remedies(p page, a *coverage.Assessment) (all []string) {
	var seen []clause.ID
	for _, x := range a.Items() {
		for _, id := range x.Remedies() {
			if x.Verdict == coverage.Open || slices.Contains(seen, id) {
				continue
			}
			seen = append(seen, id)
			all = append(all, d.title(p, id)+p.T("：付帯していれば、結果が変わる可能性があります。", ": with it, the result could differ."))
		}
	}
	return all
}
