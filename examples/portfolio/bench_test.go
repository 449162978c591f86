// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bufio"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const benchRows = 100_000

// rows writes members to a file.
func rows(b *testing.B, n int, encoding string) string {
	b.Helper()
	name := filepath.Join(b.TempDir(), "in.csv")
	outputs(b, 0, "-generate", strconv.Itoa(n), "-encoding", encoding, "-out", name)
	return name
}

// BenchmarkQuote quotes a file of 100,000 members, from the file to the file.
func BenchmarkQuote(b *testing.B) {
	for _, encoding := range []string{"utf-8", "shift_jis"} {
		b.Run(encoding, func(b *testing.B) {
			in := rows(b, benchRows, encoding)
			out := filepath.Join(filepath.Dir(in), "out.csv")
			b.ReportAllocs()
			for b.Loop() {
				outputs(b, 0, "-in", in, "-out", out)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRows, "ns/row")
		})
	}
}

// BenchmarkQuoteByHand does so for the premium alone, of members in UTF-8 whose sales and dates
// are written in one way, in whole numbers.
func BenchmarkQuoteByHand(b *testing.B) {
	in := rows(b, benchRows, "utf-8")
	out := filepath.Join(filepath.Dir(in), "out.csv")
	for b.Loop() {
		byHand(b, in, out)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRows, "ns/row")
}

func byHand(b *testing.B, in, out string) {
	b.Helper()
	table := [...][2]int64{
		{5, 109}, {10, 152}, {20, 223}, {30, 294}, {40, 332}, {50, 370}, {60, 409}, {70, 447}, {80, 486}, {90, 513}, {100, 540},
	}
	file, err := os.Open(in)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	to, err := os.Create(out)
	if err != nil {
		b.Fatal(err)
	}
	defer to.Close()
	w := bufio.NewWriter(to)
	r := csv.NewReader(bufio.NewReader(file))
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			b.Fatal(err)
		}
		sales, _ := strconv.ParseInt(strings.ReplaceAll(row[4], ",", ""), 10, 64)
		months := int64(12)
		if len(row[2]) == len("2024-07-01") && row[2] >= "2024-06-11" {
			month, _ := strconv.Atoi(row[2][5:7])
			months = int64((18-month)%12 + 1)
		}
		premium := int64(0)
		for k := 1; k < len(table); k++ {
			low, high := table[k-1], table[k]
			if sales < low[0]*100_000_000 || sales > high[0]*100_000_000 {
				continue
			}
			rise, run := (high[1]-low[1])*10_000, (high[0]-low[0])*100_000_000
			annual := low[1]*10_000 + ((sales-low[0]*100_000_000)*rise/run+5)/10*10
			premium = (annual*months/12 + 5) / 10 * 10
			break
		}
		line := make([]byte, 0, 128)
		for _, s := range row {
			if strings.ContainsAny(s, ",\"") {
				s = strconv.Quote(s)
			}
			line = append(append(line, s...), ',')
		}
		if _, err := w.Write(append(strconv.AppendInt(line, premium, 10), '\n')); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSimulate draws 20,000 claims of 1,000 policies. The history of a policy is kept
// without copying it for each claim: with five claims or with a hundred, a claim takes as long.
func BenchmarkSimulate(b *testing.B) {
	for name, n := range map[string]int{"1,000 policies": 1000, "50 policies": 50} {
		b.Run(name, func(b *testing.B) {
			in := rows(b, n, "utf-8")
			for b.Loop() {
				outputs(b, 0, "-in", in, "-simulate", "20000")
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/20_000, "ns/claim")
		})
	}
}
