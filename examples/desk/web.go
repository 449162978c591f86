// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"net"
	"net/http"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

//go:embed pages
var pages embed.FS

const mostBody = 1 << 20 // bytes of a request

// A desk answers requests from what a store keeps.
type desk struct {
	*store
	pages *template.Template
}

func newDesk(s *store) (*desk, error) {
	t, err := template.New("").ParseFS(pages, "pages/*.html")
	return &desk{s, t}, err
}

// handler returns the pages by their addresses. A form that another site sends is refused.
func (d *desk) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", d.home)
	mux.HandleFunc("POST /quote", d.quote)
	mux.HandleFunc("POST /policies", d.record)
	mux.HandleFunc("GET /policies/{number}", d.policy)
	mux.HandleFunc("POST /policies/{number}/claims", d.newClaim)
	mux.HandleFunc("GET /policies/{number}/claims/{claim}", d.claim)
	mux.HandleFunc("POST /policies/{number}/claims/{claim}", d.answer)
	mux.HandleFunc("POST /policies/{number}/claims/{claim}/back", d.back)
	mux.HandleFunc("GET /policies/{number}/claims/{claim}/sheet", d.sheet)
	for _, name := range []string{"style.css", "icon.svg"} {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, r *http.Request) {
			http.ServeFileFS(w, r, pages, "pages/"+name)
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { d.fail(w, r, errNone) })
	sites := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !loopback(r.Host) { // a name of another site that leads here
			http.Error(w, "not the address of this desk", http.StatusMisdirectedRequest)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		sites.Handler(mux).ServeHTTP(w, r)
	})
}

// loopback reports whether a host is the loopback interface, with a port or without.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// A page holds the parts that every page shows, in its language.
type page struct {
	Lang  language.Tag
	Title string
	Here  string // the address of the page, for the switch of the language
	Other string // the name of the other language
}

// T returns the text in the language of the page.
func (p page) T(ja, en string) string {
	if p.Lang == language.Japanese {
		return ja
	}
	return en
}

// Yen returns an amount in digits, as the sentences of the library have it: 39,000,000円, ¥39,000,000.
func (p page) Yen(a yen.Amount) string {
	if p.Lang == language.Japanese {
		return a.Grouped()
	}
	return a.Text(p.Lang)
}

// page returns a page in the language that was chosen or, if none was, that the browser asks
// for: Japanese or English.
func (d *desk) page(w http.ResponseWriter, r *http.Request, ja, en string) page {
	p := page{Lang: language.Japanese, Here: r.URL.Path}
	asked := r.URL.Query().Get("lang")
	if c, err := r.Cookie("lang"); err == nil && asked == "" {
		asked = c.Value
	}
	known := []language.Tag{language.Japanese, language.English}
	if asked != "ja" && asked != "en" {
		tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
		_, k, confidence := language.NewMatcher(known).Match(tags...)
		if asked = "ja"; err == nil && confidence != language.No && known[k] == language.English {
			asked = "en"
		}
	} else if r.URL.Query().Has("lang") {
		http.SetCookie(w, &http.Cookie{Name: "lang", Value: asked, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	}
	if p.Other = "English"; asked == "en" {
		p.Lang, p.Other = language.English, "日本語"
	}
	p.Title = p.T(ja, en)
	return p
}

// LangCode is the language of the page as HTML names it, and OtherCode the other one.
func (p page) LangCode() string { return p.T("ja", "en") }

// OtherCode is described with LangCode.
func (p page) OtherCode() string { return p.T("en", "ja") }

// show writes a page whole, or says that it cannot.
func (d *desk) show(w http.ResponseWriter, code int, name string, data any) {
	var b bytes.Buffer
	if err := d.pages.ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, "the page cannot be shown: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(code)
	if _, err := b.WriteTo(w); err != nil {
		return // the browser went away
	}
}

// fail says what is wrong on a page of its own.
func (d *desk) fail(w http.ResponseWriter, r *http.Request, err error) {
	p := d.page(w, r, "エラー", "Error")
	code, says := http.StatusInternalServerError, err.Error()
	f, isFault := errors.AsType[*fault.Error](err)
	_, isLarge := errors.AsType[*http.MaxBytesError](err)
	switch {
	case errors.Is(err, errNone):
		code, says = http.StatusNotFound, p.T("お探しのページ、契約または事案はありません。", "There is no such page, policy or claim.")
	case errors.Is(err, errThere):
		code, says = http.StatusConflict, p.T("この番号はすでに使われています。", "This number is already in use.")
	case errors.Is(err, errBusy):
		code, says = http.StatusServiceUnavailable, p.T("ほかの窓口がこの契約を更新しています。もう一度お試しください。", "Another desk is writing this policy. Try again.")
	case isLarge:
		code, says = http.StatusRequestEntityTooLarge, p.T("入力が大きすぎます。", "The input is too large.")
	case errors.Is(err, errForm):
		code, says = http.StatusBadRequest, p.T("入力内容を読み取れません。", "The form cannot be read.")
	case isFault:
		code, says = http.StatusUnprocessableEntity, strings.TrimPrefix(f.Path+": ", ": ")+f.Text(p.Lang)
	}
	d.show(w, code, "error.html", struct {
		page
		Says string
	}{p, says})
}

// form reads the form of a request, and answers if it cannot be read.
func (d *desk) form(w http.ResponseWriter, r *http.Request) bool {
	if err := r.ParseForm(); err != nil {
		d.fail(w, r, errors.Join(errForm, err))
		return false
	}
	for _, all := range r.Form {
		if slices.ContainsFunc(all, isGarbled) {
			d.fail(w, r, errForm)
			return false
		}
	}
	return true
}

// isGarbled reports whether a text holds what nobody types: bytes that are no characters, and
// control characters but the tab and the ends of lines.
func isGarbled(s string) bool {
	return !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) && r != '\t' && r != '\r' && r != '\n'
	})
}
