// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package curve draws the annual premium of a tariff over the sales of a year, as SVG that
// stands alone or in a page.
package curve

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A Mark is a member in the picture: its sales and what it would pay for a year. The zero
// Mark is not drawn.
type Mark struct {
	Name          string
	Sales, Annual yen.Amount
}

// The picture in units of its view box, and the room around the axes.
const (
	width, height            = 720, 400
	left, right, top, bottom = 84, 44, 36, 52
	samples                  = 240
	many                     = 100 // members, which are drawn faintly
)

// A point is a premium for sales.
type point struct{ sales, annual yen.Amount }

// A plot has the ends of both axes: the sales in a logarithmic scale, and the premium from 0.
type plot struct {
	lang        language.Tag
	first, last yen.Amount
	most        yen.Amount
	b           strings.Builder
}

// SVG returns the picture: the premium as a line, with a break where the tariff has none; the
// rows of the table as dots; and the members as crosses. It returns "" if no table is read
// with the sales.
func SVG(t premium.Tariff, lang language.Tag, marks ...Mark) string {
	rows, line := published(t), []point(nil)
	if len(rows) == 0 {
		return ""
	}
	p := plot{lang: lang, first: rows[0].sales, last: rows[len(rows)-1].sales}
	if p.first == p.last {
		p.first, p.last = max(p.first/2, 1), p.last*2
	}
	for k := range samples + 1 {
		at := math.Log(float64(p.first)) + (math.Log(float64(p.last))-math.Log(float64(p.first)))*float64(k)/samples
		sales := min(max(yen.Amount(math.Round(math.Exp(at))), p.first), p.last)
		if price, err := t.Annual(sales); err == nil {
			line = append(line, point{sales, price.Annual})
		} else {
			line = append(line, point{})
		}
	}
	for _, x := range slices.Concat(rows, line) {
		p.most = max(p.most, x.annual)
	}
	p.most = ceiling(p.most)
	p.start(len(marks))
	p.axes(rows)
	p.line(line)
	for _, x := range rows {
		p.write(`<circle class="row" fill="#1d5fa8" cx="%s" cy="%s" r="4"><title>%s</title></circle>`, p.x(x.sales), p.y(x.annual), p.both(x))
	}
	pen := `stroke-width="2"`
	if len(marks) > many {
		pen = `stroke-width="1" stroke-opacity=".3"`
	}
	for _, m := range marks {
		if m.Sales < p.first || m.Sales > p.last || m.Annual <= 0 {
			continue
		}
		name := html.EscapeString(m.Name)
		p.write(`<path class="member" fill="none" stroke="#b3261e" %s d="M%s %sm-5 -5l10 10m0 -10l-10 10"><title>%s %s</title></path>`,
			pen, p.x(m.Sales), p.y(min(m.Annual, p.most)), name, p.both(point{m.Sales, m.Annual}))
	}
	p.b.WriteString("</svg>\n")
	return p.b.String()
}

// published returns the rows of the tables that are read with the sales, as the tariff prices
// them, in order.
func published(t premium.Tariff) (all []point) {
	for _, table := range t.Rules().Tables {
		for _, row := range table.Rows {
			if table.Exposure != "" || row.At == 0 {
				continue
			}
			if price, err := t.Annual(row.At); err == nil && price.Annual == row.Annual {
				all = append(all, point{row.At, row.Annual})
			}
		}
	}
	slices.SortFunc(all, func(a, b point) int { return cmp.Compare(a.sales, b.sales) })
	return slices.Compact(all)
}

func (p *plot) say(ja, en string) string {
	if p.lang == language.Japanese {
		return ja
	}
	return en
}

func (p *plot) write(form string, args ...any) { fmt.Fprintf(&p.b, form+"\n", args...) }

func (p *plot) start(members int) {
	title := p.say("年間保険料と売上高", "Annual premium over the sales of a year")
	what := fmt.Sprintf(p.say("売上高%sから%sまでの年間保険料。表の行は点、加入者%d名は×。", "The annual premium for sales from %s to %s. The rows of the table are dots; %d members are crosses."),
		p.first.Text(p.lang), p.last.Text(p.lang), members)
	p.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="curve-title curve-desc" font-family="sans-serif" font-size="12" fill="currentColor">`, width, height)
	p.write(`<title id="curve-title">%s</title>`, title)
	p.write(`<desc id="curve-desc">%s</desc>`, what)
}

// axes draws the axes with the amounts along them.
func (p *plot) axes(rows []point) {
	for _, a := range steps(p.most) {
		y := p.y(a)
		p.write(`<line class="grid" stroke="#888" stroke-opacity=".3" x1="%d" y1="%s" x2="%d" y2="%s"/>`, left, y, width-right, y)
		p.write(`<text x="%d" y="%s" dy="4" text-anchor="end">%s</text>`, left-8, y, p.short(a))
	}
	before := -math.MaxFloat64
	for _, x := range rows {
		at := p.across(x.sales)
		if at-before < 64 {
			continue
		}
		before = at
		p.write(`<line class="axis" stroke="#888" x1="%[1]s" y1="%[2]d" x2="%[1]s" y2="%[3]d"/>`, p.x(x.sales), height-bottom, height-bottom+5)
		p.write(`<text x="%s" y="%d" text-anchor="middle">%s</text>`, p.x(x.sales), height-bottom+20, p.short(x.sales))
	}
	p.write(`<line class="axis" stroke="#888" x1="%d" y1="%[2]d" x2="%d" y2="%[2]d"/>`, left, height-bottom, width-right)
	p.write(`<text x="%d" y="%d" text-anchor="end">%s</text>`, width-right, height-10, p.say("売上高（対数目盛）", "sales (logarithmic)"))
	p.write(`<text x="%d" y="%d">%s</text>`, 8, 14, p.say("年間保険料", "annual premium"))
}

// line draws the premium, in pieces where the tariff has none.
func (p *plot) line(all []point) {
	var d strings.Builder
	pen := "M"
	for _, x := range all {
		if x == (point{}) {
			pen = "M"
			continue
		}
		d.WriteString(pen + p.x(x.sales) + " " + p.y(x.annual))
		pen = "L"
	}
	p.write(`<path class="premium" fill="none" stroke="#1d5fa8" stroke-width="2" d="%s"/>`, &d)
}

// across returns where sales are along the axis.
func (p *plot) across(a yen.Amount) float64 {
	part := (math.Log(float64(a)) - math.Log(float64(p.first))) / (math.Log(float64(p.last)) - math.Log(float64(p.first)))
	return left + part*(width-left-right)
}

func (p *plot) x(a yen.Amount) string { return coordinate(p.across(a)) }

func (p *plot) y(a yen.Amount) string {
	return coordinate(height - bottom - float64(a)/float64(p.most)*(height-top-bottom))
}

func coordinate(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64) }

// both returns the sales and the premium of a point in words.
func (p *plot) both(x point) string {
	return p.say("売上高"+x.sales.Text(p.lang)+"：年間"+x.annual.Text(p.lang), "sales "+x.sales.Text(p.lang)+": "+x.annual.Text(p.lang)+" a year")
}

// short returns an amount as an axis has it: 5億円, or ¥500m.
func (p *plot) short(a yen.Amount) string {
	const million = 1_000_000
	switch {
	case p.lang == language.Japanese || a%(million/10) != 0 || a == 0:
		return a.Text(p.lang)
	case a >= 1000*million:
		return "¥" + strconv.FormatFloat(float64(a)/(1000*million), 'f', -1, 64) + "bn"
	}
	return "¥" + strconv.FormatFloat(float64(a)/million, 'f', -1, 64) + "m"
}

// parts are the parts into which an axis of the premium can be divided, each of its length.
const parts = 4

// ceiling returns the next amount that divides into round parts.
func ceiling(a yen.Amount) yen.Amount {
	for unit := yen.Amount(1); ; unit *= 10 {
		for _, n := range []yen.Amount{4, 6, 8, 12, 16, 20, 24, 32} {
			if n*unit >= a {
				return n * unit
			}
		}
	}
}

// steps returns the amounts along the axis of the premium.
func steps(most yen.Amount) (all []yen.Amount) {
	for k := range yen.Amount(parts + 1) {
		all = append(all, most*k/parts)
	}
	return all
}
