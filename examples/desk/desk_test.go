// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
)

// A browser sends requests to a desk with an empty folder.
type browser struct {
	t       *testing.T
	handler http.Handler
	desk    *desk
	folder  string
	lang    string
}

func newBrowser(t *testing.T) *browser {
	t.Helper()
	scheme, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	b := browser{t: t, folder: filepath.Join(t.TempDir(), "data"), lang: "ja"}
	kept, err := open(b.folder, scheme)
	if err != nil {
		t.Fatal(err)
	}
	d, err := newDesk(kept)
	if err != nil {
		t.Fatal(err)
	}
	b.handler, b.desk = d.handler(), d
	return &b
}

// send sends a request and demands the status.
func (b *browser) send(code int, r *http.Request) *httptest.ResponseRecorder {
	b.t.Helper()
	r.Header.Set("Accept-Language", b.lang)
	if r.Host == "example.com" { // as httptest has it
		r.Host = "127.0.0.1:8024"
	}
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
	if w.Code != code {
		b.t.Fatalf("%s %s: %d, want %d\n%s", r.Method, r.URL, w.Code, code, w.Body)
	}
	return w
}

func (b *browser) get(code int, path string) string {
	b.t.Helper()
	return b.send(code, httptest.NewRequest(http.MethodGet, path, nil)).Body.String()
}

// post sends a form of names and values, and returns the page or the address that follows.
func (b *browser) post(code int, path string, pairs ...string) string {
	b.t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := b.send(code, r)
	if code == http.StatusSeeOther {
		return w.Header().Get("Location")
	}
	return w.Body.String()
}

// wants demands that a page has texts.
func wants(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, s := range texts {
		if !strings.Contains(page, s) {
			t.Errorf("no %q in\n%s", s, page)
		}
	}
}

// member returns the fields of an application, filled in.
func member(more ...string) []string {
	return append([]string{"company", "例示システム株式会社", "applied", "2024年6月3日", "sales.amount", "7億円", "sales.fiscalYear", "2024"}, more...)
}

// TestPages shows every page in both languages as before.
func TestPages(t *testing.T) {
	b := newBrowser(t)
	from := func(page, mark string) string { return page[strings.Index(page, mark):] }
	golden := func(name, page string) { cases.Golden(t, filepath.Join("testdata", name+"."+b.lang+".html"), page) }
	claim := b.record(t)
	for _, b.lang = range []string{"ja", "en"} {
		golden("home", b.get(200, "/"))
		golden("quote", from(b.post(200, "/quote", member("discount", "10%")...), "<section"))
		golden("wrong", b.post(422, "/quote", "company", "<b>", "applied", "9/10/2024", "sales.amount", "七億", "options.liability", "x", "attach", "END-01"))
		golden("referred", from(b.post(200, "/quote", "applied", "2024-09-10", "sales.amount", "3億円"), "<section"))
		golden("policy", b.get(200, "/policies/24-0001"))
		golden("claim", b.get(200, claim))
		golden("chosen", from(b.get(200, claim+"?ask=accepted.0"), "<section"))
		golden("sheet", b.get(200, claim+"/sheet"))
		golden("none", b.get(404, "/policies/24-0002"))
	}
}

// record records the policy of the member and a claim, and returns its address.
func (b *browser) record(t *testing.T) string {
	t.Helper()
	if got := b.post(303, "/policies", member("number", "24-0001")...); got != "/policies/24-0001" {
		t.Fatal(got)
	}
	return b.post(303, "/policies/24-0001/claims", "number", "C-1", "dates.made", "2024-11-05",
		"items[0].head", "damages", "items[0].claimed", "4,000万円")
}

// TestQuote corrects what is wrong: what was typed is kept, and the sentence stands beside its
// field.
func TestQuote(t *testing.T) {
	b := newBrowser(t)
	page := b.post(422, "/quote", member("sales.amount", "", "applied", "")...)
	wants(t, page, "例示システム株式会社")
	page = b.post(422, "/quote", "company", `"><script>`, "applied", "9/10/2024", "sales.amount", "七億", "discount", "120%")
	wants(t, page, `value="&#34;&gt;&lt;script&gt;"`, `value="9/10/2024"`, `aria-invalid="true"`, `id="wrong-applied">年は4桁の西暦か元号付きで`,
		`id="wrong-sales-amount">金額として読み取れません`)
	wants(t, b.post(422, "/quote", member("discount", "120%")...), `id="wrong-discount">範囲外の値です`)
	wants(t, b.post(422, "/quote", member("options.deductible", "1億円")...), "<details open>")
	wants(t, b.post(200, "/quote", member()...), "1,262,000円", "<svg", "PRM-12", `class="member"`)
	wants(t, b.post(422, "/policies", member("number", "../x")...), `id="wrong-number">番号は、英数字とハイフンで`, "1,262,000円")
	wants(t, b.post(422, "/policies", member("number", strings.Repeat("9", 41))...), `id="wrong-number">番号は、40文字以内で`)
	wants(t, b.post(422, "/policies", member("company", strings.Repeat("社", 201))...), `id="wrong-company">会社名は、200文字以内で`)
	b.post(200, "/quote", member("company", strings.Repeat("社", 200))...)
	b.post(303, "/policies", member("number", "24-0001")...)
	wants(t, b.post(422, "/policies", member("number", "24-0001")...), "この加入者証番号はすでに使われています。")
	wants(t, b.get(200, "/"), `<a href="/policies/24-0001">24-0001</a>`)
}

// TestClaim answers question after question until the claim is decided: what is payable never
// grows wider, and the limit is used.
func TestClaim(t *testing.T) {
	b := newBrowser(t)
	at := b.record(t)
	answers := map[string]string{
		"@cause": "2024-08-01", "it-services": "yes", "unforeseen-accident": "yes", "software-development": "no",
		"accepted.0": "3,500万円",
	}
	page := b.get(200, at)
	wants(t, page, "0円〜39,000,000円", "回答ごとのお支払額")
	wants(t, b.post(422, at, "question", "@cause/0", "value", "8/1/2024"), `value="8/1/2024"`, `id="wrong-value">`)
	wants(t, b.post(422, at, "question", "@cause/0", "value", ""), `id="wrong-value">`)
	for n := 0; strings.Contains(page, `name="question"`); n++ {
		if n > 40 {
			t.Fatal(page)
		}
		_, rest, _ := strings.Cut(page, `name="question" value="`)
		name, _, _ := strings.Cut(rest, `"`)
		fact, _, _ := strings.Cut(name, "/")
		value := answers[fact]
		if value == "" {
			value = "no"
		}
		if to := b.post(303, at, "question", name, "value", value); to != at {
			t.Fatal(to)
		}
		page = b.get(200, at)
	}
	wants(t, page, "お支払い", "34,000,000円", "LIM-01")
	wants(t, b.get(200, "/policies/24-0001"), "66,000,000円（100,000,000円のうち）")
	b.lang = "en"
	wants(t, b.get(200, at+"/sheet"), "PAYABLE: ¥34,000,000 of ¥40,000,000 claimed")
}

// TestBack takes back answers, the last one first, until the claim is as it was entered.
func TestBack(t *testing.T) {
	b := newBrowser(t)
	at := b.record(t)
	const back = "直前の回答を取り消す"
	pages := []string{b.get(200, at)}
	for _, x := range [][2]string{{"@cause/0", "2024-08-01"}, {"accepted.0", "3,500万円"}, {"wilful-act/0", "yes"}} {
		b.post(303, at, "question", x[0], "value", x[1])
		pages = append(pages, b.get(200, at))
		wants(t, pages[len(pages)-1], back)
	}
	wants(t, pages[3], "免責事由に該当")
	for i := 2; i >= 0; i-- {
		b.post(303, at+"/back")
		if got := b.get(200, at); got != pages[i] {
			t.Errorf("after %d answers:\n%s\nit was\n%s", i, got, pages[i])
		}
	}
	if strings.Contains(pages[0], back) {
		t.Error("there is an answer to take back before the first")
	}
	b.post(404, at+"/back")
	b.post(404, "/policies/24-0001/claims/C-2/back")
	b.post(404, "/policies/24-0002/claims/C-1/back")
}

// TestTwoDesks works on one folder from two desks: no answer of either is lost. A desk that starts
// leaves the lock that another one holds, and removes one that has been left.
func TestTwoDesks(t *testing.T) {
	b := newBrowser(t)
	at := b.record(t)
	other, err := open(b.folder, b.desk.scheme)
	if err != nil {
		t.Fatal(err)
	}
	const each = 20
	var wait sync.WaitGroup
	for _, s := range []*store{b.desk.store, other} {
		wait.Go(func() {
			for range each {
				err := s.change("24-0001", func(f *file) error {
					f.answer(f.Claims[0])
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	if f, err := other.read("24-0001"); err != nil || len(f.Earlier["C-1"]) != 2*each {
		t.Error(len(f.Earlier["C-1"]), err)
	}
	lock := filepath.Join(b.folder, ".24-0001.lock")
	if err := os.WriteFile(lock, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	wants(t, b.post(503, at, "question", "@cause/0", "value", "2024-08-01"), "ほかの窓口")
	start := func() {
		t.Helper()
		if _, err := open(b.folder, b.desk.scheme); err != nil {
			t.Fatal(err)
		}
	}
	start()
	if _, err := os.Stat(lock); err != nil {
		t.Fatal("a lock that is held is gone:", err)
	}
	wants(t, b.post(503, "/policies/24-0001/claims", "number", "C-2", "items[0].head", "damages", "items[0].claimed", "1"), "ほかの窓口")
	past := time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(lock, past, past); err != nil {
		t.Fatal(err)
	}
	start()
	b.post(303, at, "question", "@cause/0", "value", "2024-08-01")
}

// TestQuestionOfOneItem puts an answer to the item that was asked about, and an error under the
// question that was answered.
func TestQuestionOfOneItem(t *testing.T) {
	b := newBrowser(t)
	b.record(t)
	at := b.post(303, "/policies/24-0001/claims", "json", `{"v":1,"number":"C-2","facts":{"wilful-act":"not-known"},"dates":{"made":"2024-11-05"},"items":[`+
		`{"head":"damages","claimed":10000000},{"head":"damages","claimed":20000000,"facts":{"wilful-act":"not-known"}}]}`)
	b.post(303, at, "question", "wilful-act/1", "value", "yes")
	m, err := b.desk.assess("24-0001")
	if err != nil {
		t.Fatal(err)
	}
	if one, two := m.results[1].Items()[0].Verdict, m.results[1].Items()[1].Verdict; one != coverage.Open || two != coverage.Excluded {
		t.Error(one, two)
	}
	page := b.post(422, at, "question", "accepted.0", "value", "abc")
	wants(t, page, `name="question" value="accepted.0"`, `value="abc"`)
	b.post(422, "/policies/24-0001/claims", "json", `{"v":1,"number":"..","items":[{"head":"damages","claimed":1}]}`)
}

// TestClaimFromJSON reads a claim of another system, and says what is wrong with one.
func TestClaimFromJSON(t *testing.T) {
	b := newBrowser(t)
	b.record(t)
	to := b.post(303, "/policies/24-0001/claims", "json",
		`{"v":1,"number":"C-2","facts":{"wilful-act":"yes"},"dates":{"made":"2024-11-05"},"items":[{"head":"damages","claimed":1000000,"accepted":1000000}]}`)
	wants(t, b.get(200, to), "免責事由に該当", "0円")
	wants(t, b.post(422, "/policies/24-0001/claims", "json", `{"v":1,"numbr":"C-3"}`), `id="wrong-json">numbr: `)
	wants(t, b.post(422, "/policies/24-0001/claims", "json", `{`), `id="wrong-json">書式が正しくありません`, "{</textarea>")
	wants(t, b.post(422, "/policies/24-0001/claims", "number", "C-1", "items[0].head", "damages", "items[0].claimed", "1"), `id="wrong-number">`)
	wants(t, b.post(422, "/policies/24-0001/claims", "number", "C-9", "dates.made", "x", "items[1].head", "defence", "items[1].claimed", "y"),
		`id="wrong-dates-made">`, `<option value="defence" selected>`)
}

// TestRefused refuses what is too large, what another site sends, and what is not there, and
// sends the headers that keep a page to itself.
func TestRefused(t *testing.T) {
	b := newBrowser(t)
	b.post(413, "/quote", "company", strings.Repeat("x", 2<<20))
	r := httptest.NewRequest(http.MethodPost, "/quote", strings.NewReader("company=x"))
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	b.send(403, r)
	for _, path := range []string{"/x", "/policies/..", "/policies/%2e%2e%2fx", "/policies/24-0001", "/policies/24-0001/claims/C-1", "/pages/top.html"} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path, r.Host = path, "localhost:8024"
		w := httptest.NewRecorder()
		if b.handler.ServeHTTP(w, r); w.Code != 404 && w.Code != 307 && w.Code != 301 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	w := b.send(200, httptest.NewRequest(http.MethodGet, "/", nil))
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Content-Type": "text/html; charset=utf-8",
	} {
		if got := w.Header().Get(name); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
	r = httptest.NewRequest(http.MethodGet, "/", nil)
	r.Host = "evil.example"
	b.send(421, r)
	r = httptest.NewRequest(http.MethodPost, "/quote", strings.NewReader("a=%zz"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	b.send(400, r)
	for _, s := range []string{"\xff", "a\x00b", "\x1b[2J", "\x7f", "\u0085"} {
		b.post(400, "/quote", "company", s)
		b.post(400, "/policies/24-0001/claims", "json", s)
		b.post(400, "/policies/24-0001/claims/C-1", "question", s)
	}
	b.post(404, "/policies/24-0001/claims", "json", "{\r\n\t}")
	b.get(200, "/style.css")
	b.get(200, "/icon.svg")
}

// TestLanguage follows the browser, and the switch before it.
func TestLanguage(t *testing.T) {
	b := newBrowser(t)
	for accept, want := range map[string]string{"": "ja", "ja-JP": "ja", "en-GB,en;q=0.9": "en", "fr": "ja", "xx-x": "ja", "fr,en;q=0.5": "en"} {
		b.lang = accept
		wants(t, b.get(200, "/"), `<html lang="`+want+`">`)
	}
	b.lang = "ja"
	r := httptest.NewRequest(http.MethodGet, "/?lang=en", nil)
	w := b.send(200, r)
	wants(t, w.Body.String(), `<html lang="en">`)
	r = httptest.NewRequest(http.MethodGet, "/", nil)
	for _, c := range w.Result().Cookies() {
		r.AddCookie(c)
	}
	wants(t, b.send(200, r).Body.String(), `<html lang="en">`, `<a lang="ja"`)
}

// TestDamaged says that a file cannot be read, and keeps it.
func TestDamaged(t *testing.T) {
	b := newBrowser(t)
	b.record(t)
	name := filepath.Join(b.folder, "24-0001.json")
	if err := os.WriteFile(name, []byte(`{"terms":{}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	b.get(422, "/policies/24-0001")
	if err := os.WriteFile(name, []byte(`{`), 0o600); err != nil {
		t.Fatal(err)
	}
	b.get(500, "/policies/24-0001")
	b.post(422, "/policies", member("number", "24-0001")...)
}
