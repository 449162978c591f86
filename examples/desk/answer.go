// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// answer puts the answer to a question into the claim or, for a limit that the policy does not
// state, into the terms of the policy. It does nothing if the question is not open any more.
func (d *desk) answer(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	number, name := r.PathValue("number"), r.PathValue("claim")
	asked := d.page(w, r, "事案", "Claim")
	err := d.change(number, func(f *file) error {
		m, err := d.matter(*f)
		if err != nil {
			return err
		}
		i := f.index(name)
		if i < 0 {
			return errNone
		}
		if err = d.put(f, i, asked, &m.results[i], r.PostForm); err != nil {
			return err
		}
		return d.check(f)
	})
	if err == nil || errors.Is(err, errAnswered) {
		http.Redirect(w, r, "/policies/"+number+"/claims/"+url.PathEscape(name), http.StatusSeeOther)
		return
	}
	r.Form.Set("ask", r.PostForm.Get("question"))
	p, failed := d.claimPage(w, r)
	if failed != nil || len(fault.All(err)) == 0 || p.Next == nil {
		d.fail(w, r, err)
		return
	}
	p.Next.Value, p.Next.Wrong = r.PostForm.Get("value"), fault.All(err)[0].Text(p.Lang)
	d.show(w, http.StatusUnprocessableEntity, "claim.html", p)
}

// back takes back the last answer to a claim.
func (d *desk) back(w http.ResponseWriter, r *http.Request) {
	number, name := r.PathValue("number"), r.PathValue("claim")
	err := d.change(number, func(f *file) error {
		if f.index(name) < 0 || !f.back(name) {
			return errNone
		}
		return d.check(f)
	})
	if err != nil {
		d.fail(w, r, err)
		return
	}
	http.Redirect(w, r, "/policies/"+number+"/claims/"+url.PathEscape(name), http.StatusSeeOther)
}

// put puts what was typed into a policy, of which the claim i has the assessment a. It returns
// errAnswered if the question is not open.
func (d *desk) put(f *file, i int, p page, a *coverage.Assessment, typed url.Values) error {
	name := typed.Get("question")
	if a.Decision != coverage.Open || !slices.ContainsFunc(d.open(p, a), func(q question) bool { return q.Name == name }) {
		return errAnswered
	}
	text := strings.TrimSpace(typed.Get("value"))
	if text == "" {
		return &fault.Error{Op: "desk", Path: "value", Reason: fault.ErrMissing}
	}
	if o, is := d.unstated(a); is && name == "option."+string(o.ID) {
		v, err := o.Parse(text)
		if err == nil {
			f.Terms.Options = f.Terms.Options.With(o.ID, v)
		}
		return fault.In("desk", "value", err)
	}
	c, err := answered(f.Claims[i], a, name, text)
	if err == nil {
		f.answer(c)
	}
	return fault.In("desk", "value", err)
}

// answered returns the claim with an answer: that of a fact by its word, and a date or an amount
// by its text.
func answered(c coverage.Claim, a *coverage.Assessment, name, text string) (coverage.Claim, error) {
	if field, at, ok := strings.Cut(name, "."); ok && (field == "accepted" || field == "excess") {
		i, err := strconv.Atoi(at)
		if err != nil {
			return c, err
		}
		c.Items = slices.Clone(c.Items)
		amount := &c.Items[i].Accepted
		if field == "excess" {
			amount = &c.Items[i].Excess
		}
		*amount, err = parseFigure(text)
		return c, err
	}
	for _, n := range a.Questions() {
		switch {
		case key(n) != name:
		case n.Date != "":
			at, err := period.ParseMoment(text)
			return c.WithDate(n, at), err
		default:
			said, err := fact.ParseAnswer(text)
			return c.WithFact(n, said), err
		}
	}
	return c, errAnswered
}
