// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
)

// A reader reads a date, a time or a period from the left.
type reader struct {
	text.Reader
	not func() *fault.Error // for a text of no known form
	why *fault.Error        // for which it is refused, the first one
}

func (r *reader) fail(why *fault.Error) {
	if r.why == nil {
		r.why = why
	}
}

// number reads a number of so many digits, and returns how many it has.
func (r *reader) number(least, most int) (n, digits int) {
	run := r.Run("")
	if len(run) < least || len(run) > most {
		r.fail(r.not())
	}
	n, _ = strconv.Atoi(run)
	return n, len(run)
}

// need reads the word. An empty word is never there.
func (r *reader) need(word string) {
	if r.Take(word) == "" {
		r.fail(r.not())
	}
}

// An era is a span of years with a name (元号).
type era struct {
	ja, letter, en string
	before         int // the year before its first
	from, to       Date
}

// era reads the name of an era. Without one, the years are those of the calendar.
func (r *reader) era() era {
	day := func(year int, month time.Month, day int) Date {
		d, _ := civil(year, month, day)
		return d
	}
	for _, e := range [...]era{
		{"令和", "r", "Reiwa", 2018, day(2019, 5, 1), Date{lastDay}},
		{"平成", "h", "Heisei", 1988, day(1989, 1, 8), day(2019, 4, 30)},
		{"昭和", "s", "Showa", 1925, day(1926, 12, 25), day(1989, 1, 7)},
	} {
		if r.Take(e.ja, e.letter) != "" {
			return e
		}
	}
	return era{}
}

// month reads the English name of a month, or its first three letters.
func (r *reader) month() time.Month {
	for m := time.January; m <= time.December && r.Rest != "" && !r.Digit(); m++ {
		if name := strings.ToLower(m.String()); r.Take(name, name[:3]) != "" {
			return m
		}
	}
	return 0
}

// date reads a date in one of the forms of ParseDate.
func (r *reader) date() Date {
	if month := r.month(); month > 0 { // July 1, 2024
		day, _ := r.number(1, 2)
		r.Take(",")
		year, digits := r.number(1, 4)
		return r.day(era{}, year, digits, month, day)
	}
	e := r.era()
	first, digits := 1, 1
	if e.ja == "" || r.Take("元") == "" {
		first, digits = r.number(1, 4)
	}
	if month := r.month(); month > 0 && e.ja == "" && digits <= 2 { // 1 July 2024
		year, digits := r.number(1, 4)
		return r.day(e, year, digits, month, first)
	}
	mark := r.Take("年", "-", "/", ".")
	month, _ := r.number(1, 2)
	if mark == "年" {
		mark = "月"
	}
	r.need(mark)
	day, last := r.number(1, 4)
	if mark == "月" {
		r.need("日")
	}
	if last > 2 && (digits > 2 || e.ja != "") { // not a year that comes last
		r.fail(r.not())
	}
	return r.day(e, first, digits, time.Month(month), day)
}

// day returns the date in a year of so many digits.
func (r *reader) day(e era, year, digits int, month time.Month, day int) Date {
	d, ok := civil(e.before+year, month, day)
	switch {
	case e.ja == "" && digits <= 2:
		r.fail(yearFirst())
	case digits == 3 || e.ja != "" && digits == 4:
		r.fail(r.not())
	case !ok:
		r.fail(&fault.Error{Reason: fault.ErrDate})
	case e.ja != "" && (d.Compare(e.from) < 0 || d.Compare(e.to) > 0):
		r.fail(e.outside())
	}
	return d
}

// clock reads a time of day, in seconds. 24時 is one only as an end.
func (r *reader) clock(end bool) int64 {
	half := r.Take("午前", "午後")
	hour, _ := r.number(1, 2)
	minute, second := 0, 0
	switch r.Take(":", "時") {
	case ":":
		minute, _ = r.number(2, 2)
		if r.Take(":") != "" {
			second, _ = r.number(2, 2)
		}
	case "時":
		if r.Digit() {
			minute, _ = r.number(1, 2)
			r.need("分")
		}
		if r.Digit() {
			second, _ = r.number(1, 2)
			r.need("秒")
		}
	default:
		r.fail(r.not())
	}
	whole := hour == 24 && minute+second == 0
	switch {
	case half != "" && hour == 12:
		r.fail(noon())
	case half == "" && whole && !end:
		r.fail(midnight())
	case half != "" && hour > 11 || hour > 23 && !whole || minute > 59 || second > 59:
		r.fail(&fault.Error{Reason: fault.ErrDate})
	case half == "午後":
		hour += 12
	}
	return int64(hour*60+minute)*60 + int64(second)
}

// instant reads a date and a time of day.
func (r *reader) instant(end bool) Instant {
	day := end && r.Take("the end of") != ""
	i, seconds := r.date().Start(), int64(secondsOfDay)
	if !day {
		r.Take("t")
		seconds = r.clock(end)
	}
	if i.seconds += seconds; !i.Date().exists() {
		r.fail(&fault.Error{Reason: fault.ErrDate})
	}
	return i
}

func (r *reader) start() Instant { return r.instant(false) }

func (r *reader) moment() Moment {
	whole := r.Rest
	switch {
	case whole == "":
		return Moment{}
	case r.Take(never, "なし", "請求なし", "発見なし", "認識なし", "公表なし", "措置なし",
		"未引渡し", "未発生", "未支出") != "":
		return Never()
	}
	if d := r.date(); r.Rest == "" {
		return On(d)
	}
	r.Rest = whole
	return At(r.start())
}

func (r *reader) period() Period {
	start := r.start()
	if r.Take("-", "~", "〜", "から", "to") == "" {
		r.fail(r.not())
	}
	end := r.instant(true)
	r.Take("まで")
	if end.Compare(start) <= 0 {
		r.fail(&fault.Error{Reason: fault.ErrOrder})
	}
	return Period{start, end}
}

// like returns the error for a text of another form than the examples.
func like(examples, ja, en string) *fault.Error {
	ja, en = text.Like(examples, ja, en)
	return &fault.Error{Want: examples, Reason: fault.ErrSyntax, JA: ja, EN: en}
}

func notDate() *fault.Error {
	return like("2024-07-01, 2024年7月1日, 令和6年7月1日", "日付として読み取れません", "This is not a date")
}

func notInstant() *fault.Error {
	return like("2024-07-01 16:00, 2024年7月1日 午後4時", "日付と時刻を書いてください", "Write the date and the time of day")
}

func notMoment() *fault.Error {
	return like("2024-07-01, 2024-07-01 16:00",
		"日付、または日付と時刻を書いてください", "Write the date, or the date and the time of day")
}

func notPeriod() *fault.Error {
	return like("2024-07-01 16:00 - 2025-07-01 16:00",
		"開始と終了の日付と時刻を書いてください", "Write the date and the time of day of the start and of the end")
}

func yearFirst() *fault.Error {
	return like("2024/7/1, 令和6年7月1日",
		"年は4桁の西暦か元号付きで、先頭に書いてください", "Write the year first, with four digits or with its era")
}

func noon() *fault.Error {
	return like("午後0時, 午前0時", "正午か夜中か判別できません", "This could be noon or midnight")
}

func midnight() *fault.Error {
	e := like("2024-07-02 00:00", "24時は翌日の午前0時です", "24:00 is 00:00 of the next day")
	e.Reason = fault.ErrDate
	return e
}

// outside returns the error for a day that is not in the era.
func (e era) outside() *fault.Error {
	why := &fault.Error{Want: e.from.String() + " -", Reason: fault.ErrDate}
	why.JA = e.ja + "は" + e.from.Text(language.Japanese) + "から"
	why.EN = e.en + " is from " + e.from.Text(language.English)
	if e.to.day < lastDay {
		why.Want += " " + e.to.String()
		why.JA += e.to.Text(language.Japanese) + "まで"
		why.EN += " to " + e.to.Text(language.English)
	}
	why.JA, why.EN = why.JA+"です。", why.EN+"."
	return why
}
