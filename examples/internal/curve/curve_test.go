// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package curve_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/examples/internal/curve"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// counts returns how many elements a picture has of each class.
func counts(t *testing.T, svg string) map[string]int {
	t.Helper()
	all := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == "class" {
					all[a.Value]++
				}
			}
		}
	}
}

// TestSVG draws the eleven rows of the table, one line, and the members within the table.
func TestSVG(t *testing.T) {
	marks := []curve.Mark{
		{Name: "<b>&", Sales: 7 * yen.Oku, Annual: 1_262_000}, {Sales: 100 * yen.Oku, Annual: 5_400_000},
		{Sales: 101 * yen.Oku, Annual: 1}, {Sales: 4 * yen.Oku, Annual: 1}, {},
	}
	for _, lang := range []language.Tag{language.Japanese, language.English} {
		svg := curve.SVG(jisa2024.Tariff(), lang, marks...)
		if all := counts(t, svg); all["row"] != 11 || all["premium"] != 1 || all["member"] != 2 {
			t.Error(all)
		}
		if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") || strings.Contains(svg, "<b>") {
			t.Error(svg)
		}
	}
	if got := curve.SVG(premium.Tariff{}, language.English); got != "" {
		t.Error(got)
	}
}

// TestSVGOfOneRow draws a tariff with one row, for which the line is a point.
func TestSVGOfOneRow(t *testing.T) {
	tariff, err := premium.New(premium.Rules{Tables: []premium.Table{{
		Clause: premium.Rules{}.BasisClause, Between: premium.OnRow, Rows: []premium.Row{{At: 100, Annual: 7, Clause: "P"}},
	}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	svg := curve.SVG(tariff, language.English)
	if all := counts(t, svg); all["row"] != 1 || strings.Contains(svg, "NaN") {
		t.Error(all, svg)
	}
}
