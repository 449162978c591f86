// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/period"
)

// TestCaseWhen says the spans of a date as people read them.
func TestCaseWhen(t *testing.T) {
	at := func(s string) period.Moment {
		if s == "" {
			return period.Moment{}
		}
		return period.MustParseMoment(s)
	}
	for _, x := range []struct{ from, until, ja, en string }{
		{"", "", "日付を問わず", "any date"},
		{"", "2025-04-01 12:00", "2025年4月1日 午後0時より前", "before 1 April 2025 12:00"},
		{"", "2025-04-02 00:00", "2025年4月1日まで（当日を含む）", "until the end of 1 April 2025"},
		{"", "2025-04-01 12:00:01", "2025年4月1日 午後0時まで（その時を含む）", "until 1 April 2025 12:00 inclusive"},
		{"", "2025-04-01 00:00:01", "2025年3月31日まで（当日を含む）", "until the end of 31 March 2025"},
		{"2025-04-01 00:00", "", "2025年4月1日以後", "from 1 April 2025"},
		{"2025-04-01 12:00:01", "", "2025年4月1日 午後0時より後", "after 1 April 2025 12:00"},
		{"2025-04-01 00:00", "2025-04-02 00:00", "2025年4月1日", "on 1 April 2025"},
		{"2025-04-01 00:00", "2025-04-03 00:00", "2025年4月1日から2025年4月2日まで（当日を含む）",
			"from 1 April 2025 until the end of 2 April 2025"},
		{"2025-04-01 12:00", "2026-04-01 12:00", "2025年4月1日 午後0時以後、2026年4月1日 午後0時より前",
			"from 1 April 2025 12:00 and before 1 April 2026 12:00"},
		{"2025-04-01 12:00", "2025-04-01 12:00:01", "2025年4月1日 午後0時", "at 1 April 2025 12:00"},
		{"2025-04-01 00:00", "2025-04-01 23:59:59", "2025年4月1日", "on 1 April 2025"},
		{"2025-04-01 23:59:59", "", "2025年4月2日以後", "from 2 April 2025"},
		{"2025-04-01 12:00:01", "2025-05-02 00:00", "2025年4月1日 午後0時より後、2025年5月1日まで（当日を含む）",
			"after 1 April 2025 12:00 until the end of 1 May 2025"},
		{"2025-04-01 16:00", "2025-04-02 00:00", "2025年4月1日 午後4時以後、その日のうち",
			"from 1 April 2025 16:00 until the end of that day"},
		{"2025-04-01 16:00:01", "2025-04-02 00:00", "2025年4月1日 午後4時より後、その日のうち",
			"after 1 April 2025 16:00 until the end of that day"},
		{"never", "", "なし", "never"},
	} {
		when := coverage.Case{From: at(x.from), Until: at(x.until)}.When()
		if ja, en := when.Text(language.Japanese), when.Text(language.English); ja != x.ja || en != x.en {
			t.Errorf("%s to %s: %s, %s", x.from, x.until, ja, en)
		}
	}
}
