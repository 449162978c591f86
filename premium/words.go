// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// Text returns the tariff for those who review it, in the language: the tables with
// their rows, then the steps in their order and the refund, each with its clause. Figures
// and the names of options are as they are written.
func (r Rules) Text(tag language.Tag) string {
	w := writer{tag: tag}
	for i := range r.Tables {
		w.table(0, &r.Tables[i])
	}
	for i := range r.Steps {
		w.step(0, &r.Steps[i])
	}
	if r.Refund.Kind != Round {
		w.step(0, &r.Refund)
	}
	return w.String()
}

// A writer is the text of a tariff in the making.
type writer struct {
	strings.Builder
	tag language.Tag
}

func (w *writer) line(level int, ja, en string, by clause.Clause) {
	s := text.In(w.tag, ja, en)
	if by.ID != "" {
		title := strings.TrimSpace(by.Text(w.tag))
		switch {
		case title == "":
			s += " (" + string(by.ID) + ")"
		case s == "":
			s = title + " (" + string(by.ID) + ")"
		default:
			s = title + text.In(w.tag, "：", ": ") + s + " (" + string(by.ID) + ")"
		}
	}
	w.WriteString(strings.Repeat("  ", level) + text.Line(s) + "\n")
}

func (w *writer) table(level int, t *Table) {
	exposure := string(t.Exposure)
	ja, en := "売上高", "by sales"
	if exposure != "" {
		ja, en = exposure, "by "+exposure
	}
	ja, en = ja+"、行と行の間は"+t.Between.ja(), en+", between two rows: "+string(t.Between)
	if t.Between == Flat {
		ja, en = "定額", "flat"
	}
	if t.Per > 0 {
		n := w.number(t.Per, t.Exposure)
		ja, en = ja+"、"+n+"につき", en+", for each "+n
	}
	if t.Most > 0 {
		n := w.number(t.Most, t.Exposure)
		ja, en = ja+"、"+n+"まで", en+", up to "+n
	}
	when := choices(t.When)
	w.line(level, ja+when, en+when, t.Clause)
	for _, row := range t.Rows {
		at := w.number(row.At, t.Exposure) + text.In(w.tag, "：", ": ")
		if t.Between == Flat {
			at = ""
		}
		w.line(level+1, at+row.Annual.Grouped(), at+row.Annual.Text(language.English), clause.Clause{ID: row.Clause})
	}
}

// number returns an exposure, in yen or as the number of an option.
func (w *writer) number(n yen.Amount, of option.ID) string {
	if of == "" {
		return text.In(w.tag, n.Grouped(), n.Text(language.English))
	}
	return strings.TrimSuffix(n.Grouped(), "円")
}

// ja returns the way in which a table gives a premium, in Japanese.
func (o Origin) ja() string {
	if s, ok := map[Origin]string{
		Interpolated: "比例計算", NextRow: "次の行の保険料", Stepped: "直前の行の保険料", OnRow: "取扱代理店に照会",
	}[o]; ok {
		return s
	}
	return string(o)
}

// words returns what a step does.
func (k Kind) words() (ja, en string) {
	ja, ok := map[Kind]string{
		Round: "端数処理", Discount: "割引", Loading: "割増", Together: "合算", Add: "加算", Minimum: "最低額",
		ByMonths: "月割", ByDays: "日割", ByShortRate: "短期率", ByFullYear: "年額",
	}[k]
	switch {
	case !ok:
		ja, en = string(k), string(k)
	case k == Round:
		en = "rounding"
	default:
		en = string(k)
	}
	return ja, en
}

func choices(all []Choice) (s string) {
	for _, c := range all {
		values := make([]string, len(c.Is))
		for i, v := range c.Is {
			values[i] = v.String()
		}
		s += " [" + string(c.Option) + ": " + strings.Join(values, ", ") + "]"
	}
	return s
}

func (w *writer) step(level int, s *Step) {
	ja, en := s.Kind.words()
	add := func(of bool, x, y string) {
		if of {
			ja, en = ja+" "+x, en+" "+y
		}
	}
	if rate := s.Rate.String(); s.Kind == Add && s.Of == "" {
		add(s.Rate != yen.Ratio{}, "基本保険料の"+rate, rate+" of the basic premium")
	} else {
		add(s.Rate != yen.Ratio{}, rate, rate)
	}
	rates := make([]string, len(s.Rates))
	for i, r := range s.Rates {
		rates[i] = r.String()
	}
	add(len(rates) == 1, strings.Join(rates, ""), strings.Join(rates, ""))
	add(len(rates) > 1, strings.Join(rates, "・")+"のいずれか", "of one of "+strings.Join(rates, ", "))
	add(s.Most != yen.Ratio{}, s.Least.String()+"から"+s.Most.String(), s.Least.String()+" to "+s.Most.String())
	add(s.Amount != 0, s.Amount.Grouped(), s.Amount.Text(language.English))
	add(s.Of != "", "基準 "+string(s.Of), "of "+string(s.Of))
	for _, r := range s.ShortRates {
		n, unit, ja := r.Days, "days", "日"
		if n == 0 {
			n, unit, ja = r.Months, "months", "か月"
		}
		add(true, strconv.Itoa(n)+ja+"まで"+r.Rate.String(), strconv.Itoa(n)+" "+unit+" "+r.Rate.String())
	}
	if s.Exact {
		add(true, "端数処理なし", "not rounded")
	} else if s.Kind != Minimum {
		add(true, s.To.Text(language.Japanese), s.To.Text(language.English))
	}
	add(s.With != "", "（"+string(s.With)+"を付帯した場合）", "(only with "+string(s.With)+")")
	add(len(s.When) > 0, choices(s.When), choices(s.When))
	w.line(level, ja, en, s.Clause)
	for i := range s.Tables {
		w.table(level+1, &s.Tables[i])
	}
	for i := range s.Steps {
		w.step(level+1, &s.Steps[i])
	}
}
