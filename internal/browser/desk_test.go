// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package browser_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// chromium returns the browser, or skips the test if there is none.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("NO BROWSER: the desk was not driven. Install chromium.")
	return ""
}

// desk starts the program and returns its address.
func desk(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "desk")
	build := exec.Command("go", "build", "-o", binary, "./examples/desk")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := exec.Command(binary, "-addr", "127.0.0.1:0", "-data", t.TempDir())
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := run.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		if err := run.Wait(); err != nil {
			t.Error(err)
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(strings.TrimPrefix(line, "desk: "))
}

// A tab is a window of the browser. What the console says is an error.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu   sync.Mutex
	said []string
}

func open(t *testing.T, width, height int, lang string) *tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.WindowSize(width, height))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx}
	if err := chromedp.Do(ctx); err != nil { // starts the browser
		t.Fatal(err)
	}
	headers := network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": lang}}
	if _, err := chromedp.Call(ctx, network.SetExtraHTTPHeaders, headers); err != nil {
		t.Fatal(err)
	}
	go func() {
		for m, err := range chromedp.Console(ctx) {
			if err != nil {
				return
			}
			if strings.Contains(m.Text, "422") { // a form that is wrong, which the test sends
				continue
			}
			b.mu.Lock()
			b.said = append(b.said, m.String())
			b.mu.Unlock()
		}
	}()
	b.do(chromedp.EmulateViewport(int64(width), int64(height)))
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, s := range b.said {
			t.Errorf("the console says: %s", s)
		}
	})
	return b
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	run[chromedp.Void](b, chromedp.Steps(steps...))
}

// run runs a step for at most a while.
func run[V any](b *tab, step chromedp.Action[V]) V {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, step)
	if err != nil {
		page, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string]("document.body.innerText"))
		b.t.Fatalf("%v on\n%s", err, page)
	}
	return v
}

// value returns what an expression is in the page.
func value[V any](b *tab, expression string) V {
	b.t.Helper()
	return run(b, chromedp.Evaluate[V](expression))
}

func (b *tab) wants(texts ...string) {
	b.t.Helper()
	page := value[string](b, "document.body.innerText")
	for _, s := range texts {
		if !strings.Contains(page, s) {
			b.t.Errorf("no %q in\n%s", s, page)
		}
	}
}

// keys presses keys, and waits for the page that follows an Enter.
func (b *tab) keys(all string) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(all))
	if strings.HasSuffix(all, kb.Enter) {
		b.do(chromedp.Sleep(50*time.Millisecond), chromedp.WaitReady("footer"))
	}
	b.sound()
}

// to presses the tabulator until the element with the ID, or with the text, has the focus.
func (b *tab) to(name string) {
	b.t.Helper()
	for range 80 {
		b.do(chromedp.KeyEvent(kb.Tab))
		if value[string](b, "document.activeElement.id") == name || value[string](b, "document.activeElement.innerText || ''") == name ||
			value[string](b, "(document.activeElement.name || '') + '=' + (document.activeElement.value || '')") == name {
			if value[string](b, "getComputedStyle(document.activeElement).outlineStyle") == "none" {
				b.t.Errorf("%s does not show that it has the focus", name)
			}
			return
		}
	}
	b.t.Fatalf("the keyboard does not reach %s", name)
}

// A control without a label, a heading that skips a level, and a text with too little contrast.
const faults = `(() => {
	const all = [];
	for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
		if (!e.labels || e.labels.length === 0 || !e.labels[0].textContent.trim()) all.push('no label: ' + e.name);
		for (const id of (e.getAttribute('aria-describedby') || '').split(' ').filter(Boolean))
			if (!document.getElementById(id)) all.push('no element ' + id);
	}
	const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
	for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) all.push('twice: ' + id);
	let level = 0;
	for (const e of document.querySelectorAll('h1, h2, h3')) {
		const n = Number(e.tagName[1]);
		if (n > level + 1) all.push('heading skips a level: ' + e.innerText);
		level = n;
	}
	if (document.querySelectorAll('h1').length !== 1 || !document.title || !document.documentElement.lang) all.push('h1, title or lang');
	const light = c => {
		const [r, g, b] = c.match(/[\d.]+/g).map(Number).map(x => (x /= 255) <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const ground = e => {
		for (; e; e = e.parentElement) {
			const c = getComputedStyle(e).backgroundColor;
			if (!/, 0\)$|transparent/.test(c)) return c;
		}
		return 'rgb(255, 255, 255)';
	};
	for (const e of document.querySelectorAll('body *')) {
		if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg')) continue;
		const a = light(getComputedStyle(e).color), b = light(ground(e));
		const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		if (ratio < 4.5) all.push('contrast ' + ratio.toFixed(1) + ': ' + e.innerText.slice(0, 40));
	}
	if (document.documentElement.scrollWidth > innerWidth) all.push('scrolls sideways: ' + document.documentElement.scrollWidth + ' > ' + innerWidth);
	return all;
})()`

// sound demands that the page has none of the faults.
func (b *tab) sound() {
	b.t.Helper()
	for _, s := range value[[]string](b, faults) {
		b.t.Errorf("%s: %s", value[string](b, "location.pathname"), s)
	}
}

// shoot keeps a picture of the page if the test is asked for pictures.
func (b *tab) shoot(name string) {
	b.t.Helper()
	folder := os.Getenv("BAISEKI_PICTURES")
	if folder == "" {
		return
	}
	picture := run(b, chromedp.FullScreenshot(100))
	if err := os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// TestKeyboard quotes a member, corrects what is wrong, records the policy and takes a claim to its
// settlement, all with the keyboard.
func TestKeyboard(t *testing.T) {
	for lang, x := range map[string]struct{ wrong, premium, yes, paid, quote, record, take, answer string }{
		"ja": {"年は4桁の西暦か元号付きで", "1,262,000円", "はい", "34,000,000円", "概算保険料を計算する", "加入者証の内容として記録する", "登録して質問へ進む", "回答する"},
		"en": {"Write the year first", "¥1,262,000", "yes", "¥34,000,000", "Compute the indicative premium", "Record as the terms of the certificate", "Record and go on to the questions", "Answer"},
	} {
		t.Run(lang, func(t *testing.T) {
			at := desk(t)
			b := open(t, 1000, 900, lang)
			b.do(chromedp.Navigate(at))
			b.sound()
			b.to("company")
			b.keys("Example")
			b.to("applied")
			b.keys("6/3/2024")
			b.to("sales-amount")
			b.keys("700,000,000" + kb.Enter)
			b.wants(x.wrong)
			if value[string](b, "document.getElementById('applied').getAttribute('aria-invalid')") != "true" ||
				value[string](b, "document.getElementById('company').value") != "Example" {
				t.Error("the error is not at its field, or what was typed is gone")
			}
			b.shoot("wrong-" + lang)
			b.to("applied")
			b.keys(kb.Home)
			b.do(chromedp.Evaluate[chromedp.Void]("document.activeElement.select()"))
			b.keys("2024-06-03" + kb.Enter)
			b.wants(x.premium, "PRM-12")
			b.shoot("quote-" + lang)
			b.to("number")
			b.keys("24-0001")
			b.to(x.record)
			b.keys(kb.Enter)
			b.wants("24-0001")
			b.to("number")
			b.keys("C-1")
			b.to("dates-made")
			b.keys("2024-11-05")
			b.to("items-0-claimed")
			b.keys("40,000,000")
			b.to(x.take)
			b.keys(kb.Enter)
			b.shoot("claim-" + lang)
			answers := map[string]string{
				"@cause": "2024-08-01", "accepted.0": "35,000,000", "it-services": "yes", "unforeseen-accident": "yes",
			}
			for range 40 {
				name := value[string](b, "(document.querySelector('input[name=question]') || {value: ''}).value")
				if name == "" {
					break
				}
				fact, _, _ := strings.Cut(name, "/")
				said := answers[fact]
				if said == "" {
					said = "no"
				}
				if value[bool](b, "document.querySelector('input[type=radio]') !== null") {
					b.to("value=yes") // the arrows move within the group
					b.keys(" ")
					if said == "no" {
						b.keys(kb.ArrowDown)
					}
					b.to(x.answer)
					b.keys(kb.Enter)
				} else {
					b.to("value")
					b.keys(said + kb.Enter)
				}
			}
			b.wants(x.paid, "LIM-01")
			b.shoot("settled-" + lang)
		})
	}
}

// TestPhone looks at every page on a phone.
func TestPhone(t *testing.T) {
	at := desk(t)
	b := open(t, 360, 740, "ja")
	b.do(chromedp.Navigate(at))
	b.sound()
	b.do(chromedp.SetValue("#applied", "2024-06-03"), chromedp.SetValue("#sales-amount", "7億円"), chromedp.Submit("form"),
		chromedp.WaitVisible("#number"))
	b.sound()
	b.shoot("phone-quote")
	b.do(chromedp.SetValue("#number", "24-0001"), chromedp.Click("button[formaction]"), chromedp.WaitVisible("#json"))
	b.sound()
	b.shoot("phone-policy")
	b.do(chromedp.SetValue("#number", "C-1"), chromedp.SetValue("#items-0-claimed", "4,000万円"), chromedp.Submit("#number"),
		chromedp.WaitVisible(".decision"))
	b.sound()
	b.shoot("phone-claim")
	b.do(chromedp.Click("a[href$=sheet]"), chromedp.WaitVisible("pre"))
	b.sound()
	b.do(chromedp.Click("a[hreflang=en]"), chromedp.WaitVisible("html[lang=en]"))
	b.sound()
}
