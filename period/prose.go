// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// Text returns the instant in the language: 2024年7月1日 午後4時 in Japanese,
// 1 July 2024 16:00 in English, and "" for the zero Instant. Midnight is 午前0時
// of the day that it starts, noon is 午後0時. An instant that ends a period is
// better named by [Instant.EndText].
func (i Instant) Text(tag language.Tag) string {
	return i.words(tag, " ")
}

// EndText returns the instant in the language as the end of a period, which the
// period does not contain. An end at 00:00 is the end of the day before:
// 2024年9月1日24時 or "the end of 1 September 2024" for 2024-09-02 00:00. Any
// other end is its time: 2025年7月1日午後4時 or "1 July 2025 16:00". The zero
// Instant gives "". [Parse] accepts the text as the end of a period. [ParseInstant]
// accepts it only if it is a time: an event at 24時 could be of either day.
func (i Instant) EndText(tag language.Tag) string {
	if last := i.LastWholeDay(); i == i.Date().Start() && !last.IsZero() {
		return text.In(tag, last.Text(tag)+"24時", "the end of "+last.Text(tag))
	}
	return i.words(tag, "")
}

// LastWholeDay returns the last day that ends at i or before it. It is the
// inclusive last day of a time that ends at i: 2026-01-15 for 2026-01-16 00:00,
// which is 2026年1月15日まで（当日を含む）. The day of an end at another hour is not
// a whole day: 2025-07-01 16:00 gives 2025-06-30. The result is the zero Date if
// i is zero or on the first day of the year 1.
func (i Instant) LastWholeDay() Date {
	last, _ := i.Date().AddDays(-1)
	return last
}

// Text returns the period in the language, such as
// 2024年7月1日午後4時から2025年7月1日午後4時まで or
// "1 July 2024 16:00 to 1 July 2025 16:00". The end is that of
// [Instant.EndText]. The zero Period gives "".
func (p Period) Text(tag language.Tag) string {
	if p.IsZero() {
		return ""
	}
	start, end := p.start.words(tag, ""), p.end.EndText(tag)
	return text.In(tag, start+"から"+end+"まで", start+" to "+end)
}

// words returns the instant in the language. In Japanese, the space is between the
// day and the time of day, such as 午後4時30分.
func (i Instant) words(tag language.Tag, space string) string {
	if i.IsZero() {
		return ""
	}
	t := i.civil()
	s := "午前"
	if t.Hour() >= 12 {
		s = "午後"
	}
	s += strconv.Itoa(t.Hour()%12) + "時"
	if t.Minute() > 0 || t.Second() > 0 {
		s += strconv.Itoa(t.Minute()) + "分"
	}
	if t.Second() > 0 {
		s += strconv.Itoa(t.Second()) + "秒"
	}
	return i.Date().Text(tag) + text.In(tag, space+s, " "+t.Format(i.clock()))
}
