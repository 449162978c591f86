// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A bar is an amount between two ends, in hundredths of the width.
type bar struct {
	Whole, From, To yen.Amount
	Label           string
}

// Start and Width are where the amount begins and how much of the width it takes, from 0 to
// 100.
func (b bar) Start() int64 { return b.part(b.From) }

// Width is described with Start.
func (b bar) Width() int64 { return max(b.part(b.To)-b.part(b.From), 1) }

func (b bar) part(a yen.Amount) int64 {
	if b.Whole <= 0 {
		return 0
	}
	return int64(min(max(a, 0), b.Whole)) * 100 / int64(b.Whole)
}

// A claimRow is a claim in the list of a policy.
type claimRow struct {
	Number, Decision, Amount string
}

// A policyPage shows a recorded policy.
type policyPage struct {
	page
	Number string
	Terms  []term
	Limits []bar
	Open   []string // limits without a bar, such as one that the policy does not state
	Claims []claimRow
	Heads  [rows][]choice
	Fields []field
	JSON   field
	Wrong  string
}

// rows are the items of a new claim.
const rows = 3

func (d *desk) policy(w http.ResponseWriter, r *http.Request) {
	p, err := d.policyPage(w, r, nil)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	d.show(w, http.StatusOK, "policy.html", p)
}

func (d *desk) policyPage(w http.ResponseWriter, r *http.Request, typed url.Values) (*policyPage, error) {
	number := r.PathValue("number")
	m, err := d.assess(number)
	if err != nil {
		return nil, err
	}
	p := policyPage{page: d.page(w, r, "契約", "Policy"), Number: number}
	p.Title += " " + number
	p.Here = "/policies/" + number
	p.Terms = d.terms(p.page, &m.Terms)
	left, err := m.policy.Reserves(m.history)
	if err != nil {
		return nil, err
	}
	for _, l := range left.Limits {
		whole, known := l.Whole.Amount()
		rest, _ := l.Left.Amount()
		if !known {
			p.Open = append(p.Open, l.Text(p.Lang))
			continue
		}
		p.Limits = append(p.Limits, bar{whole, 0, rest, l.Text(p.Lang)})
	}
	for _, a := range m.results {
		c := claimRow{Decision: a.Decision.Text(p.Lang), Amount: p.between(a.Least, a.Most)}
		p.Claims = append(p.Claims, c)
	}
	for i := range m.Claims {
		p.Claims[i].Number = m.Claims[i].Number
	}
	for i := range rows {
		for h := range d.scheme.Heads() {
			chosen := typed.Get("items["+strconv.Itoa(i)+"].head") == string(h.Head)
			p.Heads[i] = append(p.Heads[i], choice{string(h.Head), h.Clause.Text(p.Lang), chosen})
		}
	}
	p.form(typed)
	return &p, nil
}

// between returns an amount, or two between which it is.
func (p page) between(least, most yen.Amount) string {
	if least == most {
		return p.Yen(least)
	}
	return p.Yen(least) + p.T("〜", " to ") + p.Yen(most)
}

// form makes the fields of a new claim.
func (p *policyPage) form(typed url.Values) {
	put := func(name, ja, en, hintJA, hintEN string) {
		p.Fields = append(p.Fields, field{Name: name, Label: p.T(ja, en), Hint: p.T(hintJA, hintEN), Value: typed.Get(name)})
	}
	put("number", "事案番号", "Claim number", "例：C-1", "such as C-1")
	put("dates.made", "損害賠償請求がなされた日", "Day on which the third-party claim was made", "不明なら空欄、ない場合は「請求なし」", "empty if unknown; never if there is none")
	put("dates.discovered", "セキュリティ事故を発見した日", "Day on which a security incident was discovered", "不明なら空欄、ない場合は「発見なし」", "empty if unknown; never if there is none")
	for i := range rows {
		at := "items[" + strconv.Itoa(i) + "]."
		put(at+"claimed", "請求額", "Amount claimed", "例：4,000万円", "such as 40,000,000")
		put(at+"accepted", "認定額", "Amount accepted", "未定なら空欄", "empty if not decided")
	}
	p.JSON = field{
		Name: "json", Label: p.T("事案のJSON", "The claim as JSON"), Value: typed.Get("json"),
		Hint: p.T("他のシステムの事案を貼り付けます。", "Paste a claim of another system."),
	}
}

// Item returns the fields of an item of the form.
func (p *policyPage) Item(i int) []field { return p.Fields[3+2*i : 5+2*i] }

// Rows are the numbers of the items of the form.
func (p *policyPage) Rows() []int { return []int{0, 1, 2} }

// Nth is the number of an item as people count.
func (p *policyPage) Nth(i int) int { return i + 1 }

// blame puts an error beside the field of its path, or above the form.
func (p *policyPage) blame(err error) {
	for _, f := range fault.All(err) {
		text := f.Text(p.Lang)
		if f.Path == "json" {
			p.JSON.Wrong = text
		} else if at, is := strings.CutPrefix(f.Path, "json."); is {
			p.JSON.Wrong = at + ": " + text
		} else if !mark(p.Fields, f.Path, text) {
			p.Wrong += strings.TrimPrefix(f.Path+": ", ": ") + text + " "
		}
	}
}
